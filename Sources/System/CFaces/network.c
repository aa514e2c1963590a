#include "faces.h"

// #embed is C23, which clang also takes in older C; the pragma says that we know.
#pragma clang diagnostic ignored "-Wc23-extensions"

const unsigned char faces_network[] = {
#embed "yunet/yunet.onnx"
};
const size_t faces_network_size = sizeof(faces_network);

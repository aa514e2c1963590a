#include "impressions.h"

// #embed is C23, which clang also takes in older C; the pragma says that we know.
#pragma clang diagnostic ignored "-Wc23-extensions"

static _Alignas(64) const unsigned char weights[] = {
#embed "weights.bin"
};
const size_t impressions_weights_size = sizeof(weights);
const unsigned char *impressions_weights(void) { return weights; }

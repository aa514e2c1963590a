#pragma once
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A face: its box in pixels of the picture given, and how sure the network is, from 0 to 1.
typedef struct {
    float x, y, width, height, score;
} faces_box;

/// Reads the network and runs it once, so that the first picture does not wait for that; 0 when it works.
int faces_start(void);

/// Finds faces in a picture of three bytes a pixel (red, green, blue), the surest first; their number, or -1 when it fails.
int faces_find(const unsigned char *pixels, int width, int height, float least_score, faces_box *boxes, int capacity);

/// The file that the network is read from.
extern const unsigned char faces_network[];
extern const size_t faces_network_size;

#ifdef __cplusplus
}
#endif

#pragma once
#include <stddef.h>

/// What the gate has learned from posts that people wrote and labelled: see README.md.
const unsigned char *impressions_weights(void);
extern const size_t impressions_weights_size;

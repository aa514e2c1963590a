#pragma once
#include <stddef.h>

/// A file built into the program: its name, its bytes and how many there are.
struct embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t count;
};

extern const size_t embedded_file_count;

/// The first of `embedded_file_count` files that stand in a row.
const struct embedded_file *embedded_first_file(void);

/// The compiled definitions, embedded as bytes. `bundle.c` is written by `izin compile`.
#pragma once
#include <stddef.h>

struct izin_bundle_entry {
    const char *path;
    const unsigned char *bytes;
    size_t length;
};

/// The number of embedded files.
size_t izin_bundle_count(void);
/// The file at `index`, which must be below the count.
struct izin_bundle_entry izin_bundle_at(size_t index);

// Written by `izin compile`: every file of Compiled/, in the order of its path.
#include "CWorkflows.h"

static const struct izin_bundle_entry entries[] = {
    {"", 0, 0},
};

size_t izin_bundle_count(void) { return sizeof entries / sizeof entries[0]; }
struct izin_bundle_entry izin_bundle_at(size_t index) { return entries[index]; }

// Written by `izin compile`: every file of Compiled/, in the order of its path.
#include "CWorkflows.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

static const unsigned char file_0[] = {
#embed "Compiled/Calendars/id.json"
};
static const unsigned char file_1[] = {
#embed "Compiled/Profiles/kota-contoh.json"
};
static const unsigned char file_2[] = {
#embed "Compiled/Profiles/receipt.json"
};
static const unsigned char file_3[] = {
#embed "Compiled/madiun-iui-tdi-2017.json"
};
static const unsigned char file_4[] = {
#embed "Compiled/pp-24-2018.json"
};
static const unsigned char file_5[] = {
#embed "Compiled/receipt-phase.json"
};
static const unsigned char file_6[] = {
#embed "Compiled/regimes.json"
};
static const unsigned char file_7[] = {
#embed "Compiled/vocabulary.json"
};
static const unsigned char file_8[] = {
#embed "Compiled/SHA256SUMS"
};

static const struct izin_bundle_entry entries[] = {
    {"Calendars/id.json", file_0, sizeof file_0},
    {"Profiles/kota-contoh.json", file_1, sizeof file_1},
    {"Profiles/receipt.json", file_2, sizeof file_2},
    {"madiun-iui-tdi-2017.json", file_3, sizeof file_3},
    {"pp-24-2018.json", file_4, sizeof file_4},
    {"receipt-phase.json", file_5, sizeof file_5},
    {"regimes.json", file_6, sizeof file_6},
    {"vocabulary.json", file_7, sizeof file_7},
    {"SHA256SUMS", file_8, sizeof file_8},
};

size_t izin_bundle_count(void) { return sizeof entries / sizeof entries[0]; }
struct izin_bundle_entry izin_bundle_at(size_t index) { return entries[index]; }

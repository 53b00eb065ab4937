// Written by `izin compile`: every file of Compiled/, in the order of its path.
#include "CWorkflows.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

static const unsigned char file_0[] = {
#embed "Compiled/Calendars/id.json"
};
static const unsigned char file_1[] = {
#embed "Compiled/Limits/lampiran-1-2021-example.json"
};
static const unsigned char file_2[] = {
#embed "Compiled/Limits/lampiran-1-2025-example.json"
};
static const unsigned char file_3[] = {
#embed "Compiled/Profiles/kota-contoh-oss.json"
};
static const unsigned char file_4[] = {
#embed "Compiled/Profiles/kota-contoh.json"
};
static const unsigned char file_5[] = {
#embed "Compiled/Profiles/receipt.json"
};
static const unsigned char file_6[] = {
#embed "Compiled/journeys.json"
};
static const unsigned char file_7[] = {
#embed "Compiled/laws.json"
};
static const unsigned char file_8[] = {
#embed "Compiled/madiun-iui-tdi-2017.json"
};
static const unsigned char file_9[] = {
#embed "Compiled/oss-rba-2021-amdal.json"
};
static const unsigned char file_10[] = {
#embed "Compiled/oss-rba-2021-construction.json"
};
static const unsigned char file_11[] = {
#embed "Compiled/oss-rba-2021-high.json"
};
static const unsigned char file_12[] = {
#embed "Compiled/oss-rba-2021-kkpr-confirmation.json"
};
static const unsigned char file_13[] = {
#embed "Compiled/oss-rba-2021-kkpr.json"
};
static const unsigned char file_14[] = {
#embed "Compiled/oss-rba-2021-low.json"
};
static const unsigned char file_15[] = {
#embed "Compiled/oss-rba-2021-medium-high.json"
};
static const unsigned char file_16[] = {
#embed "Compiled/oss-rba-2021-medium-low.json"
};
static const unsigned char file_17[] = {
#embed "Compiled/oss-rba-2021-pb-umku.json"
};
static const unsigned char file_18[] = {
#embed "Compiled/oss-rba-2021-pbg.json"
};
static const unsigned char file_19[] = {
#embed "Compiled/oss-rba-2021-slf.json"
};
static const unsigned char file_20[] = {
#embed "Compiled/oss-rba-2021-supervision.json"
};
static const unsigned char file_21[] = {
#embed "Compiled/oss-rba-2021-ukl-upl.json"
};
static const unsigned char file_22[] = {
#embed "Compiled/pp-24-2018-amdal.json"
};
static const unsigned char file_23[] = {
#embed "Compiled/pp-24-2018-commercial.json"
};
static const unsigned char file_24[] = {
#embed "Compiled/pp-24-2018-imb.json"
};
static const unsigned char file_25[] = {
#embed "Compiled/pp-24-2018-izin-lokasi.json"
};
static const unsigned char file_26[] = {
#embed "Compiled/pp-24-2018-slf.json"
};
static const unsigned char file_27[] = {
#embed "Compiled/pp-24-2018-supervision.json"
};
static const unsigned char file_28[] = {
#embed "Compiled/pp-24-2018-ukl-upl.json"
};
static const unsigned char file_29[] = {
#embed "Compiled/pp-24-2018.json"
};
static const unsigned char file_30[] = {
#embed "Compiled/pp-28-2025-amdal.json"
};
static const unsigned char file_31[] = {
#embed "Compiled/pp-28-2025-high.json"
};
static const unsigned char file_32[] = {
#embed "Compiled/pp-28-2025-kkpr-confirmation.json"
};
static const unsigned char file_33[] = {
#embed "Compiled/pp-28-2025-kkpr-special.json"
};
static const unsigned char file_34[] = {
#embed "Compiled/pp-28-2025-kkpr.json"
};
static const unsigned char file_35[] = {
#embed "Compiled/pp-28-2025-low.json"
};
static const unsigned char file_36[] = {
#embed "Compiled/pp-28-2025-medium-high.json"
};
static const unsigned char file_37[] = {
#embed "Compiled/pp-28-2025-medium-low.json"
};
static const unsigned char file_38[] = {
#embed "Compiled/pp-28-2025-pb-umku.json"
};
static const unsigned char file_39[] = {
#embed "Compiled/pp-28-2025-pbg.json"
};
static const unsigned char file_40[] = {
#embed "Compiled/pp-28-2025-slf.json"
};
static const unsigned char file_41[] = {
#embed "Compiled/pp-28-2025-supervision.json"
};
static const unsigned char file_42[] = {
#embed "Compiled/pp-28-2025-ukl-upl.json"
};
static const unsigned char file_43[] = {
#embed "Compiled/receipt-phase.json"
};
static const unsigned char file_44[] = {
#embed "Compiled/regimes.json"
};
static const unsigned char file_45[] = {
#embed "Compiled/vocabulary.json"
};
static const unsigned char file_46[] = {
#embed "Compiled/SHA256SUMS"
};

static const struct izin_bundle_entry entries[] = {
    {"Calendars/id.json", file_0, sizeof file_0},
    {"Limits/lampiran-1-2021-example.json", file_1, sizeof file_1},
    {"Limits/lampiran-1-2025-example.json", file_2, sizeof file_2},
    {"Profiles/kota-contoh-oss.json", file_3, sizeof file_3},
    {"Profiles/kota-contoh.json", file_4, sizeof file_4},
    {"Profiles/receipt.json", file_5, sizeof file_5},
    {"journeys.json", file_6, sizeof file_6},
    {"laws.json", file_7, sizeof file_7},
    {"madiun-iui-tdi-2017.json", file_8, sizeof file_8},
    {"oss-rba-2021-amdal.json", file_9, sizeof file_9},
    {"oss-rba-2021-construction.json", file_10, sizeof file_10},
    {"oss-rba-2021-high.json", file_11, sizeof file_11},
    {"oss-rba-2021-kkpr-confirmation.json", file_12, sizeof file_12},
    {"oss-rba-2021-kkpr.json", file_13, sizeof file_13},
    {"oss-rba-2021-low.json", file_14, sizeof file_14},
    {"oss-rba-2021-medium-high.json", file_15, sizeof file_15},
    {"oss-rba-2021-medium-low.json", file_16, sizeof file_16},
    {"oss-rba-2021-pb-umku.json", file_17, sizeof file_17},
    {"oss-rba-2021-pbg.json", file_18, sizeof file_18},
    {"oss-rba-2021-slf.json", file_19, sizeof file_19},
    {"oss-rba-2021-supervision.json", file_20, sizeof file_20},
    {"oss-rba-2021-ukl-upl.json", file_21, sizeof file_21},
    {"pp-24-2018-amdal.json", file_22, sizeof file_22},
    {"pp-24-2018-commercial.json", file_23, sizeof file_23},
    {"pp-24-2018-imb.json", file_24, sizeof file_24},
    {"pp-24-2018-izin-lokasi.json", file_25, sizeof file_25},
    {"pp-24-2018-slf.json", file_26, sizeof file_26},
    {"pp-24-2018-supervision.json", file_27, sizeof file_27},
    {"pp-24-2018-ukl-upl.json", file_28, sizeof file_28},
    {"pp-24-2018.json", file_29, sizeof file_29},
    {"pp-28-2025-amdal.json", file_30, sizeof file_30},
    {"pp-28-2025-high.json", file_31, sizeof file_31},
    {"pp-28-2025-kkpr-confirmation.json", file_32, sizeof file_32},
    {"pp-28-2025-kkpr-special.json", file_33, sizeof file_33},
    {"pp-28-2025-kkpr.json", file_34, sizeof file_34},
    {"pp-28-2025-low.json", file_35, sizeof file_35},
    {"pp-28-2025-medium-high.json", file_36, sizeof file_36},
    {"pp-28-2025-medium-low.json", file_37, sizeof file_37},
    {"pp-28-2025-pb-umku.json", file_38, sizeof file_38},
    {"pp-28-2025-pbg.json", file_39, sizeof file_39},
    {"pp-28-2025-slf.json", file_40, sizeof file_40},
    {"pp-28-2025-supervision.json", file_41, sizeof file_41},
    {"pp-28-2025-ukl-upl.json", file_42, sizeof file_42},
    {"receipt-phase.json", file_43, sizeof file_43},
    {"regimes.json", file_44, sizeof file_44},
    {"vocabulary.json", file_45, sizeof file_45},
    {"SHA256SUMS", file_46, sizeof file_46},
};

size_t izin_bundle_count(void) { return sizeof entries / sizeof entries[0]; }
struct izin_bundle_entry izin_bundle_at(size_t index) { return entries[index]; }

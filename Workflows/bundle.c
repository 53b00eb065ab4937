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
#embed "Compiled/Profiles/apromore-call-centre.json"
};
static const unsigned char file_4[] = {
#embed "Compiled/Profiles/blds.json"
};
static const unsigned char file_5[] = {
#embed "Compiled/Profiles/bpic-2012.json"
};
static const unsigned char file_6[] = {
#embed "Compiled/Profiles/bpic-2015.json"
};
static const unsigned char file_7[] = {
#embed "Compiled/Profiles/burlington.json"
};
static const unsigned char file_8[] = {
#embed "Compiled/Profiles/calgary.json"
};
static const unsigned char file_9[] = {
#embed "Compiled/Profiles/coselog-wabo.json"
};
static const unsigned char file_10[] = {
#embed "Compiled/Profiles/hospital.json"
};
static const unsigned char file_11[] = {
#embed "Compiled/Profiles/interval.json"
};
static const unsigned char file_12[] = {
#embed "Compiled/Profiles/kota-contoh-oss.json"
};
static const unsigned char file_13[] = {
#embed "Compiled/Profiles/kota-contoh.json"
};
static const unsigned char file_14[] = {
#embed "Compiled/Profiles/local-tracking.json"
};
static const unsigned char file_15[] = {
#embed "Compiled/Profiles/ocel.json"
};
static const unsigned char file_16[] = {
#embed "Compiled/Profiles/office-monthly.json"
};
static const unsigned char file_17[] = {
#embed "Compiled/Profiles/oss-list-izin.json"
};
static const unsigned char file_18[] = {
#embed "Compiled/Profiles/oss-messages.json"
};
static const unsigned char file_19[] = {
#embed "Compiled/Profiles/oss-nib.json"
};
static const unsigned char file_20[] = {
#embed "Compiled/Profiles/oss-proyek.json"
};
static const unsigned char file_21[] = {
#embed "Compiled/Profiles/provincial.json"
};
static const unsigned char file_22[] = {
#embed "Compiled/Profiles/ptsp-milestones.json"
};
static const unsigned char file_23[] = {
#embed "Compiled/Profiles/receipt.json"
};
static const unsigned char file_24[] = {
#embed "Compiled/Profiles/road-traffic-fines.json"
};
static const unsigned char file_25[] = {
#embed "Compiled/Profiles/running-example.json"
};
static const unsigned char file_26[] = {
#embed "Compiled/Profiles/seattle.json"
};
static const unsigned char file_27[] = {
#embed "Compiled/Profiles/uk-planning-words.json"
};
static const unsigned char file_28[] = {
#embed "Compiled/Profiles/xes.json"
};
static const unsigned char file_29[] = {
#embed "Compiled/journeys.json"
};
static const unsigned char file_30[] = {
#embed "Compiled/laws.json"
};
static const unsigned char file_31[] = {
#embed "Compiled/madiun-iui-tdi-2017.json"
};
static const unsigned char file_32[] = {
#embed "Compiled/oss-rba-2021-amdal.json"
};
static const unsigned char file_33[] = {
#embed "Compiled/oss-rba-2021-construction.json"
};
static const unsigned char file_34[] = {
#embed "Compiled/oss-rba-2021-high.json"
};
static const unsigned char file_35[] = {
#embed "Compiled/oss-rba-2021-kkpr-confirmation.json"
};
static const unsigned char file_36[] = {
#embed "Compiled/oss-rba-2021-kkpr.json"
};
static const unsigned char file_37[] = {
#embed "Compiled/oss-rba-2021-low.json"
};
static const unsigned char file_38[] = {
#embed "Compiled/oss-rba-2021-medium-high.json"
};
static const unsigned char file_39[] = {
#embed "Compiled/oss-rba-2021-medium-low.json"
};
static const unsigned char file_40[] = {
#embed "Compiled/oss-rba-2021-pb-umku.json"
};
static const unsigned char file_41[] = {
#embed "Compiled/oss-rba-2021-pbg.json"
};
static const unsigned char file_42[] = {
#embed "Compiled/oss-rba-2021-slf.json"
};
static const unsigned char file_43[] = {
#embed "Compiled/oss-rba-2021-supervision.json"
};
static const unsigned char file_44[] = {
#embed "Compiled/oss-rba-2021-ukl-upl.json"
};
static const unsigned char file_45[] = {
#embed "Compiled/pp-24-2018-amdal.json"
};
static const unsigned char file_46[] = {
#embed "Compiled/pp-24-2018-commercial.json"
};
static const unsigned char file_47[] = {
#embed "Compiled/pp-24-2018-imb.json"
};
static const unsigned char file_48[] = {
#embed "Compiled/pp-24-2018-izin-lokasi.json"
};
static const unsigned char file_49[] = {
#embed "Compiled/pp-24-2018-slf.json"
};
static const unsigned char file_50[] = {
#embed "Compiled/pp-24-2018-supervision.json"
};
static const unsigned char file_51[] = {
#embed "Compiled/pp-24-2018-ukl-upl.json"
};
static const unsigned char file_52[] = {
#embed "Compiled/pp-24-2018.json"
};
static const unsigned char file_53[] = {
#embed "Compiled/pp-28-2025-amdal.json"
};
static const unsigned char file_54[] = {
#embed "Compiled/pp-28-2025-high.json"
};
static const unsigned char file_55[] = {
#embed "Compiled/pp-28-2025-kkpr-confirmation.json"
};
static const unsigned char file_56[] = {
#embed "Compiled/pp-28-2025-kkpr-special.json"
};
static const unsigned char file_57[] = {
#embed "Compiled/pp-28-2025-kkpr.json"
};
static const unsigned char file_58[] = {
#embed "Compiled/pp-28-2025-low.json"
};
static const unsigned char file_59[] = {
#embed "Compiled/pp-28-2025-medium-high.json"
};
static const unsigned char file_60[] = {
#embed "Compiled/pp-28-2025-medium-low.json"
};
static const unsigned char file_61[] = {
#embed "Compiled/pp-28-2025-pb-umku.json"
};
static const unsigned char file_62[] = {
#embed "Compiled/pp-28-2025-pbg.json"
};
static const unsigned char file_63[] = {
#embed "Compiled/pp-28-2025-slf.json"
};
static const unsigned char file_64[] = {
#embed "Compiled/pp-28-2025-supervision.json"
};
static const unsigned char file_65[] = {
#embed "Compiled/pp-28-2025-ukl-upl.json"
};
static const unsigned char file_66[] = {
#embed "Compiled/receipt-phase.json"
};
static const unsigned char file_67[] = {
#embed "Compiled/regimes.json"
};
static const unsigned char file_68[] = {
#embed "Compiled/vocabulary.json"
};
static const unsigned char file_69[] = {
#embed "Compiled/SHA256SUMS"
};

static const struct izin_bundle_entry entries[] = {
    {"Calendars/id.json", file_0, sizeof file_0},
    {"Limits/lampiran-1-2021-example.json", file_1, sizeof file_1},
    {"Limits/lampiran-1-2025-example.json", file_2, sizeof file_2},
    {"Profiles/apromore-call-centre.json", file_3, sizeof file_3},
    {"Profiles/blds.json", file_4, sizeof file_4},
    {"Profiles/bpic-2012.json", file_5, sizeof file_5},
    {"Profiles/bpic-2015.json", file_6, sizeof file_6},
    {"Profiles/burlington.json", file_7, sizeof file_7},
    {"Profiles/calgary.json", file_8, sizeof file_8},
    {"Profiles/coselog-wabo.json", file_9, sizeof file_9},
    {"Profiles/hospital.json", file_10, sizeof file_10},
    {"Profiles/interval.json", file_11, sizeof file_11},
    {"Profiles/kota-contoh-oss.json", file_12, sizeof file_12},
    {"Profiles/kota-contoh.json", file_13, sizeof file_13},
    {"Profiles/local-tracking.json", file_14, sizeof file_14},
    {"Profiles/ocel.json", file_15, sizeof file_15},
    {"Profiles/office-monthly.json", file_16, sizeof file_16},
    {"Profiles/oss-list-izin.json", file_17, sizeof file_17},
    {"Profiles/oss-messages.json", file_18, sizeof file_18},
    {"Profiles/oss-nib.json", file_19, sizeof file_19},
    {"Profiles/oss-proyek.json", file_20, sizeof file_20},
    {"Profiles/provincial.json", file_21, sizeof file_21},
    {"Profiles/ptsp-milestones.json", file_22, sizeof file_22},
    {"Profiles/receipt.json", file_23, sizeof file_23},
    {"Profiles/road-traffic-fines.json", file_24, sizeof file_24},
    {"Profiles/running-example.json", file_25, sizeof file_25},
    {"Profiles/seattle.json", file_26, sizeof file_26},
    {"Profiles/uk-planning-words.json", file_27, sizeof file_27},
    {"Profiles/xes.json", file_28, sizeof file_28},
    {"journeys.json", file_29, sizeof file_29},
    {"laws.json", file_30, sizeof file_30},
    {"madiun-iui-tdi-2017.json", file_31, sizeof file_31},
    {"oss-rba-2021-amdal.json", file_32, sizeof file_32},
    {"oss-rba-2021-construction.json", file_33, sizeof file_33},
    {"oss-rba-2021-high.json", file_34, sizeof file_34},
    {"oss-rba-2021-kkpr-confirmation.json", file_35, sizeof file_35},
    {"oss-rba-2021-kkpr.json", file_36, sizeof file_36},
    {"oss-rba-2021-low.json", file_37, sizeof file_37},
    {"oss-rba-2021-medium-high.json", file_38, sizeof file_38},
    {"oss-rba-2021-medium-low.json", file_39, sizeof file_39},
    {"oss-rba-2021-pb-umku.json", file_40, sizeof file_40},
    {"oss-rba-2021-pbg.json", file_41, sizeof file_41},
    {"oss-rba-2021-slf.json", file_42, sizeof file_42},
    {"oss-rba-2021-supervision.json", file_43, sizeof file_43},
    {"oss-rba-2021-ukl-upl.json", file_44, sizeof file_44},
    {"pp-24-2018-amdal.json", file_45, sizeof file_45},
    {"pp-24-2018-commercial.json", file_46, sizeof file_46},
    {"pp-24-2018-imb.json", file_47, sizeof file_47},
    {"pp-24-2018-izin-lokasi.json", file_48, sizeof file_48},
    {"pp-24-2018-slf.json", file_49, sizeof file_49},
    {"pp-24-2018-supervision.json", file_50, sizeof file_50},
    {"pp-24-2018-ukl-upl.json", file_51, sizeof file_51},
    {"pp-24-2018.json", file_52, sizeof file_52},
    {"pp-28-2025-amdal.json", file_53, sizeof file_53},
    {"pp-28-2025-high.json", file_54, sizeof file_54},
    {"pp-28-2025-kkpr-confirmation.json", file_55, sizeof file_55},
    {"pp-28-2025-kkpr-special.json", file_56, sizeof file_56},
    {"pp-28-2025-kkpr.json", file_57, sizeof file_57},
    {"pp-28-2025-low.json", file_58, sizeof file_58},
    {"pp-28-2025-medium-high.json", file_59, sizeof file_59},
    {"pp-28-2025-medium-low.json", file_60, sizeof file_60},
    {"pp-28-2025-pb-umku.json", file_61, sizeof file_61},
    {"pp-28-2025-pbg.json", file_62, sizeof file_62},
    {"pp-28-2025-slf.json", file_63, sizeof file_63},
    {"pp-28-2025-supervision.json", file_64, sizeof file_64},
    {"pp-28-2025-ukl-upl.json", file_65, sizeof file_65},
    {"receipt-phase.json", file_66, sizeof file_66},
    {"regimes.json", file_67, sizeof file_67},
    {"vocabulary.json", file_68, sizeof file_68},
    {"SHA256SUMS", file_69, sizeof file_69},
};

size_t izin_bundle_count(void) { return sizeof entries / sizeof entries[0]; }
struct izin_bundle_entry izin_bundle_at(size_t index) { return entries[index]; }

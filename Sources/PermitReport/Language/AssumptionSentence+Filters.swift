extension AssumptionSentence {
    /// The sentences of filters and of the life of activities.
    ///
    /// Of a filter the values are its text, the permits and the events that it left out.
    static let selectionTemplates: Words.Table = [
        "filter_condition": filter("permits with {0}", "izin dengan {0}"),
        "filter_start": filter("permits that begin with \"{0}\"", "izin yang dimulai dengan \"{0}\""),
        "filter_end": filter(
            "permits whose last event before the data cut is \"{0}\"",
            "izin yang kejadian terakhirnya sebelum akhir data adalah \"{0}\""
        ),
        "filter_has": filter("permits with the activity \"{0}\"", "izin dengan kegiatan \"{0}\""),
        "filter_has_not": filter("permits without the activity \"{0}\"", "izin tanpa kegiatan \"{0}\""),
        "filter_path": filter("permits that go \"{0}\"", "izin yang menempuh \"{0}\""),
        "filter_duration": filter(
            "permits that last {0} from the first event to the last, both ends included,",
            "izin yang berlangsung {0} dari kejadian pertama sampai terakhir, kedua ujung termasuk,"
        ),
        "filter_window_contained": filter(
            "permits with all events in {0}, the end excluded,",
            "izin yang semua kejadiannya dalam {0}, ujung akhir tidak termasuk,"
        ),
        "filter_window_intersecting": filter(
            "permits whose span touches {0}, the end excluded,",
            "izin yang rentangnya menyentuh {0}, ujung akhir tidak termasuk,"
        ),
        "filter_window_started": filter(
            "permits whose first event lies in {0}, the end excluded,",
            "izin yang kejadian pertamanya dalam {0}, ujung akhir tidak termasuk,"
        ),
        "filter_window_ended": filter(
            "permits whose last event lies in {0}, the end excluded,",
            "izin yang kejadian terakhirnya dalam {0}, ujung akhir tidak termasuk,"
        ),
        "filter_window_trimmed": filter(
            "events in {0}, the end excluded,",
            "kejadian dalam {0}, ujung akhir tidak termasuk,"
        ),
        "filter_variants": (
            "Only permits of the commonest sequences of activities are counted ({0}: {3#} of {4#}, each of {5#permit|permits} "
                + "or more, ties included): {1#permit|permits} and {2#event|events} were left out.",
            "Hanya izin dengan urutan kegiatan tersering yang dihitung ({0}: {3#} dari {4#}, masing-masing sekurangnya {5#} "
                + "izin, yang sama banyak ikut): {1#} izin dan {2#} kejadian tidak disertakan."
        ),
        "lifecycle_all": (
            "Every event counts, whatever it says of its activity ({0*}): an activity with a start and a completion counts "
                + "twice (--lifecycle complete or pair counts it once).",
            "Setiap kejadian dihitung, apa pun tahap kegiatannya ({0*}): kegiatan dengan awal dan akhir terhitung dua kali "
                + "(--lifecycle complete atau pair menghitungnya sekali)."
        ),
        "lifecycle_complete": (
            "Only events that complete an activity count, and those that do not say; of all there are {0*}.",
            "Hanya kejadian yang menyelesaikan kegiatan yang dihitung, dan yang tidak menyebut tahapnya; seluruhnya {0*}."
        ),
        "lifecycle_unknown": (
            "Words for the life of an activity that neither XES nor BPMN has count as events of their own: {0*}.",
            "Istilah tahap kegiatan yang tidak dikenal XES maupun BPMN dihitung sebagai kejadian sendiri: {0*}."
        ),
        "lifecycle_paired": (
            "{0#activity has|activities have} a beginning and an end and count once, at the end; {1#end|ends} without a "
                + "beginning {1?counts|count} without a length; {2#beginning|beginnings} without an end, {3#plan|plans} that never began "
                + "and {4#permit|permits} of which nothing ended are left out.",
            "{0#} kegiatan memiliki awal dan akhir dan dihitung sekali, pada akhirnya; {1#} akhir tanpa awal dihitung tanpa "
                + "lama; {2#} awal tanpa akhir, {3#} rencana yang tidak dimulai, dan {4#} izin yang belum menyelesaikan apa pun "
                + "tidak disertakan."
        ),
    ]

    private static func filter(
        _ english: String,
        _ indonesian: String
    ) -> (english: String, indonesian: String) {
        (
            "Only \(english) are counted: {1#permit|permits} and {2#event|events} were left out.",
            "Hanya \(indonesian) yang dihitung: {1#} izin dan {2#} kejadian tidak disertakan."
        )
    }
}

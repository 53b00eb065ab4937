extension AssumptionSentence {
    /// The sentences that need no more than their gaps filled (see `Sentence`).
    static let templates: Words.Table = [
        "zone": (
            "Days are those of the zone {0}, whatever offset a time carries.",
            "Hari dihitung menurut zona waktu {0}, apa pun zona yang tertulis pada data."
        ),
        "profile": (
            "The columns and words of the file were read by the profile \"{0}\" (--profile chooses another).",
            "Kolom dan istilah berkas dibaca dengan profil \"{0}\" (--profile memilih yang lain)."
        ),
        "no_profile": (
            "No profile was used: activities are read as the file writes them.",
            "Tanpa profil: kegiatan dibaca seperti yang tertulis di berkas."
        ),
        "columns": (
            "The column \"{0}\" names the permit, \"{1}\" the activity and \"{2}\" the time.",
            "Kolom \"{0}\" adalah izin, \"{1}\" kegiatan, dan \"{2}\" waktu."
        ),
        "stamps_without_zone": (
            "{0#time|times} without a zone {0?was|were} read as local time of {1}.",
            "{0#} waktu tanpa zona dibaca sebagai waktu setempat {1}."
        ),
        "date_only_stamps": (
            "{0#time is a date|times are dates} only: the first moment of the day, in the order of the file.",
            "{0#} waktu hanya berupa tanggal: dianggap awal hari, menurut urutan di berkas."
        ),
        "open_censored": (
            "{0#open permit counts|open permits count} with the time waited until the data cut (right-censored, "
                + "Kaplan-Meier), instead of being left out.",
            "{0#} izin yang belum diputuskan dihitung dengan masa tunggunya sampai akhir data (tersensor kanan, "
                + "Kaplan-Meier), tidak diabaikan."
        ),
        "negative_left_out": (
            "{0#permit is|permits are} dated as decided before submission: counted in shares, left out of durations.",
            "{0#} izin bertanggal keputusan sebelum permohonan: dihitung dalam persentase, tidak dalam lama proses."
        ),
        "span_is_not_turnaround": (
            "The span from the first to the last event of a case is not a turnaround: when permits were submitted "
                + "and decided is not known. Name a profile with milestones (--profile) or a workflow (--workflow).",
            "Rentang dari kejadian pertama sampai terakhir bukan lama proses izin: kapan izin diajukan dan diputuskan "
                + "tidak diketahui. Sebutkan profil dengan tonggak (--profile) atau alur (--workflow)."
        ),
        "unbound": (
            "{0#permit has|permits have} no workflow that governs {0?it|them}: not judged, and counted as such.",
            "{0#} izin tidak tercakup alur mana pun: tidak dinilai, tetapi tetap dihitung."
        ),
        "decided_after_cut": (
            "{0#permit is|permits are} dated as decided after the data cut: open in this report (--as-of sets a later cut).",
            "{0#} izin bertanggal keputusan sesudah akhir data: dianggap terbuka (--as-of memundurkan akhir data)."
        ),
        "joined": (
            "{0}, read by the profile \"{1}\", widens the rows: of {2#row|rows}, {3#row of the log has|rows of the log have} one, "
                + "{4} none, {5} several of which the first is used; {6#key is|keys are} of no row of the log.",
            "{0}, dibaca dengan profil \"{1}\", melengkapi baris: dari {2#} baris, {3#} baris data punya satu pasangan, {4} "
                + "tidak punya, {5} punya beberapa (yang pertama dipakai); {6#} kunci tidak ada pada data."
        ),
        "unconfirmed_milestone": (
            "No office has confirmed that the column of \"{0}\" means it: check it on ten permits before the figure is used.",
            "Belum ada kantor yang memastikan bahwa kolom untuk \"{0}\" memang berarti demikian: periksa pada sepuluh izin "
                + "sebelum angkanya dipakai."
        ),
        "limit_column": (
            "Each permit's limit is the number of days in the column \"{0}\" ({1}, from {2}), without pauses.",
            "Batas waktu tiap izin adalah jumlah hari pada kolom \"{0}\" ({1}, sejak {2}), tanpa jeda."
        ),
        "personal_kept": (
            "Personal columns are kept and shown, because that was asked for (--keep-personal): {0*}.",
            "Kolom pribadi disimpan dan ditampilkan, sesuai permintaan (--keep-personal): {0*}."
        ),
        "columns_missing": (
            "The profile asks for columns that the file does not have: {0*}.",
            "Profil meminta kolom yang tidak ada pada berkas: {0*}."
        ),
        "outside_force": (
            "{1#permit was|permits were} submitted outside the days that \"{0}\" governs ({2} until {3}).",
            "{1#} izin diajukan di luar masa berlaku \"{0}\" ({2} sampai {3})."
        ),
        "setting_changed": (
            "The setting \"{1}\" of \"{0}\" was set to {2} (--set); it has another default.",
            "Setelan \"{1}\" dalam \"{0}\" diubah menjadi {2} (--set), bukan nilai bawaannya."
        ),
        "what_if": (
            "Each permit is counted under both rules, whatever the day of its submission: the other rule is a what-if, and "
                + "nobody acted under it.",
            "Setiap izin dihitung menurut kedua aturan, kapan pun diajukan: aturan yang lain hanya pengandaian, tidak ada "
                + "yang bertindak menurutnya."
        ),
        "submission_unknown": (
            "{0#permit has|permits have} no known submission: counted as open or resolved, left out of durations.",
            "{0#} izin tidak diketahui waktu permohonannya: dihitung sebagai terbuka atau selesai, tanpa lama proses."
        ),
        "unmeasured_year": (
            "{1#permit needs|permits need} days of {0}, a year outside the calendar: {1?its clock is|their clocks are} "
                + "unmeasured.",
            "{1#} izin memerlukan hari pada tahun {0}, di luar kalender: jangka waktunya tidak diukur."
        ),
        "deadline_column": (
            "Deadlines are those written in the column \"{0}\"; a date alone means the end of that day.",
            "Batas waktu adalah yang tertulis di kolom \"{0}\"; tanggal saja berarti akhir hari itu."
        ),
        "filter": (
            "Only permits with {0} = \"{1}\" are counted: {2#permit|permits} and {3#event|events} were left out.",
            "Hanya izin dengan {0} = \"{1}\" yang dihitung: {2#} izin dan {3#} kejadian tidak disertakan."
        ),
        "percentiles": (
            "Percentiles are linear between closest ranks (type 7).",
            "Persentil dihitung linear di antara peringkat terdekat (tipe 7)."
        ),
        "duplicates_kept": (
            "{0#row repeats|rows repeat} activity and time of an earlier row of the permit; {0?it is|they are} kept.",
            "{0#} baris mengulang kegiatan dan waktu baris lain dari izin yang sama; tetap dihitung."
        ),
        "holders_decided_only": (
            "Who held the time is measured on the {0#decided permit|decided permits} only.",
            "Siapa yang memegang waktu hanya diukur pada {0#} izin yang sudah diputuskan."
        ),
        "facts_missing": (
            "Facts that rules ask for are missing from the data: {0*}.",
            "Data yang diminta aturan tidak ada: {0*}."
        ),
    ]
}

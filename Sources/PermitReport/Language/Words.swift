internal import PermitMetrics

/// The words that a reader of a report meets for the names that figures carry.
struct Words {
    let language: Language

    /// A table of names with their English and Indonesian words.
    typealias Table = [String: (english: String, indonesian: String)]

    /// On whose desk a permit lay.
    func holder(_ name: String) -> String { word(name, in: Self.holders) }

    /// How a permit ended.
    func outcome(_ name: String) -> String { word(name, in: Self.outcomes) }

    /// A departure from the workflow.
    func deviation(_ kind: String) -> String { word(kind, in: Self.deviations) }

    /// What a clock counts.
    func clockUnit(_ unit: String) -> String { word(unit, in: Self.clockUnits) }

    /// How a permit stands by a clock.
    func clockClass(_ name: String) -> String { word(name, in: Self.clockClasses) }

    /// What an indicator measures.
    func indicator(_ id: Indicator.ID) -> String { word(id.rawValue, in: Self.indicators) }

    /// A way to flatter a figure.
    func flattery(_ kind: FlatteryCheck.Kind) -> String { word(kind.rawValue, in: Self.flatteries) }

    /// Why a month stands out.
    func signal(_ name: String) -> String { word(name, in: Self.signals) }

    /// The title in the report's language; the name itself where there is none.
    func title(_ title: [String: String], of name: String) -> String { title[language.rawValue] ?? name }

    private func word(_ name: String, in table: Table) -> String {
        guard let words = table[name] else { return name.replacing("_", with: " ") }
        return language.pick(words.english, words.indonesian)
    }

    private static let holders: Table = [
        "applicant": ("applicant", "pemohon"),
        "office": ("licensing office", "kantor perizinan"),
        "technical_agency": ("technical agency", "dinas teknis"),
        "other_agency": ("other agency", "instansi lain"),
        "payment": ("payment", "pembayaran"),
        "system": ("system", "sistem"),
    ]

    private static let outcomes: Table = [
        "issued": ("issued", "terbit"),
        "refused": ("refused", "ditolak"),
        "deemed": ("deemed approved (fiktif positif)", "fiktif positif"),
        "withdrawn": ("withdrawn", "dicabut pemohon"),
        "cancelled": ("cancelled", "batal"),
        "revoked": ("revoked", "dicabut"),
        "closed": ("closed", "ditutup"),
        "decided": ("decided", "diputuskan"),
        "open": ("open", "belum diputuskan"),
    ]

    private static let deviations: Table = [
        "unknown_activity": ("activity that no workflow knows", "kegiatan yang tidak dikenal alur"),
        "not_allowed": ("not allowed at this point", "belum boleh pada tahap ini"),
        "ambiguous": ("several outcomes are possible", "hasilnya bisa lebih dari satu"),
        "wrong_start": ("does not begin at the start", "tidak mulai dari awal alur"),
        "after_end": ("after the end of the procedure", "sesudah alur berakhir"),
        "wrong_role": ("done by the wrong role", "dikerjakan peran yang salah"),
        "same_actor": ("the same person twice", "orang yang sama dua kali"),
        "missing_document": ("a document is missing", "dokumen tidak ada"),
        "guard_failed": ("a condition is not met", "syarat tidak terpenuhi"),
        "guard_unknown": ("a condition cannot be judged", "syarat tidak dapat dinilai"),
        "clock_already_running": ("a clock was started again", "jangka waktu dimulai dua kali"),
        "fact_changed": ("a recorded fact changed", "data permohonan berubah"),
        "deemed_due_not_recorded": (
            "deemed approval fell due, not recorded", "fiktif positif jatuh tempo, tidak tercatat"
        ),
        "decided_after_deemed_due": (
            "decided after deemed approval fell due", "diputuskan setelah fiktif positif jatuh tempo"
        ),
        "lapse_due_not_recorded": (
            "the law ended it here, and the log has nothing of it",
            "menurut aturan berakhir di sini, tidak tercatat"
        ),
        "outside_force": (
            "submitted outside the days that the workflow governs", "diajukan di luar masa berlaku alur"
        ),
        "code_outside_table": (
            "a code that the table of codes does not have", "kode yang tidak ada dalam tabel kode"
        ),
        "link_missing": (
            "the project has no permit that had to come first", "izin yang harus mendahului tidak ada"
        ),
        "link_not_ended": (
            "the permit that had to come first was not granted yet", "izin yang harus mendahului belum terbit"
        ),
    ]

    private static let clockClasses: Table = [
        "on_time": ("on time", "tepat waktu"),
        "late": ("late", "terlambat"),
        "open_in_time": ("open, in time", "terbuka, dalam batas"),
        "open_late": ("open, overdue", "terbuka, lewat batas"),
        "deemed_recorded": ("deemed approved", "fiktif positif"),
        "withdrawn": ("withdrawn", "dicabut pemohon"),
        "unmeasured": ("not measured", "tidak terukur"),
    ]

    private static let clockUnits: Table = [
        "working_days": ("working days", "hari kerja"),
        "calendar_days": ("calendar days", "hari kalender"),
        "elapsed": ("elapsed time", "waktu berjalan"),
        "table": ("limits of a table", "batas menurut tabel"),
        "deadline": ("date written in the file", "tanggal yang tertulis di berkas"),
    ]

    private static let flatteries: Table = [
        "open_left_out": ("open late ones left out", "tunggakan lewat batas diabaikan"),
        "open_not_waited": ("open ones left out of the time", "yang terbuka tidak dihitung"),
        "counted_from_complete": ("counted from the complete file", "dihitung sejak berkas lengkap"),
        "clock_restarted": ("clock began again", "jangka waktu mulai lagi"),
        "clock_waited": ("clock waited", "jangka waktu berhenti"),
        "repeated_restarts": ("clock began again twice or more", "mulai lagi dua kali atau lebih"),
        "withdrawn_near_deadline": ("withdrawn near the deadline", "dicabut menjelang batas"),
        "instant_pooled": ("instant permits in the pool", "izin seketika ikut dihitung"),
        "whole_days": ("one day counted by whole days", "satu hari dihitung hari penuh"),
        "same_day_rounds": ("given back and returned in a day", "bolak-balik dalam satu hari"),
        "handed_in_again": ("handed in again within 30 days", "diajukan ulang dalam 30 hari"),
    ]

    private static let signals: Table = [
        "outside": ("outside the limits", "di luar batas"),
        "run": ("eighth in a row on one side", "kedelapan berturut-turut di satu sisi"),
        "near_limit": ("three of four near a limit", "tiga dari empat dekat batas"),
        "jump": ("a jump", "lonjakan"),
    ]

    private static let indicators: Table = [
        "total_time": ("total time", "waktu total"),
        "agency_time": ("agency time", "waktu proses dinas"),
        "applicant_time": ("applicant time", "waktu pemohon"),
        "first_response": ("first response", "respons pertama"),
        "on_time": ("on time", "tepat waktu"),
        "hold_share": ("clock waited or began again", "jangka waktu berhenti atau mulai lagi"),
        "rework_rounds": ("rounds of corrections", "putaran perbaikan"),
        "disposition_time": ("disposition time", "waktu penuntasan"),
        "outcome_shares": ("how permits ended", "akhir permohonan"),
        "backlog": ("backlog", "tunggakan"),
        "clearance_rate": ("clearance rate", "tingkat penyelesaian"),
        "online_share": ("applications online", "permohonan daring"),
        "first_time_right": ("first-time-right", "sekali jadi"),
        "deemed_share": ("deemed approvals", "fiktif positif"),
        "conformance": ("conformance", "kepatuhan alur"),
        "data_quality": ("data quality", "mutu data"),
    ]
}

/// What an indicator needs, and what becomes of it without.
public struct Requirement: Hashable, Sendable {
    /// One thing that it needs.
    public struct Need: Hashable, Sendable {
        /// Any of these serves.
        public var anyOf: [Evidence]
        /// Whether there is no figure at all without it.
        public var isEssential: Bool
        /// Whether a date serves whose meaning no office has confirmed.
        public var acceptsUnconfirmed: Bool
        /// What is wrong with the figure without it.
        public var bias: Bilingual
    }

    /// The indicator's id in reports.
    public var id: String
    /// What it is called.
    public var title: Bilingual
    /// What it needs.
    public var needs: [Need]

    /// The sixteen indicators, one row each, in the order of the core set.
    public static let all: [Requirement] = times + shares + flows + rest

    init(_ id: String, _ title: Bilingual, _ needs: [Need]) {
        self.id = id
        self.title = title
        self.needs = needs
    }
}

extension Requirement.Need {
    /// A need without which there is no figure.
    static func must(
        _ evidence: Evidence...,
        confirmed: Bool = false,
        else english: String,
        _ indonesian: String
    ) -> Self {
        Self(
            anyOf: evidence,
            isEssential: true,
            acceptsUnconfirmed: !confirmed,
            bias: Bilingual(english, indonesian)
        )
    }

    /// A need without which the figure is there and biased.
    static func should(_ evidence: Evidence..., else english: String, _ indonesian: String) -> Self {
        Self(
            anyOf: evidence,
            isEssential: false,
            acceptsUnconfirmed: true,
            bias: Bilingual(english, indonesian)
        )
    }

    /// Open permits are in, or the figure is of survivors.
    fileprivate static let open = should(
        .openPermits,
        else:
            "of decided permits alone: the slow ones that are still open are missing, so times look short and shares good",
        "hanya yang sudah diputuskan: yang lambat dan belum selesai tidak ada, sehingga waktu tampak singkat dan persentase tampak baik"
    )

    fileprivate static let start = must(
        .submitted,
        else:
            "no day to count from",
        "tidak ada awal hitungan"
    )

    fileprivate static let end = must(
        .decided,
        else: "no day to count to",
        "tidak ada akhir hitungan"
    )

    fileprivate static let decision = must(
        .decided,
        else: "which permits were decided, and when, is not known",
        "tidak diketahui permohonan mana yang diputuskan dan kapan"
    )

    fileprivate static let returned = must(
        .returns,
        else: "returns are not in the file: every permit would look right the first time",
        "pengembalian tidak tercatat: semua permohonan akan tampak sekali jadi"
    )
}

extension Requirement {
    private static let times = [
        Requirement("total_time", Bilingual("total time", "waktu total"), [.start, .end, .open]),
        Requirement(
            "agency_time",
            Bilingual("agency time", "waktu proses dinas"),
            [
                .start, .end,
                .should(
                    .returns,
                    else: "wall age alone: the time that the applicant took counts as the office's",
                    "hanya umur kalender: waktu pemohon terhitung sebagai waktu kantor"
                ),
                .should(
                    .answers,
                    else: "when a pause ends is not known: statutory time and effort cannot be told apart",
                    "akhir jeda tidak diketahui: waktu menurut aturan dan waktu kerja tidak dapat dipisahkan"
                ),
            ]
        ),
        Requirement(
            "applicant_time",
            Bilingual("applicant time", "waktu pemohon"),
            [
                .start, .end, .returned,
                .must(
                    .answers,
                    else: "when a pause ends is not known",
                    "akhir jeda tidak diketahui"
                ),
            ]
        ),
        Requirement(
            "first_response",
            Bilingual("first response", "respons pertama"),
            [
                .start,
                .must(
                    .firstResponse,
                    else: "the decision would stand for the first answer, which came earlier",
                    "keputusan akan dianggap respons pertama, padahal respons datang lebih dulu"
                ),
            ]
        ),
    ]

    private static let shares = [
        Requirement(
            "on_time",
            Bilingual("on time", "tepat waktu"),
            [
                .must(
                    .submitted,
                    confirmed: true,
                    else:
                        "no day to count from; another date in its place, such as that of the NIB (Tanggal Terbit Oss) or of the project, makes permits of old businesses late and of new ones early",
                    "tidak ada awal hitungan; memakai tanggal lain, seperti tanggal NIB (Tanggal Terbit Oss) atau proyek, membuat izin usaha lama terlambat dan yang baru tepat waktu"
                ),
                .end,
                .must(
                    .limit,
                    else: "there is nothing to be on time for",
                    "tidak ada batas yang dapat dipenuhi"
                ),
                .should(
                    .returns,
                    else: "pauses are not known: permits that waited for the applicant look late",
                    "jeda tidak diketahui: permohonan yang menunggu pemohon tampak terlambat"
                ),
                .open,
            ]
        ),
        Requirement("hold_share", Bilingual("hold share", "perpanjangan"), [.decision, .returned]),
        Requirement(
            "first_time_right",
            Bilingual("first-time-right", "sekali jadi"),
            [.decision, .returned]
        ),
        Requirement(
            "rework_rounds",
            Bilingual("rework rounds", "putaran perbaikan"),
            [
                .decision, .returned,
                .should(
                    .rounds,
                    else: "one column holds one return: rounds are counted as one at most",
                    "satu kolom hanya memuat satu pengembalian: putaran terhitung paling banyak satu"
                ),
            ]
        ),
    ]

    private static let flows = [
        Requirement(
            "clearance_rate",
            Bilingual("clearance rate", "tingkat penyelesaian"),
            [
                .must(
                    .submitted,
                    .counts,
                    else: "what came in is not known",
                    "permohonan masuk tidak diketahui"
                ),
                .must(
                    .decided,
                    .counts,
                    else: "what went out is not known",
                    "permohonan selesai tidak diketahui"
                ),
                .should(
                    .openPermits,
                    .counts,
                    else: "what came in and was not decided is missing: the rate comes near 100 % by itself",
                    "yang masuk dan belum diputuskan tidak ada: angkanya mendekati 100 % dengan sendirinya"
                ),
            ]
        ),
        Requirement(
            "disposition_time",
            Bilingual("disposition time", "waktu penyelesaian tunggakan"),
            [
                .must(
                    .openPermits,
                    else: "what is pending is not in the file",
                    "tunggakan tidak ada dalam berkas"
                ),
                .decision,
            ]
        ),
        Requirement(
            "backlog",
            Bilingual("backlog and age", "tunggakan dan umurnya"),
            [
                .must(
                    .openPermits,
                    else: "what is pending is not in the file; a backlog of zero would be an artefact",
                    "tunggakan tidak ada dalam berkas; angka nol hanyalah akibat cara ekspor"
                ),
                .start,
            ]
        ),
        Requirement(
            "deemed_share",
            Bilingual("approvals by silence", "fiktif positif"),
            [
                .decision,
                .must(
                    .deemed,
                    else: "approvals by silence look like any other grant: a share of zero would say nothing",
                    "fiktif positif tampak seperti terbit biasa: angka nol tidak berarti apa-apa"
                ),
            ]
        ),
        Requirement(
            "outcome_shares",
            Bilingual("issued, refused, withdrawn", "terbit, ditolak, dicabut"),
            [
                .must(
                    .outcome,
                    .counts,
                    else: "how permits ended is not known",
                    "hasil akhir tidak diketahui"
                ),
                .must(
                    .refusals,
                    .counts,
                    else:
                        "all permits are granted ones: the share issued is 100 % by the way the file was made",
                    "semuanya izin terbit: tingkat penerbitan 100 % karena cara berkas dibuat"
                ),
            ]
        ),
    ]

    private static let rest = [
        Requirement(
            "online_share",
            Bilingual("applications online", "adopsi online"),
            [
                .must(
                    .channel,
                    else: "an export of one channel is 100 % that channel",
                    "ekspor dari satu kanal selalu 100 % kanal itu"
                ),
                .should(
                    .submitted,
                    else: "counted by decision, not by application",
                    "dihitung menurut keputusan, bukan permohonan"
                ),
            ]
        ),
        Requirement(
            "conformance",
            Bilingual("conformance", "kepatuhan alur"),
            [
                .must(
                    .steps,
                    else: "a start and an end fit every workflow",
                    "awal dan akhir saja selalu cocok dengan alur mana pun"
                )
            ]
        ),
        Requirement("data_quality", Bilingual("data quality", "mutu data"), []),
    ]
}

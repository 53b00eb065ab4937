/// What a date in a permit's life means.
public enum DateMeaning: String, Hashable, Sendable, CaseIterable {
    /// The application was handed in.
    case submitted
    /// The application was found complete.
    case complete
    /// The application was given back to the applicant.
    case returned
    /// The applicant answered.
    case answered
    /// Somebody in the office or an agency examined it.
    case verified
    /// The permit was granted.
    case issued
    /// The application was refused.
    case refused
    /// The applicant took it back, or it fell away.
    case withdrawn
    /// What follows the decision: printing, handing over, finished works.
    case after
    /// The last day in time.
    case deadline
    /// The day on which the business was given its number (NIB), which is no step of this permit.
    case businessNumber = "business_number"
    /// The end of validity.
    case expiry
    /// A milestone of another kind.
    case other

    /// Whether it is a step of a permit's course, in the order of a milestone sheet.
    public var isStep: Bool { ![.deadline, .businessNumber, .expiry].contains(self) }

    /// Whether the office decided there.
    public var isDecision: Bool { self == .issued || self == .refused }

    /// The canonical term that a draft profile names it by; nil where the column's own name serves.
    var term: String? {
        switch self {
        case .submitted: "submitted"
        case .complete: "complete"
        case .returned: "returned"
        case .answered: "confirmation_given"
        case .verified: "requirements_verified"
        case .issued: "issued"
        case .refused: "rejected"
        case .withdrawn: "withdrawn"
        case .after, .deadline, .businessNumber, .expiry, .other: nil
        }
    }

    /// What a column of dates means by its name.
    init(column name: HeaderWords) {
        self = Self.rules.first { $0.holds(name) }?.meaning ?? .other
    }

    /// What an activity means by its canonical term.
    init(term: String, isReturn: Bool = false) {
        if isReturn {
            self = .returned
        } else {
            self = Self.terms.first { $0.value.contains(term) }?.key ?? .other
        }
    }

    private static let terms: [DateMeaning: Set<String>] = [
        .submitted: [
            "submitted", "filed", "registered", "requirements_filed", "commitments_filed",
            "receipt_confirmed",
        ],
        .complete: ["complete"],
        .returned: [
            "incomplete", "returned", "confirmation_asked", "reconfirmation_asked", "correction_asked",
            "revision_asked",
        ],
        .answered: [
            "confirmation_given", "reconfirmation_given", "correction_filed", "revision_filed",
            "resumption_asked",
        ],
        .verified: [
            "validation", "inspection", "requirements_verified", "checked", "assessed", "recommended",
            "standards_met",
        ],
        .issued: [
            "approved", "issued", "effective", "issued_on_commitment", "nib_issued", "certificate_verified",
            "deemed_approved", "certificate_verified_deemed", "deemed_given", "provisional", "decided",
        ],
        .refused: ["rejected", "refused"],
        .withdrawn: [
            "withdrawn", "cancelled", "lapsed", "correction_lapsed", "revision_lapsed", "payment_lapsed",
        ],
        .after: ["printed", "handed_over", "collected", "closed", "completed"],
    ]

    private struct Rule {
        var meaning: DateMeaning
        var stems: [String] = []
        var phrases: [String] = []

        func holds(_ name: HeaderWords) -> Bool { name.hasPhrase(phrases) || name.hasStem(stems) }
    }

    /// The first rule that holds counts.
    private static let rules = [
        Rule(
            meaning: .deadline,
            stems: ["deadline", "target", "eta"],
            phrases: ["batas waktu", "jatuh tempo", "due date", "next sla"]
        ),
        Rule(
            meaning: .expiry,
            stems: ["expir", "kadaluarsa", "kedaluwarsa", "berlaku"],
            phrases: ["masa berlaku", "valid until"]
        ),
        Rule(meaning: .businessNumber, phrases: ["terbit oss", "terbit nib", "tanggal nib", "tgl nib"]),
        Rule(
            meaning: .withdrawn,
            stems: ["dicabut", "pencabutan", "dibatalkan", "pembatalan", "withdraw", "cancel", "void"]
        ),
        Rule(
            meaning: .refused,
            stems: ["ditolak", "penolakan", "tolak", "reject", "refus", "denied", "denial"]
        ),
        Rule(
            meaning: .returned,
            stems: ["pengembalian", "dikembalikan", "return", "incomplete", "pending"],
            phrases: ["tidak lengkap", "belum lengkap"]
        ),
        Rule(meaning: .answered, stems: ["perbaikan", "dilengkapi", "resubmi", "answer"]),
        Rule(
            meaning: .submitted,
            stems: [
                "permohonan", "pengajuan", "diajukan", "pendaftaran", "daftar", "masuk", "appl", "submi",
                "filed", "filing", "received", "receipt", "lodged", "indate", "entry", "start",
            ]
        ),
        Rule(meaning: .complete, stems: ["lengkap", "kelengkapan"]),
        Rule(
            meaning: .after,
            stems: [
                "cetak", "pencetakan", "diserahkan", "penyerahan", "diambil", "completed", "complet", "final",
                "finish", "closed", "selesai",
            ]
        ),
        Rule(
            meaning: .verified,
            stems: ["verif", "valid", "rekomendasi", "pertek", "teknis", "review", "inspect", "survei"]
        ),
        Rule(
            meaning: .issued,
            stems: [
                "terbit", "penerbitan", "issu", "approv", "setuju", "disetujui", "keputusan", "decid",
                "decision",
            ],
            phrases: ["tgl izin", "tanggal izin", "tgl sk", "tanggal sk", "end"]
        ),
    ]
}

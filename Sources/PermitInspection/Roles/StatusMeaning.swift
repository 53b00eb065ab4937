internal import PermitLog
internal import PermitWorkflow

/// What a word for a permit's state means.
enum StatusMeaning: Hashable, Sendable {
    /// The permit was granted.
    case issued
    /// The application was refused.
    case refused
    /// The application was taken back or fell away.
    case withdrawn
    /// The application is still being worked on.
    case open

    /// Whether the permit has ended.
    var isEnd: Bool { self != .open }

    /// What a word means: by the profile, then by the vocabulary, then by itself; nil when nothing tells.
    init?(_ word: String, profile: Profile?, vocabulary: Vocabulary?) {
        if let outcome = profile?.outcome?.words[word], let meaning = Self(outcome: outcome) {
            self = meaning
        } else if let meaning = Self(plain: word) {
            self = meaning
        } else if let term = vocabulary?.term(word: profile?.vocabulary[word] ?? word),
            let meaning = Self(DateMeaning(term: term.name.text, isReturn: term.isReturn))
        {
            self = meaning
        } else {
            return nil
        }
    }

    private init?(outcome: String) {
        switch Outcome(rawValue: outcome) {
        case .issued, .deemed, .closed, .revoked: self = .issued
        case .refused: self = .refused
        case .withdrawn, .cancelled: self = .withdrawn
        case nil:
            guard outcome == "open" else { return nil }
            self = .open
        }
    }

    private init?(_ meaning: DateMeaning) {
        switch meaning {
        case .issued, .after: self = .issued
        case .refused: self = .refused
        case .withdrawn: self = .withdrawn
        case .submitted, .complete, .returned, .answered, .verified: self = .open
        default: return nil
        }
    }

    private init?(plain word: String) {
        let words = HeaderWords(word)
        guard let meaning = Self.stems.first(where: { words.hasStem($0.stems) })?.meaning else { return nil }
        self = meaning
    }

    /// The first row that holds counts: `belum terbit` is open.
    private static let stems: [(meaning: StatusMeaning, stems: [String])] = [
        (
            .open,
            [
                "belum", "menunggu", "proses", "diproses", "pending", "review", "dikembalikan", "draft",
                "draf", "open", "accepted", "diterima",
            ]
        ),
        (.refused, ["ditolak", "penolakan", "tolak", "refus", "reject", "denied"]),
        (.withdrawn, ["dicabut", "batal", "dibatalkan", "withdraw", "cancel", "void", "gugur"]),
        (
            .issued,
            [
                "terbit", "issued", "selesai", "disetujui", "approved", "complete", "final", "closed",
                "ditetapkan", "fiktif",
            ]
        ),
    ]
}

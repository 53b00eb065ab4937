/// Whether an indicator can be computed from a file, and what is lacking.
public struct Readiness: Hashable, Sendable {
    /// How far a figure can be computed.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// The figure means what it says.
        case computable
        /// There is a figure, and it is biased or leaves something out.
        case partly
        /// There is no honest figure.
        case not
    }

    /// Something that is lacking.
    public struct Lack: Hashable, Sendable {
        /// What; of several any would serve.
        public var evidence: [Evidence]
        /// Whether there is no figure without it.
        public var isEssential: Bool
        /// What is wrong with the figure if it is used anyway.
        public var bias: Bilingual
        /// What the file has instead.
        public var note: Bilingual?
    }

    /// The indicator's id in reports.
    public var id: String
    /// What it is called.
    public var title: Bilingual
    /// How far it can be computed.
    public var level: Level
    /// What is lacking; empty where the figure is computable.
    public var lacks: [Lack]

    /// Judges an indicator by what a file provides.
    public init(_ requirement: Requirement, _ evidence: EvidenceSet) {
        id = requirement.id
        title = requirement.title
        lacks = requirement.needs.compactMap { need in
            let best =
                need.anyOf.map { evidence[$0] }.max { $0.level < $1.level } ?? EvidenceSet.Provision(.absent)
            if best.level == .full { return nil }
            let isMet = best.level == .partial || best.level == .unconfirmed && need.acceptsUnconfirmed
            return Lack(
                evidence: need.anyOf,
                isEssential: need.isEssential && !isMet,
                bias: best.level == .unconfirmed && isMet ? Self.unconfirmed : need.bias,
                note: best.note
            )
        }
        level = lacks.isEmpty ? .computable : lacks.contains(where: \.isEssential) ? .not : .partly
    }

    private static let unconfirmed = Bilingual(
        "the figure rests on a date that may mean something else",
        "angkanya bertumpu pada tanggal yang mungkin berarti lain"
    )

    /// Judges all sixteen indicators.
    public static func all(_ evidence: EvidenceSet) -> [Readiness] {
        Requirement.all.map { Readiness($0, evidence) }
    }
}

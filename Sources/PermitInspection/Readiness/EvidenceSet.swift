/// What a file provides of the evidence that figures need.
public struct EvidenceSet: Hashable, Sendable {
    /// How well something is provided.
    public enum Level: Int, Hashable, Sendable, Comparable {
        /// It is not there.
        case absent
        /// It is there, and nobody has confirmed that it means that.
        case unconfirmed
        /// It is there in part.
        case partial
        /// It is there.
        case full

        /// Whether one is less than another.
        public static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    }

    /// How something is provided.
    public struct Provision: Hashable, Sendable {
        /// How well.
        public var level: Level
        /// By which column or word; empty where there is none.
        public var by: String
        /// What is to be said about it.
        public var note: Bilingual?

        /// Creates a provision.
        public init(_ level: Level, by: String = "", note: Bilingual? = nil) {
            self.level = level
            self.by = by
            self.note = note
        }
    }

    private var provisions: [Evidence: Provision] = [:]

    /// Creates a set that provides nothing.
    public init() {}

    /// How something is provided.
    public subscript(evidence: Evidence) -> Provision {
        get { provisions[evidence] ?? Provision(.absent) }
        set { provisions[evidence] = newValue }
    }

    /// What two files provide together that are linked permit by permit: of each the better.
    public func joined(with other: EvidenceSet) -> EvidenceSet {
        var joined = self
        for (evidence, provision) in other.provisions where provision.level > joined[evidence].level {
            joined[evidence] = provision
        }
        return joined
    }
}

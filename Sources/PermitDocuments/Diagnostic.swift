/// Something wrong in a file: what it is, where, and what would be accepted.
///
/// Readers of files collect diagnostics and go on, so that one run names every fault.
public struct Diagnostic: Error, Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Hashable, Sendable, Comparable {
        /// The file cannot be used.
        case error
        /// The file can be used; a person should look.
        case warning
        /// An explanation of another diagnostic.
        case note

        /// Errors come before warnings, warnings before notes.
        public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .error: 0
            case .warning: 1
            case .note: 2
            }
        }
    }

    /// How bad it is.
    public var severity: Severity
    /// What happened and what would be accepted, in one sentence without a full stop.
    public var message: String
    /// Where it is, when a file is at fault.
    public var position: SourcePosition?

    /// Creates a diagnostic.
    public init(_ severity: Severity, _ message: String, at position: SourcePosition? = nil) {
        self.severity = severity
        self.message = message
        self.position = position
    }

    /// `file:line:column: error: message`, as compilers print it.
    public var description: String {
        let place = position.map { "\($0): " } ?? ""
        return "\(place)\(severity.rawValue): \(message)"
    }
}

/// Several diagnostics thrown together, at least one of them an error.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
    /// The diagnostics in the order of the text.
    public var all: [Diagnostic]

    /// Creates the error from its parts.
    public init(_ all: [Diagnostic]) { self.all = all }

    /// One line for each diagnostic.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}

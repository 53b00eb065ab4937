internal import PermitDocuments

/// A zone that cannot be used: its name, why, and what would be accepted.
public struct ZoneError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: String, Hashable, Sendable {
        /// The name is neither an offset, nor built in, nor a file of the zone directory.
        case unknown
        /// The zone's file exists but cannot be read as TZif (RFC 8536).
        case damaged
    }

    /// What went wrong.
    public let code: Code
    /// The name as it was given.
    public let name: String
    /// What happened and what would be accepted.
    public let message: String

    init(_ code: Code, name: String, reason: String) {
        self.code = code
        self.name = name
        let hint =
            Suggestion.nearest(to: name, among: Zone.commonNames).map { "; did you mean \"\($0)\"?" } ?? ""
        message = """
            zone "\(name)": \(reason)\(hint.isEmpty ? ";" : hint) accepted are UTC, Z, an offset such as +07:00, WIB, WITA, WIT \
            or an IANA name such as Asia/Jakarta or Europe/Amsterdam
            """
    }

    /// The message.
    public var description: String { message }
}

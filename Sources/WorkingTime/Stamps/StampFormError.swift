/// A name that is no form of dates, with what would be accepted.
public struct StampFormError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The name as given, at most its first 40 characters.
    public let name: String
    /// What is wrong with it; nil when it has nothing of a form.
    public let fault: String?

    init(_ name: some StringProtocol, _ fault: String? = nil) {
        self.name = String(name.prefix(40))
        self.fault = fault
    }

    /// What happened and what would be accepted.
    public var description: String {
        "\"\(name)\" is no form of dates\(fault.map { ": \($0)" } ?? ""); accepted: \(StampFormError.accepted)"
    }

    /// What names of forms are like.
    public static let accepted = """
        iso, dd/mm/yyyy, mm/dd/yyyy (also with other separators, yy and H:MM:SS), words, serial, serial1904, \
        epoch_s, epoch_ms, yyyymmdd, yyyymmddHHMMSS, auto, auto-dmy, auto-mdy, or a pattern such as \
        'I-'yyyymmddHHMMSS*
        """
}

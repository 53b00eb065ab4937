/// A line that breaks a rule of the house.
struct Offence: Hashable, CustomStringConvertible {
    var file: String
    /// From 1.
    var line: Int
    var message: String

    var description: String { "\(file):\(line): \(message)" }
}

extension [Offence] {
    /// One line for each, for the comment of a failed expectation.
    var listing: String { map(\.description).joined(separator: "\n") }
}

/// The elements of XES that a reader tells apart, as numbers.
struct XESNames {
    let log = Self.number("log")
    let trace = Self.number("trace")
    let event = Self.number("event")
    let global = Self.number("global")
    private let others = Set(["extension", "classifier", "global"].map(number))
    private let attributes = Set(
        ["string", "date", "int", "float", "boolean", "id", "list", "container"].map(number)
    )

    /// Whether an element holds an attribute of a log, a trace or an event.
    func isAttribute(_ name: UInt64) -> Bool { attributes.contains(name) }

    /// Whether an element may stand in a log beside traces, events and attributes.
    func isHeader(_ name: UInt64) -> Bool { others.contains(name) }

    private static func number(_ name: String) -> UInt64 { elementNumber(name) }
}

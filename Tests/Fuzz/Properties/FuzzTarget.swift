/// A way of reading bytes of an unknown hand, and what must hold of it whatever the bytes are.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Delimited text.
    case csv
    /// Event logs in XML.
    case xes
    /// Compressed logs: damaged ones, and good ones cut into members anywhere.
    case gz
    /// Workbooks, and pages of tables.
    case sheets
    /// Objects in JSON, one a line.
    case jsonl
    /// Object-centric logs in JSON and in XML.
    case ocel
    /// Texts of moments.
    case dates

    /// Finds what is wrong with how some bytes are read.
    ///
    /// - Parameters:
    ///   - bytes: Any bytes.
    ///   - isThorough: Whether every way of reading is tried, or a few that the bytes choose.
    /// - Returns: What is wrong, in words; nil when nothing is.
    public func fault(of bytes: [UInt8], isThorough: Bool) -> String? {
        switch self {
        case .csv, .xes, .jsonl, .ocel: ReadingProperty(bytes, isThorough: isThorough).fault
        case .gz: CompressedProperty(bytes, isThorough: isThorough).fault
        case .sheets: SheetProperty(bytes, isThorough: isThorough).fault
        case .dates: DateProperty(bytes, isThorough: isThorough).fault
        }
    }

    /// The folder of the target's seeds, from the root of the package.
    public var seedFolder: String { "Tests/Fuzz/Seeds/\(rawValue)" }
}

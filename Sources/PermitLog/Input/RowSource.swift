/// Rows of text cells out of a file that is no delimited text: a sheet, an HTML table, lines of JSON, an object-centric
/// log.
///
/// A log is read from it as from a table: the reader takes one row after the other, from one thread.
public protocol RowSource: AnyObject {
    /// The columns' names where the format itself names them; nil where the header is among the rows.
    var columns: [String]? { get }

    /// What the numbers of rows count.
    var unit: LogPosition.Unit { get }

    /// What was set right or left out while reading so far.
    var findings: [DirtFinding] { get }

    /// How many bytes of the file were read, as stored.
    var bytesRead: Int { get }

    /// Reads the next row.
    ///
    /// - Parameter row: Cleared and filled; its number is greater than that of the row before, and the numbers that
    ///   were left out are blank rows.
    /// - Returns: Whether there was one.
    /// - Throws: A `LogError` when the file cannot be read further.
    func next(_ row: inout TextRow) throws(LogError) -> Bool
}

/// A row of text cells in UTF-8.
public struct TextRow: Sendable, Equatable {
    /// The row's number, from 1.
    public var number = 0
    /// Why the row is no record and has no cells; nil for one that is.
    public var fault: RejectReason?
    /// What is wrong with a row that is no record, in a few English words that hold no value of the row.
    public var faultDetail = ""
    /// The cells' bytes, one behind the other.
    public private(set) var bytes: [UInt8] = []
    /// The end of each cell in ``bytes``; a cell begins where the one before it ends.
    public private(set) var ends: [Int] = []

    /// Creates a row without cells.
    public init() {}

    /// The number of cells.
    public var count: Int { ends.count }

    /// A cell's bytes.
    public subscript(cell: Int) -> ArraySlice<UInt8> { bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]] }

    /// A cell as text.
    public func text(_ cell: Int) -> String { String(decoding: self[cell], as: UTF8.self) }

    /// All cells as text.
    public var texts: [String] { ends.indices.map(text) }

    /// Forgets all cells and the fault, and keeps the memory.
    public mutating func removeAll() {
        fault = nil
        faultDetail = ""
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds a cell.
    public mutating func append(_ cell: some Sequence<UInt8>) {
        bytes.append(contentsOf: cell)
        ends.append(bytes.count)
    }

    /// Adds a cell.
    public mutating func append(_ cell: String) { append(cell.utf8) }

    /// Adds empty cells until there are `count`.
    public mutating func pad(to count: Int) {
        while ends.count < count { ends.append(bytes.count) }
    }

    /// Adds bytes to the cell that is being made; ``endCell()`` ends it.
    public mutating func extendCell(_ part: some Sequence<UInt8>) { bytes.append(contentsOf: part) }

    /// Ends the cell that is being made.
    public mutating func endCell() { ends.append(bytes.count) }
}

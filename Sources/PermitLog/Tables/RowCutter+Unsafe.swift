// Invariants of this file:
// - a block's marks are the ascending offsets of every delimiter, terminator and quote of its bytes; the last byte is a
//   terminator outside quotes, so walking from mark to mark always ends at one;
// - `starts` and `ends` have room for `capacity` cells, at least the table's width; those of the width lie within the
//   block that was given last, which its owner keeps until the next `begin`.

import Glibc

/// Cuts the records of a table's blocks into cells.
struct RowCutter: ~Copyable {
    /// What a record is.
    enum Row {
        /// Cells as many as the header has.
        case cells
        case blank
        /// Fewer cells, or more that hold something.
        case otherWidth(Int)
        /// The block's end.
        case end
    }

    let shape: TableShape
    /// The number of cells in the header.
    let width: Int
    /// Where the cells of the row at hand begin, from the block's first byte.
    let starts: UnsafeMutablePointer<Int>
    /// Where the cells of the row at hand end.
    let ends: UnsafeMutablePointer<Int>
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    /// The order of the row at hand.
    private(set) var order: UInt32 = 0
    private var nextOrder: UInt32 = 0
    private var marks: UnsafeMutablePointer<UInt32>
    private var markCount = 0
    private var mark = 0
    private var start = 0

    /// Creates a cutter with room for cells besides those of the table.
    init(shape: TableShape, width: Int, capacity: Int) {
        self.shape = shape
        self.width = width
        starts = .allocate(capacity: max(1, capacity))
        ends = .allocate(capacity: max(1, capacity))
        starts.initialize(repeating: 0, count: max(1, capacity))
        ends.initialize(repeating: 0, count: max(1, capacity))
        // Both are of a block as soon as there is one; until then there is no mark.
        bytes = UnsafeMutableRawPointer(starts).assumingMemoryBound(to: UInt8.self)
        marks = UnsafeMutableRawPointer(starts).assumingMemoryBound(to: UInt32.self)
    }

    deinit {
        starts.deallocate()
        ends.deallocate()
    }

    /// Goes to the first record of a block.
    mutating func begin(_ block: TableBlock) {
        markCount = block.index(shape)
        bytes = block.bytes
        marks = block.marks
        nextOrder = block.firstOrder
        mark = 0
        start = 0
    }

    /// Goes to the next record.
    @inline(__always)
    mutating func next() -> Row {
        guard mark < markCount else { return .end }
        order = nextOrder
        let last = width - 1
        guard mark + last < markCount, isRegular() else { return cutSlowly() }
        let end = Int(marks[mark + last])
        if ends[last] > starts[last], bytes[ends[last] - 1] == 0x0D, shape.terminator == 0x0A {
            ends[last] -= 1
        }
        mark += last + 1
        start = end + 1
        nextOrder &+= 1
        return last == 0 && ends[0] == starts[0] ? .blank : .cells
    }

    /// Notes the cells of a row without quotes that has as many as the header; false for any other row.
    @inline(__always)
    private func isRegular() -> Bool {
        var cell = start
        let last = width - 1
        let marks = self.marks + mark
        for column in 0..<last {
            let end = Int(marks[column])
            guard bytes[end] == shape.delimiter else { return false }
            starts[column] = cell
            ends[column] = end
            cell = end + 1
        }
        let end = Int(marks[last])
        starts[last] = cell
        ends[last] = end
        return bytes[end] == shape.terminator
    }

    /// Adds the cells of the row at hand to a row.
    func copy(to row: inout TextRow) {
        row.number = Int(order)
        for column in 0..<width {
            row.append(
                UnsafeBufferPointer(start: bytes + starts[column], count: ends[column] - starts[column])
            )
        }
    }

    // MARK: - Rows with quotes, and rows of another width

    @inline(never)
    private mutating func cutSlowly() -> Row {
        let rowStart = start
        var cells = 0
        var surplus = false
        var isLast = false
        while !isLast {
            let cell = cellEnd()
            isLast = bytes[cell.mark] == shape.terminator
            if cells < width {
                starts[cells] = cell.start
                ends[cells] = cell.end
            } else if cell.end > cell.start {
                surplus = true
            }
            cells += 1
            start = cell.mark + 1
        }
        nextOrder &+= 1
        if cells == 1, ends[0] == starts[0], bytes[rowStart] != shape.quote { return .blank }
        guard cells < width || surplus else { return .cells }
        for missing in min(cells, width)..<width {
            starts[missing] = rowStart
            ends[missing] = rowStart
        }
        return .otherWidth(cells)
    }

    /// The cell that begins at `start`, with doubled quotes made single in place, and the mark behind it.
    private mutating func cellEnd() -> (start: Int, end: Int, mark: Int) {
        let quote = shape.quote
        var target = start
        var source = start
        if bytes[start] == quote {
            mark += 1
            source = start + 1
            while true {
                while bytes[Int(marks[mark])] != quote {
                    if bytes[Int(marks[mark])] == shape.terminator { nextOrder &+= 1 }
                    mark += 1
                }
                let closing = Int(marks[mark])
                let isDoubled = bytes[closing + 1] == quote
                let length = closing - source + (isDoubled ? 1 : 0)
                memmove(bytes + target, bytes + source, length)
                target += length
                source = closing + (isDoubled ? 2 : 1)
                mark += isDoubled ? 2 : 1
                if !isDoubled { break }
            }
        }
        while bytes[Int(marks[mark])] == quote { mark += 1 }
        let end = Int(marks[mark])
        mark += 1
        var stop = end
        if stop > source, bytes[stop - 1] == 0x0D, bytes[end] == 0x0A, shape.terminator == 0x0A { stop -= 1 }
        if target != source { memmove(bytes + target, bytes + source, stop - source) }
        return (start, target + stop - source, end)
    }
}

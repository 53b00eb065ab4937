// Invariants of this file:
// - `window[0..<end]` holds bytes that were read, with 64 more behind it that may be read.

import Glibc

/// A rectangle of cells that a sheet shows as one; rows and columns count from 0.
struct MergedRange: Equatable {
    var rows: ClosedRange<Int>
    var columns: ClosedRange<Int>

    /// Reads `B2:D5`, or `B2`; nil for what is no range of a sheet.
    init?(_ reference: some StringProtocol) {
        let corners = reference.split(separator: ":", omittingEmptySubsequences: false)
            .map { Self.corner($0) }
        guard corners.count <= 2, let first = corners.first ?? nil, let last = corners.last ?? nil else {
            return nil
        }
        guard first.row <= last.row, first.column <= last.column else { return nil }
        rows = first.row...last.row
        columns = first.column...last.column
    }

    private static func corner(_ text: some StringProtocol) -> (row: Int, column: Int)? {
        let plain = String(text.filter { $0 != "$" })
        let letters = plain.prefix { $0.isASCII && $0.isLetter }
        guard !letters.isEmpty, letters.count <= 3, let row = Int(plain.dropFirst(letters.count)) else {
            return nil
        }
        var column = 0
        for letter in letters.uppercased().utf8 { column = column * 26 + Int(letter) - 0x40 }
        guard (1...SheetSize.columns).contains(column), (1...SheetSize.rows).contains(row) else { return nil }
        return (row - 1, column - 1)
    }
}

/// How large a sheet can be.
enum SheetSize {
    static let rows = 1_048_576
    static let columns = 16_384
    /// How many bytes the cells of a row may have: a program's cell has 32,767 characters at most.
    static let rowBytes = 1 << 26
}

/// The merged ranges of a sheet.
///
/// They stand behind the cells in the file, so the sheet is unpacked once for them alone; only their tags are looked at.
struct MergedRanges {
    private static let most = 100_000
    private static let longestTag = 1000

    /// The ranges of several cells, by their first row and column.
    private(set) var ranges: [MergedRange] = []
    /// How many were more than are kept.
    private(set) var leftOut = 0

    init(_ source: any ByteStream) throws(LogError) {
        let capacity = 1 << 18
        let window = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 64)
        window.initialize(repeating: 0, count: capacity + 64)
        defer { window.deallocate() }
        var end = 0
        while true {
            let count = try source.read(into: window + end, room: capacity - end)
            end += count
            let kept = look(window, end, isLast: count == 0)
            if count == 0 { break }
            memmove(window, window + end - kept, kept)
            end = kept
        }
        ranges.sort {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
    }

    /// Looks for tags in some bytes; gives how many at the end have to be looked at again.
    private mutating func look(_ window: UnsafeMutablePointer<UInt8>, _ end: Int, isLast: Bool) -> Int {
        let mark: StaticString = "mergeCell"
        let length = mark.utf8CodeUnitCount
        var position = 0
        while let found = memchr(window + position, 0x6D, end - position) {
            let start = window.distance(to: found)
            if start + length > end { return end - start }
            position = start + 1
            guard memcmp(found, mark.utf8Start, length) == 0 else { continue }
            position = start + length
            let inside = min(end - position, Self.longestTag)
            guard let close = memchr(window + position, 0x3E, inside) else {
                if !isLast, inside < Self.longestTag { return end - start }
                continue
            }
            let tag = text(UnsafePointer(window + position), (window + position).distance(to: close))
            note(tag)
        }
        return 0
    }

    private mutating func note(_ tag: String) {
        // `mergeCells` and closing tags have no blank behind the name, or no reference.
        guard tag.first?.isWhitespace == true, let place = tag.firstRange(of: "ref=") else { return }
        let value = tag[place.upperBound...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
        guard let range = MergedRange(value), range.rows.count > 1 || range.columns.count > 1 else { return }
        if ranges.count < Self.most { ranges.append(range) } else { leftOut += 1 }
    }
}

extension UnsafeMutablePointer<UInt8> {
    /// The number of bytes to an address behind this one.
    fileprivate func distance(to place: UnsafeMutableRawPointer) -> Int {
        UnsafeMutableRawPointer(self).distance(to: place)
    }
}

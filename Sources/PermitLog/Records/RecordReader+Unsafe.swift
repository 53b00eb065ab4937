// Invariants of this file:
// - the address of a record is used during the call only;
// - a cell's place is an offset from the record's first byte, or one in `decoded`.

/// Takes a JSON object apart into the cells of its columns.
///
/// Objects in objects become columns `outer.inner`, lists of plain values one cell with `; ` between them, and the
/// objects of a list columns `list.0.key`, `list.1.key`.
struct RecordReader: ~Copyable {
    /// How many objects of a list get columns of their own.
    static let listedObjects = 16
    /// The column of the name under which an object lies alone in another.
    static let wrapperColumn = "message"

    private struct Cell {
        var record = 0
        var offset = 0
        var length = 0
        var isDecoded = false
    }

    private(set) var columns = RecordColumns()
    private var cells: [Cell] = []
    private var decoded = ByteRun(capacity: 1024)
    private var keyText = ByteRun(capacity: 64)
    private var record = 0
    private var base: ByteAddress?
    private var isSurveying = true
    private var plainKeys: Set<String> = []
    private var hasWrappers = false
    /// What was left out or set right.
    private(set) var omissions = RecordOmissions()
    /// The number of the record at hand.
    private var number = 0

    init() {}

    // MARK: - The survey

    /// Notes the keys of a record that stand beside others, so that they are not taken for a wrapper's.
    mutating func noteKeys(_ bytes: ByteAddress, _ length: Int) {
        var cursor = JSONCursor(bytes, length)
        guard Self.isObject(bytes, length), Self.wrapper(bytes, length) == nil, cursor.take(0x7B) else {
            return
        }
        var isFirst = true
        while plainKeys.count < RecordColumns.most, let key = cursor.member(isFirst: &isFirst) {
            plainKeys.insert(key.text)
            guard cursor.skipValue() else { return }
        }
    }

    /// Adds the columns of a record; false when it is no JSON object.
    mutating func survey(_ bytes: ByteAddress, _ length: Int) -> Bool {
        Self.isObject(bytes, length) && read(bytes, length, number: 0) == nil
    }

    /// Whether some bytes are a JSON object, with a comma behind it or not.
    static func isObject(_ bytes: ByteAddress, _ length: Int) -> Bool {
        var cursor = JSONCursor(bytes, length)
        guard cursor.peek() == 0x7B, cursor.skipValue() else { return false }
        _ = cursor.take(0x2C)
        return cursor.isAtEnd()
    }

    /// Ends the survey: the columns are known then.
    mutating func finishSurvey() {
        isSurveying = false
        omissions = RecordOmissions()
        columns.finish(
            first: hasWrappers && !plainKeys.contains(Self.wrapperColumn) ? [Self.wrapperColumn] : []
        )
        cells = [Cell](repeating: Cell(), count: columns.names.count)
    }

    /// The key of an object that holds one other object and nothing else.
    private static func wrapper(_ bytes: ByteAddress, _ length: Int) -> JSONSpan? {
        var cursor = JSONCursor(bytes, length)
        var isFirst = true
        guard cursor.take(0x7B), let key = cursor.member(isFirst: &isFirst), cursor.peek() == 0x7B,
            endsTwice(bytes, length), cursor.skipValue(), cursor.take(0x7D)
        else { return nil }
        return key
    }

    /// Whether the last two bytes that are no white space close objects.
    private static func endsTwice(_ bytes: ByteAddress, _ length: Int) -> Bool {
        var left = length
        for _ in 0..<2 {
            while left > 0, bytes[left - 1] <= 0x20 { left -= 1 }
            guard left > 0, bytes[left - 1] == 0x7D else { return false }
            left -= 1
        }
        return true
    }

    // MARK: - Records

    /// Reads a record; gives what is wrong with it, or nil.
    mutating func read(_ bytes: ByteAddress, _ length: Int, number: Int) -> String? {
        record += 1
        self.number = number
        base = bytes
        decoded.truncate(to: 0)
        var cursor = JSONCursor(bytes, length)
        guard cursor.peek() == 0x7B else { return "there is no object" }
        let wrapper = wrapperKey(bytes, length)
        _ = cursor.take(0x7B)
        if let wrapper {
            var isFirst = true
            _ = cursor.member(isFirst: &isFirst)
            _ = cursor.take(0x7B)
            noteWrapper(wrapper)
        }
        object(&cursor, RecordColumns.root, depth: wrapper == nil ? 1 : 2)
        if wrapper != nil, cursor.fault == nil { _ = cursor.take(0x7D) }
        _ = cursor.take(0x2C)
        if !cursor.isAtEnd() { cursor.fail("more text follows the object") }
        return cursor.fault
    }

    /// Writes the cells of the record that was read last.
    func write(to row: inout TextRow) {
        guard let base else { return }
        for cell in cells {
            guard cell.record == record else {
                row.endCell()
                continue
            }
            let start = cell.isDecoded ? ByteAddress(decoded.bytes) + cell.offset : base + cell.offset
            row.append(UnsafeBufferPointer(start: start, count: cell.length))
        }
    }

    private func wrapperKey(_ bytes: ByteAddress, _ length: Int) -> JSONSpan? {
        guard let key = Self.wrapper(bytes, length) else { return nil }
        return !plainKeys.isEmpty && plainKeys.contains(key.text) ? nil : key
    }

    private mutating func noteWrapper(_ key: JSONSpan) {
        hasWrappers = true
        guard !isSurveying, columns.names.first == Self.wrapperColumn else { return }
        set(0, key)
    }

    // MARK: - Values

    private mutating func object(_ cursor: inout JSONCursor, _ node: Int32, depth: Int) {
        guard depth < JSONCursor.deepest else {
            return cursor.fail("objects lie deeper than \(JSONCursor.deepest) in one another")
        }
        var isFirst = true
        var last: Int32 = -1
        while let key = cursor.member(isFirst: &isFirst) {
            let child = self.child(node, key, after: last)
            if child >= 0 {
                last = child
                value(&cursor, child, depth: depth)
            } else {
                omitKey(node, key)
                _ = cursor.skipValue(depth: depth)
            }
            if cursor.fault != nil { return }
        }
    }

    @inline(__always)
    private mutating func child(_ node: Int32, _ key: JSONSpan, after last: Int32) -> Int32 {
        if key.hasEscapes || isSurveying { return childSlowly(node, key, after: last) }
        return columns.child(node, key.bytes, key.length, after: last)
    }

    private mutating func childSlowly(_ node: Int32, _ key: JSONSpan, after last: Int32) -> Int32 {
        keyText.truncate(to: 0)
        _ = JSONEscapes.append(key, to: &keyText)
        let found = columns.child(node, keyText.bytes, keyText.count, after: last)
        if found >= 0 || !isSurveying { return found }
        return columns.add(keyText.bytes, keyText.count, to: node)
    }

    private mutating func value(_ cursor: inout JSONCursor, _ node: Int32, depth: Int) {
        switch cursor.peek() {
        case 0x7B:
            _ = cursor.take(0x7B)
            if isSurveying { columns.notePlain(node, isEmpty: true) }
            object(&cursor, node, depth: depth + 1)
        case 0x5B:
            _ = cursor.take(0x5B)
            list(&cursor, node, depth: depth + 1)
        default:
            guard let span = cursor.plainValue() else { return }
            if isSurveying { columns.notePlain(node, isEmpty: span.length == 0) }
            let column = columns.column(node)
            if column >= 0 { set(Int(column), span) } else if span.length > 0 { omitNode(node) }
        }
    }

    private mutating func list(_ cursor: inout JSONCursor, _ node: Int32, depth: Int) {
        guard depth < JSONCursor.deepest else {
            return cursor.fail("objects lie deeper than \(JSONCursor.deepest) in one another")
        }
        var nested = cursor
        let start = decoded.count
        let (parts, hasNested) = plainParts(&cursor, depth)
        guard cursor.fault == nil else { return }
        if isSurveying { columns.notePlain(node, isEmpty: parts == 0) }
        let column = columns.column(node)
        if column >= 0, parts > 0 { setDecoded(Int(column), start) } else if parts > 0 { omitNode(node) }
        if hasNested { self.nested(&nested, node, depth) }
    }

    /// Joins the plain values of a list, and passes it.
    private mutating func plainParts(
        _ cursor: inout JSONCursor,
        _ depth: Int
    ) -> (count: Int, hasNested: Bool) {
        var isFirst = true
        var parts = 0
        var hasNested = false
        while cursor.element(isFirst: &isFirst) {
            let byte = cursor.peek()
            if byte == 0x7B || byte == 0x5B {
                hasNested = true
                _ = cursor.skipValue(depth: depth)
            } else if let span = cursor.plainValue() {
                if parts > 0 { for byte in "; ".utf8 { decoded.append(byte) } }
                omissions.lonelySurrogates += JSONEscapes.append(span, to: &decoded)
                parts += 1
            }
            if cursor.fault != nil { break }
        }
        return (parts, hasNested)
    }

    /// Reads the objects and lists of a list that was passed without a fault.
    private mutating func nested(_ cursor: inout JSONCursor, _ node: Int32, _ depth: Int) {
        var isFirst = true
        var position = 0
        while cursor.element(isFirst: &isFirst) {
            let byte = cursor.peek()
            if byte != 0x7B, byte != 0x5B {
                _ = cursor.plainValue()
            } else if let child = element(node, position) {
                value(&cursor, child, depth: depth)
            } else {
                if !isSurveying { omissions.add("\(columns.path(node)).\(position)", number) }
                _ = cursor.skipValue(depth: depth)
            }
            position += 1
        }
    }

    /// The node of a list's element; nil when it has none.
    private mutating func element(_ node: Int32, _ position: Int) -> Int32? {
        guard position < Self.listedObjects else { return nil }
        keyText.truncate(to: 0)
        for byte in String(position).utf8 { keyText.append(byte) }
        var found = columns.child(node, keyText.bytes, keyText.count, after: -1)
        if found < 0, isSurveying { found = columns.add(keyText.bytes, keyText.count, to: node) }
        return found < 0 ? nil : found
    }

    // MARK: - Cells

    @inline(__always)
    private mutating func set(_ column: Int, _ span: JSONSpan) {
        guard !isSurveying, let base else { return }
        if span.hasEscapes {
            let start = decoded.count
            omissions.lonelySurrogates += JSONEscapes.append(span, to: &decoded)
            setDecoded(column, start)
        } else {
            put(column, Cell(record: record, offset: span.bytes - base, length: span.length))
        }
    }

    private mutating func setDecoded(_ column: Int, _ start: Int) {
        guard !isSurveying else { return }
        put(column, Cell(record: record, offset: start, length: decoded.count - start, isDecoded: true))
    }

    @inline(__always)
    private mutating func put(_ column: Int, _ cell: Cell) {
        if cells[column].record == record { omissions.addRepeated(columns.names[column], number) }
        cells[column] = cell
    }

    private mutating func omitKey(_ node: Int32, _ key: JSONSpan) {
        guard !isSurveying else { return }
        let path = columns.path(node)
        omissions.add(path.isEmpty ? key.text : "\(path).\(key.text)", number)
    }

    private mutating func omitNode(_ node: Int32) {
        if !isSurveying { omissions.add(columns.path(node), number) }
    }
}

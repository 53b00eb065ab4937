// Invariants of this file:
// - `window[0..<end]` holds text that was read; 64 readable bytes lie behind it;
// - the addresses of a token are valid until the next call of `next`;
// - `attributes[0..<attributeCount]` are offsets into the window and are forgotten before the window moves;
// - `open` holds the names of the elements that are open, the innermost last.

internal import CByteScan
import Glibc

/// Pulls the tags and the text out of an XML document that may be larger than memory.
///
/// It knows the five entities of XML and characters by number, and nothing of document types: those are refused, so
/// that no entity grows. Names are compared without their prefix.
struct XMLScanner: ~Copyable {
    /// What the next piece of a document is.
    enum Token {
        /// An element begins: ``name`` and the attributes are its own. An empty element is opened and then closed.
        case open
        /// An element ends: ``name`` is its own.
        case close
        /// Text, of which one element may have several pieces: ``textStart`` and ``textCount``, or ``text``.
        case text
        /// The document has ended, with all its elements closed.
        case end
    }

    private struct Attribute {
        var name: UInt64
        var start: Int
        var count: Int
    }

    private static let deepest = 1000
    private static let mostAttributes = 10_000
    private static let longestTag = 1 << 24

    private let file: String
    private let part: String?
    private let source: any ByteStream
    var window: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    var position = 0
    var end = 0
    var isAtEnd = false
    private var linesBefore = 0
    private(set) var open: [UInt64] = []
    private var attributes: UnsafeMutablePointer<Attribute>
    private var attributeRoom = 32
    private var attributeCount = 0
    private var closesAtOnce = false
    var isInSection = false
    private var hasRoot = false
    private var decoder = XMLDecoder()
    private var nameStart = 0
    private var nameCount = 0

    /// The local name of the element of the last tag as a number; see ``elementNumber(_:)``.
    private(set) var name: UInt64 = 0
    /// The first byte of the last text, decoded.
    private(set) var textStart: ByteAddress
    /// The number of bytes of the last text.
    private(set) var textCount = 0

    /// Begins to read a document.
    ///
    /// - Parameters:
    ///   - source: Its bytes, in UTF-8.
    ///   - file: The file's name for messages.
    ///   - part: What of the file the document is, where it is not the whole.
    ///   - capacity: How many bytes are read at a time.
    /// - Throws: A `LogError` when nothing can be read or the encoding is not read.
    init(
        _ source: any ByteStream,
        file: String,
        part: String? = nil,
        capacity: Int = 1 << 18
    ) throws(LogError) {
        self.source = source
        self.file = file
        self.part = part
        self.capacity = capacity
        window = .allocate(capacity: capacity + 64)
        window.initialize(repeating: 0, count: capacity + 64)
        attributes = .allocate(capacity: attributeRoom)
        textStart = UnsafePointer(window)
        try refill()
        try checkMark()
    }

    deinit {
        window.deallocate()
        attributes.deallocate()
    }

    /// The number of elements that are open, with the one just opened and without the one just closed.
    var depth: Int { open.count }

    /// The name of the element that was just opened, without its prefix.
    var nameText: String { PermitLog.text(UnsafePointer(window + nameStart), nameCount) }

    /// The last text.
    var text: String { PermitLog.text(textStart, textCount) }

    // MARK: - Tokens

    /// The next piece; comments and processing instructions are passed over.
    mutating func next() throws(LogError) -> Token {
        if closesAtOnce {
            closesAtOnce = false
            name = open.removeLast()
            return .close
        }
        while true {
            if position == end {
                if isAtEnd { return try endOfDocument() }
                try refill()
            } else if isInSection {
                if try sectionText() { return .text }
            } else if window[position] != 0x3C {
                if try plainText() { return .text }
            } else if let token = try tag() {
                return token
            }
        }
    }

    /// Passes over all that is inside the element that was just opened, up to and with its end.
    mutating func skipElement() throws(LogError) {
        let outside = open.count - 1
        repeat { _ = try next() } while open.count > outside
    }

    /// The text inside the element that was just opened, and inside those within it, up to and with its end.
    mutating func elementText() throws(LogError) -> String {
        let outside = open.count - 1
        var all = ""
        while true {
            let token = try next()
            if token == .text { all += text }
            if open.count <= outside { return all }
        }
    }

    // MARK: - Attributes

    /// The value of an attribute of the element that was just opened, by the number of its local name.
    mutating func attribute(_ wanted: UInt64) throws(LogError) -> String? {
        guard let (start, count) = try value(wanted) else { return nil }
        return PermitLog.text(start, count)
    }

    /// The bytes of an attribute's value, valid until the next call.
    @inline(__always)
    mutating func value(_ wanted: UInt64) throws(LogError) -> (start: ByteAddress, count: Int)? {
        var index = 0
        while index < attributeCount, attributes[index].name != wanted { index += 1 }
        guard index < attributeCount else { return nil }
        let (raw, count) = (UnsafePointer(window + attributes[index].start), attributes[index].count)
        if izin_xml_value_marks(raw, count) & 1 == 0 { return (raw, count) }
        return try decoded(raw, count, isValue: true)
    }

    @inline(never)
    private mutating func decoded(
        _ raw: ByteAddress,
        _ count: Int,
        isValue: Bool
    ) throws(LogError) -> (start: ByteAddress, count: Int) {
        guard let text = decoder.decode(raw, count, isValue: isValue) else {
            throw malformed(
                "\"&\" begins no entity that XML knows, or a control character stands in the text"
            )
        }
        return text
    }

    // MARK: - Text

    /// Takes the text up to the next tag, or a long piece of it; false when there is nothing to give.
    @inline(__always)
    private mutating func plainText() throws(LogError) -> Bool {
        guard let stop = try textEnd() else { return false }
        let start = UnsafePointer(window + position)
        let count = stop - position
        position = stop
        if open.isEmpty {
            guard isBlank(start, count) else { throw malformed("text stands outside all elements") }
            return false
        }
        if izin_xml_value_marks(start, count) & 1 == 0 {
            (textStart, textCount) = (start, count)
        } else {
            (textStart, textCount) = try decoded(start, count, isValue: false)
        }
        return true
    }

    /// The offset behind the text that begins at `position`; nil when more had to be read first.
    @inline(__always)
    private mutating func textEnd() throws(LogError) -> Int? {
        if let found = memchr(window + position, 0x3C, end - position) {
            return UnsafeMutableRawPointer(window).distance(to: found)
        }
        if isAtEnd { return end }
        if (end - position) * 2 <= capacity {
            try refill()
            return nil
        }
        var stop = end
        let last = max(position, end - 16)
        for index in last..<end where window[index] == 0x26 || index == end - 1 && window[index] == 0x0D {
            stop = index
            break
        }
        return stop
    }

    /// Takes text inside `<![CDATA[`; false when there is nothing to give.
    private mutating func sectionText() throws(LogError) -> Bool {
        let start = position
        var stop = position
        while stop < end, let found = memchr(window + stop, 0x5D, end - stop) {
            stop = UnsafeMutableRawPointer(window).distance(to: found)
            if stop + 3 > end { break }
            if window[stop + 1] == 0x5D, window[stop + 2] == 0x3E {
                isInSection = false
                position = stop + 3
                return giveSection(start, stop)
            }
            stop += 1
        }
        if isAtEnd { throw truncated() }
        let safe = max(start, end - 3)
        if safe > start {
            position = safe
            return giveSection(start, safe)
        }
        try refill()
        return false
    }

    private mutating func giveSection(_ start: Int, _ stop: Int) -> Bool {
        (textStart, textCount) = (UnsafePointer(window + start), stop - start)
        return stop > start
    }

    private func isBlank(_ start: ByteAddress, _ count: Int) -> Bool {
        for index in 0..<count where start[index] > 0x20 { return false }
        return true
    }

    // MARK: - Tags

    /// Reads what begins with `<`; nil when it was passed over or when more had to be read first.
    @inline(__always)
    private mutating func tag() throws(LogError) -> Token? {
        guard position + 1 < end else { return try more() }
        switch window[position + 1] {
        case 0x2F: return try closeTag()
        case 0x21: return try declaration()
        case 0x3F: return try instruction()
        default: return try openTag()
        }
    }

    /// Reads on because a tag is not there as a whole.
    @inline(never)
    mutating func more() throws(LogError) -> Token? {
        if isAtEnd { throw truncated() }
        if end - position >= Self.longestTag {
            throw malformed("a tag is longer than \(Self.longestTag) bytes")
        }
        try refill()
        return nil
    }

    @inline(__always)
    private mutating func closeTag() throws(LogError) -> Token? {
        let start = position + 2
        guard let found = memchr(window + start, 0x3E, end - start) else { return try more() }
        let stop = UnsafeMutableRawPointer(window).distance(to: found)
        var last = stop
        while last > start, window[last - 1] <= 0x20 { last -= 1 }
        let first = localStart(start, last)
        let closed = XESTokenizer.number(of: UnsafePointer(window + first), last - first)
        guard open.last == closed else {
            throw malformed("an element is closed that is not the one last opened")
        }
        open.removeLast()
        name = closed
        position = stop + 1
        return .close
    }

    /// The offset behind the prefix of a name.
    @inline(__always)
    private func localStart(_ start: Int, _ stop: Int) -> Int {
        var index = stop
        while index > start, window[index - 1] != 0x3A { index -= 1 }
        return index
    }

    @inline(__always)
    private mutating func openTag() throws(LogError) -> Token? {
        let start = position + 1
        var index = start
        while index < end, window[index] > 0x20, window[index] != 0x2F, window[index] != 0x3E { index += 1 }
        if index == end { return try more() }
        if index == start { throw malformed("\"<\" is not followed by a name") }
        nameStart = localStart(start, index)
        nameCount = index - nameStart
        attributeCount = 0
        while true {
            while index < end, window[index] <= 0x20 { index += 1 }
            guard index + 1 < end || index < end && window[index] == 0x3E else { return try more() }
            let byte = window[index]
            if byte == 0x3E || byte == 0x2F { return try opened(at: index) }
            guard let after = try attribute(at: index) else { return try more() }
            index = after
        }
    }

    @inline(__always)
    private mutating func opened(at index: Int) throws(LogError) -> Token {
        position = index + 1
        if window[index] == 0x2F {
            guard window[position] == 0x3E else { throw malformed("\"/\" is not followed by \">\"") }
            position += 1
            closesAtOnce = true
        }
        if open.isEmpty {
            if hasRoot { throw malformed("a second element stands behind the end of the first") }
            hasRoot = true
        }
        guard open.count < Self.deepest else {
            throw malformed("elements are nested more than \(Self.deepest) deep")
        }
        name = XESTokenizer.number(of: UnsafePointer(window + nameStart), nameCount)
        open.append(name)
        return .open
    }

    /// Reads one attribute; gives the offset behind it, or nil when it is not there as a whole.
    @inline(__always)
    private mutating func attribute(at start: Int) throws(LogError) -> Int? {
        var index = start
        while index < end, window[index] != 0x3D {
            let byte = window[index]
            if byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || byte == 0 {
                throw malformed("an attribute has no value")
            }
            index += 1
        }
        guard index < end else { return nil }
        var last = index
        while last > start, window[last - 1] <= 0x20 { last -= 1 }
        index += 1
        while index < end, window[index] <= 0x20 { index += 1 }
        guard index < end else { return nil }
        let quote = window[index]
        guard quote == 0x22 || quote == 0x27 else { throw malformed("an attribute's value is not in quotes") }
        let first = index + 1
        guard let found = memchr(window + first, Int32(quote), end - first) else { return nil }
        let stop = UnsafeMutableRawPointer(window).distance(to: found)
        try note(start, last, value: first, stop)
        return stop + 1
    }

    @inline(__always)
    private mutating func note(_ start: Int, _ last: Int, value: Int, _ stop: Int) throws(LogError) {
        let local = localStart(start, last)
        if local - start == 6, memcmp(window + start, "xmlns:", 6) == 0 { return }
        if attributeCount == attributeRoom { try growAttributes() }
        let name = XESTokenizer.number(of: UnsafePointer(window + local), last - local)
        (attributes + attributeCount).initialize(to: Attribute(name: name, start: value, count: stop - value))
        attributeCount += 1
    }

    @inline(never)
    private mutating func growAttributes() throws(LogError) {
        guard attributeCount < Self.mostAttributes else {
            throw malformed("an element has more than \(Self.mostAttributes) attributes")
        }
        let larger = UnsafeMutablePointer<Attribute>.allocate(capacity: attributeRoom * 2)
        larger.moveInitialize(from: attributes, count: attributeCount)
        attributes.deallocate()
        attributes = larger
        attributeRoom *= 2
    }

    // MARK: - Reading

    /// Keeps what is not yet given out and fills the window behind it.
    mutating func refill() throws(LogError) {
        linesBefore += izin_count_byte(window, position, 0x0A)
        attributeCount = 0
        if position > 0 {
            memmove(window, window + position, end - position)
            end -= position
            position = 0
        }
        if end * 2 > capacity { grow() }
        while end < capacity {
            let count = try source.read(into: window + end, room: capacity - end)
            if count == 0 {
                isAtEnd = true
                return
            }
            end += count
        }
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 64)
        larger.initialize(repeating: 0, count: capacity * 2 + 64)
        memcpy(larger, window, end)
        window.deallocate()
        window = larger
        capacity *= 2
    }

    /// The line of the piece that was looked at last, from 1.
    var line: Int { linesBefore + izin_count_byte(window, min(position, end), 0x0A) + 1 }

    // MARK: - Faults

    private mutating func endOfDocument() throws(LogError) -> Token {
        guard open.isEmpty, !isInSection else { throw truncated() }
        guard hasRoot else { throw malformed("it holds no element") }
        return .end
    }

    private var subject: String { part.map { "the part \($0)" } ?? "this" }

    private var place: LogPosition { LogPosition(file: file, line: part == nil ? line : nil) }

    func truncated() -> LogError {
        LogError(.damaged, "\(subject) ends in the middle; copy the whole file again", position: place)
    }

    func unreadable(_ encoding: String) -> LogError {
        LogError(
            .encoding,
            "the encoding \"\(encoding)\" of \(subject) is not read; accepted are UTF-8 and US-ASCII",
            position: place
        )
    }

    /// The error that says what is wrong with the document here.
    func malformed(_ cause: String) -> LogError {
        LogError(.damaged, "\(subject) is not well-formed XML", cause: cause, position: place)
    }
}

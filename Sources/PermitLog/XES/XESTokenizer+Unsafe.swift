// Invariants of this file:
// - `window[0..<end]` holds text that was read; 64 readable bytes lie behind it;
// - the addresses of a token are valid until the next call of `next`;
// - `position` stands in front of a tag, or behind the last one.

internal import CByteScan
import Glibc

/// A tag of an XES file.
struct XESTag {
    enum Kind {
        case open
        case closed
        case close
        case endOfText
    }

    var kind: Kind
    /// The element's name as a number; see ``XESTokenizer/number(of:_:)``.
    var name: UInt64 = 0
    /// The raw value of the attribute `key` (or `scope`) and its length; nil when there is none.
    var key: ByteAddress?
    var keyLength = 0
    /// The raw value of the attribute `value` and its length; nil when there is none.
    var value: ByteAddress?
    var valueLength = 0
}

/// Finds the tags in an XES text.
struct XESTokenizer: ~Copyable {
    private enum Outcome {
        case found(XESTag)
        case skipped
        case incomplete
    }

    private let name: String
    private let input: (any ByteStream)?
    private let limit: Int
    private var window: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var position = 0
    private var end: Int
    private var isAtEnd: Bool
    private var linesBefore = 0
    /// Whether the text is ISO 8859-1.
    private(set) var isLatin = false

    /// Creates a tokenizer that goes on with `input` where `ahead` ends; without input, `ahead` is all.
    init(name: String, ahead: borrowing ByteRun, input: (any ByteStream)?, limit: Int) {
        self.name = name
        self.input = input
        self.limit = limit
        capacity = max(1 << 19, ahead.count)
        window = .allocate(capacity: capacity + 64)
        window.initialize(repeating: 0, count: capacity + 64)
        memcpy(window, ahead.bytes, ahead.count)
        end = ahead.count
        isAtEnd = input == nil
    }

    deinit { window.deallocate() }

    /// The next tag; comments, declarations and text are passed over.
    @inline(__always)
    mutating func next() throws(LogError) -> XESTag {
        while true {
            guard let found = memchr(window + position, 0x3C, end - position) else {
                position = end
                if isAtEnd { return XESTag(kind: .endOfText) }
                try refill()
                continue
            }
            position = UnsafeMutableRawPointer(window).distance(to: found)
            switch try tag() {
            case .found(let tag): return tag
            case .skipped: continue
            case .incomplete:
                if isAtEnd { throw truncated() }
                if end - position >= limit { return try longTag() }
                try refill()
            }
        }
    }

    // MARK: - Reading

    private mutating func refill() throws(LogError) {
        linesBefore += izin_count_byte(window, position, 0x0A)
        if position > 0 {
            memmove(window, window + position, end - position)
            end -= position
            position = 0
        }
        if end * 2 > capacity { grow() }
        guard let input else { return }
        let count = try input.read(into: window + end, room: capacity - end)
        isAtEnd = count == 0
        end += count
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + 64)
        larger.initialize(repeating: 0, count: capacity * 2 + 64)
        memcpy(larger, window, end)
        window.deallocate()
        window = larger
        capacity *= 2
    }

    /// The line of the tag that was looked at last.
    var line: Int { linesBefore + izin_count_byte(window, min(position, end), 0x0A) + 1 }

    // MARK: - Tags

    @inline(__always)
    private mutating func tag() throws(LogError) -> Outcome {
        guard position + 1 < end else { return .incomplete }
        switch window[position + 1] {
        case 0x2F: return try closeTag()
        case 0x21: return try declaration()
        case 0x3F: return try instruction()
        default: return try openTag()
        }
    }

    @inline(__always)
    private mutating func closeTag() throws(LogError) -> Outcome {
        let start = position + 2
        guard let found = memchr(window + start, 0x3E, end - start) else { return .incomplete }
        let stop = UnsafeMutableRawPointer(window).distance(to: found)
        var length = stop - start
        while length > 0, window[start + length - 1] <= 0x20 { length -= 1 }
        position = stop + 1
        return .found(XESTag(kind: .close, name: Self.number(of: window + start, length)))
    }

    @inline(__always)
    private mutating func openTag() throws(LogError) -> Outcome {
        let start = position + 1
        var index = start
        while index < end, window[index] > 0x20, window[index] != 0x2F, window[index] != 0x3E { index += 1 }
        if index == end { return .incomplete }
        if index == start { throw malformed("\"<\" is not followed by a name") }
        var tag = XESTag(kind: .open, name: Self.number(of: window + start, index - start))
        while true {
            while index < end, window[index] <= 0x20 { index += 1 }
            guard index < end else { return .incomplete }
            let byte = window[index]
            if byte == 0x3E {
                position = index + 1
                return .found(tag)
            }
            if byte == 0x2F {
                guard index + 1 < end else { return .incomplete }
                guard window[index + 1] == 0x3E else { throw malformed("\"/\" is not followed by \">\"") }
                tag.kind = .closed
                position = index + 2
                return .found(tag)
            }
            guard let after = try attribute(index, &tag) else { return .incomplete }
            index = after
        }
    }

    /// Reads one attribute; gives the offset behind it, or nil when it is not there as a whole.
    @inline(__always)
    private func attribute(_ nameStart: Int, _ tag: inout XESTag) throws(LogError) -> Int? {
        var index = nameStart
        while index < end, window[index] != 0x3D {
            let byte = window[index]
            if byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || byte == 0 {
                throw malformed("an attribute has no value")
            }
            index += 1
        }
        guard index < end else { return nil }
        var length = index - nameStart
        while length > 0, window[nameStart + length - 1] <= 0x20 { length -= 1 }
        index += 1
        while index < end, window[index] <= 0x20 { index += 1 }
        guard index < end else { return nil }
        let quote = window[index]
        guard quote == 0x22 || quote == 0x27 else { throw malformed("an attribute's value is not in quotes") }
        let start = index + 1
        guard let found = memchr(window + start, Int32(quote), end - start) else { return nil }
        let stop = UnsafeMutableRawPointer(window).distance(to: found)
        note(nameStart, length, start, stop, &tag)
        return stop + 1
    }

    @inline(__always)
    private func note(_ nameStart: Int, _ length: Int, _ start: Int, _ stop: Int, _ tag: inout XESTag) {
        let first = window[nameStart]
        if length == 3, first == 0x6B, window[nameStart + 1] == 0x65, window[nameStart + 2] == 0x79 {
            tag.key = UnsafePointer(window + start)
            tag.keyLength = stop - start
        } else if length == 5, memcmp(window + nameStart, "value", 5) == 0 {
            tag.value = UnsafePointer(window + start)
            tag.valueLength = stop - start
        } else if length == 5, memcmp(window + nameStart, "scope", 5) == 0 {
            tag.key = UnsafePointer(window + start)
            tag.keyLength = stop - start
        }
    }

    // MARK: - What is no element

    private mutating func declaration() throws(LogError) -> Outcome {
        if begins("<!--") { return skip(from: 4, to: "-->") }
        if begins("<![CDATA[") { return skip(from: 9, to: "]]>") }
        if end - position < 9, !isAtEnd { return .incomplete }
        throw malformed("a document type or entity declaration is not accepted in a log")
    }

    private mutating func instruction() throws(LogError) -> Outcome {
        let start = position
        let outcome = skip(from: 2, to: "?>")
        if case .skipped = outcome { try checkEncoding(text(window + start, min(position - start, 1000))) }
        return outcome
    }

    private func begins(_ mark: StaticString) -> Bool {
        end - position >= mark.utf8CodeUnitCount
            && memcmp(window + position, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    }

    private mutating func skip(from offset: Int, to mark: StaticString) -> Outcome {
        let length = mark.utf8CodeUnitCount
        var start = position + offset
        while start + length <= end {
            guard let found = memchr(window + start, Int32(mark.utf8Start[0]), end - start) else { break }
            start = UnsafeMutableRawPointer(window).distance(to: found)
            if start + length <= end, memcmp(found, mark.utf8Start, length) == 0 {
                position = start + length
                return .skipped
            }
            start += 1
        }
        return .incomplete
    }

    private mutating func checkEncoding(_ declaration: String) throws(LogError) {
        guard declaration.hasPrefix("<?xml "), let place = declaration.range(ofASCII: "encoding") else {
            return
        }
        let rest = declaration[place...].dropFirst("encoding".count)
        let quoted = rest.drop { $0 == " " || $0 == "=" }
        guard let quote = quoted.first, quote == "\"" || quote == "'" else { return }
        let encoding = quoted.dropFirst().prefix { $0 != quote }.lowercased()
        switch encoding {
        case "utf-8", "utf8", "us-ascii", "ascii": return
        case "iso-8859-1", "latin1", "latin-1": isLatin = true
        default:
            throw LogError(
                .encoding,
                "the encoding \"\(encoding)\" is not read; accepted are UTF-8, US-ASCII and ISO-8859-1",
                position: LogPosition(file: name, line: line)
            )
        }
    }

    // MARK: - Long tags

    /// Passes over a tag longer than the limit; it keeps its name and loses its attributes.
    private mutating func longTag() throws(LogError) -> XESTag {
        if window[position + 1] == 0x21 || window[position + 1] == 0x3F {
            throw malformed("a comment or declaration is longer than \(limit) bytes")
        }
        let isClose = window[position + 1] == 0x2F
        let start = position + (isClose ? 2 : 1)
        var index = start
        while index < start + 32, window[index] > 0x20, window[index] != 0x2F, window[index] != 0x3E {
            index += 1
        }
        var tag = XESTag(kind: isClose ? .close : .open, name: Self.number(of: window + start, index - start))
        position = index
        var quote: UInt8 = 0
        var before: UInt8 = 0
        while true {
            while position < end {
                let byte = window[position]
                position += 1
                if quote != 0 {
                    if byte == quote { quote = 0 }
                } else if byte == 0x22 || byte == 0x27 {
                    quote = byte
                } else if byte == 0x3E {
                    if before == 0x2F { tag.kind = .closed }
                    return tag
                }
                before = byte
            }
            if isAtEnd { throw truncated() }
            try refill()
        }
    }

    // MARK: - Faults

    private func truncated() -> LogError {
        LogError(
            .truncatedXES,
            "the text ends inside a tag; copy the whole file again",
            position: LogPosition(file: name, line: line)
        )
    }

    func malformed(_ cause: String) -> LogError {
        LogError(
            .malformedXES,
            "this is not well-formed XES",
            cause: cause,
            position: LogPosition(file: name, line: line)
        )
    }

    /// The number that stands for an element's name: its letters up to eight, its hash beyond.
    @inline(__always)
    static func number(of bytes: ByteAddress, _ length: Int) -> UInt64 {
        if length == 0 { return 0 }
        if length <= 8 { return load64(bytes, 0) & (~0 >> UInt64(64 - 8 * length)) }
        return hash64(bytes, length)
    }
}

extension String {
    /// Where a text begins in this one.
    fileprivate func range(ofASCII wanted: String) -> String.Index? {
        indices.first { self[$0...].hasPrefix(wanted) }
    }
}

/// The number that stands for an element's name.
func elementNumber(_ name: String) -> UInt64 {
    var bytes = Array(name.utf8)
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8))
    return bytes.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { XESTokenizer.number(of: $0, count) } ?? 0
    }
}

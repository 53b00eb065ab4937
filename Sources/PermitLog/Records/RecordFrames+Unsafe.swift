// Invariants of this file:
// - `buffer` holds the bytes of the stream that were read and not yet passed at `state.start..<end`, with room for 64
//   more behind `capacity`; a frame's address is used before the next frame is asked for;
// - while `holdsStart` is set, bytes are read to the end of the buffer and none is dropped.

import Glibc

/// A record's bytes.
struct RecordFrame {
    var bytes: ByteAddress
    var length: Int
    /// The number of its line, or of the record where records are no lines.
    var number: Int
    /// Why it cannot be read; its bytes are none then.
    var fault: RejectReason?
    /// What is wrong with it, in words.
    var detail = ""
}

/// Cuts a text into records: its lines, or the objects that stand in a list or one behind the other.
final class RecordFrames {
    /// How records are parted.
    enum Layout {
        /// Each stands on a line of its own.
        case lines
        /// Each is a JSON object that may take several lines.
        case objects
    }

    private struct State {
        var start = 0
        var number = 0
        /// Whether the records stand in a list that is still open.
        var isInList = false
        var hasBegun = false
    }

    private static let piece = 1 << 18

    private let stream: any ByteStream
    private let limit: Int
    private var buffer: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var end = 0
    private var state = State()
    private var failure: LogError?
    private var holdsStart = false
    /// How the records are parted.
    var layout = Layout.lines
    /// Whether the stream has given its last byte.
    private(set) var isAtEnd = false

    /// Creates the cutting of a stream whose records have at most `limit` bytes.
    init(_ stream: any ByteStream, limit: Int) {
        self.stream = stream
        self.limit = limit
        capacity = Self.piece
        buffer = .allocate(capacity: capacity + 64)
        buffer.initialize(repeating: 0, count: capacity + 64)
    }

    deinit { buffer.deallocate() }

    // MARK: - Reading ahead

    /// How many bytes were read and not yet passed.
    var aheadLength: Int { end - state.start }

    /// Reads until there are some bytes ahead, or the stream ends or fails; a failure comes again after them.
    func lookAhead(_ length: Int) {
        while aheadLength < length, !isAtEnd, failure == nil { readMore() }
    }

    /// The first byte that is no white space; nil when there is none ahead.
    var firstByte: UInt8? { (state.start..<end).lazy.map { self.buffer[$0] }.first { $0 > 0x20 } }

    /// Passes a byte order mark.
    func skipByteOrderMark() {
        guard aheadLength >= 3, buffer[state.start] == 0xEF, buffer[state.start + 1] == 0xBB,
            buffer[state.start + 2] == 0xBF
        else { return }
        state.start += 3
    }

    /// Calls `body` with the records that stand whole in the next bytes, and goes back to the first of them.
    ///
    /// What was read beyond those bytes has no effect: it depends on how the stream gives its bytes.
    func survey(_ layout: Layout, _ length: Int, _ body: (RecordFrame) -> Bool) {
        let saved = (state, end, isAtEnd)
        self.layout = layout
        holdsStart = true
        if aheadLength > length { isAtEnd = false }
        end = min(end, state.start + length)
        while let frame = nextAhead(), body(frame) {}
        holdsStart = false
        (state, end, isAtEnd) = saved
    }

    private func nextAhead() -> RecordFrame? {
        do throws(LogError) {
            return try next()
        } catch {
            return nil
        }
    }

    private func readMore() {
        if state.start > 0, !holdsStart {
            memmove(buffer, buffer + state.start, end - state.start)
            end -= state.start
            state.start = 0
        }
        if capacity - end < Self.piece { grow() }
        do throws(LogError) {
            let count = try stream.read(into: buffer + end, room: capacity - end)
            end += count
            isAtEnd = count == 0
        } catch {
            failure = error
        }
    }

    private func grow() {
        let larger = max(capacity * 2, end + Self.piece)
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: larger + 64)
        memcpy(fresh, buffer, end)
        memset(fresh + end, 0, larger + 64 - end)
        buffer.deallocate()
        buffer = fresh
        capacity = larger
    }

    /// Makes more bytes stand behind an offset from the start; false at the end of the text.
    private func more() throws(LogError) -> Bool {
        if holdsStart || isAtEnd { return false }
        if let failure { throw failure }
        readMore()
        if let failure { throw failure }
        return !isAtEnd
    }

    // MARK: - Records

    /// The next record; nil behind the last one.
    func next() throws(LogError) -> RecordFrame? {
        switch layout {
        case .lines: try nextLine()
        case .objects: try nextObject()
        }
    }

    private func frame(_ offset: Int, _ length: Int) -> RecordFrame {
        RecordFrame(bytes: buffer + offset, length: length, number: state.number)
    }

    private func faultyFrame(_ reason: RejectReason, _ detail: String) -> RecordFrame {
        RecordFrame(bytes: buffer, length: 0, number: state.number, fault: reason, detail: detail)
    }

    private func nextLine() throws(LogError) -> RecordFrame? {
        while true {
            guard let length = try lineLength() else { return nil }
            state.number += 1
            let start = state.start
            if length > limit {
                if holdsStart {
                    state.start = min(state.start + length + 1, end)
                    continue
                }
                try skipLine(length)
                return faultyFrame(.fieldTooLong, "")
            }
            state.start = min(start + length + 1, end)
            var kept = length
            while kept > 0, buffer[start + kept - 1] <= 0x20 { kept -= 1 }
            if kept > 0 { return frame(start, kept) }
        }
    }

    /// The length of the line at hand, or more than the limit for one that is longer; nil when there is none.
    private func lineLength() throws(LogError) -> Int? {
        var seen = 0
        while true {
            let left = end - state.start - seen
            if left > 0, let found = memchr(buffer + state.start + seen, 0x0A, left) {
                return UnsafeMutableRawPointer(buffer + state.start).distance(to: found)
            }
            seen += left
            if seen > limit, !holdsStart { return seen }
            guard try more() else { return seen == 0 || (holdsStart && !isAtEnd) ? nil : seen }
        }
    }

    private func skipLine(_ length: Int) throws(LogError) {
        state.start += length
        while true {
            let left = end - state.start
            if left > 0, let found = memchr(buffer + state.start, 0x0A, left) {
                state.start += UnsafeMutableRawPointer(buffer + state.start).distance(to: found) + 1
                return
            }
            state.start = end
            guard try more() else { return }
        }
    }

    // MARK: - Objects

    /// The byte at an offset from the start; nil behind the end of the text.
    @inline(__always)
    private func byte(_ offset: Int) throws(LogError) -> UInt8? {
        while state.start + offset >= end {
            guard try more() else { return nil }
        }
        return buffer[state.start + offset]
    }

    private func nextObject() throws(LogError) -> RecordFrame? {
        var indent = 0
        while let byte = try byte(0) {
            switch byte {
            case 0x7B:
                state.hasBegun = true
                state.number += 1
                return try object(indent: indent)
            case 0x5B where !state.hasBegun:
                state.isInList = true
                state.hasBegun = true
            case 0x5D where state.isInList: state.isInList = false
            case 0x2C, 0x20, 0x09, 0x0D, 0x0A: break
            default:
                state.number += 1
                // Whatever it is, a bracket that closes nothing among them, it is passed.
                state.start += 1
                try skipGarbage()
                return faultyFrame(.badJSON, "there is no object")
            }
            state.start += 1
            indent = byte == 0x0A ? 0 : indent + 1
        }
        guard state.isInList, isAtEnd else { return nil }
        state.isInList = false
        state.number += 1
        return faultyFrame(.badJSON, "the text ends before the list is closed")
    }

    private func skipGarbage() throws(LogError) {
        while let byte = try byte(0), byte != 0x7B, byte != 0x0A, byte != 0x2C, byte != 0x5D {
            state.start += 1
        }
    }

    private func object(indent: Int) throws(LogError) -> RecordFrame? {
        var depth = 0
        var offset = 0
        var isInText = false
        var isTooLong = false
        while let byte = try byte(offset) {
            offset += 1
            if isInText {
                if byte == 0x5C {
                    offset += 1
                } else if byte == 0x22 {
                    isInText = false
                } else if byte == 0x0A {
                    return try broken(offset, indent)
                }
            } else if byte == 0x22 {
                isInText = true
            } else if byte | 0x20 == 0x7B {
                depth += 1
            } else if byte | 0x20 == 0x7D {
                depth -= 1
                if depth == 0 { return endObject(offset, isTooLong) }
            }
            if offset > limit, !holdsStart {
                isTooLong = true
                // A byte behind a backslash may not have been read yet.
                let unread = max(0, state.start + offset - end)
                state.start += offset - unread
                offset = unread
            }
        }
        if holdsStart, !isAtEnd { return nil }
        state.start = end
        state.isInList = false
        return isTooLong
            ? faultyFrame(.fieldTooLong, "") : faultyFrame(.badJSON, "the text ends inside an object")
    }

    // MARK: - One value after the other

    /// The byte behind white space, which is not passed; nil at the end of the text.
    func peek() throws(LogError) -> UInt8? {
        while let byte = try byte(0) {
            guard byte <= 0x20 else { return byte }
            state.start += 1
        }
        return nil
    }

    /// Passes a byte if it is the next one behind white space.
    func take(_ wanted: UInt8) throws(LogError) -> Bool {
        guard try peek() == wanted else { return false }
        state.start += 1
        return true
    }

    /// Passes any JSON value; an object is checked no further than to its end.
    func value() throws(LogError) -> RecordFrame? {
        switch try peek() {
        case 0x7B?, 0x5B?: return try object(indent: 0)
        case 0x22?: return try quoted()
        case nil: return nil
        default: return try unquoted()
        }
    }

    private func quoted() throws(LogError) -> RecordFrame? {
        var offset = 1
        var isTooLong = false
        while let byte = try byte(offset) {
            offset += byte == 0x5C ? 2 : 1
            if byte == 0x22 { return endObject(offset, isTooLong) }
            if offset > limit {
                isTooLong = true
                // Keeps the place of an opening quote in front of what is left.
                state.start += offset - 1
                offset = 1
            }
        }
        return nil
    }

    private func unquoted() throws(LogError) -> RecordFrame? {
        var offset = 0
        while let byte = try byte(offset), byte > 0x20, byte != 0x2C, byte != 0x5D, byte != 0x7D,
            offset < limit
        {
            offset += 1
        }
        return endObject(offset, false)
    }

    private func endObject(_ length: Int, _ isTooLong: Bool) -> RecordFrame {
        let start = state.start
        state.start += length
        return isTooLong ? faultyFrame(.fieldTooLong, "") : frame(start, length)
    }

    /// Passes an object whose text is not closed: up to a line that begins as an object does, no further to the right.
    private func broken(_ length: Int, _ indent: Int) throws(LogError) -> RecordFrame {
        var result = faultyFrame(.badJSON, "a text is not closed")
        state.start += length
        while true {
            var column = 0
            while column <= limit, let byte = try byte(column), byte == 0x20 || byte == 0x09 { column += 1 }
            guard let first = try byte(column) else {
                state.start = end
                break
            }
            if first == 0x7B, column <= min(indent, limit) { break }
            if first == 0x5D, column < max(indent, 1), state.isInList { break }
            state.start += column
            try skipLine(0)
        }
        result.bytes = UnsafePointer(buffer)
        return result
    }
}

// Invariants of this file:
// - `source[start..<end]` was read from the base and not yet re-encoded; `start` never passes `end`;
// - a byte of the base becomes at most three of UTF-8, so a third of the room asked for is always enough.

import Glibc

/// An encoding that is not UTF-8.
enum TextEncoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1252 = "Windows-1252"
}

/// The bytes of another input as UTF-8.
final class TranscodedInput: ByteStream {
    private static let room = 1 << 17
    private let base: any ByteStream
    private let encoding: TextEncoding
    private let source: UnsafeMutablePointer<UInt8>
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// The first of two UTF-16 units that are one character.
    private var highSurrogate: UInt32?
    private var failure: LogError?

    /// Creates an input that begins with what was read ahead of the base.
    init(_ base: any ByteStream, ahead: borrowing ByteRun, encoding: TextEncoding) {
        self.base = base
        self.encoding = encoding
        source = .allocate(capacity: max(Self.room, ahead.count) + 8)
        memcpy(source, ahead.bytes, ahead.count)
        end = ahead.count
        if encoding != .windows1252, end >= 2, [0xFE, 0xFF].contains(source[0]), source[0] ^ source[1] == 1 {
            start = 2
        }
    }

    deinit { source.deallocate() }

    var bytesRead: Int { base.bytesRead }
    var size: Int? { base.size }

    func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(LogError) -> Int {
        var written = 0
        while written == 0 {
            if end - start < 4, !isAtEnd { try refill() }
            guard start < end || highSurrogate != nil else { return 0 }
            written = encoding == .windows1252 ? fromLatin(target, room) : fromUTF16(target, room)
        }
        return written
    }

    private func refill() throws(LogError) {
        if let failure { throw failure }
        memmove(source, source + start, end - start)
        end -= start
        start = 0
        do throws(LogError) {
            let count = try base.read(into: source + end, room: Self.room - end)
            isAtEnd = count == 0
            end += count
        } catch {
            failure = error
            throw error
        }
    }

    private func fromLatin(_ target: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int {
        var written = 0
        while start < end, written + 3 <= room {
            let byte = source[start]
            start += 1
            written += Self.write(byte < 0x80 ? UInt32(byte) : Self.scalar(byte), target + written)
        }
        return written
    }

    private func fromUTF16(_ target: UnsafeMutablePointer<UInt8>, _ room: Int) -> Int {
        var written = 0
        while written + 8 <= max(room, 8) {
            guard end - start >= 2 else {
                if isAtEnd { written += finish(target + written) }
                break
            }
            let (first, second) = (UInt32(source[start]), UInt32(source[start + 1]))
            let unit = encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
            start += 2
            if let high = highSurrogate {
                highSurrogate = nil
                if unit >> 10 == 0x37 {
                    let scalar = 0x10000 + ((high & 0x3FF) << 10) + (unit & 0x3FF)
                    written += Self.write(scalar, target + written)
                    continue
                }
                written += Self.write(0xFFFD, target + written)
            }
            if unit >> 10 == 0x36 {
                highSurrogate = unit
            } else {
                written += Self.write(unit >> 10 == 0x37 ? 0xFFFD : unit, target + written)
            }
        }
        return written
    }

    /// What is left at the end of a damaged text: half a character.
    private func finish(_ target: UnsafeMutablePointer<UInt8>) -> Int {
        guard start < end || highSurrogate != nil else { return 0 }
        start = end
        highSurrogate = nil
        return Self.write(0xFFFD, target)
    }

    private static func write(_ scalar: UInt32, _ target: UnsafeMutablePointer<UInt8>) -> Int {
        let text = String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8
        for (index, byte) in text.enumerated() { target[index] = byte }
        return text.count
    }

    /// What Windows-1252 has for a byte above ASCII; the five bytes without a meaning stand for control characters.
    private static func scalar(_ byte: UInt8) -> UInt32 {
        byte < 0xA0 ? specials[Int(byte) - 0x80] : UInt32(byte)
    }

    private static let specials: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
        0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161,
        0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}

// Invariants of this file:
// - a decoded text lies in `scratch` until the next call, or is the raw text itself.

internal import CByteScan

/// Decodes the values of XML attributes: entities, white space and ISO 8859-1.
struct XESText: ~Copyable {
    private var scratch = ByteRun(capacity: 256)
    private static let longestEntity = 12

    /// The text of a raw value; nil when it names an entity that XML does not know.
    @inline(__always)
    mutating func decode(_ raw: ByteAddress, _ length: Int, isLatin: Bool) -> (ByteAddress, Int)? {
        let marks = izin_xml_value_marks(raw, length)
        if marks & 1 == 0, !isLatin || marks == 0 { return (raw, length) }
        return decodeSlowly(raw, length, isLatin)
    }

    @inline(never)
    private mutating func decodeSlowly(
        _ raw: ByteAddress,
        _ length: Int,
        _ isLatin: Bool
    ) -> (ByteAddress, Int)? {
        scratch.truncate(to: 0)
        scratch.reserve(length + 16)
        var index = 0
        while index < length {
            let byte = raw[index]
            index += 1
            switch byte {
            case 0x26:
                guard let (scalar, after) = entity(raw, index, length) else { return nil }
                for unit in String(scalar).utf8 { scratch.append(unit) }
                index = after
            case 0x09, 0x0A, 0x0D:
                if byte == 0x0D, index < length, raw[index] == 0x0A { continue }
                scratch.append(0x20)
            case 0x80... where isLatin:
                scratch.append(0xC0 | byte >> 6)
                scratch.append(0x80 | byte & 0x3F)
            default: scratch.append(byte)
            }
        }
        return (UnsafePointer(scratch.bytes), scratch.count)
    }

    /// The character of the entity whose name begins at `start`, and the offset behind its semicolon.
    private func entity(_ raw: ByteAddress, _ start: Int, _ length: Int) -> (Unicode.Scalar, Int)? {
        var end = start
        while end < length, end - start <= Self.longestEntity, raw[end] != 0x3B { end += 1 }
        guard end < length, raw[end] == 0x3B else { return nil }
        let name = text(raw + start, end - start)
        let scalar: Unicode.Scalar? =
            switch name {
            case "amp": "&"
            case "lt": "<"
            case "gt": ">"
            case "quot": "\""
            case "apos": "'"
            case _ where name.hasPrefix("#x"):
                UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
            case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
            default: nil
            }
        return scalar.map { ($0, end + 1) }
    }
}

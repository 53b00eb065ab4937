// Invariants of this file:
// - a decoded text lies in `scratch` until the next call.

/// Decodes the text of an XML document: entities, characters by number, line ends.
struct XMLDecoder: ~Copyable {
    private var scratch = ByteRun(capacity: 256)

    /// The decoded text; nil where it names an entity that XML does not know or holds a control character.
    ///
    /// In the value of an attribute all white space is blanks.
    mutating func decode(
        _ raw: ByteAddress,
        _ count: Int,
        isValue: Bool
    ) -> (start: ByteAddress, count: Int)? {
        scratch.truncate(to: 0)
        scratch.reserve(count + 16)
        var index = 0
        while index < count {
            let byte = raw[index]
            index += 1
            switch byte {
            case 0x26:
                guard let (scalar, after) = xmlCharacter(raw, index, count) else { return nil }
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { scratch.append(unit) }
                index = after
            case 0x09, 0x0A: scratch.append(isValue ? 0x20 : byte)
            case 0x0D:
                if index < count, raw[index] == 0x0A { continue }
                scratch.append(isValue ? 0x20 : 0x0A)
            case 0x00..<0x20: return nil
            default: scratch.append(byte)
            }
        }
        return (UnsafePointer(scratch.bytes), scratch.count)
    }
}

/// The character of the entity whose name begins at `start`, and the offset behind its semicolon; nil for a name that
/// XML does not know or a character that it does not allow.
func xmlCharacter(_ raw: ByteAddress, _ start: Int, _ count: Int) -> (Unicode.Scalar, Int)? {
    var end = start
    while end < count, end - start <= 12, raw[end] != 0x3B { end += 1 }
    guard end < count, raw[end] == 0x3B else { return nil }
    let name = text(raw + start, end - start)
    let scalar: Unicode.Scalar? =
        switch name {
        case "amp": "&"
        case "lt": "<"
        case "gt": ">"
        case "quot": "\""
        case "apos": "'"
        case _ where name.hasPrefix("#x"): UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        case _ where name.hasPrefix("#"): UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init)
        default: nil
        }
    guard let scalar, scalar.value >= 0x20 || [9, 10, 13].contains(scalar.value) else { return nil }
    return (scalar, end + 1)
}

// Invariants of this file:
// - addresses have as many readable bytes as their length says.

internal import WorkingTime

/// Whether a text may begin or end in a blank; it is not empty.
@inline(__always)
func hasBlankEnds(_ bytes: ByteAddress, _ length: Int) -> Bool {
    bytes[0] <= 0x20 || bytes[length - 1] <= 0x20
}

/// Moves the ends of a text behind its blanks.
func trimBlanks(_ bytes: inout ByteAddress, _ length: inout Int) {
    while length > 0, isBlank(bytes[length - 1]) { length -= 1 }
    while length > 0, isBlank(bytes[0]) {
        bytes += 1
        length -= 1
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

/// The length of a number without the `.0` that a spreadsheet puts behind an id.
func withoutFraction(_ bytes: ByteAddress, _ length: Int) -> Int {
    guard length > 2, bytes[length - 1] == 0x30, bytes[length - 2] == 0x2E else { return length }
    for index in 0..<(length - 2) where bytes[index] &- 0x30 > 9 { return length }
    return length - 2
}

/// Whether a text is a word for nothing, such as `-` or `NULL`; see `NullWord`.
func isNullWord(_ bytes: ByteAddress, _ length: Int) -> Bool {
    NullWord.contains(UnsafeBufferPointer(start: bytes, count: length).span)
}

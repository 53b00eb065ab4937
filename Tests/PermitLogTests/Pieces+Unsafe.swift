// Invariants of this file:
// - the target has `room` bytes and is used during the call only.

@testable import PermitLog

/// Some bytes of a source; none at its end.
func readPiece(_ source: some ByteStream, room: Int) throws(LogError) -> [UInt8] {
    let target = UnsafeMutablePointer<UInt8>.allocate(capacity: room)
    target.initialize(repeating: 0, count: room)
    defer { target.deallocate() }
    let count = try source.read(into: target, room: room)
    return Array(UnsafeBufferPointer(start: target, count: count))
}

/// A number of a cell as text.
func cellText(_ number: String, _ form: CellForm, is1904: Bool = false) -> String {
    var numbers = CellNumbers(is1904: is1904)
    var raw = ByteRun(capacity: 64)
    for byte in number.utf8 { raw.append(byte) }
    if form == .number, CellNumbers.isPlain(UnsafePointer(raw.bytes), raw.count) { return number }
    var out = ByteRun(capacity: 8)
    numbers.write(UnsafePointer(raw.bytes), raw.count, as: form, to: &out)
    return text(UnsafePointer(out.bytes), out.count)
}

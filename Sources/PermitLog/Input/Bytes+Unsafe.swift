// Invariants of this file:
// - every function gets the address and length of bytes that are readable, and at least 8 readable bytes behind them;
// - nothing is kept: addresses are used during the call only.

import Glibc

/// Bytes that somebody else owns.
typealias ByteAddress = UnsafePointer<UInt8>

@inline(__always)
func load64(_ bytes: ByteAddress, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
}

@inline(__always)
func load16(_ bytes: ByteAddress, _ offset: Int) -> UInt16 {
    UInt16(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt16.self))
}

@inline(__always)
private func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
}

/// The first eight and the last bytes, and a digest of all between; together with the length they name a text.
@inline(__always)
private func words(_ bytes: ByteAddress, _ count: Int) -> (UInt64, UInt64, UInt64) {
    let length = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    if count < 8 {
        let mask: UInt64 = count == 0 ? 0 : ~0 >> UInt64(64 - 8 * count)
        return (load64(bytes, 0) & mask, 0, length)
    }
    let first = load64(bytes, 0)
    let last = load64(bytes, count - 8)
    guard count > 16 else { return (first, last, length) }
    var middle = length
    var offset = 8
    while offset < count - 8 {
        middle = fold(middle ^ load64(bytes, offset) ^ 0xD6E8_FEB8_6659_FD93, 0xA076_1D64_78BD_642F) &+ middle
        offset += 8
    }
    return (first, last, middle)
}

/// The 64-bit hash of a text.
@inline(__always)
func hash64(_ bytes: ByteAddress, _ count: Int) -> UInt64 {
    let (first, last, middle) = words(bytes, count)
    let mixed = fold(first ^ 0xE703_7ED1_A0B4_28DB, last ^ middle ^ 0x8EBC_6AF0_9C88_C6E3)
    return fold(mixed ^ 0x5896_59CE_B1B4_2F6D, middle ^ 0x1D8E_4E27_C47D_124F)
}

/// The 128-bit hash of a text; its low half is ``hash64(_:_:)``.
@inline(__always)
func hash128(_ bytes: ByteAddress, _ count: Int) -> CaseHash {
    let (first, last, middle) = words(bytes, count)
    let mixed = fold(first ^ 0xE703_7ED1_A0B4_28DB, last ^ middle ^ 0x8EBC_6AF0_9C88_C6E3)
    let other = fold(first ^ 0xEB44_ACCA_B455_D165, last ^ middle ^ 0x2D35_8DCC_AA6C_78A5)
    return CaseHash(
        low: fold(mixed ^ 0x5896_59CE_B1B4_2F6D, middle ^ 0x1D8E_4E27_C47D_124F),
        high: fold(other ^ 0x8BB8_4B93_962E_ACC9, middle ^ 0x94D0_49BB_1331_11EB)
    )
}

/// The 128-bit hash of a string's UTF-8.
func hash128(ofText string: String) -> CaseHash {
    var bytes = Array(string.utf8)
    let count = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 8))
    return bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("eight bytes were appended") }
        return hash128(base, count)
    }
}

/// Whether two stretches of the same length hold the same bytes.
@inline(__always)
func sameBytes(_ left: ByteAddress, _ right: ByteAddress, _ count: Int) -> Bool {
    if count >= 8, count <= 16 {
        return load64(left, 0) == load64(right, 0) && load64(left, count - 8) == load64(right, count - 8)
    }
    return memcmp(left, right, count) == 0
}

/// A growing run of bytes with room for 64 more behind its end.
struct ByteRun: ~Copyable {
    private(set) var bytes: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private(set) var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        bytes = .allocate(capacity: capacity + 64)
    }

    deinit { bytes.deallocate() }

    /// Makes room for `more` bytes behind the end.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(to: max(count + more, capacity * 2)) }
    }

    @inline(never)
    private mutating func grow(to wanted: Int) {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted + 64)
        memcpy(larger, bytes, count)
        bytes.deallocate()
        bytes = larger
        capacity = wanted
    }

    /// Says that `more` bytes behind the end were written.
    @inline(__always)
    mutating func extend(by more: Int) { count += more }

    /// Forgets the bytes from an offset on.
    @inline(__always)
    mutating func truncate(to length: Int) { count = length }

    @inline(__always)
    mutating func append(_ source: ByteAddress, _ length: Int) {
        reserve(length)
        memcpy(bytes + count, source, length)
        count += length
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        reserve(1)
        bytes[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append<Number: FixedWidthInteger>(word number: Number) {
        reserve(MemoryLayout<Number>.size)
        UnsafeMutableRawPointer(bytes + count).storeBytes(of: number, as: Number.self)
        count += MemoryLayout<Number>.size
    }

    /// The number stored at an offset.
    @inline(__always)
    func word<Number: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: Number.Type) -> Number {
        UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: type)
    }
}

/// The text of some bytes; what is not UTF-8 becomes the replacement character.
func text(_ bytes: ByteAddress, _ count: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
}

/// The beginning of a cell for a message: at most 40 bytes, without control characters.
func sampleText(_ bytes: ByteAddress, _ count: Int) -> String {
    var length = min(count, 40)
    if length < count {
        while length > 0, bytes[length] & 0xC0 == 0x80 { length -= 1 }
    }
    let scalars = text(bytes, length).unicodeScalars
        .map { $0.value < 0x20 || $0.value == 0x7F ? "\u{FFFD}" : $0 }
    return String(String.UnicodeScalarView(scalars))
}

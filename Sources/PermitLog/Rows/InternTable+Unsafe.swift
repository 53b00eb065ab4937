// Invariants of this file:
// - `slots` holds `mask + 1` numbers, a power of two and at least twice the number of entries: 0 or an entry's number
//   plus one, so a search always meets an empty slot;
// - an entry's text lies in `texts` at `offset..<offset + length`.

internal import CByteScan

/// Texts numbered from 0 in the order of their first appearance.
struct InternTable: ~Copyable {
    private struct Entry {
        var hash: UInt64
        var offset: Int
        var length: Int
    }

    private var slots: UnsafeMutablePointer<UInt32>
    private var mask: Int
    private var entries: UnsafeMutablePointer<Entry>
    private(set) var count = 0
    private var texts = ByteRun(capacity: 1024)

    init() {
        mask = 255
        slots = .allocate(capacity: 256)
        slots.initialize(repeating: 0, count: 256)
        entries = .allocate(capacity: 128)
    }

    deinit {
        slots.deallocate()
        entries.deallocate()
    }

    /// The number of a text, or the fault of a new text that is not UTF-8 or holds a NUL.
    @inline(__always)
    mutating func number(_ bytes: ByteAddress, _ length: Int) -> (number: UInt32, fault: RejectReason?) {
        let hash = hash64(bytes, length)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while true {
            let found = slots[slot]
            if found == 0 { return insert(bytes, length, hash, slot) }
            let entry = entries[Int(found) - 1]
            if entry.hash == hash, entry.length == length,
                sameBytes(texts.bytes + entry.offset, bytes, length)
            {
                return (found - 1, nil)
            }
            slot = (slot + 1) & mask
        }
    }

    @inline(never)
    private mutating func insert(
        _ bytes: ByteAddress,
        _ length: Int,
        _ hash: UInt64,
        _ slot: Int
    ) -> (number: UInt32, fault: RejectReason?) {
        if let fault = textFault(bytes, length) { return (0, fault) }
        guard count < Int(LogEvent.activityMask) else { return (0, .tooManyValues) }
        entries[count] = Entry(hash: hash, offset: texts.count, length: length)
        texts.append(bytes, length)
        count += 1
        slots[slot] = UInt32(count)
        if count * 2 > mask { grow() }
        return (UInt32(count - 1), nil)
    }

    private mutating func grow() {
        let size = (mask + 1) * 2
        let larger = UnsafeMutablePointer<Entry>.allocate(capacity: size / 2)
        larger.update(from: entries, count: count)
        entries.deallocate()
        entries = larger
        slots.deallocate()
        slots = .allocate(capacity: size)
        slots.initialize(repeating: 0, count: size)
        mask = size - 1
        for index in 0..<count {
            var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = UInt32(index + 1)
        }
    }

    /// The texts in the order of their numbers.
    func strings() -> [String] {
        (0..<count).map { text(texts.bytes + entries[$0].offset, entries[$0].length) }
    }
}

/// Why a text cannot be used: it is not UTF-8 or holds a NUL byte; nil for a usable text.
func textFault(_ bytes: ByteAddress, _ length: Int) -> RejectReason? {
    switch izin_check_text(bytes, length) {
    case 0: nil
    case 1: .notUTF8
    default: .nulByte
    }
}

// Invariants of this file:
// - a cache slot is empty (length 0) or holds a whole name of at most `CachedName.room` bytes with its hash;
// - a stream's entry is the hash's low and high half, the length as UInt32 and the name's bytes, unaligned;
// - `streams` holds one retained stream for each bucket; `take` and `deinit` release them;
// - while names are thinned, the table holds offsets of kept entries plus one.

internal import CByteScan
import Glibc

/// The names of the cases that a worker met, at least once each, by bucket.
///
/// A cache that compares whole names keeps most repetitions out; a stream that outgrows its limit is thinned.
struct CaseNames: ~Copyable {
    private struct CachedName {
        static let room = 40
        var low: UInt64 = 0
        var high: UInt64 = 0
        var length: Int = 0
        var words: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    }

    private static let slotCount = 1 << 15
    private let slots: UnsafeMutablePointer<CachedName>
    private let streams: UnsafeMutablePointer<Unmanaged<NameStream>>

    init() {
        // Zeroed by the system page by page, when a page is first touched.
        guard let memory = calloc(Self.slotCount, MemoryLayout<CachedName>.stride) else {
            preconditionFailure("the system has no memory for a table of case names")
        }
        slots = memory.bindMemory(to: CachedName.self, capacity: Self.slotCount)
        streams = .allocate(capacity: RowBuckets.count)
        for bucket in 0..<RowBuckets.count {
            (streams + bucket).initialize(to: .passRetained(NameStream()))
        }
    }

    deinit {
        Glibc.free(slots)
        for bucket in 0..<RowBuckets.count { streams[bucket].release() }
        streams.deallocate()
    }

    /// Notes a case's name; gives the fault of a name that is not text.
    @inline(__always)
    mutating func note(_ hash: CaseHash, _ bytes: ByteAddress, _ length: Int) -> RejectReason? {
        let slot = slots + Int(truncatingIfNeeded: hash.low & UInt64(Self.slotCount - 1))
        if slot.pointee.low == hash.low, slot.pointee.length == length {
            let same = withUnsafeBytes(of: &slot.pointee.words) { words in
                words.bindMemory(to: UInt8.self).baseAddress.map { sameBytes($0, bytes, length) } ?? false
            }
            if same { return nil }
        }
        return add(hash, bytes, length, slot)
    }

    @inline(never)
    private func add(
        _ hash: CaseHash,
        _ bytes: ByteAddress,
        _ length: Int,
        _ slot: UnsafeMutablePointer<CachedName>
    ) -> RejectReason? {
        if let fault = textFault(bytes, length) { return fault }
        streams[Int(truncatingIfNeeded: hash.low >> 56)]
            ._withUnsafeGuaranteedRef { $0.append(hash, bytes, length) }
        if length <= CachedName.room {
            slot.pointee.low = hash.low
            slot.pointee.high = hash.high
            slot.pointee.length = length
            withUnsafeMutableBytes(of: &slot.pointee.words) { words in
                words.copyMemory(from: UnsafeRawBufferPointer(start: bytes, count: length))
            }
        }
        return nil
    }

    /// Gives the names of a bucket away.
    mutating func take(_ bucket: Int) -> NameStream {
        let stream = streams[bucket].takeRetainedValue()
        streams[bucket] = .passRetained(NameStream())
        return stream
    }

    /// How many different cases the buckets of some workers hold together.
    static func distinctCount(_ bucket: Int, _ all: [NameStream]) -> Int {
        var hashes: Set<UInt64> = []
        for stream in all { stream.forEach { hash, _, _ in hashes.insert(hash.low) } }
        return hashes.count
    }

    /// The stream of a bucket, still owned by the worker.
    func stream(_ bucket: Int) -> NameStream { streams[bucket].takeUnretainedValue() }
}

/// The names of one bucket of one worker.
final class NameStream {
    private var run = ByteRun(capacity: 192)
    private(set) var entryCount = 0
    private var limit = 512

    func append(_ hash: CaseHash, _ bytes: ByteAddress, _ length: Int) {
        if entryCount >= limit { thin() }
        run.append(word: hash.low)
        run.append(word: hash.high)
        run.append(word: UInt32(length))
        run.append(bytes, length)
        entryCount += 1
    }

    /// Calls `body` with hash, address and length of every name.
    func forEach(_ body: (CaseHash, ByteAddress, Int) -> Void) {
        var offset = 0
        while offset < run.count {
            let length = Int(run.word(offset + 16, as: UInt32.self))
            let hash = CaseHash(
                low: run.word(offset, as: UInt64.self),
                high: run.word(offset + 8, as: UInt64.self)
            )
            body(hash, run.bytes + offset + 20, length)
            offset += 20 + length
        }
    }

    /// Drops names that stand before in the stream.
    private func thin() {
        var size = 1024
        while size < entryCount * 2 { size *= 2 }
        var table = [Int](repeating: 0, count: size)
        var kept = 0
        var target = 0
        var offset = 0
        let end = run.count
        while offset < end {
            let length = 20 + Int(run.word(offset + 16, as: UInt32.self))
            var slot = Int(truncatingIfNeeded: run.word(offset, as: UInt64.self)) & (size - 1)
            while table[slot] != 0, !same(table[slot] - 1, offset, length) { slot = (slot + 1) & (size - 1) }
            if table[slot] == 0 {
                table[slot] = target + 1
                memmove(run.bytes + target, run.bytes + offset, length)
                target += length
                kept += 1
            }
            offset += length
        }
        run.truncate(to: target)
        entryCount = kept
        limit = max(512, kept * 2)
    }

    private func same(_ left: Int, _ right: Int, _ length: Int) -> Bool {
        run.word(left + 16, as: UInt32.self) == run.word(right + 16, as: UInt32.self)
            && memcmp(run.bytes + left, run.bytes + right, length) == 0
    }
}

/// The offsets of a place over time, as segments between transitions.
///
/// Finding the segment of a moment is one look into a table of 51-day buckets and at most a few steps from there.
@usableFromInline
final class ZoneRules: Sendable {
    /// The zone's name.
    let name: String
    /// First moment of each segment in microseconds; the first segment has no beginning.
    private let starts: [Int64]
    /// Offset of each segment in microseconds east of UTC.
    private let offsets: [Int64]
    /// The latest local day that had begun before each segment.
    private let earlierDays: [Int32]
    /// The highest wall time reached before the end of each segment, over it and all before.
    private let reaches: [Int64]
    /// The segment at the beginning of each bucket from the end of 1899 on.
    private let buckets: [UInt16]

    private static let bucketShift: Int64 = 42
    private static let bucketBase: Int64 = -503 << bucketShift
    private static let bucketCount = 2_200

    /// Builds the table.
    ///
    /// - Parameters:
    ///   - name: The zone's name.
    ///   - initialOffset: Seconds east of UTC before the first transition.
    ///   - transitions: Moments in seconds since 1970 UTC, ascending, with the offset from there on.
    init(name: String, initialOffset: Int, transitions: [(at: Int64, offset: Int)]) {
        var starts = [Int64.min]
        var offsets = [Int64(initialOffset) * 1_000_000]
        for transition in transitions {
            let offset = Int64(transition.offset) * 1_000_000
            guard offset != offsets[offsets.count - 1] else { continue }
            starts.append(transition.at * 1_000_000)
            offsets.append(offset)
        }
        self.name = name
        (earlierDays, reaches) = Self.reaches(starts: starts, offsets: offsets)
        buckets = starts.count == 1 ? [] : Self.buckets(starts: starts)
        self.starts = starts
        self.offsets = offsets
    }

    private static func reaches(starts: [Int64], offsets: [Int64]) -> ([Int32], [Int64]) {
        var earlierDays = [Int32.min]
        var reaches: [Int64] = []
        var highest = Int64.min
        for index in starts.indices {
            let isLast = index + 1 == starts.count
            highest = isLast ? .max : max(highest, starts[index + 1] + offsets[index])
            reaches.append(highest)
            if !isLast { earlierDays.append(LocalTime.dayNumber(of: highest - 1)) }
        }
        return (earlierDays, reaches)
    }

    private static func buckets(starts: [Int64]) -> [UInt16] {
        var segment = 0
        return (0..<bucketCount)
            .map { bucket in
                let moment = bucketBase + Int64(bucket) << bucketShift
                while segment + 1 < starts.count, starts[segment + 1] <= moment { segment += 1 }
                return UInt16(segment)
            }
    }

    private func segment(at microseconds: Int64) -> Int {
        var segment = 0
        if microseconds >= Self.bucketBase, !buckets.isEmpty {
            let bucket = Int((microseconds >> Self.bucketShift) - (Self.bucketBase >> Self.bucketShift))
            segment = Int(buckets[min(bucket, Self.bucketCount - 1)])
        }
        while segment + 1 < starts.count, starts[segment + 1] <= microseconds { segment += 1 }
        return segment
    }

    /// The offset at a moment in microseconds.
    @usableFromInline
    func offset(at microseconds: Int64) -> Int64 { offsets[segment(at: LocalTime.clamped(microseconds))] }

    /// The last local day whose first instant is not after the moment.
    @usableFromInline
    func day(of moment: Instant) -> Day {
        let microseconds = LocalTime.clamped(moment.microseconds)
        let segment = segment(at: microseconds)
        let shown = LocalTime.dayNumber(of: microseconds + offsets[segment])
        return Day(number: max(shown, earlierDays[segment]))
    }

    /// The first instant whose wall time is in the day or after it.
    @usableFromInline
    func start(of day: Day) -> Instant {
        let midnight = LocalTime.midnight(of: day)
        var low = 0
        var high = reaches.count - 1
        while low < high {
            let middle = (low + high) / 2
            if reaches[middle] > midnight { high = middle } else { low = middle + 1 }
        }
        return Instant(microseconds: max(starts[low], midnight - offsets[low]))
    }

    /// The first moment at which the wall clock shows a time; a skipped time is read with the offset before the gap.
    @usableFromInline
    func instant(local: Int64) -> Instant {
        let first = segment(at: local - LocalTime.dayMicroseconds * 2)
        let last = segment(at: local + LocalTime.dayMicroseconds * 2)
        var gap = first
        for index in first...last {
            let moment = local - offsets[index]
            guard moment >= starts[index] else { continue }
            if index + 1 == starts.count || moment < starts[index + 1] {
                return Instant(microseconds: moment)
            }
            gap = index
        }
        return Instant(microseconds: local - offsets[gap])
    }
}

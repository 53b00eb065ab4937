/// Which permits held a journey, from its last end back to its first submission.
///
/// The path starts at the permit that ended last. A permit holds the time from its release to its end; it is released
/// by its own submission, or later by the end of a linked permit that its workflow names under `after` and that ended
/// before it. The path goes on with the permit that released it; else, at its submission, with the permit that had
/// ended last by then, and the gap is between permits; where none had ended, with the one that had run longest. The
/// parts follow each other without a gap, so their lengths add up to the time of the journey.
struct CriticalPath {
    /// A permit that has ended.
    struct Permit {
        /// Microseconds since 1970 UTC.
        var submitted: Int64
        /// Microseconds since 1970 UTC; not before `submitted`.
        var ended: Int64
        /// The number of the link that it is; -1 where it is none.
        var link: Int
        /// The numbers of the links that must come before it, as bits.
        var after: UInt64 = 0

        func comesAfter(_ other: Permit) -> Bool {
            (0..<64).contains(other.link) && after & (1 << UInt64(other.link)) != 0
        }
    }

    /// A part of the journey's time.
    struct Part: Equatable {
        /// The permit that held it; nil between permits.
        var permit: Int?
        var from: Int64
        var until: Int64

        var length: Int64 { until - from }
    }

    private let permits: [Permit]
    /// The parts, the latest first.
    private(set) var parts: [Part] = []
    /// Permits without a duration that the path has passed: they must not be passed twice at one moment.
    private var passed: Set<Int> = []

    /// Finds the path of a journey of at least one permit; of permits alike, the earlier one is taken.
    init(_ permits: [Permit]) {
        self.permits = permits
        guard var here = last(of: permits.indices),
            let first = permits.map(\.submitted).min()
        else { return }
        var until = permits[here].ended
        while until > first {
            let (release, by) = release(of: here, before: until)
            if release < until { parts.append(Part(permit: here, from: release, until: until)) }
            if permits[here].submitted == permits[here].ended { passed.insert(here) }
            until = release
            guard until > first else { return }
            if let by {
                here = by
            } else if let next = last(
                of: permits.indices.filter { permits[$0].ended <= until && !passed.contains($0) }
            ) {
                if permits[next].ended < until {
                    parts.append(Part(permit: nil, from: permits[next].ended, until: until))
                }
                until = permits[next].ended
                here = next
            } else {
                guard let running = longestRunning(at: until) else {
                    preconditionFailure("the permit that was submitted first has ended by now or runs")
                }
                here = running
            }
        }
    }

    /// When a permit could go on, and the linked permit that it waited for; nil where that was its own submission.
    private func release(of here: Int, before until: Int64) -> (moment: Int64, by: Int?) {
        let permit = permits[here]
        let released = permits.indices.filter { other in
            other != here && permit.comesAfter(permits[other]) && permits[other].ended < permit.ended
                && permits[other].ended < until && permits[other].ended > permit.submitted
        }
        guard let by = last(of: released) else { return (permit.submitted, nil) }
        return (permits[by].ended, by)
    }

    /// The permit that ended last; of these the one submitted last, then the first in order.
    private func last(of indices: some Sequence<Int>) -> Int? {
        indices.max { left, right in
            let (one, other) = (permits[left], permits[right])
            if one.ended != other.ended { return one.ended < other.ended }
            if one.submitted != other.submitted { return one.submitted < other.submitted }
            return left > right
        }
    }

    private func longestRunning(at moment: Int64) -> Int? {
        permits.indices.filter { permits[$0].submitted < moment && permits[$0].ended > moment }
            .min { left, right in
                permits[left].submitted != permits[right].submitted
                    ? permits[left].submitted < permits[right].submitted : left < right
            }
    }
}

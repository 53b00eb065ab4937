import PermitLog
import WorkingTime

/// What one filter left out.
struct FilterCount: Sendable {
    var cases = 0
    var events = 0
}

extension PermitFolder {
    /// The events of a case that are measured, as a range of the partition's; nil where the cut or a filter leaves the
    /// case out.
    mutating func selected(_ index: Int, of box: PartitionBox) -> Range<Int>? {
        let partition = box.partition
        var range = partition.cases[index].events
        let all = range
        let events = partition.events.span
        while !range.isEmpty, events[range.upperBound - 1].time > plan.cut {
            range = range.lowerBound..<range.upperBound - 1
        }
        if range.count < all.count {
            fold.eventsAfterCut += all.count - range.count
            fold.rowsAfterCut += partition.rows(of: all, without: range, plan.sharesRows)
        }
        guard !range.isEmpty else { return nil }
        guard !plan.filters.isEmpty else { return range }
        return filtered(index, of: box, range)
    }

    private mutating func filtered(_ index: Int, of box: PartitionBox, _ range: Range<Int>) -> Range<Int>? {
        var kept = range
        var facts: CaseFacts?
        for (number, test) in plan.filters.tests.enumerated() {
            let before = kept
            if case .window(let window, .trimmed) = test {
                kept = box.partition.part(of: kept, in: window)
            } else {
                let passes: Bool
                if case .value(let value) = test {
                    let known = facts ?? CaseFacts(box, index, plan)
                    facts = known
                    passes = value.passes(known.values(value.fact))
                } else {
                    let partition = box.partition
                    let events = partition.events.span
                    passes = self.passes(test, events.extracting(kept))
                }
                if !passes { kept = kept.lowerBound..<kept.lowerBound }
            }
            if kept.count < before.count {
                fold.filters[number].events += before.count - kept.count
                fold.rowsFilteredOut += box.partition.rows(of: before, without: kept, plan.sharesRows)
            }
            if kept.isEmpty {
                fold.filters[number].cases += 1
                return nil
            }
        }
        return kept
    }

    private func passes(_ test: FilterPlan.Test, _ events: Span<LogEvent>) -> Bool {
        switch test {
        case .start(let isMeant): isMeant[events[0].activity]
        case .end(let isMeant): isMeant[events[events.count - 1].activity]
        case .has(let isMeant): events.hasActivity(isMeant)
        case .hasNot(let isMeant): !events.hasActivity(isMeant)
        case .path(let steps): events.follow(steps)
        case .duration(let shortest, let longest): lasts(events, shortest, longest)
        case .window(let window, let rule): Self.lies(events, in: window, rule)
        case .variants: variants?.keeps(events.activities.span) ?? true
        case .value: preconditionFailure("a condition on facts is tested on the facts")
        }
    }

    private static func lies(
        _ events: Span<LogEvent>,
        in window: Range<Int64>,
        _ rule: PermitFilter.WindowRule
    ) -> Bool {
        let (first, last) = (events[0].time, events[events.count - 1].time)
        switch rule {
        case .contained: return window.contains(first) && window.contains(last)
        case .intersecting: return first < window.upperBound && last >= window.lowerBound
        case .started: return window.contains(first)
        case .ended: return window.contains(last)
        case .trimmed: preconditionFailure("a window that trims leaves events out, not permits")
        }
    }

    private func lasts(
        _ events: Span<LogEvent>,
        _ shortest: PermitFilter.Length?,
        _ longest: PermitFilter.Length?
    ) -> Bool {
        let (first, last) = (Moment(events[0]), Moment(events[events.count - 1]))
        func amount(_ unit: PermitFilter.Length.Unit) -> Double? {
            let microseconds = Double(first.duration(until: last, in: plan.office.zone))
            switch unit {
            case .seconds: return microseconds / 1e6
            case .hours: return microseconds / 3.6e9
            case .days: return microseconds / 86.4e9
            case .workingDays:
                let (start, end) = (Instant(microseconds: first.time), Instant(microseconds: last.time))
                guard plan.office.coverageFault(from: start, to: end) == nil else { return nil }
                return Double(plan.office.workingDays(from: start, to: end))
            }
        }
        if let shortest, amount(shortest.unit).map({ $0 < shortest.amount }) ?? true { return false }
        if let longest, amount(longest.unit).map({ $0 > longest.amount }) ?? true { return false }
        return true
    }

    /// Counts the sequences of the cases that pass every other filter.
    mutating func countVariants(of box: PartitionBox, into table: inout VariantTable) {
        for index in box.partition.cases.indices {
            guard let range = selected(index, of: box) else { continue }
            let partition = box.partition
            let events = partition.events.span
            let activities = events.extracting(range).activities
            table.add(activities.span)
        }
    }
}

extension OrganizedPartition {
    /// How many rows of the log are no longer used when a range of events shrinks to a part of it; a row that may hold
    /// several events is used while one of them is.
    func rows(of all: Range<Int>, without part: Range<Int>, _ sharesRows: Bool) -> Int {
        let removed = all.filter { !part.contains($0) }
        if !instances.isEmpty { return removed.reduce(0) { $0 + instances[$1].rows } }
        guard sharesRows else { return removed.count }
        let used = Set(part.map { events[$0].order })
        return Set(removed.map { events[$0].order }).subtracting(used).count
    }

    /// The part of a case's events from the first in a window to the last.
    func part(of range: Range<Int>, in window: Range<Int64>) -> Range<Int> {
        guard let first = range.first(where: { window.contains(events[$0].time) }),
            let last = range.last(where: { window.contains(events[$0].time) })
        else { return range.lowerBound..<range.lowerBound }
        return first..<last + 1
    }
}

extension Span where Element == LogEvent {
    /// The activities in order.
    var activities: [UInt32] {
        var all: [UInt32] = []
        all.reserveCapacity(count)
        for index in indices { all.append(UInt32(self[index].activity)) }
        return all
    }

    fileprivate func hasActivity(_ isMeant: [Bool]) -> Bool {
        for index in indices where isMeant[self[index].activity] { return true }
        return false
    }

    /// Whether the events hold the steps in their order, each direct one right behind the one before it.
    fileprivate func follow(_ steps: [FilterPlan.PathStep]) -> Bool {
        // The places at which the steps so far may end.
        var places = Array(indices)
        for (number, step) in steps.enumerated() {
            if number > 0 {
                guard let first = places.first else { return false }
                places =
                    step.isDirect ? places.map { $0 + 1 }.filter { $0 < count } : Array(first + 1..<count)
            }
            places = places.filter { step.isMeant[self[$0].activity] }
        }
        return !places.isEmpty
    }
}

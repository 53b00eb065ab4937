/// Makes activity instances out of the rows of one case.
///
/// A row belongs to the instance that is open for its activity: to the one with the same `concept:instance` where both
/// have one, else to the first that the same resource holds, else to the first.
struct InstancePairing {
    /// A row of the case.
    struct Row {
        var event: LogEvent
        var resource: UInt32
        var role: UInt32
        var transition: Transition
        /// The hash of the activity instance's name; 0 for none.
        var instance: UInt64
        /// When the activity began, where the row says so.
        var start: Int64?
    }

    /// An event of the case as it is kept.
    struct Ended {
        var event: LogEvent
        var resource: UInt32
        var role: UInt32
        var instance: ActivityInstance
    }

    fileprivate struct Open {
        var activity: Int
        var name: UInt64
        var resource: UInt32
        var scheduled: Int64?
        var start: Int64?
        var restsSince: Int64?
        var rests: [Range<Int64>] = []
        var rows = 0
        /// The time of the first row.
        var first: Int64
    }

    private var open: [Open] = []
    /// The events in the order of their rows: that of the ends.
    private(set) var ended: [Ended] = []
    /// The activities that were given up, and rows that belong to no instance.
    private(set) var leftRows = 0

    /// Takes the next row, in the order of the case.
    mutating func take(_ row: Row) {
        let time = row.event.time
        if row.start != nil { return end(row, Open(row)) }
        switch row.transition {
        case .absent, .unknown: end(row, Open(row))
        case .scheduled: plan(row)
        case .assigned:
            if let index = find(row, where: { $0.start == nil }) {
                open[index].rows += 1
                open[index].resource = row.resource
            } else {
                plan(row)
            }
        case .started: begin(row)
        case .suspended:
            guard let index = find(row, where: { $0.start != nil && $0.restsSince == nil }) else {
                return leave()
            }
            open[index].restsSince = time
            open[index].rows += 1
        case .resumed:
            guard let index = find(row, where: { $0.restsSince != nil }) else { return leave() }
            open[index].rest(until: time)
            open[index].rows += 1
        case .completed:
            let index = find(row, where: { $0.start != nil }) ?? find(row, where: { $0.start == nil })
            end(row, index.map { open.remove(at: $0) } ?? Open(row))
        case .aborted: giveUp(row)
        }
    }

    /// The activities without an end, in the order of their beginning.
    var unended: [(activity: Int, time: Int64, isStarted: Bool, rows: Int)] {
        open.map { ($0.activity, $0.start ?? $0.first, $0.start != nil, $0.rows) }
    }

    /// Forgets the case.
    mutating func begin() {
        open.removeAll(keepingCapacity: true)
        ended.removeAll(keepingCapacity: true)
        leftRows = 0
    }

    private mutating func plan(_ row: Row) {
        var new = Open(row)
        new.scheduled = row.event.time
        new.rows = 1
        open.append(new)
    }

    private mutating func begin(_ row: Row) {
        if let index = find(row, where: { $0.start == nil }) {
            open[index].start = row.event.time
            open[index].resource = row.resource
            open[index].rows += 1
            return
        }
        var new = Open(row)
        new.start = row.event.time
        new.rows = 1
        open.append(new)
    }

    /// An activity that began and was given up ended then; one that was only planned never was.
    private mutating func giveUp(_ row: Row) {
        if let index = find(row, where: { $0.start != nil }) {
            end(row, open.remove(at: index))
        } else if let index = find(row, where: { $0.start == nil }) {
            leftRows += open.remove(at: index).rows + 1
        } else {
            leave()
        }
    }

    private mutating func leave() { leftRows += 1 }

    private mutating func end(_ row: Row, _ found: Open) {
        var found = found
        found.rest(until: row.event.time)
        // A beginning after the end is no beginning.
        let start = (row.start ?? found.start).flatMap { $0 <= row.event.time ? $0 : nil }
        ended.append(
            Ended(
                event: row.event,
                resource: row.resource,
                role: row.role,
                instance: ActivityInstance(
                    start: start,
                    scheduled: found.scheduled,
                    rests: found.rests,
                    rows: found.rows + 1
                )
            )
        )
    }

    private func find(_ row: Row, where isMeant: (Open) -> Bool) -> Int? {
        func isOpen(_ one: Open) -> Bool { one.activity == row.event.activity && isMeant(one) }
        if row.instance != 0,
            let found = open.firstIndex(where: { $0.name == row.instance && isOpen($0) })
        {
            return found
        }
        func isFree(_ one: Open) -> Bool { isOpen(one) && (one.name == 0 || row.instance == 0) }
        return open.firstIndex { isFree($0) && $0.resource == row.resource } ?? open.firstIndex(where: isFree)
    }
}

extension InstancePairing.Open {
    fileprivate init(_ row: InstancePairing.Row) {
        activity = row.event.activity
        name = row.instance
        resource = row.resource
        first = row.event.time
    }

    /// Ends a rest.
    fileprivate mutating func rest(until time: Int64) {
        if let since = restsSince, since < time { rests.append(since..<time) }
        restsSince = nil
    }
}

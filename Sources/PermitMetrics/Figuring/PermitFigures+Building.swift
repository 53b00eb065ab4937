import PermitWorkflow

/// A clock of a report: of a workflow, or a column of deadlines.
struct ClockKind: Hashable, Sendable {
    /// The workflow's number; -1 for a column of deadlines.
    var workflow: Int
    /// The clock's name, with the workflow's name before it where several workflows are in the report.
    var name: String
    /// `working_days`, `calendar_days`, `elapsed` or `deadline`.
    var unit: String
    /// Whether it measures the agencies and so counts for the share on time; an applicant's clock does not.
    var bindsOffice: Bool
    /// Whether a clock of the law goes before it: a limit of the office, in a log that tells what starts the law's.
    var givesWay = false
}

extension PermitFigures {
    /// Computes the figures of a set of permits.
    init(_ rows: PermitRows, clockKinds: [ClockKind], shown: [Int], context: FigureContext) {
        let window = context.window
        let turnaround = context.knowsTurnaround ? Turnaround(rows, in: window) : nil
        let estimate = context.knowsTurnaround ? SurvivalEstimate(rows, in: window) : nil
        var onTime = OnTime()
        var duties = Duties()
        var supervision: [[Int]: Int] = [:]
        for row in rows {
            let clock = Headline.clock(of: row, in: rows, kinds: clockKinds)
            duties.add(row, clock, in: window)
            if let clock { onTime.add(clock, ending: row.ending, ended: row.ended, in: window) }
            guard row.successor >= 0, window.contains(row.ended) else { continue }
            supervision[[row.successor, row.supervision], default: 0] += 1
        }
        let conformance = context.hasWorkflow ? Conformance(rows, in: window) : nil
        self.init(
            cases: rows.count,
            turnaround: turnaround,
            survival: estimate?.quantiles,
            survivalBound: estimate == nil ? nil : .bound(rows, in: window),
            survivalCurve: estimate?.curve,
            outcomeCurves: context.knowsOutcomes && estimate != nil ? OutcomeCurves(rows, in: window) : nil,
            outcomes: context.knowsOutcomes ? Self.outcomes(rows, context) : [],
            holders: context.hasWorkflow ? Self.holders(rows, window) : [],
            clocks: Self.clocks(rows, kinds: clockKinds, shown: shown, window),
            duties: duties.permits > 0 ? duties : nil,
            conformance: conformance,
            supervision: Self.supervision(supervision, context),
            indicators: Self.indicators(
                rows,
                context,
                kinds: clockKinds,
                survival: estimate?.quantiles,
                onTime: onTime,
                conformance: conformance
            )
        )
    }

    /// Permits that ended in the window, and those submitted in it that are open.
    private static func outcomes(_ rows: PermitRows, _ context: FigureContext) -> [OutcomeCount] {
        let window = context.window
        var counts: [PermitRow.Ending: Int] = [:]
        for row in rows where row.workflow >= 0 || context.knowsStatedOutcomes {
            guard window.contains(row.ending == .open ? row.submitted : row.ended) else { continue }
            counts[row.ending, default: 0] += 1
        }
        let order = Outcome.allCases.map { PermitRow.Ending.outcome($0) } + [.decided, .open]
        return order.compactMap { ending in
            counts[ending].map { OutcomeCount(outcome: ending.name, cases: $0) }
        }
    }

    /// Granted permits by where they stand in the workflow that comes after the grant.
    private static func supervision(_ counts: [[Int]: Int], _ context: FigureContext) -> [Supervision] {
        counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { key, permits in
                let workflow = context.workflows[key[0]]
                let state = workflow.states[key[1]]
                return Supervision(
                    workflow: workflow.name,
                    state: state.name,
                    title: state.title,
                    permits: permits
                )
            }
    }

    private static func holders(_ rows: PermitRows, _ window: PeriodWindow) -> [HolderTime] {
        let held = rows.filter {
            $0.ending.isDecided && !$0.holders.isEmpty && ($0.duration ?? -1) >= 0
                && window.contains($0.ended)
        }
        let total = held.reduce(into: Int128(0)) { sum, row in
            for index in row.holders { sum += Int128(rows.holders[index]) }
        }
        guard total > 0 else { return [] }
        return Holder.allCases.enumerated()
            .compactMap { index, holder in
                let times = held.map { rows.holders[$0.holders.lowerBound + index] }.sorted()
                let sum = times.reduce(into: Int128(0)) { $0 += Int128($1) }
                guard sum > 0 else { return nil }
                return HolderTime(
                    holder: holder.rawValue,
                    medianDays: Percentiles.seconds(0.5, ofSorted: times) / 86_400,
                    share: Double(sum) / Double(total)
                )
            }
    }

    private static func clocks(
        _ rows: PermitRows,
        kinds: [ClockKind],
        shown: [Int],
        _ window: PeriodWindow
    ) -> [Clock] {
        var clocks = kinds.map { Clock(name: $0.name, unit: $0.unit, bindsOffice: $0.bindsOffice) }
        for row in rows {
            for index in row.clocks {
                let clock = rows.clocks[index]
                if window.contains(clock.due ?? row.submitted) { clocks[clock.kind].count(clock) }
            }
        }
        return shown.map { clocks[$0] }
    }
}

extension PermitFigures.Clock {
    fileprivate mutating func count(_ clock: PermitRow.Clock) {
        classes.count(clock.classification)
        if clock.runs == 0 { notStarted += 1 }
        let isOpen = clock.classification == .openInTime || clock.classification == .openLate
        if isOpen, clock.isPaused { paused += 1 }
        runs += clock.runs
    }
}

extension PermitFigures.Conformance {
    fileprivate init(_ rows: PermitRows, in window: PeriodWindow) {
        let bound = rows.filter { $0.workflow >= 0 && window.contains($0.submitted) }
        var counts: [DeviationKind: Int] = [:]
        for row in bound {
            for kind in rows.deviations[row.deviations] { counts[kind, default: 0] += 1 }
        }
        let counted = counts.map { PermitFigures.DeviationCount(kind: $0.key.rawValue, count: $0.value) }
        self.init(
            cases: bound.count,
            fitting: bound.count { $0.isFitting },
            deviations: counted.sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
        )
    }
}

/// The one clock by which a permit is called in time or late.
enum Headline {
    /// The column of deadlines where there is one, else the worst of the clocks that bind the agencies.
    ///
    /// A column of limits in days knows no pause and no restart: where the log tells when documents were complete, the
    /// law's clock goes before it.
    /// A late one counts before an open one, an open one before one in time. Of two alike, the first that was missed
    /// counts, else the last that is due.
    static func clock(of row: PermitRow, in rows: PermitRows, kinds: [ClockKind]) -> PermitRow.Clock? {
        var best: PermitRow.Clock?
        var ownLimit: PermitRow.Clock?
        for index in row.clocks {
            let clock = rows.clocks[index]
            guard kinds[clock.kind].bindsOffice else { continue }
            if kinds[clock.kind].workflow < 0 {
                guard kinds[clock.kind].givesWay else { return clock }
                ownLimit = clock
                continue
            }
            // What comes after the grant does not make the permit late.
            guard kinds[clock.kind].workflow == row.workflow else { continue }
            guard let found = best else {
                best = clock
                continue
            }
            best = worse(found, clock)
        }
        return best ?? ownLimit
    }

    private static func worse(_ left: PermitRow.Clock, _ right: PermitRow.Clock) -> PermitRow.Clock {
        let leftRank = rank(left.classification)
        let rightRank = rank(right.classification)
        if leftRank != rightRank { return leftRank > rightRank ? left : right }
        let isMissed = leftRank >= rank(.openLate)
        let isRightLater = (right.due ?? .min) > (left.due ?? .min)
        return isRightLater != isMissed ? right : left
    }

    private static func rank(_ classification: ClockClass) -> Int {
        switch classification {
        case .deemedRecorded: 6
        case .late: 5
        case .openLate: 4
        case .openInTime: 3
        case .onTime: 2
        case .withdrawn: 1
        case .unmeasured: 0
        }
    }
}

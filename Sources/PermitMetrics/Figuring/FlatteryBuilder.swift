import PermitWorkflow
import WorkingTime

/// Tries the ways in which figures are flattered, each on the figure that it concerns.
struct FlatteryBuilder {
    let context: FigureContext
    let kinds: [ClockKind]

    private static let nearDays = 2
    private static let againDays: Int64 = 30

    private var window: PeriodWindow { context.window }

    /// The checks that these permits allow, in the order of the kinds.
    ///
    /// - Parameters:
    ///   - fold: The permits.
    ///   - figures: What was measured on them.
    /// - Returns: One for each kind whose figure is known, also where no permit is concerned.
    func checks(_ fold: borrowing PermitFold, _ figures: PermitFigures) -> [FlatteryCheck] {
        let rows = fold.rows
        var all = deadlines(rows)
        if context.knowsTurnaround { all += times(rows, figures) }
        if context.hasWorkflow { all += rounds(rows) + [handedInAgain(fold)].compactMap(\.self) }
        let order = FlatteryCheck.Kind.allCases
        return all.sorted { left, right in
            (order.firstIndex(of: left.kind) ?? 0) < (order.firstIndex(of: right.kind) ?? 0)
        }
    }

    /// What may flatter the share on time.
    private func deadlines(_ rows: PermitRows) -> [FlatteryCheck] {
        var (decided, inTime, openLate, withdrawn) = (0, 0, 0, 0)
        var (restarted, waited, unheld, unheldInTime) = (0, 0, 0, 0)
        for row in rows {
            guard let clock = Headline.clock(of: row, in: rows, kinds: kinds),
                clock.classification != .unmeasured
            else { continue }
            if clock.classification == .openLate { openLate += 1 }
            if clock.classification == .withdrawn, isNear(row, clock), window.contains(row.ended) {
                withdrawn += 1
            }
            guard row.ending.isDecided, window.contains(row.ended) else { continue }
            decided += 1
            let isInTime = clock.classification == .onTime
            if isInTime { inTime += 1 }
            if isInTime, clock.runs > 1 { restarted += 1 }
            if isInTime, clock.pauses > 0 { waited += 1 }
            guard clock.runs < 2, clock.pauses == 0 else { continue }
            unheld += 1
            if isInTime { unheldInTime += 1 }
        }
        guard decided > 0 else { return [] }
        let printed = Share.percent(inTime, of: decided)
        func check(
            _ kind: FlatteryCheck.Kind,
            _ permits: Int,
            of whole: Int,
            _ part: Int,
            _ all: Int
        ) -> FlatteryCheck {
            FlatteryCheck(
                kind: kind,
                permits: permits,
                whole: whole,
                indicator: .onTime,
                flattered: printed,
                plain: Share.percent(part, of: all),
                unit: "percent"
            )
        }
        return [
            check(.openLeftOut, openLate, of: decided + openLate, inTime, decided + openLate),
            check(.clockRestarted, restarted, of: inTime, inTime - restarted, decided),
            check(.clockWaited, waited, of: inTime, unheldInTime, unheld),
            check(.withdrawnNearDeadline, withdrawn, of: decided + withdrawn, inTime, decided + withdrawn),
        ]
    }

    private func isNear(_ row: PermitRow, _ clock: PermitRow.Clock) -> Bool {
        guard let due = clock.due, let ended = row.ended else { return false }
        return due - ended <= Int64(Self.nearDays) * 86_400_000_000
    }

    /// What may flatter the time to a decision.
    private func times(_ rows: PermitRows, _ figures: PermitFigures) -> [FlatteryCheck] {
        var all: [FlatteryCheck] = []
        if let turnaround = figures.turnaround, let survival = figures.survival {
            all.append(
                FlatteryCheck(
                    kind: .openNotWaited,
                    permits: survival.censored,
                    whole: survival.n,
                    indicator: .totalTime,
                    flattered: turnaround.medianDays,
                    plain: survival.medianDays,
                    unit: "days"
                )
            )
            if let instant = instant(rows, survival) { all.append(instant) }
        }
        if let days = wholeDays(rows) { all.append(days) }
        let median = { (statistic: String) in
            figures.indicators.first { $0.id == .agencyTime && $0.statistic == statistic }
        }
        if let clock = median("statutory_median"), let wall = median("wall_median") {
            all.append(
                FlatteryCheck(
                    kind: .countedFromComplete,
                    permits: clock.n,
                    whole: wall.n,
                    indicator: .agencyTime,
                    flattered: clock.value,
                    plain: wall.value,
                    unit: "working_days"
                )
            )
        }
        return all
    }

    private func instant(_ rows: PermitRows, _ survival: PermitFigures.Survival) -> FlatteryCheck? {
        let observations = rows.compactMap { window.contains($0.submitted) ? $0.observation : nil }
        let verified = observations.filter { !$0.isEvent || $0.duration > 0 }
        guard verified.count < observations.count else { return nil }
        let plain = PermitFigures.Survival(KaplanMeier(verified), censored: survival.censored)
        return FlatteryCheck(
            kind: .instantPooled,
            permits: observations.count - verified.count,
            whole: observations.count,
            indicator: .totalTime,
            flattered: survival.medianDays,
            plain: plain.medianDays,
            unit: "days"
        )
    }

    private func wholeDays(_ rows: PermitRows) -> FlatteryCheck? {
        let durations = rows.compactMap { row -> Int64? in
            guard row.ending.isDecided, window.contains(row.ended), let duration = row.duration else {
                return nil
            }
            return duration >= 0 ? duration : nil
        }
        let day: Int64 = 86_400_000_000
        let within = durations.count { $0 <= day }
        let floored = durations.count { $0 / day <= 1 }
        guard floored > 0 else { return nil }
        return FlatteryCheck(
            kind: .wholeDays,
            permits: floored - within,
            whole: durations.count,
            indicator: nil,
            flattered: Share.percent(floored, of: durations.count),
            plain: Share.percent(within, of: durations.count),
            unit: "percent"
        )
    }

    /// What may flatter the counts of rounds.
    private func rounds(_ rows: PermitRows) -> [FlatteryCheck] {
        let decided = rows.filter { $0.workflow >= 0 && $0.ending.isDecided && window.contains($0.ended) }
        guard !decided.isEmpty else { return [] }
        let restarted = decided.count { row in
            row.clocks.contains { index in
                let clock = rows.clocks[index]
                return clock.runs > 2 && kinds[clock.kind].bindsOffice
                    && kinds[clock.kind].workflow == row.workflow
            }
        }
        return [
            FlatteryCheck(
                kind: .repeatedRestarts,
                permits: restarted,
                whole: decided.count,
                indicator: .holdShare,
                unit: ""
            ),
            FlatteryCheck(
                kind: .sameDayRounds,
                permits: decided.count { $0.sameDayRounds > 0 },
                whole: decided.count,
                indicator: .reworkRounds,
                unit: ""
            ),
        ]
    }

    /// Permits of a project handed in within thirty days after one of the same workflow ended there without a grant.
    private func handedInAgain(_ fold: borrowing PermitFold) -> FlatteryCheck? {
        guard !fold.projects.texts.isEmpty else { return nil }
        var ends: [[Int]: [Int64]] = [:]
        var (again, linked) = (0, 0)
        for row in fold.rows where row.link >= 0 && fold.links[row.link].project >= 0 {
            linked += 1
            guard row.endsUngranted, let ended = row.ended else { continue }
            ends[[fold.links[row.link].project, row.workflow], default: []].append(ended)
        }
        guard linked > 0 else { return nil }
        let reach = Self.againDays * 86_400_000_000
        for row in fold.rows where row.link >= 0 && fold.links[row.link].project >= 0 {
            guard let submitted = row.submitted, window.contains(submitted) else { continue }
            let before = ends[[fold.links[row.link].project, row.workflow]] ?? []
            if before.contains(where: { $0 <= submitted && submitted - $0 <= reach }) { again += 1 }
        }
        return FlatteryCheck(
            kind: .handedInAgain,
            permits: again,
            whole: linked,
            indicator: .totalTime,
            unit: ""
        )
    }
}

extension PermitRow {
    /// Whether it ended, and nobody granted it.
    fileprivate var endsUngranted: Bool {
        switch ending {
        case .open, .decided, .outcome(.issued), .outcome(.deemed): false
        case .outcome: true
        }
    }
}

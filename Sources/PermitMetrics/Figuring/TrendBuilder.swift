import PermitWorkflow
public import WorkingTime

/// How months are counted and judged.
public struct TrendRequest: Hashable, Sendable {
    /// Full months from which limits are taken, at the beginning of each phase.
    public var baselineMonths = 12
    /// Permits decided that a month needs for limits and signals.
    public var minimum = 5
    /// Days from which the office worked in another way, such as the first day of a system; each begins a phase.
    public var goLives: [Day] = []

    /// Twelve months, no new phase.
    public init() {}
}

/// Counts permits month by month.
struct TrendBuilder {
    let request: TrendRequest
    let kinds: [ClockKind]
    let window: PeriodWindow
    let office: OfficeTime
    /// The first moment that the log knows of, in microseconds since 1970 UTC.
    let first: Int64

    /// The fewest months from which limits are taken.
    private static let fewestForLimits = 6
    /// Fifty years: a mistyped year must not make thousands of empty months.
    private static let mostMonths = 600

    private var span: (from: Int64, until: Int64) {
        guard let bounds = window.bounds else { return (min(first, window.cut), window.cut) }
        return (bounds.lowerBound, min(bounds.upperBound - 1, window.cut))
    }

    /// The months; nil where the log or the period holds none.
    func trend(_ rows: PermitRows) -> Trend? {
        let (from, until) = span
        guard from <= until else { return nil }
        let months = Months(from: from, through: until, most: Self.mostMonths, zone: office.zone)
        var counted = count(rows, months)
        for index in counted.months.indices { counted.months[index].isPartial = isPartial(months, index) }
        counted.phases = phases(&counted.months, months)
        return counted
    }

    private func count(_ rows: PermitRows, _ months: Months) -> Trend {
        var all = (0..<months.count)
            .map { index in
                let name = months.name(of: index)
                return Trend.Month(year: name.year, month: name.month)
            }
        var durations = [[Int64]](repeating: [], count: months.count)
        var earlier = 0
        var open = 0
        let start = months.range(of: 0).lowerBound
        for row in rows {
            let stands = row.standsInTime
            if stands, let submitted = row.submitted {
                if let month = months.index(of: submitted) {
                    all[month].openAtEnd += 1
                } else if submitted < start {
                    open += 1
                    earlier += 1
                }
            }
            if let month = row.submitted.flatMap({ months.index(of: $0) }) {
                all[month].incoming += 1
                if let isOnline = row.isOnline {
                    all[month].channelKnown += 1
                    if isOnline { all[month].online += 1 }
                }
            }
            if row.ending != .open, let ended = row.ended {
                if let month = months.index(of: ended) {
                    all[month].resolved += 1
                    if stands { all[month].openAtEnd -= 1 }
                    if row.ending.isDecided, let duration = row.duration, duration >= 0 {
                        durations[month].append(duration)
                    }
                } else if ended < start, stands {
                    open -= 1
                }
            }
            addDue(row, rows, months, to: &all)
        }
        for index in all.indices {
            open += all[index].openAtEnd
            all[index].openAtEnd = open
            addTimes(durations[index], to: &all[index])
        }
        var trend = Trend(months: all, phases: [], minimum: request.minimum)
        trend.earlier = earlier
        return trend
    }

    private func addDue(_ row: PermitRow, _ rows: PermitRows, _ months: Months, to all: inout [Trend.Month]) {
        guard let clock = Headline.clock(of: row, in: rows, kinds: kinds),
            clock.classification != .unmeasured, clock.classification != .withdrawn,
            let due = clock.due, due <= window.cut, let month = months.index(of: due)
        else { return }
        all[month].due += 1
        if clock.classification == .onTime { all[month].dueInTime += 1 }
    }

    private func addTimes(_ durations: [Int64], to month: inout Trend.Month) {
        let sorted = durations.sorted()
        month.decided = sorted.count
        guard !sorted.isEmpty else { return }
        month.medianDays = Percentiles.seconds(0.5, ofSorted: sorted) / 86_400
        month.medianInterval = Interval.quantile(0.5, ofSorted: sorted).map { $0 / 86_400e6 }
        if sorted.count >= 4 { month.p75Days = Percentiles.seconds(0.75, ofSorted: sorted) / 86_400 }
    }

    /// Whether a working day of the month lies before the log begins or after the cut, or a phase begins within it.
    private func isPartial(_ months: Months, _ index: Int) -> Bool {
        let range = months.range(of: index)
        let firstDay = office.zone.day(of: Instant(microseconds: range.lowerBound))
        let nextMonth = office.zone.day(of: Instant(microseconds: range.upperBound))
        let firstKnown = office.zone.day(of: Instant(microseconds: first))
        let lastKnown = office.zone.day(of: Instant(microseconds: window.cut))
        let eve = firstDay.advanced(by: -1)
        if firstKnown > firstDay, workingDays(after: eve, through: firstKnown.advanced(by: -1)) > 0 {
            return true
        }
        if lastKnown < nextMonth, workingDays(after: lastKnown, through: nextMonth.advanced(by: -1)) > 0 {
            return true
        }
        return request.goLives.contains { $0 > firstDay && $0 < nextMonth }
    }

    private func workingDays(after start: Day, through end: Day) -> Int {
        start < end ? office.calendar.workingDays(after: start, through: end) : 0
    }

    /// Limits for each phase, from its first full months; marks what stands out.
    private func phases(_ all: inout [Trend.Month], _ months: Months) -> [Trend.Phase] {
        let cuts = request.goLives.map { office.zone.start(of: $0).microseconds }.sorted()
        var borders = [0]
        for cut in cuts {
            // A phase begins with the first month that lies wholly in it.
            let next = all.indices.first { months.range(of: $0).lowerBound >= cut } ?? all.count
            if next > borders[borders.count - 1], next < all.count { borders.append(next) }
        }
        borders.append(all.count)
        return zip(borders, borders.dropFirst()).compactMap { phase($0..<$1, &all) }
    }

    private func phase(_ range: Range<Int>, _ all: inout [Trend.Month]) -> Trend.Phase? {
        let judged = range.filter { !all[$0].isPartial && all[$0].decided >= request.minimum }
        let values = judged.compactMap { all[$0].medianDays }
        let baseline = Array(values.prefix(request.baselineMonths))
        guard baseline.count >= Self.fewestForLimits, let limits = ProcessLimits(baseline: baseline) else {
            return nil
        }
        for (index, found) in zip(judged, limits.signals(values)) {
            all[index].signals = Trend.Signal.allCases.filter(found.contains)
        }
        return Trend.Phase(
            from: range.lowerBound,
            until: range.upperBound,
            baseline: baseline.count,
            centre: limits.centre,
            low: limits.low,
            high: limits.high
        )
    }
}

import PermitWorkflow
import WorkingTime

/// How many permits are open, for how long, and whether that fits with what comes in and goes out.
struct Backlog {
    let window: PeriodWindow
    /// The first moment that the log knows of, in microseconds since 1970 UTC.
    let first: Int64

    private static let day: Int64 = 86_400_000_000
    private static let edges = [0, 8, 15, 31, 61, 91, 181, 366]

    /// The days over which flow is measured: the period, else everything up to the cut.
    private var span: Range<Int64>? {
        let bounds = window.bounds ?? first..<(window.cut + 1)
        let until = min(bounds.upperBound, window.cut + 1)
        return bounds.lowerBound < until ? bounds.lowerBound..<until : nil
    }

    /// Open permits by age, the youngest first; nil when none is open.
    func ages(_ rows: PermitRows, _ kinds: [ClockKind]) -> [AgeBand] {
        var bands = Self.edges.indices.map { index in
            AgeBand(
                fromDays: Self.edges[index],
                untilDays: index + 1 < Self.edges.count ? Self.edges[index + 1] : nil
            )
        }
        var isAny = false
        for row in rows where row.ending == .open {
            guard let age = row.duration, age >= 0 else { continue }
            isAny = true
            let days = Int(age / Self.day)
            let band = (Self.edges.firstIndex { $0 > days } ?? Self.edges.count) - 1
            switch Headline.clock(of: row, in: rows, kinds: kinds)?.classification {
            case .openInTime: bands[band].inTime += 1
            case .openLate: bands[band].late += 1
            default: bands[band].withoutClock += 1
            }
        }
        return isAny ? bands : []
    }

    /// Little's law over the period; nil where nothing came in or went out.
    func little(_ rows: PermitRows) -> LittleCheck? {
        guard let span else { return nil }
        let length = Double(span.upperBound - span.lowerBound)
        var (open, sum) = (Int128(0), Int128(0))
        var (arrivals, ended) = (0, 0)
        for row in rows {
            guard let submitted = row.submitted, !row.isUndated else { continue }
            if span.contains(submitted) { arrivals += 1 }
            let until = row.ending == .open ? span.upperBound : row.ended ?? span.upperBound
            open += Int128(max(0, min(until, span.upperBound) - max(submitted, span.lowerBound)))
            guard row.ending != .open, span.contains(until), let duration = row.duration, duration >= 0 else {
                continue
            }
            ended += 1
            sum += Int128(duration)
        }
        guard arrivals > 0, ended > 0 else { return nil }
        let days = length / Double(Self.day)
        return LittleCheck(
            meanOpen: Double(open) / length,
            arrivalsPerDay: Double(arrivals) / days,
            meanDays: ExactMean.seconds(sum: sum, count: ended) / 86_400,
            days: days
        )
    }

    /// The days that the open permits would take at the pace of the period: a forecast, not a measured time.
    ///
    /// Without a period, the last 365 days before the cut count, or all that the log covers. A period of one year
    /// counts 365 days, as the courts' statistics of Europe do.
    func dispositionTime(_ rows: PermitRows, zone: Zone) -> (days: Double?, pending: Int, resolved: Int) {
        let year = 365 * Self.day
        let bounds = window.bounds ?? max(first, window.cut + 1 - year)..<max(first, window.cut + 1)
        let until = min(bounds.upperBound, window.cut + 1)
        var (pending, resolved) = (0, 0)
        for row in rows {
            guard let submitted = row.submitted, !row.isUndated else { continue }
            let ended = row.ending == .open ? Int64.max : row.ended ?? .max
            if submitted < until, ended >= until { pending += 1 }
            if ended >= bounds.lowerBound, ended < until { resolved += 1 }
        }
        guard resolved > 0, bounds.lowerBound < until else { return (nil, pending, resolved) }
        let days = isYear(bounds, zone) ? 365 : Double(until - bounds.lowerBound) / Double(Self.day)
        return (days * Double(pending) / Double(resolved), pending, resolved)
    }

    private func isYear(_ bounds: Range<Int64>, _ zone: Zone) -> Bool {
        let from = zone.day(of: Instant(microseconds: bounds.lowerBound)).components
        let until = zone.day(of: Instant(microseconds: bounds.upperBound)).components
        return from.year + 1 == until.year && from.month == until.month && from.day == until.day
    }
}

internal import Glibc

/// The hours of work, week by week.
struct HourWeeks {
    /// Counts by hour.
    typealias Hours = [Double]

    /// The numbers of the weeks that have events, ascending.
    private(set) var numbers: [Int32] = []
    /// Their hours.
    private(set) var hours: [Hours] = []
    /// The sums of the weeks before each one, and of all.
    private var sums: [Hours] = [HourWeeks.none]

    static let none = Hours(repeating: 0, count: 24)
    /// Fewer events on one side than these prove nothing.
    static let leastEvents = 60.0
    /// Fewer weeks on one side than these prove nothing.
    static let leastWeeks = 3
    /// A smaller jump can be a change of the season or of the working hours.
    static let leastHours = 3

    struct Found {
        /// The place of the first week of the new clock.
        var week: Int
        var hours: Int
        /// How much likelier the log is with the jump, as a logarithm.
        var gain: Double
    }

    init(_ days: [Int32: ClockShiftSurvey.DayHours]) {
        var byWeek: [Int32: Hours] = [:]
        for (day, counts) in days {
            // Weeks begin on Monday; 1970-01-05 was one.
            let week = Int32((Double(day - 4) / 7).rounded(.down))
            for (hour, count) in counts.counts.enumerated() where count > 0 {
                byWeek[week, default: HourWeeks.none][hour] += Double(count)
            }
        }
        numbers = byWeek.keys.sorted()
        hours = numbers.map { byWeek[$0] ?? HourWeeks.none }
        for week in hours { sums.append(HourWeeks.sum(sums[sums.count - 1], week)) }
    }

    /// The likeliest jump.
    var best: Found? {
        guard numbers.count >= 2 * HourWeeks.leastWeeks else { return nil }
        var best: Found?
        let whole = HourWeeks.disorder(sums[numbers.count])
        for week in HourWeeks.leastWeeks...(numbers.count - HourWeeks.leastWeeks) {
            let (before, after) = sides(week)
            guard HourWeeks.total(before) >= HourWeeks.leastEvents,
                HourWeeks.total(after) >= HourWeeks.leastEvents
            else { continue }
            // No turn can explain more than two halves that have nothing to do with each other.
            let most = whole - HourWeeks.disorder(before) - HourWeeks.disorder(after)
            guard most > best?.gain ?? 0, most >= HourWeeks.leastGain(before, after) else { continue }
            for shift in -11...12 where shift != 0 {
                let gain =
                    whole - HourWeeks.disorder(HourWeeks.sum(before, HourWeeks.turned(after, by: -shift)))
                if gain > best?.gain ?? 0 { best = Found(week: week, hours: shift, gain: gain) }
            }
        }
        return best
    }

    /// Whether a jump is one of the clock and nothing else.
    func isSound(_ found: Found) -> Bool {
        let (before, after) = sides(found.week)
        let turned = HourWeeks.turned(after, by: -found.hours)
        guard abs(found.hours) >= HourWeeks.leastHours, found.gain >= HourWeeks.leastGain(before, after)
        else { return false }
        guard HourWeeks.overlap(before, turned) >= 0.7 else { return false }
        guard HourWeeks.overlap(before, turned) - HourWeeks.overlap(before, after) >= 0.2 else {
            return false
        }
        return isSteady(found, before, after)
    }

    /// The least that a jump must explain: more than chance ever does, and much for the events that it moves.
    private static func leastGain(_ before: Hours, _ after: Hours) -> Double {
        12 + 0.12 * min(total(before), total(after))
    }

    /// Whether nearly all weeks are like the half that they are in; shifts of work that come and go are not.
    private func isSteady(_ found: Found, _ before: Hours, _ after: Hours) -> Bool {
        var (right, wrong) = (0.0, 0.0)
        for (week, counts) in hours.enumerated() where HourWeeks.total(counts) >= 5 {
            let isEarly = week < found.week
            let fit = HourWeeks.fit(counts, before) - HourWeeks.fit(counts, after)
            if isEarly == (fit > 0) { right += 1 } else { wrong += 1 }
        }
        return right >= 9 * wrong
    }

    /// The shift with its day and its hours of work.
    func described(_ found: Found, _ days: [Int32: ClockShiftSurvey.DayHours]) -> ClockShift {
        let (before, after) = sides(found.week)
        let day = firstDay(found, before, after, days)
        let work = HourWeeks.window(HourWeeks.sum(before, HourWeeks.turned(after, by: -found.hours)))
        let start = (work.lowerBound + found.hours + 24) % 24
        let events = days.reduce(0) { sum, entry in
            entry.key < day.number ? sum : sum + entry.value.counts.reduce(0) { $0 + Int($1) }
        }
        return ClockShift(
            at: day,
            hours: found.hours,
            before: work,
            after: start...(start + work.count - 1),
            events: events
        )
    }

    /// The day around the week found from which the days are more like the second half.
    private func firstDay(
        _ found: Found,
        _ before: Hours,
        _ after: Hours,
        _ days: [Int32: ClockShiftSurvey.DayHours]
    ) -> Day {
        let monday = numbers[found.week] * 7 + 4
        var gain = 0.0
        var best = (gain: -Double.infinity, day: monday)
        for day in (monday - 8)...(monday + 8) {
            if gain > best.gain, days[day] != nil { best = (gain, day) }
            if let counts = days[day]?.counts.map(Double.init) {
                gain += HourWeeks.fit(counts, before) - HourWeeks.fit(counts, after)
            }
        }
        return Day(number: best.day)
    }

    func sides(_ week: Int) -> (before: Hours, after: Hours) {
        let all = sums[numbers.count]
        return (sums[week], zip(all, sums[week]).map { $0 - $1 })
    }
}

extension HourWeeks {
    static func total(_ hours: Hours) -> Double { hours.reduce(0, +) }

    static func sum(_ left: Hours, _ right: Hours) -> Hours { zip(left, right).map { $0 + $1 } }

    /// The hours as a clock shows them that is so many hours ahead.
    static func turned(_ hours: Hours, by shift: Int) -> Hours {
        (0..<24).map { hours[($0 - shift + 48) % 24] }
    }

    /// How unlikely the counts are under the profile that they make themselves, as a logarithm.
    static func disorder(_ hours: Hours) -> Double { -fit(hours, hours) }

    /// How likely counts are under the profile that other counts make, as a logarithm.
    static func fit(_ hours: Hours, _ profile: Hours) -> Double {
        let all = total(profile) + 12
        return (0..<24).reduce(0) { hours[$1] > 0 ? $0 + hours[$1] * log((profile[$1] + 0.5) / all) : $0 }
    }

    /// The share that two profiles have in common, from 0 to 1.
    static func overlap(_ left: Hours, _ right: Hours) -> Double {
        let (leftTotal, rightTotal) = (max(total(left), 1), max(total(right), 1))
        return zip(left, right).reduce(0) { $0 + min($1.0 / leftTotal, $1.1 / rightTotal) }
    }

    /// Whether hours fit a profile best as they are, or turned by an hour.
    static func isInPlace(_ hours: Hours, _ profile: Hours) -> Bool {
        let fits = (-12...11).map { fit(turned(hours, by: $0), profile) }
        return fits.max() == fits[11...13].max()
    }

    /// The shortest stretch of hours with at least nine tenths of the events; it may pass midnight.
    static func window(_ hours: Hours) -> ClosedRange<Int> {
        let wanted = total(hours) * 0.9
        for length in 1...24 {
            let sums = (0..<24).map { start in (start..<start + length).reduce(0) { $0 + hours[$1 % 24] } }
            if let start = sums.indices.max(by: { sums[$0] < sums[$1] }), sums[start] >= wanted {
                return start...(start + length - 1)
            }
        }
        return 0...23
    }
}

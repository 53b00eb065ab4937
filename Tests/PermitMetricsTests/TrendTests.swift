import PermitLog
import PermitMetrics
import TestSupport
import Testing
import WorkingTime

@Suite("The months of an office")
struct TrendTests {
    private static let profile: Profile = {
        var profile = Profile(name: "wide")
        profile.milestones = [.submitted: ["start"], .decided: ["end"]]
        profile.deadline = .init(columns: ["due"], name: "the deadline")
        return profile
    }()

    /// Measures permits of one event; each gives start, end, deadline and outcome.
    private func measured(
        _ permits: [String],
        profile: Profile = profile,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> Report {
        let rows = permits.enumerated().map { "p\($0),filed,2023-12-29 09:00:00,\($1)" }
        return
            try Example.measured(
                rows.joined(separator: "\n"),
                header: "case,activity,time,start,end,due,outcome",
                profile: profile
            ) {
                $0.workflow = nil
                $0.asOf = Day("2024-03-31")
                change(&$0)
            }
            .report
    }

    @Test("count what came in, what ended, what stayed open and what was due, each in its own month")
    func counted() throws {
        let report = try measured([
            "2024-01-02,2024-01-05,2024-01-09,", "2024-01-30,2024-02-02,2024-02-01,",
            "2024-02-05,,2024-03-01,", "2023-12-30,2024-02-20,2024-02-28,", "2024-03-05,2024-03-01,,",
        ])
        let months = try #require(report.trend).months
        #expect(months.map(\.month) == [12, 1, 2, 3])
        #expect(months.map(\.incoming) == [1, 2, 1, 1])
        #expect(months.map(\.resolved) == [0, 1, 2, 1])
        // The permit that ended before it came in is never open.
        #expect(months.map(\.openAtEnd) == [1, 2, 1, 1])
        #expect(months.map(\.decided) == [0, 1, 2, 0])
        #expect(months.map(\.medianDays) == [nil, 3, 27.5, nil])
        #expect(months.map(\.due) == [0, 1, 2, 1])
        #expect(months.map(\.dueInTime) == [0, 1, 1, 0])
    }

    @Test("are not whole when the log begins or ends within their working days, or a new way of working does")
    func partial() throws {
        let whole = try measured(["2024-01-02,2024-01-05,,"])
        // The log begins on Friday 29 December and ends on a Sunday, the last day of March.
        #expect(try #require(whole.trend).months.map(\.isPartial) == [true, false, false, false])
        let cut = try measured(["2024-01-02,2024-01-05,,"]) { $0.asOf = Day("2024-03-28") }
        #expect(try #require(cut.trend).months.map(\.isPartial) == [true, false, false, true])
        let split = try measured(["2024-01-02,2024-01-05,,"]) {
            $0.trend.goLives = [Day("2024-02-12"), Day("2024-03-01")].compactMap(\.self)
        }
        #expect(try #require(split.trend).months.map(\.isPartial) == [true, false, true, false])
    }

    /// Twenty-four months of five permits each, decided after some days; the last months after others.
    private func steady(
        _ days: (Int) -> Int,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> Trend {
        var rows: [String] = []
        for month in 0..<24 {
            let start = Day(year: 2022 + month / 12, month: month % 12 + 1, day: 3)
            for place in 0..<5 {
                let begun = try #require(start).advanced(by: -days(month) + place)
                rows.append("\(begun),\(try #require(start).advanced(by: place)),,")
            }
        }
        return try #require(
            try measured(rows) {
                $0.asOf = Day("2023-12-31")
                change(&$0)
            }
            .trend
        )
    }

    @Test("have limits from the first whole months, and a month outside of them stands out")
    func limits() throws {
        let trend = try steady { $0 == 20 ? 40 : $0 % 2 == 0 ? 10 : 12 }
        let phase = try #require(trend.phases.first)
        #expect(trend.phases.count == 1)
        #expect(phase.baseline == 12)
        // Medians alternate between 10 and 12: mean 11, mean moving range 2.
        #expect(phase.centre == 11)
        #expect(abs(phase.low - (11 - 2.66 * 2)) < 1e-9 && abs(phase.high - (11 + 2.66 * 2)) < 1e-9)
        let standing = trend.months.filter { !$0.signals.isEmpty }
        #expect(standing.map { [$0.year, $0.month] } == [[2023, 9], [2023, 10]])
        #expect(standing.first?.signals == [.outside, .jump])
        #expect(standing.last?.signals == [.jump])
    }

    @Test("have limits of their own after a day that changed the work")
    func phases() throws {
        let days = { (month: Int) in (month < 12 ? 10 : 4) + month % 2 }
        let one = try steady(days)
        #expect(one.phases.count == 1)
        #expect(one.months.contains { $0.signals.contains(.run) })
        let two = try steady(days) { $0.trend.goLives = [Day("2023-01-01")].compactMap(\.self) }
        #expect(two.phases.map(\.centre) == [10.5, 4.5])
        #expect(two.months.allSatisfy { $0.signals.isEmpty })
    }

    @Test("have no limits from fewer than six whole months with enough permits")
    func tooFew() throws {
        let trend = try steady({ _ in 10 }) { $0.trend.minimum = 6 }
        #expect(trend.phases.isEmpty)
        #expect(trend.months.allSatisfy { $0.signals.isEmpty })
    }

    @Test("of submission say what to expect, and are unripe while their permits were not watched long enough")
    func cohorts() throws {
        let report = try measured([
            "2024-01-02,2024-01-12,,", "2024-01-03,2024-01-13,,", "2024-01-04,2024-01-24,,",
            "2024-03-18,2024-03-20,,", "2024-03-20,,,", "2024-03-21,,,",
        ])
        #expect(report.cohorts.map(\.month) == [1, 3])
        #expect(report.cohorts.map(\.n) == [3, 3])
        #expect(report.cohorts.map(\.undecided) == [0, 2])
        #expect(report.cohorts.map(\.medianDays) == [10, nil])
        #expect(report.cohorts.map(\.isRipe) == [true, false])
    }

    @Test("add up with Little's law where as much ends as begins")
    func little() throws {
        // One permit a day, each open for 10 days, over a hundred days.
        let first = try #require(Day("2023-12-29"))
        let rows = (0..<84).map { "\(first.advanced(by: $0)),\(first.advanced(by: $0 + 10)),," }
        let check = try #require(try measured(rows).littleCheck)
        #expect(abs(check.days - 94) < 1e-6)
        #expect(check.meanDays == 10)
        #expect(abs((check.ratio ?? 0) - 1) < 0.02)
    }

    @Test("end with the open ones by age, and the days that they would take at the pace of the period")
    func backlog() throws {
        let report = try measured([
            "2024-03-30,,2024-04-05,", "2024-03-01,,2024-03-08,", "2023-12-29,,,", "2024-01-02,2024-01-05,,",
            "2024-01-02,2024-01-06,,",
        ])
        let bands = report.openAges.filter { $0.inTime + $0.late + $0.withoutClock > 0 }
        #expect(bands.map(\.fromDays) == [0, 15, 91])
        #expect(bands.map { [$0.inTime, $0.late, $0.withoutClock] } == [[1, 0, 0], [0, 1, 0], [0, 0, 1]])
        // Three open, two ended in the 94 days and some hours that the log covers.
        let forecast = try #require(report.permits.indicator(.dispositionTime, "forecast"))
        #expect(forecast.n == 3)
        #expect(abs((forecast.value ?? 0) - 94 * 1.5) < 1)
        let year = try measured(["2024-03-30,,,", "2024-01-02,2024-01-05,,"]) {
            $0.period = ReportPeriod("2023-01-01..2024-01-01")
        }
        #expect(year.permits.indicator(.dispositionTime, "forecast")?.value == nil)
    }

    @Test("are absent from a log of which no time to a decision is known")
    func absent() throws {
        let report =
            try Example.measured("p,filed,2024-01-01 09:00:00", profile: Profile(name: "plain")) {
                $0.workflow = nil
            }
            .report
        #expect(report.trend == nil && report.cohorts.isEmpty && report.littleCheck == nil)
        #expect(report.permits.survivalCurve == nil)
    }
}

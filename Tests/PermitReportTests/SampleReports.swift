import PermitLog
import PermitReport
import WorkingTime

@testable import PermitMetrics

/// Reports made by hand, so that tests know every figure in them.
enum SampleReports {
    /// All of them by name.
    static let all: [(name: String, report: Report)] = [
        ("city", city), ("span", span), ("empty", empty), ("awkward", awkward), ("young", young),
    ]

    /// A city whose permits are judged by two workflows, with groups and a period.
    static var city: Report {
        var report = Report(
            input: account(rows: 18_412, used: 18_390, rejected: 22),
            profileName: "kota-contoh",
            workflows: [(name: "iui-tdi-2017", cases: 1_210), (name: "oss-2018-commitment", cases: 1_790)],
            assumptions: assumptions,
            period: ReportPeriod("2018-01-01..2019-01-01"),
            asOf: Instant(seconds: 1_609_401_600),
            zone: .jakarta,
            flow: SampleFigures.flow,
            permits: SampleFigures.permits(2_874, open: 126),
            groups: [],
            deviations: SampleFigures.deviations,
            backlogBands: .init(withinLimit: 71, upToTwiceLimit: 31, beyondTwiceLimit: 24),
            onlineByYear: [(2017, 0, 780), (2018, 412, 1_002), (2019, 951, 1_218)]
        )
        report.groups = [
            .init(key: "type", value: "IUI", figures: SampleFigures.permits(1_150, open: 60)),
            .init(key: "type", value: "TDI", figures: SampleFigures.permits(21, open: 2)),
            .init(key: "type", value: "(none)", figures: SampleFigures.permits(1_703, open: 64)),
        ]
        report.permits.journeys = [SampleFigures.journeys]
        report.permits.supervision = SampleFigures.supervision
        report.missingLimits = SampleFigures.missingLimits
        report.trend = SampleFigures.trend
        report.littleCheck = LittleCheck(meanOpen: 118.4, arrivalsPerDay: 8.2, meanDays: 14.1, days: 365)
        report.checks = [
            FlatteryCheck(
                kind: .openLeftOut,
                permits: 63,
                whole: 2_937,
                indicator: .onTime,
                flattered: 73.5,
                plain: 71.9,
                unit: "percent"
            ),
            FlatteryCheck(
                kind: .openNotWaited,
                permits: 126,
                whole: 3_000,
                indicator: .totalTime,
                flattered: 12.25,
                plain: nil,
                unit: "days"
            ),
            FlatteryCheck(kind: .repeatedRestarts, permits: 7, whole: 2_874, indicator: .holdShare, unit: ""),
            FlatteryCheck(kind: .sameDayRounds, permits: 0, whole: 2_874, indicator: .reworkRounds, unit: ""),
        ]
        report.openAges = [
            AgeBand(fromDays: 0, untilDays: 8, inTime: 61, late: 0, withoutClock: 4),
            AgeBand(fromDays: 8, untilDays: 15, inTime: 2, late: 40, withoutClock: 0),
            AgeBand(fromDays: 15, untilDays: 31),
            AgeBand(fromDays: 366, untilDays: nil, inTime: 0, late: 19, withoutClock: 0),
        ]
        return report
    }

    /// A log without a workflow: its span is not a turnaround.
    static var span: Report {
        var report = empty
        report.input = account(rows: 8_577, used: 8_577, rejected: 0)
        report.assumptions = [
            Assumption("zone", ["Europe/Amsterdam"]), Assumption("no_profile"),
            Assumption("columns", ["case:concept:name", "concept:name", "time:timestamp"]),
            Assumption("span_is_not_turnaround"), Assumption("percentiles"),
        ]
        report.flow = SampleFigures.flow
        report.permits.cases = 1_434
        return report
    }

    /// Nothing at all was read.
    static var empty: Report {
        Report(
            input: account(rows: 0, used: 0, rejected: 0),
            profileName: nil,
            workflows: [],
            assumptions: [],
            period: nil,
            asOf: Instant(seconds: 0),
            zone: Zone.jakarta,
            flow: SampleFigures.noFlow,
            permits: SampleFigures.nothing,
            groups: [],
            deviations: [],
            backlogBands: nil,
            onlineByYear: []
        )
    }

    /// Names that are long, wide or hostile, and numbers that are large or not finite.
    static var awkward: Report {
        var report = city
        let long = String(repeating: "pemeriksaan-kelengkapan-", count: 8)
        report.input.files = [long + ".csv", "審査-許可-申請-審査-許可-申請-審査-許可-申請-審査-許可-申請.csv"]
        report.workflows = [(name: "a\u{1B}[2Jb\nc\u{202E}d", cases: 12_345_678)]
        report.permits.clocks[0].name = long
        report.permits.clocks[0].unmeasured = 99_999_999
        report.permits.turnaround?.medianDays = .infinity
        report.permits.survival?.p90Days = .nan
        report.groups[0].value = "許可審査許可審査許可審査許可審査許可審査"
        report.groups[1].figures = SampleFigures.permits(98_765_432, open: 12_345_678)
        report.deviations[0].activity = long
        report.permits.journeys?[0].longest[0].project = long
        report.permits.journeys?[0].longest[0].heldBy[0].name = long
        report.permits.supervision[0].title = ["en": long, "id": "許可審査許可審査許可審査許可審査許可審査許可審査許可審査"]
        report.missingLimits[0].key[0].value = long
        report.deviations[0].skipped = [long, long, "x"]
        report.deviations[0].firstPosition = "/" + long + "/log.csv:1234567"
        report.assumptions.append(Assumption("something_new", ["1", long]))
        report.flow.transitions[0].meanSeconds = 1e300
        return report
    }

    /// A workflow, and no permit decided yet.
    static var young: Report {
        var report = city
        report.period = nil
        report.groups = []
        report.permits = SampleFigures.permits(0, open: 12)
        return report
    }

    private static func account(rows: Int, used: Int, rejected: Int) -> InputAccount {
        var account = InputAccount()
        account.files = ["kota-contoh-2017-2021.csv"]
        account.rows = rows
        account.used = used
        account.events = used
        account.rejected = rejected
        account.duplicates = rejected / 4
        guard rejected > 0 else { return account }
        account.rejections = [
            .init(reason: "impossible_date", count: rejected - 2), .init(reason: "empty_case", count: 2),
        ]
        account.cellsRejected = [.init(column: "modal", reason: "not_a_number", count: 7)]
        return account
    }

    private static let assumptions: [Assumption] = [
        Assumption("zone", ["Asia/Jakarta"]),
        Assumption("calendar", ["id", "2017-2026", "off", "5"]),
        Assumption("profile", ["kota-contoh"]),
        Assumption("stamps_without_zone", ["18390", "Asia/Jakarta"]),
        Assumption("as_of", ["2020-12-31T15:00:00+07:00", "0"]),
        Assumption("open_censored", ["126"]),
        Assumption("negative_left_out", ["1"]),
        Assumption("workflow", ["iui-tdi-2017", "1210", String(repeating: "0123456789abcdef", count: 4)]),
        Assumption("workflow", ["oss-2018-commitment", "1790", "-"]),
        Assumption(
            "unit_setting",
            ["iui-tdi-2017", "decision", "5", "working_days", "Standar Pelayanan 2017", "S2"]
        ),
        Assumption("period", ["2018-01-01", "2019-01-01"]),
        Assumption("percentiles"),
    ]
}

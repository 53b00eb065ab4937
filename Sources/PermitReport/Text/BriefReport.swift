internal import PermitLog
public import PermitMetrics
internal import WorkingTime

/// The report on twenty lines of a terminal: the sentence, the figures with their intervals, the last months, and what
/// moves them.
public struct BriefReport {
    /// The lines that it never exceeds.
    static let lines = 20

    private let text: TextReport
    private var report: Report { text.report }
    private var page = Page()

    private init(_ report: Report, _ language: Language) { text = TextReport(report, language) }

    /// The lines of a report; none is wider than 80 columns and every one is ended.
    public static func text(of report: Report, language: Language) -> String {
        var brief = BriefReport(report, language)
        brief.write()
        return brief.page.text
    }

    private mutating func write() {
        page.paragraph(text.headline, indent: 0)
        guard !report.isEmpty else { return }
        page.line()
        page.table(figures, indent: 0)
        if let trend = report.trend, trend.months.count > 1 { page.line(months(trend)) }
        let foot = foot
        let groups = groups(Self.lines - page.lines.count - foot.count - 1)
        if let groups {
            page.line()
            page.table(groups, indent: 0)
        }
        for line in foot { page.line(line) }
    }

    private var figures: TextTable {
        var table = TextTable([
            .name(""), .number(), .number(text.pick("95 % sure", "yakin 95 %")), .name(""),
        ])
        for row in rows.prefix(10) { table.append(row) }
        return table
    }

    /// Every row: a label, a value, its interval, and what stands behind it.
    private var rows: [[String]] {
        [
            row(.totalTime, "median", text.pick("time, half of the permits", "lama, separuh izin")),
            row(.totalTime, "p90", text.pick("time, 90 in 100", "lama, 90 dari 100")),
            row(
                .agencyTime,
                "statutory_median",
                text.pick("office, by the clock", "dinas, menurut jangka waktu")
            ),
            row(.agencyTime, "effort_median", text.pick("office, on the desk", "dinas, di meja")),
            row(.firstResponse, "median", text.pick("first response, half", "respons pertama, separuh")),
            row(
                .onTime,
                "due_date_cohort",
                text.pick("on time, of those due", "tepat waktu, yang jatuh tempo")
            ),
            row(.onTime, "decided_only", text.pick("on time, decided only", "tepat waktu, diputuskan saja")),
            row(.firstTimeRight, "share", text.pick("first-time-right", "sekali jadi")),
            row(.clearanceRate, "resolved_per_incoming", text.pick("clearance rate", "tingkat penyelesaian")),
            row(.backlog, "open", text.pick("open at the data cut", "tunggakan")),
            row(
                .backlog,
                "past_deadline",
                text.pick("of these past the deadline", "di antaranya lewat batas")
            ),
        ]
        .compactMap(\.self)
    }

    private func row(_ id: Indicator.ID, _ statistic: String, _ label: String) -> [String]? {
        guard let found = text.indicator(id, statistic) else { return nil }
        let never = text.pick("not reached", "belum tercapai")
        return [
            label, found.value.map { value($0, found.unit) } ?? never, found.interval.map(text.range) ?? "",
            "n = " + text.language.count(found.n),
        ]
    }

    private func value(_ value: Double, _ unit: String) -> String {
        switch unit {
        case "percent": text.language.percent(value)
        case "count": text.language.decimal(value, places: 0)
        case "working_days":
            text.language.decimal(value, places: 1) + text.pick(" working days", " hari kerja")
        default: text.language.decimal(value, places: 1) + text.pick(" days", " hari")
        }
    }

    private func months(_ trend: Trend) -> String {
        let open = trend.months.suffix(TextReport.shownMonths).map { Double($0.openAtEnd) }
        let last = trend.months.last.map(text.name) ?? ""
        let standing = trend.months.suffix(TextReport.shownMonths).count { !$0.signals.isEmpty }
        return text.say(
            "12 months to {0}: half {1}  open {2}  {3} {3?stands|stand} out",
            "12 bulan sampai {0}: separuh {1}  terbuka {2}  {3} menonjol",
            .text(last),
            .text(Sparkline.text(trend.recentMedians)),
            .text(Sparkline.text(open)),
            .count(standing)
        )
    }

    /// The groups that the lines left over can show, those with the most permits first.
    private func groups(_ lines: Int) -> TextTable? {
        guard let key = report.groups.first?.key, lines > 2 else { return nil }
        var table = TextTable([
            .name(key), .number("n"), .number(text.pick("half", "separuh")), .number("75/100"),
            .number(text.pick("on time", "tepat")), .number(text.pick("open", "terbuka")),
        ])
        let largest = report.groups.sorted { ($1.figures.cases, $0.value) < ($0.figures.cases, $1.value) }
        for group in largest.prefix(lines - 2) {
            table.append([
                group.value, text.language.count(group.figures.cases),
                text.places(group.figures.survival?.medianDays), text.places(group.figures.survival?.p75Days),
                group.figures.indicator(.onTime, "due_date_cohort")?.value.map(text.language.percent) ?? "-",
                group.figures.turnaround.map { text.language.count($0.open) } ?? "-",
            ])
        }
        return table
    }

    private var foot: [String] {
        let input = report.input
        let account = text.say(
            "{0} rows: {1} used, {2} rejected, {3} left out; {4#doubt|doubts}; days of {5}; known up to {6}.",
            "{0} baris: {1} dipakai, {2} ditolak, {3} diabaikan; {4#} catatan; hari {5}; data sampai {6}.",
            .count(input.rows),
            .count(input.used),
            .count(input.rejected),
            .count(input.ignored),
            .count(report.warnings.count),
            .text(report.zone.name),
            .text(text.language.date(report.zone.day(of: report.asOf)))
        )
        return Page.wrap(account, to: Page.width)
    }
}

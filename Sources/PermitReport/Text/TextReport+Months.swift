internal import PermitMetrics

extension TextReport {
    /// The months that a page shows; the JSON report has all.
    static let shownMonths = 12

    /// The last twelve months: what came in and went out, how long it took, and whether a month stands out.
    mutating func writeMonths() {
        guard let trend = report.trend, trend.months.count > 1 else { return }
        page.heading(pick("Month by month", "Bulan demi bulan"))
        let shown = trend.months.indices.suffix(Self.shownMonths)
        var table = TextTable([
            .word(), .number(pick("in", "masuk")), .number(pick("resolved", "selesai")),
            .number(pick("open", "terbuka")), .number(pick("half", "separuh")),
            .number(pick("95 % sure", "yakin 95 %")), .number(pick("year before", "th lalu")),
            .number(pick("on time", "tepat")), .word(),
        ])
        for index in shown { table.append(cells(of: index, in: trend)) }
        page.table(table)
        let medians = trend.recentMedians
        page.paragraph(
            say(
                "{0} half of the permits decided in the month, in days; on time of the permits due in it. A month with "
                    + "* is not whole in the log.",
                "{0} separuh izin yang diputuskan pada bulan itu, dalam hari; tepat waktu dari yang jatuh tempo. Bulan "
                    + "dengan * tidak utuh dalam catatan.",
                .text(Sparkline.text(medians))
            )
        )
        for phase in trend.phases.suffix(2) { page.paragraph(limits(phase, trend)) }
        if trend.phases.isEmpty {
            page.paragraph(
                say(
                    "No limits: fewer than six whole months with {0} or more decided permits.",
                    "Tanpa batas alami proses: kurang dari enam bulan utuh dengan {0} izin diputuskan atau lebih.",
                    .count(trend.minimum)
                )
            )
        }
        writeSignals(trend)
    }

    private func cells(of index: Int, in trend: Trend) -> [String] {
        let month = trend.months[index]
        let earlier = index >= 12 ? trend.months[index - 12].medianDays : nil
        let mark = month.isPartial ? "*" : ""
        return [
            name(month) + mark, language.count(month.incoming), language.count(month.resolved),
            language.count(month.openAtEnd), places(month.medianDays),
            month.medianInterval.map(range) ?? "", places(earlier),
            language.percent(month.dueInTime, of: month.due), month.signals.isEmpty ? "" : "!",
        ]
    }

    private func limits(_ phase: Trend.Phase, _ trend: Trend) -> String {
        say(
            "Limits of the medians from {0} on: {1} to {2} days around {3}, from {4} whole months with {5} or more "
                + "decided permits (XmR).",
            "Batas alami proses sejak {0}: {1} sampai {2} hari, pusat {3}, dari {4} bulan utuh dengan {5} izin "
                + "diputuskan atau lebih (XmR).",
            .text(name(trend.months[phase.from])),
            .text(places(phase.low)),
            .text(places(phase.high)),
            .text(places(phase.centre)),
            .count(phase.baseline),
            .count(trend.minimum)
        )
    }

    private mutating func writeSignals(_ trend: Trend) {
        let found = trend.months.filter { !$0.signals.isEmpty }
        guard !found.isEmpty else { return }
        let named = found.suffix(4)
            .map { month in
                let signals = month.signals.map { words.signal($0.rawValue) }.joined(separator: ", ")
                return name(month) + " (" + signals + ")"
            }
        let more =
            found.count > named.count
            ? say(
                " and {0} earlier",
                " dan {0} sebelumnya",
                .count(found.count - named.count)
            ) : ""
        page.paragraph(
            pick("Months that stand out: ", "Bulan yang menonjol: ") + named.joined(separator: "; ") + more
                + "."
        )
        guard trend.phases.count == 1, found.count > trend.months.count / 3 else { return }
        page.paragraph(
            pick(
                "The limits stay those of the first months; --go-live DATE begins new ones on a day that changed the work.",
                "Batas itu tetap menurut bulan-bulan pertama; --go-live TANGGAL memulai batas baru sejak hari yang "
                    + "mengubah cara kerja."
            )
        )
    }

    /// A month in short: `Jul 2019`.
    func name(_ month: Trend.Month) -> String {
        language.monthName(month.month).prefix(3) + " " + String(month.year)
    }

    /// A number of days with one place; a dash where there is none.
    func places(_ days: Double?) -> String { days.map { language.decimal($0, places: 1) } ?? "-" }
}

extension Trend {
    /// The medians of the last twelve months, without those of a month that is not whole.
    var recentMedians: [Double?] {
        months.suffix(TextReport.shownMonths).map { $0.isPartial ? nil : $0.medianDays }
    }
}

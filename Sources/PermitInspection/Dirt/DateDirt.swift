internal import PermitLog
internal import WorkingTime

/// How the dates of single columns are written, where that has to be known or told.
struct DateDirt {
    private let table: InspectedTable
    private let survey: ColumnSurvey

    init(_ table: InspectedTable, _ survey: ColumnSurvey) {
        self.table = table
        self.survey = survey
    }

    var findings: [DirtFinding] {
        survey.columns.indices.filter { survey.columns[$0].kind == .date }
            .flatMap { column in
                let dates = survey.tallies[column].dates
                return [
                    numeric(column, dates), words(column, dates.counts),
                    plain(.serialDates, column, dates.counts.serials, dates.counts),
                    plain(
                        .epochTimes,
                        column,
                        dates.counts.epochSeconds + dates.counts.epochMilliseconds,
                        dates.counts
                    ),
                    offsets(column, dates.counts), loose(column, dates.counts),
                ]
                .compactMap(\.self)
            }
    }

    private func finding(
        _ kind: DirtFinding.Kind,
        _ column: Int,
        _ count: Int,
        of total: Int,
        _ detail: String
    ) -> DirtFinding {
        DirtFinding(
            kind,
            file: table.file,
            column: table.header[column],
            count: count,
            of: total,
            detail: detail
        )
    }

    private func plain(
        _ kind: DirtFinding.Kind,
        _ column: Int,
        _ count: Int,
        _ counts: StampSurvey.Counts
    ) -> DirtFinding? {
        guard count > 0 else { return nil }
        return finding(kind, column, count, of: counts.dates, survey.columns[column].dateForm ?? "")
    }

    private func numeric(_ column: Int, _ dates: DateColumn) -> DirtFinding? {
        guard dates.counts.numeric > 0 else { return nil }
        var detail = dates.form ?? dates.contradiction ?? dates.possibleForms.joined(separator: " or ")
        if dates.counts.twoDigitYears > 0 { detail += "; years of two digits: \(dates.counts.twoDigitYears)" }
        return finding(.numericDates, column, dates.counts.numeric, of: dates.counts.dates, detail)
    }

    private func words(_ column: Int, _ counts: StampSurvey.Counts) -> DirtFinding? {
        guard counts.words > 0 else { return nil }
        let detail =
            "Indonesian: \(counts.indonesianWords), English: \(counts.englishWords), either: \(counts.sharedWords)"
        return finding(.monthWords, column, counts.words, of: counts.dates, detail)
    }

    private func offsets(_ column: Int, _ counts: StampSurvey.Counts) -> DirtFinding? {
        guard counts.offsets.count > 1 else { return nil }
        let parts = counts.offsets.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.prefix(5)
            .map { "\(Self.written($0.key)): \($0.value)" }
        return finding(
            .mixedOffsets,
            column,
            counts.offsets.reduce(0) { $0 + $1.value },
            of: counts.dates,
            parts.joined(separator: ", ")
        )
    }

    private static func written(_ seconds: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let minutes = abs(seconds) / 60
        return (seconds < 0 ? "-" : "+") + two(minutes / 60) + ":" + two(minutes % 60)
    }

    private func loose(_ column: Int, _ counts: StampSurvey.Counts) -> DirtFinding? {
        let count = max(counts.looseSeparators, counts.hourOnlyOffsets)
        guard count > 0 else { return nil }
        return finding(.loosePunctuation, column, count, of: counts.dates, "")
    }
}

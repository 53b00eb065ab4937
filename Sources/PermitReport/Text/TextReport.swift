public import PermitMetrics
internal import WorkingTime

/// The report for people: 80 columns of text, in English or Indonesian.
///
/// It begins with one sentence, then says what was read and left out, what was assumed, how long permits took, how
/// many were on time, who held the time, where the log departs from the law, what the log can show for a Smart
/// Governance evaluation, and what was wrong with the data.
public struct TextReport {
    let report: Report
    let language: Language
    let words: Words
    var page = Page()

    init(_ report: Report, _ language: Language) {
        self.report = report
        self.language = language
        words = Words(language: language)
    }

    /// The text of a report; no line is wider than 80 columns and every line is ended.
    public static func text(of report: Report, language: Language) -> String {
        var writer = TextReport(report, language)
        writer.writeHeadline()
        writer.writeInput()
        writer.writeAssumptions()
        writer.writeDoubts()
        writer.writeTurnaround()
        writer.writeFlow()
        writer.writeActivityTimes()
        writer.writeOnTime()
        writer.writeMissingLimits()
        writer.writeHolders()
        writer.writeTimes()
        writer.writeBacklog()
        writer.writeMonths()
        writer.writeJourneys()
        writer.writeSupervision()
        writer.writeDepartures()
        writer.writeGroups()
        writer.writeChecks()
        writer.writeEvidence()
        writer.writeQuality()
        return writer.page.text
    }

    /// One of two texts, by the report's language.
    func pick(_ english: String, _ indonesian: String) -> String { language.pick(english, indonesian) }

    /// One of two sentences with its gaps filled.
    func say(_ english: String, _ indonesian: String, _ gaps: Gap...) -> String {
        Sentence(pick(english, indonesian)).filled(with: gaps, in: language)
    }

    /// An indicator of the whole log.
    func indicator(_ id: Indicator.ID, _ statistic: String) -> Indicator? {
        report.permits.indicator(id, statistic)
    }
}

extension PermitFigures {
    /// The first indicator with this statistic.
    func indicator(_ id: Indicator.ID, _ statistic: String) -> Indicator? {
        indicators.first { $0.id == id && $0.statistic == statistic }
    }
}

extension Indicator {
    /// How many of the `n` permits a share in percent stands for.
    var part: Int? {
        guard unit == "percent", let value, value.isFinite else { return nil }
        return Int((value * Double(n) / 100).rounded())
    }
}

public import PermitMetrics

/// The indicators as CSV (`--format csv`): one row for each figure, of the whole log first, then of every group.
public enum IndicatorTable {
    /// The table, every line ended; the whole log has an empty `group_key`.
    public static func text(of report: Report) -> String {
        var text = CSVLine.text([
            "group_key", "group_value", "id", "statistic", "value", "unit", "n", "period", "low",
            "high",
        ])
        for indicator in report.permits.indicators { text += line(indicator, key: "", value: "") }
        for group in report.groups {
            for indicator in group.figures.indicators {
                text += line(indicator, key: group.key, value: group.value)
            }
        }
        return text
    }

    private static func line(_ indicator: Indicator, key: String, value: String) -> String {
        CSVLine.text([
            key, value, indicator.id.rawValue, indicator.statistic, PlainNumber.text(indicator.value),
            indicator.unit, String(indicator.n), indicator.period,
            PlainNumber.text(indicator.interval?.low), PlainNumber.text(indicator.interval?.high),
        ])
    }
}

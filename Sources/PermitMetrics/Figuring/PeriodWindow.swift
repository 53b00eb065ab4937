import WorkingTime

/// The period of a report in moments, and the cut after which nothing is known.
struct PeriodWindow: Sendable {
    /// The cut: the last moment that is known, in microseconds since 1970 UTC.
    var cut: Int64
    /// Nil without a period.
    var bounds: Range<Int64>?

    init(cut: Int64, period: ReportPeriod?, zone: Zone) {
        self.cut = cut
        bounds = period.map { zone.start(of: $0.from).microseconds..<zone.start(of: $0.until).microseconds }
    }

    /// Whether a moment lies in the period; an unknown moment does not, unless there is no period.
    func contains(_ moment: Int64?) -> Bool {
        guard let bounds else { return true }
        guard let moment else { return false }
        return bounds.contains(moment)
    }
}

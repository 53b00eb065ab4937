internal import PermitMetrics
internal import WorkingTime

extension EvidenceSheet {
    /// The period whose figures stand under the outcome, to be compared with another report's.
    func referencePeriod(_ period: ReportPeriod) -> String {
        say(
            "this report as a reference: {0} to {1}; its figures stand under Outcome, by the same definitions",
            "laporan ini sebagai acuan: {0} sampai {1}; angkanya ada di Outcome, dengan definisi yang sama",
            .day(period.from),
            .day(period.until.advanced(by: -1))
        )
    }

    /// The time to a decision with the open permits in it.
    var median: String? {
        guard let survival = report.permits.survival, survival.n > 0 else { return nil }
        let never = language.pick("not reached", "belum tercapai")
        let length = { (days: Double?) in days.map { language.duration(days: $0) } ?? never }
        return say(
            "time to a decision: half {0}, 75 in 100 {1}, 90 in 100 {2} (n = {3}, open ones included)",
            "lama sampai keputusan: separuh {0}, 75 dari 100 {1}, 90 dari 100 {2} (n = {3}, termasuk yang terbuka)",
            .text(length(survival.medianDays)),
            .text(length(survival.p75Days)),
            .text(length(survival.p90Days)),
            .count(survival.n)
        )
    }

    /// The share decided before the deadline.
    var onTime: String? {
        share(
            .onTime,
            "due_date_cohort",
            "on time: {0} of {1} that fell due",
            "tepat waktu: {0} dari {1} yang jatuh tempo"
        )
    }

    /// The share of decided permits that were never returned.
    var firstTimeRight: String? {
        share(
            .firstTimeRight,
            "share",
            "first-time-right: {0} of {1} decided",
            "sekali jadi: {0} dari {1} yang diputuskan"
        )
    }

    /// Resolved in percent of incoming permits.
    var clearance: String? {
        share(
            .clearanceRate,
            "resolved_per_incoming",
            "clearance rate: {0} of {1} incoming",
            "tingkat penyelesaian: {0} dari {1} yang masuk"
        )
    }

    /// The share granted by silence.
    var deemed: String? {
        share(
            .deemedShare,
            "share",
            "deemed approvals (fiktif positif): {0} of {1} decided",
            "fiktif positif: {0} dari {1} yang diputuskan"
        )
    }

    /// Undecided permits, by age where limits are known.
    var backlog: String? {
        guard let open = report.permits.turnaround?.open else { return nil }
        guard let bands = report.backlogBands else {
            return say("backlog: {0} open", "tunggakan: {0} terbuka", .count(open))
        }
        let idle = bands.withoutClock
        let rest =
            idle == 0
            ? "" : say(", {0} without a running limit", ", {0} tanpa batas yang berjalan", .count(idle))
        return say(
            "backlog: {0} open, of these {1} within the limit, {2} up to twice the limit, {3} beyond{4}",
            "tunggakan: {0} terbuka, {1} dalam batas, {2} sampai dua kali batas, {3} lebih lama{4}",
            .count(open),
            .count(bands.withinLimit),
            .count(bands.upToTwiceLimit),
            .count(bands.beyondTwiceLimit),
            .text(rest)
        )
    }

    /// The share of applications that came online, year by year.
    var onlineByYear: String? {
        let years = report.onlineByYear.filter { $0.applications > 0 }
        guard !years.isEmpty else { return nil }
        let shares = years.map { "\($0.year): \(language.percent($0.online, of: $0.applications))" }
        return say(
            "applications online: {0}",
            "permohonan daring: {0}",
            .text(shares.joined(separator: ", "))
        )
    }

    private func share(
        _ id: Indicator.ID,
        _ statistic: String,
        _ english: String,
        _ indonesian: String
    ) -> String? {
        guard let share = report.permits.indicator(id, statistic), let value = share.value else { return nil }
        return say(english, indonesian, .percent(value), .count(share.n))
    }
}

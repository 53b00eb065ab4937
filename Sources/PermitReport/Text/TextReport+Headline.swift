internal import PermitLog
internal import PermitMetrics

extension TextReport {
    /// The report in one sentence, for the reader who reads no other.
    mutating func writeHeadline() { page.paragraph(headline, indent: 0) }

    /// The report in one sentence.
    var headline: String {
        guard !report.isEmpty else { return withoutEvents }
        guard let turnaround = report.permits.turnaround, let median = turnaround.medianDays else {
            return withoutMedian
        }
        let half =
            halfWithOpen
            ?? say(
                "Half of the decided permits took {0} or less (n = {1})",
                "Separuh izin yang diputuskan selesai dalam {0} atau kurang (n = {1})",
                .days(median),
                .count(turnaround.n)
            )
        return sentence([half, onTimeClause, openClause].compactMap(\.self))
    }

    /// The median that takes no open permit for a short one; nil where the log is too young for it.
    private var halfWithOpen: String? {
        guard let survival = report.permits.survival, let median = survival.medianDays else { return nil }
        return say(
            "Half of the permits were decided within {0}, open ones counted (n = {1})",
            "Separuh izin diputuskan dalam {0}, yang masih terbuka ikut dihitung (n = {1})",
            .days(median),
            .count(survival.n)
        )
    }

    private var withoutEvents: String {
        say(
            "Nothing can be said: of {0#row|rows} {1} {1?is|are} an event, {2} {2?was|were} rejected and {3} left out.",
            "Belum ada yang dapat disimpulkan: dari {0#} baris, {1} menjadi kejadian, {2} ditolak dan {3} diabaikan.",
            .count(report.input.rows),
            .count(report.input.used),
            .count(report.input.rejected),
            .count(report.input.ignored)
        )
    }

    private var withoutMedian: String {
        let cases = Gap.count(report.flow.cases)
        guard let turnaround = report.permits.turnaround else {
            return say(
                "{0#case|cases} with {1#event|events}; how long a permit took is not known from this log.",
                "{0#} berkas dengan {1#} kejadian; lama proses izin tidak diketahui dari catatan ini.",
                cases,
                .count(report.flow.events)
            )
        }
        return say(
            "None of the {0#permit|permits} is known to be decided; {1} {1?is|are} open.",
            "Dari {0#} izin belum ada yang diketahui diputuskan; {1} masih terbuka.",
            cases,
            .count(turnaround.open)
        )
    }

    private var onTimeClause: String? {
        guard let share = indicator(.onTime, "due_date_cohort"), let percent = share.value else { return nil }
        return say(
            "{0} of the permits that fell due were on time",
            "{0} dari izin yang jatuh tempo tepat waktu",
            .percent(percent)
        )
    }

    private var openClause: String? {
        if let late = indicator(.backlog, "past_deadline"), let value = late.value, value.isFinite {
            if value == 0 {
                return pick("no open one is past its deadline", "tidak ada berkas terbuka yang lewat batas")
            }
            return say(
                "{0#open one is past its|open ones are past their} deadline",
                "{0} berkas terbuka sudah lewat batas",
                .count(Int(value))
            )
        }
        guard let open = report.permits.turnaround?.open else { return nil }
        return say("{0} {0?is|are} still open", "{0} masih terbuka", .count(open))
    }

    private func sentence(_ clauses: [String]) -> String {
        guard let last = clauses.last, clauses.count > 1 else { return clauses.joined() + "." }
        return clauses.dropLast().joined(separator: ", ") + pick(" and ", " dan ") + last + "."
    }
}

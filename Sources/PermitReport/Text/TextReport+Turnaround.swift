internal import PermitMetrics

extension TextReport {
    /// Below this number of permits a 90th percentile is an accident and is not printed.
    static let fewestForTail = 30

    /// How long permits took, the open ones named.
    mutating func writeTurnaround() {
        page.heading(
            pick(
                "How long it took, from submission to decision",
                "Lama proses, dari permohonan sampai keputusan"
            )
        )
        guard let turnaround = report.permits.turnaround else { return writeSpan() }
        page.paragraph(population(turnaround))
        if !report.permits.outcomes.isEmpty { page.paragraph(outcomes) }
        page.line()
        page.table(quantiles(turnaround))
        if turnaround.n > 0, turnaround.n < Self.fewestForTail {
            page.paragraph(
                say(
                    "Fewer than {0} permits: a 90th percentile would say nothing.",
                    "Kurang dari {0} izin: persentil ke-90 tidak bermakna.",
                    .count(Self.fewestForTail)
                )
            )
        }
        writeBound()
        if turnaround.open == 0, turnaround.n > 0 { writeSurvivorship() }
    }

    private func population(_ turnaround: PermitFigures.Turnaround) -> String {
        let open = say(
            "{0#permit|permits} decided; {1} still open at the data cut.",
            "{0#} izin diputuskan; {1} belum diputuskan pada akhir data.",
            .count(turnaround.n + turnaround.negative),
            .count(turnaround.open)
        )
        guard turnaround.negative > 0 else { return open }
        let negative = say(
            " {0} {0?is|are} dated as decided before submission and left out of the durations.",
            " {0} bertanggal keputusan sebelum permohonan dan tidak masuk lama proses.",
            .count(turnaround.negative)
        )
        return open + negative
    }

    private var outcomes: String {
        let counts = report.permits.outcomes.map {
            words.outcome($0.outcome) + " " + language.count($0.cases)
        }
        return pick("How permits ended: ", "Akhir permohonan: ") + counts.joined(separator: ", ") + "."
    }

    private func quantiles(_ turnaround: PermitFigures.Turnaround) -> TextTable {
        var table = TextTable([
            .name(""), .number(pick("half", "separuh")), .number(pick("75 in 100", "75 dari 100")),
            .number(pick("90 in 100", "90 dari 100")), .word(),
        ])
        let tail = turnaround.n < Self.fewestForTail ? nil : turnaround.p90Days
        table.append([
            pick("decided only", "diputuskan saja"), length(turnaround.medianDays, "-"),
            length(turnaround.p75Days, "-"), length(tail, "-"), pick("what others print", "angka yang lazim"),
        ])
        guard let survival = report.permits.survival else { return table }
        let never = pick("not reached", "belum tercapai")
        table.append([
            pick("with the open ones", "dengan yang terbuka"), length(survival.medianDays, never),
            length(survival.p75Days, never), length(survival.p90Days, never), "Kaplan-Meier",
        ])
        let intervals = [survival.medianInterval, survival.p75Interval, survival.p90Interval]
        guard intervals.contains(where: { $0.low != nil }) else { return table }
        table.append(
            [pick("  95 % sure", "  yakin 95 %")] + intervals.map(range) + ["Brookmeyer-Crowley"]
        )
        return table
    }

    /// The two ends of an interval in days, an end that is not reached left open.
    func range(_ days: Interval) -> String {
        guard let low = days.low else { return "-" }
        let places = { (number: Double) in self.language.decimal(number, places: 1) }
        guard let high = days.high else { return "> " + places(low) }
        return places(low) + " - " + places(high)
    }

    /// A length of time, or what stands for none.
    func length(_ days: Double?, _ none: String) -> String {
        days.map { $0.isFinite ? language.duration(days: $0) : none } ?? none
    }

    /// The other end of the truth, where permits ended on a day that nothing states.
    private mutating func writeBound() {
        guard let survival = report.permits.survival, let bound = report.permits.survivalBound else { return }
        let never = pick("not reached", "belum tercapai")
        page.paragraph(
            say(
                "{0#permit|permits} ended on a day that the file does not state and {0?is|are} left out. Taken as "
                    + "undecided until the data cut, half: {1}, 75 in 100: {2}, 90 in 100: {3}; the truth lies between.",
                "{0#} izin berakhir pada hari yang tidak tercatat dan tidak dihitung. Bila dianggap belum diputuskan "
                    + "sampai akhir data, separuh: {1}, 75 dari 100: {2}, 90 dari 100: {3}; yang benar di antaranya.",
                .count(bound.n - survival.n),
                .text(length(bound.medianDays, never)),
                .text(length(bound.p75Days, never)),
                .text(length(bound.p90Days, never))
            )
        )
    }

    private mutating func writeSurvivorship() {
        page.paragraph(
            pick(
                "No permit is open: if the export holds finished permits only, the true times are longer.",
                "Tidak ada izin terbuka: bila berkas hanya memuat izin yang selesai, lama sebenarnya lebih panjang."
            )
        )
    }

    private mutating func writeSpan() {
        page.paragraph(
            AssumptionSentence.text(Assumption("span_is_not_turnaround"), in: language)
        )
        guard let span = report.flow.caseDuration else { return }
        page.paragraph(
            say(
                "That span, as other tools print it: half of the cases {0} or less, 90 in 100 {1} or less (n = {2}).",
                "Rentang itu, seperti dicetak alat lain: separuh berkas {0} atau kurang, 90 dari 100 {1} atau kurang "
                    + "(n = {2}).",
                .days(span.median / 86_400),
                .days(span.p90 / 86_400),
                .count(span.count)
            )
        )
    }
}

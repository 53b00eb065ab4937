internal import PermitMetrics

extension TextReport {
    /// What the log itself shows, where no workflow says what permits should do.
    mutating func writeFlow() {
        guard report.workflows.isEmpty, !report.flow.transitions.isEmpty else { return }
        page.heading(pick("Where the time passes", "Di mana waktu berjalan"))
        var table = TextTable([
            .name(pick("from", "dari")), .name(pick("to", "ke")), .number(pick("times", "kali")),
            .number("median"), .number(pick("mean", "rata-rata")),
        ])
        for edge in report.flow.transitions.prefix(10) {
            table.append([
                edge.from, edge.to, language.count(edge.count),
                language.duration(days: edge.medianSeconds / 86_400),
                language.duration(days: edge.meanSeconds / 86_400),
            ])
        }
        page.table(table)
        if report.flow.transitions.count > 10 {
            page.paragraph(
                say(
                    "The 10 commonest of {0} transitions.",
                    "10 dari {0} peralihan yang paling sering.",
                    .count(report.flow.transitions.count)
                )
            )
        }
    }
}

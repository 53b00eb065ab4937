internal import PermitMetrics

extension TextReport {
    /// Who held the time of the decided permits.
    mutating func writeHolders() {
        guard !report.permits.holders.isEmpty else { return }
        page.heading(pick("Who held the time", "Siapa yang memegang waktu"))
        var table = TextTable([.name(""), .word(), .number(), .number(pick("median", "median"))])
        for holder in report.permits.holders {
            table.append([
                words.holder(holder.holder), ShareBar.text(holder.share, width: 28),
                language.percent(100 * holder.share), length(holder.medianDays, "-"),
            ])
        }
        page.table(table)
        page.paragraph(
            pick(
                "Shares of the summed time of decided permits; the median is per permit.",
                "Bagian dari jumlah waktu izin yang diputuskan; median per izin."
            )
        )
    }
}

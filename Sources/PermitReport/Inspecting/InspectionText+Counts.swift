internal import PermitInspection

extension InspectionWriter {
    /// What a monthly sheet counts.
    mutating func writeCounts() {
        guard let counts = inspection.monthlyCounts else { return }
        page.heading(pick("Counts", "Hitungan"))
        page.paragraph(
            language.say(
                "{0} kinds of permits; nothing says which permit is which, nor how long one took.",
                "{0} jenis izin; izin satu dan lainnya tidak dapat dibedakan, lamanya tidak diketahui.",
                .count(counts.kinds)
            )
        )
        var table = TextTable([
            .word(pick("month", "bulan")), .number(pick("came in", "masuk")),
            .number(pick("refused", "ditolak")),
            .number(pick("taken back", "dicabut")), .number(pick("issued", "terbit")),
        ])
        for month in 1...12 {
            let cells = MonthlyCounts.Block.allCases.map {
                language.count(counts.months[$0]?[month - 1] ?? 0)
            }
            table.append([language.monthName(month)] + cells)
        }
        table.append(
            [pick("year", "setahun")] + MonthlyCounts.Block.allCases.map { language.count(counts.total($0)) }
        )
        page.table(table)
        if let rate = counts.clearanceRate {
            page.line()
            page.paragraph(
                pick("Clearance: ", "Penyelesaian: ") + language.decimal(rate, places: 1)
                    + pick(
                        " issued, refused or taken back for each hundred that came in.",
                        " terbit, ditolak atau dicabut dari setiap seratus yang masuk."
                    )
            )
        }
        if counts.wrongSums > 0 {
            page.paragraph(
                pick("Sums that the months do not give: ", "Jumlah yang tidak sama dengan isi bulan: ")
                    + language.count(counts.wrongSums) + "."
            )
        }
    }
}

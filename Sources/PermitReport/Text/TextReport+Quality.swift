internal import PermitLog
internal import PermitMetrics

extension TextReport {
    /// What was wrong with the data, and how the figures are defined.
    mutating func writeQuality() {
        page.heading(pick("Data quality", "Mutu data"))
        let faults = faults
        for fault in faults { page.paragraph(fault, lead: "- ") }
        if faults.isEmpty {
            page.paragraph(
                pick(
                    "No row was rejected and no cell was unreadable.",
                    "Tidak ada baris ditolak atau sel rusak."
                )
            )
        }
        page.line()
        page.paragraph(
            pick(
                "Decided = issued + refused + deemed approved; withdrawn permits apart. Days of 24 hours unless "
                    + "working days are named. On time = decided before the deadline, of the permits whose deadline "
                    + "came by the data cut; a deemed approval is never on time.",
                "Diputuskan = terbit + ditolak + fiktif positif; yang dicabut pemohon terpisah. Hari = 24 jam, kecuali "
                    + "disebut hari kerja. Tepat waktu = diputuskan sebelum batas, dari izin yang batasnya sudah tiba "
                    + "pada akhir data; fiktif positif tidak pernah tepat waktu."
            )
        )
    }

    private var faults: [String] {
        let input = report.input
        var faults: [String] = []
        if input.rejected > 0 {
            let share = language.percent(input.rejected, of: input.rows)
            faults.append(
                say(
                    "{0#row|rows} rejected ({1}); --rejects OUT.csv lists them.",
                    "{0#} baris ditolak ({1}); --rejects OUT.csv memuat daftarnya.",
                    .count(input.rejected),
                    .text(share)
                )
            )
        }
        faults += input.cellsRejected.prefix(10)
            .map { cell in
                say(
                    "column \"{0}\": {1#cell|cells} not read, {2}",
                    "kolom \"{0}\": {1#} sel tidak terbaca, {2}",
                    .name(cell.column),
                    .count(cell.count),
                    .text(RejectionWords.text(cell.reason, language))
                )
            }
        if input.duplicates > 0 {
            faults.append(
                say(
                    "{0#row repeats|rows repeat} activity and time of an earlier one of the permit; kept.",
                    "{0#} baris mengulang kegiatan dan waktu baris lain dari izin yang sama; tetap dipakai.",
                    .count(input.duplicates)
                )
            )
        }
        return faults + permitFaults
    }

    private var permitFaults: [String] {
        var faults: [String] = []
        if let negative = report.permits.turnaround?.negative, negative > 0 {
            faults.append(
                say(
                    "{0#permit|permits} decided before submission.",
                    "{0#} izin diputuskan sebelum diajukan.",
                    .count(negative)
                )
            )
        }
        return faults
    }
}

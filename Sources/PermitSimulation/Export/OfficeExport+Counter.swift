internal import PermitWorkflow
internal import WorkingTime

extension OfficeExport {
    /// The milestone sheet of the counter before OSS, with titles above, days without hours, and visits for advice.
    ///
    /// It has what is known of such sheets: the expected day repeats the first, one stamp stands in several columns, and
    /// the mark of a service within a day is floor(seconds / 86400) <= 1.
    var counterSheet: OfficeTable {
        var table = OfficeTable(
            above: [["LAPORAN PELAYANAN LOKET KOTA CONTOH"], ["REKAP PERMOHONAN"]],
            header: [
                "No Urut", "Kode Izin", "Bentuk Usaha", "Nama Perusahaan", "Nama Penanggung Jawab", "Alamat",
                "No. Telp", "Penerima Berkas (FO)", "Izin Masuk", "ETA * (Estimated Time Accomplish)",
                "Kirim ke Tim Teknis", "Kirim ke PTSP Wilayah", "Berkas Tidak Lengkap (Pending)",
                "Pencetakan Izin", "Penolakan Izin", "Penerbitan Izin", "Diserahkan ke Pemohon", "Jenis Izin",
                "Jumlah Berkas", "Modal Usaha", "Nomor Izin (No. SK)", "ODS (1/0)", "Waktu Finish",
            ]
        )
        for permit in city.permits where permit.regime == "local-standard" {
            table.rows.append([String(table.rows.count + 1)] + visited(permit))
            if table.rows.count % 4 == 3 {
                table.rows.append([String(table.rows.count + 1)] + advised(permit.name))
            }
        }
        return table
    }

    private func visited(_ permit: SimulatedPermit) -> [String] {
        var digits = InventedDigits(permit.name)
        let serial = digits.next(6)
        func day(_ terms: String...) -> String {
            permit.events.last { terms.contains($0.term) }.map { stamp($0.moment).numbers } ?? "-"
        }
        let filed = permit.requested.map { stamp($0).numbers } ?? "-"
        let issued = day("approved")
        return [
            permit.name, "CV", "CV Contoh Rekaan \(serial)", "Penanggung Jawab Contoh \(serial)",
            "Jalan Contoh No. \(serial)", "-", permit.officer("complete", "incomplete"), filed, filed,
            day("complete"), "-", day("incomplete", "confirmation_asked"), issued, day("rejected"), issued,
            issued, permit.facts["permit_type"]?.description.uppercased() ?? "-", "1", "-",
            issued == "-" ? "-" : "999/\(serial)", permit.isWithinTwoDays ? "1" : "0", issued,
        ]
    }

    /// A visit for advice: no request came of it.
    private func advised(_ after: String) -> [String] {
        var row = Array(repeating: "-", count: 22)
        row[0] = "\(after)-K"
        row[1] = "Perorangan"
        row[16] = "Konsultasi"
        return row
    }
}

extension SimulatedPermit {
    /// The code of the officer who took one of some steps first.
    fileprivate func officer(_ terms: String...) -> String {
        events.first { terms.contains($0.term) }?.actor ?? "-"
    }

    /// What counters call a service within one day.
    fileprivate var isWithinTwoDays: Bool {
        guard let first = events.first?.moment, let last = granted else { return false }
        return (last.microseconds - first.microseconds) / 86_400_000_000 <= 1
    }
}

internal import PermitWorkflow
internal import WorkingTime

extension OfficeExport {
    /// The list of licences, with the headers of a dashboard and days in words.
    var listIzin: OfficeTable {
        OfficeTable(
            header: [
                "Id Permohonan Izin", "Nama Perusahaan", "Nib", "Day of Tanggal Terbit Oss",
                "Uraian Status Penanaman Modal", "Propinsi", "Kab Kota", "Id Proyek", "Kd Resiko", "Kbli",
                "Day of Tgl Izin", "Uraian Jenis Perizinan", "Nama Dokumen", "Uraian Kewenangan",
                "Uraian Status Respon", "Kewenangan", "Kl Sektor",
            ],
            rows: requests.map(listed)
        )
    }

    private func listed(_ request: OfficeRequest) -> [String] {
        let project = request.project
        return [
            request.number, project.company, project.nib, OfficeStamp(project.nibDay).words, project.status,
            "Provinsi Contoh", "Kota Contoh", project.number, request.fact("risk", OfficeWords.riskCodes),
            request.fact("kbli"), request.permit.granted.map { stamp($0).words } ?? "",
            request.fact("permit_type", OfficeWords.permitTypes), request.document, "Bupati/Wali Kota",
            request.answer, "Kabupaten/Kota", "Sektor Contoh",
        ]
    }

    /// The projects, one row each.
    var projects: OfficeTable {
        var table = OfficeTable(
            separator: ";",
            header: [
                "no", "id_proyek", "nib", "npwp_perusahaan", "nama_perusahaan",
                "uraian_status_penanaman_modal",
                "uraian_jenis_perusahaan", "uraian_risiko_proyek", "uraian_skala_usaha", "alamat_usaha",
                "kecamatan_usaha", "kelurahan_usaha", "longitude", "latitude", "kbli", "judul_kbli",
                "kl_sektor_pembina", "nama_user", "nomor_identitas_user", "email", "nomor_telp",
                "jumlah_investasi", "tki", "tka", "tanggal_pengajuan_proyek",
            ]
        )
        for project in distinctProjects {
            table.rows.append([String(table.rows.count + 1)] + row(of: project))
        }
        return table
    }

    private func row(of project: OfficeProject) -> [String] {
        let serial = project.nib.suffix(6)
        return [
            project.number, project.nib, "99.999.\(serial)", project.company, project.status, project.form,
            project.fact("risk", OfficeWords.risks), project.fact("scale", OfficeWords.scales),
            "Jalan Contoh No. \(serial)", project.fact("district"), "Kelurahan Contoh", "", "",
            project.fact("kbli"), "", "Sektor Contoh", "Pengguna Contoh \(serial)", "9999\(serial)",
            "contoh\(serial)@example.org", "", String(project.investment), String(project.workers), "0",
            stamp(project.entered).numbers,
        ]
    }

    /// The business numbers, one row each.
    var businessNumbers: OfficeTable {
        OfficeTable(
            header: [
                "nib", "nama_perusahaan", "Day of tanggal_terbit_oss", "uraian_status_penanaman_modal",
                "uraian_jenis_perusahaan", "uraian_skala_usaha", "kab_kota", "kecamatan", "kelurahan",
                "email",
                "nomor_telp",
            ],
            rows: distinctProjects.map { project in
                [
                    project.nib, project.company, OfficeStamp(project.nibDay).words, project.status,
                    project.form, project.fact("scale", OfficeWords.scales), "Kota Contoh",
                    project.fact("district"), "Kelurahan Contoh",
                    "contoh\(project.nib.suffix(6))@example.org",
                    "",
                ]
            }
        )
    }

    private var distinctProjects: [OfficeProject] {
        var seen: Set<String> = []
        return requests.map(\.project).filter { seen.insert($0.number).inserted }
    }
}

extension SimulatedPermit {
    /// When the licence was given, by the office or by the law.
    var granted: Instant? { outcome == .issued || outcome == .deemed ? events.last?.moment : nil }
}

extension OfficeRequest {
    /// What the document is called.
    fileprivate var document: String {
        fact("permit_type") == "pb_umku" ? "PB UMKU" : fact("risk", OfficeWords.documents)
    }

    /// The state of the request in the words of OSS's screens.
    fileprivate var answer: String {
        let isAutomatic = ["low", "medium_low"].contains(fact("risk")) && fact("permit_type") == "licence"
        switch permit.outcome {
        case .issued?: return isAutomatic ? "Terbit otomatis" : "Izin terbit / SS terverifikasi"
        case .deemed?: return "Disetujui secara otomatis oleh sistem OSS (fiktif positif)"
        case .refused?: return "Ditolak"
        case .withdrawn?: return "Permohonan dicabut"
        case .cancelled?: return "Dibatalkan"
        case .revoked?, .closed?, nil:
            let isFiled = permit.events.contains { $0.term == "submitted" }
            return isFiled ? "Menunggu Verifikasi Persyaratan" : "Belum terverifikasi"
        }
    }
}

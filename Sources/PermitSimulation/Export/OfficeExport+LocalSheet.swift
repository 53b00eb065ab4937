internal import PermitWorkflow
internal import WorkingTime

extension OfficeExport {
    /// The requests that reached the office, each step with its day and hour.
    ///
    /// What OSS decides by itself never comes to the office and is not in its sheet, nor is what was never filed.
    var localSheet: OfficeTable {
        OfficeTable(
            separator: ";",
            header: [
                "SEKTOR", "WAKTU", "NO. PERMOHONAN", "NO. PROYEK", "TANGGAL PERMOHONAN", "NIB", "KBLI",
                "KEGIATAN",
                "JENIS PERUSAHAAN", "NAMA PERUSAHAAN", "NAMA USAHA", "ALAMAT", "MODAL USAHA", "JENIS PROYEK",
                "NAMA PERIZINAN", "SKALA USAHA", "RISIKO", "JANGKA WAKTU (HARI KERJA)", "NO TELPHONE",
            ] + SheetStep.all.map(\.column) + ["TANGGAL/KETERANGAN TERBIT", "VERIFIKATOR", "STATUS"],
            rows: requests.filter(\.isOfOffice).map(followed)
        )
    }

    private func followed(_ request: OfficeRequest) -> [String] {
        let project = request.project
        let filed = request.permit.requested.map(stamp)
        let plain = [
            "Sektor Contoh", filed?.time ?? "", request.number, project.number, filed?.numbersWithTime ?? "",
            project.nib, request.fact("kbli"), "Kegiatan contoh", project.form, project.company,
            project.company, "Jalan Contoh No. \(project.nib.suffix(6))", String(project.investment), "Utama",
            request.name, request.scale, request.fact("risk", OfficeWords.risks),
            request.limitDays.map(String.init) ?? "", "",
        ]
        let steps = SheetStep.all.map { step in
            step.moment(in: request.permit).map { stamp($0).numbersWithTime } ?? ""
        }
        let issued = request.permit.granted.map { stamp($0).numbersWithTime } ?? ""
        return plain + steps + [issued, request.examiner, request.status]
    }
}

/// A column of the sheet with the step whose moment it holds.
struct SheetStep {
    /// The column's name.
    let column: String
    /// The canonical terms of the step.
    let terms: [String]
    /// Which time that it was taken, from 0.
    let round: Int

    private init(_ column: String, _ terms: String..., round: Int = 0) {
        self.column = column
        self.terms = terms
        self.round = round
    }

    /// When a permit took the step; nil when it did not.
    func moment(in permit: SimulatedPermit) -> Instant? {
        let taken = permit.events.lazy.filter { terms.contains($0.term) }.map(\.moment)
        return taken.dropFirst(round).first
    }

    /// The columns from left to right; the first filing stands further left.
    static let all: [SheetStep] = [
        SheetStep("TANGGAL PERNYATAAN", "statement_given"),
        SheetStep("TANGGAL SS BELUM TERVERIFIKASI", "certificate_unverified"),
        SheetStep("TANGGAL PENDAFTARAN", "registered"),
        SheetStep("TANGGAL NIB", "nib_issued"),
        SheetStep("TANGGAL DITERUSKAN", "forwarded"),
        SheetStep("VERIFIKASI ANALISA (DPMPTSP)", "validation"),
        SheetStep("TANGGAL BELUM LENGKAP 1", "incomplete"),
        SheetStep("TANGGAL DILENGKAPI 1", "submitted", round: 1),
        SheetStep("TANGGAL BELUM LENGKAP 2", "incomplete", round: 1),
        SheetStep("TANGGAL DILENGKAPI 2", "submitted", round: 2),
        SheetStep("TANGGAL BELUM LENGKAP 3", "incomplete", round: 2),
        SheetStep("TANGGAL DILENGKAPI 3", "submitted", round: 3),
        SheetStep("TANGGAL LENGKAP", "complete"),
        SheetStep("TANGGAL PENGEMBALIAN 1", "confirmation_asked"),
        SheetStep("TANGGAL PERBAIKAN 1", "confirmation_given"),
        SheetStep("TANGGAL PENGEMBALIAN 2", "confirmation_asked", round: 1),
        SheetStep("TANGGAL PERBAIKAN 2", "confirmation_given", round: 1),
        SheetStep("TANGGAL PENGEMBALIAN ULANG 1", "reconfirmation_asked"),
        SheetStep("TANGGAL PERBAIKAN ULANG 1", "reconfirmation_given"),
        SheetStep("TANGGAL PENGEMBALIAN ULANG 2", "reconfirmation_asked", round: 1),
        SheetStep("TANGGAL PERBAIKAN ULANG 2", "reconfirmation_given", round: 1),
        SheetStep("TANGGAL BELUM MEMENUHI", "correction_asked"),
        SheetStep("TANGGAL DIAJUKAN KEMBALI", "correction_filed"),
        SheetStep("VERIFIKASI OLEH PD TEKNIS", "requirements_verified"),
        SheetStep("TANGGAL/KETERANGAN DISETUJUI", "approved", "issued", "certificate_verified"),
        SheetStep("TANGGAL DISETUJUI OTOMATIS", "deemed_approved"),
        SheetStep("TANGGAL DITOLAK", "rejected"),
        SheetStep("TANGGAL DICABUT", "withdrawn"),
        SheetStep("TANGGAL BATAL", "cancelled"),
    ]
}

extension OfficeRequest {
    /// Whether the office saw the request.
    fileprivate var isOfOffice: Bool {
        let isDecidedBySystem =
            fact("permit_type") == "licence" && ["low", "medium_low"].contains(fact("risk"))
        return !isDecidedBySystem && permit.events.contains { $0.term == "submitted" }
    }

    /// What is asked for, in the words of the sheet.
    fileprivate var name: String {
        fact("permit_type") == "pb_umku" ? "PB UMKU" : fact("risk", OfficeWords.documents)
    }

    /// The limit of the verification in working days; nil where no table has one.
    fileprivate var limitDays: Int? {
        guard let clock = permit.workflow.clock(named: "verification") else { return nil }
        return permit.workflow.clocks[clock].limit(for: permit.permit.facts)?.amount
    }

    /// The code of the officer who verified.
    fileprivate var examiner: String {
        permit.events.first { $0.term == "requirements_verified" }?.actor ?? ""
    }

    /// The state in the words of an office.
    fileprivate var status: String {
        switch permit.outcome {
        case .issued?: return "Berkas Disetujui"
        case .deemed?: return "Disetujui otomatis"
        case .refused?: return "Ditolak"
        case .withdrawn?: return "Dicabut"
        case .cancelled?: return "Batal"
        case .revoked?, .closed?, nil: break
        }
        let holder = permit.workflow.states[permit.permit.state].holder
        if holder == .applicant { return "Dikembalikan" }
        return permit.events.contains { $0.term == "complete" } ? "Diterima" : "Menunggu"
    }
}

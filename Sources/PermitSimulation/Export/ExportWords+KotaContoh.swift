internal import PermitWorkflow

extension ExportWords {
    /// The words of Kota Contoh, which the profile `kota-contoh` reads.
    public static let kotaContoh = ExportWords(
        caseColumn: "Nomor Permohonan",
        factColumns: [
            FactColumn("Jenis Izin", fact: "permit_type", words: ["iui": "IUI", "tdi": "TDI"]),
            FactColumn("Kanal", fact: "channel", words: ["counter": "Loket", "oss": "OSS"]),
            FactColumn("Kecamatan", fact: "district"),
            FactColumn(
                "Skala Usaha",
                fact: "scale",
                words: ["mikro": "Mikro", "kecil": "Kecil", "menengah": "Menengah", "besar": "Besar"]
            ),
            FactColumn("Komitmen", fact: "commitment", words: ["sppl": "SPPL", "ukl_upl": "UKL-UPL"]),
        ],
        activityColumn: "Kegiatan",
        timeColumn: "Waktu",
        roleColumn: "Peran",
        officerColumn: "Petugas",
        actions: [
            "resubmit": "Permohonan dilengkapi",
            "file_completion": "Komitmen dilengkapi",
        ],
        terms: terms,
        roles: roles,
        actors: [SimulatedEvent.applicantActor: "Pemohon", PermitEvent.systemActor: "OSS"]
    )

    private static let terms = [
        "submitted": "Permohonan diajukan",
        "incomplete": "Berkas dikembalikan",
        "complete": "Berkas dinyatakan lengkap",
        "confirmation_asked": "Perbaikan diminta",
        "confirmation_given": "Perbaikan diserahkan",
        "reconfirmation_asked": "Perbaikan ulang diminta",
        "reconfirmation_given": "Perbaikan ulang diserahkan",
        "requirements_verified": "Persyaratan terverifikasi",
        "approved": "Izin diterbitkan",
        "rejected": "Permohonan ditolak",
        "withdrawn": "Permohonan dicabut",
        "nib_issued": "NIB terbit",
        "issued_on_commitment": "Izin terbit dengan komitmen",
        "environment_filed": "UKL-UPL diajukan",
        "commitments_filed": "Komitmen diajukan",
        "commitments_fulfilled": "Komitmen terpenuhi",
        "deemed_approved": "Dianggap disetujui",
        "fee_paid": "Biaya dibayar",
        "effective": "Izin berlaku efektif",
        "cancelled": "Izin batal",
    ]

    private static let roles = [
        "applicant": "Pemohon",
        "counter": "Loket",
        "technical": "Tim Teknis",
        "processing": "Pemrosesan",
        "head": "Kepala Dinas",
        "oss": "Sistem OSS",
        "environment": "Dinas Lingkungan Hidup",
        "agency": "Dinas Teknis",
        "dpmptsp": "DPMPTSP",
        "technical_agency": "Dinas Terkait",
    ]
}

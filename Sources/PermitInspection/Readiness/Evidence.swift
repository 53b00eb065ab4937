/// What a figure needs of a file.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
    /// Permits, not counts of them.
    case permits
    /// Counts of applications and decisions by month.
    case counts
    /// When each application was handed in.
    case submitted
    /// When each was decided.
    case decided
    /// When the office first answered.
    case firstResponse = "first_response"
    /// When applications were given back.
    case returns
    /// When applicants answered.
    case answers
    /// Every return, not the last one alone.
    case rounds
    /// Permits that are not decided yet.
    case openPermits = "open_permits"
    /// How each permit ended.
    case outcome
    /// Applications that were refused or taken back.
    case refusals
    /// A limit: written in the file, or of the law with the facts that choose it.
    case limit
    /// Which approvals the law gave by silence.
    case deemed
    /// Whether an application came online.
    case channel
    /// The steps between, dated, in words that a workflow knows.
    case steps

    /// What it is called.
    public var title: Bilingual {
        switch self {
        case .permits: Bilingual("one permit for each id", "satu permohonan untuk tiap nomor")
        case .counts: Bilingual("counts by month", "jumlah per bulan")
        case .submitted: Bilingual("the date of submission", "tanggal permohonan")
        case .decided: Bilingual("the date of the decision", "tanggal keputusan")
        case .firstResponse: Bilingual("the date of the first answer", "tanggal respons pertama")
        case .returns: Bilingual("the dates of returns", "tanggal berkas dikembalikan")
        case .answers: Bilingual("the dates of the applicant's answers", "tanggal pemohon menjawab")
        case .rounds: Bilingual("every return, not one alone", "setiap pengembalian, bukan hanya satu")
        case .openPermits: Bilingual("applications still open", "permohonan yang belum diputuskan")
        case .outcome: Bilingual("how each permit ended", "hasil akhir tiap permohonan")
        case .refusals:
            Bilingual("refused and withdrawn applications", "permohonan yang ditolak atau dicabut")
        case .limit: Bilingual("a deadline or limit", "tenggat atau jangka waktu")
        case .deemed: Bilingual("approvals by silence told apart", "fiktif positif yang dibedakan")
        case .channel: Bilingual("the channel of application", "kanal permohonan")
        case .steps: Bilingual("dated steps between", "langkah antara yang bertanggal")
        }
    }

    /// Where an office gets it; S, S2 and U say how sure the source is, as in the notes on the law.
    public var source: Bilingual {
        switch self {
        case .permits, .counts:
            Bilingual(
                "the OSS export List Izin has one row per id_permohonan_izin (S2)",
                "ekspor OSS List Izin: satu baris per id_permohonan_izin (S2)"
            )
        case .submitted:
            Bilingual(
                "TANGGAL PERMOHONAN of the local tracking sheet (S2), or code 09 with its tgl_status in the OSS messages receiveLicenseStatus (S)",
                "TANGGAL PERMOHONAN di lembar pemantauan daerah (S2), atau kode 09 dengan tgl_status dalam pesan OSS receiveLicenseStatus (S)"
            )
        case .decided:
            Bilingual(
                "Day of Tgl Izin of the OSS export List Izin for granted permits (S2), or codes 50, 57 and 90 of the OSS messages (S)",
                "Day of Tgl Izin di ekspor OSS List Izin untuk izin terbit (S2), atau kode 50, 57 dan 90 pesan OSS (S)"
            )
        case .firstResponse:
            Bilingual(
                "the earliest of codes 10, 11, 20 and 41 of the OSS messages (S), or VERIFIKASI and PENGEMBALIAN of the local tracking sheet (S2)",
                "yang terawal dari kode 10, 11, 20 dan 41 pesan OSS (S), atau VERIFIKASI dan PENGEMBALIAN di lembar pemantauan daerah (S2)"
            )
        case .returns:
            Bilingual(
                "codes 11, 41 and 43 of the OSS messages (S), or TANGGAL/KETERANGAN PENGEMBALIAN of the local tracking sheet (S2)",
                "kode 11, 41 dan 43 pesan OSS (S), atau TANGGAL/KETERANGAN PENGEMBALIAN di lembar pemantauan daerah (S2)"
            )
        case .answers:
            Bilingual("codes 42 and 44 of the OSS messages (S)", "kode 42 dan 44 pesan OSS (S)")
        case .rounds:
            Bilingual("the OSS messages, one for each change (S)", "pesan OSS, satu untuk tiap perubahan (S)")
        case .openPermits:
            Bilingual(
                "the local tracking sheet, whose STATUS has waiting ones (S2), or the OSS messages (S)",
                "lembar pemantauan daerah, yang STATUS-nya memuat yang menunggu (S2), atau pesan OSS (S)"
            )
        case .outcome:
            Bilingual(
                "Uraian Status Respon of the OSS export List Izin, STATUS of the local tracking sheet (S2)",
                "Uraian Status Respon di ekspor OSS List Izin, STATUS di lembar pemantauan daerah (S2)"
            )
        case .refusals:
            Bilingual(
                "codes 90 and 93 of the OSS messages (S), or STATUS of the local tracking sheet (S2)",
                "kode 90 dan 93 pesan OSS (S), atau STATUS di lembar pemantauan daerah (S2)"
            )
        case .limit:
            Bilingual(
                "JANGKA WAKTU (HARI KERJA) of the local tracking sheet (S2), or a workflow and the facts that choose its limit (permit type, risk, KBLI)",
                "JANGKA WAKTU (HARI KERJA) di lembar pemantauan daerah (S2), atau alur beserta data yang memilih batasnya (jenis izin, risiko, KBLI)"
            )
        case .deemed:
            Bilingual(
                "code 57 of the OSS messages (S); \"Terbit otomatis\" on screens may be another thing (U)",
                "kode 57 pesan OSS (S); \"Terbit otomatis\" di layar mungkin hal lain (U)"
            )
        case .channel:
            Bilingual(
                "the office's own register; that an OSS export holds what came through OSS alone is assumed (U)",
                "buku register kantor; bahwa ekspor OSS hanya memuat yang lewat OSS adalah anggapan (U)"
            )
        case .steps:
            Bilingual(
                "the OSS messages (S), or the columns of the local tracking sheet, the only export found with dates of steps (S2)",
                "pesan OSS (S), atau kolom lembar pemantauan daerah, satu-satunya ekspor yang ditemukan dengan tanggal tiap langkah (S2)"
            )
        }
    }
}

internal import PermitInspection

/// The words of an inspection.
enum InspectionWords {
    /// What a column holds, a date with its form.
    static func kind(_ column: ColumnSummary, _ language: Language) -> String {
        let word =
            switch column.kind {
            case .id: language.pick("id", "nomor")
            case .date: language.pick("date", "tanggal")
            case .category: language.pick("category", "kategori")
            case .number: language.pick("number", "bilangan")
            case .flag: language.pick("flag", "ya/tidak")
            case .text: language.pick("text", "teks")
            case .empty: language.pick("empty", "kosong")
            }
        if let form = column.dateForm { return word + " " + form }
        return column.possibleForms.isEmpty ? word : word + " ?"
    }

    /// How far a figure can be computed.
    static func level(_ level: Readiness.Level, _ language: Language) -> String {
        switch level {
        case .computable: language.pick("computable", "dapat")
        case .partly: language.pick("partly", "sebagian")
        case .not: language.pick("not", "tidak")
        }
    }

    /// What a date means.
    static func meaning(_ meaning: DateMeaning, _ language: Language) -> String {
        switch meaning {
        case .submitted: language.pick("submitted", "diajukan")
        case .complete: language.pick("complete", "lengkap")
        case .returned: language.pick("returned", "dikembalikan")
        case .answered: language.pick("answered", "dijawab")
        case .verified: language.pick("verified", "verifikasi")
        case .issued: language.pick("issued", "terbit")
        case .refused: language.pick("refused", "ditolak")
        case .withdrawn: language.pick("withdrawn", "dicabut")
        case .after: language.pick("afterwards", "sesudahnya")
        case .deadline: language.pick("deadline", "tenggat")
        case .businessNumber: language.pick("NIB's date", "tanggal NIB")
        case .expiry: language.pick("expiry", "masa berlaku")
        case .other: language.pick("other date", "lainnya")
        }
    }
}

/// What the words of a column's name say about it.
struct HeaderWords: Hashable, Sendable {
    /// The name in lower case, its words parted by single blanks: `Day of Tgl_Izin` is `tgl izin`.
    let text: String
    /// The words.
    let words: [String]

    /// Takes a name apart.
    init(_ name: String) {
        var text = ""
        let scalars = Array(name.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            if Self.isPart(scalar) {
                if Self.beginsWord(scalars, index), text.last != " ", !text.isEmpty { text += " " }
                text += scalar.properties.lowercaseMapping
            } else if text.last != " ", !text.isEmpty {
                text += " "
            }
        }
        while text.last == " " { text.removeLast() }
        if text.hasPrefix("day of ") { text.removeFirst(7) }
        self.text = text
        words = text.split(separator: " ").map(String.init)
    }

    private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    /// Whether a word begins within letters, as in `PermitNum` and `NIBPemohon`.
    private static func beginsWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index > 0, scalars[index].properties.isUppercase else { return false }
        if scalars[index - 1].properties.isLowercase { return true }
        return index + 1 < scalars.count && scalars[index - 1].properties.isUppercase
            && scalars[index + 1].properties.isLowercase
    }

    /// Whether one of some words stands in the name.
    func has(_ wanted: Set<String>) -> Bool { words.contains(where: wanted.contains) }

    /// Whether one of some phrases stands in the name, at word boundaries.
    func hasPhrase(_ phrases: [String]) -> Bool { phrases.contains { " \(text) ".contains(" \($0) ") } }

    /// Whether a word begins with one of some stems.
    func hasStem(_ stems: [String]) -> Bool {
        words.contains { word in stems.contains { word.hasPrefix($0) } }
    }

    /// Whether such a column holds what tells who somebody is or where to reach them.
    var isPersonal: Bool {
        if hasPhrase(Self.impersonal) { return false }
        if Self.personalParts.contains(where: text.contains) { return true }
        return has(Self.personal)
            || words.contains { $0.hasPrefix("telp") || $0.hasPrefix("telephon") || $0.hasPrefix("telpon") }
    }

    /// Whether such a column holds business identification numbers (NIB).
    var isBusinessNumber: Bool { has(["nib"]) }

    /// Whether such a column numbers things.
    var isIdentifier: Bool {
        has(Self.identifying) || hasPhrase(["case concept name"]) || text.hasSuffix("num")
            || text.hasSuffix(" id")
    }

    /// Whether such a column holds dates, as far as its name tells.
    var isOfDates: Bool {
        if hasStem(["tanggal", "tgl", "date", "waktu", "time", "timestamp"]) { return true }
        return !isIdentifier && DateMeaning(column: self) != .other
    }

    private static let personal: Set = [
        "nama", "alamat", "hp", "handphone", "email", "mail", "surel", "nik", "ktp", "npwp", "nib", "pemohon",
        "pemilik", "penanggung", "direktur", "nip", "user", "identitas", "name", "address", "phone", "mobile",
        "fax", "applicant", "applicants", "contractor", "contractors", "owner", "owners", "contact",
        "firstname",
        "lastname", "surname", "petugas", "pemroses", "verifikator", "responsible",
    ]

    /// What makes a name personal also within a longer word, as in `ORIGINALADDRESS`.
    private static let personalParts = [
        "address", "applicant", "contractor", "alamat", "pemohon", "email", "telepon", "npwp",
    ]

    /// Names of things, not of people.
    private static let impersonal = [
        "concept name", "nama dokumen", "nama perizinan", "nama izin", "nama kegiatan", "nama proyek",
        "nama kbli", "nama status", "jenis izin", "file name", "project name", "activity name",
        "community name",
        "comm name", "permit name", "owner type", "applicant type", "owner s business type", "alamat kantor",
        "user key", "tanggal pemohon", "jenis pemohon",
    ]

    private static let identifying: Set = [
        "id", "no", "nomor", "nib", "nik", "npwp", "kode", "number", "nr", "permitnum", "num", "case",
        "objectid",
        "fid", "uuid", "oid",
    ]
}

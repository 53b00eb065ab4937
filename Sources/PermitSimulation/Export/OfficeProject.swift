internal import PermitWorkflow
internal import WorkingTime

/// A project as OSS knows it: an invented firm, its business number and what it wants to do.
struct OfficeProject: Sendable {
    /// `R-`, the moment of the project and seven digits.
    let number: String
    /// Thirteen digits, of which the first four are 9999.
    let nib: String
    /// The day on which the business number was issued: that of the project, or an earlier one.
    let nibDay: Day
    /// When the project was entered.
    let entered: Instant
    /// What the firm invests, in rupiah.
    let investment: Int
    /// How many people work there.
    let workers: Int
    /// The permits that OSS lists of it, the first one first.
    let permits: [SimulatedPermit]

    /// The projects of permits, by what their permits have in common.
    static func all(of permits: [SimulatedPermit], in zone: Zone) -> [String: OfficeProject] {
        Dictionary(grouping: permits, by: \.projectKey)
            .compactMapValues { members in
                guard let entered = members.compactMap(\.events.first?.moment).min() else { return nil }
                return OfficeProject(members, entered: entered, in: zone)
            }
    }

    private init(_ members: [SimulatedPermit], entered: Instant, in zone: Zone) {
        let key = members.first?.projectKey ?? ""
        var digits = InventedDigits("project \(key)")
        number = "R-\(OfficeStamp(entered, in: zone).compact)\(digits.next(7))"
        nib = "9999\(digits.next(9))"
        let issued = members.flatMap(\.events).filter { $0.term == "nib_issued" }.map(\.moment).min()
        let before = digits.below(600) - 200
        nibDay = issued.map(zone.day) ?? zone.day(of: entered).advanced(by: -max(0, before))
        investment = (1 + digits.below(90)) * 25_000_000
        workers = 1 + digits.below(40)
        self.entered = entered
        permits = members
    }

    /// The first value that a permit of the project knows of a fact.
    func fact(_ name: String, _ words: [String: String] = [:]) -> String {
        let value = permits.lazy.compactMap { $0.facts[name]?.description }.first ?? ""
        return words[value] ?? value
    }

    /// The firm's name, which nobody could take for a real one.
    var company: String { "\(isCompany ? "PT" : "CV") Contoh Rekaan \(nib.suffix(6))" }

    /// The form of the firm.
    var form: String { isCompany ? "Perseroan Terbatas (PT)" : "Persekutuan Komanditer (CV)" }

    /// Who invests: one firm in sixteen is foreign.
    var status: String { nib.utf8.last == UInt8(ascii: "7") && isCompany ? "PMA" : "PMDN" }

    private var isCompany: Bool { ["menengah", "besar"].contains(fact("scale")) }
}

/// The words of OSS's own files.
enum OfficeWords {
    static let scales = [
        "mikro": "Usaha Mikro", "kecil": "Usaha Kecil", "menengah": "Usaha Menengah", "besar": "Usaha Besar",
    ]
    static let riskCodes = ["low": "R", "medium_low": "MR", "medium_high": "MT", "high": "T"]
    static let risks = [
        "low": "Rendah", "medium_low": "Menengah Rendah", "medium_high": "Menengah Tinggi", "high": "Tinggi",
    ]
    static let permitTypes = ["licence": "Perizinan Berusaha", "pb_umku": "PB UMKU"]
    /// What a licence is called, by its risk.
    static let documents = [
        "low": "NIB", "medium_low": "Sertifikat Standar", "medium_high": "Sertifikat Standar", "high": "Izin",
    ]
}

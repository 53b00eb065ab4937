internal import PermitWorkflow
internal import WorkingTime

/// A permit that OSS lists, with the numbers that it has there.
struct OfficeRequest: Sendable {
    let permit: SimulatedPermit
    /// `I-`, the moment of the request and seven digits.
    let number: String
    let project: OfficeProject

    /// The requests of a city, in the order in which they were made.
    static func all(of city: SimulatedCity) -> [OfficeRequest] {
        let listed = city.permits.filter(\.isListed)
        let projects = OfficeProject.all(of: listed, in: city.office.zone)
        let requests = listed.compactMap { permit -> (Instant, OfficeRequest)? in
            guard let moment = permit.requested, let project = projects[permit.projectKey] else { return nil }
            let stamp = OfficeStamp(moment, in: city.office.zone).compact
            var digits = InventedDigits(permit.name)
            let number = "I-\(stamp)\(digits.next(7))"
            return (moment, OfficeRequest(permit: permit, number: number, project: project))
        }
        return requests.sorted { ($0.0, $0.1.permit.name) < ($1.0, $1.1.permit.name) }.map(\.1)
    }

    /// A fact of the permit, in the word of a table.
    func fact(_ name: String, _ words: [String: String] = [:]) -> String {
        let value = permit.facts[name]?.description ?? ""
        return words[value] ?? value
    }

    /// The firm's scale.
    var scale: String { fact("scale", OfficeWords.scales) }
}

extension SimulatedPermit {
    /// Whether OSS lists the permit.
    fileprivate var isListed: Bool {
        guard let regime, ["oss-rba-2021", "pp-28-2025"].contains(regime) else { return false }
        return ["licence", "pb_umku"].contains(facts["permit_type"]?.description)
    }

    /// What the permits of one project have in common; a permit alone is a project of its own.
    var projectKey: String { facts["project"]?.description ?? name }

    /// When it was filed; where it never was, when it began.
    var requested: Instant? { (events.first { $0.term == "submitted" } ?? events.first)?.moment }
}

/// Digits that follow from a text.
struct InventedDigits {
    private var draw: SplitMix64

    init(_ text: String) {
        // The 64-bit FNV-1a hash of the text.
        let seed = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        draw = SplitMix64(seed: seed)
    }

    /// So many digits.
    mutating func next(_ count: Int) -> String {
        (0..<count).map { _ in String(draw.below(10)) }.joined()
    }

    /// A number from 0 up to a bound, the bound excluded.
    mutating func below(_ bound: Int) -> Int { draw.below(bound) }
}

public import PermitDocuments
internal import PermitWorkflow
internal import WorkingTime

/// A city's permits, made by the same `decide` and `evolve` that govern real ones, with a clock that is simulated.
///
/// The same request gives the same city on every machine and in every build. Officers act inside office hours of
/// working days, applicants and the system at any time; nothing is stamped before the event before it.
public struct Simulation: Sendable {
    private let request: SimulationRequest
    private let hours: OfficeDay
    private let binding: Binding

    /// Prepares a simulation.
    ///
    /// - Parameter request: What to simulate.
    /// - Throws: What is wrong with the request: days the wrong way round or outside the calendar's years, a number
    ///   below zero, no workflow for any of the days, or a workflow with faults.
    public init(_ request: SimulationRequest) throws(Diagnostics) {
        let faults = Simulation.faults(of: request)
        guard faults.isEmpty else { throw Diagnostics(faults) }
        self.request = request
        hours = OfficeDay(request.office)
        binding = try Binding(request)
    }

    /// Simulates every permit from its submission to its end or to the data cut.
    ///
    /// - Returns: The city.
    public func run() -> SimulatedCity {
        let arrivals = Arrivals(city: request.city, hours: hours, seed: request.seed, binding: binding)
            .draw(request.permits, from: request.from, until: request.until)
        var numbers = Numbering(prefix: request.city.prefix)
        let cut = request.office.zone.start(of: request.until)
        let permits = arrivals.compactMap { arrival in
            permit(of: arrival, cut: cut) { numbers.next(year: $0) }
        }
        return SimulatedCity(permits: permits, cut: cut, office: request.office)
    }

    private func permit(
        of arrival: Arrival,
        cut: Instant,
        number: (_ year: Int) -> String
    ) -> SimulatedPermit? {
        let day = request.office.zone.day(of: arrival.moment)
        var random = SplitMix64(seed: request.seed, stream: UInt64(arrival.draw) * 2 + 1)
        guard let kind = binding.draw(on: day, &random) else { return nil }
        let facts = facts(of: arrival, type: kind.type, &random)
        let course = Course(
            city: request.city,
            chart: kind.chart,
            hours: hours,
            isOnline: arrival.isOnline,
            facts: facts,
            random: random
        )
        var life = PermitLife(
            course: course,
            name: number(day.components.year),
            office: request.office,
            cut: cut
        )
        return life.run(from: arrival.moment)
    }

    private func facts(of arrival: Arrival, type: String, _ random: inout SplitMix64) -> FactValues {
        let city = request.city
        let scale = city.scales.draw(&random)
        var facts: FactValues = [
            "permit_type": .text(type),
            "channel": .text(arrival.isOnline ? "oss" : "counter"),
            "district": .text(city.districts.draw(&random)),
            "scale": .text(scale),
        ]
        facts["commitment"] = city.commitments[scale].map { .text($0.draw(&random)) }
        return facts
    }

    private static func faults(of request: SimulationRequest) -> [Diagnostic] {
        var faults: [Diagnostic] = []
        if request.permits < 0 {
            faults.append(Diagnostic(.error, "a city has no fewer than 0 permits, not \(request.permits)"))
        }
        guard request.from < request.until else {
            let message = "the data cut \(request.until) must be after the first day \(request.from)"
            return faults + [Diagnostic(.error, message)]
        }
        let calendar = request.office.calendar
        for day in [request.from, request.until.advanced(by: -1)] where !calendar.covers(day) {
            let years = "\(calendar.years.lowerBound)-\(calendar.years.upperBound)"
            faults.append(Diagnostic(.error, "the calendar \(calendar.name) covers \(years), not \(day)"))
        }
        return faults
    }
}

/// Gives permits their numbers, year by year.
private struct Numbering {
    let prefix: String
    private var last: [Int: Int] = [:]

    init(prefix: String) { self.prefix = prefix }

    mutating func next(year: Int) -> String {
        let number = last[year, default: 0] + 1
        last[year] = number
        let digits = String(number)
        return "\(prefix)-\(year)-\(String(repeating: "0", count: max(0, 5 - digits.utf8.count)))\(digits)"
    }
}

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
    /// - Returns: The city. A project counts as many permits as it came to.
    public func run() -> SimulatedCity {
        let cut = request.office.zone.start(of: request.until)
        var lived: [LivedPermit] = []
        var projects: [Project] = []
        let arrivals = Arrivals(city: request.city, hours: hours, seed: request.seed, binding: binding)
            .draw(request.permits, from: request.from, until: request.until)
        for arrival in arrivals where lived.count < request.permits {
            let permits = Undertaking(
                city: request.city,
                binding: binding,
                hours: hours,
                journeys: request.library.journeys,
                seed: request.seed,
                cut: cut,
                arrival: arrival
            )
            .run(most: request.permits - lived.count)
            if permits.contains(where: \.isOfProject) {
                projects.append(Project(moment: arrival.moment, draw: arrival.draw))
            }
            lived += permits
        }
        return city(lived, projects, cut: cut)
    }

    /// A project, by the arrival that began it.
    private struct Project {
        var moment: Instant
        var draw: Int
    }

    private func city(_ lived: [LivedPermit], _ projects: [Project], cut: Instant) -> SimulatedCity {
        var projectNumbers = Numbering(prefix: request.city.prefix + "-P")
        var nameOfProject: [Int: String] = [:]
        for project in projects.sorted(by: { ($0.moment, $0.draw) < ($1.moment, $1.draw) }) {
            let year = request.office.zone.day(of: project.moment).components.year
            nameOfProject[project.draw] = projectNumbers.next(year: year)
        }
        var numbers = Numbering(prefix: request.city.prefix)
        var city = SimulatedCity(permits: [], lost: [], cut: cut, office: request.office)
        let byTime = lived.sorted {
            ($0.submitted, $0.draw, $0.stage) < ($1.submitted, $1.draw, $1.stage)
        }
        for permit in byTime {
            let year = request.office.zone.day(of: permit.submitted).components.year
            let named = self.permit(
                permit,
                name: numbers.next(year: year),
                project: nameOfProject[permit.draw],
                cut: cut
            )
            if permit.isLost { city.lost.append(named) } else { city.permits.append(named) }
        }
        return city
    }

    /// A permit with its number, folded anew from its events.
    private func permit(
        _ lived: LivedPermit,
        name: String,
        project: String?,
        cut: Instant
    ) -> SimulatedPermit {
        let workflow = lived.chart.workflow
        let office = request.office
        var facts = lived.facts
        facts["project"] = project.map { .text($0) }
        let blank = Permit(id: name, workflow: workflow, facts: lived.chart.declared(facts))
        let permit = lived.events.reduce(blank) { workflow.evolve($0, $1, office: office) }
        let last = Instant(microseconds: cut.microseconds - 1)
        return SimulatedPermit(
            name: name,
            workflow: workflow,
            regime: lived.regime,
            facts: facts,
            events: lived.events.map { SimulatedEvent($0) },
            permit: permit,
            clocks: workflow.clocks.indices.map { clock in
                permit.clocks.result(
                    clock: clock,
                    asOf: last,
                    facts: permit.facts,
                    workflow: workflow,
                    office: office
                )
            },
            lostLinks: lived.lostLinks
        )
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

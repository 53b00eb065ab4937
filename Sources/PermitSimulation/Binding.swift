internal import PermitDocuments
internal import PermitWorkflow
internal import WorkingTime

/// Which workflow governs the applications of a day.
struct Binding: Sendable {
    /// A workflow with the family of the rule that chose it.
    struct Kind: Sendable {
        var chart: Chart
        var regime: String?
    }

    /// Days on which the same rules hold, with what can be applied for on them.
    private struct Spell: Sendable {
        var from: Day
        var applications: WeightedChoice<Application>?
    }

    private let forced: Chart?
    private let regimes: Regimes
    private let charts: [String: Chart]
    private var spells: [Spell] = []

    init(_ request: SimulationRequest) throws(Diagnostics) {
        forced = request.workflow.map { Chart($0) }
        regimes = request.library.regimes
        var charts: [String: Chart] = [:]
        if forced == nil {
            for name in Set(request.library.regimes.rules.map(\.workflow.text)).sorted() {
                charts[name] = Chart(try request.library.workflow(named: name))
            }
        }
        self.charts = charts
        spells = spells(of: request)
        guard spells.contains(where: { $0.applications != nil }) else {
            let stages = request.city.eras.flatMap { $0.applications.values.compactMap(\.stages.first) }
            let types = Set(stages.flatMap(\.types).map(\.type)).sorted().joined(separator: ", ")
            let span = "\(request.from) to \(request.until)"
            throw Diagnostics([
                Diagnostic(
                    .error,
                    "no workflow governs \(types) from \(span); name one, or choose other days"
                )
            ])
        }
    }

    /// Whether something can be applied for on a day.
    func isGoverned(_ day: Day) -> Bool { applications(on: day) != nil }

    /// Draws an application among those whose first permit has a workflow on a day.
    func draw(on day: Day, _ random: inout SplitMix64) -> Application? {
        applications(on: day)?.draw(&random)
    }

    /// The workflow of a permit by its day of submission and its facts.
    func kind(of facts: FactValues, on day: Day) -> Kind? {
        if let forced { return Kind(chart: forced, regime: nil) }
        guard case .workflow(let name, let family) = regimes.selection(submitted: day, facts: facts) else {
            return nil
        }
        return charts[name].map { Kind(chart: $0, regime: family) }
    }

    private func applications(on day: Day) -> WeightedChoice<Application>? {
        spells.last { $0.from <= day }?.applications
    }

    private func spells(of request: SimulationRequest) -> [Spell] {
        let city = request.city
        let changes = request.library.regimes.rules.flatMap { [$0.from, $0.until].compactMap(\.self) }
        let starts = Set([request.from] + changes + city.eras.map(\.from))
            .filter { request.from <= $0 && $0 < request.until }
        return starts.sorted()
            .map { day in
                let possible = city.applications(on: day)
                    .filter { kind(of: $0.stages[0].binding(on: day), on: day) != nil }
                return Spell(from: day, applications: possible)
            }
    }
}

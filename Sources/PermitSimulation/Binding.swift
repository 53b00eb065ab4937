internal import PermitDocuments
internal import PermitWorkflow
internal import WorkingTime

/// Which workflow governs the applications of a day.
struct Binding: Sendable {
    /// A permit type with the workflow that governs it.
    struct Kind: Sendable {
        var type: String
        var chart: Chart
    }

    private let city: City
    private let forced: Chart?
    private let regimes: Regimes
    private let charts: [String: Chart]

    init(_ request: SimulationRequest) throws(Diagnostics) {
        city = request.city
        forced = request.workflow.map { Chart($0) }
        regimes = request.library.regimes
        var charts: [String: Chart] = [:]
        if forced == nil {
            for name in Set(request.library.regimes.rules.map(\.workflow.text)).sorted() {
                charts[name] = Chart(try request.library.workflow(named: name))
            }
        }
        self.charts = charts
        let days = request.from.number..<request.until.number
        guard days.contains(where: { isGoverned(Day(number: $0)) }) else {
            let types = Set(request.city.permitTypes.flatMap(\.types.values)).sorted().joined(separator: ", ")
            let span = "\(request.from) to \(request.until)"
            throw Diagnostics([
                Diagnostic(
                    .error,
                    "no workflow governs \(types) from \(span); name one, or choose other days"
                )
            ])
        }
    }

    /// Whether some permit type has a workflow on a day.
    func isGoverned(_ day: Day) -> Bool { types(on: day) != nil }

    /// Draws a permit type among those that have a workflow on a day.
    func draw(on day: Day, _ random: inout SplitMix64) -> Kind? {
        guard let type = types(on: day)?.draw(&random), let chart = chart(of: type, on: day) else {
            return nil
        }
        return Kind(type: type, chart: chart)
    }

    private func types(on day: Day) -> WeightedChoice<String>? {
        city.types(on: day).filter { chart(of: $0, on: day) != nil }
    }

    private func chart(of type: String, on day: Day) -> Chart? {
        if let forced { return forced }
        let selection = regimes.selection(submitted: day, facts: ["permit_type": .text(type)])
        guard case .workflow(let name, family: _) = selection else { return nil }
        return charts[name]
    }
}

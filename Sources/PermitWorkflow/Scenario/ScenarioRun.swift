public import PermitDocuments
public import WorkingTime

/// What came of running scenarios: what did not come out as stated, and which transitions were taken.
public struct ScenarioRun: Hashable, Sendable {
    /// The number of scenarios that were run.
    public private(set) var count = 0
    /// What did not come out as stated, each with its place in the file, in the order of the file.
    public private(set) var failures: [Diagnostic] = []
    /// How often each transition was taken, by somebody or by the law; of those taken at least once.
    public private(set) var taken: [WorkflowTransition: Int] = [:]

    /// Creates the result of running nothing.
    public init() {}

    /// The transitions that were taken.
    public var covered: Set<WorkflowTransition> { Set(taken.keys) }

    /// Adds what came of other scenarios of the same workflow.
    public mutating func merge(_ other: ScenarioRun) {
        count += other.count
        failures += other.failures
        taken.merge(other.taken, uniquingKeysWith: +)
    }

    /// The transitions of a workflow that were not taken, as warnings at their actions.
    public func uncovered(in definition: Definition) -> [Diagnostic] {
        definition.transitions.filter { taken[$0.transition] == nil }
            .map { Diagnostic(.warning, "no scenario takes \($0.transition)", at: $0.action.position) }
    }

    /// The count in one line: `NAME: n scenarios, m of k transitions covered`.
    public func summary(of definition: Definition) -> String {
        let transitions = definition.transitions
        let covered = transitions.count { taken[$0.transition] != nil }
        let scenarios = count == 1 ? "1 scenario" : "\(count) scenarios"
        return "\(definition.name): \(scenarios), \(covered) of \(transitions.count) transitions covered"
    }

    mutating func add(_ runner: ScenarioRunner) {
        count += 1
        failures += runner.failures
        taken.merge(runner.taken, uniquingKeysWith: +)
    }

    mutating func add(unrun fault: Diagnostic) {
        count += 1
        failures.append(fault)
    }
}

extension ScenarioFile {
    /// Runs every scenario from the beginning and compares all that is stated with what came of it.
    ///
    /// - Parameters:
    ///   - office: The zone and calendar; see `office(calendars:)`.
    ///   - compile: Compiles the file's workflow with some settings; asked once for each scenario.
    /// - Returns: What did not come out as stated, and the transitions taken.
    public func run(
        office: OfficeTime,
        compile: (_ settings: [String: String]) throws(Diagnostics) -> Workflow
    ) -> ScenarioRun {
        var run = ScenarioRun()
        for scenario in scenarios {
            let settings = Dictionary(
                scenario.settings.map { ($0.key.text, $0.value) },
                uniquingKeysWith: { first, _ in first }
            )
            do throws(Diagnostics) {
                var runner = ScenarioRunner(scenario, try compile(settings), office)
                runner.run()
                run.add(runner)
            } catch {
                let faults = error.all.filter { $0.severity == .error }.map(\.message)
                let message =
                    "case \"\(scenario.name)\": the workflow cannot run: \(faults.joined(separator: "; "))"
                let place = scenario.settings.keys.compactMap(\.position).min { $0.line < $1.line }
                run.add(unrun: Diagnostic(.error, message, at: place ?? scenario.name.position))
            }
        }
        return run
    }
}

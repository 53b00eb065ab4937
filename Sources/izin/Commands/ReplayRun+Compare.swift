#if CommandLine
import PermitLog
import PermitMetrics
import PermitWorkflow

extension ReplayRun {
    /// Counts the permits of a log that was read under the two rules that were asked for.
    func compared(_ log: consuming PartitionedLog) throws(Failure) -> Comparison {
        let rules = try rules()
        let request = try request(for: log)
        do {
            return try compare(log, request, rules[0], rules[1])
        } catch let error as LogError {
            throw Failure(error, logs: options.logs)
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }

    private func rules() throws(Failure) -> [ComparedRule] {
        if !options.regimes.isEmpty { return options.regimes.map { .regime($0) } }
        return try options.workflows.map { name throws(Failure) in
            .workflow(try Definitions.workflow(name, settings: settings[name] ?? [:], in: library))
        }
    }
}
#endif

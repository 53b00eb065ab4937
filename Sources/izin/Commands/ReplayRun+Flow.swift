#if CommandLine
import PermitLog
import PermitMetrics
import PermitWorkflow

extension ReplayRun {
    /// Follows the permits of a log that was read through one workflow.
    func flow(of workflow: Workflow, _ log: consuming PartitionedLog) throws(Failure) -> WorkflowFlow {
        let request = try request(for: log)
        do {
            return try workflowFlow(of: workflow, in: log, request: request)
        } catch let error as LogError {
            throw Failure(error, logs: options.logs)
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }
}
#endif

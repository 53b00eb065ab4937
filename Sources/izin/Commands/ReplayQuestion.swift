#if CommandLine
import PermitMetrics

/// What a command asks of logs, whichever options it has for it.
struct ReplayQuestion {
    var logs: [String]
    /// How the logs are read, and which part of them.
    var reading: LogOptions
    var workflows: [String] = []
    var regimes: [String] = []
    /// The keys of groups.
    var keys: [String] = []
    var period: String?
    /// How months are counted and judged.
    var trend = TrendRequest()
    var isStrict = false
    /// Whether personal columns are kept and shown.
    var keepPersonal = false

    /// What a replay asks.
    init(_ options: ReplayOptions, _ trend: TrendRequest = TrendRequest()) {
        logs = options.logs
        reading = options.reading
        workflows = options.workflows
        regimes = options.regimes
        keys = options.keys
        period = options.period
        self.trend = trend
        isStrict = options.strict
        keepPersonal = options.keepPersonal
    }

    /// What a drawing asks of the permits of a workflow.
    init(_ logs: [String], _ reading: LogOptions, workflow: String) {
        self.logs = logs
        self.reading = reading
        workflows = [workflow]
    }

    /// The workflow of all permits, where one is asked for.
    var workflow: String? { workflows.count == 1 ? workflows.first : nil }

    /// The family of workflows, where one is asked for.
    var regime: String? { regimes.count == 1 ? regimes.first : nil }
}
#endif

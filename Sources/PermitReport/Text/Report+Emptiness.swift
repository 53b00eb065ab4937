internal import PermitMetrics

extension Report {
    /// Whether no event was left to measure, so that there is no data cut either.
    var isEmpty: Bool { flow.events == 0 }

    /// The assumptions that mean something here: without events no cut was made.
    var truths: [Assumption] { isEmpty ? assumptions.filter { $0.id != "as_of" } : assumptions }
}

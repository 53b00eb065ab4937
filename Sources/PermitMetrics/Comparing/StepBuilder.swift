import PermitWorkflow
import WorkingTime

/// Counts the permits of one step under two clocks.
struct StepBuilder {
    private static let mostExamples = 20

    private var step: Comparison.Step
    private let isSilent: [Bool]
    private var counts: [[Int]]
    private var consumed: [[Int64]] = [[], []]

    init(_ clocks: ClockPair, _ first: Workflow, _ second: Workflow) {
        step = .init(
            name: clocks.step,
            first: .init(first, clocks.first, starts: clocks.firstStarts),
            second: .init(second, clocks.second, starts: clocks.secondStarts),
            permits: 0,
            judged: 0,
            cells: [],
            changed: 0,
            examples: []
        )
        isSilent = [first.clocks[clocks.first], second.clocks[clocks.second]]
            .map { $0.expiry?.isSilence ?? false }
        let classes = ClockClass.allCases.count
        counts = Array(repeating: Array(repeating: 0, count: classes), count: classes)
    }

    /// Permits that both clocks are for.
    var permits: Int { step.permits }

    /// Adds a permit by its two clocks; one that a clock is not for is left out.
    mutating func add(_ first: PermitRow.Clock?, _ second: PermitRow.Clock?, name: () -> String) {
        guard let first, let second else { return }
        step.permits += 1
        if first.isBreached, isSilent[0] { step.first.wouldBeDeemed += 1 }
        if second.isBreached, isSilent[1] { step.second.wouldBeDeemed += 1 }
        let classes = (first.classification, second.classification)
        counts[classes.0.place][classes.1.place] += 1
        if classes.0 != classes.1 {
            step.changed += 1
            if step.examples.count < Self.mostExamples {
                step.examples.append(
                    .init(name: name(), first: classes.0.rawValue, second: classes.1.rawValue)
                )
            }
        }
        guard classes.0.isJudged, classes.1.isJudged else { return }
        step.judged += 1
        if classes.0 == .onTime { step.first.onTime += 1 }
        if classes.1 == .onTime { step.second.onTime += 1 }
        consumed[0].append(Int64(first.consumedDays ?? 0))
        consumed[1].append(Int64(second.consumedDays ?? 0))
    }

    /// The step with its matrix and medians.
    var finished: Comparison.Step {
        var step = step
        let classes = ClockClass.allCases
        for (first, row) in zip(classes, counts) {
            for (second, permits) in zip(classes, row) where permits > 0 {
                step.cells.append(.init(first: first.rawValue, second: second.rawValue, permits: permits))
            }
        }
        step.first.medianConsumedDays = Self.median(consumed[0])
        step.second.medianConsumedDays = Self.median(consumed[1])
        return step
    }

    private static func median(_ days: [Int64]) -> Double? {
        // Days stand for microseconds here, so that the one formula of percentiles serves.
        days.isEmpty ? nil : Percentiles.seconds(0.5, ofSorted: days.sorted()) * 1e6
    }
}

extension ClockClass {
    /// The place among all classes.
    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether it says how the step went: a clock that is open in time or was withdrawn does not.
    fileprivate var isJudged: Bool {
        switch self {
        case .onTime, .late, .openLate, .deemedRecorded: true
        case .openInTime, .withdrawn, .unmeasured: false
        }
    }
}

extension Comparison.Clock {
    fileprivate init(_ workflow: Workflow, _ index: Int, starts: [String]) {
        let clock = workflow.clocks[index]
        self.init(
            workflow: workflow.name,
            name: clock.name,
            amount: clock.limit?.amount,
            unit: clock.limit?.unit.rawValue,
            table: clock.table?.name,
            legal: clock.legal,
            mark: clock.mark?.rawValue,
            starts: starts,
            pauses: workflow.pauseTerms(ofClock: index),
            restarts: workflow.restartTerms(ofClock: index)
        )
    }
}

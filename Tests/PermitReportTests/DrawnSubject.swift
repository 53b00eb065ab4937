import PermitWorkflow
import TestSupport
import Testing

@testable import PermitReport

/// A workflow that the binary carries or that a seed makes up, drawn alone and with counts.
struct DrawnSubject: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The workflow alone, then with counts, departures and permits that a seed makes up.
    let drawings: [WorkflowDrawing]
    /// The pictures of these drawings in English.
    let pictures: [Picture]

    static let seeds: Range<UInt64> = 0..<12

    /// Every fifth of them, where that is enough.
    static var some: [DrawnSubject] { stride(from: 0, to: all.count, by: 5).map { all[$0] } }

    static let all: [DrawnSubject] = {
        let library = try? Library.embedded()
        let shipped = (library?.definitions ?? [])
            .compactMap { definition -> DrawnSubject? in
                let name = definition.name.text
                return (try? library?.workflow(named: name)).map { DrawnSubject(name, $0) }
            }
        let random = seeds.compactMap { seed in
            (try? RandomWorkflow.make(seed: seed)).map { DrawnSubject("seed \(seed)", $0) }
        }
        return shipped + random
    }()

    private init(_ name: String, _ workflow: Workflow) {
        testDescription = name
        let drawings = [
            WorkflowDrawing(workflow), WorkflowDrawing(workflow, overlay: Self.overlay(workflow)),
        ]
        self.drawings = drawings
        pictures = drawings.map { Picture($0, .english) }
    }

    private static func overlay(_ workflow: Workflow) -> DrawingOverlay {
        var random = SeededGenerator(seed: 7)
        var overlay = DrawingOverlay(tallies: [:], caption: "log.csv & <more>")
        for edge in WorkflowDrawing(workflow).edges where !random.oneIn(4) {
            let way = DrawingOverlay.Way(action: edge.action, from: edge.from, to: edge.to)
            let days = random.oneIn(5) ? nil : Double.random(in: 0...400, using: &random)
            overlay.tallies[way] = .init(count: Int.random(in: 1...90_000, using: &random), medianDays: days)
        }
        let states = workflow.states.indices
        for _ in 0..<6 {
            let pair = [0, 1].map { _ in Int.random(in: states, using: &random) }
            let action = random.oneIn(3) ? nil : Int.random(in: workflow.actions.indices, using: &random)
            overlay.departures.append(
                .init(action: action, from: pair[0], to: pair[1], tally: .init(count: 3))
            )
        }
        overlay.permits = states.map { _ in Int.random(in: 0...2000, using: &random) }
        return overlay
    }
}

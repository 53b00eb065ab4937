internal import PermitWorkflow

/// The texts of a picture: what stands in boxes and on arrows.
struct PictureTexts {
    let drawing: WorkflowDrawing
    let words: DrawingWords
    private let clockMarks: ClockMarks
    private let marks: MarkText

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        self.drawing = drawing
        words = DrawingWords(language: language)
        clockMarks = drawing.clockMarks
        marks = MarkText(drawing, language)
    }

    private static let stateWidth = 150
    private static let labelWidth = 150
    private static let clockWidth = 220

    func state(_ index: Int) -> TextBlock {
        let state = drawing.workflow.states[index]
        var block = TextBlock(clockCount: drawing.workflow.clocks.count)
        block.add(words.title(state.title, name: state.name), .state, width: Self.stateWidth)
        let marks = clockMarks.marks(ofState: index, edges: drawing.edges)
        // Six symbols are as wide as a box should be.
        for start in stride(from: 0, to: marks.count, by: 6) {
            block.add("", .clock, width: 0, marks: Array(marks[start..<min(start + 6, marks.count)]))
        }
        if let overlay = drawing.overlay, index < overlay.permits.count, overlay.permits[index] > 0 {
            block.add(words.permits(overlay.permits[index]), .tally, width: Self.stateWidth)
        }
        return block
    }

    /// The actions of an arrow: each with its clocks and counts; who acts once where the next one has the same.
    func label(_ arrow: Arrow) -> TextBlock {
        var block = TextBlock(clockCount: drawing.workflow.clocks.count)
        for (index, part) in arrow.parts.enumerated() {
            block.add(part.title, .action, width: Self.labelWidth, gap: index == 0 ? 0 : 3)
            let next = index + 1 < arrow.parts.count ? arrow.parts[index + 1].by : ""
            let sharesBy = next == part.by && part.marks.isEmpty && part.tally == nil
            if !part.by.isEmpty, !sharesBy { block.add(part.by, .quiet, width: Self.labelWidth) }
            addMarks(of: part, to: &block)
            if let tally = part.tally { block.add(words.tally(tally), .tally, width: Self.clockWidth) }
        }
        return block
    }

    /// The actions of a loop: where many have counts, a line each, and those never taken together.
    func loopLabel(_ arrow: Arrow) -> TextBlock {
        guard arrow.parts.count > 3, !arrow.isDeparture, arrow.parts.allSatisfy({ $0.tally != nil }) else {
            return label(arrow)
        }
        var block = TextBlock(clockCount: drawing.workflow.clocks.count)
        for part in arrow.parts {
            guard let tally = part.tally, tally.count > 0 else { continue }
            block.add(part.title + ": " + words.tally(tally), .action, width: 2 * Self.labelWidth)
            addMarks(of: part, to: &block)
        }
        let untaken = arrow.parts.filter { $0.tally?.count == 0 }.map(\.title)
        if !untaken.isEmpty {
            let text = words.neverTaken + ": " + untaken.joined(separator: ", ")
            block.add(text, .quiet, width: 2 * Self.labelWidth)
        }
        return block
    }

    /// The counts alone, for a branch of a bundle; nil where there are none.
    func tallies(_ branch: Arrow) -> TextBlock? {
        var block = TextBlock(clockCount: drawing.workflow.clocks.count)
        for tally in branch.parts.compactMap(\.tally) {
            block.add(words.tally(tally), .tally, width: Self.clockWidth)
        }
        return block.lines.isEmpty ? nil : block
    }

    private func addMarks(of part: Arrow.Part, to block: inout TextBlock) {
        for mark in part.marks where mark.kind == .start || mark.kind == .restart {
            let text = words.bracketed(drawing.workflow.clocks[mark.clock])
            block.add(text, .clock, width: Self.clockWidth, marks: [mark])
        }
        let others = part.marks.filter { $0.kind == .stop || $0.kind == .expiry }
        for mark in others {
            block.add(marks.meaning(mark.kind), .clock, width: Self.clockWidth, marks: [mark])
        }
    }
}

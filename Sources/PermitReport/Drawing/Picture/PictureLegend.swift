internal import PermitWorkflow

/// What the colours, lines and symbols of a picture mean.
struct PictureLegend {
    /// One sample with its meaning.
    struct Item {
        /// The sample.
        enum Sample {
            case box(DrawingPalette.Paint, isOutcome: Bool)
            case line(colour: String, dashes: String?, width: String)
            case mark(ClockMarks.Kind)
        }

        var sample: Sample
        var text: String

        /// The width with the sample and the room to the next item.
        var width: Int {
            TextMetrics.width(of: text, size: 10, isBold: false) + PictureLegend.sampleWidth + 18
        }
    }

    static let sampleWidth = 30
    static let rowHeight = 18

    private(set) var items: [Item] = []
    /// The clocks, one line each.
    private(set) var clocks: [String] = []

    init(_ drawing: WorkflowDrawing, _ language: Language, hasMainWay: Bool) {
        let words = DrawingWords(language: language)
        let marks = MarkText(drawing, language)
        let workflow = drawing.workflow
        for holder in Holder.allCases where workflow.states.contains(where: { $0.holder == holder }) {
            items.append(
                Item(
                    sample: .box(DrawingPalette.paint(holder), isOutcome: false),
                    text: language.pick("with: ", "pada: ") + words.holder(holder)
                )
            )
        }
        for outcome in Outcome.allCases where workflow.states.contains(where: { $0.outcome == outcome }) {
            items.append(
                Item(
                    sample: .box(DrawingPalette.paint(outcome), isOutcome: true),
                    text: words.outcome(outcome)
                )
            )
        }
        addLines(drawing, words, hasMainWay: hasMainWay)
        let shown = drawing.markKinds
        for kind in [ClockMarks.Kind.start, .restart, .wait, .stop, .expiry] where shown.contains(kind) {
            items.append(Item(sample: .mark(kind), text: marks.meaning(kind)))
        }
        clocks = workflow.clocks.indices.map(marks.legend)
    }

    private mutating func addLines(_ drawing: WorkflowDrawing, _ words: DrawingWords, hasMainWay: Bool) {
        let language = words.language
        let line = "#444444"
        items.append(
            Item(
                sample: .line(colour: line, dashes: nil, width: Self.width),
                text: language.pick("an action, in the colour of who acts", "tindakan, berwarna pelakunya")
            )
        )
        if drawing.overlay == nil, hasMainWay {
            items.append(
                Item(
                    sample: .line(colour: line, dashes: nil, width: Self.mainWidth),
                    text: language.pick("the main way", "jalur utama")
                )
            )
        }
        if drawing.workflow.actions.contains(where: \.isAutomatic)
            || drawing.workflow.clocks.contains(where: { $0.expiry != nil })
        {
            items.append(
                Item(
                    sample: .line(colour: line, dashes: PictureLegend.automaticDashes, width: Self.width),
                    text: language.pick("by the system or by law", "oleh sistem atau karena hukum")
                )
            )
        }
        guard let overlay = drawing.overlay else { return }
        items.append(
            Item(
                sample: .line(colour: DrawingPalette.untaken, dashes: nil, width: Self.width),
                text: words.neverTaken
            )
        )
        if !overlay.departures.isEmpty {
            items.append(
                Item(
                    sample: .line(
                        colour: DrawingPalette.departure,
                        dashes: Self.departureDashes,
                        width: Self.width
                    ),
                    text: language.pick(
                        "taken, but not in the workflow",
                        "dilalui, padahal tidak ada dalam alur"
                    )
                )
            )
        }
    }

    /// The width of an arrow, and of one on the main way.
    static let width = "1.4"
    static let mainWidth = "2.4"
    static let automaticDashes = "2 4"
    static let departureDashes = "7 4"

    /// The items in rows no wider than asked for.
    func rows(width: Int) -> [[Item]] {
        var rows: [[Item]] = []
        var used = 0
        for item in items {
            if rows.isEmpty || used + item.width > width {
                rows.append([])
                used = 0
            }
            rows[rows.count - 1].append(item)
            used += item.width
        }
        return rows
    }
}

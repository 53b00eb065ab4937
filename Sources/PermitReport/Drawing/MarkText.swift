internal import PermitWorkflow

/// Clock marks as text, for forms that draw no shapes.
struct MarkText {
    let drawing: WorkflowDrawing
    let words: DrawingWords

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        self.drawing = drawing
        words = DrawingWords(language: language)
    }

    static func symbol(_ kind: ClockMarks.Kind) -> String {
        switch kind {
        case .start: "\u{25B6}"
        case .restart: "\u{21BB}"
        case .wait: "\u{2016}"
        case .stop: "\u{25A0}"
        case .expiry: "\u{25F7}"
        }
    }

    /// The number by which a clock goes in the drawing; empty where there is only one.
    func number(_ clock: Int) -> String { drawing.workflow.clocks.count > 1 ? String(clock + 1) : "" }

    /// A mark of an arrow: a start with its limit, anything else with its symbol alone.
    func text(_ mark: ClockMarks.Mark) -> String {
        let symbol = Self.symbol(mark.kind) + number(mark.clock)
        switch mark.kind {
        case .start, .restart: return symbol + " " + words.bracketed(drawing.workflow.clocks[mark.clock])
        case .wait, .stop, .expiry: return symbol
        }
    }

    /// The marks of a state, on one line.
    func text(_ marks: [ClockMarks.Mark]) -> String { marks.map(text).joined(separator: " ") }

    /// What a symbol says.
    func meaning(_ kind: ClockMarks.Kind) -> String {
        switch kind {
        case .start: words.language.pick("a time limit starts", "jangka waktu mulai")
        case .restart: words.language.pick("starts again from zero", "mulai lagi dari nol")
        case .wait: words.language.pick("waits", "berhenti sementara")
        case .stop: words.language.pick("ends", "selesai")
        case .expiry: words.language.pick("when it runs out", "saat habis")
        }
    }

    /// A clock in a line: its number, title, limit and article.
    func legend(_ clock: Int) -> String {
        let info = drawing.workflow.clocks[clock]
        let number = number(clock).isEmpty ? "" : number(clock) + " "
        let limit = words.limitAndArticle(info)
        return number + words.title(info.title, name: info.name) + ": " + limit
    }
}

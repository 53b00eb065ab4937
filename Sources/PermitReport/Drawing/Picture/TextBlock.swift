/// A few lines of text, one under the other, with the room that they take.
struct TextBlock {
    /// How a line looks.
    enum Style: Hashable {
        /// The name of a state.
        case state
        /// The name of an action.
        case action
        /// Who acts, and other small things.
        case quiet
        /// A time limit.
        case clock
        /// What was counted.
        case tally

        var size: Int {
            switch self {
            case .state: 12
            case .action: 11
            case .quiet, .clock, .tally: 10
            }
        }

        var isBold: Bool { self == .state || self == .tally }

        /// The class in the picture's style sheet.
        var name: String {
            switch self {
            case .state: "s"
            case .action: "a"
            case .quiet: "q"
            case .clock: "c"
            case .tally: "n"
            }
        }
    }

    /// One line.
    struct Line {
        var text: String
        var style: Style
        /// Symbols before the text.
        var marks: [ClockMarks.Mark] = []
        /// Free room above.
        var gap = 0

        var height: Int { style.size + 3 }
    }

    /// The width of a symbol, with the number of its clock where it has one.
    let markWidth: Int
    private(set) var lines: [Line] = []

    init(clockCount: Int) { markWidth = clockCount > 9 ? 28 : clockCount > 1 ? 22 : 14 }

    /// Adds a text, broken into lines at most `width` wide where words allow.
    mutating func add(
        _ text: String,
        _ style: Style,
        width: Int,
        marks: [ClockMarks.Mark] = [],
        gap: Int = 0
    ) {
        let pieces = TextMetrics.wrapped(text, width: width, size: style.size, isBold: style.isBold)
        if pieces.isEmpty, !marks.isEmpty {
            lines.append(Line(text: "", style: style, marks: marks, gap: gap))
        }
        for (index, piece) in pieces.enumerated() {
            let isFirst = index == 0
            lines.append(
                Line(text: piece, style: style, marks: isFirst ? marks : [], gap: isFirst ? gap : 0)
            )
        }
    }

    /// Adds a line as it is.
    mutating func add(_ line: Line) { lines.append(line) }

    /// The width of the symbols and text of a line.
    func width(of line: Line) -> Int {
        let text = TextMetrics.width(of: line.text, size: line.style.size, isBold: line.style.isBold)
        return line.marks.count * markWidth + text
    }

    /// What the lines take, with a little room around.
    var extent: LayeredGraph.Extent {
        LayeredGraph.Extent(
            width: (lines.map(width).max() ?? 0) + 8,
            height: lines.reduce(0) { $0 + $1.height + $1.gap } + 4
        )
    }
}

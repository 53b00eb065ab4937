internal import PermitDocuments

/// Writes shapes as SVG; every text is escaped.
struct SVGPen {
    private(set) var text = ""

    mutating func line(_ markup: String) { text += markup + "\n" }

    /// A path through corners, rounded.
    mutating func path(_ points: [LayeredLayout.Point], attributes: String) {
        line("<path d=\"\(Self.rounded(points))\" \(attributes)/>")
    }

    /// The lines of a block, centred at `middle` or beginning there, from `top` down.
    mutating func block(
        _ block: TextBlock,
        x: Int,
        top: Int,
        isCentred: Bool = true,
        colour: String? = nil,
        numbersClocks: Bool
    ) {
        var y = top + 2
        for line in block.lines {
            y += line.gap
            let base = y + line.style.size - 1
            var left = isCentred ? x - block.width(of: line) / 2 : x
            for mark in line.marks {
                symbol(mark, x: left, base: base, isNumbered: numbersClocks)
                left += block.markWidth
            }
            if !line.text.isEmpty {
                let isPlain = line.marks.isEmpty && isCentred
                let anchor = isPlain ? " text-anchor=\"middle\"" : ""
                let fill = colour.map { " style=\"fill:\($0)\"" } ?? ""
                self.line(
                    "<text class=\"\(line.style.name)\" x=\"\(isPlain ? x : left)\" y=\"\(base)\"\(anchor)\(fill)>"
                        + "\(XMLText.content(line.text))</text>"
                )
            }
            y += line.height
        }
    }

    /// The symbol of a clock mark on a line of text, with the clock's number behind it.
    mutating func symbol(_ mark: ClockMarks.Mark, x: Int, base: Int, isNumbered: Bool) {
        let colour = DrawingPalette.clock
        let top = base - 8
        switch mark.kind {
        case .start:
            line("<path d=\"M\(x) \(top)L\(x + 8) \(top + 4)L\(x) \(top + 8)Z\" fill=\"\(colour)\"/>")
        case .restart:
            line(
                "<path d=\"M\(x + 7) \(top + 2)A4 4 0 1 0 \(x + 8) \(top + 5)\" fill=\"none\" "
                    + "stroke=\"\(colour)\" stroke-width=\"1.5\"/>"
            )
            line(
                "<path d=\"M\(x + 4) \(top + 2)L\(x + 9) \(top + 3)L\(x + 9) \(top - 2)Z\" fill=\"\(colour)\"/>"
            )
        case .wait:
            line(
                "<path d=\"M\(x) \(top)h3v8h-3zM\(x + 5) \(top)h3v8h-3z\" fill=\"\(colour)\"/>"
            )
        case .stop:
            line("<path d=\"M\(x) \(top)h8v8h-8z\" fill=\"\(colour)\"/>")
        case .expiry:
            line(
                "<circle cx=\"\(x + 4)\" cy=\"\(top + 4)\" r=\"4\" fill=\"#ffffff\" stroke=\"\(colour)\" "
                    + "stroke-width=\"1.3\"/>"
            )
            line(
                "<path d=\"M\(x + 4) \(top + 1)v3h2\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.1\"/>"
            )
        }
        if isNumbered {
            line("<text class=\"k\" x=\"\(x + 10)\" y=\"\(base)\">\(mark.clock + 1)</text>")
        }
    }

    /// A box with rounded corners.
    mutating func rectangle(_ box: LayeredLayout.Box, radius: Int, _ paint: DrawingPalette.Paint) {
        line(
            "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" rx=\"\(radius)\" "
                + "fill=\"\(paint.fill)\" stroke=\"\(paint.line)\" stroke-width=\"1.5\"/>"
        )
    }

    /// A sample of the legend.
    mutating func sample(_ sample: PictureLegend.Item.Sample, x: Int, middle: Int) {
        switch sample {
        case .box(let paint, let isOutcome):
            let box = LayeredLayout.Box(x: x, y: middle - 6, width: 22, height: 12)
            rectangle(box, radius: isOutcome ? 6 : 3, paint)
        case .line(let colour, let dashes, let width):
            let dashes = dashes.map { " stroke-dasharray=\"\($0)\"" } ?? ""
            line(
                "<path d=\"M\(x) \(middle)h23\" stroke=\"\(colour)\" stroke-width=\"\(width)\"\(dashes)/>"
            )
        case .mark(let kind):
            symbol(.init(kind: kind, clock: 0), x: x + 12, base: middle + 4, isNumbered: false)
        }
    }

    private static let radius = 6

    private static func rounded(_ points: [LayeredLayout.Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.x) \(first.y)"
        for index in points.indices.dropFirst().dropLast() {
            let corner = points[index]
            let radius = min(
                Self.radius,
                length(points[index - 1], corner) / 2,
                length(corner, points[index + 1]) / 2
            )
            let before = towards(points[index - 1], from: corner, radius)
            let after = towards(points[index + 1], from: corner, radius)
            path += "L\(before.x) \(before.y)Q\(corner.x) \(corner.y) \(after.x) \(after.y)"
        }
        return path + "L\(last.x) \(last.y)"
    }

    private static func length(_ one: LayeredLayout.Point, _ other: LayeredLayout.Point) -> Int {
        abs(one.x - other.x) + abs(one.y - other.y)
    }

    private static func towards(
        _ point: LayeredLayout.Point,
        from corner: LayeredLayout.Point,
        _ distance: Int
    ) -> LayeredLayout.Point {
        LayeredLayout.Point(
            x: corner.x + (point.x - corner.x).signum() * distance,
            y: corner.y + (point.y - corner.y).signum() * distance
        )
    }
}

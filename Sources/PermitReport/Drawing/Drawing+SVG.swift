internal import PermitDocuments
internal import PermitWorkflow
internal import WorkingTime

extension WorkflowDrawing {
    /// The workflow as a picture in SVG, laid out by this package.
    ///
    /// States stand in layers from top to bottom, coloured by the desk that holds them; outcomes have round ends and the
    /// colour of how the permit ends. Arrows have the colour of who acts and are dotted where the system or the law
    /// acts; their labels say what is done, by whom, and which time limit starts. With an overlay they carry counts and
    /// median days and are as wide as the permits are many; ways that the workflow does not have are dashed and red. A
    /// legend explains it all.
    ///
    /// - Parameter language: For titles and the words that are added.
    /// - Returns: A document without scripts and outside references, ending in a new line.
    public func svg(language: Language) -> String { SVGText(self, language).text }
}

/// Writes a picture as SVG.
private struct SVGText {
    private typealias Point = LayeredLayout.Point

    private let drawing: WorkflowDrawing
    private let words: DrawingWords
    private let picture: Picture
    private let legend: PictureLegend
    private let numbersClocks: Bool

    private static let margin = 24
    private static let startRoom = 34

    init(_ drawing: WorkflowDrawing, _ language: Language) {
        self.drawing = drawing
        words = DrawingWords(language: language)
        picture = Picture(drawing, language)
        legend = PictureLegend(drawing, language, hasMainWay: picture.hasMainWay)
        numbersClocks = drawing.workflow.clocks.count > 1
    }

    var text: String {
        let headings = self.headings
        let width = max(picture.width, headings.map(Self.width).max() ?? 0, 720)
        let rows = legend.rows(width: width)
        let clocks = legend.clocks.flatMap {
            TextMetrics.wrapped($0, width: width, size: 10, isBold: false)
        }
        let top = Self.margin + headings.reduce(0) { $0 + $1.size + 8 } + Self.startRoom
        let legendTop = top + picture.height + 34
        let bottom = legendTop + rows.count * PictureLegend.rowHeight + clocks.count * 15 + 6
        var pen = SVGPen()
        open(&pen, width: width + 2 * Self.margin, height: bottom + Self.margin)
        var y = Self.margin
        for heading in headings {
            y += heading.size
            pen.line(
                "<text class=\"\(heading.style)\" x=\"\(Self.margin)\" y=\"\(y)\">\(XMLText.content(heading.text))</text>"
            )
            y += 8
        }
        let left = Self.margin + (width - picture.width) / 2
        pen.line("<g transform=\"translate(\(left) \(top))\">")
        draw(&pen)
        pen.line("</g>")
        draw(rows, clocks, top: legendTop, &pen)
        pen.line("</svg>")
        return pen.text
    }

    /// A line above the picture.
    private struct Heading {
        var text: String
        var size: Int
        var style: String
    }

    private static func width(_ heading: Heading) -> Int {
        TextMetrics.width(of: heading.text, size: heading.size, isBold: heading.style == "t")
    }

    private var title: String { words.title(drawing.workflow.title, name: drawing.workflow.name) }

    private var headings: [Heading] {
        let workflow = drawing.workflow
        var headings = [
            Heading(text: title, size: 18, style: "t"),
            Heading(
                text: ([workflow.name, workflow.legal] + dates).joined(separator: " \u{B7} "),
                size: 12,
                style: "u"
            ),
        ]
        for text in [drawing.overlay?.caption, drawing.overlay.flatMap(words.hiddenDepartures)] {
            if let text { headings.append(Heading(text: text, size: 12, style: "u")) }
        }
        return headings
    }

    /// When the workflow is in force.
    private var dates: [String] {
        guard let inForce = drawing.workflow.definition.inForce else { return [] }
        let from = inForce.from.map { words.language.pick("from ", "sejak ") + words.language.date($0) }
        let until = inForce.until.map {
            words.language.pick("until ", "sampai ") + words.language.date($0.advanced(by: -1))
        }
        let parts = [from, until].compactMap(\.self)
        return parts.isEmpty ? [] : [parts.joined(separator: " ")]
    }

    private func open(_ pen: inout SVGPen, width: Int, height: Int) {
        pen.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
        pen.line(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" "
                + "viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-labelledby=\"title desc\" "
                + "font-family=\"sans-serif\" xml:lang=\"\(words.language.rawValue)\">"
        )
        pen.line("<title id=\"title\">\(XMLText.content(title))</title>")
        pen.line("<desc id=\"desc\">\(XMLText.content(description))</desc>")
        pen.line(
            """
            <style>
            text { fill: \(DrawingPalette.text); }
            .t { font-size: 18px; font-weight: bold; }
            .u { font-size: 12px; fill: \(DrawingPalette.quiet); }
            .s { font-size: 12px; font-weight: bold; }
            .a { font-size: 11px; }
            .q { font-size: 10px; fill: \(DrawingPalette.quiet); }
            .c { font-size: 10px; fill: \(DrawingPalette.clock); }
            .n { font-size: 10px; font-weight: bold; }
            .k { font-size: 9px; font-weight: bold; fill: \(DrawingPalette.clock); }
            </style>
            """
        )
        pen.line("<defs>")
        for colour in colours {
            pen.line(
                "<marker id=\"a\(colour.dropFirst())\" viewBox=\"0 0 10 10\" refX=\"1\" refY=\"5\" "
                    + "markerWidth=\"10\" markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
                    + "<path d=\"M0 0.5L9 5L0 9.5Z\" fill=\"\(colour)\"/></marker>"
            )
        }
        pen.line("</defs>")
        pen.line("<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>")
    }

    /// What a reader who cannot see the picture is told.
    private var description: String {
        let workflow = drawing.workflow
        let outcomes = workflow.states.filter { $0.outcome != nil }
        let ends = outcomes.map { words.title($0.title, name: $0.name) }.joined(separator: ", ")
        let initial = workflow.states[workflow.initialState]
        return words.language.say(
            "A workflow of {0} states and {1} actions. A permit begins at \"{2}\" and ends at one of: {3}.",
            "Alur dengan {0} keadaan dan {1} tindakan. Permohonan dimulai pada \"{2}\" dan berakhir pada salah satu dari: {3}.",
            .text(String(workflow.states.count)),
            .text(String(workflow.actions.count)),
            .text(words.title(initial.title, name: initial.name)),
            .text(ends)
        )
    }

    /// The colours of arrow heads, sorted.
    private var colours: [String] {
        let arrows = picture.lines.map(\.arrow) + picture.trunks.map(\.arrow) + picture.loops.map(\.arrow)
        return Set(arrows.map(DrawingPalette.line) + [DrawingPalette.text]).sorted()
    }

    private func draw(_ pen: inout SVGPen) {
        for line in picture.lines {
            stroke(line.arrow, line.route.points, hasHead: !isBranch(line), isMain: line.isMain, &pen)
        }
        for trunk in picture.trunks {
            stroke(trunk.arrow, trunk.route.points, hasHead: true, isMain: trunk.isMain, &pen)
        }
        for loop in picture.loops { draw(loop, &pen) }
        for join in picture.joins {
            pen.line("<circle cx=\"\(join.x)\" cy=\"\(join.y)\" r=\"3\" fill=\"#444444\"/>")
        }
        for line in picture.lines {
            if let label = line.label, let box = line.route.label {
                draw(label, of: line.arrow, in: box, &pen)
            }
        }
        for trunk in picture.trunks {
            if let box = trunk.route.label { draw(trunk.label, of: trunk.arrow, in: box, &pen) }
        }
        drawStart(&pen)
        for state in picture.boxes.indices { draw(state, &pen) }
    }

    private func isBranch(_ line: Picture.Line) -> Bool {
        guard let end = line.route.points.last else { return false }
        let box = picture.boxes[line.arrow.to]
        return !(end.x >= box.x && end.x <= box.right && (end.y == box.y || end.y == box.bottom))
    }

    /// Draws a line; its head is as long as the line stops before the box.
    private func stroke(
        _ arrow: Arrow,
        _ points: [Point],
        hasHead: Bool,
        isMain: Bool = false,
        _ pen: inout SVGPen
    ) {
        var points = points
        if hasHead, points.count > 1 {
            let end = points[points.count - 1]
            let before = points[points.count - 2]
            points[points.count - 1] = Point(
                x: end.x + (before.x - end.x).signum() * 8,
                y: end.y + (before.y - end.y).signum() * 8
            )
        }
        pen.path(
            points,
            attributes: attributes(
                arrow,
                hasHead,
                width(arrow) ?? (isMain ? PictureLegend.mainWidth : PictureLegend.width)
            )
        )
    }

    private func attributes(_ arrow: Arrow, _ hasHead: Bool, _ width: String) -> String {
        let colour = DrawingPalette.line(arrow)
        var attributes = "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(width)\""
        if arrow.isDeparture {
            attributes += " stroke-dasharray=\"\(PictureLegend.departureDashes)\""
        } else if arrow.isAutomatic {
            attributes += " stroke-dasharray=\"\(PictureLegend.automaticDashes)\""
        }
        return hasHead ? attributes + " marker-end=\"url(#a\(colour.dropFirst()))\"" : attributes
    }

    /// Wider where more permits went; nil without an overlay.
    private func width(_ arrow: Arrow) -> String? {
        guard let overlay = drawing.overlay, let count = arrow.count else { return nil }
        let tenths = 12 + 38 * count / overlay.largest
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func draw(_ label: TextBlock, of arrow: Arrow, in box: LayeredLayout.Box, _ pen: inout SVGPen) {
        pen.line(
            "<rect x=\"\(box.x + 1)\" y=\"\(box.y)\" width=\"\(box.width - 2)\" height=\"\(box.height)\" rx=\"4\" "
                + "fill=\"#ffffff\"/>"
        )
        pen.block(label, x: box.middle.x, top: box.y, colour: colour(arrow), numbersClocks: numbersClocks)
    }

    /// The colour of all of a label; nil for that of its lines.
    private func colour(_ arrow: Arrow) -> String? {
        if arrow.isDeparture { return DrawingPalette.departure }
        return arrow.count == 0 ? "#8c8c8c" : nil
    }

    private func draw(_ loop: Picture.Loop, _ pen: inout SVGPen) {
        let x = loop.box.right
        let (upper, lower) = (loop.box.middle.y - 9, loop.box.middle.y + 9)
        let out = x + Picture.loopRoom - 6
        let points = [
            Point(x: x, y: upper), Point(x: out, y: upper), Point(x: out, y: lower), Point(x: x, y: lower),
        ]
        stroke(loop.arrow, points, hasHead: true, &pen)
        pen.block(
            loop.label,
            x: loop.labelBox.x + 2,
            top: loop.labelBox.y,
            isCentred: false,
            colour: colour(loop.arrow),
            numbersClocks: numbersClocks
        )
    }

    private func drawStart(_ pen: inout SVGPen) {
        let box = picture.boxes[drawing.workflow.initialState]
        let colour = DrawingPalette.text
        pen.line("<circle cx=\"\(box.middle.x)\" cy=\"\(box.y - 26)\" r=\"6\" fill=\"\(colour)\"/>")
        pen.path(
            [Point(x: box.middle.x, y: box.y - 20), Point(x: box.middle.x, y: box.y - 8)],
            attributes:
                "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"1.5\" marker-end=\"url(#a\(colour.dropFirst()))\""
        )
    }

    private func draw(_ index: Int, _ pen: inout SVGPen) {
        let state = drawing.workflow.states[index]
        let box = picture.boxes[index]
        let paint = DrawingPalette.paint(state)
        pen.line("<g>")
        pen.line("<title>\(XMLText.content(hint(state)))</title>")
        pen.rectangle(box, radius: state.outcome == nil ? 7 : box.height / 2, paint)
        if state.outcome != nil {
            let inner = LayeredLayout.Box(
                x: box.x + 3,
                y: box.y + 3,
                width: box.width - 6,
                height: box.height - 6
            )
            pen.rectangle(inner, radius: inner.height / 2, .init(fill: "none", line: paint.line))
        }
        let text = picture.states[index]
        let top = box.middle.y - text.extent.height / 2
        pen.block(text, x: box.middle.x, top: top, numbersClocks: numbersClocks)
        pen.line("</g>")
    }

    /// What a viewer shows when it points at a state.
    private func hint(_ state: Workflow.StateInfo) -> String {
        let desk = state.holder.map(words.holder) ?? state.outcome.map(words.outcome) ?? ""
        let stage = state.stage.map { " (" + $0.replacing("_", with: " ") + ")" } ?? ""
        return state.name + stage + ": " + desk
    }

    private func draw(_ rows: [[PictureLegend.Item]], _ clocks: [String], top: Int, _ pen: inout SVGPen) {
        var y = top
        pen.line("<g>")
        for row in rows {
            var x = Self.margin
            for item in row {
                pen.sample(item.sample, x: x, middle: y + 7)
                pen.line(
                    "<text class=\"q\" x=\"\(x + PictureLegend.sampleWidth)\" y=\"\(y + 11)\">"
                        + "\(XMLText.content(item.text))</text>"
                )
                x += item.width
            }
            y += PictureLegend.rowHeight
        }
        for clock in clocks {
            pen.line(
                "<text class=\"c\" x=\"\(Self.margin)\" y=\"\(y + 13)\">\(XMLText.content(clock))</text>"
            )
            y += 15
        }
        pen.line("</g>")
    }
}

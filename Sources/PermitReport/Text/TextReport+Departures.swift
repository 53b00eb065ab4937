internal import PermitMetrics

extension TextReport {
    /// Where the log departs from the law, the commonest departures with a place in the file.
    mutating func writeDepartures() {
        guard let conformance = report.permits.conformance, conformance.cases > 0 else { return }
        page.heading(pick("Where it departs from the law", "Penyimpangan dari aturan"))
        page.paragraph(
            say(
                "{0} of {1#permit follows its|permits follow their} workflow ({2}).",
                "{0} dari {1#} izin mengikuti alur ({2}).",
                .count(conformance.fitting),
                .count(conformance.cases),
                .text(language.percent(conformance.fitting, of: conformance.cases))
            )
        )
        write(kinds: conformance.deviations)
        for example in report.deviations.prefix(8) { write(example) }
    }

    private mutating func write(kinds: [PermitFigures.DeviationCount]) {
        guard !kinds.isEmpty else { return }
        page.line()
        var table = TextTable([.number(), .name("")])
        for kind in kinds { table.append([language.count(kind.count), words.deviation(kind.kind)]) }
        page.table(table)
    }

    private mutating func write(_ example: DeviationExample) {
        page.line()
        page.paragraph(title(of: example), lead: language.count(example.count) + " x ")
        if !example.skipped.isEmpty {
            let titles = example.skippedTitles + Array(repeating: [:], count: example.skipped.count)
            let path = zip(example.skipped, titles)
                .map { Gap.name(words.title($1, of: $0)).text(in: language) }
                .joined(separator: " > ")
            page.paragraph(say("skipped: {0}", "yang dilewati: {0}", .text(path)), indent: 6)
        }
        let place = say("first at {0}", "pertama di {0}", .text(example.firstPosition))
        let legal = example.legal.map { "; " + $0 } ?? ""
        page.paragraph(place + legal, indent: 6)
    }

    private func title(of example: DeviationExample) -> String {
        let kind = words.deviation(example.kind)
        let subject = example.activity.isEmpty ? example.subject ?? "" : example.activity
        let workflow = report.workflows.count > 1 ? " (\(example.workflow))" : ""
        guard !subject.isEmpty else { return kind + workflow }
        guard let state = example.state else {
            return say("\"{0}\": {1}", "\"{0}\": {1}", .name(subject), .text(kind))
        }
        return say(
            "\"{0}\" in the state \"{1}\": {2}{3}",
            "\"{0}\" pada tahap \"{1}\": {2}{3}",
            .name(subject),
            .name(words.title(example.stateTitle, of: state)),
            .text(kind),
            .text(workflow)
        )
    }
}

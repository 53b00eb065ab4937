#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitMetrics

/// Which permits of a log are counted; a permit must pass all of them.
struct FilterOptions: ParsableArguments {
    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            "Only permits with this value; also !=, <, <=, >, >=, \"key in a,b\", \"key is empty\"; may be repeated.",
            valueName: "key=value"
        )
    )
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp("Only permits that begin with one of these.", valueName: "activity[,activity]")
    )
    var start: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only permits whose last event before the cut is one of these.",
            valueName: "activity[,activity]"
        )
    )
    var end: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only permits with one of these; repeated, with each.",
            valueName: "activity[,activity]"
        )
    )
    var has: [String] = []

    @Option(help: ArgumentHelp("Only permits with none of these.", valueName: "activity[,activity]"))
    var hasNot: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only permits in which B follows A directly (\"A -> B\") or some time later (\"A ->> B\").",
            valueName: "path"
        )
    )
    var path: [String] = []

    @Option(
        help: ArgumentHelp(
            "Only permits that last so long from first to last event, such as 10d..30d; units s, h, d, wd.",
            valueName: "shortest..longest"
        )
    )
    var duration: String?

    @Option(
        help: ArgumentHelp(
            "Only permits in this time, such as 2019-01-01..2020-01-01, the last excluded; see --window.",
            valueName: "from..until"
        )
    )
    var timeWindow: String?

    @Option(
        help: ArgumentHelp(
            "How they lie in it: contained, intersecting, started, ended, or trimmed (default: contained).",
            valueName: "rule"
        )
    )
    var window: String?

    @Option(
        help: ArgumentHelp(
            "Only permits of the commonest sequences: those that are 80% of the permits, or the 10 commonest.",
            valueName: "80%|10"
        )
    )
    var variants: String?

    mutating func validate() throws {
        do throws(Diagnostics) {
            _ = try filters()
        } catch {
            throw ValidationError(error.all.map(\.message).joined(separator: "\n"))
        }
        if let window, PermitFilter.WindowRule(rawValue: window) == nil {
            let rules = PermitFilter.WindowRule.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--window is one of \(rules), not \"\(window)\"")
        }
        if window != nil, timeWindow == nil { throw ValidationError("--window goes with --time-window") }
    }

    /// The filters.
    func filters() throws(Diagnostics) -> [PermitFilter] {
        var all: [PermitFilter] = []
        if let timeWindow {
            let rule = window.flatMap { PermitFilter.WindowRule(rawValue: $0) } ?? .contained
            all.append(try .window(timeWindow, rule))
        }
        for text in conditions { all.append(try .condition(text)) }
        all += start.map { .start($0) } + end.map { .end($0) } + has.map { .has($0) }
        all += hasNot.map { .hasNot($0) }
        for text in path { all.append(try .path(text)) }
        if let duration { all.append(try .duration(duration)) }
        if let variants { all.append(try .variants(variants)) }
        return all
    }

    /// The option of a filter that was given, whichever comes first; nil where none was.
    var given: String? {
        let options = [
            ("--where", conditions.first), ("--start", start.first), ("--end", end.first),
            ("--has", has.first),
            ("--has-not", hasNot.first), ("--path", path.first), ("--duration", duration),
            ("--time-window", timeWindow), ("--window", window), ("--variants", variants),
        ]
        return options.first { $0.1 != nil }?.0
    }
}
#endif

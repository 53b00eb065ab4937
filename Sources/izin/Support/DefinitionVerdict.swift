import PermitDocuments
import PermitFiles
import PermitLog
import PermitWorkflow
import WorkingTime

/// What `check` says of one file.
struct DefinitionVerdict {
    /// Everything that was found.
    let diagnostics: [Diagnostic]
    /// The lines to print, each ended.
    let text: String

    private static let kinds = [
        "workflow", "profile", "regimes", "vocabulary", "calendar", "limits", "laws", "journeys",
    ]

    /// Whether the file cannot be used.
    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// Reads a file and judges it.
    init(_ path: String, _ library: Library) {
        let (summary, found) = Self.judge(path, library)
        diagnostics = found
        let faults = found.map { "\($0)\n" }.joined()
        let isUsable = !found.contains { $0.severity == .error }
        text = faults + (isUsable ? summary.map { "\(path): \($0)\n" } ?? "" : "")
    }

    private static func judge(_ path: String, _ library: Library) -> (String?, [Diagnostic]) {
        let node: DocumentNode
        do {
            node = try DocumentFiles.read(path: path)
        } catch let fault as Diagnostic {
            return (nil, [fault])
        } catch {
            return (nil, [Diagnostic(.error, "\(error)")])
        }
        switch kinds.first(where: { node[$0] != nil }) {
        case "workflow":
            let (definition, faults) = Definition.read(node)
            return (definition.map(\.summary), faults + (definition.map { Definition.check($0) } ?? []))
        case "regimes":
            let (regimes, faults) = Regimes.read(node)
            return (regimes.map { "regimes, \($0.families.count) families, \($0.rules.count) rules" }, faults)
        case "vocabulary":
            let (vocabulary, faults) = Vocabulary.read(node)
            return (vocabulary.map { "vocabulary \($0.name), \($0.terms.count) terms" }, faults)
        case "profile":
            let (profile, faults) = Profile.read(node)
            return (profile.map(\.summary), faults)
        case "calendar":
            let (calendar, faults) = CalendarDefinition.read(node, base: { library.calendar(named: $0) })
            return (calendar.map(\.summary), faults)
        case "limits":
            let (table, faults) = LimitTable.read(node)
            return (table.map(\.summary), faults)
        case "laws":
            let (laws, faults) = Laws.read(node)
            return (laws.map { "laws, \($0.laws.count) of them" }, faults)
        case "journeys":
            let (journeys, faults) = Journeys.read(node)
            return (journeys.map { "journeys \($0.name) by \($0.by), \($0.links.count) links" }, faults)
        default:
            let kinds = Suggestion.list(kinds)
            return (nil, [Diagnostic(.error, "a definition has one of the keys \(kinds)", at: node.position)])
        }
    }
}

extension Definition {
    /// The workflow in a line with its size, and a line for each limit: the number, the article, how sure it is, whose
    /// duty it is and what the law does when it runs out.
    fileprivate var summary: String {
        let counts =
            "workflow \(name), \(states.count) states, \(actions.count) actions, "
            + (clocks.count == 1 ? "1 clock" : "\(clocks.count) clocks")
        let width = clocks.map(\.name.text.count).max() ?? 0
        return counts + clocks.map { "\n    " + line(of: $0, width: width) }.joined()
    }

    private func line(of clock: Clock, width: Int) -> String {
        let padding = String(repeating: " ", count: width - clock.name.text.count)
        let mark = clock.limit.mark.map { ", " + $0.rawValue } ?? ""
        let duty = clock.binds == .office ? "" : ", binds \(clock.binds.rawValue)"
        let expiry = clock.onExpiry.map { expiry in
            let source = [expiry.legal, expiry.mark?.rawValue].compactMap(\.self).joined(separator: ", ")
            return "; then \(expiry.action)" + (source.isEmpty ? "" : " (\(source))")
        }
        return "\(clock.name)\(padding)  \(words(clock.limit)) (\(clock.limit.legal ?? legal)\(mark))"
            + duty + (expiry ?? "")
    }

    private func words(_ limit: ClockLimit) -> String {
        let number =
            switch limit.amount {
            case .number(let number): words(number)
            case .table(let name, let by):
                "by \(by.map(\.text).joined(separator: " and ")) (table \(name)) in"
            }
        return number + " " + words(limit.unit)
    }

    private func words(_ choice: Choice) -> String {
        switch choice {
        case .fixed(let value): return value
        case .setting(let name):
            let standard = settings.first { $0.name == name }?.standard ?? "?"
            return "\(standard) (setting \(name))"
        }
    }
}

extension LimitTable {
    fileprivate var summary: String {
        let mark = mark.map { ", " + $0.rawValue } ?? ""
        let example = isExample ? "an example, " : ""
        let keys = keys.map(\.text).joined(separator: ", ")
        return
            "limit table \(name), \(example)\(rows.count) rows by \(keys) in \(unit.rawValue) (\(legal)\(mark))"
    }
}

extension Profile {
    fileprivate var summary: String {
        "profile \(name), \(match.count) columns to match, \(facts.count) facts, \(vocabulary.count) words"
    }
}

extension CalendarDefinition {
    fileprivate var summary: String {
        let mark = mark.isEmpty ? "" : ", " + mark
        return "calendar \(name), \(years.lowerBound)-\(years.upperBound), \(holidays.count) days off\(mark)"
    }
}

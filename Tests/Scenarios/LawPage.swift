import PermitWorkflow
import WorkingTime

/// The page of the documentation that lists every limit of the bundled workflows, made from the definitions.
struct LawPage {
    let library: Library

    var text: String {
        let families = library.regimes.families.sorted { order($0) < order($1) }
        return Self.head + families.map(section).joined(separator: "\n") + successors + laws
    }

    private static let head = """
        # The Law in Files

        Every limit of the bundled workflows, with its article and how sure the source is.

        This page is made from the definitions in `Workflows/`. Marks: **S** read in its own text, **S2** read second-hand,
        **M** from memory, **U** uncertain. A limit or default marked **U** is a reading, and a setting where it moves a
        figure (`izin replay --set workflow.setting=value`). The duty is the office's unless another desk is named.


        """

    /// Families in the order of their first rule.
    private func order(_ family: Regimes.Family) -> Int {
        library.regimes.rules.firstIndex { $0.family == family.name } ?? .max
    }

    private func section(_ family: Regimes.Family) -> String {
        var seen: Set<String> = []
        let names = library.regimes.rules.filter { $0.family == family.name }.map(\.workflow.text)
            .filter { seen.insert($0).inserted }
        let title = family.title["en"] ?? family.name.text
        return "## \(title)\n\n"
            + names.compactMap { library.definition(named: $0) }.map(part).joined(separator: "\n")
    }

    /// Workflows that no rule chooses because they succeed another.
    private var successors: String {
        let ruled = Set(library.regimes.rules.map(\.workflow.text))
        let others = library.definitions.filter { !ruled.contains($0.name.text) }
        if others.isEmpty { return "" }
        return "\n## After a permit was granted\n\n" + others.map(part).joined(separator: "\n")
    }

    private func part(_ definition: Definition) -> String {
        var lines = [
            "### \(definition.name)", "", "\(definition.title["en"] ?? "") (\(definition.legal))", "",
        ]
        if definition.clocks.isEmpty {
            lines += ["No limit in days is declared.", ""]
        } else {
            lines += [
                "| limit | how long | starts | when it runs out | article | mark |",
                "|---|---|---|---|---|---|",
            ]
            lines += definition.clocks.map { row($0, definition) } + [""]
        }
        if !definition.settings.isEmpty {
            lines += ["| setting | default | mark | why |", "|---|---|---|---|"]
            lines += definition.settings.map { setting in
                cells([
                    "`\(setting.name)`", setting.standard, setting.mark?.rawValue ?? "",
                    setting.note["en"] ?? "",
                ])
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ clock: Definition.Clock, _ definition: Definition) -> String {
        let duty = clock.binds == .office ? "" : " (\(clock.binds.rawValue.replacing("_", with: " ")))"
        let expiry = clock.onExpiry.map { expiry in
            let mark = expiry.mark.map { ", \($0.rawValue)" } ?? ""
            return "\(title(ofAction: expiry.action, definition)) (\(expiry.legal ?? "")\(mark))"
        }
        return cells([
            (clock.title["en"] ?? clock.name.text) + duty, length(clock, definition),
            starts(clock, definition),
            expiry ?? "", clock.limit.legal ?? "", clock.limit.mark?.rawValue ?? "",
        ])
    }

    private func length(_ clock: Definition.Clock, _ definition: Definition) -> String {
        let unit = value(clock.limit.unit, definition).replacing("_", with: " ")
        switch clock.limit.amount {
        case .number(let number): return "\(value(number, definition)) \(unit)"
        case .table(let name, let by):
            return "\(unit) by \(by.map(\.text).joined(separator: " and ")), table `\(name)`"
        }
    }

    private func starts(_ clock: Definition.Clock, _ definition: Definition) -> String {
        let actions = clock.starts.at.map { title(ofAction: $0, definition) }
        let states = clock.starts.enters.map { name in
            definition.states.first { $0.name == name }?.title["en"] ?? name.text
        }
        return (actions + states).joined(separator: " or ")
    }

    private func value(_ choice: Definition.Choice, _ definition: Definition) -> String {
        switch choice {
        case .fixed(let value): value
        case .setting(let name):
            "\(definition.settings.first { $0.name == name }?.standard ?? "") (setting `\(name)`)"
        }
    }

    private func title(ofAction name: Name, _ definition: Definition) -> String {
        definition.actions.first { $0.name == name }?.title["en"] ?? name.text
    }

    private var laws: String {
        var lines = [
            "", "## Laws and decrees", "", "| cited as | in force | goes on in | mark |", "|---|---|---|---|",
        ]
        for law in library.laws.laws {
            let range = "\(law.from?.description ?? "?") .. \(law.until?.description ?? "")"
            let next = [law.continuedBy, law.replacedBy].compactMap(\.self).first
                .flatMap { library.laws.law(named: $0.text)?.cite }
            let title = law.title["en"].map { " (\($0))" } ?? ""
            lines.append(cells([law.cite + title, range, next ?? "", law.mark?.rawValue ?? ""]))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func cells(_ texts: [String]) -> String {
        "| " + texts.map { $0.replacing("|", with: "/") }.joined(separator: " | ") + " |"
    }
}

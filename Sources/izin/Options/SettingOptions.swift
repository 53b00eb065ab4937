#if CommandLine
import ArgumentParser
import PermitDocuments
import PermitWorkflow

/// Values for the settings of workflows.
struct SettingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A setting of a workflow, such as madiun-iui-tdi-2017.limit_unit=calendar_days, or of the regimes; may be repeated.",
            valueName: "workflow.setting=value"
        )
    )
    var set: [String] = []

    @Option(
        help: ArgumentHelp(
            "A table of limits in the place of the bundled one of its name; may be repeated.",
            valueName: "file"
        )
    )
    var limits: [String] = []

    mutating func validate() throws {
        for text in set where Self.parse(text) == nil {
            throw ValidationError("--set is workflow.setting=value, not \"\(text)\"")
        }
    }

    /// The bundled definitions with the tables and the days that were given.
    ///
    /// - Parameter others: Workflows besides the bundled ones that may use a table.
    /// - Returns: The library.
    /// - Throws: A table that no workflow uses, or a file or a setting that is wrong.
    func library(with others: [Definition] = []) throws(Failure) -> Library {
        var library = try Definitions.library()
        if let days = parsed["regimes"] {
            let before = library
            library = try Definitions.checked { () throws(Diagnostics) in try before.settingRegimes(days) }
        }
        for path in limits {
            let table = try Definitions.limitTable(file: path, of: library.definitions + others)
            library = library.replacing(table)
        }
        return library
    }

    /// The values by workflow and setting.
    var byWorkflow: [String: [String: String]] { parsed.filter { $0.key != "regimes" } }

    private var parsed: [String: [String: String]] {
        var settings: [String: [String: String]] = [:]
        for text in set {
            guard let parsed = Self.parse(text) else { continue }
            settings[parsed.workflow, default: [:]][parsed.setting] = parsed.value
        }
        return settings
    }

    private static func parse(_ text: String) -> (workflow: String, setting: String, value: String)? {
        guard let equals = text.firstIndex(of: "="), let dot = text[..<equals].lastIndex(of: ".") else {
            return nil
        }
        let workflow = text[..<dot]
        let setting = text[text.index(after: dot)..<equals]
        let value = text[text.index(after: equals)...]
        guard !workflow.isEmpty, !setting.isEmpty, !value.isEmpty else { return nil }
        return (String(workflow), String(setting), String(value))
    }
}
#endif

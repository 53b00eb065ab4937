#if CommandLine
import ArgumentParser

/// Values for the settings of workflows.
struct SettingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A setting of a workflow, such as madiun-iui-tdi-2017.limit_unit=calendar_days; may be repeated.",
            valueName: "workflow.setting=value"
        )
    )
    var set: [String] = []

    mutating func validate() throws {
        for text in set where Self.parse(text) == nil {
            throw ValidationError("--set is workflow.setting=value, not \"\(text)\"")
        }
    }

    /// The values by workflow and setting.
    var byWorkflow: [String: [String: String]] {
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

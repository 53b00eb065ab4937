public import PermitDocuments

extension Workflow {
    /// Compiles a definition.
    ///
    /// - Parameters:
    ///   - definition: The definition.
    ///   - settings: Values by the setting's name, for those that should not keep their default.
    ///   - tables: The limit tables; a clock whose table is not among them measures nothing.
    ///   - digest: The digest of the definition's canonical JSON, computed by the caller, which permits pin.
    /// - Returns: The workflow, the same for the same definition and settings.
    /// - Throws: Every fault that the check finds, when one of them is an error.
    public static func compile(
        _ definition: Definition,
        settings: [String: String] = [:],
        tables: [LimitTable] = [],
        digest: String? = nil
    ) throws(Diagnostics) -> Workflow {
        let found =
            Definition.check(definition, settings: settings) + definition.faults(against: tables)
        if found.contains(where: { $0.severity == .error }) { throw Diagnostics(found) }
        let compiler = WorkflowCompiler(definition, settings: settings, tables: tables)
        return Workflow(definition: definition, digest: digest, parts: compiler)
    }
}

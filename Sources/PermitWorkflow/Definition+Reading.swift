public import PermitDocuments

extension Definition {
    /// Reads a definition from a document.
    ///
    /// Only the shape is judged here; `check` judges whether the rules make sense together.
    ///
    /// - Parameter node: The document, from YAML or from compiled JSON.
    /// - Returns: The definition, nil when any diagnostic is an error, and all that was found.
    public static func read(_ node: DocumentNode) -> (definition: Definition?, diagnostics: [Diagnostic]) {
        var reader = DefinitionReader()
        let definition = reader.definition(node)
        return (definition, reader.reading.diagnostics)
    }

    /// Reads a definition from its compiled JSON.
    public static func read(
        json text: String,
        file: String
    ) -> (definition: Definition?, diagnostics: [Diagnostic]) {
        do {
            return read(try JSONParser.parse(text, file: file))
        } catch {
            return (nil, [error])
        }
    }
}

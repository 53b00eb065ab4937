public import PermitDocuments

/// Documents out of files: YAML where the trait YAML is on, JSON always.
public enum DocumentFiles {
    /// Reads a document.
    ///
    /// - Parameter path: A file that ends in `.yaml`, `.yml` or `.json`.
    /// - Returns: The document, with places that name the path as given.
    /// - Throws: `FileSystemError` when the file cannot be read, `Diagnostic` at the first place that is not the format.
    public static func read(path: String) throws -> DocumentNode {
        let bytes = try FileSystem.read(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Diagnostic(.error, "not UTF-8 text", at: SourcePosition(file: path, line: 1, column: 1))
        }
        return try read(text, file: path)
    }

    /// Reads a document from its text; the file's name tells the format.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - file: The name that places carry, ending in `.yaml`, `.yml` or `.json`.
    /// - Returns: The document.
    /// - Throws: A diagnostic at the first place that is not the format.
    public static func read(_ text: String, file: String) throws(Diagnostic) -> DocumentNode {
        if file.hasSuffix(".json") { return try JSONParser.parse(text, file: file) }
        if isYAML(file) { return try YAMLDocument.parse(text, file: file) }
        throw Diagnostic(
            .error,
            "a document ends in .yaml, .yml or .json",
            at: SourcePosition(file: file, line: 1, column: 1)
        )
    }

    /// Whether a file's name says that it is YAML.
    static func isYAML(_ file: String) -> Bool { file.hasSuffix(".yaml") || file.hasSuffix(".yml") }
}

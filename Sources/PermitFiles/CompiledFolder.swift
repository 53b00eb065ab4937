public import PermitDocuments
internal import PermitWorkflow
internal import WorkingTime

/// What a folder of definitions compiles to, in memory: `izin compile` writes it, a test compares it.
public struct CompiledFolder: Sendable {
    /// A file of the result.
    public struct File: Hashable, Sendable {
        /// The path below the folder of definitions.
        public var path: String
        /// The text.
        public var text: String
    }

    /// The canonical JSON of every definition, sorted by path.
    public private(set) var definitions: [File] = []
    /// The C table that embeds them.
    public var bundle: File {
        File(path: "bundle.c", text: Self.bundleText(definitions.map(\.path) + [Self.digestsPath]))
    }
    /// Everything that was found in the definitions, in the order of their paths.
    public private(set) var diagnostics: [Diagnostic] = []

    /// Whether any diagnostic is an error, so that nothing should be written.
    public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

    /// The digests of the compiled definitions as `sha256sum` prints them; nil in a build without digests.
    public var digests: File? {
        guard Digest.isAvailable else { return nil }
        let lines = definitions.map { file in
            "\(Digest.sha256(Array(file.text.utf8)) ?? "")  \(file.path.dropFirst(Self.folderName.utf8.count + 1))\n"
        }
        return File(path: Self.digestsPath, text: lines.joined())
    }

    /// The folder of compiled files below the folder of definitions.
    static let folderName = "Compiled"
    /// The file of their digests, which is embedded too: a build without digests still knows them.
    private static let digestsPath = folderName + "/SHA256SUMS"

    /// Reads and compiles every YAML file of a folder of definitions.
    ///
    /// - Parameter folder: The folder, such as `Workflows`.
    /// - Throws: `FileSystemError` when the folder cannot be read. Faults in files are diagnostics.
    public init(of folder: String) throws {
        var documents: [(path: String, node: DocumentNode)] = []
        for path in try Self.yamlFiles(in: folder, below: "") {
            do {
                documents.append((path, try DocumentFiles.read(path: folder + "/" + path)))
            } catch let error as Diagnostic {
                diagnostics.append(error)
            }
        }
        var compiler = DefinitionsCompiler(documents)
        for (path, node) in documents {
            guard let json = compiler.compile(node) else { continue }
            let stem = path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)
            definitions.append(File(path: "\(Self.folderName)/\(stem).json", text: json.canonical + "\n"))
        }
        compiler.checkTogether()
        diagnostics += compiler.diagnostics
        definitions.sort { $0.path < $1.path }
    }

    /// Writes the compiled files, the digests and the C table, and removes compiled files without a source.
    ///
    /// - Parameter folder: The folder of definitions.
    /// - Returns: The paths whose text changed, below the folder.
    /// - Throws: `FileSystemError` when a file cannot be written.
    public func write(to folder: String) throws -> [String] {
        precondition(
            !hasErrors,
            "faulty definitions must not be written; the caller prints the diagnostics instead"
        )
        var changed: [String] = []
        let files = definitions + [bundle] + (digests.map { [$0] } ?? [])
        for file in files {
            let path = folder + "/" + file.path
            let bytes = Array(file.text.utf8)
            if let before = try? FileSystem.read(path), before == bytes { continue }
            if let slash = path.lastIndex(of: "/") { try FileSystem.createFolder(String(path[..<slash])) }
            try FileSystem.write(bytes, to: path)
            changed.append(file.path)
        }
        for path in try orphans(in: folder) {
            try FileSystem.remove(folder + "/" + path)
            changed.append(path)
        }
        return changed
    }

    /// The paths below a folder whose file differs from this result or is missing or too much.
    ///
    /// - Parameter folder: The folder of definitions.
    /// - Returns: The paths, sorted; empty when everything is in step.
    /// - Throws: `FileSystemError` when the folder cannot be read.
    public func differences(from folder: String) throws -> [String] {
        let files = definitions + [bundle] + (digests.map { [$0] } ?? [])
        let differing = files.filter { file in
            (try? FileSystem.read(folder + "/" + file.path)) != Array(file.text.utf8)
        }
        return (differing.map(\.path) + (try orphans(in: folder))).sorted()
    }

    /// Compiled files that no definition stands behind.
    private func orphans(in folder: String) throws(FileSystemError) -> [String] {
        guard FileSystem.isFolder(folder + "/" + Self.folderName) else { return [] }
        let known = Set(definitions.map(\.path))
        return try Self.files(in: folder, below: Self.folderName)
            .filter { $0.hasSuffix(".json") && !known.contains($0) }
    }

    private static func yamlFiles(in folder: String, below: String) throws(FileSystemError) -> [String] {
        try files(in: folder, below: below)
            .filter { DocumentFiles.isYAML($0) && !$0.hasPrefix(folderName + "/") }
    }

    private static func files(in folder: String, below: String) throws(FileSystemError) -> [String] {
        var paths: [String] = []
        for entry in try FileSystem.list(below.isEmpty ? folder : folder + "/" + below) {
            let path = below.isEmpty ? entry.name : below + "/" + entry.name
            paths += entry.isFolder ? try files(in: folder, below: path) : [path]
        }
        return paths.sorted()
    }

    private static func bundleText(_ paths: [String]) -> String {
        let arrays = paths.enumerated()
            .map { index, path in
                "static const unsigned char file_\(index)[] = {\n#embed \"\(path)\"\n};\n"
            }
        let entries = paths.enumerated()
            .map { index, path in
                "    {\"\(path.dropFirst(folderName.utf8.count + 1))\", file_\(index), sizeof file_\(index)},\n"
            }
        return """
            // Written by `izin compile`: every file of Compiled/, in the order of its path.
            #include "CWorkflows.h"

            #if defined(__clang__)
            #pragma clang diagnostic ignored "-Wc23-extensions"
            #endif

            \(arrays.joined())
            static const struct izin_bundle_entry entries[] = {
            \(paths.isEmpty ? "    {\"\", 0, 0},\n" : entries.joined())};

            size_t izin_bundle_count(void) { return sizeof entries / sizeof entries[0]; }
            struct izin_bundle_entry izin_bundle_at(size_t index) { return entries[index]; }

            """
    }
}

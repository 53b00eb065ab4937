/// The files of definitions that a command line names.
public enum DefinitionPaths {
    /// A file itself; of a folder every YAML file in it and below, sorted, compiled ones left out.
    ///
    /// - Parameter path: A file or a folder.
    /// - Returns: The paths, those of a folder with the folder's name before them.
    /// - Throws: `FileSystemError` when the folder cannot be read.
    public static func files(at path: String) throws(FileSystemError) -> [String] {
        guard FileSystem.isFolder(path) else { return [path] }
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return try below(folder)
    }

    /// Whether a path names a folder.
    public static func isFolder(_ path: String) -> Bool { FileSystem.isFolder(path) }

    private static func below(_ folder: String) throws(FileSystemError) -> [String] {
        var paths: [String] = []
        for entry in try FileSystem.list(folder) where entry.name != CompiledFolder.folderName {
            let path = folder + "/" + entry.name
            if entry.isFolder {
                paths += try below(path)
            } else if DocumentFiles.isYAML(path) {
                paths.append(path)
            }
        }
        return paths
    }
}

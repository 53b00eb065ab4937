import PermitFiles

extension Definitions {
    /// The definition files that an argument names.
    static func files(at path: String) throws(Failure) -> [String] {
        let files = try written { try DefinitionPaths.files(at: path) }
        if files.isEmpty { throw Failure(.usage, "\(path) holds no .yaml file") }
        return files
    }

    /// What a folder of definitions compiles to.
    static func folder(_ path: String) throws(Failure) -> CompiledFolder {
        try written { try CompiledFolder(of: path) }
    }

    /// What files gave or took, or why the system refused.
    static func written<Value>(_ work: () throws -> Value) throws(Failure) -> Value {
        do {
            return try work()
        } catch {
            throw Failure(.usage, "\(error)")
        }
    }
}

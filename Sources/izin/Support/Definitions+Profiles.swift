import PermitDocuments
import PermitLog

extension Definitions {
    /// The profiles that the binary carries, by name.
    static func profiles() throws(Failure) -> [Profile] {
        var profiles: [Profile] = []
        for path in EmbeddedFiles.paths where path.hasPrefix("Profiles/") {
            profiles.append(try bundledProfile(path))
        }
        return profiles.sorted { $0.name < $1.name }
    }

    /// A profile by bundled name or by file.
    static func profile(_ name: String) throws(Failure) -> Profile {
        if isPath(name) { return try unless(Profile.read(try document(name))) }
        let known = try profiles()
        if let profile = known.first(where: { $0.name == name }) { return profile }
        let hint = Suggestion.phrase(for: name, among: known.map(\.name))
        throw Failure(.usage, "unknown profile \"\(name)\"; \(hint), or a file that ends in .yaml or .json")
    }

    private static func bundledProfile(_ path: String) throws(Failure) -> Profile {
        let node: DocumentNode
        do throws(Diagnostic) {
            node = try JSONParser.parse(EmbeddedFiles.text(path) ?? "", file: path)
        } catch {
            throw Failure(.internal, error.description)
        }
        return try unless(Profile.read(node))
    }
}

import Glibc
import PermitDocuments
import PermitFiles
import TestSupport
import Testing

#if YAML
@Suite("The compiled definitions")
struct CompiledFolderTests {
    /// The folder of definitions of this package.
    static let folder = PackageFiles.path("Workflows")

    @Test("have no fault")
    func faultless() throws {
        let diagnostics = try CompiledFolder(of: Self.folder).diagnostics.map(\.description)
        #expect(diagnostics == [])
    }

    @Test("are in step with their sources; UPDATE_COMPILED=1 writes them and fails that run")
    func inStep() throws {
        let compiled = try CompiledFolder(of: Self.folder)
        let differences = try compiled.differences(from: Self.folder)
        #expect(differences == [])
        if getenv("UPDATE_COMPILED") != nil, !compiled.hasErrors { _ = try compiled.write(to: Self.folder) }
    }
}
#endif

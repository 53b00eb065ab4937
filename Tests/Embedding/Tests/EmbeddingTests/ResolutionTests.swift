import Foundation
import Testing

@Suite("Resolving Izin without traits")
struct ResolutionTests {
    @Test("fetches Izin and nothing else")
    func alone() throws {
        // The scratch folder above the running tests holds what was resolved.
        var folder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        while !FileManager.default.fileExists(atPath: Self.state(in: folder).path), folder.path != "/" {
            folder.deleteLastPathComponent()
        }
        let state = try Data(contentsOf: Self.state(in: folder))
        let root = try JSONSerialization.jsonObject(with: state) as? [String: Any]
        let object = root?["object"] as? [String: Any]
        let dependencies = try #require(object?["dependencies"] as? [[String: Any]])
        let names = dependencies.map { ($0["packageRef"] as? [String: Any])?["name"] as? String }
        #expect(names == ["izin"])
    }

    private static func state(in folder: URL) -> URL { folder.appending(path: "workspace-state.json") }
}

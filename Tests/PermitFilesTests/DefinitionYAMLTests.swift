import PermitDocuments
import PermitFiles
import PermitWorkflow
import Testing

#if YAML
@Suite("A definition written as YAML")
struct DefinitionYAMLTests {
    private static let shipped = (try? Library.embedded().definitions) ?? []

    @Test("is read back as it was", arguments: shipped)
    func roundTrip(definition: Definition) throws {
        let text = definition.yaml(notes: ["Written again.", "", "Two\nlines: here"])
        let (read, diagnostics) = Definition.read(try DocumentFiles.read(text, file: "written.yaml"))
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        #expect(read == definition)
        #expect(read?.json.canonical == definition.json.canonical)
        #expect(text.hasPrefix("# Written again.\n#\n# Two lines: here\nworkflow: "))
    }

    @Test("is read back as it was when it comes from DIGIT")
    func digit() throws {
        let options = DIGITDefinition.Options(
            escalation: try JSONParser.parse(DIGITExample.escalation, file: "escalation.json")
        )
        let conversion = try #require(try DIGITExample.convert(DIGITExample.json, options).conversions.first)
        let definition = try #require(conversion.definition)
        let notes = conversion.diagnostics.map(\.message)
        let node = try DocumentFiles.read(definition.yaml(notes: notes), file: "written.yaml")
        #expect(Definition.read(node).definition == definition)
    }

    @Test("quotes what other readers would take for a number, a flag or nothing")
    func quotes() {
        let definition = Definition(
            name: "small",
            title: ["en": "yes", "id": "It's: \"x\" # y"],
            legal: "null",
            settings: [.init(name: "days", standard: "5", accepts: ["true", "5"])],
            roles: [.init(name: "on", holder: .office)],
            states: [.init(name: "begin", isInitial: true, holder: .office)],
            actions: []
        )
        let text = definition.yaml()
        for part in [
            #"title: {en: "yes", id: "It's: \"x\" # y"}"#, #"legal: "null""#, #"roles: {"on": office}"#,
            #"days: {default: "5", accepts: ["true", "5"]}"#,
        ] {
            #expect(text.contains(part), "\(text)")
        }
    }
}
#endif

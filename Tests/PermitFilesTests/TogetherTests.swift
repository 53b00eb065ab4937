import Foundation
import PermitDocuments
import PermitFiles
import TestSupport
import Testing

#if YAML
@Suite("Definitions that speak of each other")
struct TogetherTests {
    private static let workflow = """
        workflow: NAME
        legal: PP 1/2000
        roles: {applicant: applicant}
        states:
          draft: {initial: true, holder: applicant}
          done: {outcome: issued}
        actions:
          submit: {from: draft, to: done, by: applicant, after: {AFTER: issued}}
        """
    private static let regimes = """
        regimes: id
        families: {f: {}}
        rules:
          - {family: f, workflow: one, when: {fact: permit_type, equals: one}}
          - {family: f, workflow: two, when: {fact: permit_type, equals: two}}
        """
    private static let journeys = """
        journeys: id
        by: project
        links:
          one: {when: {fact: permit_type, equals: one}}
          two: {when: {fact: permit_type, equals: two}}
        """

    private func found(_ files: [String: String]) throws -> [String] {
        let scratch = try Scratch()
        for (name, text) in files { _ = try scratch.file(name, text) }
        let folder = scratch.folder.path
        return try CompiledFolder(of: folder).diagnostics
            .map { String($0.description.dropFirst(folder.utf8.count + 1)) }
    }

    private func workflow(_ name: String, after link: String) -> String {
        Self.workflow.replacing("NAME", with: name).replacing("AFTER", with: link)
    }

    @Test("may wait for each other in one direction")
    func sound() throws {
        let files = [
            "one.yaml": workflow("one", after: "two"),
            "two.yaml": workflow("two", after: "x").replacing(", after: {x: issued}", with: ""),
            "regimes.yaml": Self.regimes, "journeys.yaml": Self.journeys,
        ]
        let found = try found(files)
        #expect(found == [])
    }

    @Test("are refused when permits wait for each other in a circle")
    func circle() throws {
        let files = [
            "one.yaml": workflow("one", after: "two"), "two.yaml": workflow("two", after: "one"),
            "regimes.yaml": Self.regimes, "journeys.yaml": Self.journeys,
        ]
        let found = try found(files)
        #expect(
            found == [
                #"one.yaml:1:11: error: family f: a circle among "after": one after two after one"#
            ]
        )
    }

    @Test("are refused when a link, a law, a table or a successor is not there")
    func unknown() throws {
        let files = [
            "one.yaml": workflow("one", after: "tow")
                .replacing("legal:", with: "succeeded_by: three\nlegal:"),
            "journeys.yaml": Self.journeys,
            "laws.yaml": "laws:\n  pp-1-2001: {cite: PP 1/2001}\n",
        ]
        let found = try found(files)
        #expect(
            found == [
                #"one.yaml:2:15: error: unknown workflow "three"; accepted: one"#,
                #"one.yaml:1:11: error: the source "PP 1/2000" begins with no known law; did you mean "PP 1/2001"?"#,
                #"one.yaml:9:3: error: unknown link "tow"; did you mean "two"?"#,
            ]
        )
    }
}
#endif

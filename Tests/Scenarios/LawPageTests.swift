import PermitWorkflow
import TestSupport
import Testing

@Suite("The page of the law")
struct LawPageTests {
    @Test("lists the limits of every bundled workflow as the definitions have them")
    func page() throws {
        let library = try Library.embedded()
        let text = LawPage(library: library).text
        for definition in library.definitions { #expect(text.contains("### \(definition.name)\n")) }
        let fault = GoldenFile.fault(of: text, at: "Sources/izin/Izin.docc/TheLaw.md")
        #expect(fault == nil, "\(fault ?? "")")
    }

    @Test("is made of limits that all have an article and a mark, by laws that are known")
    func sources() throws {
        let library = try Library.embedded()
        for definition in library.definitions {
            for clock in definition.clocks {
                let legal = try #require(clock.limit.legal, "\(definition.name).\(clock.name)")
                #expect(clock.limit.mark != nil, "\(definition.name).\(clock.name)")
                #expect(library.laws.unknownSources(of: legal) == [], "\(definition.name).\(clock.name)")
            }
            for action in definition.actions {
                #expect(
                    library.laws.unknownSources(of: action.legal ?? "") == [],
                    "\(definition.name).\(action.name)"
                )
            }
            #expect(library.laws.unknownSources(of: definition.legal) == [], "\(definition.name)")
        }
    }
}

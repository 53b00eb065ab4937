import PermitDocuments
import PermitWorkflow
import Testing
import WorkingTime

@Suite("The shipped library")
struct LibraryTests {
    @Test("compiles every workflow without a finding")
    func compiles() throws {
        let library = try Library.embedded()
        for family in ["pp-24-2018", "oss-rba-2021", "pp-28-2025"] {
            for permit in ["ukl-upl", "amdal", "slf", "supervision"] {
                #expect(library.definition(named: "\(family)-\(permit)") != nil)
            }
        }
        #expect(library.tables.count == 2 && library.journeys != nil && !library.laws.laws.isEmpty)
        for definition in library.definitions {
            #expect(Definition.check(definition).isEmpty)
            #expect(try library.workflow(named: definition.name.text).name == definition.name.text)
            #expect(definition.title["id"] != nil && definition.title["en"] != nil)
        }
        #expect(library.calendar(named: "id") != nil)
    }

    @Test("names every term of its workflows in the vocabulary")
    func terms() throws {
        let library = try Library.embedded()
        for action in library.definitions.flatMap(\.actions) {
            #expect(library.vocabulary.term(named: action.effectiveTerm) != nil, "\(action.effectiveTerm)")
        }
    }

    @Test(
        "knows the four clock verbs of OSS and the deemed approval by code",
        arguments: [
            ("41", "confirmation_asked", true), ("42", "confirmation_given", false),
            ("43", "reconfirmation_asked", true),
            ("44", "reconfirmation_given", false), ("57", "deemed_approved", false),
            ("11", "incomplete", true),
            ("46", "returned", true), ("47", "returned", true), ("50", "approved", false),
            ("90", "rejected", false),
        ]
    )
    func codes(code: String, name: String, returns: Bool) throws {
        let term = try #require(try Library.embedded().vocabulary.term(code: code))
        #expect(term.name.text == name)
        #expect(term.isReturn == returns)
        #expect(term.isDeemed == (code == "57"))
    }

    @Test("takes the digest of the compiled bytes, supplied by the caller")
    func digest() throws {
        let library = try Library.embedded()
        let workflow = try library.workflow(named: "pp-24-2018") { bytes in "\(bytes.count) bytes" }
        #expect(workflow.digest == library.canonicalTexts["pp-24-2018"].map { "\($0.utf8.count) bytes" })
        #expect(Permit(id: "1", workflow: workflow).workflowDigest == workflow.digest)
    }

    @Test("says which workflow was meant")
    func unknownWorkflow() throws {
        let library = try Library.embedded()
        let error = #expect(throws: Diagnostics.self) { try library.workflow(named: "pp-24-2019") }
        #expect(error?.all.first?.message == #"unknown workflow "pp-24-2019"; did you mean "pp-24-2018"?"#)
    }

    @Test(
        "lets a caller choose the unit of the city's five days",
        arguments: ["working_days", "calendar_days"]
    )
    func setting(unit: String) throws {
        let workflow = try Library.embedded()
            .workflow(named: "madiun-iui-tdi-2017", settings: ["limit_unit": unit])
        #expect(workflow.clocks[0].limit?.unit.rawValue == unit)
        #expect(workflow.clocks[0].limit?.amount == 5)
        #expect(workflow.settings[0].isDefault == (unit == "working_days"))
        #expect(workflow.settings[0].mark == .uncertain)
    }

    @Test(
        "gives the corrections of the applicant back as returns, and nothing else",
        arguments: [
            ("madiun-iui-tdi-2017", ["incomplete", "return"]),
            ("pp-24-2018", ["ask_correction", "ask_completion"]),
            ("receipt-phase", []),
        ]
    )
    func returns(name: String, actions: [String]) throws {
        let workflow = try Library.embedded().workflow(named: name)
        #expect(workflow.actions.filter(\.isReturn).map(\.name) == actions)
        for action in workflow.actions where action.isReturn {
            #expect(try Library.embedded().vocabulary.term(named: action.term)?.isReturn == true)
        }
    }

    @Test("tells the licence on commitment and the effective licence apart")
    func effective() throws {
        let workflow = try Library.embedded().workflow(named: "pp-24-2018")
        let onCommitment = try #require(workflow.state(named: "on_commitment"))
        let effective = try #require(workflow.state(named: "effective"))
        #expect(workflow.states[onCommitment].outcome == nil)
        #expect(workflow.states[effective].outcome == .issued)
    }
}

@Suite("The regimes")
struct RegimeTests {
    private func choose(
        _ text: String,
        _ facts: FactValues,
        family: String? = nil
    ) throws -> Regimes.Selection {
        let day: Day = try #require(Day(text))
        return try Library.embedded().regimes.selection(submitted: day, facts: facts, family: family)
    }

    @Test(
        "split at 9 July 2018 and end where OSS-RBA begins",
        arguments: [
            ("2017-03-28", nil), ("2017-03-29", "madiun-iui-tdi-2017"), ("2018-07-08", "madiun-iui-tdi-2017"),
            ("2018-07-09", "pp-24-2018"), ("2021-08-08", "pp-24-2018"), ("2021-08-09", nil),
        ]
    )
    func split(day: String, workflow: String?) throws {
        for type in ["iui", "tdi"] {
            let selection = try choose(day, ["permit_type": .text(type)])
            guard case .workflow(let name, _) = selection else {
                #expect(workflow == nil && selection == .none)
                continue
            }
            #expect(name == workflow)
        }
    }

    @Test("give a receipt its own workflow on any day")
    func receipt() throws {
        #expect(
            try choose("2011-01-01", ["permit_type": .text("wabo-receipt")])
                == .workflow("receipt-phase", family: "receipt")
        )
    }

    @Test("do not guess a missing fact or day")
    func unknown() throws {
        #expect(try choose("2018-01-01", [:]) == .unknown)
        let regimes = try Library.embedded().regimes
        #expect(regimes.selection(submitted: nil, facts: ["permit_type": .text("iui")]) == .unknown)
        #expect(regimes.selection(submitted: nil, facts: ["permit_type": .text("siup")]) == .none)
        #expect(regimes.factNames == ["permit_type", "risk"])
    }

    @Test("confined to a family need no fact, but heed one that says otherwise")
    func family() throws {
        #expect(
            try choose("2019-01-01", [:], family: "pp-24-2018")
                == .workflow("pp-24-2018", family: "pp-24-2018")
        )
        #expect(try choose("2019-01-01", ["permit_type": .text("siup")], family: "pp-24-2018") == .none)
        #expect(try choose("2019-01-01", [:], family: "local-standard") == .none)
    }
}

import Foundation
import TestSupport
import Testing

@Suite("The other commands", .enabled(if: Program.isComplete))
struct OtherCommandTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("check says one line for each clean definition of the package")
    func checkClean() throws {
        let run = try Program.izin("check", "Workflows", in: PackageFiles.root)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(run.output.contains("Workflows/pp-24-2018.yaml: workflow pp-24-2018"))
        #expect(run.output.contains("PP 24/2018 Pasal 52, S"))
        #expect(run.output.contains("Workflows/Profiles/receipt.yaml: profile receipt"))
        #expect(run.output.contains("Workflows/Calendars/id.yaml: calendar id, 2017-2026"))
    }

    @Test("check ends with 1 and names every fault with its place")
    func checkFaulty() throws {
        let yaml = """
            workflow: broken
            title: {en: Broken}
            legal: none
            roles: {clerk: ofice}
            states:
              begin: {initial: true, holder: office}
              end: {outcome: issued}
            actions:
              finish: {from: begin, to: ende, by: clerk, term: approved}

            """
        let file = try scratch.file("broken.yaml", yaml)
        let run = try Program.izin("check", file.path)
        #expect(run.status == 1)
        #expect(run.output.contains("broken.yaml:4:"))
        #expect(run.output.contains(": error: "))
    }

    @Test("compile writes nothing for faulty definitions and says what changed for good ones")
    func compile() throws {
        _ = try scratch.file("bad.yaml", "workflow: [")
        let bad = try Program.izin("compile", scratch.folder.path)
        #expect(bad.status == 1)
        #expect(try scratch.names == ["bad.yaml"])
    }

    @Test("calendar deadline counts over Lebaran 2025 with its ledger")
    func deadline() throws {
        let run = try Program.izin("calendar", "deadline", "2025-03-27", "--limit", "5wd")
        #expect(run.status == 0)
        let result = try json(run.output)
        #expect(result["deadline"] as? String == "2025-04-14")
        #expect(result["deadline_instant"] as? String == "2025-04-15T00:00:00+07:00")
        #expect(result["working_days"] as? Int == 5)
        #expect((result["ledger"] as? [Any])?.isEmpty == false)
    }

    @Test("calendar deadline waits in a pause and counts a first day")
    func pauses() throws {
        let paused = try Program.izin(
            "calendar",
            "deadline",
            "2025-01-06",
            "--limit",
            "2wd",
            "--pause",
            "2025-01-07T08:00/2025-01-09T08:00"
        )
        #expect(try json(paused.output)["deadline"] as? String == "2025-01-10")
        let first = try Program.izin("calendar", "deadline", "2025-01-06", "--limit", "2wd", "--first-day")
        #expect(try json(first.output)["deadline"] as? String == "2025-01-07")
    }

    @Test("calendar count follows the week and the joint leave that are asked for")
    func count() throws {
        let plain = try Program.izin("calendar", "count", "2025-01-03", "2025-01-06")
        #expect(try json(plain.output)["working_days"] as? Int == 1)
        let six = try Program.izin("calendar", "count", "2025-01-03", "2025-01-06", "--week", "6")
        #expect(try json(six.output)["working_days"] as? Int == 2)
    }

    @Test("schema prints a JSON Schema")
    func schema() throws {
        let run = try Program.izin("schema", "report")
        #expect(run.status == 0)
        #expect(try json(run.output)["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("draw knows Mermaid and PNML")
    func draw() throws {
        let mermaid = try Program.izin("draw", "pp-24-2018")
        #expect(mermaid.output.hasPrefix("stateDiagram-v2\n"))
        let net = try Program.izin(
            "draw",
            "receipt-phase",
            "--to",
            "pnml",
            "--profile",
            "receipt",
            "--silent-ends"
        )
        #expect(net.status == 0)
        #expect(net.output.contains("T02 Check confirmation of receipt"))
        let parser = XMLTreeCheck(net.output)
        #expect(parser.isWellFormed)
    }

    @Test("generate gives the same bytes for the same seed and others for another")
    func generate() throws {
        let one = try Program.izin("generate", "--permits", "60", "--seed", "5")
        let same = try Program.izin("generate", "--permits", "60", "--seed", "5")
        let other = try Program.izin("generate", "--permits", "60", "--seed", "6")
        #expect(one.status == 0 && !one.output.isEmpty)
        #expect(one.output == same.output)
        #expect(one.output != other.output)
    }

    @Test(
        "what generate wrote is replayed to the states and clocks that it knows",
        arguments: ["csv", "xes"],
        [("kota-contoh", "2021-08-09", "2021-08-08"), ("kota-contoh-oss", "2026-01-01", "2025-12-31")]
    )
    func roundTrip(form: String, city: (name: String, until: String, last: String)) throws {
        let log = scratch.folder.appendingPathComponent("city.\(form)").path
        let truth = scratch.folder.appendingPathComponent("truth.csv").path
        let cases = scratch.folder.appendingPathComponent("cases.csv").path
        let made = try Program.izin(
            "generate",
            "--city",
            city.name,
            "--permits",
            "400",
            "--seed",
            "3",
            "--until",
            city.until,
            "--output",
            log,
            "--account",
            truth
        )
        #expect(made.status == 0, "\(made.errors)")
        let run = try Program.izin(
            "replay",
            log,
            "--as-of",
            city.last,
            "--cases",
            cases,
            "--case-ids",
            "as-written"
        )
        #expect(run.status == 0, "\(run.errors)")
        let expected = try CSVTable(contentsOf: truth)
        let found = try CSVTable(contentsOf: cases)
        let findings = [
            "deemed_due_not_recorded", "decided_after_deemed_due", "lapse_due_not_recorded", "link_missing",
        ]
        // A project of which the export lacks a permit makes it a few rows fewer.
        #expect((380...400).contains(expected.rows.count))
        #expect(found.rows.count == expected.rows.count)
        for (name, row) in expected.rows {
            let other = try #require(found.rows[name], "\(name)")
            let values = expected.values(of: row)
            let differing = values.filter { key, value in
                key != "regime" && !findings.contains(key) && (found.value(key, of: other) ?? "") != value
            }
            #expect(differing.isEmpty, "\(name): \(differing)")
            let noted = found.value("deviations", of: other)?.split(separator: " ") ?? []
            for finding in findings {
                #expect(values[finding] == String(noted.count { $0 == finding }), "\(name): \(finding)")
            }
        }
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}

@Suite("The help of izin", .enabled(if: Program.isComplete))
struct HelpTests {
    @Test(
        "reads as its golden file",
        arguments: [
            "", "replay", "inspect", "compare", "check", "compile", "draw", "calendar", "calendar deadline",
            "calendar count",
            "generate", "schema", "convert-definition",
        ]
    )
    func help(command: String) throws {
        let words = command.split(separator: " ").map(String.init)
        let run = try Program.izin(words + ["--help"])
        #expect(run.status == 0)
        let name = (["help"] + words).joined(separator: "-") + ".txt"
        #expect(GoldenFile.fault(of: run.output, at: "Tests/CommandLine/Golden/" + name) == nil)
        for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
}

@Suite("An output that is no file", .enabled(if: Program.isComplete))
struct SpecialOutputTests {
    @Test("is written as it is and stays what it was")
    func device() throws {
        let scratch = try Scratch()
        let pipe = scratch.folder.appendingPathComponent("pipe").path
        let script =
            "mkfifo '\(pipe)'; cat '\(pipe)' & \"$0\" generate --permits 3 --output '\(pipe)'; wait; test -p '\(pipe)'"
        let run = try Program.run("bash", ["-c", script, try Program.izinPath], in: scratch.folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.hasPrefix("Nomor Permohonan,"), "\(run.output.prefix(80))")
    }
}

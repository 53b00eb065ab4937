import PermitDocuments
import PermitFiles
import PermitLog
import PermitSimulation
import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@Suite("The export of a simulated city")
struct CityExportTests {
    @Test("has the same bytes each time, on every machine and in every build")
    func deterministic() throws {
        let city = try SampleCity.city(permits: 200, seed: 7)
        let csv = try SampleCity.text { try CityExport(city).writeCSV(to: $0) }
        let again = CityExport(try SampleCity.city(permits: 200, seed: 7))
        #expect(csv == (try SampleCity.text { try again.writeCSV(to: $0) }))
        let xes = try SampleCity.text { try CityExport(city).writeXES(to: $0) }
        var account = ""
        CityAccount(city).writeCSV { account += $0 }
        #expect(SampleCity.fingerprint(csv) == 0xECA7_A57B_3D03_1CA1)
        #expect(SampleCity.fingerprint(xes) == 0x2380_C9F9_6C5B_BF68)
        #expect(SampleCity.fingerprint(account) == 0x541B_1A2F_57F9_AE83)
    }

    @Test("differs between seeds")
    func seeds() throws {
        let texts = try [1, 2, 3]
            .map { (seed: UInt64) in
                let city = try SampleCity.city(permits: 50, seed: seed)
                return try SampleCity.text { try CityExport(city).writeCSV(to: $0) }
            }
        #expect(Set(texts).count == 3)
    }

    @Test("has a row for each event, by time, without an offset")
    func rows() throws {
        let city = try SampleCity.city(seed: 1)
        let lines = try SampleCity.text { try CityExport(city).writeCSV(to: $0) }.split(separator: "\n")
        #expect(
            lines[0]
                == "Nomor Permohonan,Kegiatan,Waktu,Petugas,Jenis Izin,Kanal,Kecamatan,Skala Usaha,Komitmen,Peran"
        )
        #expect(lines.count == 1 + city.permits.reduce(0) { $0 + $1.events.count })
        let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(cells.allSatisfy { $0.count == 10 && $0[2].utf8.count == 19 })
        let times = cells.map { String($0[2]) }
        #expect(times == times.sorted())
    }

    /// A city's words with the profile that reads them.
    private static let vocabularies = [
        ("kota-contoh", ExportWords.kotaContoh), ("kota-contoh-oss", ExportWords.kotaContohOSS),
    ]

    @Test("speaks the words that its profile reads", arguments: vocabularies)
    func words(name: String, words: ExportWords) throws {
        let node = try DocumentFiles.read(path: PackageFiles.path("Workflows/Profiles/\(name).yaml"))
        let (read, diagnostics) = Profile.read(node)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        let profile = try #require(read)
        for (term, word) in words.terms { #expect(profile.vocabulary[word] == term) }
        for (role, word) in words.roles { #expect(profile.roles[word] == role) }
        for word in words.actions.values { #expect(profile.vocabulary[word] != nil) }
        #expect(profile.vocabulary.count == words.terms.count + words.actions.count)
        #expect(profile.roles.count == words.roles.count)
        let columns = Set(words.factColumns.map(\.column) + [words.roleColumn])
        #expect(profile.matches(columns: columns))
        for column in words.factColumns {
            let fact = try #require(profile.facts.first { $0.name == column.fact })
            #expect(fact.source == .columns([column.column]))
            for (value, word) in column.words { #expect(fact.words[word] == value) }
        }
    }

    @Test("is read by its own profile alone", arguments: vocabularies)
    func match(name: String, words: ExportWords) throws {
        let columns = Set(words.factColumns.map(\.column) + [words.roleColumn])
        for (other, _) in Self.vocabularies {
            let node = try DocumentFiles.read(path: PackageFiles.path("Workflows/Profiles/\(other).yaml"))
            #expect(Profile.read(node).profile?.matches(columns: columns) == (other == name), "\(other)")
        }
    }

    @Test("has a word for everything that the workflows of the city do", arguments: vocabularies)
    func completeness(name: String, words: ExportWords) throws {
        let library = try Library.embedded()
        let families = ["local-standard", "pp-24-2018", "oss-rba-2021", "pp-28-2025"]
        let every = library.regimes.rules.filter { families.contains($0.family.text) }.map(\.workflow.text)
        for name in name == "kota-contoh" ? ["madiun-iui-tdi-2017", "pp-24-2018"] : every {
            let workflow = try library.workflow(named: name)
            for action in workflow.actions {
                #expect(words.terms[action.term] != nil, "\(name): \(action.term)")
                for role in action.roles { #expect(words.roles[role] != nil, "\(name): \(role)") }
            }
        }
    }

    @Test("shows no name, number or address of a person")
    func personalData() throws {
        let city = try SampleCity.city(seed: 1)
        let officers = Set(city.permits.flatMap { $0.events.map(\.actor) })
        let codes = officers.subtracting([SimulatedEvent.applicantActor, PermitEvent.systemActor])
        #expect(codes.allSatisfy { $0.wholeMatch(of: /[A-Z]{2,3}-[0-9]{2}/) != nil }, "\(codes)")
    }
}

import PermitFiles
import PermitLog
import PermitSimulation
import PermitWorkflow
import TestSupport
import Testing
import WorkingTime

@Suite("A city as the files of OSS and of its office")
struct OfficeExportTests {
    private func text(_ file: OfficeFile, _ city: SimulatedCity) -> String {
        var text = ""
        OfficeExport(city).write(file) { text += $0 }
        return text
    }

    private func rows(_ file: OfficeFile, _ city: SimulatedCity) -> [[String: String]] {
        OfficeRows.rows(text(file, city), separator: file.separator)
    }

    /// The permits that OSS lists.
    private func listed(_ city: SimulatedCity) -> [SimulatedPermit] {
        city.permits.filter { permit in
            ["oss-rba-2021", "pp-28-2025"].contains(permit.regime)
                && ["licence", "pb_umku"].contains(permit.facts["permit_type"]?.description)
        }
    }

    @Test("has the same bytes each time", arguments: OfficeFile.allCases)
    func deterministic(file: OfficeFile) throws {
        let city = try SampleCity.regimeCity(seed: 17)
        let again = try Simulation(SampleCity.regimeRequest(seed: 17)).run()
        let first = text(file, city)
        #expect(!first.isEmpty)
        #expect(first == text(file, again))
        #expect(first != text(file, try SampleCity.regimeCity(seed: 2)))
    }

    @Test(
        "lists every licence once, under a number with the moment of its filing",
        arguments: SampleCity.regimeSeeds
    )
    func numbers(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let numbers = OfficeExport(city).numbers
        let permits = listed(city)
        #expect(Set(numbers.keys) == Set(permits.map(\.name)), "seed \(seed)")
        #expect(Set(numbers.values).count == permits.count, "seed \(seed)")
        let list = rows(.listIzin, city)
        let ids = list.compactMap { $0["Id Permohonan Izin"] }
        #expect(ids.map { $0.prefix(16) } == ids.map { $0.prefix(16) }.sorted(), "seed \(seed)")
        #expect(Set(ids) == Set(numbers.values), "seed \(seed)")
        for permit in permits {
            let filed = permit.events.first { $0.term == "submitted" } ?? permit.events.first
            let moment = try #require(filed?.moment).formatted(in: city.office.zone)
            let digits = moment.prefix(19).filter(\.isWholeNumber)
            let number = try #require(numbers[permit.name])
            #expect(number.hasPrefix("I-\(digits)"), "seed \(seed), \(permit.name)")
            #expect(number.utf8.count == 23, "seed \(seed), \(permit.name)")
        }
    }

    @Test("tells of each end what the account tells", arguments: SampleCity.regimeSeeds)
    func ends(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let permits = listed(city)
        let list = rows(.listIzin, city)
        func count(_ outcome: Outcome?) -> Int { permits.count { $0.outcome == outcome } }
        func count(_ words: String...) -> Int {
            list.count { words.contains($0["Uraian Status Respon"] ?? "") }
        }
        #expect(list.count == permits.count)
        #expect(list.count { $0["Day of Tgl Izin"] != "" } == count(.issued) + count(.deemed), "seed \(seed)")
        #expect(count("Izin terbit / SS terverifikasi", "Terbit otomatis") == count(.issued), "seed \(seed)")
        #expect(
            count("Disetujui secara otomatis oleh sistem OSS (fiktif positif)") == count(.deemed),
            "seed \(seed)"
        )
        #expect(count("Ditolak") == count(.refused), "seed \(seed)")
        #expect(count("Permohonan dicabut") == count(.withdrawn), "seed \(seed)")
        #expect(count("Dibatalkan") == count(.cancelled), "seed \(seed)")
        #expect(count("Menunggu Verifikasi Persyaratan", "Belum terverifikasi") == count(nil), "seed \(seed)")
    }

    @Test(
        "has in the office's sheet each step that moves a permit, each in a column of its own",
        arguments: SampleCity.regimeSeeds
    )
    func steps(seed: UInt64) throws {
        let city = try SampleCity.regimeCity(seed: seed)
        let profile = try OfficeRows.profile("local-tracking")
        let names = OfficeExport(city).numbers
        let sheet = Dictionary(
            uniqueKeysWithValues: rows(.localSheet, city).map { ($0["NO. PERMOHONAN"] ?? "", $0) }
        )
        let automatic = ["low", "medium_low"]
        for permit in listed(city) {
            let isSeen =
                permit.events.contains { $0.term == "submitted" }
                && (permit.facts["permit_type"] == .text("pb_umku")
                    || !automatic.contains(permit.facts["risk"]?.description ?? ""))
            let row = sheet[names[permit.name] ?? ""]
            #expect((row != nil) == isSeen, "seed \(seed), \(permit.name)")
            guard let row else { continue }
            let written = profile.events.compactMap { event in
                event.columns.lazy.compactMap { row[$0] }.first { !$0.isEmpty }.map { _ in event.activity }
            }
            let same = ["issued": "approved", "certificate_verified": "approved"]
            let moving = permit.events.map { same[$0.term] ?? $0.term }
                .filter { !["inspection", "numbering"].contains($0) }
            #expect(written.sorted() == moving.sorted(), "seed \(seed), \(permit.name)")
        }
    }

    @Test("has one project for each request, and a business number that cannot be real")
    func projects() throws {
        let city = try SampleCity.regimeCity(seed: 1)
        let list = rows(.listIzin, city)
        let projects = rows(.projects, city)
        let numbers = projects.compactMap { $0["id_proyek"] }
        #expect(Set(numbers).count == numbers.count)
        #expect(Set(numbers) == Set(list.compactMap { $0["Id Proyek"] }))
        #expect(numbers.count < list.count, "some projects have several licences")
        let scales = Dictionary(
            uniqueKeysWithValues: projects.map { ($0["id_proyek"] ?? "", $0["uraian_skala_usaha"] ?? "") }
        )
        #expect(scales.values.allSatisfy { !$0.isEmpty })
        for nib in (list + projects).map({ $0["Nib"] ?? $0["nib"] ?? "" }) {
            #expect(nib.hasPrefix("9999") && nib.utf8.count == 13)
        }
        #expect(rows(.businessNumbers, city).count == projects.count)
    }

    @Test("sends a message for each step that has a code, by time")
    func messages() throws {
        let city = try SampleCity.regimeCity(seed: 1)
        let lines = text(.messages, city).split(separator: "\n")
        let silent = [
            "withdrawn", "forwarded", "statement_given", "certificate_unverified", "registered", "nib_issued",
            "correction_asked", "correction_filed", "cancelled",
        ]
        let steps = listed(city).flatMap(\.events).filter { !silent.contains($0.term) }
        #expect(lines.count == steps.count)
        let times = lines.compactMap { $0.firstMatch(of: /"tgl_status":"([^"]*)"/)?.output.1 }
        #expect(times.count == lines.count)
        #expect(times == times.sorted())
        let silences = lines.count { $0.contains("\"kd_status\":\"57\"") }
        #expect(silences == steps.count { $0.term == "deemed_approved" })
    }

    @Test("adds up by month to the permits of the last year")
    func months() throws {
        let city = try SampleCity.regimeCity(seed: 1)
        let lines = text(.monthlySheet, city).split(separator: "\n", omittingEmptySubsequences: false)
        let sums = try #require(lines.dropLast().last).split(separator: ",", omittingEmptySubsequences: false)
        let inYear = city.permits.count { permit in
            permit.events.first.map { city.office.zone.day(of: $0.moment).components.year == 2025 } ?? false
        }
        // The sum of the first block stands behind its twelve months.
        #expect(Int(sums[16]) == inYear)
        #expect(lines[0] == "TAHUN 2025")
        #expect(lines.count > 6)
    }

    @Test("has in the counter's sheet every permit before OSS, and visits between them")
    func visits() throws {
        let city = try SampleCity.regimeCity(seed: 1)
        let lines = text(.counterSheet, city).split(separator: "\n").dropFirst(3)
        let permits = city.permits.filter { $0.regime == "local-standard" }
        let visits = lines.count { $0.contains(",Konsultasi,") }
        #expect(lines.count == permits.count + visits)
        #expect(visits > 3)
    }

    @Test("has the columns of the profile that reads it", arguments: OfficeFile.tables)
    func profiles(file: OfficeFile, name: String) throws {
        let lines = text(file, try SampleCity.regimeCity(seed: 1)).split(separator: "\n")
        let profile = try OfficeRows.profile(name)
        let header = lines.first { line in
            profile.matches(columns: Set(line.split(separator: file.separator).map(String.init)))
        }
        let columns = try #require(header, "\(name)").split(separator: file.separator)
            .map { ColumnName.key(String($0)) }
        for event in profile.events
        where !event.columns.contains(where: { columns.contains(ColumnName.key($0)) }) {
            Issue.record("\(name) has no column for \(event.activity)")
        }
    }
}

extension OfficeFile {
    /// What stands between the cells of a table.
    fileprivate var separator: Character { self == .localSheet || self == .projects ? ";" : "," }

    /// The tables of permits with their profiles.
    fileprivate static let tables: [(OfficeFile, String)] = [
        (.listIzin, "oss-list-izin"), (.projects, "oss-proyek"), (.businessNumbers, "oss-nib"),
        (.localSheet, "local-tracking"), (.counterSheet, "ptsp-milestones"),
    ]
}

/// Tables of these exports, whose cells hold no separator.
enum OfficeRows {
    static func rows(_ text: String, separator: Character) -> [[String: String]] {
        let lines = text.split(separator: "\n")
            .map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst()
            .map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    static func profile(_ name: String) throws -> Profile {
        let node = try DocumentFiles.read(path: PackageFiles.path("Workflows/Profiles/\(name).yaml"))
        let (profile, diagnostics) = Profile.read(node)
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        return try #require(profile)
    }
}

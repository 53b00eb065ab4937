import PermitDocuments
import PermitLog
import Testing
import WorkingTime

@Suite("A profile")
struct ProfileTests {
    func read(_ json: String) throws -> (profile: Profile?, diagnostics: [Diagnostic]) {
        Profile.read(try JSONParser.parse(json, file: "profile.json"))
    }

    static let city = """
        {"profile": "city", "title": {"id": "Kota", "en": "City"}, "match": ["Nomor", "Status"],
         "columns": {"case": "Nomor", "activity": ["Kegiatan", "Status"], "time": "Tanggal", "resource": "Petugas"},
         "zone": "Asia/Jakarta", "calendar": "id", "language": "id",
         "milestones": {"submitted": {"column": "Diajukan"}, "decided": {"column": ["Terbit", "Selesai"]}},
         "deadline": {"column": "Batas", "name": "SLA"},
         "facts": {"channel": {"column": "Saluran", "type": "text", "words": {"Daring": "online"}},
                   "kind": {"value": "IUI"}},
         "online": {"fact": "channel", "in": ["online"]},
         "vocabulary": {"Permohonan masuk": "submitted"}, "outcome": {"column": "Status", "words": {"Terbit": "issued"}},
         "roles": {"Front office": "dpmptsp"}, "role_column": "Peran",
         "skip": {"column": "Status", "in": ["Uji coba"]}, "personal": ["Nama"]}
        """

    @Test("is read with everything that it says")
    func whole() throws {
        let (profile, diagnostics) = try read(Self.city)
        #expect(diagnostics.isEmpty)
        let city = try #require(profile)
        #expect(city.name == "city")
        #expect(city.title == ["id": "Kota", "en": "City"])
        #expect(city.columns.activity == ["Kegiatan", "Status"])
        #expect(city.milestones == [.submitted: ["Diajukan"], .decided: ["Terbit", "Selesai"]])
        #expect(city.deadline == Profile.Deadline(columns: ["Batas"], name: "SLA"))
        #expect(city.facts.map(\.name) == ["channel", "kind"])
        #expect(city.facts.last?.source == .value("IUI"))
        #expect(city.outcome?.words == ["Terbit": "issued"])
        #expect(
            city.factColumns == [["Diajukan"], ["Terbit", "Selesai"], ["Batas"], ["Saluran"], ["Status"]]
        )
        #expect(city.zone == .jakarta)
        #expect(city.skip == Profile.Skip(column: "Status", values: ["Uji coba"]))
    }

    @Test(
        "with faults names all of them, each with what would be accepted",
        arguments: [
            ("{\"profil\": \"x\"}", "did you mean \"profile\"?"),
            ("{\"profile\": \"x\", \"zone\": \"Mars/Base\"}", "Mars/Base"),
            (
                "{\"profile\": \"x\", \"milestones\": {\"decide\": {\"column\": \"a\"}}}",
                "did you mean \"decided\"?"
            ),
            (
                "{\"profile\": \"x\", \"facts\": {\"f\": {\"column\": \"a\", \"value\": \"b\"}}}",
                "either a column or a value"
            ),
            (
                "{\"profile\": \"x\", \"facts\": {\"f\": {\"column\": \"a\", \"type\": \"txt\"}}}",
                "text, number, date or flag"
            ),
            ("{\"profile\": \"x\", \"online\": {\"fact\": \"chanel\", \"in\": \"a\"}}", "no fact \"chanel\""),
            ("{\"profile\": \"x\", \"deadline\": {\"name\": \"a\"}}", "deadline needs \"column\""),
            ("{\"profile\": \"x\", \"skip\": {\"column\": \"a\"}}", "skip needs \"in\""),
        ]
    )
    func faults(_ json: String, _ message: String) throws {
        let (profile, diagnostics) = try read(json)
        #expect(profile == nil)
        #expect(diagnostics.contains { $0.message.contains(message) }, "\(diagnostics)")
    }

    static let table = """
        Nomor;Kegiatan;Tanggal;Petugas;Diajukan;Selesai;Batas;Saluran;Status;Nama;Peran
        1;Permohonan masuk;2018-01-02;Ani;2018-01-01;2018-01-09;2018-01-10;Daring;Terbit;Budi;Front office
        1;Terbit;2018-01-09;Ani;2018-01-01;2018-01-09;2018-01-10;Daring;Terbit;Budi;Back office
        2;Permohonan masuk;2018-01-02;Ani;;;;;Uji coba;Citra;Front office

        """

    @Test("is used when the first file has all columns that it matches, and named")
    func matches() throws {
        let (profile, _) = try read(Self.city)
        let city = try #require(profile)
        var other = Profile(name: "other")
        other.match = ["Nomor", "Absent"]
        let seen = try SeenLog(Self.table) { request in
            request.profiles = [other, city]
            request.keepsResource = true
            request.extraColumns = ["Nama", "Status"]
        }
        #expect(seen.log.profile?.name == "city")
        #expect(seen.activities(of: "1") == ["Permohonan masuk", "Terbit"])
        #expect(seen.log.account.ignoredReasons == [ReasonCount(reason: "skipped_by_profile", count: 1)])
        #expect(seen.log.factColumns == ["Diajukan", "Selesai", "Batas", "Saluran", "Status"])
        #expect(seen.facts("Batas") == ["1": ["2018-01-10"]])
        #expect(seen.log.roles == ["", "Back office", "Front office"])
        #expect(
            seen.partitions.flatMap(\.roles).map { seen.log.roles[Int($0)] } == [
                "Front office", "Back office",
            ]
        )
        #expect(seen.log.factIndex(["Terbit", "Selesai"]) == 1)
    }

    @Test("is not used when a column is missing, unless it is forced")
    func noMatch() throws {
        var profile = Profile(name: "p")
        profile.match = ["absent"]
        profile.zone = .utc
        let text = "case_id,activity,timestamp\na,A,2024-01-01\n"
        let unforced = try SeenLog(text) { $0.profiles = [profile] }
        #expect(unforced.log.profile == nil)
        #expect(unforced.log.zone == .jakarta)
        let forced = try SeenLog(text) { $0.profile = profile }
        #expect(forced.log.profile?.name == "p")
        #expect(forced.log.zone == .utc)
    }

    @Test("matches an XES file by what its first trace shows, with events of a skipped kind left out")
    func xes() throws {
        var profile = Profile(name: "p")
        profile.match = ["case:deadline", "org:group", "concept:name"]
        profile.deadline = Profile.Deadline(columns: ["case:due", "case:deadline"], name: "d")
        profile.skip = Profile.Skip(column: "org:group", values: ["test"])
        let text = XESReadingTests.log(
            XESReadingTests.trace(
                "x",
                XESReadingTests.event("A", "2024-01-01", "<string key=\"org:group\" value=\"test\"/>"),
                XESReadingTests.event("B", "2024-01-02", "<string key=\"org:group\" value=\"real\"/>"),
                "<date key=\"deadline\" value=\"2024-02-01\"/>"
            )
        )
        let seen = try SeenLog(text, suffix: ".xes") { $0.profiles = [profile] }
        #expect(seen.log.profile?.name == "p")
        #expect(seen.log.account.ignored == 1)
        #expect(seen.facts("case:deadline") == ["x": ["2024-02-01"]])
    }
}

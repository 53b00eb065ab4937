import Foundation
import TestSupport
import Testing

@Suite("izin compare", .enabled(if: Program.isComplete))
struct CompareCommandTests {
    private let scratch: Scratch

    /// Two examinations, the second with a correction of a week; the profile's facts stand in columns.
    private static let log = """
        Nomor Permohonan,Kegiatan,Waktu,Petugas,Jenis Izin,Kanal,Kecamatan,Skala Usaha,Komitmen,Peran
        A,Permohonan diajukan,2019-01-07 09:00:00,x,IUI,OSS,Timur,Kecil,UKL-UPL,Pemohon
        A,NIB terbit,2019-01-07 09:00:01,x,IUI,OSS,Timur,Kecil,UKL-UPL,Sistem OSS
        A,Izin terbit dengan komitmen,2019-01-07 09:00:02,x,IUI,OSS,Timur,Kecil,UKL-UPL,Sistem OSS
        A,UKL-UPL diajukan,2019-01-08 09:00:00,x,IUI,OSS,Timur,Kecil,UKL-UPL,Pemohon
        A,Perbaikan diminta,2019-01-10 09:00:00,x,IUI,OSS,Timur,Kecil,UKL-UPL,Dinas Lingkungan Hidup
        A,Perbaikan diserahkan,2019-01-17 09:00:00,x,IUI,OSS,Timur,Kecil,UKL-UPL,Pemohon
        A,Persyaratan terverifikasi,2019-01-18 09:00:00,x,IUI,OSS,Timur,Kecil,UKL-UPL,Dinas Lingkungan Hidup

        """

    init() throws { scratch = try Scratch() }

    /// The bundled workflow with a clock that does not wait for corrections.
    private func stricter() throws -> String {
        let text = try PackageFiles.text("Workflows/pp-24-2018.yaml")
            .replacing("workflow: pp-24-2018\n", with: "workflow: stricter\n")
            .replacing("pauses: {in: [correction]}", with: "pauses: {in: []}")
            .replacing(
                "deem_recommended:    {from: examination,",
                with: "deem_recommended: {from: [examination, correction],"
            )
        return try scratch.file("stricter.yaml", text).path
    }

    @Test("prints classes and shares under both rules, as text and as JSON")
    func compares() throws {
        let log = try scratch.file("log.csv", Self.log).path
        let rules = ["--workflow", "pp-24-2018", "--workflow", try stricter()]
        let text = try Program.izin(["compare", log] + rules)
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.errors == "")
        #expect(text.output.contains("1 permit changes class: A (on time > late)."))
        let run = try Program.izin(["compare", log, "--format", "json", "--language", "id"] + rules)
        let value = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        )
        let steps = try #require(value["steps"] as? [[String: Any]])
        let examination = try #require(steps.first { $0["step"] as? String == "ukl_upl_examination" })
        #expect(examination["pauses_differ"] as? Bool == true)
        #expect(examination["changed"] as? Int == 1)
        #expect(examination["on_time_difference"] as? Double == -100)
    }

    @Test("ends with 1 where no step can be compared, and says why")
    func refuses() throws {
        let log = try scratch.file("log.csv", Self.log).path
        let run = try Program.izin(
            "compare",
            log,
            "--workflow",
            "pp-24-2018",
            "--workflow",
            "receipt-phase"
        )
        #expect(run.status == 1)
        #expect(run.output.contains("No step can be compared."))
        #expect(run.errors.contains("no step can be compared"))
    }

    @Test(
        "takes two rules of one kind",
        arguments: [
            [], ["--regime", "pp-24-2018"], ["--regime", "pp-24-2018", "--workflow", "pp-24-2018"],
            ["--regime", "receipt", "--regime", "receipt", "--regime", "receipt"],
            ["--regime", "pp-24-2018", "--regime", "receipt", "--by", "channel"],
            ["--regime", "pp-24-2018", "--regime", "reciept"],
        ]
    )
    func usage(options: [String]) throws {
        let log = try scratch.file("log.csv", Self.log).path
        let run = try Program.izin(["compare", log] + options)
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.output == "")
    }
}

@Suite("A table of limits on the command line", .enabled(if: Program.isComplete))
struct LimitOptionTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func table(_ name: String, rows: String) throws -> String {
        let yaml = """
            limits: \(name)
            legal: "Perda 1/2024"
            unit: working_days
            keys: [kbli, scale]
            rows:
            \(rows)

            """
        return try scratch.file("table.yaml", yaml).path
    }

    @Test("that no workflow uses is refused with the names that are used")
    func unused() throws {
        let log = try scratch.file("log.csv", SampleLogs.good).path
        let file = try table("annexe", rows: "  - {amount: 3}")
        let run = try Program.izin("replay", log, "--limits", file)
        #expect(run.status == 64)
        #expect(run.errors.contains("no workflow uses a table \"annexe\""))
    }

    @Test("with two rows for one key is refused with both places")
    func overlapping() throws {
        let log = try scratch.file("log.csv", SampleLogs.good).path
        let file = try table("annexe", rows: "  - {kbli: \"1\", amount: 3}\n  - {kbli: \"1\", amount: 4}")
        let run = try Program.izin("replay", log, "--limits", file)
        #expect(run.status == 64)
        #expect(run.errors.contains("table.yaml:7:"))
        #expect(run.errors.contains("line 6"))
    }

    @Test("and a day of the regimes that does not exist are refused alike")
    func regimes() throws {
        let log = try scratch.file("log.csv", SampleLogs.good).path
        let run = try Program.izin("replay", log, "--set", "regimes.moon_phase=2021-08-01")
        #expect(run.status == 64)
        #expect(run.errors.contains("unknown setting \"moon_phase\" of the regimes"))
    }
}

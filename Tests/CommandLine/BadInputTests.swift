import Foundation
import TestSupport
import Testing

@Suite("An input that is no log", .enabled(if: Program.isComplete))
struct BadInputTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("that is absent ends with 2 and a name that is near")
    func absent() throws {
        _ = try scratch.file("receipt.csv", SampleLogs.good)
        let run = try Program.izin("replay", "reciept.csv", in: scratch.folder)
        #expect(run.status == 2)
        #expect(run.errors.contains("reciept.csv"))
        #expect(run.errors.contains("did you mean \"receipt.csv\"?"))
    }

    @Test("that is a directory ends with 2")
    func directory() throws {
        let run = try Program.izin("replay", scratch.folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("the folder holds no file that may be a log"))
        #expect(run.output == "")
    }

    @Test(
        "ends with 2 and says why",
        arguments: [
            ("empty.csv", "", "empty"),
            ("columns.csv", "a,b,c\n1,2,3\n", "--activity"),
            ("cut.xes", SampleLogs.truncatedXES, "read before: 1 rows"),
            ("page.xes", "<html><body>no log</body></html>", "table"),
        ]
    )
    func damaged(name: String, text: String, reason: String) throws {
        let file = try scratch.file(name, text)
        let run = try Program.izin("replay", file.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(reason), "\(run.errors)")
        #expect(run.output == "")
    }

    @Test("that is a gzip file cut short ends with 2")
    func truncatedGzip() throws {
        let whole = scratch.folder.appendingPathComponent("city.csv.gz")
        let made = try Program.izin("generate", "--permits", "200", "--output", whole.path)
        #expect(made.status == 0, "\(made.errors)")
        let good = try Program.izin("replay", whole.path)
        #expect(good.status == 0, "\(good.errors)")
        let data = try Data(contentsOf: whole)
        let cut = try scratch.file("cut.csv.gz", data.prefix(data.count / 2))
        let run = try Program.izin("replay", cut.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("read before"), "\(run.errors)")
    }
}

@Suite("Arguments that cannot be", .enabled(if: Program.isComplete))
struct UsageTests {
    @Test(
        "end with 64 and say what would be accepted",
        arguments: [
            (["replay"], "log"),
            (["replay", "x.csv", "--format", "html"], "text, brief, json and csv"),
            (["replay", "x.csv", "--format", "pdf"], "text, brief, json or csv"),
            (["replay", "x.csv", "--language", "nl"], "en or id"),
            (["replay", "x.csv", "--workers", "0"], "1 to 256"),
            (["replay", "x.csv", "--as-of", "2024-02-30"], "yyyy-mm-dd"),
            (["replay", "x.csv", "--period", "2024-01-02..2024-01-01"], "from..until"),
            (["replay", "x.csv", "--go-live", "9 July"], "--go-live is a date such as 2018-07-09"),
            (["replay", "x.csv", "--baseline", "3"], "--baseline is 6 to 120 months, not 3"),
            (["replay", "x.csv", "--where", "type"], "key=value"),
            (["replay", "x.csv", "--path", "A"], "A ->> B"),
            (["replay", "x.csv", "--duration", "10"], "10d..30d"),
            (["replay", "x.csv", "--variants", "0%"], "80%"),
            (["replay", "x.csv", "--time-window", "2024"], "from..until"),
            (["replay", "x.csv", "--time-window", "2024-01-01..", "--window", "inside"], "contained"),
            (["replay", "x.csv", "--window", "trimmed"], "--time-window"),
            (["replay", "x.csv", "--lifecycle", "start"], "all, complete or pair"),
            (["convert", "x.csv", "--to", "csv", "--lifecycle", "pair"], "all or complete"),
            (["draw", "pp-24-2018", "--has", "x"], "--log"),
            (["draw", "pp-24-2018", "--lifecycle", "pair"], "--log"),
            (["replay", "x.csv", "--set", "x"], "workflow.setting=value"),
            (["replay", "x.csv", "--set", "nothing.unit=days"], "unknown workflow"),
            (["replay", "x.csv", "--week", "7"], "5 or 6"),
            (["replay", "x.csv", "--joint-leave", "on"], "worked or off"),
            (["replay", "x.csv", "--zone", "Asia/Jakata"], "Asia/Jakarta"),
            (["replay", "x.csv", "--calendar", "weekday"], "did you mean \"weekdays\"?"),
            (["replay", "x.csv", "--workflow", "pp-24-2017"], "did you mean \"pp-24-2018\"?"),
            (["replay", "x.csv", "--profile", "reciept"], "did you mean \"receipt\"?"),
            (["replay", "x.csv", "--workflow", "a", "--regime", "b"], "exclude each other"),
            (["replay", "-", "-"], "once"),
            (["schema", "log"], "report"),
            (["draw", "pp-24-2018", "--to", "gif"], "pnml"),
            (["compile", "nowhere"], "no folder"),
            (["generate", "--from", "2020-01-01", "--until", "2019-01-01"], "must be after"),
            (["calendar", "deadline", "2025-01-01", "--limit", "5x"], "5wd"),
            (["calendar", "deadline", "2035-01-01", "--limit", "5wd"], "2017 to 2026"),
            (["calendar", "count", "2025-02-30", "2025-03-01"], "2025-02-30"),
            (["frobnicate"], "frobnicate"),
        ]
    )
    func usage(arguments: [String], hint: String) throws {
        let run = try Program.izin(arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(hint), "\(run.errors)")
        #expect(run.output == "")
    }
}

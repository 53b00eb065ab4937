import Foundation
import TestSupport
import Testing

@Suite("Converting a log", .enabled(if: Program.isComplete))
struct ConvertTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private static let table = """
        caseid,activity,timestamp,office,note
        A,file,2024-01-02T09:00:00+07:00,X,"n, 1"
        B,file,2024-01-03T09:00:00+07:00,Y,
        A,issue,2024-01-05,X,
        B,issue,no date,Y,

        """

    private func log() throws -> String { try scratch.file("log.csv", Self.table).path }

    @Test("writes every form, to standard output too")
    func forms() throws {
        let path = try log()
        let csv = try Program.izin("convert", path, "--to", "csv")
        #expect(csv.status == 0)
        #expect(
            csv.output == """
                case:concept:name,concept:name,time:timestamp,case:office,note
                A,file,2024-01-02T09:00:00+07:00,X,"n, 1"
                A,issue,2024-01-05,X,
                B,file,2024-01-03T09:00:00+07:00,Y,

                """
        )
        #expect(
            csv.errors
                == "3 events of 2 permits were written; of 4 rows 1 were rejected and 0 left out\n"
        )
        let lines = try Program.izin("convert", path, "--to", "jsonl").output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines.first
                == #"{"case":"A","activity":"file","time":"2024-01-02T09:00:00+07:00","case:office":"X","note":"n, 1"}"#
        )
        #expect(
            try Program.izin("convert", path, "--to", "xes").output
                .contains(#"<date key="time:timestamp" value="2024-01-05"/>"#)
        )
        let ocel = try Program.izin("convert", path, "--to", "ocel")
        #expect(ocel.errors.contains("1 dates became the first instant of their day, because OCEL has times"))
        let object = try JSONSerialization.jsonObject(with: Data(ocel.output.utf8)) as? [String: Any]
        #expect(Set(object?.keys.map(\.self) ?? []) == ["events", "objects", "objectTypes", "eventTypes"])
    }

    @Test("reads what it wrote, of every form, as the same log", arguments: ["xes", "jsonl", "ocel"])
    func again(form: String) throws {
        let table = Self.table.replacing("2024-01-05", with: "2024-01-05T10:00:00+07:00")
        let path = try scratch.file("log.csv", table).path
        let csv = try Program.izin("convert", path, "--to", "csv").output
        let copy = scratch.folder.appending(path: "copy.gz").path
        #expect(try Program.izin("convert", path, "--to", form, "-o", copy).status == 0)
        #expect(try Program.izin("convert", copy, "--to", "csv", "--zone", "Asia/Jakarta").output == csv)
    }

    @Test("reads messages line by line, and lists the lines that are none with their reason")
    func messages() throws {
        let text = """
            {"IZINSTATUS": {"case": "I-1", "activity": "10", "time": "2024-01-02 09:00:00", "data_pnbp": {"nominal": 5}}}
            {"IZINSTATUS": {"case": "I-1", "activity":
            {"IZINSTATUS": {"case": "I-1", "activity": "50", "time": "2024-01-09 09:00:00"}}

            """
        let path = try scratch.file("messages.json", text).path
        let rejects = scratch.folder.appending(path: "rejects.csv").path
        let run = try Program.izin("convert", path, "--to", "csv", "--rejects", rejects)
        #expect(run.output.split(separator: "\n").count == 3)
        #expect(run.output.contains("I-1,10,2024-01-02T09:00:00+07:00"))
        #expect(
            run.output.hasPrefix("case:concept:name,concept:name,time:timestamp,message,data_pnbp.nominal\n")
        )
        #expect(run.errors.contains("of 3 rows 1 were rejected"))
        let listed = try String(contentsOf: URL(filePath: rejects), encoding: .utf8)
        #expect(listed.contains("messages.json"))
        #expect(listed.contains("bad_json"))
        #expect(!listed.contains("I-1"))
    }

    @Test("asks which objects of an object-centric log are the permits")
    func objectTypes() throws {
        let text = """
            {"objects": [{"id": "P", "type": "permit"}, {"id": "L", "type": "land"}],
             "events": [{"id": "e1", "type": "File", "time": "2024-01-02T00:00:00Z", "relationships": [{"objectId": "P"}]},
                        {"id": "e2", "type": "Sell", "time": "2024-01-03T00:00:00Z", "relationships": [{"objectId": "L"}]}]}
            """
        let path = try scratch.file("log.json", text).path
        let asked = try Program.izin("convert", path, "--to", "csv")
        #expect(asked.status == 2)
        #expect(
            asked.errors.contains(
                "--object-type takes one of \"permit\" (1 events, 1 objects), \"land\" (1 events, 1 objects)"
            )
        )
        let told = try Program.izin("convert", path, "--to", "csv", "--object-type", "land", "--zone", "UTC")
        #expect(
            told.output == "case:concept:name,concept:name,time:timestamp\nL,Sell,2024-01-03T00:00:00+00:00\n"
        )
    }

    @Test("writes a file whole or not at all, compressed by its name, and never over a log")
    func files() throws {
        let path = try log()
        let output = scratch.folder.appending(path: "out.xes.gz").path
        #expect(try Program.izin("convert", path, "--to", "xes", "-o", output).status == 0)
        #expect(try Data(contentsOf: URL(filePath: output)).starts(with: [0x1F, 0x8B]))
        let again = try Program.izin("convert", output, "--to", "csv")
        #expect(again.output.split(separator: "\n").count == 4)
        let over = try Program.izin("convert", path, "--to", "xes", "-o", path)
        #expect(over.status == 64)
        #expect(over.errors.contains("would write over a log that is read"))
        let nowhere = try Program.izin(
            "convert",
            path,
            "--to",
            "csv",
            "-o",
            scratch.folder.path + "/no/out.csv"
        )
        #expect(nowhere.status == 64)
        #expect(try scratch.names.sorted() == ["log.csv", "out.xes.gz"])
    }

    @Test("says which rows were rejected, and ends with 1 under --strict")
    func rejects() throws {
        let path = try log()
        let rejects = scratch.folder.appending(path: "rejects.csv").path
        let run = try Program.izin("convert", path, "--to", "csv", "--rejects", rejects, "--strict")
        #expect(run.status == 1)
        #expect(try String(contentsOf: URL(filePath: rejects), encoding: .utf8).contains("bad_time"))
        let none = try scratch.file("none.csv", "caseid,activity,timestamp\n,a,2024-01-01\n")
        #expect(try Program.izin("convert", none.path, "--to", "csv").status == 2)
        #expect(try Program.izin("convert", path).status == 64)
        #expect(try Program.izin("convert", path, "--to", "pdf").status == 64)
    }
}

import Foundation
import Testing
import WorkingTime

@Suite("Dates that another program wrote") struct StampOracleTests {
    /// The file that `Tests/Oracles/dates.py` wrote.
    static let file = ProcessInfo.processInfo.environment["IZIN_DATES"]

    @Test("are read as it meant them", .enabled(if: file != nil))
    func agrees() throws {
        let text = try String(contentsOfFile: Self.file ?? "", encoding: .utf8)
        var zones: [String: Zone] = [:]
        var forms: [String: StampForm] = [:]
        var (lines, wrong) = (0, 0)
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            try #require(parts.count == 5, "\(line)")
            let zone = try zones[parts[1]] ?? Zone.named(parts[1])
            let form = try forms[parts[0]] ?? StampForm.named(parts[0])
            zones[parts[1]] = zone
            forms[parts[0]] = form
            lines += 1
            let seen: String
            do throws(StampError) {
                let stamp = try form.read(parts[2], in: zone)
                seen = "\(stamp.instant.microseconds)\t\(stamp.isDateOnly ? "date" : "time")"
            } catch {
                seen = "\(error.code.rawValue)\tfault"
            }
            if seen != "\(parts[3])\t\(parts[4])" {
                wrong += 1
                if wrong <= 20 { Issue.record("\(line): \(seen)") }
            }
        }
        #expect(wrong == 0 && lines > 0, "\(wrong) of \(lines)")
    }
}

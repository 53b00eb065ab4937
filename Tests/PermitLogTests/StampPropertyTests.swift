import PermitLog
import TestSupport
import Testing
import WorkingTime

@Suite("A time in a file")
struct StampPropertyTests {
    static let zones = [
        "UTC", "Asia/Jakarta", "Europe/Amsterdam", "America/New_York", "Africa/Cairo", "Asia/Gaza",
    ]

    static func randomStamp(_ generator: inout SeededGenerator) -> String {
        func digits(_ range: ClosedRange<Int>, _ width: Int) -> String {
            let text = String(Int.random(in: range, using: &generator))
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        func one(of texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
        var text = "\(digits(1895...2205, 4))-\(digits(0...13, 2))-\(digits(0...32, 2))"
        if Int.random(in: 0..<6, using: &generator) == 0 { return text }
        text += one(of: ["T", " ", "t", "T", " "]) + digits(0...24, 2) + ":" + digits(0...60, 2)
        if Int.random(in: 0..<8, using: &generator) > 0 { text += ":" + digits(0...60, 2) }
        if Bool.random(using: &generator) {
            text +=
                "." + (0..<Int.random(in: 0...10, using: &generator)).map { _ in digits(0...9, 1) }.joined()
        }
        let offset = one(of: ["+", "-"]) + digits(0...25, 2) + one(of: [":", "", ":"]) + digits(0...61, 2)
        return text + one(of: ["", "Z", "z", offset, offset, "+07", "+08:00", "-00:00"])
    }

    static func mutated(_ text: String, _ generator: inout SeededGenerator) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0x20...0x7E, using: &generator)
            case 1: bytes.remove(at: index)
            default:
                bytes.insert(
                    Array("0123456789-:+.TZ ".utf8).randomElement(using: &generator) ?? 0x30,
                    at: index
                )
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("is read as the plain reader of ISO 8601 reads it", arguments: zones)
    func agrees(_ zoneName: String) throws {
        let zone = try Zone.named(zoneName)
        let seed: UInt64 = 20_240_229
        var generator = SeededGenerator(seed: seed)
        var texts: [String] = []
        for _ in 0..<seedCount(4000) {
            let text = Self.randomStamp(&generator)
            texts.append(Bool.random(using: &generator) ? text : Self.mutated(text, &generator))
        }
        let rows = texts.enumerated()
            .map { "c\($0.offset),A,\"\($0.element.replacing("\"", with: "\"\""))\"\n" }
        let seen = try SeenLog("case_id,activity,timestamp\n" + rows.joined()) {
            $0.zone = zone
            $0.dateForms = [(column: nil, form: "iso")]
        }
        var rejected: [UInt32: Reject] = [:]
        for reject in seen.log.account.rejects { rejected[reject.order] = reject }
        var events: [UInt32: LogEvent] = [:]
        for partition in seen.partitions { for event in partition.events { events[event.order] = event } }
        for (index, text) in texts.enumerated() {
            let order = UInt32(index + 2)
            let how = Comment(rawValue: "seed \(seed), stamp \"\(text)\" in \(zoneName)")
            let trimmed = Array(text.utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
            do throws(StampError) {
                let stamp = try StampForm.iso.read(String(decoding: trimmed, as: UTF8.self), in: zone)
                let event = events[order]
                #expect(event?.instant == stamp.instant, how)
                #expect(event?.isDateOnly == stamp.isDateOnly, how)
                #expect(event?.hasZone == stamp.hasZone, how)
            } catch {
                #expect(rejected[order]?.reason == Self.reason(error.code), how)
            }
        }
        #expect(seen.log.account.used > texts.count / 8)
        #expect(seen.log.account.rejected > texts.count / 8)
    }

    static func reason(_ code: StampError.Code) -> RejectReason {
        switch code {
        case .empty: .emptyTime
        case .malformed: .badTime
        case .noSuchDate: .impossibleDate
        case .ambiguous: .ambiguousDate
        case .outOfRange: .timeOutOfRange
        }
    }
}

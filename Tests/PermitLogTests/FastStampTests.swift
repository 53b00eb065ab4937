import TestSupport
import Testing
import WorkingTime

@testable import PermitLog

@Suite("The fast reader of times") struct FastStampTests {
    /// Texts like those of the forms that it knows, right and slightly wrong.
    static func randomText(_ generator: inout SeededGenerator) -> String {
        func one(of texts: [String]) -> String { texts.randomElement(using: &generator) ?? "" }
        func number(_ range: ClosedRange<Int>) -> String {
            let value = Int.random(in: range, using: &generator)
            return value < 10 && Bool.random(using: &generator) ? "0\(value)" : String(value)
        }
        let mark = one(of: ["/", "/", "-", ".", " "])
        let year = one(of: [
            String(Int.random(in: 1890...2210, using: &generator)), "2019", "2019", number(0...99),
        ])
        var text =
            generator.oneIn(4)
            ? "\(year)-\(number(0...13))-\(number(0...32))"
            : number(0...32) + mark + number(0...13) + (generator.oneIn(10) ? "-" : mark) + year
        if generator.oneIn(4) { return text }
        text += one(of: [" ", " ", " ", "T", "  ", ", "]) + number(0...24) + ":" + number(0...60)
        if Bool.random(using: &generator) { text += ":" + number(0...60) }
        if generator.oneIn(6) { text += ".\(number(0...999))" }
        return text + one(of: ["", "", "", "", " ", "Z", "+07:00", "+07", " WIB", " PM", "x"])
    }

    @Test(
        "reads as the plain one does, whatever the form",
        arguments: [
            StampForm.iso, .dayMonthYear, .monthDayYear, .auto, .autoDayFirst, .autoMonthFirst, .monthWords,
            .compact,
        ],
        ["Asia/Jakarta", "America/Sao_Paulo"]
    )
    func agrees(form: StampForm, zoneName: String) throws {
        let zone = try Zone.named(zoneName)
        let seed: UInt64 = 20_190_305
        var generator = SeededGenerator(seed: seed)
        var texts = (0..<seedCount(3000)).map { _ in Self.randomText(&generator) }
        texts += [
            "1970-01-01", "01/01/1970", "1970-01-01 00:00:00", "5/3/2019", "05/03/2019 07:30:00", "-",
            "123/1/2019",
        ]
        var fast = FastStamp(zone: zone, isStrict: false, form: form)
        for text in texts + texts {
            let how = Comment(rawValue: "seed \(seed), \(form), \"\(text)\" in \(zoneName)")
            let seen = read(text, &fast)
            do throws(StampError) {
                let stamp = try form.read(text, in: zone)
                #expect(seen.fault == nil && seen.time == stamp.instant.microseconds, how)
                #expect((seen.flags & LogEvent.dateOnly != 0) == stamp.isDateOnly, how)
                #expect((seen.flags & LogEvent.withoutZone != 0) == !stamp.hasZone, how)
            } catch {
                #expect(seen.fault == RejectReason(error.code), how)
            }
        }
    }

    @Test("reads ids by their pattern and nothing else")
    func pattern() throws {
        let form = try StampForm.named("'I-'yyyymmddHHMMSS*")
        var fast = FastStamp(zone: .jakarta, isStrict: false, form: form)
        let moment = try Stamp.parse("2021-12-17T17:09:15+07:00", in: .utc).instant
        #expect(read("I-202112171709158243106", &fast).time == moment.microseconds)
        #expect(read("I-20222131239123321", &fast).fault == .impossibleDate)
        #expect(read("2021-12-17", &fast).fault == .badTime)
        #expect(read("1970-01-01", &fast).fault == .badTime)
    }

    @Test("calls what can be two dates ambiguous, and a word for nothing empty")
    func reasons() {
        var fast = FastStamp(zone: .jakarta, isStrict: false, form: .auto)
        #expect(read("05/03/2019", &fast).fault == .ambiguousDate)
        #expect(read("0000-00-00", &fast).fault == .emptyTime)
        #expect(read("NULL", &fast).fault == .emptyTime)
        var strict = FastStamp(zone: .jakarta, isStrict: true, form: .dayMonthYear)
        #expect(read("05/03/2019 07:30", &strict).fault == .timeWithoutZone)
        #expect(read("5/3/2019", &strict).fault == nil)
    }

    private func read(_ text: String, _ fast: inout FastStamp) -> FastStamp.Result {
        // The reader asks for eight bytes behind the text; others than zeros show that it leaves them alone.
        let bytes = Array(text.utf8) + Array("9:9+9-9/".utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { preconditionFailure("eight bytes were appended") }
            return fast.read(base, text.utf8.count)
        }
    }
}

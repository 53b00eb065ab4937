import Foundation
import TestSupport
import Testing
import WorkingTime

@Suite("A zone") struct ZoneTests {
    @Test(
        "reads the names that are built in",
        arguments: [
            ("UTC", 0), ("Z", 0), ("+07:00", 25_200), ("-0330", -12_600), ("+08", 28_800), ("WIB", 25_200),
            ("WITA", 28_800), ("WIT", 32_400), ("Asia/Jakarta", 25_200), ("Asia/Pontianak", 25_200),
            ("Asia/Makassar", 28_800), ("Asia/Jayapura", 32_400),
        ]
    )
    func names(name: String, seconds: Int) throws {
        let zone = try Zone.named(name)
        #expect(zone.isFixed)
        #expect(zone.offsetSeconds(at: Instant(microseconds: 1_600_000_000_000_000)) == seconds)
    }

    @Test("with an offset is named by it")
    func offsetNames() {
        #expect(Zone(fixedOffsetSeconds: 25_200).name == "+07:00")
        #expect(Zone(fixedOffsetSeconds: -12_600).name == "-03:30")
    }

    @Test(
        "refuses a name it cannot know and says what is accepted",
        arguments: [
            "", "Jakarta", "Asia/Jakata", "../../etc/passwd", "/etc/passwd", "+25:00", "+7",
            "Europe//Amsterdam", "a b",
        ]
    )
    func refuses(name: String) throws {
        let error = try #require(throws: ZoneError.self) { try Zone.named(name) }
        #expect(error.message.contains("accepted are UTC"))
        #expect(error.code == .unknown)
    }

    @Test("guesses what a mistyped name meant")
    func suggestion() throws {
        let error = try #require(throws: ZoneError.self) { try Zone.named("Asia/Jakata") }
        #expect(error.message.contains("did you mean \"Asia/Jakarta\"?"))
    }

    @Test("refuses bytes that are no zone file, and never traps on damaged ones")
    func damaged() throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Amsterdam")))
        #expect(Zone(name: "whole", tzif: bytes) != nil)
        #expect(Zone(name: "empty", tzif: []) == nil)
        #expect(Zone(name: "text", tzif: Array("TZif, or so it says".utf8)) == nil)
        for length in 0..<bytes.count / 2 { #expect(Zone(name: "cut", tzif: Array(bytes[..<length])) == nil) }
        let moments: [Instant] = [
            .distantPast, Instant(microseconds: 0), Instant(seconds: 4_000_000_000), .distantFuture,
        ]
        for seed in 0..<UInt64(3_000) {
            var random = SeededGenerator(seed: seed)
            var damaged = bytes
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let isNearEdge = random.oneIn(2)
                let index = Int.random(in: 0..<(isNearEdge ? 60 : bytes.count), using: &random)
                damaged[random.oneIn(2) ? index : bytes.count - 1 - index] = UInt8.random(
                    in: 0...255,
                    using: &random
                )
            }
            guard let zone = Zone(name: "damaged", tzif: damaged) else { continue }
            for moment in moments {
                let day = zone.day(of: moment)
                #expect(zone.start(of: day) <= zone.start(of: day.advanced(by: 1)), "seed \(seed)")
                _ = zone.instant(localMicroseconds: moment.microseconds)
            }
        }
    }

    @Test(
        "of Amsterdam follows summer time, today and by rule in the far future",
        arguments: [
            ("2021-03-28T00:59:59Z", 3600), ("2021-03-28T01:00:00Z", 7200), ("2021-10-31T00:59:59Z", 7200),
            ("2021-10-31T01:00:00Z", 3600), ("2150-07-01T00:00:00Z", 7200), ("2150-12-01T00:00:00Z", 3600),
            ("1975-07-01T00:00:00Z", 3600), ("2199-07-01T00:00:00Z", 7200),
        ]
    )
    func amsterdam(stamp: String, seconds: Int) throws {
        let zone = try Zone.named("Europe/Amsterdam")
        #expect(zone.offsetSeconds(at: try at(stamp)) == seconds)
    }

    @Test("of the southern half has summer over the turn of the year")
    func sydney() throws {
        let zone = try Zone.named("Australia/Sydney")
        #expect(zone.offsetSeconds(at: try at("2100-01-01T00:00Z")) == 39_600)
        #expect(zone.offsetSeconds(at: try at("2100-07-01T00:00Z")) == 36_000)
    }

    @Test("reads a wall time that is skipped as shifted forward, one shown twice as the first")
    func wallTime() throws {
        let zone = try Zone.named("Europe/Amsterdam")
        #expect(try at("2021-03-28T02:30", in: zone) == (try at("2021-03-28T01:30:00Z")))
        #expect(try at("2021-03-28T03:30", in: zone) == (try at("2021-03-28T01:30:00Z")))
        #expect(try at("2021-10-31T02:30", in: zone) == (try at("2021-10-31T00:30:00Z")))
        #expect(try at("2021-10-31T03:00", in: zone) == (try at("2021-10-31T02:00:00Z")))
        #expect(try at("2021-07-01T12:00", in: zone) == (try at("2021-07-01T10:00:00Z")))
    }

    @Test("whose clock skips midnight begins the day after the gap")
    func noMidnight() throws {
        let zone = try Zone.named("America/Sao_Paulo")  // 2018-11-04: 23:59:59 -03, then 01:00 -02
        let start = zone.start(of: try day("2018-11-04"))
        #expect(start == (try at("2018-11-04T03:00:00Z")))
        #expect(start.formatted(in: zone) == "2018-11-04T01:00:00-02:00")
        #expect(zone.day(of: start) == (try day("2018-11-04")))
        #expect(zone.day(of: Instant(microseconds: start.microseconds - 1)) == (try day("2018-11-03")))
    }

    @Test("whose clock goes back over midnight does not go back a day")
    func backOverMidnight() throws {
        let zone = try Zone.named("America/Sao_Paulo")  // 2019-02-17: 00:00 -02 becomes 23:00 -03 of the 16th
        #expect(zone.start(of: try day("2019-02-17")) == (try at("2019-02-17T03:00:00Z")))
        // 2010-11-07: 00:01 -02:30 becomes 23:01 of the 6th
        let newfoundland = try Zone.named("America/St_Johns")
        let start = newfoundland.start(of: try day("2010-11-07"))
        #expect(start == (try at("2010-11-07T02:30:00Z")))
        #expect(
            newfoundland.day(of: Instant(seconds: start.microseconds / 1_000_000 + 1800))
                == (try day("2010-11-07"))
        )
    }

    @Test("that skipped a day begins it with the next one")
    func skippedDay() throws {
        let zone = try Zone.named("Pacific/Apia")  // 2011-12-30 did not exist
        #expect(zone.start(of: try day("2011-12-30")) == zone.start(of: try day("2011-12-31")))
        #expect(zone.day(of: zone.start(of: try day("2011-12-30"))) == (try day("2011-12-31")))
    }

    @Test(
        "agrees with itself on days, starts and wall times",
        arguments: [
            "Europe/Amsterdam", "America/Sao_Paulo", "America/St_Johns", "Pacific/Apia", "Asia/Beirut",
            "Africa/Cairo",
            "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca", "America/New_York",
            "Pacific/Kwajalein",
        ]
    )
    func laws(name: String) throws {
        let zone = try Zone.named(name)
        var random = SeededGenerator(seed: 5)
        let range = Int64(-2_208_988_800)...Int64(7_226_582_400)
        for _ in 0..<3_000 {
            let moment = Instant(seconds: Int64.random(in: range, using: &random))
            let day = zone.day(of: moment)
            #expect(
                zone.start(of: day) <= moment && moment < zone.start(of: day.advanced(by: 1)),
                "\(moment)"
            )
            let local = moment.microseconds + Int64(zone.offsetSeconds(at: moment)) * 1_000_000
            let read = zone.instant(localMicroseconds: local)
            #expect(read <= moment, "\(moment)")
            #expect(zone.localMicroseconds(at: read) == local, "\(moment)")
            #expect(try Stamp.parse(moment.formatted(in: zone), in: .utc).instant == moment)
        }
    }
}

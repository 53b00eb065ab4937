import Testing
import WorkingTime

@Suite("A stamp") struct StampTests {
    @Test(
        "is read in the forms of ISO 8601",
        arguments: [
            ("2021-01-04T09:00:00+07:00", "2021-01-04T09:00:00+07:00", false, true),
            ("2021-01-04t09:00:00+0700", "2021-01-04T09:00:00+07:00", false, true),
            ("2021-01-04 09:00+07", "2021-01-04T09:00:00+07:00", false, true),
            ("2021-01-04T02:00:00Z", "2021-01-04T09:00:00+07:00", false, true),
            ("2021-01-04T02:00:00z", "2021-01-04T09:00:00+07:00", false, true),
            ("2021-01-04T09:00", "2021-01-04T09:00:00+07:00", false, false),
            ("2021-01-04", "2021-01-04T00:00:00+07:00", true, false),
            ("2021-01-04T09:00:00.5", "2021-01-04T09:00:00.500+07:00", false, false),
            ("2021-01-04T09:00:00.123456789Z", "2021-01-04T16:00:00.123456+07:00", false, true),
            ("2021-01-04T09:00:00-03:30", "2021-01-04T19:30:00+07:00", false, true),
            ("1900-01-01", "1900-01-01T00:00:00+07:00", true, false),
            ("2199-12-31T23:59:59.999999", "2199-12-31T23:59:59.999999+07:00", false, false),
            ("2024-02-29", "2024-02-29T00:00:00+07:00", true, false),
        ]
    )
    func forms(text: String, written: String, isDateOnly: Bool, hasZone: Bool) throws {
        let stamp = try Stamp.parse(text, in: .jakarta)
        #expect(stamp.instant.formatted(in: .jakarta) == written)
        #expect(stamp.isDateOnly == isDateOnly)
        #expect(stamp.hasZone == hasZone)
    }

    @Test(
        "is refused with the reason",
        arguments: [
            ("", StampError.Code.empty), ("tomorrow", .malformed), ("2021-1-4", .malformed),
            ("04/01/2021", .malformed),
            ("2021-01-04T", .malformed), ("2021-01-04T09", .malformed), ("2021-01-04T09:00:0", .malformed),
            ("2021-01-04T09:00:00.", .malformed), ("2021-01-04T09:00:00.1234567890", .malformed),
            ("2021-01-04T09:00:00 +07:00", .malformed), ("2021-01-04T09:00+7", .malformed),
            (" 2021-01-04", .malformed),
            ("2021-01-04T09:00:00+07:0", .malformed), ("2021-01-04x09:00", .malformed),
            ("2021-01-04\u{14}09:00", .malformed),
            ("2024-02-30", .noSuchDate), ("2023-02-29", .noSuchDate), ("2021-13-01", .noSuchDate),
            ("2021-00-10", .noSuchDate), ("2021-01-04T25:00", .noSuchDate), ("2021-01-04T24:00", .noSuchDate),
            ("2021-01-04T09:60", .noSuchDate), ("2021-01-04T09:00:60", .noSuchDate),
            ("2021-01-04T09:00+25:00", .noSuchDate), ("2964-01-01", .outOfRange), ("1899-12-31", .outOfRange),
            ("0000-00-00", .outOfRange), ("2200-01-01T00:00Z", .outOfRange),
        ]
    )
    func refusals(text: String, code: StampError.Code) throws {
        let error = try #require(throws: StampError.self) { try Stamp.parse(text, in: .jakarta) }
        #expect(error.code == code)
        #expect(!error.description.isEmpty)
    }

    @Test("without a time is the first instant of its day, even where midnight is skipped")
    func dateOnly() throws {
        let zone = try Zone.named("America/Sao_Paulo")
        #expect(try Stamp.parse("2018-11-04", in: zone).instant == (try at("2018-11-04T03:00:00Z")))
    }
}

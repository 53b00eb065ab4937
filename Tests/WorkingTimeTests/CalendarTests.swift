import PermitDocuments
import Testing
import WorkingTime

@Suite("A calendar") struct CalendarTests {
    private func read(
        _ text: String,
        base: CalendarDefinition? = nil
    ) throws -> (definition: CalendarDefinition?, diagnostics: [Diagnostic]) {
        let (definition, diagnostics) = CalendarDefinition.read(try JSONParser.parse(text, file: "c.json")) {
            name in
            name == base?.name ? base : nil
        }
        return (definition, diagnostics)
    }

    @Test("of Indonesia has 238 holidays in force on 237 dates, and eight that were taken back")
    func indonesia() throws {
        let definition = try CalendarFile.indonesia.get()
        let inForce = definition.holidays.filter { $0.revokedOn == nil }
        #expect(inForce.count == 238)
        #expect(Set(inForce.map(\.day)).count == 237)
        #expect(definition.holidays.count == 246)
        #expect(inForce.count { $0.kind == .national } == 169)
        #expect(definition.zone == "Asia/Jakarta")
        #expect(definition.officeHours == .standard)
        #expect(definition.holidays.allSatisfy { !$0.decree.isEmpty && $0.names.count == 2 })
    }

    @Test("names the holidays of a day, two feasts on one date as two")
    func holidays() throws {
        let calendar = try jakarta().calendar
        #expect(calendar.holidays(on: try day("2021-05-13")).count == 2)
        #expect(calendar.holidays(on: try day("2021-05-17")).isEmpty)
        #expect(calendar.holidays(on: try day("2022-07-09")).isEmpty)
        #expect(calendar.holidays(on: try day("2017-01-01")).first?.name(in: "en") == "New Year's Day")
        #expect(!calendar.isWorkingDay(try day("2021-05-13")))
    }

    @Test("can be read as it was known on a day")
    func known() throws {
        let definition = try CalendarFile.indonesia.get()
        let before = WorkCalendar(definition.asKnown(on: try day("2022-04-06")))
        #expect(before.isWorkingDay(try day("2022-04-29")))
        #expect(before.holidays(on: try day("2022-07-09")).count == 1)
        #expect(before.holidays(on: try day("2022-07-10")).isEmpty)
        let after = WorkCalendar(definition.asKnown(on: try day("2022-07-07")))
        #expect(!after.isWorkingDay(try day("2022-04-29")))
        #expect(after.holidays(on: try day("2022-07-09")).isEmpty)
        #expect(after.holidays(on: try day("2022-07-10")).count == 1)
    }

    @Test("written as JSON reads back the same")
    func roundTrip() throws {
        let definition = try CalendarFile.indonesia.get()
        let (read, diagnostics) = try read(definition.json.canonical)
        #expect(diagnostics.isEmpty)
        #expect(read == definition)
    }

    @Test("changes its week on a date")
    func weeks() throws {
        let text = """
            {"calendar": "c", "years": {"first": 2020, "last": 2021},
             "weeks": [{"from": "2020-07-01", "days": "five"}, {"from": "2020-01-01", "days": "six"}]}
            """
        let definition = try #require(try read(text).definition)
        let calendar = WorkCalendar(definition)
        #expect(calendar.isWorkingDay(try day("2020-06-27")))
        #expect(!calendar.isWorkingDay(try day("2020-07-04")))
        #expect(calendar.workingDays(after: try day("2020-06-26"), through: try day("2020-07-04")) == 6)
    }

    @Test("extends another with local holidays")
    func extends() throws {
        let base = try CalendarFile.indonesia.get()
        let text = """
            {"calendar": "madiun", "extends": "id", "weeks": [{"from": "2017-01-01", "days": "six"}],
             "holidays": [{"date": "2021-06-21", "names": {"id": "Hari Jadi"}}]}
            """
        let local = WorkCalendar(try #require(try read(text, base: base).definition))
        #expect(local.name == "madiun")
        #expect(!local.isWorkingDay(try day("2021-06-21")))
        #expect(local.holidays(on: try day("2021-06-21")).map(\.kind) == [.local])
        #expect(local.isWorkingDay(try day("2021-06-26")))
        #expect(!local.isWorkingDay(try day("2021-08-17")))
    }

    @Test(
        "with faults is refused, each with its place",
        arguments: [
            (#"{"years": {"first": 2020, "last": 2021}}"#, "a calendar needs its name"),
            (#"{"calendar": "c"}"#, "needs years"),
            (#"{"calendar": "c", "years": {"first": 2021, "last": 2020}}"#, "last is before first"),
            (#"{"calendar": "c", "years": {"first": 20, "last": 2020}}"#, "whole number from 1900 to 2199"),
            (#"{"calendar": "c", "years": {"first": 2020}}"#, "needs first and last"),
            (#"{"calendar": "c", "extends": "nowhere"}"#, "no calendar \"nowhere\""),
            (
                #"{"calendar": "c", "yeers": {}, "years": {"first": 2020, "last": 2020}}"#,
                "did you mean \"years\"?"
            ),
            (
                #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "zone": "Asia/Jakata"}"#,
                "Asia/Jakarta"
            ),
            (
                #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "joint_leave": "maybe"}"#,
                "off or worked"
            ),
            (
                #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "weeks": [{"from": "2020-01-01"}]}"#,
                "needs \"days\""
            ),
            (
                #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "holidays": [{"date": "2020-02-30", "kind": "local", "names": {}}]}"#,
                "a date such as"
            ),
            (
                #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "holidays": [{"date": "2021-02-03", "kind": "local", "names": {}}]}"#,
                "outside the calendar's years 2020 to 2020"
            ),
            (
                #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "office_hours": {"five": {"mon": "16:00-07:30"}}}"#,
                "office hours are stretches"
            ),
        ]
    )
    func faults(text: String, message: String) throws {
        let (definition, diagnostics) = try read(text)
        #expect(definition == nil)
        #expect(diagnostics.contains { $0.message.contains(message) && $0.position != nil }, "\(diagnostics)")
    }

    @Test("warns of a holiday that stands twice")
    func twice() throws {
        let holiday = #"{"date": "2020-02-03", "kind": "local", "names": {"id": "x"}}"#
        let (definition, diagnostics) = try read(
            #"{"calendar": "c", "years": {"first": 2020, "last": 2020}, "holidays": [\#(holiday), \#(holiday)]}"#
        )
        #expect(definition?.holidays.count == 1)
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test("of weekdays knows no holidays")
    func weekdays() throws {
        #expect(WorkCalendar.weekdays.isWorkingDay(try day("2021-12-24")))
        #expect(!WorkCalendar.weekdays.isWorkingDay(try day("2021-12-25")))
        #expect(WorkCalendar.weekdays.years == 1900...2199)
    }
}

import TestSupport
import Testing
import WorkingTime

@Suite("Counting working days") struct NamedCountTests {
    @Test("from Saturday to Monday is one day")
    func saturdayToMonday() throws {
        let office = try jakarta()
        #expect(office.workingDays(from: try at("2021-01-09T10:00"), to: try at("2021-01-11T09:00")) == 1)
        #expect(office.workingDays(from: try at("2021-01-09"), to: try at("2021-01-11")) == 1)
    }

    @Test("from Friday to Saturday is none")
    func fridayToSaturday() throws {
        let office = try jakarta()
        #expect(office.workingDays(from: try at("2021-01-08T10:00"), to: try at("2021-01-09T23:59")) == 0)
        #expect(office.workingDays(from: try at("2021-01-08"), to: try at("2021-01-09")) == 0)
    }

    @Test("adds up over consecutive intervals, whatever the hour")
    func addsUp() throws {
        let office = try jakarta()
        var random = SeededGenerator(seed: 3)
        let first = try at("2019-01-01").microseconds
        for _ in 0..<1_000 {
            let moments = (0..<3)
                .map { _ in Instant(microseconds: first + Int64.random(in: 0..<(1 << 46), using: &random)) }
                .sorted()
            let parts =
                office.workingDays(from: moments[0], to: moments[1])
                + office.workingDays(from: moments[1], to: moments[2])
            #expect(parts == office.workingDays(from: moments[0], to: moments[2]), "\(moments)")
        }
    }

    @Test(
        "of a year gives the published figures",
        arguments: [
            (2017, 239, 246, 290), (2018, 239, 247, 288), (2019, 246, 250, 295), (2020, 243, 248, 294),
            (2021, 248, 249, 298), (2022, 246, 250, 296), (2023, 239, 250, 289), (2024, 238, 248, 287),
            (2025, 237, 248, 288), (2026, 240, 248, 291),
        ]
    )
    func workingDaysOfAYear(year: Int, five: Int, jointLeaveWorked: Int, six: Int) throws {
        let calendar = try jakarta().calendar
        let before = try day("\(year - 1)-12-31")
        let last = try day("\(year)-12-31")
        #expect(calendar.workingDays(after: before, through: last) == five)
        #expect(
            calendar.settingJointLeaveWorked(true).workingDays(after: before, through: last)
                == jointLeaveWorked
        )
        #expect(calendar.settingWeek(.six).workingDays(after: before, through: last) == six)
    }

    @Test("finds the nth working day that counting gives back")
    func nthWorkingDay() throws {
        let calendar = try jakarta().calendar
        var random = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let start = calendar.firstDay.advanced(by: Int.random(in: 0..<3_000, using: &random))
            let number = Int.random(in: 1...300, using: &random)
            let found = try #require(calendar.workingDay(number: number, after: start))
            #expect(calendar.isWorkingDay(found))
            #expect(calendar.workingDays(after: start, through: found) == number)
        }
    }

    @Test("counts in office hours what falls into them")
    func officeSeconds() throws {
        let office = try jakarta()
        func hours(_ from: String, _ to: String) throws -> Double {
            Double(office.officeSeconds(from: try at(from), to: try at(to))) / 3600
        }
        #expect(try hours("2021-01-04T09:00", "2021-01-04T09:30") == 0.5)
        #expect(try hours("2021-01-04T11:00", "2021-01-04T14:00") == 2)
        #expect(try hours("2021-01-04T18:00", "2021-01-05T06:00") == 0)
        #expect(try hours("2021-01-04", "2021-01-11") == 37.5)
        #expect(try hours("2021-01-08T16:00", "2021-01-11T08:00") == 1)
        #expect(try hours("2021-05-12T08:00", "2021-05-14T15:00") == 0)
        let six = OfficeTime(zone: office.zone, calendar: office.calendar.settingWeek(.six))
        #expect(six.officeSeconds(from: try at("2021-01-04"), to: try at("2021-01-11")) == 37 * 3600 + 1800)
    }
}

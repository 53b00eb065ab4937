import TestSupport
import Testing
import WorkingTime

@Suite("A change of the clock in mid-file") struct ClockShiftTests {
    /// A log of an office with work in `window`, most of it in the morning, and some stragglers.
    struct Office {
        var first = Day(number: 17_000)
        var days = 300
        var perWeek = 40
        var window = 7...14
        var stragglers = 0.03
        var worksSaturdays = false

        /// Notes the office's events; `turned` gives the hour that the clock shows on a day.
        func survey(
            _ generator: inout SeededGenerator,
            zone: Zone = .jakarta,
            turned: (Day, Int, inout SeededGenerator) -> Int = { _, hour, _ in hour }
        ) -> ClockShiftSurvey {
            var survey = ClockShiftSurvey(zone: zone)
            for number in 0..<days {
                let day = first.advanced(by: number)
                guard day.weekday <= (worksSaturdays ? 6 : 5) else { continue }
                let mean = Double(perWeek) / (worksSaturdays ? 6 : 5)
                // Busy days and quiet ones, with the wanted mean.
                let events = Int((mean * 2 * Double.random(in: 0..<1, using: &generator)).rounded())
                for _ in 0..<events {
                    let isStraggler = Double.random(in: 0..<1, using: &generator) < stragglers
                    let hour = isStraggler ? Int.random(in: 0...23, using: &generator) : work(&generator)
                    survey.note(day, hour: turned(day, hour, &generator))
                }
            }
            return survey
        }

        private func work(_ generator: inout SeededGenerator) -> Int {
            let first = Int.random(in: window, using: &generator)
            return Bool.random(using: &generator)
                ? first : min(first, Int.random(in: window, using: &generator))
        }
    }

    @Test("from WIB to UTC is found with its day, its hours and the hours of work")
    func kelurahan() throws {
        var generator = SeededGenerator(seed: 1)
        let change = try #require(Day("2016-02-29"))
        var office = Office(perWeek: 60, stragglers: 0)
        office.first = try #require(Day("2015-10-01"))
        office.days = 240
        var expected = 0
        let survey = office.survey(&generator) { day, hour, _ in
            if day >= change { expected += 1 }
            return day < change ? hour : hour - 5
        }
        let found = try #require(survey.shift)
        #expect(abs(found.at.days(until: change)) <= 1)
        #expect(found.hours == -5)
        #expect(found.before == 7...13 || found.before == 7...14)
        #expect(found.after == found.before.lowerBound - 5...found.before.upperBound - 5)
        #expect(abs(found.events - expected) <= 15)
    }

    @Test("is found within a week, whatever the hours of work", arguments: 3...12)
    func found(hours: Int) {
        let seed = UInt64(hours) &* 1000
        var generator = SeededGenerator(seed: seed)
        var missed: [String] = []
        for trial in 0..<12 {
            var office = Office()
            office.perWeek = Int.random(in: 20...200, using: &generator)
            office.days = Int.random(in: 180...900, using: &generator)
            let opens = Int.random(in: 6...9, using: &generator)
            office.window = opens...(opens + Int.random(in: 5...9, using: &generator))
            office.worksSaturdays = Bool.random(using: &generator)
            let change = office.first.advanced(by: Int.random(in: 60...(office.days - 60), using: &generator))
            let sign = Bool.random(using: &generator) ? 1 : -1
            let survey = office.survey(&generator) { day, hour, _ in
                day < change ? hour : (hour + sign * hours + 24) % 24
            }
            let wanted = hours == 12 ? 12 : sign * hours
            guard let found = survey.shift, abs(found.at.days(until: change)) <= 7, found.hours == wanted
            else {
                missed.append("trial \(trial): \(office), \(survey.shift.map { "\($0)" } ?? "nothing")")
                continue
            }
        }
        #expect(missed.isEmpty, "seed \(seed), \(missed.count) of 12 missed, first \(missed.first ?? "")")
    }

    @Test("is never seen in a log without one")
    func falseAlarms() {
        let seed: UInt64 = 31_337
        var generator = SeededGenerator(seed: seed)
        var alarms: [String] = []
        for trial in 0..<1000 {
            var office = Office()
            office.perWeek = Int.random(in: 2...150, using: &generator)
            office.days = Int.random(in: 30...700, using: &generator)
            let opens = Int.random(in: 0...16, using: &generator)
            office.window = opens...(opens + Int.random(in: 0...(23 - opens), using: &generator))
            office.stragglers = Double.random(in: 0...0.3, using: &generator)
            let middle = office.first.advanced(by: office.days / 2)
            let kind = trial % 5
            let survey = office.survey(&generator) { day, hour, generator in
                switch kind {
                // Ramadan and the like: an hour or two earlier for a month.
                case 1: day >= middle && day < middle.advanced(by: 30) ? max(hour - 2, 0) : hour
                // Summer time and winter time.
                case 2: (hour + Int(day.number / 182) % 2) % 24
                // An evening shift from the middle on, beside the day's.
                case 3: day >= middle && generator.oneIn(3) ? (hour + 9) % 24 : hour
                // Two shifts that take turns by the week.
                case 4: (hour + Int((day.number + 3) / 7) % 2 * 8) % 24
                default: hour
                }
            }
            if let found = survey.shift { alarms.append("trial \(trial) kind \(kind): \(office), \(found)") }
        }
        #expect(alarms.isEmpty, "seed \(seed), \(alarms.count) alarms, first \(alarms.first ?? "")")
    }

    @Test("is no gradual drift of the hours", arguments: [8, 12, 20])
    func gradual(weeks: Int) {
        let seed: UInt64 = 5
        var generator = SeededGenerator(seed: seed)
        var alarms = 0
        for _ in 0..<30 {
            let office = Office(perWeek: Int.random(in: 20...150, using: &generator))
            let survey = office.survey(&generator) { day, hour, _ in
                let week = office.first.days(until: day) / 7 - 12
                return (hour + min(max(week, 0), weeks) * 7 / weeks) % 24
            }
            if survey.shift != nil { alarms += 1 }
        }
        #expect(alarms == 0, "seed \(seed)")
    }

    @Test("is not seen in a small log")
    func small() {
        var generator = SeededGenerator(seed: 6)
        var office = Office(perWeek: 20)
        office.days = 28
        let change = office.first.advanced(by: 14)
        #expect(office.survey(&generator) { day, hour, _ in day < change ? hour : hour + 7 }.shift == nil)
        #expect(ClockShiftSurvey(zone: .utc).shift == nil)
    }

    @Test("is not the clock of a zone with summer time")
    func summerTime() throws {
        let zone = try Zone.named("Europe/Amsterdam")
        var survey = ClockShiftSurvey(zone: zone)
        for number in 0..<400 {
            let day = Day(number: 17_000 + Int32(number))
            for minute in stride(from: 9 * 60, to: 17 * 60, by: 25) {
                let local = Int64(day.number) * 86_400_000_000 + Int64(minute) * 60_000_000
                survey.note(zone.instant(localMicroseconds: local))
            }
        }
        #expect(survey.shift == nil)
    }

    @Test("of two halves is that of the whole")
    func merged() throws {
        var generator = SeededGenerator(seed: 7)
        let office = Office()
        let change = office.first.advanced(by: 150)
        let whole = office.survey(&generator) { day, hour, _ in day < change ? hour : (hour + 7) % 24 }
        generator = SeededGenerator(seed: 7)
        var halves = (ClockShiftSurvey(zone: .jakarta), ClockShiftSurvey(zone: .jakarta))
        _ = office.survey(&generator) { day, hour, generator in
            let shown = day < change ? hour : (hour + 7) % 24
            if day.number % 2 == 0 {
                halves.0.note(day, hour: shown)
            } else {
                halves.1.note(day, hour: shown)
            }
            return hour
        }
        halves.0.merge(halves.1)
        #expect(halves.0.shift == whole.shift)
        #expect(whole.shift?.hours == 7)
    }
}

import WorkingTime

/// An application on the day that it comes in.
struct Arrival: Hashable, Sendable {
    /// When it comes in.
    var moment: Instant
    /// Whether it comes in online.
    var isOnline: Bool
    /// Its number in the order of drawing, which keys its own random numbers.
    var draw: Int
}

/// Draws when applications come in.
struct Arrivals {
    let city: City
    let hours: OfficeDay
    let seed: UInt64
    let binding: Binding

    /// Applications between two days, in the order of drawing, which is not that of time.
    ///
    /// - Parameters:
    ///   - count: How many.
    ///   - from: The first day.
    ///   - until: The first day after; later than `from`.
    /// - Returns: As many applications, each made when it is asked for.
    func draw(_ count: Int, from: Day, until: Day) -> some Sequence<Arrival> {
        let choice = days(from: from, until: until)
        return (0..<count).lazy
            .map { index in
                var random = SplitMix64(seed: seed, stream: UInt64(index) * 2)
                return arrival(index, on: choice.draw(&random), &random)
            }
    }

    private func days(from: Day, until: Day) -> WeightedChoice<Day> {
        let calendar = hours.office.calendar
        let quiet = aroundLebaran(from: from, until: until)
        let weighted = (from.number..<until.number)
            .map { number in
                let day = Day(number: number)
                let weight = city.arrivals.weight(
                    of: day,
                    first: from,
                    isWorked: calendar.isWorkingDay(day),
                    isNearLebaran: quiet.contains(day),
                    onlinePerMille: city.onlineShare.perMille(on: day)
                )
                return (value: day, weight: binding.isGoverned(day) ? weight : 0)
            }
        // A span of days off before anything was online: applications come in all the same.
        guard weighted.contains(where: { $0.weight > 0 }) else {
            return WeightedChoice(
                weighted.map { (value: $0.value, weight: binding.isGoverned($0.value) ? 1 : 0) }
            )
        }
        return WeightedChoice(weighted)
    }

    /// The days within a week of Lebaran, as the calendar's holidays name it.
    private func aroundLebaran(from: Day, until: Day) -> Set<Day> {
        var days: Set<Day> = []
        for number in (from.number - 7)..<(until.number + 7) {
            let feast = Day(number: number)
            let isLebaran = hours.office.calendar.holidays(on: feast)
                .contains { holiday in
                    holiday.kind == .national && holiday.name(in: "id").hasSuffix("Idul Fitri")
                }
            if isLebaran { days.formUnion((-7...7).map { feast.advanced(by: $0) }) }
        }
        return days
    }

    private func arrival(_ index: Int, on day: Day, _ random: inout SplitMix64) -> Arrival {
        let isOnline = random.chance(perMille: city.onlineShare.perMille(on: day))
        if !isOnline, let moment = hours.counterMoment(on: day, random: &random) {
            return Arrival(moment: moment, isOnline: false, draw: index)
        }
        let clock = WeightedChoice(
            city.arrivals.onlineHours.enumerated().map { (value: $0.offset, weight: $0.element) }
        )
        let second = clock.draw(&random) * 3600 + random.below(3600)
        return Arrival(moment: hours.moment(of: day, second: second), isOnline: true, draw: index)
    }
}

public import WorkingTime

/// When applications come in: by year, month and weekday, around the feast and in lean times.
public struct ArrivalPattern: Hashable, Sendable {
    /// A stretch of days in which more or fewer applications come in: from included, until excluded.
    public struct Spell: Hashable, Sendable {
        /// The first day.
        public var from: Day
        /// The first day after.
        public var until: Day
        /// How many come in, in thousandths of the usual number.
        public var perMille: Int

        /// Creates a spell.
        public init(from: Day, until: Day, perMille: Int) {
            self.from = from
            self.until = until
            self.perMille = perMille
        }
    }

    /// The weights of Monday to Sunday in thousandths of a usual day; seven.
    public var weekdays: [Int]
    /// The weights of January to December in thousandths of a usual month; twelve.
    public var months: [Int]
    /// How much the number grows in a year, in thousandths of the first year's.
    public var growthPerMille: Int
    /// How many come in within a week of Lebaran (Idul Fitri), in thousandths.
    public var aroundLebaranPerMille: Int
    /// Lean and busy times.
    public var spells: [Spell]
    /// The weights of the hours of a day for applications online; twenty-four.
    public var onlineHours: [Int]

    /// Creates a pattern.
    public init(
        weekdays: [Int],
        months: [Int],
        growthPerMille: Int,
        aroundLebaranPerMille: Int,
        spells: [Spell] = [],
        onlineHours: [Int]
    ) {
        precondition(
            weekdays.count == 7 && months.count == 12 && onlineHours.count == 24,
            "one weight for each"
        )
        self.weekdays = weekdays
        self.months = months
        self.growthPerMille = growthPerMille
        self.aroundLebaranPerMille = aroundLebaranPerMille
        self.spells = spells
        self.onlineHours = onlineHours
    }

    /// How many applications a day attracts, relative to other days.
    ///
    /// - Parameters:
    ///   - day: The day.
    ///   - first: The first day of the simulation, from which growth counts.
    ///   - isWorked: Whether the office is open.
    ///   - isNearLebaran: Whether Lebaran is within a week.
    ///   - onlinePerMille: The share of applications online, which alone can come in while the office is closed.
    /// - Returns: A weight, zero where nothing can come in.
    func weight(of day: Day, first: Day, isWorked: Bool, isNearLebaran: Bool, onlinePerMille: Int) -> Int {
        let factors = [
            weekdays[day.weekday - 1],
            months[day.components.month - 1],
            1000 + growthPerMille * first.days(until: day) / 365,
            isNearLebaran ? aroundLebaranPerMille : 1000,
            spells.first { $0.from <= day && day < $0.until }?.perMille ?? 1000,
            isWorked ? 1000 : onlinePerMille,
        ]
        return factors.reduce(1_000_000) { max(0, $0 * $1 / 1000) }
    }
}

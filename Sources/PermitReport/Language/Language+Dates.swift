internal import WorkingTime

extension Language {
    /// A date as people write it: `23 November 2026`.
    func date(_ day: Day) -> String {
        let date = day.components
        return "\(date.day) \(monthName(date.month)) \(date.year)"
    }

    /// A moment as people write it, to the minute of a local clock.
    func moment(_ instant: Instant, in zone: Zone) -> String { written(instant.formatted(in: zone)) }

    /// A date or moment in ISO 8601 written out; any other text as it is.
    func written(_ text: String) -> String {
        guard let day = Day(text.prefix(10)) else { return text }
        let time = text.dropFirst(10).prefix(6)
        guard time.count == 6, let mark = time.first, mark == "T" || mark == " " else { return date(day) }
        let clock = time.dropFirst()
        return pick(
            "\(date(day)), \(clock)",
            "\(date(day)) pukul \(clock.replacing(":", with: "."))"
        )
    }

    func monthName(_ number: Int) -> String {
        switch self {
        case .english: Self.englishMonths[number - 1]
        case .indonesian: Self.indonesianMonths[number - 1]
        }
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static let indonesianMonths = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
        "November", "Desember",
    ]
}

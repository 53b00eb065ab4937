internal import WorkingTime

/// A moment in the ways in which offices write it, on the city's clock.
struct OfficeStamp {
    private let day: Day
    private let second: Int

    init(_ moment: Instant, in zone: Zone) {
        day = zone.day(of: moment)
        second = Int((moment.microseconds - zone.start(of: day).microseconds) / 1_000_000)
    }

    init(_ day: Day) {
        self.day = day
        second = 0
    }

    /// As `17/12/2021`.
    var numbers: String { "\(two(date.day))/\(two(date.month))/\(date.year)" }

    /// As `17/12/2021 17:09`.
    var numbersWithTime: String { "\(numbers) \(time)" }

    /// As `17:09`.
    var time: String { "\(two(second / 3600)):\(two(second / 60 % 60))" }

    /// As `17 Desember 2021`.
    var words: String { "\(date.day) \(Self.months[date.month - 1]) \(date.year)" }

    /// As `2021-12-17 17:09:15`.
    var message: String { "\(day) \(time):\(two(second % 60))" }

    /// As `20211217170915`.
    var compact: String {
        "\(date.year)\(two(date.month))\(two(date.day))\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))"
    }

    private var date: (year: Int, month: Int, day: Int) { day.components }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let months = [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
        "November", "Desember",
    ]
}

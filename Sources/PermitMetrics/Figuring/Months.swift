import WorkingTime

/// Consecutive months of the local calendar.
struct Months: Sendable {
    /// The first month, as 12 times the year plus the month from 0.
    let first: Int
    /// The first moment of each month, and of the month behind the last, in microseconds since 1970 UTC.
    private let starts: [Int64]

    /// The months from the one that holds a moment through the one that holds another; at most `most`, the last ones.
    init(from start: Int64, through end: Int64, most: Int, zone: Zone) {
        let last = Self.number(of: max(start, end), zone)
        let first = max(Self.number(of: start, zone), last - most + 1)
        self.first = first
        starts = (first...(last + 1))
            .map { number in
                // Every month of every year has a first day.
                let day = Day(year: number / 12, month: number % 12 + 1, day: 1) ?? Day(number: 0)
                return zone.start(of: day).microseconds
            }
    }

    var count: Int { starts.count - 1 }

    /// The month that holds a moment; nil outside of all.
    func index(of moment: Int64) -> Int? {
        guard moment >= starts[0], moment < starts[count] else { return nil }
        var (low, high) = (0, count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= moment { low = middle } else { high = middle }
        }
        return low
    }

    /// From the first moment of a month until the first moment of the next.
    func range(of index: Int) -> Range<Int64> { starts[index]..<starts[index + 1] }

    /// The year and the month from 1.
    func name(of index: Int) -> (year: Int, month: Int) {
        ((first + index) / 12, (first + index) % 12 + 1)
    }

    private static func number(of moment: Int64, _ zone: Zone) -> Int {
        let day = zone.day(of: Instant(microseconds: moment)).components
        return day.year * 12 + day.month - 1
    }
}

import WorkingTime

/// Reads the tables of the page of worked deadlines.
///
/// Every line of the page that begins with `|` belongs to a table with the columns below; anything else in a table is
/// a fault, so that no row can fall out of the test unseen.
enum WorkedDeadlinePage {
    static let path = "Sources/izin/Izin.docc/WorkedDeadlines.md"

    static let columns = [
        "No", "Case", "Start", "Limit", "Pauses", "Calendar", "Reckoning", "Last day", "Source",
    ]

    struct Fault: Error, CustomStringConvertible {
        var line: Substring
        var reason: String
        var description: String { "\(reason): \(line)" }
    }

    /// The rows of a page in its order, or what is wrong with one.
    static func rows(of text: String) throws -> [WorkedDeadline] {
        var rows: [WorkedDeadline] = []
        var isInTable = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                isInTable = false
                continue
            }
            let cells = cells(of: line)
            guard cells.count == columns.count else { throw Fault(line: line, reason: "not nine columns") }
            if isInTable {
                if !cells.allSatisfy({ $0 == "---" }) { rows.append(try row(cells, line: line)) }
            } else {
                guard cells == columns else { throw Fault(line: line, reason: "not the columns") }
                isInTable = true
            }
        }
        return rows
    }

    private static func cells(of line: Substring) -> [String] {
        line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map(trimmed)
    }

    private static func row(_ cells: [String], line: Substring) throws -> WorkedDeadline {
        func fault(_ reason: String) -> Fault { Fault(line: line, reason: reason) }
        guard let number = Int(cells[0]) else { throw fault("no number") }
        guard var limit = Limit(cells[3]) else { throw fault("no limit") }
        guard let lastDay = Day(cells[7]) else { throw fault("no last day") }
        if cells[1].isEmpty || cells[8].isEmpty { throw fault("no case or no source") }
        let start = try at(cells[2])
        var variant = WorkedDeadline.CalendarVariant()
        for word in parts(of: cells[5]) {
            guard apply(word, to: &variant, &limit) else { throw fault("no variant is called \(word)") }
        }
        let events = try parts(of: cells[4]).flatMap(events)
        let moments = [start] + events.map(\.moment)
        guard zip(moments, moments.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw fault("not in the order of time")
        }
        let steps = try steps(of: cells[6], from: Zone.jakarta.day(of: start))
        if steps.isEmpty { throw fault("no running number") }
        return WorkedDeadline(
            number: number,
            title: cells[1],
            start: start,
            limit: limit,
            events: events,
            variant: variant,
            steps: steps,
            lastDay: lastDay
        )
    }

    /// Whether a word of the column Calendar is known; it is then applied.
    private static func apply(
        _ word: String,
        to variant: inout WorkedDeadline.CalendarVariant,
        _ limit: inout Limit
    ) -> Bool {
        switch word {
        case "six days": variant.hasSixDays = true
        case "joint leave worked": variant.isJointLeaveWorked = true
        case "first day counts": limit.includesFirstDay = true
        case "shift": limit.shiftsOffHolidays = true
        default:
            let words = word.split(separator: " ")
            guard words.count == 3, words[0] == "as", words[1] == "known", let day = Day(words[2]) else {
                return false
            }
            variant.knownOn = day
        }
        return limit.fault == nil
    }

    /// The changes that a part of the column Pauses tells: `FROM/TO`, `43 AT`, `44 AT` or `restart AT`.
    private static func events(of part: String) throws -> [WorkedDeadline.Event] {
        for (word, change) in [
            ("43 ", WorkedDeadline.Change.pause), ("44 ", .restart), ("restart ", .restart),
        ]
        where part.hasPrefix(word) {
            return [.init(change: change, moment: try at(String(part.dropFirst(word.count))))]
        }
        let ends = part.split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2 else { throw Fault(line: part[...], reason: "no pause FROM/TO") }
        return [
            .init(change: .pause, moment: try at(String(ends[0]))),
            .init(change: .resume, moment: try at(String(ends[1]))),
        ]
    }

    /// The numbers of the last run of a reckoning, each with its day, such as `Fri 18 Jan (4)`.
    private static func steps(of reckoning: String, from start: Day) throws -> [WorkedDeadline.Step] {
        let segments = reckoning.split(separator: ";")
        let closed = segments.lastIndex { $0.contains("from zero") }.map { $0 + 1 } ?? 0
        return try segments[closed...]
            .flatMap { segment in
                try segment.matches(of: /([A-Z][a-z]+) ([0-9]+) ([A-Z][a-z]+) \(([0-9]+)\)/)
                    .map { match in
                        guard let date = Int(match.2), let consumed = Int(match.4),
                            let day = day(date, String(match.3), from: start)
                        else { throw Fault(line: segment, reason: "no such day") }
                        return .init(day: day, weekday: String(match.1), consumed: consumed)
                    }
            }
    }

    /// The first day with a date and a month that is not before another.
    private static func day(_ date: Int, _ month: String, from start: Day) -> Day? {
        let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
        guard let index = months.firstIndex(of: month[...]) else { return nil }
        let year = start.components.year
        return [year, year + 1].compactMap { Day(year: $0, month: index + 1, day: date) }
            .first { $0 >= start }
    }

    private static func parts(of cell: String) -> [String] { cell.split(separator: ",").map(trimmed) }

    private static func trimmed(_ text: Substring) -> String {
        let tail = text.drop { $0 == " " }
        return String(tail[..<(tail.lastIndex { $0 != " " }.map(tail.index(after:)) ?? tail.startIndex)])
    }
}

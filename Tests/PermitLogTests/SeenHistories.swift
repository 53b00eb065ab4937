import PermitLog
import Testing
import WorkingTime

/// The histories of a flattened log: for each case its length in seconds and its number of events.
struct SeenHistories {
    var events = 0
    var histories: [String: [Int]] = [:]

    init(_ source: any RowSource) throws {
        var times: [String: [Int64]] = [:]
        var row = TextRow()
        while try source.next(&row) {
            events += 1
            let stamp = try Stamp.parse(row.text(2), in: .utc)
            times[row.text(0), default: []].append(stamp.instant.microseconds / 1_000_000)
        }
        histories = times.mapValues { [Int(($0.max() ?? 0) - ($0.min() ?? 0)), $0.count] }
    }
}

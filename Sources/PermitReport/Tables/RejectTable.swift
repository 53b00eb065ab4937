public import PermitLog

/// The rejected rows as CSV (`--rejects`): file, line, column, reason and a sample of the offending cell.
public enum RejectTable {
    /// The rejected rows, one to a line.
    ///
    /// - Parameters:
    ///   - account: The account of the input; rows beyond its limit are counted there and not listed here.
    ///   - position: Where the row of an order stands in the files.
    /// - Returns: The table, every line ended.
    public static func text(of account: InputAccount, position: (UInt32) -> LogPosition) -> String {
        var text = CSVLine.text(["file", "line", "column", "reason", "sample"])
        for reject in account.rejects {
            let place = position(reject.order)
            text += CSVLine.text([
                place.file, Self.line(place), reject.column ?? "", reject.reason.rawValue, reject.sample,
            ])
        }
        return text
    }

    private static func line(_ place: LogPosition) -> String {
        if let line = place.line { return String(line) }
        return place.event.map { "event \($0)" } ?? ""
    }
}

/// How the names of columns are compared: exactly, and else by what is left of them without the accidents of exports.
///
/// `Day of Tgl Izin`, `tgl_izin` and `TGL IZIN` are the same column: letters' case, blanks, underscores, dots, asterisks
/// and line ends do not count, nor does the `Day of ` that a dashboard puts in front of dates.
public enum ColumnName {
    /// What is compared of a name.
    public static func key(_ name: String) -> String {
        var text = ""
        for scalar in name.lowercased().unicodeScalars where !isLoose(scalar) {
            text.unicodeScalars.append(scalar)
        }
        for prefix in ["dayof", "monthof", "yearof"] where text.hasPrefix(prefix) && text.count > prefix.count
        {
            return String(text.dropFirst(prefix.count))
        }
        return text
    }

    private static func isLoose(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "_", ".", "*", "\t", "\n", "\r", "\u{A0}", "\u{FEFF}": true
        default: false
        }
    }
}

/// The names of a file's columns, to be found exactly or by ``ColumnName/key(_:)``.
struct ColumnSet: Sendable {
    /// The names in the order of the file.
    let names: [String]
    private let exact: [String: Int]
    private let loose: [String: Int]

    init(_ names: [String]) {
        self.names = names
        exact = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        loose = Dictionary(
            names.enumerated().map { (ColumnName.key($1), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    init(_ names: Set<String>) { self.init(names.sorted()) }

    /// The place of a column; nil for one that the file does not have.
    func index(_ name: String) -> Int? { exact[name] ?? loose[ColumnName.key(name)] }

    /// Whether the file has a column.
    func contains(_ name: String) -> Bool { index(name) != nil }

    /// The names that stand more than once.
    var repeated: [String] {
        var seen: Set<String> = []
        return names.filter { !$0.isEmpty && !seen.insert($0).inserted }
    }
}

/// The files that OSS and an office would have of a simulated city, each in the columns of the shipped profile that
/// reads it.
public enum OfficeFile: String, Hashable, Sendable, CaseIterable {
    /// The list of licences of OSS: `oss-list-izin`.
    case listIzin = "list-izin"
    /// The projects of OSS: `oss-proyek`.
    case projects = "proyek"
    /// The business numbers of OSS: `oss-nib`.
    case businessNumbers = "nib"
    /// The sheet in which the office follows its requests: `local-tracking`.
    case localSheet = "local-sheet"
    /// The milestone sheet of the counter before OSS: `ptsp-milestones`.
    case counterSheet = "ptsp-sheet"
    /// The counts of the last year by month: `office-monthly`.
    case monthlySheet = "monthly"
    /// The messages to OSS, one JSON object on each line: `oss-messages`.
    case messages

    /// Whether the file is of OSS, so that a city before OSS has none.
    public var isOfOSS: Bool {
        switch self {
        case .listIzin, .projects, .businessNumbers, .localSheet, .messages: true
        case .counterSheet, .monthlySheet: false
        }
    }
}

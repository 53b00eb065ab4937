public import WorkingTime

/// What to read, and how.
public struct ReadRequest: Sendable {
    /// The files in the order in which they are one log; `-` is standard input.
    public var sources: [String]
    /// Profiles of which the first that matches the first file is used.
    public var profiles: [Profile] = []
    /// A profile that is used whether it matches or not.
    public var profile: Profile?
    /// Files whose columns widen the rows of the sources, each by the rule of a profile.
    public var joins: [String] = []
    /// The sheets of workbooks that are read; empty for the profile's, else for those that fit.
    public var sheets: [String] = []
    /// What stands between the cells of a text, one ASCII character; nil where it is found out.
    public var delimiter: Character?
    /// What stands around cells that hold the delimiter; nil for nothing.
    public var quote: Character? = "\""
    /// What was left out when the sources were gathered, to be reported with the log.
    public var leftOut: [DirtFinding] = []
    /// The encoding of texts, as IANA names it: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252`; nil where it is found out.
    public var encoding: String?
    /// How dates are written, as `StampForm` names it, for a column or (nil) for all; else the profile's, else found out.
    public var dateForms: [(column: String?, form: String)] = []
    /// Openers of further formats; the first that knows a file opens it.
    public var openers: [FileOpener] = []
    /// The column of case ids; nil for the profile's or a known one.
    public var caseColumn: String?
    /// The column of activities; nil for the profile's or a known one.
    public var activityColumn: String?
    /// The column of times; nil for the profile's or a known one.
    public var timeColumn: String?
    /// The zone of days and of stamps without offset; nil for the profile's.
    public var zone: Zone?
    /// Gives the zone where neither the request nor the profile names one.
    public var fallbackZone: @Sendable (Profile?) -> Zone = { _ in .jakarta }
    /// Whether a time of day without offset is rejected instead of read in the zone.
    public var isStrict = false
    /// Columns to keep as facts beside those of the profile; those that no file has are left out.
    public var extraColumns: [String] = []
    /// Whether all columns but personal ones are kept as facts.
    public var keepsAllColumns = false
    /// The type of objects whose history an object-centric log is read as; nil for the only one that can be meant.
    public var objectType: String?
    /// Whether every event keeps its resource; with a profile it does, and its role where the profile names a column
    /// for it.
    public var keepsResource = false
    /// What is made of the transitions of activities.
    public var lifecycle = LifecycleReading.all
    /// How many threads read, at least 1, without effect on the result.
    public var workers = 1
    /// How many rejected rows are listed; all are counted.
    public var listedRejects = 1_000_000
    /// How many bytes of a table are parsed at a time, without effect on the result.
    public var blockBytes = 1 << 18
    /// The longest record of a table and the longest tag of XES in bytes; longer ones are rejected.
    public var recordBytes = 16 << 20
    /// The most bytes, unpacked, of a workbook, a page or an object-centric log, which are read as a whole.
    public var unpackedBytes = 4 << 30
    /// Called now and then while reading, from any of the threads, one at a time.
    public var progress: (@Sendable (ReadProgress) -> Void)?

    /// Creates a request for some files with everything else at its default.
    public init(sources: [String]) { self.sources = sources }
}

/// Opens files of a format that the log room does not read itself.
public struct FileOpener: Sendable {
    /// Gives the rows of a file.
    ///
    /// It gets the file's name, its first bytes and the type of object that is the permit, and gives nil for a file of
    /// another format.
    public var open:
        @Sendable (_ name: String, _ start: [UInt8], _ objectType: String?) throws(LogError) -> (
            any RowSource
        )?

    /// Creates an opener.
    public init(
        _ open:
            @escaping @Sendable (_ name: String, _ start: [UInt8], _ objectType: String?) throws(LogError) ->
            (
                any RowSource
            )?
    ) {
        self.open = open
    }
}

/// How far reading has come.
public struct ReadProgress: Sendable {
    /// The file being read.
    public var file: String
    /// The file's place among the sources, from 0.
    public var fileIndex: Int
    /// Bytes of the file that were read, as stored on disk.
    public var bytesRead: Int
    /// The file's size; nil where it cannot be known.
    public var bytesTotal: Int?
}

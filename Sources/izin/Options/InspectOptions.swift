#if CommandLine
import ArgumentParser
import PermitReport
import WorkingTime

/// What is looked at, and how it is shown.
struct InspectOptions: ParsableArguments {
    /// The forms that are written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Argument(help: ArgumentHelp("Files of any kind, plain or .gz.", valueName: "file"))
    var files: [String]

    @Option(
        name: .customLong("join"),
        help: ArgumentHelp(
            "A file of the same permits that a profile joins: what both prove together; may be repeated.",
            valueName: "file"
        )
    )
    var joins: [String] = []

    @Option(
        help: ArgumentHelp(
            "How to read the file, bundled or a file (default: the bundled one whose columns match).",
            valueName: "name"
        )
    )
    var profile: String?

    @Option(name: .customLong("case"), help: ArgumentHelp("The column of permits.", valueName: "column"))
    var caseColumn: String?

    @Option(
        name: .customLong("activity"),
        help: ArgumentHelp("The column of activities.", valueName: "column")
    )
    var activityColumn: String?

    @Option(name: .customLong("time"), help: ArgumentHelp("The column of times.", valueName: "column"))
    var timeColumn: String?

    @Option(
        help: ArgumentHelp(
            "The form of dates where cells do not tell it, such as dd/mm/yyyy, or of one column; may be repeated.",
            valueName: "[column=]form"
        )
    )
    var dateFormat: [String] = []

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp("A sheet of a workbook (default: all); may be repeated.", valueName: "name")
    )
    var sheets: [String] = []

    @Option(
        help: ArgumentHelp("The objects that are the permits, of an object-centric log.", valueName: "type")
    )
    var objectType: String?

    @Option(help: ArgumentHelp("A file for a profile drafted from what was found.", valueName: "file"))
    var draft: String?

    @Option(help: "The form of the result.")
    var format = Format.text

    @Option(help: ArgumentHelp("en or id (Indonesian).", valueName: "code"))
    var language = "en"

    @Option(help: ArgumentHelp("Where the result goes (default: standard output).", valueName: "file"))
    var output: String?

    mutating func validate() throws {
        if files.isEmpty { throw ValidationError("name a file") }
        if (files + joins).contains("-") {
            throw ValidationError("inspect reads a file several times: standard input (-) cannot be one")
        }
        for told in dateForms where (try? StampForm.named(told.form)) == nil {
            throw ValidationError("--date-format is a form such as dd/mm/yyyy or words, not \"\(told.form)\"")
        }
        if Language(rawValue: language) == nil {
            throw ValidationError("--language is en or id, not \"\(language)\"")
        }
        if draft != nil, files.count > 1 {
            throw ValidationError("--draft is of one file; name one")
        }
        let written = [draft, output].compactMap(\.self).filter { $0 != "-" }
        if Set(written).count < written.count {
            throw ValidationError("--draft and --output are different files")
        }
        for path in written where (files + joins).contains(where: { OutputFile.isSame($0, path) }) {
            throw ValidationError("\(path) is read; name another file to write")
        }
    }

    /// The forms of dates that were told, of a column or of all.
    var dateForms: [(column: String?, form: String)] {
        dateFormat.map { text in
            guard let equals = text.lastIndex(of: "="), equals > text.startIndex else { return (nil, text) }
            return (String(text[..<equals]), String(text[text.index(after: equals)...]))
        }
    }

    /// The language that was asked for.
    var words: Language { Language(rawValue: language) ?? .english }
}
#endif

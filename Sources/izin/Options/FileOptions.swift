#if CommandLine
import ArgumentParser
import PermitFiles
import PermitLog

/// What the files of a log are, where they do not say it themselves.
struct FileOptions: ParsableArguments {
    @Option(
        name: .customLong("join"),
        help: ArgumentHelp(
            "A file whose columns widen the rows of the log, by the key that a profile names; may be repeated.",
            valueName: "file"
        )
    )
    var joins: [String] = []

    @Option(
        name: .customLong("sheet"),
        help: ArgumentHelp("A sheet of a workbook (default: those that a profile knows).", valueName: "name")
    )
    var sheets: [String] = []

    @Option(
        name: .customLong("date-format"),
        help: ArgumentHelp(
            "How dates are written, such as dd/mm/yyyy or COLUMN=mm/dd/yyyy (default: the profile's, else found out).",
            valueName: "form"
        )
    )
    var dateFormats: [String] = []

    @Option(help: ArgumentHelp("What stands between cells: one character, or tab.", valueName: "char"))
    var delimiter: String?

    @Option(help: ArgumentHelp("What stands around cells: one character, or none.", valueName: "char"))
    var quote: String?

    @Option(help: ArgumentHelp("utf-8, utf-16le, utf-16be or windows-1252.", valueName: "name"))
    var encoding: String?

    @Option(
        help: ArgumentHelp("In an object-centric log, the objects that are the permits.", valueName: "type")
    )
    var objectType: String?

    mutating func validate() throws {
        if let delimiter, Self.character(delimiter) == nil {
            throw ValidationError("--delimiter is one ASCII character or tab, not \"\(delimiter)\"")
        }
        if let quote, quote != "none", Self.character(quote) == nil {
            throw ValidationError("--quote is one ASCII character or none, not \"\(quote)\"")
        }
        if joins.contains("-") { throw ValidationError("--join takes a file, not standard input") }
    }

    /// A request for some files and folders, with what these options say.
    func request(for paths: [String]) throws(Failure) -> ReadRequest {
        do throws(LogError) {
            let (files, left) = try LogFiles.expand(paths)
            var request = ReadRequest(sources: files)
            request.leftOut = left
            request.joins = joins
            request.sheets = sheets
            request.delimiter = delimiter.flatMap(Self.character)
            if let quote { request.quote = quote == "none" ? nil : Self.character(quote) }
            request.encoding = encoding
            request.objectType = objectType
            request.openers = [ObjectCentricDatabase.opener]
            request.dateForms = dateFormats.map(Self.form)
            return request
        } catch {
            throw Failure(error, logs: paths)
        }
    }

    private static func character(_ word: String) -> Character? {
        if word == "tab" || word == "\\t" { return "\t" }
        guard let character = word.first, word.count == 1, character.isASCII else { return nil }
        return character
    }

    /// `COLUMN=FORM`, or a form for all columns.
    private static func form(_ text: String) -> (column: String?, form: String) {
        guard let equals = text.lastIndex(of: "=") else { return (nil, text) }
        return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
}
#endif

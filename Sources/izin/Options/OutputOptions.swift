#if CommandLine
import ArgumentParser
import PermitReport

/// The form of the report, and where it goes.
struct OutputOptions: ParsableArguments {
    /// The forms that are written.
    enum Format: String, CaseIterable {
        case text
        case brief
        case json
        case csv
    }

    @Option(help: ArgumentHelp("text, brief (20 lines), json or csv.", valueName: "form"))
    var format = "text"

    @Option(help: ArgumentHelp("Where the report goes (default: standard output).", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("A CSV file with one row for each permit.", valueName: "file"))
    var cases: String?

    @Option(help: ArgumentHelp("A CSV file with the rows that were rejected.", valueName: "file"))
    var rejects: String?

    @Option(
        help: ArgumentHelp(
            "A file with one line of JSON for each permit: every shift of its deadlines.",
            valueName: "file"
        )
    )
    var ledgers: String?

    @Option(help: ArgumentHelp("Instead of a report, a letter on one permit.", valueName: "case"))
    var explain: String?

    @Option(help: ArgumentHelp("en or id (Indonesian).", valueName: "code"))
    var language = "en"

    mutating func validate() throws {
        if format == "html" {
            throw ValidationError(
                "--format html is not written by this version; it writes text, brief, json and csv"
            )
        }
        if Format(rawValue: format) == nil {
            throw ValidationError("--format is text, brief, json or csv, not \"\(format)\"")
        }
        if Language(rawValue: language) == nil {
            throw ValidationError("--language is en or id, not \"\(language)\"")
        }
        let files = [output, cases, rejects, ledgers].compactMap(\.self)
        if Set(files).count < files.count {
            throw ValidationError("--output, --cases, --rejects and --ledgers are different files")
        }
        if explain != nil, cases != nil || ledgers != nil {
            throw ValidationError("--explain is of one permit; --cases and --ledgers are of all of them")
        }
        if explain != nil, format != "text", format != "json" {
            throw ValidationError("--explain writes text or json, not \(format)")
        }
    }

    /// Refuses to write over a file that is read.
    func refuseInputs(_ inputs: [String]) throws(Failure) {
        let named = [
            ("--output", output), ("--cases", cases), ("--rejects", rejects), ("--ledgers", ledgers),
        ]
        for (option, file) in named {
            guard let file, file != "-" else { continue }
            if inputs.contains(where: { OutputFile.isSame($0, file) }) {
                throw Failure(
                    .usage,
                    "\(option) \(file) would write over a log that is read; name another file"
                )
            }
        }
    }

    /// The language that was asked for.
    var words: Language { Language(rawValue: language) ?? .english }

    /// The form that was asked for.
    var form: Format { Format(rawValue: format) ?? .text }
}
#endif

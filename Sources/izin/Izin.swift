#if CommandLine
import ArgumentParser

/// The command `izin`.
@main
struct Izin: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "izin",
        abstract: "Replays permit logs against the law and reports how long permits took.",
        discussion: """
            Exit codes: 0 fine; 1 findings of check, rejected rows under --strict, or nothing that compare can \
            compare; 2 an input that cannot be read as a log, with what was read before the fault; 64 wrong usage; 70 an internal fault.
            """,
        subcommands: [
            ReplayCommand.self, InspectCommand.self, CompareCommand.self, CheckCommand.self,
            CompileCommand.self, DrawCommand.self,
            CalendarCommand.self,
            GenerateCommand.self, SchemaCommand.self, ConvertCommand.self, ConvertDefinitionCommand.self,
        ]
    )

    /// Parses the arguments, runs the command and ends with its exit code.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            failure.end()
        } catch {
            exit(withError: error)
        }
    }
}
#else
/// The command without the trait that gives it its arguments.
@main
enum Izin {
    static func main() {
        Console.complain("this build has no commands: build the package with its trait CommandLine")
        Console.end(.usage)
    }
}
#endif

#if CommandLine
import ArgumentParser

/// `izin generate`: writes a seeded synthetic log.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write a synthetic log of a workflow; the same seed gives the same bytes."
    )

    mutating func run() throws {
        throw Failure(.usage, "this build generates no logs")
    }
}
#endif

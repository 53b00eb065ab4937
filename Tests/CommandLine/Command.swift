import Foundation

/// The built command `izin`, beside the test bundle.
enum Command {
    /// Whether this build has the command and reads its definitions: the traits CommandLine and YAML.
    static var isComplete: Bool {
        #if CommandLine && YAML
        true
        #else
        false
        #endif
    }

    /// What a run left behind.
    struct Outcome {
        /// The exit code; 128 and more for a signal.
        var status: Int32
        /// Standard output.
        var output: String
        /// Standard error.
        var errors: String
    }

    /// Runs the command.
    static func run(_ arguments: String..., input: String = "", in folder: URL? = nil) throws -> Outcome {
        try run(arguments, input: input, in: folder)
    }

    /// Runs the command.
    static func run(_ arguments: [String], input: String = "", in folder: URL? = nil) throws -> Outcome {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = try executable()
        process.arguments = arguments
        process.environment = ["COLUMNS": "80", "PATH": "/usr/bin:/bin"]
        process.currentDirectoryURL = folder ?? scratch.folder
        process.standardInput = try FileHandle(forReadingFrom: scratch.file("input", input))
        let output = try scratch.file("output", "")
        let errors = try scratch.file("errors", "")
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        let isSignal = process.terminationReason == .uncaughtSignal
        return Outcome(
            status: isSignal ? 128 + process.terminationStatus : process.terminationStatus,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8)
        )
    }

    private static func executable() throws -> URL {
        let bundle = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("izin")
    }
}

/// A folder that is gone when the value is.
final class Scratch {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("izin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Writes a file.
    func file(_ name: String, _ text: String) throws -> URL { try file(name, Data(text.utf8)) }

    /// Writes a file.
    func file(_ name: String, _ data: Data) throws -> URL {
        let file = folder.appendingPathComponent(name)
        try data.write(to: file)
        return file
    }

    /// The names of all files.
    var names: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }
}

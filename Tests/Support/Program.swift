public import Foundation

/// A program that a test runs and waits for.
public enum Program {
    /// Whether this build has the command `izin` and it reads YAML: the traits CommandLine and YAML.
    public static var isComplete: Bool {
        #if CommandLine && YAML
        true
        #else
        false
        #endif
    }

    /// What a run left behind.
    public struct Outcome: Sendable {
        /// The exit code; 128 and more for a signal.
        public var status: Int32
        /// Standard output.
        public var output: String
        /// Standard error.
        public var errors: String
    }

    /// Runs the command `izin` that was built with these tests.
    public static func izin(
        _ arguments: String...,
        input: String = "",
        in folder: URL? = nil
    ) throws -> Outcome {
        try izin(arguments, input: input, in: folder)
    }

    /// Runs the command `izin` that was built with these tests.
    ///
    /// - Parameters:
    ///   - arguments: Its arguments.
    ///   - input: What stands on standard input.
    ///   - folder: The folder it runs in; nil for an empty one.
    /// - Returns: What it left behind.
    /// - Throws: When it cannot be started or its output not be read.
    public static func izin(
        _ arguments: [String],
        input: String = "",
        in folder: URL? = nil
    ) throws -> Outcome {
        try run(izinPath, arguments, input: input, in: folder)
    }

    /// The path of the command `izin` that was built with these tests.
    public static var izinPath: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(path: "izin").path
        }
    }

    /// Runs a program, found as a shell would find it.
    public static func run(
        _ program: String,
        _ arguments: [String],
        input: String = "",
        in folder: URL? = nil
    ) throws -> Outcome {
        let scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ["COLUMNS": "80", "PATH": "/usr/bin:/bin"]
        process.currentDirectoryURL = folder ?? scratch.folder
        process.standardInput = try FileHandle(forReadingFrom: scratch.file("input", input))
        // Files, so that a full pipe cannot stop the program.
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
}

import Foundation

/// A program that a test runs and waits for.
struct Command {
    /// The exit status.
    var status: Int32
    /// What it wrote to standard output.
    var output: String
    /// What it wrote to standard error.
    var errors: String

    /// Runs a program, found as a shell would, with nothing on standard input.
    static func run(_ program: String, _ arguments: [String], in folder: URL) throws -> Command {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        let errorFile = FileManager.default.temporaryDirectory.appending(path: "izin-\(UUID().uuidString)")
        try Data().write(to: errorFile)
        defer { try? FileManager.default.removeItem(at: errorFile) }
        let (output, errors) = (Pipe(), try FileHandle(forWritingTo: errorFile))
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // Errors go to a file, so that a full pipe of either cannot stop the program.
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try errors.close()
        return Command(
            status: process.terminationStatus,
            output: String(decoding: bytes, as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
        )
    }

    /// Runs the command `izin` that was built with these tests, from the root of the package.
    static func izin(_ arguments: [String]) throws -> Command {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let binary = tests.deletingLastPathComponent().appending(path: "izin")
        return try run(binary.path, arguments, in: SourceTree.root)
    }
}

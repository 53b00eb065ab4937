import PermitDocuments
import PermitLog

/// Why the command cannot do what was asked, and the exit code that says so.
struct Failure: Error, CustomStringConvertible {
    /// The exit code.
    var status: ExitStatus
    /// What happened and what would be accepted; empty when everything has been said.
    var message: String

    /// Creates a failure.
    init(_ status: ExitStatus, _ message: String = "") {
        self.status = status
        self.message = message
    }

    /// A log that cannot be read; for one that is not there, a name beside it that is near.
    init(_ error: LogError, logs: [String]) {
        var message = error.description
        if error.code == .absent, let file = error.position?.file ?? logs.first,
            let near = NearbyFiles.nearest(to: file)
        {
            message += "; did you mean \"\(near)\"?"
        }
        self.init(.input, message)
    }

    /// Definitions or keys that are wrong.
    init(_ status: ExitStatus, _ diagnostics: Diagnostics) {
        self.init(status, diagnostics.description)
    }

    var description: String { message }

    /// Says what happened on standard error and ends the process.
    func end() -> Never {
        if !message.isEmpty { Console.complain(message) }
        Console.end(status)
    }
}

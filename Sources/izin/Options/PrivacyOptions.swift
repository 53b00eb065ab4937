#if CommandLine
import ArgumentParser
import PermitFiles

/// How permits are named in the files of all permits.
struct PrivacyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Ids in --cases and --ledgers: hashed or as-written (default: hashed).",
            valueName: "form"
        )
    )
    var caseIds: String?

    @Option(
        help: ArgumentHelp(
            "What makes the hashes repeatable: a text, or @ and a file that holds it (default: random).",
            valueName: "text|@file"
        )
    )
    var salt: String?

    mutating func validate() throws {
        if let caseIds, caseIds != "hashed", caseIds != "as-written" {
            throw ValidationError("--case-ids is hashed or as-written, not \"\(caseIds)\"")
        }
        if salt != nil, caseIds == "as-written" {
            throw ValidationError("--salt is for hashes; leave it out with --case-ids as-written")
        }
        if salt == "" || salt == "@" {
            throw ValidationError("--salt is a text, or @ and a file; it is not empty")
        }
    }

    /// Whether any of them was given.
    var isUsed: Bool { caseIds != nil || salt != nil }

    /// How ids are written, settled before a log is read.
    func naming() throws(Failure) -> CaseNaming {
        if caseIds == "as-written" { return .asWritten }
        guard Digest.isAvailable else {
            throw Failure(
                .usage,
                "this build cannot hash the ids of permits: build it with the trait Digests, or name the permits with "
                    + "--case-ids as-written"
            )
        }
        guard let salt else {
            Console.complain(
                "the ids of permits are hashed with a random salt that is not kept; --salt TEXT makes the hashes "
                    + "repeatable, --case-ids as-written leaves the ids as they are"
            )
            return .hashed(key: try RandomBytes.fromSystem(32))
        }
        guard salt.hasPrefix("@") else { return .hashed(key: Array(salt.utf8)) }
        return .hashed(key: try Self.salt(file: String(salt.dropFirst())))
    }

    /// The first line of a file.
    private static func salt(file: String) throws(Failure) -> [UInt8] {
        let line: [UInt8]
        do throws(FileSystemError) {
            line = try SecretFile.firstLine(of: file)
        } catch {
            throw Failure(.usage, "--salt @\(file): \(error)")
        }
        if line.isEmpty { throw Failure(.usage, "--salt @\(file): the first line of the file is empty") }
        return line
    }
}
#endif

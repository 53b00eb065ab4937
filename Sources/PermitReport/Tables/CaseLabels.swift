internal import PermitLog
public import PermitMetrics

/// How the ids of permits are written in the tables of all permits (`--cases`, `--ledgers`).
public struct CaseLabels: Sendable {
    /// Hexadecimal digits of a hash, where no two ids of a table have them in common.
    private static let digits = 16

    private enum Form: Sendable {
        case shown(CaseIDs)
        case hashed(digits: Int, by: @Sendable (String) -> String)
    }

    private let form: Form

    /// The ids as the log writes them, as far as its profile allows: of business numbers the last four digits, of ids
    /// that are personal nothing.
    public static func asWritten(_ replay: Replay) -> CaseLabels {
        CaseLabels(form: .shown(replay.caseIDs))
    }

    /// Salted hashes: the first 16 hexadecimal digits, more where two ids of the replay would be one.
    ///
    /// The same salt gives the same label in every file and run, unless another log needs more digits.
    ///
    /// - Parameters:
    ///   - replay: The replay whose permits are named.
    ///   - digest: Gives the hexadecimal digits of the salted hash of a text, the same number for every text.
    /// - Returns: The labels.
    public static func hashed(
        _ replay: Replay,
        by digest: @escaping @Sendable (String) -> String
    ) -> CaseLabels {
        var names = Set(replay.permits.map(\.name))
        names.formUnion(replay.histories.map(\.name))
        names.formUnion(replay.permits.compactMap(\.project))
        return CaseLabels(form: .hashed(digits: length(names, digest), by: digest))
    }

    /// What stands for a permit.
    public func label(_ name: String) -> String {
        switch form {
        case .shown(let ids): ids.shown(name, place: "")
        case .hashed(let digits, let digest): String(digest(name).prefix(digits))
        }
    }

    /// What stands for a project.
    func label(project: String?) -> String {
        guard let project else { return "" }
        if case .hashed = form { return label(project) }
        return project
    }

    /// A fact of a permit; where it repeats the id or the project's, what stands for that.
    func fact(_ value: String?, of permit: PermitRecord) -> String {
        guard let value else { return "" }
        if value == permit.name { return label(permit.name) }
        return value == permit.project ? label(project: value) : value
    }

    private static func length(_ names: Set<String>, _ digest: (String) -> String) -> Int {
        let hashes = names.map(digest)
        let longest = hashes.map(\.count).max() ?? digits
        var length = digits
        while length < longest, Set(hashes.map { $0.prefix(length) }).count < names.count { length += 8 }
        return length
    }
}

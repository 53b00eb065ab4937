public import PermitLog

/// Which profile fits a file, and how well.
public struct ProfileMatch: Hashable, Sendable {
    /// The name of the profile by which the file is read; nil where none fits.
    public var profile: String?
    /// Its columns that the file does not have: those of facts, of events and the like.
    public var absent: [String] = []
    /// The profile that comes nearest where none fits; nil where none has a column in common.
    public var nearest: String?
    /// The columns by which the nearest knows its files, and that this one lacks.
    public var lacking: [String] = []

    /// Looks for the profile of a file.
    ///
    /// - Parameters:
    ///   - header: The file's columns.
    ///   - profiles: The profiles to choose from; the first that matches is taken.
    ///   - chosen: A profile that is used whether it matches or not.
    public init(header: [String], profiles: [Profile], chosen: Profile?) {
        let columns = NamedColumns(header)
        if let profile = chosen ?? profiles.first(where: { $0.matches(columns: Set(header)) }) {
            self.profile = profile.name
            absent = Self.alternatives(profile).filter { columns.first($0) == nil }.compactMap(\.first)
            return
        }
        let ranked = profiles.map { profile in
            (profile.name, profile.match.filter { columns[$0] == nil }, profile.match.count)
        }
        let near = ranked.filter { $0.1.count < $0.2 }
            .min { Double($0.1.count) / Double($0.2) < Double($1.1.count) / Double($1.2) }
        nearest = near?.0
        lacking = near?.1 ?? []
    }

    /// The lists of columns that a profile reads, each once.
    private static func alternatives(_ profile: Profile) -> [[String]] {
        let lists =
            [
                profile.columns.caseID, profile.columns.activity, profile.columns.time,
                profile.columns.resource,
            ]
            + profile.events.map(\.columns) + profile.factColumns
        var seen: Set<[String]> = []
        return lists.filter { !$0.isEmpty && seen.insert($0).inserted }
    }
}

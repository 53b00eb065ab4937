import PermitLog
import WorkingTime

/// Profiles that files of seeds match, with everything in them that reading looks at.
enum FuzzProfiles {
    static let all = [long, wide]

    /// One row an event, with milestones, a deadline, facts, skipped rows and personal columns.
    private static let long: Profile = {
        var profile = Profile(name: "long")
        profile.match = ["id", "step", "when"]
        profile.columns.caseID = ["id"]
        profile.columns.activity = ["step"]
        profile.columns.time = ["when"]
        profile.columns.resource = ["who"]
        profile.roleColumns = ["role"]
        profile.milestones = [.submitted: ["in"], .decided: ["out"]]
        profile.deadline = Profile.Deadline(columns: ["due"], name: "due")
        profile.facts = [
            Profile.Fact(name: "kind", source: .columns(["kind", "type"])),
            Profile.Fact(name: "size", source: .columns(["size"]), type: .number),
        ]
        profile.skip = Profile.Skip(column: "kind", values: ["visit"])
        profile.personal = ["name"]
        return profile
    }()

    /// One row a permit, with events in columns, dates in forms, and rows that are none.
    private static let wide: Profile = {
        var profile = Profile(name: "wide")
        profile.shape = .permits
        profile.match = ["permit", "applied"]
        profile.columns.caseID = ["permit"]
        profile.events = [
            Profile.RowEvent(columns: ["applied"], activity: "apply"),
            Profile.RowEvent(columns: ["checked", "seen"], activity: "check", resource: ["officer"]),
            Profile.RowEvent(columns: ["issued"], activity: "issue"),
        ]
        profile.dates.columns = ["issued": "dd/mm/yyyy"]
        profile.milestones = [.submitted: ["applied"], .decided: ["issued"]]
        profile.deadline = Profile.Deadline(columns: ["days"], name: "limit")
        profile.deadline?.days = Profile.Deadline.Days(unit: .workingDays, from: .submitted)
        profile.facts = [Profile.Fact(name: "kind", source: .columns(["kind"]))]
        profile.keep = ["applied"]
        profile.firstDay = Day("2016-03-01")
        profile.nib = ["nib"]
        return profile
    }()
}

import PermitDocuments
import PermitLog
import PermitMetrics
import PermitWorkflow
import WorkingTime

/// A town under two families of rules, with permits of one project, supervision after a grant and a table of limits.
enum Town {
    private static let roles = """
        "roles": {"applicant": "applicant", "office": "office", "agency": "technical_agency", "oss": "system"}
        """
    private static let facts = """
        "facts": {"permit_type": "text", "kbli": "text", "scale": "text"}
        """
    private static let milestones = """
        "milestones": {"submitted": {"at": "submit"}, "decided": {"enters": ["issued", "deemed", "refused"]}}
        """

    /// A location permit: of the old family two days from submission, of the new one twenty from payment.
    private static func land(_ name: String, days: Int, start: String) -> String {
        """
        {"workflow": "\(name)", "title": {"id": "Lokasi", "en": "Location"}, "legal": "PP 1/2000", \(facts), \(roles),
         "states": {"draft": {"initial": "true", "holder": "applicant"}, "filed": {"holder": "payment"},
                    "assessment": {"holder": "office", "title": {"id": "Penilaian", "en": "Assessment"}},
                    "issued": {"outcome": "issued"}, "deemed": {"outcome": "deemed"},
                    "refused": {"outcome": "refused"}, "withdrawn": {"outcome": "withdrawn"}},
         \(milestones),
         "clocks": {"approval": {"step": "location_approval",
           "limit": {"working_days": "\(days)", "legal": "PP 1/2000 Pasal 4", "mark": "S"},
           "starts": {"at": "\(start)"},
           "on_expiry": {"action": "deem", "as": "oss", "legal": "PP 1/2000 Pasal 5"}}},
         "actions": {
           "submit": {"from": "draft", "to": "filed", "by": "applicant", "term": "submitted"},
           "pay": {"from": "filed", "to": "assessment", "by": "applicant", "term": "fee_paid"},
           "approve": {"from": ["filed", "assessment"], "to": "issued", "by": "office", "term": "approved"},
           "refuse": {"from": ["filed", "assessment"], "to": "refused", "by": "office", "term": "rejected"},
           "deem": {"from": ["filed", "assessment"], "to": "deemed", "by": "oss", "term": "deemed_approved"},
           "withdraw": {"from": ["filed", "assessment"], "to": "withdrawn", "by": "applicant", "term": "withdrawn"}}}
        """
    }

    /// An environmental assessment of ten days; revision is inside the limit or waits.
    private static func amdal(_ name: String, pauses: String) -> String {
        """
        {"workflow": "\(name)", "title": {"id": "Amdal", "en": "Amdal"}, "legal": "PP 2/2000", \(facts), \(roles),
         "states": {"draft": {"initial": "true", "holder": "applicant"}, "assessment": {"holder": "technical_agency"},
                    "revision": {"holder": "applicant"}, "issued": {"outcome": "issued"},
                    "refused": {"outcome": "refused"},
                    "deemed": {"outcome": "deemed"}},
         \(milestones),
         "clocks": {"assessment": {"step": "amdal_assessment", "binds": "technical_agency",
           "limit": {"working_days": "10", "legal": "\(name) Pasal 9", "mark": "S2"},
           "starts": {"at": "submit"}, "pauses": {"in": [\(pauses)]},
           "on_expiry": {"action": "deem", "as": "oss", "legal": "PP 2/2000 Pasal 10"}}},
         "actions": {
           "submit": {"from": "draft", "to": "assessment", "by": "applicant", "term": "submitted"},
           "revise": {"from": "assessment", "to": "revision", "by": "agency", "term": "confirmation_asked"},
           "answer": {"from": "revision", "to": "assessment", "by": "applicant", "term": "confirmation_given"},
           "approve": {"from": "assessment", "to": "issued", "by": "agency", "term": "approved"},
           "deem": {"from": ["assessment", "revision"], "to": "deemed", "by": "oss", "term": "deemed_approved"},
           "refuse": {"from": ["assessment", "revision"], "to": "refused", "by": "agency", "term": "rejected"}}}
        """
    }

    /// A licence whose limit stands in a table, which needs two other permits and is supervised afterwards.
    private static let licence = """
        {"workflow": "old-licence", "title": {"id": "Izin", "en": "Licence"}, "legal": "PP 3/2000",
         "in_force": {"from": "2024-01-01", "until": "2024-07-01", "by": "submission"},
         "succeeded_by": "old-supervision", \(facts), \(roles),
         "states": {"draft": {"initial": "true", "holder": "applicant"},
                    "verification": {"holder": "technical_agency", "title": {"id": "Verifikasi", "en": "Verification"}},
                    "completion": {"holder": "applicant"}, "issued": {"outcome": "issued"},
                    "refused": {"outcome": "refused"}, "cancelled": {"outcome": "cancelled"},
                    "withdrawn": {"outcome": "withdrawn"}},
         "milestones": {"submitted": {"at": "submit"}, "decided": {"enters": ["issued", "refused"]}},
         "clocks": {
           "verification": {"binds": "technical_agency", "limit": {"working_days": {"table": "annex-example",
             "by": ["kbli", "scale"]}, "missing": "unmeasured", "legal": "PP 3/2000 Lampiran I", "mark": "S2"},
             "starts": {"at": "submit"}, "pauses": {"in": ["completion"]}},
           "completion": {"binds": "applicant", "limit": {"working_days": "3", "legal": "PP 3/2000 Pasal 8"},
             "starts": {"in": ["completion"]}, "pauses": {"in": []}, "stops": {"in": ["verification"]},
             "on_expiry": {"action": "lapse", "as": "oss", "legal": "PP 3/2000 Pasal 9"}}},
         "actions": {
           "submit": {"from": "draft", "to": "verification", "by": "applicant", "term": "submitted"},
           "ask": {"from": "verification", "to": "completion", "by": "agency", "term": "incomplete"},
           "complete": {"from": "completion", "to": "verification", "by": "applicant", "term": "complete"},
           "approve": {"from": "verification", "to": "issued", "by": "agency", "term": "approved",
                       "after": {"location": ["issued", "deemed"], "environment": "issued"}},
           "refuse": {"from": ["verification", "completion"], "to": "refused", "by": "agency", "term": "rejected"},
           "lapse": {"from": "completion", "to": "cancelled", "by": "oss", "term": "cancelled"},
           "withdraw": {"from": ["verification", "completion"], "to": "withdrawn", "by": "applicant",
                        "term": "withdrawn"}}}
        """

    private static let supervision = """
        {"workflow": "old-supervision", "title": {"id": "Pengawasan", "en": "Supervision"}, "legal": "PP 4/2000", \(roles),
         "states": {"in_force": {"initial": "true", "holder": "office", "title": {"id": "Berlaku", "en": "In force"}},
                    "warned": {"holder": "applicant", "title": {"id": "Diperingatkan", "en": "Warned"}},
                    "suspended": {"holder": "office"}, "revoked": {"outcome": "revoked"}},
         "clocks": {"sanction": {"limit": {"calendar_days": "10", "legal": "PP 4/2000 Pasal 3"},
           "starts": {"at": "warn"}, "pauses": {"in": []}, "stops": {"in": ["suspended", "in_force"]}}},
         "actions": {
           "warn": {"from": "in_force", "to": "warned", "by": "office", "term": "warned"},
           "comply": {"from": ["warned", "suspended"], "to": "in_force", "by": "applicant", "term": "complied"},
           "suspend": {"from": "warned", "to": "suspended", "by": "office", "term": "suspended"},
           "revoke": {"from": ["warned", "suspended"], "to": "revoked", "by": "office", "term": "revoked"}}}
        """

    private static let regimes = """
        {"regimes": "town", "families": {"old": {}, "new": {}},
         "settings": {"cut_over": {"default": "2024-03-01", "mark": "S2"}},
         "rules": [
           {"family": "old", "workflow": "old-land", "submitted": {"until": {"setting": "cut_over"}},
            "when": {"fact": "permit_type", "equals": "land"}},
           {"family": "new", "workflow": "new-land", "submitted": {"from": {"setting": "cut_over"}},
            "when": {"fact": "permit_type", "equals": "land"}},
           {"family": "old", "workflow": "old-amdal", "submitted": {"until": {"setting": "cut_over"}},
            "when": {"fact": "permit_type", "equals": "amdal"}},
           {"family": "new", "workflow": "new-amdal", "submitted": {"from": {"setting": "cut_over"}},
            "when": {"fact": "permit_type", "equals": "amdal"}},
           {"family": "old", "workflow": "old-licence", "when": {"fact": "permit_type", "equals": "licence"}}]}
        """

    private static let vocabulary = """
        {"vocabulary": "town", "terms": {
          "confirmation_asked": {"codes": ["41"], "returns": "true"}, "confirmation_given": {"codes": ["42"]},
          "approved": {"codes": ["50"], "outside_table": ["58"], "labels": {"oss": ["Izin Terbit"]}},
          "deemed_approved": {"codes": ["57"], "deemed": "true"}}}
        """

    private static let table = """
        {"limits": "annex-example", "legal": "PP 3/2000 Lampiran I", "mark": "S2", "example": "true",
         "unit": "working_days", "keys": ["kbli", "scale"],
         "rows": [{"kbli": "01411", "scale": "kecil", "amount": "5"}, {"kbli": "47721", "amount": "7", "mark": "S"}]}
        """

    private static let journeys = """
        {"journeys": "town", "by": "project", "links": [
          {"name": "location", "title": {"id": "Lokasi", "en": "Location"},
           "when": {"fact": "permit_type", "equals": "land"}},
          {"name": "environment", "title": {"id": "Lingkungan", "en": "Environment"},
           "when": {"fact": "permit_type", "equals": "amdal"}},
          {"name": "licence", "title": {"id": "Izin", "en": "Licence"},
           "when": {"fact": "permit_type", "equals": "licence"}}]}
        """

    /// The definitions of the town, with other words in the place of some.
    static func library(replacing words: [String: String] = [:]) throws -> Library {
        let files = [
            ("old-land.json", land("old-land", days: 2, start: "submit")),
            ("new-land.json", land("new-land", days: 20, start: "pay")),
            ("old-amdal.json", amdal("old-amdal", pauses: "")),
            ("new-amdal.json", amdal("new-amdal", pauses: "\"revision\"")), ("old-licence.json", licence),
            ("old-supervision.json", supervision), ("regimes.json", regimes), ("vocabulary.json", vocabulary),
            ("annex.json", table), ("journeys.json", journeys),
        ]
        return try Library(
            files: files.map { path, text in
                (path, words.reduce(text) { $0.replacing($1.key, with: $1.value) })
            }
        )
    }

    /// How the town's export is read.
    static let profile: Profile = {
        var profile = Profile(name: "town")
        profile.facts = ["permit_type", "kbli", "scale", "project"]
            .map { .init(name: $0, source: .columns([$0])) }
        return profile
    }()

    /// The columns of the town's export.
    static let header = "case,activity,time,permit_type,kbli,scale,project"

    /// Rows of one permit: each step is an activity, a blank and a stamp.
    static func permit(
        _ name: String,
        _ type: String,
        project: String = "",
        kbli: String = "",
        scale: String = "",
        _ steps: String...
    ) -> String {
        let facts = [type, kbli, scale, project].joined(separator: ",")
        return
            steps.map { step in
                let parts = step.split(separator: " ", maxSplits: 1)
                return "\(name),\(parts[0].replacing("_", with: " ")),\(parts[1]),\(facts)"
            }
            .joined(separator: "\n")
    }

    /// Measures rows of the town's export.
    static func measured(
        _ rows: [String],
        library: Library? = nil,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> Replay {
        try measure(log(rows), request(library, change))
    }

    /// A request to measure the town's permits, each with its record.
    static func request(
        _ library: Library? = nil,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> ReplayRequest {
        var request = try ReplayRequest(library: library ?? Town.library(), office: Example.office)
        request.keepsPermits = true
        change(&request)
        return request
    }

    /// Reads rows of the town's export.
    static func log(_ rows: [String], workers: Int = 1) throws -> PartitionedLog {
        try Example.log(rows.joined(separator: "\n"), header: header, profile: profile) {
            $0.workers = workers
        }
    }
}

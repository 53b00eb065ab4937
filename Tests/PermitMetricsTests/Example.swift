import Foundation
import PermitDocuments
import PermitLog
import PermitMetrics
import PermitWorkflow
import WorkingTime

/// The workflow that the replay's tests move permits through, and the way from a small table to its figures.
enum Example {
    static let workflowJSON = """
        {
          "workflow": "example", "title": {"id": "Contoh", "en": "Example"}, "legal": "PP 1/2000 Pasal 1",
          "facts": {"risk": "text"},
          "roles": {"applicant": "applicant", "dpmptsp": "office", "agency": "technical_agency", "oss": "system"},
          "states": {
            "draft": {"initial": "true", "holder": "applicant"},
            "submitted": {"stage": "intake", "holder": "office"},
            "verification": {"stage": "verification", "holder": "technical_agency"},
            "inspection": {"stage": "verification", "holder": "technical_agency"},
            "returned": {"stage": "verification", "holder": "applicant"},
            "sent_back": {"stage": "verification", "holder": "applicant"},
            "verified": {"stage": "decision", "holder": "office"},
            "issued": {"outcome": "issued"}, "deemed_issued": {"outcome": "deemed"},
            "refused": {"outcome": "refused"}, "withdrawn": {"outcome": "withdrawn"}
          },
          "milestones": {
            "submitted": {"at": "submit"}, "complete": {"at": "accept"},
            "decided": {"enters": ["issued", "deemed", "refused"]}
          },
          "clocks": {
            "decision": {
              "limit": {"working_days": "5", "legal": "PP 1/2000 Pasal 2", "mark": "U"},
              "starts": {"at": ["accept", "recheck"]}, "pauses": {"in": ["returned", "sent_back"]},
              "restarts": {"at": "answer_sent_back"},
              "stops": {"in": ["issued", "refused", "deemed_issued", "withdrawn"]},
              "on_expiry": {"action": "deem_approved", "as": "oss", "legal": "UU 30/2014 Pasal 53"}
            }
          },
          "actions": {
            "submit": {"from": "draft", "to": "submitted", "by": "applicant", "term": "submitted"},
            "accept": {"from": "submitted", "to": "verification", "by": "dpmptsp", "term": "complete"},
            "recheck": {"from": "verification", "to": "verification", "by": "agency", "term": "rechecked"},
            "return": {"from": "verification", "to": "returned", "by": "agency", "needs": ["note"],
                       "term": "confirmation_asked"},
            "answer": {"from": "returned", "to": "verification", "by": "applicant", "term": "confirmation_given"},
            "send_back": {"from": ["verification", "returned"], "to": "sent_back", "by": "agency", "needs": ["note"],
                          "term": "reconfirmation_asked"},
            "answer_sent_back": {"from": "sent_back", "to": "verification", "by": "applicant",
                                 "term": "reconfirmation_given"},
            "assess": {"by": "agency", "term": "assessed", "cases": [
              {"from": "verification", "to": "inspection", "when": {"fact": "risk", "equals": "high"}},
              {"from": "verification", "to": "verified", "when": {"not": {"fact": "risk", "equals": "high"}}}]},
            "shorten": {"from": "verification", "to": "verified", "by": "agency", "term": "shortened",
                        "when": {"fact": "risk", "equals": "low"}},
            "inspect": {"from": "inspection", "to": "verified", "by": "agency", "term": "inspected"},
            "verify": {"from": "verification", "to": "verified", "by": "agency", "term": "requirements_verified"},
            "approve": {"from": "verified", "to": "issued", "by": "dpmptsp", "not_same_actor_as": ["verify"],
                        "term": "approved", "legal": "PP 1/2000 Pasal 3"},
            "reject": {"from": ["verification", "verified"], "to": "refused", "by": "dpmptsp", "needs": ["reason"],
                       "term": "rejected"},
            "deem_approved": {"from": ["verification", "inspection", "verified"], "to": "deemed_issued", "by": "oss",
                              "term": "deemed_approved"},
            "withdraw": {"from": ["draft", "submitted", "verification", "inspection", "returned", "sent_back",
                                  "verified"], "to": "withdrawn", "by": "applicant", "term": "withdrawn"}
          }
        }
        """

    static let vocabularyJSON = """
        {"vocabulary": "example", "terms": {
          "confirmation_asked": {"codes": ["41"], "returns": "true"}, "confirmation_given": {"codes": ["42"]},
          "reconfirmation_asked": {"codes": ["43"], "returns": "true"}, "reconfirmation_given": {"codes": ["44"]},
          "requirements_verified": {"codes": ["45"]}, "approved": {"codes": ["50"]},
          "deemed_approved": {"codes": ["57"], "deemed": "true"}
        }}
        """

    /// Seven hours east of Greenwich, Monday to Friday, no holidays.
    static let office = OfficeTime(zone: .jakarta, calendar: .weekdays)

    /// The compiled workflow.
    static func workflow() throws -> Workflow {
        let (definition, diagnostics) = Definition.read(json: workflowJSON, file: "example.json")
        guard let definition else { throw Diagnostics(diagnostics) }
        return try Workflow.compile(definition)
    }

    /// A request to replay against the example, with a record of every permit.
    static func request(office: OfficeTime = office) throws -> ReplayRequest {
        let library = try Library(files: [("vocabulary.json", vocabularyJSON)])
        var request = try ReplayRequest(library: library, office: office)
        request.workflow = try workflow()
        request.keepsPermits = true
        return request
    }

    /// Measures a table of comma-separated values; the first three columns of its header are case, activity and time.
    static func measured(
        _ rows: String,
        header: String = "case,activity,time",
        profile: Profile? = nil,
        office: OfficeTime = office,
        _ change: (inout ReplayRequest) -> Void = { _ in }
    ) throws -> Replay {
        var request = try request(office: office)
        change(&request)
        let log = try log(rows, header: header, profile: profile, office: office) {
            $0.workers = request.workers
            $0.extraColumns = request.by + request.filters.compactMap(\.key)
        }
        return try measure(log, request)
    }

    /// Reads a table of comma-separated values.
    static func log(
        _ rows: String,
        header: String,
        profile: Profile?,
        office: OfficeTime = office,
        _ change: (inout ReadRequest) -> Void = { _ in }
    ) throws -> PartitionedLog {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("izin-metrics-\(UUID().uuidString).csv")
        try Data((header + "\n" + rows + "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var read = ReadRequest(sources: [file.path])
        (read.caseColumn, read.activityColumn, read.timeColumn) = ("case", "activity", "time")
        read.profile = profile
        read.zone = office.zone
        change(&read)
        return try LogReader.read(read)
    }

    /// Lines of one permit: each step is an activity, a blank and a stamp, or more cells after a comma.
    static func permit(_ name: String, _ steps: String...) -> String {
        steps.map { step in
            let parts = step.split(separator: " ", maxSplits: 1)
            return "\(name),\(parts[0]),\(parts[1])"
        }
        .joined(separator: "\n")
    }

    /// The first instant of a day of January 2024, which begins on a Monday, and hours after it.
    static func january(_ day: Int, hour: Int = 0) -> Instant {
        Instant(seconds: (19_723 + Int64(day) - 1) * 86_400 + Int64(hour - 7) * 3600)
    }
}

extension Replay {
    /// The record of a permit.
    func permit(_ name: String) throws -> PermitRecord {
        guard let found = permits.first(where: { $0.name == name }) else {
            throw Diagnostic(.error, "no permit \(name) among \(permits.map(\.name))")
        }
        return found
    }

    /// How often each kind of departure was found.
    var deviationCounts: [String: Int] {
        let counted = report.permits.conformance?.deviations ?? []
        return Dictionary(uniqueKeysWithValues: counted.map { ($0.kind, $0.count) })
    }

    /// What an assumption names; nil where it was not made.
    func assumption(_ id: String) -> [String]? { report.assumptions.first { $0.id == id }?.values }
}

extension PermitFigures {
    /// The number of permits by the way they ended.
    var outcomeCounts: [String: Int] {
        Dictionary(uniqueKeysWithValues: outcomes.map { ($0.outcome, $0.cases) })
    }

    /// An indicator by its name and statistic.
    func indicator(_ id: Indicator.ID, _ statistic: String = "share") -> Indicator? {
        indicators.first { $0.id == id && $0.statistic == statistic }
    }
}

import PermitDocuments
import PermitWorkflow
import WorkingTime

/// The workflow that most tests drive: an application that is verified, returned, sent back and decided.
enum Example {
    static let json = """
        {
          "workflow": "example", "title": {"id": "Contoh", "en": "Example"}, "legal": "PP 1/2000 Pasal 1",
          "in_force": {"from": "2021-08-09", "until": "2025-10-05", "by": "submission"},
          "settings": {"days": {"default": "5", "note": "The text gives no number."}},
          "facts": {"risk": "text", "area": "integer"},
          "roles": {"applicant": "applicant", "dpmptsp": "office", "agency": "technical_agency", "oss": "system"},
          "states": {
            "draft": {"initial": "true", "holder": "applicant"},
            "submitted": {"stage": "intake", "holder": "office"},
            "incomplete": {"stage": "intake", "holder": "applicant"},
            "verification": {"stage": "verification", "holder": "technical_agency"},
            "returned": {"stage": "verification", "holder": "applicant"},
            "sent_back": {"stage": "verification", "holder": "applicant"},
            "verified": {"stage": "decision", "holder": "office"},
            "issued": {"outcome": "issued"}, "deemed_issued": {"outcome": "deemed"},
            "rejected": {"outcome": "refused"}, "withdrawn": {"outcome": "withdrawn"}
          },
          "milestones": {
            "submitted": {"at": "submit"}, "complete": {"at": "accept"},
            "first_response": {"first_of": ["accept", "incomplete", "return"]},
            "decided": {"enters": ["issued", "deemed", "refused"]}
          },
          "clocks": {
            "decision": {
              "limit": {"working_days": {"setting": "days"}, "legal": "PP 1/2000 Pasal 2", "mark": "U"},
              "starts": {"at": "accept"}, "pauses": {"in": ["returned", "sent_back"]},
              "restarts": {"at": "answer_sent_back"},
              "stops": {"in": ["issued", "rejected", "deemed_issued", "withdrawn"]},
              "on_expiry": {"action": "deem_approved", "as": "oss", "legal": "UU 30/2014 Pasal 53"}
            }
          },
          "actions": {
            "submit": {"from": "draft", "to": "submitted", "by": "applicant", "term": "submitted"},
            "incomplete": {"from": "submitted", "to": "incomplete", "by": "dpmptsp", "needs": ["note"]},
            "resubmit": {"from": "incomplete", "to": "submitted", "by": "applicant", "term": "submitted"},
            "accept": {"from": "submitted", "to": "verification", "by": "dpmptsp", "term": "complete"},
            "return": {"from": "verification", "to": "returned", "by": "agency", "needs": ["note"],
                       "term": "confirmation_asked"},
            "answer": {"from": "returned", "to": "verification", "by": "applicant", "term": "confirmation_given"},
            "send_back": {"from": ["verification", "returned"], "to": "sent_back", "by": "agency", "needs": ["note"],
                          "term": "reconfirmation_asked"},
            "answer_sent_back": {"from": "sent_back", "to": "verification", "by": "applicant",
                                 "term": "reconfirmation_given"},
            "verify": {"from": "verification", "to": "verified", "by": "agency", "term": "requirements_verified"},
            "approve": {"from": "verified", "to": "issued", "by": "dpmptsp", "not_same_actor_as": ["verify"],
                        "term": "approved", "legal": "PP 1/2000 Pasal 3"},
            "reject": {"from": ["verification", "verified"], "to": "rejected", "by": "dpmptsp", "needs": ["reason"],
                       "term": "rejected"},
            "deem_approved": {"from": ["verification", "verified"], "to": "deemed_issued", "by": "oss"},
            "withdraw": {"from": ["draft", "submitted", "incomplete", "verification", "returned", "sent_back",
                                  "verified"], "to": "withdrawn", "by": "applicant", "term": "withdrawn"}
          }
        }
        """

    /// The office of the tests: seven hours east of Greenwich, Monday to Friday, no holidays.
    static let office = OfficeTime(zone: .jakarta, calendar: .weekdays)

    /// The example's text with a part replaced.
    static func text(replacing part: String, with other: String) -> String {
        json.replacing(part, with: other)
    }

    /// The definition.
    static func definition() -> (definition: Definition?, diagnostics: [Diagnostic]) {
        Definition.read(json: json, file: "example.json")
    }

    /// The compiled workflow.
    static func workflow(settings: [String: String] = [:]) throws -> Workflow {
        let (definition, diagnostics) = Example.definition()
        guard let definition else { throw Diagnostics(diagnostics) }
        return try Workflow.compile(definition, settings: settings)
    }

    /// A moment of the local day, by default at ten.
    static func moment(_ day: String, hour: Int = 10, minute: Int = 0) throws -> Instant {
        guard let day = Day(day) else { throw Diagnostic(.error, "no such day \(day)") }
        return Instant(seconds: Int64(day.number) * 86_400 + Int64(hour - 7) * 3600 + Int64(minute) * 60)
    }
}

import PermitDocuments
import PermitFiles
import PermitWorkflow

/// A small service of DIGIT, written for these tests, and what its conversion gives.
enum DIGITExample {
    static let json = """
        {"BusinessServices": [{
          "tenantId": "contoh", "businessService": "STALL.NEW", "business": "stall-services",
          "businessServiceSla": 172800000,
          "states": [
            {"sla": null, "state": null, "isStartState": true, "isTerminateState": false,
             "actions": [{"action": "INITIATE", "nextState": "INITIATED", "roles": ["CITIZEN", "STALL_CEMP"]}]},
            {"sla": null, "state": "INITIATED", "isStartState": false, "isStateUpdatable": true,
             "actions": [
              {"action": "INITIATE", "nextState": "INITIATED", "roles": ["CITIZEN", "STALL_CEMP"]},
              {"action": "APPLY", "nextState": "APPLIED", "roles": ["CITIZEN"]}]},
            {"sla": 86400500, "state": "APPLIED", "applicationStatus": "IN WORK", "docUploadRequired": true,
             "actions": [
              {"action": "FORWARD", "nextState": "INSPECTION", "roles": ["STALL_DOC_VERIFIER"]},
              {"action": "REJECT", "nextState": "REJECTED", "roles": ["STALL_DOC_VERIFIER"]}]},
            {"sla": 43200000, "state": "INSPECTION", "applicationStatus": "IN WORK",
             "actions": [
              {"action": "SENDBACK", "nextState": "WITHCITIZEN", "roles": ["STALL_FIELD_INSPECTOR"]},
              {"action": "APPROVE", "nextState": "APPROVED", "roles": ["STALL_FIELD_INSPECTOR"]},
              {"action": "REJECT", "nextState": "REJECTED", "roles": ["STALL_FIELD_INSPECTOR"]}]},
            {"state": "WITHCITIZEN",
             "actions": [{"action": "FORWARD", "nextState": "INSPECTION", "roles": ["CITIZEN"]}]},
            {"state": "APPROVED", "isTerminateState": true, "actions": null},
            {"state": "REJECTED", "isTerminateState": true, "actions": []}
          ]
        }]}
        """

    static let escalation = """
        {"AutoEscalation": [
          {"businessService": "STALL.NEW", "state": "INSPECTION", "action": "APPROVE", "active": "true",
           "stateSLA": 2.0, "businessSLA": null},
          {"businessService": "OTHER", "state": "X", "action": "Y", "stateSLA": 1}
        ]}
        """

    /// Converts the example, or a text like it, with a part replaced.
    static func convert(
        _ text: String = json,
        replacing part: String? = nil,
        with other: String = "",
        _ options: DIGITDefinition.Options = .init()
    ) throws -> (conversions: [DIGITDefinition.Conversion], diagnostics: [Diagnostic]) {
        let changed = part.map { text.replacing($0, with: other, maxReplacements: 1) } ?? text
        return DIGITDefinition.convert(try JSONParser.parse(changed, file: "stall.json"), options)
    }
}

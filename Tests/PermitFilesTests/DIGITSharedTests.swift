import PermitDocuments
import PermitFiles
import PermitWorkflow
import TestSupport
import Testing

/// Where definitions of DIGIT lie that are no part of the project; nil where they are absent.
private let services = PackageFiles.shared.map { $0 + "/definitions/digit" }
    .flatMap { DefinitionPaths.isFolder($0) ? $0 : nil }

@Suite("A published workflow of DIGIT", .enabled(if: services != nil, "the folder of definitions is absent"))
struct DIGITSharedTests {
    private static let escalation = "AutoEscalation.json"

    private func convert(_ name: String, drop: Bool = false) throws -> DIGITDefinition.Conversion {
        let folder = services ?? ""
        let options = DIGITDefinition.Options(
            dropsUnreachable: drop,
            escalation: try DocumentFiles.read(path: "\(folder)/\(Self.escalation)")
        )
        let node = try DocumentFiles.read(path: "\(folder)/\(name).json")
        return try #require(DIGITDefinition.convert(node, options).conversions.first)
    }

    private static let trade = "tl-services__PostmanScriptWorkflowTradeLicense"
    private static let property = "property-services__PostmanScriptWorkflowProperty"
    private static let several = "several start states (null, "

    @Test(
        "is converted or refused, and its defects are named",
        arguments: [
            (
                "bpa-services__Lowrisk_Workflow", "bpa_low",
                ["states without a time limit (sla): null, SEND_TO"]
            ),
            (
                "bpa-services__OC_WorkflowConfig", "bpa_oc",
                ["states without a time limit (sla): null, SEND_TO"]
            ),
            ("bpa-services__workflow-config", "bpa", ["states without a time limit (sla): null, SEND_TO"]),
            (
                "firenoc-services__PostmanScriptWorkflowFireNoc", "firenoc",
                [
                    several + "INITIATED)",
                    "states without a time limit (sla): null, INITIATED, PENDINGPAYMENT",
                ]
            ),
            (
                "pgr-services__workflowConfig", nil,
                [
                    "terminal state REJECTED has actions (REOPEN, RATE)",
                    "terminal state RESOLVED has actions (REOPEN, RATE)",
                    "states without a time limit (sla): null, PENDINGFORASSIGNMENT",
                ]
            ),
            (
                property + "Legacy", "pt_legacy",
                [several + "APPROVALPENDING)", "APPROVALPENDING, and neither has the service"]
            ),
            (property + "Mutation", "pt_mutation", [several + "OPEN)", "and neither has the service"]),
            (trade, "newtl", [several + "INITIATED)", "the system takes APPROVE"]),
            (
                trade + "DirectRenewal", nil,
                [several + "PENDINGPAYMENT)", "unreachable state APPROVED_OLD", "unreachable state REJECTED"]
            ),
            (
                trade + "EditRenewal", "editrenewal",
                [several + "INITIATED, APPLIED)", "states without a time limit"]
            ),
        ] as [(String, Name?, [String])]
    )
    func verdict(file: String, name: Name?, defects: [String]) throws {
        let conversion = try convert(file)
        #expect(conversion.definition?.name == name)
        for defect in defects {
            #expect(conversion.diagnostics.contains { $0.message.contains(defect) }, "\(defect)")
        }
        let errors = conversion.diagnostics.filter { $0.severity == .error }
        #expect(errors.isEmpty == (name != nil), "\(errors)")
        guard let definition = conversion.definition else { return }
        #expect(Definition.check(definition).allSatisfy { $0.severity != .error })
        let workflow = try Workflow.compile(definition)
        for seed in 0..<50 {
            #expect(try DIGITWalk.outcome(of: workflow, seed: UInt64(seed)) != nil, "seed \(seed)")
        }
    }

    @Test("is converted without its unreachable states when asked to")
    func dropped() throws {
        let conversion = try convert(Self.trade + "DirectRenewal", drop: true)
        let definition = try #require(conversion.definition)
        #expect(definition.states.map(\.name.text) == ["start", "pendingpayment", "approved"])
        let workflow = try Workflow.compile(definition)
        #expect(try DIGITWalk.outcome(of: workflow, seed: 1) == .issued)
    }
}

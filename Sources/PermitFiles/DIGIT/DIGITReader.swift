internal import PermitDocuments
internal import PermitWorkflow

/// Reads BusinessService documents and collects what is wrong with their shape.
struct DIGITReader {
    var reading = DocumentReading()

    /// Keys of a service, a state and an action that say nothing of the workflow.
    private static let silent: Set = [
        "uuid", "id", "auditDetails", "businessServiceId", "currentState", "getUri", "postUri",
    ]

    mutating func services(_ node: DocumentNode) -> [DIGITService] {
        let list: [DocumentNode]
        if let services = node["BusinessServices"] {
            list = services.sequence ?? [services]
        } else if let elements = node.sequence {
            list = elements
        } else {
            list = [node]
        }
        if list.isEmpty { reading.error("BusinessServices holds no service", at: node.position) }
        return list.compactMap { service($0) }
    }

    private mutating func service(_ node: DocumentNode) -> DIGITService? {
        guard node["businessService"] != nil, let statesNode = node["states"] else {
            reading.error(
                "a service of DIGIT has \"businessService\" and \"states\", alone or in a list \"BusinessServices\"",
                at: node.position
            )
            return nil
        }
        var part = DIGITPart(node, known: ["businessService", "business", "businessServiceSla", "states"])
        guard let name = part.text("businessService") else {
            reading.error("businessService is a name", at: node.position)
            return nil
        }
        var service = DIGITService(
            name: name,
            business: part.text("business")?.text,
            limit: part.limit("businessServiceSla"),
            states: []
        )
        if statesNode.sequence == nil {
            part.fail("states is a list, not \(statesNode.kindName)", at: statesNode.position)
        }
        for element in statesNode.sequence ?? [] { service.states.append(state(element, &part)) }
        if service.states.isEmpty { part.fail("the service has no states", at: statesNode.position) }
        service.diagnostics = part.diagnostics + unkept(part)
        return service
    }

    private func state(_ node: DocumentNode, _ whole: inout DIGITPart) -> DIGITService.State {
        var part = DIGITPart(
            node,
            known: [
                "state", "applicationStatus", "sla", "docUploadRequired", "isStartState", "isTerminateState",
                "actions",
            ]
        )
        var state = DIGITService.State(
            name: part.text("state"),
            position: node.position,
            status: part.text("applicationStatus"),
            limit: part.limit("sla"),
            isStart: part.flag("isStartState"),
            isEnd: part.flag("isTerminateState"),
            needsDocuments: part.flag("docUploadRequired"),
            actions: []
        )
        let actions = part.value("actions")
        if let actions, actions.sequence == nil {
            part.fail("actions is a list, not \(actions.kindName)", at: actions.position)
        }
        for element in actions?.sequence ?? [] {
            if let action = action(element, of: state, &part) { state.actions.append(action) }
        }
        whole.take(part, of: state.label)
        return state
    }

    private func action(
        _ node: DocumentNode,
        of state: DIGITService.State,
        _ whole: inout DIGITPart
    ) -> DIGITService.Action? {
        var part = DIGITPart(node, known: ["action", "nextState", "roles", "active", "isActive"])
        defer { whole.take(part, of: nil) }
        guard let name = part.text("action") else {
            part.fail("an action of state \(state.label) needs \"action\", its name", at: node.position)
            return nil
        }
        guard let next = part.text("nextState") else {
            part.fail(
                "action \(name) of state \(state.label) needs \"nextState\", the state that it leads to",
                at: node.position
            )
            return nil
        }
        for key in ["active", "isActive"] where part.value(key)?.scalar == "false" {
            part.note(
                "action \(name) of state \(state.label) is switched off and left out",
                at: node.position
            )
            return nil
        }
        var roles: [Name] = []
        for element in part.value("roles")?.sequence ?? [] {
            guard let role = element.scalar, !role.isEmpty, role != "null" else { continue }
            if !roles.contains(Name(role)) { roles.append(Name(role, at: element.position)) }
        }
        if roles.isEmpty {
            part.fail(
                "action \(name) of state \(state.label) names no role; \"roles\" lists who may take it",
                at: node.position
            )
        }
        return DIGITService.Action(name: name, next: next, roles: roles)
    }

    /// What was read over: keys that are known to be lost, and keys that nobody knows here.
    private func unkept(_ part: DIGITPart) -> [Diagnostic] {
        let keys = part.other.filter { !Self.silent.contains($0.key) }.sorted { $0.key < $1.key }
        return keys.map { key, use in
            let states = use.states.joined(separator: ", ")
            let message =
                switch key {
                case "tenantId": "tenantId is not kept: \(use.values.joined(separator: ", "))"
                case "isStateUpdatable": "isStateUpdatable is not kept; it is true in \(states)"
                default:
                    "\"\(key)\" is not known here and not kept"
                        + (states.isEmpty ? "" : " (states \(states))")
                }
            return Diagnostic(.note, message, at: use.position)
        }
    }

    // MARK: Escalation

    mutating func escalations(_ node: DocumentNode) -> [DIGITEscalation] {
        guard let entries = (node["AutoEscalation"] ?? node).sequence else {
            reading.error("escalations stand in a list \"AutoEscalation\"", at: node.position)
            return []
        }
        return entries.compactMap { escalation($0) }
    }

    private mutating func escalation(_ node: DocumentNode) -> DIGITEscalation? {
        var part = DIGITPart(node, known: [])
        guard let service = part.text("businessService"), let state = part.text("state"),
            let action = part.text("action")
        else {
            reading.error(
                "an escalation needs \"businessService\", \"state\" and \"action\"",
                at: node.position
            )
            return nil
        }
        return DIGITEscalation(
            service: service,
            state: state,
            action: action,
            stateDays: number(part.value("stateSLA")),
            businessDays: number(part.value("businessSLA")),
            isActive: part.value("active")?.scalar != "false",
            position: node.position
        )
    }

    private mutating func number(_ node: DocumentNode?) -> Double? {
        guard let node else { return nil }
        if let text = node.scalar, let number = Double(text), number > 0, number <= 100_000 { return number }
        reading.error(
            "a limit of an escalation is a number of days above 0, not \(node.scalar ?? node.kindName)",
            at: node.position
        )
        return nil
    }
}

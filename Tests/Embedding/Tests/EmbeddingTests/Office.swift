import PermitWorkflow
import Testing
import WorkingTime

/// The city's service standard of 2017 and the office that keeps it, out of the embedded files.
struct Office {
    let library: Library
    let workflow: Workflow
    let time: OfficeTime

    init() throws {
        library = try Library.embedded()
        workflow = try library.workflow(named: "madiun-iui-tdi-2017")
        time = OfficeTime(zone: .jakarta, calendar: WorkCalendar(try #require(library.calendar(named: "id"))))
    }

    /// A moment written in the office's zone.
    func moment(_ text: String) throws -> Instant { try Stamp.parse(text, in: time.zone).instant }

    /// The permit after a command and what the law did before it.
    func take(
        _ action: String,
        as role: String,
        by actor: String,
        at moment: String,
        documents: [String: String] = [:],
        on permit: inout Permit
    ) throws {
        let command = Command(
            action,
            actor: actor,
            role: role,
            at: try self.moment(moment),
            documents: documents
        )
        for event in try workflow.decide(command, on: permit, office: time) {
            permit = workflow.evolve(permit, event, office: time)
        }
    }
}

import Foundation
import PermitLog
import PermitMetrics
import PermitWorkflow
import Testing
import WorkingTime

@Suite("The lines on the front page")
struct FrontPageTests {
    @Test("drive a permit and measure a log")
    func frontPage() throws {
        let file = try TemporaryFile(
            """
            case,activity,time
            A,submitted,2018-03-01T09:00:00+07:00
            A,complete,2018-03-02T09:00:00+07:00
            A,requirements_verified,2018-03-07T10:00:00+07:00
            A,approved,2018-03-08T15:00:00+07:00

            """
        )
        let path = file.path

        let library = try Library.embedded()
        let workflow = try library.workflow(named: "madiun-iui-tdi-2017")
        let calendar = library.calendar(named: "id").map(WorkCalendar.init) ?? .weekdays
        let office = OfficeTime(zone: .jakarta, calendar: calendar)

        var permit = Permit(id: "503/17", workflow: workflow)
        let now = try Stamp.parse("2018-03-01T09:00:00+07:00", in: .jakarta).instant
        let submit = Command("submit", actor: "PT Contoh", role: "applicant", at: now)
        for event in try workflow.decide(submit, on: permit, office: office) {
            permit = workflow.evolve(permit, event, office: office)
        }
        #expect(workflow.states[permit.state].name == "submitted")
        #expect(calendar.name == "id")

        let log = try LogReader.read(ReadRequest(sources: [path]))
        var request = try ReplayRequest(library: library, office: office)
        request.workflow = workflow
        let report = try measure(log, request).report
        #expect(report.permits.turnaround?.medianDays == 7.25)
    }
}

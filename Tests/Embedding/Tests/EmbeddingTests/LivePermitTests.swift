import PermitWorkflow
import Testing

@Suite("An embedded permit")
struct LivePermitTests {
    private let office: Office
    private var permit: Permit

    init() throws {
        office = try Office()
        permit = Permit(id: "503/17", workflow: office.workflow)
        try office.take("submit", as: "applicant", by: "PT Contoh", at: "2018-03-26T08:00", on: &permit)
        try office.take("accept", as: "counter", by: "Ani", at: "2018-03-26T10:00", on: &permit)
    }

    private func standing(at moment: String) throws -> ClockResult {
        let clock = try #require(office.workflow.clock(named: "service"))
        return permit.clocks.result(
            clock: clock,
            asOf: try office.moment(moment),
            facts: permit.facts,
            workflow: office.workflow,
            office: office.time
        )
    }

    @Test("moves from state to state and ends with an outcome")
    mutating func issued() throws {
        try office.take("verify", as: "technical", by: "Budi", at: "2018-03-28T10:00", on: &permit)
        try office.take("issue", as: "head", by: "Citra", at: "2018-03-29T10:00", on: &permit)
        #expect(permit.outcome == .issued)
        #expect(permit.version == 4)
        #expect(try standing(at: "2018-05-01").class == .onTime)
    }

    @Test("is late from the first instant after its fifth working day")
    func deadline() throws {
        // Good Friday of 2018 is 30 March: 27, 28, 29 March, 2 and 3 April are the five days.
        #expect(try standing(at: "2018-04-03T23:59:59").class == .openInTime)
        #expect(try standing(at: "2018-04-04T00:00").class == .openLate)
        #expect(try standing(at: "2018-04-03T12:00").due == office.moment("2018-04-04T00:00"))
    }

    @Test("waits while the applicant repairs it")
    mutating func pause() throws {
        let note = ["note": "Peta lokasi belum ada"]
        try office.take(
            "return",
            as: "technical",
            by: "Budi",
            at: "2018-03-28T10:00",
            documents: note,
            on: &permit
        )
        #expect(try standing(at: "2018-06-01").isPaused)
        #expect(try standing(at: "2018-06-01").consumedDays == 2)
        try office.take("answer", as: "applicant", by: "PT Contoh", at: "2018-05-02T09:00", on: &permit)
        #expect(try standing(at: "2018-05-02T10:00").due == office.moment("2018-05-08T00:00"))
    }

    @Test("is refused what the rules forbid, with every reason and the source, and stays as it was")
    mutating func refusal() throws {
        try office.take("verify", as: "technical", by: "Budi", at: "2018-03-28T10:00", on: &permit)
        let before = permit
        let refusal = #expect(throws: Refusal.self) {
            try office.take("issue", as: "counter", by: "Budi", at: "2018-03-28T11:00", on: &permit)
        }
        #expect(refusal?.reasons.map(\.code) == [.wrongRole, .sameActor])
        #expect(refusal?.legal.contains("065/505/401.106/2017") == true)
        #expect(permit == before)
    }
}

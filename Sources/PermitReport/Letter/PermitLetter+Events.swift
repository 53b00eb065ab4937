internal import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

extension PermitLetter {
    /// What the log shows, row by row.
    mutating func writeEvents() {
        page.heading(pick("What happened", "Riwayat"))
        for event in history.events { page.paragraph(stamp(event) + ": " + sentence(event), lead: "- ") }
    }

    private func stamp(_ event: PermitHistory.Event) -> String {
        event.isDateOnly ? date(of: event.at) : moment(event.at)
    }

    private func sentence(_ event: PermitHistory.Event) -> String {
        guard let workflow = history.workflow, let index = event.step else {
            return untaken(event)
        }
        let step = history.steps[index]
        return [what(step, event, workflow), whereTo(step, workflow), article(step, workflow)]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// An event that was no step of the procedure.
    private func untaken(_ event: PermitHistory.Event) -> String {
        let what = DisplayWidth.printable(event.activity) + (event.role.map { " (" + $0 + ")" } ?? "")
        if history.workflow == nil { return what + "." }
        return event.isAfterGrant
            ? what
                + pick(
                    ", after the grant: no part of this account.",
                    ", sesudah izin terbit: di luar keterangan ini."
                )
            : what + pick(", which moved nothing.", ", tanpa mengubah kedudukan.")
    }

    private func what(_ step: PermitStep, _ event: PermitHistory.Event, _ workflow: Workflow) -> String {
        guard let index = step.action else {
            return say(
                "the log gives its status (\"{0}\").",
                "data menyebut statusnya (\"{0}\").",
                .name(event.activity)
            )
        }
        let info = workflow.actions[index]
        let name = title(info.title, or: info.name)
        let roles = event.role.map { [$0] } ?? info.roles
        let holders = Set(
            roles.compactMap { role in
                workflow.definition.roles.first { $0.name.text == role }?.holder
            }
        )
        guard !holders.isEmpty else { return name + "." }
        let who = holders.sorted { $0.rawValue < $1.rawValue }.map(desk)
            .joined(separator: pick(" or ", " atau "))
        return say("{0}, by {1}.", "{0}, oleh {1}.", .text(name), .text(who))
    }

    private func whereTo(_ step: PermitStep, _ workflow: Workflow) -> String {
        let info = workflow.states[step.to]
        if let outcome = info.outcome {
            let (place, result) = (state(step.to), words.outcome(outcome.rawValue))
            let gloss = place.lowercased() == result.lowercased() ? "" : " (" + result + ")"
            return say("The procedure ended: {0}{1}.", "Alur berakhir: {0}{1}.", .text(place), .text(gloss))
        }
        guard let holder = info.holder, step.from != step.to else { return "" }
        return say(
            "Then with {0}: {1}.",
            "Selanjutnya pada {0}: {1}.",
            .text(desk(holder)),
            .text(state(step.to))
        )
    }

    private func article(_ step: PermitStep, _ workflow: Workflow) -> String {
        guard let index = step.action, let source = workflow.actions[index].legal else { return "" }
        return legal(source) + "."
    }

    /// A holder with the article that English asks for.
    func desk(_ holder: Holder) -> String {
        let name = words.holder(holder.rawValue)
        return holder == .payment ? name : pick("the " + name, name)
    }

    /// Where the log departs from the procedure, with the place in the file.
    mutating func writeDepartures() {
        guard history.workflow != nil else { return }
        let departures = history.events.flatMap { event in event.departures.map { (event, $0) } }
        let told = Set(departures.map(\.1.kind))
        let others = history.findings.filter { !told.contains($0) }
        page.heading(pick("Departures from the procedure", "Penyimpangan dari alur"))
        guard !departures.isEmpty || !others.isEmpty else {
            page.paragraph(
                pick("None: every step followed the procedure.", "Tidak ada: setiap langkah mengikuti alur.")
            )
            return
        }
        for (event, departure) in departures { page.paragraph(sentence(event, departure), lead: "- ") }
        for kind in others { page.paragraph(words.deviation(kind) + ".", lead: "- ") }
    }

    private func sentence(_ event: PermitHistory.Event, _ departure: PermitHistory.Departure) -> String {
        let kind = words.deviation(departure.kind)
        let place = "(" + event.position + ")"
        let where_ =
            departure.state.map { say(" in the state \"{0}\"", " pada tahap \"{0}\"", .text(state($0))) }
            ?? ""
        let skipped =
            departure.skipped.isEmpty
            ? ""
            : " "
                + say(
                    "Skipped: {0}.",
                    "Dilewati: {0}.",
                    .text(departure.skipped.map(action).joined(separator: ", "))
                )
        return say(
            "{0}, \"{1}\"{2}: {3} {4}.",
            "{0}, \"{1}\"{2}: {3} {4}.",
            .text(stamp(event)),
            .name(event.activity),
            .text(where_),
            .text(kind),
            .text(place)
        ) + skipped
    }
}

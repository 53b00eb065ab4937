internal import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

extension PermitLetter {
    /// Every limit: what the law sets, how it ran, and what came of it.
    mutating func writeClocks() {
        guard let workflow = history.workflow, !ledger.clocks.isEmpty else { return }
        page.heading(pick("Limits", "Jangka waktu"))
        var idle: [String] = []
        var isFirst = true
        for clock in ledger.clocks {
            let info = workflow.clocks[clock.index]
            if clock.result.runs == 0 {
                idle.append(title(info.title, or: info.name))
                continue
            }
            if !isFirst { page.line() }
            isFirst = false
            write(clock, info, workflow)
        }
        guard !idle.isEmpty else { return }
        if !isFirst { page.line() }
        page.paragraph(
            say(
                "Never began to run: {0}.",
                "Tidak pernah mulai berjalan: {0}.",
                .text(idle.joined(separator: "; "))
            )
        )
    }

    private mutating func write(_ clock: PermitLedger.Clock, _ info: ClockInfo, _ workflow: Workflow) {
        page.paragraph(title(info.title, or: info.name) + ". " + rule(clock, info, workflow))
        for entry in clock.ledger.entries {
            let ahead =
                entry.isAhead
                ? pick("Counted on for the last day: ", "Diperhitungkan untuk hari terakhir: ") : ""
            page.paragraph(ahead + stamp(entry) + ": " + sentence(entry, info), indent: 4, lead: "- ")
        }
        page.paragraph(pick("Result: ", "Hasil: ") + result(clock, info), indent: 4)
        if let expiry = expiry(clock, info, workflow) { page.paragraph(expiry, indent: 4) }
    }

    private func stamp(_ entry: DeadlineShift) -> String {
        if case .breached = entry.kind { return date(entry.day) }
        return entry.at.map { moment($0) } ?? date(entry.day)
    }

    // MARK: - The rule

    private func rule(_ clock: PermitLedger.Clock, _ info: ClockInfo, _ workflow: Workflow) -> String {
        let base = base(clock, info)
        let length =
            base.map { days($0.amount, $0.unit) }
            ?? pick("a time that is not known here", "waktu yang tidak diketahui di sini")
        let source = info.legal.map { " (" + legal($0) + ")" } ?? ""
        let binds = say(
            "The law gives {0} {1}{2}.",
            "Aturan memberi {0} waktu {1}{2}.",
            .text(desk(info.binds)),
            .text(length),
            .text(source)
        )
        let mark = info.mark.map { confidence($0) } ?? ""
        return ([binds + mark] + table(info) + settings(info, workflow)).joined(separator: " ")
    }

    /// The limit that the law sets, without extensions.
    private func base(_ clock: PermitLedger.Clock, _ info: ClockInfo) -> Limit? {
        info.limit(for: history.facts) ?? clock.limit
    }

    private func confidence(_ mark: SourceMark) -> String {
        mark == .sourced
            ? pick(" Read in the regulation itself.", " Dibaca langsung pada peraturannya.")
            : SourceWords.sentence(mark.rawValue, language)
    }

    private func table(_ info: ClockInfo) -> [String] {
        guard let table = info.table else { return [] }
        let keys = table.by.map { $0.replacing("_", with: " ") }.joined(separator: ", ")
        let read = say(
            "The number comes from the table \"{0}\" by {1}.",
            "Angkanya dari tabel \"{0}\" menurut {1}.",
            .text(table.table.map { title($0.title, or: table.name) } ?? table.name),
            .text(keys)
        )
        guard table.table?.isExample == true else { return [read] }
        return [read, pick("That table is an example.", "Tabel itu sebuah contoh.")]
    }

    /// What the law leaves open and a setting decides.
    private func settings(_ info: ClockInfo, _ workflow: Workflow) -> [String] {
        guard let clock = workflow.definition.clocks.first(where: { $0.name.text == info.name }) else {
            return []
        }
        var choices: [(Definition.Choice, (String) -> String)] = [
            (clock.includesFirstDay, firstDay), (clock.limit.unit, unit),
            (clock.ifDueOnHoliday, dueOnHoliday),
            (clock.pausesIf, waiting),
        ]
        if case .number(let amount) = clock.limit.amount { choices.append((amount, number)) }
        return choices.compactMap { choice, sentence in
            guard case .setting(let name) = choice,
                let setting = workflow.settings.first(where: { $0.name == name.text })
            else { return nil }
            let note = title(setting.note, or: "")
            let reason = note.isEmpty ? "" : " (" + note + ")"
            return pick("Assumed: ", "Anggapan: ") + sentence(setting.value) + reason + "."
        }
    }

    private func firstDay(_ value: String) -> String {
        value == "true"
            ? pick("the first day counts", "hari pertama ikut dihitung")
            : pick("the first day does not count", "hari pertama tidak ikut dihitung")
    }

    private func unit(_ value: String) -> String {
        say("the days are {0}", "harinya adalah {0}", .text(words.clockUnit(value)))
    }

    private func dueOnHoliday(_ value: String) -> String {
        value == "shift"
            ? pick("a last day on a day off moves on", "hari terakhir pada hari libur bergeser")
            : pick("a last day on a day off stays", "hari terakhir pada hari libur tetap")
    }

    private func waiting(_ value: String) -> String {
        value == "true"
            ? pick("the limit waits for the applicant", "jangka waktu berhenti selama menunggu pemohon")
            : pick(
                "the limit does not wait for the applicant",
                "jangka waktu tidak berhenti selama menunggu pemohon"
            )
    }

    private func number(_ value: String) -> String {
        say("the number is {0}", "bilangannya {0}", .text(value))
    }

    // MARK: - What came of it

    private func result(_ clock: PermitLedger.Clock, _ info: ClockInfo) -> String {
        let result = clock.result
        let due = clock.ledger.due.map { date($0) } ?? "?"
        switch result.class {
        case .onTime:
            return say("in time: the last day was {0}.", "tepat waktu: hari terakhirnya {0}.", .text(due))
        case .late: return late(clock, due)
        case .openLate:
            return say(
                "overdue: the last day was {0}, {1} ago.",
                "lewat batas: hari terakhirnya {0}, {1} yang lalu.",
                .text(due),
                .text(days(clock.ledger.due.map { $0.days(until: today) } ?? 0, .calendarDays))
            )
        case .openInTime: return open(clock, info)
        case .deemedRecorded:
            return pick(
                "the log records that the law decided by silence; that is never in time.",
                "data mencatat fiktif positif; itu tidak pernah tepat waktu."
            )
        case .withdrawn:
            return say(
                "the permit fell away before the last day, {0}; the limit says nothing of the office.",
                "permohonan gugur sebelum hari terakhir, {0}; jangka waktu ini tidak menilai kantor.",
                .text(due)
            )
        case .unmeasured:
            return pick("not measured.", "tidak diukur.")
        }
    }

    /// When a limit should have ended and did.
    private func late(_ clock: PermitLedger.Clock, _ due: String) -> String {
        guard let ended = clock.ledger.entries.last(where: { !$0.isAhead && $0.at != nil })?.day else {
            return say("late: the last day was {0}.", "terlambat: hari terakhirnya {0}.", .text(due))
        }
        return say(
            "late: the last day was {0}, and the limit ended on {1}.",
            "terlambat: hari terakhirnya {0}, dan jangka waktu berakhir pada {1}.",
            .text(due),
            .day(ended)
        )
    }

    private func open(_ clock: PermitLedger.Clock, _ info: ClockInfo) -> String {
        let left = (clock.limit?.amount ?? 0) - clock.result.consumedDays
        let remaining = clock.limit.map { $0.unit == .elapsed ? nil : days(max(0, left), $0.unit) } ?? nil
        let rest = remaining.map { say(" {0} remain.", " Tersisa {0}.", .text($0)) } ?? ""
        let due = clock.ledger.due.map { date($0) } ?? "?"
        if clock.result.isPaused {
            return say(
                "waiting.{0} If it went on now, the last day would be {1}.",
                "berhenti.{0} Bila dilanjutkan sekarang, hari terakhirnya {1}.",
                .text(rest),
                .text(due)
            )
        }
        return say(
            "running.{0} The last day is {1}.",
            "berjalan.{0} Hari terakhirnya {1}.",
            .text(rest),
            .text(due)
        )
    }

    /// What the law does when the limit passes, and whether the log has it.
    private func expiry(
        _ clock: PermitLedger.Clock,
        _ info: ClockInfo,
        _ workflow: Workflow
    ) -> String? {
        guard let expiry = info.expiry else { return nil }
        let isRecorded = history.steps.contains { $0.action == expiry.action }
        guard clock.result.isBreached || isRecorded || ledger.isOpen else { return nil }
        let info = workflow.actions[expiry.action]
        let source = expiry.legal.map { " (" + legal($0) + ")" } ?? ""
        let law = say(
            "When the limit passes the law provides: {0}{1}.",
            "Bila jangka waktu lewat, menurut aturan: {0}{1}.",
            .text(title(info.title, or: info.name)),
            .text(source)
        )
        if isRecorded { return law + " " + pick("The log records it.", "Data mencatatnya.") }
        guard clock.result.isBreached else { return law }
        return law
            + " "
            + pick(
                "The log does not record it, although it was due.",
                "Data tidak mencatatnya, padahal sudah jatuh tempo."
            )
    }
}

internal import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

extension PermitLetter {
    /// The three ages side by side, and the time at each desk.
    mutating func writeAges() {
        page.heading(pick("Three ages", "Tiga ukuran umur"))
        page.paragraph(wall, lead: "- ")
        guard let workflow = history.workflow else { return }
        for clock in ledger.clocks where clock.result.runs > 0 {
            page.paragraph(statutory(clock, workflow.clocks[clock.index]), lead: "- ")
        }
        page.paragraph(effort, lead: "- ")
        writeDesks()
    }

    private var wall: String {
        let span =
            ledger.isOpen ? pick("until now", "sampai sekarang") : pick("until its end", "sampai selesai")
        return say(
            "On the wall, from {0} {1}: {2}, that is {3} and {4}.",
            "Menurut kalender, sejak {0} {1}: {2}, yaitu {3} dan {4}.",
            .text(moment(ledger.from)),
            .text(span),
            .days(Double(ledger.wall.microseconds) / 86_400e6),
            .text(days(ledger.wall.calendarDays, .calendarDays)),
            .text(days(ledger.wall.workingDays, .workingDays))
        )
    }

    private func statutory(_ clock: PermitLedger.Clock, _ info: ClockInfo) -> String {
        let limit = clock.limit.flatMap { $0.unit == .elapsed ? nil : $0 }
        let ofLimit = limit.map { say(" of {0}", " dari {0}", .text(days($0.amount, $0.unit))) } ?? ""
        return say(
            "By law, \"{0}\": {1}{2} in run {3}; it waited {4#time|times} and began again {5#time|times}.",
            "Menurut aturan, \"{0}\": {1}{2} pada hitungan ke-{3}; berhenti {4#} kali dan dimulai lagi {5#} kali.",
            .text(title(info.title, or: info.name)),
            .text(days(clock.result.consumedDays, info.countsIn)),
            .text(ofLimit),
            .count(clock.result.runs),
            .count(clock.result.holds),
            .count(clock.result.resets)
        )
    }

    private var effort: String {
        say(
            "Agency effort over all rounds, which nothing resets: {0}, {1} in office hours.",
            "Waktu kerja instansi dalam semua putaran, tanpa pengulangan hitungan: {0}, {1} pada jam kerja.",
            .text(days(ledger.agency.workingDays, .workingDays)),
            .text(hours(ledger.agency.officeSeconds))
        )
    }

    private func hours(_ seconds: Int64) -> String {
        language.decimal(Double(seconds) / 3600, places: 1) + pick(" hours", " jam")
    }

    private mutating func writeDesks() {
        var table = TextTable([
            .name(pick("with", "pada")), .number(pick("days", "hari")),
            .number(pick("working days", "hari kerja")), .number(pick("office hours", "jam kerja")),
        ])
        let held = Holder.allCases.map { ($0, ledger.time(of: $0)) }.filter { $0.1.microseconds > 0 }
        guard !held.isEmpty else { return }
        for (holder, time) in held {
            table.append([
                words.holder(holder.rawValue),
                language.decimal(Double(time.microseconds) / 86_400e6, places: 1),
                language.count(time.workingDays),
                language.decimal(Double(time.officeSeconds) / 3600, places: 1),
            ])
        }
        page.line()
        page.table(table)
    }

    /// What was assumed about days.
    mutating func writeAssumptions() {
        page.heading(pick("What was assumed", "Anggapan"))
        let calendar = content.office.calendar
        page.paragraph(
            AssumptionSentence.text(Assumption("zone", [zone.name]), in: language),
            lead: "- "
        )
        let week = calendar.definition.week(on: today) == .six ? "6" : "5"
        let years = "\(calendar.years.lowerBound)-\(calendar.years.upperBound)"
        let leave = calendar.definition.jointLeaveWorked ? "worked" : "off"
        page.paragraph(
            AssumptionSentence.text(
                Assumption("calendar", [calendar.name, years, leave, week]),
                in: language
            ),
            lead: "- "
        )
        page.paragraph(firstDay, lead: "- ")
        page.paragraph(stood, lead: "- ")
        page.paragraph(
            say(
                "Nothing after {0} is known.",
                "Data sampai {0}.",
                .text(moment(content.asOf))
            ),
            lead: "- "
        )
    }

    private var firstDay: String {
        pick(
            "A day counts when it begins while the limit runs; the day on which it starts counts only where a limit says so.",
            "Suatu hari dihitung bila hari itu dimulai selagi jangka waktu berjalan; hari mulainya hanya dihitung bila "
                + "disebut pada jangka waktu itu."
        )
    }

    private var stood: String {
        pick(
            "A deadline \"as it stood\" knows the days off through that day and none after it; so each day off, pause "
                + "and new beginning moves it by itself, and the moves add up to the last day.",
            "Batas waktu pada suatu saat hanya memperhitungkan hari libur sampai hari itu; jadi setiap hari libur, "
                + "penghentian, dan hitungan ulang menggesernya satu per satu, dan jumlahnya adalah hari terakhir."
        )
    }
}

internal import PermitMetrics
internal import PermitWorkflow
internal import WorkingTime

extension PermitLetter {
    /// The permit, its rules and how they were chosen, and what was known of it.
    mutating func writeHead() {
        page.heading(
            pick("How long the permit took, and why", "Keterangan waktu proses permohonan izin")
        )
        let width = 14
        page.field(pick("Permit", "Permohonan"), history.name, labelWidth: width)
        if let workflow = history.workflow {
            page.field(pick("Procedure", "Alur"), title(workflow.title, or: workflow.name), labelWidth: width)
            let mark = workflow.definition.mark.map { SourceWords.sentence($0.rawValue, language) } ?? ""
            page.field(pick("Law", "Dasar hukum"), legal(workflow.legal) + "." + mark, labelWidth: width)
        }
        page.field(pick("Rules", "Aturan"), choice, labelWidth: width)
        page.field(pick("As of", "Keadaan"), asOf, labelWidth: width)
        if !facts.isEmpty { page.field(pick("Facts", "Data"), facts, labelWidth: width) }
    }

    private var asOf: String { moment(content.asOf) + " (\(zone.name))" }

    /// How the day of submission chose the rules.
    private var choice: String {
        guard let workflow = history.workflow else {
            return pick(
                "No procedure governs this permit by its day of submission and its facts; only its history and its "
                    + "age are told.",
                "Tidak ada alur yang mengatur permohonan ini menurut tanggal pengajuan dan datanya; hanya riwayat dan "
                    + "umurnya yang diterangkan."
            )
        }
        let submitted = (history.submitted ?? history.span.lowerBound)
        let came = say(
            "The application came in on {0}.",
            "Permohonan diajukan pada {0}.",
            .text(date(of: submitted))
        )
        switch history.binding {
        case .forced:
            return came + " "
                + pick("The procedure was chosen by name.", "Alurnya dipilih dengan menyebut namanya.")
                + force(workflow)
        default: return came + " " + regime(workflow) + force(workflow)
        }
    }

    private func regime(_ workflow: Workflow) -> String {
        guard case .regime(let name) = history.binding, let name,
            let family = content.regimes.families.first(where: { $0.name.text == name })
        else { return pick("Its day chose the procedure.", "Alurnya ditentukan oleh tanggal itu.") }
        return say(
            "That day and the facts put it under the regime \"{0}\".",
            "Menurut tanggal dan datanya, permohonan ini tunduk pada rezim \"{0}\".",
            .text(title(family.title, or: name))
        )
    }

    /// Between which days of submission a workflow governs.
    private func force(_ workflow: Workflow) -> String {
        guard let force = workflow.definition.inForce else { return "" }
        switch (force.from, force.until) {
        case (let from?, let until?):
            return " "
                + say(
                    "It governs applications from {0} to {1}.",
                    "Alur ini mengatur permohonan sejak {0} sampai dengan {1}.",
                    .day(from),
                    .day(until.advanced(by: -1))
                )
        case (let from?, nil):
            return " "
                + say(
                    "It governs applications since {0}.",
                    "Alur ini mengatur permohonan sejak {0}.",
                    .day(from)
                )
        case (nil, let until?):
            return " "
                + say(
                    "It governed applications before {0}.",
                    "Alur ini mengatur permohonan sebelum {0}.",
                    .day(until)
                )
        case (nil, nil): return ""
        }
    }

    /// The facts that are known, none of them personal.
    var knownFacts: [(name: String, value: String)] {
        zip(content.factNames, history.values)
            .compactMap { name, value in
                guard let value, !value.isEmpty, !content.personal.contains(name) else { return nil }
                return (name, value)
            }
    }

    private var facts: String {
        knownFacts.map { "\($0.name.replacing("_", with: " ")): \($0.value)" }.joined(separator: "; ")
    }

    /// What became of the permit, in a few sentences.
    mutating func writeSummary() {
        page.line()
        page.paragraph(pick("Dear Sir or Madam,", "Dengan hormat,"), indent: 0)
        page.line()
        page.paragraph(([opening] + summary).joined(separator: " "), indent: 0)
    }

    private var opening: String {
        pick(
            "This is an account of the application named above: what happened, and every day that was counted.",
            "Bersama ini kami sampaikan keterangan atas permohonan tersebut di atas: riwayatnya, dan setiap hari yang "
                + "dihitung."
        )
    }

    private var summary: [String] { [outcome] + judged }

    private var outcome: String {
        guard history.workflow != nil || history.outcome != "open" || history.submitted != nil else {
            return say(
                "The log shows this permit from {0} to {1}.",
                "Data memuat permohonan ini dari {0} sampai {1}.",
                .text(date(of: ledger.from)),
                .text(date(of: ledger.until))
            )
        }
        let result = words.outcome(history.outcome)
        if ledger.isOpen {
            return say(
                "The permit is open since {0}, for {1} now.",
                "Permohonan ini terbuka sejak {0}, sudah {1}.",
                .text(date(of: ledger.from)),
                .text(age)
            )
        }
        return say(
            "The permit came in on {0} and ended on {1}, {2} later, as: {3}.",
            "Permohonan ini masuk pada {0} dan berakhir pada {1}, {2} kemudian, dengan hasil: {3}.",
            .text(date(of: ledger.from)),
            .text(date(of: ledger.until)),
            .text(age),
            .text(result)
        )
    }

    /// The last sentence.
    mutating func writeClosing() {
        page.line()
        page.paragraph(
            pick(
                "Whoever reckons otherwise is asked to name the day and the rule.",
                "Demikian keterangan ini disampaikan untuk dipergunakan sebagaimana mestinya."
            ),
            indent: 0
        )
    }

    private var age: String { language.duration(days: Double(ledger.wall.microseconds) / 86_400e6) }

    /// One sentence for each limit of an agency that was breached or runs.
    private var judged: [String] {
        guard let workflow = history.workflow else { return [] }
        return ledger.clocks.compactMap { clock in
            let info = workflow.clocks[clock.index]
            guard info.binds != .applicant, let sentence = verdict(clock.result.class) else { return nil }
            return say(sentence.english, sentence.indonesian, .text(title(info.title, or: info.name)))
        }
    }

    private func verdict(_ class: ClockClass) -> (english: String, indonesian: String)? {
        switch `class` {
        case .onTime: ("The limit \"{0}\" was kept.", "Jangka waktu \"{0}\" dipenuhi.")
        case .late: ("The limit \"{0}\" was passed.", "Jangka waktu \"{0}\" terlampaui.")
        case .openLate: ("The limit \"{0}\" has passed.", "Jangka waktu \"{0}\" sudah terlampaui.")
        case .openInTime: ("The limit \"{0}\" has not passed.", "Jangka waktu \"{0}\" belum terlampaui.")
        case .deemedRecorded:
            (
                "On the limit \"{0}\" the law decided by silence.",
                "Pada jangka waktu \"{0}\" berlaku fiktif positif."
            )
        case .withdrawn, .unmeasured: nil
        }
    }
}

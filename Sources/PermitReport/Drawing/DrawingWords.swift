internal import PermitWorkflow
internal import WorkingTime

/// The words that a drawing adds to those of the workflow.
struct DrawingWords {
    let language: Language

    /// A title in the language, else in English, else the name without its dashes.
    func title(_ titles: [String: String], name: String) -> String {
        titles[language.rawValue] ?? titles["en"] ?? name.replacing("_", with: " ")
    }

    func holder(_ holder: Holder) -> String { Words(language: language).holder(holder.rawValue) }

    func outcome(_ outcome: Outcome) -> String { Words(language: language).outcome(outcome.rawValue) }

    /// Who may act: names of offices as they are written; other roles by name in English, by desk in Indonesian.
    func roles(_ names: [String], in workflow: Workflow) -> String {
        var words: [String] = []
        for name in names {
            let word = role(name, in: workflow)
            if !words.contains(word) { words.append(word) }
        }
        return words.joined(separator: language.pick(" or ", " atau "))
    }

    private func role(_ name: String, in workflow: Workflow) -> String {
        if Self.offices.contains(name) { return name.uppercased() }
        if Holder(rawValue: name) != nil { return Words(language: language).holder(name) }
        let desk = workflow.definition.roles.first { $0.name.text == name }?.holder
        let plain = name.replacing("_", with: " ")
        return language.pick(plain, desk.map(holder) ?? plain)
    }

    /// Roles whose names are abbreviations.
    private static let offices: Set = [
        "oss", "dpmptsp", "ptsp", "dlh", "dpupr", "bkpm", "bpn", "atr", "bpom", "klhk", "tpa", "tpt", "bps",
    ]

    /// A limit in a few letters: `10 hk`, `10 working days`.
    func limit(_ clock: ClockInfo) -> String {
        guard let limit = clock.limit else { return language.pick("by table", "menurut tabel") }
        switch limit.unit {
        case .workingDays:
            let days = language.pick(limit.amount == 1 ? "working day" : "working days", "hk")
            return "\(limit.amount) \(days)"
        case .calendarDays:
            return "\(limit.amount) " + language.pick(limit.amount == 1 ? "day" : "days", "hari")
        case .elapsed: return language.duration(days: Double(limit.amount) / 86_400)
        }
    }

    /// A limit with its article.
    func limitAndArticle(_ clock: ClockInfo) -> String {
        ([limit(clock)] + [clock.legal].compactMap(\.self)).joined(separator: ", ")
    }

    /// A limit in brackets, with its article unless that is too long for an arrow.
    func bracketed(_ clock: ClockInfo) -> String {
        let whole = limitAndArticle(clock)
        return "[" + (whole.count > 60 ? limit(clock) : whole) + "]"
    }

    /// How often, and how long it took.
    func tally(_ tally: DrawingOverlay.Tally) -> String {
        let times = language.count(tally.count) + "\u{D7}"
        guard let days = tally.medianDays, tally.count > 0 else { return times }
        return times + " \u{B7} " + "median " + language.duration(days: days)
    }

    var neverTaken: String { language.pick("never taken", "tidak pernah dilalui") }

    func permits(_ count: Int) -> String {
        language.count(count) + " " + language.pick(count == 1 ? "permit" : "permits", "izin")
    }

    /// How many departures are not drawn; nil when all are.
    func hiddenDepartures(_ overlay: DrawingOverlay) -> String? {
        let hidden = overlay.departures.dropFirst(DrawingOverlay.shownDepartures)
        guard !hidden.isEmpty else { return nil }
        let times = hidden.reduce(0) { $0 + $1.tally.count }
        return language.say(
            "{0#rarer departure is|rarer departures are} not drawn ({1#time|times}).",
            "{0#} penyimpangan yang lebih jarang tidak digambar ({1#} kali).",
            .text(String(hidden.count)),
            .text(String(times))
        )
    }
}

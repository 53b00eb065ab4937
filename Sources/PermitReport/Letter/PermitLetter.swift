public import PermitMetrics
public import PermitWorkflow
public import WorkingTime

/// One permit's history and where its time went, as a letter that an officer could send.
///
/// It names the rules, what happened, every shift of every deadline with its cause, the ages side by side, and what was
/// assumed. It names nobody: only roles and desks.
public struct PermitLetter: Sendable {
    /// What a letter is written from.
    public struct Content: Sendable {
        /// The permit's history, with its events.
        public var history: PermitHistory
        /// The names of the facts, in the order of the history's values.
        public var factNames: [String]
        /// Names of columns and facts that a letter leaves out.
        public var personal: Set<String>
        /// The moment of which the letter speaks.
        public var asOf: Instant
        /// The zone and calendar in which days are counted.
        public var office: OfficeTime
        /// The regimes by which workflows are chosen.
        public var regimes: Regimes
        /// The laws that are cited.
        public var laws: Laws

        /// Gathers what a letter is written from.
        public init(
            history: PermitHistory,
            factNames: [String] = [],
            personal: Set<String> = [],
            asOf: Instant,
            office: OfficeTime,
            regimes: Regimes = Regimes(families: [], rules: []),
            laws: Laws = Laws(laws: [])
        ) {
            self.history = history
            self.factNames = factNames
            self.personal = personal
            self.asOf = asOf
            self.office = office
            self.regimes = regimes
            self.laws = laws
        }
    }

    let content: Content
    let language: Language
    let words: Words
    let ledger: PermitLedger
    var page = Page()

    /// Prepares a letter.
    public init(_ content: Content, language: Language) {
        self.content = content
        self.language = language
        words = Words(language: language)
        ledger = content.history.ledger(
            asOf: content.asOf,
            zone: content.office.zone,
            views: CalendarViews(content.office.calendar)
        )
    }

    /// The letter; no line is wider than 80 columns and every line is ended.
    public var text: String {
        var letter = self
        letter.writeHead()
        letter.writeSummary()
        letter.writeEvents()
        letter.writeDepartures()
        letter.writeClocks()
        letter.writeAges()
        letter.writeAssumptions()
        letter.writeClosing()
        return letter.page.text
    }

    var history: PermitHistory { content.history }
    var zone: Zone { content.office.zone }

    // MARK: - Words

    func pick(_ english: String, _ indonesian: String) -> String { language.pick(english, indonesian) }

    func say(_ english: String, _ indonesian: String, _ gaps: Gap...) -> String {
        Sentence(pick(english, indonesian)).filled(with: gaps, in: language)
    }

    /// A title in the letter's language, else in another one, else the name.
    func title(_ titles: [String: String], or name: String) -> String {
        titles[language.rawValue] ?? titles["id"] ?? titles["en"] ?? name
    }

    /// An action by its title.
    func action(_ name: String) -> String {
        guard let workflow = history.workflow, let index = workflow.action(named: name) else { return name }
        return title(workflow.actions[index].title, or: name)
    }

    /// A state by its title.
    func state(_ index: Int) -> String {
        guard let workflow = history.workflow else { return "" }
        return title(workflow.states[index].title, or: workflow.states[index].name)
    }

    /// Legal sources as they stand on the letter's day, with the law in which each lives on.
    func legal(_ text: String) -> String {
        content.laws.text(of: text, on: today, continued: pick("now", "kini"))
    }

    /// The local day of which the letter speaks.
    var today: Day { zone.day(of: content.asOf) }

    func date(_ day: Day) -> String { language.date(day) }
    func moment(_ instant: Instant) -> String { language.moment(instant, in: zone) }
    func date(of instant: Instant) -> String { language.date(zone.day(of: instant)) }

    /// A number of days of a limit's unit.
    func days(_ count: Int, _ unit: Limit.Unit?) -> String {
        let number = language.count(count)
        let one = abs(count) == 1
        return switch unit {
        case .workingDays: number + pick(one ? " working day" : " working days", " hari kerja")
        case .calendarDays: number + pick(one ? " calendar day" : " calendar days", " hari kalender")
        case .elapsed: language.duration(days: Double(count) / 86_400)
        case nil: number + pick(one ? " day" : " days", " hari")
        }
    }
}

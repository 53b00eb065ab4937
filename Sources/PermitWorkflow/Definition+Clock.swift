public import PermitDocuments

extension Definition {
    /// A time limit and what moves it.
    public struct Clock: Hashable, Sendable {
        /// The clock's name.
        public var name: Name
        /// The title by language code.
        public var title: [String: String]
        /// The legal step that the clock limits, by which clocks of several regimes are compared.
        public var step: Name
        /// Whose duty the limit is: the office's, unless it binds the applicant or another authority.
        public var binds: Holder
        /// How long.
        public var limit: ClockLimit
        /// Whether the day of the start counts.
        public var includesFirstDay: Choice
        /// What becomes of a calendar-day deadline on a day off: `stay` or `shift`.
        public var ifDueOnHoliday: Choice
        /// For which permits it runs; nil for all.
        public var applies: Condition?
        /// What starts it.
        public var starts: ClockTrigger
        /// The states in which it waits; nil for every state that the applicant holds.
        public var pauses: [Name]?
        /// Whether the clock waits in these states at all: `true` or `false`.
        public var pausesIf: Choice
        /// The actions after which it starts again from zero.
        public var restarts: [Name]
        /// What lengthens the limit of an open run.
        public var extends: Extension?
        /// What stops it; every outcome does so besides.
        public var stops: ClockTrigger
        /// What the law does when it runs out.
        public var onExpiry: Expiry?

        /// Creates a clock.
        public init(
            name: Name,
            title: [String: String] = [:],
            step: Name? = nil,
            binds: Holder = .office,
            limit: ClockLimit,
            includesFirstDay: Choice = .fixed("false"),
            ifDueOnHoliday: Choice = .fixed("stay"),
            applies: Condition? = nil,
            starts: ClockTrigger,
            pauses: [Name]? = nil,
            pausesIf: Choice = .fixed("true"),
            restarts: [Name] = [],
            extends: Extension? = nil,
            stops: ClockTrigger = ClockTrigger(),
            onExpiry: Expiry? = nil
        ) {
            self.name = name
            self.title = title
            self.step = step ?? name
            self.binds = binds
            self.limit = limit
            self.includesFirstDay = includesFirstDay
            self.ifDueOnHoliday = ifDueOnHoliday
            self.applies = applies
            self.starts = starts
            self.pauses = pauses
            self.pausesIf = pausesIf
            self.restarts = restarts
            self.extends = extends
            self.stops = stops
            self.onExpiry = onExpiry
        }
    }

    /// A value written in the definition, or the name of the setting that gives it.
    public enum Choice: Hashable, Sendable {
        /// The value.
        case fixed(String)
        /// The setting's name.
        case setting(Name)
    }

    /// How long a clock may run.
    public struct ClockLimit: Hashable, Sendable {
        /// Where the number comes from.
        public enum Amount: Hashable, Sendable {
            /// The number, or a setting.
            case number(Choice)
            /// A table keyed by facts; permits that it does not cover are not measured.
            case table(name: String, by: [Name])
        }

        /// The number of units.
        public var amount: Amount
        /// `working_days`, `calendar_days` or `elapsed`.
        public var unit: Choice
        /// The article that sets the limit.
        public var legal: String?
        /// How sure that article is.
        public var mark: SourceMark?
        /// Where the limit stands.
        public var position: SourcePosition?

        /// The units that a limit may have.
        public static let units = ["working_days", "calendar_days", "elapsed"]

        /// Creates a limit.
        public init(
            amount: Amount,
            unit: Choice,
            legal: String?,
            mark: SourceMark? = nil,
            position: SourcePosition? = nil
        ) {
            self.amount = amount
            self.unit = unit
            self.legal = legal
            self.mark = mark
            self.position = position
        }

        /// Compares everything but the place.
        public static func == (left: ClockLimit, right: ClockLimit) -> Bool {
            left.amount == right.amount && left.unit == right.unit && left.legal == right.legal
                && left.mark == right.mark
        }

        /// Hashes everything but the place.
        public func hash(into hasher: inout Hasher) {
            hasher.combine(amount)
            hasher.combine(unit)
            hasher.combine(legal)
            hasher.combine(mark)
        }
    }

    /// What starts or stops a clock: actions taken, or states entered.
    public struct ClockTrigger: Hashable, Sendable {
        /// Actions.
        public var at: [Name]
        /// States on entering.
        public var enters: [Name]

        /// Creates a trigger.
        public init(at: [Name] = [], enters: [Name] = []) {
            self.at = at
            self.enters = enters
        }
    }

    /// Actions that lengthen the limit of an open run, each time that they are taken.
    public struct Extension: Hashable, Sendable {
        /// The actions.
        public var at: [Name]
        /// By how much, in the unit of the clock's limit.
        public var amount: Choice
        /// The article behind it.
        public var legal: String?

        /// Creates an extension.
        public init(at: [Name], amount: Choice, legal: String? = nil) {
            self.at = at
            self.amount = amount
            self.legal = legal
        }
    }

    /// What the law does when a clock runs out.
    public struct Expiry: Hashable, Sendable {
        /// The action that is taken.
        public var action: Name
        /// The role that takes it.
        public var role: Name
        /// The article behind it.
        public var legal: String?
        /// How sure that article is.
        public var mark: SourceMark?

        /// Creates an expiry.
        public init(action: Name, role: Name, legal: String? = nil, mark: SourceMark? = nil) {
            self.action = action
            self.role = role
            self.legal = legal
            self.mark = mark
        }
    }
}

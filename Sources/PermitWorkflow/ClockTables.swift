internal import WorkingTime

/// What transitions do to the clocks of a workflow, as bits: clock number i is bit i.
///
/// One reference, so that a permit's clocks can be moved without counting references to the workflow's other parts.
public final class ClockTables: Sendable {
    /// What an action does.
    struct ActionBits: Sendable {
        var starts: UInt64 = 0
        var restarts: UInt64 = 0
        var stops: UInt64 = 0
        /// The action of the clock's expiry.
        var expires: UInt64 = 0
        /// The action of the clock's expiry, by which the law decides in an agency's place.
        var deems: UInt64 = 0
        var extends: UInt64 = 0
    }

    /// What being in a state does, or entering it.
    struct StateBits: Sendable {
        var starts: UInt64 = 0
        var stops: UInt64 = 0
        var pauses: UInt64 = 0
        /// Leaving the pause here means a restart.
        var awaitsRestart: UInt64 = 0
    }

    let actions: [ActionBits]
    let states: [StateBits]
    let outcomes: [Outcome?]
    let clocks: [ClockInfo]
    /// The limits that need no table.
    let limits: [Limit?]
    /// Clocks that run for some permits only.
    let conditional: UInt64
    /// Clocks whose limit comes from a table.
    let tabled: UInt64
    /// Clocks that bind somebody other than the applicant.
    let duties: UInt64
    /// Clocks on whose expiry the law acts.
    let expiring: UInt64

    init(clocks: [ClockInfo], outcomes: [Outcome?]) {
        func bits(_ holds: (ClockInfo) -> Bool) -> UInt64 {
            clocks.indices.reduce(0) { holds(clocks[$1]) ? $0 | 1 << UInt64($1) : $0 }
        }
        self.clocks = clocks
        self.outcomes = outcomes
        limits = clocks.map(\.limit)
        conditional = bits { $0.applies != nil }
        tabled = bits { $0.table != nil }
        duties = bits { $0.binds != .applicant }
        expiring = bits { $0.expiry != nil }
        let actionCount = clocks.first?.actionEffects.count ?? 0
        actions = (0..<actionCount)
            .map { action in
                ActionBits(
                    starts: bits { $0.actionEffects[action].contains(.starts) },
                    restarts: bits { $0.actionEffects[action].contains(.restarts) },
                    stops: bits { $0.actionEffects[action].contains(.stops) },
                    expires: bits { $0.actionEffects[action].contains(.expires) },
                    deems: bits {
                        $0.actionEffects[action].contains(.expires) && $0.expiry?.isSilence ?? false
                    },
                    extends: bits { $0.actionEffects[action].contains(.extends) }
                )
            }
        states = outcomes.indices.map { state in
            StateBits(
                starts: bits { $0.stateEffects[state].contains(.starts) },
                stops: bits { $0.stateEffects[state].contains(.stops) },
                pauses: bits { $0.stateEffects[state].contains(.pauses) },
                awaitsRestart: bits { $0.stateEffects[state].contains(.awaitsRestart) }
            )
        }
    }

    /// The limit of a clock for a permit; nil when its table has no row for it.
    func limit(of clock: Int, facts: FactValues) -> Limit? {
        tabled & (1 << UInt64(clock)) == 0 ? limits[clock] : clocks[clock].table?.limit(for: facts)
    }
}

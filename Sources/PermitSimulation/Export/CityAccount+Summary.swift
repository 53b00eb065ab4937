public import PermitWorkflow

extension CityAccount {
    /// How the permits of one regime and type stand by one time limit of an authority.
    public struct Line: Hashable, Sendable {
        /// The family of workflows; empty where no rule chose it.
        public var regime: String
        /// The permit's type.
        public var permitType: String
        /// The workflow.
        public var workflow: String
        /// The clock.
        public var clock: String
        /// Decided in time.
        public var onTime = 0
        /// Decided late.
        public var late = 0
        /// Decided by silence, and recorded.
        public var deemedRecorded = 0
        /// To be decided by silence, which nobody recorded and nobody decided since.
        public var deemedDueNotRecorded = 0
        /// Open, and a deadline has passed; those whose decision by silence was not recorded are among them.
        public var openLate = 0
        /// Open, and no deadline has passed.
        public var openInTime = 0
        /// Taken back or fallen away before the deadline.
        public var withdrawn = 0
        /// Without a limit to be measured by.
        public var unmeasured = 0

        /// The permits of the line.
        public var permits: Int {
            onTime + late + deemedRecorded + openLate + openInTime + withdrawn + unmeasured
        }
    }

    /// How permits stand by the limits that bind authorities, by regime, permit type and clock, in their order.
    ///
    /// Limits that bind applicants are left out. Every permit that a limit is for counts once in its line.
    public var summary: [Line] {
        var lines: [[String]: Line] = [:]
        for permit in city.permits {
            let regime = permit.regime ?? ""
            let type = permit.facts["permit_type"]?.description ?? ""
            for index in permit.clocks.indices where permit.clocks[index].isApplicable {
                let clock = permit.workflow.clocks[index]
                guard clock.binds != .applicant else { continue }
                let key = [regime, type, permit.workflow.name, clock.name]
                var line =
                    lines[key]
                    ?? Line(
                        regime: regime,
                        permitType: type,
                        workflow: permit.workflow.name,
                        clock: clock.name
                    )
                line.add(permit.clocks[index].class, permit.finding(ofClock: index))
                lines[key] = line
            }
        }
        return lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
}

extension CityAccount {
    /// How the permits of one regime and type stand by the limits that bind authorities: each permit once.
    public struct Standing: Hashable, Sendable {
        /// The family of workflows; empty where no rule chose it.
        public var regime: String
        /// The permit's type.
        public var permitType: String
        /// The permits by their worst limit: decided by silence before late, late before open and late, then open in
        /// time, in time, taken back, not measured.
        public var permits: [ClockClass: Int] = [:]
        /// Of the measured ones, those with a decision by silence that nobody recorded and nobody took since.
        public var deemedDueNotRecorded = 0
    }

    /// How permits stand by the limits that bind authorities, by regime and permit type, in their order.
    public var standings: [Standing] {
        var standings: [[String]: Standing] = [:]
        for permit in city.permits {
            let regime = permit.regime ?? ""
            let type = permit.facts["permit_type"]?.description ?? ""
            var standing = standings[[regime, type]] ?? Standing(regime: regime, permitType: type)
            let worst = permit.worstClass
            standing.permits[worst, default: 0] += 1
            if worst != .unmeasured, permit.count(of: .deemedDueNotRecorded) > 0 {
                standing.deemedDueNotRecorded += 1
            }
            standings[[regime, type]] = standing
        }
        return standings.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
    }
}

extension SimulatedPermit {
    /// The worst class among the limits that bind authorities.
    fileprivate var worstClass: ClockClass {
        let worstFirst: [ClockClass] = [
            .deemedRecorded, .late, .openLate, .openInTime, .onTime, .withdrawn, .unmeasured,
        ]
        let own = Set(
            clocks.indices.filter { clocks[$0].isApplicable && workflow.clocks[$0].binds != .applicant }
                .map { clocks[$0].class }
        )
        return worstFirst.first { own.contains($0) } ?? .unmeasured
    }
}

extension CityAccount.Line {
    fileprivate mutating func add(_ class: ClockClass, _ finding: ClockFinding?) {
        switch `class` {
        case .onTime: onTime += 1
        case .late: late += 1
        case .deemedRecorded: deemedRecorded += 1
        case .openLate: openLate += 1
        case .openInTime: openInTime += 1
        case .withdrawn: withdrawn += 1
        case .unmeasured: unmeasured += 1
        }
        if finding == .deemedDueNotRecorded { deemedDueNotRecorded += 1 }
    }
}

// Invariants of this file:
// - the rows of a case are read while `rows` lives.

extension Organizer {
    /// Fills in the events of every case as activity instances, in the order of their ends.
    func fillInstances(_ result: inout OrganizedPartition, _ rows: borrowing CaseRows<WideCaseRow>) {
        let isPairing = log.lifecycle == .pair
        var pairing = InstancePairing()
        result.cases.reserveCapacity(rows.hashes.count)
        for (rank, hash) in rows.hashes.enumerated() {
            pairing.begin()
            for row in rows.rows(of: rank) { pairing.take(row.pairingRow(isPairing)) }
            let first = result.events.count
            for one in pairing.ended { result.append(one, keepsTexts: log.keepsResource) }
            result.unended += pairing.unended.map { one in
                UnendedActivity(
                    caseIndex: rank,
                    activity: one.activity,
                    time: one.time,
                    isStarted: one.isStarted,
                    rows: one.rows
                )
            }
            result.leftRows += pairing.leftRows
            result.cases.append(
                OrganizedPartition.CaseEntry(
                    hash: CaseHash(low: hash, high: 0),
                    name: 0..<0,
                    events: first..<result.events.count,
                    facts: 0..<0,
                    duplicates: Int32(result.repetitions(from: first))
                )
            )
        }
    }
}

extension WideCaseRow {
    fileprivate func pairingRow(_ isPairing: Bool) -> InstancePairing.Row {
        InstancePairing.Row(
            event: event,
            resource: resource,
            role: role,
            transition: isPairing ? lifecycle.transition : .absent,
            instance: lifecycle.instance,
            start: lifecycle.start == RowLifecycle.absentTime ? nil : lifecycle.start
        )
    }
}

extension OrganizedPartition {
    fileprivate mutating func append(_ one: InstancePairing.Ended, keepsTexts: Bool) {
        events.append(one.event)
        instances.append(one.instance)
        guard keepsTexts else { return }
        resources.append(one.resource)
        roles.append(one.role)
    }

    /// How many events from an index on repeat activity, beginning and end of another that comes before.
    fileprivate func repetitions(from first: Int) -> Int {
        struct Key: Hashable {
            var activity: Int
            var start: Int64?
            var end: Int64
        }
        guard events.count - first > 1 else { return 0 }
        let keys = (first..<events.count)
            .map { Key(activity: events[$0].activity, start: instances[$0].start, end: events[$0].time) }
        return keys.count - Set(keys).count
    }

    /// Forgets the cases of which nothing ended.
    mutating func removeEmptyCases() {
        guard cases.contains(where: \.events.isEmpty) else { return }
        var kept: [CaseEntry] = []
        var numbers: [Int] = []
        for entry in cases {
            numbers.append(kept.count)
            if !entry.events.isEmpty { kept.append(entry) }
        }
        for index in unended.indices {
            let old = unended[index].caseIndex
            unended[index].caseIndex = cases[old].events.isEmpty ? -1 : numbers[old]
        }
        casesWithoutEnd = cases.count - kept.count
        cases = kept
    }
}

import PermitLog
import PermitWorkflow
import WorkingTime

/// Makes the records of permits from what their fold kept.
struct RecordBuilder {
    let plan: FoldPlan
    let kinds: [ClockKind]
    let join: JourneyJoin?

    /// One record for each permit whose record was kept, in the order of the log.
    func records(_ fold: borrowing PermitFold) -> [PermitRecord] {
        fold.rows.compactMap { row in
            guard row.record >= 0 else { return nil }
            var record = record(row, fold.rows, fold.kept[row.record])
            if !plan.facts.by.isEmpty { record.group = fold.groups.texts[row.group] }
            if row.successor >= 0 {
                record.successor = plan.binding.workflows[row.successor].name
                record.supervision = plan.binding.workflows[row.successor].states[row.supervision].name
            }
            guard row.link >= 0, let journeys = plan.journeys?.journeys else { return record }
            let link = fold.links[row.link]
            record.comesAfter = journeys.links.indices.filter { after(row.workflow) & (1 << UInt64($0)) != 0 }
                .map { journeys.links[$0].name.text }
            record.project = link.project >= 0 ? fold.projects.texts[link.project] : nil
            record.link = link.link >= 0 ? journeys.links[link.link].name.text : nil
            return record
        }
    }

    /// Whether columns of the log tell how or when permits ended.
    private var knowsEnding: Bool { plan.facts.milestones[.decided] != nil || plan.facts.outcome != nil }

    private func record(_ row: PermitRow, _ rows: PermitRows, _ kept: PermitFold.Kept) -> PermitRecord {
        let workflow = row.workflow >= 0 ? plan.binding.workflows[row.workflow] : nil
        var record = PermitRecord(
            name: kept.name,
            workflow: workflow?.name,
            state: workflow?.states[row.state].name,
            outcome: knowsEnding || workflow != nil ? row.ending.name : "",
            submitted: row.submitted.map { Instant(microseconds: $0) },
            decided: row.ending.isDecided ? row.ended.map { Instant(microseconds: $0) } : nil,
            ended: row.ended.map { Instant(microseconds: $0) },
            days: row.ending == .open ? nil : row.duration.map { Double($0) / 86_400e6 },
            returns: row.returns,
            events: kept.events,
            isFitting: workflow == nil ? nil : row.isFitting,
            deviations: rows.deviations[row.deviations].map(\.rawValue),
            clocks: rows.clocks[row.clocks].map(clock),
            facts: kept.facts
        )
        record.spanSeconds = Double(kept.span) / 1e6
        record.waitingDays = row.ending == .open ? row.duration.map { Double($0) / 86_400e6 } : nil
        record.heldDays = rows.holders[row.holders].map { Double($0) / 86_400e6 }
        record.ages = ages(row.ages)
        record.isOnline = row.isOnline
        record.recordsSilence = row.hasSilence
        record.owesSilence = row.owesSilence
        record.decidedAfterSilence = row.decidedAfterSilence
        record.duty = Headline.clock(of: row, in: rows, kinds: kinds).map(duty)
        return record
    }

    private func after(_ workflow: Int) -> UInt64 { join?.after(workflow) ?? 0 }

    private func duty(_ clock: PermitRow.Clock) -> PermitRecord.Duty {
        PermitRecord.Duty(
            clock: kinds[clock.kind].name,
            classification: clock.classification.rawValue,
            due: clock.due.map { Instant(microseconds: $0) },
            started: clock.started.map { Instant(microseconds: $0) },
            consumedDays: clock.consumedDays,
            countsWorkingDays: clock.countsWorkingDays
        )
    }

    private func ages(_ ages: PermitRow.Ages) -> PermitRecord.Ages {
        PermitRecord.Ages(
            wallDays: ages.wall < 0 ? nil : Int(ages.wall),
            effortDays: ages.effort < 0 ? nil : Int(ages.effort),
            effortHours: ages.effortSeconds < 0 ? nil : Double(ages.effortSeconds) / 3600,
            responseDays: ages.response < 0 ? nil : Int(ages.response),
            isAnswered: ages.isAnswered
        )
    }

    private func clock(_ clock: PermitRow.Clock) -> PermitRecord.Clock {
        PermitRecord.Clock(
            name: kinds[clock.kind].name,
            classification: clock.classification.rawValue,
            due: clock.due.map { Instant(microseconds: $0) },
            consumedDays: clock.consumedDays,
            runs: clock.runs,
            pauses: clock.pauses,
            isPaused: clock.isPaused
        )
    }
}

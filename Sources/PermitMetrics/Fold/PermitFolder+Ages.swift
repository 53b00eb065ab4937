import PermitWorkflow
import WorkingTime

extension PermitFolder {
    /// The working days between two moments; -1 where the calendar does not cover them or the end comes first.
    func workingDays(from start: Int64, to end: Int64) -> Int32 {
        let (start, end) = (Instant(microseconds: start), Instant(microseconds: end))
        guard start <= end, plan.office.coverageFault(from: start, to: end) == nil else { return -1 }
        return Int32(clamping: plan.office.workingDays(from: start, to: end))
    }

    /// Notes how long the office took to respond, or has not responded.
    func answer(_ row: inout PermitRow, _ response: Moment?) {
        guard let submitted = row.submitted else { return }
        row.ages.isAnswered = response != nil
        guard response != nil || row.ended != nil || row.ending == .open else { return }
        row.ages.response = workingDays(from: submitted, to: response?.time ?? row.ended ?? plan.cut)
    }

    /// Sums the time of each holder between submission and the end.
    mutating func addHoldings(_ holdings: [CaseReplay.Holding], to row: inout PermitRow) {
        fold.rows.addHolders(Holder.allCases.count, to: &row)
        guard let submitted = row.submitted else { return }
        let end = row.ended ?? plan.cut
        var effort = TimeSpent.none
        for holding in holdings {
            let (from, until) = (max(holding.from, submitted), min(holding.until, end))
            guard until > from, let index = Holder.allCases.firstIndex(of: holding.holder) else { continue }
            fold.rows.hold(until - from, holder: index, of: row)
            guard holding.holder.isAgency else { continue }
            effort =
                effort
                + TimeSpent(
                    from: Instant(microseconds: from),
                    to: Instant(microseconds: until),
                    office: plan.office
                )
        }
        row.sameDayRounds = sameDayRounds(holdings)
        guard row.ages.wall >= 0 else { return }
        row.ages.effort = Int32(clamping: effort.workingDays)
        row.ages.effortSeconds = effort.officeSeconds
    }

    /// How often the applicant got the permit from an agency and gave it back on one local day.
    private func sameDayRounds(_ holdings: [CaseReplay.Holding]) -> Int {
        guard holdings.count > 2 else { return 0 }
        let zone = plan.office.zone
        return (1..<holdings.count - 1)
            .count { index in
                let own = holdings[index]
                guard own.holder == .applicant, holdings[index - 1].holder.isAgency,
                    holdings[index + 1].holder.isAgency
                else { return false }
                return zone.day(of: Instant(microseconds: own.from))
                    == zone.day(of: Instant(microseconds: own.until))
            }
    }
}

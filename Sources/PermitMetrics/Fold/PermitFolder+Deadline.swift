import PermitLog
import PermitWorkflow
import WorkingTime

extension PermitFolder {
    /// Judges the deadline that the log states: the instant written, the end of a day without a time, or the end of a
    /// limit in days.
    mutating func addDeadline(
        _ facts: borrowing CaseFacts,
        _ columns: PerMilestone<Moment>,
        to row: inout PermitRow
    ) {
        guard let deadline = plan.facts.deadline else { return }
        var clock = PermitRow.Clock(kind: plan.binding.clockKinds.count - 1, classification: .unmeasured)
        clock.started = row.submitted
        if let due = due(deadline.column, facts, columns, row) {
            clock.due = due
            clock.runs = 1
            switch row.ending {
            case .open: clock.classification = plan.cut < due ? .openInTime : .openLate
            case .outcome(.deemed): clock.classification = .deemedRecorded
            case .outcome(.withdrawn), .outcome(.cancelled):
                clock.classification = row.ended.map { $0 < due ? .withdrawn : .late } ?? .unmeasured
            default:
                clock.classification = row.ended.map { $0 < due ? .onTime : .late } ?? .unmeasured
            }
        }
        fold.rows.add(clock, to: &row)
    }

    /// When it is due, in microseconds since 1970 UTC; nil where the log does not say.
    private mutating func due(
        _ column: Int,
        _ facts: borrowing CaseFacts,
        _ columns: PerMilestone<Moment>,
        _ row: PermitRow
    ) -> Int64? {
        let name = plan.facts.columnNames[column]
        guard let days = plan.facts.deadlineDays else {
            let moment = facts.moment(column, in: plan.office.zone, name: name, bad: &fold.badCells)
            return moment.map { $0.isDateOnly ? endOfDay($0) : $0.time }
        }
        guard let text = facts.latestText(column), !NullWord.contains(text.utf8) else { return nil }
        guard let amount = Self.wholeDays(text) else {
            fold.badCells[.init(column: name, reason: StampError.Code.malformed.rawValue), default: 0] += 1
            return nil
        }
        let from = columns[days.from]?.time ?? (days.from == .submitted ? row.submitted : nil)
        guard let from else { return nil }
        let limit = Limit(amount: amount, unit: days.unit == .workingDays ? .workingDays : .calendarDays)
        let start = Instant(microseconds: from)
        let run = ClockRun(limit: limit, startedAt: start, paused: false, office: plan.office)
        return run.deadline(office: plan.office)?.microseconds
    }

    /// A number of days as cells have it: `7`, `7.0`, `7 hari`; nil for anything else.
    private static func wholeDays(_ text: String) -> Int? {
        let digits = text.prefix { $0.isWholeNumber && $0.isASCII }
        guard let number = Int(digits), number <= 36_500 else { return nil }
        let rest = text.dropFirst(digits.count)
        let isPlain = rest.isEmpty || rest == ".0" || rest.first == " "
        return isPlain ? number : nil
    }

    private func endOfDay(_ moment: Moment) -> Int64 {
        let zone = plan.office.zone
        let day = zone.day(of: Instant(microseconds: moment.time))
        return zone.start(of: day.advanced(by: 1)).microseconds
    }
}

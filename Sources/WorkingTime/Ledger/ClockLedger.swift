/// Every shift of a clock's deadline, in the order of time.
///
/// The deadline as it stood at a moment is the one that the clock's moves until then give on the calendar with only the
/// holidays through that day; in a pause, the one it would have if it went on then. Each entry moves it by its `shift`,
/// so the entries lead day by day from the first deadline to the due date: within a chain of entries with shifts each
/// deadline is the one before it and the shift. A chain begins with an entry that has a deadline and no shift.
///
/// Once a deadline has passed the due date stands; a later run begins a chain of its own.
public struct ClockLedger: Hashable, Sendable {
    /// The entries in the order of time; holidays after the stop that the due date took into account come last.
    public var entries: [DeadlineShift]

    /// Creates a ledger of entries.
    public init(entries: [DeadlineShift] = []) { self.entries = entries }

    /// Explains a clock.
    ///
    /// - Parameters:
    ///   - moves: What was done to the clock, in the order of time.
    ///   - moment: The moment as of which an open clock is judged; not before the last move.
    ///   - restart: The limit of the new run where an open pause can only be left by a restart, which a forecast then
    ///     assumes; nil where the clock would go on.
    ///   - zone: The zone whose days count.
    ///   - views: The views of the calendar.
    public init(
        moves: [ClockMove],
        asOf moment: Instant,
        restart: Limit? = nil,
        zone: Zone,
        views: CalendarViews
    ) {
        var builder = LedgerBuilder(zone: zone, views: views)
        for move in moves { builder.take(move) }
        builder.finish(asOf: moment, restart: restart)
        entries = builder.entries
    }

    /// The first deadline that was told.
    public var firstDeadline: Day? { entries.lazy.compactMap(\.deadline).first }

    /// The last day in time: of the first breached deadline, else the last one told.
    public var due: Day? {
        if let breach = entries.first(where: { $0.kind == .breached }) { return breach.deadline }
        return entries.last { $0.deadline != nil }?.deadline
    }
}

"""Clocks with runs, judged by a loop over days: rules 2 to 6 of "Counting time"."""
import datetime as dt

from .definitions import Unknown, as_list, holds, is_true
from .logs import day_start, local_day

DAY = dt.timedelta(days=1)
#: Outcomes that are decisions of the agency, or count as one.
DECIDED = ("issued", "refused", "deemed")


class OutsideCalendar(Exception):
    """A day outside the calendar's years is asked for."""


class Run:
    """One run: its opening, its running intervals, and how it closed."""

    def __init__(self, time, paused):
        self.opened = time
        self.unpaused_start = not paused
        self.intervals = [] if paused else [[time, None]]
        self.pauses = 1 if paused else 0
        self.closed = None
        self.closing_state = None

    @property
    def running(self):
        return self.closed is None and bool(self.intervals) and self.intervals[-1][1] is None

    def pause(self, time):
        if self.running:
            self.intervals[-1][1] = time
            self.pauses += 1

    def resume(self, time):
        if not self.running:
            self.intervals.append([time, None])

    def close(self, time, state):
        self.paused_at_close = not self.running
        if self.running:
            self.intervals[-1][1] = time
        self.closed, self.closing_state = time, state

    def continued(self):
        """The running intervals, as if the clock ran on from its close."""
        spans = [list(one) for one in self.intervals]
        if self.closed is None:
            return spans
        if self.paused_at_close:
            return spans + [[self.closed, None]]
        spans[-1][1] = None
        return spans


class Rule:
    """A clock of a workflow with its settings filled in."""

    def __init__(self, name, document, workflow):
        self.name, self.workflow = name, workflow
        limit = document["limit"]
        if "amount" in limit:
            self.unit, amount = workflow.setting(limit["unit"]), workflow.setting(limit["amount"])
        else:
            self.unit = next(key for key in ("working_days", "calendar_days") if key in limit)
            amount = workflow.setting(limit[self.unit])
        self.table = workflow.tables.get(amount["table"]) if isinstance(amount, dict) else None
        self.amount = None if isinstance(amount, dict) else int(amount)
        self.includes_first_day = is_true(workflow.setting(document.get("includes_first_day")))
        self.shifts = document.get("if_due_on_holiday") == "shift"
        self.applies = document.get("applies")
        self.starts = document["starts"]
        self.restarts = document.get("restarts")
        pauses = document.get("pauses")
        if pauses is None:
            self.pauses = [one for one in workflow.states if workflow.holder(one) == "applicant"]
        else:
            waits = is_true(workflow.setting(pauses.get("if", True)))
            self.pauses = workflow.states_of(pauses["in"]) if waits else []
        self.stops = document.get("stops") or {}
        self.binds = document.get("binds")
        self.expiry = (document.get("on_expiry") or {}).get("action")

        targets = [case.target for case in workflow.actions.get(self.expiry, [])]
        outcomes = [workflow.outcome(one) for one in targets]
        #: Whether the law ends the permit without a grant when the clock runs out.
        self.is_lapse = any(one not in (None, "issued", "deemed") for one in outcomes)
        #: Whether the law decides in an agency's place.
        self.is_silence = self.expiry is not None and self.binds != "applicant" and not self.is_lapse

    def sized(self, facts):
        """The clock with the amount that a table has for a permit; without one where no row covers it."""
        if self.table is None:
            return self
        for row in self.table["rows"]:
            if all(str(row[key]) == str(facts.get(key)) for key in self.table["keys"] if key in row):
                self.amount = int(row["amount"])
        return self

    def meets(self, trigger, move):
        if trigger is None:
            return False
        if move.action in as_list(trigger.get("at")):
            return True
        states = self.workflow.states_of(trigger.get("in"))
        return move.target in states and move.source not in states


def runs(rule, permit):
    """The runs of a clock over a permit's moves, and the findings on the way."""
    found, findings, current = [], [], None
    for move in permit.moves:
        paused = move.target in rule.pauses
        if rule.meets(rule.restarts, move):
            if current:
                current.close(move.time, move.target)
            current = Run(move.time, paused)
            found.append(current)
        elif rule.meets(rule.starts, move):
            if current:
                findings.append("clock_already_running")
            else:
                current = Run(move.time, paused)
                found.append(current)
        if current is None:
            continue
        ends = permit.workflow.outcome(move.target) is not None
        if rule.meets(rule.stops, move) or ends:
            current.close(move.time, move.target)
            current = None
        elif paused:
            current.pause(move.time)
        else:
            current.resume(move.time)
    return found, findings


class Judge:
    """Counts days one by one in a zone and a calendar, up to a cut."""

    def __init__(self, calendar, zone, cut):
        self.calendar, self.zone, self.cut = calendar, zone, cut

    def counts(self, day, unit):
        if not self.calendar.covers(day):
            raise OutsideCalendar(day.year)
        return unit == "calendar_days" or self.calendar.works(day)

    def deadline(self, rule, run, spans):
        """End of the first day D at whose end the clock runs and consumed through D reaches the limit.

        None where the spans end first.
        """
        day = local_day(run.opened, self.zone)
        consumed = int(rule.includes_first_day and run.unpaused_start and self.counts(day, rule.unit))
        first = True
        while spans and (spans[-1][1] is None or day_start(day, self.zone) <= spans[-1][1]):
            start, end = day_start(day, self.zone), day_start(day + DAY, self.zone)
            if not first and self.counts(day, rule.unit) and within(start, spans):
                consumed += 1
            eligible = self.counts(day, "working_days" if rule.shifts else rule.unit)
            if eligible and consumed >= rule.amount and within(end, spans):
                return end
            day, first = day + DAY, False
        return None

    def consumed(self, rule, run):
        """Counting days inside the running intervals, up to the cut."""
        day = local_day(run.opened, self.zone)
        total = int(rule.includes_first_day and run.unpaused_start and self.counts(day, rule.unit))
        last = run.closed if run.closed is not None else self.cut
        day += DAY
        while day_start(day, self.zone) <= last:
            if self.counts(day, rule.unit) and within(day_start(day, self.zone), run.intervals):
                total += 1
            day += DAY
        return total

    def breach(self, rule, run):
        """The deadline that passed while the run was running, or None."""
        if run.closed is None and not run.intervals:
            return None
        passed = self.deadline(rule, run, run.intervals)
        return passed if passed is not None and passed <= self.cut else None

    def due(self, rule, run):
        """The deadline that the run has or had, stopped in a pause the one that it would have on resuming.

        None in a pause: a clock that waits has no deadline.
        """
        passed = self.breach(rule, run)
        if passed is None and run.closed is None and not run.running:
            return None
        return passed if passed is not None else self.deadline(rule, run, run.continued())


def within(moment, spans):
    """Whether a moment lies in one of the intervals (start, end]."""
    return any(start < moment and (end is None or moment <= end) for start, end in spans)


class Clock:
    """What one clock says of one permit."""

    def __init__(self, name, binds=None):
        self.name, self.binds, self.classification, self.due = name, binds, "unmeasured", None
        self.runs, self.paused, self.consumed, self.pauses = 0, False, None, 0


def judge(rule, permit, days):
    """The class of a permit by one clock, or None where the clock does not apply."""
    clock = Clock(rule.name, rule.binds)
    try:
        if not holds(rule.applies, permit.facts):
            return None
    except Unknown:
        return clock
    found, findings = runs(rule, permit)
    permit.findings += findings
    clock.runs, clock.pauses = len(found), sum(one.pauses for one in found)
    if found and rule.amount is not None:
        measure(clock, rule, permit, found, days)
    elif found:
        clock.consumed = days.consumed(rule, found[-1])
        clock.paused = found[-1].closed is None and not found[-1].running
    silent = found and permit.workflow.outcome(found[-1].closing_state) == "deemed"
    taken = any(move.action == rule.expiry for move in permit.moves)
    if (silent and rule.binds != "applicant") or (taken and rule.is_silence):
        clock.classification = "deemed_recorded"
    elif rule.is_silence and clock.classification in ("late", "open_late"):
        back = permit.workflow.outcome(found[-1].closing_state) in ("withdrawn", "cancelled")
        decided = found[-1].closed is not None and not back
        permit.findings.append("decided_after_deemed_due" if decided else "deemed_due_not_recorded")
    elif rule.is_lapse and not taken and clock.classification in ("late", "open_late"):
        if permit.outcome in (None, "issued", "deemed"):
            permit.findings.append("lapse_due_not_recorded")
    return clock


def measure(clock, rule, permit, found, days):
    """Fills in deadline, days and class; leaves the clock unmeasured where the calendar ends."""
    last = found[-1]
    try:
        breaches = [one for one in (days.breach(rule, run) for run in found) if one is not None]
        due = breaches[0] if breaches else days.due(rule, last)
        clock.consumed = days.consumed(rule, last)
    except OutsideCalendar:
        return
    clock.due = due
    clock.paused = last.closed is None and not last.running
    clock.classification = classify(rule, permit, last, bool(breaches))


def classify(rule, permit, last, breached):
    is_open = last.closed is None
    if breached:
        return "open_late" if is_open else "late"
    if is_open:
        return "open_in_time"
    return "withdrawn" if without_decision(rule, permit, last) else "on_time"


def without_decision(rule, permit, last):
    """Whether the run was closed by an end that decides nothing and that the clock does not name as a stop."""
    outcome = permit.workflow.outcome(last.closing_state)
    if outcome is None or outcome in DECIDED:
        return False
    return outcome == "withdrawn" or last.closing_state not in permit.workflow.states_of(rule.stops.get("in"))

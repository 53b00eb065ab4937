#!/usr/bin/env python3
"""Ledgers of permits from the text of the rules alone: loops over days, nothing prepared, nothing shared with Izin.

    slow_ledger.py LOG.csv WORKFLOW CALENDAR [--zone ZONE] [--set SETTING=VALUE] [--tables FOLDER]

Prints one line of JSON for each permit, in the form of `izin replay --ledgers`, with holidays as their dates. The log has
the columns case, activity (canonical terms) and time, and one column for each fact.

The definition. The deadline as it stood at a moment t is the deadline that the clock's moves until t give, where only
the holidays through the local day of t are known; weekends always are. In a pause it is the deadline that the clock
would have if it went on at t. The last day of a calendar-day limit that shifts is looked up on that very day: until then
the deadline is the day itself. Every day off, pause, restart and extension is an entry with the days by which it moved
that deadline.
"""
import argparse
import datetime as dt
import json
import pathlib
import zoneinfo

from slow.definitions import Unknown, as_list, holds, is_true, load, named
from slow.logs import by_case, csv_rows, stamp, Event

DAY_US = 86_400_000_000
EPOCH_DAY = dt.date(1970, 1, 1)
AGENCIES = ("office", "technical_agency", "other_agency")


class Uncovered(Exception):
    """A day outside the calendar's years is needed."""

    def __init__(self, year):
        super().__init__(year)
        self.year = year


class Days:
    """A zone and a calendar, asked one day at a time. Days are numbers since 1970."""

    def __init__(self, calendar, zone):
        self.zone_name, self.zone = zone, zoneinfo.ZoneInfo(zone)
        self.starts, self.plain, self.off = {}, {}, {}
        self.unbounded = calendar is None
        calendar = calendar or {"weeks": [], "holidays": []}
        if not self.unbounded:
            years = calendar["years"]
            self.first = (dt.date(int(years["first"]), 1, 1) - EPOCH_DAY).days
            self.last = (dt.date(int(years["last"]), 12, 31) - EPOCH_DAY).days
        self.weeks = sorted((dt.date.fromisoformat(one["from"]), one["days"]) for one in calendar["weeks"])
        worked = calendar.get("joint_leave") in ("worked", "on", True)
        for one in calendar["holidays"]:
            if one.get("revoked_on") or (worked and one["kind"] == "joint_leave"):
                continue
            self.off.setdefault(number(one["date"]), []).append(one)
        self.hours = calendar.get("office_hours") or {}

    def date(self, day):
        return EPOCH_DAY + dt.timedelta(days=day)

    def start(self, day):
        """Microseconds of the first instant of a local day."""
        if day not in self.starts:
            moment = dt.datetime.combine(self.date(day), dt.time(0), self.zone)
            self.starts[day] = int(moment.timestamp()) * 1_000_000
        return self.starts[day]

    def of(self, moment):
        """The local day of a moment: the last one that has begun."""
        day = moment // DAY_US + 1
        while self.start(day) > moment:
            day -= 1
        return day

    def week(self, day):
        kept = "five"
        for since, one in self.weeks:
            if self.date(day) >= since:
                kept = one
        return kept

    def plainly(self, day):
        """Whether a plain week works the day."""
        if day not in self.plain:
            if not self.unbounded and not self.first <= day <= self.last:
                raise Uncovered(self.date(day).year)
            self.plain[day] = self.date(day).weekday() < (6 if self.week(day) == "six" else 5)
        return self.plain[day]

    def works(self, day, known=None):
        """Whether the day is worked, as far as it is known on another day."""
        return self.plainly(day) and not (day in self.off and (known is None or day <= known))

    def covered(self, day):
        return self.unbounded or self.first <= day <= self.last

    def office_seconds(self, start, end):
        total = 0
        for day in range(self.of(start), self.of(end) + 1):
            if not self.covered(day) or not self.works(day):
                continue
            inside = 0
            for opens, closes in self.spans(day):
                inside += max(0, min(closes, end) - max(opens, start))
            total += inside // 1_000_000
        return total

    def spans(self, day):
        name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[self.date(day).weekday()]
        texts = as_list((self.hours.get(self.week(day)) or {}).get(name))
        for text in texts:
            yield tuple(self.clock(day, part) for part in text.split("-"))

    def clock(self, day, text):
        hour, minute = (int(part) for part in text.split(":"))
        return self.start(day) + (hour * 60 + minute) * 60_000_000


def number(text):
    return (dt.date.fromisoformat(text) - EPOCH_DAY).days


class Case:
    """One way of an action."""

    def __init__(self, name, action, case):
        self.name, self.term = name, action.get("term", name)
        self.sources, self.target, self.guard = as_list(case["from"]), case["to"], case.get("when")


def canonical(document):
    """A workflow as people write it in the form of a compiled one, as far as ledgers need it."""
    if isinstance(document["actions"], list):
        return document
    whole = {**document, "actions": [], "clocks": []}
    for name, action in document["actions"].items():
        cases = action if isinstance(action, list) else action.get("cases", [action])
        shared = action if isinstance(action, dict) else action[0]
        whole["actions"].append({
            "name": name, "term": shared.get("term", name),
            "cases": [{key: case[key] for key in ("from", "to", "when") if key in case} for case in cases],
        })
    for name, clock in document.get("clocks", {}).items():
        limit = dict(clock["limit"])
        for unit in ("working_days", "calendar_days"):
            if unit in limit:
                limit.update(amount=limit[unit], unit=unit)
        whole["clocks"].append({**clock, "name": name, "limit": limit})
    return whole


class Definition:
    """A compiled workflow with its settings."""

    def __init__(self, document, settings, tables):
        self.name = document["workflow"]
        self.settings = {name: one["default"] for name, one in named(document.get("settings") or [])}
        self.settings.update(settings)
        self.states = dict(named(document["states"]))
        self.initial = next(name for name, one in self.states.items() if is_true(one.get("initial")))
        self.cases, self.by_term = {}, {}
        for name, action in named(document["actions"]):
            self.cases[name] = [Case(name, action, case) for case in action["cases"]]
            self.by_term.setdefault(self.cases[name][0].term, []).append(name)
        self.milestones = dict(named(document.get("milestones") or []))
        self.facts = document.get("facts") or []
        self.clocks = [Clock(name, one, self, tables) for name, one in named(document.get("clocks") or [])]

    def value(self, choice):
        if isinstance(choice, dict):
            return self.settings[choice["setting"]]
        return choice

    def outcome(self, state):
        return self.states[state].get("outcome")

    def holder(self, state):
        return self.states[state].get("holder")

    def states_of(self, words):
        found = set()
        for word in as_list(words):
            if word in self.states:
                found.add(word)
            else:
                found |= {name for name in self.states if self.outcome(name) == word}
        return found


class Clock:
    """A time limit of a workflow."""

    def __init__(self, name, document, workflow, tables):
        self.name, self.workflow = name, workflow
        limit = document["limit"]
        self.unit = workflow.value(limit["unit"])
        amount = limit["amount"]
        self.table = tables.get(amount["table"]) if isinstance(amount, dict) and "table" in amount else None
        self.tabled = isinstance(amount, dict) and "table" in amount
        self.amount = None if self.tabled else int(workflow.value(amount))
        self.first_day = is_true(workflow.value(document.get("includes_first_day")))
        shift = workflow.value(document.get("if_due_on_holiday"))
        self.shifts = shift == "shift" and self.unit == "calendar_days"
        self.applies = document.get("applies")
        self.starts, self.stops = document.get("starts") or {}, document.get("stops") or {}
        self.restarts = as_list((document.get("restarts") or {}).get("at"))
        extends = document.get("extends") or {}
        self.extends = as_list(extends.get("at"))
        self.by = int(workflow.value(extends["by"])) if extends else 0
        pauses = document.get("pauses")
        if pauses is None:
            self.pauses = {one for one in workflow.states if workflow.holder(one) == "applicant"}
        else:
            waits = is_true(workflow.value(pauses.get("if", "true")))
            self.pauses = workflow.states_of(pauses["in"]) if waits else set()

    def limit_for(self, facts):
        """(amount, unit) for a permit; None where the table has no row for it."""
        if not self.tabled:
            return self.amount, self.unit
        if self.table is None:
            return None
        for row in self.table["rows"]:
            if all(key not in row or str(row[key]) == facts.get(key) for key in self.table["keys"]):
                return int(row["amount"]), self.table["unit"]
        return None

    def meets(self, trigger, step):
        entered = step.source != step.target and step.target in self.workflow.states_of(trigger.get("in"))
        return step.action in as_list(trigger.get("at")) or entered

    def awaits_restart(self, state):
        """Whether every way on out of a pause is a restart."""
        ways = [
            name for name, cases in self.workflow.cases.items()
            if any(
                state in one.sources and self.workflow.outcome(one.target) is None and one.target not in self.pauses
                for one in cases
            )
        ]
        return state in self.pauses and bool(ways) and all(name in self.restarts for name in ways)


class Step:
    """A transition that the log shows."""

    __slots__ = ("time", "action", "source", "target")

    def __init__(self, time, action, source, target):
        self.time, self.action, self.source, self.target = time, action, source, target


def steps_of(events, workflow, facts):
    """The transitions of a permit: what the log says moves it, whether the rules allow it or not."""
    state, found = workflow.initial, []
    for event in events:
        names = workflow.by_term.get(event.activity)
        if workflow.outcome(state) is not None or not names:
            continue
        case = choose(names, state, workflow, facts)
        if case is not None:
            found.append(Step(event.time, case.name, state, case.target))
            state = case.target
    return found, state


def truth(case, facts):
    try:
        return holds(case.guard, facts)
    except Unknown:
        return None


def choose(names, state, workflow, facts):
    """The case that a term means here; None where several targets remain."""
    here = [one for name in names for one in workflow.cases[name] if state in one.sources]
    if here:
        for wanted in (True, None):
            open_ = [one for one in here if truth(one, facts) is wanted]
            if wanted is True and open_:
                return open_[0]
            if wanted is None and open_:
                return open_[0] if len({one.target for one in open_}) == 1 else None
        return here[0] if len({one.target for one in here}) == 1 else None
    listed = workflow.cases[names[0]]
    if len({one.target for one in listed}) == 1 and all(one.guard is None for one in listed):
        return listed[0]
    open_ = [one for one in listed if truth(one, facts) is True]
    if len({one.target for one in open_}) == 1:
        return open_[0]
    return listed[0] if len(listed) == 1 else None


class Run:
    """One run of a clock: its running intervals (start, end], the last one without end while it runs."""

    def __init__(self, number_, time, paused, limit, clock, days):
        self.number, self.opened, self.days, self.clock = number_, time, days, clock
        self.limit, self.unit = limit if limit else (None, None)
        self.first_day = clock.first_day and not paused and limit is not None and self.unit != "elapsed"
        self.shifts = clock.shifts and limit is not None
        self.spans = [] if paused else [[time, None]]
        self.stopped, self.breach, self.last = None, None, time
        #: The first year outside the calendar that a count or the due date needed.
        self.fault = None

    @property
    def running(self):
        return self.stopped is None and bool(self.spans) and self.spans[-1][1] is None

    @property
    def paused(self):
        return not (self.spans and self.spans[-1][1] is None)

    def counts(self, day, known=None):
        return True if self.unit == "calendar_days" else self.days.works(day, known)

    def copy_running(self, time):
        """The running intervals as if the clock went on at a moment."""
        spans = [list(one) for one in self.spans]
        if self.stopped is not None and not self.was_paused:
            spans[-1][1] = None
        elif not (spans and spans[-1][1] is None):
            spans.append([max(time, self.last), None])
        return spans

    def consumed(self, until):
        """Counting days of the running intervals up to a moment; days outside the calendar's years are a fault."""
        days = self.days
        total = self.counted(days.of(self.opened)) if self.first_day else 0
        for start, end in self.spans:
            stop = until if end is None else min(end, until)
            if stop > start:
                total += sum(self.counted(day) for day in range(days.of(start) + 1, days.of(stop) + 1))
        return total

    def counted(self, day):
        try:
            return int(self.counts(day))
        except Uncovered as fault:
            if self.unit != "elapsed" and self.fault is None:
                self.fault = fault.year
            return 0

    def stood(self, time, known):
        """The last day in time as it stood on a day; None where it needs a year outside the calendar."""
        try:
            return self.deadline(time, known)
        except Uncovered:
            return None

    def deadline(self, time, known=None):
        """The last day in time as it stood on a day, or with everything known."""
        if self.limit is None:
            return None
        if self.breach is not None:
            return self.breach
        spans, days = self.copy_running(time), self.days
        if self.unit == "elapsed":
            return self.elapsed(spans)
        day = days.of(self.opened)
        consumed = int(self.first_day and self.counts(day, known))
        latest = spans[-1][0]
        while True:
            end = days.start(day + 1)
            late = latest < end
            if late and consumed >= self.limit and (self.unit == "calendar_days" or self.counts(day, known)):
                break
            day += 1
            if any(a < days.start(day) and (b is None or days.start(day) <= b) for a, b in spans):
                consumed += int(self.counts(day, known))
        if self.shifts and (known is None or day <= known):
            while not days.works(day):
                day += 1
        return day

    def elapsed(self, spans):
        left = self.limit * 1_000_000
        for start, end in spans:
            if end is None or left < end - start:
                return self.days.of(start + left)
            left -= end - start
        raise AssertionError("the last interval has no end")

    def elapsed_deadline(self):
        left = self.limit * 1_000_000
        for start, end in self.spans:
            if end is None or left < end - start:
                return start + left
            left -= end - start
        return None

    def breached_by(self, until):
        """(day, moment) of the deadline where it passed while the clock ran, by a moment."""
        if self.limit is None or not self.running:
            return None
        if self.unit == "elapsed":
            moment = self.elapsed_deadline()
            return (self.days.of(moment), moment) if moment is not None and moment < until else None
        try:
            day = self.deadline(until)
        except Uncovered as fault:
            self.consumed(until)
            if self.fault is None and self.shifts and self.deadline(until, -10**6) < self.days.of(until):
                self.fault = fault.year
            return None
        return (day, self.days.start(day + 1)) if day < self.days.of(until) else None


class Ledger:
    """Follows one clock and writes down its entries."""

    def __init__(self, clock, days, steps, facts, as_of, state):
        self.clock, self.days, self.facts, self.as_of = clock, days, facts, as_of
        self.entries, self.run, self.stands, self.settled = [], None, None, False
        self.known, self.pause, self.number, self.consumed_after = None, None, 0, []
        self.pauses = self.restarts = 0
        self.first_breach, self.runs = None, []
        for step in steps:
            self.take(step)
            self.consumed_after.append((self.run if self.run and self.run.running else None, self.number))
        self.finish(state)

    # What a step does to the clock.

    def take(self, step):
        clock, time = self.clock, step.time
        waits = step.target in clock.pauses
        run = self.run
        is_open = run is not None and run.stopped is None
        restarts = step.action in clock.restarts
        starts = restarts or clock.meets(clock.starts, step)
        ends = clock.meets(clock.stops, step) or clock.workflow.outcome(step.target) is not None
        opened = False
        if starts and (restarts or not is_open):
            try:
                applies = holds(clock.applies, self.facts)
            except Unknown:
                applies = False
            if is_open:
                self.restarts += 1
            if not applies:
                if is_open:
                    self.stop(step)
                return
            self.open(step, waits, is_open)
            opened = is_open = True
        if not is_open:
            return
        if step.action in clock.extends and self.run.limit is not None:
            if opened:
                # A run that begins with an extension begins with the longer limit.
                self.run.limit += clock.by
                self.retell_opening(time)
            else:
                self.extend(step)
        if ends:
            self.stop(step)
        elif waits and not self.run.paused:
            self.begin_pause(step)
        elif not waits and self.run.paused:
            self.end_pause(step)
            self.run.spans.append([self.moment(time), None])
            self.run.last = self.moment(time)

    def moment(self, time):
        """A moment before the last one told is read as that one."""
        return max(time, self.run.last)

    def cause(self, step, prefix=""):
        holder = self.clock.workflow.holder(step.target)
        return {prefix + "action": step.action, prefix + "state": step.target, prefix + "holder": holder}

    def entry(self, kind, day, shift, **more):
        one = {"kind": kind, "date": str(self.days.date(day)), "run": self.number, "shift": shift,
               "day": self.stands, **more}
        self.entries.append(one)
        return one

    def move_to(self, day):
        """The days by which the deadline moves; None where it was not known."""
        shift = None if self.stands is None or day is None else day - self.stands
        self.stands = day
        return shift

    def know(self, time):
        day = self.days.of(time)
        self.known = day if self.known is None else max(self.known, day)

    def open(self, step, waits, was_open):
        lost = None
        if was_open:
            self.pass_time(step.time)
            self.end_pause(step)
            lost = self.run.consumed(self.moment(step.time))
            self.on_time(self.moment(step.time))
        self.number += 1
        self.run = Run(self.number, step.time, waits, self.clock.limit_for(self.facts), self.clock, self.days)
        self.runs.append(self.run)
        self.know(step.time)
        first = self.run.stood(step.time, self.known)
        if self.settled:
            shift, self.stands, self.settled = None, first, False
        else:
            shift = self.move_to(first)
        more = {"lost_days": lost} if was_open else self.limit()
        self.entry("restarted" if was_open else "started", self.days.of(step.time), shift, at=step.time,
                   **self.cause(step), **more)
        if waits:
            self.begin_pause(step, opening=True)

    def limit(self):
        if self.run.limit is None:
            return {}
        found = {"limit": self.run.limit, "unit": self.run.unit}
        if self.clock.first_day:
            found["first_day"] = True
        if self.run.shifts:
            found["due_on_holiday"] = "shift"
        return found

    def retell_opening(self, time):
        first = self.run.stood(time, self.known)
        for one in self.entries[::-1]:
            if one["kind"] in ("started", "restarted"):
                if one["shift"] is not None:
                    one["shift"] = None if first is None else one["shift"] + first - one["day"]
                one["day"] = first
                if one["kind"] == "started":
                    one["limit"] = self.run.limit
                break
            one["day"] = first
        self.stands = first

    def begin_pause(self, step, opening=False):
        if not opening:
            self.pass_time(step.time)
            self.run.spans[-1][1] = self.moment(step.time)
            self.run.last = self.moment(step.time)
        self.pauses += 1
        self.pause = self.entry("paused", self.days.of(step.time), None if self.stands is None else 0,
                                at=step.time, until=None, holidays=[], **self.cause(step))

    def end_pause(self, step):
        if self.pause is None:
            return
        self.wait(step.time)
        self.pause["until"] = step.time
        self.pause.update(self.cause(step, "until_"))
        self.pause = None

    def wait(self, time):
        """Adds to the open pause what it has cost until a moment."""
        before = self.known
        self.know(time)
        shift = self.move_to(self.run.stood(time, self.known))
        if shift is None:
            # The deadline is told for the first time, or no longer known.
            for one in self.entries[self.entries.index(self.pause):]:
                one["day"], one["shift"] = self.stands, None
        elif self.pause["shift"] is not None:
            self.pause["shift"] += shift
        self.pause["holidays"] += [
            day for day in range(before + 1, self.known + 1)
            if day in self.days.off and self.days.covered(day) and self.days.plainly(day)
        ]

    def extend(self, step):
        self.pass_time(step.time)
        self.run.limit += self.clock.by
        shift = self.move_to(self.run.stood(step.time, self.known))
        self.entry("extended", self.days.of(step.time), shift, at=step.time, by=self.clock.by, **self.cause(step))

    def stop(self, step):
        self.pass_time(step.time)
        self.end_pause(step)
        run, time = self.run, self.moment(step.time)
        run.was_paused = run.paused
        if not run.was_paused:
            run.spans[-1][1] = time
        run.stopped = run.last = time
        shift = None if self.stands is None else 0
        on_time = self.on_time(time)
        self.entry("stopped", self.days.of(step.time), shift, at=step.time, on_time=on_time,
                   consumed=run.consumed(time), **self.cause(step))
        if run.breach is None:
            self.foresee(time)

    def on_time(self, time):
        """Whether a run that ends now ends in time; None where its deadline is not known."""
        run = self.run
        try:
            return None if run.deadline(time) is None else run.breach is None
        except Uncovered as fault:
            run.fault = fault.year if run.fault is None else run.fault
            return None

    # What passing time does.

    def pass_time(self, time):
        if self.run.stopped is not None:
            return
        if self.run.paused:
            if self.pause is not None:
                self.wait(time)
            return
        breach = self.run.breached_by(time) if self.run.breach is None else None
        last = max(self.known, self.days.of(time))
        self.tell_days(last if breach is None else min(last, breach[0]), time, False)
        self.know(time)
        if breach is not None:
            day, moment = breach
            self.run.breach = day
            self.settled = True
            if self.first_breach is None:
                self.first_breach = day
            self.entry("breached", self.days.of(moment), 0, at=moment)

    def tell_days(self, last, time, ahead):
        """One entry for each day, up to the deadline, that moves the deadline when it is known."""
        run = self.run
        if run.limit is None or run.breach is not None or run.unit == "elapsed" or self.stands is None:
            return
        if run.unit == "calendar_days" and not run.shifts:
            return
        day = self.known + 1
        while self.stands is not None and day <= last and day <= self.stands:
            later = run.stood(time, day)
            if later is None:
                # The next day off moves the deadline out of the calendar's years.
                later_known = day in self.days.off and not run.shifts
                before, shift = self.stands, self.move_to(None)
                if later_known:
                    self.tell_off(day, None, ahead)
                break
            if later != self.stands:
                before, shift = self.stands, self.move_to(later)
                more = {"ahead": True} if ahead else {}
                if run.shifts:
                    off = [one for one in range(before, later + 1) if one in self.days.off and self.days.plainly(one)]
                    self.entry("due_on_holiday", day, shift, holidays=off, **more)
                else:
                    self.tell_off(day, shift, ahead)
            self.known = day
            day += 1

    def tell_off(self, day, shift, ahead):
        opened, more = self.days.of(self.run.opened), {"ahead": True} if ahead else {}
        if all(one.get("decreed_on") and number(one["decreed_on"]) > opened for one in self.days.off[day]):
            more["late"] = True
        self.entry("holiday", day, shift, holidays=[day], **more)

    def foresee(self, time):
        if self.stands is None:
            return
        passed = self.known
        self.tell_days(10**9, time, True)
        self.known = passed

    def finish(self, state):
        run, as_of = self.run, self.as_of
        self.due = None
        if run is None:
            return
        if run.stopped is None and run.paused:
            self.wait(as_of)
            if self.clock.awaits_restart(state):
                limit = self.clock.limit_for(self.facts)
                if limit is not None:
                    lost, self.number = run.consumed(as_of), self.number + 1
                    self.run = Run(self.number, as_of, False, limit, self.clock, self.days)
                    first = self.run.stood(as_of, self.known)
                    if self.settled:
                        shift, self.stands = None, first
                    else:
                        shift = self.move_to(first)
                    self.entry("restarted", self.known, shift, ahead=True, lost_days=lost)
            self.foresee(as_of)
            self.run = run
        elif run.stopped is None:
            self.pass_time(as_of)
            if run.breach is None:
                self.foresee(as_of)
                if run.limit is not None and self.stands is None and run.fault is None:
                    run.fault = self.days.date(self.known).year
        run.consumed(as_of)
        if self.first_breach is not None:
            self.due = self.first_breach
        elif run.stopped is not None or run.running:
            self.due = self.stands

    def told(self):
        """The entries with dates for days, each deadline led on from the one before it."""
        before, out = None, []
        for one in self.entries:
            one = dict(one)
            day = one.pop("day")
            if one["shift"] is not None and before is not None:
                day = before + one["shift"]
            before = day
            one["deadline"] = None if day is None else str(self.days.date(day))
            if "holidays" in one:
                one["holidays"] = [str(self.days.date(day)) for day in one["holidays"]]
                if not one["holidays"]:
                    del one["holidays"]
            out.append(one)
        return out


def milestone(workflow, name, steps):
    rule = workflow.milestones.get(name)
    for step in steps if rule else []:
        if step.action in as_list(rule.get("at")) + as_list(rule.get("first_of")):
            return step.time
        if "enters" in rule and step.source != step.target and step.target in workflow.states_of(rule["enters"]):
            return step.time
    return None


def spent(days, start, end):
    """A length of time, day by day; days outside the calendar's years are no working days."""
    first, last = days.of(start), days.of(end)
    working = sum(1 for day in range(first + 1, last + 1) if days.covered(day) and days.works(day))
    return {"microseconds": max(0, end - start), "calendar_days": max(0, last - first), "working_days": working,
            "office_seconds": days.office_seconds(start, end) if start < end else 0}


def together(lengths):
    total = {"microseconds": 0, "calendar_days": 0, "working_days": 0, "office_seconds": 0}
    for one in lengths:
        total = {key: total[key] + one[key] for key in total}
    return total


def stretches(workflow, days, steps, ledgers, start, end, is_open):
    """The times between consecutive transitions within the permit's age."""
    times = []
    for step in steps:
        times.append(max(step.time, times[-1]) if times else step.time)
    out = []
    for index in range(-1, len(steps)):
        begin = times[index] if index >= 0 else None
        finish = times[index + 1] if index + 1 < len(steps) else (end if is_open else None)
        if begin is None and finish is not None and finish <= start:
            continue
        if begin is not None and begin < start and finish is not None and finish <= start:
            continue
        if begin is not None and begin >= end and (finish is None or finish > end):
            continue
        if start > end:
            continue
        a = start if begin is None else max(begin, start)
        b = end if finish is None else min(finish, end)
        state = workflow.initial if index < 0 else steps[index].target
        running = []
        for ledger in ledgers if index >= 0 else []:
            run, number_ = ledger.consumed_after[index]
            if run is None:
                continue
            is_new = index == 0 or ledger.consumed_after[index - 1][1] != number_
            before = 0 if is_new and begin >= start else run.consumed(a)
            running.append({"clock": ledger.clock.name, "run": number_, "days": run.consumed(b) - before})
        out.append({"from": a, "until": b, "state": state, "holder": workflow.holder(state),
                    **spent(days, a, b), "clocks": running})
    return out


def explain(name, events, workflow, days, facts, as_of):
    """The ledger of one permit; None in place of a clock's entries where the calendar does not cover it."""
    steps, state = steps_of(events, workflow, facts)
    submitted = milestone(workflow, "submitted", steps)
    outcome = workflow.outcome(state)
    ended = None
    if outcome is not None:
        decided = milestone(workflow, "decided", steps) if outcome in ("issued", "refused", "deemed") else None
        ended = decided if decided is not None else steps[-1].time
    start = submitted if submitted is not None else (steps[0].time if steps else as_of)
    end = ended if ended is not None else as_of
    clocks, ledgers = [], []
    for clock in workflow.clocks:
        ledger = Ledger(clock, days, steps, facts, as_of, state)
        entries = ledger.told()
        faults = [one.fault for one in ledger.runs if one.limit is not None and one.fault is not None]
        if faults:
            clocks.append({"clock": clock.name, "uncovered": faults[0]})
            ledgers.append(None)
            continue
        try:
            applies = holds(clock.applies, facts)
        except Unknown:
            applies = None
        if ledger.run is None and applies is False:
            ledgers.append(None)
            continue
        ledgers.append(ledger)
        run = ledger.run
        waits = run is not None and run.stopped is None and run.paused
        clocks.append({
            "clock": clock.name, "limit": run and run.limit, "unit": run and run.unit,
            "runs": sum(1 for one in entries if one["kind"] in ("started", "restarted") and not one.get("ahead")),
            "pauses": ledger.pauses, "restarts": ledger.restarts, "paused": waits,
            "consumed": run.consumed(as_of) if run else 0,
            "due": None if ledger.due is None else days.start(ledger.due + 1) if run.unit != "elapsed" else ledger.due,
            "due_if_resumed": None if not waits or ledger.stands is None else days.start(ledger.stands + 1),
            "entries": entries,
        })
    cut = stretches(workflow, days, steps, [one for one in ledgers if one], start, end, outcome is None)
    by_holder = {}
    for one in cut:
        if one["holder"]:
            by_holder.setdefault(one["holder"], []).append({key: one[key] for key in together([])})
    ages = {
        "wall": spent(days, start, max(start, end)),
        "agency": together(length for name in AGENCIES for length in by_holder.get(name, [])),
        "holders": {name: together(lengths) for name, lengths in by_holder.items()},
    }
    return {"case": name, "workflow": workflow.name, "outcome": outcome or "open", "submitted": submitted,
            "ended": ended, "as_of": as_of, "from": start, "until": end, "ages": ages, "stretches": cut,
            "clocks": clocks}


def read(path, zone, facts):
    """(events by case, facts by case) of a log."""
    tz, rows, known = zoneinfo.ZoneInfo(zone), [], {}
    for index, cells in enumerate(csv_rows(path)):
        time, is_date = stamp(cells["time"], tz)
        rows.append(Event(cells["case"], cells["activity"], time, is_date, index))
        known.setdefault(cells["case"], {name: cells[name] for name in facts if cells.get(name)})
    return by_case(rows, zone), known, max(one.time for one in rows)


def tables_of(folder):
    return {one["limits"]: one for one in (json.loads(path.read_text()) for path in pathlib.Path(folder).glob("*.json"))}


def fact_names(document, tables):
    """The facts that a workflow or a limit table reads."""
    names = [name for name, _ in fact_list(document)]
    for table in tables.values():
        names += [key for key in table["keys"] if key not in names]
    return names


def fact_list(document):
    facts = document.get("facts") or []
    if isinstance(facts, dict):
        return [(name, kind if isinstance(kind, str) else kind.get("type", "text")) for name, kind in facts.items()]
    return [(one["name"], one.get("type", "text")) for one in facts]


def ledgers_of(log, document, calendar, zone, settings, tables):
    workflow = Definition(document, settings, tables)
    days = Days(calendar, zone)
    events, facts, as_of = read(log, zone, fact_names(document, tables))
    for name, mine in events.items():
        yield explain(name, mine, workflow, days, facts[name], as_of)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("log")
    parser.add_argument("workflow")
    parser.add_argument("calendar")
    parser.add_argument("--zone", default="Asia/Jakarta")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--tables", default="../../Workflows/Compiled/Limits")
    given = parser.parse_args()
    document, calendar = canonical(load(given.workflow)), load(given.calendar)
    settings = dict(one.split("=", 1) for one in given.set)
    for one in ledgers_of(given.log, document, calendar, given.zone, settings, tables_of(given.tables)):
        print(json.dumps(one))


if __name__ == "__main__":
    main()

"""Case rows and the figures over them: turnaround, survival, on time, holders and shares."""
import statistics
import zoneinfo
from collections import Counter, defaultdict

from .clocks import DECIDED, Clock, Judge, Rule, judge
from .definitions import plain
from .logs import by_case, events, local_day, stamp
from .replay import held, milestone, replay

DAY = 86_400_000_000


class Case:
    """One permit as measured."""

    def __init__(self, name, zone):
        self.name, self.zone, self.permit, self.clocks = name, zone, None, []
        self.submitted = self.decided = None
        self.outcome, self.facts, self.returns, self.deemed = "open", {}, 0, False
        self.events, self.first, self.last = 0, None, None
        self.has_decided_column = False

    @property
    def days(self):
        return None if self.submitted is None or self.decided is None else self.until(*self.decided)

    def until(self, time, date_only=False):
        """Days from submission to a moment: the difference of dates where either is a date alone."""
        start, is_date = self.submitted
        if is_date or date_only:
            return float((local_day(time, self.zone) - local_day(start, self.zone)).days)
        return (time - start) / DAY


def fact_values(profile, rows):
    """The facts of a case by the profile: the first value that its rows give."""
    facts = {}
    for name, rule in profile.facts.items():
        if "value" in rule:
            facts[name] = rule["value"]
            continue
        words = {plain(word): value for word, value in (rule.get("words") or {}).items()}
        for row in rows:
            cell = (row.columns.get(rule["column"]) or row.columns.get(f"case:{rule['column']}") or "").strip()
            if cell:
                facts[name] = words.get(plain(cell), cell)
                break
    return facts


def profile_stamp(profile, rule, rows, zone, cut):
    """A milestone or deadline that the profile reads from a column; None when empty or after the cut."""
    for row in rows:
        found = stamp(row.columns.get(rule["column"]), zone)
        if found is not None:
            return found if cut is None or found[0] <= cut else None
    return None


def ending(case):
    """How a permit ended: a decision by its date in the profile's column where there is one, else by the workflow."""
    if case.has_decided_column:
        if case.decided is None:
            return "open"
        return case.outcome if case.outcome in ("issued", "refused", "deemed") else "decided"
    return case.outcome


def measure(log, profile, library, forced=None):
    """(cases, cut, rejected rows) of a log by a profile and a library of definitions."""
    rows, rejected = events(log, profile)
    grouped = by_case(rows, profile.zone)
    zone = zoneinfo.ZoneInfo(profile.zone)
    cut = max(one.time for one in rows)
    calendar = library.calendars[profile.calendar or "weekdays"]
    judges = Judge(calendar, zone, cut)
    cases = []
    for name, mine in grouped.items():
        cases.append(one_case(name, mine, profile, library, forced, zone, cut, judges))
    return cases, cut, rejected


def one_case(name, mine, profile, library, forced, zone, cut, judges):
    case = Case(name, zone)
    case.facts = fact_values(profile, mine)
    case.events, case.first, case.last = len(mine), mine[0].time, mine[-1].time
    terms = [profile.term(row.activity, library.vocabulary) for row in mine]
    given = {key: profile_stamp(profile, rule, mine, zone, cut) for key, rule in profile.milestones.items()}
    start = given.get("submitted") or (mine[0].time, mine[0].date_only)
    workflow = library.workflows[forced] if forced else library.workflow_of(local_day(start[0], zone), case.facts)
    if workflow:
        case.permit = replay(mine, workflow, profile, library.vocabulary, case.facts)
        case.outcome = case.permit.outcome or "open"
        for key in ("submitted", "decided"):
            setattr(case, key, milestone(case.permit, workflow.milestones.get(key)))
        for key, document in workflow.clocks.items():
            clock = judge(Rule(key, document, workflow).sized(case.permit.facts), case.permit, judges)
            if clock is not None:
                case.clocks.append(clock)
        terms = [move.term for move in case.permit.moves]
    for key in ("submitted", "decided"):
        if key in profile.milestones:
            setattr(case, key, given[key])
    case.has_decided_column = "decided" in profile.milestones
    case.returns = sum(1 for term in terms if library.vocabulary.is_return(term))
    case.deemed = any(library.vocabulary.is_deemed(term) for term in terms)
    if profile.deadline:
        case.clocks.append(column_clock(case, profile, mine, zone, cut))
    return case


def column_clock(case, profile, mine, zone, cut):
    """A deadline column, judged as the instant written; a date is the end of that day."""
    clock = Clock(profile.deadline.get("name", "deadline"))
    due = profile_stamp(profile, profile.deadline, mine, zone, None)
    if due is None:
        return clock
    clock.due = due[0] + DAY if due[1] else due[0]
    if case.decided is not None:
        clock.classification = "on_time" if case.decided[0] < clock.due else "late"
    else:
        clock.classification = "open_late" if clock.due <= cut else "open_in_time"
    return clock


def quantile(values, share):
    """Linear between closest ranks (type 7)."""
    values = sorted(values)
    if not values:
        return None
    place = (len(values) - 1) * share
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def kaplan_meier(observed, shares=(0.5, 0.25, 0.1)):
    """Smallest times at which survival is at most each share, from (days, happened) pairs; None where not reached."""
    alive, survival, reached = len(observed), 1.0, {}
    for time in sorted({days for days, _ in observed}):
        here = [happened for days, happened in observed if days == time]
        survival *= 1 - sum(here) / alive
        alive -= len(here)
        for share in shares:
            if share not in reached and survival <= share + 1e-12:
                reached[share] = time
    return [reached.get(share) for share in shares]


def is_decided(case, profile):
    if "decided" in profile.milestones:
        return case.decided is not None
    return case.decided is not None and case.outcome in DECIDED


def turnaround(cases, profile):
    decided = [one for one in cases if is_decided(one, profile) and one.days is not None]
    days = [one.days for one in decided if one.days >= 0]
    opened = [one for one in cases if is_open(one, profile)]
    return {
        "n": len(days), "open": len(opened), "negative": len(decided) - len(days),
        "median": quantile(days, 0.5), "p75": quantile(days, 0.75), "p90": quantile(days, 0.9),
    }


def is_open(case, profile):
    """Submitted, and neither decided nor ended at the cut."""
    if "decided" in profile.milestones:
        return case.decided is None
    return case.outcome == "open"


def survival(cases, profile, cut):
    observed = []
    for one in cases:
        if one.submitted is None:
            continue
        if is_decided(one, profile):
            days, happened = one.days, True
        else:
            days, happened = one.until(cut if is_open(one, profile) else one.permit.ended), False
        if days >= 0:
            observed.append((days, happened))
    return dict(zip(("median_days", "p75_days", "p90_days"), kaplan_meier(observed)))


def clock_counts(cases):
    """Permits of each class, by clock."""
    counts = defaultdict(Counter)
    for case in cases:
        for clock in case.clocks:
            counts[clock.name][clock.classification] += 1
            counts[clock.name]["paused"] += clock.paused
            counts[clock.name]["runs"] += clock.runs
    return {name: dict(one) for name, one in counts.items()}


#: Classes of a permit whose deadline passed without a decision in time.
LATE = ("late", "open_late", "deemed_recorded")


def on_time(cases, profile, cut):
    """(in time, due) of the due-date cohort, and (in time, decided) of the decided, each permit counted once.

    Of several clocks of the agency a permit is judged by the worst: late by the first breached deadline, else not yet
    due while one still runs or waits, else due by the last. A deadline column, where there is one, is the only clock.
    """
    due = decided = due_in_time = decided_in_time = 0
    for case in cases:
        mine = [
            one for one in (case.clocks[-1:] if profile.deadline else case.clocks)
            if one.binds != "applicant" and one.classification not in ("withdrawn", "unmeasured")
        ]
        if not mine:
            continue
        in_time = all(one.classification == "on_time" for one in mine)
        late = [one.due for one in mine if one.classification in LATE]
        waits = any(one.classification == "open_in_time" for one in mine)
        dues = late or [None if waits else max(one.due for one in mine)]
        last = None if None in dues else min(dues)
        if is_decided(case, profile):
            decided += 1
            decided_in_time += in_time
        if last is not None and last <= cut:
            due += 1
            due_in_time += in_time
    return {"due_date_cohort": (due_in_time, due), "decided_only": (decided_in_time, decided)}


def holders(cases, profile):
    """Median days and share of each holder over the decided permits, between submission and decision."""
    spans = []
    for one in cases:
        if one.permit and is_decided(one, profile) and one.days is not None and one.days >= 0:
            span = held(one.permit, one.submitted[0], one.decided[0])
            spans.append({name: time for name, time in span.items() if name != "nobody"})
    names = sorted({name for one in spans for name in one})
    total = sum(sum(one.values()) for one in spans)
    return {
        name: {
            "median_days": statistics.median(one.get(name, 0) for one in spans) / DAY,
            "share": sum(one.get(name, 0) for one in spans) / total,
        }
        for name in names
    }


def shares(cases, profile):
    """The indicators that are plain counts."""
    decided = [one for one in cases if is_decided(one, profile)]
    online = profile.online
    words = online and [str(one) for one in online["in"]]
    by_channel = [one for one in cases if online and one.facts.get(online["fact"]) is not None]
    return {
        "incoming": len(cases),
        "decided": len(decided),
        "withdrawn": sum(1 for one in cases if one.outcome == "withdrawn"),
        "ended": sum(1 for one in cases if not is_open(one, profile)),
        "backlog": sum(1 for one in cases if is_open(one, profile)),
        "first_time_right": sum(1 for one in decided if one.returns == 0),
        "deemed": sum(1 for one in decided if one.deemed),
        "online": sum(1 for one in by_channel if one.facts[online["fact"]] in words),
        "applications": len(by_channel),
    }


def conformance(cases):
    bound = [one for one in cases if one.permit]
    kinds = Counter(kind for one in bound for kind in one.permit.deviations)
    return {
        "cases": len(bound),
        "fitting": sum(1 for one in bound if one.permit.fits),
        "deviations": dict(sorted(kinds.items())),
    }

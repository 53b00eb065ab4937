"""One permit moved by its events, by the table "Replay after an unexpected event"."""
from .definitions import Unknown, as_list, holds

#: The kinds that make a permit not fit.
TABLE = {"unknown_activity", "not_allowed", "ambiguous", "wrong_start", "after_end"}


class Move:
    """An action that the log shows as taken: when, which, and from where to where."""

    __slots__ = ("time", "date_only", "action", "term", "source", "target", "resource")

    def __init__(self, event, action, term, source, target):
        self.time, self.date_only, self.resource = event.time, event.date_only, event.resource
        self.action, self.term, self.source, self.target = action, term, source, target


class Permit:
    """What a replay knows of one case after its last event."""

    def __init__(self, workflow, facts):
        self.workflow, self.facts = workflow, facts
        self.state = workflow.initial
        self.outcome = None
        self.ended = None
        self.moves = []
        self.deviations = []
        self.findings = []
        self.returns = 0

    @property
    def fits(self):
        return not self.deviations


def replay(events, workflow, profile, vocabulary, facts):
    """The permit of one case's events in their order."""
    permit = Permit(workflow, facts)
    for index, event in enumerate(events):
        term = profile.term(event.activity, vocabulary)
        if permit.outcome is not None:
            permit.deviations.append("after_end")
            continue
        names = workflow.actions_of(term) if term else []
        if not names:
            permit.deviations.append("unknown_activity")
            continue
        step(permit, event, term, names, index == 0)
    return permit


def step(permit, event, term, names, is_first):
    """Takes the action that a term names: the one legal here, else the first listed."""
    workflow, state = permit.workflow, permit.state

    def cases(name, source=None):
        return [
            case for case in workflow.actions[name]
            if term in case.terms and (source is None or source in case.sources)
        ]

    legal = [name for name in names if cases(name, state)]
    if legal:
        found = pick(cases(legal[0], state), permit)
        if found is None:
            permit.deviations.append("ambiguous")
        else:
            move(permit, event, term, found)
        return
    found = pick(cases(names[0]), permit)
    if found is None:
        permit.deviations.append("ambiguous")
        return
    permit.deviations.append("wrong_start" if is_first else "not_allowed")
    move(permit, event, term, found)


def pick(cases, permit):
    """The case to take; None where several targets remain. Guards of a single target are findings only."""
    targets = {case.target for case in cases}
    if len(targets) == 1 and len(cases) == 1:
        try:
            if not holds(cases[0].guard, permit.facts):
                permit.findings.append("guard_failed")
        except Unknown:
            permit.findings.append("guard_unknown")
        return cases[0]
    true = []
    for case in cases:
        try:
            if holds(case.guard, permit.facts):
                true.append(case)
        except Unknown:
            permit.findings.append("guard_unknown")
    return true[0] if len({case.target for case in true}) == 1 else None


def move(permit, event, term, case):
    """Moves the permit where the log says."""
    workflow = permit.workflow
    permit.moves.append(Move(event, case.name, term, permit.state, case.target))
    permit.state = case.target
    if workflow.outcome(case.target) is not None:
        permit.outcome, permit.ended = workflow.outcome(case.target), event.time


def milestone(permit, rule):
    """(time, date only) of a milestone of the workflow; None where it was not reached."""
    if rule is None:
        return None
    workflow = permit.workflow
    for one in permit.moves:
        actions = as_list(rule.get("at", rule.get("first_of")))
        if one.action in actions:
            return one.time, one.date_only
        if "enters" in rule and one.target in workflow.states_of(rule["enters"]) and one.source != one.target:
            return one.time, one.date_only
    return None


def held(permit, start, end):
    """Microseconds that each holder kept the permit within (start, end)."""
    spans = {}
    bounds = [one.time for one in permit.moves] + [None]
    before = [permit.workflow.initial] + [one.target for one in permit.moves]
    last = None
    for state, until in zip(before, bounds):
        low = start if last is None else max(start, last)
        high = end if until is None else min(end, until)
        if high > low:
            holder = permit.workflow.holder(state) or "nobody"
            spans[holder] = spans.get(holder, 0) + high - low
        last = until
    return spans

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
            granted = permit.outcome in ("issued", "deemed")
            if granted and term and workflow.successor and workflow.successor.knows(term):
                continue
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
        # Of several actions that a term names here, one whose guard holds is the legal one.
        open_ones = [name for name in legal if any(is_true(case.guard, permit) for case in cases(name, state))]
        found = pick(cases((open_ones or legal)[0], state), permit)
        if found is None:
            permit.deviations.append("ambiguous")
        else:
            move(permit, event, term, found)
        return
    found = pick(cases(names[0]), permit, is_legal=False)
    if found is None:
        permit.deviations.append("ambiguous")
        return
    permit.deviations.append("wrong_start" if is_first else "not_allowed")
    move(permit, event, term, found)


def is_true(guard, permit):
    try:
        return holds(guard, permit.facts)
    except Unknown:
        return False


def pick(cases, permit, is_legal=True):
    """The case to take; None where several targets remain.

    The guard of a single case is a finding only; that a fact is missing is found once for each event. Of an action
    that is not allowed here, guards are no finding of their own.
    """
    true, unknown = [], False
    for case in cases:
        try:
            if holds(case.guard, permit.facts):
                true.append(case)
        except Unknown:
            unknown = True
    if unknown and is_legal:
        permit.findings.append("guard_unknown")
    if len(cases) == 1:
        if not true and not unknown and is_legal:
            permit.findings.append("guard_failed")
        return cases[0]
    return true[0] if len({case.target for case in true}) == 1 else None


def move(permit, event, term, case):
    """Moves the permit where the log says."""
    workflow = permit.workflow
    permit.findings += findings(permit, event, case)
    permit.moves.append(Move(event, case.name, term, permit.state, case.target))
    permit.state = case.target
    if workflow.outcome(case.target) is not None:
        permit.outcome, permit.ended = workflow.outcome(case.target), event.time


def findings(permit, event, case):
    """What is wrong with the one who acted: another role, or the same person as an action that excludes it."""
    found = []
    if event.role is not None and case.by and event.role not in case.by:
        found.append("wrong_role")
    latest = {one.action: one.resource for one in permit.moves}
    if event.resource and any(latest.get(other) == event.resource for other in case.not_same_actor_as):
        found.append("same_actor")
    return found


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
    """Microseconds that each holder kept the permit within (start, end); they add up to the whole.

    A date alone may lie before the event that it follows: then it moves nothing back.
    """
    spans, now, state = {}, start, permit.workflow.initial
    for time, target in [(one.time, one.target) for one in permit.moves] + [(end, None)]:
        until = min(max(now, time), end)
        if until > now:
            holder = permit.workflow.holder(state) or "nobody"
            spans[holder] = spans.get(holder, 0) + until - now
            now = until
        state = target
    return spans

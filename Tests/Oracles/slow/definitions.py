"""Workflows, profiles, vocabulary, regimes and calendars as plain Python values.

Reads the YAML that people write and the canonical JSON alike. Every scalar of YAML is read as text, so nothing depends
on implicit typing.
"""
import datetime as dt
import json
import pathlib

import yaml


def load(path):
    """The document of a YAML or JSON file, every scalar of YAML as text."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return json.loads(text) if str(path).endswith(".json") else yaml.load(text, Loader=yaml.BaseLoader)


def as_list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, (list, tuple)) else [value]


def is_true(value):
    return value is True or value == "true"


def named(value):
    """(name, value) pairs in order: YAML keeps them as a mapping, canonical JSON as a list whose items have names."""
    if isinstance(value, list):
        return [(one["name"], {key: part for key, part in one.items() if key != "name"}) for one in value]
    return list((value or {}).items())


def date(value):
    return None if value is None else dt.date.fromisoformat(str(value))


class Unknown(Exception):
    """A condition asks for a fact that is not known."""


def holds(condition, facts):
    """Whether a condition holds; raises `Unknown` where a fact is missing that decides it."""
    if condition is None:
        return True
    if "not" in condition:
        return not holds(condition["not"], facts)
    for word, decisive in (("all", False), ("any", True)):
        if word in condition:
            unknown = False
            for part in condition[word]:
                try:
                    if holds(part, facts) == decisive:
                        return decisive
                except Unknown:
                    unknown = True
            if unknown:
                raise Unknown()
            return not decisive
    value = facts.get(condition["fact"])
    if value is None:
        raise Unknown(condition["fact"])
    if "equals" in condition:
        return str(value) == str(condition["equals"])
    if "in" in condition:
        return str(value) in [str(one) for one in condition["in"]]
    if "at_least" in condition:
        return float(value) >= float(condition["at_least"])
    raise ValueError(f"unknown condition {condition}")


class Action:
    """One case of an action: from some states to one, under a guard."""

    def __init__(self, name, shared, case):
        both = {**shared, **case}
        self.name = name
        self.sources = as_list(both.get("from"))
        self.target = both["to"]
        self.terms = as_list(both.get("term"))
        self.guard = both.get("when")
        self.by = as_list(both.get("by"))
        self.not_same_actor_as = as_list(both.get("not_same_actor_as"))


class Workflow:
    """A definition as the file has it, its settings replaced by their defaults."""

    def __init__(self, document):
        self.document = document
        self.name = document["workflow"]
        settings = document.get("settings") or {}
        self.settings = {name: one["default"] for name, one in named(settings)}
        self.states = dict(named(document["states"]))
        self.initial = next(name for name, one in self.states.items() if is_true(one.get("initial")))
        self.actions = {}
        for name, action in named(document["actions"]):
            if isinstance(action, list):
                cases = [Action(name, {}, case) for case in action]
            else:
                shared = {key: value for key, value in action.items() if key != "cases"}
                cases = [Action(name, shared, case) for case in action.get("cases", [{}])]
            self.actions[name] = cases
        self.milestones = dict(named(document.get("milestones")))
        self.clocks = dict(named(document.get("clocks")))
        self.tables = {}
        self.successor = None

    def knows(self, term):
        """Whether a canonical term is one of the actions or states of the workflow."""
        return bool(self.actions_of(term)) or any(term in as_list(one.get("status")) for one in self.states.values())

    def outcome(self, state):
        return self.states.get(state, {}).get("outcome")

    def holder(self, state):
        return self.states[state].get("holder")

    def setting(self, value):
        return self.settings[value["setting"]] if isinstance(value, dict) and "setting" in value else value

    def actions_of(self, term):
        """Names of the actions that a canonical term names, in the order of the file."""
        return [name for name, cases in self.actions.items() if any(term in case.terms for case in cases)]

    def states_of(self, words):
        """States from a list that may name states or outcomes."""
        found = []
        for word in as_list(words):
            if word in self.states:
                found.append(word)
            else:
                found += [name for name in self.states if self.outcome(name) == word]
        return found


class Vocabulary:
    """Canonical terms, and the words and codes that mean them."""

    def __init__(self, document):
        self.terms = dict(named(document["terms"]))
        self.words = {}
        for term, one in self.terms.items():
            titles = [title for title in (one.get("title") or {}).values()]
            labels = [label for some in (one.get("labels") or {}).values() for label in as_list(some)]
            codes = [*as_list(one.get("codes")), *as_list(one.get("outside_table"))]
            for word in [term, *codes, *as_list(one.get("words")), *titles, *labels]:
                self.words.setdefault(plain(word), term)

    def is_return(self, term):
        return is_true((self.terms.get(term) or {}).get("returns"))

    def is_deemed(self, term):
        return is_true((self.terms.get(term) or {}).get("deemed"))


def plain(word):
    """A word without the differences of case and space."""
    return " ".join(str(word).split()).casefold()


class Profile:
    """How to read one kind of export."""

    def __init__(self, document):
        self.document = document
        self.name = document.get("profile")
        self.columns = document.get("columns") or {}
        self.zone = document.get("zone", "UTC")
        self.calendar = document.get("calendar")
        self.milestones = document.get("milestones") or {}
        self.deadline = document.get("deadline")
        self.facts = document.get("facts") or {}
        self.online = document.get("online")
        self.words = {plain(word): term for word, term in (document.get("vocabulary") or {}).items()}
        self.role_column = document.get("role_column")
        self.roles = {plain(word): role for word, role in (document.get("roles") or {}).items()}
        if document.get("statuses"):
            raise ValueError("this oracle reads logs of actions, not of statuses")

    def role(self, word):
        """The role that a cell names, or None."""
        return self.roles.get(plain(word)) if word else None

    def term(self, activity, vocabulary):
        """The canonical term of an activity, or None."""
        word = plain(activity)
        return self.words.get(word) or vocabulary.words.get(word)


class Calendar:
    """Which local days count; None outside the years."""

    def __init__(self, document):
        self.document = document
        years = document.get("years")
        self.first = int(years["first"]) if years else None
        self.last = int(years["last"]) if years else None
        self.weeks = [(date(one["from"]), one["days"]) for one in document.get("weeks", [])]
        self.settle(None, "worked" if document.get("joint_leave") in ("on", "true", True, "worked") else "off")

    def settle(self, week, joint_leave):
        """Sets the working week and whether joint leave is worked, where asked."""
        if week:
            self.weeks = [(dt.date.min, "six" if week == "6" else "five")]
        if joint_leave:
            self.closed = {
                date(one["date"])
                for one in self.document.get("holidays", [])
                if not one.get("revoked_on") and not (joint_leave == "worked" and one["kind"] == "joint_leave")
            }

    @classmethod
    def weekdays(cls):
        return cls({})

    def covers(self, day):
        return self.first is None or self.first <= day.year <= self.last

    def works(self, day):
        """Whether a local day is a working day; the day must lie in the calendar's years."""
        days = "five"
        for since, one in self.weeks:
            if day >= since:
                days = one
        return day.weekday() < (6 if days == "six" else 5) and day not in self.closed


def files(folder):
    """The documents of a folder."""
    return [load(path) for path in sorted([*folder.glob("*.yaml"), *folder.glob("*.json")])]


class Library:
    """A folder of definitions: `Workflows` with its YAML, or `Workflows/Compiled` with its canonical JSON."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        documents = files(folder)
        self.workflows = {one["workflow"]: Workflow(one) for one in documents if "workflow" in one}
        self.vocabulary = next(Vocabulary(one) for one in documents if "vocabulary" in one)
        self.regimes = next((one for one in documents if "regimes" in one), {"rules": []})
        tables = {one["limits"]: one for one in files(folder / "Limits")}
        for one in self.workflows.values():
            one.tables = tables
            one.successor = self.workflows.get(one.document.get("succeeded_by"))
        self.profiles = {one["profile"]: Profile(one) for one in files(folder / "Profiles")}
        self.calendars = {one["calendar"]: Calendar(one) for one in files(folder / "Calendars")}
        self.calendars["weekdays"] = Calendar.weekdays()

    def day(self, value):
        """A day that a rule names, or the default of the setting that it names."""
        if isinstance(value, dict):
            value = dict(named(self.regimes["settings"]))[value["setting"]]["default"]
        return date(value)

    def workflow_of(self, submitted, facts):
        """The workflow that the regimes give to a permit submitted on a local day, or None."""
        for rule in self.regimes["rules"]:
            span = rule.get("submitted") or {}
            since, until = self.day(span.get("from")), self.day(span.get("until"))
            if (since or until) and submitted is None:
                continue
            if (since and submitted < since) or (until and submitted >= until):
                continue
            try:
                if holds(rule.get("when"), facts):
                    return self.workflows[rule["workflow"]]
            except Unknown:
                continue
        return None

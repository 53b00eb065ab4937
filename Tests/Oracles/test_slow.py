"""The oracle's own tests: the named examples of the counting rules.  python3 -m unittest test_slow"""
import datetime as dt
import unittest
import zoneinfo

from slow.clocks import Judge, Rule, classify, runs
from slow.definitions import Calendar, Vocabulary, Workflow, Profile
from slow.figures import kaplan_meier
from slow.logs import Event, microseconds
from slow.replay import replay

ZONE = zoneinfo.ZoneInfo("Asia/Jakarta")


def at(text):
    return microseconds(dt.datetime.fromisoformat(text).replace(tzinfo=ZONE))


def workflow(limit, **clock):
    return Workflow({
        "workflow": "small",
        "states": {
            "new": {"initial": "true", "holder": "applicant"}, "work": {"holder": "office"},
            "back": {"holder": "applicant"}, "done": {"outcome": "issued"},
        },
        "actions": {
            "start": {"from": "new", "to": "work", "term": "start"},
            "return": {"from": "work", "to": "back", "term": "return"},
            "answer": {"from": "back", "to": "work", "term": "answer"},
            "again": {"from": ["work", "back"], "to": "work", "term": "again"},
            "issue": {"from": "work", "to": "done", "term": "issue"},
        },
        "clocks": {"one": {
            "limit": {"working_days": limit}, "starts": {"at": "start"}, "restarts": {"at": "again"},
            "stops": {"in": ["done"]}, **clock,
        }},
    })


def judged(limit, events, cut="2030-01-01T00:00", **clock):
    """(class, due, consumed of the last run) of a history of (term, local time)."""
    rows = [Event("a", term, at(time), False, row) for row, (term, time) in enumerate(events)]
    flow = workflow(limit, **clock)
    vocabulary = Vocabulary({"terms": {term: {} for term in ("start", "return", "answer", "again", "issue")}})
    permit = replay(rows, flow, Profile({}), vocabulary, {})
    rule = Rule("one", flow.clocks["one"], flow)
    judge = Judge(Calendar.weekdays(), ZONE, at(cut))
    found, _ = runs(rule, permit)
    breaches = [one for one in (judge.breach(rule, run) for run in found) if one is not None]
    due = breaches[0] if breaches else judge.due(rule, found[-1])
    return classify(rule, permit, found[-1], bool(breaches)), due, judge.consumed(rule, found[-1])


class Counting(unittest.TestCase):
    def test_saturday_to_monday_is_one_day(self):
        self.assertEqual(judged(9, [("start", "2025-01-04T10:00"), ("issue", "2025-01-06T09:00")])[2], 1)

    def test_friday_to_saturday_is_none(self):
        self.assertEqual(judged(9, [("start", "2025-01-03T10:00"), ("issue", "2025-01-04T09:00")])[2], 0)

    def test_paused_on_the_last_day_until_saturday_is_due_on_monday(self):
        history = [("start", "2025-01-02T10:00"), ("return", "2025-01-03T15:00"), ("answer", "2025-01-04T10:00")]
        self.assertEqual(judged(1, history, cut="2025-01-05T00:00")[1], at("2025-01-07T00:00"))

    def test_a_decision_on_the_saturday_after_a_friday_deadline_is_late(self):
        history = [("start", "2025-01-02T10:00"), ("issue", "2025-01-04T10:00")]
        self.assertEqual(judged(1, history)[:2], ("late", at("2025-01-04T00:00")))

    def test_a_stop_at_the_deadline_is_late_and_before_it_on_time(self):
        self.assertEqual(judged(1, [("start", "2025-01-02T10:00"), ("issue", "2025-01-04T00:00")])[0], "late")
        self.assertEqual(judged(1, [("start", "2025-01-02T10:00"), ("issue", "2025-01-03T23:59")])[0], "on_time")

    def test_returned_every_evening_and_answered_every_morning_consumes_nothing(self):
        history = [("start", "2025-01-06T10:00")]
        for day in range(6, 10):
            history += [("return", f"2025-01-{day:02}T16:00"), ("answer", f"2025-01-{day + 1:02}T08:00")]
        self.assertEqual(judged(1, history + [("issue", "2025-01-10T12:00")])[::2], ("on_time", 0))

    def test_late_stays_late_after_a_reset(self):
        history = [("start", "2025-01-02T10:00"), ("again", "2025-01-08T10:00"), ("issue", "2025-01-08T12:00")]
        self.assertEqual(judged(1, history)[:2], ("late", at("2025-01-04T00:00")))

    def test_a_reset_before_the_deadline_leaves_no_class(self):
        history = [("start", "2025-01-02T10:00"), ("again", "2025-01-03T10:00"), ("issue", "2025-01-06T12:00")]
        self.assertEqual(judged(1, history)[0], "on_time")

    def test_the_first_day_counts_where_the_definition_says_so(self):
        history = [("start", "2025-01-02T10:00"), ("issue", "2025-01-03T10:00")]
        self.assertEqual(judged(1, history, includes_first_day="true"), ("late", at("2025-01-03T00:00"), 2))


class Survival(unittest.TestCase):
    def test_open_permits_delay_the_median(self):
        self.assertEqual(kaplan_meier([(1, True), (2, False), (3, True), (4, True)]), [3, 4, 4])

    def test_a_quantile_may_not_be_reached(self):
        self.assertEqual(kaplan_meier([(1, True), (2, False), (3, False)]), [None, None, None])


if __name__ == "__main__":
    unittest.main()

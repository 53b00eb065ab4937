"""The ledger oracle's own tests: shifts computed by hand from decrees.  python3 -m unittest test_slow_ledger"""
import datetime as dt
import pathlib
import unittest
import zoneinfo

from slow.definitions import load
from slow.logs import Event, microseconds
from slow_ledger import Days, Definition, canonical, explain

ZONE = "Asia/Jakarta"
HERE = pathlib.Path(__file__).resolve().parent
CALENDAR = load(HERE.parent.parent / "Workflows" / "Calendars" / "id.yaml")
WORKFLOW = canonical(load(HERE / "definitions" / "ledger-like.yaml"))


def at(text):
    return microseconds(dt.datetime.fromisoformat(text).replace(tzinfo=zoneinfo.ZoneInfo(ZONE)))


def told(clock, history, as_of, **settings):
    """[kind, shift, deadline] of a clock's entries for a history of (term, time)."""
    rows = [Event("a", term, at(time), False, row) for row, (term, time) in enumerate(history)]
    permit = explain("a", rows, Definition(WORKFLOW, settings, {}), Days(CALENDAR, ZONE), {}, at(as_of))
    entries = next(one["entries"] for one in permit["clocks"] if one["clock"] == clock)
    return [(("ahead " if one.get("ahead") else "") + one["kind"], one["shift"], one["deadline"]) for one in entries]


class Shifts(unittest.TestCase):
    def test_lebaran_2021_moves_the_deadline_day_by_day(self):
        history = [("submitted", "2021-05-10T08:00"), ("complete", "2021-05-10T09:00")]
        self.assertEqual(told("decision", history, "2021-05-19T12:00", days="5"), [
            ("started", None, "2021-05-17"), ("holiday", 1, "2021-05-18"), ("holiday", 1, "2021-05-19"),
            ("holiday", 1, "2021-05-20"),
        ])

    def test_a_holiday_in_a_pause_is_the_pause_s(self):
        history = [
            ("submitted", "2018-03-26T09:00"), ("complete", "2018-03-26T10:00"),
            ("confirmation_asked", "2018-03-28T15:00"), ("confirmation_given", "2018-04-02T09:00"),
        ]
        self.assertEqual(told("decision", history, "2018-04-03T00:00", days="5"), [
            ("started", None, "2018-04-02"), ("paused", 3, "2018-04-05"),
        ])

    def test_44_begins_again_and_an_extension_adds(self):
        history = [
            ("submitted", "2019-07-01T09:00"), ("complete", "2019-07-01T10:00"),
            ("reconfirmation_asked", "2019-07-03T10:00"), ("reconfirmation_given", "2019-07-05T10:00"),
            ("extended", "2019-07-08T10:00"),
        ]
        self.assertEqual(told("decision", history, "2019-07-08T12:00", days="5"), [
            ("started", None, "2019-07-08"), ("paused", 2, "2019-07-10"), ("restarted", 2, "2019-07-12"),
            ("extended", 5, "2019-07-17"),
        ])

    def test_the_last_day_of_a_window_moves_off_its_days_off_at_once(self):
        history = [
            ("submitted", "2021-05-06T09:00"), ("complete", "2021-05-06T10:00"),
            ("confirmation_asked", "2021-05-07T10:00"),
        ]
        self.assertEqual(told("window", history, "2021-05-13T12:00"), [
            ("started", None, "2021-05-12"), ("due_on_holiday", 5, "2021-05-17"),
        ])


if __name__ == "__main__":
    unittest.main()

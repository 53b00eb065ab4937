#!/usr/bin/env python3
"""Compares Izin's report and `--cases` with the slow replay, figure by figure and permit by permit.

    compare_replay.py IZIN LOG PROFILE WORKFLOWS [--show N] [the options of slow_replay.py]

Exits 1 on a difference and shows the first ones of each kind.
"""
import argparse
import csv
import datetime as dt
import json
import pathlib
import subprocess
import sys
import tempfile
from collections import defaultdict

from slow.figures import ending
from slow.logs import microseconds
from slow_replay import arguments, run


class Differences:
    """Differences by what was compared."""

    def __init__(self):
        self.compared, self.found = 0, defaultdict(list)

    def check(self, what, where, ours, theirs):
        self.compared += 1
        if isinstance(theirs, float) and isinstance(ours, (int, float)):
            same = abs(ours - theirs) <= 1e-6 * max(1, abs(theirs))
        else:
            same = ours == theirs
        if not same:
            self.found[what].append(f"{where}: izin {ours!r}, oracle {theirs!r}")

    def show(self, limit):
        for what, ones in self.found.items():
            print(f"{what}: {len(ones)} differ")
            for one in ones[:limit]:
                print("   ", one)


def izin(given):
    """(report, rows of `--cases` by case)"""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases.csv"
        asked = [given.izin, "replay", given.log, "--format", "json", "--cases", str(path), "--profile", given.profile,
                 "--case-ids", "as-written"]
        for option in ("workflow", "week", "joint_leave"):
            value = getattr(given, option)
            asked += [f"--{option.replace('_', '-')}", value] if value else []
        for one in given.set:
            # The command names a workflow of a file by its path.
            place, value = one.split("=", 1)
            named = given.workflow if given.workflow else place.split(".", 1)[0]
            asked += ["--set", f"{named}.{place.split('.', 1)[1]}={value}"]
        done = subprocess.run(asked, capture_output=True, check=False)
        if done.returncode != 0:
            sys.exit(f"izin ended with {done.returncode}: {done.stderr.decode()[-500:]}")
        with open(path, encoding="utf-8", newline="") as rows:
            return json.loads(done.stdout), {row["case"]: row for row in csv.DictReader(rows)}


def moment(text):
    """Microseconds of an ISO 8601 instant; None when empty."""
    return microseconds(dt.datetime.fromisoformat(text)) if text else None


def number(text, kind):
    return kind(text) if text else None


def compare_case(differences, row, case):
    def check(what, ours, theirs):
        differences.check(f"cases.{what}", case.name, ours, theirs)

    permit = case.permit
    check("workflow", row["workflow"], permit.workflow.name if permit else "")
    check("state", row["state"], permit.state if permit else "")
    check("outcome", row["outcome"], ending(case))
    check("submitted", moment(row["submitted"]), case.submitted and case.submitted[0])
    check("decided", moment(row["decided"]), case.decided and case.decided[0])
    if case.decided:
        check("days", number(row["days"], float), case.days)
    check("returns", int(row["returns"]), case.returns)
    check("events", int(row["events"]), case.events)
    check("fitting", row["fitting"], ("true" if permit.fits else "false") if permit else "")
    departures = permit.deviations + permit.findings if permit else []
    check("deviations", sorted(row["deviations"].split()), sorted(departures))
    for clock in case.clocks:
        # Several workflows in one log: their clocks carry the workflow's name.
        name = clock.name if f"{clock.name}.class" in row else f"{permit.workflow.name}.{clock.name}"
        check(f"{name}.class", row[f"{name}.class"], clock.classification)
        check(f"{name}.due", moment(row[f"{name}.due"]), clock.due)
        check(f"{name}.consumed", number(row[f"{name}.consumed"], int), clock.consumed)
        if permit and clock.name in permit.workflow.clocks:
            check(f"{name}.runs", int(row[f"{name}.runs"] or 0), clock.runs)
        check(f"{name}.pauses", int(row[f"{name}.pauses"] or 0), clock.pauses)
        check(f"{name}.paused", row[f"{name}.paused"] == "true", clock.paused)


def compare_report(differences, report, theirs):
    def check(what, ours, other):
        differences.check(what, "report", ours, other)

    check("cases", report["input"]["cases"], theirs["cases"])
    check("events", report["input"]["events"], theirs["events"])
    check("rejected", report["input"]["rejected"], theirs["rejected"])
    for part in ("turnaround", "survival"):
        for name, value in theirs[part].items():
            check(f"{part}.{name}", (report[part] or {}).get(name), value)
    check("conformance.cases", report["conformance"]["cases"], theirs["conformance"]["cases"])
    check("conformance.fitting", report["conformance"]["fitting"], theirs["conformance"]["fitting"])
    kinds = {one["kind"]: one["count"] for one in report["conformance"]["deviations"]}
    for kind in sorted(set(kinds) | set(theirs["conformance"]["deviations"]) | set(theirs["findings"])):
        other = theirs["conformance"]["deviations"].get(kind, 0) + theirs["findings"].get(kind, 0)
        check(f"deviation {kind}", kinds.get(kind, 0), other)
    held = {one["holder"]: one for one in report["holders"]}
    for name in sorted(set(held) | set(theirs["holders"])):
        for value in ("median_days", "share"):
            other = theirs["holders"].get(name, {}).get(value, 0.0)
            check(f"holder {name} {value}", held.get(name, {}).get(value), other)
    outcomes = {one["outcome"]: one["cases"] for one in report["outcomes"]}
    check("outcomes", outcomes, {name: count for name, count in theirs["outcomes"].items()})
    # The oracle sums clocks by their name alone, so where several workflows govern they are compared permit by permit.
    several = any("." in clock["name"] for clock in report["clocks"])
    for clock in [] if several else report["clocks"]:
        known = theirs["clocks"]
        other = known.get(clock["name"]) or known.get(clock["name"].split(".", 1)[-1], {})
        for name, count in clock["permits"].items():
            check(f"clock {clock['name']} {name}", count, other.get(name, 0))
        if clock["unit"] != "deadline":  # a column of deadlines has no runs of its own
            check(f"clock {clock['name']} runs", clock["runs"], other.get("runs", 0))
    compare_indicators(differences, report, theirs)


def percent(part, whole):
    return 100 * part / whole if whole else None


def compare_indicators(differences, report, theirs):
    """Every indicator that the oracle can name; the others are listed."""
    shares = theirs["shares"]
    known = {
        ("clearance_rate", None): (percent(shares["ended"], shares["incoming"]), None),
        ("first_time_right", None): (percent(shares["first_time_right"], shares["decided"]), shares["decided"]),
        ("deemed_share", None): (percent(shares["deemed"], shares["decided"]), shares["decided"]),
        ("online_share", None): (percent(shares["online"], shares["applications"]), shares["applications"]),
        **{("on_time", name): (percent(*pair), pair[1]) for name, pair in theirs["on_time"].items()},
        ("backlog", "open"): (shares["backlog"], None),
        ("conformance", None): (
            percent(theirs["conformance"]["fitting"], theirs["conformance"]["cases"]), theirs["conformance"]["cases"]
        ),
    }
    unknown = []
    for one in report["indicators"]:
        key = (one["id"], one["statistic"]) if (one["id"], one["statistic"]) in known else (one["id"], None)
        if key in known:
            value, n = known[key]
            differences.check(f"indicator {one['id']} {one['statistic']}", "value", one["value"], value)
            if n is not None:
                differences.check(f"indicator {one['id']} {one['statistic']}", "n", one["n"], n)
        else:
            unknown.append(f"{one['id']} {one['statistic']}")
    print("indicators compared elsewhere or not at all:", ", ".join(unknown))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("izin")
    arguments(parser)
    parser.add_argument("--show", type=int, default=5)
    given = parser.parse_args()
    report, rows = izin(given)
    theirs, cases = run(given)
    differences = Differences()
    compare_report(differences, report, theirs)
    differences.check("cases", "names", sorted(rows), sorted(case.name for case in cases))
    for case in cases:
        if case.name in rows:
            compare_case(differences, rows[case.name], case)
    print(f"{differences.compared} values compared, {sum(map(len, differences.found.values()))} differ")
    differences.show(given.show)
    sys.exit(1 if differences.found else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Compares `izin replay LOG --format json` with figures that pm4py gave for the same logs.

    compare_pm4py_reference.py IZIN SHARED

IZIN is the command; SHARED a folder with `logs/` and `reference/`. Standard library alone. Exits 1 on a difference.
"""
import json
import pathlib
import subprocess
import sys

LOGS = [
    ("receipt.xes.gz", "receipt-pm4py.json"),
    ("receipt.csv", "receipt-pm4py.json"),
    ("BPIC15_1.xes.gz", "BPIC15_1-pm4py.json"),
    ("Road_Traffic_Fine_Management_Process.xes.gz", "Road_Traffic-pm4py.json"),
]
DURATIONS = ("min", "p25", "median", "mean", "p75", "p90", "p95", "max")
MILLISECOND = 0.001 + 1e-9


class Comparison:
    """Differences of one log, and how many values were compared."""

    def __init__(self, name):
        self.name, self.compared, self.differences = name, 0, []

    def same(self, what, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.differences.append(f"{what}: izin {ours!r}, pm4py {theirs!r}")

    def near(self, what, ours, theirs):
        self.compared += 1
        if ours is None or abs(ours - theirs) > MILLISECOND:
            self.differences.append(f"{what}: izin {ours!r}, pm4py {theirs!r}")


def table(rows):
    return {row["name"] if "name" in row else row["activity"]: row["cases"] for row in rows}


def compare_variants(comparison, ours, theirs):
    """Exactly above the count of the last place; there the count, and ours ordered by names within a count."""
    places = len(theirs)
    comparison.same("places", len(ours) >= places, True)
    least = theirs[-1]["cases"]

    def above(rows):
        return sorted((one["cases"], one["activities"]) for one in rows if one["cases"] > least)

    comparison.same("variants above the last place", above(ours), above(theirs))
    comparison.same("count of the last place", ours[places - 1]["cases"], least)
    ordered = sorted(ours, key=lambda one: (-one["cases"], one["activities"]))
    comparison.same("order of variants", [one["activities"] for one in ours], [one["activities"] for one in ordered])


def compare_transitions(comparison, ours, theirs):
    counts = {(one["from"], one["to"]): one for one in ours}
    for theirs_one in theirs:
        pair = (theirs_one["from"], theirs_one["to"])
        mine = counts.get(pair, {})
        comparison.same(f"count of {pair}", mine.get("count"), theirs_one["count"])
        comparison.near(f"mean of {pair}", mine.get("mean_seconds"), theirs_one["mean_s"])
        if "median_s" in theirs_one:
            comparison.near(f"median of {pair}", mine.get("median_seconds"), theirs_one["median_s"])


def tied_variants(log, count):
    """All sequences of a log that exactly `count` cases follow, counted here from the file."""
    from slow.definitions import Profile
    from slow.logs import by_case, events

    columns = {"case": "case:concept:name", "activity": "concept:name", "time": "time:timestamp"}
    rows, _ = events(log, Profile({"columns": columns}))
    counts = {}
    for mine in by_case(rows, "UTC").values():
        key = tuple(one.activity for one in mine)
        counts[key] = counts.get(key, 0) + 1
    return {key for key, cases in counts.items() if cases == count}


def compare(report, reference, log):
    comparison = Comparison(pathlib.Path(log).name)
    comparison.same("cases", report["input"]["cases"], reference["cases"])
    comparison.same("events", report["input"]["events"], reference["events"])
    comparison.same("activities", len(report["activities"]), reference["activities"])
    ours = {one["name"]: one["count"] for one in report["activities"]}
    comparison.same("events of activities", ours, reference["activity_frequency"])
    comparison.same("variants", report["variants"]["count"], reference["variants"])
    comparison.same("start activities", table(report["start_activities"]), reference["start_activities"])
    comparison.same("end activities", table(report["end_activities"]), reference["end_activities"])
    comparison.same("rework", table(report["rework"]), reference["rework_cases_per_activity"])
    comparison.same("count of durations", report["case_duration"]["count"], int(reference["case_duration_s"]["n"]))
    for name in DURATIONS:
        comparison.near(f"case_duration {name}", report["case_duration"][name], reference["case_duration_s"][name])
    compare_variants(comparison, report["variants"]["top"], reference["top_variants"])
    least = reference["top_variants"][-1]["cases"]
    tied = tied_variants(log, least)
    for one in report["variants"]["top"]:
        if one["cases"] == least:
            comparison.same("a variant of the tied set", tuple(one["activities"]) in tied, True)
    comparison.same("transitions", len(report["transitions"]), reference["dfg_edges"])
    comparison.same(
        "events followed by another", sum(one["count"] for one in report["transitions"]), reference["dfg_total"]
    )
    compare_transitions(comparison, report["transitions"], reference["dfg_top20"])
    return comparison


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    izin, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = False
    for log, reference in LOGS:
        path = shared / "logs" / log
        done = subprocess.run([izin, "replay", str(path), "--format", "json"], capture_output=True, check=False)
        if done.returncode != 0:
            failed = True
            print(f"{log}: izin ended with {done.returncode}: {done.stderr.decode()[-500:]}")
            continue
        found = compare(json.loads(done.stdout), json.loads((shared / "reference" / reference).read_text()), path)
        failed = failed or bool(found.differences)
        print(f"{log}: {found.compared} values compared, {len(found.differences)} differ")
        for difference in found.differences[:20]:
            print("   ", difference)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

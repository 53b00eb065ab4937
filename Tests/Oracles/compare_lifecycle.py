#!/usr/bin/env python3
"""Compares service and waiting times, sojourn times and rework of `izin replay --lifecycle pair` with pm4py.

    compare_lifecycle.py IZIN SHARED

IZIN is the command; SHARED a folder with `logs/`. Needs pandas and pm4py. Exits 1 on a difference.
"""
import json
import pathlib
import subprocess
import sys
import warnings

warnings.filterwarnings("ignore")

import pandas
import pm4py
from pm4py.objects.log.util import interval_lifecycle
from pm4py.statistics.service_time.pandas import get as service_time

LOGS = ["interval_event_log.xes", "BPI_Challenge_2012.xes.gz"]
CASE, ACTIVITY, END, START = "case:concept:name", "concept:name", "time:timestamp", "start_timestamp"


class Comparison:
    """Counts what was compared, and what differs."""

    def __init__(self):
        self.compared, self.differences = 0, []

    def near(self, what, ours, theirs):
        """Equal to the millisecond in a mean: pandas keeps nanoseconds, floats lose the last digits."""
        self.compared += 1
        if (ours is None) != (theirs is None) or (ours is not None and abs(ours - theirs) > 0.0011):
            self.differences.append(f"{what}: izin {ours!r}, pm4py {theirs!r}")


def interval_table(path):
    """pm4py's own interval log: completes with the starts that it finds for them; others start when they end."""
    log = pm4py.read_xes(str(path), return_legacy_log_object=True)
    frame = pm4py.convert_to_dataframe(interval_lifecycle.to_interval(log))
    for column in (END, START):
        frame[column] = pandas.to_datetime(frame[column], utc=True)
    # Of one case in the order of the ends, equal ones in the order of the file.
    frame["place"] = range(len(frame))
    return frame.sort_values([CASE, END, "place"], kind="stable").reset_index(drop=True)


def waiting(frame):
    """Seconds from the case's last end that is not after a start, to the start, by activity; only of pairs."""
    found = {}
    for _, group in frame.groupby(CASE, sort=False):
        starts, ends, names = (group[one].tolist() for one in (START, END, ACTIVITY))
        paired = group["paired"].tolist()
        for index, start in enumerate(starts):
            before = [end for end in ends[:index] if end <= start]
            if before and paired[index]:
                found.setdefault(names[index], []).append((start - max(before)).total_seconds())
    return found


def starts_of(path):
    """How many starts and completes each activity has, of a log with transitions."""
    frame = pm4py.read_xes(str(path))
    if "lifecycle:transition" not in frame:
        return {}
    return frame["lifecycle:transition"].str.lower().groupby(frame[ACTIVITY]).value_counts().unstack(fill_value=0)


def compare(izin, path, comparison):
    run = subprocess.run(
        [izin, "replay", path, "--lifecycle", "pair", "--format", "json"], capture_output=True, text=True
    )
    if run.returncode:
        sys.exit(run.stderr)
    ours = json.loads(run.stdout)
    frame = interval_table(path)
    counts = starts_of(path)
    has_starts = {name for name in frame[ACTIVITY].unique() if len(counts) == 0 or counts.loc[name].get("start", 0)}
    frame["paired"] = frame[ACTIVITY].isin(has_starts)
    comparison.near("events", ours["input"]["events"], len(frame))
    means = service_time.apply(
        frame, parameters={service_time.Parameters.START_TIMESTAMP_KEY: START}
    )
    seconds = (frame[END] - frame[START]).dt.total_seconds()
    waits = waiting(frame)
    for row in ours["activities"]:
        name = row["name"]
        own = frame[ACTIVITY] == name
        comparison.near(f"{name}: count", row["count"], int(own.sum()))
        if name not in has_starts:
            comparison.near(f"{name}: service", row["mean_service_seconds"], None)
            continue
        # An end without a start has no service time with us, and one of zero with pm4py: the sums are the same.
        only_ended = row["count"] - row["paired"]
        mean = (row["mean_service_seconds"] or 0) * row["paired"] / row["count"]
        comparison.near(f"{name}: mean service", mean, float(means[name]))
        if only_ended == 0:
            comparison.near(f"{name}: median service", row["median_service_seconds"], float(seconds[own].median()))
            theirs = pandas.Series(waits.get(name, []), dtype=float)
            comparison.near(f"{name}: mean wait", row["mean_waiting_seconds"], float(theirs.mean()) if len(theirs) else None)
            comparison.near(
                f"{name}: median wait", row["median_waiting_seconds"], float(theirs.median()) if len(theirs) else None
            )
    following = frame.groupby(CASE)[END].shift(-1)
    sojourn = (following - frame[END]).dt.total_seconds().groupby(frame[ACTIVITY]).mean()
    for row in ours["activities"]:
        theirs = sojourn.get(row["name"])
        comparison.near(f"{row['name']}: to the next", row["mean_sojourn_seconds"], None if pandas.isna(theirs) else theirs)
    rework = pm4py.get_rework_cases_per_activity(frame)
    mine = {row["activity"]: row["cases"] for row in ours["rework"]}
    for name in set(rework) | set(mine):
        comparison.near(f"{name}: rework", mine.get(name, 0), rework.get(name, 0))
    spans = frame.groupby(CASE).agg(first=(START, "min"), last=(END, "max"))
    throughput = (spans["last"] - spans["first"]).dt.total_seconds()
    comparison.near("mean throughput", ours["case_times"]["throughput"]["mean"], throughput.mean())
    comparison.near("median throughput", ours["case_times"]["throughput"]["median"], throughput.median())
    processing = frame[frame["paired"]].groupby(CASE).apply(union)
    processing = processing.reindex(spans.index, fill_value=0.0)
    comparison.near("mean processing", ours["case_times"]["processing"]["mean"], processing.mean())
    comparison.near("mean idle", ours["case_times"]["idle"]["mean"], (throughput - processing).mean())
    return ours


def union(group):
    """Seconds that the intervals of a case cover together."""
    total, reached = 0.0, None
    for start, end in sorted(zip(group[START], group[END])):
        if reached is None or end > reached:
            total += (end - (start if reached is None else max(start, reached))).total_seconds()
            reached = end
    return total


def main():
    izin, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    failed = False
    for name in LOGS:
        comparison = Comparison()
        ours = compare(izin, shared / "logs" / name, comparison)
        times = ours["case_times"]
        print(
            f"{name}: {comparison.compared} values compared, {len(comparison.differences)} differ; {times['paired']} pairs, "
            f"{times['only_ended']} only ended, {times['only_started']} only started, {times['only_scheduled']} only scheduled"
        )
        for line in comparison.differences[:20]:
            print("  " + line)
        failed = failed or bool(comparison.differences)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

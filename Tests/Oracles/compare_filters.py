#!/usr/bin/env python3
"""Compares the permits that Izin's filters keep with those that pm4py's filters keep, case by case.

    compare_filters.py IZIN receipt.csv

IZIN is the command. Needs pandas and pm4py. Exits 1 on a difference.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

import pandas
import pm4py
from pm4py.algo.filtering.log.variants import variants_filter

CASE, ACTIVITY, TIME = "case:concept:name", "concept:name", "time:timestamp"
CONFIRM, T02, T04 = "Confirmation of receipt", "T02 Check confirmation of receipt", "T04 Determine confirmation of receipt"
T06, T10 = "T06 Determine necessity of stop advice", "T10 Determine necessity to stop indication"
DAY = 86_400
WINDOW = ("2011-01-01 00:00:00", "2011-06-30 23:59:59")
OURS = "2011-01-01T00:00:00Z..2011-07-01T00:00:00Z"


def read(path):
    frame = pandas.read_csv(path)
    frame[TIME] = pandas.to_datetime(frame[TIME], utc=True, format="ISO8601")
    return pm4py.format_dataframe(frame, case_id=CASE, activity_key=ACTIVITY, timestamp_key=TIME)


def cases(frame):
    return set(frame[CASE])


def by_condition(frame, column, test):
    """The cases of which any event has a value that passes."""
    return set(frame[frame[column].map(test)][CASE])


def coverage(frame, share):
    log = pm4py.convert_to_event_log(frame)
    return {trace.attributes["concept:name"] for trace in variants_filter.filter_log_variants_percentage(log, share)}


def checks(frame):
    everything = cases(frame)
    values = dict(level="case", case_id_key=CASE)
    yield ["--start", CONFIRM], cases(pm4py.filter_start_activities(frame, [CONFIRM]))
    yield ["--start", f"{T02},{T06}"], cases(pm4py.filter_start_activities(frame, [T02, T06]))
    yield ["--end", T10], cases(pm4py.filter_end_activities(frame, [T10]))
    yield ["--end", f"{T10},{T02}"], cases(pm4py.filter_end_activities(frame, [T10, T02]))
    yield ["--has", T06], cases(pm4py.filter_event_attribute_values(frame, ACTIVITY, [T06], **values))
    both = pm4py.filter_event_attribute_values(frame, ACTIVITY, [T06], **values)
    yield ["--has", T06, "--has", T02], cases(pm4py.filter_event_attribute_values(both, ACTIVITY, [T02], **values))
    yield ["--has-not", T06], cases(pm4py.filter_event_attribute_values(frame, ACTIVITY, [T06], retain=False, **values))
    for first, second in [(CONFIRM, T02), (T02, T04), (T04, T02), (T06, T10), (T10, T10)]:
        yield ["--path", f"{first} -> {second}"], cases(pm4py.filter_directly_follows_relation(frame, [(first, second)]))
        yield ["--path", f"{first} ->> {second}"], cases(
            pm4py.filter_eventually_follows_relation(frame, [(first, second)])
        )
    for share in [1, 50, 60, 80, 90, 95, 99, 100]:
        yield ["--variants", f"{share}%"], coverage(frame, share / 100)
    for count in [1, 2, 5]:
        yield ["--variants", str(count)], cases(pm4py.filter_variants_top_k(frame, count))
    for shortest, longest in [(0, 1), (10, 30), (1.5, 400)]:
        yield ["--duration", f"{shortest}d..{longest}d"], cases(
            pm4py.filter_case_performance(frame, shortest * DAY, longest * DAY)
        )
    yield ["--duration", "3600s..48h"], cases(pm4py.filter_case_performance(frame, 3600, 48 * 3600))
    modes = [("contained", "traces_contained"), ("intersecting", "traces_intersecting"), ("trimmed", "events")]
    for ours, theirs in modes:
        yield ["--time-window", OURS, "--window", ours], cases(pm4py.filter_time_range(frame, *WINDOW, mode=theirs))
    low, high = (pandas.Timestamp(one, tz="UTC") for one in WINDOW)
    spans = frame.groupby(CASE)[TIME].agg(["min", "max"])
    yield ["--time-window", OURS, "--window", "started"], set(spans[spans["min"].between(low, high)].index)
    yield ["--time-window", OURS, "--window", "ended"], set(spans[spans["max"].between(low, high)].index)
    yield ["--where", "case:channel=Internet"], cases(
        pm4py.filter_trace_attribute_values(frame, "case:channel", ["Internet"], case_id_key=CASE)
    )
    yield ["--where", "case:channel!=Internet"], cases(
        pm4py.filter_trace_attribute_values(frame, "case:channel", ["Internet"], retain=False, case_id_key=CASE)
    )
    yield ["--where", "case:channel in Post,e-mail,Desk"], cases(
        pm4py.filter_trace_attribute_values(frame, "case:channel", ["Post", "e-mail", "Desk"], case_id_key=CASE)
    )
    yield ["--where", "org:group=Group 4"], cases(
        pm4py.filter_event_attribute_values(frame, "org:group", ["Group 4"], **values)
    )
    yield ["--where", "org:group!=Group 4"], cases(
        pm4py.filter_event_attribute_values(frame, "org:group", ["Group 4"], retain=False, **values)
    )
    yield ["--where", "org:resource in Resource01,Resource21"], cases(
        pm4py.filter_event_attribute_values(frame, "org:resource", ["Resource01", "Resource21"], **values)
    )
    yield ["--where", "case:enddate is empty"], everything - set(frame[frame["case:enddate"].notna()][CASE])
    yield ["--where", "case:enddate is not empty"], set(frame[frame["case:enddate"].notna()][CASE])
    border = pandas.Timestamp("2011-06-01T00:00:00Z")
    starts = pandas.to_datetime(frame["case:startdate"], utc=True, format="ISO8601")
    yield ["--where", "case:startdate<2011-06-01T00:00:00Z"], set(frame[starts < border][CASE])
    yield ["--where", "case:startdate>=2011-06-01T00:00:00Z"], set(frame[starts >= border][CASE])
    some = pm4py.filter_trace_attribute_values(frame, "case:channel", ["Internet"], case_id_key=CASE)
    some = pm4py.filter_event_attribute_values(some, ACTIVITY, [T06], **values)
    yield ["--variants", "80%", "--has", T06, "--where", "case:channel=Internet"], coverage(some, 0.8)


def kept(izin, log, options, folder):
    """The cases that Izin keeps, and what it says that its filters left out."""
    table = folder / "cases.csv"
    columns = ["--case", CASE, "--activity", ACTIVITY, "--time", TIME]
    run = subprocess.run(
        [izin, "replay", log, *columns, *options, "--format", "json", "--cases", table, "--case-ids", "as-written"],
        capture_output=True, text=True,
    )
    if run.returncode:
        sys.exit(run.stderr)
    with open(table, newline="") as file:
        return {row["case"] for row in csv.DictReader(file)}, json.loads(run.stdout)


def main():
    izin, log = sys.argv[1:3]
    frame = read(log)
    differences = compared = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for options, theirs in checks(frame):
            ours, report = kept(izin, log, options, folder)
            removed = sum(one["cases_removed"] for one in report["filters"])
            events = sum(one["events_removed"] for one in report["filters"])
            compared += 1
            faults = []
            if ours != theirs:
                faults.append(f"izin keeps {len(ours)}, pm4py {len(theirs)}; one alone {sorted(ours ^ theirs)[:5]}")
            if removed != frame[CASE].nunique() - len(ours):
                faults.append(f"{removed} cases are said to be removed")
            if report["input"]["used"] != len(frame) - events:
                faults.append(f"{events} events are said to be removed, {report['input']['used']} used")
            differences += len(faults)
            print(" ".join(options), len(ours), "cases;", "; ".join(faults) or "same")
    print(f"{compared} filters compared, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()

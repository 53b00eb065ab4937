#!/usr/bin/env python3
"""The figures of the receipt log, recomputed with pandas and lifelines and compared with Izin's.

    receipt_figures.py IZIN RECEIPT.csv

Compares the report's JSON, then every row of `--cases`. Exits 1 on a difference.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import pandas
from lifelines import KaplanMeierFitter
from lifelines.utils import qth_survival_times

DAY = pandas.Timedelta(days=1)
#: What is known of this log; pandas and lifelines must give it, and so must Izin.
KNOWN = {
    "open": 105, "negative": 2, "n": 1327, "median": 50.6423, "closed": 1329, "closed_in_time": 952,
    "due": 1340, "due_in_time": 924, "km_median": 52.5121, "km_p75": 79.3575, "km_p90": 121.3663,
}


def permits(path):
    """One row for each case with its dates."""
    rows = pandas.read_csv(path, dtype=str)
    rows["when"] = pandas.to_datetime(rows["time:timestamp"], utc=True, format="ISO8601")
    grouped = rows.groupby("case:concept:name", sort=False)
    table = grouped[["case:startdate", "case:enddate", "case:deadline", "case:channel"]].first()
    for name in ("startdate", "enddate", "deadline"):
        table[name] = pandas.to_datetime(table.pop(f"case:{name}"), utc=True, format="ISO8601")
    table["events"] = grouped.size()
    return table, rows["when"].max()


def recompute(table, cut):
    days = (table["enddate"] - table["startdate"]) / DAY
    decided = days.notna()
    kept = days[decided & (days >= 0)]
    ages = days.where(decided, (cut - table["startdate"]) / DAY)
    fitted = KaplanMeierFitter().fit(ages[ages >= 0], decided[ages >= 0])
    reached = qth_survival_times([0.5, 0.25, 0.1], fitted.survival_function_)["KM_estimate"].tolist()
    in_time = table["enddate"] < table["deadline"]
    due = table["deadline"] <= cut
    return {
        "open": int((~decided).sum()), "negative": int((days < 0).sum()), "n": len(kept),
        "median": kept.median(), "p75": kept.quantile(0.75), "p90": kept.quantile(0.9),
        "closed": int(decided.sum()), "closed_in_time": int(in_time.sum()),
        "decided_at_the_deadline": int((table["enddate"] == table["deadline"]).sum()),
        "due": int(due.sum()), "due_in_time": int((due & in_time).sum()),
        "open_late": int((due & ~decided).sum()),
        "km_median": reached[0], "km_p75": reached[1], "km_p90": reached[2],
        "online": int(table["case:channel"].isin(["Internet", "e-mail"]).sum()),
    }


def indicator(report, name, statistic):
    """The indicator with an id and a statistic, or an empty one."""
    found = [one for one in report["indicators"] if one["id"] == name and one["statistic"] == statistic]
    return found[0] if found else {"value": None, "n": None}


def pairs(report, theirs):
    """(what, Izin's, the oracle's) of every figure compared."""
    turnaround, survival = report["turnaround"], report["survival"]
    permits_of = report["clocks"][-1]["permits"]
    for name in ("n", "open", "negative", "median", "p75", "p90"):
        yield f"turnaround.{name}", turnaround[name], theirs[name]
    for name in ("median", "p75", "p90"):
        yield f"survival.{name}_days", survival[f"{name}_days"], theirs[f"km_{name}"]
    yield "clocks on_time", permits_of["on_time"], theirs["closed_in_time"]
    yield "clocks late", permits_of["late"], theirs["closed"] - theirs["closed_in_time"]
    yield "clocks open_late", permits_of["open_late"], theirs["open_late"]
    yield "clocks open_in_time", permits_of["open_in_time"], theirs["open"] - theirs["open_late"]
    for statistic, part, whole in (
        ("due_date_cohort", "due_in_time", "due"), ("decided_only", "closed_in_time", "closed")
    ):
        found = indicator(report, "on_time", statistic)
        yield f"on_time {statistic} n", found["n"], theirs[whole]
        yield f"on_time {statistic}", found["value"], 100 * theirs[part] / theirs[whole]
    for one in report["indicators"]:
        if one["id"] == "online_share":
            yield "online_share n", one["n"], 1434
            yield "online_share", one["value"], 100 * theirs["online"] / 1434
        if one["id"] == "backlog" and one["statistic"] in ("open", "past_deadline"):
            other = "open" if one["statistic"] == "open" else "open_late"
            yield f"backlog {one['statistic']}", one["value"], theirs[other]


def differs(ours, theirs):
    if ours is None:
        return True
    return abs(ours - theirs) > 1e-6 if isinstance(theirs, float) else ours != theirs


def compare_cases(path, table):
    """Rows of `--cases` against the table; the number of differences."""
    rows = pandas.read_csv(path, dtype=str).set_index("case")
    differences = []
    if set(rows.index) != set(table.index):
        differences.append("other cases")
    rows = rows.loc[table.index]
    days = (table["enddate"] - table["startdate"]) / DAY
    for name, column in (("submitted", "startdate"), ("decided", "enddate")):
        ours = pandas.to_datetime(rows[name], utc=True, format="ISO8601")
        wrong = ~((ours == table[column]) | (ours.isna() & table[column].isna()))
        differences += [f"{name} of {case}" for case in table.index[wrong]]
    ours = pandas.to_numeric(rows["days"])
    wrong = ~(((ours - days).abs() < 1e-6) | (ours.isna() & days.isna()))
    differences += [f"days of {case}" for case in table.index[wrong]]
    wrong = pandas.to_numeric(rows["events"]) != table["events"]
    differences += [f"events of {case}" for case in table.index[wrong]]
    return differences


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    izin, log = sys.argv[1:]
    table, cut = permits(log)
    theirs = recompute(table, cut)
    differences = [
        f"known {name}: {value}, recomputed {theirs[name]}"
        for name, value in KNOWN.items() if round(theirs[name], 4) != value
    ]
    with tempfile.TemporaryDirectory() as folder:
        rows = pathlib.Path(folder) / "cases.csv"
        done = subprocess.run(
            [izin, "replay", log, "--format", "json", "--cases", str(rows), "--case-ids", "as-written"], capture_output=True, check=False
        )
        if done.returncode != 0:
            sys.exit(f"izin ended with {done.returncode}: {done.stderr.decode()[-500:]}")
        compared = list(pairs(json.loads(done.stdout), theirs))
        differences += [f"{what}: izin {ours}, here {other}" for what, ours, other in compared if differs(ours, other)]
        differences += compare_cases(rows, table)
    print(f"{len(compared)} figures and {len(table)} permits compared, {len(differences)} differ")
    for one in differences[:30]:
        print("   ", one)
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Every figure of reference/permit-tables-lifelines.txt, recomputed with pandas and lifelines and compared with Izin's.

    permit_tables.py IZIN SHARED [--only calgary,seattle,receipt]

Three columns for each figure: what the reference says, what pandas gives from the file, what Izin says; and where
Izin says it: its report, or the rows of `--cases`, from which this program computes it. A figure whose convention is
not Izin's is compared under both, and both are named. Exits 1 on a difference.
"""
import argparse
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import pandas
from lifelines import KaplanMeierFitter
from lifelines.utils import qth_survival_times

DAY = pandas.Timedelta(days=1)
#: A day on which a clock is changed is an hour longer or shorter; Izin's days are running time, the reference's dates.
HOUR = 1 / 24 + 1e-9
EXACT = 1e-6


class Ledger:
    """The comparisons of a run."""

    def __init__(self, text):
        self.text = text
        self.rows = []
        self.topic = ""

    def said(self, pattern):
        """The first group of a pattern in the reference, as a number."""
        found = re.search(pattern, self.text)
        if not found:
            sys.exit(f"the reference has nothing like {pattern}")
        return math.inf if found[1] == "inf" else float(found[1])

    def compare(self, name, reference, here, izin, source, within=EXACT, rounded=None):
        """Notes a figure: the reference's, this program's, Izin's (nothing where it says none)."""
        agrees = near(reference, here if rounded is None else round(here, rounded), EXACT)
        fits = source == "not said" or near(here, izin, within)
        self.rows.append((self.topic, name, reference, here, izin, source, agrees and fits))

    def show(self):
        for topic in dict.fromkeys(row[0] for row in self.rows):
            print(f"\n{topic}\n  {'figure':44} {'reference':>14} {'here':>14} {'izin':>14}  from")
            for row in (row for row in self.rows if row[0] == topic):
                numbers = " ".join(f"{written(value):>14}" for value in row[2:5])
                print(f"{' ' if row[6] else '!'} {row[1]:44} {numbers}  {row[5]}")
        wrong = sum(not row[6] for row in self.rows)
        print(f"\n{len(self.rows)} figures compared, {wrong} differ")
        return wrong


def near(left, right, within):
    if left is None or right is None:
        return left is right
    if math.isinf(left) or math.isinf(right):
        return left == right
    return abs(left - right) <= within


def written(value):
    if value is None:
        return "-"
    return "inf" if math.isinf(value) else f"{value:.6f}".rstrip("0").rstrip(".")


def infinite(value):
    """Izin writes null for a quantile that is not reached."""
    return math.inf if value is None else value


# What Izin says


def replay(izin, log, *options):
    """The report and the rows of `--cases`."""
    with tempfile.TemporaryDirectory() as folder:
        cases = pathlib.Path(folder) / "cases.csv"
        done = subprocess.run(
            [
                izin, "replay", str(log), "--format", "json", "--cases", str(cases), "--case-ids", "as-written", *options
            ],
            capture_output=True, check=False,
        )
        if done.returncode != 0:
            sys.exit(f"izin ended with {done.returncode}: {done.stderr.decode()[-800:]}")
        return json.loads(done.stdout), pandas.read_csv(cases, dtype=str)


def indicator(report, name, statistic=None):
    for one in report["indicators"]:
        if one["id"] == name and statistic in (None, one["statistic"]):
            return one["value"]
    return None


def civil(column):
    """The dates of stamps on the clock that they were written by."""
    return pandas.to_datetime(column.str[:10])


# The oracle's own


def fitted(days, seen):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return KaplanMeierFitter().fit(days, seen)


def quantiles(curve):
    return [float(value) for value in qth_survival_times([0.5, 0.25, 0.1], curve.survival_function_)["KM_estimate"]]


def open_at(table, cut):
    """Days to the decision, or to the cut where there is none, and whether there is one."""
    seen = table["decided"].notna()
    return (table["decided"].where(seen, cut) - table["submitted"]) / DAY, seen


def survival(ledger, name, table, cut, ours, ours_cut, report, pattern, within, digits=6):
    """Quantiles from the report, survival at some days from the rows of `--cases`."""
    here = fitted(*open_at(table, cut))
    theirs = fitted(*open_at(ours, ours_cut))
    reported = [infinite(report["survival"][f"{key}_days"]) for key in ("median", "p75", "p90")]
    for key, value, izin in zip(("p50", "p75", "p90"), quantiles(here), reported):
        said = ledger.said(pattern + rf"[^\n]*?'{key}': ([\d.]+|inf)")
        ledger.compare(f"{name} {key}", said, value, izin, "report: survival", within)
    for day in (7, 14, 30, 60, 90):
        said = ledger.said(pattern + rf"[^\n]*?'S\({day}\)': ([\d.]+)")
        value = float(here.predict(day))
        ledger.compare(f"{name} S({day})", said, value, float(theirs.predict(day)), "cases", EXACT, digits)


def calgary(ledger, izin, shared):
    ledger.topic = "Calgary: refused and cancelled permits, which have no date, are censored at the data cut"
    log = shared / "logs/calgary-building-permits.csv"
    raw = pandas.read_csv(log, dtype=str)
    table = pandas.DataFrame({"case": raw["permitnum"], "status": raw["statuscurrent"]})
    for name, column in (("submitted", "applieddate"), ("decided", "issueddate"), ("completed", "completeddate")):
        table[name] = pandas.to_datetime(raw[column])
    cut = table[["submitted", "decided", "completed"]].max().max()
    report, cases = replay(izin, log)
    cases["submitted"], cases["decided"] = civil(cases["submitted"]), civil(cases["decided"])
    ours_cut = pandas.to_datetime(report["as_of"][:10])
    assert len(cases) == len(table), f"{len(cases)} permits, not {len(table)}"
    status = next(name for name in ("status", "statuscurrent") if name in cases)
    undecided = re.search(r"calgary no issue by status (\{.*?\})", ledger.text)[1]
    for word, count in re.findall(r"'([^']+)': (\d+)", undecided):
        here = int((table["decided"].isna() & (table["status"] == word)).sum())
        our = int((cases["decided"].isna() & (cases[status] == word)).sum())
        ledger.compare(f"without a decision: {word}", float(count), here, our, "cases")

    ledger.topic = "Calgary: issued permits only, the naive figure"
    naive = ledger.text[ledger.text.index("naive issued only"):].split("\n")[0].split()[3:]
    days = (table["decided"] - table["submitted"]).dropna() / DAY
    ours = (cases["decided"] - cases["submitted"]).dropna() / DAY
    turnaround = report["turnaround"]
    ledger.compare("n", float(naive[0]), len(days), turnaround["n"], "report: turnaround")
    ledger.compare("mean", float(naive[1]), days.mean(), ours.mean(), "cases")
    ledger.compare("median", float(naive[2]), days.median(), turnaround["median"], "report: turnaround", HOUR)
    ledger.compare("p90", float(naive[3]), days.quantile(0.9), turnaround["p90"], "report: turnaround", HOUR)
    ledger.topic = "Calgary: Kaplan-Meier, open, refused and cancelled censored at the data cut"
    survival(ledger, "all", table, cut, cases, ours_cut, report, "KM all", HOUR)
    recent(ledger, izin, log, table, cut, cases, ours_cut)
    years(ledger, table, cases)
    flows(ledger, izin, log, table, cases, status)


def recent(ledger, izin, log, table, cut, cases, ours_cut):
    ledger.topic = "Calgary: the cohort that applied from 2025-06-01 (--period, by submission)"
    start = pandas.Timestamp(2025, 6, 1)
    part, ours = (one[one["submitted"] >= start] for one in (table, cases))
    last = (cut + DAY).date()
    report, _ = replay(izin, log, "--period", f"2025-06-01..{last}")
    days, our_days = ((one["decided"] - one["submitted"]).dropna() / DAY for one in (part, ours))
    ledger.compare("n", ledger.said(r"recent cohort[^\n]*? n (\d+)"), len(part), len(ours), "cases")
    ledger.compare("issued", ledger.said(r"recent cohort[^\n]*? issued (\d+)"), len(days), len(our_days), "cases")
    ledger.compare(
        "naive median", ledger.said(r"recent cohort[^\n]*? naive median ([\d.]+)"), days.median(), our_days.median(),
        "cases",
    )
    ledger.compare(
        "naive mean", ledger.said(r"recent cohort[^\n]*? naive mean ([\d.]+)"), days.mean(), our_days.mean(), "cases"
    )
    survival(ledger, "recent", part, cut, ours, ours_cut, report, r"recent cohort[^\n]*? KM", HOUR)


def years(ledger, table, cases):
    ledger.topic = "Calgary: by the year of application"
    for year in range(2018, 2026):
        said = re.search(rf"^{year} +(\d+) +(\d+) +([\d.]+) +([\d.]+)$", ledger.text, re.M)
        groups = [one[one["submitted"].dt.year == year] for one in (table, cases)]
        days = [(one["decided"] - one["submitted"]).dropna() / DAY for one in groups]
        figures = [
            (name, [function(group, part) for group, part in zip(groups, days)])
            for name, function in (
                ("n", lambda group, _: len(group)), ("issued", lambda _, part: len(part)),
                ("median", lambda _, part: part.median()), ("mean", lambda _, part: part.mean()),
            )
        ]
        for place, (name, (here, ours)) in enumerate(figures, 1):
            ledger.compare(f"{year} {name}", float(said[place]), here, ours, "cases", EXACT, 6)


def flows(ledger, izin, log, table, cases, status):
    ledger.topic = (
        "Calgary: clearance rate and disposition time by year; pending leaves out those cancelled, refused or expired\n"
        "  without an issue, whatever the day; Izin's own pending has them all, since the file gives no day of their end"
    )
    ended = ["Cancelled", "Refused", "Expired"]
    for year in (2023, 2024, 2025):
        said = re.search(
            rf"{year} incoming (\d+) resolved (\d+) pending excl cancelled (\d+) CR% ([\d.]+) DT ([\d.]+)", ledger.text
        )
        until = pandas.Timestamp(year + 1, 1, 1)
        report, _ = replay(izin, log, "--period", f"{year}-01-01..{year + 1}-01-01")

        def flow(one, column):
            incoming = int((one["submitted"].dt.year == year).sum())
            resolved = int((one["decided"].dt.year == year).sum())
            pending = (one["submitted"] < until) & ~(one["decided"] < until)
            kept = pending & ~(one["decided"].isna() & one[column].isin(ended))
            return incoming, resolved, int(kept.sum()), int(pending.sum())

        incoming, resolved, pending, all_pending = flow(table, "status")
        ours = flow(cases, status)
        for name, place, here, our in zip(
            ("incoming", "resolved", "pending"), (1, 2, 3), (incoming, resolved, pending), ours
        ):
            ledger.compare(f"{year} {name}", float(said[place]), here, our, "cases")
        rate = 100 * resolved / incoming
        ledger.compare(
            f"{year} clearance rate", float(said[4]), rate, indicator(report, "clearance_rate"), "report", EXACT, 2
        )
        ledger.compare(
            f"{year} disposition time, pending as above", float(said[5]), 365 * pending / resolved,
            365 * ours[2] / ours[1], "cases", EXACT, 2,
        )
        own = 365 * all_pending / resolved
        ledger.compare(
            f"{year} disposition time, all pending", own, own,
            indicator(report, "disposition_time"), "report" if indicator(report, "disposition_time") else "not said", 1e-4,
        )


def seattle(ledger, izin, shared):
    ledger.topic = "Seattle: XmR of monthly medians of permits with a plan review, by month of issue, partial months kept"
    log = shared / "logs/seattle-building-permits-2010-2015.csv"
    raw = pandas.read_csv(log, dtype=str)
    table = pandas.DataFrame({"review": raw["Work Type"]})
    for name, column in (("submitted", "Application Date"), ("decided", "Issue Date")):
        table[name] = pandas.to_datetime(raw[column], format="%m/%d/%y")
    report, cases = replay(izin, log)
    assert report["input"]["rows"] == len(raw), "rows are lost"
    cases["submitted"], cases["decided"] = civil(cases["submitted"]), civil(cases["decided"])
    review = next(name for name in ("review", "Work Type") if name in cases)

    def medians(one, column):
        kept = one[one[column] == "Plan Review"]
        days = (kept["decided"] - kept["submitted"]) / DAY
        return days.groupby(kept["decided"].dt.to_period("M")).median()

    here, ours = medians(table, "review"), medians(cases, review)

    def chart(series):
        mean, ranges = series.mean(), series.diff().abs().dropna()
        return mean, ranges.mean(), mean + 2.66 * ranges.mean(), mean - 2.66 * ranges.mean(), 3.268 * ranges.mean()

    ledger.compare("months", ledger.said(r"seattle[^\n]* n (\d+)"), len(here), len(ours), "cases")
    names = (("mean", "mean"), ("mR-bar", "MRbar"), ("upper limit", "UNPL"), ("lower limit", "LNPL"), ("URL", "URL"))
    for (name, key), value, our in zip(names, chart(here), chart(ours)):
        ledger.compare(name, ledger.said(rf"seattle[^\n]* {key} ([\d.]+)"), value, our, "cases", HOUR, 9)
    outside = re.search(r"outside (\[.*?\])\n", ledger.text)[1]
    for month, value in re.findall(r"'([\d-]+)', ([\d.]+)", outside):
        ledger.compare(f"outside: {month}", float(value), here[month], ours[month], "cases")
    for month, value in re.findall(r"Period\('([\d-]+)', 'M'\): ([\d.]+)", ledger.text):
        ledger.compare(f"month {month}", float(value), here[month], ours[month], "cases")
    ledger.topic = "Seattle: the same without December 2015"
    short = chart(here[:"2015-11"])
    our_short = chart(ours[:"2015-11"])
    found = re.search(r"without December 2015: mean ([\d.]+), limits ([\d.]+) to ([\d.]+\d)", ledger.text)
    for name, said, place in (("mean", 1, 0), ("lower limit", 2, 3), ("upper limit", 3, 2)):
        ledger.compare(name, float(found[said]), short[place], our_short[place], "cases", HOUR, 3)


def receipt(ledger, izin, shared):
    ledger.topic = "Receipt: all ended cases, the two that end before they start among them"
    log = shared / "logs/receipt.csv"
    raw = pandas.read_csv(log, dtype=str)
    grouped = raw.groupby("case:concept:name", sort=False)
    table = grouped[["case:startdate", "case:enddate", "case:deadline", "case:channel"]].first()
    offsets = table["case:startdate"].str[-6:].value_counts().to_dict()
    for name, column in (("submitted", "startdate"), ("decided", "enddate"), ("due", "deadline")):
        table[name] = pandas.to_datetime(table[f"case:{column}"], utc=True, format="ISO8601")
    report, cases = replay(izin, log)
    for name in ("submitted", "decided"):
        cases[name] = pandas.to_datetime(cases[name], utc=True, format="ISO8601")
    cut = pandas.to_datetime(raw["time:timestamp"], utc=True, format="ISO8601").max()
    ledger.compare("cases", ledger.said(r"wabo cases (\d+)"), len(table), report["input"]["cases"], "report: input")
    ledger.compare(
        "open", ledger.said(r"open \(no enddate\) (\d+)"), int(table["decided"].isna().sum()),
        report["turnaround"]["open"], "report: turnaround",
    )
    for word, count in re.findall(r"'([^']+)': (\d+)", re.search(r"channel (\{.*?\})", ledger.text)[1]):
        here, our = (int((one == word).sum()) for one in (table["case:channel"], cases["channel"]))
        ledger.compare(f"channel {word}", float(count), here, our, "cases")
    days, ours = ((one["decided"] - one["submitted"]).dropna() / DAY for one in (table, cases))
    for key, function in (
        ("count", len), ("mean", pandas.Series.mean), ("std", pandas.Series.std), ("min", pandas.Series.min),
        ("25%", lambda one: one.quantile(0.25)), ("50%", pandas.Series.median),
        ("75%", lambda one: one.quantile(0.75)), ("max", pandas.Series.max),
    ):
        said = ledger.said(rf"dur start->end [^\n]*?'{key}': (-?[\d.]+)")
        ledger.compare(f"start to end, {key}", said, function(days), function(ours), "cases")
    ledger.compare(
        "negative", ledger.said(r"\} neg (\d+)"), int((days < 0).sum()), report["turnaround"]["negative"],
        "report: turnaround",
    )
    permits = report["clocks"][-1]["permits"]
    in_time = int((table["decided"] < table["due"]).sum())
    late_open = int((table["decided"].isna() & (table["due"] <= cut)).sum())
    ledger.compare("on time", ledger.said(r"closed 1329 on time (\d+)"), in_time, permits["on_time"], "report: clocks")
    ledger.compare(
        "open past the deadline", ledger.said(r"open past deadline at snap (\d+)"), late_open, permits["open_late"],
        "report: clocks",
    )
    for word, count in re.findall(r"'(\+\d\d:\d\d)': (\d+)", ledger.text):
        ledger.compare(f"starts at {word}", float(count), offsets[word], None, "not said")
    given = (table["due"] - table["submitted"]) / DAY
    for key, value in (("mean", given.mean()), ("50%", given.median()), ("max", given.max())):
        said = ledger.said(rf"deadline-start days [^\n]*?'{key}': ([\d.]+)")
        ledger.compare(f"start to deadline, {key}", said, value, None, "not said")
    curves(ledger, table, cases, cut, report)
    variants(ledger, report)


def curves(ledger, table, cases, cut, report):
    ledger.topic = "Receipt: Kaplan-Meier with the two negative cases in; Izin's report leaves them out"
    here, ours = (fitted(*open_at(one, cut)) for one in (table, cases))
    for place, key in enumerate(("p50", "p75", "p90")):
        said = ledger.said(rf"deadline!=planned \d+\nKM[^\n]*?'{key}': ([\d.]+)")
        ledger.compare(key, said, quantiles(here)[place], quantiles(ours)[place], "cases")
    for day in (7, 14, 30, 60, 90):
        said = ledger.said(rf"deadline!=planned \d+\nKM[^\n]*?'S\({day}\)': ([\d.]+)")
        ledger.compare(f"S({day})", said, float(here.predict(day)), float(ours.predict(day)), "cases", EXACT, 6)
    ledger.topic = "Receipt: the same without them"
    kept = table[~(table["decided"] < table["submitted"])]
    values = quantiles(fitted(*open_at(kept, cut)))
    for place, (key, name) in enumerate((("p50", "median"), ("p75", "p75"), ("p90", "p90"))):
        said = ledger.said(rf"wabo KM n 1432[\s\S]*?{key} ([\d.]+\d)")
        ledger.compare(key, said, values[place], report["survival"][f"{name}_days"], "report: survival")
    ended = (kept["decided"] - kept["submitted"]).dropna() / DAY
    ledger.compare(
        "ended, median", ledger.said(r"ended n 1327 median ([\d.]+\d)"), ended.median(),
        report["turnaround"]["median"], "report: turnaround",
    )


def variants(ledger, report):
    ledger.topic = "Receipt: variants and rework"
    said = ledger.said(r"variants (\d+) top")
    ledger.compare("variants", said, said, report["variants"]["count"], "report: variants")
    counts = [float(count) for count in re.findall(r"\): (\d+)", re.search(r"variants \d+ top (\{.*\})", ledger.text)[1])]
    for place, count in enumerate(counts):
        ledger.compare(f"variant {place + 1}", count, count, report["variants"]["top"][place]["cases"], "report: variants")
    said = ledger.said(r"happy path (\d+)")
    ledger.compare("happy path", said, said, report["variants"]["top"][0]["cases"], "report: variants")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("izin")
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--only", default="calgary,seattle,receipt")
    chosen = parser.parse_args()
    ledger = Ledger((chosen.shared / "reference/permit-tables-lifelines.txt").read_text())
    topics = {"calgary": calgary, "seattle": seattle, "receipt": receipt}
    for name in chosen.only.split(","):
        topics[name](ledger, str(pathlib.Path(chosen.izin).resolve()), chosen.shared)
    sys.exit(1 if ledger.show() else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Compares logs that `izin convert` wrote with what pm4py and pandas read out of the original and out of each copy.

    compare_conversion.py IZIN SHARED [LOG ...]

IZIN is the command; SHARED a folder with `logs/`; without LOG all logs are compared. Needs pandas and pm4py. Every log is written as CSV, XES, OCEL 2.0 and
JSON Lines and read back by pm4py (JSON Lines by pandas): cases, events, activities, variants, the length of every case
and the values of every attribute have to be those of the original. The object-centric example is flattened on each of
its types, out of its three forms, and compared with pm4py's flattening. Exits 1 on a difference.
"""
import collections
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")

import pandas  # noqa: E402
import pm4py  # noqa: E402

LOGS = [
    "receipt.csv",
    "receipt.xes.gz",
    "running-example.csv",
    "running-example.xes",
    "Road_Traffic_Fine_Management_Process.xes.gz",
    "BPIC15_1.xes.gz",
    "interval_event_log.xes",
]
EXAMPLES = [
    ("ocel20_example.jsonocel", pm4py.read_ocel2_json),
    ("ocel20_example.xmlocel", pm4py.read_ocel2_xml),
    ("ocel20_example.sqlite", pm4py.read_ocel2_sqlite),
]
FORMS = {"csv": ".csv", "xes": ".xes", "ocel": ".jsonocel", "jsonl": ".jsonl"}
# What XES declares as standing for an attribute that is absent: pm4py fills it in, izin does not.
DEFAULTS = {"UNKNOWN", "1969-12-31 23:00:00+00:00"}
CASE, ACTIVITY, TIME, RESOURCE = "case:concept:name", "concept:name", "time:timestamp", "org:resource"


def read(path):
    """The events of a file as a table with the columns of XES."""
    name = path.name
    if name.endswith((".xes", ".xes.gz")):
        return pm4py.read_xes(str(path))
    if name.endswith(".csv"):
        return pandas.read_csv(path, dtype=str, keep_default_na=False)
    if name.endswith(".jsonl"):
        frame = pandas.read_json(path, lines=True, dtype=False, convert_dates=False, precise_float=True)
        return frame.rename(columns={"case": CASE, "activity": ACTIVITY, "time": TIME, "resource": RESOURCE})
    ocel = pm4py.read_ocel2_json(str(path))
    return pm4py.ocel_flattening(ocel, "permit")


def prepared(frame):
    """Cases as text, times as instants, events of a case in the order of time and else of the file."""
    frame = frame.copy()
    frame[CASE] = frame[CASE].astype(str)
    frame[TIME] = pandas.to_datetime(frame[TIME], utc=True, format="ISO8601")
    return frame.sort_values(TIME, kind="stable").reset_index(drop=True)


def values(column):
    """How often each value stands in a column; nothing is no value."""
    counts = collections.Counter()
    for value in column:
        if isinstance(value, float) and value != value or value is None or value is pandas.NaT:
            continue
        if isinstance(value, pandas.Timestamp):
            value = value.tz_convert("UTC") if value.tzinfo else value.tz_localize("UTC")
        text = plain(str(value))
        if text not in ("", "nan", "None", "NaT", "<NA>") and text not in DEFAULTS:
            counts[text] += 1
    return counts


def plain(text):
    """A value without the ways in which its type may be written."""
    if text in ("True", "False"):
        return text.lower()
    if len(text) > 18 and text[4] == "-" and text[10] in " T":
        try:
            return str(pandas.Timestamp(text).tz_convert("UTC"))
        except (ValueError, TypeError):
            return text
    try:
        number = float(text)
    except ValueError:
        return text
    return str(int(number)) if number == number and abs(number) < 1e15 and number == int(number) else repr(number)


class Comparison:
    """Differences of one copy, and how many values were compared."""

    def __init__(self, name):
        self.name, self.compared, self.differences = name, 0, []

    def same(self, what, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.differences.append(f"{what}: copy {str(ours)[:120]}, original {str(theirs)[:120]}")

    def figures(self, copy, original):
        self.same("events", len(copy), len(original))
        self.same("activities", values(copy[ACTIVITY]), values(original[ACTIVITY]))
        lengths = [f.groupby(CASE)[TIME].agg(["min", "max", "size"]) for f in (copy, original)]
        for key in ("min", "max", "size"):
            self.same(f"{key} of cases", lengths[0][key].to_dict(), lengths[1][key].to_dict())
        variants = [
            collections.Counter(f.groupby(CASE)[ACTIVITY].agg(lambda names: tuple(map(str, names))))
            for f in (copy, original)
        ]
        self.same("variants", variants[0], variants[1])

    def attributes(self, copy, original, unchecked):
        """Every attribute under its name, of the event or of the case."""
        known = {CASE, ACTIVITY, TIME, *unchecked}
        for column in original.columns:
            if column in known or str(column).startswith(("@@", "case:@@")):
                continue
            wanted = values(original[column])
            if not wanted:
                continue
            name = column if column in copy else f"case:{column}"
            self.same(f"attribute {column}", values(copy[name]) if name in copy else None, wanted)

    def print(self):
        verdict = "equal" if not self.differences else f"{len(self.differences)} differences"
        print(f"{self.name}: {self.compared} values compared, {verdict}")
        for difference in self.differences[:8]:
            print(f"  {difference}")
        return not self.differences


def convert(izin, log, form, target, options=()):
    """Writes a copy; gives the personal columns that izin says it left out."""
    run = subprocess.run(
        [izin, "convert", str(log), "--to", form, "-o", str(target), *options],
        check=True,
        capture_output=True,
        text=True,
    )
    found = re.search(r"personal columns are not written: ([^;\n]*)", run.stderr)
    return found.group(1).split(", ") if found else []


def compare_log(izin, log, folder):
    original = prepared(read(log))
    unnamed = [column for column in original.columns if str(column).startswith("Unnamed") or column == ""]
    good = True
    for form, suffix in FORMS.items():
        target = folder / ("copy" + suffix)
        personal = convert(izin, log, form, target)
        comparison = Comparison(f"{log.name} as {form}")
        copy = prepared(read(target))
        comparison.figures(copy, original)
        comparison.attributes(copy, original, personal + unnamed)
        good = comparison.print() and good
    return good


def compare_example(izin, log, reader, folder):
    good = True
    ocel = reader(str(log))
    for kind in pm4py.ocel_get_object_types(ocel):
        target = folder / "flat.csv"
        convert(izin, log, "csv", target, ["--object-type", kind, "--zone", "UTC"])
        comparison = Comparison(f"{log.name}, {kind}")
        theirs = prepared(pm4py.ocel_flattening(ocel, kind))
        comparison.figures(prepared(read(target)), theirs)
        good = comparison.print() and good
    return good


def main():
    izin, shared = sys.argv[1], pathlib.Path(sys.argv[2])
    good = True
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, reader in EXAMPLES if len(sys.argv) == 3 else []:
            good = compare_example(izin, shared / "logs" / file, reader, folder) and good
        for file in sys.argv[3:] or LOGS:
            good = compare_log(izin, shared / "logs" / file, folder) and good
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Compares Izin's ledgers with the slow ones on random histories of every compiled workflow.

    compare_ledgers.py IZIN [--histories 100000] [--seed 1] [--workflow NAME]... [--processes 2] [--show 5]

Without --workflow it is every compiled workflow and those of definitions/; NAME may be a file.
Each log holds histories of one workflow within some months of 2017 to 2026: steps that the rules allow and steps that
they do not, at midnight, on weekends and holidays, at one moment, as dates without a time; with pauses, restarts,
extensions and open ends; under several zones, weeks and settings. Compared are every entry with its moment, cause and
shift, deadlines, ages, stretches and their sums. Exits 1 on a difference and shows the first ones of each kind.
"""
import argparse
import csv
import datetime as dt
import json
import multiprocessing
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import zoneinfo
from collections import Counter, defaultdict

from slow.definitions import as_list, is_true, load, named
from slow.logs import EPOCH, microseconds
from slow_ledger import Days, canonical, fact_list, fact_names, ledgers_of, number, tables_of

HERE = pathlib.Path(__file__).resolve().parent
COMPILED = HERE.parent.parent / "Workflows" / "Compiled"
ZONES = ["Asia/Jakarta"] * 6 + ["Asia/Makassar", "Asia/Jayapura", "Europe/Amsterdam"]
PER_LOG = 250


def values_of(document, tables):
    """The values that conditions and tables name, by fact."""
    found = defaultdict(set)

    def walk(node):
        if isinstance(node, dict):
            if "fact" in node:
                found[node["fact"]].update(str(one) for one in as_list(node.get("equals")) + as_list(node.get("in")))
                if "at_least" in node:
                    at = int(node["at_least"])
                    found[node["fact"]].update(str(one) for one in (at - 1, at, at + 1))
            for one in node.values():
                walk(one)
        elif isinstance(node, list):
            for one in node:
                walk(one)

    walk(document)
    for table in tables.values():
        for row in table["rows"]:
            for key in table["keys"]:
                if key in row:
                    found[key].add(str(row[key]))
    return found


class Histories:
    """Random walks through one workflow."""

    def __init__(self, document, tables, holidays, chance):
        self.chance, self.holidays = chance, holidays
        self.states = dict(named(document["states"]))
        self.initial = next(name for name, one in self.states.items() if is_true(one.get("initial")))
        self.ways = [
            (action.get("term", name), case) for name, action in named(document["actions"]) for case in action["cases"]
        ]
        self.types, self.values = dict(fact_list(document)), values_of(document, tables)

    def later(self, now):
        """A later moment: at once, soon, at a midnight, on a holiday, days or weeks away."""
        chance, kind = self.chance, self.chance.random()
        if kind < 0.06:
            return now
        if kind < 0.30:
            return now + dt.timedelta(seconds=chance.randrange(30_000))
        if kind < 0.45:
            return dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(8, chance.randrange(60)))
        if kind < 0.58:
            return dt.datetime.combine(now.date() + dt.timedelta(days=chance.randrange(1, 6)), dt.time(0))
        if kind < 0.68:
            near = [day for day in self.holidays if now.date() < day <= now.date() + dt.timedelta(days=25)]
            if near:
                day = chance.choice(near) + dt.timedelta(days=chance.choice([-1, 0, 0, 1]))
                return max(now, dt.datetime.combine(day, dt.time(chance.choice([0, 0, 10]))))
        if kind < 0.71:
            return now + dt.timedelta(days=chance.randrange(3), microseconds=chance.randrange(1_000_000))
        return now + dt.timedelta(seconds=chance.randrange(0, chance.choice([4, 9, 25]) * 86_400))

    def facts(self):
        row = {}
        for name, kind in self.types.items():
            known = sorted(self.values[name])
            odd = {"integer": "7", "flag": "false"}.get(kind, "odd")
            row[name] = self.chance.choice(known * 4 + [odd, ""]) if known else self.chance.choice([odd, ""])
        for name in self.values:
            if name not in row:
                row[name] = self.chance.choice(sorted(self.values[name]) * 3 + ["odd", ""])
        return row

    def walk(self, now):
        """(term, stamp) of one permit."""
        chance, state = self.chance, self.initial
        for _ in range(chance.randrange(1, 22)):
            here = [way for way in self.ways if state in as_list(way[1]["from"])]
            on = [way for way in here if "outcome" not in self.states[way[1]["to"]]]
            ends = [way for way in here if way not in on]
            kind = chance.random()
            pool = self.ways if kind < 0.05 else ends if kind < 0.13 and ends else on or ends or self.ways
            term, case = chance.choice(pool)
            text = now.date().isoformat() if chance.random() < 0.04 else now.isoformat(sep=" ")
            yield ("coffee" if chance.random() < 0.01 else term), text
            state = case["to"]
            if "outcome" in self.states[state] and chance.random() < 0.9:
                return
            now = self.later(now)


def settings_of(document, chance):
    """Some settings away from their defaults."""
    chosen = {}
    for name, one in named(document.get("settings") or []):
        if chance.random() < 0.7:
            continue
        if one.get("accepts"):
            chosen[name] = chance.choice(one["accepts"])
        elif str(one["default"]).isdigit():
            chosen[name] = str(chance.randrange(1, 15))
    return chosen


def calendar_of(calendar, chance):
    """(calendar, options) that an office may have."""
    kind, chosen, options = chance.random(), dict(calendar), []
    if kind < 0.05:
        chosen.update(holidays=[], years={"first": 1900, "last": 2199}, weeks=[{"from": "1900-01-01", "days": "five"}])
        options += ["--calendar", "weekdays"]
    elif kind < 0.15:
        chosen["weeks"] = [{"from": "1900-01-01", "days": "six"}]
        options += ["--week", "6"]
    if 0.10 < kind < 0.22:
        chosen["joint_leave"] = "worked"
        options += ["--joint-leave", "worked"]
    return chosen, options


def one_log(work):
    """Writes one random log, asks both, and gives (histories, compared values, differences, kinds of entries)."""
    izin, compiled, name, seed, count = work
    chance = random.Random(f"{name} {seed}")
    document = canonical(load(name if "/" in name else compiled / f"{name}.json"))
    tables = tables_of(compiled / "Limits")
    base = json.loads((compiled / "Calendars" / "id.json").read_text())
    calendar, options = calendar_of(base, chance)
    zone, settings = chance.choice(ZONES), settings_of(document, chance)
    told = [one[key] for one in base["holidays"] for key in ("date", "decreed_on") if key in one]
    holidays = sorted(dt.date.fromisoformat(one) for one in told)
    maker = Histories(document, tables, holidays, chance)
    first = dt.datetime(2017, 1, 1) + dt.timedelta(days=chance.randrange(3620))
    if chance.random() < 0.3:
        day = chance.choice([one for one in holidays if 2017 <= one.year < 2026])
        first = dt.datetime.combine(day, dt.time(0)) - dt.timedelta(days=45)
    cut = first + dt.timedelta(days=chance.choice([40, 90, 150, 400]))
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        log, profile, out = folder / "log.csv", folder / "profile.json", folder / "ledgers.jsonl"
        names = fact_names(document, tables)
        with open(log, "w", encoding="utf-8", newline="") as target:
            rows = csv.writer(target, lineterminator="\n")
            rows.writerow(["case", "activity", "time", *names])
            for number_ in range(count):
                facts = maker.facts()
                begin = first + dt.timedelta(seconds=chance.randrange(30 * 86_400))
                for index, (term, text) in enumerate(maker.walk(begin)):
                    if index and dt.datetime.fromisoformat(text) > cut:
                        break
                    rows.writerow([f"P{number_:04}", term, text, *(facts.get(one, "") for one in names)])
        types = {"integer": "number", "flag": "flag"}
        declared = dict(fact_list(document))
        profile.write_text(json.dumps({
            "profile": "random", "title": {"en": "random"}, "match": ["case"],
            "columns": {"case": "case", "activity": "activity", "time": "time"}, "zone": zone, "calendar": "id",
            "facts": {one: {"column": one, "type": types.get(declared.get(one), "text")} for one in names},
        }))
        asked = [izin, "replay", str(log), "--profile", str(profile), "--workflow", name, "--ledgers", str(out),
                 "--case-ids", "as-written", "--format", "csv", "--workers", "1", *options]
        for key, value in settings.items():
            asked += ["--set", f"{name}.{key}={value}"]
        done = subprocess.run(asked, capture_output=True, check=False, cwd=folder)
        where = f"{name}, seed {seed}, zone {zone}, {options}, {settings}"
        if done.returncode != 0:
            return count, 0, {"izin fails": [f"{where}: {done.stderr.decode()[-400:]}"]}, Counter()
        ours = [json.loads(line) for line in out.read_text().splitlines()]
        theirs = list(ledgers_of(log, document, calendar, zone, settings, tables))
    found = Differences(where, Days(calendar, zone))
    found.check("order of permits", "", [one["case"] for one in ours], [one["case"] for one in theirs])
    for mine, other in zip(ours, theirs):
        found.compare(mine, other)
    return count, found.compared, dict(found.found), found.kinds


def moment(text):
    if text is None:
        return None
    return (dt.datetime.fromisoformat(text) - EPOCH) // dt.timedelta(microseconds=1)


class Differences:
    """What differs between two ledgers of a permit, by what was compared."""

    def __init__(self, where, days):
        self.where, self.days, self.compared = where, days, 0
        self.found, self.kinds = defaultdict(list), Counter()

    def check(self, what, case, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.found[what].append(f"{self.where}: {case}: izin {ours!r}, oracle {theirs!r}")

    def compare(self, ours, theirs):
        case = ours["case"]
        for name in ("workflow", "outcome"):
            self.check(name, case, ours[name], theirs[name])
        for name in ("submitted", "ended", "as_of", "from", "until"):
            self.check(name, case, moment(ours[name]), theirs[name])
        for name in ("wall", "agency"):
            self.check(f"ages {name}", case, ours["ages"][name], theirs["ages"][name])
        zero = {"microseconds": 0, "calendar_days": 0, "working_days": 0, "office_seconds": 0}
        for name in set(ours["ages"]["holders"]) | set(theirs["ages"]["holders"]):
            mine, other = (one["ages"]["holders"].get(name, zero) for one in (ours, theirs))
            self.check("ages of holders", case, mine, other)
        self.check("clocks", case, [one["clock"] for one in ours["clocks"]], [one["clock"] for one in theirs["clocks"]])
        uncovered = {one["clock"] for one in theirs["clocks"] if "uncovered" in one}
        self.stretches(case, ours, theirs, uncovered)
        for mine, other in zip(ours["clocks"], theirs["clocks"]):
            if other["clock"] in uncovered:
                kinds = [one["kind"] for one in mine["entries"]]
                self.check("uncovered", case, "uncovered" in kinds, True)
                self.kinds["(uncovered clocks)"] += 1
            else:
                self.clock(case, mine, other)
                self.sums(case, mine, ours)

    def stretches(self, case, ours, theirs, uncovered):
        mine = [
            {**one, "from": moment(one["from"]), "until": moment(one["until"]),
             "clocks": [clock for clock in one["clocks"] if clock["clock"] not in uncovered]}
            for one in ours["stretches"]
        ]
        self.check("number of stretches", case, len(mine), len(theirs["stretches"]))
        for left, right in zip(mine, theirs["stretches"]):
            self.check("stretch", case, left, right)
        wall = sum(one["microseconds"] for one in mine)
        self.check("stretches add up to the wall age", case, wall, ours["ages"]["wall"]["microseconds"])

    def clock(self, case, ours, theirs):
        case = f"{case} {ours['clock']}"
        for name in ("limit", "unit", "runs", "pauses", "restarts", "paused", "consumed"):
            self.check(f"clock {name}", case, ours[name], theirs[name])
        if theirs["unit"] == "elapsed":
            due = ours["due"] and self.days.of(moment(ours["due"]))
            self.check("clock due", case, due, theirs["due"])
        else:
            for name in ("due", "due_if_resumed"):
                self.check(f"clock {name}", case, moment(ours[name]), theirs[name])
        self.check("number of entries", case, [one["kind"] for one in ours["entries"]],
                   [one["kind"] for one in theirs["entries"]])
        for left, right in zip(ours["entries"], theirs["entries"]):
            self.kinds[left["kind"] + (" late" if left.get("late") else "") + (" ahead" if left.get("ahead") else "")] += 1
            self.check(f"entry {left['kind']}", case, self.plain(left), right)

    def plain(self, entry):
        """An entry with microseconds for moments and, for holidays, their dates; each as the calendar has it."""
        entry = dict(entry)
        for name in ("at", "until"):
            if name in entry:
                entry[name] = moment(entry[name])
        if "holidays" in entry:
            dates = list(dict.fromkeys(one["date"] for one in entry["holidays"]))
            every = [one for date in dates for one in self.days.off.get(number(date), [])]
            if entry["holidays"] != every:
                self.found["holidays as the calendar has them"].append(f"{self.where}: {entry}")
            entry["holidays"] = dates
        return entry

    def sums(self, case, clock, ours):
        """The shifts lead from the first deadline to the due date; running stretches add up to what was consumed."""
        before, due = None, None
        for one in clock["entries"]:
            if one["kind"] == "uncovered":
                continue
            day = one["deadline"] and number(one["deadline"])
            if one["shift"] is not None:
                self.check("shifts add up", case, day, before and before + one["shift"])
            before = day
            if one["kind"] == "breached" and due is None:
                due = day
        if clock["due"] and clock["unit"] != "elapsed":
            last = self.days.of(moment(clock["due"])) - 1
            self.check("shifts lead to the due date", case, before if due is None else due, last)
        # Where a permit's age ends before its last step, or begins after its clock, not all that was consumed is in it.
        opened = [one for one in clock["entries"] if one["kind"] in ("started", "restarted") and not one.get("ahead")]
        stopped = [one for one in clock["entries"] if one["kind"] == "stopped"]
        if not opened or moment(opened[-1]["at"]) < moment(ours["from"]):
            return
        last = moment((stopped[-1] if stopped else opened[-1])["at"])
        if max(last, moment(opened[-1]["at"])) > moment(ours["until"]) or moment(opened[-1]["at"]) == last and stopped:
            return
        days = sum(
            one["days"] for stretch in ours["stretches"] for one in stretch["clocks"]
            if one["clock"] == clock["clock"] and one["run"] == clock["runs"]
        )
        self.check("running stretches add up to what was consumed", case, days, clock["consumed"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("izin")
    parser.add_argument("--histories", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workflow", action="append")
    parser.add_argument("--compiled", type=pathlib.Path, default=COMPILED)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--show", type=int, default=5)
    given = parser.parse_args()
    izin = str(pathlib.Path(given.izin).resolve())
    own = [str(HERE / "definitions" / name) for name in ("ledger-like.yaml", "oss-like.yaml")]
    asked = [str(pathlib.Path(one).resolve()) if "/" in one else one for one in given.workflow or []]
    names = asked or own + sorted(
        path.stem for path in given.compiled.glob("*.json") if "workflow" in json.loads(path.read_text())
    )
    logs = max(1, round(given.histories / PER_LOG / len(names)))
    work = [(izin, given.compiled, name, f"{given.seed}-{log}", PER_LOG) for log in range(logs) for name in names]
    began, total, compared, found, kinds = time.monotonic(), 0, 0, defaultdict(list), Counter()
    with multiprocessing.Pool(given.processes) as pool:
        for count, values, differences, seen in pool.imap_unordered(one_log, work):
            total, compared = total + count, compared + values
            kinds.update(seen)
            for what, ones in differences.items():
                found[what] += ones
    print(f"{total} histories of {len(names)} workflows in {time.monotonic() - began:.0f} s: {compared} values compared, "
          f"{sum(map(len, found.values()))} differ")
    print("entries:", ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
    for what, ones in found.items():
        print(f"{what}: {len(ones)} differ")
        for one in ones[:given.show]:
            print("   ", one[:1500])
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

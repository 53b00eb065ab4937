#!/usr/bin/env python3
"""Damages a CSV log by a seed, so that a replay meets what the rules call unexpected.

    mutate.py IN.csv OUT.csv SEED [--time COLUMN] [--activity COLUMN] [--role COLUMN] [--actor COLUMN] [--share 0.05]

Rows are dropped, doubled, given another row's activity, an unknown one, a date without time, another time, another role
or actor; some are moved in the file. Every row stays readable: what is left out of a log is another test's subject.
"""
import argparse
import csv
import datetime as dt
import random


def damaged(rows, given, chance):
    """The rows after damage, in file order."""
    activities = sorted({row[given.activity] for row in rows})
    roles = sorted({row[given.role] for row in rows}) if given.role else []
    actors = sorted({row[given.actor] for row in rows}) if given.actor else []
    kinds = ["drop", "double", "activity", "unknown", "date", "time", "move"]
    kinds += ["role"] * bool(roles) + ["actor"] * bool(actors)
    out, moved = [], []
    for row in rows:
        row = dict(row)
        if chance.random() >= given.share:
            out.append(row)
            continue
        kind = chance.choice(kinds)
        if kind == "drop":
            continue
        if kind == "double":
            out.append(dict(row))
        elif kind == "activity":
            row[given.activity] = chance.choice(activities)
        elif kind == "unknown":
            row[given.activity] = chance.choice(["Rapat", "?", "Kunjungan tamu"])
        elif kind == "date":
            row[given.time] = row[given.time][:10]
        elif kind == "time":
            when = dt.datetime.fromisoformat(row[given.time])
            row[given.time] = str(when + dt.timedelta(minutes=chance.randrange(-20_000, 20_000)))
        elif kind == "role":
            row[given.role] = chance.choice(roles)
        elif kind == "actor":
            row[given.actor] = chance.choice(actors)
        (moved if kind == "move" else out).append(row)
    for row in moved:
        out.insert(chance.randrange(len(out) + 1), row)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("seed", type=int)
    parser.add_argument("--time", default="Waktu")
    parser.add_argument("--activity", default="Kegiatan")
    parser.add_argument("--role", default="Peran")
    parser.add_argument("--actor", default="Petugas")
    parser.add_argument("--share", type=float, default=0.05)
    given = parser.parse_args()
    with open(given.source, encoding="utf-8-sig", newline="") as source:
        reader = csv.DictReader(source)
        names, rows = reader.fieldnames, list(reader)
    with open(given.target, "w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(damaged(rows, given, random.Random(given.seed)))


if __name__ == "__main__":
    main()

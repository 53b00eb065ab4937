#!/usr/bin/env python3
"""Writes a random log of a workflow: legal walks, now and then a step out of order, stamps on the edges of days.

    random_log.py WORKFLOW.yaml OUT.csv SEED [--permits N]

Times lie between December 2018 and January 2020, with weekends, holidays and joint leave; some at midnight exactly,
some dates without a time. The columns are those of definitions/plain.yaml.
"""
import argparse
import csv
import datetime as dt
import random

from slow.definitions import Workflow, load

FIRST = dt.datetime(2018, 12, 1)


def next_time(now, chance):
    """A later time: soon, the next morning, a midnight, or days away."""
    kind = chance.random()
    if kind < 0.3:
        return now + dt.timedelta(seconds=chance.randrange(0, 30_000))
    if kind < 0.5:
        return dt.datetime.combine(now.date() + dt.timedelta(days=1), dt.time(8, chance.randrange(60)))
    if kind < 0.65:
        return dt.datetime.combine(now.date() + dt.timedelta(days=chance.randrange(1, 6)), dt.time(0))
    return now + dt.timedelta(seconds=chance.randrange(0, 9 * 86_400))


def written(now, chance):
    """A stamp as text: with a time, or a date alone."""
    return now.date().isoformat() if chance.random() < 0.05 else now.isoformat(sep=" ")


def walk(workflow, chance):
    """(term, time) of one permit."""
    state, now = workflow.initial, FIRST + dt.timedelta(seconds=chance.randrange(0, 330 * 86_400))
    every = [case for cases in workflow.actions.values() for case in cases]
    for _ in range(chance.randrange(1, 16)):
        legal = [case for case in every if state in case.sources and workflow.outcome(case.target) is None]
        ends = [case for case in every if state in case.sources and workflow.outcome(case.target) is not None]
        chosen = chance.choice(every if chance.random() < 0.04 else ends if ends and chance.random() < 0.12 else legal or every)
        yield chosen.terms[0] if chance.random() > 0.01 else "coffee", now
        state = chosen.target
        if workflow.outcome(state) is not None and chance.random() < 0.9:
            return
        now = next_time(now, chance)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workflow")
    parser.add_argument("target")
    parser.add_argument("seed", type=int)
    parser.add_argument("--permits", type=int, default=2000)
    given = parser.parse_args()
    chance, workflow = random.Random(given.seed), Workflow(load(given.workflow))
    with open(given.target, "w", encoding="utf-8", newline="") as target:
        rows = csv.writer(target, lineterminator="\n")
        rows.writerow(["case", "activity", "time", "resource", "risk"])
        for number in range(given.permits):
            risk = chance.choice(["low", "middle", "high", "", "odd"])
            for term, now in walk(workflow, chance):
                rows.writerow([f"P{number:05}", term, written(now, chance), f"R{chance.randrange(9)}", risk])


if __name__ == "__main__":
    main()

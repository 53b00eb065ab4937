#!/usr/bin/env python3
"""Replays a log by a profile and a folder of definitions, and prints what came out as JSON.

    slow_replay.py LOG PROFILE WORKFLOWS [--workflow NAME]

LOG is a CSV or XES file, PROFILE a name or a file, WORKFLOWS the folder `Workflows` of the project.
"""
import argparse
import json
import pathlib
from collections import Counter

from slow import figures
from slow.definitions import Library, Profile, load


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("log")
    parser.add_argument("profile")
    parser.add_argument("workflows")
    parser.add_argument("--workflow")
    given = parser.parse_args()
    print(json.dumps(run(given.log, given.profile, given.workflows, given.workflow)[0], indent=1))


def run(log, profile_name, workflows, forced=None):
    """(report, cases, profile, library)"""
    library = Library(workflows)
    profile = library.profiles.get(profile_name) or Profile(load(pathlib.Path(profile_name)))
    cases, cut, rejected = figures.measure(log, profile, library, forced)
    report = {
        "cases": len(cases),
        "events": sum(case.events for case in cases),
        "rejected": rejected,
        "as_of": cut,
        "workflows": dict(Counter(case.permit.workflow.name if case.permit else None for case in cases)),
        "turnaround": figures.turnaround(cases, profile),
        "survival": figures.survival(cases, profile, cut),
        "outcomes": dict(Counter(case.outcome for case in cases)),
        "holders": figures.holders(cases, profile),
        "clocks": figures.clock_counts(cases),
        "on_time": figures.on_time(cases, profile, cut),
        "conformance": figures.conformance(cases),
        "findings": dict(Counter(kind for case in cases if case.permit for kind in case.permit.findings)),
        "shares": figures.shares(cases, profile),
    }
    report["workflows"] = {str(name): count for name, count in report["workflows"].items()}
    return report, cases, profile, library


if __name__ == "__main__":
    main()

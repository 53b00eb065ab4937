#!/usr/bin/env python3
"""Replays a log by a profile and a folder of definitions, and prints what came out as JSON.

    slow_replay.py LOG PROFILE WORKFLOWS [--workflow W] [--set WORKFLOW.SETTING=VALUE] [--week 6] [--joint-leave worked]

LOG is a CSV or XES file, PROFILE a name or a file, WORKFLOWS the folder `Workflows` of the project, W a name or a file.
"""
import argparse
import json
import pathlib
from collections import Counter

from slow import figures
from slow.definitions import Library, Profile, Workflow, load


def arguments(parser):
    """Adds what the replay takes, after the command that is compared, if any."""
    parser.add_argument("log")
    parser.add_argument("profile")
    parser.add_argument("workflows")
    parser.add_argument("--workflow")
    parser.add_argument("--set", action="append", default=[])
    parser.add_argument("--week", choices=["5", "6"])
    parser.add_argument("--joint-leave", choices=["worked", "off"])
    return parser


def main():
    given = arguments(argparse.ArgumentParser(description=__doc__)).parse_args()
    print(json.dumps(run(given)[0], indent=1))


def library_of(given):
    """The definitions with the settings that are asked for."""
    library = Library(given.workflows)
    if given.workflow and given.workflow.endswith((".yaml", ".json")):
        one = Workflow(load(given.workflow))
        library.workflows[one.name] = one
        given.forced = one.name
    else:
        given.forced = given.workflow
    for asked in given.set:
        place, value = asked.split("=", 1)
        name, setting = place.split(".", 1)
        library.workflows[name].settings[setting] = value
    for calendar in library.calendars.values():
        calendar.settle(given.week, given.joint_leave)
    return library


def run(given):
    """(report, cases)"""
    library = library_of(given)
    profile = library.profiles.get(given.profile) or Profile(load(pathlib.Path(given.profile)))
    forced = given.forced
    cases, cut, rejected = figures.measure(given.log, profile, library, forced)
    report = {
        "cases": len(cases),
        "events": sum(case.events for case in cases),
        "rejected": rejected,
        "as_of": cut,
        "workflows": dict(Counter(case.permit.workflow.name if case.permit else None for case in cases)),
        "turnaround": figures.turnaround(cases, profile),
        "survival": figures.survival(cases, profile, cut),
        "outcomes": dict(Counter(figures.ending(case) for case in cases)),
        "holders": figures.holders(cases, profile),
        "clocks": figures.clock_counts(cases),
        "on_time": figures.on_time(cases, profile, cut),
        "conformance": figures.conformance(cases),
        "findings": dict(Counter(kind for case in cases if case.permit for kind in case.permit.findings)),
        "shares": figures.shares(cases, profile),
    }
    report["workflows"] = {str(name): count for name, count in report["workflows"].items()}
    return report, cases


if __name__ == "__main__":
    main()

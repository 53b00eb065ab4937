#!/usr/bin/env python3
"""Recomputes the figures of a report from its table of permits, and compares them.

    figures_from_cases.py CASES.csv REPORT.json

Both come from one run without --period: izin replay LOG --cases CASES.csv --format json --output REPORT.json. Exits 1
on a difference beyond 1e-9 (1e-6 where a length in days ends at the microsecond of the cut). Activities, transitions, variants and rework belong to events and stand in no table of
permits; counts of rows belong to the file.
"""
import json
import sys

import pandas as pd

import months_from_cases as months

NUMBERS = ("returns", "events", "case_duration_seconds", "effort_office_hours", "duty.working_days")
DECIDED = ["issued", "refused", "deemed", "decided"]
SHARES = {0.5: "median", 0.75: "p75", 0.9: "p90"}
DESKS = ["applicant", "office", "technical_agency", "other_agency", "payment", "system"]
MONTHS = {"submitted": "month", "ended": "end_month", "duty.due": "due_month"}
DAY = pd.Timedelta(days=1)


def survived(days, isDecided):
    """Kaplan and Meier: the days at which at most 1/2, 1/4 and 1/10 are undecided."""
    table = pd.DataFrame({"day": days, "event": isDecided})[days >= 0].sort_values("day", kind="stable")
    steps = table.groupby("day")["event"].agg(["sum", "size"])
    left = (1 - steps["sum"] / (len(table) - steps["size"].cumsum() + steps["size"])).cumprod()
    reached = [left[left <= 1 - share + 1e-12].index for share in SHARES]
    return {f"{name}_days": one[0] if len(one) else None for name, one in zip(SHARES.values(), reached)}


def percent(part, whole):
    return 100 * part / whole if whole else None


def figures(t, cut, clocks, report, first):
    """The figures of some permits; `clocks` are (the report's name, workflow or None, column)."""
    f = {}
    isOpen, isDecided, bound = t.outcome.isin(["open", ""]), t.outcome.isin(DECIDED), t.workflow != ""
    kept, held = t[isDecided & (t.days >= 0)], t[isDecided & (t.days >= 0) & bound]
    f["turnaround"] = {"n": len(kept), "open": isOpen.sum(), "negative": (isDecided & (t.days < 0)).sum()}
    f["turnaround"] |= {name: kept.days.quantile(p) if len(kept) else None for p, name in SHARES.items()}
    lengths = t.days.fillna(t.waiting_days)
    f["survival"] = survived(lengths, isDecided)
    f["survival"] |= {"n": (lengths >= 0).sum(), "censored": ((lengths >= 0) & ~isDecided).sum()}
    f["bound"] = months.bound(t, cut)
    stated = bound | (~t.outcome.isin(["decided", "open", ""])).any()
    f["outcomes"] = dict(t[stated].outcome.value_counts())
    desks = held[[f"{name}_days" for name in DESKS]]
    f["holders"] = {c[:-5]: (desks[c].median(), desks[c].sum() / desks.sum().sum()) for c in desks if desks[c].sum()}
    f["clocks"] = {}
    for name, workflow, column in clocks:
        rows = t[t.workflow == workflow] if workflow else t
        classes = rows[f"{column}.class"]
        counts = dict(classes[classes != ""].value_counts())
        counts["paused"] = (classes.isin(["open_in_time", "open_late"]) & (rows[f"{column}.paused"] == "true")).sum()
        f["clocks"][name] = counts | {"runs": pd.to_numeric(rows[f"{column}.runs"]).sum()}
    judged = ~t["duty.class"].isin(["", "unmeasured"])
    f["duties"] = dict(t["duty.class"][judged].value_counts()) | {"permits": judged.sum(), "unmeasured": (~judged).sum()}
    f["duties"]["deemed_due_not_recorded"] = (judged & (t.silence_due == "true")).sum()
    f["duties"]["decided_after_deemed_due"] = (judged & (t.silence_passed == "true")).sum()
    f["conformance"] = dict(t[bound].deviations.str.split().explode().dropna().value_counts())
    f["conformance"] |= {"cases": bound.sum(), "fitting": (t[bound].fitting == "true").sum()}
    if "supervision" in t:
        after = t[t.supervision != ""]
        f["supervision"] = dict((after.supervision_workflow + " " + after.supervision).value_counts())
    due = judged & (t["duty.class"] != "withdrawn") & (t["duty.due"] <= cut)
    inTime, ended, online = t["duty.class"] == "on_time", judged & isDecided, t.online[t.online != ""]
    governed = t[isDecided & bound]
    f["indicators"] = {
        **{("total_time", name): f["survival"][f"{name}_days"] for name in SHARES.values()},
        ("on_time", "due_date_cohort"): percent((due & inTime).sum(), due.sum()),
        ("on_time", "decided_only"): percent((ended & inTime).sum(), ended.sum()),
        ("backlog", "open"): isOpen.sum(),
        ("backlog", "past_deadline"): (t["duty.class"] == "open_late").sum(),
        ("clearance_rate", "resolved_per_incoming"): percent((~isOpen).sum(), len(t)),
        ("online_share", "share"): percent((online == "true").sum(), len(online)),
        ("first_time_right", "share"): percent((governed.returns == 0).sum(), len(governed)),
        ("deemed_share", "share"): percent((governed.silence_recorded == "true").sum(), len(governed)),
        ("conformance", "fitting_share"): percent((t[bound].fitting == "true").sum(), bound.sum()),
        ("data_quality", "negative_durations"): f["turnaround"]["negative"],
    }
    f["indicators"] |= months.times(t, report, cut, first)
    return f


def path(permits):
    """The parts of a journey's time, the latest first: (row or None, length)."""
    permits = permits.assign(ended=permits[["ended", "submitted"]].max(axis=1)).reset_index(drop=True)
    parts, passed, first = [], set(), permits.submitted.min()

    def last(rows):
        rows = rows.sort_values(["ended", "submitted"], ascending=False, kind="stable")
        return None if rows.empty else rows.index[0]

    here = last(permits)
    until = permits.ended[here]
    while until > first:
        one = permits.loc[here]
        before = permits[permits.link.isin(one.comes_after.split()) & (permits.link != "") & (permits.index != here)]
        by = last(before[(before.ended < one.ended) & (before.ended < until) & (before.ended > one.submitted)])
        release = one.submitted if by is None else permits.ended[by]
        if release < until:
            parts.append((one, until - release))
        if one.submitted == one.ended:
            passed.add(here)
        until = release
        if until <= first:
            break
        if by is not None:
            here = by
            continue
        here = last(permits[(permits.ended <= until) & ~permits.index.isin(passed)])
        if here is None:
            running = permits[(permits.submitted < until) & (permits.ended > until)]
            here = running.sort_values("submitted", kind="stable").index[0]
        elif permits.ended[here] < until:
            parts.append((None, until - permits.ended[here]))
        until = min(until, permits.ended[here])
    return parts


def journeys(t, cut):
    """The figures of projects."""
    linked = t[t.project != ""].assign(age=t.days.fillna(t.waiting_days))
    groups = [one for _, one in linked.groupby("project", sort=False)]
    several = [one for one in groups if len(one) > 1]
    known = [one for one in several if len(one) <= 200 and one.submitted.notna().all() and (one.age >= 0).all()]
    ended = [one for one in known if (one.outcome != "open").all()]
    lengths = pd.Series([(one[["ended", "submitted"]].max().max() - one.submitted.min()) / DAY for one in ended], dtype=float)
    waits = [(cut - one.submitted.min()) / DAY for one in known if (one.outcome == "open").any()]
    f = {
        "projects": len(groups), "permits": len(linked), "single": len(groups) - len(several), "ended": len(ended),
        "unlinked": (t.project == "").sum(), "open": len(waits), "unmeasured": len(several) - len(known),
        "end_to_end": {"n": len(lengths)} | {name: lengths.quantile(p) for p, name in SHARES.items()},
        "longest": sorted(lengths, reverse=True)[:10],
        "survival": survived(pd.Series([*lengths, *waits]), pd.Series([True] * len(lengths) + [False] * len(waits))),
    }
    parts = pd.DataFrame([
        (number, "" if one is None else one.link, one is None, length / DAY)
        for number, journey in enumerate(ended) for one, length in path(journey)
    ], columns=["journey", "link", "between", "days"])
    held = parts[~parts.between].groupby(["link", "journey"]).days.sum().groupby("link").agg(["size", "sum", "median"])
    f["critical"] = {name: (one["size"], one["sum"], one["sum"] / lengths.sum(), one["median"]) for name, one in held.iterrows()}
    gaps = parts[parts.between].groupby("journey").days.sum().reindex(range(len(ended)), fill_value=0)
    f["between"] = {"share": gaps.sum() / lengths.sum(), "median_days": gaps.median()}
    return f


class Comparison:
    """Figures compared, and those that differ."""

    def __init__(self):
        self.compared, self.different = 0, []

    def check(self, what, ours, theirs):
        self.compared += 1
        if ours is None or theirs is None or theirs != theirs:
            same = ours is None and (theirs is None or theirs != theirs)
        else:
            same = abs(ours - theirs) <= 1e-9 * max(1, abs(theirs))
        if not same:
            self.different.append(f"{what}: izin {ours}, from the table {theirs}")

    def check_all(self, what, ours, theirs):
        for name in ours:
            self.check(f"{what}.{name}", ours[name], theirs.get(name, 0))

    def figures(self, what, report, f):
        for part in ("turnaround", "survival", "duties"):
            if report[part]:
                ours = {k: v for k, v in report[part].items() if k not in ("unit", "bound")}
                self.check_all(f"{what}{part}", ours, f[part])
        if report["survival"]:
            self.check(f"{what}survival.bound", report["survival"]["bound"] is None, f["bound"] is None)
            self.check_all(f"{what}survival.bound", report["survival"]["bound"] or {}, f["bound"] or {})
        self.check_all(f"{what}outcomes", {one["outcome"]: one["cases"] for one in report["outcomes"]}, f["outcomes"])
        for one in report["holders"]:
            ours = (one["median_days"], one["share"])
            for number, theirs in enumerate(f["holders"][one["holder"]]):
                self.check(f"{what}holders.{one['holder']}", ours[number], theirs)
        for one in report["clocks"]:
            self.check_all(f"{what}clocks.{one['name']}", one["permits"] | {"runs": one["runs"]}, f["clocks"][one["name"]])
        if report["conformance"]:
            found = {one["kind"]: one["count"] for one in report["conformance"]["deviations"]}
            found |= {name: report["conformance"][name] for name in ("cases", "fitting")}
            self.check_all(f"{what}conformance", found, f["conformance"])
        states = {f"{one['workflow']} {one['state']}": one["permits"] for one in report["supervision"]}
        self.check_all(f"{what}supervision", states, f.get("supervision", {}))
        for one in report["indicators"]:
            key = (one["id"], one["statistic"])
            if key in f["indicators"]:
                self.check(f"{what}{key}", one["value"], f["indicators"][key])
            elif one["id"] != "data_quality":
                self.different.append(f"{what}{key} is not recomputed")

    def journeys(self, report, f):
        for name in ("projects", "permits", "single", "unlinked", "ended", "open", "unmeasured"):
            self.check(f"journeys.{name}", report[name], f[name])
        for part in ("end_to_end", "survival", "between"):
            ours = {name: value for name, value in (report[part] or {}).items() if name != "unit"}
            self.check_all(f"journeys.{part}", ours, f[part])
        for one, days in zip(report["longest"], f["longest"], strict=True):
            self.check(f"journeys.longest {one['project']}", one["days"], days)
        for one in report["critical"]:
            ours = [one[name] for name in ("journeys", "held_days_total", "held_share", "median_held_days")]
            for mine, theirs in zip(ours, f["critical"][one["link"] or ""]):
                self.check(f"journeys.critical.{one['link']}", mine, theirs)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    t = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
    with open(sys.argv[2], encoding="utf-8") as file:
        report = json.load(file)
    for column in list(t):
        if column in NUMBERS or column.endswith("_days") or column == "days":
            t[column] = pd.to_numeric(t[column].replace("", None))
        elif column in ("submitted", "decided", "ended", "duty.due"):
            t[MONTHS.get(column, column + "_month")] = t[column].str[:7]
            t[column] = pd.to_datetime(t[column].replace("", None), utc=True, format="ISO8601")
    cut = pd.Timestamp(report["as_of"])
    workflows = sorted(set(t.workflow), key=len, reverse=True)
    clocks = []
    for one in report["clocks"]:
        name = one["name"]
        owner = next((w for w in workflows if w and name.startswith(w + ".")), None)
        clocks.append((name, None, name) if f"{name}.class" in t else (name, owner, name[len(owner or "") + 1:]))
    clocks = [one for one in clocks if f"{one[2]}.class" in t]
    report["clocks"] = [one for one in report["clocks"] if one["name"] in {name for name, _, _ in clocks} or sum(one["permits"].values())]
    # What the log knew first says over which days flow is measured; Little's law names their number.
    first = cut - (report["littles_law"] or {"days": 0})["days"] * DAY
    comparison = Comparison()
    spans = t.case_duration_seconds
    ours = report["case_duration"]
    theirs = {"count": len(spans), "min": spans.min(), "mean": spans.mean(), "max": spans.max()}
    theirs |= {f"p{p}": spans.quantile(p / 100) for p in (25, 75, 90, 95)} | {"median": spans.median()}
    comparison.check_all("case_duration", {name: v for name, v in ours.items() if name in theirs}, theirs)
    comparison.figures("", report, figures(t, cut, clocks, report, first))
    months.differences(comparison.check, t, report, cut)
    for group in report["groups"]:
        members = t[t.group == group["value"]]
        comparison.check("group " + group["value"], group["cases"], len(members))
        mine = {name for name, _, _ in clocks}
        group["clocks"] = [one for one in group["clocks"] if one["name"] in mine]
        comparison.figures(f"group {group['value']} ", group, figures(members, cut, clocks, group, first))
    for one in report["journeys"] or []:
        comparison.journeys(one, journeys(t, cut))
    print(f"{comparison.compared} figures compared, {len(comparison.different)} differ")
    for one in comparison.different[:30]:
        print("   ", one)
    sys.exit(1 if comparison.different else 0)


if __name__ == "__main__":
    main()

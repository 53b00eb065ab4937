"""Curves, months, cohorts and the backlog of a report, recomputed from its table of permits.

`figures_from_cases.py` calls `differences`; nothing here knows how the program computes them.
"""
import pandas as pd

DECIDED = ["issued", "refused", "deemed", "decided"]
DAY = pd.Timedelta(days=1)
SHARES = {0.5: "median", 0.75: "p75", 0.9: "p90"}
BANDS = [0, 8, 15, 31, 61, 91, 181, 366]


def number(value):
    """None of what is not there."""
    return None if value is None or pd.isna(value) else float(value)


def steps(days, events):
    """Times with the number at risk before, the events, and the share left after."""
    table = pd.DataFrame({"day": days, "event": events})[days >= 0]
    grouped = table.groupby("day")["event"].agg(["sum", "size"])
    atRisk = len(table) - grouped["size"].cumsum() + grouped["size"]
    left = (1 - grouped["sum"] / atRisk).cumprod()
    return pd.DataFrame({"risk": atRisk, "events": grouped["sum"], "left": left})[grouped["sum"] > 0]


def quantile(table, left):
    reached = table.index[table["left"] <= left + 1e-12]
    return float(reached[0]) if len(reached) else None


def observations(t):
    days = t.days.fillna(t.waiting_days)
    return days, t.outcome.isin(DECIDED)


def is_open(t):
    return t.outcome.isin(["open", ""])


def undated(t):
    return ~is_open(t) & t.ended.isna() & t.submitted.notna()


def bound(t, cut):
    """The estimate with permits that ended on an unknown day taken as undecided at the cut."""
    late = undated(t) & t.days.isna() & (t.submitted <= cut)
    if not late.any():
        return None
    days, events = observations(t)
    days = days.where(~late, (cut - t.submitted) / DAY)
    events = events & ~late
    table = steps(days, events)
    kept = days >= 0
    return {f"{name}_days": quantile(table, 1 - share) for share, name in SHARES.items()} | {
        "n": int(kept.sum()), "censored": int((kept & ~events).sum())
    }


def times(t, report, cut, first):
    """The indicators of time, rounds, endings and the backlog."""
    f = {}
    units = {one["name"]: one["unit"] for one in report["clocks"]}
    binds = {one["name"]: one["binds_office"] for one in report["clocks"]}
    decided, governed = t.outcome.isin(DECIDED), t.workflow != ""

    def pair(id, name, values, least=True):
        if len(values):
            f[id, f"{name}median"], f[id, f"{name}p75"] = values.quantile(0.5), values.quantile(0.75)

    done = t[decided]
    issued = done[done.days >= 0]
    f["total_time", "mean_decided"] = number(issued.days.mean())
    f["total_time", "mean_issued"] = number(issued[issued.outcome == "issued"].days.mean())
    pair("agency_time", "statutory_", done["duty.working_days"].dropna())
    pair("agency_time", "effort_", done.effort_working_days.dropna())
    pair("agency_time", "effort_hours_", done.effort_office_hours.dropna())
    pair("agency_time", "wall_", done.wall_working_days.dropna())
    held = done[(done.days >= 0) & (done.workflow != "")]
    pair("applicant_time", "", held.applicant_days)
    agencies = held.office_days.sum() + held.technical_agency_days.sum() + held.other_agency_days.sum()
    whole = held.applicant_days.sum() + agencies
    f["applicant_time", "share"] = 100 * held.applicant_days.sum() / whole if whole else None
    response = t.response_working_days.dropna()
    answered = steps(response, (t.responded == "true")[response.index])
    f["first_response", "median"], f["first_response", "p75"] = quantile(answered, 0.5), quantile(answered, 0.25)
    started, waited = pd.Series(False, t.index), pd.Series(False, t.index)
    for column in [c[: -len(".runs")] for c in t if c.endswith(".runs")]:
        runs, pauses = pd.to_numeric(t[f"{column}.runs"]), pd.to_numeric(t[f"{column}.pauses"])
        for workflow in set(t.workflow):
            mine = t.workflow == workflow
            full = column if column in units else f"{workflow}.{column}"
            own = full == column and not any(column.startswith(f"{w}.") for w in set(t.workflow) if w) or full != column
            if units.get(full) in (None, "deadline"):
                continue
            if own and binds[full]:
                started |= mine & (runs > 0)
                waited |= mine & ((runs > 1) | (pauses > 0))
    held = decided & started
    f["hold_share", "share"] = 100 * (waited & held).sum() / held.sum() if held.any() else None
    returns = done[done.workflow != ""].returns
    if len(returns):
        f["rework_rounds", "mean"] = returns.mean()
        for name, found in (("none", returns == 0), ("one", returns == 1), ("two", returns == 2), ("three_or_more", returns > 2)):
            f["rework_rounds", name] = 100 * found.mean()
    ended = t[~t.outcome.isin(["open", "", "decided"])]
    for outcome, count in ended.outcome.value_counts().items():
        f["outcome_shares", outcome] = 100 * count / len(ended)
    ages = t[is_open(t)].waiting_days
    ages = ages[ages >= 0]
    if len(ages):
        f["backlog", "median_age"], f["backlog", "oldest"] = ages.median(), ages.max()
    begin = max(first, cut + pd.Timedelta(1, "us") - 365 * DAY)
    known = t[t.submitted.notna() & ~undated(t)]
    resolved = (~is_open(known) & (known.ended >= begin)).sum()
    days = (cut - begin) / DAY
    f["disposition_time", "forecast"] = days * is_open(known).sum() / resolved if resolved else None
    return f


def differences(check, t, report, cut):
    """Compares the members from `survival_curve` to `littles_law`; `check(name, ours, theirs)` notes each."""
    days, events = observations(t)
    if report["survival_curve"]:
        table = steps(days, events)
        for point in report["survival_curve"]["points"]:
            near = table[abs(table.index - point["days"]) < 1e-9]
            check("survival_curve", point["share"], near["left"].iloc[0])
            check("survival_curve.at_risk", point["at_risk"], near["risk"].iloc[0])
        check("survival_curve.n", report["survival_curve"]["n"], (days >= 0).sum())
        check("survival_curve.last", report["survival_curve"]["last_days"], days.max())
    if report["outcome_curves"]:
        outcome_curves(check, t, report["outcome_curves"], days)
    check_months(check, t, report, cut)
    for one in report["cohorts"]:
        rows = t.index[t.month == one["month"]]
        table = steps(days[rows], events[rows])
        kept = days[rows] >= 0
        check(f"cohort {one['month']}.n", one["n"], kept.sum())
        check(f"cohort {one['month']}.undecided", one["undecided"], (kept & ~events[rows]).sum())
        check(f"cohort {one['month']}.median", one["median_days"], quantile(table, 0.5))
        check(f"cohort {one['month']}.p75", one["p75_days"], quantile(table, 0.25))
    checks(check, t, report)
    open_ages(check, t, report)
    little(check, t, report, cut)


def outcome_curves(check, t, curves, days):
    """The sum of each ending's share of the events, weighted by the share left right before."""
    ways = curves["outcomes"]
    kept = days >= 0
    ended = t.outcome.isin(ways) & kept
    table = steps(days[kept], ended[kept])
    before = table["left"].shift(1, fill_value=1.0)
    for place, way in enumerate(ways):
        count = days[kept & (t.outcome == way)].value_counts().reindex(table.index, fill_value=0)
        share = (before * count / table["risk"]).cumsum()
        for point in curves["points"]:
            near = share[abs(share.index - point["days"]) < 1e-9]
            check(f"outcome_curves.{way}", point["shares"][place], near.iloc[0])


def check_months(check, t, report, cut):
    trend = report["trend"]
    if not trend:
        return
    names = [one["month"] for one in trend["months"]]
    counted = t.submitted.notna() & ~undated(t)
    judged = ~t["duty.class"].isin(["", "unmeasured", "withdrawn"]) & (t["duty.due"] <= cut)
    decided = t.outcome.isin(DECIDED) & (t.days >= 0)
    for one in trend["months"]:
        name = one["month"]
        came, went = t.month == name, ~is_open(t) & (t.end_month == name)
        here = t[decided & (t.end_month == name)].days
        stock = counted & (t.month <= name) & ~(~is_open(t) & (t.end_month <= name))
        due = judged & (t.due_month == name)
        theirs = {
            "incoming": came.sum(), "resolved": went.sum(), "open_at_end": stock.sum(), "decided": len(here),
            "median_days": number(here.median()), "p75_days": number(here.quantile(0.75)) if len(here) > 3 else None,
            "due": due.sum(), "due_in_time": (due & (t["duty.class"] == "on_time")).sum(),
            "channel_known": (came & (t.online != "")).sum(), "online": (came & (t.online == "true")).sum(),
        }
        for key, value in theirs.items():
            check(f"trend {name}.{key}", one[key], value)
    for phase in trend["phases"]:
        part = trend["months"][names.index(phase["from"]):names.index(phase["through"]) + 1]
        values = pd.Series([
            one["median_days"] for one in part if not one["partial"] and one["decided"] >= trend["minimum"]
        ])[:phase["baseline_months"]]
        mean, reach = values.mean(), 2.66 * values.diff().abs().mean()
        check("phase.centre", phase["centre_days"], mean)
        check("phase.low", phase["low_days"], max(0, mean - reach))
        check("phase.high", phase["high_days"], mean + reach)


def open_ages(check, t, report):
    still = t[is_open(t) & (t.waiting_days >= 0)]
    band = pd.cut(still.waiting_days, BANDS + [float("inf")], right=False, labels=False)
    names = {"in_time": "open_in_time", "late": "open_late"}
    for place, one in enumerate(report["open_ages"]):
        here = still[band == place]["duty.class"]
        for key, word in names.items():
            check(f"open_ages {place}.{key}", one[key], (here == word).sum())
        check(f"open_ages {place}", sum(one[k] for k in (*names, "without_clock")), len(here))


def little(check, t, report, cut):
    said = report["littles_law"]
    if not said:
        return
    begin = cut - said["days"] * DAY
    known = t[t.submitted.notna() & ~undated(t)]
    until = known.ended.where(~is_open(known), cut).fillna(cut).clip(upper=cut)
    inside = (until - known.submitted.clip(lower=begin)).clip(lower=pd.Timedelta(0))
    check("littles_law.mean_open", said["mean_open"], (inside / DAY).sum() / said["days"])
    came = (known.submitted >= begin).sum()
    check("littles_law.arrivals", said["arrivals_per_day"], came / said["days"])
    went = known[~is_open(known) & (known.ended >= begin) & (known.days >= 0)]
    check("littles_law.days", said["mean_days"], went.days.mean())


def checks(check, t, report):
    """What could flatter the figures, each with it and without it."""
    judged = ~t["duty.class"].isin(["", "unmeasured"])
    done, in_time = judged & t.outcome.isin(DECIDED), t["duty.class"] == "on_time"
    late, printed = (t["duty.class"] == "open_late").sum(), (done & in_time).sum()
    near = (t["duty.class"] == "withdrawn") & (t["duty.due"] - t.ended <= 2 * DAY)
    days, events = observations(t)
    decided = t[t.outcome.isin(DECIDED) & (t.days >= 0)].days
    watched, instant = days >= 0, (days == 0) & events
    median = quantile(steps(days, events), 0.5)
    share = lambda part, whole: 100 * part / whole if whole else None
    ours = {one["kind"]: one for one in report["checks"]}
    theirs = {
        "open_left_out": (late, share(printed, done.sum()), share(printed, done.sum() + late)),
        "withdrawn_near_deadline": (near.sum(), share(printed, done.sum()), share(printed, done.sum() + near.sum())),
        "open_not_waited": ((watched & ~events).sum(), number(decided.median()), median),
        "instant_pooled": (instant.sum(), median, quantile(steps(days[~instant], events[~instant]), 0.5)),
        "whole_days": (
            (decided // 1 <= 1).sum() - (decided <= 1).sum(), share((decided // 1 <= 1).sum(), len(decided)),
            share((decided <= 1).sum(), len(decided)),
        ),
    }
    for kind, (permits, flattered, plain) in theirs.items():
        if kind in ours:
            check(f"checks.{kind}", ours[kind]["permits"], permits)
            check(f"checks.{kind}.flattered", ours[kind]["flattered"], flattered)
            check(f"checks.{kind}.plain", ours[kind]["plain"], plain)

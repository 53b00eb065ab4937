#!/usr/bin/env python3
"""Every indicator on permits, recomputed from the table of permits alone.

    izin replay LOG --cases CASES.csv --case-ids as-written --format json --output REPORT.json
    indicators_from_cases.py CASES.csv AS_OF

AS_OF is the report's `as_of`. Needs pandas. `figures_from_cases.py` compares all of a report's figures.
"""
import sys, pandas as pd

t = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
when = lambda column: pd.to_datetime(t[column].replace("", None), utc=True, format="ISO8601")
days, age, returns, clock, desk, hours, wall, response, own, *agency = (
    pd.to_numeric(t[c].replace("", None)) for c in (
        "days waiting_days returns duty.working_days effort_working_days effort_office_hours wall_working_days "
        "response_working_days applicant_days office_days technical_agency_days other_agency_days").split())
decided, still_open = t.outcome.isin(["issued", "refused", "deemed", "decided"]), t.outcome.isin(["open", ""])
bound, governed = t.workflow != "", decided & (t.workflow != "")
def reached(days, ended, shares):                                               # Kaplan and Meier
    life = pd.DataFrame({"d": days, "e": ended})[days >= 0].groupby("d").e.agg(["sum", "size"])
    left = (1 - life["sum"] / life["size"][::-1].cumsum()[::-1]).cumprod()
    return {q: next(iter(left[left <= 1 - q + 1e-12].index), "not reached") for q in shares}
print("total_time", reached(days.fillna(age), decided, (0.5, 0.75, 0.9)), "mean", days[(t.outcome == "issued") & (days >= 0)].mean())
for name, age_of in dict(statutory=clock, effort=desk, effort_hours=hours, wall=wall).items():
    print("agency_time", name, age_of[decided].quantile([0.5, 0.75]).tolist())
held = governed & (days >= 0)
both = own[held].sum() + sum(one[held].sum() for one in agency)
print("applicant_time", own[held].quantile([0.5, 0.75]).tolist(), 100 * own[held].sum() / both if both else None)
print("first_response", reached(response, t.responded == "true", (0.5, 0.75)))
judged = ~t["duty.class"].isin(["", "unmeasured"])
due = judged & (t["duty.class"] != "withdrawn") & (when("duty.due") <= pd.Timestamp(sys.argv[2]))
in_time, online = t["duty.class"] == "on_time", t.online[t.online != ""]
print("on_time", 100 * in_time[due].mean(), 100 * in_time[judged & decided].mean())
print("rework_rounds", returns[governed].mean(), (100 * returns[governed].clip(upper=3).value_counts(normalize=True)).to_dict())
print("backlog", still_open.sum(), (t["duty.class"] == "open_late").sum(), age.median(), age.max())
print("clearance_rate", 100 * (~still_open).mean(), "online_share", 100 * (online == "true").mean())
year = when("ended") > pd.Timestamp(sys.argv[2]) - pd.Timedelta(days=365)
print("disposition_time", 365 * (still_open & (t.submitted != "")).sum() / (year & ~still_open & (t.submitted != "")).sum())
print("outcome_shares", (100 * t.outcome[~t.outcome.isin(["open", "", "decided"])].value_counts(normalize=True)).to_dict())
print("first_time_right", 100 * (returns[governed] == 0).mean())
print("deemed_share", 100 * (t.silence_recorded[governed] == "true").mean())
print("conformance", 100 * (t.fitting[bound] == "true").mean(), "negative", (decided & (days < 0)).sum())

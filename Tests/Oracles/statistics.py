#!/usr/bin/env python3
"""Random data sets with ties, and what lifelines, SciPy and statsmodels compute from them.

    statistics.py OUT COUNT SEED, then IZIN_STATISTICS=OUT swift test --filter StatisticsOracleTests

Writes a JSON object a line. Kaplan-Meier with its bounds, the log-rank test and the quantiles come from lifelines, the
ranks of quantiles from SciPy, Wilson's and Newcombe's intervals from statsmodels; the cumulative incidence is
counted here from its definition, permit by permit in fractions, because lifelines moves ties at random; so are the
limits of the process chart.
"""
import json
import math
import random
import sys
import warnings
from fractions import Fraction

import numpy
from lifelines import KaplanMeierFitter
from lifelines.statistics import multivariate_logrank_test
from lifelines.utils import qth_survival_times
from scipy.stats import binom
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def finite(value):
    value = float(value)
    return value if math.isfinite(value) else None


def survival(durations, events):
    fitter = KaplanMeierFitter().fit(durations, events)
    table, bounds = fitter.event_table, fitter.confidence_interval_survival_function_
    steps, variance = [], 0.0
    for time in table.index[table.observed > 0]:
        row, share = table.loc[time], float(fitter.survival_function_at_times(time).iloc[0])
        if row.at_risk > row.observed:
            variance += row.observed / (row.at_risk * (row.at_risk - row.observed))
        steps.append([int(time), int(row.at_risk), int(row.observed), share, share * share * variance,
                      *[finite(x) for x in bounds.loc[time]]])
    if steps and steps[-1][3] == 0:  # Where nobody is left nothing bounds the share from above, as in R's survfit.
        steps[-1][6] = None
        last = bounds.index.get_loc(steps[-1][0])
        bounds.iloc[last:, 1] = bounds.iloc[last - 1, 1] if last else 1.0
    quantiles = []
    for share in (0.5, 0.25, 0.1):
        curves = [fitter.survival_function_, *[bounds[[column]] for column in bounds]]
        # A product of fractions that is a half exactly may come out a digit above it.
        ends = [qth_survival_times(share + 1e-12, curve) for curve in curves]
        ends = [float(end) if numpy.isscalar(end) else float(end.iloc[0, 0]) for end in ends]
        quantiles.append([share, *map(finite, ends)])
    return steps, quantiles


def incidence(durations, ways, count):
    left, chances, steps = Fraction(1), [Fraction(0)] * count, []
    for time in sorted(set(durations)):
        at_risk = sum(1 for d in durations if d >= time)
        ends = [sum(1 for d, w in zip(durations, ways) if d == time and w == way) for way in range(count)]
        if sum(ends):
            chances = [c + left * Fraction(e, at_risk) for c, e in zip(chances, ends)]
            left *= 1 - Fraction(sum(ends), at_risk)
            steps.append([time, float(left), *map(float, chances)])
    return steps


def limits(values):
    ranges = [abs(b - a) for a, b in zip(values, values[1:])]
    centre, mean_range = sum(values) / len(values), sum(ranges) / len(ranges)
    low, high = max(0.0, centre - 2.66 * mean_range), centre + 2.66 * mean_range
    signals = []
    for index, value in enumerate(values):
        found = []
        if not low <= value <= high:
            found.append("outside")
        if index and abs(value - values[index - 1]) > 3.267 * mean_range:
            found.append("jump")
        last = values[max(0, index - 7): index + 1]
        if len(last) == 8 and (min(last) > centre or max(last) < centre):
            found.append("run")
        last = values[max(0, index - 3): index + 1]
        for near in (lambda x: x > (centre + high) / 2, lambda x: x < (centre + low) / 2):
            if len(last) == 4 and near(value) and sum(map(near, last)) >= 3:
                found.append("near_limit")
        signals.append(sorted(found))
    return {"values": values, "limits": [centre, mean_range, low, high], "signals": signals}


def main():
    out, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    random.seed(seed)
    with open(out, "w", encoding="utf-8") as file:
        for _ in range(count):
            n = random.choice([2, 5, 10, 30, 100, 300])
            scale = random.choice([5, 30, 1000])  # few values for many permits: ties
            durations = [int(random.expovariate(1) * scale) + 1 for _ in range(n)]
            events = [random.random() < 0.75 for _ in range(n)]
            groups = [random.randrange(random.choice([2, 3, 4])) for _ in range(n)]
            ways = [random.randrange(3) if event else None for event in events]
            steps, quantiles = survival(durations, events)
            one = {"durations": durations, "events": events, "groups": groups, "ways": ways, "steps": steps,
                   "quantiles": quantiles, "incidence": incidence(durations, ways, 3)}
            if n >= 30:
                test = multivariate_logrank_test(durations, groups, events)
                one["logrank"] = [float(test.test_statistic), int(test.degrees_of_freedom), float(test.p_value)]
            whole, other = random.randint(1, n), random.randint(1, 400)
            part, second = random.randint(0, whole), random.randint(0, other)
            one["wilson"] = [part, whole, *map(float, proportion_confint(part, whole, method="wilson"))]
            both = confint_proportions_2indep(part, whole, second, other, method="newcomb")
            one["newcombe"] = [part, whole, second, other, *map(float, both)]
            one["ranks"] = [[p, int(binom.ppf(0.025, n, p)), int(binom.ppf(0.975, n, p)) + 1] for p in (0.5, 0.75, 0.9)]
            if n >= 5:
                one["chart"] = limits([float(d) for d in durations[:60]])
            file.write(json.dumps(one) + "\n")


if __name__ == "__main__":
    numpy.seterr(all="ignore")
    warnings.simplefilter("ignore")
    main()

"""Computes the values of the reconcile test sets a second time, from each recipe's own fields, by numpy's closed forms.

    /usr/bin/python3 reconcile-check.py          a random third, fixed seed
    /usr/bin/python3 reconcile-check.py --all    every recipe

Nothing of reconcile_values.py is used: files are read by hand, periods are grouped by the date's own year, month or week,
slopes are solved from the normal equations of demeaned columns. Exits with 1 when a value differs by more than 1e-9 of itself.
"""
import datetime
import json
import math
import random
import re
import sys
from pathlib import Path

import numpy as np

here = Path(__file__).resolve().parent
sample = here.parent.parent / "data" / "sample"


def read_library(stem, names):
    """{key as typed in the file: {name: decimal}}: eight digits for a day, six for a month, four for a year."""
    rows = {}
    for file in (f"{stem}_daily.CSV", f"{stem}.CSV"):
        for line in (sample / file).read_text().splitlines():
            key, *cells = [cell.strip() for cell in line.split(",")]
            if key.isdigit() and len(cells) == len(names):
                rows[key] = {name: float(cell) / 100 for name, cell in zip(names, cells)}
    return rows


def read_csv(file):
    head, *lines = (sample / file).read_text().splitlines()
    names = head.split(",")[1:]
    return {line[:10]: {n: float(c) for n, c in zip(names, line.split(",")[1:]) if c} for line in lines}


library = read_library("F-F_Research_Data_Factors", ["Mkt-RF", "SMB", "HML", "RF"])
for key, row in read_library("F-F_Research_Data_5_Factors_2x3", ["Mkt-RF", "SMB(5)", "HML", "RMW", "CMA", "RF"]).items():
    library[key] |= {name: row[name] for name in ("SMB(5)", "RMW", "CMA")}
for key, row in read_library("F-F_Momentum_Factor", ["Mom"]).items():
    library[key] |= row
course, microsoft = read_csv("FactorModels_data1.csv"), read_csv("FactorModels_data2.csv")


def day(date):
    """Everything known of one day, MSFT as its total return."""
    return library[date.replace("-", "")] | course.get(date, {}) | microsoft.get(date, {})


def adjust(name, r, known):
    rate = known["RF"]
    value = known[name] - (rate if name == "MSFT" else 0)
    is_asset = name == r["asset"]
    if r["kind"] == "total" and name in ("SPY", "WMT", "JPM", "MSFT", "Mkt-RF") or r["kind"] == "raw" and is_asset:
        return value + rate
    if r["kind"] == "rate-twice" and is_asset:
        return value - rate
    if r["kind"] == "log":
        return math.log1p(value)
    return value * (100 if r["unit"] == "factor-in-percent" and not is_asset else 1)


def period(date, frequency):
    if frequency == "annual":
        return date[:4]
    if frequency == "monthly":
        return date[:4] + date[5:7]
    d = datetime.date.fromisoformat(date)
    return str(d + datetime.timedelta(days=(4 - d.weekday()) % 7))


def rows_of(r):
    names = [r["asset"], *r["factors"]]
    dates = sorted(course if r["rows"] != "own" else {**course, **microsoft})
    kept = []
    for date in dates:
        known = day(date)
        if r["rows"] == "blank-as-zero":
            known = {"SPY": 0, "WMT": 0, "JPM": 0} | known
        needed = names if r["rows"] != "course" else [*names, "SPY", "WMT", "JPM"]
        if r["from"] <= date <= r["to"] and all(n in known for n in needed):
            kept.append((date, known))
    if r["frequency"] == "daily":
        return np.array([[adjust(n, r, known) for n in names] for _, known in kept])
    groups = {}
    for date, known in kept:
        groups.setdefault(period(date, r["frequency"]), []).append(known)
    result = []
    for key, days in groups.items():
        columns = [[adjust(n, r, known) for known in days] for n in names]
        line = [math.fsum(c) if r["periods"] == "summed" else math.prod(1 + v for v in c) - 1 for c in columns]
        if r["periods"] == "library":
            if r["asset"] == "MSFT":
                line[0] = math.prod(1 + known["MSFT"] for known in days) - 1 - library[key]["RF"]
            line[1:] = [library[key][n] for n in r["factors"]]
        result.append(line)
    return np.array(result)


def spread(v):
    return math.sqrt(((v - v.mean()) ** 2).sum() / (len(v) - 1))


def value_of(r):
    table = rows_of(r)
    if len(table) != r["n"]:
        raise SystemExit(f"{len(table)} rows, not {r['n']}: {r}")
    y, x = table[:, 0], table[:, 1:]
    q = r["quantity"]
    if q in ("mean", "variance", "volatility", "sharpe"):
        return {"mean": y.mean(), "variance": spread(y) ** 2, "volatility": spread(y), "sharpe": y.mean() / spread(y)}[q]
    if r["estimator"] == "no-intercept":
        return y @ x[:, 0] / (x[:, 0] @ x[:, 0])
    if r["estimator"] == "beta-one":
        a = y - x[:, 0]
        return {"alpha": a.mean(), "tracking-error": spread(a), "information": a.mean() / spread(a)}[q]
    yd, xd = y - y.mean(), x - x.mean(axis=0)
    slopes = np.linalg.solve(xd.T @ xd, xd.T @ yd)
    residual = yd - xd @ slopes
    alpha = y.mean() - slopes @ x.mean(axis=0)
    cross = yd @ xd[:, 0]
    if q == "beta":
        return {
            "ols": slopes[0],
            "adjusted": slopes[0] * 2 / 3 + 1 / 3,
            "reversed": cross / (yd @ yd),
            "reversed-inverted": yd @ yd / cross,
        }[r["estimator"]]
    return {
        "alpha": alpha,
        "r-squared": 1 - residual @ residual / (yd @ yd),
        "unexplained": residual @ residual / (yd @ yd),
        "correlation": cross / math.sqrt(yd @ yd * (xd[:, 0] @ xd[:, 0])),
        "hedged-volatility": spread(residual),
        "appraisal": alpha / spread(residual),
    }[q]


def scaled(value, scale):
    if scale is None:
        return value
    number = int(re.search(r"\d+$", scale)[0])
    if "compounded" in scale:
        return math.exp(number * math.log1p(value)) - 1
    return value * (number**0.5 if "√" in scale else number)


entries = [e for name in ("recipes", "held-out") for e in json.loads((here / f"reconcile-{name}.json").read_text())]
chosen = entries if "--all" in sys.argv else random.Random(42).sample(entries, math.ceil(len(entries) / 3))
worst = 0.0
for entry in chosen:
    r = entry["recipe"]
    second = scaled(value_of(r), r["scale"])
    worst = max(worst, abs(second / entry["value"] - 1))
    if abs(second / entry["value"] - 1) > 1e-9:
        print("differs:", second, entry["value"], r)
print(f"{len(chosen)} of {len(entries)} values computed again; largest relative difference {worst:.1e}")
sys.exit(int(worst > 1e-9))

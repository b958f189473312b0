"""The value of a recipe by pandas and statsmodels, from the files in data/sample; used by reconcile-recipes.py.

A recipe is the dictionary that README.md describes. Series are read as pandas reads them: blank days are left out, and
months, weeks and years compound the days that are left.
"""
import math
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm

sample = Path(__file__).resolve().parents[2] / "data" / "sample"


def library(name, columns):
    """A file of Kenneth French's layout, in decimals, by how many digits a date has: 8 days, 6 months, 4 years."""
    parts = [line.split(",") for line in (sample / name).read_text().splitlines()]
    rows = [p for p in parts if p[0].strip().isdigit() and len(p) == len(columns) + 1]
    frames = {}
    for digits, form in ((8, "%Y%m%d"), (6, "%Y%m"), (4, "%Y")):
        kept = [p for p in rows if len(p[0].strip()) == digits]
        index = pd.to_datetime([p[0].strip() for p in kept], format=form)
        frames[digits] = pd.DataFrame([[float(x) for x in p[1:]] for p in kept], index=index, columns=columns) / 100
    return frames


def factors_of(suffix, digits):
    three = library(f"F-F_Research_Data_Factors{suffix}.CSV", ["Mkt-RF", "SMB", "HML", "RF"])[digits]
    five = library(f"F-F_Research_Data_5_Factors_2x3{suffix}.CSV", ["Mkt-RF", "SMB(5)", "HML", "RMW", "CMA", "RF"])[digits]
    momentum = library(f"F-F_Momentum_Factor{suffix}.CSV", ["Mom"])[digits]
    return pd.concat([three, five[["SMB(5)", "RMW", "CMA"]], momentum], axis=1)


daily = factors_of("_daily", 8)
by_period = {"M": factors_of("", 6).to_period("M"), "A": factors_of("", 4).to_period("A")}
course = pd.read_csv(sample / "FactorModels_data1.csv", parse_dates=["date"], index_col="date")
msft = pd.read_csv(sample / "FactorModels_data2.csv", parse_dates=["date"], index_col="date")["MSFT"]
everything = daily.join(course, how="left").join((msft - daily["RF"]).rename("MSFT"), how="left")
course_days = course.dropna().index

rules = {"weekly": "W-FRI", "monthly": "M", "annual": "A"}
FF3, FF5 = ["Mkt-RF", "SMB", "HML"], ["Mkt-RF", "SMB(5)", "HML", "RMW", "CMA"]
with_a_rate = ["SPY", "WMT", "JPM", "MSFT", "Mkt-RF"]


def observations(r):
    """The rows of a recipe, at its frequency: the asset's column first, then its factors'. Also the first and last day."""
    columns = [r["asset"], *r["factors"]]
    frame = everything[columns].join(everything["RF"])
    if r["rows"] == "blank-as-zero":
        frame = frame.reindex(course.index).fillna(0)
    elif r["rows"] == "course":
        frame = frame.reindex(course_days)
    frame = frame.dropna().loc[r["from"]:r["to"]]
    rate = frame.pop("RF")
    if r["kind"] == "total":
        for column in columns:
            if column in with_a_rate:
                frame[column] += rate
    elif r["kind"] == "raw":
        frame[r["asset"]] += rate
    elif r["kind"] == "rate-twice":
        frame[r["asset"]] -= rate
    elif r["kind"] == "log":
        frame = np.log1p(frame)
    if r["unit"] == "factor-in-percent":
        frame[r["factors"]] *= 100
    if r["frequency"] != "daily":
        days = frame
        groups = days.resample(rules[r["frequency"]])
        frame = groups.sum() if r["periods"] == "summed" else (1 + days).resample(rules[r["frequency"]]).prod() - 1
        frame = frame[groups.size() > 0]
        if r["periods"] == "library":
            file = by_period[rules[r["frequency"]]].reindex(frame.index.to_period(rules[r["frequency"]]))
            if r["asset"] == "MSFT":
                total = (1 + msft.reindex(days.index)).resample(rules[r["frequency"]]).prod() - 1
                frame["MSFT"] = total - file["RF"].to_numpy()
            frame[r["factors"]] = file[r["factors"]].to_numpy()
        starts = frame.index.to_period(rules[r["frequency"]]).start_time
        if r["partial"] == "dropped":
            # A year may open on its fourth day and a week on its Tuesday; it is whole when its end has been reached.
            whole = (starts + pd.Timedelta(days=4) >= days.index[0]) & (frame.index <= days.index[-1])
            frame, starts = frame[whole], starts[whole]
        if r["last"]:
            frame, starts = frame.iloc[-r["last"]:], starts[-r["last"]:]
        return frame, days.loc[starts[0]:frame.index[-1]].index
    return frame, frame.index


def unscaled(r, frame):
    y = frame.iloc[:, 0]
    if r["factors"]:
        x = frame.iloc[:, 1:]
        fit = sm.OLS(y, sm.add_constant(x)).fit()
        if r["estimator"] == "no-intercept":
            return sm.OLS(y, x).fit().params.iloc[0]
        if r["estimator"] == "reversed":
            return sm.OLS(x, sm.add_constant(y)).fit().params.iloc[1]
        if r["estimator"] == "reversed-inverted":
            return 1 / sm.OLS(x, sm.add_constant(y)).fit().params.iloc[1]
        active = y - x.iloc[:, 0]
    q = r["quantity"]
    if q == "beta":
        beta = fit.params.iloc[1]
        return 2 / 3 * beta + 1 / 3 if r["estimator"] == "adjusted" else beta
    if q == "alpha":
        return active.mean() if r["estimator"] == "beta-one" else fit.params.iloc[0]
    return {
        "r-squared": lambda: fit.rsquared,
        "unexplained": lambda: 1 - fit.rsquared,
        "correlation": lambda: y.corr(x.iloc[:, 0]),
        "mean": y.mean,
        "variance": y.var,
        "volatility": y.std,
        "hedged-volatility": lambda: fit.resid.std(),
        "tracking-error": lambda: active.std(),
        "sharpe": lambda: y.mean() / y.std(),
        "appraisal": lambda: fit.params.iloc[0] / fit.resid.std(),
        "information": lambda: active.mean() / active.std(),
    }[q]()


def scaled(value, scale):
    """`×252` multiplies, `×√252` multiplies by the root, `compounded 252` is (1 + value)^252 − 1."""
    if scale is None:
        return value
    if scale.startswith("×√"):
        return value * math.sqrt(int(scale[2:]))
    if scale.startswith("×"):
        return value * int(scale[1:])
    return (1 + value) ** int(scale.split()[1]) - 1


def value_of(r):
    """The value to 15 significant digits, the first and last day in it, and the number of observations."""
    frame, days = observations(r)
    value = scaled(float(unscaled(r, frame)), r["scale"])
    return float(f"{value:.15g}"), str(days[0].date()), str(days[-1].date()), len(frame)

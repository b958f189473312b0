"""The sample as a student loads it, and one regression on it, done rightly or in one of the wrong ways."""
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm

sample = Path(__file__).parents[3] / "data" / "sample"


def read_csv(name):
    return pd.read_csv(sample / name, index_col=0, parse_dates=True)


def read_french(name):
    lines = (sample / name).read_text().splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith(","))
    table = pd.read_csv(sample / name, skiprows=start, index_col=0)
    days = table.index.astype(str).str.strip()
    table = table[days.str.fullmatch(r"\d{8}")].astype(float)
    table.index = pd.to_datetime(days[days.str.fullmatch(r"\d{8}")], format="%Y%m%d")
    return table


french = read_french("F-F_Research_Data_Factors_daily.CSV")
data = (
    read_csv("FactorModels_data1.csv")
    .join(read_csv("FactorModels_data2.csv"), how="outer")
    .join(french[["Mkt-RF", "RF"]] / 100, how="outer")
)


@dataclass(frozen=True)
class Work:
    """What somebody regresses on what, over which days, and how; `how` is "excess" where it is done rightly."""

    asset: str
    factor: str
    first: str | None = None
    last: str | None = None
    how: str = "excess"

    def but(self, **changes):
        return replace(self, **changes)


class Regression:
    """The numbers of it, a period. `hedged` is r − β·f with the β that came out, right or wrong."""

    def __init__(self, work, r, f, rf, flipped=False, constant=True):
        self.work = work
        self.n = len(r)
        y, x = (f, r) if flipped else (r, f)
        columns = sm.add_constant(x.to_numpy()) if constant else x.to_numpy()
        fit = sm.OLS(y.to_numpy(), columns).fit()
        self.alpha = fit.params[0] if constant else 0.0
        self.beta = fit.params[-1]
        if work.how == "median":
            self.alpha, self.beta = sm.QuantReg(y.to_numpy(), columns).fit(q=0.5).params
        self.r2 = fit.rsquared
        self.se_alpha, self.se_beta = (fit.bse[0] if constant else np.nan), fit.bse[-1]
        self.t_alpha, self.t_beta = self.alpha / self.se_alpha, self.beta / self.se_beta
        self.p_alpha = fit.pvalues[0] if constant else np.nan
        self.mean_r, self.mean_f, self.mean_rf = r.mean(), f.mean(), rf.mean()
        self.sd_r, self.sd_f = r.std(), f.std()
        self.sd_e = pd.Series(fit.resid).std()
        self.rho = r.corr(f)
        hedged = r - self.beta * f
        self.mean_h, self.sd_h, self.rho_h = hedged.mean(), hedged.std(), hedged.corr(f)
        if not flipped and constant and work.how != "median":
            self.rho_h = 0.0
        # With 1 in β's place.
        active = r - f
        self.mean_one, self.sd_one, self.rho_one = active.mean(), active.std(), active.corr(f)
        plus = r + self.beta * f
        self.mean_plus, self.sd_plus, self.rho_plus = plus.mean(), plus.std(), plus.corr(f)
        self.rho_rh = r.corr(hedged)

    def but(self, **changes):
        return regression(self.work.but(**changes))


def each(period):
    return lambda s: s.groupby(s.index.to_period(period))


months, weeks, quarters = each("M"), each("W-FRI"), each("Q")
resampled = {
    "monthly": lambda s: months(1 + s).prod() - 1,
    "monthly-sum": lambda s: months(s).sum(),
    "monthly-pct-change": lambda s: months((1 + s).cumprod()).last().pct_change(),
    "month-end-days": lambda s: months(s).last(),
    "monthly-mean": lambda s: months(s).mean(),
    "weekly": lambda s: weeks(1 + s).prod() - 1,
    "quarterly": lambda s: quarters(1 + s).prod() - 1,
    "overlapping": lambda s: np.exp(np.log1p(s).rolling(21).sum()) - 1,
    "yearly": lambda s: each("Y")(1 + s).prod() - 1,
    "fortnightly": lambda s: (1 + s).resample("14D").prod() - 1,
    "half-yearly": lambda s: (1 + s).resample("6MS").prod() - 1,
    "prices": lambda s: (1 + s).cumprod(),
    "differenced": lambda s: s.diff(),
    "winsorised": lambda s: s.clip(s.quantile(0.01), s.quantile(0.99)),
    "standardised": lambda s: (s - s.mean()) / s.std(),
    "every-fifth": lambda s: s.iloc[::5],
    "without-crisis": lambda s: s[(s.index.year < 2008) | (s.index.year > 2009)],
}


@lru_cache(maxsize=None)
def regression(work):
    """None where that mistake can't be made there, as leaving RF in a return that came without it."""
    stock, market, rf = data[work.asset], data[work.factor], data["RF"]
    total = work.asset == "MSFT"
    how = work.how
    constant = how != "no-constant"
    # The blanks of one file are dropped together, as `data1.dropna()` does it.
    if how in ("rf-kept", "rf-in-percent", "rf-on-both") and not total:
        return None
    if how == "rf-twice":
        r, f = stock - rf * (2 if total else 1), market
    elif how == "rf-off-both":
        r, f = stock - rf, market - rf
    elif how == "rf-kept":
        r, f = stock, market
    elif how == "rf-on-both":
        r, f = stock, market + rf
    elif how == "rf-in-percent":
        r, f = stock - 100 * rf, market
    elif how == "fillna-0":
        if work.first is not None:
            return None
        start = "1969-03-05" if not total else "1963-07-01"
        r = (stock.fillna(0) - (rf if total else 0)).loc[start:]
        f = market.fillna(0).loc[start:]
    else:
        r, f = (stock - rf if total else stock), market
    rows = pd.concat({"r": r, "f": f, "rf": rf}, axis=1).dropna().loc[work.first : work.last]
    if how == "log":
        rows[["r", "f"]] = np.log1p(rows[["r", "f"]])
    if how == "factor-in-percent":
        rows["f"] *= 100
    if how == "lagged":
        rows["f"] = rows["f"].shift(1)
    if how == "outliers-dropped":
        rows = rows[(rows["r"] - rows["r"].mean()).abs() < 3 * rows["r"].std()]
    if how == "down-days":
        rows = rows[rows["f"] < 0]
    rows = rows.dropna()
    if how in resampled:
        rows = rows.apply(resampled[how]).dropna()
    if len(rows) < 4:
        return None
    return Regression(work, rows["r"], rows["f"], rows["rf"], flipped=how == "reversed", constant=constant)

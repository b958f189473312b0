"""The peers of bench/engine.ts, on the same numbers: statsmodels' OLS and RollingOLS, pandas' rolling windows.

Reads {"asset": [...], "factors": [[...], ...], "window": n, "lags": n} from standard input, then a round of
every task for each line that follows, printing its milliseconds as JSON.
"""
import json
import sys
import time

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.regression.rolling import RollingOLS
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.stattools import durbin_watson, jarque_bera, omni_normtest

given = json.loads(sys.stdin.readline())
y = np.array(given["asset"])
factors = np.array(given["factors"]).T
one, all_factors = sm.add_constant(factors[:, :1]), sm.add_constant(factors)
y_series, f_series = pd.Series(y), pd.Series(factors[:, 0])
window, lags = given["window"], given["lags"]


def read(fit):
    return (
        fit.params, fit.bse, fit.tvalues, fit.pvalues, fit.conf_int(), fit.rsquared, fit.rsquared_adj, fit.fvalue,
        fit.f_pvalue, fit.llf, fit.aic, fit.bic,
    )  # fmt: skip


def everything(fit, x):
    u = fit.resid
    return read(fit), omni_normtest(u), jarque_bera(u), durbin_watson(u), het_breuschpagan(u, x), fit.condition_number


def hac():
    return sm.OLS(y, all_factors).fit(cov_type="HAC", cov_kwds={"maxlags": lags})


tasks = {
    "fitOnly": lambda: sm.OLS(y, one).fit(),
    "fit": lambda: everything(sm.OLS(y, one).fit(), one),
    "hac": lambda: everything(hac(), all_factors),
    "hacCoefficients": lambda: read(hac()),
    "rolling": lambda: y_series.rolling(window).cov(f_series) / f_series.rolling(window).var(),
    "rollingOls": lambda: RollingOLS(y, one, window).fit(),
}


def milliseconds(task, repeats):
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best * 1e3


for line in sys.stdin:
    print(json.dumps({name: milliseconds(task, 1 if name == "rollingOls" else 15) for name, task in tasks.items()}), flush=True)

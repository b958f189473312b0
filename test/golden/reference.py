"""Reference numbers for the engine, by statsmodels and numpy (Debian's python3-statsmodels).

    python3 reference.py make              writes problems.json, made-up problems with their answers
    python3 reference.py csv DIR           writes the made-up problems to DIR, for reference.R
    python3 reference.py sample DIR        writes sample.json, answers on the bundled sample in DIR
    python3 reference.py real DIR          prints problems with answers on the real files (never committed)

A problem is {name, asset, factors, days, columns, window, lags}; columns[0] is the asset.
"""
import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy import stats
from statsmodels.regression.rolling import RollingOLS
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.stattools import durbin_watson, jarque_bera, omni_normtest

here = Path(__file__).parent


def coefficients(fit):
    low, high = np.asarray(fit.conf_int()).T
    return {
        "values": list(fit.params),
        "standardErrors": list(fit.bse),
        "tStats": list(fit.tvalues),
        "pValues": list(fit.pvalues),
        "low": list(low),
        "high": list(high),
        "f": float(fit.fvalue),
        "fPValue": float(fit.f_pvalue),
    }


def answers(columns, window, lags):
    y, x = columns[0], np.column_stack(columns[1:])
    design = sm.add_constant(x, has_constant="add")
    model = sm.OLS(y, design)
    fit = model.fit()
    u = fit.resid
    omnibus, omnibus_p = omni_normtest(u)
    jb, jb_p, skew, kurtosis = jarque_bera(u)
    bp, bp_p, _, _ = het_breuschpagan(u, design)
    n = len(y)
    hac = lambda count, **more: coefficients(
        model.fit(cov_type="HAC", cov_kwds={"maxlags": count, "use_correction": more.pop("correct", False)}, **more)
    )
    rolling = RollingOLS(y, design, window).fit()
    every = max(1, (n - window) // 20)
    return {
        "ols": coefficients(fit),
        "rSquared": fit.rsquared,
        "adjustedRSquared": fit.rsquared_adj,
        "logLikelihood": fit.llf,
        "aic": fit.aic,
        "bic": fit.bic,
        "omnibus": [float(omnibus), float(omnibus_p)],
        "jarqueBera": [float(jb), float(jb_p)],
        "breuschPagan": [float(bp), float(bp_p)],
        "skew": float(skew),
        "kurtosis": float(kurtosis),
        "durbinWatson": float(durbin_watson(u)),
        "conditionNumber": float(np.linalg.cond(design)),
        "residualVariance": float(np.var(u, ddof=1)),
        "hc0": coefficients(model.fit(cov_type="HC0")),
        "hc1": coefficients(model.fit(cov_type="HC1")),
        "hc1T": coefficients(model.fit(cov_type="HC1", use_t=True)),
        "hac": hac(lags),
        "hacDefault": hac(int(np.floor(4 * (n / 100) ** (2 / 9)))),
        "hacCorrected": hac(lags, correct=True),
        "rolling": {
            "every": every,
            "values": np.asarray(rolling.params)[window - 1 :: every].tolist(),
            "standardErrors": np.asarray(rolling.bse)[window - 1 :: every].tolist(),
        },
        "performance": performance(y, x[:, 0], fit),
    }


def performance(y, f, fit):
    year = np.sqrt(252)
    active = y - f
    wealth = np.concatenate([[1.0], np.cumprod(1 + y)])
    beta = lambda rows: float(np.polyfit(f[rows], y[rows], 1)[0])
    return {
        "sharpe": y.mean() / y.std(ddof=1) * year,
        "appraisalRatio": fit.params[0] / fit.resid.std(ddof=1) * year,
        "informationRatio": active.mean() / active.std(ddof=1) * year,
        "residualTrackingError": fit.resid.std(ddof=1) * year,
        "activeTrackingError": active.std(ddof=1) * year,
        "treynor": y.mean() * 252 / fit.params[1],
        "maximumDrawdown": float((1 - wealth / np.maximum.accumulate(wealth)).max()),
        "upBeta": beta(f > 0),
        "downBeta": beta(f < 0),
    }


def grs(assets, factors):
    """Gibbons, Ross and Shanken (1989) by the formula."""
    t, n = assets.shape
    k = factors.shape[1]
    design = sm.add_constant(factors)
    b = np.linalg.solve(design.T @ design, design.T @ assets)
    u = assets - design @ b
    sigma = u.T @ u / t
    omega = np.atleast_2d(np.cov(factors.T, bias=True))
    mu = factors.mean(axis=0)
    alpha = b[0]
    f = (t - n - k) / n * (alpha @ np.linalg.solve(sigma, alpha)) / (1 + mu @ np.linalg.solve(omega, mu))
    return {"f": float(f), "pValue": float(stats.f.sf(f, n, t - n - k)), "degreesOfFreedom": [n, t - n - k]}


def made_up(count, seed):
    """Correlated factors with fat tails, errors whose variance moves with the first factor."""
    rng = np.random.default_rng(seed)
    n = 90 + 20 * count
    mix = np.eye(count) + 0.3 * rng.standard_normal((count, count))
    x = rng.standard_t(5, (n, count)) @ mix * 0.01 + 0.0004
    noise = rng.standard_t(4, n) * 0.012 * (1 + 20 * np.abs(x[:, 0]))
    noise[1:] += 0.2 * noise[:-1]
    y = 0.0003 + x @ rng.normal(0.7, 0.6, count) + noise
    return [np.round(column, 9) for column in [y, *x.T]]


def make():
    problems = []
    for count in range(1, 7):
        for copy in range(2):
            columns = made_up(count, 100 * count + copy)
            window, lags = 40 + 5 * count, 3 + count + 5 * copy
            problems.append(
                {
                    "name": f"{count} factors, problem {copy + 1}",
                    "columns": [list(column) for column in columns],
                    "window": window,
                    "lags": lags,
                    "answers": answers(columns, window, lags),
                }
            )
    tests = []
    for assets, factors in [(3, 1), (5, 3), (10, 6)]:
        rng = np.random.default_rng(assets)
        f = rng.standard_normal((150, factors)) * 0.01 + 0.0005
        r = np.round(0.0008 + f @ rng.normal(1, 0.3, (factors, assets)) + rng.standard_normal((150, assets)) * 0.01, 9)
        f = np.round(f, 9)
        tests.append({"assets": r.T.tolist(), "factors": f.T.tolist(), "answer": grs(r, f)})
    (here / "problems.json").write_text(json.dumps({"problems": problems, "grs": tests, "tails": tails()}) + "\n")


def tails():
    """Probabilities far out: [x, degrees of freedom…, P]."""
    return {
        "t": [[x, df, 2 * stats.t.sf(x, df)] for df in (3, 10, 85, 7972, 9776) for x in (0.01, 1, 2.5, 6, 15, 36)],
        "normal": [[x, 2 * stats.norm.sf(x)] for x in (0.01, 1, 2.5, 8, 20, 37)],
        "F": [
            [x, a, b, stats.f.sf(x, a, b)]
            for a in (1, 2, 6, 25)
            for b in (9, 85, 9771)
            for x in (0.01, 0.9, 3, 20, 60, 200)
        ],
        "chiSquared": [[x, k, stats.chi2.sf(x, k)] for k in (1, 2, 3, 5, 6, 25) for x in (0.01, 1, 6, 40, 300, 1200)],
    }


def french(path):
    """The first section of a file of French's library: rows from the header to the first blank line."""
    rows, names = [], None
    for line in path.read_text(encoding="latin-1").splitlines():
        cells = [cell.strip() for cell in line.split(",")]
        if names is None:
            names = cells[1:] if cells[0] == "" and len(cells) > 1 else None
        elif cells[0].isdigit():
            rows.append(cells)
        else:
            break
    index = pd.to_datetime([row[0] for row in rows], format="%Y%m%d" if len(rows[0][0]) == 8 else "%Y%m")
    table = pd.DataFrame([[float(cell) for cell in row[1:]] for row in rows], index=index, columns=names)
    return table.mask(table <= -99.99) / 100


def find(folder, name):
    return next(path for path in sorted(folder.rglob("*")) if path.name.lower() == name.lower())


def course(folder):
    """The chapter's regressions and the same assets on more factors."""
    data = pd.read_csv(find(folder, "FactorModels_data1.csv"), parse_dates=["date"], index_col="date").dropna()
    msft = pd.read_csv(find(folder, "FactorModels_data2.csv"), parse_dates=["date"], index_col="date")
    three = french(find(folder, "F-F_Research_Data_Factors_daily.CSV"))
    five = french(find(folder, "F-F_Research_Data_5_Factors_2x3_daily.CSV"))[["RMW", "CMA"]]
    momentum = french(find(folder, "F-F_Momentum_Factor_daily.CSV"))
    momentum.columns = ["MOM"]
    factors = three.join(five, how="inner").join(momentum, how="inner").dropna()
    excess = msft.join(three, how="inner").dropna()
    excess["MSFT"] = excess["MSFT"] - excess["RF"]
    wide = data.join(factors, how="inner").dropna()
    names = ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM"]
    yield "JPM on SPY", data[["JPM", "SPY"]], 252, 12
    yield "WMT on SPY", data[["WMT", "SPY"]], 252, 5
    yield "MSFT on Mkt-RF", excess[["MSFT", "Mkt-RF"]], 252, 12
    for count in (3, 5, 6):
        yield f"JPM on {count} factors", wide[["JPM", *names[:count]]], 500, 8


def problems_of(folder, with_columns):
    for name, table, window, lags in course(folder):
        columns = [table[column].to_numpy() for column in table.columns]
        problem = {
            "name": name,
            "series": list(table.columns),
            "first": str(table.index[0].date()),
            "last": str(table.index[-1].date()),
            "rows": len(table),
            "window": window,
            "lags": lags,
            "answers": answers(columns, window, lags),
        }
        if with_columns:
            problem["columns"] = [list(column) for column in columns]
        yield problem


if __name__ == "__main__":
    mode = sys.argv[1]
    if mode == "make":
        make()
    elif mode == "csv":
        for number, problem in enumerate(json.loads((here / "problems.json").read_text())["problems"]):
            columns = np.column_stack(problem["columns"])
            header = ",".join(["asset", *[f"f{i}" for i in range(1, columns.shape[1])]])
            name = Path(sys.argv[2]) / f"problem-{number}-{problem['lags']}.csv"
            np.savetxt(name, columns, delimiter=",", header=header, comments="", fmt="%.17g")
    elif mode == "sample":
        found = list(problems_of(Path(sys.argv[2]), False))
        (here / "sample.json").write_text(json.dumps({"problems": found}, indent=1) + "\n")
    elif mode == "real":
        json.dump({"problems": list(problems_of(Path(sys.argv[2]), True))}, sys.stdout)

"""Reference numbers for the small statistics library of the predicates in test/end-to-end/sentences.

Run with /usr/bin/python3 (numpy, scipy, statsmodels) and Rscript (sandwich, strucchange) on the path: writes
predicates.json beside this file. The series are made up: volatility that lingers, fat tails, residuals that follow each
other, and in one a beta that changes.
"""
import json
import subprocess
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.stats.diagnostic import het_breuschpagan
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.stattools import durbin_watson, jarque_bera, omni_normtest

here = Path(__file__).parent
random = np.random.default_rng(20261127)


def series(n, factors, change):
    volatility = 0.01 * np.exp(np.convolve(0.1 * random.standard_normal(n + 40), 0.97 ** np.arange(40), "valid")[:n])
    x = np.column_stack([volatility * random.standard_t(5, n) + 0.0003 for _ in range(factors)])
    if factors > 1:
        x[:, 1] += 0.6 * x[:, 0]
    noise = volatility * random.standard_t(4, n)
    noise[1:] += 0.2 * noise[:-1]
    beta = np.linspace(1.1, 0.4, factors)
    late = np.arange(n) >= 0.6 * n
    y = 0.0002 + x @ beta + change * late * x[:, 0] + noise
    return np.round(y, 7), np.round(x, 7)


def hac(result, lags):
    return result.get_robustcov_results("HAC", maxlags=lags, use_correction=False).bse.tolist()


def r(code, *columns):
    table = "\n".join(",".join(repr(float(v)) for v in row) for row in np.column_stack(columns))
    program = f'd <- as.matrix(read.csv(file("stdin"), header = FALSE)); {code}'
    out = subprocess.run(["Rscript", "-e", program], input=table, capture_output=True, text=True, check=True).stdout
    return [float(v) for v in out.split()]


def sup_lm(y, f):
    """The regression form of the robust test (Wooldridge 1990), split by split."""
    n = len(y)
    x = sm.add_constant(f)
    u = sm.OLS(y, x).fit().resid
    best = (-1.0, 0)
    for before in range(int(np.ceil(0.15 * n)), int(np.floor(0.85 * n)) + 1):
        early = f * (np.arange(n) < before)
        products = u * sm.OLS(early, x).fit().resid
        best = max(best, (products.sum() ** 2 / (products**2).sum(), before))
    p = r(f"cat(format(strucchange:::pvalue.Fstats({best[0]!r}, type = 'supF', k = 1, lambda = (0.85/0.15)^2), digits = 15))", y)
    return {"statistic": best[0], "before": best[1], "pValue": p[0]}


def split(y, f):
    n = len(y)
    candidates = range(int(np.ceil(0.15 * n)), int(np.floor(0.85 * n)) + 1)
    fits = {k: sm.OLS(y, np.column_stack([np.ones(n), f, f * (np.arange(n) >= k)])).fit() for k in candidates}
    best = min(fits, key=lambda k: fits[k].ssr)
    e = fits[best].resid
    noise = (f**2 * e**2).sum() / (f**2).sum()
    near = [k for k in candidates if fits[k].ssr - fits[best].ssr <= 7.35 * noise]
    return {"before": best, "earliest": min(near), "latest": max(near)}


def problem(n, factors, change=0.0, lags=5):
    y, x = series(n, factors, change)
    design = sm.add_constant(x)
    fit = sm.OLS(y, design).fit()
    jb, jb_p, skew, kurtosis = jarque_bera(fit.resid)
    lm, lm_p, _, _ = het_breuschpagan(fit.resid, design)
    names = " + ".join(f"d[,{k + 2}]" for k in range(factors))
    return {
        "y": y.tolist(),
        "x": x.T.tolist(),
        "lags": lags,
        "coefficients": fit.params.tolist(),
        "errors": fit.bse.tolist(),
        "pValues": fit.pvalues.tolist(),
        "interval": fit.conf_int().tolist(),
        "rSquared": fit.rsquared,
        "f": fit.fvalue,
        "fPValue": fit.f_pvalue,
        "hc1": fit.HC1_se.tolist(),
        "hc3": fit.HC3_se.tolist(),
        "hc3InR": r(f"cat(format(sqrt(diag(sandwich::vcovHC(lm(d[,1] ~ {names}), type = 'HC3'))), digits = 15))", y, x),
        "hac": hac(fit, lags),
        "leverages": fit.get_influence().hat_matrix_diag.tolist()[:5],
        "breuschPagan": lm,
        "breuschPaganPValue": lm_p,
        "durbinWatson": durbin_watson(fit.resid),
        "jarqueBera": jb,
        "jarqueBeraPValue": jb_p,
        "skew": skew,
        "kurtosis": kurtosis,
        "omnibus": omni_normtest(fit.resid).statistic,
        "conditionNumber": fit.condition_number,
        **({"supLM": sup_lm(y, x[:, 0]), "split": split(y, x[:, 0])} if factors == 1 else {}),
    }


def within(level, degrees):
    """By the tail itself: SciPy 1.10's t.ppf has nine digits in places."""
    return optimize.brentq(lambda t: 2 * stats.t.sf(t, degrees) - (1 - level), 0, 50, xtol=1e-14, rtol=1e-14)


def grs(n, assets, factors):
    _, x = series(n, factors, 0)
    y = np.round(x @ np.ones((factors, assets)) + 0.01 * random.standard_normal((n, assets)) + 0.001, 7)
    fits = [sm.OLS(y[:, a], sm.add_constant(x)).fit() for a in range(assets)]
    alphas = np.array([fit.params[0] for fit in fits])
    residuals = np.column_stack([fit.resid for fit in fits])
    sigma = residuals.T @ residuals / n
    omega = np.atleast_2d(np.cov(x.T, bias=True))
    ratio = x.mean(0) @ np.linalg.solve(omega, x.mean(0))
    f = (n - assets - factors) / assets * (alphas @ np.linalg.solve(sigma, alphas)) / (1 + ratio)
    return {"y": y.T.tolist(), "x": x.T.tolist(), "statistic": f, "pValue": stats.f.sf(f, assets, n - assets - factors)}


p_values = [0.001, 0.013, 0.012, 0.04, 0.3, 0.9]
written = {
    "problems": [problem(60, 1), problem(400, 1, change=0.9, lags=6), problem(250, 3)],
    "grs": grs(120, 3, 2),
    "holm": {"pValues": p_values, "joint": multipletests(p_values, method="holm")[1].tolist()},
    "within": [{"level": level, "degrees": degrees, "value": within(level, degrees)} for level, degrees in [(0.95, 3), (0.95, 6), (0.975, 58), (0.95, 8000)]],
    "tails": {"f": [2.5, 3, 40, stats.f.sf(2.5, 3, 40)], "chiSquared": [7.8, 3, stats.chi2.sf(7.8, 3)], "t": [2.1, 9, 2 * stats.t.sf(2.1, 9)], "normal": [1.7, 2 * stats.norm.sf(1.7)]},
}
(here / "predicates.json").write_text(json.dumps(written, indent=None, separators=(",", ":")) + "\n")

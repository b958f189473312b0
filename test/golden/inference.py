"""Reference numbers for tests of betas, by statsmodels, on the series of inference.R.

    python3 inference.py                   writes inference.json
"""
import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm

from made_up import made_up_returns

rows = 600

f, g, noise = made_up_returns(1, rows), made_up_returns(2, rows), made_up_returns(3, rows)
r = 0.0003 + 0.8 * f + 0.3 * g + noise * (0.5 + 60 * np.abs(f)) + 0.3 * np.concatenate([[0], noise[:-1]])

kinds = {
    "classical": {},
    "hc1": {"cov_type": "HC1"},
    "hac": {"cov_type": "HAC", "cov_kwds": {"maxlags": 6, "use_correction": False}},
}


def design(*columns):
    return sm.add_constant(np.column_stack(columns))


def each_kind(y, x, read):
    return {name: read(sm.OLS(y, x).fit(**kind)) for name, kind in kinds.items()}


def one(fit):
    test = fit.t_test("x1 = 1")
    return [test.tvalue.item(), float(test.pvalue)]


split = design(f, f > 0, f * (f > 0))

# Classical β·E[f], written out: f̄'·C·f̄ + β'Ωβ/n.
ols = sm.OLS(r, design(f, g)).fit()
means = np.array([f.mean(), g.mean()])
premium_variance = means @ ols.cov_params()[1:, 1:] @ means + ols.params[1:] @ np.cov(f, g) @ ols.params[1:] / rows

# Treynor's ratio a year on f, g beside it: what each row adds (delta method), with statsmodels' HAC error of its mean.
treynor = r.mean() / ols.params[1]
left = sm.OLS(f, design(g)).fit().resid
adds = (r - r.mean() - treynor * left * ols.resid / (left**2).mean()) / ols.params[1]


def treynor_error(lags):
    kind = {"cov_type": "HAC", "cov_kwds": {"maxlags": lags, "use_correction": False}}
    return float(252 * sm.OLS(adds, np.ones(rows)).fit(**kind).bse[0])


# Each factor less what the ones before it explain: its slope and its error are the last ones of the regression up to it.
h = 0.5 * f - 0.3 * g + 0.002 * np.sin(np.arange(rows))
up_to = [design(*[f, g, h][: place + 1]) for place in range(3)]


def orthogonal(kind):
    fits = [sm.OLS(r, x).fit(**kind) for x in up_to]
    return [value for fit in fits for value in (fit.params[-1], fit.bse[-1], fit.pvalues[-1])]


golden = {
    "betaEquals": each_kind(r, design(f), one),
    "upDown": each_kind(r, split, lambda fit: [fit.params[3], fit.bse[3], fit.pvalues[3]]),
    "mean": each_kind(r, np.ones(rows), lambda fit: [fit.params[0], fit.bse[0], *fit.conf_int()[0]]),
    "treynor": [float(252 * treynor), treynor_error(0), treynor_error(6)],
    "orthogonal": {name: [float(value) for value in orthogonal(kind)] for name, kind in kinds.items()},
    "premiumClassical": [float(means @ ols.params[1:]), float(np.sqrt(premium_variance))],
}
(Path(__file__).parent / "inference.json").write_text(json.dumps(golden, indent=1) + "\n")

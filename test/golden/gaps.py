"""Reference numbers for lags that are counted within runs of rows, by statsmodels and by zeros for the missing rows (numpy).

    /usr/bin/python3 gaps.py               writes gaps.json
"""
import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm

from made_up import made_up_returns

rows, lags = 600, 6

f, g, noise = made_up_returns(1, rows), made_up_returns(2, rows), made_up_returns(3, rows)
r = 0.0003 + 0.8 * f + 0.3 * g + noise * (0.5 + 60 * np.abs(f)) + 0.3 * np.concatenate([[0], noise[:-1]])

# Rows are missing before these: a run of one row and one of three among them.
starts = [100, 101, 350, 353]
missing = 40
run = np.searchsorted(starts, np.arange(rows), side="right")


def panel(y, x):
    return sm.OLS(y, x).fit(cov_type="hac-panel", cov_kwds={"groups": run, "maxlags": lags, "use_correction": False, "df_correction": False})


def with_zeros(column):
    """The column with zeros for the rows that are missing: Parzen's amplitude modulated series."""
    whole = np.zeros(rows + missing * len(starts))
    whole[np.arange(rows) + missing * run] = column
    return whole


def bartlett(a, b, lags):
    a, b = with_zeros(a), with_zeros(b)
    total = a @ b
    for lag in range(1, lags + 1):
        total += (1 - lag / (lags + 1)) * (a[lag:] @ b[:-lag] + b[lag:] @ a[:-lag])
    return total


x = sm.add_constant(np.column_stack([f, g]))
two = panel(r, x)

# The errors that decide: HC3 residuals, the meat with zeros, Kiefer and Vogelsang's factor.
plain = sm.OLS(r, x).fit()
scores = x * (plain.resid / (1 - plain.get_influence().hat_matrix_diag))[:, None]
usual = int(4 * (rows / 100) ** (2 / 9))
b = (usual + 1) / rows
wider = (1.96 + 2.9694 * b + 0.4160 * b**2 - 0.5324 * b**3) / 1.96
meat = np.array([[bartlett(scores[:, i], scores[:, j], usual) for j in range(3)] for i in range(3)])
deciding = wider * np.sqrt(np.diag(plain.normalized_cov_params @ meat @ plain.normalized_cov_params))

# Newey and West (1994) with zeros for the missing rows.
w = with_zeros(plain.resid * (f + g))
s = [w[j:] @ w[: len(w) - j] for j in range(1 + usual)]
ratio = 2 * sum(j * c for j, c in enumerate(s)) / (2 * sum(s) - s[0])
automatic = min(rows - 1, int(1.1447 * (ratio**2 * rows) ** (1 / 3)))

# The Sharpe ratio's error by what each row adds, HAC (Lo 2002).
sharpe = r.mean() / r.std(ddof=1)
z = (r - r.mean()) / r.std(ddof=0)
adds = z - sharpe / 2 * (z**2 - 1)
sharpe_error = np.sqrt(bartlett(adds, adds, lags)) / rows

# Ledoit and Wolf's error (2008), prewhitened: an autoregression and its rest of neighbouring rows alone.
first, second = r, f
means = np.array([first.mean(), second.mean(), (first**2).mean(), (second**2).mean()])
v1, v2 = (means[2] - means[0] ** 2) ** 1.5, (means[3] - means[1] ** 2) ** 1.5
gradient = np.array([means[2] / v1, -means[3] / v2, -means[0] / 2 / v1, means[1] / 2 / v2])
psi = gradient @ (np.stack([first, second, first**2, second**2]) - means[:, None])
pairs = [(t, t - 1) for t in range(1, rows) if run[t] == run[t - 1]]
late, early = np.array([psi[t] for t, _ in pairs]), np.array([psi[t] for _, t in pairs])
rho = np.clip(late @ early / (early @ early), -0.97, 0.97)
u = {t: psi[t] - rho * psi[s] for t, s in pairs}
rest = [(u[t], u[t - 1]) for t in u if t - 1 in u]
one, other = (np.array(side) - np.mean(side) for side in zip(*rest))
remaining = one @ other / (other @ other)
width = 2.6614 * (4 * remaining**2 / (1 - remaining) ** 4 * len(u)) ** 0.2
total = sum(value**2 for value in u.values())
for lag in range(1, int(np.ceil(width))):
    share = lag / width
    weight = 1 - 6 * share**2 + 6 * share**3 if share <= 0.5 else 2 * (1 - share) ** 3
    total += 2 * weight * sum(u[t] * u[t - lag] for t in u if t - lag in u and run[t] == run[t - lag])
difference_error = np.sqrt(total / rows / (1 - rho) ** 2 / (rows - 4))

golden = {
    "coefficients": [float(value) for value in (*two.params, *two.bse, *two.pvalues)],
    "deciding": [float(value) for value in deciding],
    "automatic": [automatic],
    "mean": [float(panel(r, np.ones(rows)).bse[0])],
    "sharpe": [float(sharpe_error)],
    "difference": [float(difference_error)],
}
(Path(__file__).parent / "gaps.json").write_text(json.dumps(golden, indent=1) + "\n")

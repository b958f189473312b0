"""Reference numbers on several assets and on months, by numpy and pandas, on series that anyone can make again.

    python3 several-assets.py              writes several-assets.json

The series are those of `madeUpReturns` in test/engine/made-up.ts, to the last bit.
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd

from made_up import made_up_returns

rows = 800


def compounded(series, to):
    total = (1 + series).resample(to).prod() - 1
    return {"ends": [str(day.date()) for day in total.index], "values": total.tolist()}


f, g = made_up_returns(1, rows), made_up_returns(2, rows)
loadings = [(0.8, 0.3), (1.1, -0.2), (1.4, 0.1)]
assets = [0.0002 + b * f + c * g + made_up_returns(seed, rows) for seed, (b, c) in zip((3, 4, 5), loadings)]
r = np.column_stack(assets)


def fit(*factors):
    design = np.column_stack([np.ones(rows), *factors])
    return np.linalg.lstsq(design, r, rcond=None)[0]


two = fit(f, g)
one = fit(f)
slope, intercept = np.polyfit(one[1], r.mean(axis=0), 1)
rate = np.abs(g) / 100
days = pd.Series(f, index=pd.date_range("1970-01-01", periods=rows, freq="D"))

golden = {
    "rows": rows,
    "loadings": loadings,
    "marketLine": {
        "premium": f.mean(),
        "beta": one[1].tolist(),
        "mean": r.mean(axis=0).tolist(),
        "predicted": (one[1] * f.mean()).tolist(),
        "alpha": one[0].tolist(),
        "fitted": [intercept, slope, np.corrcoef(one[1], r.mean(axis=0))[0, 1] ** 2],
    },
    "expected": {
        "parts": [rate.mean(), two[0, 0], two[1, 0] * f.mean(), two[2, 0] * g.mean()],
        "total": rate.mean() + r[:, 0].mean(),
    },
    "months": compounded(days, "M"),
    "years": compounded(days, "A"),
}
(Path(__file__).parent / "several-assets.json").write_text(json.dumps(golden, indent=1) + "\n")

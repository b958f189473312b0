"""The five largest falls of a made-up path, by pandas.

    /usr/bin/python3 drawdowns.py          writes drawdowns.json
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd

from made_up import made_up_returns

rows = 600

returns = made_up_returns(1, rows) - np.where(np.arange(rows) % 200 > 120, 0.001, 0)
wealth = pd.Series((1 + returns).cumprod(), index=pd.date_range("1970-01-01", periods=rows))
peak = wealth.cummax().clip(lower=1)
fall = 1 - wealth / peak
spell = (wealth >= peak).cumsum()

falls = []
for _, part in fall.groupby(spell):
    if part.max() == 0:
        continue
    start = part.index[0] if part.iloc[0] == 0 else None
    after = fall.loc[part.index[-1] :].index[1:]
    falls.append({"depth": float(part.max()), "peak": start and f"{start:%Y-%m-%d}", "trough": f"{part.idxmax():%Y-%m-%d}", "recovered": f"{after[0]:%Y-%m-%d}" if len(after) else None})
falls.sort(key=lambda each: -each["depth"])
(Path(__file__).parent / "drawdowns.json").write_text(json.dumps({"falls": falls[:5]}, indent=1) + "\n")

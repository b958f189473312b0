"""β before and since a day with the change's t, as a student works them out with statsmodels on the sample.

    /usr/bin/python3 beta-change.py        writes beta-change.json
"""
import json
from pathlib import Path

import pandas as pd
import statsmodels.api as sm

here = Path(__file__).parent
sample = here / "../../data/sample"
course = pd.read_csv(sample / "FactorModels_data1.csv", parse_dates=[0], index_col=0)
msft = pd.read_csv(sample / "FactorModels_data2.csv", parse_dates=[0], index_col=0)["MSFT"]
lines = (sample / "F-F_Research_Data_Factors_daily.CSV").read_text(encoding="latin-1").splitlines()
rows = [[cell.strip() for cell in line.split(",")] for line in lines if line[:8].strip().isdigit() and len(line.split(",")[0].strip()) == 8]
three = pd.DataFrame([[float(cell) / 100 for cell in row[1:5]] for row in rows], index=pd.to_datetime([row[0] for row in rows], format="%Y%m%d"), columns=["Mkt-RF", "SMB", "HML", "RF"])
rate = three["RF"]

cases = [
    ("chapter", course["JPM"], course["SPY"], None, None, "2009-01-01"),
    ("wmt-2000-2009", course["WMT"], course["SPY"], "2000-01-01", "2009-12-31", "2005-01-01"),
    ("msft-2010-2019", (msft - rate).rename("MSFT"), three["Mkt-RF"], "2010-01-01", "2019-12-31", "2015-01-01"),
]


def fit(asset, factor):
    data = pd.concat([asset, factor], axis=1).dropna()
    return sm.OLS(data.iloc[:, 0].to_numpy(), sm.add_constant(data.iloc[:, 1].to_numpy())).fit()


def keys(asset, factor, first, last, split):
    window = asset.loc[first:last]
    before = fit(window[window.index < split], factor)
    since = fit(window[window.index >= split], factor)
    change = since.params[1] - before.params[1]
    return {"betaBefore": before.params[1], "betaSince": since.params[1], "betaChangeT": change / (before.bse[1] ** 2 + since.bse[1] ** 2) ** 0.5, "errors": [before.bse[1], since.bse[1]], "whole": fit(window, factor).params[1]}


if __name__ == "__main__":
    made = [{"variant": name, "split": split, **keys(asset, factor, first, last, split)} for name, asset, factor, first, last, split in cases]
    (here / "beta-change.json").write_text("[\n" + ",\n".join(json.dumps(row) for row in made) + "\n]\n")

"""Reference numbers for other ways of measuring returns than the course's, by pandas and statsmodels on the sample.

    /usr/bin/python3 conventions.py        writes conventions.json
"""
import json
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.api as sm

here = Path(__file__).parent
sample = here / "../../data/sample"


def french(name):
    lines = [line for line in (sample / name).read_text(encoding="latin-1").splitlines()]
    head = next(line for line in lines if line.startswith(","))
    names = [cell.strip() for cell in head.split(",")[1:]]
    rows = [line.split(",") for line in lines if line[:8].strip().isdigit() and len(line.split(",")[0].strip()) == 8]
    index = pd.to_datetime([row[0].strip() for row in rows], format="%Y%m%d")
    return pd.DataFrame([[float(cell) / 100 for cell in row[1 : len(names) + 1]] for row in rows], index=index, columns=names)


course = pd.read_csv(sample / "FactorModels_data1.csv", parse_dates=[0], index_col=0)
msft = pd.read_csv(sample / "FactorModels_data2.csv", parse_dates=[0], index_col=0)["MSFT"]
three = french("F-F_Research_Data_Factors_daily.CSV")
rate = three["RF"]


def weeks(excess, rf=None):
    """Friday to Friday, the week under way left out: P(1 + r) - P(1 + rf)."""
    excess = excess.dropna()
    rf = excess * 0 if rf is None else rf.reindex(excess.index).fillna(0)
    product = lambda column: (1 + column).resample("W-FRI").prod()
    rows = excess.resample("W-FRI").count()
    made = (product(excess + rf) - product(rf))[rows > 0]
    return made[made.index <= excess.index[-1]].iloc[0 if excess.index[0].dayofweek == 0 else 1 :]


def fit(asset, *factors, **kind):
    data = pd.concat([asset, *factors], axis=1).dropna()
    model = sm.OLS(data.iloc[:, 0].to_numpy(), sm.add_constant(data.iloc[:, 1:].to_numpy())).fit(**kind)
    return model, data


def figures(asset, *factors):
    model, data = fit(asset, *factors)
    hac, _ = fit(asset, *factors, cov_type="HAC", cov_kwds={"maxlags": 6, "use_correction": False})
    return {
        "rows": len(data),
        "first": str(data.index[0].date()),
        "last": str(data.index[-1].date()),
        "alpha": model.params[0],
        "betas": list(model.params[1:]),
        "standardErrors": list(model.bse),
        "hac": list(hac.bse),
        "rSquared": model.rsquared,
        "volatilityAnnual": data.iloc[:, 0].std() * np.sqrt(52),
    }


def logs(excess, rf=None):
    """ln(1 + r) - ln(1 + rf), by day."""
    excess = excess.dropna()
    rf = excess * 0 if rf is None else rf.reindex(excess.index).fillna(0)
    return np.log(1 + excess + rf) - np.log(1 + rf)


def log_weeks(excess, rf=None):
    """Sums of the days' logs, Friday to Friday."""
    daily = logs(excess, rf)
    made = daily.resample("W-FRI").sum()[daily.resample("W-FRI").count() > 0]
    return made[made.index <= daily.index[-1]].iloc[0 if daily.index[0].dayofweek == 0 else 1 :]


msft_weeks = weeks(msft - rate, rate)
golden = {
    "weekly": {
        "JPM on SPY": figures(weeks(course["JPM"], rate), weeks(course["SPY"], rate)),
        "MSFT on Mkt-RF, SMB": figures(msft_weeks, weeks(three["Mkt-RF"], rate), weeks(three["SMB"])),
    },
    "log": {
        "JPM on SPY": figures(logs(course["JPM"], rate), logs(course["SPY"], rate)),
        "MSFT on Mkt-RF, SMB": figures(logs(msft - rate, rate), logs(three["Mkt-RF"], rate), logs(three["SMB"])),
    },
    "weekly log": {
        "JPM on SPY": figures(log_weeks(course["JPM"], rate), log_weeks(course["SPY"], rate)),
        "MSFT on Mkt-RF, SMB": figures(log_weeks(msft - rate, rate), log_weeks(three["Mkt-RF"], rate), log_weeks(three["SMB"])),
    },
}


def raw(excess, every):
    """Total returns of whole periods: P(1 + r) - 1."""
    total = (excess.dropna() + rate).dropna()
    made = (1 + total).resample(every).prod()[total.resample(every).count() > 0] - 1
    return made[made.index <= total.index[-1]]


def provider(asset, every, rows):
    model, data = fit(raw(asset, every), raw(course["SPY"], every))
    last = data.iloc[-rows:]
    model, data = fit(last.iloc[:, 0], last.iloc[:, 1])
    return {"rows": len(data), "first": str(data.index[0].date()), "last": str(data.index[-1].date()), "beta": model.params[1], "standardError": model.bse[1]}


def dimson(asset, factor, reach=5, lags=None):
    """The sum of the coefficients on the factor of the rows around; classical errors of the sum by t_test."""
    data = pd.concat([asset, factor], axis=1).dropna()
    around = pd.concat({k: data.iloc[:, 1].shift(-k) for k in range(-reach, reach + 1)}, axis=1).dropna()
    model = sm.OLS(data.iloc[:, 0].loc[around.index].to_numpy(), sm.add_constant(around.to_numpy())).fit()
    every, without = np.r_[0, np.ones(2 * reach + 1)], np.r_[0, np.ones(reach), 0, np.ones(reach)]
    return {"rows": len(around), "sum": float(every @ model.params), "neighbours": float(without @ model.params)}


golden["dimson"] = {"JPM on SPY": dimson(course["JPM"], course["SPY"]), "MSFT on Mkt-RF": dimson(msft - rate, three["Mkt-RF"])}

golden["providers"] = {
    f"{ticker} {name}": provider(asset, every, rows)
    for ticker, asset in [("JPM", course["JPM"]), ("MSFT", msft - rate)]
    for name, every, rows in [("yahoo", "M", 60), ("bloomberg", "W-FRI", 104)]
}
(here / "conventions.json").write_text(json.dumps(golden, indent=1) + "\n")

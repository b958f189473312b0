"""beta of JPM with its chart, as a student of the chapter does it: pandas, statsmodels, matplotlib.

Reads commands from standard input, one a line, and answers with the milliseconds of each; without --serve it does
the whole thing once, as a script. Argument: the sample's CSV file.
"""
import io
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd
import statsmodels.api as sm


def load(path):
    return pd.read_csv(path, index_col=0, parse_dates=True)


def answer(data, start=None):
    rows = data[["SPY", "JPM"]].dropna()
    if start is not None:
        rows = rows[rows.index >= start]
    fit = sm.OLS(rows["JPM"], sm.add_constant(rows["SPY"])).fit()
    numbers = (fit.params, fit.bse, fit.tvalues, fit.pvalues, fit.conf_int(), fit.rsquared)
    figure, axes = plt.subplots(figsize=(10, 6), dpi=100)
    axes.scatter(rows["SPY"], rows["JPM"], s=9, alpha=0.35, marker="s", linewidths=0)
    ends = rows["SPY"].agg(["min", "max"])
    axes.plot(ends, fit.params["const"] + fit.params["SPY"] * ends, color="C1")
    axes.set_xlabel("SPY excess return, daily")
    axes.set_ylabel("JPM excess return, daily")
    axes.set_title(f"JPM vs SPY (beta = {fit.params['SPY']:.2f})")
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    plt.close(figure)
    return numbers, picture.getvalue()


path = sys.argv[1]
if "--serve" not in sys.argv:
    _, picture = answer(load(path))
    print(len(picture))
    sys.exit()

data = load(path)
answer(data)
print("ready", flush=True)
for line in sys.stdin:
    task, _, argument = line.strip().partition(" ")
    started = time.perf_counter()
    if task == "load":
        load(path)
    else:
        answer(data, argument or None)
    print((time.perf_counter() - started) * 1000, flush=True)

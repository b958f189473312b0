"""Mistakes before the formula: another series, other days, other returns, another regression."""
from answers import work_of

own_windows = [("1995-01-01", "2004-12-31"), ("2000-01-01", "2009-12-31"), ("2005-01-01", "2014-12-31"),
               ("2010-01-01", "2019-12-31"), ("2015-01-01", "2024-12-31")]


def shifted(first=0, last=0):
    def work(v):
        if v.get("from") is None:
            return None
        move = lambda day, by: f"{int(day[:4]) + by}{day[4:]}"
        return work_of(v).but(first=move(v["from"], first), last=move(v["to"], last))
    return work


def neighbour(step):
    def work(v):
        window = (v.get("from"), v.get("to"))
        if window not in own_windows:
            return work_of(v).but(first=own_windows[1][0], last=own_windows[1][1]) if step > 0 else None
        at = own_windows.index(window) + step
        return work_of(v).but(first=own_windows[at][0], last=own_windows[at][1]) if 0 <= at < len(own_windows) else None
    return work


def last_year_only(v):
    return work_of(v).but(first=(v.get("to") or "2024")[:4] + "-01-01") if v.get("from") else None


def how(name):
    return lambda v: work_of(v).but(how=name)


def for_french_factor(v):
    return work_of(v).but(factor="SPY") if v["factor"] == "Mkt-RF" else None


def for_spy(v):
    return work_of(v).but(factor="Mkt-RF") if v["factor"] == "SPY" else None


# (id, the work that comes of it, how the student got there)
other_data = [
    ("factor-mkt-rf-for-spy", for_spy, "regressed {asset} on French's Mkt-RF instead of SPY"),
    ("factor-spy-for-mkt-rf", for_french_factor, "regressed {asset} on SPY instead of Mkt-RF"),
    ("reversed-regression", how("reversed"), "regressed {factor} on {asset}"),
    ("other-ticker", lambda v: work_of(v).but(**v["other"]), "took the column of {other}"),
    ("whole-sample", lambda v: work_of(v).but(first=None, last=None) if v.get("from") else None, "forgot to cut the data to the window"),
    ("window-off-by-a-year: starts-late", shifted(first=1), "began the window a year late, with `> '{y0}'` on years"),
    ("window-off-by-a-year: starts-early", shifted(first=-1), "began the window a year early"),
    ("window-off-by-a-year: ends-late", shifted(last=1), "let the window run a year longer"),
    ("window-cut-by-less-than", shifted(last=-1), "cut the window with `index < '{y1}'`, which loses the last year"),
    ("window-off-by-a-year: both-ends", shifted(first=-1, last=-1), "moved the whole window a year back"),
    ("last-year-only", last_year_only, "kept `data.loc['{y1}']` alone"),
    ("neighbour-variant: later", neighbour(1), "copied from a neighbour whose window is the next one"),
    ("neighbour-variant: earlier", neighbour(-1), "copied from a neighbour whose window is the one before"),
    ("log-returns", how("log"), "took np.log(1 + r) of both returns first"),
    ("fillna-0", how("fillna-0"), "filled the days without a return with 0 instead of dropping them"),
    ("rf-subtracted-twice", how("rf-twice"), "took RF off {asset}'s return, which is an excess return by then"),
    ("rf-off-both", how("rf-off-both"), "took RF off {asset} and off {factor}"),
    ("rf-kept", how("rf-kept"), "left the risk-free rate in {asset}'s return"),
    ("rf-in-percent", how("rf-in-percent"), "took RF off in percent, as the file has it"),
    ("monthly-data", how("monthly"), "compounded to months and used months as if they were days"),
    ("month-end-days", how("month-end-days"), "took the last day of each month as the month's return"),
    ("no-constant", how("no-constant"), "regressed without a constant"),
    ("factor-in-percent", how("factor-in-percent"), "left {factor} in percent beside decimals"),
]
by_id = {name: (work, note) for name, work, note in other_data}

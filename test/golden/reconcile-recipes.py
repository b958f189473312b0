"""The test set of /reconcile: numbers that a student brings, each with the recipe that gives it.

    /usr/bin/python3 reconcile-recipes.py      writes reconcile-recipes.json, reconcile-held-out.json, reconcile-arbitrary.json
    /usr/bin/python3 reconcile-check.py        computes every value again without pandas, from the recipe's fields alone

README.md in this folder says what the fields mean. All draws have fixed seeds: the same data give the same bytes. The
recipes were chosen by what students and professionals do, without reading src/; one that the bot doesn't know is a finding.
"""
import json
import math
import random
import sys
from pathlib import Path

sys.dont_write_bytecode = True
from reconcile_values import FF3, FF5, value_of  # noqa: E402

here = Path(__file__).resolve().parent
catalogue = []
PERCENTS = {"alpha": 0.8, "alpha-annual": 0.8, "mean": 0.9, "r-squared": 0.4, "volatility": 0.7,
            "hedged-volatility": 0.7, "tracking-error": 0.7}


def add(family, why, asset, quantity="beta", believed=None, ticker=None, **changes):
    """Appends a recipe. `quantity` is what the number is; `believed` and `ticker` what the student takes it for."""
    alone = quantity in ("mean", "variance", "volatility", "sharpe")
    against_one = quantity in ("tracking-error", "information")
    r = {
        "quantity": quantity, "asset": asset,
        "factors": [] if alone else ["Mkt-RF"] if asset == "MSFT" else ["SPY"],
        "frequency": "daily", "from": None, "to": None, "kind": "excess",
        "estimator": "none" if alone else "beta-one" if against_one else "ols",
        "rows": "own" if asset == "MSFT" else "course",
        "periods": None, "partial": None, "last": None, "unit": "decimal", "scale": None,
    } | changes
    if r["frequency"] != "daily":
        # The library publishes months and years, so MSFT's factor and rate come from there; weeks are made from days.
        published = asset == "MSFT" and r["frequency"] != "weekly" and r["kind"] == "excess" and "SPY" not in r["factors"]
        r["periods"] = r["periods"] or ("library" if published else "compounded")
        r["partial"] = r["partial"] or "kept"
    value, r["from"], r["to"], r["n"] = value_of(r)
    catalogue.append({"family": family, "ticker": ticker or asset, "quantity": believed or quantity,
                      "value": value, "recipe": r, "why": why})


def years(first, last=None):
    return {"from": f"{first}-01-01", "to": f"{last or first}-12-31"}


STOCKS = ("JPM", "WMT", "MSFT")
YEAR, DAY_RATE = "×252", "×√252"
TOTAL_ON_SPY = {"factors": ["SPY"], "kind": "total"}

# ---- The course's own number, typed with fewer digits.
for a in STOCKS:
    add("default", "the course's own β, rounded", a)
add("default", "the course's own R², rounded", "JPM", "r-squared")
add("default", "the course's own α × 252", "MSFT", "alpha", "alpha-annual", scale=YEAR)
add("default", "the course's own volatility, σ × √252", "JPM", "volatility", scale=DAY_RATE)
add("default", "the course's own Sharpe ratio, × √252", "MSFT", "sharpe", scale=DAY_RATE)
add("default", "the course's own appraisal ratio, × √252", "JPM", "appraisal", scale=DAY_RATE)

# ---- The other ticker's column.
for asked, a in (("JPM", "WMT"), ("WMT", "JPM"), ("JPM", "MSFT"), ("MSFT", "WMT"), ("MSFT", "JPM")):
    add("other-ticker", f"regressed {a}'s column and called it {asked}", a, ticker=asked)
add("other-ticker", "read R² off the summary of WMT's model", "WMT", "r-squared", ticker="JPM")
add("other-ticker", "took JPM's α where WMT's was asked", "JPM", "alpha", "alpha-annual", "WMT", scale=YEAR)
add("other-ticker", "took WMT's volatility where JPM's was asked", "WMT", "volatility", ticker="JPM", scale=DAY_RATE)
add("other-ticker", "SPY's Sharpe ratio, not the stock's", "SPY", "sharpe", ticker="JPM", scale=DAY_RATE)

# ---- ρ, R² and β taken for one another.
for a in STOCKS:
    add("correlation-or-r-squared", "the correlation with the factor given as β", a, "correlation", "beta", estimator="correlation")
    add("correlation-or-r-squared", "R² given as β: the first figure of the summary", a, "r-squared", "beta")
for a in ("JPM", "WMT"):
    add("correlation-or-r-squared", "the correlation, not squared, given as R²", a, "correlation", "r-squared", estimator="correlation")
add("correlation-or-r-squared", "1 − R², the idiosyncratic share, given as R²", "WMT", "unexplained", "r-squared")
add("correlation-or-r-squared", "1 − R², the idiosyncratic share, given as R²", "MSFT", "unexplained", "r-squared")

# ---- Mkt-RF in SPY's place on the same rows, and back.
for a in ("JPM", "WMT"):
    add("market-factor", "Mkt-RF in SPY's place, on the course's rows", a, factors=["Mkt-RF"])
    add("market-factor", "Mkt-RF on all days of the stock, before SPY existed too", a, factors=["Mkt-RF"], rows="own")
add("market-factor", "SPY in Mkt-RF's place: only since SPY is listed", "MSFT", factors=["SPY"])
add("market-factor", "Mkt-RF in SPY's place, on the course's rows", "JPM", "r-squared", factors=["Mkt-RF"])
add("market-factor", "Mkt-RF in SPY's place, on the course's rows", "WMT", "alpha", "alpha-annual", factors=["Mkt-RF"], scale=YEAR)
add("market-factor", "SPY in Mkt-RF's place: only since SPY is listed", "MSFT", "r-squared", factors=["SPY"])
add("market-factor", "SPY in Mkt-RF's place: only since SPY is listed", "MSFT", "alpha", "alpha-annual", factors=["SPY"], scale=YEAR)
add("market-factor", "Mkt-RF in SPY's place, on the course's rows", "JPM", "appraisal",
    factors=["Mkt-RF"], scale=DAY_RATE)

# ---- Monthly: dropna, then (1 + r).prod() − 1 by month.
MONTHLY = {"frequency": "monthly"}
for a in STOCKS:
    add("monthly", "months, compounded by pandas from the file as it is", a, **MONTHLY)
    add("monthly", "months, compounded by pandas from the file as it is", a, "r-squared", **MONTHLY)
for a in ("JPM", "WMT"):
    add("monthly", "months as sums of the days: resample('M').sum()", a, periods="summed", **MONTHLY)
add("monthly", "monthly α × 12", "JPM", "alpha", "alpha-annual", scale="×12", **MONTHLY)
add("monthly", "monthly α × 12", "MSFT", "alpha", "alpha-annual", scale="×12", **MONTHLY)
add("monthly", "monthly σ × √12", "JPM", "volatility", scale="×√12", **MONTHLY)
add("monthly", "monthly σ × √12", "WMT", "volatility", scale="×√12", **MONTHLY)
add("monthly", "monthly mean / σ × √12", "MSFT", "sharpe", scale="×√12", **MONTHLY)
add("monthly", "months of the stock on the library's monthly Mkt-RF", "JPM", factors=["Mkt-RF"], periods="library", **MONTHLY)
add("monthly", "monthly adjusted β", "JPM", estimator="adjusted", **MONTHLY)

# ---- Weekly: resample('W-FRI').
WEEKLY = {"frequency": "weekly"}
for a in STOCKS:
    add("weekly", "weeks from Friday to Friday", a, **WEEKLY)
add("weekly", "weeks from Friday to Friday", "JPM", "r-squared", **WEEKLY)
add("weekly", "weekly α × 52", "MSFT", "alpha", "alpha-annual", scale="×52", **WEEKLY)
add("weekly", "weekly σ × √52", "WMT", "volatility", scale="×√52", **WEEKLY)
add("weekly", "weekly mean / σ × √52", "JPM", "sharpe", scale="×√52", **WEEKLY)

# ---- Annual.
for a in STOCKS:
    add("annual", "calendar years, the first one partial", a, frequency="annual")
for a in ("JPM", "WMT"):
    add("annual", "whole calendar years only", a, frequency="annual", partial="dropped")

# ---- Log returns.
for a in STOCKS:
    add("log", "np.log(1 + r) of both columns", a, kind="log")
add("log", "np.log(1 + r) of both columns", "JPM", "alpha", "alpha-annual", kind="log", scale=YEAR)
add("log", "np.log(1 + r) of both columns", "MSFT", "alpha", "alpha-annual", kind="log", scale=YEAR)
add("log", "σ of log returns", "MSFT", "volatility", kind="log", scale=DAY_RATE)
add("log", "mean and σ of log returns", "JPM", "sharpe", kind="log", scale=DAY_RATE)
add("log", "months of log returns: the sum of the days", "WMT", kind="log", periods="summed", **MONTHLY)

# ---- Providers. None subtracts the rate; the sample has no dividends, so total returns stand for price returns.
for a in STOCKS:
    add("yahoo", "Yahoo's β: 5 years of months against the S&P 500, no rate subtracted", a, last=60, **MONTHLY, **TOTAL_ON_SPY)
    bloomberg = {"last": 104, "partial": "dropped", **WEEKLY, **TOTAL_ON_SPY}
    add("bloomberg-raw", "Bloomberg's raw β: 2 years of weeks to the last Friday", a, **bloomberg)
    add("bloomberg-adjusted", "Bloomberg's adjusted β: 2/3 of the raw β of 2 years of weeks + 1/3", a, estimator="adjusted", **bloomberg)
for a in ("JPM", "WMT"):
    add("value-line", "Value Line's way: 5 years of weeks", a, **(bloomberg | {"last": 260}))

# ---- The rate left in, or subtracted twice.
add("rate", "forgot to subtract RF from MSFT", "MSFT", "alpha", "alpha-annual", kind="raw", scale=YEAR)
add("rate", "forgot to subtract RF from MSFT", "MSFT", "sharpe", kind="raw", scale=DAY_RATE)
add("rate", "forgot to subtract RF from MSFT: daily α", "MSFT", "alpha", kind="raw")
add("rate", "subtracted RF from returns that are excess already", "JPM", "alpha", "alpha-annual", kind="rate-twice", scale=YEAR)
add("rate", "subtracted RF from returns that are excess already", "JPM", "sharpe", kind="rate-twice", scale=DAY_RATE)
add("rate", "subtracted RF from returns that are excess already", "WMT", "alpha", "alpha-annual", kind="rate-twice", scale=YEAR)
add("rate", "total returns, RF in stock and factor", "JPM", "alpha", "alpha-annual", kind="total", scale=YEAR)
add("rate", "total returns in the Sharpe ratio", "WMT", "sharpe", kind="total", scale=DAY_RATE)
add("rate", "subtracted RF from returns that are excess already", "JPM", "appraisal", kind="rate-twice", scale=DAY_RATE)

# ---- One calendar year.
for a, year in (("JPM", 2008), ("JPM", 2009), ("JPM", 2020), ("JPM", 2024), ("WMT", 2008), ("WMT", 2022), ("WMT", 2024),
                ("MSFT", 2000), ("MSFT", 2020), ("MSFT", 2023), ("MSFT", 2024)):
    add("calendar-year", f"the days of {year} only", a, **years(year))
add("calendar-year", "the days of 2020 only", "JPM", "volatility", scale=DAY_RATE, **years(2020))
add("calendar-year", "the days of 2022 only", "MSFT", "r-squared", **years(2022))

# ---- From and to.
for a, first, last, label in (
        ("JPM", 2000, 2024, "since 2000"), ("JPM", 2010, 2019, "2010 to 2019"), ("JPM", 2015, 2024, "the last 10 years"),
        ("JPM", 2020, 2024, "the last 5 years"), ("JPM", 1993, 2008, "to the end of 2008"), ("WMT", 2000, 2024, "since 2000"),
        ("WMT", 2010, 2019, "2010 to 2019"), ("WMT", 2020, 2024, "the last 5 years"), ("WMT", 2010, 2024, "since 2010"),
        ("MSFT", 2000, 2024, "since 2000"), ("MSFT", 2000, 2009, "2000 to 2009"), ("MSFT", 2010, 2019, "2010 to 2019"),
        ("MSFT", 2015, 2024, "since 2015"), ("MSFT", 2022, 2024, "the last 3 years"), ("MSFT", 1993, 2024, "since SPY's first year")):
    add("window", f"{label}, daily", a, **years(first, last))
add("window", "since 2010, daily", "JPM", "r-squared", **years(2010, 2024))
add("window", "since 2015, daily", "MSFT", "sharpe", scale=DAY_RATE, **years(2015, 2024))
add("window", "the last 10 years, daily", "MSFT", "alpha", "alpha-annual", scale=YEAR, **years(2015, 2024))
add("window", "since 2000, daily", "WMT", "volatility", scale=DAY_RATE, **years(2000, 2024))
add("window", "the last 5 years of months", "JPM", frequency="monthly", **years(2020, 2024))

# ---- Several factors: what stands beside Mkt-RF in the summary.
CHAPTER_FF5 = [*FF3, "RMW", "CMA"]
for a in STOCKS:
    add("several-factors", "the market β of the three-factor model", a, factors=FF3)
    add("several-factors", "the market β of the five-factor model, the library's SMB of five factors", a, factors=FF5)
add("several-factors", "the market β of five factors as the chapter merges them: SMB of three", "MSFT", factors=CHAPTER_FF5)
add("several-factors", "the market β of six factors as the chapter merges them", "JPM", factors=[*CHAPTER_FF5, "Mom"])
add("several-factors", "the market β of Carhart's four factors", "WMT", factors=[*FF3, "Mom"])
add("several-factors", "α of the three-factor model × 252", "MSFT", "alpha", "alpha-annual", factors=FF3, scale=YEAR)
add("several-factors", "α of the five-factor model × 252", "JPM", "alpha", "alpha-annual", factors=FF5, scale=YEAR)
add("several-factors", "R² of the three-factor model", "JPM", "r-squared", factors=FF3)
add("several-factors", "R² of the five-factor model", "MSFT", "r-squared", factors=FF5)
add("several-factors", "the market β of the three-factor model, months", "MSFT", factors=FF3, **MONTHLY)

# ---- The estimator.
for a in STOCKS:
    add("no-intercept", "OLS without add_constant", a, estimator="no-intercept")
    add("adjusted", "Blume's 2/3 β + 1/3", a, estimator="adjusted")
    add("reversed", "regressed the factor on the stock", a, estimator="reversed")
add("reversed", "regressed the factor on the stock and inverted the slope", "JPM", estimator="reversed-inverted")
add("no-intercept", "OLS without add_constant, months", "MSFT", estimator="no-intercept", **MONTHLY)

# ---- Units and blanks.
add("unit", "forgot to divide the library's percents by 100", "MSFT", unit="factor-in-percent")
add("blank-as-zero", "fillna(0) in dropna's place", "JPM", "alpha", "alpha-annual", rows="blank-as-zero", scale=YEAR)
add("blank-as-zero", "fillna(0) in dropna's place", "WMT", "volatility", rows="blank-as-zero", scale=DAY_RATE)

# ---- α: which year, which mean.
for a, scale, why in (
        ("MSFT", "×12", "daily α × 12, as if it were monthly"), ("JPM", "×365", "α × 365, calendar days"),
        ("MSFT", "×365", "α × 365, calendar days"), ("MSFT", "compounded 252", "(1 + α)^252 − 1"),
        ("WMT", "compounded 252", "(1 + α)^252 − 1"), ("JPM", "×250", "α × 250"), ("MSFT", "×21", "α × 21: a month, not a year"),
        ("JPM", None, "α per day, not annualised"), ("MSFT", None, "α per day, not annualised"),
        ("WMT", "×√252", "α × √252: the rule for volatility")):
    add("alpha-scale", why, a, "alpha", "alpha-annual", scale=scale)
add("alpha-scale", "monthly α compounded over 12 months", "JPM", "alpha", "alpha-annual", scale="compounded 12", **MONTHLY)
for a in STOCKS:
    add("mean-for-alpha", "the mean excess return × 252 given as α", a, "mean", "alpha-annual", scale=YEAR)
for a in ("JPM", "WMT"):
    add("mean-for-alpha", "the mean less SPY's mean: α with β = 1", a, "alpha", "alpha-annual", estimator="beta-one", scale=YEAR)

# ---- Volatility: which root, which series.
for a, scale, why in (
        ("JPM", None, "σ per day, not annualised"), ("MSFT", "×√12", "daily σ × √12"), ("JPM", "×√21", "σ × √21: a month"),
        ("MSFT", "×√21", "σ × √21: a month"), ("WMT", "×√365", "σ × √365, calendar days"), ("JPM", "×√365", "σ × √365, calendar days"),
        ("WMT", "×√250", "σ × √250")):
    add("volatility-scale", why, a, "volatility", scale=scale)
for a in ("JPM", "WMT"):
    add("volatility-scale", "the variance × 252, no root taken", a, "variance", "volatility", scale=YEAR)
for a in ("JPM", "MSFT"):
    add("hedged", "the residual's volatility given as the stock's", a, "hedged-volatility", "volatility", scale=DAY_RATE)
add("hedged", "the stock's volatility given as the hedged one", "WMT", "volatility", "hedged-volatility", scale=DAY_RATE)
add("hedged", "σ(ε) × √21, as section 6.8.3 prints it", "MSFT", "hedged-volatility", scale="×√21")
for a in ("JPM", "WMT"):
    add("hedged", "tracking error: σ(r − SPY) × √252", a, "tracking-error", scale=DAY_RATE)
add("hedged", "tracking error against the market given as the hedged volatility", "MSFT", "tracking-error", "hedged-volatility", scale=DAY_RATE)

# ---- Sharpe, appraisal and information ratio.
for a, scale, why in (
        ("MSFT", None, "mean / σ per day"), ("JPM", "×√12", "daily ratio × √12"), ("MSFT", "×√21", "daily ratio × √21"),
        ("JPM", "×√365", "daily ratio × √365"), ("WMT", "×252", "daily ratio × 252, no root")):
    add("sharpe-scale", why, a, "sharpe", scale=scale)
for a in ("JPM", "MSFT"):
    add("ratio", "the appraisal ratio given as the Sharpe ratio", a, "appraisal", "sharpe", scale=DAY_RATE)
add("ratio", "the Sharpe ratio given as the appraisal ratio", "WMT", "sharpe", "appraisal", scale=DAY_RATE)
add("ratio", "the information ratio, r − SPY, given as the appraisal ratio", "JPM", "information", "appraisal", scale=DAY_RATE)
add("ratio", "the information ratio, r − SPY", "WMT", "information", scale=DAY_RATE)
add("ratio", "daily appraisal ratio × √12", "MSFT", "appraisal", scale="×√12")
add("ratio", "monthly appraisal ratio × √12", "MSFT", "appraisal", scale="×√12", **MONTHLY)

# ---- What else a number may well be. Not typed by anybody here, but digits are added until none of these gives it.
chosen = list(catalogue)
for a in STOCKS:
    for quantity, scale in (("r-squared", None), ("alpha", YEAR), ("volatility", DAY_RATE), ("hedged-volatility", DAY_RATE),
                            ("sharpe", DAY_RATE), ("appraisal", DAY_RATE)):
        add("rival", "the course's own number", a, quantity, "alpha-annual" if quantity == "alpha" else None, scale=scale)
    for year in range(1994, 2025):
        add("rival", f"the days of {year} only", a, **years(year))
        add("rival", f"since {year}, daily", a, **years(year, 2024))
rivals, catalogue = catalogue[len(chosen):], chosen


def as_right(entry, number):
    """Recipes one convention away that the digits typed can't tell from the entry's own."""
    r = entry["recipe"]
    ends = {"from": r["from"], "to": r["to"]}
    # Excess returns are the course's way: an answer that names total returns without need is not as right.
    changes = [{"kind": "excess"}] if r["kind"] == "total" else []
    if r["rows"] == "course" and r["factors"]:
        changes.append({"rows": "own"})
    if r["frequency"] != "daily" and not r["last"]:
        changes.append({"partial": "dropped" if r["partial"] == "kept" else "kept"})
    if r["periods"] == "library":
        changes.append({"periods": "compounded"})
    found = []
    for change in changes:
        other = r | ends | change
        value, other["from"], other["to"], other["n"] = value_of(other)
        if gives(value, number):
            found.append(other)
    return found


# ======== From values to what is typed.
def typed(value, digits, percent):
    shown = value * 100 if percent else value
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(shown))))
    return f"{shown:.{decimals}f}" + ("%" if percent else "")


def gives(value, number):
    """Whether the value, rounded to the decimals typed, is the number. A sign, comma, $ or % is read as a student means it."""
    text = number.replace("$", "").replace(",", "")
    shown = value * 100 if text.endswith("%") else value
    text = text.rstrip("%")
    decimals = len(text.partition(".")[2])
    return abs(shown - float(text)) <= 0.5 * 10**-decimals * (1 + 1e-9)


def open_to(ticker, quantity, entry):
    """Whether a catalogue entry can be meant where the student names this ticker and this quantity (None: not named)."""
    return ticker in (None, entry["ticker"]) and quantity in (None, entry["quantity"], entry["recipe"]["quantity"])


def story(entry, rng):
    """Draws what the student types. Digits are added until no other recipe listed gives the number, to five."""
    ticker = entry["ticker"] if entry["family"] == "other-ticker" or rng.random() < 0.88 else None
    quantity = entry["quantity"] if rng.random() < 0.5 else None
    percent = rng.random() < PERCENTS.get(entry["recipe"]["quantity"], 0)
    start = rng.choices((2, 3, 4, 5), (12, 43, 35, 10))[0]
    for digits in range(start, 6):
        number = typed(entry["value"], digits, percent)
        others = [e for e in catalogue + rivals if e["recipe"] != entry["recipe"] and open_to(ticker, quantity, e) and gives(e["value"], number)]
        if not others:
            break
    return {"number": number, "value": entry["value"], "ticker": ticker, "quantity": quantity, "family": entry["family"],
            "recipe": entry["recipe"], "why": entry["why"], "accept": [e["recipe"] for e in others] + as_right(entry, number)}


def halves(stories, rng):
    """Each family is shuffled and dealt out in turn; which half gets the odd one alternates."""
    two, turn = ([], []), 0
    for family in dict.fromkeys(s["family"] for s in stories):
        members = [s for s in stories if s["family"] == family]
        rng.shuffle(members)
        for member in members:
            two[turn % 2].append(member)
            turn += 1
    return two


# ======== Numbers that nothing stands behind.
def arbitrary(rng):
    def uniform(low, high, digits, percent=False):
        return typed(rng.uniform(low, high), digits, False) + ("%" if percent else "")

    def draw(sort):
        if sort == "beta-like":
            return uniform(0.2, 3, rng.choice((2, 3, 3, 3, 4, 4)))
        if sort == "r-squared-like":
            return uniform(0.05, 0.99, rng.choice((2, 3, 4)))
        if sort == "percent":
            return uniform(*rng.choice(((-15, 60), (0.5, 60), (60, 300), (0.01, 0.5))), rng.choice((2, 3, 4)), True)
        if sort == "dollars":
            amount = round(10 ** rng.uniform(2, 8))
            return rng.choice((f"${amount:,}", f"{amount}", f"${amount / 100:,.2f}"))
        if sort == "zero-or-one":
            return rng.choice(("0", "1", "0.0", "1.0", "0.00", "1.00", "0%", "100%"))
        return rng.choice((
            uniform(-3, -0.2, 3), uniform(3, 30, 3), uniform(100, 9999, 4), str(rng.randint(3, 99)), uniform(1e-7, 1e-5, 2),
            str(rng.randint(1926, 2030)), "3.14159", "2.71828", "1.41421", uniform(1000, 9999, 4, True), str(rng.randint(10**6, 10**9)),
        ))

    measures = {
        "percent": ("alpha", "alpha-annual", "r-squared", "volatility", "tracking-error"),
        "r-squared-like": ("beta", "r-squared", "correlation", "volatility", "sharpe", "appraisal"),
        "beta-like": ("beta",) * 6 + ("sharpe", "appraisal"),
    }
    amounts = {"beta-like": 85, "r-squared-like": 25, "percent": 30, "dollars": 15, "zero-or-one": 12, "nonsense": 33}
    result, seen = [], set()
    for sort, amount in amounts.items():
        kept = 0
        while kept < amount:
            number = draw(sort)
            ticker = rng.choice((*STOCKS, None))
            named = rng.random() < 0.4
            quantity = rng.choice(measures.get(sort, ("beta", "alpha-annual", "r-squared", "sharpe"))) if named else None
            matches = [e for e in catalogue if gives(e["value"], number)]
            by_chance = matches + [e for e in rivals if open_to(ticker, quantity, e) and gives(e["value"], number)]
            # 0 and 1 carry no digits: everything small rounds to 0, so a match says nothing and keeps none of them out.
            if (number, ticker, quantity) in seen or (sort != "zero-or-one" and any(open_to(ticker, quantity, e) for e in matches)):
                continue
            seen.add((number, ticker, quantity))
            result.append({"number": number, "ticker": ticker, "quantity": quantity, "sort": sort,
                           "chance": [f"{e['recipe']['asset']}, {e['family']}: {e['why']}" for e in by_chance]})
            kept += 1
    return result


def write(name, entries):
    (here / name).write_text(json.dumps(entries, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    rng = random.Random(1993)
    stories = [story(entry, rng) for entry in catalogue]
    first, second = halves(stories, random.Random(7974))
    write("reconcile-recipes.json", first)
    write("reconcile-held-out.json", second)
    write("reconcile-arbitrary.json", arbitrary(random.Random(9778)))
    for family in dict.fromkeys(e["family"] for e in catalogue):
        print(f"{family:26} {sum(s['family'] == family for s in first):3} {sum(s['family'] == family for s in second):3}")
    print(f"{'in all':26} {len(first):3} {len(second):3}")

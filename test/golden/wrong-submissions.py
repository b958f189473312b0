"""400 wrong submissions, as students make them, computed with pandas and statsmodels on the bundled sample.

    npx tsx test/golden/variants.ts            writes variants.json, which this needs
    python3 wrong-submissions.py               writes wrong-submissions.json and wrong-submissions-held-out.json
    python3 wrong-submissions.py ids           prints the ids of the mistakes with how often each occurs
    python3 wrong-submissions.py second        writes wrong-submissions-second.json; third to sixth theirs

A submission is {exercise, variant, answers, mistakes, parts, note}: `answers` as typed, `parts` those that are
outside the key's tolerance, `mistakes` what was done wrong, in one part or in all. Two ids are two mistakes at
once. `orElse` lists what else gives the same digits in every part: naming that is right too. Where the mistake is
"none" it was an arbitrary slip, and the right diagnosis is to name nothing.

The two files are halves of one set, with each mistake and each exercise in both; the held-out one is for scoring once.
The second and the third are 200 more each, with seeds of their own; a fifth of them are mistakes or pairs that the 400
lack. They are for scoring once too.
"""
import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

here = Path(__file__).parent
sys.path.insert(0, str(here / "students"))

from answers import solvers, work_of  # noqa: E402
from mistakes import formulas  # noqa: E402
from other_data import by_id, other_data  # noqa: E402
from regressions import regression  # noqa: E402
import second_half  # noqa: E402
import two_more_sets  # noqa: E402
from typing_by_hand import transposed, typed  # noqa: E402

meanings = {
    # other data
    "factor-mkt-rf-for-spy": "Mkt-RF regressed on where SPY is asked",
    "factor-spy-for-mkt-rf": "SPY regressed on where Mkt-RF is asked",
    "reversed-regression": "the factor regressed on the stock",
    "other-ticker": "the stock it is compared with, on that one's factor",
    "whole-sample": "all days instead of the window",
    "window-off-by-a-year": "a window that begins or ends a year early or late, or both",
    "window-cut-by-less-than": "`< last year`: the window ends a year early",
    "last-year-only": "the window's last year alone",
    "neighbour-variant": "right for a neighbour's window",
    "other-budget": "right for another variant's budget",
    "other-share": "right for another variant's share",
    "log-returns": "np.log(1 + r) of both series before the regression",
    "fillna-0": "missing days taken as returns of 0",
    "rf-subtracted-twice": "RF taken off the stock's excess return",
    "rf-off-both": "RF taken off the stock's excess return and off the factor",
    "rf-kept": "RF left in the stock's total return",
    "rf-on-both": "RF left in the stock's return and added to the factor",
    "rf-in-percent": "RF taken as decimals though it is in percent",
    "factor-in-percent": "the factor in percent beside decimals",
    "monthly-data": "months used as if they were days",
    "month-end-days": "the last day of a month as the month's return",
    "no-constant": "no constant in the regression: α is 0",
    # one number for another
    "r-squared-for-beta": "R² in β's place",
    "correlation-for-beta": "the correlation in β's place",
    "correlation-for-r-squared": "the correlation in R²'s place",
    "one-minus-r-squared": "1 − R² for R²",
    "beta-for-r-squared": "β in R²'s place",
    "sd-ratio-for-beta": "σ(r)/σ(f) for β",
    "covariance-for-beta": "Cov(r, f), not divided",
    "covariance-over-wrong-variance": "Cov(r, f)/Var(r) for β, in that box alone",
    "reciprocal-beta": "1/β for β",
    "beta-assumed-1": "β taken as 1",
    "beta-squared": "β used twice",
    "beta-not-squared": "β·Var(f) for β²·Var(f)",
    "beta-left-out": "Var(f) for β²·Var(f), and in the share",
    "beta-for-alpha": "β in α's place",
    "mean-excess-for-alpha": "the mean return for α",
    "p-for-alpha": "the p-value for α",
    "t-for-alpha": "t for α",
    "se-for-alpha": "the standard error for α",
    "se-for-beta": "β's standard error for β",
    "alpha-for-t": "the estimate for t",
    "p-for-t": "the p-value for t",
    "t-inverted": "standard error / estimate",
    "t-squared-for-t": "t² (F) for t",
    "t-squared": "F of the regression for R²",
    "t-times-sqrt-n": "t times √n",
    "t-of-beta": "β's t for α's",
    "t-of-the-mean": "t of the mean return for t of α",
    "t-for-sharpe": "t of α for the Sharpe ratio",
    "row-of-beta": "the factor's row of the table for the constant's",
    "swapped-fields": "two answers in each other's boxes",
    "wrong-choice": "right numbers, wrong choice",
    # periods
    "annualised-when-daily-asked": "α × 252 where a day's is asked",
    "alpha-not-annualised": "a day's α where a year's is asked",
    "mean-not-annualised": "daily means where a year's are asked",
    "sharpe-not-annualised": "a day's ratio where a year's is asked",
    "volatility-not-scaled": "a day's volatility for a month's or a year's",
    "annualised-twice": "× 252 twice",
    "divided-by-252": "÷ 252 for × 252",
    "alpha-times-12": "a day's α × 12",
    "alpha-times-21": "a day's α × 21",
    "times-12": "a day's mean × 12",
    "times-21": "a day's mean × 21",
    "times-21-for-sqrt-21": "volatility × 21",
    "times-252-for-sqrt-252": "a volatility or ratio × 252",
    "times-365": "365 (or its root) for 252",
    "times-260": "260 (or its root) for 252",
    "sqrt-252-for-252": "a mean × √252",
    "sqrt-21-for-252": "√21 where √252 belongs",
    "sqrt-252-for-21": "√252 where √21 belongs",
    "sqrt-30": "√30 for √21",
    "sqrt-12": "√12 times a day's number",
    "annual-over-12": "annual volatility / 12 for a month's",
    "divided-by-root": "volatility / √21",
    "budget-over-12": "the budget divided by 12",
    "variance-annualised": "a variance a year where a day's is asked",
    "beta-times-21": "β × 21 for months",
    "beta-times-sqrt-21": "β × √21 for months",
    "divided-by-21": "β / 21 for months",
    "same-beta": "daily β given for months too",
    "sum-for-compounding": "a month's days summed",
    "first-month-lost-by-pct-change": "pct_change of month-end prices: the first month is lost",
    "monthly-mean": "a month's mean day as its return",
    "weekly-for-monthly": "weeks for months",
    "quarterly-for-monthly": "quarters for months",
    "overlapping-months": "rolling 21 days for months",
    # variances, hedges, positions
    "variance-for-volatility": "a variance where a volatility belongs",
    "volatility-for-variance": "a volatility where a variance is asked",
    "share-of-volatility": "β·σ(f)/σ(r) for the share of variance",
    "share-of-residual": "factor variance / Var(ε)",
    "idiosyncratic-share": "Var(ε)/Var(r) for the factor's share",
    "total-variance": "Var(r) for the factor's part",
    "residual-variance": "Var(ε) for the factor's part",
    "total-for-hedged-vol": "σ(r) where σ(ε) belongs",
    "hedged-for-unhedged": "σ(ε) where σ(r) belongs",
    "factor-volatility": "σ(f) where σ(r) belongs",
    "beta-of-the-factor": "β·σ(f) where σ(r) belongs",
    "monthly-volatility-for-position": "the volatility given, not the dollars",
    "multiplied-for-divided": "budget × volatility",
    "multiplied-by-beta": "hedged position = unhedged × β",
    "multiplied-by-root": "hedged position = unhedged × √(1 − R²)",
    "root-forgotten-in-1/sqrt(1-R2)": "hedged position = unhedged / (1 − R²)",
    "hedge-added": "r + β·f",
    "correlation-unhedged": "the correlation before hedging",
    "correlation-with-the-stock": "correlation of hedged returns with the stock",
    "sharpe-of-resid": "the Sharpe ratio of residuals that average 0",
    "alpha-of-resid": "the mean of residuals, 0, for α",
    "sharpe-inverted": "volatility / mean",
    "sharpe-unhedged": "the unhedged Sharpe ratio for the hedged",
    "premium-without-beta": "the factor's mean without β",
    "asset-mean-for-premium": "the stock's mean for the premium",
    "alpha-for-premium": "α for the premium",
    "rf-added": "RF added to an excess return",
    "rf-subtracted-in-premium": "RF taken off the factor's mean",
    "risk-free-left-out": "the sum without RF",
    "risk-free-twice-in-sum": "RF twice in the sum",
    "alpha-left-out": "the sum without α",
    "rf-makes-no-difference": "raw α given as excess α",
    "rf-added-not-annualised": "a day's RF added to a year's α",
    "larger-hedge": "the other root of the quadratic",
    "full-hedge": "β sold: nothing left",
    "beta-times-one-minus-share": "β·(1 − share)",
    "beta-times-share": "β·share",
    "kept-exposure-for-hedge": "the exposure that stays, not what is sold",
    "share-of-the-old-total": "the share of the variance before the hedge",
    "share-over-residual": "share · Var(ε), without 1 − share",
    "root-forgotten": "a square without its root, or a root without its square",
    "complement-share": "1 − share for the share",
    "root-of-the-share": "√share of β kept",
    "share-of-variance-reduction": "√(share/R²) of β kept",
    # tables and years
    "interval-one-se": "± 1 standard error",
    "interval-99": "± 2.576 standard errors",
    "interval-90": "± 1.645 standard errors",
    "interval-root-n-again": "± 1.96 se/√n",
    "interval-around-zero": "0 ± 1.96 se",
    "interval-annualised": "the interval × 252",
    "interval-of-t": "t ± 1.96",
    "years-inverted": "(AR/2)²",
    "years-of-the-sample": "the years there are",
    "days-for-years": "days where years are asked",
    "months-for-years": "months where years are asked",
    "years-from-t": "(2/t)²",
    # of any exercise
    "inherited": "a later part right from the student's own wrong one",
    "sign": "a sign turned",
    "typo-digit": "two digits the wrong way round",
    "decimal-slip": "ten times too large or too small",
    "percent-for-decimal": "percent typed without its sign",
    "percent-sign-on-decimal": "a decimal typed with a percent sign",
    "none": "an arbitrary slip",
}

exercises = json.loads((here / "variants.json").read_text())
further = sys.argv[1] if sys.argv[1:] in (["second"], ["third"], ["fourth"], ["fifth"], ["sixth"]) else None
is_further = further is not None
rng = random.Random(f"the {further} held-out half" if further else "wrong submissions")

# How many of each exercise, besides 40 arbitrary slips.
quota = {"annualise-alpha": 22, "monthly-position": 28, "target-factor-share": 22,
         "jpm-regression": 34, "annual-budget": 30, "appraisal-ratio": 30, "expected-return": 26}

# Mistakes in the period that meet another mistake in the data.
combined = {
    "jpm-regression": ["annualised-when-daily-asked", "correlation-for-beta", "mean-excess-for-alpha", "correlation-for-r-squared"],
    "raw-or-excess": ["alpha-not-annualised", "times-365", "alpha-times-12"],
    "annualise-alpha": ["alpha-not-annualised", "times-365", "alpha-times-12", "sqrt-252-for-252"],
    "tracking-portfolio": ["mean-not-annualised", "times-365", "times-12"],
    "hedged-portfolio": ["sharpe-not-annualised", "times-252-for-sqrt-252", "sqrt-21-for-252"],
    "expected-return": ["mean-not-annualised", "times-365", "risk-free-left-out"],
    "factor-share": ["variance-annualised", "beta-not-squared", "correlation-for-r-squared"],
    "monthly-position": ["sqrt-252-for-21", "volatility-not-scaled", "multiplied-for-divided"],
    "annual-budget": ["sqrt-21-for-252", "volatility-not-scaled", "alpha-not-annualised", "mean-excess-for-alpha"],
    "appraisal-ratio": ["sharpe-not-annualised + inherited", "total-for-hedged-vol + inherited", "days-for-years"],
    "beta-frequency": ["swapped-fields", "beta-times-21", "sum-for-compounding", "correlation-for-beta"],
    "target-factor-share": ["larger-hedge", "full-hedge", "kept-exposure-for-hedge", "beta-times-one-minus-share"],
}
meeting = ["other-ticker", "whole-sample", "factor-mkt-rf-for-spy", "factor-spy-for-mkt-rf",
           "neighbour-variant: later", "window-off-by-a-year: starts-late", "reversed-regression"]
# Where the answers are made of two regressions, or of none, only some of the other data can be had.
no_data = {"reading-a-table"}
excess_only = {"raw-or-excess", "beta-frequency"}
pairs_of_data = []
if is_further:
    meanings |= second_half.meanings
    formulas = {name: [*ours, *second_half.more[name]] for name, ours in formulas.items()}
    combined, meeting = second_half.combined, second_half.meeting
if further in two_more_sets.sets:
    new, new_data, combined, meeting = two_more_sets.sets[further]
    meanings |= two_more_sets.meanings
    formulas = {name: [*ours, *new[name]] for name, ours in formulas.items()}
    other_data = [*other_data, *new_data]
    pairs_of_data = second_half.data_pairs


def ids_of(name):
    return [one.split(":")[0] for one in name.split(" + ")]


def merged(solve, R, v, change):
    return {**solve(R, v), **(change(R, v) if change else {})}


def scenarios(exercise):
    """(name, kind, how common, note, answers of a variant or None)."""
    name, solve = exercise["id"], solvers[exercise["id"]]
    found = []

    def on(work, change=None):
        def answers(v):
            done = work(v)
            if done is None or (name in excess_only and done.how != "excess") or (name == "raw-or-excess" and done.asset != "MSFT"):
                return None
            R = regression(done)
            # Without a constant there is no t of α to read.
            if R is None or (done.how == "no-constant" and name == "appraisal-ratio"):
                return None
            return merged(solve, R, v, change)
        return answers

    for mistake, change, note, weight in formulas[name]:
        found.append((mistake, "formula", weight, note, on(work_of, change)))
    if name not in no_data:
        for mistake, work, note in other_data:
            common = 3 if mistake in two_more_sets.meanings else 2 if mistake in ("reversed-regression", "other-ticker", "factor-mkt-rf-for-spy", "factor-spy-for-mkt-rf", "whole-sample") else 1
            found.append((mistake, "data", common, note, on(work)))
        found.extend((mistake, "two", 2, note, on(work)) for mistake, work, note in pairs_of_data)
    changes = {mistake: (change, note) for mistake, change, note, _ in formulas[name]}
    for mistake in combined.get(name, []):
        change, note = changes[mistake]
        for other in meeting:
            work, other_note = by_id[other]
            found.append((f"{other} + {mistake}", "two", 1, f"{other_note}; and {note}", on(work, change)))
    for field, label in (("budget", "other-budget"), ("share", "other-share")):
        for value in sorted({v[field] for v in exercise["variants"] if field in v}):
            def answers(v, field=field, value=value):
                return None if v[field] == value else solve(regression(work_of(v)), {**v, field: value})
            found.append((label, "data", 1, f"worked with a {field} of {value:g}", answers))
    return found


def is_wrong(part, value, key):
    """None where it is too near the edge of the tolerance to call."""
    if isinstance(key, str):
        return value != key
    off, allowed = abs(value - key), max(part["tolerance"]["relative"] * abs(key), part["tolerance"]["floor"])
    return bool(off > allowed) if not 0.75 * allowed < off < 2.2 * allowed else None


def style():
    return rng.choices(["decimal", "percent", "bps", "scientific"], [52, 33, 7, 8])[0]


def submit(exercise, v, answers, name, note):
    """The form as typed, or None where this variant doesn't show the mistake."""
    parts = {part["id"]: part for part in exercise["parts"]}
    own_style, texts, values, wrong = style(), {}, {}, []
    for part_id, part in parts.items():
        value, key = answers[part_id], v["keys"][part_id]
        if isinstance(key, str):
            texts[part_id] = values[part_id] = value
            if value != key:
                wrong.append(part_id)
            continue
        off = is_wrong(part, value, key)
        if off is None:
            return None
        digits = rng.choices([2, 3, 4, 5], [6, 42, 40, 12])[0] if off else rng.choices([3, 4, 5], [30, 55, 15])[0]
        texts[part_id], values[part_id] = typed(rng, value, part["unit"], own_style, digits)
        if is_wrong(part, values[part_id], key) is not off:
            texts[part_id], values[part_id] = typed(rng, value, part["unit"], own_style, 5)
        if is_wrong(part, values[part_id], key) is not off:
            return None
        if off:
            wrong.append(part_id)
    if not wrong:
        return None
    return told(exercise, v, texts, ids_of(name), wrong, note), values


def told(exercise, v, texts, mistakes, wrong, note):
    years = {"y0": (v.get("from") or v["first"])[:4], "y1": (v.get("to") or v["last"])[:4]}
    note = note.format(asset=v["asset"], factor=v["factor"], other=v["other"]["asset"], **years)
    return {"exercise": exercise["id"], "variant": v["id"], "answers": texts, "mistakes": mistakes, "parts": wrong,
            "note": f"The student {note}."}


def leave_one_out(form, values):
    """One form in fourteen has a box left empty."""
    if len(values) < 3 or rng.random() > 0.07:
        return
    left = rng.choice([part for part in values if form["parts"] != [part]])
    del form["answers"][left], values[left]
    form["parts"] = [part for part in form["parts"] if part != left]


def alike(typed_value, value, text):
    if isinstance(value, str):
        return typed_value == value
    digits = sum(c.isdigit() for c in text.split("e")[0].lstrip("-$0.").replace(",", ""))
    return abs(typed_value - value) <= abs(typed_value) * 0.6 * 10 ** (1 - max(2, min(digits, 5))) / 1.0 + 1e-12


def or_else(exercise, v, form, values, found):
    """What else gives this form, to the digits typed: in every part, or in the wrong ones where the rest is right."""
    others = []
    for name, _, _, _, answers in found:
        ids = ids_of(name)
        if ids == form["mistakes"] or ids in others:
            continue
        other = answers(v)
        if other and all(alike(values[part], other[part], form["answers"][part]) for part in values):
            others.append(ids)
    return others


def by_hand(exercise, v, kind):
    """A right form, but for what happened while it was typed."""
    parts = [part for part in exercise["parts"] if "unit" in part and v["keys"][part["id"]] != 0]
    part = rng.choice(parts)
    own_style, key = style(), v["keys"][part["id"]]
    texts = {}
    for each in exercise["parts"]:
        value = v["keys"][each["id"]]
        texts[each["id"]] = value if isinstance(value, str) else typed(rng, value, each["unit"], own_style, 4)[0]
    at, wrong = part["id"], [part["id"]]
    if kind == "typo-digit":
        texts[at] = transposed(rng, texts[at])
        if texts[at] is None:
            return None
        first, second = number_in(texts[at]), number_in(typed(random.Random(0), key, "ratio", "decimal", 4)[0])
        if abs(leading(first) / leading(second) - 1) < 0.03:
            return None
        return told(exercise, v, texts, [kind], wrong, f"typed two digits of a right {at} the wrong way round")
    if kind == "decimal-slip":
        value = key * rng.choice([10, 0.1])
        texts[at] = typed(rng, value, part["unit"], own_style, 4)[0]
        return told(exercise, v, texts, [kind], wrong, f"lost or gained a zero in {at}")
    if kind == "sign":
        texts[at] = typed(rng, -key, part["unit"], own_style, 4)[0]
        return told(exercise, v, texts, [kind], wrong, f"turned the sign of {at}")
    returns = [each["id"] for each in exercise["parts"] if each.get("unit") in ("return", "share")]
    if not returns or any(abs(v["keys"][each]) * 100 < 1e-3 for each in returns):
        return None
    for each in returns:
        value = v["keys"][each]
        texts[each] = typed(rng, value * 100, "ratio", "decimal", 4)[0] if kind == "percent-for-decimal" else typed(rng, value, "ratio", "decimal", 4)[0] + "%"
    return told(exercise, v, texts, [kind], returns, "typed percent without the sign" if kind == "percent-for-decimal" else "typed decimals and a percent sign after them")


def slip_beside(form, exercise, v):
    """The form with a slip of the hand in a number that was right, or None where there is none."""
    parts = [part for part in exercise["parts"] if part["id"] in form["answers"] and part["id"] not in form["parts"] and "unit" in part and v["keys"][part["id"]] != 0]
    if not parts:
        return None
    part = rng.choice(parts)
    kind, times = rng.choice([("sign", -1), ("decimal-slip", 10), ("decimal-slip", 0.1)])
    answers = {**form["answers"], part["id"]: typed(rng, v["keys"][part["id"]] * times, part["unit"], style(), 4)[0]}
    wrong = [each for each in answers if each in form["parts"] or each == part["id"]]
    return {**form, "answers": answers, "mistakes": [*form["mistakes"], kind], "parts": wrong, "note": f"{form['note'][:-1]}, and {'turned a sign' if kind == 'sign' else 'lost or gained a zero'} in {part['id']}."}


def number_in(text):
    return float("".join(c for c in text.split("e")[0] if c in "0123456789."))


def leading(x):
    return float(f"{x:e}".split("e")[0])


def arbitrary(exercise, v, found):
    """A number that no mistake of the list, and no power of ten, explains."""
    known = [answers(v) for *_, answers in found]
    numbers = [part for part in exercise["parts"] if "unit" in part]
    chosen = numbers if rng.random() < 0.25 else [rng.choice(numbers)]
    own_style, why = style(), rng.choice(["mistyped a number on the way and went on with it", "read a number off another line of the notebook",
                                         "guessed", "mixed up two cells of a spreadsheet"])
    texts = {}
    for part in exercise["parts"]:
        key = v["keys"][part["id"]]
        texts[part["id"]] = key if isinstance(key, str) else typed(rng, key, part["unit"], own_style, 4)[0]
    for part in chosen:
        at, key = part["id"], v["keys"][part["id"]]
        for _ in range(500):
            size = abs(key) or 0.3
            value = size * rng.choice([rng.uniform(0.3, 0.9), rng.uniform(1.12, 3)]) * (1 if key >= 0 else -1)
            text, read = typed(rng, value, part["unit"], own_style, 2 if why == "guessed" else rng.choice([3, 4]))
            taken = [other[at] for other in known if other is not None and not isinstance(other[at], str)]
            taken += [v["keys"][each["id"]] for each in numbers]
            if all(abs(leading(abs(read)) / leading(abs(other)) - 1) > 0.03 for other in taken if other):
                break
        else:
            return None
        texts[at] = text
    return told(exercise, v, texts, ["none"], [part["id"] for part in chosen], why)


used_so_far = Counter()


def wrong_of(exercise, many):
    found = scenarios(exercise)
    wanted = {"two": round(many * 0.13), "hand": round(many * 0.09)}
    if exercise["id"] in no_data:
        wanted = {"two": 0, "hand": round(many * 0.15), "data": 0}
    else:
        wanted["data"] = round(many * 0.28)
    wanted["formula"] = many - sum(wanted.values())
    out, seen = [], set()
    for kind in ("formula", "data", "two"):
        pool = [one for one in found if one[1] == kind]
        rare = [] if is_further else [one for one in pool if not any(used_so_far[each] for each in ids_of(one[0]))]
        turns = [one for one in rng.sample(rare, len(rare)) for _ in range(8)]
        taken = Counter()
        while len(turns) < 40 * (wanted[kind] + 1) and pool:
            once = [one for one in pool for _ in range(one[2])]
            rng.shuffle(once)
            turns += once
        got = 0
        for turn, (name, _, _, note, answers) in enumerate(turns):
            if got == wanted[kind]:
                break
            if turn < 8 * len(rare) and taken[name]:
                continue
            v = rng.choice(exercise["variants"])
            filled = answers(v)
            done = filled and submit(exercise, v, filled, name, note)
            if not done or (name, v["id"]) in seen:
                continue
            seen.add((name, v["id"]))
            taken[name] += 1
            used_so_far.update(ids_of(name))
            form, values = done
            leave_one_out(form, values)
            others = or_else(exercise, v, form, values, found)
            beside = slip_beside(form, exercise, v) if is_further and kind == "formula" and got == 0 and not others else None
            out.append(beside or {**form, **({"orElse": others} if others else {})})
            got += 1
        assert got == wanted[kind], (exercise["id"], kind, got)
    kinds = ["typo-digit", "decimal-slip", "percent-for-decimal", "sign", "percent-sign-on-decimal"]
    start = rng.randrange(5)
    hand = 0
    for turn in range(start, start + 200):
        if hand == wanted["hand"]:
            break
        made = by_hand(exercise, rng.choice(exercise["variants"]), kinds[turn % 5])
        if made:
            out.append(made)
            hand += 1
    assert hand == wanted["hand"]
    return out


def arbitrary_of(exercise, many):
    found, out = scenarios(exercise), []
    while len(out) < many:
        made = arbitrary(exercise, rng.choice(exercise["variants"]), found)
        if made:
            out.append(made)
    return out


def halves(forms):
    """By mistake first, then by exercise, then by number, so that both halves have some of each."""
    groups = defaultdict(list)
    for form in forms:
        groups[" + ".join(form["mistakes"])].append(form)
    split, by_exercise = ([], []), (Counter(), Counter())
    for _, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        rng.shuffle(group)
        count = [0, 0]
        for form in group:
            half = min((0, 1), key=lambda h: (count[h], by_exercise[h][form["exercise"]], len(split[h])))
            split[half].append(form)
            count[half] += 1
            by_exercise[half][form["exercise"]] += 1
    longer, shorter = sorted(split, key=len, reverse=True)
    while len(longer) > len(shorter):
        shorter.append(longer.pop())
    return split


def write(name, forms):
    order = [exercise["id"] for exercise in exercises]
    forms.sort(key=lambda form: (order.index(form["exercise"]), form["mistakes"], form["variant"], json.dumps(form)))
    (here / name).write_text("[\n" + ",\n".join(json.dumps(form, ensure_ascii=False) for form in forms) + "\n]\n")


def check_keys():
    """The formulas give every key of variants.json where nothing is done wrong."""
    for exercise in exercises:
        for v in exercise["variants"]:
            for part, value in solvers[exercise["id"]](regression(work_of(v)), v).items():
                key = v["keys"][part]
                # A table prints four digits, so what is worked out from it is right to about three.
                slack = 5e-3 * abs(key) + 3e-7 if exercise["id"] == "reading-a-table" and not isinstance(key, str) else 1e-9
                same = value == key if isinstance(key, str) else abs(value - key) <= slack * max(1, abs(key))
                assert same, (exercise["id"], v["id"], part, value, key)


def many_of(wrong, arbitrary_slips):
    return [form for exercise in exercises for form in wrong_of(exercise, wrong(exercise["id"]))] + [
        form for exercise in exercises for form in arbitrary_of(exercise, arbitrary_slips(exercise["id"]))]


check_keys()
if is_further:
    longest = {"jpm-regression", "annual-budget", "appraisal-ratio", "expected-return", "hedged-portfolio"}
    forms = many_of(lambda name: 14, lambda name: 2 if name in longest else 1)
else:
    forms = many_of(lambda name: quota.get(name, 28), lambda name: 4 if name == "annual-budget" else 3)
assert len(forms) == (200 if is_further else 400), len(forms)
used = Counter(one for form in forms for one in form["mistakes"])
assert set(used) <= set(meanings), set(used) - set(meanings)
if sys.argv[1:] == ["ids"]:
    for one, meaning in meanings.items():
        print(f"{used[one]:4}  {one:32} {meaning}")
elif is_further:
    write(f"wrong-submissions-{further}.json", forms)
    print(len(forms), sum("orElse" in form for form in forms))
else:
    given, held_out = halves(forms)
    write("wrong-submissions.json", given)
    write("wrong-submissions-held-out.json", held_out)
    print(len(given), len(held_out), sum("orElse" in form for form in forms))

"""What the fourth, fifth and sixth set have that no form before them has: mistakes, other data, and pairs of them.

Written from what students hand in, without reading how the program names mistakes. A good half of these mistakes has
no name in it: there the right diagnosis is to name nothing, and a name is a false one.
"""
from math import sqrt

from answers import (annual_budget, appraisal_ratio, beta_frequency, expected_return, hedged_portfolio, kept, monthly_position, printed,
                     raw_or_excess, root21, root252, summed, target_factor_share, tracking_portfolio, work_of)
from mistakes import around, flip, interval, ratio, swap
from regressions import regression

meanings = {
    # other data, the fourth set
    "factor-a-day-late": "the factor moved by a row: yesterday's market beside today's stock",
    "prices-for-returns": "growth of $1 regressed on growth of $1",
    "winsorised": "returns cut at their 1% and 99%",
    "crisis-left-out": "2008 and 2009 dropped",
    "third-ticker": "a stock that is neither the one asked nor the one beside it",
    "last-five-years": "the window's last 60 months, as finance sites do",
    "half-the-window": "the first half of the window",
    # other data, the fifth set
    "differenced-returns": "pct_change or diff taken of returns",
    "every-fifth-day": "every fifth row kept",
    "outliers-dropped": "days beyond three standard deviations dropped",
    "down-days-only": "days on which the factor fell",
    "median-regression": "least absolute deviations for least squares",
    "one-window-for-another": "the years of a decade, 2000s or 2010s, for the window",
    "stock-and-factor-standardised": "both series standardised first",
    # formulas
    "beta-adjusted": "2/3 β + 1/3, as Bloomberg prints it",
    "rank-correlation": "Spearman's correlation for the correlation's square",
    "beta-plus-alpha": "α added to β",
    "alpha-from-total-mean": "r̄ − f̄·R²",
    "root-of-r-squared-twice": "the fourth root of the share",
    "sum-of-both": "hedged and unhedged added",
    "mean-of-both": "the mean of two answers",
    "difference-of-both": "one answer less the other",
    "z-for-one-side": "1.645 to one side and 1.96 to the other",
    "low-end-for-both": "the same end twice",
    "two-errors-each-end-swapped-sign": "the ends with their signs turned",
    "ratio-of-means": "mean return of the stock over the factor's",
    "year-of-250": "250 days a year",
    "year-of-256": "256 days a year",
    "month-of-22": "22 days a month",
    "month-of-20": "20 days a month",
    "squared-again": "squared once more",
    "half-of-it": "half of the right answer",
    "twice-it": "twice the right answer",
    "added-for-multiplied": "β + E[f] for β·E[f]",
    "population-days": "calendar days of the window for n",
    "compounded": "compounded to a year where ×252 is asked",
    "budget-in-thousands": "the budget read as thousands",
    "hedged-with-correlation": "hedged with the correlation, not with β",
    "hedged-with-adjusted-beta": "hedged with 2/3 β + 1/3",
    "per-quarter": "a quarter's number",
    "weighted-by-r-squared": "multiplied by R²",
    "weighted-by-idiosyncratic": "multiplied by 1 − R²",
    "over-factor-vol": "divided by the factor's volatility",
    "reward-over-beta": "mean over β (Treynor) for the Sharpe ratio",
    "p-for-ratio": "a p-value where a ratio belongs",
    "tracking-error-ratio": "(r̄ − f̄)/σ(r − f), the information ratio",
    "years-with-1.645": "(1.645/AR)²",
    "years-with-3": "(3/AR)²",
    "sold-one-dollar": "a dollar sold",
    "rounded-beta": "β rounded to a whole number and carried on",
    "share-of-half": "half the share",
    "annual-beta": "β of years",
    "alpha-of-months": "α of monthly returns",
    "lagged-sum-beta": "β plus the lagged β (Dimson)",
}

fourth = {
    "jpm-regression": [
        ("beta-adjusted", lambda R, v: {"beta": R.beta * 2 / 3 + 1 / 3}, "gave the adjusted β of a finance site", 3),
        ("alpha-of-months", lambda R, v: {"alpha": R.but(how="monthly").alpha}, "gave α of monthly returns beside daily β", 2),
        ("alpha-from-total-mean", lambda R, v: {"alpha": R.mean_r - R.r2 * R.mean_f}, "took R² for β in r̄ − β·f̄", 2),
        ("ratio-of-means", lambda R, v: {"beta": R.mean_r / R.mean_f}, "divided the mean returns for β", 3),
        ("year-of-250", lambda R, v: {"alpha": R.alpha * 250}, "gave α a year of 250 days", 2),
        ("twice-it", lambda R, v: {"beta": R.beta * 2}, "doubled β", 1),
        ("squared-again", lambda R, v: {"rSquared": R.r2**2}, "squared `rsquared`", 3),
        ("beta-adjusted + correlation-for-r-squared", lambda R, v: {"beta": R.beta * 2 / 3 + 1 / 3, "rSquared": R.rho}, "gave the adjusted β, and the correlation for R²", 2),
    ],
    "reading-a-table": [
        ("low-end-for-both", lambda R, v: {"alphaHigh": printed(R.alpha) - 1.96 * printed(R.se_alpha)}, "typed the lower end twice", 3),
        ("z-for-one-side", lambda R, v: {"alphaHigh": printed(R.alpha) + 1.645 * printed(R.se_alpha)}, "used 1.645 at the upper end alone", 2),
        ("two-errors-each-end-swapped-sign", lambda R, v: {"alphaLow": -(printed(R.alpha) - 1.96 * printed(R.se_alpha)), "alphaHigh": -(printed(R.alpha) + 1.96 * printed(R.se_alpha))}, "turned the signs of both ends", 2),
        ("difference-of-both", lambda R, v: {"alphaT": printed(R.alpha) - printed(R.se_alpha)}, "took the std err off the estimate for t", 3),
        ("half-of-it", lambda R, v: around(printed(R.alpha), 0.98 * printed(R.se_alpha)), "halved 1.96", 3),
    ],
    "raw-or-excess": [
        ("year-of-256", lambda R, v: raw_or_excess(R, v, 256), "multiplied by 256 days, the square of 16", 3),
        ("per-quarter", lambda R, v: raw_or_excess(R, v, 63), "gave both α a quarter", 3),
        ("compounded", lambda R, v: {"alphaExcess": R.alpha * 252, "alphaRaw": R.alpha * 252 + (1 + R.mean_rf) ** 252 - 1 + 0.01 * R.beta}, "worked the raw α out from β with RF compounded", 1),
        ("mean-of-both", lambda R, v: {"alphaExcess": (R.alpha + R.but(how="rf-kept").alpha) * 126}, "gave the mean of the two for the excess α", 3),
        ("difference-of-both", lambda R, v: {"alphaRaw": (R.but(how="rf-kept").alpha - R.alpha) * 252}, "gave the difference that RF makes", 3),
    ],
    "annualise-alpha": [
        ("year-of-256", lambda R, v: {"alphaAnnual": R.alpha * 256 * (1 + 0.002)}, "rounded a day's α and took 256 days", 1),
        ("per-quarter", lambda R, v: {"alphaAnnual": R.alpha * 63}, "gave α a quarter", 3),
        ("alpha-of-months", lambda R, v: {"alphaAnnual": R.but(how="monthly").alpha * 12}, "multiplied a month's α by 12", 3),
        ("weighted-by-idiosyncratic", lambda R, v: {"alphaAnnual": R.alpha * 252 * (1 - R.r2)}, "multiplied by 1 − R²", 2),
        ("alpha-from-total-mean", lambda R, v: {"alphaAnnual": (R.mean_r - R.r2 * R.mean_f) * 252}, "took R² for β in r̄ − β·f̄", 3),
        ("alpha-from-total-mean: correlation", lambda R, v: {"alphaAnnual": (R.mean_r - R.rho * R.mean_f) * 252}, "took the correlation for β in r̄ − β·f̄", 3),
    ],
    "tracking-portfolio": [
        ("added-for-multiplied", lambda R, v: {"factorPremium": R.beta + R.mean_f * 252}, "added β and the mean", 3),
        ("beta-adjusted + inherited", lambda R, v: {"trackingHolding": R.beta * 2 / 3 + 1 / 3, "factorPremium": (R.beta * 2 / 3 + 1 / 3) * R.mean_f * 252}, "held the adjusted β", 3),
        ("ratio-of-means", lambda R, v: {"trackingHolding": R.mean_r / R.mean_f, "factorPremium": R.mean_r * 252}, "divided the mean returns for β", 3),
        ("per-quarter", lambda R, v: tracking_portfolio(R, v, 63), "gave the premium a quarter", 3),
        ("weighted-by-r-squared", lambda R, v: {"factorPremium": R.beta * R.r2 * R.mean_f * 252}, "multiplied the premium by R²", 3),
    ],
    "hedged-portfolio": [
        ("reward-over-beta", lambda R, v: {"sharpeUnhedged": R.mean_r * 252 / R.beta}, "divided the mean by β", 3),
        ("tracking-error-ratio", lambda R, v: {"sharpeHedged": (R.mean_r - R.mean_f) / R.sd_one * root252}, "took the information ratio against {factor}", 1),
        ("over-factor-vol", lambda R, v: {"sharpeUnhedged": R.mean_r / R.sd_f * root252}, "divided by {factor}'s volatility", 3),
        ("sum-of-both", lambda R, v: {"sharpeHedged": R.mean_h / R.sd_h * root252 + R.mean_f / R.sd_f * root252}, "added {factor}'s Sharpe ratio to the hedged one", 2),
        ("hedged-with-correlation", lambda R, v: with_hedge(R, R.rho), "hedged with the correlation", 4),
        ("squared-again", lambda R, v: {"sharpeHedged": (R.mean_h / R.sd_h * root252) ** 2, "sharpeUnhedged": (R.mean_r / R.sd_r * root252) ** 2}, "squared both ratios", 2),
    ],
    "expected-return": [
        ("added-for-multiplied + inherited", lambda R, v: summed(R.mean_rf * 252, R.beta + R.mean_f * 252, R.alpha * 252), "added β and {factor}'s mean, then the parts", 2),
        ("per-quarter", lambda R, v: expected_return(R, v, 63), "gave everything a quarter", 3),
        ("premium-of-the-whole-market", lambda R, v: summed(R.mean_rf * 252, R.beta * (R.mean_f + R.mean_rf) * 252, R.alpha * 252), "added RF to {factor} in the premium, and added the parts", 3),
        ("beta-adjusted + inherited", lambda R, v: summed(R.mean_rf * 252, (R.beta * 2 / 3 + 1 / 3) * R.mean_f * 252, R.alpha * 252), "used the adjusted β in the premium, and added", 3),
        ("difference-of-both", lambda R, v: {"expectedReturn": (R.beta * R.mean_f - R.alpha) * 252}, "took α off the premium", 2),
    ],
    "factor-share": [
        ("squared-again", lambda R, v: {"factorShare": R.r2**2}, "squared R² for the share", 3),
        ("weighted-by-r-squared", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 * R.r2}, "multiplied by R² once more", 3),
        ("sum-of-both", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 + R.sd_f**2}, "added Var(f)", 2),
        ("beta-adjusted + inherited", lambda R, v: ratio(R, (R.beta * 2 / 3 + 1 / 3) ** 2 * R.sd_f**2), "used the adjusted β", 3),
        ("r-squared-adjusted-for-four", lambda R, v: {"rSquared": 1 - sqrt(1 - R.r2)}, "gave 1 − √(1 − R²), what volatility falls by", 3),
    ],
    "monthly-position": [
        ("month-of-22", lambda R, v: monthly_position(R, v, sqrt(22)), "took 22 days a month", 1),
        ("month-of-20", lambda R, v: monthly_position(R, v, sqrt(20)), "took 20 days a month", 2),
        ("per-quarter", lambda R, v: monthly_position(R, v, sqrt(63)), "took a quarter's volatility", 3),
        ("weighted-by-r-squared", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) * R.r2}, "multiplied by R²", 3),
        ("twice-it", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) / 2}, "divided by two standard deviations", 3),
        ("one-and-645", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) / 1.645}, "took the budget for a loss in one of 20 months", 3),
        ("budget-in-thousands", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) / 1000}, "gave thousands of dollars", 2),
        ("sum-of-both", lambda R, v: {"positionMonthly": v["budget"] / ((R.sd_r + R.sd_f) * root21)}, "added {factor}'s volatility", 3),
    ],
    "annual-budget": [
        ("hedged-with-correlation", lambda R, v: hedge_positions(R, v, R.rho), "hedged with the correlation", 3),
        ("weighted-by-idiosyncratic", lambda R, v: {"positionHedged": v["budget"] / (R.sd_r * root252) * (1 - R.r2), "pnlHedged": v["budget"] / (R.sd_r * root252) * (1 - R.r2) * R.alpha * 252}, "took 1 − R² of the unhedged position for the hedged", 3),
        ("sum-of-both", lambda R, v: {"pnlHedged": (v["budget"] / (R.sd_h * root252) + v["budget"] / (R.sd_r * root252)) * R.alpha * 252}, "added both P&Ls", 3),
        ("one-and-645", lambda R, v: annual_budget(R, {**v, "budget": v["budget"] / 1.645}), "took the budget for a loss in one of 20 years", 2),
        ("per-quarter", lambda R, v: annual_budget(R, v, sqrt(63), 63), "took everything a quarter", 2),
        ("beta-adjusted", lambda R, v: hedge_positions(R, v, R.beta * 2 / 3 + 1 / 3), "hedged with the adjusted β", 2),
    ],
    "appraisal-ratio": [
        ("years-with-1.645", lambda R, v: {"yearsToTwo": (1.645 / (R.alpha / R.sd_e * root252)) ** 2}, "set 1.645 for 2", 2),
        ("years-with-3", lambda R, v: {"yearsToTwo": (3 / (R.alpha / R.sd_e * root252)) ** 2}, "set 3 for 2", 2),
        ("reward-over-beta", lambda R, v: {"sharpeHedged": R.alpha * 252 / R.beta}, "divided α by β", 3),
        ("tracking-error-ratio", lambda R, v: {"appraisalRatio": R.mean_one / R.sd_one * root252}, "took the information ratio against {factor}", 3),
        ("over-factor-vol", lambda R, v: {"appraisalRatio": R.alpha / R.sd_f * root252}, "divided α by {factor}'s volatility", 3),
        ("p-for-ratio", lambda R, v: {"appraisalRatio": R.p_alpha}, "gave the p-value for the ratio", 2),
        ("half-of-it", lambda R, v: {"yearsToTwo": (2 / (R.alpha / R.sd_e * root252)) ** 2 / 2}, "halved the years", 2),
    ],
    "beta-frequency": [
        ("annual-beta", lambda R, v: {"betaMonthly": yearly(R).beta}, "compounded to years", 3),
        ("beta-adjusted", lambda R, v: {"betaDaily": R.beta * 2 / 3 + 1 / 3, "betaMonthly": R.but(how="monthly").beta * 2 / 3 + 1 / 3}, "gave both β adjusted", 3),
        ("mean-of-both", lambda R, v: {"betaMonthly": (R.beta + R.but(how="monthly").beta) / 2}, "averaged the two", 2),
        ("ratio-of-means", lambda R, v: {"betaDaily": R.mean_r / R.mean_f}, "divided the mean returns for the daily β", 3),
        ("lagged-sum-beta", lambda R, v: {"betaMonthly": R.beta + R.but(how="lagged").beta}, "added the lagged β (Dimson) for the monthly one", 3),
    ],
    "target-factor-share": [
        ("share-of-half", lambda R, v: target_factor_share(R, v, v["share"] / 2), "halved the share", 3),
        ("rounded-beta", lambda R, v: {"partialHedge": round(R.beta) - kept(R, v["share"])}, "rounded β to a whole number", 3),
        ("sold-one-dollar", lambda R, v: {"partialHedge": 1.0}, "sold a dollar", 2),
        ("weighted-by-r-squared", lambda R, v: {"partialHedge": R.beta * R.r2}, "sold R² of β", 3),
        ("weighted-by-idiosyncratic", lambda R, v: {"partialHedge": R.beta * (1 - R.r2)}, "sold 1 − R² of β", 3),
        ("difference-of-both", lambda R, v: {"partialHedge": R.beta * (R.r2 - v["share"])}, "sold the difference of the shares", 3),
    ],
}

fifth = {
    "jpm-regression": [
        ("root-of-r-squared-twice", lambda R, v: {"rSquared": sqrt(R.rho)}, "took a root too many", 3),
        ("beta-plus-alpha", lambda R, v: {"alpha": R.mean_r + R.beta * R.mean_f}, "added β·f̄ to r̄ for α", 3),
        ("compounded", lambda R, v: {"alpha": (1 + R.alpha) ** 21 - 1}, "compounded α to a month", 2),
        ("twice-it", lambda R, v: {"rSquared": min(2 * R.r2, 0.999) - 0.01}, "read R² off a picture", 1),
        ("p-for-ratio", lambda R, v: {"rSquared": R.p_alpha}, "gave α's p-value for R²", 2),
        ("se-for-alpha + one-minus-r-squared", lambda R, v: {"alpha": R.se_alpha, "rSquared": 1 - R.r2}, "read std err for α and gave the idiosyncratic share", 2),
        ("beta-adjusted + mean-excess-for-alpha", lambda R, v: {"beta": R.beta * 2 / 3 + 1 / 3, "alpha": R.mean_r}, "gave the adjusted β, and the mean for α", 2),
        ("per-quarter", lambda R, v: {"alpha": R.alpha * 63}, "gave α a quarter", 3),
    ],
    "reading-a-table": [
        ("high-end-for-both", lambda R, v: {"alphaLow": printed(R.alpha) + 1.96 * printed(R.se_alpha)}, "typed the upper end twice", 3),
        ("three-errors", lambda R, v: interval(R, 3), "went three std err to each side", 3),
        ("z-for-one-side: low", lambda R, v: {"alphaLow": printed(R.alpha) - 2.576 * printed(R.se_alpha)}, "used 2.576 at the lower end alone", 3),
        ("product-for-t", lambda R, v: {"alphaT": printed(R.alpha) * printed(R.se_alpha)}, "multiplied estimate and std err", 3),
        ("interval-divided", lambda R, v: around(printed(R.alpha), printed(R.se_alpha) / 1.96), "divided the std err by 1.96", 3),
        ("estimate-at-one-end", lambda R, v: {"alphaLow": printed(R.alpha)}, "began the interval at the estimate", 3),
    ],
    "raw-or-excess": [
        ("year-of-250", lambda R, v: raw_or_excess(R, v, 240), "multiplied by 12 months of 20 days", 3),
        ("compounded-rate", lambda R, v: {"alphaRaw": R.alpha * 252 + R.mean_rf * 365}, "added RF of 365 days to α of 252", 3),
        ("sum-of-both", lambda R, v: {"alphaRaw": (R.but(how="rf-kept").alpha + R.alpha) * 252}, "added both α", 3),
        ("weighted-by-beta", lambda R, v: {"alphaRaw": (R.alpha + R.beta * R.mean_rf) * 252}, "added β·RF to the excess α", 3),
        ("root-of-alpha", lambda R, v: {"alphaExcess": (R.alpha - R.beta * R.mean_rf) * 252}, "took β·RF off the excess α", 3),
    ],
    "annualise-alpha": [
        ("year-of-250", lambda R, v: {"alphaAnnual": R.alpha * 240}, "multiplied by 12 months of 20 days", 3),
        ("beta-plus-alpha", lambda R, v: {"alphaAnnual": (R.mean_r + R.beta * R.mean_f) * 252}, "added β·f̄ to r̄ for α", 3),
        ("over-volatility", lambda R, v: {"alphaAnnual": R.alpha / R.sd_e}, "gave α over σ(ε) a day", 3),
        ("compounded-by-months", lambda R, v: {"alphaAnnual": (1 + R.alpha) ** 12 - 1}, "compounded 12 times", 1),
        ("half-of-it", lambda R, v: {"alphaAnnual": R.alpha * 126}, "gave α of half a year", 3),
        ("squared-again", lambda R, v: {"alphaAnnual": R.alpha**2 * 252}, "squared α", 2),
        ("weighted-by-beta", lambda R, v: {"alphaAnnual": R.alpha * R.beta * 252}, "multiplied by β", 3),
    ],
    "tracking-portfolio": [
        ("over-one-plus-beta", lambda R, v: {"trackingHolding": R.beta / (1 + R.beta), "factorPremium": R.beta / (1 + R.beta) * R.mean_f * 252}, "made the weights add up to one", 3),
        ("divided-by-beta", lambda R, v: {"factorPremium": R.mean_f / R.beta * 252}, "divided the mean by β", 3),
        ("compounded", lambda R, v: {"factorPremium": R.beta * (R.mean_f - R.sd_f**2) * 252}, "took the variance off the mean", 2),
        ("premium-of-the-whole-market", lambda R, v: {"factorPremium": R.beta * (R.mean_f + R.mean_rf) * 252}, "added RF to {factor}", 3),
        ("half-of-it", lambda R, v: tracking_portfolio(R, v, 126), "gave half a year's premium", 3),
    ],
    "hedged-portfolio": [
        ("hedged-with-r-squared", lambda R, v: with_hedge(R, R.r2), "hedged with R²", 3),
        ("hedged-with-adjusted-beta", lambda R, v: with_hedge(R, R.beta * 2 / 3 + 1 / 3), "hedged with the adjusted β", 3),
        ("difference-of-both", lambda R, v: {"sharpeHedged": R.mean_r / R.sd_r * root252 - R.mean_f / R.sd_f * root252}, "took {factor}'s Sharpe ratio off", 3),
        ("weighted-by-r-squared", lambda R, v: {"sharpeHedged": R.mean_r / R.sd_r * root252 * (1 - R.r2)}, "took 1 − R² of the unhedged ratio", 3),
        ("per-quarter", lambda R, v: hedged_portfolio(R, v, sqrt(63)), "gave ratios a quarter", 3),
        ("weighted-by-correlation", lambda R, v: {"sharpeHedged": R.mean_r / R.sd_r * root252 * R.rho}, "multiplied by the correlation", 3),
    ],
    "expected-return": [
        ("rate-of-365", lambda R, v: summed(R.mean_rf * 365, R.beta * R.mean_f * 252, R.alpha * 252), "took RF for 365 days, and added", 3),
        ("weighted-by-beta + inherited", lambda R, v: summed(R.mean_rf * 252, R.beta * R.mean_f * 252, R.beta * R.alpha * 252), "multiplied α by β, and added", 3),
        ("mean-of-both", lambda R, v: {"expectedReturn": (R.mean_rf + R.beta * R.mean_f + R.alpha) * 84}, "averaged the three parts", 3),
        ("beta-left-in-sum", lambda R, v: {"expectedReturn": (R.mean_rf + R.mean_f + R.alpha) * 252}, "added {factor}'s mean without β in the sum alone", 3),
        ("half-of-it", lambda R, v: expected_return(R, v, 126), "gave everything for half a year", 3),
    ],
    "factor-share": [
        ("half-of-it", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 / 2}, "halved the variance", 3),
        ("cross-term", lambda R, v: ratio(R, 2 * R.beta * R.sd_f * R.sd_e), "gave 2·β·σ(f)·σ(ε)", 3),
        ("over-factor-vol", lambda R, v: {"factorShare": R.sd_f / R.sd_r}, "divided the volatilities for the share", 3),
        ("population-days", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 / sqrt(R.n)}, "divided by √n", 3),
        ("root-of-r-squared-twice", lambda R, v: {"factorShare": sqrt(R.rho), "rSquared": R.rho}, "took one root too many in both", 2),
    ],
    "monthly-position": [
        ("half-of-it", lambda R, v: monthly_position(R, v, sqrt(126)), "took half a year's volatility", 3),
        ("mean-added", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21 - R.mean_r * 21)}, "took a month's mean off the volatility", 3),
        ("divided-by-rest", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) / (1 - R.r2)}, "divided by 1 − R²", 3),
        ("two-and-33", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) / 2.326}, "took the budget for a loss in one of 100 months", 3),
        ("week-for-month", lambda R, v: monthly_position(R, v, sqrt(5)), "took a week's volatility", 3),
        ("multiplied-by-hedge", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) * (1 - R.beta)}, "left β of it out", 2),
        ("squared-again", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) ** 1.5}, "took a wrong power", 2),
    ],
    "annual-budget": [
        ("hedged-with-r-squared", lambda R, v: hedge_positions(R, v, R.r2), "hedged with R²", 3),
        ("sum-of-both: positions", lambda R, v: {"positionHedged": v["budget"] / (R.sd_h * root252) + v["budget"] / (R.sd_r * root252)}, "added both positions for the hedged one", 3),
        ("times-one-plus-r-squared", lambda R, v: {"positionHedged": v["budget"] / (R.sd_r * root252) * (1 + R.r2), "pnlHedged": v["budget"] / (R.sd_r * root252) * (1 + R.r2) * R.alpha * 252}, "grew the position by 1 + R²", 3),
        ("two-and-33", lambda R, v: annual_budget(R, {**v, "budget": v["budget"] / 2.326}), "took the budget for a loss in one of 100 years", 3),
        ("pnl-of-beta", lambda R, v: {"pnlUnhedged": v["budget"] / (R.sd_r * root252) * R.beta * R.mean_f * 252}, "gave the P&L of β", 3),
        ("half-of-it", lambda R, v: annual_budget(R, v, sqrt(126), 126), "took everything for half a year", 2),
    ],
    "appraisal-ratio": [
        ("years-one-sided", lambda R, v: {"yearsToTwo": (1.28 / (R.alpha / R.sd_e * root252)) ** 2}, "set 1.28 for 2", 3),
        ("weighted-by-beta", lambda R, v: {"appraisalRatio": R.alpha / R.sd_e * root252 * R.beta}, "multiplied by β", 3),
        ("ratio-of-ratios", lambda R, v: {"appraisalRatio": (R.mean_r / R.sd_r) / (R.mean_f / R.sd_f)}, "divided the Sharpe ratios", 3),
        ("difference-of-both", lambda R, v: {"appraisalRatio": R.mean_r / R.sd_r * root252 - R.mean_f / R.sd_f * root252}, "took one Sharpe ratio off the other", 3),
        ("per-quarter + inherited", lambda R, v: appraisal_ratio(R, v, sqrt(63)), "gave ratios a quarter; the years are right from there", 3),
        ("years-of-t-left", lambda R, v: {"yearsToTwo": R.n / 252 * 2 / R.t_alpha}, "scaled the years by 2/t", 3),
    ],
    "beta-frequency": [
        ("half-of-it", lambda R, v: {"betaMonthly": R.but(how="monthly").beta / 2}, "halved the monthly β", 2),
        ("over-twelve", lambda R, v: {"betaMonthly": R.beta * sqrt(12)}, "multiplied the daily β by √12", 3),
        ("mean-of-both: daily", lambda R, v: {"betaDaily": (R.beta + R.but(how="monthly").beta) / 2}, "averaged the two for the daily one", 2),
        ("rank-correlation", lambda R, v: {"betaDaily": R.r2 / R.rho * 0.96, "betaMonthly": R.but(how="monthly").rho * 0.95}, "used Spearman's correlation, roughly", 1),
        ("fortnights", lambda R, v: {"betaMonthly": R.but(how="fortnightly").beta}, "resampled to fortnights", 3),
        ("half-years", lambda R, v: {"betaMonthly": R.but(how="half-yearly").beta}, "resampled to half years", 3),
    ],
    "target-factor-share": [
        ("share-doubled", lambda R, v: target_factor_share(R, v, min(0.9, 2 * v["share"])), "doubled the share", 3),
        ("share-of-volatility-left", lambda R, v: {"partialHedge": R.beta - v["share"] * R.sd_r / R.sd_f}, "took the share for one of volatility", 3),
        ("mean-of-both", lambda R, v: {"partialHedge": R.beta / 2}, "sold half of β", 3),
        ("beta-adjusted", lambda R, v: {"partialHedge": R.beta * 2 / 3 + 1 / 3 - kept(R, v["share"])}, "hedged from the adjusted β", 3),
        ("over-factor-vol", lambda R, v: {"partialHedge": R.sd_r / R.sd_f - kept(R, v["share"])}, "took σ(r)/σ(f) for β", 3),
        ("weighted-by-root", lambda R, v: {"partialHedge": R.beta * sqrt(1 - R.r2)}, "sold √(1 − R²) of β", 3),
        ("weighted-by-correlation", lambda R, v: {"partialHedge": R.beta * (R.rho - sqrt(v["share"]))}, "sold the difference of the roots", 2),
    ],
}


def with_hedge(R, h):
    """Hedged portfolio with h for β."""
    sd = sqrt(R.sd_r**2 + h**2 * R.sd_f**2 - 2 * h * R.rho * R.sd_r * R.sd_f)
    mean = R.mean_r - h * R.mean_f
    return {"hedgedCorrelation": (R.rho * R.sd_r - h * R.sd_f) / sd, "sharpeHedged": mean / sd * root252}


def hedge_positions(R, v, h):
    sd = sqrt(R.sd_r**2 + h**2 * R.sd_f**2 - 2 * h * R.rho * R.sd_r * R.sd_f)
    hedged = v["budget"] / (sd * root252)
    return {"positionHedged": hedged, "pnlHedged": hedged * R.alpha * 252}


def yearly(R):
    return R.but(how="yearly") or R.but(how="monthly")


def how(name):
    return lambda v: work_of(v).but(how=name)


def third(v):
    named = {v["asset"], v["other"]["asset"]}
    left = [asset for asset in ("JPM", "WMT", "MSFT") if asset not in named]
    return work_of(v).but(asset=left[0]) if left else None


def last_months(v):
    end = int((v.get("to") or "2024")[:4])
    return work_of(v).but(first=f"{end - 4}-01-01") if not (v.get("from") or "").startswith(str(end - 4)) else None


def first_half(v):
    if v.get("from") is None:
        return work_of(v).but(last="2008-12-31")
    a, b = int(v["from"][:4]), int(v["to"][:4])
    return work_of(v).but(last=f"{(a + b) // 2}-12-31")


def decade(v):
    for first, last in (("2000-01-01", "2009-12-31"), ("2010-01-01", "2019-12-31"), ("1990-01-01", "1999-12-31")):
        if v.get("from") != first:
            return work_of(v).but(first=first, last=last)


# (id, the work that comes of it, how the student got there)
fourth_data = [
    ("factor-a-day-late", how("lagged"), "joined {factor} a row too late"),
    ("prices-for-returns", how("prices"), "regressed prices on prices"),
    ("winsorised", how("winsorised"), "cut returns at their 1% and 99%"),
    ("crisis-left-out", lambda v: work_of(v).but(how="without-crisis") if (v.get("from") or "1990") < "2009" < (v.get("to") or "2024") else None, "left 2008 and 2009 out"),
    ("third-ticker", third, "took another stock's column"),
    ("last-five-years", last_months, "took the last five years"),
    ("half-the-window", first_half, "took the first half of the rows"),
]
fifth_data = [
    ("differenced-returns", how("differenced"), "took the difference of returns"),
    ("every-fifth-day", how("every-fifth"), "kept every fifth row"),
    ("outliers-dropped", how("outliers-dropped"), "dropped the days beyond three standard deviations"),
    ("down-days-only", how("down-days"), "kept the days on which {factor} fell"),
    ("median-regression", how("median"), "ran a median regression"),
    ("one-window-for-another", decade, "took another decade"),
    ("stock-and-factor-standardised", how("standardised"), "standardised both series"),
]

fourth_combined = {
    "jpm-regression": ["beta-adjusted", "squared-again"],
    "annualise-alpha": ["alpha-from-total-mean", "beta-assumed-1"],
    "raw-or-excess": ["alpha-times-21", "mean-excess-for-alpha"],
    "tracking-portfolio": ["r-squared-for-beta", "beta-assumed-1"],
    "hedged-portfolio": ["beta-assumed-1", "sharpe-of-resid", "times-365"],
    "expected-return": ["mean-not-annualised", "times-365"],
    "factor-share": ["volatility-for-variance", "idiosyncratic-share"],
    "monthly-position": ["sqrt-30", "annual-over-12"],
    "annual-budget": ["root-forgotten-in-1/sqrt(1-R2)", "times-365"],
    "appraisal-ratio": ["mean-excess-for-alpha + inherited", "years-inverted"],
    "beta-frequency": ["month-end-days", "sd-ratio-for-beta"],
    "target-factor-share": ["root-forgotten", "beta-times-share"],
}
fifth_combined = {
    "jpm-regression": ["sd-ratio-for-beta", "swapped-fields: beta-r-squared", "p-for-alpha"],
    "annualise-alpha": ["t-for-alpha", "divided-by-252", "alpha-times-12"],
    "raw-or-excess": ["alpha-times-12", "sqrt-252-for-252"],
    "tracking-portfolio": ["reciprocal-beta", "beta-squared", "times-12"],
    "hedged-portfolio": ["hedge-added", "sharpe-not-annualised", "mean-excess-for-alpha"],
    "expected-return": ["times-12", "alpha-left-out"],
    "factor-share": ["one-minus-r-squared", "total-variance"],
    "monthly-position": ["divided-by-root", "sqrt-12", "budget-over-12"],
    "annual-budget": ["alpha-times-12", "multiplied-by-root", "swapped-fields: all"],
    "appraisal-ratio": ["months-for-years", "t-of-the-mean", "variance-for-volatility"],
    "beta-frequency": ["sum-for-compounding", "beta-times-sqrt-21"],
    "target-factor-share": ["kept-exposure-for-hedge", "complement-share", "full-hedge"],
}
fourth_meeting = ["other-ticker", "whole-sample", "fillna-0", "rf-off-both", "monthly-data", "last-year-only", "neighbour-variant: earlier"]
fifth_meeting = ["factor-mkt-rf-for-spy", "factor-spy-for-mkt-rf", "window-off-by-a-year: both-ends", "window-off-by-a-year: ends-late",
                 "log-returns", "rf-subtracted-twice", "reversed-regression"]

meanings |= {
    "premium-of-the-whole-market": "RF added to the factor in the premium",
    "r-squared-adjusted-for-four": "1 − √(1 − R²) for R²",
    "one-and-645": "the budget taken for a loss in one of 20",
    "high-end-for-both": "the upper end twice",
    "three-errors": "± 3 standard errors",
    "product-for-t": "estimate × standard error",
    "interval-divided": "± se/1.96",
    "estimate-at-one-end": "an interval that begins at the estimate",
    "compounded-rate": "RF of 365 days beside α of 252",
    "weighted-by-beta": "multiplied by β",
    "root-of-alpha": "β·RF taken off α",
    "over-volatility": "α over σ(ε)",
    "compounded-by-months": "compounded 12 times",
    "over-one-plus-beta": "β/(1 + β) for β",
    "hedged-with-r-squared": "hedged with R²",
    "weighted-by-correlation": "multiplied by the correlation",
    "rate-of-365": "RF for 365 days",
    "beta-left-in-sum": "the factor's mean without β in the sum alone",
    "cross-term": "2·β·σ(f)·σ(ε) for the factor's part",
    "mean-added": "a month's mean taken off its volatility",
    "divided-by-rest": "divided by 1 − R²",
    "two-and-33": "the budget taken for a loss in one of 100",
    "week-for-month": "a week for a month",
    "multiplied-by-hedge": "multiplied by 1 − β",
    "times-one-plus-r-squared": "grown by 1 + R²",
    "pnl-of-beta": "the P&L of the factor's part",
    "years-one-sided": "(1.28/AR)²",
    "ratio-of-ratios": "one Sharpe ratio over another",
    "years-of-t-left": "years × 2/t",
    "over-twelve": "√12 times",
    "fortnights": "fortnights for months",
    "half-years": "half years for months",
    "share-doubled": "twice the share",
    "share-of-volatility-left": "the share taken for one of volatility",
    "weighted-by-root": "multiplied by √(1 − R²)",
}

sets = {
    "fourth": (fourth, fourth_data, fourth_combined, fourth_meeting),
    "fifth": (fifth, fifth_data, fifth_combined, fifth_meeting),
    # All of both again, on other variants and with other digits.
    "sixth": (
        {name: [*fourth[name], *fifth[name]] for name in fourth},
        [*fourth_data, *fifth_data],
        {name: [*fourth_combined[name], *fifth_combined[name]] for name in fourth_combined},
        [*fourth_meeting, *fifth_meeting],
    ),
}

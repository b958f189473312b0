"""What is new in the second held-out half: mistakes that the first 400 forms don't have, and other pairs of them."""
from math import sqrt

from answers import (annual_budget, appraisal_ratio, expected_return, hedged_portfolio, kept, monthly_position, printed, raw_or_excess,
                     root21, root252, summed, tracking_portfolio, work_of)
from mistakes import around, flip, swap
from regressions import regression

meanings = {
    "critical-for-t": "1.96 in t's place",
    "half-width-for-ends": "± the half width as the two ends",
    "se-annualised": "the standard error × 252 for α",
    "r-squared-for-alpha": "R² in α's place",
    "factor-mean-for-alpha": "the factor's mean for α",
    "alpha-times-52": "a day's α × 52",
    "volatility-for-premium": "β·σ(f) for β·E[f]",
    "complement-of-beta": "1 − β for β",
    "mean-for-sharpe": "a mean a year for the Sharpe ratio",
    "sharpe-of-the-factor": "the factor's Sharpe ratio for the stock's",
    "rf-subtracted-in-sharpe": "RF taken off an excess return in the Sharpe ratio",
    "risk-free-times-12": "a day's RF × 12 in the sum",
    "premium-not-annualised": "the premium alone a day",
    "rf-subtracted-in-sum": "premium and α less RF",
    "budget-times-12": "the budget multiplied by 12",
    "divided-by-beta": "the position divided by β",
    "budget-for-position": "P&L of the budget, not of the position",
    "one-position-for-both": "the hedged P&L on the unhedged position",
    "alpha-for-ratio": "α a year for the appraisal ratio",
    "t-for-ratio": "t in the ratio's place",
    "ratio-for-t": "the ratio in t's place",
    "ratio-not-squared": "4 / AR for years",
    "two-not-squared": "2 / AR² for years",
    "one-for-two": "(1 / AR)² for years",
    "annual-for-monthly": "years for months",
    "total-for-idiosyncratic": "σ(r) where σ(ε) belongs",
}

more = {
    "jpm-regression": [
        ("annualised-when-daily-asked: compounded", lambda R, v: {"alpha": (1 + R.alpha) ** 252 - 1}, "compounded α to a year", 1),
        ("other-ticker: beta", lambda R, v: {"beta": regression(work_of(v).but(**v["other"])).beta}, "typed β of {other}, the other numbers of {asset}", 1),
        ("whole-sample: beta", lambda R, v: {"beta": all_days(v).beta}, "copied β from the table of all days", 1),
        ("whole-sample: r-squared", lambda R, v: {"rSquared": all_days(v).r2}, "copied R² from the table of all days", 1),
        ("annualised-when-daily-asked + correlation-for-r-squared", lambda R, v: {"alpha": R.alpha * 252, "rSquared": R.rho}, "gave α a year, and the correlation for R²", 1),
        ("p-for-alpha + correlation-for-beta", lambda R, v: {"alpha": R.p_alpha, "beta": R.rho}, "gave the p-value for α, and `corr` for β", 1),
        ("se-for-alpha + se-for-beta", lambda R, v: {"alpha": R.se_alpha, "beta": R.se_beta}, "read the column std err for both", 1),
        ("mean-excess-for-alpha + one-minus-r-squared", lambda R, v: {"alpha": R.mean_r, "rSquared": 1 - R.r2}, "gave the mean for α and the idiosyncratic share for R²", 1),
    ],
    "reading-a-table": [
        ("critical-for-t", lambda R, v: {"alphaT": 1.96}, "typed the critical value for t", 1),
        ("half-width-for-ends", lambda R, v: {"alphaHigh": 1.96 * printed(R.se_alpha), "alphaLow": 1.96 * printed(R.se_alpha)}, "typed 1.96 std err in both boxes", 1),
        ("row-of-beta: interval", lambda R, v: around(printed(R.beta), 1.96 * printed(R.se_beta)), "took t of const and the interval of {factor}", 1),
        ("row-of-beta: t", lambda R, v: {"alphaT": printed(R.beta) / printed(R.se_beta)}, "took t of {factor} and the interval of const", 1),
        ("t-inverted + interval-90", lambda R, v: {"alphaT": printed(R.se_alpha) / printed(R.alpha), **around(printed(R.alpha), 1.645 * printed(R.se_alpha))}, "turned t over and used 1.645", 1),
        ("p-for-t + interval-99", lambda R, v: {"alphaT": R.p_alpha, **around(printed(R.alpha), 2.576 * printed(R.se_alpha))}, "gave the p-value for t and used 2.576", 1),
        ("swapped-fields: low-high + wrong-choice", lambda R, v: {"alphaLow": printed(R.alpha) + 1.96 * printed(R.se_alpha), "alphaHigh": printed(R.alpha) - 1.96 * printed(R.se_alpha), "significant": flip["yes" if R.p_alpha < 0.05 else "no"]}, "put the ends into each other's boxes and concluded wrongly", 1),
    ],
    "raw-or-excess": [
        ("alpha-not-annualised: raw", lambda R, v: {"alphaRaw": R.but(how="rf-kept").alpha}, "left the raw α a day", 1),
        ("times-365: raw", lambda R, v: {"alphaRaw": R.but(how="rf-kept").alpha * 365}, "took 365 days for the raw α alone", 1),
        ("rf-subtracted-twice", lambda R, v: {"alphaExcess": R.but(how="rf-twice").alpha * 252}, "took RF off twice for the excess α", 1),
        ("alpha-not-annualised + swapped-fields", lambda R, v: swap(raw_or_excess(R, v, 1), "alphaExcess", "alphaRaw"), "left both a day, in each other's boxes", 1),
        ("alpha-times-52", lambda R, v: raw_or_excess(R, v, 52), "multiplied by the weeks of a year", 1),
        ("t-for-alpha", lambda R, v: {"alphaExcess": R.t_alpha, "alphaRaw": R.but(how="rf-kept").t_alpha}, "read the column t for both", 1),
    ],
    "annualise-alpha": [
        ("beta-for-alpha", lambda R, v: {"alphaAnnual": R.beta}, "read `params[1]`", 1),
        ("se-annualised", lambda R, v: {"alphaAnnual": R.se_alpha * 252}, "annualised the standard error", 1),
        ("p-for-alpha", lambda R, v: {"alphaAnnual": R.p_alpha}, "gave the p-value", 1),
        ("r-squared-for-alpha", lambda R, v: {"alphaAnnual": R.r2}, "gave R²", 1),
        ("factor-mean-for-alpha", lambda R, v: {"alphaAnnual": R.mean_f * 252}, "annualised {factor}'s mean", 1),
        ("alpha-times-52", lambda R, v: {"alphaAnnual": R.alpha * 52}, "multiplied by the weeks of a year", 1),
        ("rf-added", lambda R, v: {"alphaAnnual": (R.alpha + R.mean_rf) * 252}, "added the risk-free rate back", 1),
        ("mean-excess-for-alpha + sqrt-252-for-252", lambda R, v: {"alphaAnnual": R.mean_r * root252}, "annualised the mean with √252", 1),
    ],
    "tracking-portfolio": [
        ("times-21", lambda R, v: tracking_portfolio(R, v, 21), "gave the premium a month", 1),
        ("sign", lambda R, v: {"trackingHolding": -R.beta, "factorPremium": -R.beta * R.mean_f * 252}, "gave the hedge, not what tracks", 1),
        ("rf-subtracted-in-premium", lambda R, v: {"factorPremium": R.beta * (R.mean_f - R.mean_rf) * 252}, "took RF off {factor}'s mean again", 1),
        ("volatility-for-premium", lambda R, v: {"factorPremium": R.beta * R.sd_f * root252}, "gave the volatility of what tracks", 1),
        ("complement-of-beta", lambda R, v: {"trackingHolding": 1 - R.beta}, "gave what is left in cash", 1),
        ("correlation-for-beta: holding", lambda R, v: {"trackingHolding": R.rho}, "used `corr` for the holding alone", 1),
        ("se-for-beta", lambda R, v: {"trackingHolding": R.se_beta}, "read the column std err", 1),
        ("correlation-for-beta + mean-not-annualised", lambda R, v: {"trackingHolding": R.rho, "factorPremium": R.rho * R.mean_f}, "used `corr` for β, and left the mean a day", 1),
    ],
    "hedged-portfolio": [
        ("sharpe-not-annualised: hedged", lambda R, v: {"sharpeHedged": R.mean_h / R.sd_h}, "left the hedged ratio alone a day", 1),
        ("mean-for-sharpe", lambda R, v: {"sharpeHedged": R.mean_h * 252, "sharpeUnhedged": R.mean_r * 252}, "gave means a year, not divided", 1),
        ("sharpe-of-the-factor", lambda R, v: {"sharpeUnhedged": R.mean_f / R.sd_f * root252}, "gave {factor}'s Sharpe ratio", 1),
        ("rf-subtracted-in-sharpe", lambda R, v: {"sharpeHedged": (R.mean_h - R.mean_rf) / R.sd_h * root252, "sharpeUnhedged": (R.mean_r - R.mean_rf) / R.sd_r * root252}, "took RF off returns that are excess returns", 1),
        ("correlation-unhedged + sharpe-not-annualised", lambda R, v: {**hedged_portfolio(R, v, 1), "hedgedCorrelation": R.rho}, "gave the correlation before hedging and ratios a day", 1),
        ("swapped-fields + sharpe-not-annualised", lambda R, v: swap(hedged_portfolio(R, v, 1), "sharpeHedged", "sharpeUnhedged"), "left the ratios a day, in each other's boxes", 1),
        ("correlation-unhedged + sharpe-of-resid", lambda R, v: {"hedgedCorrelation": R.rho, "sharpeHedged": 0.0}, "gave the correlation before hedging and the Sharpe ratio of model.resid", 1),
    ],
    "expected-return": [
        ("risk-free-times-12", lambda R, v: summed(R.mean_rf * 12, R.beta * R.mean_f * 252, R.alpha * 252), "multiplied RF by 12 alone, and added", 1),
        ("premium-not-annualised", lambda R, v: summed(R.mean_rf * 252, R.beta * R.mean_f, R.alpha * 252), "left the premium alone a day, and added", 1),
        ("rf-subtracted-in-sum", lambda R, v: {"expectedReturn": (R.beta * R.mean_f + R.alpha - R.mean_rf) * 252}, "took RF off in the sum", 1),
        ("swapped-fields: rate-alpha", lambda R, v: swap(expected_return(R, v), "riskFreeAnnual", "alphaAnnual"), "put rate and α into each other's boxes", 1),
        ("other-ticker: beta + inherited", lambda R, v: summed(R.mean_rf * 252, regression(work_of(v).but(**v["other"])).beta * R.mean_f * 252, R.alpha * 252), "used β of {other} in the premium", 1),
        ("mean-excess-for-alpha + premium-without-beta", lambda R, v: summed(R.mean_rf * 252, R.mean_f * 252, R.mean_r * 252), "gave the mean for α and the premium without β, and added", 1),
        ("asset-mean-for-premium + inherited", lambda R, v: summed(R.mean_rf * 252, R.mean_r * 252, R.alpha * 252), "gave {asset}'s own mean for the premium, and added", 1),
    ],
    "factor-share": [
        ("factor-volatility", lambda R, v: {"factorVariance": R.sd_f}, "gave {factor}'s volatility", 1),
        ("times-21", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 * 21}, "gave the variance a month", 1),
        ("correlation-for-r-squared: both", lambda R, v: {"factorShare": R.rho, "rSquared": R.rho}, "gave the correlation for share and R²", 1),
        ("variance-annualised + correlation-for-r-squared", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 * 252, "rSquared": R.rho}, "gave the variance a year, and the correlation", 1),
        ("beta-not-squared: variance", lambda R, v: {"factorVariance": R.beta * R.sd_f**2}, "forgot to square β in the variance alone", 1),
        ("total-variance + idiosyncratic-share", lambda R, v: {"factorVariance": R.sd_r**2, "factorShare": 1 - R.r2}, "gave the whole variance and the idiosyncratic share", 1),
    ],
    "monthly-position": [
        ("budget-times-12", lambda R, v: monthly_position(R, {**v, "budget": v["budget"] * 12}, root21), "multiplied the budget by 12", 1),
        ("divided-by-beta", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r * root21) / R.beta}, "divided by β as well", 1),
        ("variance-for-volatility + volatility-not-scaled", lambda R, v: {"positionMonthly": v["budget"] / R.sd_r**2}, "divided by a day's variance", 1),
        ("hedged-for-unhedged + sqrt-252-for-21", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_e * root252)}, "used the hedged volatility, a year's", 1),
        ("hedged-for-unhedged + volatility-not-scaled", lambda R, v: {"positionMonthly": v["budget"] / R.sd_e}, "used the hedged volatility, a day's", 1),
        ("factor-volatility + sqrt-252-for-21", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_f * root252)}, "used {factor}'s volatility, a year's", 1),
    ],
    "annual-budget": [
        ("one-position-for-both", lambda R, v: {"pnlHedged": v["budget"] / (R.sd_r * root252) * R.alpha * 252}, "took the unhedged position for both P&Ls", 1),
        ("budget-for-position", lambda R, v: {"pnlUnhedged": v["budget"] * R.alpha * 252, "pnlHedged": v["budget"] * R.alpha * 252}, "multiplied the budget by α", 1),
        ("alpha-not-annualised: hedged", lambda R, v: {"pnlHedged": v["budget"] / (R.sd_h * root252) * R.alpha}, "left the hedged P&L alone a day", 1),
        ("mean-excess-for-alpha: unhedged", lambda R, v: {"pnlUnhedged": v["budget"] / (R.sd_r * root252) * R.mean_r * 252}, "gave the total P&L of the unhedged position", 1),
        ("swapped-fields: pnls", lambda R, v: swap(annual_budget(R, v), "pnlUnhedged", "pnlHedged"), "put the P&Ls into each other's boxes", 1),
        ("swapped-fields: positions", lambda R, v: swap(annual_budget(R, v), "positionUnhedged", "positionHedged"), "put the positions into each other's boxes", 1),
        ("volatility-not-scaled + alpha-not-annualised", lambda R, v: annual_budget(R, v, 1, 1), "took everything a day", 1),
        ("sqrt-21-for-252 + alpha-times-21", lambda R, v: annual_budget(R, v, root21, 21), "took everything a month", 1),
    ],
    "appraisal-ratio": [
        ("alpha-for-ratio", lambda R, v: {"appraisalRatio": R.alpha * 252}, "gave α a year, not divided", 1),
        ("t-for-ratio", lambda R, v: {"appraisalRatio": R.t_alpha}, "gave t for the ratio", 1),
        ("ratio-for-t", lambda R, v: {"alphaT": R.alpha / R.sd_e * root252}, "gave the ratio for t", 1),
        ("ratio-not-squared", lambda R, v: {"yearsToTwo": 4 / (R.alpha / R.sd_e * root252)}, "4 / AR, the ratio not squared", 1),
        ("two-not-squared", lambda R, v: {"yearsToTwo": 2 / (R.alpha / R.sd_e * root252) ** 2}, "2 / AR², the 2 not squared", 1),
        ("one-for-two", lambda R, v: {"yearsToTwo": 1 / (R.alpha / R.sd_e * root252) ** 2}, "asked for t = 1", 1),
        ("sharpe-unhedged + t-of-beta", lambda R, v: {"sharpeHedged": R.mean_r / R.sd_r * root252, "alphaT": R.t_beta}, "gave the unhedged Sharpe ratio, and t in the row of {factor}", 1),
        ("sharpe-not-annualised + root-forgotten", lambda R, v: {**appraisal_ratio(R, v, 1), "yearsToTwo": 2 / (R.alpha / R.sd_e)}, "left the ratios a day, and did not square", 1),
    ],
    "beta-frequency": [
        ("reversed-regression: daily", lambda R, v: {"betaDaily": R.r2 / R.beta}, "turned the daily regression round", 1),
        ("other-ticker: daily", lambda R, v: {"betaDaily": regression(work_of(v).but(**v["other"])).beta}, "took {other}'s daily β", 1),
        ("whole-sample: monthly", lambda R, v: {"betaMonthly": regression(work_of(v).but(first=None, last=None, how="monthly")).beta if v.get("from") else R.but(how="monthly").beta}, "took the months of all years", 1),
        ("correlation-for-beta: daily", lambda R, v: {"betaDaily": R.rho}, "used `corr` for the daily one", 1),
        ("r-squared-for-beta: monthly", lambda R, v: {"betaMonthly": R.but(how="monthly").r2}, "read R² of the months", 1),
        ("sd-ratio-for-beta: monthly", lambda R, v: {"betaMonthly": R.but(how="monthly").sd_r / R.but(how="monthly").sd_f}, "divided the volatilities of the months", 1),
    ],
    "target-factor-share": [
        ("total-for-idiosyncratic", lambda R, v: {"partialHedge": R.beta - sqrt(v["share"] / (1 - v["share"])) * R.sd_r / R.sd_f}, "used σ(r) for σ(ε)", 1),
        ("root-forgotten: share", lambda R, v: {"partialHedge": R.beta - v["share"] / (1 - v["share"]) * R.sd_e / R.sd_f}, "took no root of share / (1 − share)", 1),
        ("correlation-for-beta", lambda R, v: {"partialHedge": R.rho - kept(R, v["share"])}, "used `corr` for β", 1),
        ("sign", lambda R, v: {"partialHedge": -(R.beta - kept(R, v["share"]))}, "gave what is sold a minus", 1),
        ("complement-of-beta", lambda R, v: {"partialHedge": 1 - R.beta}, "sold 1 − β", 1),
    ],
}

# Other pairs than the first 400 forms have, with other data beside them.
combined = {
    "jpm-regression": ["alpha-times-21", "one-minus-r-squared", "sd-ratio-for-beta", "t-for-alpha", "r-squared-for-beta"],
    "raw-or-excess": ["sqrt-252-for-252", "rf-makes-no-difference", "times-260"],
    "annualise-alpha": ["times-260", "alpha-times-21", "t-for-alpha", "mean-excess-for-alpha"],
    "tracking-portfolio": ["correlation-for-beta", "premium-without-beta", "sqrt-252-for-252", "asset-mean-for-premium"],
    "hedged-portfolio": ["sharpe-of-resid", "total-for-hedged-vol", "correlation-unhedged", "sqrt-12"],
    "expected-return": ["premium-without-beta + inherited", "times-12", "alpha-left-out", "rf-in-percent"],
    "factor-share": ["beta-left-out", "volatility-for-variance", "one-minus-r-squared", "share-of-residual"],
    "monthly-position": ["times-21-for-sqrt-21", "variance-for-volatility", "budget-over-12", "hedged-for-unhedged"],
    "annual-budget": ["budget-over-12", "total-for-hedged-vol", "times-252-for-sqrt-252", "multiplied-by-beta"],
    "appraisal-ratio": ["sqrt-21-for-252 + inherited", "t-of-beta", "sharpe-unhedged", "root-forgotten: years"],
    "beta-frequency": ["same-beta", "reversed-regression", "r-squared-for-beta", "weekly-for-monthly"],
    "target-factor-share": ["share-of-the-old-total", "share-over-residual", "complement-share", "root-of-the-share"],
}
meeting = ["other-ticker", "whole-sample", "factor-mkt-rf-for-spy", "factor-spy-for-mkt-rf", "window-cut-by-less-than",
           "last-year-only", "window-off-by-a-year: starts-early", "rf-subtracted-twice", "log-returns"]


def all_days(v):
    return regression(work_of(v).but(first=None, last=None))




# Two mistakes in the data at once: (ids, the work that comes of it, how the student got there).
data_pairs = [
    ("other-ticker + whole-sample", lambda v: work_of(v).but(**v["other"], first=None, last=None) if v.get("from") else None, "took the column of {other}, on all days"),
    ("factor-mkt-rf-for-spy + whole-sample", lambda v: work_of(v).but(factor="Mkt-RF", first=None, last=None) if v.get("from") and v["factor"] == "SPY" else None, "regressed on Mkt-RF, on all days"),
    ("factor-spy-for-mkt-rf + whole-sample", lambda v: work_of(v).but(factor="SPY", first=None, last=None) if v.get("from") and v["factor"] == "Mkt-RF" else None, "regressed on SPY, on all days"),
    ("reversed-regression + whole-sample", lambda v: work_of(v).but(how="reversed", first=None, last=None) if v.get("from") else None, "regressed {factor} on {asset}, on all days"),
    ("reversed-regression + other-ticker", lambda v: work_of(v).but(**v["other"], how="reversed"), "regressed the factor on {other}"),
    ("reversed-regression + factor-mkt-rf-for-spy", lambda v: work_of(v).but(factor="Mkt-RF", how="reversed") if v["factor"] == "SPY" else None, "regressed Mkt-RF on {asset}"),
    ("rf-subtracted-twice + whole-sample", lambda v: work_of(v).but(how="rf-twice", first=None, last=None) if v.get("from") else None, "took RF off twice, on all days"),
]

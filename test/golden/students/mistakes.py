"""Mistakes in the formula, by exercise: what each changes in the answers, on any regression R of variant v."""
from math import sqrt

from answers import (annual_budget, appraisal_ratio, expected_return, hedged_portfolio, kept, monthly_position,
                     more_or_less, printed, raw_or_excess, root21, root252, summed, target_factor_share,
                     tracking_portfolio)

flip = {"more": "less", "less": "more", "yes": "no", "no": "yes"}

# (ids, what changes, how the student got there, how common)
formulas = {
    "jpm-regression": [
        ("annualised-when-daily-asked", lambda R, v: {"alpha": R.alpha * 252}, "gave α a year where α a day is asked", 2),
        ("alpha-times-21", lambda R, v: {"alpha": R.alpha * 21}, "gave α a month", 1),
        ("alpha-times-12", lambda R, v: {"alpha": R.alpha * 12}, "multiplied a day's α by 12", 1),
        ("mean-excess-for-alpha", lambda R, v: {"alpha": R.mean_r}, "gave the mean return for α", 2),
        ("beta-assumed-1", lambda R, v: {"alpha": R.mean_one, "beta": 1.0}, "took the mean of r − f, β left at 1", 1),
        ("r-squared-for-beta", lambda R, v: {"beta": R.r2}, "copied R² into the box of β", 1),
        ("correlation-for-beta", lambda R, v: {"beta": R.rho}, "used `corr` for β", 2),
        ("correlation-for-r-squared", lambda R, v: {"rSquared": R.rho}, "gave the correlation, not its square", 2),
        ("one-minus-r-squared", lambda R, v: {"rSquared": 1 - R.r2}, "gave the idiosyncratic share", 1),
        ("sd-ratio-for-beta", lambda R, v: {"beta": R.sd_r / R.sd_f}, "divided the volatilities for β", 1),
        ("p-for-alpha", lambda R, v: {"alpha": R.p_alpha}, "read the column P>|t| for α", 1),
        ("t-for-alpha", lambda R, v: {"alpha": R.t_alpha}, "read the column t for α", 1),
        ("se-for-alpha", lambda R, v: {"alpha": R.se_alpha}, "read the column std err for α", 1),
        ("se-for-beta", lambda R, v: {"beta": R.se_beta}, "read the column std err for β", 1),
        ("swapped-fields: alpha-beta", lambda R, v: {"alpha": R.beta, "beta": R.alpha}, "put α and β into each other's boxes", 2),
        ("swapped-fields: beta-r-squared", lambda R, v: {"beta": R.r2, "rSquared": R.beta}, "put β and R² into each other's boxes", 1),
        ("wrong-choice", lambda R, v: {"sensitivity": flip[more_or_less(R, v)]}, "got the numbers right and the comparison wrong", 1),
        ("covariance-for-beta", lambda R, v: {"beta": R.rho * R.sd_r * R.sd_f}, "forgot to divide the covariance by Var(f)", 1),
        ("covariance-over-wrong-variance", lambda R, v: {"beta": R.rho * R.sd_f / R.sd_r}, "divided the covariance by Var(r)", 1),
    ],
    "reading-a-table": [
        ("t-inverted", lambda R, v: {"alphaT": printed(R.se_alpha) / printed(R.alpha)}, "divided the standard error by the estimate", 2),
        ("row-of-beta", lambda R, v: beta_row(R), "read the row of {factor} instead of const", 2),
        ("t-squared-for-t", lambda R, v: {"alphaT": R.t_alpha**2}, "gave F, the square of t", 1),
        ("p-for-t", lambda R, v: {"alphaT": R.p_alpha}, "gave the p-value for t", 1),
        ("sign: t", lambda R, v: {"alphaT": -R.t_alpha}, "turned the sign of t", 1),
        ("t-times-sqrt-n", lambda R, v: {"alphaT": R.t_alpha * sqrt(R.n)}, "divided the std err by √n once more", 1),
        ("interval-one-se", lambda R, v: interval(R, 1), "went one standard error to each side", 2),
        ("interval-99", lambda R, v: interval(R, 2.576), "used the 99% multiplier", 1),
        ("interval-90", lambda R, v: interval(R, 1.645), "used 1.645, the 90% multiplier", 2),
        ("interval-root-n-again", lambda R, v: interval(R, 1.96 / sqrt(R.n)), "divided the std err by √n once more", 1),
        ("interval-around-zero", lambda R, v: around(0, 1.96 * printed(R.se_alpha)), "left the estimate out: ± 1.96 std err", 1),
        ("interval-annualised", lambda R, v: interval(R, 1.96, 252), "gave the interval a year", 1),
        ("interval-of-t", lambda R, v: around(R.t_alpha, 1.96), "went 1.96 to each side of t", 1),
        ("swapped-fields: low-high", lambda R, v: swap(interval(R, 1.96), "alphaLow", "alphaHigh"), "put the ends into each other's boxes", 1),
        ("wrong-choice", lambda R, v: {"significant": flip["yes" if R.p_alpha < 0.05 else "no"]}, "drew the wrong conclusion from right numbers", 2),
        ("t-squared-for-t + interval-one-se", lambda R, v: {"alphaT": R.t_alpha**2, **interval(R, 1)}, "gave t² and went one std err to each side", 1),
        ("alpha-for-t", lambda R, v: {"alphaT": printed(R.alpha)}, "copied the estimate into the box of t", 1),
    ],
    "raw-or-excess": [
        ("swapped-fields", lambda R, v: swap(raw_or_excess(R, v), "alphaExcess", "alphaRaw"), "put the two α into each other's boxes", 2),
        *[(f"{name}", lambda R, v, k=k: raw_or_excess(R, v, k), note, w) for name, k, note, w in [
            ("alpha-not-annualised", 1, "left both α a day", 2), ("alpha-times-12", 12, "multiplied a day's α by 12", 1),
            ("times-365", 365, "multiplied by the calendar's 365 days", 1), ("times-260", 260, "multiplied by 260 weekdays", 1),
            ("sqrt-252-for-252", root252, "annualised α like a volatility", 2), ("alpha-times-21", 21, "multiplied by a month's 21 days", 1)]],
        ("rf-makes-no-difference", lambda R, v: {"alphaRaw": R.alpha * 252}, "thought that RF moves β and not α", 1),
        ("rf-added-not-annualised", lambda R, v: {"alphaRaw": R.alpha * 252 + R.mean_rf}, "added a day's RF to a year's α", 1),
        ("sign: rf", lambda R, v: {"alphaRaw": (R.alpha - R.mean_rf) * 252}, "took RF off once more for the raw α", 1),
        ("rf-on-both", lambda R, v: {"alphaRaw": R.but(how="rf-on-both").alpha * 252}, "left RF in {asset} and put it back into {factor}", 1),
        ("mean-excess-for-alpha", lambda R, v: {"alphaExcess": R.mean_r * 252, "alphaRaw": (R.mean_r + R.mean_rf) * 252}, "gave mean returns for both α", 1),
        ("beta-assumed-1", lambda R, v: {"alphaExcess": R.mean_one * 252, "alphaRaw": (R.mean_one + R.mean_rf) * 252}, "took the mean of r − f for α", 1),
        ("beta-for-alpha", lambda R, v: {"alphaExcess": R.beta, "alphaRaw": R.but(how="rf-kept").beta}, "read `params[1]`: β instead of α", 1),
        ("reversed-regression", lambda R, v: {"alphaExcess": turned(R) * 252, "alphaRaw": turned(R.but(how="rf-kept")) * 252}, "regressed {factor} on {asset}, both times", 1),
        ("rf-in-percent", lambda R, v: {"alphaExcess": R.but(how="rf-in-percent").alpha * 252}, "took RF off in percent, as the file has it", 2),
    ],
    "annualise-alpha": [
        *[(f"{name}", lambda R, v, k=k: {"alphaAnnual": R.alpha * k}, note, w) for name, k, note, w in [
            ("alpha-not-annualised", 1, "left α a day", 2), ("alpha-times-12", 12, "multiplied a day's α by 12", 1),
            ("times-365", 365, "multiplied by the calendar's 365 days", 2), ("times-260", 260, "multiplied by 260 weekdays", 1),
            ("sqrt-252-for-252", root252, "annualised α like a volatility", 2), ("alpha-times-21", 21, "multiplied by a month's 21 days", 1)]],
        ("mean-excess-for-alpha", lambda R, v: {"alphaAnnual": R.mean_r * 252}, "annualised the mean return", 1),
        ("mean-excess-for-alpha + alpha-not-annualised", lambda R, v: {"alphaAnnual": R.mean_r}, "gave the mean return a day", 1),
        ("beta-assumed-1", lambda R, v: {"alphaAnnual": R.mean_one * 252}, "took the mean of r − f for α", 1),
        ("t-for-alpha", lambda R, v: {"alphaAnnual": R.t_alpha}, "read the column t", 1),
        ("divided-by-252", lambda R, v: {"alphaAnnual": R.alpha / 252}, "divided by 252", 1),
        ("annualised-twice", lambda R, v: {"alphaAnnual": R.alpha * 252 * 252}, "multiplied an annual α by 252 once more", 1),
    ],
    "tracking-portfolio": [
        ("beta-assumed-1", lambda R, v: {"trackingHolding": 1.0, "factorPremium": R.mean_f * 252}, "held a dollar for a dollar", 2),
        ("correlation-for-beta", lambda R, v: {"trackingHolding": R.rho, "factorPremium": R.rho * R.mean_f * 252}, "used `corr` for β in both parts", 1),
        ("r-squared-for-beta", lambda R, v: {"trackingHolding": R.r2, "factorPremium": R.r2 * R.mean_f * 252}, "used R² for β in both parts", 1),
        ("reciprocal-beta", lambda R, v: {"trackingHolding": 1 / R.beta, "factorPremium": R.mean_f * 252 / R.beta}, "held 1/β dollars", 1),
        ("sd-ratio-for-beta", lambda R, v: {"trackingHolding": R.sd_r / R.sd_f, "factorPremium": R.sd_r / R.sd_f * R.mean_f * 252}, "divided the volatilities for β", 1),
        *[(f"{name}", lambda R, v, k=k: tracking_portfolio(R, v, k), note, w) for name, k, note, w in [
            ("mean-not-annualised", 1, "left the mean a day", 2), ("times-12", 12, "multiplied a day's mean by 12", 1), ("times-365", 365, "multiplied by 365", 1),
            ("times-260", 260, "multiplied by 260 weekdays", 1), ("sqrt-252-for-252", root252, "annualised the mean with √252", 1)]],
        ("premium-without-beta", lambda R, v: {"factorPremium": R.mean_f * 252}, "gave {factor}'s mean without β", 1),
        ("asset-mean-for-premium", lambda R, v: {"factorPremium": R.mean_r * 252}, "gave {asset}'s own mean", 1),
        ("alpha-for-premium", lambda R, v: {"factorPremium": R.alpha * 252}, "gave α a year", 1),
        ("rf-added", lambda R, v: {"factorPremium": (R.beta * R.mean_f + R.mean_rf) * 252}, "added the risk-free rate back", 1),
        ("swapped-fields", lambda R, v: swap(tracking_portfolio(R, v), "trackingHolding", "factorPremium"), "put the two into each other's boxes", 1),
        ("beta-squared", lambda R, v: {"factorPremium": R.beta**2 * R.mean_f * 252}, "multiplied by β twice", 1),
    ],
    "hedged-portfolio": [
        ("sharpe-of-resid", lambda R, v: {"sharpeHedged": 0.0}, "took the Sharpe ratio of model.resid, whose mean is 0 by construction", 2),
        ("swapped-fields", lambda R, v: swap(hedged_portfolio(R, v), "sharpeHedged", "sharpeUnhedged"), "put the two Sharpe ratios into each other's boxes", 2),
        *[(f"{name}", lambda R, v, k=k: hedged_portfolio(R, v, k), note, w) for name, k, note, w in [
            ("sqrt-21-for-252", root21, "gave Sharpe ratios a month", 1), ("sharpe-not-annualised", 1, "left the Sharpe ratios a day", 2),
            ("times-252-for-sqrt-252", 252, "multiplied the ratios by 252", 2), ("sqrt-12", sqrt(12), "multiplied by √12", 1),
            ("times-365", sqrt(365), "annualised with √365", 1), ("times-260", sqrt(260), "annualised with √260", 1)]],
        ("variance-for-volatility", lambda R, v: {"sharpeHedged": R.mean_h / R.sd_h**2, "sharpeUnhedged": R.mean_r / R.sd_r**2}, "divided by the variance", 1),
        ("beta-assumed-1", lambda R, v: {"hedgedCorrelation": R.rho_one, "sharpeHedged": R.mean_one / R.sd_one * root252}, "hedged with r − f", 2),
        ("hedge-added", lambda R, v: {"hedgedCorrelation": R.rho_plus, "sharpeHedged": R.mean_plus / R.sd_plus * root252}, "added β·f instead of taking it off", 1),
        ("correlation-unhedged", lambda R, v: {"hedgedCorrelation": R.rho}, "gave the correlation before hedging", 2),
        ("correlation-with-the-stock", lambda R, v: {"hedgedCorrelation": R.rho_rh}, "correlated the hedged returns with {asset}", 1),
        ("total-for-hedged-vol", lambda R, v: {"sharpeHedged": R.alpha / R.sd_r * root252}, "divided α by the unhedged volatility", 2),
        ("mean-excess-for-alpha", lambda R, v: {"sharpeHedged": R.mean_r / R.sd_h * root252}, "divided the unhedged mean by the hedged volatility", 1),
        ("t-for-sharpe", lambda R, v: {"sharpeHedged": R.t_alpha}, "gave t of α", 1),
        ("sharpe-inverted", lambda R, v: {"sharpeHedged": R.sd_h / R.mean_h / root252, "sharpeUnhedged": R.sd_r / R.mean_r / root252}, "divided volatility by mean", 1),
    ],
    "expected-return": [
        *[(f"{name}", lambda R, v, k=k: expected_return(R, v, k), note, w) for name, k, note, w in [
            ("mean-not-annualised", 1, "left everything a day", 2), ("times-12", 12, "multiplied daily means by 12", 1), ("times-365", 365, "multiplied by 365", 2),
            ("times-260", 260, "multiplied by 260 weekdays", 1), ("sqrt-252-for-252", root252, "annualised the means with √252", 1), ("times-21", 21, "multiplied by 21", 1)]],
        ("alpha-not-annualised", lambda R, v: summed(R.mean_rf * 252, R.beta * R.mean_f * 252, R.alpha), "left α alone a day, and added", 2),
        ("times-365: risk-free", lambda R, v: summed(R.mean_rf * 365, R.beta * R.mean_f * 252, R.alpha * 252), "took 365 days for RF alone", 1),
        ("rf-in-percent", lambda R, v: summed(R.mean_rf * 25200, R.beta * R.mean_f * 252, R.alpha * 252), "read RF in percent as decimals", 2),
        ("beta-assumed-1", lambda R, v: summed(R.mean_rf * 252, R.mean_f * 252, R.mean_one * 252), "took β as 1 throughout", 1),
        ("premium-without-beta + inherited", lambda R, v: summed(R.mean_rf * 252, R.mean_f * 252, R.alpha * 252), "left β out of the premium; the sum is right from there", 2),
        ("risk-free-left-out", lambda R, v: {"expectedReturn": R.mean_r * 252}, "added premium and α alone", 2),
        ("alpha-left-out", lambda R, v: {"expectedReturn": (R.mean_rf + R.beta * R.mean_f) * 252}, "stopped at CAPM: no α in the sum", 1),
        ("mean-excess-for-alpha + inherited", lambda R, v: summed(R.mean_rf * 252, R.beta * R.mean_f * 252, R.mean_r * 252), "gave the mean return for α, and added", 1),
        ("swapped-fields: premium-alpha", lambda R, v: swap(expected_return(R, v), "factorPremium", "alphaAnnual"), "put premium and α into each other's boxes", 1),
        ("risk-free-twice-in-sum", lambda R, v: {"expectedReturn": (2 * R.mean_rf + R.beta * R.mean_f + R.alpha) * 252}, "added RF twice", 1),
        ("correlation-for-beta", lambda R, v: summed(R.mean_rf * 252, R.rho * R.mean_f * 252, R.alpha * 252), "used `corr` for β, and added", 1),
        ("rf-subtracted-in-premium", lambda R, v: summed(R.mean_rf * 252, R.beta * (R.mean_f - R.mean_rf) * 252, R.alpha * 252), "took RF off {factor}'s mean again", 1),
    ],
    "factor-share": [
        ("beta-not-squared", lambda R, v: ratio(R, R.beta * R.sd_f**2), "forgot to square β, and divided", 2),
        ("beta-left-out", lambda R, v: ratio(R, R.sd_f**2), "took Var(f) without β²", 1),
        ("variance-annualised", lambda R, v: {"factorVariance": R.beta**2 * R.sd_f**2 * 252}, "gave the variance a year", 2),
        ("volatility-for-variance", lambda R, v: {"factorVariance": R.beta * R.sd_f}, "gave β·σ(f)", 1),
        ("volatility-for-variance + share-of-volatility", lambda R, v: {"factorVariance": R.beta * R.sd_f, "factorShare": R.beta * R.sd_f / R.sd_r}, "used volatilities throughout", 1),
        ("one-minus-r-squared", lambda R, v: {"factorShare": 1 - R.r2, "rSquared": 1 - R.r2}, "gave the idiosyncratic share", 1),
        ("idiosyncratic-share", lambda R, v: {"factorShare": 1 - R.r2}, "gave Var(ε) / Var(r) for the share", 1),
        ("share-of-residual", lambda R, v: {"factorShare": R.r2 / (1 - R.r2)}, "divided by Var(ε), not by Var(r)", 2),
        ("correlation-for-r-squared", lambda R, v: {"rSquared": R.rho}, "gave the correlation, not its square", 2),
        ("correlation-for-beta", lambda R, v: ratio(R, R.rho**2 * R.sd_f**2), "used `corr` for β", 1),
        ("total-variance", lambda R, v: {"factorVariance": R.sd_r**2}, "gave {asset}'s whole variance", 1),
        ("residual-variance", lambda R, v: {"factorVariance": R.sd_e**2}, "gave Var(ε)", 1),
        ("beta-for-r-squared", lambda R, v: {"rSquared": R.beta}, "copied β into the box of R²", 1),
        ("swapped-fields", lambda R, v: {"factorVariance": R.r2, "factorShare": R.beta**2 * R.sd_f**2}, "put variance and share into each other's boxes", 1),
        ("beta-assumed-1", lambda R, v: {"factorVariance": R.sd_f**2}, "took β as 1 for the variance", 1),
        ("t-squared", lambda R, v: {"rSquared": R.t_beta**2}, "copied the F-statistic into the box of R²", 1),
    ],
    "monthly-position": [
        *[(f"{name}", lambda R, v, k=k: monthly_position(R, v, k), note, w) for name, k, note, w in [
            ("sqrt-252-for-21", root252, "divided by a year's volatility", 2), ("volatility-not-scaled", 1, "divided by a day's volatility", 2),
            ("times-21-for-sqrt-21", 21, "multiplied the volatility by 21", 2), ("sqrt-30", sqrt(30), "took 30 calendar days", 1),
            ("sqrt-12", sqrt(12), "multiplied by √12", 1), ("annual-over-12", root252 / 12, "divided a year's volatility by 12", 1)]],
        ("variance-for-volatility", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r**2 * 21)}, "divided by the monthly variance", 2),
        ("multiplied-for-divided", lambda R, v: {"positionMonthly": v["budget"] * R.sd_r * root21}, "multiplied the budget by the volatility", 2),
        ("hedged-for-unhedged", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_e * root21)}, "used the hedged volatility", 1),
        ("factor-volatility", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_f * root21)}, "used {factor}'s volatility", 1),
        ("beta-of-the-factor", lambda R, v: {"positionMonthly": v["budget"] / (R.beta * R.sd_f * root21)}, "used β·σ(f), the factor's part", 1),
        ("budget-over-12", lambda R, v: {"positionMonthly": v["budget"] / 12 / (R.sd_r * root21)}, "divided the budget by 12 as well", 1),
        ("budget-over-12 + sqrt-252-for-21", lambda R, v: {"positionMonthly": v["budget"] / 12 / (R.sd_r * root252)}, "divided the budget by 12 and used a year's volatility", 1),
        ("multiplied-for-divided + sqrt-252-for-21", lambda R, v: {"positionMonthly": v["budget"] * R.sd_r * root252}, "multiplied, with a year's volatility", 1),
        ("divided-by-root", lambda R, v: {"positionMonthly": v["budget"] / (R.sd_r / root21)}, "divided the volatility by √21", 1),
        ("monthly-volatility-for-position", lambda R, v: {"positionMonthly": R.sd_r * root21}, "gave the volatility, not the dollars", 1),
    ],
    "annual-budget": [
        ("sqrt-21-for-252", lambda R, v: annual_budget(R, v, root21), "used monthly volatility for an annual budget", 3),
        ("volatility-not-scaled", lambda R, v: annual_budget(R, v, 1), "used daily volatility", 2),
        ("times-252-for-sqrt-252", lambda R, v: annual_budget(R, v, 252), "multiplied the volatility by 252", 1),
        ("times-365: volatility", lambda R, v: annual_budget(R, v, sqrt(365)), "annualised the volatility with √365", 1),
        ("times-365", lambda R, v: annual_budget(R, v, year=365), "multiplied α by 365", 1),
        ("times-260", lambda R, v: annual_budget(R, v, year=260), "multiplied α by 260", 1),
        ("alpha-times-12", lambda R, v: annual_budget(R, v, year=12), "multiplied a day's α by 12", 1),
        ("alpha-not-annualised", lambda R, v: annual_budget(R, v, year=1), "gave the P&L a day", 2),
        ("mean-excess-for-alpha", lambda R, v: annual_budget(R, v, alpha=R.mean_r), "gave the total P&L, with the mean return for α", 2),
        ("total-for-hedged-vol", lambda R, v: annual_budget(R, v, positions=(v["budget"] / (R.sd_r * root252),) * 2), "used the unhedged volatility for both", 1),
        ("swapped-fields: all", lambda R, v: swap(swap(annual_budget(R, v), "positionUnhedged", "positionHedged"), "pnlUnhedged", "pnlHedged"), "took hedged for unhedged throughout", 2),
        ("root-forgotten-in-1/sqrt(1-R2)", lambda R, v: annual_budget(R, v, positions=grown(R, v, 1 / (1 - R.r2))), "grew the position by 1/(1 − R²), without the root", 2),
        ("multiplied-by-beta", lambda R, v: annual_budget(R, v, positions=grown(R, v, R.beta)), "took unhedged × β for the hedged position", 1),
        ("multiplied-by-root", lambda R, v: annual_budget(R, v, positions=grown(R, v, sqrt(1 - R.r2))), "multiplied by √(1 − R²) instead of dividing", 1),
        ("budget-over-12", lambda R, v: annual_budget(R, {**v, "budget": v["budget"] / 12}), "divided the budget by 12", 1),
        ("multiplied-for-divided", lambda R, v: annual_budget(R, v, positions=(v["budget"] * R.sd_r * root252, v["budget"] * R.sd_h * root252)), "multiplied the budget by the volatility", 1),
        ("variance-for-volatility", lambda R, v: annual_budget(R, v, positions=(v["budget"] / (R.sd_r**2 * 252), v["budget"] / (R.sd_h**2 * 252))), "divided by the variance", 1),
        ("beta-assumed-1", lambda R, v: {**annual_budget(R, v), "positionHedged": v["budget"] / (R.sd_one * root252), "pnlHedged": v["budget"] / (R.sd_one * root252) * R.mean_one * 252}, "hedged with r − f", 1),
        ("sqrt-21-for-252 + alpha-times-12", lambda R, v: annual_budget(R, v, root21, 12), "monthly volatility, and a day's α times 12", 1),
        ("sqrt-21-for-252 + mean-excess-for-alpha", lambda R, v: annual_budget(R, v, root21, alpha=R.mean_r), "monthly volatility, and the mean for α", 1),
        ("alpha-of-resid", lambda R, v: {"pnlHedged": 0.0}, "used the mean of model.resid for the hedged P&L", 1),
        ("swapped-fields: position-pnl", lambda R, v: swap(annual_budget(R, v), "positionHedged", "pnlUnhedged"), "put hedged position and unhedged P&L into each other's boxes", 1),
    ],
    "appraisal-ratio": [
        ("sharpe-not-annualised + inherited", lambda R, v: appraisal_ratio(R, v, 1), "left the ratios a day; the years are right from there", 2),
        ("sqrt-21-for-252 + inherited", lambda R, v: appraisal_ratio(R, v, root21), "gave the ratios a month; the years are right from there", 1),
        ("sqrt-12 + inherited", lambda R, v: appraisal_ratio(R, v, sqrt(12)), "multiplied by √12; the years are right from there", 1),
        ("times-252-for-sqrt-252 + inherited", lambda R, v: appraisal_ratio(R, v, 252), "multiplied the ratios by 252; the years are right from there", 1),
        ("times-365 + inherited", lambda R, v: appraisal_ratio(R, v, sqrt(365)), "annualised with √365; the years are right from there", 1),
        ("total-for-hedged-vol + inherited", lambda R, v: {**appraisal_ratio(R, v, ar=R.alpha / R.sd_r * root252), "sharpeHedged": R.mean_h / R.sd_h * root252}, "divided α by the unhedged volatility; the years are right from there", 2),
        ("mean-excess-for-alpha + inherited", lambda R, v: {**appraisal_ratio(R, v, ar=R.mean_r / R.sd_e * root252), "sharpeHedged": R.mean_h / R.sd_h * root252}, "divided the mean return by σ(ε); the years are right from there", 1),
        ("sharpe-unhedged", lambda R, v: {"sharpeHedged": R.mean_r / R.sd_r * root252}, "gave the unhedged Sharpe ratio", 2),
        ("sharpe-of-resid", lambda R, v: {"sharpeHedged": 0.0}, "took the Sharpe ratio of model.resid", 2),
        ("variance-for-volatility", lambda R, v: {"appraisalRatio": R.alpha / R.sd_e**2}, "divided by the variance of ε", 1),
        ("t-of-beta", lambda R, v: {"alphaT": R.t_beta}, "read t in the row of {factor}", 2),
        ("p-for-t", lambda R, v: {"alphaT": R.p_alpha}, "gave the p-value", 1),
        ("t-squared-for-t", lambda R, v: {"alphaT": R.t_alpha**2}, "gave the square of t", 1),
        ("t-inverted", lambda R, v: {"alphaT": R.se_alpha / R.alpha}, "divided the standard error by α", 1),
        ("t-of-the-mean", lambda R, v: {"alphaT": R.mean_r / R.sd_r * sqrt(R.n)}, "tested the mean return, not α", 1),
        ("root-forgotten: years", lambda R, v: {"yearsToTwo": 2 / (R.alpha / R.sd_e * root252)}, "2 / AR, not squared", 2),
        ("years-inverted", lambda R, v: {"yearsToTwo": (R.alpha / R.sd_e * root252 / 2) ** 2}, "(AR / 2)²", 1),
        ("years-of-the-sample", lambda R, v: {"yearsToTwo": R.n / 252}, "gave the years of the sample", 1),
        ("days-for-years", lambda R, v: {"yearsToTwo": (2 / (R.alpha / R.sd_e)) ** 2}, "counted days: (2 / daily ratio)²", 2),
        ("months-for-years", lambda R, v: {"yearsToTwo": 12 * (2 / (R.alpha / R.sd_e * root252)) ** 2}, "gave months", 1),
        ("years-from-t", lambda R, v: {"yearsToTwo": (2 / R.t_alpha) ** 2}, "set t, not the ratio, into (2 / ·)²", 1),
        ("swapped-fields: ratio-t", lambda R, v: swap(appraisal_ratio(R, v), "appraisalRatio", "alphaT"), "put ratio and t into each other's boxes", 1),
    ],
    "beta-frequency": [
        ("swapped-fields", lambda R, v: {"betaDaily": R.but(how="monthly").beta, "betaMonthly": R.beta}, "put the two β into each other's boxes", 2),
        ("beta-times-21", lambda R, v: {"betaMonthly": R.beta * 21}, "multiplied the daily β by 21", 2),
        ("beta-times-sqrt-21", lambda R, v: {"betaMonthly": R.beta * root21}, "multiplied the daily β by √21", 1),
        ("same-beta", lambda R, v: {"betaMonthly": R.beta}, "gave the daily β twice", 2),
        *[(f"{name}", lambda R, v, k=k: {"betaMonthly": R.but(how=k).beta}, note, w) for name, k, note, w in [
            ("sum-for-compounding", "monthly-sum", "summed the days of a month", 2), ("first-month-lost-by-pct-change", "monthly-pct-change", "built prices and took pct_change of the month ends", 2),
            ("month-end-days", "month-end-days", "took the last day of each month as the month's return", 2), ("monthly-mean", "monthly-mean", "averaged the days of a month", 1),
            ("weekly-for-monthly", "weekly", "resampled to weeks", 1), ("quarterly-for-monthly", "quarterly", "resampled to quarters", 1), ("overlapping-months", "overlapping", "took rolling windows of 21 days", 1)]],
        ("correlation-for-beta", lambda R, v: {"betaDaily": R.rho, "betaMonthly": R.but(how="monthly").rho}, "used `corr` for both", 2),
        ("r-squared-for-beta", lambda R, v: {"betaDaily": R.r2, "betaMonthly": R.but(how="monthly").r2}, "read R² for both", 1),
        ("correlation-for-beta: monthly", lambda R, v: {"betaMonthly": R.but(how="monthly").rho}, "used `corr` for the monthly one", 1),
        ("sd-ratio-for-beta", lambda R, v: {"betaDaily": R.sd_r / R.sd_f, "betaMonthly": R.but(how="monthly").sd_r / R.but(how="monthly").sd_f}, "divided the volatilities", 1),
        ("reversed-regression", lambda R, v: {"betaDaily": R.r2 / R.beta, "betaMonthly": R.but(how="monthly").r2 / R.but(how="monthly").beta}, "regressed {factor} on {asset}, both times", 2),
        ("reversed-regression: monthly", lambda R, v: {"betaMonthly": R.but(how="monthly").rho ** 2 / R.but(how="monthly").beta}, "turned the monthly regression round", 1),
        ("beta-assumed-1", lambda R, v: {"betaMonthly": 1.0}, "thought that a monthly β is 1", 1),
        ("divided-by-21", lambda R, v: {"betaMonthly": R.beta / 21}, "divided the daily β by 21", 1),
    ],
    "target-factor-share": [
        ("larger-hedge", lambda R, v: {"partialHedge": R.beta + kept(R, v["share"])}, "took the other root", 2),
        ("full-hedge", lambda R, v: {"partialHedge": R.beta}, "sold all of β", 2),
        ("beta-times-one-minus-share", lambda R, v: {"partialHedge": R.beta * (1 - v["share"])}, "sold 1 − share of β", 2),
        ("beta-times-share", lambda R, v: {"partialHedge": R.beta * v["share"]}, "sold the share of β", 1),
        ("kept-exposure-for-hedge", lambda R, v: {"partialHedge": kept(R, v["share"])}, "gave the exposure that may stay", 2),
        ("share-of-the-old-total", lambda R, v: {"partialHedge": R.beta - sqrt(v["share"]) * R.sd_r / R.sd_f}, "set the share against the variance before the hedge", 2),
        ("share-over-residual", lambda R, v: {"partialHedge": R.beta - sqrt(v["share"]) * R.sd_e / R.sd_f}, "forgot the factor's part in the new total", 2),
        ("root-forgotten", lambda R, v: {"partialHedge": R.beta - kept(R, v["share"]) ** 2}, "forgot the root of b²", 1),
        ("complement-share", lambda R, v: target_factor_share(R, v, 1 - v["share"]), "hedged down to 1 − share", 1),
        ("root-of-the-share", lambda R, v: {"partialHedge": R.beta * (1 - sqrt(v["share"]))}, "kept √share of β", 1),
        ("share-of-variance-reduction", lambda R, v: {"partialHedge": R.beta * (1 - sqrt(v["share"] / R.r2))}, "scaled R² down to the share with the old total", 1),
        ("reciprocal-beta", lambda R, v: {"partialHedge": 1 / R.beta}, "sold 1/β", 1),
    ],
}


def beta_row(R):
    b, se = printed(R.beta), printed(R.se_beta)
    return {"alphaT": b / se, **around(b, 1.96 * se), "significant": "yes"}


def around(middle, reach):
    return {"alphaLow": middle - reach, "alphaHigh": middle + reach}


def interval(R, width, times=1):
    a, se = printed(R.alpha), printed(R.se_alpha)
    return around(a * times, width * se * times)


def swap(answers, one, other):
    return {**answers, one: answers[other], other: answers[one]}


def turned(R):
    """α of the regression turned round."""
    return R.mean_f - R.r2 / R.beta * R.mean_r


def ratio(R, part):
    return {"factorVariance": part, "factorShare": part / R.sd_r**2}


def grown(R, v, by):
    x = v["budget"] / (R.sd_r * root252)
    return x, x * by

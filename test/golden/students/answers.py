"""What a student fills in who does the formulas rightly, on whatever regression stands before them."""
from math import sqrt

from regressions import Work, regression

root252, root21 = sqrt(252), sqrt(21)


def work_of(v):
    return Work(v["asset"], v["factor"], v.get("from"), v.get("to"))


def more_or_less(R, v):
    other = v["other"]
    if R.work.asset == other["asset"]:
        own = regression(work_of(v))
        return "more" if R.beta > own.beta else "less"
    return "more" if R.beta > regression(work_of(v).but(**other)).beta else "less"


def jpm_regression(R, v):
    return {"alpha": R.alpha, "beta": R.beta, "rSquared": R.r2, "sensitivity": more_or_less(R, v)}


def printed(x):
    return float(f"{x:.4g}")


def reading_a_table(R, v, t=None, width=1.96):
    a, se = printed(R.alpha), printed(R.se_alpha)
    # The table's own t and interval use more digits than it prints; both are within the tolerance.
    return {
        "alphaT": a / se,
        "alphaLow": a - width * se,
        "alphaHigh": a + width * se,
        "significant": "yes" if R.p_alpha < 0.05 else "no",
    }


def raw_or_excess(R, v, year=252):
    return {"alphaExcess": R.alpha * year, "alphaRaw": R.but(how="rf-kept").alpha * year}


def annualise_alpha(R, v, year=252):
    return {"alphaAnnual": R.alpha * year}


def tracking_portfolio(R, v, year=252):
    return {"trackingHolding": R.beta, "factorPremium": R.beta * R.mean_f * year}


def hedged_portfolio(R, v, root=root252):
    return {
        "hedgedCorrelation": R.rho_h,
        "sharpeHedged": R.mean_h / R.sd_h * root,
        "sharpeUnhedged": R.mean_r / R.sd_r * root,
    }


def summed(rate, premium, alpha):
    return {"riskFreeAnnual": rate, "factorPremium": premium, "alphaAnnual": alpha, "expectedReturn": rate + premium + alpha}


def expected_return(R, v, year=252):
    return summed(R.mean_rf * year, R.beta * R.mean_f * year, R.alpha * year)


def factor_share(R, v):
    part = R.beta**2 * R.sd_f**2
    return {"factorVariance": part, "factorShare": part / R.sd_r**2, "rSquared": R.r2}


def monthly_position(R, v, root=root21):
    return {"positionMonthly": v["budget"] / (R.sd_r * root)}


def annual_budget(R, v, root=root252, year=252, alpha=None, positions=None):
    a = R.alpha if alpha is None else alpha
    x, xh = positions or (v["budget"] / (R.sd_r * root), v["budget"] / (R.sd_h * root))
    return {"positionUnhedged": x, "positionHedged": xh, "pnlUnhedged": x * a * year, "pnlHedged": xh * a * year}


def appraisal_ratio(R, v, root=root252, ar=None, years=lambda ar: (2 / ar) ** 2):
    ratio = R.alpha / R.sd_e * root if ar is None else ar
    sharpe = R.mean_h / R.sd_h * root if ar is None else ar
    return {"appraisalRatio": ratio, "sharpeHedged": sharpe, "alphaT": R.t_alpha, "yearsToTwo": years(ratio)}


def beta_frequency(R, v):
    return {"betaDaily": R.beta, "betaMonthly": R.but(how="monthly").beta}


def kept(R, share):
    return sqrt(share / (1 - share)) * R.sd_e / R.sd_f


def target_factor_share(R, v, share=None):
    return {"partialHedge": R.beta - kept(R, v["share"] if share is None else share)}


solvers = {
    "jpm-regression": jpm_regression,
    "reading-a-table": reading_a_table,
    "raw-or-excess": raw_or_excess,
    "annualise-alpha": annualise_alpha,
    "tracking-portfolio": tracking_portfolio,
    "hedged-portfolio": hedged_portfolio,
    "expected-return": expected_return,
    "factor-share": factor_share,
    "monthly-position": monthly_position,
    "annual-budget": annual_budget,
    "appraisal-ratio": appraisal_ratio,
    "beta-frequency": beta_frequency,
    "target-factor-share": target_factor_share,
}

"""Notations of right answers, as people type them, on the chapter's variants (and one stock with β below 1).

    python3 notations.py        writes notations.json, checked against the keys of variants.json

{exercise, variant, part, text, value, read}: `value` is what the text means, a decimal or dollars, to the key's
tolerance ("about 12 years" has 11.99). `read` is "value"
where it has to be read so, or refused free of charge; "refuse" where it must be refused, since its unit is unknown,
it is another currency, or it means more than one number. Reading another number is a fault in both.
"""
import json
from pathlib import Path

here = Path(__file__).parent
beta = ("jpm-regression", "chapter", "beta")
low_beta = ("jpm-regression", "wmt-full", "beta")
alpha = ("jpm-regression", "chapter", "alpha")
r2 = ("jpm-regression", "chapter", "rSquared")
annual = ("annualise-alpha", "chapter", "alphaAnnual")
share = ("factor-share", "chapter", "factorShare")
variance = ("factor-share", "chapter", "factorVariance")
t = ("reading-a-table", "chapter", "alphaT")
low = ("reading-a-table", "jpm-full", "alphaLow")
position = ("monthly-position", "chapter", "positionMonthly")
unhedged = ("annual-budget", "chapter", "positionUnhedged")
pnl = ("annual-budget", "chapter", "pnlUnhedged")
years = ("appraisal-ratio", "chapter", "yearsToTwo")
zero = ("hedged-portfolio", "chapter", "hedgedCorrelation")
hedge = ("target-factor-share", "chapter", "partialHedge")

read = {
    (beta, 1.395): [
        "1.395", " 1.395 ", "1.395.", "1.395,", "1.395;", "+1.395", "1,395E0", "1.395, so aggressive", "1.395, so JPM is more sensitive",
        "The beta of JPM is 1.395, so it is more sensitive.", "about 1.395, I think", "1.395, roughly", "It is 1.395, roughly", "~1.395", "≈ 1.395",
        "≈1.395", "~ 1.395", "= 1.395", "β = 1.395", "β=1.395", "beta = 1.395", "beta: 1.395", "Beta is 1.395", "beta=1.395;", "b = 1.395", "β̂ = 1.395",
        "SPY 1.395", "SPY: 1.395", "(1.395)", "[1.395]", "\"1.395\"", "`1.395`", "**1.395**", "1.395!", "1.395 (rounded)", "1.395 (OLS)",
        "1,395", "1·395", "1٫395", "١٫٣٩٥", "۱٫۳۹۵", "१.३९५", "１．３９５", "１.３９５", "𝟏.𝟑𝟗𝟓", "1.395e+00", "1.395e0", "1.395E+00", "1.395 × 10^0", "1.395·10⁰",
        "13.95e-1", "np.float64(1.395)", "np.float64(1.3949174994281694)", "float64(1.395)", "array([1.395])", "1.3949174994281694",
        "SPY    1.394917\ndtype: float64", "{'SPY': 1.395}", "$1.395$", "$\\beta = 1.395$", "\\(\\beta = 1.395\\)", "$\\hat{\\beta}=1.395$", "1.395\\ldots",
        "279/200", "1.395/1", "1 + 0.395", "0.7073*1.972", "sqrt(1.946)", "√1.946", "2.79/2", "1.395…", "1.395...", "ca. 1.395", "approx. 1.395", "approximately 1.395",
        "circa 1.395", "roughly 1.395", "1.395 or so", "1.395 (see code)", "1.395; see code", "1.395 // from the notebook", "my answer: 1.395", "Answer = 1.395",
        "I get 1.395", "I got 1.395 for it", "1.395 for JPM", "JPM's beta is 1.395", "1.395 times SPY", "1.395x", "1.395\u200b", "\ufeff1.395", "1.395\u00a0", "139.5%", "139.5 %",
        "139.5 percent", "one point three nine five", "1.395 (dimensionless)", "1.395 units", "1 395/1000",
        "1.395 ± 0.03", "β≈1.395 (SE .016), t=89",
    ],
    (low_beta, 0.674): [
        "0.674", ".674", "0,674", ",674", "0.674, so WMT is defensive", "It is 0.674, roughly", "0·674", "67.4%", "67,4 %", "٠٫٦٧٤", "०.६७४", "０．６７４", "6.74e-1",
        "6.74×10⁻¹", "6.74 x 10^-1", "6.74 * 10**-1", "\\frac{674}{1000}", "674/1000", "337/500", "0.674 < 1, defensive", "np.float64(0.674)",
    ],
    (alpha, 0.0001594): [
        "0.0001594", ".0001594", "0,0001594", "1.594e-4", "1.594e-04", "1.594E-04", "1.594×10⁻⁴", "1.594 × 10^-4", "1.594*10^-4", "1.594*10**-4", "1.594·10^{-4}",
        "$1.594\\times10^{-4}$", "\\(1.594 \\cdot 10^{-4}\\)", "0.01594%", "0.01594 %", "0,01594 %", "0.01594 percent", "0.01594 per cent", "0.01594 percent per day", "0.01594% a day",
        "0.01594% per day", "0.01594% daily", "0.0001594 per day", "0.0001594 a day", "0.0001594, daily", "0.0001594/day", "1.594 bps", "1.594 bp", "1.594 basis points",
        "1.594bps per day", "1.594 bps/day", "0.1594‰", "0.1594 ‰", "0.1594 per mille", "159.4 ppm", "159.4ppm", "159.4 parts per million", "٠٫٠٠٠١٥٩٤", "०.०००१५९४", "０．０００１５９４", "1.594e−04", "1.594e–4",
        "α = 0.0001594", "alpha=1.594e-04", "const 0.0001594", "Intercept: 0.000159", "Intercept    0.000159\nName: 0, dtype: float64", "np.float64(0.00015940000109091157)",
        "0.0401688/252", "0.0402 / 252", "4.017%/252", "0.000 159 4", "0.000\u2009159\u20094", "159.4e-6", "159.4 × 10^-6", "0.0001594 (not significant)",
        "0.0001594 a day = 4.02% a year", "0.0001594, t = 0.88",
    ],
    (r2, 0.5003): [
        "0.5003", "0,5003", "50.03%", "50.03 %", "50,03 %", "%50.03", "R² = 0.5003", "R2 = 0.5003", "R^2: 0.5003", "R-squared: 0.500", "r squared is 0.5003, half of it",
        "0.7073^2", "0.7073²", "0.7073**2", "0.7073*0.7073", "0.5003 (adj. aside)", "1 - 0.4997", "1 − 0.4997", "٠٫٥٠٠٣", "50.03 pct", "50.03pc", "500.3‰", "1/2", "½", "model.rsquared = 0.5003", "$R^2 = 0.5003$",
    ],
    (annual, 0.1474): [
        "0.1474", "14.74%", "14.74 %", "14,74%", "14.74 percent", "14.74 per cent", "14.74% per year", "14.74% a year", "14.74% p.a.", "14.74% annualised", "14.74% annualized",
        "14.74% annual", "0.1474 annualised", "0.1474 per annum", "0.1474/yr", "1474 bps", "1,474 bps", "1474 basis points a year", "147.4‰", "0.000585*252", "0.000585 * 252", "0.000585 × 252", "0.000585·252",
        "0.000585 x 252", "252*0.000585", "5.85e-4*252", "5.85e-4 * 252 = 0.1474", "0.0585% × 252", "5.85 bps * 252", "0.000585*252 = 14.74%", "α·252 = 0.1474", "14.74% (simple, ×252)", "١٤٫٧٤٪", "１４．７４％", "१४.७४%", "about 14.74%", "~14.7%", "14.7 %.", "≈ 14.7 % a year", "0.0585% a day, 14.74% a year, t = 3.6",
    ],
    (share, 0.4152): ["41.52%", "0.4152", "41.52 % of the variance", "41,52%", "share = 41.52%", "0.4152 = 41.52%", "41.52% (the rest is idiosyncratic)", "4152 bps"],
    (variance, 0.00018337): ["0.00018337", "1.8337e-4", "1.8337×10⁻⁴", "1.1876^2 * 0.00013002", "1.1876² × 1.3002e-4", "0.0001834 per day", "1.8337e-04 a day", "0.013541^2", "0.01354²"],
    (t, 3.597): ["3.597", "t = 3.597", "t=3.597, significant", "3.597 > 1.96", "3,597", "t-stat 3.597", "t(α) = 3.597", "3.597 standard errors", "0.000585/0.0001626", "0.0005848/0.0001626 = 3.597", "3.597***"],
    (low, -0.0001964): ["-0.0001964", "−0.0001964", "–0.0001964", "－0.0001964", "-1.964e-04", "−1.964×10⁻⁴", "-0.01964%", "−1.964 bps", "minus 0.0001964", "0.0001594 - 1.96*0.0001815", "0.0001594 − 1.96 × 0.0001815", "- 0.0001964", "-,0001964"],
    (position, 10.384e6): [
        "10384000", "10,384,000", "$10,384,000", "$10.384M", "$10.384m", "$10.384 M", "10.384 million", "10.384 mio", "10.384 mn", "10.384MM", "$10.384mm", "0.010384bn", "$0.010384 billion", "10384k", "10,384k", "10,384 thousand", "10384 thousand dollars",
        "10.384 million dollars", "USD 10.384M", "10.384M USD", "US$10.384M", "10 384 000", "10\u2009384\u2009000", "10\u00a0384\u00a0000", "10\u202f384\u202f000", "10'384'000", "10’384’000", "10.384.000", "10.384.000,00", "10_384_000", "1.0384e7", "1.0384E+07", "1.0384 × 10⁷", "$1.0384\\times10^7$",
        "1,03,84,000", "103.84 lakh", "103.84 lakhs", "1.0384 crore", "1.0384 cr", "1e6/0.0963", "1000000/0.0963", "1,000,000/0.0963", "$1M/0.0963", "$1M/9.63%", "1e6/(0.02101*√21)", "1e6/(0.02101*sqrt(21))", "1e6 / (√21 × 0.02101)", "1000000/(0.02101*21**0.5)",
        "x = 10.384M", "x = $10.384M, unhedged", "about $10.384 million", "١٠٣٨٤٠٠٠", "१०३८४०००", "１０３８４０００", "np.float64(10383593.0108524)", "$10,383,593.01", "10383593.0108524", "10.384 million of MSFT", "$10.384M of MSFT, unhedged", "ten million 384 thousand", "$10.4M", "10,4 Mio. USD",
    ],
    (unhedged, 13.748e6): ["$13.748M", "13,748,000", "13.748e6", "5e6/0.3637", "5,000,000 / 0.3637", "$5M / 36.37%", "5e6/(0.02291*sqrt(252))", "$13.748M (hedged is more)", "13748k USD"],
    (pnl, 552236): ["552236", "$552,236", "$552k", "552K", "0.552M", "$0.552 million", "552.2 thousand", "5.52 lakh", "$552,236 a year", "$552,236/yr", "552,236 dollars per year", "13.748e6*0.04017", "$13.748M × 4.017%", "552.236,15 $"],
    (years, 11.99): ["11.99", "11.99 years", "12.0 years", "11.99 yrs", "about 12 years", "(2/0.5777)^2", "(2/0.5777)²", "(2/0.5777)**2", "4/0.5777^2", "4/0.3337", "11.99y", "12, roughly", "11,99 Jahre", "12 years or 144 months"],
    (zero, 0.0): ["0", "0.0", "0.000", "zero", "Zero", "0 (by construction)", "-0.00", "1e-17", "-1.3e-17", "4.4e-17, i.e. zero", "≈ 0", "0, up to rounding", "0 %", "٠", "0.", "nil"],
    (hedge, 0.483): ["0.483", "$0.483", "0.483 dollars", "48.3 cents", "sell $0.483", "$0.483 of Mkt-RF", "1.1876 - 0.7047", "0,483 $", "short 0.483"],
}

refused = {
    (beta, 1.395): ["1.395 apples", "1.395 km", "1.3 to 1.5", "1.395 or 1.4", "1.3–1.5", "between 1.39 and 1.40", "1.395 and 0.674", "either 1.395 or 0.359", "> 1.39", "1.395, 0.500", "JPM 1.395, WMT 0.674"],
    (alpha, 0.0001594): ["0.01594 °C", "between 0.00015 and 0.00017", "0.0001594 to 0.0001600", "1.594 furlongs"],
    (position, 10.384e6): ["€10.384M", "£10.384M", "10.384M EUR", "¥10,384,000", "₹1.0384 crore", "CHF 10.384M", "10.384M shares", "10,384,000 yen", "10.384 zillion", "$10M to $11M", "C$10.384M", "A$10.384M", "10.384 M£", "Rs 1.0384 crore", "10.384M kr"],
    (annual, 0.1474): ["14–15%", "14.74 widgets", "14% or 15%", "less than 15%"],
    (years, 11.99): ["10 to 14 years"],
}


def listed():
    exercises = json.loads((here / "variants.json").read_text())
    keys = {(e["id"], v["id"], part): v["keys"][part] for e in exercises for v in e["variants"] for part in v["keys"]}
    slack = {(e["id"], p["id"]): p["tolerance"] for e in exercises for p in e["parts"] if "tolerance" in p}
    for how, lists in (("value", read), ("refuse", refused)):
        for (where, value), texts in lists.items():
            key, allowed = keys[where], slack[where[0], where[2]]
            assert abs(value - key) <= max(allowed["relative"] * abs(key), allowed["floor"]), (where, value, key)
            assert len(set(texts)) == len(texts), [text for text in texts if texts.count(text) > 1]
            for text in texts:
                yield dict(zip(("exercise", "variant", "part"), where)) | {"text": text, "value": value, "read": how}


rows = list(listed())
print(len(rows), sum(row["read"] == "refuse" for row in rows))
(here / "notations.json").write_text("[\n" + ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n]\n")

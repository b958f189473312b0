# The confidence band of a fitted line by statsmodels: writes line-band.json.
import json
import numpy as np
import statsmodels.api as sm

rng = np.random.default_rng(7)
x = np.round(rng.normal(0.0004, 0.011, 60), 6)
y = np.round(0.0002 + 1.3 * x + rng.normal(0, 0.01, 60) * (1 + 30 * np.abs(x)), 6)
at = [-0.04, -0.001, 0.0, 0.0123, 0.05]
design, wanted = sm.add_constant(x), sm.add_constant(np.array(at), has_constant="add")
answers = {}
for name, options in {
    "classical": {},
    "hc1": {"cov_type": "HC1"},
    "hac": {"cov_type": "HAC", "cov_kwds": {"maxlags": 3}},
}.items():
    band = sm.OLS(y, design).fit(**options).get_prediction(wanted).conf_int(alpha=0.05)
    answers[name] = {"low": band[:, 0].tolist(), "high": band[:, 1].tolist()}
with open("line-band.json", "w") as file:
    json.dump({"x": x.tolist(), "y": y.tolist(), "at": at, "answers": answers}, file)
    file.write("\n")

"""250 forms as a class of undergraduates hands them in: writes ../wrong-submissions-tenth.json.

Written from the exercises, their keys, the chapter and the sample's files, and from nothing else: what a mistake is
called here is this file's own word for it. Run with /usr/bin/python3 test/golden/students/tenth.py, under a minute.

A student goes through three steps, and a mistake enters at one of them:

    study    choose the data and fit the line;
    recipe   work out one field after another, each from the line and from the student's own earlier fields;
    typing   write the numbers into the form.

So what follows from a mistake follows by itself. A form is kept when every mistake in it makes a field wrong, when no
wrong field is the key's own rounding, and when rounding alone neither makes a field wrong nor saves it (but for the
forms whose mistake is the rounding)."""
import os
os.environ.setdefault('OMP_NUM_THREADS', '1')
import collections, json, math, re, warnings
from types import SimpleNamespace
import numpy as np
import pandas as pd
import statsmodels.api as sm

warnings.filterwarnings('ignore')
DICE = np.random.RandomState(20241)
GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
SAMPLE = os.path.join(GOLDEN, '..', '..', 'data', 'sample')
EXERCISES = {e['id']: e for e in json.load(open(os.path.join(GOLDEN, 'variants.json')))}
sqrt = math.sqrt
YEAR, MONTH = 252, 21


def pick(things, weights=None):
    things = list(things)
    if weights is None:
        return things[DICE.randint(len(things))]
    weights = np.array(weights, float)
    return things[DICE.choice(len(things), p=weights / weights.sum())]


def chance(p):
    return DICE.rand() < p


# ---------------------------------------------------------------------------------------------------------- the data
def library(name):
    lines = [line.strip().split(',') for line in open(os.path.join(SAMPLE, name))]
    head = next([h.strip() for h in cells[1:]] for cells in lines if cells[0] == '' and len(cells) > 2)
    days = [cells for cells in lines if re.fullmatch(r'\d{8}', cells[0].strip())]
    return pd.DataFrame([[float(x) for x in cells[1:]] for cells in days],
                        pd.to_datetime([cells[0] for cells in days], format='%Y%m%d'), head) / 100


def table(name):
    return pd.read_csv(os.path.join(SAMPLE, name), parse_dates=['date'], index_col='date')


LIB = library('F-F_Research_Data_Factors_daily.CSV')
RF = LIB['RF']
COURSE = table('FactorModels_data1.csv').dropna()
TOTAL = {'MSFT': table('FactorModels_data2.csv')['MSFT'].dropna(), 'AAPL': table('simulated_stocks.csv')['AAPL'].dropna()}


def series(name):
    """Excess and total returns."""
    if name in TOTAL:
        return TOTAL[name] - RF, TOTAL[name]
    excess = LIB[name] if name in LIB else COURSE[name]
    return excess, excess + RF


def by_month(x, how):
    groups = x.groupby(x.index.to_period({'quarter': 'Q', 'week': 'W', 'year': 'Y'}.get(how, 'M')))
    if how == 'sum':
        return groups.sum()
    if how == 'last day':
        return groups.last()
    return np.exp(np.log1p(x).groupby(x.index.to_period({'quarter': 'Q', 'week': 'W', 'year': 'Y'}.get(how, 'M'))).sum()) - 1


STUDIES = {}


def study(**o):
    """The line that was fitted and everything that is read from it."""
    key = json.dumps(o, sort_keys=True)
    if key not in STUDIES:
        STUDIES[key] = fresh_study(o)
    return STUDIES[key]


def fresh_study(o):
    y, y_total = series(o['asset'])
    f, f_total = series(o['factor'])
    d = pd.DataFrame({'y': y, 'yt': y_total, 'f': f, 'ft': f_total, 'rf': RF}).dropna().loc[o.get('from'):o.get('to')]
    if o.get('rows'):
        d = d.iloc[o['rows']:] if o['rows'] < 0 else d.iloc[:o['rows']]
    how = o.get('y')
    if how == 'raw': d['y'] = d.yt
    if how == 'rf twice': d['y'] = d.y - d.rf
    if how == 'rf as percent': d['y'] = d.yt - 100 * d.rf
    if how == 'rf of a month': d['y'] = d.yt - 21 * d.rf
    if how == 'rf of a year': d['y'] = d.yt - 252 * d.rf
    if o.get('f') == 'raw': d['f'] = d.ft
    if o.get('f') == 'rf twice': d['f'] = d.f - d.rf
    if o.get('f') == 'percent': d['f'] = 100 * d.f
    if o.get('log'): d['y'], d['f'] = np.log1p(d.y), np.log1p(d.f)
    if o.get('lag'): d['f'] = d.f.shift(1); d = d.dropna()
    if o.get('every'): d = d[['y', 'yt', 'f', 'ft', 'rf']].apply(by_month, how=o['every'])
    if o.get('swap'): d = d.rename(columns={'y': 'f', 'f': 'y', 'yt': 'ft', 'ft': 'yt'})
    s = SimpleNamespace(o=o, d=d, n=len(d))
    X = sm.add_constant(d[['f']])
    if o.get('three'): X = X.join(LIB[['SMB', 'HML']])
    m = sm.OLS(d.y, X).fit()
    s.a, s.b, s.r2 = m.params['const'], m.params['f'], m.rsquared
    s.at, s.bt, s.ap, s.ase, s.bse = m.tvalues['const'], m.tvalues['f'], m.pvalues['const'], m.bse['const'], m.bse['f']
    (s.low, s.high), (s.blow, s.bhigh) = m.conf_int().loc['const'], m.conf_int().loc['f']
    s.vr, s.vf, s.ve = d.y.var(), d.f.var(), m.resid.var()
    s.sr, s.sf, s.se = sqrt(s.vr), sqrt(s.vf), sqrt(s.ve)
    s.mr, s.mf, s.rf, s.mrt, s.mft = d.y.mean(), d.f.mean(), d.rf.mean(), d.yt.mean(), d.ft.mean()
    s.vrt, s.srt = d.yt.var(), d.yt.std()
    s.corr = d.y.corr(d.f)
    s.alt = lambda **more: study(**{**o, **more})
    return s


# ------------------------------------------------------------------------------------------- the recipes, done rightly
def other_beta(s, v):
    w = v['other']
    return study(asset=w['asset'], factor=w['factor'], **{k: s.o[k] for k in ('from', 'to') if s.o.get(k)}).b


def compared(s, g, v):
    # Who took the other ticker for this one has nothing to compare, and answers what the chapter says.
    return v['keys']['sensitivity'] if s.o['asset'] == v['other']['asset'] else 'more' if g['beta'] > other_beta(s, v) else 'less'


def by_true_beta(s, g, v):
    return compared(s, {'beta': s.b}, v)


RECIPES = {
    'jpm-regression': dict(alpha=lambda s, g, v: s.a, beta=lambda s, g, v: s.b, rSquared=lambda s, g, v: s.r2,
                           sensitivity=compared),
    'reading-a-table': dict(alphaT=lambda s, g, v: s.at, alphaLow=lambda s, g, v: s.low, alphaHigh=lambda s, g, v: s.high,
                            significant=lambda s, g, v: 'yes' if abs(g['alphaT']) > 1.96 else 'no'),
    'raw-or-excess': dict(alphaExcess=lambda s, g, v: s.a * YEAR, alphaRaw=lambda s, g, v: s.alt(y='raw').a * YEAR),
    'annualise-alpha': dict(alphaAnnual=lambda s, g, v: s.a * YEAR),
    'tracking-portfolio': dict(trackingHolding=lambda s, g, v: s.b,
                               factorPremium=lambda s, g, v: g['trackingHolding'] * s.mf * YEAR),
    'hedged-portfolio': dict(hedgedCorrelation=lambda s, g, v: 0.0, sharpeHedged=lambda s, g, v: s.a / s.se * sqrt(YEAR),
                             sharpeUnhedged=lambda s, g, v: s.mr / s.sr * sqrt(YEAR)),
    'expected-return': dict(riskFreeAnnual=lambda s, g, v: s.rf * YEAR, factorPremium=lambda s, g, v: s.b * s.mf * YEAR,
                            alphaAnnual=lambda s, g, v: s.a * YEAR,
                            expectedReturn=lambda s, g, v: g['riskFreeAnnual'] + g['factorPremium'] + g['alphaAnnual']),
    'factor-share': dict(factorVariance=lambda s, g, v: s.b ** 2 * s.vf,
                         factorShare=lambda s, g, v: g['factorVariance'] / s.vr, rSquared=lambda s, g, v: s.r2),
    'monthly-position': dict(positionMonthly=lambda s, g, v: v['budget'] / (s.sr * sqrt(MONTH))),
    'annual-budget': dict(positionUnhedged=lambda s, g, v: v['budget'] / (s.sr * sqrt(YEAR)),
                          positionHedged=lambda s, g, v: v['budget'] / (s.se * sqrt(YEAR)),
                          pnlUnhedged=lambda s, g, v: g['positionUnhedged'] * s.a * YEAR,
                          pnlHedged=lambda s, g, v: g['positionHedged'] * s.a * YEAR),
    'appraisal-ratio': dict(appraisalRatio=lambda s, g, v: s.a / s.se * sqrt(YEAR),
                            sharpeHedged=lambda s, g, v: s.a / s.se * sqrt(YEAR), alphaT=lambda s, g, v: s.at,
                            yearsToTwo=lambda s, g, v: (2 / g['appraisalRatio']) ** 2),
    'beta-frequency': dict(betaDaily=lambda s, g, v: s.b, betaMonthly=lambda s, g, v: s.alt(every='compound').b),
    'target-factor-share': dict(partialHedge=lambda s, g, v: s.b - sqrt(v['share'] / (1 - v['share']) * s.ve / s.vf)),
}


def solve(exercise, v, data, formulas, carried=True):
    o = {'asset': v['asset'], 'factor': v['factor'], 'from': v.get('from'), 'to': v.get('to'), **data}
    s = study(**o)
    got, clean = {}, {}
    for field, rule in RECIPES[exercise].items():
        clean[field] = rule(s, clean, v)
        got[field] = formulas[field](s, got if carried else clean, v) if field in formulas else rule(s, got if carried else clean, v)
    return got


# -------------------------------------------------------------------------------------------------------- the mistakes
# A mistake is made for a variant: (weight, kind, exercises, maker). The maker gives what the student did in words, with
# `data`, `formulas` or `typing`, or nothing when it can't happen on that variant.
MISTAKES = []


def mistake(weight, kind, exercises, maker):
    MISTAKES.append(SimpleNamespace(weight=weight, kind=kind, exercises=exercises.split() if isinstance(exercises, str) else exercises, maker=maker))


def formula(exercise, weight, kind, said, **formulas):
    mistake(1.2 * weight ** 1.3, kind, [exercise], lambda v: SimpleNamespace(said=said(v) if callable(said) else said, formulas=formulas))


ALL = list(RECIPES)
MSFT = lambda v: v['asset'] == 'MSFT'


def data(weight, kind, maker, exercises=ALL):
    def made(v):
        out = maker(v)
        return out and SimpleNamespace(said=out[0], data=out[1])
    mistake(weight, kind, exercises, made)


# The data: wherever a line is fitted.
NOT_RAW = [e for e in ALL if e != 'raw-or-excess']
data(38, 'raw for excess', lambda v: MSFT(v) and ("regressed MSFT's raw returns, with the risk-free rate never subtracted", {'y': 'raw'}), NOT_RAW)
data(9, 'raw for excess', lambda v: not MSFT(v) and (f"added the risk-free rate back to {v['asset']}'s excess returns and regressed raw returns", {'y': 'raw'}), NOT_RAW)
data(2, 'raw for excess on both sides', lambda v: ('put raw returns on both sides, asset and factor with the risk-free rate still in', {'y': 'raw', 'f': 'raw'}), NOT_RAW)
data(7, 'rf subtracted twice', lambda v: not MSFT(v) and (f"subtracted the risk-free rate from {v['asset']}, which is an excess return already", {'y': 'rf twice'}))
data(3, 'rf subtracted twice', lambda v: not MSFT(v) and (f"subtracted the risk-free rate from both {v['asset']} and SPY, which are excess returns already", {'y': 'rf twice', 'f': 'rf twice'}))
data(3, 'rf subtracted from the factor', lambda v: MSFT(v) and ('subtracted the risk-free rate from Mkt-RF once more', {'f': 'rf twice'}))
data(4, 'rf in percent', lambda v: MSFT(v) and ('subtracted RF in percent from returns in decimals', {'y': 'rf as percent'}))
data(2, 'rf of a month', lambda v: MSFT(v) and ("subtracted a month's risk-free rate (21 days' worth) from every day", {'y': 'rf of a month'}))
data(6, 'factor in percent', lambda v: MSFT(v) and ('left Mkt-RF in percent beside returns in decimals (RF was divided by 100)', {'f': 'percent'}), [e for e in ALL if e != 'beta-frequency'])
data(7, 'wrong factor column', lambda v: MSFT(v) and (lambda c: (f'regressed on {c} for Mkt-RF', {'factor': c}))(pick(['SMB', 'HML', 'HML', 'SMB'])))
data(3, 'wrong factor column', lambda v: MSFT(v) and ('regressed on SPY of the course file for Mkt-RF', {'factor': 'SPY'}))
data(4, 'wrong factor column', lambda v: not MSFT(v) and (f"regressed on {v['other']['asset']} for SPY", {'factor': v['other']['asset']}))
data(5, 'wrong factor column', lambda v: not MSFT(v) and ("regressed on the library's Mkt-RF for SPY", {'factor': 'Mkt-RF'}))
data(8, 'wrong ticker', lambda v: not MSFT(v) and (f"used {v['other']['asset']} for {v['asset']}", {'asset': v['other']['asset']}))
data(3, 'wrong ticker', lambda v: not MSFT(v) and (f"used MSFT on Mkt-RF, the chapter's example, for {v['asset']} on SPY", {'asset': 'MSFT', 'factor': 'Mkt-RF'}))
data(6, 'wrong ticker', lambda v: MSFT(v) and (lambda a: (f'used {a} on SPY for MSFT on Mkt-RF', {'asset': a, 'factor': 'SPY'}))(pick(['JPM', 'WMT'])))
data(1, 'wrong ticker', lambda v: MSFT(v) and ('used AAPL of the file of more stocks for MSFT', {'asset': 'AAPL'}))
data(9, 'whole sample for a window', lambda v: v.get('from') and ('left the window out and used the whole sample', {'from': None, 'to': None}))


def another_window(v):
    windows = [w for w in ((1995, 2004), (2000, 2009), (2005, 2014), (2010, 2019), (2015, 2024)) if not v.get('from') or int(v['from'][:4]) != w[0]]
    a, b = pick(windows)
    return f"used {a} to {b}, not {'the window that was asked for' if v.get('from') else 'the whole sample'}", {'from': f'{a}-01-01', 'to': f'{b}-12-31'}


def window_edge(v):
    if not v.get('from'):
        return
    a, b = int(v['from'][:4]), int(v['to'][:4])
    cuts = [(f'{a}-01-01', f'{b}-01-01', f'cut the window at 1 January {b}, so that the last year is missing'),
            (f'{a + 1}-01-01', f'{b}-12-31', f'began the window a year late, in {a + 1}'),
            (f'{a - 1}-01-01', f'{b}-12-31', f'began the window a year early, in {a - 1}')]
    if b < 2024:
        cuts += [(f'{a}-01-01', f'{b + 1}-12-31', f'ended the window a year late, in {b + 1}')] * 2
    start, end, said = pick(cuts)
    return said, {'from': start, 'to': end}


def part_of_full(v):
    if not v.get('from'):
        a = pick([2000, 2010, 2015])
        return f'used only the days from {a} on, where the whole sample was asked for', {'from': f'{a}-01-01'}


data(6, 'wrong window', another_window)
data(5, 'edge of the window', window_edge)
data(3, 'part of the sample', part_of_full)
data(1, 'part of the sample', lambda v: ('used the last 252 rows alone', {'rows': -252}))
data(7, 'x and y swapped', lambda v: (f"exchanged x and y: regressed {v['factor']} on {v['asset']}", {'swap': True}),
     'jpm-regression reading-a-table annualise-alpha tracking-portfolio hedged-portfolio factor-share appraisal-ratio beta-frequency target-factor-share annual-budget expected-return'.split())
data(4, 'months for days', lambda v: ('compounded the returns to months and treated them as days', {'every': 'compound'}), [e for e in ALL if e != 'beta-frequency'])
data(.7, 'log returns', lambda v: ('took log returns, ln(1 + r), on both sides', {'log': True}))
data(.5, 'factor a day late', lambda v: ("regressed on the factor of the day before", {'lag': True}))
data(3, 'three factors', lambda v: MSFT(v) and ('regressed on Mkt-RF, SMB and HML together and read the constant and the Mkt-RF row', {'three': True}), 'jpm-regression reading-a-table annualise-alpha raw-or-excess tracking-portfolio hedged-portfolio expected-return appraisal-ratio annual-budget'.split())

# Exercise by exercise: one formula in place of another.
F = formula
E = 'jpm-regression'
F(E, 9, 'per year for per day', 'gave alpha per year, α × 252', alpha=lambda s, g, v: s.a * YEAR)
F(E, 9, 'correlation for R²', 'gave the correlation as rSquared', rSquared=lambda s, g, v: s.corr)
F(E, 7, 'correlation for beta', 'gave the correlation as beta', beta=lambda s, g, v: s.corr)
F(E, 4, 'R² for beta', 'gave R² as beta', beta=lambda s, g, v: s.r2)
F(E, 5, 'fields exchanged', 'typed beta under alpha and alpha under beta', alpha=lambda s, g, v: s.b, beta=lambda s, g, v: s.a, sensitivity=by_true_beta)
F(E, 3, 'fields exchanged', 'typed rSquared under beta and beta under rSquared', beta=lambda s, g, v: s.r2, rSquared=lambda s, g, v: s.b, sensitivity=by_true_beta)
F(E, 3, 'mean for alpha', 'gave the mean excess return as alpha, without taking β × the mean of the factor off', alpha=lambda s, g, v: s.mr)
F(E, 2, 'beta of 1', "computed alpha as the asset's mean less the factor's mean, as if β were 1", alpha=lambda s, g, v: s.mr - s.mf)
F(E, 3, 'sign', 'typed alpha with the wrong sign', alpha=lambda s, g, v: -s.a)
F(E, 1.5, 'no constant', 'left the constant out, so wrote 0 for alpha', alpha=lambda s, g, v: 0.0)
F(E, 2, 'inverse beta', 'divided the covariance by the variance of the asset, not of the factor, for beta', beta=lambda s, g, v: s.corr * s.sf / s.sr)
F(E, 2, 'covariance for beta', 'gave the covariance as beta, not divided by the variance', beta=lambda s, g, v: s.b * s.vf)
F(E, 2, 'ratio of volatilities', 'gave σ of the asset / σ of the factor as beta, without the correlation', beta=lambda s, g, v: s.sr / s.sf)
F(E, 2, 'standard error for alpha', "read alpha's standard error for alpha", alpha=lambda s, g, v: s.ase)
F(E, 2, 't for the coefficient', "read alpha's t for alpha", alpha=lambda s, g, v: s.at)
F(E, 2, '1 − R²', 'gave 1 − R² as rSquared', rSquared=lambda s, g, v: 1 - s.r2)
F(E, 1, 'R² squared', 'squared R² once more for rSquared', rSquared=lambda s, g, v: s.r2 ** 2)
F(E, 4, 'sensitivity against 1', "compared beta with 1, not with the other asset's, for sensitivity", sensitivity=lambda s, g, v: 'more' if g['beta'] > 1 else 'less')
F(E, 4, 'choice the wrong way', 'chose sensitivity the wrong way round', sensitivity=lambda s, g, v: 'less' if g['beta'] > other_beta(s, v) else 'more')

E = 'reading-a-table'
F(E, 8, 'row of beta', "read the factor's row for all of it", alphaT=lambda s, g, v: s.bt, alphaLow=lambda s, g, v: s.blow, alphaHigh=lambda s, g, v: s.bhigh, significant=lambda s, g, v: 'yes')
F(E, 6, 'row of beta', "read beta's t for alphaT", alphaT=lambda s, g, v: s.bt, significant=lambda s, g, v: 'yes' if abs(s.at) > 1.96 else 'no')
F(E, 5, 'p for t', "typed the p-value under alphaT", alphaT=lambda s, g, v: s.ap, significant=lambda s, g, v: 'yes' if s.ap < .05 else 'no')
F(E, 6, 'one standard error', 'took alpha ± one standard error for the interval', alphaLow=lambda s, g, v: s.a - s.ase, alphaHigh=lambda s, g, v: s.a + s.ase)
F(E, 4, '90% interval', 'took 1.645 standard errors, a 90% interval, for alphaLow and alphaHigh', alphaLow=lambda s, g, v: s.a - 1.645 * s.ase, alphaHigh=lambda s, g, v: s.a + 1.645 * s.ase)
F(E, 3, '99% interval', 'took 2.576 standard errors, a 99% interval, for alphaLow and alphaHigh', alphaLow=lambda s, g, v: s.a - 2.576 * s.ase, alphaHigh=lambda s, g, v: s.a + 2.576 * s.ase)
F(E, 6, 'per year for per day', 'gave the interval per year, × 252', alphaLow=lambda s, g, v: s.low * YEAR, alphaHigh=lambda s, g, v: s.high * YEAR)
F(E, 4, 'fields exchanged', 'exchanged alphaLow and alphaHigh', alphaLow=lambda s, g, v: s.high, alphaHigh=lambda s, g, v: s.low)
F(E, 3, 'centre left out', 'gave ± 1.96 standard errors around 0, without alpha, for the interval', alphaLow=lambda s, g, v: -1.96 * s.ase, alphaHigh=lambda s, g, v: 1.96 * s.ase)
F(E, 3, 'σ for the standard error', 'divided alpha by the residual σ, not by its standard error, for alphaT', alphaT=lambda s, g, v: s.a / s.se)
F(E, 2, 'σ for the standard error', 'took 1.96 residual standard deviations for the interval', alphaLow=lambda s, g, v: s.a - 1.96 * s.se, alphaHigh=lambda s, g, v: s.a + 1.96 * s.se)
F(E, 2, 'standard error for t', "typed alpha's standard error under alphaT", alphaT=lambda s, g, v: s.ase, significant=lambda s, g, v: 'yes' if abs(s.at) > 1.96 else 'no')
F(E, 2, 'coefficient for t', "typed alpha itself under alphaT", alphaT=lambda s, g, v: s.a, significant=lambda s, g, v: 'yes' if abs(s.at) > 1.96 else 'no')
F(E, 4, 'choice the wrong way', 'chose significant the wrong way round', significant=lambda s, g, v: 'no' if abs(g['alphaT']) > 1.96 else 'yes')
F(E, 2, 'significant by p of the line', "judged significant by the p-value of the factor's row, which is 0", significant=lambda s, g, v: 'yes')
F(E, 2, 'significant by size', 'said that alpha is not significant since it is so small a number', significant=lambda s, g, v: 'no')
F(E, 3, 'sign', 'left the minus of alphaLow out', alphaLow=lambda s, g, v: abs(s.low))
F(E, 2, 'per year for per day', 'multiplied alphaT by √252 as if it were a ratio per day', alphaT=lambda s, g, v: s.at * sqrt(YEAR))

E = 'raw-or-excess'
F(E, 8, 'fields exchanged', 'exchanged alphaExcess and alphaRaw', alphaExcess=lambda s, g, v: s.alt(y='raw').a * YEAR, alphaRaw=lambda s, g, v: s.a * YEAR)
F(E, 7, 'raw for excess', 'used the raw returns in both', alphaExcess=lambda s, g, v: s.alt(y='raw').a * YEAR)
F(E, 6, 'excess for raw', 'used the excess returns in both', alphaRaw=lambda s, g, v: s.a * YEAR)
F(E, 8, 'not annualised', 'left both alphas per day', alphaExcess=lambda s, g, v: s.a, alphaRaw=lambda s, g, v: s.alt(y='raw').a)
F(E, 4, '√252 for 252', 'multiplied both alphas by √252', alphaExcess=lambda s, g, v: s.a * sqrt(YEAR), alphaRaw=lambda s, g, v: s.alt(y='raw').a * sqrt(YEAR))
F(E, 5, 'compounded', 'compounded both alphas, (1 + α)^252 − 1', alphaExcess=lambda s, g, v: (1 + s.a) ** YEAR - 1, alphaRaw=lambda s, g, v: (1 + s.alt(y='raw').a) ** YEAR - 1)
F(E, 4, '365 days', 'multiplied both alphas by 365', alphaExcess=lambda s, g, v: s.a * 365, alphaRaw=lambda s, g, v: s.alt(y='raw').a * 365)
F(E, 4, '12 for 252', 'multiplied both daily alphas by 12', alphaExcess=lambda s, g, v: s.a * 12, alphaRaw=lambda s, g, v: s.alt(y='raw').a * 12)
F(E, 3, 'mean for alpha', 'gave the mean raw return × 252 as alphaRaw, without a regression', alphaRaw=lambda s, g, v: s.mrt * YEAR)
F(E, 3, 'raw for excess on both sides', 'put the raw market, Mkt-RF + RF, beside raw returns for alphaRaw', alphaRaw=lambda s, g, v: s.alt(y='raw', f='raw').a * YEAR)
F(E, 3, 'rf the wrong way', 'subtracted RF once more from the excess alpha for alphaRaw, which should have it added', alphaRaw=lambda s, g, v: (s.a - s.rf) * YEAR)
F(E, 2, 'rf per day', 'added the daily RF to the annual alpha for alphaRaw', alphaRaw=lambda s, g, v: s.a * YEAR + s.rf)
F(E, 2, 'difference for alpha', 'gave the difference of the two alphas under alphaRaw', alphaRaw=lambda s, g, v: s.alt(y='raw').a * YEAR - g['alphaExcess'])

E = 'annualise-alpha'
F(E, 8, 'not annualised', 'left alphaAnnual per day', alphaAnnual=lambda s, g, v: s.a)
F(E, 8, 'compounded', 'compounded, (1 + α)^252 − 1, for alphaAnnual', alphaAnnual=lambda s, g, v: (1 + s.a) ** YEAR - 1)
F(E, 6, '√252 for 252', 'multiplied by √252 for alphaAnnual', alphaAnnual=lambda s, g, v: s.a * sqrt(YEAR))
F(E, 5, '12 for 252', 'multiplied the daily alpha by 12 for alphaAnnual', alphaAnnual=lambda s, g, v: s.a * 12)
F(E, 5, '365 days', 'multiplied by 365 for alphaAnnual', alphaAnnual=lambda s, g, v: s.a * 365)
F(E, 3, '21 for 252', 'multiplied by 21 for alphaAnnual, a month', alphaAnnual=lambda s, g, v: s.a * MONTH)
F(E, 2, '260 days', 'multiplied by 260 weekdays for alphaAnnual', alphaAnnual=lambda s, g, v: s.a * 260)
F(E, 6, 'alpha as the table rounds it', "took alpha as the table shows it, with 4 decimals, × 252 for alphaAnnual", alphaAnnual=lambda s, g, v: round(s.a, 4) * YEAR)
F(E, 4, 'mean for alpha', 'annualised the mean excess return, not alpha, for alphaAnnual', alphaAnnual=lambda s, g, v: s.mr * YEAR)
F(E, 3, 'beta for alpha', 'annualised beta for alphaAnnual', alphaAnnual=lambda s, g, v: s.b * YEAR)
F(E, 2, 'sign', 'typed alphaAnnual with the wrong sign', alphaAnnual=lambda s, g, v: -s.a * YEAR)
F(E, 2, 'divided for multiplied', 'divided by 252 for alphaAnnual', alphaAnnual=lambda s, g, v: s.a / YEAR)
F(E, 2, 'month data', 'estimated alpha on compounded months and multiplied it by 252 for alphaAnnual', alphaAnnual=lambda s, g, v: s.alt(every='compound').a * YEAR)
F(E, 2, 'number of days', "multiplied alpha by the sample's number of days for alphaAnnual", alphaAnnual=lambda s, g, v: s.a * s.n)

E = 'tracking-portfolio'
F(E, 6, 'sign', 'gave −β for trackingHolding, as a hedge is', trackingHolding=lambda s, g, v: -s.b, factorPremium=lambda s, g, v: s.b * s.mf * YEAR)
F(E, 8, 'beta left out', "gave the factor's own annual mean as factorPremium, without β", factorPremium=lambda s, g, v: s.mf * YEAR)
F(E, 7, 'not annualised', 'left factorPremium per day', factorPremium=lambda s, g, v: g['trackingHolding'] * s.mf)
F(E, 4, '√252 for 252', 'multiplied factorPremium by √252', factorPremium=lambda s, g, v: g['trackingHolding'] * s.mf * sqrt(YEAR))
F(E, 5, 'correlation for beta', 'gave the correlation as trackingHolding', trackingHolding=lambda s, g, v: s.corr)
F(E, 3, 'R² for beta', 'gave R² as trackingHolding', trackingHolding=lambda s, g, v: s.r2)
F(E, 3, 'complement', 'gave 1 − β as trackingHolding', trackingHolding=lambda s, g, v: 1 - s.b)
F(E, 3, 'inverse beta', 'gave 1 / β as trackingHolding', trackingHolding=lambda s, g, v: 1 / s.b)
F(E, 4, 'mean of the asset', "gave the asset's own mean × 252 as factorPremium", factorPremium=lambda s, g, v: s.mr * YEAR)
F(E, 3, 'mean of the asset', "multiplied β by the asset's mean, not the factor's, for factorPremium", factorPremium=lambda s, g, v: g['trackingHolding'] * s.mr * YEAR)
F(E, 3, 'compounded', 'compounded β × the daily mean, (1 + βμ)^252 − 1, for factorPremium', factorPremium=lambda s, g, v: (1 + g['trackingHolding'] * s.mf) ** YEAR - 1)
F(E, 2, 'raw factor', "used the factor's raw mean, with the risk-free rate in it, for factorPremium", factorPremium=lambda s, g, v: g['trackingHolding'] * s.mft * YEAR)
F(E, 2, 'beta squared', 'multiplied by β² for factorPremium', factorPremium=lambda s, g, v: g['trackingHolding'] ** 2 * s.mf * YEAR)
F(E, 2, '12 for 252', 'multiplied the daily premium by 12 for factorPremium', factorPremium=lambda s, g, v: g['trackingHolding'] * s.mf * 12)
F(E, 2, 'alpha for the premium', 'gave alpha per year as factorPremium', factorPremium=lambda s, g, v: s.a * YEAR)
F(E, 1, 'premium divided', 'divided by β for factorPremium', factorPremium=lambda s, g, v: s.mf * YEAR / g['trackingHolding'])
F(E, 2, 'alpha put in', 'added alpha per year to factorPremium', factorPremium=lambda s, g, v: (g['trackingHolding'] * s.mf + s.a) * YEAR)

E = 'hedged-portfolio'
by1 = lambda s: s.d.y - s.d.f
plus = lambda s: s.d.y + s.b * s.d.f
sharpe = lambda x: x.mean() / x.std() * sqrt(YEAR)
F(E, 8, 'correlation of the unhedged', "gave the unhedged asset's correlation with the factor as hedgedCorrelation", hedgedCorrelation=lambda s, g, v: s.corr)
F(E, 9, 'not annualised', 'left both Sharpe ratios per day', sharpeHedged=lambda s, g, v: s.a / s.se, sharpeUnhedged=lambda s, g, v: s.mr / s.sr)
F(E, 5, '252 for √252', 'multiplied both daily Sharpe ratios by 252', sharpeHedged=lambda s, g, v: s.a / s.se * YEAR, sharpeUnhedged=lambda s, g, v: s.mr / s.sr * YEAR)
F(E, 5, 'fields exchanged', 'exchanged sharpeHedged and sharpeUnhedged', sharpeHedged=lambda s, g, v: s.mr / s.sr * sqrt(YEAR), sharpeUnhedged=lambda s, g, v: s.a / s.se * sqrt(YEAR))
F(E, 5, 'hedged one for one', 'hedged with one unit of the factor, not β', hedgedCorrelation=lambda s, g, v: by1(s).corr(s.d.f), sharpeHedged=lambda s, g, v: sharpe(by1(s)))
F(E, 3, 'hedge added', 'added β × the factor where it should be subtracted', hedgedCorrelation=lambda s, g, v: plus(s).corr(s.d.f), sharpeHedged=lambda s, g, v: sharpe(plus(s)))
F(E, 5, 'σ of the asset', "divided alpha by the asset's whole σ for sharpeHedged", sharpeHedged=lambda s, g, v: s.a / s.sr * sqrt(YEAR))
F(E, 4, 'mean of the asset', "divided the asset's whole mean by the residual σ for sharpeHedged", sharpeHedged=lambda s, g, v: s.mr / s.se * sqrt(YEAR))
F(E, 5, 'raw for excess', "used raw returns for sharpeUnhedged", sharpeUnhedged=lambda s, g, v: s.mrt / s.srt * sqrt(YEAR))
F(E, 3, 'variance for σ', 'divided by the variance, not σ, in both Sharpe ratios', sharpeHedged=lambda s, g, v: s.a / s.ve, sharpeUnhedged=lambda s, g, v: s.mr / s.vr)
F(E, 3, 'hedged with the asset', 'took the correlation of the hedged portfolio with the asset, not the factor, for hedgedCorrelation', hedgedCorrelation=lambda s, g, v: sqrt(1 - s.r2))
F(E, 3, '√12 for √252', 'multiplied both daily Sharpe ratios by √12', sharpeHedged=lambda s, g, v: s.a / s.se * sqrt(12), sharpeUnhedged=lambda s, g, v: s.mr / s.sr * sqrt(12))
F(E, 2, "factor's Sharpe", "gave the factor's Sharpe ratio as sharpeUnhedged", sharpeUnhedged=lambda s, g, v: s.mf / s.sf * sqrt(YEAR))
F(E, 2, 'mean × 252 over daily σ', 'annualised the means and left both σ per day', sharpeHedged=lambda s, g, v: s.a * YEAR / s.se, sharpeUnhedged=lambda s, g, v: s.mr * YEAR / s.sr)
F(E, 2, 't for the Sharpe ratio', "gave alpha's t as sharpeHedged", sharpeHedged=lambda s, g, v: s.at)
F(E, 2, 'hedge of another window', 'hedged with the β of the whole sample', hedgedCorrelation=lambda s, g, v: (s.d.y - s.alt(**{'from': None, 'to': None}).b * s.d.f).corr(s.d.f), sharpeHedged=lambda s, g, v: sharpe(s.d.y - s.alt(**{'from': None, 'to': None}).b * s.d.f))

E = 'expected-return'
F(E, 6, 'not annualised', 'left riskFreeAnnual per day', riskFreeAnnual=lambda s, g, v: s.rf)
F(E, 4, '12 for 252', 'multiplied the daily risk-free rate by 12 for riskFreeAnnual', riskFreeAnnual=lambda s, g, v: s.rf * 12)
F(E, 4, 'rf in percent', 'took RF in percent for riskFreeAnnual', riskFreeAnnual=lambda s, g, v: s.rf * YEAR * 100)
F(E, 6, 'beta left out', 'left β out of factorPremium', factorPremium=lambda s, g, v: s.mf * YEAR)
F(E, 4, 'not annualised', 'left alphaAnnual per day', alphaAnnual=lambda s, g, v: s.a)
F(E, 7, 'rf left out', 'left the risk-free rate out of expectedReturn', expectedReturn=lambda s, g, v: g['factorPremium'] + g['alphaAnnual'])
F(E, 7, 'alpha left out', 'left alpha out of expectedReturn, as the CAPM does', expectedReturn=lambda s, g, v: g['riskFreeAnnual'] + g['factorPremium'])
F(E, 4, 'raw for excess', 'took alpha from raw returns, so the risk-free rate is in it twice', alphaAnnual=lambda s, g, v: s.alt(y='raw').a * YEAR)
F(E, 4, 'beta twice', 'multiplied factorPremium, which has β in it, by β again in expectedReturn', expectedReturn=lambda s, g, v: g['riskFreeAnnual'] + g['alphaAnnual'] + s.b * g['factorPremium'])
F(E, 3, 'compounded', 'compounded the daily alpha for alphaAnnual', alphaAnnual=lambda s, g, v: (1 + s.a) ** YEAR - 1)
F(E, 3, 'compounded', 'compounded the mean daily total return for expectedReturn', expectedReturn=lambda s, g, v: (1 + s.mrt) ** YEAR - 1)
F(E, 3, 'rf the wrong way', 'subtracted the risk-free rate in expectedReturn', expectedReturn=lambda s, g, v: -g['riskFreeAnnual'] + g['factorPremium'] + g['alphaAnnual'])
F(E, 3, 'rf from the market', 'subtracted the risk-free rate from the market premium once more in factorPremium', factorPremium=lambda s, g, v: s.b * (s.mf - s.rf) * YEAR)
F(E, 3, 'raw factor', "used the market's raw mean in factorPremium", factorPremium=lambda s, g, v: s.b * s.mft * YEAR)
F(E, 3, 'everything per day', 'left all four per day', riskFreeAnnual=lambda s, g, v: s.rf, factorPremium=lambda s, g, v: s.b * s.mf, alphaAnnual=lambda s, g, v: s.a)
F(E, 2, '√252 for 252', 'multiplied the daily alpha by √252 for alphaAnnual', alphaAnnual=lambda s, g, v: s.a * sqrt(YEAR))
F(E, 2, 'fields exchanged', 'exchanged factorPremium and alphaAnnual', factorPremium=lambda s, g, v: s.a * YEAR, alphaAnnual=lambda s, g, v: s.b * s.mf * YEAR)
F(E, 2, 'factor alone', 'gave the factor premium alone as expectedReturn', expectedReturn=lambda s, g, v: g['factorPremium'])
F(E, 2, 'last rate for the mean', "took the sample's last risk-free rate × 252 for riskFreeAnnual, not the mean", riskFreeAnnual=lambda s, g, v: s.d.rf.iloc[-1] * YEAR)

E = 'factor-share'
F(E, 8, 'beta not squared', 'left β unsquared in factorVariance', factorVariance=lambda s, g, v: s.b * s.vf)
F(E, 6, 'correlation for R²', 'gave the correlation as rSquared', rSquared=lambda s, g, v: s.corr)
F(E, 4, 'beta left out', "gave the factor's own variance as factorVariance", factorVariance=lambda s, g, v: s.vf)
F(E, 5, 'residual for factor', 'gave the residual variance as factorVariance', factorVariance=lambda s, g, v: s.ve)
F(E, 4, '1 − R²', 'gave the idiosyncratic share as factorShare', factorShare=lambda s, g, v: s.ve / s.vr)
F(E, 5, 'σ for the variance', 'gave a standard deviation, β × σ of the factor, as factorVariance', factorVariance=lambda s, g, v: s.b * s.sf, factorShare=lambda s, g, v: s.r2)
F(E, 5, 'per year for per day', 'annualised factorVariance, × 252', factorVariance=lambda s, g, v: s.b ** 2 * s.vf * YEAR, factorShare=lambda s, g, v: s.r2)
F(E, 3, 'per year over per day', 'annualised factorVariance, × 252, and divided it by the daily variance for factorShare', factorVariance=lambda s, g, v: s.b ** 2 * s.vf * YEAR)
F(E, 5, 'over the residual', 'divided factorVariance by the residual variance for factorShare', factorShare=lambda s, g, v: g['factorVariance'] / s.ve)
F(E, 4, 'share of σ', 'took the ratio of standard deviations, βσ of the factor / σ of the asset, for factorShare', factorShare=lambda s, g, v: sqrt(g['factorVariance'] / s.vr))
F(E, 3, 'total for factor', "gave the asset's whole variance as factorVariance", factorVariance=lambda s, g, v: s.vr, factorShare=lambda s, g, v: s.r2)
F(E, 2, 'σ for the variance', 'multiplied β² by σ of the factor, not its variance, for factorVariance', factorVariance=lambda s, g, v: s.b ** 2 * s.sf)
F(E, 2, 'share upside down', 'divided the whole variance by the factor variance for factorShare', factorShare=lambda s, g, v: s.vr / g['factorVariance'])
F(E, 2, '1 − R²', 'gave 1 − R² as rSquared', rSquared=lambda s, g, v: 1 - s.r2)
F(E, 2, 'beta for R²', 'gave β as rSquared', rSquared=lambda s, g, v: s.b)

E = 'monthly-position'
P = lambda fn: dict(positionMonthly=fn)
F(E, 9, 'year for month', 'scaled σ by √252, a year, for a budget a month', **P(lambda s, g, v: v['budget'] / (s.sr * sqrt(YEAR))))
F(E, 7, 'day for month', 'divided the budget by the daily σ', **P(lambda s, g, v: v['budget'] / s.sr))
F(E, 7, 'root forgotten', 'multiplied σ by 21, not √21', **P(lambda s, g, v: v['budget'] / (s.sr * MONTH)))
F(E, 6, '√12', 'multiplied the daily σ by √12', **P(lambda s, g, v: v['budget'] / (s.sr * sqrt(12))))
F(E, 5, 'hedged for unhedged', 'used the residual σ, the hedged position', **P(lambda s, g, v: v['budget'] / (s.se * sqrt(MONTH))))
F(E, 5, 'variance for σ', 'divided by the variance × 21, with no root', **P(lambda s, g, v: v['budget'] / (s.vr * MONTH)))
F(E, 5, 'multiplied for divided', 'multiplied the budget by the monthly σ', **P(lambda s, g, v: v['budget'] * s.sr * sqrt(MONTH)))
F(E, 3, '30 days', 'took 30 days to the month, √30', **P(lambda s, g, v: v['budget'] / (s.sr * sqrt(30))))
F(E, 3, '22 or 20 days', 'took 20 trading days to the month, √20', **P(lambda s, g, v: v['budget'] / (s.sr * sqrt(20))))
F(E, 2, '22 or 20 days', 'took 22 trading days to the month, √22', **P(lambda s, g, v: v['budget'] / (s.sr * sqrt(22))))
F(E, 4, 'beta in the position', 'divided by β as well', **P(lambda s, g, v: v['budget'] / (s.sr * sqrt(MONTH)) / s.b))
F(E, 3, 'σ of the factor', "used the factor's σ", **P(lambda s, g, v: v['budget'] / (s.sf * sqrt(MONTH))))
F(E, 3, 'factor risk alone', 'used β × σ of the factor', **P(lambda s, g, v: v['budget'] / (s.b * s.sf * sqrt(MONTH))))
F(E, 3, 'months compounded', 'compounded to months and took their σ', **P(lambda s, g, v: v['budget'] / s.alt(every='compound').sr))
F(E, 4, 'rounded in between', 'rounded the monthly σ to two decimals before dividing', **P(lambda s, g, v: v['budget'] / round(s.sr * sqrt(MONTH), 2)))
F(E, 2, 'budget of a twelfth', 'divided the budget by 12 and used the annual σ', **P(lambda s, g, v: v['budget'] / 12 / (s.sr * sqrt(YEAR))))
F(E, 2, 'σ over the root', 'divided the daily σ by √21', **P(lambda s, g, v: v['budget'] / (s.sr / sqrt(MONTH))))
mistake(8, 'another budget', [E], lambda v: (lambda m: SimpleNamespace(said=f'used a budget of ${m} million', formulas=P(lambda s, g, v: m * 1e6 / (s.sr * sqrt(MONTH)))))(pick([m for m in (1, 2, 3, 5) if m * 1e6 != v['budget']])))
F(E, 2, 'variance for σ', 'used the annual variance over 12 with no root', **P(lambda s, g, v: v['budget'] / (s.vr * YEAR / 12)))

E = 'annual-budget'
both = lambda h: dict(positionUnhedged=lambda s, g, v: v['budget'] / (s.sr * h), positionHedged=lambda s, g, v: v['budget'] / (s.se * h))
F(E, 7, 'day for year', 'divided the annual budget by the daily σ in both positions', **both(1))
F(E, 6, 'month for year', 'scaled σ by √21, a month, in both positions, for a budget a year', **both(sqrt(21)))
F(E, 5, 'root forgotten', 'multiplied σ by 252, not √252, in both positions', **both(252))
F(E, 4, '√12', 'multiplied the daily σ by √12 in both positions', **both(sqrt(12)))
F(E, 4, 'fields exchanged', 'exchanged positionUnhedged and positionHedged', positionUnhedged=lambda s, g, v: v['budget'] / (s.se * sqrt(YEAR)), positionHedged=lambda s, g, v: v['budget'] / (s.sr * sqrt(YEAR)))
F(E, 7, 'whole return in the P&L', "counted the whole mean return, α + βμ, in pnlUnhedged, not alpha alone", pnlUnhedged=lambda s, g, v: g['positionUnhedged'] * s.mr * YEAR)
F(E, 4, 'whole return in the P&L', "counted the whole mean return, α + βμ, in both P&Ls", pnlUnhedged=lambda s, g, v: g['positionUnhedged'] * s.mr * YEAR, pnlHedged=lambda s, g, v: g['positionHedged'] * s.mr * YEAR)
F(E, 6, 'not annualised', 'left alpha per day in both P&Ls', pnlUnhedged=lambda s, g, v: g['positionUnhedged'] * s.a, pnlHedged=lambda s, g, v: g['positionHedged'] * s.a)
F(E, 3, '√252 for 252', 'multiplied alpha by √252 in both P&Ls', pnlUnhedged=lambda s, g, v: g['positionUnhedged'] * s.a * sqrt(YEAR), pnlHedged=lambda s, g, v: g['positionHedged'] * s.a * sqrt(YEAR))
F(E, 4, '1 − R² without the root', 'divided the unhedged position by 1 − R², with no root, for positionHedged', positionHedged=lambda s, g, v: g['positionUnhedged'] / (1 - s.r2))
F(E, 3, 'beta in the position', 'multiplied positionUnhedged by β for positionHedged', positionHedged=lambda s, g, v: g['positionUnhedged'] * s.b)
F(E, 3, 'beta in the position', 'took the share 1 − β of positionUnhedged off for positionHedged', positionHedged=lambda s, g, v: g['positionUnhedged'] * (1 - s.b))
F(E, 3, 'σ of the factor', "used the factor's σ for positionHedged", positionHedged=lambda s, g, v: v['budget'] / (s.sf * sqrt(YEAR)))
F(E, 4, 'budget for position', 'multiplied the budget, not the position, by alpha in both P&Ls', pnlUnhedged=lambda s, g, v: v['budget'] * s.a * YEAR, pnlHedged=lambda s, g, v: v['budget'] * s.a * YEAR)
F(E, 3, 'unhedged for hedged', 'used the unhedged position in pnlHedged', pnlHedged=lambda s, g, v: g['positionUnhedged'] * s.a * YEAR)
F(E, 3, 'multiplied for divided', 'multiplied the budget by the annual σ in both positions', positionUnhedged=lambda s, g, v: v['budget'] * s.sr * sqrt(YEAR), positionHedged=lambda s, g, v: v['budget'] * s.se * sqrt(YEAR))
F(E, 3, 'variance for σ', 'divided by the annual variance in both positions', positionUnhedged=lambda s, g, v: v['budget'] / (s.vr * YEAR), positionHedged=lambda s, g, v: v['budget'] / (s.ve * YEAR))
F(E, 2, 'raw for excess', "took the alpha of raw returns in both P&Ls", pnlUnhedged=lambda s, g, v: g['positionUnhedged'] * s.alt(y='raw').a * YEAR, pnlHedged=lambda s, g, v: g['positionHedged'] * s.alt(y='raw').a * YEAR)
F(E, 2, 'factor return in the hedged P&L', 'took β × the factor premium, not alpha, in pnlHedged', pnlHedged=lambda s, g, v: g['positionHedged'] * s.b * s.mf * YEAR)
mistake(6, 'another budget', [E], lambda v: (lambda m: SimpleNamespace(said=f'used a budget of ${m} million', formulas=dict(positionUnhedged=lambda s, g, v: m * 1e6 / (s.sr * sqrt(YEAR)), positionHedged=lambda s, g, v: m * 1e6 / (s.se * sqrt(YEAR)))))(pick([m for m in (1, 2, 5, 8) if m * 1e6 != v['budget']])))

E = 'appraisal-ratio'
F(E, 8, 'not annualised', 'left appraisalRatio per day', appraisalRatio=lambda s, g, v: s.a / s.se)
F(E, 5, 'not annualised', 'left appraisalRatio and sharpeHedged per day', appraisalRatio=lambda s, g, v: s.a / s.se, sharpeHedged=lambda s, g, v: s.a / s.se)
F(E, 6, 'σ of the asset', "divided alpha by the asset's whole σ for appraisalRatio", appraisalRatio=lambda s, g, v: s.a / s.sr * sqrt(YEAR))
F(E, 5, '252 for √252', 'multiplied the daily ratio by 252 for appraisalRatio', appraisalRatio=lambda s, g, v: s.a / s.se * YEAR)
F(E, 6, 'Sharpe ratio of the unhedged', "gave the unhedged asset's Sharpe ratio as sharpeHedged", sharpeHedged=lambda s, g, v: s.mr / s.sr * sqrt(YEAR))
F(E, 5, 'root forgotten', 'gave 2 / appraisalRatio as yearsToTwo, not squared', yearsToTwo=lambda s, g, v: 2 / g['appraisalRatio'])
F(E, 4, 'days for years', 'counted yearsToTwo in days', yearsToTwo=lambda s, g, v: (2 / g['appraisalRatio']) ** 2 * YEAR)
F(E, 4, '1.96 for 2', 'took 1.96 for a t of two in yearsToTwo', yearsToTwo=lambda s, g, v: (1.96 / g['appraisalRatio']) ** 2)
F(E, 4, 'row of beta', "read beta's t for alphaT", alphaT=lambda s, g, v: s.bt)
F(E, 3, 'years upside down', 'gave (appraisalRatio / 2)² as yearsToTwo', yearsToTwo=lambda s, g, v: (g['appraisalRatio'] / 2) ** 2)
F(E, 3, 'years by the sample', "gave the sample's own length in years as yearsToTwo", yearsToTwo=lambda s, g, v: s.n / YEAR)
F(E, 3, 'years by t', 'scaled the years of the sample by 2 / t, not squared, for yearsToTwo', yearsToTwo=lambda s, g, v: s.n / YEAR * 2 / g['alphaT'])
F(E, 2, 'years by t', 'used alphaT for the ratio in yearsToTwo, (2 / t)²', yearsToTwo=lambda s, g, v: (2 / g['alphaT']) ** 2)
F(E, 3, 't from the annual ratio', 'multiplied the annual ratio by √(number of days) for alphaT', alphaT=lambda s, g, v: g['appraisalRatio'] * sqrt(s.n))
F(E, 2, 't from the ratio, no root', 'multiplied the ratio by the number of years, with no root, for alphaT', alphaT=lambda s, g, v: g['appraisalRatio'] * s.n / YEAR)
F(E, 2, 'p for t', 'typed the p-value under alphaT', alphaT=lambda s, g, v: s.ap)
F(E, 3, 'variance for σ', 'divided alpha by the residual variance for appraisalRatio', appraisalRatio=lambda s, g, v: s.a / s.ve)
F(E, 2, 'mean × 252 over daily σ', 'annualised alpha and left σ per day in appraisalRatio', appraisalRatio=lambda s, g, v: s.a * YEAR / s.se)
F(E, 2, 'squared too little', 'gave 2 / ratio² as yearsToTwo', yearsToTwo=lambda s, g, v: 2 / g['appraisalRatio'] ** 2)
F(E, 2, 'fields exchanged', 'exchanged appraisalRatio and alphaT', appraisalRatio=lambda s, g, v: s.at, alphaT=lambda s, g, v: s.a / s.se * sqrt(YEAR), yearsToTwo=lambda s, g, v: 4 / (s.a / s.se) ** 2 / YEAR)
F(E, 2, '√12 for √252', 'multiplied the daily ratio by √12 for appraisalRatio', appraisalRatio=lambda s, g, v: s.a / s.se * sqrt(12))

E = 'beta-frequency'
F(E, 6, 'fields exchanged', 'exchanged betaDaily and betaMonthly', betaDaily=lambda s, g, v: s.alt(every='compound').b, betaMonthly=lambda s, g, v: s.b)
F(E, 7, 'daily for monthly', 'repeated the daily beta under betaMonthly', betaMonthly=lambda s, g, v: g['betaDaily'])
F(E, 5, 'monthly for daily', 'regressed months in both', betaDaily=lambda s, g, v: s.alt(every='compound').b)
F(E, 5, 'daily × 21', 'multiplied betaDaily by 21 for betaMonthly', betaMonthly=lambda s, g, v: g['betaDaily'] * 21)
F(E, 4, 'daily × √21', 'multiplied betaDaily by √21 for betaMonthly', betaMonthly=lambda s, g, v: g['betaDaily'] * sqrt(21))
F(E, 5, 'sum of days', 'added the daily returns of a month up, without compounding, for betaMonthly', betaMonthly=lambda s, g, v: s.alt(every='sum').b)
F(E, 5, 'last day of the month', "took the month's last daily return as the month's for betaMonthly", betaMonthly=lambda s, g, v: s.alt(every='last day').b)
F(E, 4, 'correlation for beta', 'gave the correlations for both betas', betaDaily=lambda s, g, v: s.corr, betaMonthly=lambda s, g, v: s.alt(every='compound').corr)
F(E, 3, 'correlation for beta', 'gave the monthly correlation as betaMonthly', betaMonthly=lambda s, g, v: s.alt(every='compound').corr)
F(E, 2, 'quarters for months', 'compounded quarters, not months, for betaMonthly', betaMonthly=lambda s, g, v: s.alt(every='quarter').b)
F(E, 2, 'weeks for months', 'compounded weeks, not months, for betaMonthly', betaMonthly=lambda s, g, v: s.alt(every='week').b)
F(E, 2, 'years for months', 'compounded calendar years, not months, for betaMonthly', betaMonthly=lambda s, g, v: s.alt(every='year').b)
F(E, 3, 'R² for beta', 'gave R² as betaDaily', betaDaily=lambda s, g, v: s.r2)
F(E, 3, 'daily × 12', 'multiplied betaDaily by 12 for betaMonthly', betaMonthly=lambda s, g, v: g['betaDaily'] * 12)
F(E, 2, 'daily over √21', 'divided betaDaily by √21 for betaMonthly', betaMonthly=lambda s, g, v: g['betaDaily'] / sqrt(21))
F(E, 3, 'x and y swapped', 'exchanged x and y in the monthly regression alone', betaMonthly=lambda s, g, v: s.alt(every='compound', swap=True).b)
F(E, 3, 'monthly factor, other ticker', lambda v: f"used {v['other']['asset']} for betaMonthly alone", betaMonthly=lambda s, g, v: study(asset=v['other']['asset'], factor=v['other']['factor'], every='compound', **{k: v.get(k) for k in ('from', 'to')}).b)

E = 'target-factor-share'
H = lambda fn: dict(partialHedge=fn)
left = lambda s, q: sqrt(q / (1 - q) * s.ve / s.vf)
F(E, 8, 'exposure left for the hedge', 'gave the exposure that is left, not the hedge', **H(lambda s, g, v: left(s, v['share'])))
F(E, 6, 'share of the old variance', "aimed at the share of the unhedged variance, which shrinks with the hedge: β − √(share × Var(r) / Var(f))", **H(lambda s, g, v: s.b - sqrt(v['share'] * s.vr / s.vf)))
F(E, 6, 'beta scaled by the share', 'gave β × (1 − share), as if the share went with β', **H(lambda s, g, v: s.b * (1 - v['share'])))
F(E, 5, 'full hedge', 'gave the full hedge, β', **H(lambda s, g, v: s.b))
F(E, 4, 'beta scaled by the share', 'gave β × share', **H(lambda s, g, v: s.b * v['share']))
F(E, 4, 'root forgotten', 'forgot the root: β − share / (1 − share) × Var(ε) / Var(f)', **H(lambda s, g, v: s.b - left(s, v['share']) ** 2))
F(E, 5, 'share alone', 'used the share where share / (1 − share) belongs', **H(lambda s, g, v: s.b - sqrt(v['share'] * s.ve / s.vf)))
F(E, 4, 'beta scaled by a root', 'gave β × (1 − √share)', **H(lambda s, g, v: s.b * (1 - sqrt(v['share']))))
F(E, 3, 'the other root', 'took the other root, β + what is left, a hedge past zero', **H(lambda s, g, v: s.b + left(s, v['share'])))
F(E, 3, 'share upside down', 'exchanged share and 1 − share', **H(lambda s, g, v: s.b - left(s, 1 - v['share'])))
F(E, 4, 'sign', 'typed the hedge with a minus, as a short position', **H(lambda s, g, v: -(s.b - left(s, v['share']))))
F(E, 3, 'σ of the asset', "put the asset's whole variance where the residual's belongs", **H(lambda s, g, v: s.b - sqrt(v['share'] / (1 - v['share']) * s.vr / s.vf)))
F(E, 2, 'share over R²', 'gave β × (1 − share / R²), with no root', **H(lambda s, g, v: s.b * (1 - v['share'] / s.r2)))
F(E, 2, 'share over R²', 'gave share / R² × β, the exposure left with no root', **H(lambda s, g, v: s.b * v['share'] / s.r2))
F(E, 2, 'variances upside down', 'put Var(f) over Var(ε) in the root', **H(lambda s, g, v: s.b - sqrt(v['share'] / (1 - v['share']) * s.vf / s.ve)))
F(E, 2, 'difference of shares', 'gave R² − share, the part of the variance to remove', **H(lambda s, g, v: s.r2 - v['share']))
F(E, 2, 'fraction of beta', 'gave the hedge as a fraction of β', **H(lambda s, g, v: 1 - left(s, v['share']) / s.b))
mistake(7, 'another share', [E], lambda v: (lambda q: SimpleNamespace(said=f'aimed at a share of {q}%', formulas=H(lambda s, g, v: s.b - left(s, q / 100))))(pick([q for q in (10, 20, 30, 50) if q / 100 != v['share']])))

# ----------------------------------------------------------------------------------------------------- writing numbers
UNITS = {(e['id'], p['id']): p for e in EXERCISES.values() for p in e['parts']}
LIKE_PERCENT = {'rSquared', 'factorShare'}


def rounded(x, digits):
    return 0.0 if x == 0 else round(x, digits - 1 - math.floor(math.log10(abs(x))))


def plain(x, digits, commas=False):
    if x == 0:
        return '0'
    places = max(0, digits - 1 - math.floor(math.log10(abs(x))))
    return f'{rounded(x, digits):{"," if commas else ""}.{places}f}'


def style_of():
    return SimpleNamespace(digits=pick([2, 3, 4, 5, 6], [1, 9, 9, 4, 3]), percent=chance(.38), small=pick(['plain', 'e', '%'], [6, 2, 2]),
                           money=pick(['plain', 'commas', '$', 'M', '$M'], [4, 4, 4, 2, 1]), bare=chance(.1))


def write(exercise, field, x, style):
    """A number as this student writes it."""
    if isinstance(x, str):
        return x
    unit = UNITS[exercise, field]['unit']
    n = style.digits
    if unit == 'dollars':
        if abs(x) < 1000: return plain(x, max(n, 3))
        if style.money in ('M', '$M') and abs(x) >= 1e5: return ('$' if style.money == '$M' else '') + plain(x / 1e6, n) + 'M'
        text = f'{rounded(x, max(n, 4)):,.0f}' if style.money != 'plain' else f'{rounded(x, max(n, 4)):.0f}'
        return ('-' if x < 0 else '') + '$' + text.lstrip('-') if style.money == '$' else text
    if field == 'hedgedCorrelation' and abs(x) < 1e-9:
        return pick(['0', '0.000', '0.000000', '0.00', '-0.0'])
    if unit == 'return' and field in ('alpha', 'alphaLow', 'alphaHigh') or field == 'factorVariance':
        if abs(x) < .05 and x:
            n = max(n, 3)
            if style.small == 'e': return f'{x:.{n - 1}e}'
            if style.small == '%' and unit == 'return': return plain(100 * x, n) + '%'
        return plain(x, n)
    if style.percent and (unit == 'return' or field in LIKE_PERCENT) and abs(x) < 3:
        return plain(100 * x, n) + '%'
    if abs(x) >= 1000: return plain(x, max(n, 4))
    text = plain(x, n)
    return re.sub(r'^(-?)0\.', r'\1.', text) if style.bare else text


def read(text):
    """What a careful reader takes the text for."""
    t = text.replace(' ', '').replace('\u2212', '-').replace('$', '').replace('≈', '')
    if re.fullmatch(r'-?0,\d+', t): t = t.replace(',', '.')
    t = t.replace(',', '').replace('×10^', 'e').replace('x10^', 'e').lstrip('~+')
    scale = 1.0
    for end, by in (('%', .01), ('percent', .01), ('million', 1e6), ('M', 1e6), ('m', 1e6), ('k', 1e3), ('K', 1e3), ('years', 1), ('yrs', 1), ('bps', 1e-4), ('bp', 1e-4)):
        if t.endswith(end):
            t, scale = t[:-len(end)], by
            break
    return float(t) * scale


def is_right(exercise, field, value, key):
    if isinstance(key, str):
        return value == key
    tol = UNITS[exercise, field]['tolerance']
    return abs(value - key) <= max(tol['relative'] * abs(key), tol['floor'])


def rounds_to(text, key):
    """Whether the text is the key, rounded to the digits that were typed."""
    digits = re.sub(r'[eE].*', '', text)
    digits = len(re.sub(r'\D', '', digits).lstrip('0')) or 1
    return key != 0 and abs(read(text) - rounded(key, digits)) <= 1e-9 * abs(key)


# ------------------------------------------------------------------------------------------------- mistakes in the typing
def typing(weight, kind, maker, exercises=ALL):
    def made(v):
        return SimpleNamespace(typing=maker, said=None)
    mistake(weight, kind, exercises, made)


def numeric(exercise):
    return [p['id'] for p in EXERCISES[exercise]['parts'] if 'unit' in p]


def percent_bare(e, v, got, texts, style):
    fields = [f for f in numeric(e) if UNITS[e, f]['unit'] in ('return', 'share') or f in LIKE_PERCENT]
    if not fields: return
    some = fields if chance(.5) else [pick(fields)]
    return {f: plain(100 * got[f], max(3, style.digits)) for f in some}, f"typed {', '.join(some)} in percent without the sign"


def percent_on_decimal(e, v, got, texts, style):
    fields = [f for f in numeric(e) if UNITS[e, f]['unit'] in ('return', 'share') or f in LIKE_PERCENT]
    if not fields: return
    f = pick(fields)
    return {f: plain(got[f], max(3, style.digits)) + '%'}, f'put a percent sign behind the decimal in {f}'


def point_slip(e, v, got, texts, style):
    f = pick([f for f in numeric(e) if got[f]])
    # Two places to the right would be percent without the sign.
    by = pick([10, .1, .1] if UNITS[e, f]['unit'] in ('return', 'share') or f in LIKE_PERCENT else [10, .1, .1, 100])
    word = {10: 'one place too far right', .1: 'one place too far left', 100: 'two places too far right'}[by]
    return {f: write(e, f, got[f] * by, style)}, f'typed the point of {f} {word}'


def lost_sign(e, v, got, texts, style):
    fields = [f for f in numeric(e) if got[f] < 0]
    if not fields: return
    f = pick(fields)
    return {f: write(e, f, -got[f], style)}, f'left the minus of {f} out'


def transposed(e, v, got, texts, style):
    f = pick([f for f in numeric(e) if got[f]])
    t = texts[f]
    body = re.match(r'[^eEM%]*', t).group()
    spots = [i for i in range(len(body) - 1) if body[i:i + 2].isdigit() and body[i] != body[i + 1] and re.search('[1-9]', body[:i + 1])]
    if not spots: return
    i = pick(spots)
    return {f: t[:i] + t[i + 1] + t[i] + t[i + 2:]}, f'typed two digits of {f} the wrong way round ({t})'


def lost_digit(e, v, got, texts, style):
    f = pick([f for f in numeric(e) if got[f]])
    t = texts[f]
    body = re.match(r'[^eEM%]*', t).group()
    spots = [i for i in range(len(body)) if body[i].isdigit() and re.search('[1-9]', body[:i + 1])]
    if len(spots) < 3 or ',' in t: return
    i = pick(spots[:-1])
    double = chance(.4)
    if not double and not re.search('[1-9]', body[:i] + body[i + 1:]): return
    return {f: t[:i] + (t[i] * 2 if double else '') + t[i + 1:]}, f"{'typed a digit twice in' if double else 'left a digit out of'} {f} ({t})"


def bare_millions(e, v, got, texts, style):
    fields = [f for f in numeric(e)]
    by, word = pick([(1e6, 'millions'), (1e6, 'millions'), (1e3, 'thousands')])
    return {f: plain(got[f] / by, max(3, style.digits), True) for f in fields}, f"typed {', '.join(fields)} in {word} without saying so"


def too_round(e, v, got, texts, style):
    if e in ('reading-a-table',) and chance(.7):
        return {'alphaLow': f'{got["alphaLow"]:.3f}', 'alphaHigh': f'{got["alphaHigh"]:.3f}'}, 'copied the interval with the three decimals that the table prints (alphaLow, alphaHigh)'
    if e == 'jpm-regression':
        return {'alpha': f'{got["alpha"]:.4f}'}, 'copied alpha with the four decimals that the table prints'
    f = pick([f for f in numeric(e) if got[f]])
    return {f: write(e, f, rounded(got[f], 1), SimpleNamespace(**{**vars(style), 'digits': 1, 'percent': style.percent}))}, f'rounded {f} to one digit'


def basis_points(e, v, got, texts, style):
    fields = [f for f in numeric(e) if f in ('alpha', 'alphaLow', 'alphaHigh')]
    if fields:
        return {f: plain(1e4 * got[f], max(3, style.digits)) for f in fields}, f"typed {', '.join(fields)} in basis points without saying so"


RETURNS = [e for e in ALL if any(UNITS[e, f]['unit'] in ('return', 'share') for f in numeric(e))]
typing(16, 'percent without the sign', percent_bare, RETURNS)
typing(4, 'percent sign on a decimal', percent_on_decimal, RETURNS)
typing(10, 'point slipped', point_slip)
typing(8, 'sign left out', lost_sign, [e for e in ALL if e not in ('monthly-position', 'hedged-portfolio')])
typing(5, 'digits transposed', transposed)
typing(3, 'digit lost or doubled', lost_digit)
typing(8, 'millions or thousands', bare_millions, ['monthly-position', 'annual-budget'])
typing(6, 'rounded too far', too_round, [e for e in ALL if e not in ('monthly-position', 'annual-budget')])
typing(2, 'basis points', basis_points, ['jpm-regression', 'reading-a-table'])


def copied(e, v, got, texts, style):
    """Another variant's right numbers."""
    others = [w for w in EXERCISES[e]['variants'] if w['id'] != v['id']]
    near = [w for w in others if w['asset'] == v['asset']]
    w = EXERCISES[e]['variants'][0] if v['id'] != 'chapter' and chance(.35) else pick(near or others)
    fields = list(w['keys']) if chance(.75) else [pick(numeric(e))]
    what = 'everything' if len(fields) == len(w['keys']) else ', '.join(fields)
    return {f: write(e, f, w['keys'][f], style) for f in fields}, f"copied {what} from {'the chapter' if w['id'] == 'chapter' else 'a neighbour who has ' + w['id']}"


typing(24, "a neighbour's variant", copied)

# -------------------------------------------------------------------------------------------- slips without a method
GUESSES = {'return': (.004, .35), 'ratio': (.05, 2.2), 'share': (.05, .95), 'years': (1, 60), 'dollars': (2e5, 6e7)}


def guessed(e, v, got, texts, style):
    fields = [pick(numeric(e))] if chance(.75) else list(numeric(e))
    out = {}
    for f in fields:
        low, high = GUESSES[UNITS[e, f]['unit']]
        if f in ('alpha', 'alphaLow', 'alphaHigh'): low, high = 3e-5, 3e-3
        if f in LIKE_PERCENT: low, high = .05, .95
        if f == 'factorVariance': low, high = 1e-5, 1e-2
        x = math.exp(DICE.uniform(math.log(low), math.log(high)))
        if f == 'alphaLow': x = -x
        out[f] = write(e, f, x, SimpleNamespace(**{**vars(style), 'digits': pick([1, 2, 2, 3])}))
    return out, f"guessed {', '.join(fields)}, with no method"


def digit_wrong(e, v, got, texts, style):
    f = pick([f for f in numeric(e) if got[f]])
    t = texts[f]
    body = re.match(r'[^eEM%]*', t).group()
    spots = [i for i in range(len(body)) if body[i].isdigit() and re.search('[1-9]', body[:i + 1])]
    i = pick(spots[:3])
    return {f: t[:i] + pick([d for d in '123456789' if d != t[i]]) + t[i + 1:]}, f'hit a wrong key for one digit of {f} ({t})'


def nonsense(e, v, got, texts, style):
    s = study(asset=v['asset'], factor=v['factor'], **{k: v[k] for k in ('from', 'to') if k in v})
    f = pick(numeric(e))
    ways = [('α × 252 / (1 + β)', s.a * 252 / (1 + s.b)), ('β × R² / 2', s.b * s.r2 / 2), ('√β × σ of the factor × 12', sqrt(s.b) * s.sf * 12),
            ('(β + R²) / 3', (s.b + s.r2) / 3), ('σ of the asset × β × 10', s.sr * s.b * 10), ('R² × √(252 / 21)', s.r2 * sqrt(12))]
    if UNITS[e, f]['unit'] == 'dollars':
        ways = [(f'budget × ({what})', v['budget'] * x) for what, x in ways]
    if f in ('alpha', 'alphaLow', 'alphaHigh'): ways = [('μ of the factor / (1 + β)', s.mf / (1 + s.b)), ('σ of the factor × R² / 10', s.sf * s.r2 / 10), ('α × β × R²', s.a * s.b * s.r2)]
    what, x = pick(ways)
    return {f: write(e, f, x, style)}, f'worked {f} out as {what}, which has no reason'


def last_figure(e, v, got, texts, style):
    """A number of another part of the output, in a field where it has no business."""
    f = pick(numeric(e))
    s = study(asset=v['asset'], factor=v['factor'], **{k: v[k] for k in ('from', 'to') if k in v})
    what, x = pick([('the Durbin-Watson figure', sm.stats.stattools.durbin_watson(s.d.y - s.a - s.b * s.d.f)), ('the number of observations', s.n),
                    ("the asset's last return", s.d.y.iloc[-1]), ("the factor's largest return", s.d.f.max())])
    return {f: write(e, f, float(x), style)}, f'typed {what} under {f}'


def odd_divisor(e, v, got, texts, style):
    f = pick([f for f in numeric(e) if got[f]])
    by = pick([1.31, .83, 1.17, .71, 1.46, .58])
    return {f: write(e, f, got[f] * by, style)}, f'mistyped a number into the calculator on the way to {f} and came out {"above" if by > 1 else "below"} it by a factor of {by}'


ARBITRARY = [(10, 'guess', guessed), (6, 'wrong key', digit_wrong), (5, 'made-up arithmetic', nonsense), (3, 'number from elsewhere', last_figure), (7, 'calculator slip', odd_divisor)]

# ------------------------------------------------------------------------------------------------------------ the forms
FORMS, SEEN = [], set()
USED = collections.Counter()
SHARE_OF = {'jpm-regression': 25, 'reading-a-table': 23, 'raw-or-excess': 16, 'annualise-alpha': 16, 'tracking-portfolio': 19, 'hedged-portfolio': 21,
            'expected-return': 20, 'factor-share': 21, 'monthly-position': 19, 'annual-budget': 20, 'appraisal-ratio': 21, 'beta-frequency': 15, 'target-factor-share': 14}
assert sum(SHARE_OF.values()) == 250


def draw_place():
    made = collections.Counter(f['exercise'] for f in FORMS)
    open_ = [e for e in SHARE_OF if made[e] < SHARE_OF[e]]
    e = pick(open_, [SHARE_OF[x] - made[x] for x in open_])
    variants = EXERCISES[e]['variants']
    v = pick(variants, [(3 if w['id'] == 'chapter' else 1) / (1 + USED[e, w['id']]) ** 2 for w in variants])
    return e, v


def draw_mistake(e, v, not_kinds=()):
    fit = [m for m in MISTAKES if e in m.exercises and m.kind not in not_kinds]
    m = pick(fit, [m.weight / (1 + USED[id(m), e]) ** .8 for m in fit])
    made = m.maker(v)
    return made and SimpleNamespace(kind=m.kind, ref=m, **vars(made))


def fill(e, v, mistakes, style, carried):
    """Texts and words of a form with these mistakes, or nothing where one of them can't be made."""
    chosen, formulas, said = {}, {}, []
    for m in mistakes:
        chosen.update(getattr(m, 'data', {}))
        new = getattr(m, 'formulas', {})
        if set(new) & set(formulas): return
        formulas.update(new)
    got = solve(e, v, chosen, formulas, carried)
    if any(isinstance(x, float) and not math.isfinite(x) for x in got.values()): return
    texts = {f: write(e, f, x, style) for f, x in got.items()}
    exact = {f for f, x in got.items() if not is_right(e, f, x, v['keys'][f])}
    changed = set()
    for m in mistakes:
        if not getattr(m, 'typing', None):
            said.append(m.said)
            continue
        out = m.typing(e, v, got, texts, style)
        if not out or set(out[0]) & changed: return
        texts.update(out[0])
        changed |= {f for f in out[0]}
        said.append(out[1])
    return SimpleNamespace(texts=texts, exact=exact, changed=changed, said=said, got=got)


def wrong_fields(e, v, texts):
    return {f for f, t in texts.items() if not is_right(e, f, t if isinstance(v['keys'][f], str) else read(t), v['keys'][f])}


def add(e, v, mistakes, style, carried, group):
    state = DICE.get_state()
    form = fill(e, v, mistakes, style, carried)
    if not form: return
    wrong = wrong_fields(e, v, form.texts)
    if not wrong: return
    # Rounding alone neither makes a field wrong nor saves it.
    if any((f in wrong) != (f in form.exact) for f in form.texts if f not in form.changed): return
    if 'rounded too far' not in [m.kind for m in mistakes] and any(rounds_to(form.texts[f], v['keys'][f]) for f in wrong if not isinstance(v['keys'][f], str)): return
    # With two mistakes, each one matters: alone it makes something wrong, and leaving it out changes a wrong field.
    if len(mistakes) == 2:
        for keep in mistakes:
            after = DICE.get_state()
            DICE.set_state(state)
            alone = fill(e, v, [keep], style, carried)
            DICE.set_state(after)
            if not alone or not wrong_fields(e, v, alone.texts): return
            if all(close(form.texts[f], alone.texts[f]) for f in form.texts): return
    # The same numbers with other commas are the same form.
    key = (e, v['id'], tuple(t if isinstance(v['keys'][f], str) else f'{read(t):.2e}' for f, t in form.texts.items()))
    if key in SEEN: return
    SEEN.add(key)
    for m in mistakes:
        if hasattr(m, 'ref'): USED[id(m.ref), e] += 1
    USED[e, v['id']] += 1
    # What is wrong only because an earlier field is.
    own = set(form.changed)
    follow = []
    for m in mistakes:
        own |= set(getattr(m, 'formulas', {}))
        if getattr(m, 'data', None): own |= set(form.texts)
    follow = [f for f in form.texts if f in wrong and f not in own]
    right = [f for f in form.texts if f not in wrong]
    sentence = 'The student ' + ', and also '.join(form.said)
    if any(getattr(m, 'data', None) for m in mistakes): sentence += ', and computed the rest from that line'
    if follow: sentence += f", which {', '.join(follow)} {'carries' if len(follow) == 1 else 'carry'} forward"
    wrong_list = [f for f in form.texts if f in wrong]
    sentence += f" (wrong: {', '.join(wrong_list)}; right as they stand: {', '.join(right) or 'none'})."
    FORMS.append({'exercise': e, 'variant': v['id'], 'answers': form.texts, 'mistakes': [m.kind for m in mistakes], 'parts': wrong_list,
                  'right': right, 'truth': sentence, 'judged': [], 'group': group})


def close(a, b):
    try:
        x, y = read(a), read(b)
    except ValueError:
        return a == b
    return abs(x - y) <= .01 * max(abs(x), abs(y))


def unusual(e, v):
    """Right, in a notation that isn't the usual one."""
    keys = v['keys']
    ways = []
    n = pick([3, 4])
    for f in numeric(e):
        x, unit = keys[f], UNITS[e, f]['unit']
        if unit == 'dollars':
            ways += [(f, f'{x / 1e6:.2f} million', 'in words, with “million”'), (f, f'{x:,.2f}'.replace(',', ' '), 'with blanks between the thousands and cents'),
                     (f, f'${x / 1e3:,.0f}k', 'in thousands, with a k'), (f, f'{x:.4e}', 'with an exponent'), (f, f'$ {x:,.0f}', 'with a blank behind the dollar')]
        elif f in ('alpha', 'alphaLow', 'alphaHigh'):
            ways += [(f, f'{x * 1e4:.2f} bps', 'in basis points, said so'), (f, f'{x:.2E}', 'with a capital E'), (f, f'{x * 1e5:.2f} x 10^-5', 'times a power of ten')]
        elif f == 'factorVariance':
            ways += [(f, f'{x * 1e5:.2f} x 10^-5', 'times a power of ten'), (f, f'{x:.10f}', 'with ten decimals'), (f, f'{x:.3E}', 'with a capital E')]
        elif unit == 'years':
            ways += [(f, f'{x:.1f} years', 'with the word years'), (f, f'~{x:.1f}', 'with a tilde')]
        elif f == 'hedgedCorrelation':
            ways += [(f, f'{pick([2.17, 5.63, 1.04])}e-{pick([16, 17])}', 'as the machine printed it, 16 decimals down'), (f, '-0.0000', 'with a minus and four zeros')]
        elif unit == 'return' or f in LIKE_PERCENT:
            ways += [(f, plain(x * 100, n) + ' %', 'in percent with a blank'), (f, plain(x * 100, n) + ' percent', 'with the word percent'),
                     (f, plain(x, n).replace('0.', '.', 1), 'without the leading zero'), (f, plain(x, n).replace('.', ','), 'with a decimal comma')]
        else:
            ways += [(f, '+' + plain(x, 6) if x > 0 else plain(x, 6), 'with a plus'), (f, repr(round(x, 14)), 'with all the digits of the machine'),
                     (f, plain(x, n).replace('0.', '.', 1), 'without the leading zero')]
    style = style_of()
    style.digits = max(3, style.digits)
    texts = {f: write(e, f, x, style) for f, x in keys.items()}
    words = []
    for f in dict.fromkeys(w[0] for w in ways) if chance(.3) else [pick(numeric(e))]:
        _, text, word = pick([w for w in ways if w[0] == f])
        texts[f] = text
        words.append(f'{f} {word}')
    if wrong_fields(e, v, texts): return
    SEEN.add((e, v['id'], tuple(texts.values())))
    USED[e, v['id']] += 1
    FORMS.append({'exercise': e, 'variant': v['id'], 'answers': texts, 'mistakes': [], 'parts': [], 'right': list(texts),
                  'truth': f"The student did everything right and wrote {' and '.join(sorted(words))} (every field is right as it stands).", 'judged': [], 'group': 'right'})


def until(count, make):
    end = len(FORMS) + count
    tries = 0
    while len(FORMS) < end:
        tries += 1
        assert tries < 20000, 'no such forms'
        make(*draw_place())


def arbitrary(kind, maker, e, v):
    style = style_of()
    style.digits = max(3, style.digits)
    add(e, v, [SimpleNamespace(kind=kind, typing=maker, said=None)], style, True, 'arbitrary')


def single(e, v):
    m = draw_mistake(e, v)
    if m: add(e, v, [m], style_of(), chance(.8), 'single')


def double(e, v):
    a = draw_mistake(e, v)
    b = a and draw_mistake(e, v, (a.kind,))
    if not b or {"a neighbour's variant", 'rounded too far'} & {a.kind, b.kind} or hasattr(a, 'data') and hasattr(b, 'data') and set(a.data) & set(b.data): return
    if hasattr(a, 'typing') and hasattr(b, 'typing'): return
    # Two wrong choices of data are the window and something else, so that the words of each stay true beside the other.
    windows = ({'from', 'to'}, {'from'}, {'rows'})
    if hasattr(a, 'data') and hasattr(b, 'data') and (set(a.data) in windows) == (set(b.data) in windows): return
    if hasattr(a, 'typing'): a, b = b, a
    style = style_of()
    style.digits = max(3, style.digits)
    add(e, v, [a, b], style, True, 'double')


def main():
    # The recipes must give the keys.
    for e, ex in EXERCISES.items():
        for v in ex['variants']:
            for f, x in solve(e, v, {}, {}).items():
                assert x == v['keys'][f] if isinstance(x, str) else abs(x - v['keys'][f]) <= 1e-8 * max(1, abs(v['keys'][f])), (e, v['id'], f, x, v['keys'][f])
    until(15, unusual)
    for count, kind, maker in ARBITRARY:
        until(count, lambda e, v: arbitrary(kind, maker, e, v))
    until(25, double)
    until(179, single)
    forms = [FORMS[i] for i in DICE.permutation(len(FORMS))]
    groups = collections.Counter(f.pop('group') for f in forms)
    assert len(forms) == 250
    with open(os.path.join(GOLDEN, 'wrong-submissions-tenth.json'), 'w') as out:
        out.write('[\n' + ',\n'.join(json.dumps(f, ensure_ascii=False) for f in forms) + '\n]\n')
    print(dict(groups))
    print(collections.Counter(f['exercise'] for f in forms))
    print(len({(f['exercise'], f['variant']) for f in forms}), 'exercises with variants')
    print(collections.Counter(k for f in forms for k in f['mistakes']))


if __name__ == '__main__':
    main()

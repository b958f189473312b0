"""250 forms as a class of undergraduates fills them in: writes ../wrong-submissions-eighth.json.

Every form has the texts that were typed and `truth`, one sentence about what the student did. Written from the
exercises, their keys, the chapter and the sample alone. /usr/bin/python3 students/eighth.py, a few seconds.

Mistakes have three layers, applied one after the other: other data or another regression (changes every number that
comes of it), a wrong formula (changes some fields), another unit in typing. Weights say how often a class makes them."""
import os
os.environ.setdefault('OMP_NUM_THREADS', '1')
import collections, json, math, re, warnings
from types import SimpleNamespace
import numpy as np
import pandas as pd
import statsmodels.api as sm

warnings.filterwarnings('ignore')
RANDOM = np.random.RandomState(80808)
HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, '..')
SAMPLE = os.path.join(HERE, '..', '..', '..', 'data', 'sample')


# ------------------------------------------------------------------ data
def french(name, digits=8):
    """One of the library's files as decimals, indexed by day (8 digits) or month (6 digits)."""
    rows = []
    for line in open(os.path.join(SAMPLE, name)):
        cells = [c.strip() for c in line.strip().split(',')]
        if line.startswith(',') and not rows:
            head = cells[1:]
        elif re.fullmatch(r'\d{%d}' % digits, cells[0]):
            rows.append(cells)
    index = pd.to_datetime([r[0] for r in rows], format='%Y%m%d' if digits == 8 else '%Y%m')
    return pd.DataFrame([[float(x) for x in r[1:]] for r in rows], columns=head, index=index) / 100


def course(name):
    return pd.read_csv(os.path.join(SAMPLE, name), parse_dates=['date'], index_col='date')


FF = french('F-F_Research_Data_Factors_daily.CSV')
FF_MONTHLY = french('F-F_Research_Data_Factors.CSV', 6)
FF_MONTHLY.index = FF_MONTHLY.index + pd.offsets.MonthEnd(0)
BLANKS = course('FactorModels_data1.csv')
COURSE = BLANKS.dropna()
MSFT = course('FactorModels_data2.csv')['MSFT']
EXERCISES = json.load(open(os.path.join(GOLDEN, 'variants.json')))
BY_ID = {e['id']: e for e in EXERCISES}


def compounded(frame, rule):
    grown = (1 + frame).resample(rule).prod() - 1
    return grown[frame.iloc[:, 0].resample(rule).count() > 0]


def frame_of(v, o):
    """y (excess return), f (factor), rf, raw (total return) of the days that the student used."""
    asset, factor = o.get('asset', v['asset']), o.get('factor', v['factor'])
    rf = FF['RF']
    if asset == 'MSFT':
        raw = MSFT
        y = MSFT - rf
    else:
        y = (BLANKS.loc[COURSE.index[0]:].fillna(0) if o.get('blank_as_zero') else COURSE)[asset]
        raw = y + rf
    spy = BLANKS['SPY'].fillna(0) if o.get('blank_as_zero') else COURSE['SPY'] if asset != 'MSFT' else BLANKS['SPY']
    factors = {'SPY': spy, 'SPY raw': spy + rf, 'Mkt-RF': FF['Mkt-RF'], 'Mkt': FF['Mkt-RF'] + rf, 'Mkt-RF-RF': FF['Mkt-RF'] - rf,
               'SMB': FF['SMB'], 'HML': FF['HML'], 'RF': rf, 'JPM': COURSE['JPM'], 'WMT': COURSE['WMT']}
    d = pd.DataFrame({'y': y, 'f': factors[factor], 'rf': rf, 'raw': raw}).dropna()
    kind = o.get('y')
    if kind == 'raw': d['y'] = d.raw
    if kind == 'less rf again': d['y'] = d.y - d.rf
    if kind == 'rf in percent': d['y'] = d.raw - 100 * d.rf
    if kind == 'plus rf': d['y'] = d.raw + d.rf
    if o.get('factor_percent'): d['f'] = 100 * d.f
    if o.get('lag'): d['f'] = d.f.shift(1)
    d = d.dropna().loc[o.get('from', v.get('from')):o.get('to', v.get('to'))]
    if o.get('clip'):
        d = d[(d.y - d.y.mean()).abs() < 3 * d.y.std()]
    if o.get('log'):
        d = np.log1p(d)
    if o.get('rule'):
        d = compounded(d, o['rule'])
    return d


def regression(v, o):
    """The regression and the moments that the exercises use; A days a year, M days a month."""
    d = frame_of(v, o)
    x, y = (d.y, d.f) if o.get('swapped') else (d.f, d.y)
    s = SimpleNamespace(d=d, n=len(d), A={'M': 12, 'W': 52}.get(o.get('rule'), 252), M={'M': 1, 'W': 52 / 12}.get(o.get('rule'), 21))
    if o.get('no_constant'):
        m = sm.OLS(y.values, x.values).fit()
        s.a, s.b = 0.0, m.params[0]
        s.alpha = (d.y - s.b * d.f).mean()
        s.se = s.low = s.high = s.t = s.tb = float('nan')
    else:
        design = sm.add_constant(x.values)
        if o.get('three'): design = np.column_stack([design, FF.loc[x.index, ['SMB', 'HML']].values])
        m = sm.OLS(y.values, design).fit()
        s.a, s.b = m.params[:2]
        s.alpha = s.a
        s.se, s.seb, s.t, s.tb, s.p = m.bse[0], m.bse[1], m.tvalues[0], m.tvalues[1], m.pvalues[0]
        (s.low, s.high), (s.lowb, s.highb) = m.conf_int()[:2]
        s.robust = m.get_robustcov_results('HAC', maxlags=5).bse[0]
    s.m, s.r2 = m, m.rsquared
    s.resid = pd.Series(m.resid, d.index)
    s.sdy, s.sdf, s.sde = d.y.std(), d.f.std(), s.resid.std()
    s.my, s.mf, s.rf, s.corr = d.y.mean(), d.f.mean(), d.rf.mean(), d.y.corr(d.f)
    return s


CACHE = {}
def cached(v, o):
    key = (v['asset'], v['factor'], v.get('from'), v.get('to'), json.dumps(o, sort_keys=True))
    if key not in CACHE: CACHE[key] = regression(v, o)
    return CACHE[key]


def other_beta(v):
    return cached(dict(v, **v['other']), {}).b


def monthly_beta(d, rule='M'):
    m = compounded(d[['y', 'f']], rule)
    return m.y.cov(m.f) / m.f.var()


def solve(exercise, v, s, o):
    """The exercise's fields from a regression, by the right formulas."""
    year, root = s.A, math.sqrt(s.A)
    h = s.d.y - s.b * s.d.f
    budget = v.get('budget')
    ratio = s.alpha * year / (h.std() * root)
    if exercise == 'jpm-regression':
        word = 'more' if s.b > other_beta(v) else 'less'
        if abs(s.b - other_beta(v)) < .01: word = v['keys']['sensitivity']
        return dict(alpha=s.a, beta=s.b, rSquared=s.r2, sensitivity=word)
    if exercise == 'reading-a-table':
        return dict(alphaT=s.t, alphaLow=s.low, alphaHigh=s.high, significant='yes' if s.low * s.high > 0 else 'no')
    if exercise == 'raw-or-excess':
        return dict(alphaExcess=s.alpha * year, alphaRaw=cached(v, dict(o, y='raw')).alpha * year)
    if exercise == 'annualise-alpha':
        return dict(alphaAnnual=s.alpha * year)
    if exercise == 'tracking-portfolio':
        return dict(trackingHolding=s.b, factorPremium=s.b * s.mf * year)
    if exercise == 'hedged-portfolio':
        return dict(hedgedCorrelation=0.0 if abs(h.corr(s.d.f)) < 1e-9 else h.corr(s.d.f), sharpeHedged=h.mean() / h.std() * root, sharpeUnhedged=s.my / s.sdy * root)
    if exercise == 'expected-return':
        r, p, a = s.rf * year, s.b * s.mf * year, s.alpha * year
        return dict(riskFreeAnnual=r, factorPremium=p, alphaAnnual=a, expectedReturn=r + p + a)
    if exercise == 'factor-share':
        return dict(factorVariance=s.b ** 2 * s.sdf ** 2, factorShare=s.b ** 2 * s.sdf ** 2 / s.sdy ** 2, rSquared=s.r2)
    if exercise == 'monthly-position':
        return dict(positionMonthly=budget / (s.sdy * math.sqrt(s.M)))
    if exercise == 'annual-budget':
        u, w = budget / (s.sdy * root), budget / (h.std() * root)
        return dict(positionUnhedged=u, positionHedged=w, pnlUnhedged=u * s.alpha * year, pnlHedged=w * s.alpha * year)
    if exercise == 'appraisal-ratio':
        return dict(appraisalRatio=ratio, sharpeHedged=h.mean() / h.std() * root, alphaT=s.t, yearsToTwo=(2 / ratio) ** 2)
    if exercise == 'beta-frequency':
        return dict(betaDaily=s.b, betaMonthly=s.b if o.get('rule') else 1 / monthly_beta(s.d) * s.d.pipe(reverse) if o.get('swapped') else monthly_beta(s.d))
    if exercise == 'target-factor-share':
        share = v['share']
        return dict(partialHedge=s.b - math.sqrt(share / (1 - share)) * s.sde / s.sdf)


def reverse(d):
    """R-squared of compounded months: the reversed monthly slope is it over the monthly slope."""
    m = compounded(d[['y', 'f']], 'M')
    return m.y.corr(m.f) ** 2


# ------------------------------------------------------------------ other data, other regressions
def windows(v):
    """Wrong windows: (weight, name, options, words)."""
    whole = 'from' not in v
    if not whole:
        y0, y1 = int(v['from'][:4]), int(v['to'][:4])
        yield 8, 'whole-sample', dict([('from', None), ('to', None)]), 'used the whole sample, not %d to %d' % (y0, y1)
        yield 2, 'window-starts-a-year-late', {'from': '%d-01-01' % (y0 + 1)}, 'cut the window from %d on, a year late' % (y0 + 1)
        yield 3, 'window-ends-a-year-early', {'to': '%d-01-01' % y1}, 'let the window stop at the beginning of %d, so that its last year is missing' % y1
        yield 2, 'only-the-start-cut', {'to': None}, 'cut the sample at %d but not at the end of %d' % (y0, y1)
        for a in (1995, 2000, 2005, 2010, 2015):
            if a != y0: yield 1, 'another-window', {'from': '%d-01-01' % a, 'to': '%d-12-31' % (a + 9)}, 'used %d to %d instead of %d to %d' % (a, a + 9, y0, y1)
    else:
        yield 3, 'only-recent-years', {'from': '2000-01-01'}, 'used the years from 2000 on instead of the whole sample'
        yield 2, 'another-window', {'from': '2015-01-01'}, 'used 2015 to 2024 instead of the whole sample'
        yield 1, 'another-window', {'from': '2005-01-01', 'to': '2014-12-31'}, 'used 2005 to 2014 instead of the whole sample'


def data_mistakes(v):
    a, f = v['asset'], v['factor']
    if a == 'MSFT':
        yield 17, 'raw-for-excess', dict(y='raw'), "didn't subtract RF: regressed and measured MSFT's raw return"
        yield 4, 'rf-in-percent', dict(y='rf in percent'), "subtracted RF in percent from MSFT's decimal return"
        yield 5, 'factor-in-percent', dict(factor_percent=True), "left the factor in percent beside MSFT's decimal returns"
        yield 3, 'market-with-rf', dict(factor='Mkt'), "used the market's total return (Mkt-RF + RF) as the factor"
        yield 1, 'rf-taken-off-factor-again', dict(factor='Mkt-RF-RF'), 'subtracted RF from Mkt-RF, which is an excess return already'
        yield 3, 'spy-for-mkt-rf', dict(factor='SPY'), "used SPY's column as the factor instead of Mkt-RF"
        yield 4, 'wrong-factor-column', dict(factor='SMB'), 'used the column SMB as the factor instead of Mkt-RF'
        yield 3, 'wrong-factor-column', dict(factor='HML'), 'used the column HML as the factor instead of Mkt-RF'
        yield 1, 'wrong-factor-column', dict(factor='RF'), 'used the column RF as the factor instead of Mkt-RF'
        yield 1, 'rf-added', dict(y='plus rf'), "added RF to MSFT's return instead of subtracting it"
        tickers = [(4, 'JPM'), (1, 'WMT')]
    else:
        other = 'WMT' if a == 'JPM' else 'JPM'
        yield 5, 'rf-taken-off-twice', dict(y='less rf again'), "subtracted RF from %s's column, which holds excess returns already" % a
        yield 2, 'rf-added-back', dict(y='raw'), 'added RF back and used the total return of %s' % a
        yield 4, 'mkt-rf-for-spy', dict(factor='Mkt-RF'), 'used Mkt-RF of the library as the factor instead of SPY'
        yield 3, 'wrong-factor-column', dict(factor=other), "used %s's column as the factor instead of SPY" % other
        yield 1, 'wrong-factor-column', dict(factor='HML'), 'used the column HML as the factor instead of SPY'
        yield 1, 'market-with-rf', dict(factor='SPY raw'), 'added RF to SPY and regressed the excess return on that'
        yield 1, 'blanks-as-zero', dict(blank_as_zero=True), 'filled the blank days with zeros instead of dropping them'
        tickers = [(8, other), (2, 'MSFT')]
    for w, t in tickers:
        yield w, 'wrong-ticker', dict(asset=t), 'used %s instead of %s' % (t, a)
    yield from windows(v)
    yield 8, 'swapped', dict(swapped=True), 'regressed the factor on %s, with y and x swapped' % a
    yield 5, 'no-constant', dict(no_constant=True), 'ran the regression without a constant'
    yield 5, 'monthly-for-daily', dict(rule='M'), 'compounded the days to months and worked with monthly returns (×12 or √12 where a year was needed)'
    yield 1, 'weekly-for-daily', dict(rule='W'), 'compounded the days to weeks and worked with weekly returns'
    yield 2, 'three-factors', dict(three=True), 'put SMB and HML into the regression beside the factor'
    yield 1, 'factor-a-day-late', dict(lag=True), "matched each return with the factor's return of the day before"
    yield 1, 'log-returns', dict(log=True), 'took logarithms of all returns first'
    yield 1, 'outliers-dropped', dict(clip=True), "dropped the days beyond three standard deviations"


# ------------------------------------------------------------------ wrong formulas
R252, R21 = math.sqrt(252), math.sqrt(21)
FORMULAS = collections.defaultdict(list)
def add(exercise, weight, name, change, words):
    """change(s, k, v): fields that differ, from the regression s and the right fields k."""
    FORMULAS[exercise].append((weight, name, change, words))


flip = {'more': 'less', 'less': 'more', 'yes': 'no', 'no': 'yes'}
def fill(*names):
    return lambda value: {n: value for n in names}

x = 'jpm-regression'
add(x, 9, 'alpha-per-year', lambda s, k, v: dict(alpha=s.a * 252), 'gave alpha per year (×252) where per day is asked')
add(x, 6, 'correlation-for-r-squared', lambda s, k, v: dict(rSquared=s.corr), 'gave the correlation as rSquared')
add(x, 4, 'correlation-for-beta', lambda s, k, v: dict(beta=s.corr), 'gave the correlation as beta')
add(x, 2, 'r-squared-for-beta', lambda s, k, v: dict(beta=s.r2, rSquared=s.b), 'exchanged beta and rSquared')
add(x, 2, 'alpha-beta-exchanged', lambda s, k, v: dict(alpha=s.b, beta=s.a), 'exchanged alpha and beta')
add(x, 3, 'mean-for-alpha', lambda s, k, v: dict(alpha=s.my), "gave the mean daily excess return of {asset} as alpha")
add(x, 2, 'alpha-with-beta-one', lambda s, k, v: dict(alpha=s.my - s.mf), 'gave the difference of the two mean returns as alpha, as if β were 1')
add(x, 3, 'volatility-ratio-for-beta', lambda s, k, v: dict(beta=s.sdy / s.sdf), "divided the two volatilities for beta and left out the correlation")
add(x, 2, 'covariance-for-beta', lambda s, k, v: dict(beta=s.corr * s.sdy * s.sdf), "gave the covariance as beta, not divided by the factor's variance")
add(x, 2, 'standard-error-for-alpha', lambda s, k, v: dict(alpha=s.se), 'read the standard error of alpha for alpha')
add(x, 2, 't-for-alpha', lambda s, k, v: dict(alpha=s.t), 'read the t-statistic of alpha for alpha')
add(x, 1, 'p-for-alpha', lambda s, k, v: dict(alpha=s.p), 'read the p-value of alpha for alpha')
add(x, 2, 'one-minus-r-squared', lambda s, k, v: dict(rSquared=1 - s.r2), 'gave 1 − R² as rSquared')
add(x, 5, 'comparison-misread', lambda s, k, v: dict(sensitivity=flip[k['sensitivity']]), 'compared the betas the wrong way round for sensitivity')
add(x, 3, 'as-the-summary-prints-it', lambda s, k, v: dict(alpha=round(s.a, 4)), 'copied alpha as the summary prints it, rounded to four decimals')
add(x, 2, 'alpha-per-month', lambda s, k, v: dict(alpha=s.a * 21), 'gave alpha per month (×21)')
add(x, 2, 'sign-lost', lambda s, k, v: dict(alpha=-s.a) if s.a < 0 else None, 'lost the minus sign of alpha')
add(x, 1, 'beta-of-the-other', lambda s, k, v: dict(beta=other_beta(v)), "gave the other stock's beta")
x = 'reading-a-table'
add(x, 5, 'row-of-beta', lambda s, k, v: dict(alphaT=s.tb, alphaLow=s.lowb, alphaHigh=s.highb, significant='yes'), "read the factor's row of the table instead of the constant's, for all of the fields")
add(x, 4, 't-of-beta', lambda s, k, v: dict(alphaT=s.tb), "read alphaT in the factor's row")
add(x, 4, 'interval-ninety', lambda s, k, v: dict(alphaLow=s.a - 1.645 * s.se, alphaHigh=s.a + 1.645 * s.se), 'used 1.645 instead of 1.96 for both ends of the interval (90%)')
add(x, 2, 'interval-ninety-nine', lambda s, k, v: dict(alphaLow=s.a - 2.576 * s.se, alphaHigh=s.a + 2.576 * s.se), 'used 2.576 for both ends of the interval (99%)')
add(x, 4, 'one-standard-error', lambda s, k, v: dict(alphaLow=s.a - s.se, alphaHigh=s.a + s.se), 'went one standard error to each side for the interval')
add(x, 7, 'interval-per-year', lambda s, k, v: dict(alphaLow=s.low * 252, alphaHigh=s.high * 252), 'gave both ends per year (×252) where per day is asked')
add(x, 3, 'ends-exchanged', lambda s, k, v: dict(alphaLow=s.high, alphaHigh=s.low), 'exchanged alphaLow and alphaHigh')
add(x, 4, 'p-for-t', lambda s, k, v: dict(alphaT=s.p), 'gave the p-value as alphaT')
add(x, 2, 'alpha-over-residual-volatility', lambda s, k, v: dict(alphaT=s.a / s.sde), "divided alpha by the residuals' volatility for alphaT")
add(x, 2, 't-upside-down', lambda s, k, v: dict(alphaT=s.se / s.a), 'divided the standard error by alpha for alphaT')
add(x, 4, 'significance-misread', lambda s, k, v: dict(significant=flip[k['significant']]), 'drew the wrong conclusion for significant')
add(x, 3, 'sign-lost', lambda s, k, v: dict(alphaLow=-s.low) if s.low < 0 else None, 'lost the minus sign of alphaLow')
add(x, 4, 'as-the-summary-prints-it', lambda s, k, v: dict(alphaLow=round(s.low, 3), alphaHigh=round(s.high, 3)), 'copied both ends as the summary prints them, rounded to three decimals')
add(x, 2, 'robust-error', lambda s, k, v: dict(alphaT=s.a / s.robust, alphaLow=s.a - 1.96 * s.robust, alphaHigh=s.a + 1.96 * s.robust), 'used Newey–West standard errors with five lags instead of the ordinary ones')
add(x, 2, 'residual-volatility-for-error', lambda s, k, v: dict(alphaLow=s.a - 1.96 * s.sde, alphaHigh=s.a + 1.96 * s.sde), "took the residuals' volatility as the standard error in both ends")
add(x, 2, 'half-width', lambda s, k, v: dict(alphaLow=-1.96 * s.se, alphaHigh=1.96 * s.se), 'gave −1.96 and +1.96 standard errors, without alpha in the middle')
add(x, 2, 'rounded-inputs', lambda s, k, v: dict(alphaT=round(s.a, 4) / round(s.se, 4)), 'divided alpha by its standard error after rounding both to four decimals for alphaT')
x = 'raw-or-excess'
add(x, 8, 'not-annualised', lambda s, k, v: {n: k[n] / 252 for n in k}, 'gave both alphas per day, without ×252')
add(x, 6, 'exchanged', lambda s, k, v: dict(alphaExcess=k['alphaRaw'], alphaRaw=k['alphaExcess']), 'exchanged the two alphas')
add(x, 5, 'raw-in-both', lambda s, k, v: dict(alphaExcess=k['alphaRaw']), 'used the raw return in both, so alphaExcess is the raw alpha')
add(x, 3, 'excess-in-both', lambda s, k, v: dict(alphaRaw=k['alphaExcess']), 'used the excess return in both, so alphaRaw is the excess alpha')
add(x, 5, 'raw-is-excess-plus-rf', lambda s, k, v: dict(alphaRaw=k['alphaExcess'] + s.rf * 252), 'added the whole risk-free rate of a year to alphaExcess for alphaRaw and forgot (1 − β)')
add(x, 4, 'raw-market-too', lambda s, k, v: dict(alphaRaw=cached(v, dict(y='raw', factor='Mkt')).alpha * 252), "used the market's total return too for alphaRaw")
add(x, 4, 'compounded', lambda s, k, v: {n: (1 + k[n] / 252) ** 252 - 1 for n in k}, 'compounded both daily alphas over 252 days')
add(x, 4, 'times-root-252', lambda s, k, v: {n: k[n] / R252 for n in k}, 'annualised both alphas with √252')
add(x, 3, 'times-12', lambda s, k, v: {n: k[n] / 21 for n in k}, 'multiplied both daily alphas by 12')
add(x, 2, 'times-365', lambda s, k, v: {n: k[n] / 252 * 365 for n in k}, 'multiplied both daily alphas by 365')
add(x, 3, 'mean-for-alpha', lambda s, k, v: dict(alphaExcess=s.my * 252, alphaRaw=(s.my + s.rf) * 252), "gave MSFT's mean returns of a year, excess and raw, instead of alphas")
add(x, 2, 'one-not-annualised', lambda s, k, v: dict(alphaExcess=k['alphaExcess'] / 252), 'forgot ×252 in alphaExcess alone')
add(x, 2, 'rf-off-the-wrong-way', lambda s, k, v: dict(alphaRaw=k['alphaExcess'] - s.rf * 252), 'subtracted the risk-free rate of a year from alphaExcess for alphaRaw')
x = 'annualise-alpha'
for w, n, g, t in [(11, 'not-annualised', lambda a: a, 'gave alpha per day, without ×252'), (4, 'times-12', lambda a: a * 12, 'multiplied the daily alpha by 12'),
                   (6, 'times-root-252', lambda a: a * R252, 'multiplied the daily alpha by √252'), (4, 'times-365', lambda a: a * 365, 'multiplied the daily alpha by 365'),
                   (6, 'compounded', lambda a: (1 + a) ** 252 - 1, 'compounded the daily alpha over 252 days'), (2, 'times-21', lambda a: a * 21, 'multiplied the daily alpha by 21'),
                   (1, 'times-260', lambda a: a * 260, 'multiplied the daily alpha by 260'), (3, 'sign', lambda a: -a * 252, 'gave alpha the wrong sign'),
                   (1, 'times-252-twice', lambda a: a * 252 * 252, 'multiplied by 252 twice'), (2, 'per-month-and-then-252', lambda a: a * 21 * 252, 'took the alpha of a month (×21) for the daily one and multiplied it by 252')]:
    add(x, w, n, (lambda g: lambda s, k, v: dict(alphaAnnual=g(s.alpha)))(g), t)
add(x, 5, 'mean-for-alpha', lambda s, k, v: dict(alphaAnnual=s.my * 252), 'annualised the mean excess return of {asset} instead of alpha')
add(x, 2, 'beta-one', lambda s, k, v: dict(alphaAnnual=(s.my - s.mf) * 252), "gave the return beyond the market's (β taken as 1)")
add(x, 2, 'rounded-alpha', lambda s, k, v: dict(alphaAnnual=round(s.alpha, 4) * 252), 'multiplied alpha as the summary prints it (four decimals) by 252')
add(x, 1, 'beta-for-alpha', lambda s, k, v: dict(alphaAnnual=s.b * 252), 'multiplied beta by 252 instead of alpha')
x = 'tracking-portfolio'
add(x, 9, 'premium-without-beta', lambda s, k, v: dict(factorPremium=s.mf * 252), "gave the factor's own mean of a year as factorPremium, without β")
add(x, 6, 'not-annualised', lambda s, k, v: dict(factorPremium=s.b * s.mf), 'forgot ×252 in factorPremium')
add(x, 4, 'mean-return-for-premium', lambda s, k, v: dict(factorPremium=s.my * 252), "gave {asset}'s whole mean excess return of a year as factorPremium, alpha included")
add(x, 5, 'holding-negative', lambda s, k, v: dict(trackingHolding=-s.b), 'gave the short position of the hedge as trackingHolding, with a minus sign')
add(x, 3, 'holding-negative-carried', lambda s, k, v: dict(trackingHolding=-s.b, factorPremium=-s.b * s.mf * 252), 'took the hedge (−β) as trackingHolding and carried the sign into factorPremium')
add(x, 4, 'correlation-carried', lambda s, k, v: dict(trackingHolding=s.corr, factorPremium=s.corr * s.mf * 252), 'held the correlation instead of β and worked factorPremium out with it')
add(x, 2, 'r-squared-for-beta', lambda s, k, v: dict(trackingHolding=s.r2), 'gave R² as trackingHolding')
add(x, 3, 'one-over-beta', lambda s, k, v: dict(trackingHolding=1 / s.b), 'gave 1/β as trackingHolding')
add(x, 2, 'one-minus-beta', lambda s, k, v: dict(trackingHolding=1 - s.b), 'gave 1 − β as trackingHolding')
add(x, 3, 'times-root-252', lambda s, k, v: dict(factorPremium=s.b * s.mf * R252), 'annualised factorPremium with √252')
add(x, 2, 'times-12', lambda s, k, v: dict(factorPremium=s.b * s.mf * 12), 'multiplied the daily factorPremium by 12')
add(x, 2, 'rf-inside-premium', lambda s, k, v: dict(factorPremium=s.b * (s.mf + s.rf) * 252), "used the market's total return in factorPremium, risk-free rate included")
add(x, 2, 'beta-twice', lambda s, k, v: dict(factorPremium=s.b ** 2 * s.mf * 252), 'multiplied by β twice in factorPremium')
add(x, 3, 'sign', lambda s, k, v: dict(factorPremium=-k['factorPremium']) if k['factorPremium'] < 0 else None, 'lost the minus sign of factorPremium')
add(x, 2, 'alpha-for-premium', lambda s, k, v: dict(factorPremium=s.a * 252), 'gave alpha of a year as factorPremium')
x = 'hedged-portfolio'
def with_beta(b, s):
    h = s.d.y - b * s.d.f
    return dict(hedgedCorrelation=h.corr(s.d.f), sharpeHedged=h.mean() / h.std() * R252)
add(x, 6, 'unhedged-correlation', lambda s, k, v: dict(hedgedCorrelation=s.corr), 'gave the correlation of {asset} itself with the factor as hedgedCorrelation')
add(x, 4, 'correlation-with-the-asset', lambda s, k, v: dict(hedgedCorrelation=s.resid.corr(s.d.y)), 'correlated the hedged return with {asset} instead of the factor for hedgedCorrelation')
add(x, 7, 'not-annualised', lambda s, k, v: dict(sharpeHedged=k['sharpeHedged'] / R252, sharpeUnhedged=k['sharpeUnhedged'] / R252), 'left both Sharpe ratios per day')
add(x, 4, 'times-252', lambda s, k, v: dict(sharpeHedged=k['sharpeHedged'] * R252, sharpeUnhedged=k['sharpeUnhedged'] * R252), 'annualised the means but not the volatilities in both Sharpe ratios (daily ratio ×252)')
add(x, 3, 'root-12', lambda s, k, v: {n: k[n] / R21 for n in ('sharpeHedged', 'sharpeUnhedged')}, 'annualised both Sharpe ratios with √12')
add(x, 4, 'exchanged', lambda s, k, v: dict(sharpeHedged=k['sharpeUnhedged'], sharpeUnhedged=k['sharpeHedged']), 'exchanged the two Sharpe ratios')
add(x, 4, 'unhedged-volatility', lambda s, k, v: dict(sharpeHedged=s.a / s.sdy * R252), "divided the hedged mean by {asset}'s own volatility for sharpeHedged")
add(x, 5, 'hedged-one-for-one', lambda s, k, v: with_beta(1, s), 'hedged one dollar for one dollar (β = 1), which changes hedgedCorrelation and sharpeHedged')
add(x, 3, 'hedge-of-the-other', lambda s, k, v: with_beta(other_beta(v), s), "hedged with the other stock's β")
add(x, 4, 'hedge-added', lambda s, k, v: with_beta(-s.b, s), 'added β times the factor instead of subtracting it')
add(x, 4, 'residuals-for-hedged', lambda s, k, v: dict(sharpeHedged=0.0), "used the residuals, whose mean is zero, as the hedged return for sharpeHedged")
add(x, 3, 'beta-to-one-decimal', lambda s, k, v: with_beta(round(s.b, 1), s), 'hedged with β rounded to one decimal')
add(x, 3, 'rf-off-again', lambda s, k, v: dict(sharpeHedged=(s.a - s.rf) / s.sde * R252, sharpeUnhedged=(s.my - s.rf) / s.sdy * R252), 'subtracted the risk-free rate from excess returns once more in both Sharpe ratios')
add(x, 2, 'variance-for-volatility', lambda s, k, v: dict(sharpeHedged=s.a / s.sde ** 2, sharpeUnhedged=s.my / s.sdy ** 2), 'divided by variances in both Sharpe ratios (252 cancels)')
add(x, 1, 'correlation-for-hedge', lambda s, k, v: with_beta(s.corr, s), 'hedged with the correlation instead of β')
x = 'expected-return'
def total(**changes):
    """The sum follows what went wrong before it."""
    def change(s, k, v):
        c = {n: g(s, k) for n, g in changes.items()}
        q = dict(k, **c)
        return dict(c, expectedReturn=q['riskFreeAnnual'] + q['factorPremium'] + q['alphaAnnual'])
    return change
add(x, 5, 'rf-left-out', lambda s, k, v: dict(expectedReturn=k['factorPremium'] + k['alphaAnnual']), 'left the risk-free rate out of expectedReturn')
add(x, 5, 'beta-twice', lambda s, k, v: dict(expectedReturn=k['riskFreeAnnual'] + s.b * k['factorPremium'] + k['alphaAnnual']), 'multiplied factorPremium by β once more in expectedReturn')
add(x, 7, 'premium-without-beta-carried', total(factorPremium=lambda s, k: s.mf * 252), "gave the factor's own mean of a year as factorPremium, and the sum with it")
add(x, 3, 'premium-without-beta', lambda s, k, v: dict(factorPremium=s.mf * 252), "gave the factor's own mean of a year as factorPremium and used β only in the sum")
add(x, 4, 'rf-per-day-carried', total(riskFreeAnnual=lambda s, k: s.rf), 'left riskFreeAnnual per day and added it so')
add(x, 3, 'rf-times-12-carried', total(riskFreeAnnual=lambda s, k: s.rf * 12), 'multiplied the daily risk-free rate by 12 and added it so')
add(x, 4, 'rf-in-percent-carried', total(riskFreeAnnual=lambda s, k: s.rf * 25200), "left riskFreeAnnual in the file's percent and added it so")
add(x, 2, 'rf-last-value-carried', total(riskFreeAnnual=lambda s, k: s.d.rf.iloc[-1] * 252), "took the last day's rate × 252 instead of the mean as riskFreeAnnual, and the sum with it")
add(x, 4, 'alpha-per-day-carried', total(alphaAnnual=lambda s, k: s.alpha), 'left alphaAnnual per day and added it so')
add(x, 3, 'alpha-left-out', lambda s, k, v: dict(expectedReturn=k['riskFreeAnnual'] + k['factorPremium']), 'left alpha out of expectedReturn')
add(x, 4, 'all-per-day', lambda s, k, v: {n: k[n] / 252 for n in k}, 'gave all four fields per day')
add(x, 4, 'mean-for-alpha-carried', total(alphaAnnual=lambda s, k: s.my * 252), 'gave the mean excess return of a year as alphaAnnual, so that the sum counts the premium twice')
add(x, 2, 'rf-subtracted', lambda s, k, v: dict(expectedReturn=k['factorPremium'] + k['alphaAnnual'] - k['riskFreeAnnual']), 'subtracted the risk-free rate in expectedReturn')
add(x, 2, 'market-total-carried', total(factorPremium=lambda s, k: s.b * (s.mf + s.rf) * 252), "used the market's total return in factorPremium, and the sum with it")
add(x, 2, 'times-root-252', lambda s, k, v: {n: k[n] / R252 for n in k}, 'annualised all four with √252')
add(x, 2, 'sum-of-the-excess', lambda s, k, v: dict(expectedReturn=k['alphaAnnual'] + k['riskFreeAnnual']), 'added alpha and the risk-free rate only in expectedReturn')
add(x, 2, 'compounded', lambda s, k, v: {n: (1 + k[n] / 252) ** 252 - 1 for n in k}, 'compounded the daily numbers over 252 days in all four')
x = 'factor-share'
def shared(g):
    """A wrong variance and the share worked out with it."""
    return lambda s, k, v: dict(factorVariance=g(s), factorShare=g(s) / s.sdy ** 2)
add(x, 5, 'beta-not-squared-carried', shared(lambda s: s.b * s.sdf ** 2), 'forgot to square β in factorVariance, and the share with it')
add(x, 4, 'beta-not-squared', lambda s, k, v: dict(factorVariance=s.b * s.sdf ** 2), 'forgot to square β in factorVariance (the share was copied from R²)')
add(x, 5, 'variance-per-year', lambda s, k, v: dict(factorVariance=k['factorVariance'] * 252), 'annualised factorVariance (×252) where per day is asked')
add(x, 3, 'beta-left-out-carried', shared(lambda s: s.sdf ** 2), "gave the factor's own variance, without β², and the share with it")
add(x, 4, 'idiosyncratic', lambda s, k, v: dict(factorVariance=s.sde ** 2, factorShare=1 - s.r2), 'gave the idiosyncratic variance and its share')
add(x, 4, 'one-minus-share', lambda s, k, v: dict(factorShare=1 - k['factorShare']), 'gave the idiosyncratic share as factorShare')
add(x, 4, 'share-of-volatility', lambda s, k, v: dict(factorShare=abs(s.b) * s.sdf / s.sdy), 'divided volatilities instead of variances for factorShare')
add(x, 5, 'correlation-for-r-squared', lambda s, k, v: dict(rSquared=s.corr), 'gave the correlation as rSquared')
add(x, 4, 'factor-over-idiosyncratic', lambda s, k, v: dict(factorShare=s.r2 / (1 - s.r2)), 'divided the factor variance by the idiosyncratic one for factorShare')
add(x, 4, 'volatility-for-variance', lambda s, k, v: dict(factorVariance=abs(s.b) * s.sdf), 'gave the volatility of β times the factor as factorVariance')
add(x, 3, 'percent-squared', lambda s, k, v: dict(factorVariance=k['factorVariance'] * 1e4), 'worked with returns in percent, so factorVariance is in percent squared')
add(x, 2, 'total-variance', lambda s, k, v: dict(factorVariance=s.sdy ** 2), "gave {asset}'s total variance as factorVariance")
add(x, 2, 'numerator-per-year', lambda s, k, v: dict(factorShare=k['factorShare'] * 252) , 'annualised the factor variance but not the total one in factorShare')
add(x, 3, 'beta-not-squared-in-share', lambda s, k, v: dict(factorShare=s.b * s.sdf ** 2 / s.sdy ** 2), 'forgot to square β in factorShare alone')
x = 'monthly-position'
for w, n, g, t in [(7, 'annual-volatility', lambda s, b: b / (s.sdy * R252), 'divided the budget by the volatility of a year (√252)'),
                   (6, 'daily-volatility', lambda s, b: b / s.sdy, 'divided the budget by the volatility of a day, without √21'),
                   (4, 'root-12', lambda s, b: b / (s.sdy * math.sqrt(12)), 'used √12 instead of √21'),
                   (4, 'annual-over-12', lambda s, b: b / (s.sdy * R252 / 12), 'divided the volatility of a year by 12 for a month'),
                   (5, 'times-21', lambda s, b: b / (s.sdy * 21), 'multiplied the daily volatility by 21 and forgot the root'),
                   (4, 'multiplied', lambda s, b: b * s.sdy * R21, 'multiplied the budget by the volatility of a month'),
                   (5, 'residual-volatility', lambda s, b: b / (s.sde * R21), "used the residuals' volatility, that of the hedged position"),
                   (3, 'variance', lambda s, b: b / (s.sdy ** 2 * 21), 'divided by the variance of a month'),
                   (3, 'root-30', lambda s, b: b / (s.sdy * math.sqrt(30)), 'took 30 days for a month'),
                   (2, 'root-22', lambda s, b: b / (s.sdy * math.sqrt(22)), 'took 22 days for a month'),
                   (2, 'root-20', lambda s, b: b / (s.sdy * math.sqrt(20)), 'took 20 days for a month'),
                   (3, 'market-volatility', lambda s, b: b / (s.sdf * R21), "used the factor's volatility"),
                   (2, 'beta-times-market', lambda s, b: b / (s.b * s.sdf * R21), 'used β times the volatility of the factor, without the residual'),
                   (2, 'root-forgotten-twice', lambda s, b: b / (s.sdy / R21), 'divided the daily volatility by √21 instead of multiplying'),
                   (2, 'times-beta', lambda s, b: b / (s.sdy * R21) / s.b, 'divided the position by β'),
                   (3, 'budget-times-12', lambda s, b: b * 12 / (s.sdy * R252), 'took the budget as monthly, made it 12 times as large and divided by the volatility of a year'),
                   (2, 'rounded-volatility', lambda s, b: b / round(s.sdy * R21, 2), 'divided by the volatility of a month rounded to two decimals')]:
    add(x, w, n, (lambda g: lambda s, k, v: dict(positionMonthly=g(s, v['budget'])))(g), t)
for b in (1, 2, 3, 5):
    add(x, 1.6, 'another-budget', (lambda b: lambda s, k, v: dict(positionMonthly=k['positionMonthly'] * b * 1e6 / v['budget']) if b * 1e6 != v['budget'] else None)(b), 'used a budget of $%d million' % b)
x = 'annual-budget'
def scaled(c):
    return lambda s, k, v: {n: k[n] * (c(s) if callable(c) else c) for n in k}
P, Q = ('positionUnhedged', 'positionHedged'), ('pnlUnhedged', 'pnlHedged')
add(x, 6, 'root-21', scaled(R252 / R21), "used √21, as the chapter's cell, for a budget of a year, in all four")
add(x, 4, 'daily-volatility', scaled(R252), 'divided by volatilities of a day, so that all four are √252 times too large')
add(x, 3, 'times-252', scaled(1 / R252), 'multiplied daily volatilities by 252 without the root, in all four')
add(x, 2, 'budget-of-a-month', scaled(1 / 12), 'divided the budget by 12 first')
for b in (1, 2, 5, 8):
    add(x, 1.6, 'another-budget', (lambda b: lambda s, k, v: {n: k[n] * b * 1e6 / v['budget'] for n in k} if b * 1e6 != v['budget'] else None)(b), 'used a budget of $%d million' % b)
add(x, 4, 'exchanged', lambda s, k, v: dict(positionUnhedged=k['positionHedged'], positionHedged=k['positionUnhedged'], pnlUnhedged=k['pnlHedged'], pnlHedged=k['pnlUnhedged']), 'exchanged hedged and unhedged throughout')
add(x, 3, 'positions-exchanged', lambda s, k, v: dict(positionUnhedged=k['positionHedged'], positionHedged=k['positionUnhedged']), 'exchanged the two positions, not the P&Ls')
add(x, 7, 'total-pnl', lambda s, k, v: {q: k[p] * s.my * 252 for p, q in zip(P, Q)}, 'used the whole expected return (α + β × mean of the factor) in both P&Ls')
add(x, 3, 'total-pnl-unhedged', lambda s, k, v: dict(pnlUnhedged=k[P[0]] * s.my * 252), 'used the whole expected return in pnlUnhedged')
add(x, 7, 'pnl-per-day', lambda s, k, v: {q: k[q] / 252 for q in Q}, 'forgot ×252 in both P&Ls')
add(x, 4, 'alpha-times-budget', lambda s, k, v: {q: v['budget'] * s.alpha * 252 for q in Q}, 'multiplied alpha by the budget instead of the positions in both P&Ls')
add(x, 3, 'unhedged-position-in-hedged-pnl', lambda s, k, v: dict(pnlHedged=k['pnlUnhedged']), 'used the unhedged position for pnlHedged')
add(x, 4, 'multiplied', lambda s, k, v: (lambda u, w: dict(positionUnhedged=u, positionHedged=w, pnlUnhedged=u * s.alpha * 252, pnlHedged=w * s.alpha * 252))(v['budget'] * s.sdy * R252, v['budget'] * s.sde * R252), 'multiplied the budget by volatilities instead of dividing and carried it into the P&Ls')
def hedged(g):
    return lambda s, k, v: (lambda w: dict(positionHedged=w, pnlHedged=w * s.alpha * 252))(g(s, k, v))
add(x, 3, 'volatilities-subtracted-carried', hedged(lambda s, k, v: v['budget'] / ((s.sdy - s.b * s.sdf) * R252)), 'took σ − βσ of the factor as the hedged volatility, and pnlHedged with it')
add(x, 3, 'one-minus-r-squared-carried', hedged(lambda s, k, v: k[P[0]] / (1 - s.r2)), 'divided the unhedged position by 1 − R² without the root, and pnlHedged with it')
add(x, 2, 'times-beta-carried', hedged(lambda s, k, v: k[P[0]] * s.b), 'multiplied the unhedged position by β for positionHedged, and pnlHedged with it')
add(x, 3, 'variance-of-residuals-carried', hedged(lambda s, k, v: v['budget'] / (s.sde ** 2 * 252)), 'forgot the root of the residual variance, and pnlHedged with it')
add(x, 2, 'factor-volatility-carried', hedged(lambda s, k, v: v['budget'] / (s.sdf * R252)), "used the factor's volatility for positionHedged, and pnlHedged with it")
add(x, 3, 'pnl-root-252', lambda s, k, v: {q: k[q] / R252 for q in Q}, 'annualised alpha with √252 in both P&Ls')
add(x, 2, 'pnl-in-percent', lambda s, k, v: {q: k[q] * 100 for q in Q}, 'put alpha in percent into both P&Ls, which are 100 times too large')
x = 'appraisal-ratio'
def from_ratio(g):
    """The ratio, the Sharpe ratio and the years all follow one wrong ratio."""
    return lambda s, k, v: dict(appraisalRatio=g(s, k), sharpeHedged=g(s, k), yearsToTwo=(2 / g(s, k)) ** 2)
add(x, 6, 'not-annualised-carried', from_ratio(lambda s, k: k['appraisalRatio'] / R252), 'left the two ratios per day and worked yearsToTwo out with them')
add(x, 4, 'not-annualised', lambda s, k, v: {n: k[n] / R252 for n in ('appraisalRatio', 'sharpeHedged')}, 'left the two ratios per day')
add(x, 5, 'total-volatility-carried', lambda s, k, v: dict(appraisalRatio=s.a / s.sdy * R252, yearsToTwo=(2 / (s.a / s.sdy * R252)) ** 2), "divided alpha by {asset}'s own volatility for appraisalRatio and worked yearsToTwo out with it")
add(x, 6, 'unhedged-sharpe', lambda s, k, v: dict(sharpeHedged=s.my / s.sdy * R252), "gave {asset}'s own Sharpe ratio as sharpeHedged")
add(x, 4, 'daily-volatility-carried', from_ratio(lambda s, k: k['appraisalRatio'] * R252), 'annualised alpha but not the volatility, in both ratios, and yearsToTwo with them')
add(x, 4, 'years-not-squared', lambda s, k, v: dict(yearsToTwo=2 / k['appraisalRatio']), 'forgot to square 2/AR for yearsToTwo')
add(x, 3, 'years-upside-down', lambda s, k, v: dict(yearsToTwo=(k['appraisalRatio'] / 2) ** 2), 'turned the fraction round, (AR/2)², for yearsToTwo')
add(x, 3, 'years-with-1.96', lambda s, k, v: dict(yearsToTwo=(1.96 / k['appraisalRatio']) ** 2), 'used t = 1.96 instead of 2 for yearsToTwo')
add(x, 3, 'days-for-years', lambda s, k, v: dict(yearsToTwo=252 * k['yearsToTwo']), 'gave days instead of years for yearsToTwo')
add(x, 4, 't-of-beta', lambda s, k, v: dict(alphaT=s.tb), 'gave the t-statistic of β as alphaT')
add(x, 2, 'p-for-t', lambda s, k, v: dict(alphaT=s.p), 'gave the p-value as alphaT')
add(x, 2, 't-for-ratio', lambda s, k, v: dict(appraisalRatio=s.t, alphaT=k['appraisalRatio']), 'exchanged appraisalRatio and alphaT')
add(x, 2, 'variance-for-volatility', lambda s, k, v: dict(appraisalRatio=s.a / s.sde ** 2), 'divided alpha by the residual variance for appraisalRatio')
add(x, 2, 'treynor', lambda s, k, v: dict(appraisalRatio=s.a * 252 / s.b), 'divided alpha of a year by β for appraisalRatio')
add(x, 3, 'root-12-carried', from_ratio(lambda s, k: k['appraisalRatio'] / R21), 'annualised both ratios with √12, and yearsToTwo with them')
add(x, 2, 'years-left', lambda s, k, v: dict(yearsToTwo=k['yearsToTwo'] - s.n / 252), 'subtracted the years of the sample from yearsToTwo')
add(x, 3, 'residuals-for-hedged', lambda s, k, v: dict(sharpeHedged=0.0), 'took the residuals, whose mean is zero, for sharpeHedged')
add(x, 2, 'one-for-t', lambda s, k, v: dict(yearsToTwo=1 / k['appraisalRatio'] ** 2), 'asked for t = 1 instead of 2 in yearsToTwo')
x = 'beta-frequency'
def month_slope(g):
    return lambda s, k, v: dict(betaMonthly=(lambda m: m.y.cov(m.f) / m.f.var())(g(s.d[['y', 'f']])))
add(x, 5, 'exchanged', lambda s, k, v: dict(betaDaily=k['betaMonthly'], betaMonthly=k['betaDaily']), 'exchanged the daily and the monthly beta')
add(x, 6, 'same-in-both', lambda s, k, v: dict(betaMonthly=k['betaDaily']), 'typed the daily beta in both')
add(x, 2, 'same-in-both', lambda s, k, v: dict(betaDaily=k['betaMonthly']), 'typed the monthly beta in both')
add(x, 5, 'times-21', lambda s, k, v: dict(betaMonthly=s.b * 21), 'multiplied the daily beta by 21 for betaMonthly')
add(x, 4, 'times-root-21', lambda s, k, v: dict(betaMonthly=s.b * R21), 'multiplied the daily beta by √21 for betaMonthly')
add(x, 5, 'last-day-of-month', month_slope(lambda d: d.resample('M').last().dropna()), "kept each month's last daily return instead of compounding for betaMonthly")
add(x, 2, 'first-day-of-month', month_slope(lambda d: d.resample('M').first().dropna()), "kept each month's first daily return instead of compounding for betaMonthly")
add(x, 3, 'overlapping-21-days', month_slope(lambda d: d.rolling(21).sum().dropna()), 'used overlapping sums of 21 days for betaMonthly')
add(x, 2, 'blocks-of-21-days', month_slope(lambda d: d.groupby(np.arange(len(d)) // 21).sum()), 'used blocks of 21 days instead of calendar months for betaMonthly')
add(x, 3, 'weekly', month_slope(lambda d: compounded(d, 'W')), 'compounded to weeks instead of months for betaMonthly')
add(x, 3, 'quarterly', month_slope(lambda d: compounded(d, 'Q')), 'compounded to quarters instead of months for betaMonthly')
add(x, 2, 'yearly', month_slope(lambda d: compounded(d, 'A')), 'compounded to years instead of months for betaMonthly')
add(x, 5, 'summed', month_slope(lambda d: d.resample('M').sum()), 'summed the days of each month instead of compounding for betaMonthly')
add(x, 4, 'correlation-for-beta', lambda s, k, v: (lambda m: dict(betaDaily=s.corr, betaMonthly=m.y.corr(m.f)))(compounded(s.d, 'M')), 'gave correlations instead of betas in both')
add(x, 2, 'library-months', lambda s, k, v: (lambda m: dict(betaMonthly=m.y.cov(m.f) / m.f.var()))(pd.DataFrame({'y': compounded(s.d[['y', 'f']], 'M').y, 'f': FF_MONTHLY['Mkt-RF'] if v['factor'] == 'SPY' else FF_MONTHLY['HML']}).dropna()), "took the monthly factor from the library's file, the wrong column (Mkt-RF for SPY, HML for Mkt-RF), for betaMonthly")
add(x, 3, 'monthly-swapped', lambda s, k, v: dict(betaMonthly=reverse(s.d) / k['betaMonthly']), 'swapped y and x in the monthly regression')
x = 'target-factor-share'
def hedge(g):
    return lambda s, k, v: dict(partialHedge=g(s, v['share']))
z = lambda s: s.sde / s.sdf
add(x, 7, 'remaining-beta', hedge(lambda s, q: math.sqrt(q / (1 - q)) * z(s)), 'gave the β that remains instead of the hedge')
add(x, 6, 'share-of-beta-kept', hedge(lambda s, q: s.b * (1 - q)), 'hedged the share 1 − {share} of β')
add(x, 5, 'share-of-beta', hedge(lambda s, q: s.b * q), 'multiplied β by the target share')
add(x, 5, 'full-hedge', hedge(lambda s, q: s.b), 'hedged the whole β')
add(x, 5, 'original-variance', hedge(lambda s, q: s.b - math.sqrt(q) * s.sdy / s.sdf), 'set the remaining factor variance to the share of the unhedged total variance')
add(x, 4, 'root-of-share', hedge(lambda s, q: s.b * (1 - math.sqrt(q))), 'kept √share of β')
add(x, 5, 'share-of-idiosyncratic', hedge(lambda s, q: s.b - math.sqrt(q) * z(s)), 'divided the factor variance by the idiosyncratic one only: s instead of s/(1 − s) under the root')
add(x, 5, 'root-forgotten', hedge(lambda s, q: s.b - q / (1 - q) * z(s) ** 2), 'forgot the root')
add(x, 3, 'other-root', hedge(lambda s, q: s.b + math.sqrt(q / (1 - q)) * z(s)), 'took the other root, β plus what remains')
add(x, 4, 'complement-share', hedge(lambda s, q: s.b - math.sqrt((1 - q) / q) * z(s)), 'aimed at {share} idiosyncratic instead of factor variance')
add(x, 3, 'volatility-share', hedge(lambda s, q: s.b - q / (1 - q) * z(s)), 'took the share of volatilities instead of variances')
add(x, 6, 'sign', hedge(lambda s, q: -(s.b - math.sqrt(q / (1 - q)) * z(s))), 'gave the hedge with a minus sign')
add(x, 2, 'hedged-portion', hedge(lambda s, q: 1 - math.sqrt(q / (1 - q)) * z(s) / s.b), 'gave the hedge as a portion of β')
for q in (.1, .2, .3):
    add(x, 2.5, 'another-share', (lambda q: lambda s, k, v: dict(partialHedge=s.b - math.sqrt(q / (1 - q)) * z(s)) if q != v['share'] else None)(q), 'aimed at a share of %d%%' % (100 * q))


# ------------------------------------------------------------------ typing
def parsed(text):
    """The number that a text says."""
    t = text.strip().lower().replace('−', '-').replace('≈', '').replace('~', '').replace('$', '').replace('years', '').replace('usd', '').strip()
    scale = 1.0
    for word, by in (('%', .01), ('percent', .01), ('million', 1e6), ('mm', 1e6), ('m', 1e6), ('k', 1e3), ('bps', 1e-4), ('bp', 1e-4)):
        if t.endswith(word):
            scale, t = by, t[:-len(word)].strip()
            break
    t = t.replace(',', '') if not re.fullmatch(r'-?0,\d+', t) else t.replace(',', '.')
    return float(t) * scale


def digits(value, k):
    """k significant digits, in plain decimals."""
    if value == 0: return '0'
    places = k - 1 - math.floor(math.log10(abs(value)))
    return '%.*f' % (max(places, 0), round(value, places))


def typed(value, unit, style, k):
    if isinstance(value, str): return value.capitalize() if style['capital'] else value
    if unit == 'dollars':
        how = style['money']
        if abs(value) < 1000: how = 'plain' if how in ('$M', 'M', 'million') else how
        if how in ('$M', 'M', 'million'):
            t = digits(value / 1e6, max(k, 3))
            return {'$M': '$%sM', 'M': '%sM', 'million': '%s million'}[how] % t
        whole = '%d' % round(value) if style['whole'] else '%d' % float('%.*e' % (max(k, 3) - 1, value))
        if abs(value) < 100: return ('$' if '$' in how else '') + '%.2f' % value
        if how == 'plain': return whole
        t = '{:,}'.format(int(whole))
        return t if how == ',' else ('-$' + t[1:] if t[0] == '-' else '$' + t)
    if unit in ('return', 'share') and style['percent'] and abs(value) < 20: return digits(100 * value, k) + '%'
    if unit == 'years': return digits(value, max(k, 3))
    if value and abs(value) < 1e-3 and style['e']:
        return ('%.*e' % (k - 1, value)) if style['e'] == 'e' else ('%.*E' % (k - 1, value))
    return digits(value, k)


def new_style(**fixed):
    s = dict(capital=RANDOM.rand() < .25, percent=RANDOM.rand() < .38, e=RANDOM.choice(['', 'e', 'E'], p=[.72, .2, .08]),
             money=RANDOM.choice(['$', ',', 'plain', 'M', '$M', 'million'], p=[.32, .2, .22, .1, .1, .06]), whole=RANDOM.rand() < .35,
             k=int(RANDOM.choice([2, 3, 4, 5, 6], p=[.08, .32, .36, .16, .08])))
    return dict(s, **fixed)


def near(part, key, number):
    return abs(number - key) <= max(part['tolerance']['relative'] * abs(key), part['tolerance']['floor'])


def verdict(part, key, text):
    """right, wrong, or edge: what a reader could take either way is no use here."""
    if text == '': return 'blank'
    if 'choices' in part: return 'right' if text.strip('.').lower() == key else 'wrong'
    number = parsed(text)
    slack = max(part['tolerance']['relative'] * abs(key), part['tolerance']['floor'])
    if abs(number - key) <= .98 * slack: return 'right'
    return 'wrong' if abs(number - key) > 1.25 * slack else 'edge'


def write(exercise, v, values, style, exact={}):
    """The texts; None where a field is too near the edge of the tolerance. Fields in `exact` are typed with that many decimals."""
    out = {}
    for p in exercise['parts']:
        value, key = values[p['id']], v['keys'][p['id']]
        if not isinstance(value, str) and not math.isfinite(value): return None
        if p['id'] in exact:
            out[p['id']] = '%.*f' % (exact[p['id']], value)
        else:
            ok = False
            intended = 'choices' in p or not near(p, key, value)
            for k in range(min(6, max(2, style['k'] + int(RANDOM.choice([-1, 0, 0, 0, 1])))), 8):
                t = typed(value, p.get('unit'), style, k)
                r = verdict(p, key, t)
                rounded_key = isinstance(value, str) or typed(key, p.get('unit'), style, k) != t
                if 'choices' in p or (r == 'wrong' and rounded_key if intended else r == 'right'):
                    ok = True
                    break
            if not ok: return None
            out[p['id']] = t
        if verdict(p, key, out[p['id']]) == 'edge': return None
    return out


# ------------------------------------------------------------------ drawing forms
FORMS, COUNT, PER = [], collections.Counter(), collections.Counter()
SEEN = set()


def draw(pool):
    """One of a pool by its weight; the power lets the common ones come as often as in a class."""
    w = np.array([p[0] for p in pool], float) ** 1.5
    return pool[RANDOM.choice(len(pool), p=w / w.sum())]


def finish(exercise, v, answers, names, sentences, style_note=None):
    """Adds a form with its truth; false where a form of that kind is there already or nothing is wrong."""
    marks = {p['id']: verdict(p, v['keys'][p['id']], answers[p['id']]) for p in exercise['parts']}
    if 'edge' in marks.values(): return False
    right = [n for n, m in marks.items() if m == 'right']
    wrong = [n for n, m in marks.items() if m == 'wrong']
    blank = [n for n, m in marks.items() if m == 'blank']
    if names[0] != 'right' and not wrong: return False
    key = (exercise['id'], v['id'], json.dumps(answers) if names[0] in ('slip', 'guess') else '; '.join(sentences))
    if key in SEEN: return False
    SEEN.add(key)
    tail = 'right as they stand: ' + ', '.join(right) if len(right) > 1 else 'right as it stands: ' + right[0] if right else 'no field is right as it stands'
    if not wrong and not blank: tail = 'every field is right as it stands'
    if wrong and len(exercise['parts']) > 1: tail = 'wrong: ' + ', '.join(wrong) + '; ' + tail
    if blank: tail = 'blank: ' + ', '.join(blank) + '; ' + tail
    body = '; and '.join(sentences)
    truth = 'The student ' + body + ' (' + tail + ').'
    FORMS.append(dict(exercise=exercise['id'], variant=v['id'], answers=answers, mistakes=[] if names == ['right'] else names, parts=wrong, right=right, truth=truth))
    for n in names: COUNT[n] += 1
    return True


def words_of(text, v):
    return text.replace('{asset}', v['asset']).replace('{share}', '%d%%' % round(100 * v.get('share', 0)))


def unit_mistakes(exercise, v, values):
    """Another unit in typing: (weight, name, values, fixed style, words)."""
    ids = [p['id'] for p in exercise['parts'] if p.get('unit') in ('return', 'share')]
    money = [p['id'] for p in exercise['parts'] if p.get('unit') == 'dollars']
    if ids:
        yield 6, 'percent-without-sign', {n: 100 * values[n] for n in ids}, dict(percent=False), 'typed ' + ' and '.join(ids) + ' in percent without a percent sign'
        yield 2, 'sign-on-decimals', {n: values[n] / 100 for n in ids}, dict(percent=True), 'typed the decimal with a percent sign behind it in ' + ' and '.join(ids)
        if len(ids) > 1:
            n = ids[RANDOM.randint(len(ids))]
            yield 2, 'percent-without-sign', {n: 100 * values[n]}, dict(percent=False), 'typed %s alone in percent without a percent sign' % n
    if money:
        yield 3, 'in-millions', {n: values[n] / 1e6 for n in money}, dict(money='plain'), 'typed millions of dollars without saying so'
        yield 2, 'in-thousands', {n: values[n] / 1e3 for n in money}, dict(money='$'), 'typed thousands of dollars without saying so'


def described(v):
    """A variant's id and what is in it."""
    span = '%s to %s' % (v['from'][:4], v['to'][:4]) if 'from' in v else 'the whole sample'
    extra = ', $%d million' % (v['budget'] / 1e6) if 'budget' in v else ', %d%%' % round(100 * v['share']) if 'share' in v else ''
    return '%s (%s, %s%s)' % (v['id'], v['asset'], span, extra)


def pick(exercise):
    return exercise['variants'][RANDOM.randint(len(exercise['variants']))]


def formula_form(exercise, v, o, first=None):
    s = cached(v, o)
    k = solve(exercise['id'], v, s, o)
    pool = [m for m in FORMULAS[exercise['id']] if PER[exercise['id'], m[3]] < 3]
    if not pool: return None
    _, name, change, words = draw(pool)
    try:
        c = change(s, k, v)
    except (AttributeError, ZeroDivisionError, OverflowError, ValueError):
        return None
    if c is None: return None
    return name, dict(k, **c), words_of(words, v), c, words


def moved(a, b):
    """whether a number is another than b, by more than digits that nobody types"""
    if isinstance(a, str) or isinstance(b, str): return a != b
    return abs(a - b) > .012 * max(abs(a), abs(b)) and abs(a - b) > 1e-9


def single(exercise):
    v = pick(exercise)
    eid = exercise['id']
    kind = RANDOM.choice(['data', 'formula', 'unit', 'neighbour', 'partly'], p=[.35, .49, .08, .05, .03])
    if kind == 'formula':
        f = formula_form(exercise, v, {})
        if not f: return False
        name, values, words, changed, template = f
        if any('choices' not in p and p['id'] in changed and near(p, v['keys'][p['id']], changed[p['id']]) for p in exercise['parts']): return False
        exact = {n: 4 if n == 'alpha' else 3 for n in changed} if name == 'as-the-summary-prints-it' else {}
        answers = write(exercise, v, values, new_style(), exact)
        if not answers or not finish(exercise, v, answers, [name], [words]): return False
        PER[eid, template] += 1
        return True
    if kind == 'data':
        _, name, o, words = draw([m for m in data_mistakes(v) if PER[eid, m[1]] < 3])
        values = solve(eid, v, cached(v, o), o)
        if eid == 'raw-or-excess' and 'raw' in name: return False
        answers = write(exercise, v, values, new_style())
        if not answers or not finish(exercise, v, answers, [name], [words]): return False
        PER[eid, name] += 1
        return True
    if kind == 'unit':
        pool = list(unit_mistakes(exercise, v, v['keys']))
        if not pool: return False
        _, name, c, fixed, words = draw(pool)
        if PER[eid, words] > 1: return False
        answers = write(exercise, v, dict(v['keys'], **c), new_style(**fixed))
        if not answers or not finish(exercise, v, answers, [name], [words]): return False
        PER[eid, words] += 1
        return True
    other = pick(exercise)
    if other['keys'] == v['keys']: return False
    if kind == 'neighbour':
        if PER[eid, 'neighbour'] > 1: return False
        answers = write(exercise, v, other['keys'], new_style())
        if not answers or not finish(exercise, v, answers, ['neighbours-variant'], ["handed in the right answers of a neighbour's variant, %s" % described(other)]): return False
        PER[eid, 'neighbour'] += 1
        return True
    ids = [p['id'] for p in exercise['parts'] if 'choices' not in p]
    if len(ids) < 2 or PER[eid, 'partly']: return False
    n = ids[RANDOM.randint(len(ids))]
    answers = write(exercise, v, dict(v['keys'], **{n: other['keys'][n]}), new_style())
    if not answers or not finish(exercise, v, answers, ['neighbours-variant-in-one-field'], ["copied %s from a neighbour's variant, %s" % (n, described(other))]): return False
    PER[eid, 'partly'] += 1
    return True


def two(exercise):
    """Data and formula, formula and unit, or two formulas in different fields. Both must show in the numbers."""
    v, eid = pick(exercise), exercise['id']
    how = RANDOM.choice(['data+formula', 'formula+unit', 'formula+formula'], p=[.5, .2, .3])
    names, words, fixed = [], [], {}
    keys = v['keys']
    if how == 'data+formula':
        _, n, o, w = draw(list(data_mistakes(v)))
        if eid == 'raw-or-excess' and 'raw' in n: return False
        f = formula_form(exercise, v, o)
        if not f or f[0] in ('as-the-summary-prints-it', 'raw-market-too') or 'rule' in o: return False
        alone = solve(eid, v, cached(v, o), o)
        s = cached(v, {})
        change = next(m for m in FORMULAS[eid] if m[3] == f[4])[2]
        try:
            c = change(s, keys, v)
        except (AttributeError, ZeroDivisionError, ValueError):
            return False
        if c is None: return False
        formula_alone = dict(keys, **c)
        values = f[1]
        shows = [{p for p in values if moved(values[p], alone[p])}, {p for p in values if moved(values[p], formula_alone[p])}]
        names, words = [n, f[0]], [w, f[2]]
    else:
        f = formula_form(exercise, v, {})
        if not f or f[0] == 'as-the-summary-prints-it': return False
        values = f[1]
        names, words = [f[0]], [f[2]]
        if how == 'formula+unit':
            pool = list(unit_mistakes(exercise, v, values))
            if not pool: return False
            _, n, c, fixed, w = draw(pool)
            shows = [set(f[3]), set(c)]
            values = dict(values, **c)
        else:
            g = formula_form(exercise, v, {})
            if not g or g[0] == f[0] or set(g[3]) & set(f[3]) or g[0] == 'as-the-summary-prints-it': return False
            n, w = g[0], g[2]
            shows = [set(f[3]), set(g[3])]
            # each in the other's field is one mistake, the exchange
            if {g[0], f[0]} == {'raw-in-both', 'excess-in-both'}: return False
            values = dict(values, **g[3])
        names, words = names + [n], words + [w]
    answers = write(exercise, v, values, new_style(**fixed))
    if not answers: return False
    wrong = {p['id'] for p in exercise['parts'] if verdict(p, keys[p['id']], answers[p['id']]) == 'wrong'}
    return all(s & wrong for s in shows) and finish(exercise, v, answers, names, words)


def slipped(text):
    """A text with one slip of typing, and what it was."""
    places = [i for i, c in enumerate(text) if c.isdigit()]
    first = next((i for i in places if text[i] != '0'), None)
    if first is None: return None
    sig = [i for i in places if i >= first]
    if 'e' in text.lower(): sig = [i for i in sig if i < text.lower().index('e')]
    how = RANDOM.choice(['turned', 'dropped', 'doubled', 'wrong key', 'point', 'zero'])
    if how == 'turned':
        pairs = [(a, b) for a, b in zip(sig, sig[1:]) if text[a] != text[b]]
        if not pairs: return None
        a, b = pairs[RANDOM.randint(min(2, len(pairs)))]
        t = list(text)
        t[a], t[b] = t[b], t[a]
        return ''.join(t), 'turned two digits round'
    if how == 'wrong key':
        i = sig[RANDOM.randint(min(2, len(sig)))]
        d = '%d' % ((int(text[i]) + RANDOM.choice([1, 3, 9, 7])) % 10)
        return (text[:i] + d + text[i + 1:], 'hit a wrong key') if d != '0' else None
    if ',' in text: return None
    if how == 'dropped':
        if len(sig) < 3: return None
        i = sig[RANDOM.randint(2)]
        return text[:i] + text[i + 1:], 'left a digit out'
    if how == 'doubled':
        i = sig[RANDOM.randint(min(2, len(sig)))]
        return text[:i] + text[i] + text[i:], 'typed a digit twice'
    if how == 'zero' and re.match(r'-?0\.0', text): return text.replace('0.0', '0.', 1), 'left a zero out behind the point'
    if how == 'zero' and re.match(r'-?0\.', text): return text.replace('0.', '0.0', 1), 'typed a zero too many behind the point'
    if how == 'point' and re.match(r'-?[1-9]\.\d\d', text): return re.sub(r'([1-9])\.(\d)', r'\1\2.', text), 'set the decimal point one digit too far to the right'
    return None


GUESSES = {'return': ['5%', '10%', '0.1', '0.08', '0.002', '7%', '0.25', '1%', '0.0003', '12%', '0.04'], 'ratio': ['1', '0.5', '1.25', '0.8', '2', '0.33', '1.1', '0.6', '0.75', '1.5', '3'],
           'share': ['50%', '0.3', '75%', '0.66', '25%', '90%'], 'dollars': ['$10,000,000', '15000000', '$1M', '25M', '$2,500,000', '500,000', '$100,000', '7,500,000', '$4M'], 'years': ['10', '5', '20', '30', '50', '3']}


def by_chance(exercise, v, field, text):
    """Whether a slip or a guess is, within half a percent, the number of one of the mistakes above."""
    number, key = parsed(text), v['keys']
    found = []
    s = cached(v, {})
    for _, _, change, _ in FORMULAS[exercise['id']]:
        try:
            found.append((change(s, key, v) or {}).get(field))
        except (ZeroDivisionError, ValueError):
            pass
    found += [solve(exercise['id'], v, cached(v, o), o)[field] for _, _, o, _ in data_mistakes(v)]
    found += [key[field] * c for c in (100, .01)] + [w['keys'][field] for w in exercise['variants']]
    return any(f is not None and abs(number - f) <= .005 * abs(f) for f in found)


def arbitrary(exercise, what):
    v = pick(exercise)
    answers = write(exercise, v, v['keys'], new_style(k=int(RANDOM.choice([3, 4, 5]))))
    if not answers: return False
    ids = [p for p in exercise['parts'] if 'choices' not in p]
    if what == 'slip':
        p = ids[RANDOM.randint(len(ids))]
        r = slipped(answers[p['id']])
        if not r or parsed(r[0]) == 0 or verdict(p, v['keys'][p['id']], r[0]) != 'wrong' or by_chance(exercise, v, p['id'], r[0]): return False
        old = answers[p['id']]
        answers[p['id']] = r[0]
        return finish(exercise, v, answers, ['slip'], ['%s in %s: %s for %s' % (r[1], p['id'], r[0], old)])
    m = len(ids) if RANDOM.rand() < .45 else RANDOM.randint(1, len(ids) + 1)
    chosen = [ids[i] for i in sorted(RANDOM.permutation(len(ids))[:m])]
    for p in chosen:
        t = GUESSES[p['unit']][RANDOM.randint(len(GUESSES[p['unit']]))]
        if p['id'] in ('rSquared', 'hedgedCorrelation') and parsed(t) > 1: return False
        if verdict(p, v['keys'][p['id']], t) != 'wrong' or by_chance(exercise, v, p['id'], t): return False
        answers[p['id']] = t
    return finish(exercise, v, answers, ['guess'], ['guessed ' + ' and '.join(p['id'] for p in chosen) + ' without computing anything'])


# ------------------------------------------------------------------ right, but written otherwise
def unusual(value, unit, n):
    if isinstance(value, str): return [value.upper(), value.capitalize() + '.', value.capitalize()][n % 3]
    if unit == 'dollars': return ['$%.3f million' % (value / 1e6), '%.4e' % value, '$%.2fM' % (value / 1e6), '{:,.2f}'.format(value), '%.0f USD' % value, '%.0fk' % (value / 1e3)][n % 6]
    if unit == 'return': return [digits(100 * value, 4) + ' %', digits(value, 4).replace('0.', '.', 1), '%.3e' % value, digits(100 * value, 3) + ' percent', digits(value, 4).replace('-', '−'), digits(value * 1e4, 3) + ' bps', '%.10f' % value][n % 7]
    if unit == 'share': return [digits(100 * value, 3) + ' %', digits(value, 4).replace('0.', '.', 1), '%.8f' % value, digits(100 * value, 3) + ' percent'][n % 4]
    if unit == 'years': return ['%.1f years' % value, '%.4f' % value, '≈%.1f' % value][n % 3]
    if value == 0: return ['-2.84e-16', '0.000000', '-0.0', '1.1e-17'][n % 4]
    return ['+' + digits(value, 4) if value > 0 else digits(value, 4), digits(value, 5).replace('0.', '.', 1) if abs(value) < 1 else '%.12f' % value, '%.3e' % value, '≈ ' + digits(value, 3), '%.2f' % value, digits(value, 3).replace('.', ',') if abs(value) < 1 else digits(value, 7)][n % 6]


def correct(exercise, n):
    v = pick(exercise)
    answers = {p['id']: unusual(v['keys'][p['id']], p.get('unit'), n + (i if RANDOM.rand() < .3 else 0)) for i, p in enumerate(exercise['parts'])}
    if any(verdict(p, v['keys'][p['id']], answers[p['id']]) != 'right' for p in exercise['parts']): return False
    return finish(exercise, v, answers, ['right'], ['did everything right and wrote the numbers in an unusual but right way'])


def blank_some(count):
    """A few forms with one field left blank, beside mistakes that still show."""
    pool = [i for i, f in enumerate(FORMS) if len(f['answers']) > 2 and f['right'] and f['parts'] and f['mistakes'][0] not in ('right', 'slip', 'guess') and len(f['mistakes']) == 1]
    for i in RANDOM.permutation(pool)[:count]:
        f = FORMS[i]
        n = f['right'][RANDOM.randint(len(f['right']))]
        f['answers'][n] = ''
        f['right'].remove(n)
        tail = re.search(r'; (right as|no field).*\)\.$', f['truth']).group(0)
        new = ('; right as they stand: ' + ', '.join(f['right']) if len(f['right']) > 1 else '; right as it stands: ' + f['right'][0] if f['right'] else '; no field is right as it stands')
        f['truth'] = f['truth'].replace(tail, '; left blank: ' + n + new + ').')


def check_keys():
    for e in EXERCISES:
        for v in e['variants']:
            mine = solve(e['id'], v, cached(v, {}), {})
            for p in e['parts']:
                a, b = mine[p['id']], v['keys'][p['id']]
                assert a == b if isinstance(b, str) else abs(a - b) <= 1e-8 * abs(b) + 1e-12, (e['id'], v['id'], p['id'], a, b)


def until(make, *arguments):
    for _ in range(3000):
        if make(*arguments): return
    raise RuntimeError('nothing more to draw: %s' % [a['id'] if isinstance(a, dict) else a for a in arguments])


if __name__ == '__main__':
    check_keys()
    # 15 right, 31 arbitrary, 25 with two mistakes and 179 with one, spread over the exercises by turns
    order = [EXERCISES[i % len(EXERCISES)] for i in range(250)]
    # One field gives fewer forms than four: the exercises with most fields take three of the turns of the smallest.
    for i, e in enumerate(order):
        if e['id'] == 'annualise-alpha' and i > 200: order[i] = BY_ID['annual-budget']
        if e['id'] == 'raw-or-excess' and i > 200: order[i] = BY_ID['expected-return']
    kinds = RANDOM.permutation(['right'] * 15 + ['slip'] * 17 + ['guess'] * 14 + ['two'] * 25 + ['single'] * 179)
    unusual_so_far = 0
    for e, kind in zip(order, kinds):
        if kind == 'right':
            until(correct, e, unusual_so_far)
            unusual_so_far += 1
        elif kind in ('slip', 'guess'):
            until(arbitrary, e, kind)
        else:
            until({'two': two, 'single': single}[kind], e)
    blank_some(6)
    assert len(FORMS) == 250
    for f in FORMS:
        e = BY_ID[f['exercise']]
        v = next(v for v in e['variants'] if v['id'] == f['variant'])
        marks = {p['id']: verdict(p, v['keys'][p['id']], f['answers'][p['id']]) for p in e['parts']}
        assert [n for n in marks if marks[n] == 'wrong'] == f['parts'] and [n for n in marks if marks[n] == 'right'] == f['right'], f
    with open(os.path.join(GOLDEN, 'wrong-submissions-eighth.json'), 'w') as out:
        out.write('[\n' + ',\n'.join(json.dumps(f, ensure_ascii=False) for f in FORMS) + '\n]\n')
    print(collections.Counter(f['exercise'] for f in FORMS))
    print('variants', len({(f['exercise'], f['variant']) for f in FORMS}), 'two', sum(len(f['mistakes']) == 2 for f in FORMS))
    for n, c in COUNT.most_common(): print(c, n)

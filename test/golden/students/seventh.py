"""400 forms as students fill them in, most of them wrong: writes seventh-forms.json and what has the same digits.

Written without having seen how the program names mistakes. /usr/bin/python3 students/seventh.py FOLDER, about five minutes."""
import os
os.environ.setdefault('OMP_NUM_THREADS', '1')
import sys, json, math, re, warnings, io, collections, copy
import numpy as np, pandas as pd
import statsmodels.api as sm
warnings.filterwarnings('ignore')
SEED = 7071
R = np.random.RandomState(SEED)
HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, '..', '')
# The folder to write into.
WRITE_TO = os.path.join(sys.argv[1], '')
SAMPLE = os.path.join(HERE, '..', '..', '..', 'data', 'sample', '')
NS = type('NS', (), {})

# ---------------------------------------------------------------- data
def french(name, daily):
    rows = []
    for line in open(SAMPLE + name):
        c = [x.strip() for x in line.strip().split(',')]
        if line.startswith(',') : head = c[1:]
        elif re.fullmatch(r'\d{8}' if daily else r'\d{6}', c[0]): rows.append(c)
    d = pd.DataFrame([[float(x) for x in r[1:]] for r in rows], columns=head,
                     index=pd.to_datetime([r[0] for r in rows], format='%Y%m%d' if daily else '%Y%m'))
    return d / 100
FF = french('F-F_Research_Data_Factors_daily.CSV', True)
FF5 = french('F-F_Research_Data_5_Factors_2x3_daily.CSV', True)
MOM = french('F-F_Momentum_Factor_daily.CSV', True)
FFM = french('F-F_Research_Data_Factors.CSV', False)
D1 = pd.read_csv(SAMPLE + 'FactorModels_data1.csv', parse_dates=['date'], index_col='date')
MS = pd.read_csv(SAMPLE + 'FactorModels_data2.csv', parse_dates=['date'], index_col='date')['MSFT']
ST = pd.read_csv(SAMPLE + 'simulated_stocks.csv', parse_dates=['date'], index_col='date')
D1D = D1.dropna()
EX = json.load(open(GOLDEN + 'variants.json'))
EXD = {e['id']: e for e in EX}

def comp(df, rule):
    g = (1 + df).resample(rule).prod() - 1
    return g[df.iloc[:, 0].resample(rule).count() > 0]

# ---------------------------------------------------------------- the notebook
def build(asset, factor):
    """all days: y (excess), f, rf, raw"""
    if asset == 'MSFT':
        d = pd.DataFrame({'raw': MS, 'f': FF['Mkt-RF'] if factor == 'Mkt-RF' else D1['SPY'], 'rf': FF['RF']}).dropna()
        d['y'] = d.raw - d.rf
    elif asset in ('WMT', 'JPM', 'SPY'):
        d = pd.DataFrame({'y': D1D[asset], 'f': D1D['SPY'] if factor == 'SPY' else FF['Mkt-RF'], 'rf': FF['RF']}).dropna()
        d['raw'] = d.y + d.rf
    else:
        d = pd.DataFrame({'raw': ST[asset], 'f': FF['Mkt-RF'] if factor == 'Mkt-RF' else D1D['SPY'], 'rf': FF['RF']}).dropna()
        d['y'] = d.raw - d.rf
    return d[['y', 'f', 'rf', 'raw']]

def ols(d):
    m = sm.OLS(d.y.values, sm.add_constant(d.f.values)).fit()
    return m.params[0], m.params[1], m.rsquared, m.bse[0], m.bse[1], pd.Series(m.resid, d.index)

def defaults():
    o = NS()
    o.asset = o.factor = o.frm = o.to = None
    o.builder = None
    o.trans = []
    o.fit = ols
    o.S = []
    o.F = {}
    o.post = []
    o.text = None
    o.annf = lambda m: m * 252
    o.volf = lambda s: s * math.sqrt(252)
    o.volm = lambda s: s * math.sqrt(21)
    o.sd = lambda x: x.std()
    o.mean = lambda x: x.mean()
    o.hedge = lambda d, S: d.y - S.beta * d.f
    o.monthly = lambda d: (lambda g: (g.y, g.f))(comp(d[['y', 'f']], 'M'))
    o.table = {}
    o.crit = 1.96
    o.budget = None
    o.share = None
    o.notes = []
    return o

_cache = {}
def frame(v, o, other=False):
    a, f = (v['other']['asset'], v['other']['factor']) if other else (o.asset or v['asset'], o.factor or v['factor'])
    if other and o.asset == v['other']['asset']:
        a, f = v['asset'], v['factor']
    d = (o.builder or build)(a, f)
    frm, to = v.get('from'), v.get('to')
    if o.frm is not None: frm = o.frm(frm, v)
    if o.to is not None: to = o.to(to, v)
    d = d.loc[frm:to]
    for t in o.trans: d = t(d)
    return d

def stats(d, o):
    S = NS()
    S.d = d
    S.alpha, S.beta, S.r2, S.sea, S.seb, S.resid = o.fit(d)
    S.t = S.alpha / S.sea
    S.n = len(d)
    S.my, S.mf, S.mrf = o.mean(d.y), o.mean(d.f), o.mean(d.rf)
    S.sdy, S.sdf, S.sde = o.sd(d.y), o.sd(d.f), o.sd(S.resid)
    S.vy, S.vf, S.ve = S.sdy**2, S.sdf**2, S.sde**2
    S.corr = d.y.corr(d.f)
    for g in o.S: g(S)
    return S

def beta_of(y, f):
    return np.cov(y, f)[0, 1] / np.var(f, ddof=1)

def sig(x, k):
    if x == 0 or not np.isfinite(x): return x
    return round(x, k - 1 - int(math.floor(math.log10(abs(x)))))

DEFAULT = {
 'jpm-regression': [('alpha', lambda S, A, v, o: S.alpha), ('beta', lambda S, A, v, o: S.beta),
    ('rSquared', lambda S, A, v, o: S.r2),
    ('sensitivity', lambda S, A, v, o: 'more' if S.beta > S.other().beta else 'less')],
 'reading-a-table': [('alphaT', lambda T, A, v, o: T.a / T.se),
    ('alphaLow', lambda T, A, v, o: T.a - o.crit * T.se), ('alphaHigh', lambda T, A, v, o: T.a + o.crit * T.se),
    ('significant', lambda T, A, v, o: 'yes' if abs(A['alphaT']) > o.crit else 'no')],
 'raw-or-excess': [('alphaExcess', lambda S, A, v, o: o.annf(S.alpha)),
    ('alphaRaw', lambda S, A, v, o: o.annf(S.raw().alpha))],
 'annualise-alpha': [('alphaAnnual', lambda S, A, v, o: o.annf(S.alpha))],
 'tracking-portfolio': [('trackingHolding', lambda S, A, v, o: S.beta),
    ('factorPremium', lambda S, A, v, o: o.annf(A['trackingHolding'] * S.mf))],
 'hedged-portfolio': [('hedgedCorrelation', lambda S, A, v, o: S.H().corr(S.d.f)),
    ('sharpeHedged', lambda S, A, v, o: o.annf(o.mean(S.H())) / o.volf(o.sd(S.H()))),
    ('sharpeUnhedged', lambda S, A, v, o: o.annf(S.my) / o.volf(S.sdy))],
 'expected-return': [('riskFreeAnnual', lambda S, A, v, o: o.annf(S.mrf)),
    ('factorPremium', lambda S, A, v, o: o.annf(S.beta * S.mf)),
    ('alphaAnnual', lambda S, A, v, o: o.annf(S.alpha)),
    ('expectedReturn', lambda S, A, v, o: A['riskFreeAnnual'] + A['factorPremium'] + A['alphaAnnual'])],
 'factor-share': [('factorVariance', lambda S, A, v, o: S.beta**2 * S.vf),
    ('factorShare', lambda S, A, v, o: A['factorVariance'] / S.vy), ('rSquared', lambda S, A, v, o: S.r2)],
 'monthly-position': [('positionMonthly', lambda S, A, v, o: S.B / o.volm(S.sdy))],
 'annual-budget': [('positionUnhedged', lambda S, A, v, o: S.B / o.volf(S.sdy)),
    ('positionHedged', lambda S, A, v, o: S.B / o.volf(o.sd(S.H()))),
    ('pnlUnhedged', lambda S, A, v, o: A['positionUnhedged'] * o.annf(S.alpha)),
    ('pnlHedged', lambda S, A, v, o: A['positionHedged'] * o.annf(S.alpha))],
 'appraisal-ratio': [('appraisalRatio', lambda S, A, v, o: o.annf(S.alpha) / o.volf(S.sde)),
    ('sharpeHedged', lambda S, A, v, o: o.annf(o.mean(S.H())) / o.volf(o.sd(S.H()))),
    ('alphaT', lambda S, A, v, o: S.t),
    ('yearsToTwo', lambda S, A, v, o: (2 / A['appraisalRatio'])**2)],
 'beta-frequency': [('betaDaily', lambda S, A, v, o: S.beta),
    ('betaMonthly', lambda S, A, v, o: o.mbeta(S.d) if hasattr(o, 'mbeta') else beta_of(*o.monthly(S.d)))],
 'target-factor-share': [('partialHedge', lambda S, A, v, o: S.beta - math.sqrt(S.s / (1 - S.s) * S.ve / S.vf))],
}
_tab = {}
def table(v):
    k = (v['asset'], v['factor'], v.get('from'), v.get('to'))
    if k not in _tab:
        a, b, r2, sa, sb, e = ols(frame(v, defaults()))
        T = NS(); T.a, T.se, T.b, T.sb = sig(a, 4), sig(sa, 4), sig(b, 4), sig(sb, 4); T.n = v['n']; T.r2 = r2
        _tab[k] = T
    return copy.copy(_tab[k])

def solve(ex, v, o):
    A = {}
    if ex == 'reading-a-table':
        T = table(v)
        for g in o.S: g(T)
        S = T
    else:
        d = frame(v, o)
        S = stats(d, o)
        S.B = o.budget(v['budget']) if o.budget else v.get('budget')
        S.s = o.share(v['share']) if o.share else v.get('share')
        S.H = lambda: o.hedge(S.d, S)
        def other():
            if not hasattr(S, '_o'): S._o = stats(frame(v, o, True), o)
            return S._o
        S.other = other
        def raw():
            o2 = copy.copy(o); dd = S.d.copy(); dd['y'] = dd['raw']
            return stats(dd, o2)
        S.raw = raw
    for p, f in DEFAULT[ex]:
        A[p] = o.F.get(p, f)(S, A, v, o)
    for g in o.post: g(A, S, v, o)
    return A

# ---------------------------------------------------------------- check the keys
def tol(part, key):
    t = part['tolerance']; return max(t['relative'] * abs(key), t['floor'])
doubt = []
def check_keys():
    for e in EX:
        for v in e['variants']:
            A = solve(e['id'], v, defaults())
            if e['id'] != 'reading-a-table':
                d = frame(v, defaults())
                assert len(d) == v['n'], (e['id'], v['id'], len(d), v['n'])
                assert str(d.index[0].date()) == v['first'] and str(d.index[-1].date()) == v['last']
            else:
                # full precision first, printed table second
                m = sm.OLS((dd := frame(v, defaults())).y, sm.add_constant(dd.f)).fit()
                lo, hi = m.conf_int().iloc[0]
                assert abs(m.tvalues[0] - v['keys']['alphaT']) < 1e-6 and abs(lo - v['keys']['alphaLow']) < 1e-9 and abs(hi - v['keys']['alphaHigh']) < 1e-9
            for p in e['parts']:
                k, a = v['keys'][p['id']], A[p['id']]
                if 'choices' in p: assert a == k, (e['id'], v['id'], p['id'], a, k); continue
                r = abs(a - k) / tol(p, k)
                if e['id'] != 'reading-a-table':
                    assert abs(a - k) <= 1e-5 * abs(k) + 1e-9, (e['id'], v['id'], p['id'], a, k)
                elif r > 0.5: doubt.append((e['id'], v['id'], p['id'], a, k, round(r, 2)))
                assert r <= 1, (e['id'], v['id'], p['id'], a, k)
    print('keys reproduced: all parts of', sum(len(e['variants']) for e in EX), 'variants')
    for x in doubt: print('doubt', x)

# ---------------------------------------------------------------- mistakes
DATA = [e['id'] for e in EX if e['id'] != 'reading-a-table']
AVG = ['raw-or-excess', 'annualise-alpha', 'tracking-portfolio', 'expected-return']      # a year, from means
VOL = ['hedged-portfolio', 'monthly-position', 'annual-budget', 'appraisal-ratio']
MIST = []
class M:
    def __init__(s, name, exs, obvious, slot, fn, note, when=None):
        s.name, s.exs, s.obvious, s.slot, s.fn, s.note, s.when = name, exs, obvious, slot, fn, note, when
        MIST.append(s)
def setv(**k):
    def fn(o, v):
        for a, b in k.items(): setattr(o, a, b)
    return fn
def tr(f):
    def fn(o, v): o.trans = o.trans + [f]
    return fn
def st(f):
    def fn(o, v): o.S = o.S + [f]
    return fn
def F(**k):
    def fn(o, v): o.F = {**o.F, **k}
    return fn
def post(f):
    def fn(o, v): o.post = o.post + [f]
    return fn
isM = lambda v: v['asset'] == 'MSFT'
notM = lambda v: v['asset'] != 'MSFT'
full = lambda v: 'from' not in v
part = lambda v: 'from' in v
def asn(**k):
    def f(d):
        d = d.copy()
        for c, g in k.items(): d[c] = g(d)
        return d
    return f
NOMP = [x for x in DATA if x != 'monthly-position']          # where the factor matters
REG = [x for x in NOMP]
MEANS = ['tracking-portfolio', 'expected-return', 'hedged-portfolio']
# --- obvious: data
M('risk-free-not-subtracted', NOMP, True, 'trans', tr(asn(y=lambda d: d.raw)), 'Left the risk-free rate in the stock return.', isM)
M('risk-free-not-subtracted', ['hedged-portfolio', 'expected-return', 'annual-budget'], True, 'trans', tr(asn(y=lambda d: d.raw)), 'Added the risk-free rate back to the stock, taking the file for excess returns in need of conversion.', notM)
M('risk-free-subtracted-twice', NOMP, True, 'trans', tr(asn(y=lambda d: d.y - d.rf)), 'Subtracted RF from a column that is an excess return already.', notM)
M('risk-free-subtracted-twice-both', ['tracking-portfolio', 'expected-return', 'hedged-portfolio', 'annual-budget', 'annualise-alpha', 'jpm-regression'], True, 'trans', tr(asn(y=lambda d: d.y - d.rf, f=lambda d: d.f - d.rf)), 'Subtracted RF from stock and factor alike though both are excess returns.', notM)
M('risk-free-subtracted-from-factor', NOMP, True, 'trans', tr(asn(f=lambda d: d.f - d.rf)), 'Subtracted RF from the factor, which is an excess return already.')
M('risk-free-in-percent', DATA, True, 'trans', tr(asn(y=lambda d: d.raw - 100 * d.rf)), 'Forgot to divide RF by 100 before subtracting it.', isM)
M('factor-in-percent', NOMP, True, 'trans', tr(asn(f=lambda d: 100 * d.f)), 'Left the factor in percent while the stock is in decimals.', isM)
M('whole-sample', DATA, True, 'period', setv(frm=lambda f, v: None, to=lambda t, v: None), 'Ignored the period and used all days of the file.', part)
DEC = [('1995-01-01', '2004-12-31'), ('2000-01-01', '2009-12-31'), ('2005-01-01', '2014-12-31'), ('2010-01-01', '2019-12-31'), ('2015-01-01', '2024-12-31')]
def otherdec(o, v):
    i = [k for k, x in enumerate(DEC) if x[0] == v['from']][0]
    j = i + 1 if i < 4 else i - 1
    o.frm, o.to = (lambda f, v: DEC[j][0]), (lambda t, v: DEC[j][1])
M('other-decade', DATA, True, 'period', otherdec, 'Used the dates of another variant of the exercise.', part)
M('last-ten-years-only', DATA, True, 'period', setv(frm=lambda f, v: '2015-01-01'), 'Used only 2015-2024 instead of the whole sample.', full)
def ostock(o, v):
    o.asset = {'JPM': 'WMT', 'WMT': 'JPM', 'MSFT': 'AAPL'}[v['asset']]
M('other-stock', DATA, True, 'asset', ostock, 'Took the column of another stock.')
M('other-market-series', NOMP, True, 'factor', lambda o, v: setattr(o, 'factor', 'SPY' if v['factor'] == 'Mkt-RF' else 'Mkt-RF'), 'Regressed on the other market series (SPY for Mkt-RF or the reverse).')
M('regression-reversed', NOMP, True, 'trans', tr(lambda d: d.rename(columns={'y': 'f', 'f': 'y'}).assign(raw=d.f + d.rf)), 'Swapped y and x in OLS, so the factor is regressed on the stock.')
def noconst(d):
    m = sm.OLS(d.y.values, d.f.values).fit()
    e = d.y - m.params[0] * d.f
    return e.mean(), m.params[0], m.rsquared, e.std() / math.sqrt(len(d)), m.bse[0], pd.Series(m.resid, d.index)
M('no-constant', ['jpm-regression', 'factor-share', 'beta-frequency'], True, 'fit', setv(fit=noconst), 'Forgot add_constant.')
def noconst0(d):
    m = sm.OLS(d.y.values, d.f.values).fit()
    return m.params[0], m.params[0], m.rsquared, m.bse[0], m.bse[0], pd.Series(m.resid, d.index)
M('no-constant-params-0-as-alpha', ['jpm-regression', 'annualise-alpha', 'raw-or-excess', 'appraisal-ratio', 'annual-budget', 'expected-return'], True, 'fit', setv(fit=noconst0), 'Forgot add_constant, so params[0] read as alpha is the slope.')
def zerof(a, f):
    d = pd.DataFrame({'y': D1[a].fillna(0), 'f': D1['SPY'].fillna(0)}); d['rf'] = FF['RF'].reindex(d.index); d = d.dropna(); d['raw'] = d.y + d.rf
    return d[['y', 'f', 'rf', 'raw']]
M('missing-filled-with-zero', DATA, False, 'build', setv(builder=zerof), 'Filled the missing days with 0 instead of dropping them, so decades of zeros enter.', lambda v: full(v) and notM(v))
def smb(a, f):
    d = build(a, f); d['f'] = FF['SMB'].reindex(d.index); return d
def hml(a, f):
    d = build(a, f); d['f'] = FF['HML'].reindex(d.index); return d
M('smb-instead-of-market', NOMP, True, 'build', setv(builder=smb), 'Read the columns of the factor file one off, so SMB stands for Mkt-RF.', isM)
M('hml-instead-of-market', NOMP, False, 'build', setv(builder=hml), 'Took HML as the factor.', isM)
# --- less obvious: data
M('log-returns', DATA, False, 'trans', tr(lambda d: np.log1p(d)), 'Turned the returns into log returns first.')
M('factor-lagged-a-day', NOMP, False, 'trans', tr(lambda d: d.assign(f=d.f.shift(1)).dropna()), 'Shifted the factor by one day before the regression.')
M('factor-led-a-day', NOMP, False, 'trans', tr(lambda d: d.assign(f=d.f.shift(-1)).dropna()), 'Used shift(-1), so each return meets the market of the next day.')
def freq(rule, k):
    def fn(o, v):
        o.trans = o.trans + [lambda d: comp(d, rule)]
        o.annf = lambda m: m * k; o.volf = lambda s: s * math.sqrt(k); o.volm = lambda s: s * math.sqrt(k / 12)
    return fn
NB = [x for x in DATA if x != 'beta-frequency']
SCALED = [x for x in NB if x not in ('jpm-regression', 'factor-share', 'target-factor-share')]
M('weekly-returns', DATA, False, 'ann', freq('W-FRI', 52), 'Compounded to weeks first and annualised with 52.')
M('monthly-returns', NB, True, 'ann', freq('M', 12), 'Used monthly compounded returns and annualised with 12.')
M('quarterly-returns', NB, False, 'ann', freq('Q', 4), 'Compounded to quarters and annualised with 4.')
M('monthly-returns-times-252', SCALED, True, 'trans', tr(lambda d: comp(d, 'M')), 'Used monthly returns but scaled them as if they were daily.')
M('weekly-returns-times-252', SCALED, False, 'trans', tr(lambda d: comp(d, 'W-FRI')), 'Used weekly returns but scaled them as if they were daily.')
M('resample-mean-of-month', NB, False, 'trans', tr(lambda d: d.resample('M').mean().dropna()), 'Took resample("M").mean() and went on as with daily data.')
M('month-end-days-only', DATA, False, 'trans', tr(lambda d: d.resample('M').last().dropna()), 'Used resample("M").last(), i.e. one single day of each month.')
M('fridays-only', DATA, False, 'trans', tr(lambda d: d[d.index.dayofweek == 4]), 'Kept only Fridays as a weekly series.')
M('every-fifth-row', DATA, False, 'trans', tr(lambda d: d.iloc[::5]), 'Thinned the data to every fifth row to avoid dependence.')
def wins(p):
    return lambda d: d.apply(lambda c: c.clip(c.quantile(p), c.quantile(1 - p)))
M('winsorised-1-percent', DATA, False, 'trans', tr(wins(.01)), 'Winsorised all series at 1% and 99%.')
M('winsorised-5-percent', DATA, False, 'trans', tr(wins(.05)), 'Winsorised all series at 5% and 95%.')
M('outliers-dropped-3-sigma', DATA, False, 'trans', tr(lambda d: d[((d.y - d.y.mean()).abs() < 3 * d.y.std()) & ((d.f - d.f.mean()).abs() < 3 * d.f.std())]), 'Dropped days further than three standard deviations from the mean.')
M('ranks-instead-of-returns', ['jpm-regression', 'tracking-portfolio', 'factor-share'], False, 'trans', tr(lambda d: d.rank()), 'Regressed ranks (as for Spearman) instead of returns.')
M('price-levels', ['jpm-regression', 'annualise-alpha', 'factor-share', 'tracking-portfolio', 'target-factor-share'], False, 'trans', tr(lambda d: (1 + d).cumprod()), 'Regressed compounded price indices instead of returns.')
M('cumulative-sums', ['jpm-regression', 'hedged-portfolio', 'target-factor-share'], False, 'trans', tr(lambda d: d.cumsum()), 'Regressed cumsum of returns instead of returns.')
M('demeaned-first', ['jpm-regression', 'annualise-alpha', 'appraisal-ratio', 'expected-return', 'raw-or-excess'], False, 'trans', tr(lambda d: d.assign(y=d.y - d.y.mean(), f=d.f - d.f.mean(), raw=d.raw - d.raw.mean())), 'Demeaned both series before the regression, so alpha vanishes.')
M('standardised-first', ['jpm-regression', 'tracking-portfolio', 'factor-share', 'target-factor-share', 'hedged-portfolio'], False, 'trans', tr(lambda d: d.assign(y=(d.y - d.y.mean()) / d.y.std(), f=(d.f - d.f.mean()) / d.f.std())), 'Standardised both series (z-scores) before the regression.')
M('down-days-only', NOMP, False, 'trans', tr(lambda d: d[d.f < 0]), 'Kept only days on which the market fell.')
M('up-days-only', DATA, False, 'trans', tr(lambda d: d[d.f > 0]), 'Kept only days on which the market rose.')
def positional(o, v):
    def g(d):
        f = FF['Mkt-RF'] if v['factor'] == 'Mkt-RF' else D1['SPY'].dropna()
        return d.assign(f=(f if v['factor'] == 'Mkt-RF' or 'from' in v else f.iloc[1:].append(f.iloc[:1])).values[:len(d)])
    o.trans = o.trans + [g]
M('merged-by-row-number', NOMP, False, 'trans', positional, 'Reset the index and joined stock and factor by row number, so the dates do not match.', lambda v: isM(v) or part(v))
M('one-series-sorted', NOMP, False, 'trans', tr(lambda d: d.assign(f=np.sort(d.f.values)[::-1])), 'Called sort_values on the factor alone, which broke the pairs.')
M('factor-in-reverse-order', NOMP, False, 'trans', tr(lambda d: d.assign(f=d.f.values[::-1])), 'Joined arrays of which one ran from new to old.')
M('first-year-only', DATA, False, 'trans', tr(lambda d: d.iloc[:252]), 'Used iloc[:252], the first year only.')
M('last-year-only', DATA, False, 'trans', tr(lambda d: d.iloc[-252:]), 'Used tail(252), the last year only.')
M('first-1000-rows', DATA, False, 'trans', tr(lambda d: d.head(1000)), 'Worked on a test slice head(1000) and forgot to remove it.')
M('train-split-70', DATA, False, 'trans', tr(lambda d: d.iloc[:int(.7 * len(d))]), 'Estimated on the first 70% of the days as a training set.')
M('random-sample-of-rows', DATA, False, 'trans', tr(lambda d: d.sample(500, random_state=42).sort_index()), 'Took df.sample(500, random_state=42).')
def lastrows(o, v):
    o.frm = lambda f, vv: None; o.to = lambda t, vv: None
    n = v['n']; o.trans = [lambda d: d.iloc[-n:]] + o.trans
M('tail-instead-of-dates', DATA, False, 'period', lastrows, 'Took the last n rows of the file in place of the dates asked for.', lambda v: part(v) and v['to'] < '2024')
M('last-year-cut-off', DATA, False, 'period', lambda o, v: setattr(o, 'to', lambda t, vv: str(int((t or '2024')[:4]) - 1) + '-12-31'), 'Sliced the end year exclusively, so the last year is missing.')
M('first-year-cut-off', DATA, False, 'period', lambda o, v: setattr(o, 'frm', lambda f, vv: str(int((f or vv['first'])[:4]) + 1) + '-01-01'), 'Started with the year after the first, dropping one year.')
M('start-of-2000', DATA, False, 'period', setv(frm=lambda f, v: '2000-01-01'), 'Started in 2000 because an older notebook did.', full)
M('crisis-days-removed', DATA, False, 'trans', tr(lambda d: d[~d.index.year.isin([2008, 2009, 2020])]), 'Removed the crisis years 2008, 2009 and 2020.')
M('january-dropped', DATA, False, 'trans', tr(lambda d: d[d.index.month != 1]), 'Lost every January in a filter on the month.')
def calfill(d): return d.asfreq('D').ffill()
M('calendar-days-forward-filled', DATA, False, 'trans', tr(calfill), 'Made a calendar-day index and forward-filled the returns.')
M('calendar-days-zero-filled', DATA, False, 'trans', tr(lambda d: d.asfreq('D').fillna(0)), 'Made a calendar-day index and filled the gaps with zero returns.')
def mrf(d):
    m = FFM['RF']; x = pd.Series(m.reindex(d.index.to_period('M').to_timestamp()).values, d.index)
    return x
M('monthly-rf-subtracted-daily', DATA, False, 'trans', tr(lambda d: d.assign(y=d.raw - mrf(d), rf=mrf(d))), 'Merged RF from the monthly file and subtracted it from every day.', isM)
M('annual-rf-subtracted-daily', DATA, False, 'trans', tr(lambda d: d.assign(y=d.raw - 252 * d.rf)), 'Subtracted an annualised risk-free rate from daily returns.', isM)
M('rf-added-instead-of-subtracted', NOMP, False, 'trans', tr(lambda d: d.assign(y=d.raw + d.rf)), 'Added RF to the stock return instead of subtracting it.', isM)
M('monthly-factor-on-daily-stock', NOMP, False, 'trans', tr(lambda d: d.assign(f=pd.Series(FFM['Mkt-RF'].reindex(d.index.to_period('M').to_timestamp()).values, d.index)).dropna()), 'Merged the monthly factor onto daily returns.', isM)
M('total-return-of-market', NOMP, False, 'trans', tr(lambda d: d.assign(f=d.f + d.rf)), 'Added RF to the factor to get the total market return.')
M('absolute-returns', ['jpm-regression', 'tracking-portfolio', 'target-factor-share', 'factor-share'], False, 'trans', tr(lambda d: d.abs()), 'Took absolute returns.')
M('returns-rounded-to-two-decimals', DATA, False, 'trans', tr(lambda d: d.round(2)), 'Rounded the returns to two decimals on reading.')
M('differenced-returns', NOMP, False, 'trans', tr(lambda d: d.diff().dropna()), 'Applied diff() to returns.')
M('five-day-rolling-means', NOMP, False, 'trans', tr(lambda d: d.rolling(5).mean().dropna()), 'Smoothed all series with rolling(5).mean().')
M('equal-weighted-with-other-stock', ['jpm-regression', 'hedged-portfolio', 'beta-frequency', 'factor-share', 'tracking-portfolio', 'annual-budget'], False, 'trans', tr(lambda d: d.assign(y=(d.y + D1D['JPM'].reindex(d.index) * .5 + D1D['WMT'].reindex(d.index) * .5) / 2).dropna()), 'Averaged the stock columns with mean(axis=1) before the regression.')
def bac(o, v): o.asset = {'JPM': 'BAC', 'WMT': 'COST', 'MSFT': 'NVDA'}[v['asset']]
M('stock-from-another-file', DATA, False, 'asset', bac, 'Took a similar company from the file of other stocks.', lambda v: not (v['asset'] == 'MSFT' and full(v) and False))
# --- less obvious: fit
def wrapfit(get):
    def fit(d):
        a, b = get(d); e = d.y - a - b * d.f
        r2 = 1 - (e**2).sum() / ((d.y - d.y.mean())**2).sum()
        s = math.sqrt((e**2).sum() / (len(d) - 2)); sx = ((d.f - d.f.mean())**2).sum()
        return a, b, r2, s * math.sqrt(1 / len(d) + d.f.mean()**2 / sx), s / math.sqrt(sx), e
    return fit
M('median-regression', NOMP, False, 'fit', setv(fit=wrapfit(lambda d: tuple(sm.QuantReg(d.y.values, sm.add_constant(d.f.values)).fit(.5).params))), 'Used quantile regression at the median instead of OLS.')
M('huber-robust-regression', NOMP, False, 'fit', setv(fit=wrapfit(lambda d: tuple(sm.RLM(d.y.values, sm.add_constant(d.f.values)).fit().params))), 'Used RLM (Huber) instead of OLS.')
def multi(extra):
    def fit(d):
        X = np.column_stack([np.ones(len(d)), d.f.values] + [extra(d)[c].values for c in extra(d).columns])
        m = sm.OLS(d.y.values, X).fit()
        return m.params[0], m.params[1], m.rsquared, m.bse[0], m.bse[1], pd.Series(m.resid, d.index)
    return fit
M('three-factor-regression', NOMP, False, 'fit', setv(fit=multi(lambda d: FF[['SMB', 'HML']].reindex(d.index))), 'Regressed on three factors and read the market coefficient.')
M('six-factor-regression', NOMP, False, 'fit', setv(fit=multi(lambda d: FF5[['SMB', 'HML', 'RMW', 'CMA']].join(MOM).reindex(d.index))), 'Regressed on all six factors.')
M('other-stock-as-second-regressor', NOMP, False, 'fit', setv(fit=multi(lambda d: D1D[['WMT']].reindex(d.index).fillna(0))), 'Put WMT into the regression as well.', lambda v: v['asset'] == 'JPM')
M('lagged-factor-as-second-regressor', ['jpm-regression', 'tracking-portfolio', 'beta-frequency', 'target-factor-share', 'hedged-portfolio', 'factor-share'], False, 'fit', setv(fit=lambda d: (lambda m: (m.params[0], m.params[1] + m.params[2], m.rsquared, m.bse[0], m.bse[1], pd.Series(m.resid, d.index[1:])))(sm.OLS(d.y.values[1:], np.column_stack([np.ones(len(d) - 1), d.f.values[1:], d.f.values[:-1]])).fit())), 'Added yesterday\'s market and summed the two betas (Dimson).')
M('quadratic-market-term', ['jpm-regression', 'annualise-alpha', 'appraisal-ratio', 'raw-or-excess', 'expected-return', 'annual-budget'], False, 'fit', setv(fit=multi(lambda d: (d[['f']]**2))), 'Added the squared market return (Treynor-Mazuy), which changes alpha.')
def fromb(g): return wrapfit(lambda d: (lambda b: (d.y.mean() - b * d.f.mean(), b))(g(d)))
M('rolling-beta-averaged', NOMP, False, 'fit', setv(fit=fromb(lambda d: (d.y.rolling(252).cov(d.f) / d.f.rolling(252).var()).mean())), 'Averaged 252-day rolling betas.')
M('rolling-beta-last', NOMP, False, 'fit', setv(fit=fromb(lambda d: (d.y.rolling(252).cov(d.f) / d.f.rolling(252).var()).iloc[-1])), 'Took the last 252-day rolling beta.')
M('rolling-60-beta-median', NOMP, False, 'fit', setv(fit=fromb(lambda d: (d.y.rolling(60).cov(d.f) / d.f.rolling(60).var()).median())), 'Took the median of 60-day rolling betas.')
M('yearly-betas-averaged', NOMP, False, 'fit', setv(fit=fromb(lambda d: d.groupby(d.index.year).apply(lambda g: beta_of(g.y, g.f)).mean())), 'Ran a regression for each year and averaged the betas.')
M('exponential-weights', NOMP, False, 'fit', setv(fit=fromb(lambda d: (d.y.ewm(halflife=250).cov(d.f) / d.f.ewm(halflife=250).var()).iloc[-1])), 'Used ewm covariance and variance for beta.')
M('blume-adjusted-beta', NOMP, False, 'fit', setv(fit=fromb(lambda d: .67 * beta_of(d.y, d.f) + .33)), 'Shrank beta toward 1 (two thirds, one third).')
M('beta-is-correlation', NOMP, True, 'fit', setv(fit=fromb(lambda d: d.y.corr(d.f))), 'Took the correlation for beta.')
M('beta-is-volatility-ratio', NOMP, True, 'fit', setv(fit=fromb(lambda d: d.y.std() / d.f.std())), 'Took the ratio of the volatilities for beta, without the correlation.')
M('covariance-over-asset-variance', NOMP, True, 'fit', setv(fit=fromb(lambda d: d.y.cov(d.f) / d.y.var())), 'Divided the covariance by the variance of the stock.')
M('beta-set-to-one', ['annualise-alpha', 'raw-or-excess', 'expected-return', 'hedged-portfolio', 'tracking-portfolio', 'annual-budget', 'target-factor-share', 'factor-share'], True, 'fit', setv(fit=fromb(lambda d: 1.0)), 'Took beta as 1.')
M('beta-rounded-to-integer', ['hedged-portfolio', 'expected-return', 'factor-share', 'target-factor-share', 'tracking-portfolio'], False, 'fit', setv(fit=fromb(lambda d: round(beta_of(d.y, d.f)) or 1)), 'Rounded beta to a whole number before going on.')
M('beta-rounded-to-one-decimal', ['hedged-portfolio', 'factor-share', 'target-factor-share', 'tracking-portfolio'], False, 'fit', setv(fit=fromb(lambda d: round(beta_of(d.y, d.f), 1))), 'Rounded beta to one decimal and went on with it.')
M('alpha-is-mean-return', ['jpm-regression', 'annualise-alpha', 'raw-or-excess', 'appraisal-ratio', 'annual-budget'], True, 'S', st(lambda S: setattr(S, 'alpha', S.my)), 'Took the mean excess return for alpha.')
M('alpha-without-beta', ['jpm-regression', 'annualise-alpha', 'expected-return', 'annual-budget', 'appraisal-ratio'], True, 'S', st(lambda S: setattr(S, 'alpha', S.my - S.mf)), 'Computed alpha as the mean minus the market mean, without beta.')
M('alpha-rounded-to-four-decimals', ['annualise-alpha', 'appraisal-ratio', 'annual-budget', 'expected-return', 'raw-or-excess'], False, 'S', st(lambda S: setattr(S, 'alpha', round(S.alpha, 4))), 'Read alpha from the summary, rounded to four decimals, and went on with it.')
M('standard-error-as-alpha', ['jpm-regression', 'annualise-alpha', 'annual-budget', 'appraisal-ratio', 'expected-return'], False, 'S', st(lambda S: setattr(S, 'alpha', S.sea)), 'Copied the std err of const in place of the coefficient.')
M('alpha-from-medians', ['annualise-alpha', 'jpm-regression', 'expected-return'], False, 'S', st(lambda S: setattr(S, 'alpha', S.d.y.median() - S.beta * S.d.f.median())), 'Computed alpha from the medians.')
M('alpha-and-beta-swapped', ['jpm-regression', 'annualise-alpha', 'tracking-portfolio', 'expected-return', 'annual-budget', 'hedged-portfolio', 'appraisal-ratio'], True, 'S', st(lambda S: (lambda a, b: (setattr(S, 'alpha', b), setattr(S, 'beta', a)))(S.alpha, S.beta)), 'Unpacked params in the wrong order, so alpha and beta are exchanged.')
M('alpha-sign-flipped', ['annualise-alpha', 'appraisal-ratio', 'annual-budget', 'expected-return'], False, 'S', st(lambda S: setattr(S, 'alpha', -S.alpha)), 'Computed beta times the market mean minus the stock mean.')
M('market-mean-as-alpha', ['appraisal-ratio', 'annual-budget'], False, 'S', st(lambda S: setattr(S, 'alpha', S.d.f.mean())), 'Used the market mean where alpha belongs.')
M('fitted-instead-of-residual-volatility', ['appraisal-ratio', 'target-factor-share'], False, 'S', st(lambda S: (setattr(S, 'sde', abs(S.beta) * S.sdf), setattr(S, 've', S.beta**2 * S.vf))), 'Used the volatility of the fitted values instead of the residuals.')
# --- volatility measures
SDX = ['monthly-position', 'annual-budget', 'hedged-portfolio', 'appraisal-ratio']
for nm, g, nt in [('mean-absolute-deviation', lambda x: (x - x.mean()).abs().mean(), 'Measured volatility by the mean absolute deviation.'),
    ('downside-deviation', lambda x: math.sqrt((np.minimum(x, 0)**2).mean()), 'Used downside deviation for volatility.'),
    ('std-of-negative-days', lambda x: x[x < 0].std(), 'Took the standard deviation of the negative days only.'),
    ('interquartile-range', lambda x: x.quantile(.75) - x.quantile(.25), 'Took the interquartile range for the volatility.'),
    ('ewm-volatility-last', lambda x: x.ewm(span=60).std().iloc[-1], 'Took the last ewm(span=60) volatility.'),
    ('rolling-volatility-averaged', lambda x: x.rolling(21).std().mean(), 'Averaged 21-day rolling standard deviations.'),
    ('rolling-volatility-last', lambda x: x.rolling(252).std().iloc[-1], 'Took the last 252-day rolling standard deviation.'),
    ('volatility-of-absolute-returns', lambda x: x.abs().std(), 'Took the standard deviation of absolute returns.'),
    ('yearly-volatilities-averaged', lambda x: x.groupby(x.index.year).std().mean(), 'Averaged the volatility of each year.'),
    ('standard-error-of-mean', lambda x: x.std() / math.sqrt(len(x)), 'Used .sem(), the standard error of the mean, as volatility.')]:
    M(nm, SDX, False, 'sd', setv(sd=g), nt)
M('variance-instead-of-volatility', ['monthly-position', 'annual-budget', 'hedged-portfolio', 'appraisal-ratio'], True, 'sd', setv(sd=lambda x: x.var()), 'Used var() where std() belongs.')
M('volatility-rounded-to-two-decimals', ['monthly-position', 'annual-budget', 'hedged-portfolio', 'appraisal-ratio'], False, 'sd', setv(sd=lambda x: round(x.std(), 2)), 'Rounded the daily volatility to two decimals and went on.')
M('volatility-rounded-to-three-decimals', ['monthly-position', 'annual-budget', 'hedged-portfolio'], False, 'sd', setv(sd=lambda x: round(x.std(), 3)), 'Rounded the daily volatility to three decimals and went on.')
# --- means
MNX = ['tracking-portfolio', 'expected-return', 'hedged-portfolio']
M('median-instead-of-mean', MNX, False, 'mean', setv(mean=lambda x: x.median()), 'Took medians for means.')
M('geometric-mean', MNX + ['appraisal-ratio'], False, 'mean', setv(mean=lambda x: (1 + x).prod()**(1 / len(x)) - 1), 'Took the geometric daily mean.')
M('trimmed-mean', MNX, False, 'mean', setv(mean=lambda x: x[(x > x.quantile(.05)) & (x < x.quantile(.95))].mean()), 'Took the mean without the top and bottom 5%.')
M('yearly-growth-from-endpoints', ['tracking-portfolio', 'expected-return'], False, 'mean', setv(mean=lambda x: x.sum() / (len(x) / 252 + 1) / 252), 'Divided the total by one year too many (fence posts).')
# --- annualising
ANN = AVG + ['hedged-portfolio', 'annual-budget', 'appraisal-ratio']
def ann(k): return setv(annf=lambda m: m * k, volf=lambda s: s * math.sqrt(k))
M('calendar-days-365', ANN, True, 'ann', ann(365), 'Annualised with 365 days.')
M('annualised-with-12', ANN, True, 'ann', ann(12), 'Annualised daily figures with 12.')
M('annualised-with-260', ANN, False, 'ann', ann(260), 'Annualised with 260 weekdays.')
M('annualised-with-52', ANN, False, 'ann', ann(52), 'Annualised daily figures with 52.')
M('annualised-with-21', ANN, False, 'ann', ann(21), 'Scaled with the 21 days of a month although a year is asked.')
M('annualised-with-240', AVG, False, 'ann', ann(240), 'Annualised with 240 days (12 x 20).')
M('not-annualised', ANN, True, 'ann', ann(1), 'Left the figures a day.')
M('square-root-for-the-mean', AVG + ['hedged-portfolio', 'appraisal-ratio'], True, 'ann', setv(annf=lambda m: m * math.sqrt(252)), 'Multiplied the mean by the square root of 252.')
M('volatility-times-252', ['hedged-portfolio', 'annual-budget', 'appraisal-ratio'], True, 'ann', setv(volf=lambda s: s * 252), 'Scaled volatility with 252 instead of its root.')
M('volatility-not-annualised', ['hedged-portfolio', 'annual-budget', 'appraisal-ratio'], True, 'ann', setv(volf=lambda s: s), 'Annualised the mean but not the volatility.')
M('mean-not-annualised', ['hedged-portfolio', 'annual-budget', 'appraisal-ratio'], True, 'ann', setv(annf=lambda m: m), 'Annualised the volatility but not the mean.')
M('volatility-root-12', ['annual-budget', 'hedged-portfolio', 'appraisal-ratio'], True, 'ann', setv(volf=lambda s: s * math.sqrt(12)), 'Scaled daily volatility with the root of 12.')
M('volatility-root-21-as-annual', ['annual-budget', 'hedged-portfolio', 'appraisal-ratio'], True, 'ann', setv(volf=lambda s: s * math.sqrt(21)), 'Copied sqrt(21) from the chapter\'s cell although the budget is a year\'s.')
M('compounded-a-year', AVG, True, 'ann', setv(annf=lambda m: (1 + m)**252 - 1), 'Compounded the daily figure over 252 days.')
M('compounded-over-365-days', AVG, False, 'ann', setv(annf=lambda m: math.exp(m * 365) - 1), 'Used exp(365 m) - 1.')
M('divided-by-252', AVG, False, 'ann', setv(annf=lambda m: m / 252), 'Divided by 252 as if the daily figure were annual.')
M('total-over-the-sample', AVG, False, 'ann', lambda o, v: setattr(o, 'annf', lambda m: m * v['n']), 'Multiplied by the number of days of the sample instead of a year.')
M('multiplied-by-21-twice', AVG, False, 'ann', setv(annf=lambda m: m * 21 * 21), 'Multiplied by 21 twice.')
M('percent-twice', AVG, False, 'ann', setv(annf=lambda m: m * 252 / 100), 'Divided by 100 once more, taking the figure for a percentage.')

# --- exercise by exercise: formulas
e = ['jpm-regression']
M('correlation-as-r-squared', e + ['factor-share'], True, 'F:r2', F(rSquared=lambda S, A, v, o: S.corr), 'Reported the correlation for R-squared.')
M('one-minus-r-squared', e + ['factor-share'], True, 'F:r2', F(rSquared=lambda S, A, v, o: 1 - S.r2), 'Reported the idiosyncratic share for R-squared.')
M('alpha-annualised', e, True, 'F:alpha', F(alpha=lambda S, A, v, o: S.alpha * 252), 'Reported alpha a year where alpha a day is asked.')
M('alpha-t-for-alpha', e, False, 'F:alpha', F(alpha=lambda S, A, v, o: S.t), 'Copied the t column of const for alpha.')
M('beta-t-for-beta', e + ['beta-frequency'], False, 'F:beta', F(beta=lambda S, A, v, o: S.beta / S.seb, betaDaily=lambda S, A, v, o: S.beta / S.seb), 'Copied the t of the slope for beta.')
M('beta-lower-bound', e + ['beta-frequency', 'tracking-portfolio'], False, 'F:beta', F(beta=lambda S, A, v, o: S.beta - 1.96 * S.seb, betaDaily=lambda S, A, v, o: S.beta - 1.96 * S.seb, trackingHolding=lambda S, A, v, o: S.beta - 1.96 * S.seb), 'Copied the [0.025 column of the slope for beta.')
M('r-squared-squared', e + ['factor-share'], False, 'F:r2', F(rSquared=lambda S, A, v, o: S.r2**2), 'Squared R-squared once more.')
M('sensitivity-by-r-squared', e, False, 'F:sens', F(sensitivity=lambda S, A, v, o: 'more' if S.r2 > S.other().r2 else 'less'), 'Compared R-squared instead of beta.')
M('sensitivity-by-volatility', e, False, 'F:sens', F(sensitivity=lambda S, A, v, o: 'more' if S.sdy > S.other().sdy else 'less'), 'Compared volatilities instead of betas.')
M('sensitivity-by-alpha', e, False, 'F:sens', F(sensitivity=lambda S, A, v, o: 'more' if S.alpha > S.other().alpha else 'less'), 'Compared the alphas instead of the betas.')
M('sensitivity-reversed', e, True, 'F:sens', F(sensitivity=lambda S, A, v, o: 'less' if S.beta > S.other().beta else 'more'), 'Read the comparison the wrong way round.')
M('sensitivity-against-one', e, False, 'F:sens', F(sensitivity=lambda S, A, v, o: 'more' if S.beta > 1 else 'less'), 'Compared beta with 1 instead of with the other stock.')
M('r-squared-of-other-stock', e, False, 'F:r2', F(rSquared=lambda S, A, v, o: S.other().r2), 'Copied R-squared from the other stock\'s table.')
M('residual-std-as-alpha', e, False, 'F:alpha', F(alpha=lambda S, A, v, o: S.sde), 'Reported the residual standard deviation as alpha.')
e = ['reading-a-table']
def T_(f): return st(f)
M('t-upside-down', e, True, 'F:t', F(alphaT=lambda T, A, v, o: T.se / T.a), 'Divided the standard error by the coefficient.')
M('beta-row-read', e, True, 'S', T_(lambda T: (setattr(T, 'a', T.b), setattr(T, 'se', T.sb))), 'Read the row of the factor instead of const.')
M('t-of-beta-only', e, True, 'F:t', F(alphaT=lambda T, A, v, o: T.b / T.sb), 'Gave t of the slope instead of t of alpha.')
M('standard-error-of-beta-row', e, False, 'S', T_(lambda T: setattr(T, 'se', T.sb)), 'Took alpha from const but the std err from the factor\'s row.')
M('one-standard-error', e, True, 'crit', F(alphaLow=lambda T, A, v, o: T.a - T.se, alphaHigh=lambda T, A, v, o: T.a + T.se), 'Went one standard error to each side.')
M('two-standard-errors', e, False, 'crit', F(alphaLow=lambda T, A, v, o: T.a - 2 * T.se, alphaHigh=lambda T, A, v, o: T.a + 2 * T.se), 'Went 2 instead of 1.96 standard errors to each side.')
M('three-standard-errors', e, False, 'crit', F(alphaLow=lambda T, A, v, o: T.a - 3 * T.se, alphaHigh=lambda T, A, v, o: T.a + 3 * T.se), 'Went three standard errors to each side.')
M('critical-value-90-percent', e, True, 'crit', setv(crit=1.645), 'Used 1.645, the 90% interval or one-sided value.')
M('critical-value-99-percent', e, True, 'crit', setv(crit=2.576), 'Used 2.576, the 99% interval.')
M('interval-around-zero', e, True, 'crit', F(alphaLow=lambda T, A, v, o: -1.96 * T.se, alphaHigh=lambda T, A, v, o: 1.96 * T.se), 'Centred the interval on 0.')
M('standard-error-over-root-n', e, True, 'S', T_(lambda T: setattr(T, 'se', T.se / math.sqrt(T.n))), 'Divided the standard error by root n once more.')
M('standard-error-times-root-n', e, False, 'S', T_(lambda T: setattr(T, 'se', T.se * math.sqrt(T.n))), 'Multiplied the standard error by root n, taking it for a mean\'s.')
M('standard-error-squared', e, False, 'crit', F(alphaLow=lambda T, A, v, o: T.a - 1.96 * T.se**2, alphaHigh=lambda T, A, v, o: T.a + 1.96 * T.se**2), 'Used the squared standard error in the interval.')
M('root-of-standard-error', e, False, 'S', T_(lambda T: setattr(T, 'se', math.sqrt(T.se))), 'Took the root of the standard error, thinking it a variance.')
M('interval-annualised', e, True, 'crit', F(alphaLow=lambda T, A, v, o: 252 * (T.a - 1.96 * T.se), alphaHigh=lambda T, A, v, o: 252 * (T.a + 1.96 * T.se)), 'Gave the interval a year instead of a day.')
M('interval-of-beta', e, True, 'crit', F(alphaLow=lambda T, A, v, o: T.b - 1.96 * T.sb, alphaHigh=lambda T, A, v, o: T.b + 1.96 * T.sb), 'Gave the interval of the slope.')
M('ends-exchanged', e, True, 'post', post(lambda A, S, v, o: A.update(alphaLow=A['alphaHigh'], alphaHigh=A['alphaLow'])), 'Typed the two ends in the wrong boxes.')
M('significance-reversed', e, True, 'F:sig', F(significant=lambda T, A, v, o: 'no' if abs(A['alphaT']) > 1.96 else 'yes'), 'Read a p-value below 5% as not significant, or the reverse.')
M('significance-of-beta', e, False, 'F:sig', F(significant=lambda T, A, v, o: 'yes' if abs(T.b / T.sb) > 1.96 else 'no'), 'Judged significance by the factor\'s row.')
M('significance-at-t-of-one', e, False, 'F:sig', F(significant=lambda T, A, v, o: 'yes' if abs(A['alphaT']) > 1 else 'no'), 'Took any t above 1 for significant.')
M('interval-too-near-zero', e, False, 'F:sig', F(significant=lambda T, A, v, o: 'no' if A['alphaHigh'] < .002 else 'yes'), 'Said not significant as the numbers are so close to 0.')
M('significant-as-alpha-is-positive', e, False, 'F:sig', F(significant=lambda T, A, v, o: 'yes' if T.a > 0 else 'no'), 'Called alpha different from 0 because it is positive.')
M('summary-rounding', e, False, 'S', T_(lambda T: (setattr(T, 'a', round(T.a, 4)), setattr(T, 'se', max(round(T.se, 4), .0001)))), 'Rounded coefficient and std err to four decimals first.')
M('half-width-t-times-se', e, False, 'crit', F(alphaLow=lambda T, A, v, o: T.a - A['alphaT'] * T.se * 1.96, alphaHigh=lambda T, A, v, o: T.a + A['alphaT'] * T.se * 1.96), 'Made the half-width t times std err times 1.96.')
M('five-percent-band', e, False, 'crit', F(alphaLow=lambda T, A, v, o: .95 * T.a, alphaHigh=lambda T, A, v, o: 1.05 * T.a), 'Took 95% and 105% of the coefficient as the ends.')
M('critical-value-without-se', e, False, 'crit', F(alphaLow=lambda T, A, v, o: T.a - 1.96, alphaHigh=lambda T, A, v, o: T.a + 1.96), 'Subtracted and added 1.96 itself.')
M('half-the-width', e, False, 'crit', F(alphaLow=lambda T, A, v, o: T.a - .98 * T.se, alphaHigh=lambda T, A, v, o: T.a + .98 * T.se), 'Took 1.96 for the whole width, so half of it to each side.')
M('t-against-one', e, False, 'F:t', F(alphaT=lambda T, A, v, o: (T.a - 1) / T.se), 'Tested alpha = 1 as one does for beta.')
M('p-value-for-t', e, False, 'F:t', F(alphaT=lambda T, A, v, o: math.erfc(abs(T.a / T.se) / math.sqrt(2)), significant=lambda T, A, v, o: 'yes' if A['alphaT'] < .05 else 'no'), 'Typed the p-value into the box for t.')
M('t-squared', e, False, 'F:t', F(alphaT=lambda T, A, v, o: (T.a / T.se)**2), 'Gave the F statistic, t squared.')
M('coefficient-misplaced-decimal', e, False, 'S', T_(lambda T: setattr(T, 'a', T.a * 10)), 'Copied const with one zero too few.')
M('t-annualised', e, False, 'F:t', F(alphaT=lambda T, A, v, o: T.a * 252 / (T.se * math.sqrt(252))), 'Annualised alpha by 252 and the standard error by root 252 in t.')
M('critical-value-of-t-10-df', e, False, 'crit', setv(crit=2.228), 'Looked up t with 10 degrees of freedom (years instead of days).', part)
M('interval-centred-on-t', e, False, 'crit', F(alphaLow=lambda T, A, v, o: A['alphaT'] - 1.96, alphaHigh=lambda T, A, v, o: A['alphaT'] + 1.96), 'Gave the interval in units of t.')
e = ['raw-or-excess']
M('raw-and-excess-exchanged', e, True, 'post', post(lambda A, S, v, o: A.update(alphaExcess=A['alphaRaw'], alphaRaw=A['alphaExcess'])), 'Exchanged the two cases.')
M('rf-subtracted-for-raw', e, True, 'F:raw', F(alphaRaw=lambda S, A, v, o: A['alphaExcess'] - o.annf(S.mrf)), 'Subtracted RF where it should come on top.')
M('rf-left-in-both-series', e, False, 'F:raw', F(alphaRaw=lambda S, A, v, o: o.annf(S.raw().my - S.raw().beta * (S.mf + S.mrf))), 'Left RF in the market too, which is not what was asked.')
M('raw-mean-as-raw-alpha', e, True, 'F:raw', F(alphaRaw=lambda S, A, v, o: o.annf(S.raw().my)), 'Gave the mean total return as raw alpha.')
M('raw-alpha-plus-daily-rf', e, False, 'F:raw', F(alphaRaw=lambda S, A, v, o: A['alphaExcess'] + S.mrf), 'Added the daily RF to an annual alpha.')
M('same-number-twice', e, False, 'F:raw', F(alphaRaw=lambda S, A, v, o: A['alphaExcess']), 'Thought alpha does not change and gave the same twice.')
M('rf-times-one-minus-beta', e, False, 'F:raw', F(alphaRaw=lambda S, A, v, o: A['alphaExcess'] + (1 - S.beta) * o.annf(S.mrf)), 'Added (1 - beta) RF, as if both series kept RF.')
M('rf-of-last-year', e, False, 'F:raw', F(alphaRaw=lambda S, A, v, o: A['alphaExcess'] + S.d.rf.iloc[-1] * 252), 'Added the last RF of the sample instead of its mean.')
M('raw-alpha-with-rf-doubled', e, False, 'F:raw', F(alphaRaw=lambda S, A, v, o: A['alphaExcess'] + 2 * o.annf(S.mrf)), 'Counted RF twice.')
M('excess-from-raw-minus-rf-percent', e, False, 'F:ex', F(alphaExcess=lambda S, A, v, o: o.annf(S.raw().alpha) - 100 * S.mrf), 'Subtracted the mean RF in percent from the raw alpha.')
e = ['tracking-portfolio']
M('tracking-mean-without-beta', e, True, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.mf)), 'Gave the mean of the factor, without beta.')
M('tracking-mean-is-alpha', e, True, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.alpha)), 'Gave alpha instead of the mean of the tracking portfolio.')
M('tracking-mean-is-stock-mean', e, True, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.my)), 'Gave the mean of the stock.')
M('tracking-mean-with-alpha', e, False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.alpha + S.d.f.mean())), 'Added alpha to the market mean.')
M('holding-inverted', e, True, 'F:th', F(trackingHolding=lambda S, A, v, o: 1 / S.beta), 'Gave 1/beta.')
M('holding-negative', e, True, 'F:th', F(trackingHolding=lambda S, A, v, o: -S.beta), 'Gave the hedge, minus beta, in place of the tracking position.')
M('tracking-mean-with-rf', e, False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.beta * S.mf + S.mrf)), 'Added the risk-free rate though an excess return is asked.')
M('beta-times-mean-of-stock', e, False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.beta * S.my)), 'Multiplied beta by the mean of the stock.')
M('mean-over-beta', e, False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.mf) / S.beta), 'Divided the mean of the factor by beta.')
M('beta-squared', e + ['expected-return'], False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.beta**2 * S.mf)), 'Squared beta in the premium, as in the variance.')
M('holding-is-r-squared', e, False, 'F:th', F(trackingHolding=lambda S, A, v, o: S.r2), 'Gave R-squared as the dollars to hold.')
M('holding-one-minus-beta', e, False, 'F:th', F(trackingHolding=lambda S, A, v, o: 1 - S.beta), 'Gave 1 - beta dollars.')
M('holding-rounded-then-used', e, False, 'F:th', F(trackingHolding=lambda S, A, v, o: round(S.beta * 2) / 2), 'Rounded the holding to half dollars and went on.')
M('cumulative-return-of-tracking', e, False, 'F:fp', F(factorPremium=lambda S, A, v, o: (1 + S.beta * S.d.f).prod()**(252 / len(S.d)) - 1), 'Gave the compound growth rate of the tracking portfolio.')
e = ['hedged-portfolio']
M('correlation-of-unhedged', e, True, 'F:corr', F(hedgedCorrelation=lambda S, A, v, o: S.corr), 'Gave the correlation of the unhedged stock with the factor.')
M('correlation-hedged-unhedged', e, True, 'F:corr', F(hedgedCorrelation=lambda S, A, v, o: S.H().corr(S.d.y)), 'Correlated the hedged with the unhedged returns.')
M('hedge-added', ['hedged-portfolio', 'annual-budget'], True, 'hedge', setv(hedge=lambda d, S: d.y + S.beta * d.f), 'Added beta times the factor instead of subtracting it.')
M('hedge-one-for-one', ['hedged-portfolio', 'annual-budget'], True, 'hedge', setv(hedge=lambda d, S: d.y - d.f), 'Sold one dollar of the factor instead of beta dollars.')
M('hedge-with-other-beta', ['hedged-portfolio', 'annual-budget'], False, 'hedge', setv(hedge=lambda d, S: d.y - S.other().beta * d.f), 'Hedged with the other stock\'s beta.')
M('residuals-as-hedged', ['hedged-portfolio'], True, 'hedge', setv(hedge=lambda d, S: S.resid), 'Used model.resid as the hedged return, which has no alpha.')
M('sharpe-exchanged', e, True, 'post', post(lambda A, S, v, o: A.update(sharpeHedged=A['sharpeUnhedged'], sharpeUnhedged=A['sharpeHedged'])), 'Exchanged the hedged and the unhedged Sharpe ratio.')
M('hedged-mean-over-unhedged-volatility', e + ['appraisal-ratio'], True, 'F:sh', F(sharpeHedged=lambda S, A, v, o: o.annf(o.mean(S.H())) / o.volf(S.sdy)), 'Divided alpha by the volatility of the unhedged stock.')
M('unhedged-mean-over-hedged-volatility', e, False, 'F:sh', F(sharpeHedged=lambda S, A, v, o: o.annf(S.my) / o.volf(S.H().std())), 'Kept the unhedged mean over the hedged volatility.')
M('sharpe-upside-down', e, False, 'F:sh', F(sharpeHedged=lambda S, A, v, o: o.volf(S.H().std()) / o.annf(S.H().mean()), sharpeUnhedged=lambda S, A, v, o: o.volf(S.sdy) / o.annf(S.my)), 'Divided volatility by mean.')
M('rf-subtracted-in-sharpe', e + ['appraisal-ratio'], False, 'F:sh', F(sharpeHedged=lambda S, A, v, o: o.annf(S.H().mean() - S.mrf) / o.volf(S.H().std()), sharpeUnhedged=lambda S, A, v, o: o.annf(S.my - S.mrf) / o.volf(S.sdy)), 'Subtracted RF again in the Sharpe ratios.')
M('hedged-with-rolling-beta', ['hedged-portfolio', 'annual-budget'], False, 'hedge', setv(hedge=lambda d, S: (d.y - (d.y.rolling(252).cov(d.f) / d.f.rolling(252).var()).shift(1) * d.f).dropna()), 'Hedged each day with the trailing rolling beta.')
M('hedged-with-lagged-factor', ['hedged-portfolio', 'annual-budget'], False, 'hedge', setv(hedge=lambda d, S: (d.y - S.beta * d.f.shift(1)).dropna()), 'Subtracted yesterday\'s market (shift) in the hedge.')
M('hedge-rounded-beta', ['hedged-portfolio'], False, 'hedge', setv(hedge=lambda d, S: d.y - round(S.beta, 1) * d.f), 'Hedged with beta rounded to one decimal.')
M('short-portfolio-sign', ['hedged-portfolio'], False, 'hedge', setv(hedge=lambda d, S: S.beta * d.f - d.y), 'Built beta f - r, the short side.')
M('legs-scaled-to-one', ['annual-budget'], False, 'hedge', setv(hedge=lambda d, S: (d.y - S.beta * d.f) / (1 + abs(S.beta))), 'Scaled the two legs of the hedge so that their absolute weights sum to one.')
M('sharpe-of-factor', e, False, 'F:su', F(sharpeUnhedged=lambda S, A, v, o: o.annf(S.mf) / o.volf(S.sdf)), 'Gave the Sharpe ratio of the factor as the unhedged one.')
M('correlation-of-residual-abs', e, False, 'F:corr', F(hedgedCorrelation=lambda S, A, v, o: S.H().abs().corr(S.d.f.abs())), 'Correlated absolute values.')
M('correlation-of-cumulated', e, False, 'F:corr', F(hedgedCorrelation=lambda S, A, v, o: S.H().cumsum().corr(S.d.f.cumsum())), 'Correlated the cumulated hedged return with the cumulated factor.')
M('spearman-correlation', e, False, 'F:corr', F(hedgedCorrelation=lambda S, A, v, o: S.H().rank().corr(S.d.f.rank())), 'Used corr(method="spearman").')
M('beta-given-as-correlation', e, False, 'F:corr', F(hedgedCorrelation=lambda S, A, v, o: S.beta), 'Typed beta in the correlation box.')
e = ['expected-return']
M('premium-without-beta', e, True, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.mf)), 'Used the mean of the factor as the premium, without beta.')
M('risk-free-left-out-of-sum', e, True, 'F:er', F(expectedReturn=lambda S, A, v, o: A['factorPremium'] + A['alphaAnnual']), 'Left the risk-free rate out of the sum.')
M('alpha-left-out-of-sum', e, True, 'F:er', F(expectedReturn=lambda S, A, v, o: A['factorPremium'] + A['riskFreeAnnual']), 'Left alpha out of the sum, as in the CAPM.')
M('alpha-counted-twice', e, False, 'F:er', F(expectedReturn=lambda S, A, v, o: A['factorPremium'] + A['alphaAnnual'] + A['riskFreeAnnual'] + o.annf(S.alpha)), 'Counted alpha twice in the sum.')
M('raw-alpha-in-the-sum', e, True, 'F:al', F(alphaAnnual=lambda S, A, v, o: o.annf(S.raw().alpha)), 'Used alpha of the total return, so the risk-free rate counts twice.')
M('alpha-is-excess-mean', e, True, 'F:al', F(alphaAnnual=lambda S, A, v, o: o.annf(S.my)), 'Gave the mean excess return as alpha.')
M('market-total-in-premium', e, False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.beta * (S.mf + S.mrf))), 'Multiplied beta by the total market return.')
M('premium-minus-rf', e + ['tracking-portfolio'], False, 'F:fp', F(factorPremium=lambda S, A, v, o: o.annf(S.beta * (S.mf - S.mrf))), 'Subtracted RF from the factor in the CAPM formula.')
M('rf-last-value', e, False, 'F:rf', F(riskFreeAnnual=lambda S, A, v, o: S.d.rf.iloc[-1] * 252), 'Took the last RF times 252 as the current rate.')
M('rf-since-1963', e, False, 'F:rf', F(riskFreeAnnual=lambda S, A, v, o: o.annf(FF['RF'].mean())), 'Averaged RF over the whole factor file.')
M('rf-monthly-times-252', e, False, 'F:rf', F(riskFreeAnnual=lambda S, A, v, o: o.annf(FFM['RF'].loc[S.d.index[0]:S.d.index[-1]].mean())), 'Took RF from the monthly file and still multiplied by 252.')
M('rf-365-days', e, False, 'F:rf', F(riskFreeAnnual=lambda S, A, v, o: S.mrf * 365), 'Took 365 days for interest but 252 for returns.')
M('rf-compounded-rest-not', e, False, 'F:rf', F(riskFreeAnnual=lambda S, A, v, o: (1 + S.mrf)**365 - 1), 'Compounded the risk-free rate over 365 days.')
M('parts-compounded', e, False, 'F:er', F(expectedReturn=lambda S, A, v, o: (1 + A['riskFreeAnnual']) * (1 + A['factorPremium']) * (1 + A['alphaAnnual']) - 1), 'Multiplied the three parts together instead of adding them.')
M('parts-averaged', e, False, 'F:er', F(expectedReturn=lambda S, A, v, o: (A['riskFreeAnnual'] + A['factorPremium'] + A['alphaAnnual']) / 3), 'Called mean on the three parts where sum belongs.')
M('rf-in-percent-a-day', e, False, 'F:rf', F(riskFreeAnnual=lambda S, A, v, o: S.mrf * 100), 'Gave the mean of the RF column in percent, a day, as the annual rate.')
M('capm-return-as-expected', e, False, 'F:er', F(expectedReturn=lambda S, A, v, o: A['riskFreeAnnual'] + S.beta * (o.annf(S.mf) - A['riskFreeAnnual'])), 'Used rf + beta (f - rf) with f already in excess, and no alpha.')
M('premium-and-alpha-exchanged', e, True, 'post', post(lambda A, S, v, o: A.update(factorPremium=A['alphaAnnual'], alphaAnnual=A['factorPremium'])), 'Typed premium and alpha in each other\'s boxes.')
e = ['factor-share']
M('beta-not-squared', e, True, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta * S.vf), 'Forgot to square beta.')
M('volatility-for-variance', e, True, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.sdf, factorShare=lambda S, A, v, o: A['factorVariance'] / S.sdy), 'Used standard deviations in place of variances.')
M('idiosyncratic-variance', e, True, 'F:fv', F(factorVariance=lambda S, A, v, o: S.ve), 'Gave the variance of the residual.')
M('variance-annualised', e, True, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.vf * 252, factorShare=lambda S, A, v, o: A['factorVariance'] / (252 * S.vy)), 'Gave the variance a year.')
M('variance-annualised-share-not', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.vf * 252), 'Annualised the factor variance and divided by the daily variance.')
M('total-variance', e, True, 'F:fv', F(factorVariance=lambda S, A, v, o: S.vy, factorShare=lambda S, A, v, o: S.r2), 'Gave the whole variance of the stock.')
M('variance-of-the-factor-alone', e, True, 'F:fv', F(factorVariance=lambda S, A, v, o: S.vf), 'Gave Var f without beta squared.')
M('share-over-residual-variance', e, True, 'F:fs', F(factorShare=lambda S, A, v, o: A['factorVariance'] / S.ve), 'Divided by the residual variance, not the whole.')
M('share-of-volatility', e, True, 'F:fs', F(factorShare=lambda S, A, v, o: math.sqrt(A['factorVariance']) / S.sdy), 'Gave the share of the volatility.')
M('idiosyncratic-share', e, True, 'F:fs', F(factorShare=lambda S, A, v, o: 1 - A['factorVariance'] / S.vy), 'Gave the share that is not the factor\'s.')
M('factor-volatility', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: abs(S.beta) * S.sdf, factorShare=lambda S, A, v, o: A['factorVariance'] / S.sdy), 'Gave beta times the factor\'s volatility and divided by volatility.')
M('covariance-for-variance', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.d.y.cov(S.d.f)), 'Gave Cov(r, f), the first off-diagonal of df.cov().')
M('beta-squared-times-stock-variance', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.vy), 'Multiplied beta squared by the variance of the stock.')
M('beta-to-the-fourth', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**4 * S.vf), 'Squared beta twice.')
M('sum-of-squares', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.vf * (len(S.d) - 1), factorShare=lambda S, A, v, o: S.r2), 'Gave the explained sum of squares instead of the variance.')
M('percent-squared-variance', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.vf * 1e4, factorShare=lambda S, A, v, o: S.r2), 'Computed with returns in percent, so the variance is in percent squared.')
M('variance-from-yearly-means', e, False, 'F:fv', F(factorVariance=lambda S, A, v, o: S.beta**2 * S.d.f.groupby(S.d.f.index.year).var().median()), 'Took the median of yearly variances of the factor.')
M('share-rounded-from-rounded-variances', e, False, 'F:fs', F(factorShare=lambda S, A, v, o: round(A['factorVariance'], 4) / round(S.vy, 4)), 'Rounded the variances to four decimals before dividing.')
M('r-squared-is-share-of-variance-ratio', e, False, 'F:r2', F(rSquared=lambda S, A, v, o: A['factorVariance'] / S.ve), 'Computed R-squared as explained over unexplained.')
M('share-without-beta', e, False, 'F:fs', F(factorShare=lambda S, A, v, o: S.vf / S.vy), 'Divided the two variances without beta squared.')
e = ['monthly-position']
mp = lambda g: F(positionMonthly=g)
for nm, ob, g, nt in [
  ('budget-times-volatility', 1, lambda S, A, v, o: S.B * o.volm(S.sdy), 'Multiplied the budget by the volatility.'),
  ('daily-volatility', 1, lambda S, A, v, o: S.B / S.sdy, 'Divided by the daily volatility.'),
  ('annual-volatility', 1, lambda S, A, v, o: S.B / (S.sdy * math.sqrt(252)), 'Divided by the annual volatility.'),
  ('volatility-times-21', 1, lambda S, A, v, o: S.B / (S.sdy * 21), 'Scaled the volatility with 21 instead of its root.'),
  ('monthly-variance', 1, lambda S, A, v, o: S.B / (S.vy * 21), 'Divided by the monthly variance.'),
  ('factor-volatility-used', 1, lambda S, A, v, o: S.B / o.volm(S.sdf), 'Divided by the volatility of the factor.'),
  ('hedged-volatility', 1, lambda S, A, v, o: S.B / o.volm(S.sde), 'Divided by the residual volatility, the hedged case.'),
  ('volatility-root-12-monthly', 1, lambda S, A, v, o: S.B / (S.sdy * math.sqrt(12)), 'Scaled with root 12.'),
  ('volatility-divided-by-root-21', 1, lambda S, A, v, o: S.B / (S.sdy / math.sqrt(21)), 'Divided the volatility by root 21.'),
  ('thirty-days-a-month', 0, lambda S, A, v, o: S.B / (S.sdy * math.sqrt(30)), 'Took 30 days a month.'),
  ('twenty-days-a-month', 0, lambda S, A, v, o: S.B / (S.sdy * math.sqrt(20)), 'Took 20 days a month.'),
  ('twenty-two-days-a-month', 0, lambda S, A, v, o: S.B / (S.sdy * math.sqrt(22)), 'Took 22 days a month.'),
  ('budget-a-year', 0, lambda S, A, v, o: 12 * S.B / (S.sdy * math.sqrt(252)), 'Made the budget annual with 12 and divided by the annual volatility.'),
  ('budget-root-12', 0, lambda S, A, v, o: S.B / math.sqrt(12) / (S.sdy * math.sqrt(21)), 'Scaled the budget with the root of 12 as well.'),
  ('divided-by-beta-too', 0, lambda S, A, v, o: S.B / o.volm(S.sdy) / S.beta, 'Divided by beta as well.'),
  ('value-at-risk-95', 0, lambda S, A, v, o: S.B / (1.645 * o.volm(S.sdy)), 'Read the budget as a 95% value at risk.'),
  ('beta-volatility', 0, lambda S, A, v, o: S.B / (S.beta * o.volm(S.sdf)), 'Used only the systematic volatility, beta times sigma f.'),
  ('mean-subtracted-from-volatility', 0, lambda S, A, v, o: S.B / (o.volm(S.sdy) - 21 * S.my), 'Subtracted the monthly mean from the volatility.'),
  ('one-minus-volatility', 0, lambda S, A, v, o: S.B * (1 - o.volm(S.sdy)), 'Computed budget times one minus volatility.'),
  ('one-plus-inverse', 0, lambda S, A, v, o: S.B / o.volm(S.sdy) - S.B, 'Subtracted the budget from the position.'),
  ('volatility-in-percent', 0, lambda S, A, v, o: S.B / (100 * o.volm(S.sdy)), 'Divided by the volatility in percent.'),
  ('rolling-month-sums', 0, lambda S, A, v, o: S.B / S.d.y.rolling(21).sum().std(), 'Used the volatility of overlapping 21-day sums.'),
  ('monthly-compounded-volatility', 0, lambda S, A, v, o: S.B / comp(S.d[['y']], 'M').y.std(), 'Used the volatility of monthly compounded returns.'),
  ('worst-month', 0, lambda S, A, v, o: S.B / -comp(S.d[['y']], 'M').y.min(), 'Divided by the worst month.'),
  ('correlation-scaled', 0, lambda S, A, v, o: S.B / (S.corr * o.volm(S.sdy)), 'Multiplied the volatility by the correlation with the factor.'),
  ('sharpe-sized', 0, lambda S, A, v, o: S.B * S.my / S.vy, 'Used the Kelly formula mean over variance times the budget.'),
  ('max-drawdown-sized', 0, lambda S, A, v, o: S.B / -((1 + S.d.y).cumprod() / (1 + S.d.y).cumprod().cummax() - 1).min(), 'Divided by the maximum drawdown.'),
  ('volatility-over-n', 0, lambda S, A, v, o: S.B / (S.sdy * math.sqrt(len(S.d) / 12)), 'Took the number of rows over 12 as days a month.'),
  ]:
    M(nm, e, bool(ob), 'F:pm', mp(g), nt)
M('budget-of-the-chapter', ['monthly-position'], True, 'budget', setv(budget=lambda b: 1e6), 'Used the chapter\'s $1,000,000.', lambda v: v.get('budget') != 1e6)
M('budget-of-the-chapter', ['annual-budget'], True, 'budget', setv(budget=lambda b: 5e6), 'Used the chapter\'s $5,000,000.', lambda v: v.get('budget') != 5e6)
M('budget-of-another-exercise', ['annual-budget'], False, 'budget', setv(budget=lambda b: 1e6), 'Left budget = 1_000_000 from an earlier cell.')
M('budget-zero-missing', ['annual-budget', 'monthly-position'], False, 'budget', setv(budget=lambda b: b / 10), 'Typed the budget with one zero too few.')
M('budget-split-in-months', ['annual-budget'], False, 'budget', setv(budget=lambda b: b / 12), 'Split the annual budget over 12 months.')
e = ['annual-budget']
M('position-is-budget-times-volatility', e, True, 'F:pos', F(positionUnhedged=lambda S, A, v, o: S.B * o.volf(S.sdy), positionHedged=lambda S, A, v, o: S.B * o.volf(S.H().std())), 'Multiplied budget by volatility.')
M('positions-exchanged', e, True, 'F:pos', F(positionUnhedged=lambda S, A, v, o: S.B / o.volf(S.sde), positionHedged=lambda S, A, v, o: S.B / o.volf(S.sdy)), 'Exchanged the two volatilities.')
M('hedged-position-times-beta', e, True, 'F:ph', F(positionHedged=lambda S, A, v, o: A['positionUnhedged'] * S.beta), 'Multiplied the unhedged position by beta.')
M('hedged-position-same', e, False, 'F:ph', F(positionHedged=lambda S, A, v, o: A['positionUnhedged']), 'Thought hedging leaves the position unchanged.')
M('hedged-vol-one-minus-r2', e, False, 'F:ph', F(positionHedged=lambda S, A, v, o: A['positionUnhedged'] / (1 - S.r2)), 'Scaled volatility by 1 - R2 without the root.')
M('hedged-vol-difference', e, False, 'F:ph', F(positionHedged=lambda S, A, v, o: S.B / abs(o.volf(S.sdy) - o.volf(S.beta * S.sdf))), 'Subtracted volatilities instead of variances.')
M('hedged-vol-root-r2', e, False, 'F:ph', F(positionHedged=lambda S, A, v, o: A['positionUnhedged'] / math.sqrt(S.r2)), 'Scaled volatility by the root of R2, the tracked part.')
M('pnl-total', e, True, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: A['positionUnhedged'] * o.annf(S.my)), 'Gave the total P&L for the unhedged position, factor premium included.')
M('pnl-total-both', e, True, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: A['positionUnhedged'] * o.annf(S.my), pnlHedged=lambda S, A, v, o: A['positionHedged'] * o.annf(S.my)), 'Used the mean excess return in both P&Ls.')
M('pnl-a-day', e, True, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: A['positionUnhedged'] * S.alpha, pnlHedged=lambda S, A, v, o: A['positionHedged'] * S.alpha), 'Gave P&L a day.')
M('pnl-a-month', e, False, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: A['positionUnhedged'] * S.alpha * 21, pnlHedged=lambda S, A, v, o: A['positionHedged'] * S.alpha * 21), 'Gave P&L a month.')
M('pnl-on-the-budget', e, True, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: S.B * o.annf(S.alpha), pnlHedged=lambda S, A, v, o: S.B * o.annf(S.alpha)), 'Multiplied alpha by the budget instead of the position.')
M('pnl-both-on-unhedged', e, False, 'F:pnl', F(pnlHedged=lambda S, A, v, o: A['positionUnhedged'] * o.annf(S.alpha)), 'Used the unhedged position for both P&Ls.')
M('pnl-minus-risk', e, False, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: A['positionUnhedged'] * o.annf(S.alpha) / (o.volf(S.sdy)), pnlHedged=lambda S, A, v, o: A['positionHedged'] * o.annf(S.alpha) / o.volf(S.sde)), 'Divided the P&L by volatility once more for "risk-adjusted".')
M('pnl-compounded', e, False, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: A['positionUnhedged'] * ((1 + S.my)**252 - 1), pnlHedged=lambda S, A, v, o: A['positionHedged'] * ((1 + S.alpha)**252 - 1)), 'Compounded daily returns over the year, and the total one for the unhedged position.')
M('pnl-of-hedge-only', e, False, 'F:pnl', F(pnlHedged=lambda S, A, v, o: A['positionHedged'] * S.beta * o.annf(S.mf)), 'Gave the factor P&L for the hedged position.')
M('pnl-sharpe-times-budget', e, False, 'F:pnl', F(pnlUnhedged=lambda S, A, v, o: S.B * o.annf(S.my) / o.volf(S.sdy)), 'Multiplied the unhedged Sharpe ratio by the budget.')
M('hedged-position-both-legs', e, False, 'F:ph', F(positionHedged=lambda S, A, v, o: (1 + abs(S.beta)) * S.B / o.volf(S.sde)), 'Counted both legs of the hedged position.')
M('hedged-position-net', e, False, 'F:ph', F(positionHedged=lambda S, A, v, o: A['positionUnhedged'] * abs(1 - S.beta)), 'Gave the net exposure 1 - beta of the unhedged position.')
e = ['appraisal-ratio']
M('alpha-over-total-volatility', e, True, 'F:ar', F(appraisalRatio=lambda S, A, v, o: o.annf(S.alpha) / o.volf(S.sdy)), 'Divided alpha by the total volatility.')
M('sharpe-of-stock-as-appraisal', e, True, 'F:ar', F(appraisalRatio=lambda S, A, v, o: o.annf(S.my) / o.volf(S.sdy)), 'Gave the Sharpe ratio of the stock.')
M('alpha-over-residual-variance', e, True, 'F:ar', F(appraisalRatio=lambda S, A, v, o: o.annf(S.alpha) / (S.ve * 252)), 'Divided alpha by the residual variance.')
M('years-not-squared', e, True, 'F:y', F(yearsToTwo=lambda S, A, v, o: 2 / A['appraisalRatio']), 'Forgot the square in the years.')
M('years-upside-down', e, True, 'F:y', F(yearsToTwo=lambda S, A, v, o: (A['appraisalRatio'] / 2)**2), 'Inverted the ratio in the years.')
M('years-proportional-to-t', e, True, 'F:y', F(yearsToTwo=lambda S, A, v, o: 2 / S.t * len(S.d) / 252), 'Scaled the years in proportion to t instead of t squared.')
M('years-2-over-square', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: 2 / A['appraisalRatio']**2), 'Squared only the ratio, not the 2.')
M('years-with-196', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: (1.96 / A['appraisalRatio'])**2), 'Used 1.96 where the exercise says 2.')
M('years-in-days', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: (2 / A['appraisalRatio'])**2 * 252), 'Gave the days instead of the years.')
M('years-in-months', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: (2 / A['appraisalRatio'])**2 * 12), 'Gave months.')
M('years-from-unhedged-sharpe', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: (2 / (S.my / S.sdy))**2 / 252), 'Used the unhedged Sharpe ratio for the years.')
M('years-still-to-go', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: (2 / A['appraisalRatio'])**2 - len(S.d) / 252), 'Subtracted the years that one already has.')
M('years-365', e, False, 'F:y', F(yearsToTwo=lambda S, A, v, o: (2 / (S.alpha / S.sde))**2 / 365), 'Converted days to years with 365.')
M('t-equals-appraisal', e, False, 'F:t', F(alphaT=lambda S, A, v, o: A['appraisalRatio'] * 2), 'Thought t is twice the appraisal ratio.')
M('t-of-beta', e, True, 'F:t', F(alphaT=lambda S, A, v, o: S.beta / S.seb), 'Gave t of the slope.')
M('t-from-total-volatility', e, False, 'F:t', F(alphaT=lambda S, A, v, o: S.alpha / (S.sdy / math.sqrt(len(S.d)))), 'Divided alpha by the standard error of the stock mean.')
M('t-of-the-mean-return', e, False, 'F:t', F(alphaT=lambda S, A, v, o: S.my / (S.sdy / math.sqrt(len(S.d)))), 'Gave t of the stock\'s mean instead of alpha.')
M('t-annual-ratio-root-n-days', e, False, 'F:t', F(alphaT=lambda S, A, v, o: A['appraisalRatio'] * math.sqrt(len(S.d))), 'Multiplied the annual ratio by the root of the number of days.')
M('t-with-hac-errors', e, False, 'F:t', F(alphaT=lambda S, A, v, o: sm.OLS(S.d.y, sm.add_constant(S.d.f)).fit(cov_type='HAC', cov_kwds={'maxlags': 21}).tvalues[0]), 'Used Newey-West standard errors with 21 lags.')
M('p-value-as-t', e, False, 'F:t', F(alphaT=lambda S, A, v, o: math.erfc(abs(S.t) / math.sqrt(2))), 'Copied P>|t| for t.')
M('sharpe-of-unhedged', e, True, 'F:sh', F(sharpeHedged=lambda S, A, v, o: o.annf(S.my) / o.volf(S.sdy)), 'Gave the unhedged Sharpe ratio.')
M('appraisal-times-r-squared', e, False, 'F:ar', F(appraisalRatio=lambda S, A, v, o: o.annf(S.alpha) / o.volf(S.sdy) / (1 - S.r2)), 'Scaled total volatility by 1 - R2 without the root.')
M('treynor-ratio', e, False, 'F:ar', F(appraisalRatio=lambda S, A, v, o: o.annf(S.my) / S.beta), 'Gave the Treynor ratio.')
M('information-ratio-against-market', e, False, 'F:ar', F(appraisalRatio=lambda S, A, v, o: o.annf(S.my - S.mf) / o.volf((S.d.y - S.d.f).std())), 'Gave the information ratio of stock minus market.')
M('hedged-sharpe-of-residuals', e, False, 'F:sh', F(sharpeHedged=lambda S, A, v, o: 252**.5 * S.resid.mean() / S.resid.std()), 'Gave the Sharpe ratio of the residuals, which have mean zero.')
e = ['beta-frequency']
fm = lambda g: setv(mbeta=g)
def mb(rule, how):
    def g(d):
        x = getattr(d[['y', 'f']].resample(rule), how)().dropna(); return beta_of(x.y, x.f)
    return g
for nm, ob, g, nt in [
  ('monthly-last-day', 1, mb('M', 'last'), 'Used resample("M").last(), one day a month.'),
  ('monthly-first-day', 0, mb('M', 'first'), 'Used resample("M").first().'),
  ('monthly-maximum', 0, mb('M', 'max'), 'Used resample("M").max().'),
  ('monthly-median', 0, mb('M', 'median'), 'Used the median day of each month.'),
  ('monthly-std', 0, mb('M', 'std'), 'Regressed monthly standard deviations.'),
  ('monthly-summed', 1, mb('M', 'sum'), 'Summed the days of a month instead of compounding.'),
  ('monthly-asfreq', 0, lambda d: (lambda x: beta_of(x.y, x.f))(d[['y', 'f']].asfreq('M').dropna()), 'Used asfreq("M"), which keeps month-ends that trade.'),
  ('monthly-same-as-daily', 1, lambda d: beta_of(d.y, d.f), 'Gave the daily beta again, as beta does not depend on frequency.'),
  ('monthly-beta-times-21', 1, lambda d: 21 * beta_of(d.y, d.f), 'Scaled the daily beta with 21.'),
  ('monthly-beta-root-21', 1, lambda d: math.sqrt(21) * beta_of(d.y, d.f), 'Scaled the daily beta with root 21.'),
  ('monthly-beta-over-21', 0, lambda d: beta_of(d.y, d.f) / 21, 'Divided the daily beta by 21.'),
  ('quarterly-instead-of-monthly', 0, lambda d: (lambda x: beta_of(x.y, x.f))(comp(d[['y', 'f']], 'Q')), 'Compounded to quarters.'),
  ('weekly-instead-of-monthly', 1, lambda d: (lambda x: beta_of(x.y, x.f))(comp(d[['y', 'f']], 'W-FRI')), 'Compounded to weeks.'),
  ('annual-instead-of-monthly', 1, lambda d: (lambda x: beta_of(x.y, x.f))(comp(d[['y', 'f']], 'A')), 'Compounded to years.'),
  ('month-merge-shifted', 0, lambda d: (lambda x: beta_of(x.y.iloc[1:], x.f.shift(1).iloc[1:]))(comp(d[['y', 'f']], 'M')), 'Merged month-start with month-end dates, so the factor is one month off.'),
  ('rolling-21-day-overlap', 0, lambda d: (lambda x: beta_of(x.y, x.f))(((1 + d[['y', 'f']]).rolling(21).apply(np.prod, raw=True) - 1).dropna()), 'Used overlapping 21-day windows.'),
  ('blocks-of-21-days', 0, lambda d: (lambda x: beta_of(x.y, x.f))((1 + d[['y', 'f']]).groupby(np.arange(len(d)) // 21).prod() - 1), 'Cut the days into blocks of 21 instead of months.'),
  ('monthly-betas-averaged', 0, lambda d: d.groupby([d.index.year, d.index.month]).apply(lambda g: beta_of(g.y, g.f)).mean(), 'Estimated beta within each month and averaged.'),
  ('month-of-year-grouped', 0, lambda d: (lambda x: beta_of(x.y, x.f))((1 + d[['y', 'f']]).groupby(d.index.month).prod() - 1), 'Grouped by index.month without the year, so 12 rows.'),
  ('monthly-no-constant', 0, lambda d: (lambda x: (x.y * x.f).sum() / (x.f**2).sum())(comp(d[['y', 'f']], 'M')), 'Left the constant out in the monthly regression only.'),
  ('monthly-prices-regressed', 0, lambda d: (lambda x: beta_of(x.y, x.f))((1 + d[['y', 'f']]).cumprod().resample('M').last().dropna()), 'Regressed month-end price indices.'),
  ('monthly-reversed', 0, lambda d: (lambda x: beta_of(x.f, x.y))(comp(d[['y', 'f']], 'M')), 'Swapped y and x in the monthly regression.'),
  ('monthly-stock-daily-factor-scaled', 0, lambda d: comp(d[['y']], 'M').y.std() / (d.f.std() * math.sqrt(21)), 'Divided the monthly volatility by the scaled daily one.'),
  ('monthly-logs-of-stock-only', 0, lambda d: (lambda x: beta_of(np.log(x.y), x.f))((1 + d[['y', 'f']]).resample('M').prod()), 'Took logs of the compounded stock only.'),
  ]:
    M(nm, e, bool(ob), 'F:bm', fm(g), nt)
M('daily-and-monthly-exchanged', e, True, 'post', post(lambda A, S, v, o: A.update(betaDaily=A['betaMonthly'], betaMonthly=A['betaDaily'])), 'Typed the two betas in each other\'s box.')
M('daily-beta-one-year', e, False, 'F:bd', F(betaDaily=lambda S, A, v, o: beta_of(S.d.y.iloc[-252:], S.d.f.iloc[-252:])), 'Took the last year for the daily beta only.')
M('daily-correlation', e, True, 'F:bd', F(betaDaily=lambda S, A, v, o: S.corr), 'Took df.corr() for the daily beta.')
M('daily-covariance', e, False, 'F:bd', F(betaDaily=lambda S, A, v, o: S.d.y.cov(S.d.f) * 1e4), 'Gave the covariance in percent squared for the daily beta.')
e = ['target-factor-share']
q = lambda S: math.sqrt(S.s / (1 - S.s) * S.ve / S.vf)
for nm, ob, g, nt in [
  ('exposure-instead-of-hedge', 1, lambda S, A, v, o: q(S), 'Gave the exposure that is left instead of the dollars to sell.'),
  ('full-hedge', 1, lambda S, A, v, o: S.beta, 'Gave beta, the full hedge.'),
  ('larger-root', 1, lambda S, A, v, o: S.beta + q(S), 'Took the larger of the two roots.'),
  ('share-of-beta', 1, lambda S, A, v, o: S.s * S.beta, 'Sold the share times beta.'),
  ('one-minus-share-of-beta', 1, lambda S, A, v, o: (1 - S.s) * S.beta, 'Sold (1 - share) times beta.'),
  ('share-over-r-squared-linear', 1, lambda S, A, v, o: S.beta * (1 - S.s / S.r2), 'Let the share fall in proportion to beta.'),
  ('total-variance-held-fixed', 1, lambda S, A, v, o: S.beta - math.sqrt(S.s * S.vy / S.vf), 'Kept the total variance at the unhedged level.'),
  ('no-root', 1, lambda S, A, v, o: S.beta - S.s / (1 - S.s) * S.ve / S.vf, 'Forgot the square root.'),
  ('share-over-one-minus-share-missing', 1, lambda S, A, v, o: S.beta - math.sqrt(S.s * S.ve / S.vf), 'Set the factor variance to the share of the residual variance.'),
  ('odds-inverted', 0, lambda S, A, v, o: S.beta - math.sqrt((1 - S.s) / S.s * S.ve / S.vf), 'Inverted share/(1-share), so the residual gets the share.'),
  ('share-as-volatility', 0, lambda S, A, v, o: S.beta - math.sqrt(S.s**2 / (1 - S.s**2) * S.ve / S.vf), 'Read the share as a share of volatility.'),
  ('volatilities-mixed', 0, lambda S, A, v, o: S.beta - S.s / (1 - S.s) * math.sqrt(S.ve / S.vf), 'Added volatilities, so odds times sigma e over sigma f.'),
  ('negative-dollars', 0, lambda S, A, v, o: q(S) - S.beta, 'Gave the position with a minus sign.'),
  ('dollars-per-unit-beta', 0, lambda S, A, v, o: 1 - q(S) / S.beta, 'Gave the fraction of the hedge, not the dollars.'),
  ('reduction-in-r-squared', 0, lambda S, A, v, o: S.r2 - S.s, 'Gave the reduction in R-squared.'),
  ('reduction-times-beta', 0, lambda S, A, v, o: (S.r2 - S.s) * S.beta, 'Multiplied the reduction of the share by beta.'),
  ('root-of-reduction', 0, lambda S, A, v, o: S.beta - math.sqrt((S.r2 - S.s) * S.vy / S.vf) if S.r2 > S.s else S.beta, 'Subtracted shares under the root.'),
  ('factor-variance-of-stock', 0, lambda S, A, v, o: S.beta - math.sqrt(S.s / (1 - S.s) * S.ve / S.vy), 'Divided by the stock\'s variance under the root.'),
  ('volatility-in-place-of-variance', 0, lambda S, A, v, o: S.beta - math.sqrt(S.s / (1 - S.s) * S.sde / S.sdf), 'Used standard deviations under the root.'),
  ('total-variance-in-odds', 0, lambda S, A, v, o: S.beta - math.sqrt(S.s / (1 - S.s) * S.vy / S.vf), 'Used the whole variance where the residual one belongs.'),
  ('share-to-remove', 0, lambda S, A, v, o: S.beta - math.sqrt((1 - S.s) * S.vy * S.r2 / S.vf), 'Removed the share of the factor variance instead of leaving it.'),
  ('beta-times-one-minus-root-share', 0, lambda S, A, v, o: S.beta * (1 - math.sqrt(S.s)), 'Scaled beta with one minus the root of the share.'),
  ('grid-search-step', 0, lambda S, A, v, o: math.ceil((S.beta - q(S)) * 4) / 4, 'Searched on a grid of 0.25 dollars.'),
  ('grid-search-tenth', 0, lambda S, A, v, o: math.ceil((S.beta - q(S)) * 10) / 10, 'Searched on a grid of 0.1 dollars.'),
  ('minimum-of-square', 0, lambda S, A, v, o: S.beta - q(S)**2, 'Squared the exposure.'),
  ]:
    M(nm, e, bool(ob), 'F:h', F(partialHedge=g), nt)
M('share-of-another-variant', ['target-factor-share'], True, 'share', setv(share=lambda s: .2 if s != .2 else .1), 'Used another share than the one asked.')
M('share-is-for-idiosyncratic', ['target-factor-share'], False, 'share', setv(share=lambda s: 1 - s), 'Took the share as the stock\'s own part.')
M('share-divided-by-ten', ['target-factor-share'], False, 'share', setv(share=lambda s: s / 10), 'Typed the share with one zero too many.')
M('share-percent-twice', ['target-factor-share'], False, 'share', setv(share=lambda s: s / 100), 'Typed the share as 0.002 for 0.2, percent taken twice.')
# units and boxes (at the end)
def scale(parts_, k):
    return post(lambda A, S, v, o: A.update({p: A[p] * k for p in parts_ if p in A}))
M('percent-typed-without-sign', AVG, True, 'post', scale(['alphaExcess', 'alphaRaw', 'alphaAnnual', 'factorPremium', 'riskFreeAnnual', 'expectedReturn'], 100), 'Typed percent numbers without a percent sign.')
M('percent-typed-without-sign', ['jpm-regression', 'reading-a-table'], True, 'post', scale(['alpha', 'alphaLow', 'alphaHigh'], 100), 'Typed percent numbers without a percent sign.')
M('decimals-typed-as-percent', AVG, False, 'post', scale(['alphaExcess', 'alphaRaw', 'alphaAnnual', 'factorPremium', 'riskFreeAnnual', 'expectedReturn'], .01), 'Put a percent sign behind the decimal number.')
M('dollars-in-thousands', ['monthly-position', 'annual-budget'], True, 'post', scale(['positionMonthly', 'positionUnhedged', 'positionHedged', 'pnlUnhedged', 'pnlHedged'], 1e-3), 'Typed thousands of dollars in the dollar box.')
M('dollars-in-millions', ['monthly-position', 'annual-budget'], True, 'post', scale(['positionMonthly', 'positionUnhedged', 'positionHedged', 'pnlUnhedged', 'pnlHedged'], 1e-6), 'Typed the number of millions without M.')
M('basis-points', ['annualise-alpha', 'raw-or-excess', 'jpm-regression'], False, 'post', scale(['alpha', 'alphaAnnual', 'alphaExcess', 'alphaRaw'], 1e4), 'Typed basis points.')
M('boxes-shifted', ['annual-budget', 'appraisal-ratio', 'factor-share'], False, 'post', post(lambda A, S, v, o: A.update(dict(zip(list(A), list(A.values())[1:] + list(A.values())[:1])))), 'Pasted the answers one box off.')

# ---------------------------------------------------------------- typing
def fixed(x, k):
    if x == 0: return '0'
    dec = k - 1 - int(math.floor(math.log10(abs(x))))
    x2 = round(x, dec)
    if x2 == 0: return '0'
    if dec > 0 and abs(x2 - x) <= 1e-11 * abs(x):          # a number with few digits by nature
        while dec > 0 and abs(round(x, dec - 1) - x) <= 1e-11 * abs(x): dec -= 1
    return f'{x2:.{max(dec, 0)}f}'
def sci(x, k):
    m, ex = f'{x:.{k-1}e}'.split('e'); return m + 'e' + str(int(ex))
def typed(x, unit, pid, k, style):
    """style: a dict of the student's habits"""
    if isinstance(x, str): return x.capitalize() if style['cap'] else x
    if abs(x) < 1e-9: return style['zero'] if style['zero'] != 'sci' else sci(x, 3) if x else '0'
    if style['force'] == 'plain': return fixed(x, k)
    if style['force'] == 'percent': return fixed(100 * x, k) + '%'
    if unit == 'return':
        if abs(x) < 2e-3 and style['small'] == 'sci': return sci(x, k)
        if style['percent'] and abs(x) < (.03 if pid in ('alpha', 'alphaLow', 'alphaHigh') else 10): return fixed(100 * x, k) + ('%' if style['tight'] else ' %')
        return fixed(x, k) if abs(x) > 1e-7 else sci(x, k)
    if unit == 'share' and style['percent'] and abs(x) < 50: return fixed(100 * x, k) + '%'
    if pid == 'rSquared' and style['percent'] and style['tight'] and abs(x) <= 1: return fixed(100 * x, k) + '%'
    if unit == 'dollars':
        a = abs(x); z = style['dollar']
        if z == 'sci' and a >= 1e5: return sci(x, k)
        if z in ('M', '$M', 'million') and a >= 1e5 and a < 1e10:
            t = fixed(x / 1e6, k)
            return {'M': t + 'M', '$M': ('-$' + t[1:] if t[0] == '-' else '$' + t) + 'M', 'million': t + ' million'}[z]
        if a >= 1000:
            t = f'{sig(x, k):,.0f}'
        else: t = fixed(x, k)
        if z == 'plain': return t.replace(',', '')
        if z == 'comma': return t
        return '-$' + t[1:] if t[0] == '-' else '$' + t
    if unit == 'years' and style['words']: return fixed(x, k) + ' years'
    if (abs(x) < 1e-3 and style['small'] == 'sci') or abs(x) >= 1e7 or abs(x) < 1e-7: return sci(x, k)
    return fixed(x, k)
def parse(t):
    t = t.strip().lower().replace('$', '').replace(',', '').replace('years', '').strip()
    k = 1.0
    if t.endswith('%'): k, t = .01, t[:-1]
    elif t.endswith('million'): k, t = 1e6, t[:-7]
    elif t.endswith('m'): k, t = 1e6, t[:-1]
    return float(t.strip()) * k
def digits(t):
    """the numbers of significant digits that the text may be read to have, and its scale"""
    t = t.strip().lower().replace('$', '').replace(',', '').replace('years', '').strip()
    sc = 100 if t.endswith('%') else 1e-6 if t.endswith('m') or t.endswith('million') else 1
    m = re.match(r'-?[\d.]+', t).group().lstrip('-')
    d = m.replace('.', '').lstrip('0')
    ks = {len(d)}
    if '.' not in m: ks.add(len(d.rstrip('0')))
    dec = len(m.split('.')[1]) if '.' in m else 0
    return [k for k in ks if k > 0], sc, dec, 'e' in t and 'million' not in t
def verdict(part_, key, text):
    """right / wrong / edge (too close to call, or the key as rounded)"""
    if 'choices' in part_: return 'right' if text.lower() == key else 'wrong'
    x, w = parse(text), tol(part_, key)
    r = abs(x - key) / w
    if r <= .95: return 'right'
    if r <= 1.06: return 'edge'
    ks, sc, dec, isci = digits(text)
    for k in ks:
        if abs(sig(key * sc, k) / sc - x) <= 1e-9 * max(abs(key), abs(x), 1e-12): return 'edge'
    if not isci and abs(round(key * sc, dec) / sc - x) <= 1e-9 * max(abs(key), 1e-12): return 'edge'
    return 'wrong'

def habits():
    return dict(cap=R.rand() < .35, zero=R.choice(['0', '0.0', '0.000', '0.000000', 'sci'], p=[.35, .15, .2, .15, .15]), force=None,
        small=R.choice(['sci', 'dec'], p=[.25, .75]), percent=R.rand() < .35, tight=R.rand() < .75,
        dollar=R.choice(['$', 'comma', 'plain', 'M', '$M', 'million', 'sci'], p=[.28, .17, .2, .13, .1, .06, .06]), words=R.rand() < .12,
        k=int(R.choice([2, 3, 4, 5, 6], p=[.06, .34, .36, .17, .07])))
def write(e, v, A, style):
    """-> texts, wrong parts; None if a part is at the edge"""
    out, wrong = {}, []
    for p in e['parts']:
        x, key = A[p['id']], v['keys'][p['id']]
        if not isinstance(x, str) and (not np.isfinite(x) or abs(x) > 1e12): return None
        k0 = int(np.clip(style['k'] + R.choice([-1, 0, 0, 0, 1]), 2, 6))
        isright = not isinstance(x, str) and abs(x - key) <= tol(p, key)
        for k in range(k0, 7):
            t = typed(x, p.get('unit'), p['id'], k, style)
            r = verdict(p, key, t)
            if isright and r == 'wrong': continue
            if r != 'edge': break
        if r == 'edge': return None
        if isright and r != 'right': return None
        out[p['id']] = t
        if r == 'wrong': wrong.append(p['id'])
    return out, wrong
FORCE = {'percent-typed-without-sign': 'plain', 'dollars-in-thousands': 'plain', 'dollars-in-millions': 'plain', 'basis-points': 'plain', 'decimals-typed-as-percent': 'percent'}

# ---------------------------------------------------------------- the set
QUOTA = {'jpm-regression': 32, 'reading-a-table': 28, 'raw-or-excess': 26, 'annualise-alpha': 28, 'tracking-portfolio': 30, 'hedged-portfolio': 32, 'expected-return': 32,
         'factor-share': 32, 'monthly-position': 30, 'annual-budget': 36, 'appraisal-ratio': 32, 'beta-frequency': 32, 'target-factor-share': 30}
assert sum(QUOTA.values()) == 400
KINDS = ['right'] * 12 + ['arbitrary'] * 19 + ['slip'] * 14 + ['two'] * 61
KINDS += ['single'] * (400 - len(KINDS))

GUESS = {'return': ['0.05', '10%', '0.1', '0.0003', '7%', '0.12', '0.001', '8%', '0.02', '0.25', '1%', '0.0001'],
         'ratio': ['1', '0.5', '1.2', '0.8', '0', '2', '1.5', '0.33', '0.9', '0.25', '3.1', '0.7'],
         'share': ['50%', '0.3', '75%', '0.6', '25%', '0.9'],
         'dollars': ['$10,000,000', '5000000', '$1M', '25,000,000', '$2,500,000', '100000', '$300,000', '12M'],
         'years': ['10', '5', '20', '30', '100', '2']}
def slip(t, name):
    m = re.search(r'[\d.,]+', t); a, b = m.span(); s = t[a:b]
    i = [j for j, c in enumerate(s) if c.isdigit()]
    first = next((j for j in i if s[j] != '0'), None)
    if first is None: return None
    ii = [j for j in i if j >= first]
    if name == 'digits-transposed':
        c = [(x, y) for x, y in zip(ii, ii[1:]) if s[x] != s[y]]
        if not c: return None
        x, y = c[R.randint(len(c))]; l = list(s); l[x], l[y] = l[y], l[x]; s = ''.join(l)
    elif name == 'digit-dropped':
        if len(ii) < 3 or ',' in s: return None
        x = ii[R.randint(len(ii) - 1)]; s = s[:x] + s[x + 1:]
    elif name == 'digit-doubled':
        if ',' in s: return None
        x = ii[R.randint(len(ii))]; s = s[:x] + s[x] + s[x:]
    elif name == 'decimal-point-moved':
        if s.startswith('0.0'): s = '0.' + s[3:]
        elif s.startswith('0.'): s = '0.0' + s[2:]
        elif '.' in s: j = s.index('.'); s = s.replace('.', '')[:j - 1] + '.' + s.replace('.', '')[j - 1:] if j > 1 else '0.' + s.replace('.', '')
        else: return None
    elif name == 'neighbouring-key':
        x = ii[R.randint(min(2, len(ii)))]; d = int(s[x]); d2 = d + 1 if d < 9 else 8; s = s[:x] + str(d2) + s[x + 1:]
    elif name == 'minus-sign-slip':
        return t[1:] if t.startswith('-') else '-' + t
    if s.startswith('.'): s = '0' + s
    return t[:a] + s + t[b:]
SLIPS = ['digits-transposed', 'digit-dropped', 'digit-doubled', 'decimal-point-moved', 'neighbouring-key', 'minus-sign-slip']

used = collections.Counter(); usedex = collections.Counter(); seen = set()
def pool(ex, v, obvious):
    c = [m for m in MIST if ex in m.exs and m.obvious == obvious and (m.when is None or m.when(v)) and used[m.name] < 5 and usedex[ex, m.name] < 2]
    sp = [m for m in c if len(m.exs) <= 4]
    if sp and R.rand() < .5: c = sp
    c = [c[i] for i in R.permutation(len(c))]
    return sorted(c, key=lambda m: (usedex[ex, m.name] * 2 + used[m.name]))
def attempt(ex, v, ms):
    o = defaults()
    for m in ms: m.fn(o, v)
    try: A = solve(ex, v, o)
    except (ValueError, ZeroDivisionError, OverflowError, IndexError, np.linalg.LinAlgError) as err: return None
    for x in A.values():
        if not isinstance(x, str) and (isinstance(x, complex) or not np.isfinite(x)): return None
    return A
def differ(e, v, A, B):
    for p in e['parts']:
        a, b = A[p['id']], B[p['id']]
        if isinstance(a, str):
            if a != b: return True
        elif abs(a - b) > 2 * tol(p, v['keys'][p['id']]) and abs(a - b) > .02 * abs(a): return True
    return False
def same(e, A, B):
    return all(A[p['id']] == B[p['id']] if isinstance(A[p['id']], str) else abs(A[p['id']] - B[p['id']]) <= 1e-3 * abs(A[p['id']]) + 1e-12 for p in e['parts'])
SLOW = ('rolling-21-day-overlap',)
def twin(e, v, A, but=()):
    """names of single mistakes that give the same numbers"""
    out = []
    for m in MIST:
        if e['id'] not in m.exs or m.name in but or m.name in SLOW or m.slot in ('fit', 'trans', 'build', 'period', 'asset', 'factor') or (m.when and not m.when(v)): continue
        if (m.name, e['id'], v['id']) not in _single: _single[m.name, e['id'], v['id']] = attempt(e['id'], v, [m])
        B = _single[m.name, e['id'], v['id']]
        if B is not None and same(e, A, B): out.append(m.name)
    return out
_single = {}
def emit(e, v, texts, names, wrong, note):
    key = (e['id'], v['id'], json.dumps(texts))
    if key in seen: return False
    seen.add(key)
    OUT.append(dict(exercise=e['id'], variant=v['id'], answers=texts, mistakes=names, parts=wrong, note=note))
    return True
OUT = []; RAW = []
def style_for(ms):
    s = habits()
    for m in ms:
        if m.name in FORCE: s['force'] = FORCE[m.name]
    return s
def one(e, v, kind, obv):
    ex = e['id']
    right = solve(ex, v, defaults())
    if kind == 'right':
        w = write(e, v, right, habits())
        return bool(w) and not w[1] and emit(e, v, w[0], [], [], 'Everything right, in the student\'s own way of typing.')
    if kind == 'arbitrary':
        w = write(e, v, right, habits())
        if not w: return False
        t = dict(w[0]); ps = e['parts']
        if len(ps) > 1 and R.rand() < .5: ps = [ps[R.randint(len(ps))]]; note = 'Guessed one number, the rest is right.'
        else: note = 'Guessed without computing.'
        for p in ps: t[p['id']] = R.choice(p['choices']) if 'choices' in p else str(R.choice(GUESS[p['unit']]))
        t = {a: str(b) for a, b in t.items()}
        vs = {p['id']: verdict(p, v['keys'][p['id']], t[p['id']]) for p in e['parts']}
        if 'edge' in vs.values() or not any(vs[p['id']] == 'wrong' and 'choices' not in p for p in ps): return False
        return emit(e, v, t, ['arbitrary'], [a for a in vs if vs[a] == 'wrong'], note)
    if kind == 'slip':
        st_ = habits(); st_['k'] = max(3, st_['k'])
        w = write(e, v, right, st_)
        if not w: return False
        c = [p for p in e['parts'] if 'choices' not in p and abs(v['keys'][p['id']]) > 1e-9]
        p = c[R.randint(len(c))]; name = sorted(SLIPS, key=lambda s: (used[s], R.rand()))[0]
        n = slip(w[0][p['id']], name)
        if not n: return False
        try: r = verdict(p, v['keys'][p['id']], n)
        except Exception: return False
        if r != 'wrong': return False
        t = {**w[0], p['id']: n}
        used[name] += 1
        return emit(e, v, t, [name], [p['id']], f'Computed all parts right but slipped on the keyboard in {p["id"]} ({w[0][p["id"]]} meant).')
    if kind == 'single':
        for m in pool(ex, v, obv)[:25]:
            A = attempt(ex, v, [m])
            if A is None: continue
            w = write(e, v, A, style_for([m]))
            if not w or not w[1]: continue
            if emit(e, v, w[0], [m.name], w[1], m.note):
                used[m.name] += 1; usedex[ex, m.name] += 1; RAW.append((OUT[-1], A)); return True
        return False
    if kind == 'two':
        for _ in range(25):
            p1, p2 = pool(ex, v, True), pool(ex, v, False) if R.rand() < .7 else pool(ex, v, True)
            m1, m2 = p1[R.randint(min(6, len(p1)))], p2[R.randint(min(8, len(p2)))]
            if m1.slot.split(':')[0] == m2.slot.split(':')[0] and (m1.slot == m2.slot or m1.slot[0] != 'F'): continue
            ms = sorted([m1, m2], key=lambda m: m.slot == 'post')
            A1, A2, A = attempt(ex, v, [m1]), attempt(ex, v, [m2]), attempt(ex, v, ms)
            if A is None or A1 is None or A2 is None: continue
            if not (differ(e, v, A, A1) and differ(e, v, A, A2) and differ(e, v, A1, right) and differ(e, v, A2, right)): continue
            if twin(e, v, A, {m1.name, m2.name}): continue
            w = write(e, v, A, style_for(ms))
            if not w or not w[1]: continue
            note = ms[0].note.rstrip('.') + '; and also ' + ms[1].note[0].lower() + ms[1].note[1:]
            if emit(e, v, w[0], [m.name for m in ms], w[1], note):
                for m in ms: used[m.name] += 1; usedex[ex, m.name] += 1
                return True
        return False
def make():
    slots = [x for x, n in QUOTA.items() for _ in range(n)]
    frac = [(i + .5) / n + R.rand() * .004 for x, n in QUOTA.items() for i in range(n)]
    kinds = [None] * 400                                    # every kind spread over all exercises
    for j, k in zip(np.argsort(frac), KINDS): kinds[j] = k
    mix = []                                                # but in mixed order within an exercise
    for x in QUOTA:
        ks = [k for y, k in zip(slots, kinds) if y == x]; mix += [ks[i] for i in R.permutation(len(ks))]
    kinds = mix
    order = {}
    cur = collections.Counter(); obv = collections.Counter()
    for x in QUOTA:
        n = len(EXD[x]['variants']); order[x] = np.concatenate([R.permutation(n) for _ in range(60)])
    for ex, kind in zip(slots, kinds):
        e = EXD[ex]
        flag = obv[ex] % 2 == 0
        for trial in range(40):
            v = e['variants'][order[ex][cur[ex]]]
            ok = one(e, v, kind, flag)
            if ok: break
            if trial % 3 == 2: cur[ex] += 1
        assert ok, (ex, kind)
        cur[ex] += 1
        if kind == 'single': obv[ex] += 1
    # some parts left blank
    c = [i for i, s in enumerate(OUT) if len(s['answers']) > 1 and len(s['mistakes']) == 1 and s['mistakes'] != ['arbitrary'] and s['mistakes'][0] not in SLIPS]
    n = 0
    for i in [c[j] for j in R.permutation(len(c))]:
        s = OUT[i]; ids = list(s['answers'])
        b = [x for x in (ids[-1:] if R.rand() < .6 else ids[-2:] if len(ids) > 3 else [ids[R.randint(len(ids))]])]
        rest = [x for x in s['parts'] if x not in b]
        if not rest: continue
        for x in b: s['answers'][x] = ''
        s['parts'] = rest; s['note'] = s['note'].rstrip('.') + '; left ' + ' and '.join(b) + ' blank.'
        n += 1
        if n == 21: break
    # shuffle
    return [OUT[i] for i in R.permutation(len(OUT))]

def check(L):
    assert len(L) == 400
    for s in L:
        e = EXD[s['exercise']]; v = next(x for x in e['variants'] if x['id'] == s['variant'])
        assert list(s['answers']) == [p['id'] for p in e['parts']]
        wrong = []
        for p in e['parts']:
            t = s['answers'][p['id']]; assert isinstance(t, str)
            if t == '': continue
            r = verdict(p, v['keys'][p['id']], t); assert r != 'edge', s
            if r == 'wrong': wrong.append(p['id'])
        assert wrong == s['parts'], (wrong, s)
        assert bool(s['mistakes']) == bool(wrong)
if __name__ == '__main__':
    check_keys()
    L = make()
    json.dump(L, open(WRITE_TO + 'seventh-forms.json', 'w'), indent=1, ensure_ascii=False)
    L = json.load(open(WRITE_TO + 'seventh-forms.json'))
    check(L)
    ob = {m.name: m.obvious for m in MIST}
    names = collections.Counter(n for s in L for n in s['mistakes'])
    print('by exercise', dict(collections.Counter(s['exercise'] for s in L)))
    print('variants used', len({(s['exercise'], s['variant']) for s in L}), 'of', sum(len(e['variants']) for e in EX))
    print('different mistakes', len(names), '; less obvious ones', sum(1 for n in names if ob.get(n) is False))
    print('tagged obvious / less obvious (uses)', sum(c for n, c in names.items() if ob.get(n)), sum(c for n, c in names.items() if ob.get(n) is False))
    print('two', sum(len(s['mistakes']) == 2 for s in L), 'arbitrary', names['arbitrary'], 'slips', sum(names[x] for x in SLIPS), 'right', sum(not s['mistakes'] for s in L), 'blank', sum('' in s['answers'].values() for s in L))
    print(names.most_common(12))
    # which other single mistakes of this script give the same numbers (not part of the set)
    al = []
    for o_, A in RAW:
        e = EXD[o_['exercise']]; v = next(x for x in e['variants'] if x['id'] == o_['variant'])
        t = twin(e, v, A, set(o_['mistakes']))
        if t: al.append(dict(exercise=o_['exercise'], variant=o_['variant'], mistake=o_['mistakes'][0], same_numbers_as=t))
    json.dump(al, open(WRITE_TO + 'seventh-aliases.json', 'w'), indent=1)
    print('singles that share their numbers (0.1%) with another mistake here:', len(al))

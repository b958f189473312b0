"""250 forms as a class of undergraduates fills them in: writes ../wrong-submissions-ninth.json.

Every form has an exercise, a variant, the texts that were typed, by quantity, and `truth`, one sentence about what the
student did and which fields are right as they stand. Written from the exercises' questions, their keys, the chapter and
the sample alone. The name of a mistake is this file's own. /usr/bin/python3 students/ninth.py, half a minute.

A form is made as a student makes it: choose the data and fit the line (`fit`), apply the formulas (`solve`), type the
numbers (`write`). A mistake enters at one of the three, and what follows from it follows by itself."""
import os
os.environ.setdefault('OMP_NUM_THREADS', '1')
import collections, json, math, re, warnings
from types import SimpleNamespace
import numpy as np
import pandas as pd
import statsmodels.api as sm

warnings.filterwarnings('ignore')
CHANCE = np.random.RandomState(990917)
HERE = os.path.dirname(os.path.abspath(__file__))
GOLDEN = os.path.join(HERE, '..')
SAMPLE = os.path.join(GOLDEN, '..', '..', 'data', 'sample')

EXERCISES = json.load(open(os.path.join(GOLDEN, 'variants.json')))
BY_ID = {e['id']: e for e in EXERCISES}


# The data that a student has: the course's two files and the library's daily factors.
def library(name):
    """A daily file of the factor library, as decimals."""
    lines = [line.strip().split(',') for line in open(os.path.join(SAMPLE, name))]
    head = next(cells for cells in lines if cells[0] == '' and len(cells) > 2)
    days = [cells for cells in lines if re.fullmatch(r'\d{8}', cells[0].strip())]
    index = pd.to_datetime([cells[0] for cells in days], format='%Y%m%d')
    return pd.DataFrame([[float(x) for x in cells[1:]] for cells in days], index, [h.strip() for h in head[1:]]) / 100


LIBRARY = library('F-F_Research_Data_Factors_daily.CSV')
RF = LIBRARY['RF']
WITH_BLANKS = pd.read_csv(os.path.join(SAMPLE, 'FactorModels_data1.csv'), parse_dates=['date'], index_col='date')
COURSE = WITH_BLANKS.dropna()
MSFT = pd.read_csv(os.path.join(SAMPLE, 'FactorModels_data2.csv'), parse_dates=['date'], index_col='date')['MSFT'].dropna()


def excess_and_total(name, blanks_as_zero):
    """Excess and total returns of a column, by the name that a student would give it."""
    if name == 'MSFT':
        return (MSFT - RF).dropna(), MSFT
    if name in LIBRARY.columns:
        return LIBRARY[name], LIBRARY[name] + RF
    course = WITH_BLANKS.loc['1993-01-29':].fillna(0) if blanks_as_zero else COURSE
    return course[name], (course[name] + RF).dropna()


FITS = {}


def fit(v, **choices):
    """The regression that the student ran, for a variant and the choices in which they went another way."""
    key = json.dumps([v['asset'], v['factor'], v.get('from'), v.get('to'), choices], sort_keys=True)
    if key not in FITS:
        FITS[key] = fit_anew(v, choices)
    return FITS[key]


def fit_anew(v, c):
    asset, factor = c.get('asset', v['asset']), c.get('factor', v['factor'])
    excess, total = excess_and_total(asset, c.get('blanks_as_zero'))
    f_excess, f_total = excess_and_total(factor, c.get('blanks_as_zero'))
    d = pd.DataFrame({'y': excess, 'total': total, 'f': f_excess, 'f_total': f_total, 'rf': RF}).dropna()
    d = d.loc[c.get('from', v.get('from')):c.get('to', v.get('to'))]
    how = c.get('y')
    if how == 'total': d['y'] = d.total
    if how == 'rf twice': d['y'] = d.y - d.rf
    if how == 'rf in percent': d['y'] = d.total - 100 * d.rf
    if how == 'rf of a month': d['y'] = d.total - 21 * d.rf
    if how == 'rf added': d['y'] = d.total + d.rf
    if c.get('f') == 'total': d['f'] = d.f_total
    if c.get('f') == 'rf twice': d['f'] = d.f - d.rf
    if c.get('f') == 'percent': d['f'] = 100 * d.f
    per_year = 252
    by_month = [d.index.year, d.index.month]
    frequency = c.get('frequency')
    if frequency == 'month':
        d, per_year = (1 + d).groupby(by_month).prod() - 1, c.get('per_year', 12)
    if frequency == 'week':
        d, per_year = (1 + d).resample('W').prod() - 1, 52
    if frequency == 'month, last day': d = d.groupby(by_month).last()
    if c.get('rows') == 'factor a day late': d['f'] = d.f.shift(1)
    if c.get('rows') == 'last 252': d = d.iloc[-252:]
    if c.get('rows') == 'without big days': d = d[d.y.abs() < 3 * d.y.std()]
    if c.get('log'): d['y'], d['f'] = np.log1p(d.y), np.log1p(d.f)
    d = d.dropna()
    left, right = (d.f, d.y) if c.get('swapped') else (d.y, d.f)
    constant = not c.get('no_constant')
    line = sm.OLS(left, sm.add_constant(right) if constant else right).fit()
    b = line.params[right.name]
    s = SimpleNamespace(
        y=d.y, f=d.f, n=len(d), per_year=per_year, a=line.params['const'] if constant else 0.0, b=b, r2=line.rsquared,
        corr=d.y.corr(d.f), t_a=line.tvalues['const'] if constant else 0.0, t_b=line.tvalues[right.name],
        se_a=line.bse['const'] if constant else 0.0, se_b=line.bse[right.name], var_e=line.resid.var(),
        var_y=d.y.var(), var_f=d.f.var(), mean_y=d.y.mean(), mean_f=d.f.mean(), mean_rf=d.rf.mean(),
        p_a=line.pvalues['const'] if constant else 1.0, choices=c)
    s.sd_y, s.sd_f, s.sd_e = math.sqrt(s.var_y), math.sqrt(s.var_f), math.sqrt(s.var_e)
    return s


def with_slope(s, b):
    """The same data with another number for β; the regression's α and residuals stay."""
    return SimpleNamespace(**dict(vars(s), b=b))


def hedged(s):
    return s.y - s.b * s.f


def sharpe(x, per_year=252):
    return x.mean() / x.std() * math.sqrt(per_year)


def solve(exercise, v, s):
    """The formulas as the chapter has them, on a fit. Every part of the form, by quantity."""
    year = s.per_year
    if exercise == 'jpm-regression':
        other = dict(v, **v['other'])
        same = {k: x for k, x in s.choices.items() if k not in ('asset', 'factor')}
        peer = fit(other, **(same if len(s.choices) == len(same) else {}))
        more = s.b > peer.b if s.choices.get('asset') != other['asset'] else v['keys']['sensitivity'] == 'more'
        return {'alpha': s.a, 'beta': s.b, 'rSquared': s.r2, 'sensitivity': 'more' if more else 'less'}
    if exercise == 'reading-a-table':
        a, se = four_digits(s.a), four_digits(s.se_a)
        return {'alphaT': a / se, 'alphaLow': a - 1.96 * se, 'alphaHigh': a + 1.96 * se,
                'significant': 'yes' if abs(a / se) > 1.96 else 'no'}
    if exercise == 'raw-or-excess':
        changed = dict(s.choices)
        changed['y'] = 'total'
        return {'alphaExcess': s.a * year, 'alphaRaw': fit(v, **changed).a * year}
    if exercise == 'annualise-alpha':
        return {'alphaAnnual': s.a * year}
    if exercise == 'tracking-portfolio':
        return {'trackingHolding': s.b, 'factorPremium': s.b * s.mean_f * year}
    if exercise == 'hedged-portfolio':
        h = hedged(s)
        return {'hedgedCorrelation': h.corr(s.f), 'sharpeHedged': sharpe(h, year), 'sharpeUnhedged': sharpe(s.y, year)}
    if exercise == 'expected-return':
        parts = {'riskFreeAnnual': s.mean_rf * year, 'factorPremium': s.b * s.mean_f * year, 'alphaAnnual': s.a * year}
        return dict(parts, expectedReturn=sum(parts.values()))
    if exercise == 'factor-share':
        variance = s.b ** 2 * s.var_f
        return {'factorVariance': variance, 'factorShare': variance / s.var_y, 'rSquared': s.r2}
    if exercise == 'monthly-position':
        return {'positionMonthly': v['budget'] / (s.sd_y * math.sqrt(year / 12))}
    if exercise == 'annual-budget':
        plain = v['budget'] / (s.sd_y * math.sqrt(year))
        bare = v['budget'] / (hedged(s).std() * math.sqrt(year))
        return {'positionUnhedged': plain, 'positionHedged': bare,
                'pnlUnhedged': plain * s.a * year, 'pnlHedged': bare * s.a * year}
    if exercise == 'appraisal-ratio':
        ratio = s.a / s.sd_e * math.sqrt(year)
        return {'appraisalRatio': ratio, 'sharpeHedged': sharpe(hedged(s), year), 'alphaT': s.t_a,
                'yearsToTwo': (2 / ratio) ** 2 if ratio else math.nan}
    if exercise == 'beta-frequency':
        monthly = fit(v, **dict(s.choices, frequency='month'))
        return {'betaDaily': s.b, 'betaMonthly': monthly.b}
    if exercise == 'target-factor-share':
        return {'partialHedge': s.b - exposure_left(v['share'], s)}
    raise KeyError(exercise)


def exposure_left(share, s):
    """The exposure whose variance is `share` of its own and the residual's."""
    return math.sqrt(share / (1 - share) * s.var_e / s.var_f)


def four_digits(x):
    return float('%.4g' % x)


# Mistakes in the data or in the regression. Each is (weight, kind, choices, what the student did).
def data_mistakes(v):
    a, f, ff = v['asset'], v['factor'], v.get('from')
    line = f'regressed {a} on {f}'
    out = []
    def add(weight, kind, sentence, **choices):
        out.append((weight, kind, sentence, choices))
    if a == 'MSFT':
        add(13, 'raw for excess', "did not subtract RF from MSFT and worked with its raw return throughout", y='total')
        add(2, 'RF in percent', "subtracted RF in percent, as the library prints it, from MSFT's decimal return", y='rf in percent')
        add(.5, 'RF added', "added RF to MSFT's return instead of subtracting it", y='rf added')
        add(.4, 'RF of a month', "subtracted a whole month's RF (21 × RF) from every day of MSFT", y='rf of a month')
        add(1, 'RF twice', "subtracted RF twice from MSFT", y='rf twice')
        add(4, 'factor in percent', "left Mkt-RF in percent while MSFT was in decimals", f='percent')
        add(2, 'wrong column', "took the column HML for Mkt-RF", factor='HML')
        add(2, 'wrong column', "took the column SMB for Mkt-RF", factor='SMB')
        add(.5, 'wrong column', "took the column RF for Mkt-RF", factor='RF')
        add(3.5, 'other factor', "took SPY as the factor instead of Mkt-RF, on the days that SPY's file has", factor='SPY')
        add(1.5, 'raw factor', "added RF back to Mkt-RF and used the raw market return as the factor", f='total')
        add(.8, 'RF off the factor', "subtracted RF from Mkt-RF once more", f='rf twice')
        add(1, 'raw on raw', "left RF in MSFT and added it to the market as well: raw return on raw return", y='total', f='total')
        add(1.5, 'wrong ticker', "used JPM's returns with Mkt-RF instead of MSFT's, on the days that JPM's file has", asset='JPM')
        add(1.5, 'wrong ticker', "used JPM on SPY instead of MSFT on Mkt-RF", asset='JPM', factor='SPY')
    else:
        peer = v['other']['asset']
        add(5, 'wrong ticker', f"took the column {peer} for {a}", asset=peer)
        add(1, 'wrong ticker', f"used MSFT on SPY instead of {a} on SPY", asset='MSFT')
        add(3, 'RF twice', f"subtracted RF from {a}, whose file holds excess returns already", y='rf twice')
        add(1.5, 'RF twice in both', f"subtracted RF from {a} and SPY, which are excess returns already", y='rf twice', f='rf twice')
        add(2.5, 'raw for excess', f"worked with {a}'s total return, RF still in it, on SPY's excess return", y='total')
        add(1.3, 'raw on raw', f"worked with the total returns of both {a} and SPY, RF still in them", y='total', f='total')
        add(1, 'raw factor', "used SPY's total return, RF still in it, as the factor", f='total')
        add(4, 'other factor', "took Mkt-RF as the factor instead of SPY", factor='Mkt-RF')
        add(.7, 'wrong column', "took the library's HML as the factor instead of SPY", factor='HML')
        add(1, 'wrong column', f"took {peer} as the factor instead of SPY", factor=peer)
        add(.6, 'blanks as zero', "filled the blank days with 0 instead of dropping them", blanks_as_zero=True)
    years = [('1995-01-01', '2004-12-31'), ('2000-01-01', '2009-12-31'), ('2005-01-01', '2014-12-31'),
             ('2010-01-01', '2019-12-31'), ('2015-01-01', '2024-12-31')]
    if ff:
        add(5, 'whole sample', f"used the whole file instead of {v['first']} to {v['last']}", **{'from': None, 'to': None})
        for begin, end in years:
            if begin != ff:
                add(.8, 'other window', f"used the window {begin[:4]} to {end[:4]} instead of {ff[:4]} to {v['to'][:4]}", **{'from': begin, 'to': end})
        first, last = int(ff[:4]), int(v['to'][:4])
        add(1.3, 'window a year off', f"stopped a year early, at the end of {last - 1}", to=f'{last - 1}-12-31')
        add(1, 'window a year off', f"began a year late, in {first + 1}", **{'from': f'{first + 1}-01-01'})
        add(1, 'window a year off', f"began a year early, in {first - 1}", **{'from': f'{first - 1}-01-01'})
        add(.8, 'window open at the end', f"cut the data at {v['first']} and forgot to stop at {v['last']}", to=None)
        add(.8, 'window open at the start', f"cut the data at {v['last']} and forgot to start at {v['first']}", **{'from': None})
    else:
        add(2.5, 'other window', "used the last ten years, 2015 to 2024, instead of the whole file", **{'from': '2015-01-01'})
        add(2, 'other window', "used the days from 2000 on instead of the whole file", **{'from': '2000-01-01'})
        add(1, 'other window', "stopped at the end of 2019 instead of using the whole file", to='2019-12-31')
        if a == 'MSFT':
            add(1.5, 'other window', "began on 1993-02-01, where SPY begins, instead of 1986-03-14", **{'from': '1993-02-01'})
    add(.7, 'last year only', "used the last 252 days of the window alone", rows='last 252')
    add(4, 'x and y swapped', f"regressed {f} on {a}, with x and y swapped", swapped=True)
    add(3, 'no constant', f"{line} without a constant, so that α was 0", no_constant=True)
    add(2, 'monthly for daily', f"{line} with monthly returns and × 12 for a year (√12 for volatility) instead of daily ones and × 252", frequency='month')
    add(1.2, 'monthly, scaled as daily', f"{line} with monthly returns but scaled by 252 as if they were daily", frequency='month', per_year=252)
    add(.5, 'weekly for daily', f"{line} with weekly returns and × 52 instead of daily ones", frequency='week')
    add(1, 'rows one off', f"set {a} beside {f} of the day before, one row out of step", rows='factor a day late')
    add(.6, 'log returns', "took logs of the returns before everything else", log=True)
    add(.5, 'big days dropped', f"dropped as outliers the days on which {a} moved by more than three standard deviations", rows='without big days')
    return out


# Wrong formulas. Each is (weight, kind, what the student did, parts that change); the last is worked out on the
# student's own fit `s`, and `r` are the chapter's formulas on that fit.
def formula_mistakes(exercise, v, s, r):
    a, f, year = v['asset'], v['factor'], s.per_year
    out = []
    def add(weight, kind, sentence, **parts):
        out.append((weight, kind, sentence, parts))
    def other_answer(part, one, two):
        return two if r[part] == one else one

    if exercise == 'jpm-regression':
        add(5, 'α a year', "gave α a year (× 252) for α a day", alpha=s.a * year)
        add(5, 'correlation for R²', "gave the correlation for R²", rSquared=s.corr)
        add(4, 'correlation for β', "gave the correlation for β", beta=s.corr)
        add(3, 'R² for β', "gave R² for β", beta=s.r2)
        add(3, 'β and R² exchanged', "typed β in the field of R² and R² in the field of β", beta=s.r2, rSquared=s.b)
        add(2.5, 'α and β exchanged', "typed α in the field of β and β in the field of α", alpha=s.b, beta=s.a)
        add(4, 'mean for α', f"gave the mean excess return of {a} for α", alpha=s.mean_y)
        add(3, 't for α', "gave t of α for α", alpha=s.t_a)
        add(1.5, 'p for α', "gave the p-value of α for α", alpha=s.p_a)
        add(3, 'standard error for α', "gave the standard error of α for α", alpha=s.se_a)
        add(1.5, 'standard error for β', "gave the standard error of β for β", beta=s.se_b)
        add(2, 'unexplained share', "gave 1 − R² for R²", rSquared=1 - s.r2)
        add(1.5, 'R² squared', "squared R² once more", rSquared=s.r2 ** 2)
        add(1.5, 'covariance for β', f"gave the covariance of {a} and {f}, not divided by the variance, for β", beta=s.b * s.var_f)
        add(2, 'divided by the other variance', f"divided the covariance by the variance of {a} instead of {f}'s for β", beta=s.b * s.var_f / s.var_y)
        add(5, 'wrong choice', "chose the wrong answer about the sensitivity", sensitivity=other_answer('sensitivity', 'more', 'less'))
        add(4, 'rounded too far', "copied α from the summary's four decimals, too few digits to stand for it", alpha='%.4f' % s.a)
        add(1, 'ratio of volatilities for β', f"gave σ of {a} over σ of {f} for β, without the correlation", beta=s.sd_y / s.sd_f)
        add(1, 'α a month', "gave α a month (× 21) for α a day", alpha=s.a * 21)
    if exercise == 'reading-a-table':
        al, se, b, seb = (four_digits(x) for x in (s.a, s.se_a, s.b, s.se_b))
        add(4, 't of β', f"read t in the row of {f} instead of const", alphaT=b / seb)
        add(3, 'interval of β', f"gave the interval of β, from the row of {f}", alphaLow=b - 1.96 * seb, alphaHigh=b + 1.96 * seb)
        add(2, 'wrong row', f"read the row of {f} instead of const in every part", alphaT=b / seb, alphaLow=b - 1.96 * seb, alphaHigh=b + 1.96 * seb, significant='yes')
        add(4, 'one standard error', "went one standard error to either side instead of 1.96", alphaLow=al - se, alphaHigh=al + se)
        add(3, '90% interval', "took 1.645 standard errors (a 90% interval) instead of 1.96", alphaLow=al - 1.645 * se, alphaHigh=al + 1.645 * se)
        add(2.5, '99% interval', "took 2.576 standard errors (a 99% interval) instead of 1.96", alphaLow=al - 2.576 * se, alphaHigh=al + 2.576 * se)
        add(1, 'three standard errors', "took three standard errors to either side instead of 1.96", alphaLow=al - 3 * se, alphaHigh=al + 3 * se)
        add(3, 't upside down', "divided the standard error by α for t", alphaT=se / al)
        add(3, 'ends exchanged', "typed the low end in the high field and the high end in the low field", alphaLow=al + 1.96 * se, alphaHigh=al - 1.96 * se)
        add(2.5, 'half-width for the ends', "gave ∓1.96 standard errors around 0, without α in the middle", alphaLow=-1.96 * se, alphaHigh=1.96 * se)
        add(4, 'interval a year', "gave the interval of α a year (× 252) instead of a day", alphaLow=252 * (al - 1.96 * se), alphaHigh=252 * (al + 1.96 * se))
        add(2, 't × 252', "multiplied t by √252 as if it were a Sharpe ratio", alphaT=al / se * math.sqrt(252))
        add(2, 'p for t', "gave the p-value for t", alphaT=s.p_a)
        add(6, 'wrong choice', "chose the wrong answer about the significance", significant=other_answer('significant', 'yes', 'no'))
        if r['alphaLow'] < 0: add(3, 'minus dropped', "dropped the minus of the low end", alphaLow=-r['alphaLow'])
        add(2, 'standard error over √n', "divided the standard error by √n once more, for t and the interval", alphaT=al / se * math.sqrt(s.n), alphaLow=al - 1.96 * se / math.sqrt(s.n), alphaHigh=al + 1.96 * se / math.sqrt(s.n), significant='yes')
        add(1.5, 't ± 1.96', "put t instead of α in the middle of the interval and 1.96 around it", alphaLow=al / se - 1.96, alphaHigh=al / se + 1.96)
        add(.6, 'half of the interval', "gave half of the interval, 0.98 standard errors to either side", alphaLow=al - .98 * se, alphaHigh=al + .98 * se)
    if exercise == 'raw-or-excess':
        ex, raw = r['alphaExcess'], r['alphaRaw']
        add(5, 'fields exchanged', "typed the two answers in each other's field", alphaExcess=raw, alphaRaw=ex)
        add(5, 'raw for both', "left RF in MSFT in both fields", alphaExcess=raw)
        add(2, 'excess for both', "subtracted RF in both fields", alphaRaw=ex)
        add(5, '× 252 forgotten', "gave both α a day, without × 252", alphaExcess=ex / year, alphaRaw=raw / year)
        add(2, '× 252 forgotten once', "forgot × 252 in the second field alone", alphaRaw=raw / year)
        add(3, 'compounded', "compounded α over 252 days, (1 + α)^252 − 1, instead of × 252", alphaExcess=(1 + ex / year) ** 252 - 1, alphaRaw=(1 + raw / year) ** 252 - 1)
        add(2, '√252 for α', "multiplied α by √252 instead of 252", alphaExcess=ex / year * math.sqrt(252), alphaRaw=raw / year * math.sqrt(252))
        add(2, '× 12', "multiplied the daily α by 12 instead of 252", alphaExcess=ex / year * 12, alphaRaw=raw / year * 12)
        add(2, '× 365', "multiplied the daily α by 365 instead of 252", alphaExcess=ex / year * 365, alphaRaw=raw / year * 365)
        add(3, 'RF taken off', "subtracted RF from the excess α instead of leaving it in, for the second field", alphaRaw=ex - s.mean_rf * year)
        add(3, 'mean for α', "gave the mean excess and mean raw return a year for the two α", alphaExcess=s.mean_y * year, alphaRaw=(s.mean_y + s.mean_rf) * year)
        add(2, 'RF in both sides', "left RF in MSFT and in the market for the second field, α + (1 − β)·RF", alphaRaw=fit(v, **dict(s.choices, y='total', f='total')).a * year)
        add(1.5, 'a day of RF', "added one day's RF to the yearly α for the second field", alphaRaw=ex + s.mean_rf)
        add(1.5, 'difference', "gave the difference of the two instead of the second α", alphaRaw=raw - ex)
    if exercise == 'annualise-alpha':
        d = s.a
        add(6, '× 252 forgotten', "gave α a day, without × 252", alphaAnnual=d)
        add(5, '√252 for α', "multiplied α by √252 instead of 252", alphaAnnual=d * math.sqrt(252))
        add(4, 'compounded', "compounded α over 252 days, (1 + α)^252 − 1, instead of × 252", alphaAnnual=(1 + d) ** 252 - 1)
        add(4, '× 12', "multiplied the daily α by 12, as if it were monthly", alphaAnnual=d * 12)
        add(4, '× 365', "multiplied by 365 instead of 252", alphaAnnual=d * 365)
        add(1.5, '× 21', "multiplied by 21, for α a month", alphaAnnual=d * 21)
        add(4, 'mean for α', f"gave the mean excess return of {a} a year for α", alphaAnnual=s.mean_y * 252)
        add(1.5, 'β for α', "gave β for α", alphaAnnual=s.b)
        add(1.5, 't for α', "gave t of α for α a year", alphaAnnual=s.t_a)
        add(2, 'RF added to α', "added RF a year to α a year", alphaAnnual=252 * (d + s.mean_rf))
        add(2, 'rounded too far', "took α from the summary's four decimals and multiplied that by 252", alphaAnnual=252 * round(d, 4))
        add(1.5, 'premium for α', "gave the factor's share of the return, β times the factor's mean a year, for α", alphaAnnual=s.b * s.mean_f * 252)
        add(1, 'β of 1', f"took {a}'s mean less {f}'s mean a year for α, as if β were 1", alphaAnnual=252 * (s.mean_y - s.mean_f))
        add(1, '× 260', "multiplied by 260 instead of 252", alphaAnnual=d * 260)
        add(1, 'standard error for α', "took the standard error of α × 252 for α a year", alphaAnnual=s.se_a * 252)
    if exercise == 'tracking-portfolio':
        b, m = s.b, s.mean_f * year
        add(6, 'β forgotten', f"gave {f}'s own mean a year, without β, for the tracking portfolio", factorPremium=m)
        add(5, '× 252 forgotten', "gave the tracking portfolio's mean a day, without × 252", factorPremium=b * m / year)
        add(4, 'correlation for β', "held the correlation instead of β, and worked out the mean with it", trackingHolding=s.corr, factorPremium=s.corr * m)
        add(2, 'correlation for β once', "gave the correlation as the holding; the mean has the right β", trackingHolding=s.corr)
        add(2.5, 'R² for β', "held R² dollars instead of β, and worked out the mean with it", trackingHolding=s.r2, factorPremium=s.r2 * m)
        add(3, '1/β', "held 1/β instead of β, and worked out the mean with it", trackingHolding=1 / b, factorPremium=m / b)
        add(3, 'short instead of long', f"gave −β, the hedge's short position; the mean is right", trackingHolding=-b)
        add(2, 'short instead of long, carried', f"gave −β, the hedge's short position, and the mean of that short position", trackingHolding=-b, factorPremium=-b * m)
        add(1.5, '1 − β', "gave 1 − β as the holding; the mean has the right β", trackingHolding=1 - b)
        add(4, "stock's mean", f"gave the mean excess return of {a} a year for the tracking portfolio's", factorPremium=s.mean_y * year)
        add(2, '√252 for a mean', "multiplied the mean by √252 instead of 252", factorPremium=b * s.mean_f * math.sqrt(252))
        add(2, 'compounded', "compounded the daily mean over 252 days instead of × 252", factorPremium=(1 + b * s.mean_f) ** 252 - 1)
        add(3, 'RF added', "added RF a year to the mean, which was asked in excess of it", factorPremium=b * m + s.mean_rf * year)
        add(2.5, 'α for the premium', "gave α a year for the tracking portfolio's mean", factorPremium=s.a * year)
        add(1.5, '× 12', "multiplied the daily mean by 12 instead of 252", factorPremium=b * s.mean_f * 12)
        add(1.5, '× 365', "multiplied the daily mean by 365 instead of 252", factorPremium=b * s.mean_f * 365)
        add(1, 'mean over β', "divided the factor's mean by β instead of multiplying", factorPremium=m / b)
    if exercise == 'hedged-portfolio':
        h, day = hedged(s), math.sqrt(year)
        unit, wrong_way = s.y - s.f, s.y + s.b * s.f
        short = with_slope(s, s.corr)
        add(6, '√252 forgotten', "gave both Sharpe ratios a day, without √252", sharpeHedged=sharpe(h, 1), sharpeUnhedged=sharpe(s.y, 1))
        add(2.5, '√252 forgotten once', "forgot √252 in the hedged Sharpe ratio alone", sharpeHedged=sharpe(h, 1))
        add(4, '× 252 for a Sharpe ratio', "multiplied the daily Sharpe ratios by 252 instead of √252", sharpeHedged=sharpe(h, 1) * 252, sharpeUnhedged=sharpe(s.y, 1) * 252)
        add(5, 'hedge of 1', f"sold $1 of {f} instead of β", hedgedCorrelation=unit.corr(s.f), sharpeHedged=sharpe(unit, year))
        add(3, 'hedge of the wrong sign', "added β·f instead of subtracting it", hedgedCorrelation=wrong_way.corr(s.f), sharpeHedged=sharpe(wrong_way, year))
        add(5, 'fields exchanged', "typed the hedged and the unhedged Sharpe ratio in each other's field", sharpeHedged=sharpe(s.y, year), sharpeUnhedged=sharpe(h, year))
        add(4, 'unhedged correlation', f"gave the correlation of {a} itself with {f} for the hedged returns'", hedgedCorrelation=s.corr)
        add(5, 'α over total volatility', f"divided α by the volatility of {a} itself in the hedged Sharpe ratio", sharpeHedged=s.a / s.sd_y * day)
        add(3, 'mean over residual volatility', f"divided {a}'s mean by the residual volatility in the hedged Sharpe ratio", sharpeHedged=s.mean_y / s.sd_e * day)
        add(3, 'correlation for β', "hedged with the correlation instead of β", hedgedCorrelation=hedged(short).corr(s.f), sharpeHedged=sharpe(hedged(short), year))
        add(2, 'R² for the correlation', "gave R² for the correlation of the hedged returns", hedgedCorrelation=s.r2)
        add(2, 'variance for volatility', "divided by the variance instead of the volatility in both Sharpe ratios", sharpeHedged=s.a / h.var(), sharpeUnhedged=s.mean_y / s.var_y)
        add(2.5, 'raw return in the ratio', f"left RF in {a} in the unhedged Sharpe ratio", sharpeUnhedged=((s.mean_y + s.mean_rf) / s.sd_y) * day)
        add(2, '√12', "annualised the daily Sharpe ratios with √12", sharpeHedged=sharpe(h, 12), sharpeUnhedged=sharpe(s.y, 12))
        add(2, "factor's ratio", f"gave {f}'s own Sharpe ratio for the hedged one", sharpeHedged=sharpe(s.f, year))
        add(1.5, 'β left', "gave 1 for the correlation, as if the hedge followed the factor", hedgedCorrelation='1')
        add(1, 'upside down', "divided volatility by mean in both Sharpe ratios", sharpeHedged=1 / sharpe(h, year), sharpeUnhedged=1 / sharpe(s.y, year))
    if exercise == 'expected-return':
        rf, p, al, e = r['riskFreeAnnual'], r['factorPremium'], r['alphaAnnual'], r['expectedReturn']
        m = s.mean_f * year
        add(6, 'β forgotten', f"gave {f}'s mean without β as the premium, and carried it into the sum", factorPremium=m, expectedReturn=rf + m + al)
        add(2.5, 'β forgotten once', f"gave {f}'s mean without β as the premium; the sum has the right one", factorPremium=m)
        add(4, '× 252 forgotten in α', "left α a day and carried it into the sum", alphaAnnual=al / year, expectedReturn=rf + p + al / year)
        add(3, '× 252 forgotten in RF', "left RF a day and carried it into the sum", riskFreeAnnual=rf / year, expectedReturn=rf / year + p + al)
        add(3, '× 252 forgotten', "gave everything a day, without × 252", riskFreeAnnual=rf / year, factorPremium=p / year, alphaAnnual=al / year, expectedReturn=e / year)
        add(4, 'RF forgotten in the sum', "left RF out of the sum: premium and α alone", expectedReturn=p + al)
        add(4, 'α forgotten in the sum', "left α out of the sum: RF and premium alone, as in the CAPM", expectedReturn=rf + p)
        add(2, 'RF × 12', "multiplied the daily RF by 12, as if it were monthly, and carried it into the sum", riskFreeAnnual=rf / year * 12, expectedReturn=rf / year * 12 + p + al)
        add(2, 'RF subtracted', "subtracted RF in the sum instead of adding it", expectedReturn=p + al - rf)
        add(2.5, 'compounded', "compounded every daily mean over 252 days instead of × 252, and added those up", riskFreeAnnual=(1 + rf / year) ** 252 - 1, factorPremium=(1 + p / year) ** 252 - 1, alphaAnnual=(1 + al / year) ** 252 - 1, expectedReturn=sum((1 + x / year) ** 252 - 1 for x in (rf, p, al)))
        add(2.5, 'mean for α', f"gave {a}'s mean excess return for α and carried it into the sum", alphaAnnual=s.mean_y * year, expectedReturn=rf + p + s.mean_y * year)
        add(2, 'RF off the market', f"subtracted RF from {f}'s mean once more in the premium, β·(μ − rf), and carried it into the sum", factorPremium=s.b * (m - rf), expectedReturn=rf + s.b * (m - rf) + al)
        add(2, 'RF in the premium', f"added RF to {f}'s mean in the premium, and carried it into the sum", factorPremium=s.b * (m + rf), expectedReturn=rf + s.b * (m + rf) + al)
        add(2, 'fields exchanged', "typed premium and α in each other's field", factorPremium=al, alphaAnnual=p)
        add(2, 'multiplied together', "compounded the three parts, (1 + rf)(1 + premium)(1 + α) − 1, instead of adding them", expectedReturn=(1 + rf) * (1 + p) * (1 + al) - 1)
        add(2, '√252 for a mean', "multiplied the daily means by √252 instead of 252", riskFreeAnnual=rf / year * math.sqrt(252), factorPremium=p / year * math.sqrt(252), alphaAnnual=al / year * math.sqrt(252), expectedReturn=e / year * math.sqrt(252))
        add(1.5, 'correlation for β', "used the correlation instead of β in the premium, and carried it into the sum", factorPremium=s.corr * m, expectedReturn=rf + s.corr * m + al)
        add(1.5, 'market for the stock', f"gave RF plus {f}'s mean as the expected return", expectedReturn=rf + m)
    if exercise == 'factor-share':
        fv = r['factorVariance']
        add(5, 'β not squared', "forgot to square β in the factor variance, and carried it into the share", factorVariance=s.b * s.var_f, factorShare=s.b * s.var_f / s.var_y)
        add(2.5, 'β not squared once', "forgot to square β in the factor variance; the share is right", factorVariance=s.b * s.var_f)
        add(4, 'variance of the factor', f"gave Var of {f}, without β², for the factor variance", factorVariance=s.var_f)
        add(2, 'variance of the factor, carried', f"gave Var of {f}, without β², and divided that by {a}'s variance for the share", factorVariance=s.var_f, factorShare=s.var_f / s.var_y)
        add(4, 'residual variance', "gave the residual variance for the factor variance", factorVariance=s.var_e)
        add(2.5, 'residual variance and share', "gave the residual variance and its share instead of the factor's", factorVariance=s.var_e, factorShare=s.var_e / s.var_y)
        add(4, 'unexplained share', "gave the idiosyncratic share, 1 − R², for the factor share", factorShare=1 - r['factorShare'])
        add(5, 'correlation for R²', "gave the correlation for R²", rSquared=s.corr)
        add(2.5, 'correlation for both', "gave the correlation for R² and for the share", rSquared=s.corr, factorShare=s.corr)
        add(4, 'volatility for variance', "gave the factor volatility, β·σ, for the variance; the share is right", factorVariance=abs(s.b) * s.sd_f)
        add(3, 'volatility throughout', f"used volatilities for variances: β·σ of {f}, and its ratio to σ of {a}", factorVariance=abs(s.b) * s.sd_f, factorShare=abs(s.b) * s.sd_f / s.sd_y)
        add(4, 'variance a year', "gave the factor variance a year (× 252)", factorVariance=fv * 252)
        add(2.5, 'total variance', f"gave {a}'s whole variance for the factor variance", factorVariance=s.var_y)
        add(2.5, 'factor over residual', "divided the factor variance by the residual variance instead of the whole for the share", factorShare=fv / s.var_e)
        add(1.5, 'β for R²', "gave β for R²", rSquared=s.b)
        add(1.5, 'returns in percent', "worked out the variance of returns in percent", factorVariance=fv * 1e4)
        add(1, 'covariance', f"gave the covariance of {a} and {f} over the product of the volatilities, the correlation, for the share", factorShare=s.corr)
    if exercise == 'monthly-position':
        budget, d = v['budget'], s.sd_y / (1 if year == 252 else math.sqrt(21))
        add(6, '√252 for √21', "used volatility a year (√252) with a budget a month", positionMonthly=budget / (d * math.sqrt(252)))
        add(5, 'daily volatility', "used volatility a day, without √21", positionMonthly=budget / d)
        add(5, 'root forgotten', "multiplied the daily volatility by 21 instead of √21", positionMonthly=budget / (d * 21))
        add(2.5, '√12', "multiplied the daily volatility by √12 instead of √21", positionMonthly=budget / (d * math.sqrt(12)))
        add(2.5, '√30', "multiplied the daily volatility by √30 instead of √21", positionMonthly=budget / (d * math.sqrt(30)))
        add(1.5, '√22', "took 22 trading days a month instead of 21", positionMonthly=budget / (d * math.sqrt(22)))
        add(1.5, '√20', "took 20 trading days a month instead of 21", positionMonthly=budget / (d * math.sqrt(20)))
        add(4, 'variance for volatility', "divided by the variance a month instead of the volatility", positionMonthly=budget / (s.var_y * 21))
        add(4, 'hedged for unhedged', "used the residual (hedged) volatility instead of the whole", positionMonthly=budget / (s.sd_e * math.sqrt(21)))
        add(4, 'multiplied by volatility', "multiplied the budget by the volatility instead of dividing", positionMonthly=budget * d * math.sqrt(21))
        for other, w in ((1e6, 1.5), (2e6, 1.5), (3e6, 1.5), (5e6, 1)):
            if other != budget:
                add(w, 'other budget', f"used a budget of ${other / 1e6:.0f} million instead of ${budget / 1e6:.0f} million", positionMonthly=other / (d * math.sqrt(21)))
        add(2, 'budget of a year', "took the budget as a yearly one and divided it by 12", positionMonthly=budget / 12 / (d * math.sqrt(21)))
        add(2, "factor's volatility", f"used {f}'s volatility instead of {a}'s", positionMonthly=budget / (s.sd_f * math.sqrt(21)))
        add(1.5, 'per dollar', "gave the position for $1 of budget", positionMonthly=1 / (d * math.sqrt(21)))
        add(1.5, 'volatility for the position', "gave the volatility a month instead of the position", positionMonthly='%.4f' % (d * math.sqrt(21)))
        add(1.5, 'mean for volatility', "divided the budget by the mean return a month instead of the volatility", positionMonthly=budget / (s.mean_y * 21))
        add(1.5, 'divided by β too', "divided the position by β", positionMonthly=budget / (d * math.sqrt(21)) / s.b)
        add(1, 'variance × √21', "used the daily variance × √21 as volatility", positionMonthly=budget / (s.var_y * math.sqrt(21)))
    if exercise == 'annual-budget':
        budget, u, h = v['budget'], r['positionUnhedged'], r['positionHedged']
        al, root = s.a * year, math.sqrt(year)
        sd_h = hedged(s).std()
        def positions(one, two, gain=al):
            return dict(positionUnhedged=one, positionHedged=two, pnlUnhedged=one * gain, pnlHedged=two * gain)
        add(5, 'monthly volatility', "used volatility a month (√21) with a budget a year, and carried the positions into both P&L", **positions(budget / (s.sd_y * math.sqrt(21)), budget / (sd_h * math.sqrt(21))))
        add(4, 'daily volatility', "used volatility a day, without √252, and carried the positions into both P&L", **positions(budget / s.sd_y, budget / sd_h))
        add(3.5, 'root forgotten', "multiplied volatility by 252 instead of √252, and carried the positions into both P&L", **positions(budget / s.sd_y / 252, budget / sd_h / 252))
        add(4, 'fields exchanged', "typed hedged and unhedged in each other's field, positions and P&L", positionUnhedged=h, positionHedged=u, pnlUnhedged=r['pnlHedged'], pnlHedged=r['pnlUnhedged'])
        add(5, 'whole P&L', f"gave the whole P&L, β times {f}'s mean left in, instead of α's alone in the unhedged field", pnlUnhedged=u * s.mean_y * year)
        add(3, 'whole P&L twice', f"used {a}'s mean instead of α in both P&L", pnlUnhedged=u * s.mean_y * year, pnlHedged=h * s.mean_y * year)
        add(4, '× 252 forgotten', "gave both P&L a day, without × 252", pnlUnhedged=u * s.a, pnlHedged=h * s.a)
        add(3, '√252 for α', "multiplied α by √252 instead of 252 in both P&L", pnlUnhedged=u * s.a * root, pnlHedged=h * s.a * root)
        add(3, 'budget for the position', "multiplied α by the budget instead of the position in both P&L", pnlUnhedged=budget * al, pnlHedged=budget * al)
        add(3, 'unhedged position in both', "used the unhedged position for the hedged P&L", pnlHedged=u * al)
        add(3, 'not hedged', "gave the unhedged position again for the hedged one, and its P&L", positionHedged=u, pnlHedged=u * al)
        add(3, 'variance for volatility', "divided by the variance a year instead of the volatility, and carried the positions into both P&L", **positions(budget / (s.var_y * year), budget / (sd_h ** 2 * year)))
        for other in (2e6, 5e6, 8e6):
            if other != budget:
                add(1.5, 'other budget', f"used a budget of ${other / 1e6:.0f} million instead of ${budget / 1e6:.0f} million throughout", **positions(u * other / budget, h * other / budget))
        add(2, 'budget of a month', "divided the yearly budget by 12, and carried the positions into both P&L", **positions(u / 12, h / 12))
        add(2, 'multiplied by volatility', "multiplied the budget by the volatility instead of dividing, and carried the positions into both P&L", **positions(budget * s.sd_y * root, budget * sd_h * root))
        add(2, "factor's volatility", f"used {f}'s volatility for the hedged position, and carried it into its P&L", positionHedged=budget / (s.sd_f * root), pnlHedged=budget / (s.sd_f * root) * al)
        add(2, 'hedge of 1', f"hedged with $1 of {f} instead of β, and carried the position into its P&L", positionHedged=budget / ((s.y - s.f).std() * root), pnlHedged=budget / ((s.y - s.f).std() * root) * al)
        add(2, 'volatilities subtracted', f"took σ of {a} less β·σ of {f} for the hedged volatility, and carried the position into its P&L", positionHedged=budget / ((s.sd_y - s.b * s.sd_f) * root), pnlHedged=budget / ((s.sd_y - s.b * s.sd_f) * root) * al)
        add(1.5, '1 − R² without a root', "took σ·(1 − R²) for the hedged volatility, without a root, and carried the position into its P&L", positionHedged=u / (1 - s.r2), pnlHedged=u / (1 - s.r2) * al)
        add(1.5, 'premium for α', f"used β times {f}'s mean instead of α in both P&L", pnlUnhedged=u * s.b * s.mean_f * year, pnlHedged=h * s.b * s.mean_f * year)
    if exercise == 'appraisal-ratio':
        ratio, sr, t, years = (r[k] for k in ('appraisalRatio', 'sharpeHedged', 'alphaT', 'yearsToTwo'))
        root = math.sqrt(year)
        total = s.a / s.sd_y * root
        add(5, '√252 forgotten', "gave appraisal and Sharpe ratio a day, without √252; the years are right", appraisalRatio=ratio / root, sharpeHedged=sr / root)
        add(2.5, '√252 forgotten, carried', "gave appraisal and Sharpe ratio a day, without √252, and worked out the years with the daily ratio, so in days", appraisalRatio=ratio / root, sharpeHedged=sr / root, yearsToTwo=years * year)
        add(4, '× 252 for a ratio', "multiplied the daily appraisal ratio by 252 instead of √252; the rest is right", appraisalRatio=ratio * root)
        add(5, 'α over total volatility', f"divided α by {a}'s whole volatility for the appraisal ratio, and worked out the years with it", appraisalRatio=total, yearsToTwo=(2 / total) ** 2)
        add(2.5, 'α over total volatility once', f"divided α by {a}'s whole volatility for the appraisal ratio; the years are right", appraisalRatio=total)
        add(5, 'unhedged Sharpe ratio', f"gave {a}'s unhedged Sharpe ratio for the hedged one", sharpeHedged=sharpe(s.y, year))
        add(2, 'mean over residual volatility', f"used {a}'s mean instead of α in the appraisal ratio, and worked out the years with it", appraisalRatio=s.mean_y / s.sd_e * root, yearsToTwo=(2 / (s.mean_y / s.sd_e * root)) ** 2)
        add(6, 'square forgotten', "did not square: years = 2 / appraisal ratio", yearsToTwo=2 / ratio)
        add(4, 'years × 2/t', "multiplied the years of data by 2/t, without the square", yearsToTwo=s.n / 252 * 2 / t)
        add(3, 'in days', "gave the days until t = 2, not the years", yearsToTwo=years * 252)
        add(2, 'in months', "gave the months until t = 2, not the years", yearsToTwo=years * 12)
        add(2.5, 't of 1.96', "worked out the years until t = 1.96 instead of 2", yearsToTwo=years * .98 ** 2)
        add(2, 'more years', "gave the years that are still missing, beyond those in the data", yearsToTwo=years - s.n / 252)
        add(4, 't of β', "gave t of β for t of α", alphaT=s.t_b)
        add(2.5, 'ratio × √n', "multiplied the yearly appraisal ratio by √n of the days for t", alphaT=ratio * math.sqrt(s.n))
        add(2, 'p for t', "gave the p-value of α for t", alphaT=s.p_a)
        add(2, 'daily ratio × √years', "multiplied the daily ratio by the root of the years for t", alphaT=ratio / root * math.sqrt(s.n / 252))
        add(2, 'variance for volatility', "divided α by the residual variance for the appraisal ratio", appraisalRatio=s.a / s.var_e)
        add(1.5, 'ratio upside down', "gave (appraisal ratio / 2)² for the years", yearsToTwo=(ratio / 2) ** 2)
    if exercise == 'beta-frequency':
        d, m = r['betaDaily'], r['betaMonthly']
        add(6, 'fields exchanged', "typed the daily and the monthly β in each other's field", betaDaily=m, betaMonthly=d)
        add(5, 'daily for both', "gave the daily β for the monthly one, since β does not depend on the frequency", betaMonthly=d)
        add(3, 'scaled by √21', "multiplied the daily β by √21 for the monthly one", betaMonthly=d * math.sqrt(21))
        add(3, 'scaled by 21', "multiplied the daily β by 21 for the monthly one", betaMonthly=d * 21)
        add(2, 'scaled by 12', "divided the daily β by 12 for the monthly one", betaMonthly=d / 12)
        add(4, 'last day of the month', "took each month's last daily return as the month's return", betaMonthly=fit(v, **dict(s.choices, frequency='month, last day')).b)
        add(3, 'weekly for monthly', "compounded weeks instead of months", betaMonthly=fit(v, **dict(s.choices, frequency='week')).b)
        add(4, 'correlation for β', "gave the daily and the monthly correlation for β", betaDaily=s.corr, betaMonthly=fit(v, **dict(s.choices, frequency='month')).corr)
        add(2.5, 'correlation for β once', "gave the correlation of the monthly returns for the monthly β", betaMonthly=fit(v, **dict(s.choices, frequency='month')).corr)
        add(3, 'x and y swapped once', f"regressed {f} on {a} in the monthly regression alone", betaMonthly=fit(v, **dict(s.choices, frequency='month', swapped=True)).b)
        add(2, 'R² for β', "gave R² of the monthly regression for the monthly β", betaMonthly=fit(v, **dict(s.choices, frequency='month')).r2)
        add(1.5, 'monthly twice', "gave the monthly β in both fields", betaDaily=m)
        if v.get('from'):
            add(2, 'whole sample once', "used the whole file for the monthly β, the right window for the daily one", betaMonthly=fit(v, **dict(s.choices, frequency='month', to=None, **{'from': None})).b)
    if exercise == 'target-factor-share':
        share, b, left = v['share'], s.b, exposure_left(v['share'], s)
        whole = math.sqrt(share * s.var_y / s.var_f)
        add(5, 'share of β kept', f"sold (1 − {share:g})·β, as if the share of variance were the share of β", partialHedge=(1 - share) * b)
        add(3, 'share of β sold', f"sold {share:g}·β", partialHedge=share * b)
        add(5, 'whole hedge', "sold all of β", partialHedge=b)
        add(6, 'exposure left', "gave the exposure that is left instead of the dollars to sell", partialHedge=left)
        add(6, 'share of the old variance', f"set the factor variance that is left to {share:g} of the variance before the hedge, β − √(share·Var r / Var f)", partialHedge=b - whole)
        add(3, 'exposure left of the old variance', f"gave √(share·Var r / Var f), the exposure that is left when the variance before the hedge counts", partialHedge=whole)
        add(4, 'root forgotten', "forgot the root: β − share/(1 − share)·Var ε / Var f", partialHedge=b - left ** 2)
        add(4, 'other root', "took the larger root, β plus the exposure that is left", partialHedge=b + left)
        add(4, 'root of the share', f"sold β·(1 − √{share:g})", partialHedge=b * (1 - math.sqrt(share)))
        add(3, 'share of the residual', "set the factor variance to share × residual variance, without 1 − share", partialHedge=b - math.sqrt(share * s.var_e / s.var_f))
        for other in (.1, .2, .3):
            if other != share:
                add(1.8, 'other share', f"worked with a share of {other:.0%} instead of {share:.0%}", partialHedge=b - exposure_left(other, s))
        add(2, 'complement', f"left the factor {1 - share:.0%} of the variance instead of {share:.0%}", partialHedge=b - exposure_left(1 - share, s))
        add(2.5, 'minus typed', "typed the sale with a minus", partialHedge=-r['partialHedge'])
        add(2, 'R² for the start', f"sold β times (R² − {share:g})", partialHedge=b * (s.r2 - share))
        add(1.5, 'ratio of R²', f"sold β·(1 − {share:g}/R²)", partialHedge=b * (1 - share / s.r2))
        add(1.5, 'root of 1 − ratio of R²', f"sold β·√(1 − {share:g}/R²)", partialHedge=b * math.sqrt(max(0, 1 - share / s.r2)))
        add(1.5, 'correlation for β', "used the correlation instead of β, less the right exposure", partialHedge=s.corr - left)
        add(1, 'volatilities upside down', "put Var f over Var ε under the root", partialHedge=b - math.sqrt(share / (1 - share) * s.var_f / s.var_e))
    return out


# Typing: numbers to texts, as students write them, and texts back to numbers for the check at the end.
def significant(x, k):
    """A number with k significant digits, without an exponent."""
    if x == 0:
        return '0'
    places = max(0, k - 1 - math.floor(math.log10(abs(x))))
    return '%.*f' % (places, x) if places else '%.0f' % float('%.*g' % (k, x))


def new_style():
    return SimpleNamespace(
        k=int(CHANCE.choice([2, 3, 4, 5, 6], p=[.1, .34, .36, .12, .08])), percent=CHANCE.rand() < .38,
        ratio_percent=CHANCE.rand() < .15, share_percent=CHANCE.rand() < .5, exponent=CHANCE.rand() < .12,
        dollars=CHANCE.choice(['$,', ',', 'plain', '$M', 'M', 'thousands'], p=[.36, .22, .2, .09, .06, .07]),
        zero=CHANCE.choice(['0', '0.0', '0.000', '0.00', '-0.0000', '3.1e-16', '0.000000']), fixed={}, scaled={})


def type_number(part, x, style, k):
    """The text of one field."""
    unit, name = part['unit'], part['id']
    x = x * style.scaled.get(name, (1, ''))[0]
    sign = style.scaled.get(name, (1, ''))[1]
    if name in style.scaled:
        return significant(x, max(k, 3)) + sign
    if name == 'hedgedCorrelation' and abs(x) < 1e-9:
        return style.zero
    if unit == 'dollars':
        minus, size = '-' if x < 0 else '', abs(x)
        if size < 1000:
            return f'{minus}${size:.2f}' if '$' in style.dollars else f'{minus}{size:.2f}'
        if 'M' in style.dollars and size >= 1e5:
            return f"{minus}{'$' if '$' in style.dollars else ''}{significant(size / 1e6, max(k, 3))}M"
        if style.dollars == 'thousands' and size >= 1e5:
            return f'{minus}${round(size, -3):,.0f}'
        return minus + {'$,': f'${size:,.0f}', ',': f'{size:,.0f}'}.get(style.dollars, f'{size:.0f}')
    if unit == 'years':
        return significant(x, max(k, 3))
    if unit == 'return' and style.percent or unit == 'share' and style.share_percent or name == 'rSquared' and style.ratio_percent:
        return significant(100 * x, k) + '%'
    if style.exponent and 0 < abs(x) < 1e-3:
        return '%.*e' % (max(k, 3) - 1, x)
    return significant(x, k)


def read_number(text):
    t = text.replace('$', '').replace('−', '-').replace(' ', '').replace('USD', '').strip()
    if re.fullmatch(r'[+-]?0,\d+', t):
        t = t.replace(',', '.')
    t = t.replace(',', '')
    for end, factor in (('%', .01), ('million', 1e6), ('M', 1e6), ('m', 1e6)):
        if t.endswith(end):
            return float(t[:-len(end)]) * factor
    return float(t)


def tolerance(part, key):
    return max(part['tolerance']['relative'] * abs(key), part['tolerance']['floor'])


def verdict(part, key, text):
    """right, wrong, or near the border of the tolerance, where a form is not kept."""
    if 'choices' in part:
        return 'right' if text == key else 'wrong'
    miss = abs(read_number(text) - key) / tolerance(part, key)
    return 'right' if miss <= .9 else 'wrong' if miss >= 1.3 else 'border'


def write(exercise, v, values, style):
    """The texts of a form. A field that is right keeps enough digits to stay so, and a wrong one to stay wrong."""
    answers = {}
    for part in BY_ID[exercise]['parts']:
        name, x = part['id'], values[part['id']]
        if name in style.fixed or isinstance(x, str):
            answers[name] = style.fixed.get(name, x)
            continue
        if not math.isfinite(x):
            return None
        key = v['keys'][name]
        should = 'right' if abs(x - key) <= tolerance(part, key) and name not in style.scaled else 'wrong'
        for k in range(style.k, 7):
            text = type_number(part, x, style, k)
            if verdict(part, key, text) == should:
                break
        else:
            return None
        answers[name] = text
    return answers


FORMS, USED = [], set()


def keep(exercise, v, kinds, sentence, answers, group, whose=None, at_least_one_wrong=True):
    """Stores a form, unless nothing in it is wrong or it stands there already."""
    if answers is None:
        return False
    parts = BY_ID[exercise]['parts']
    marks = {p['id']: verdict(p, v['keys'][p['id']], answers[p['id']]) for p in parts}
    wrong = [n for n in marks if marks[n] == 'wrong']
    right = [n for n in marks if marks[n] == 'right']
    key = (exercise, v['asset'], v.get('from'), v.get('budget'), v.get('share'), tuple(kinds), sentence if group == 'arbitrary' else '')
    if whose and not all(any(whose[n] in (mistake, 'both mistakes') for n in wrong) for mistake in ('the first', 'the second')):
        return False
    if 'border' in marks.values() or bool(wrong) != at_least_one_wrong or key in USED:
        return False
    if wrong:
        reasons = f"; {', '.join(f'{n}: {whose[n]}' for n in wrong)}" if whose else ''
        if right:
            tail = f"wrong: {', '.join(wrong)}{reasons}; right as they stand: {', '.join(right)}"
        else:
            tail = f"wrong: {', '.join(wrong)}{reasons}; no field is right as it stands"
    else:
        tail = 'every field is right as it stands'
    USED.add(key)
    FORMS.append({'exercise': exercise, 'variant': v['id'], 'answers': answers, 'mistakes': list(kinds), 'parts': wrong,
                  'right': right, 'truth': f'The student {sentence} ({tail}).', 'group': group})
    return True


def listed(names):
    return ' and '.join(part for part in (', '.join(names[:-1]), names[-1]) if part)


def draw(options):
    """One of the options by their first entries, the weights; common ones weigh more than in proportion."""
    weights = np.array([o[0] for o in options], float) ** 1.6
    return options[CHANCE.choice(len(options), p=weights / weights.sum())]


TURN = collections.Counter()
SHARE_OF_CLASS = {'jpm-regression': 1.2, 'reading-a-table': 1.15, 'raw-or-excess': .75, 'annualise-alpha': 1, 'tracking-portfolio': 1,
                  'hedged-portfolio': 1.1, 'expected-return': 1.1, 'factor-share': 1.1, 'monthly-position': 1, 'annual-budget': 1.2,
                  'appraisal-ratio': 1.15, 'beta-frequency': .85, 'target-factor-share': 1}


def next_exercise(but=()):
    """The exercise that is furthest behind its share of the forms, with a little chance."""
    names = [e['id'] for e in EXERCISES if e['id'] not in but]
    behind = [TURN[n] / SHARE_OF_CLASS[n] + 1.5 * CHANCE.rand() for n in names]
    return names[int(np.argmin(behind))]


def new_variant(exercise):
    variants = BY_ID[exercise]['variants']
    return variants[CHANCE.randint(len(variants))]


READ_FROM_A_TABLE = ('reading-a-table',)


def data_options(exercise, v):
    """Data mistakes that can happen in an exercise: a table that is read has none."""
    if exercise in READ_FROM_A_TABLE:
        return []
    out = {'raw-or-excess': ('raw for excess', 'RF added'),
           'monthly-position': ('other factor', 'wrong column', 'raw factor', 'factor in percent', 'RF off the factor', 'rows one off')}
    return [m for m in data_mistakes(v) if m[1] not in out.get(exercise, ())]


def differs(exercise, v, one, two):
    """The parts in which two sets of values differ by more than the tolerance at the key."""
    out = []
    for p in BY_ID[exercise]['parts']:
        n = p['id']
        if isinstance(one[n], str) or isinstance(two[n], str):
            if one[n] != two[n]:
                out.append(n)
        elif not abs(one[n] - two[n]) <= tolerance(p, v['keys'][n]):
            out.append(n)
    return out


def chapter_way(exercise, v, **choices):
    s = fit(v, **choices)
    return s, solve(exercise, v, s)


# One mistake.
def data_form(exercise, v, kind=None):
    options = [m for m in data_options(exercise, v) if kind in (None, m[1])]
    if not options:
        return False
    _, kind, sentence, choices = draw(options)
    s, r = chapter_way(exercise, v, **choices)
    return keep(exercise, v, [kind], sentence, write(exercise, v, r, new_style()), 'data')


def formula_form(exercise, v):
    s, r = chapter_way(exercise, v)
    _, kind, sentence, parts = draw(formula_mistakes(exercise, v, s, r))
    return keep(exercise, v, [kind], sentence, write(exercise, v, dict(r, **parts), new_style()), 'formula')


def unit_style(exercise, v):
    """A style with a wrong unit, its kind and a sentence; or nothing where the exercise has no such field."""
    parts = BY_ID[exercise]['parts']
    unit_of = {p['id']: p.get('unit') for p in parts}
    returns = [n for n in unit_of if unit_of[n] == 'return']
    shares = [n for n in unit_of if unit_of[n] == 'share' or n == 'rSquared']
    dollars = [n for n in unit_of if unit_of[n] == 'dollars']
    style = new_style()
    options = []
    if returns:
        options += [(5, 'percent without sign', returns, 100, '', 'in percent without a percent sign'),
                    (3, 'percent sign on a decimal', returns, 1, '%', 'as a decimal with a percent sign behind it')]
        if len(returns) > 1:
            one = returns[CHANCE.randint(len(returns))]
            options += [(2, 'percent without sign', [one], 100, '', 'in percent without a percent sign')]
    if shares:
        options += [(4, 'percent without sign', shares, 100, '', 'in percent without a percent sign'),
                    (1, 'percent sign on a decimal', shares, 1, '%', 'as a decimal with a percent sign behind it')]
    if dollars:
        options += [(3, 'in millions', dollars, 1e-6, '', 'in millions of dollars without saying so'),
                    (2, 'in thousands', dollars, 1e-3, '', 'in thousands of dollars without saying so')]
    if not options:
        return None
    _, kind, names, scale, sign, words = draw(options)
    style.scaled = {n: (scale, sign) for n in names}
    style.percent = style.ratio_percent = style.share_percent = False
    return style, kind, f"typed {listed(names)} {words}"


def unit_form(exercise, v):
    found = unit_style(exercise, v)
    if not found:
        return False
    style, kind, sentence = found
    s, r = chapter_way(exercise, v)
    return keep(exercise, v, [kind], sentence, write(exercise, v, r, style), 'unit')


def copied_form(exercise, v):
    s, r = chapter_way(exercise, v)
    others = [o for o in BY_ID[exercise]['variants'] if (o['asset'], o.get('from'), o.get('budget'), o.get('share')) != (v['asset'], v.get('from'), v.get('budget'), v.get('share'))]
    other = others[CHANCE.randint(len(others))]
    style, way = new_style(), CHANCE.rand()
    theirs = chapter_way(exercise, other)[1]
    numbers = [p['id'] for p in BY_ID[exercise]['parts'] if 'unit' in p]
    whose = f"{other['id']} ({other['asset']}, {other['first'][:4]} to {other['last'][:4]})"
    if way < .15 and v['id'] != 'chapter':
        chapter = BY_ID[exercise]['variants'][0]
        values, kind = chapter_way(exercise, chapter)[1], "chapter's figures"
        sentence = f"typed the chapter's figures ({chapter['asset']}, the whole file) instead of those of the own variant"
    elif way < .45 and len(numbers) > 1:
        one = numbers[CHANCE.randint(len(numbers))]
        values, kind = dict(r, **{one: theirs[one]}), "neighbour's field"
        sentence = f"copied {one} from a neighbour whose variant is {whose}"
    else:
        values, kind = theirs, "neighbour's variant"
        sentence = f"copied every answer from a neighbour whose variant is {whose}"
    return keep(exercise, v, [kind], sentence, write(exercise, v, values, style), 'copied')


def point_or_sign_form(exercise, v):
    s, r = chapter_way(exercise, v)
    numbers = [p['id'] for p in BY_ID[exercise]['parts'] if 'unit' in p and p['id'] != 'hedgedCorrelation']
    one = numbers[CHANCE.randint(len(numbers))]
    way = CHANCE.rand()
    if r[one] < 0 or way < .35:
        sentence = f'dropped the minus of {one}' if r[one] < 0 else f'typed {one} with a minus, though it is positive'
        values, kind = dict(r, **{one: -r[one]}), 'sign'
    else:
        scale, words = ((10, 'one place too far to the right'), (.1, 'one place too far to the left'))[way < .7]
        sentence, kind = f'set the decimal point of {one} {words}', 'decimal point'
        values = dict(r, **{one: scale * r[one]})
    return keep(exercise, v, [kind], sentence, write(exercise, v, values, new_style()), 'point or sign')


# Two mistakes at once.
def whose_part(names, first, second, first_words, second_words):
    return {n: 'both mistakes' if n in first and n in second else first_words if n in first else second_words for n in names}


def data_and_formula(exercise, v):
    options = data_options(exercise, v)
    if not options:
        return False
    r0 = chapter_way(exercise, v)[1]
    _, kind, sentence, choices = draw([m for m in options if m[1] != 'no constant'])
    s, r = chapter_way(exercise, v, **choices)
    _, kind2, sentence2, parts = draw(formula_mistakes(exercise, v, s, r))
    if any(isinstance(x, str) for x in parts.values()):
        return False
    values = dict(r, **parts)
    first, second = differs(exercise, v, r, r0), differs(exercise, v, values, r)
    if not first or not second:
        return False
    whose = whose_part(r, first, second, 'the first', 'the second')
    return keep(exercise, v, [kind, kind2], f'{sentence}; and then {sentence2}', write(exercise, v, values, new_style()), 'two', whose)


def two_formulas(exercise, v):
    s, r = chapter_way(exercise, v)
    options = formula_mistakes(exercise, v, s, r)
    _, kind, sentence, parts = draw(options)
    _, kind2, sentence2, parts2 = draw(options)
    first, second = differs(exercise, v, dict(r, **parts), r), differs(exercise, v, dict(r, **parts2), r)
    if set(parts) & set(parts2) or not first or not second:
        return False
    whose = whose_part(r, first, second, 'the first', 'the second')
    return keep(exercise, v, [kind, kind2], f'{sentence}; and {sentence2}', write(exercise, v, dict(r, **parts, **parts2), new_style()), 'two', whose)


def mistake_and_unit(exercise, v, layer):
    found = unit_style(exercise, v)
    if not found or layer == 'data' and not data_options(exercise, v):
        return False
    style, kind2, sentence2 = found
    s, r = chapter_way(exercise, v)
    if layer == 'data':
        _, kind, sentence, choices = draw(data_options(exercise, v))
        values = chapter_way(exercise, v, **choices)[1]
    else:
        _, kind, sentence, parts = draw(formula_mistakes(exercise, v, s, r))
        values = dict(r, **parts)
        if any(isinstance(x, str) for x in parts.values()) and any('unit' in p and p['id'] in parts for p in BY_ID[exercise]['parts']):
            return False
    first = differs(exercise, v, values, r)
    if not first or kind in ('t for α', 'p for α', 'α and β exchanged', 'β for α', 't ± 1.96', 'no constant'):
        return False
    whose = whose_part(r, first, style.scaled, 'the first', 'the second')
    return keep(exercise, v, [kind, kind2], f'{sentence}; and {sentence2}', write(exercise, v, values, style), 'two', whose)


def two_data(exercise, v):
    options = data_options(exercise, v)
    if not options:
        return False
    _, kind, sentence, one = draw(options)
    _, kind2, sentence2, two = draw(options)
    if set(one) & set(two):
        return False
    r = chapter_way(exercise, v)[1]
    alone, alone2 = chapter_way(exercise, v, **one)[1], chapter_way(exercise, v, **two)[1]
    both = chapter_way(exercise, v, **one, **two)[1]
    if not all((differs(exercise, v, alone, r), differs(exercise, v, alone2, r), differs(exercise, v, both, alone), differs(exercise, v, both, alone2))):
        return False
    return keep(exercise, v, [kind, kind2], f'{sentence}; and {sentence2}', write(exercise, v, both, new_style()), 'two')


# Slips of the fingers, guesses and made-up arithmetic: no method stands behind them.
def known_values(exercise, v):
    """Every number that one of the mistakes above, alone, would give, by part."""
    s, r = chapter_way(exercise, v)
    rows = [r] + [parts for _, _, _, parts in formula_mistakes(exercise, v, s, r)]
    rows += [chapter_way(exercise, v, **m[3])[1] for m in data_options(exercise, v)]
    rows += [o['keys'] for o in BY_ID[exercise]['variants']]
    values = collections.defaultdict(list)
    for row in rows:
        for n, x in row.items():
            if not isinstance(x, str) and math.isfinite(x):
                values[n] += [x, -x, 10 * x, x / 10, 100 * x, x / 100]
    return values


def of_no_method(exercise, v, answers, names):
    known = known_values(exercise, v)
    for n in names:
        x = read_number(answers[n])
        if any(abs(x - k) <= .015 * abs(k) for k in known[n]):
            return False
    return True


ROUND = {'return a day': ['0.001', '0.0005', '0.002', '0.01%', '0.03%', '0.0008', '0.05%'], 'return': ['5%', '0.1', '8%', '0.12', '0.07', '20%', '0.03', '0.25'],
         'beta': ['1', '1.2', '0.8', '1.5', '0.9', '1.1'], 'rSquared': ['0.6', '0.7', '0.9', '0.35', '0.25'], 'sharpe': ['0.5', '1', '0.3', '0.7', '0.25', '1.5'],
         'hedgedCorrelation': ['0.1', '0.5', '-0.2', '-1', '0.05'], 'alphaT': ['2', '1.5', '3', '2.5', '0.5'], 'dollars': ['1000000', '$5,000,000', '10,000,000', '$2.5M', '15,000,000', '$30M', '750000'],
         'years': ['10', '20', '5', '30', '50', '100'], 'factorVariance': ['0.0001', '0.0005', '0.01', '0.002'], 'partialHedge': ['0.5', '0.75', '0.25', '0.6', '1']}


def guess(exercise, part):
    name, unit = part['id'], part.get('unit')
    if 'choices' in part:
        return part['choices'][CHANCE.randint(2)]
    kind = ('return a day' if unit == 'return' and exercise in ('jpm-regression', 'reading-a-table') else 'beta' if name in ('beta', 'betaDaily', 'betaMonthly', 'trackingHolding')
            else 'rSquared' if name == 'factorShare' else 'sharpe' if name in ('sharpeHedged', 'sharpeUnhedged', 'appraisalRatio') else name if name in ROUND else unit)
    options = ROUND[kind]
    return options[CHANCE.randint(len(options))]


def right_texts(exercise, v, style=None):
    return write(exercise, v, chapter_way(exercise, v)[1], style or new_style())


def guess_form(exercise, v, everything):
    parts = BY_ID[exercise]['parts']
    answers = right_texts(exercise, v)
    numbers = [p for p in parts if 'unit' in p]
    chosen = parts if everything else [numbers[CHANCE.randint(len(numbers))]]
    if not answers or (not everything and len(parts) == 1):
        return False
    for p in chosen:
        answers[p['id']] = guess(exercise, p)
    if not of_no_method(exercise, v, answers, [p['id'] for p in chosen if 'unit' in p]):
        return False
    what = 'every field' if len(chosen) > 1 else chosen[0]['id']
    return keep(exercise, v, ['guess'], f'guessed {what}, with no method', answers, 'arbitrary')


def slip_form(exercise, v):
    answers = right_texts(exercise, v, SimpleNamespace(**dict(vars(new_style()), k=int(CHANCE.choice([4, 5])), exponent=False)))
    if not answers:
        return False
    numbers = [p['id'] for p in BY_ID[exercise]['parts'] if 'unit' in p and p['id'] != 'hedgedCorrelation']
    one = numbers[CHANCE.randint(len(numbers))]
    text = answers[one]
    places = [i for i, ch in enumerate(text) if ch.isdigit() and re.search('[1-9]', text[:i + 1])]
    i = places[CHANCE.randint(min(3, len(places)))]
    way = CHANCE.choice(['exchanged', 'other key', 'doubled', 'lost'], p=[.4, .3, .15, .15])
    if way == 'exchanged':
        if i + 1 >= len(text) or not text[i + 1].isdigit() or text[i] == text[i + 1]:
            return False
        new, words = text[:i] + text[i + 1] + text[i] + text[i + 2:], 'typed two digits the wrong way round'
    elif way == 'other key':
        digit = str((int(text[i]) + CHANCE.choice([-1, 1, 3, -3])) % 10)
        new, words = text[:i] + digit + text[i + 1:], f'hit the key {digit} for {text[i]}'
    elif way == 'doubled':
        new, words = text[:i + 1] + text[i] + text[i + 1:], 'typed a digit twice'
    else:
        new, words = text[:i] + text[i + 1:], 'left out a digit'
    if re.search(r',\d{4}|,\d{1,2}(,|$)|^\D?\d{4,},', new) or new == text or not re.search('[1-9]', new):
        return False
    answers[one] = new
    if not of_no_method(exercise, v, answers, [one]):
        return False
    return keep(exercise, v, ['slip of the fingers'], f'had {one} as {text} and {words}', answers, 'arbitrary')


def made_up_form(exercise, v):
    s, r = chapter_way(exercise, v)
    answers = right_texts(exercise, v)
    if not answers:
        return False
    numbers = [p for p in BY_ID[exercise]['parts'] if 'unit' in p]
    part = numbers[CHANCE.randint(len(numbers))]
    name, unit = part['id'], part['unit']
    a, f = v['asset'], v['factor']
    if unit == 'dollars':
        b = v['budget']
        options = [(b * (1 + s.b) / s.r2, 'budget × (1 + β) / R²'), (b * s.b ** 3, 'budget × β³'), (b / (s.sd_y + s.sd_f) / s.n ** .25, f'budget over the sum of the two daily σ and the fourth root of n'),
                   (b * s.t_b / 12, 'budget × t of β / 12')]
    elif unit == 'return':
        day = exercise in ('jpm-regression', 'reading-a-table')
        options = [((s.a + s.mean_f) / 2 * (1 if day else 252), f"half the sum of α and {f}'s mean"), (s.a * s.r2 * (1 if day else 252), 'α × R²'),
                   (s.sd_e / s.n ** .4 * (1 if day else 20), 'residual σ over a power of n'), (s.a / (1 + s.b) * (1 if day else 252), 'α / (1 + β)'),
                   (float(s.y.median()) * (1 if day else 252), f"the median of {a}'s excess returns")]
    elif unit == 'years':
        options = [(s.n / 252 / s.r2, 'the years of data over R²'), (s.n / 252 * s.b, 'the years of data times β')]
    else:
        options = [(s.b * s.r2, 'β × R²'), ((s.b + s.corr) / 2, 'half the sum of β and the correlation'), (s.b / (1 + s.b), 'β / (1 + β)'),
                   (math.exp(-s.b), 'e to the power −β'), (s.sd_e / (s.sd_y + s.sd_f), f"residual σ over the sum of the σ of {a} and {f}")]
        if name == 'factorVariance':
            options = [(s.sd_y * s.sd_f / 2, f'half the product of the σ of {a} and {f}'), (s.var_y * s.r2 ** 3, f"{a}'s variance times R² cubed")]
    x, words = options[CHANCE.randint(len(options))]
    values = dict(r, **{name: x})
    answers = write(exercise, v, values, new_style())
    if not answers or not of_no_method(exercise, v, answers, [name]):
        return False
    return keep(exercise, v, ['made-up arithmetic'], f'made up {name} as {words}, which has no reason', answers, 'arbitrary')


def random_form(exercise, v):
    r = chapter_way(exercise, v)[1]
    values = {n: x if isinstance(x, str) or n == 'hedgedCorrelation' else x * math.exp(CHANCE.uniform(-1.2, 1.2)) for n, x in r.items()}
    answers = write(exercise, v, values, new_style())
    names = [n for n in values if not isinstance(values[n], str) and n != 'hedgedCorrelation']
    if not answers or not of_no_method(exercise, v, answers, names):
        return False
    what = listed(names)
    if any(verdict(p, v['keys'][p['id']], answers[p['id']]) != 'wrong' for p in BY_ID[exercise]['parts'] if p['id'] in names):
        return False
    return keep(exercise, v, ['invented numbers'], f'invented the digits of {what}', answers, 'arbitrary')


# Right, in an unusual notation or rounding.
def unusual_right_forms():
    def form(exercise, variant, sentence, **texts):
        v = next(v for v in BY_ID[exercise]['variants'] if v['id'] == variant)
        r = chapter_way(exercise, v)[1]
        answers = dict(right_texts(exercise, v), **{n: t(r[n]) if callable(t) else t for n, t in texts.items()})
        kept = keep(exercise, v, [], f'did everything right and {sentence}', answers, 'right', at_least_one_wrong=False)
        assert kept, (exercise, variant, answers, v['keys'])
        TURN[exercise] += 1
    form('jpm-regression', 'jpm-2005-2014', 'typed α with an exponent', alpha=lambda x: '%.3E' % x)
    form('jpm-regression', 'jpm-2010-2019', 'typed the minus of α as the mathematical sign −', alpha=lambda x: ('%.7f' % x).replace('-', '−'))
    form('reading-a-table', 'jpm-2000-2009', 'typed the interval in percent with a space before the sign', alphaLow=lambda x: '%.4f %%' % (100 * x), alphaHigh=lambda x: '%.4f %%' % (100 * x))
    form('raw-or-excess', 'msft-1995-2004', 'typed the decimals without a 0 before the point', alphaExcess=lambda x: ('%.4f' % x)[1:], alphaRaw=lambda x: ('%.4f' % x)[1:])
    form('annualise-alpha', 'wmt-2015-2024', 'pasted every digit of the program', alphaAnnual=repr)
    form('annualise-alpha', 'msft-full', 'typed a decimal comma', alphaAnnual=lambda x: ('%.4f' % x).replace('.', ','))
    form('tracking-portfolio', 'jpm-full', 'rounded β to one decimal, within the tolerance, and typed a plus', trackingHolding='+1.4', factorPremium=lambda x: '+%.2f%%' % (100 * x))
    form('hedged-portfolio', 'wmt-full', 'pasted the correlation as the computer has it', hedgedCorrelation='-4.27e-16')
    form('expected-return', 'jpm-2015-2024', 'typed every part in percent with a space', riskFreeAnnual=lambda x: '%.2f %%' % (100 * x), factorPremium=lambda x: '%.1f %%' % (100 * x), alphaAnnual=lambda x: '%.2f %%' % (100 * x), expectedReturn=lambda x: '%.1f %%' % (100 * x))
    form('factor-share', 'jpm-2000-2009', 'typed the variance with an exponent and R² in percent', factorVariance=lambda x: '%.2e' % x, factorShare=lambda x: '%.3f' % x, rSquared=lambda x: '%.1f%%' % (100 * x))
    form('monthly-position', 'jpm-1995-2004-2m', 'typed the dollars in words of millions', positionMonthly=lambda x: '%.2f million' % (x / 1e6))
    form('annual-budget', 'wmt-2005-2014-5m', 'typed cents, and millions with M', positionUnhedged=lambda x: f'${x:,.2f}', positionHedged=lambda x: f'${x:,.2f}', pnlUnhedged=lambda x: '$%.3fM' % (x / 1e6), pnlHedged=lambda x: '%.3fM' % (x / 1e6))
    form('appraisal-ratio', 'jpm-2000-2009', 'rounded to two digits or to whole years, within the tolerance', appraisalRatio=lambda x: '%.2f' % x, sharpeHedged=lambda x: '%.2f' % x, alphaT=lambda x: '%.2f' % x, yearsToTwo=lambda x: '%.0f' % x)
    form('beta-frequency', 'msft-2015-2024', 'pasted every digit of the program', betaDaily=repr, betaMonthly=repr)
    form('target-factor-share', 'msft-2005-2014-30pct', 'rounded to two digits, within the tolerance, and left out the 0', partialHedge=lambda x: ('%.2f' % x)[1:])


def until(number, make, but=()):
    """Draws exercises and variants until `make` has kept so many forms."""
    kept, tries = 0, 0
    while kept < number:
        exercise = next_exercise(but)
        tries += 1
        assert tries < 20000, make
        if any(make(exercise, new_variant(exercise)) for _ in range(12)):
            TURN[exercise] += 1
            kept += 1
        else:
            TURN[exercise] += .2


def check_against_keys():
    """The chapter's formulas on the chapter's regression give the keys; a table's four digits come close."""
    for e in EXERCISES:
        for v in e['variants']:
            values = chapter_way(e['id'], v)[1]
            for p in e['parts']:
                got, key = values[p['id']], v['keys'][p['id']]
                slack = tolerance(p, key) if e['id'] in READ_FROM_A_TABLE and 'unit' in p else 1e-9
                assert got == key if isinstance(key, str) else abs(got - key) <= slack * max(1, abs(key)), (e['id'], v['id'], p['id'], got, key)


def main():
    check_against_keys()
    unusual_right_forms()
    no_unit = ('hedged-portfolio', 'appraisal-ratio', 'beta-frequency', 'target-factor-share')
    until(9, data_and_formula, READ_FROM_A_TABLE)
    until(7, two_formulas, ('annualise-alpha', 'monthly-position', 'target-factor-share'))
    until(4, lambda e, v: mistake_and_unit(e, v, 'data'), no_unit + READ_FROM_A_TABLE)
    until(3, lambda e, v: mistake_and_unit(e, v, 'formula'), no_unit)
    until(2, two_data, READ_FROM_A_TABLE)
    until(7, lambda e, v: guess_form(e, v, True))
    until(6, lambda e, v: guess_form(e, v, False), ('annualise-alpha', 'monthly-position', 'target-factor-share'))
    until(8, slip_form)
    until(7, made_up_form, READ_FROM_A_TABLE)
    until(3, random_form)
    until(16, unit_form, no_unit)
    until(13, copied_form)
    until(12, point_or_sign_form)
    until(4, lambda e, v: data_form(e, v, 'raw for excess'), READ_FROM_A_TABLE + ('raw-or-excess',))
    until(54, data_form, READ_FROM_A_TABLE)
    until(80, formula_form)
    order = CHANCE.permutation(len(FORMS))
    forms = [FORMS[i] for i in order]
    groups = collections.Counter(f.pop('group') for f in forms)
    assert len(forms) == 250
    with open(os.path.join(GOLDEN, 'wrong-submissions-ninth.json'), 'w') as out:
        out.write('[\n' + ',\n'.join(json.dumps(f, ensure_ascii=False) for f in forms) + '\n]\n')
    print(dict(groups))
    print(collections.Counter(f['exercise'] for f in forms))
    print(collections.Counter(k for f in forms for k in f['mistakes']))


if __name__ == '__main__':
    main()

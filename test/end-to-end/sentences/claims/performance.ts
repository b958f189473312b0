import { Case, gapsBefore, testOf, type Test } from "../case.ts";
import type { Check, Ends } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { blockOf, sharpeByBlocks, type Resampled } from "../bootstrap.ts";
import { kieferVogelsang, smallSampleErrors } from "../small-sample.ts";
import { automaticLags, deviation, dot, drawdown, falls, leastSquares, longRun, mean, ratioInfluence, rowsInStretches, shapeOf, sharpeGap, variance, type Numbers } from "../statistics.ts";
import { readPrinted } from "../check.ts";

const only = ["performance"];
const root = (of: Case): number => Math.sqrt(of.perYear);
const hedged = (of: Case): Numbers => {
  const tracking = of.tracking();
  return of.fit().y.map((value, row) => value - tracking[row]!);
};
const sharpe = (values: Numbers): number => mean(values) / deviation(values);
const active = (of: Case): Numbers => of.fit().y.map((value, row) => value - of.fit().x[0]![row]!);
const appraisal = (of: Case): number => of.fit().coefficients[0]! / deviation(of.fit().residuals);
/** Few rows are taken as independent. */
/** Errors of ratios for few rows: what was estimated is taken off the rows, and counted lags widen it as elsewhere. Few rows are taken as independent. */
export function ratio(of: Case, value: number, influence: Numbers, coefficients = 1): Test {
  const n = influence.length;
  const { kind } = of.recipe.errors;
  const lags = of.fewRows || kind === "hc1" ? 0 : of.lags;
  const error = Math.sqrt(lags === 0 ? dot(influence, influence) : Math.max(0, longRun(influence, influence, lags)));
  return testOf(value * root(of), error * Math.sqrt(n / (n - coefficients)) * kieferVogelsang(lags, n) * root(of), n - coefficients);
}
const ratioTest = (of: Case, values: Numbers): Test => ratio(of, sharpe(values), ratioInfluence(sharpe(values), values, Case.ofMean(values)));
function appraisalTest(of: Case): Test {
  const fit = of.fit();
  const independent = of.fewRows || of.recipe.errors.kind === "hc1";
  if (!independent) return ratio(of, appraisal(of), ratioInfluence(appraisal(of), fit.residuals, fit.influence[0]!), fit.x.length + 1);
  // Mertens' moments, and what estimating β at the factors' means adds.
  const shape = shapeOf(fit.residuals);
  const own = appraisal(of);
  const atMeans = (fit.errors[0]! ** 2 / fit.residualVariance) * fit.rows;
  return testOf(own * root(of), Math.sqrt((atMeans - shape.skew * own + ((shape.kurtosis - 1) / 4) * own ** 2) / fit.degrees) * root(of), fit.degrees);
}
const years = (of: Case): number => (of.fit().rows / of.perYear) * (2 / of.shown(of.fit(), 0).statistic) ** 2;

/**
 * What the hedged ratio α/σ(ε) owes to the βs that were estimated: a row's part in α beyond its part in the mean of
 * r − β·f with β known, which is ε itself.
 */
const ofBetas = (of: Case): Numbers => {
  const fit = of.fit();
  const sigma = Math.sqrt(dot(fit.residuals, fit.residuals) / fit.rows);
  return fit.residuals.map((error, row) => (fit.influence[0]![row]! * fit.rows - error) / sigma);
};
function gapTest(of: Case): Test {
  const { gap, error } = sharpeGap(hedged(of), of.fit().y, ofBetas(of));
  return testOf(gap * root(of), error * root(of), Infinity);
}
const drawn = new WeakMap<Case, Resampled>();
function bootstrap(p: string, of: Case, check: Check, rejects: boolean): void {
  if (!drawn.has(of)) drawn.set(of, sharpeByBlocks(hedged(of), of.fit().y, ofBetas(of)));
  check.drawn(p, 999, drawn.get(of)!, rejects);
}
const resampled = (p: string): number => readPrinted(p.replace(/^p =? ?/u, "")).value;

const side = (of: Case, rose: boolean): readonly number[] => of.fit().x[0]!.flatMap((value, row) => ((rose ? value > 0 : value < 0) ? [row] : []));
const sideFit = (of: Case, rose: boolean): ReturnType<typeof leastSquares> => {
  const rows = side(of, rose);
  return leastSquares(rows.map((row) => of.fit().y[row]!), [rows.map((row) => of.fit().x[0]![row]!)]);
};
/** A β for each side in one regression: the constant, β where it falls, 1 where it rises, β where it rises. */
function bySide(of: Case): ReturnType<typeof leastSquares> {
  const kept = [...side(of, true), ...side(of, false)].sort((a, b) => a - b);
  const factor = kept.map((row) => of.fit().x[0]![row]!);
  return leastSquares(kept.map((row) => of.fit().y[row]!), [factor.map((value) => Math.min(0, value)), factor.map((value) => (value > 0 ? 1 : 0)), factor.map((value) => Math.max(0, value))]);
}

/** The same by one regression with an intercept and a β for each side, its errors HC3: what the rows in a row are, the sides aren't. */
function decidingSides(of: Case): Test {
  const kept = [...side(of, true), ...side(of, false)].sort((a, b) => a - b);
  const factor = kept.map((row) => of.fit().x[0]![row]!);
  const up = factor.map((value) => (value > 0 ? 1 : 0));
  rowsInStretches(kept.length, gapsBefore(kept.map((row) => of.rows().dates[row]!), of.frequency));
  const fit = leastSquares(kept.map((row) => of.fit().y[row]!), [factor, up, factor.map((value) => Math.max(0, value))]);
  return testOf(fit.coefficients[3]!, smallSampleErrors(fit, of.recipe.errors.kind === "hac" ? of.lags : 0)[3]!, fit.degrees);
}

function oneSide(words: readonly string[], of: Case, check: Check, rose: boolean): void {
  const [factor = "", value = "", error = ""] = words;
  check.that(factor === of.factor, "another factor");
  check.that(of.said.description.includes("(no other factor beside it)") === of.recipe.factors.length > 1, "whether others stand beside it is not said");
  check.number(value, sideFit(of, rose).coefficients[1]!, "β");
  const { kind } = of.recipe.errors;
  check.number(error, kind === "classical" ? sideFit(of, rose).errors[1]! : of.shownErrors(bySide(of))[rose ? 3 : 1]!, "s.e.");
  check.that(of.said.description.includes(`(${kind === "classical" ? kind : kind.toUpperCase()} s.e. `), `other errors than ${kind}`);
}

function growth(values: Numbers): { readonly last: number; readonly lowest: number } {
  let [wealth, lowest] = [1, 1];
  for (const value of values) lowest = Math.min(lowest, (wealth *= 1 + value));
  return { last: wealth, lowest };
}

function fall(check: Check, of: Case, depth: string, from: string, to: string, recovered: string): void {
  const found = drawdown(of.fit().y);
  const { dates } = of.rows();
  check.number(depth, found.depth, "drawdown");
  check.that((found.peak < 0 ? "the start" : dates[found.peak]) === from, `it begins ${found.peak < 0 ? "at the start" : dates[found.peak]}`);
  check.that(dates[found.trough] === to, `it ends ${dates[found.trough]}`);
  check.that((found.recovered === null ? "" : dates[found.recovered]) === recovered, `recovered ${found.recovered === null ? "never" : dates[found.recovered]}`);
}

const ranks = ["Largest", "Second", "Third", "Fourth", "Fifth"];
function nextFall(check: Check, of: Case, rank: string, [depth = "", from = "", to = "", back = ""]: readonly string[]): void {
  const found = falls(of.fit().y)[ranks.indexOf(rank)];
  const { dates } = of.rows();
  if (!found) return check.that(false, "there are fewer falls");
  check.number(depth, found.depth, "drawdown");
  check.that((found.peak < 0 ? "the start" : dates[found.peak]) === from && dates[found.trough] === to, `it is ${found.peak < 0 ? "from the start" : dates[found.peak]} to ${dates[found.trough]}`);
  check.that((found.recovered === null ? "" : dates[found.recovered]) === back, `recovered ${found.recovered === null ? "never" : dates[found.recovered]}`);
}

/** Σr ⁄ Σf of the rows on one side; what each row adds to its error. */
function captured([name = "", again = "", value = "", interval = ""]: readonly string[], of: Case, check: Check, rose: boolean): void {
  check.that(name === of.factor && again === of.factor, "another factor");
  const { y, x: [factor = []], rows } = of.fit();
  const on = factor.map((each) => Number(rose ? each > 0 : each < 0));
  const own = dot(on, factor);
  const ratio = dot(on, y) / own;
  const adds = on.map((each, row) => (each * (y[row]! - ratio * factor[row]!)) / own);
  const { kind } = of.recipe.errors;
  const lags = kind === "hac" ? of.lags : kind === "hc1" ? 0 : automaticLags(rows);
  const count = on.filter(Boolean).length;
  const test = testOf(ratio, kieferVogelsang(lags, rows) * Math.sqrt((longRun(adds, adds, lags) * count) / (count - 1)), count - 1);
  check.number(value, ratio, "capture");
  check.interval(interval, test);
}

/** βs of the other stocks on the reply's factor, each on its own rows of the reply's days, where those are enough. */
function othersBetas(of: Case): readonly number[] {
  const least = { daily: 60, weekly: 52, monthly: 24, annual: 10 }[of.frequency];
  const factors = ["Mkt-RF", "SMB", "SMB5", "HML", "RMW", "CMA", "MOM", "RF", "SPY", of.asset, of.factor];
  return [...of.data.series.keys()].filter((name) => !factors.includes(name)).flatMap((name) => {
    const { dates, columns } = of.rows([name, of.factor]);
    // A stock that begins or ends within a period has none of it.
    const whole = of.frequency === "daily" ? null : new Set(of.periods(name, of.frequency));
    const kept = dates.flatMap((day, row) => (whole === null || whole.has(day) ? [row] : []));
    const column = (id: string): Numbers => kept.map((row) => columns.get(id)![row]!);
    return kept.length < least ? [] : [leastSquares(column(name), [column(of.factor)]).coefficients[1]!];
  });
}

const adjusted = (beta: number): number => (2 * beta + 1) / 3;

/** Mean over β: what each row adds to the mean, less what it adds to β. */
function treynorTest(of: Case): Test {
  const fit = of.fit();
  const [beta, own] = [fit.coefficients[1]!, Case.ofMean(fit.y)];
  const value = mean(fit.y) / beta;
  const influence = own.map((each, row) => (each - value * fit.influence[1]![row]!) / beta);
  return of.fewRows ? testOf(value * of.perYear, Math.sqrt(dot(influence, influence)) * of.perYear, Infinity) : of.byInfluence(value, influence, of.perYear, Infinity);
}

/** With several factors it is said whose β is meant. */
function besideOthers([name = "", others = ""]: readonly string[], of: Case, check: Check): void {
  const [first, ...rest] = of.recipe.factors;
  check.that(others === rest.join(", ") && (rest.length === 0 || name === first), `β on ${name} beside ${others}`);
}

export const performanceClaims: readonly Claim[] = [
  claim("Over # ⟨days‖weeks‖months⟩ in a row they vary # times as much as √# of a ⟨day‖week‖month⟩'s: scaled by those sums a year's appraisal ratio is about #.", ([rows = "", times = "", rooted = "", value = ""], of, check) => {
    const { residuals } = of.fit();
    const q = { daily: 21, weekly: 13, monthly: 12, annual: 1 }[of.frequency];
    const own = Math.sqrt(longRun(residuals, residuals, q - 1) / dot(residuals, residuals));
    check.number(rows, q, "rows");
    check.number(rooted, q, "rows");
    check.number(times, own, "times");
    check.number(value, (appraisal(of) * root(of)) / own, "a year's appraisal ratio");
    check.that(Math.abs(own - 1) >= 0.1, `${own} times is hardly worth a line`);
  }, only),
  claim("@: Sharpe ratio #, hedged # a year", ([, one = "", two = ""], of, check) => {
    check.number(one, sharpe(of.fit().y) * root(of), "Sharpe ratio");
    check.number(two, appraisal(of) * root(of), "hedged");
  }, only),
  claim("@: # ⟨days‖weeks‖months⟩ are too few to know a Sharpe ratio", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("Sharpe ratio = # a year · ≈", ([value = "", interval = ""], of, check) => {
    check.number(value, sharpe(of.fit().y) * root(of), "Sharpe ratio");
    check.interval(interval, ratioTest(of, of.fit().y));
  }, only),
  claim("Hedged = appraisal ratio = # a year · ≈", ([value = "", interval = ""], of, check) => {
    check.number(value, appraisal(of) * root(of), "appraisal ratio");
    check.interval(interval, appraisalTest(of));
  }, only),
  claim("α a year = # · ≈ · t = #", ([value = "", interval = "", t = ""], of, check) => {
    check.number(value, of.fit().coefficients[0]! * of.perYear, "α");
    of.coefficient(check, interval, of.fit(), 0, { scale: of.perYear });
    check.number(t, of.shown(of.fit(), 0).statistic, "t");
  }, only),
  claim("These rows don't show that hedging changes the Sharpe ratio: from # to #, a difference of # (s.e. #, ℗).", ([from = "", to = "", gap = "", error = "", p = ""], of, check) => {
    check.number(from, sharpe(of.fit().y) * root(of), "unhedged");
    check.number(to, appraisal(of) * root(of), "hedged");
    const test = gapTest(of);
    check.number(gap, test.estimate, "difference");
    check.number(error, test.error, "s.e.");
    bootstrap(p, of, check, false);
    check.that(resampled(p) >= 0.05, p);
  }, only),
  claim("Hedging ⟨lowered‖raised⟩ the Sharpe ratio, from # to # (℗).", ([from = "", to = "", p = ""], of, check) => {
    check.number(from, sharpe(of.fit().y) * root(of), "unhedged");
    check.number(to, appraisal(of) * root(of), "hedged");
    check.that(of.said.description.includes("Hedging **lowered") || of.said.description.includes("Hedging lowered") ? gapTest(of).estimate < 0 : gapTest(of).estimate > 0, "the other way");
    bootstrap(p, of, check, true);
    check.that(resampled(p) < 0.05, p);
  }, only),
  claim("Hedging raised the Sharpe ratio, from # to # (℗): what @ earned beside its factor risk was paid better per unit of risk.", ([from = "", to = "", p = ""], of, check) => {
    check.number(from, sharpe(of.fit().y) * root(of), "unhedged");
    check.number(to, appraisal(of) * root(of), "hedged");
    check.that(gapTest(of).estimate > 0 && resampled(p) < 0.05, p);
    check.that(of.fit().coefficients[0]! > 0, `α = ${of.fit().coefficients[0]!}: it earned nothing beside its factor risk`);
    bootstrap(p, of, check, true);
  }, only),
  claim("A hedge also gives up the premium that … earned.", (_, of, check) => check.that(mean(of.tracking()) > 0, `β · E[f] = ${mean(of.tracking()) * of.perYear}`), only),
  claim("Whether a hedge changes the Sharpe ratio (here from # to #) can't be told from so few rows: a test needs # ⟨days‖weeks‖months⟩.", ([from = "", to = "", count = ""], of, check) => {
    check.number(from, sharpe(of.fit().y) * root(of), "unhedged");
    check.number(to, appraisal(of) * root(of), "hedged");
    check.that(of.fit().rows < readPrinted(count).value, "there are as many");
  }, only),
  teaching("The Sharpe ratio counts all risk, the appraisal ratio only ε's."),
  teaching("Which would you ask of a stock that you hold alone, and which of one among many?"),
  claim("Lines: $1 in @, excess returns compounded (cash would stay at $1), became # unhedged and # hedged, ¤ to ¤.", ([, one = "", two = "", first = "", last = ""], of, check) => {
    check.number(one, growth(of.fit().y).last, "unhedged");
    check.number(two, growth(hedged(of)).last, "hedged");
    check.that(of.rows().dates[0] === first && of.rows().dates.at(-1) === last, "other days");
  }, only),
  claim("Logarithmic axis, ⟨daily‖weekly‖monthly⟩ rows.", () => undefined, only),
  claim("Lowest: # unhedged, # hedged.", ([one = "", two = ""], of, check) => {
    check.number(one, growth(of.fit().y).lowest, "unhedged");
    check.number(two, growth(hedged(of)).lowest, "hedged");
  }, only),
  claim("Sharpe ratio: mean # (×#) over volatility #", ([value = "", scale = "", volatility = ""], of, check) => {
    check.number(value, mean(of.fit().y) * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    check.number(volatility, deviation(of.fit().y) * root(of), "volatility");
  }, only),
  claim("Appraisal ratio: α # over σ(ε) #; the hedged Sharpe ratio, #, is the same by construction", ([alpha = "", sigma = "", ratio = ""], of, check) => {
    check.number(alpha, of.fit().coefficients[0]! * of.perYear, "α");
    check.number(sigma, deviation(of.fit().residuals) * root(of), "σ(ε)");
    check.number(ratio, sharpe(hedged(of)) * root(of), "hedged Sharpe ratio");
  }, only),
  claim("Hedged less unhedged (Ledoit and Wolf 2008): # a year · 95% interval # to #, ℗, by # resamples of blocks of # rows ℗", ([gap = "", low = "", high = "", p = "", , length = "", byBlocks = ""], of, check) => {
    const test = gapTest(of);
    check.number(gap, test.estimate, "difference");
    check.interval(`${low} to ${high}`, test);
    check.p(p, test.pValue);
    check.number(length, blockOf(of.fit().rows), "block");
    bootstrap(byBlocks, of, check, resampled(byBlocks) < 0.05);
  }, only),
  claim("An appraisal ratio of # needs # years for t(α) = 2⟨; these rows are past it⟩", ([ratio = "", need = ""], of, check) => {
    check.number(ratio, appraisal(of) * root(of), "appraisal ratio");
    check.number(need, years(of), "years");
    check.that(of.said.description.includes("these rows are past it") === of.shown(of.fit(), 0).statistic > 2, `t = ${of.shown(of.fit(), 0).statistic}`);
  }, only),
  claim("By then a test sees such an α in half of all samples; in 80% of them after # years", ([need = ""], of, check) => {
    check.number(need, (years(of) * (1.959964 + 0.841621) ** 2) / 4, "years");
  }, only),
  claim("Years until t(α) = 2: none, α is not above 0", (_, of, check) => check.that(of.fit().coefficients[0]! <= 0, `α = ${of.fit().coefficients[0]!}`), only),
  claim("Information ratio against β = 1 (r − @): # a year · ≈", ([name = "", value = "", interval = ""], of, check) => {
    check.that(name === of.factor, "another factor");
    check.number(value, sharpe(active(of)) * root(of), "information ratio");
    check.interval(interval, ratioTest(of, active(of)));
  }, only),
  claim("Tracking error, the course's σ(ε): # a year", ([value = ""], of, check) => check.number(value, deviation(of.fit().residuals) * root(of), "σ(ε)"), only),
  claim("Tracking error elsewhere, σ(r − @): # a year", ([, value = ""], of, check) => check.number(value, deviation(active(of)) * root(of), "tracking error"), only),
  claim("Shaded: @ unhedged below its peak; largest drawdown #, ⟨the start⟩⟨¤⟩ to ¤.", ([, depth = "", from = "the start", to = ""], of, check) => {
    const found = drawdown(of.fit().y);
    const { dates } = of.rows();
    check.number(depth, found.depth, "drawdown");
    check.that((found.peak < 0 ? "the start" : dates[found.peak]) === from && dates[found.trough] === to, "other days");
  }, only),
  claim("Largest drawdown of the compounded excess returns: #, from the start to ¤, not recovered", ([depth = "", to = ""], of, check) => fall(check, of, depth, "the start", to, ""), only),
  claim("Largest drawdown of the compounded excess returns: #, from the start to ¤, recovered ¤", ([depth = "", to = "", back = ""], of, check) => fall(check, of, depth, "the start", to, back), only),
  claim("Largest drawdown of the compounded excess returns: #, ¤ to ¤, not recovered", ([depth = "", from = "", to = ""], of, check) => fall(check, of, depth, from, to, ""), only),
  claim("Largest drawdown of the compounded excess returns: #, ¤ to ¤, recovered ¤", ([depth = "", from = "", to = "", back = ""], of, check) => fall(check, of, depth, from, to, back), only),
  claim("@ largest: #, ⟨from the start⟩⟨¤⟩ to ¤, not recovered", ([rank = "", depth = "", from = "the start", to = ""], of, check) => nextFall(check, of, rank, [depth, from, to, ""]), only),
  claim("@ largest: #, ⟨from the start⟩⟨¤⟩ to ¤, recovered ¤", ([rank = "", depth = "", from = "the start", to = "", back = ""], of, check) => nextFall(check, of, rank, [depth, from, to, back]), only),
  claim("Up capture, the mean on ⟨days‖weeks‖months⟩ when @ rose over @'s own: # · ≈", ([name = "", again = "", value = "", interval = ""], of, check) => captured([name, again, value, interval], of, check, true), only),
  claim("Down capture, the same on ⟨days‖weeks‖months⟩ when it fell: # · ≈", ([value = "", interval = ""], of, check) => captured([of.factor, of.factor, value, interval], of, check, false), only),
  claim("Treynor–Mazuy timing, γ of @² beside @⟨ (no other factor beside it)⟩: # · 95% interval # to # (t = #, ℗, ⟨HAC‖HC3⟩ errors⟨ (Bartlett, # lags), small-sample⟩): …", ([name = "", again = "", value = "", low = "", high = "", t = "", p = "", lags = "0", verdict = ""], of, check) => {
    check.that(name === of.factor && again === of.factor, "another factor");
    const factor = of.fit().x[0]!;
    const test = of.deciding(leastSquares(of.fit().y, [factor, factor.map((each) => each * each)]), 2);
    check.number(value, test.estimate, "γ");
    check.interval(`${low} to ${high}`, test);
    check.number(t, test.statistic, "t");
    check.p(p, test.pValue);
    check.number(lags, of.decidingLags(), "lags");
    const meant = test.pValue >= 0.05 ? `the rows don't show that β moves with ${of.factor}` : `β is higher the more ${of.factor} ${test.estimate > 0 ? "rises" : "falls"}`;
    check.verdict(verdict === meant, test.pValue);
  }, only),
  claim("Treynor ratio, mean over β⟨ on … beside …⟩: # a year⟨ · ≈⟩", ([name = "", others = "", value = "", interval = ""], of, check) => {
    besideOthers([name, others], of, check);
    check.number(value, (mean(of.fit().y) * of.perYear) / of.fit().coefficients[1]!, "Treynor ratio");
    check.interval(interval, treynorTest(of));
    check.that(of.deciding(of.fit(), 1).low > 0, `the interval of β begins at ${of.deciding(of.fit(), 1).low}`);
  }, only),
  claim("Treynor ratio, mean over β⟨ on … beside …⟩: not meaningful, the interval of β is not above 0", (words, of, check) => {
    besideOthers(words, of, check);
    check.that(of.deciding(of.fit(), 1).low <= 0, `the interval of β begins at ${of.deciding(of.fit(), 1).low}`);
  }, only),
  claim("β when @ rose⟨ (no other factor beside it)⟩: # (⟨classical‖HC1‖HAC⟩ s.e. #)", (words, of, check) => oneSide(words, of, check, true), only),
  claim("β when @ fell⟨ (no other factor beside it)⟩: # (⟨classical‖HC1‖HAC⟩ s.e. #)", (words, of, check) => oneSide(words, of, check, false), only),
  claim("Rose less fell: # · 95% interval # to # (… errors⟨ (Bartlett, # lags)⟩⟨, small-sample⟩, ℗): …", ([value = "", low = "", high = "", , , p = "", verdict = ""], of, check) => {
    const decides = decidingSides(of);
    check.number(value, decides.estimate, "difference");
    check.interval(`${low} to ${high}`, decides);
    check.p(p, decides.pValue);
    const meant = decides.pValue >= 0.05 ? "the rows don't show that they differ" : decides.estimate > 0 ? "β is higher when it rises" : "β is higher when it falls";
    check.that(verdict === meant, `"${meant}" was expected`);
  }, only),
  claim("Adjusted β⟨ on … beside …⟩ (⅔ · β + ⅓): # · ≈", ([name = "", others = "", value = "", interval = ""], of, check) => {
    besideOthers([name, others], of, check);
    check.number(value, adjusted(of.fit().coefficients[1]!), "adjusted β");
    const ends = ({ low, high }: Test): Ends => ({ low: adjusted(low), high: adjusted(high) });
    check.interval(interval, ends(of.shown(of.fit(), 1)), ends(of.robust(of.fit(), 1)));
  }, only),
  claim("The ratios' intervals allow for fat tails and for rows that go together (# lags; Lo 2002).", ([lags = ""], of, check) => check.number(lags, of.lags, "lags"), only),
  claim("The ratios' intervals allow for fat tails, and take the rows as independent (Mertens 2002).", () => undefined, only),
  claim("Vasicek's β: # (s.e. #), # of the way to the mean of # other stocks' βs, # (standard deviation #)", ([value = "", error = "", way = "", count = "", middle = "", spread = ""], of, check) => {
    const others = othersBetas(of);
    const own = of.deciding(of.fit(), 1);
    const [v, s] = [variance(others), own.error ** 2];
    check.number(count, others.length, "stocks");
    check.number(middle, mean(others), "mean");
    check.number(spread, Math.sqrt(v), "standard deviation");
    check.number(way, s / (s + v), "share");
    check.number(value, (own.estimate / s + mean(others) / v) / (1 / s + 1 / v), "β");
    check.number(error, 1 / Math.sqrt(1 / s + 1 / v), "s.e.");
  }, only),
  claim("Vasicek's β takes the βs of 5 other stocks: ⟨none has‖# has‖# have⟩ rows enough here.", ([one = "", some = ""], of, check) => check.number(one || some || "0", othersBetas(of).length, "stocks"), only),
];

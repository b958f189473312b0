import { Case } from "../case.ts";
import type { Check, Ends } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { bySections, holm, stretchesOf } from "../small-sample.ts";
import { heldAway, listed, some } from "./common.ts";
import { ratio as ratioTest } from "./performance.ts";
import { automaticLags, centred, correlation, covariance, deviation, dot, drawdown, leastSquares, longRun, mean, normalBeyond, ratioInfluence, shapeOf, sum, type Fit, type Numbers, within95 } from "../statistics.ts";

const only = ["describe"];
const root = (of: Case): number => Math.sqrt(of.perYear);
const fitOn = (of: Case, name: string, factor: string): Fit => {
  const rows = of.rows([...of.recipe.assets, factor]);
  return leastSquares(rows.columns.get(name)!, [rows.columns.get(factor)!]);
};
/** Neighbouring rows are one level, seen again and again. Chance alone gives an autocorrelation of 2/√n: one half with 16 rows. */
const lingers = (of: Case, name: string): boolean => of.column(name).length > 16 && pearson(of.column(name)) > 0.5;
const isLevel = (of: Case, name: string): boolean => name === "RF" || lingers(of, name);

const stretchCount = (rows: number): number => Math.max(4, Math.min(8, Math.floor(rows / 1000)));
const fewestRows = 32;
const moves = (column: Numbers): boolean => column.some((value) => value !== column[0]);

/** Fisher's z of stretches of the rows; null where one of the two stands still in a stretch. */
function correlationInterval(a: Numbers, b: Numbers): (Ends & { readonly parts: Numbers }) | null {
  const k = stretchCount(a.length);
  const pieces = stretchesOf(a.length, k).map(([from, to]) => [a.slice(from, to), b.slice(from, to)] as const);
  if (a.length < fewestRows || !pieces.every(([one, two]) => moves(one) && moves(two))) return null;
  const parts = pieces.map(([one, two]) => correlation(one, two));
  const whole = Math.atanh(correlation(a, b));
  const { reach } = bySections(whole, parts.map((part) => Math.atanh(Math.min(1 - 1e-12, Math.max(1e-12 - 1, part)))));
  return { low: Math.tanh(whole - reach), high: Math.tanh(whole + reach), parts };
}

/** Of months: an error from 24 cosines of what each row changes in Fisher's z when it is left out, and never below Fisher's own. */
function byCosines(a: Numbers, b: Numbers): Ends | null {
  const n = a.length;
  if (n < fewestRows) return null;
  const z = Math.atanh(correlation(a, b));
  const without = (column: Numbers, row: number): Numbers => column.filter((_, at) => at !== row);
  const shares = a.map((_, row) => (n - 1) * (z - Math.atanh(correlation(without(a, row), without(b, row)))));
  const waves = Array.from({ length: 24 }, (_, k) => (2 / n) * dot(centred(shares), shares.map((_share, row) => Math.cos(((k + 1) * Math.PI * (2 * row + 1)) / (2 * n)))) ** 2);
  const reach = Math.max(within95(24) * Math.sqrt(mean(waves) / n), within95(Infinity) / Math.sqrt(n - 3));
  return { low: Math.tanh(z - reach), high: Math.tanh(z + reach) };
}

const pearson = (column: Numbers): number => correlation(column.slice(1), column.slice(0, -1));

interface Pair {
  readonly names: string;
  readonly correlation: number;
  readonly pValue: number;
}
/** Every two assets' residuals: by White's error, which lets sizes go together; exact fits have none. */
function residualPairs(of: Case, factor: string): readonly Pair[] {
  const named = of.recipe.assets.filter((name) => name !== factor && name !== "RF").map((name) => ({ name, fit: fitOn(of, name, factor) }));
  const fits = named.filter(({ fit }) => !of.exact(fit));
  return fits.flatMap((a, at) =>
    fits.slice(at + 1).map((b) => {
      const products = a.fit.residuals.map((u, row) => u * b.fit.residuals[row]!);
      return { names: `${a.name}–${b.name}`, correlation: correlation(a.fit.residuals, b.fit.residuals), pValue: normalBeyond(sum(products) / Math.sqrt(dot(products, products))) };
    }),
  );
}

/** Rows of a regression on another series are said where they are fewer than the reply's own. */
function sharedRows([count, first, last]: readonly (string | undefined)[], of: Case, check: Check, factor: string): void {
  const { dates } = of.rows([...of.recipe.assets, factor]);
  check.that((count === undefined) === (dates.length === of.rows().dates.length), `${dates.length} rows are shared with ${factor}`);
  if (count === undefined) return;
  check.number(count, dates.length, "shared rows");
  check.that(dates[0] === first && dates.at(-1) === last, "other shared days");
}

function pair(words: readonly string[], of: Case, check: Check, more: boolean): void {
  const [one = "", two = "", factor = "", ...shared] = words;
  const [value = "", p = ""] = shared.splice(3);
  sharedRows(shared, of, check, factor);
  const found = residualPairs(of, factor).find(({ names }) => names === `${one}–${two}`);
  if (!found) return check.that(false, "no such pair");
  check.number(value, found.correlation, "correlation");
  check.p(p, found.pValue);
  check.verdict(more === found.pValue < 0.05, found.pValue);
}

/** "A–B 0.07, C–D −0.06". */
function pairsOf(list: string, check: Check, pairs: readonly Pair[]): void {
  const said = [...list.matchAll(/(\S+–\S+) (−?[\d.]+\d)/gu)];
  check.that(said.length === pairs.length, `${said.length} of ${pairs.length} pairs are named`);
  for (const [, names = "", value = ""] of said) {
    const found = pairs.find((one) => one.names === names);
    if (found) check.number(value, found.correlation, names);
    else check.that(false, `${names} is not one of them`);
  }
}

function together(words: readonly string[], of: Case, check: Check, interval: string, why: "" | "few" | "still"): void {
  const [one = "", two = "", value = "", cov = "", year = ""] = words;
  const [a, b] = [of.column(one), of.column(two)];
  check.number(value, correlation(a, b), "correlation");
  check.number(cov, covariance(a, b), "covariance");
  check.number(year, covariance(a, b) * of.perYear, "covariance a year");
  const found = of.frequency === "monthly" ? null : correlationInterval(a, b);
  if (why === "" && of.frequency === "monthly") {
    check.interval(interval, byCosines(a, b));
    return;
  }
  if (why === "few") check.that(a.length < fewestRows, "rows enough");
  if (why === "still") check.that(a.length >= fewestRows && found === null, "both move");
  if (why !== "") return;
  check.interval(interval, found);
  if (found) heldAway(check, found, Math.abs(correlation(a, b)), found.parts.map(Math.abs), stretchCount(a.length) / a.length);
}

export const describeClaims: readonly Claim[] = [
  claim("@ and @: correlation #", ([one = "", two = "", value = ""], of, check) => check.number(value, correlation(of.column(one), of.column(two)), "correlation"), only),
  claim("@: mean #, volatility # a year", ([name = "", value = "", volatility = ""], of, check) => {
    check.number(value, mean(of.column(name)) * of.perYear, "mean");
    check.number(volatility, deviation(of.column(name)) * root(of), "volatility");
  }, only),
  claim("@: mean # a year", ([name = "", value = ""], of, check) => {
    check.number(value, mean(of.column(name)) * of.perYear, "mean");
    check.that(isLevel(of, name), "it has a volatility a year");
  }, only),
  claim("…, from # ⟨days‖weeks‖months⟩", ([names = "", count = ""], of, check) => {
    check.that(listed(names).join() === of.recipe.assets.join(), "others are described");
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("… side by side", () => undefined, only),
  claim("@ · mean # a year (×#), # per ⟨day‖week‖month⟩⟨, ± # (⟨HAC ⟩s.e.)⟩", ([name = "", value = "", scale = "", per = "", error = ""], of, check) => {
    const column = of.column(name);
    check.number(value, mean(column) * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    check.number(per, mean(column), "mean");
    const influence = centred(column).map((gap) => gap / column.length);
    if (error) check.number(error, of.fewRows ? deviation(column) / Math.sqrt(column.length) : Math.sqrt(longRun(influence, influence, automaticLags(column.length))), "s.e.");
    if (error) check.that(of.said.description.includes("HAC s.e.") === !of.fewRows, of.fewRows ? "rows are few for lags" : "lags are counted");
    check.that((error === "") === isLevel(of, name), "rows that go together have no such error, others do");
  }, only),
  claim("Volatility # a year, # per ⟨day‖week‖month⟩", ([year = "", per = ""], of, check) => some(of, check, (name, trial) => {
    trial.number(year, deviation(of.column(name)) * root(of), "volatility");
    trial.number(per, deviation(of.column(name)), "volatility");
  }), only),
  claim("Sharpe ratio # a year (an interval takes # rows)", ([ratio = "", need = ""], of, check) => some(of, check, (name, trial) => {
    const column = of.column(name);
    trial.number(ratio, (mean(column) / deviation(column)) * root(of), "Sharpe ratio");
    trial.that(column.length < Number(need), "there are as many");
  }), only),
  claim("Sharpe ratio # a year · ≈", ([ratio = "", interval = ""], of, check) => some(of, check, (name, trial) => {
    const column = of.column(name);
    const value = mean(column) / deviation(column);
    trial.number(ratio, value * root(of), "Sharpe ratio");
    const influence = ratioInfluence(value, column, Case.ofMean(column));
    trial.interval(interval, ratioTest(of, value, influence));
  }), only),
  claim("Largest drawdown #, … to ¤", ([depth = "", from = "", to = ""], of, check) => some(of, check, (name, trial) => {
    // A log return is the logarithm of a growth; the path is that of the growths.
    const found = drawdown(of.recipe.isLog ? of.column(name).map((value) => Math.expm1(value)) : of.column(name));
    const { dates } = of.rows();
    trial.number(depth, found.depth, "drawdown");
    trial.that((found.peak < 0 ? "the start" : dates[found.peak]) === from && dates[found.trough] === to, "other days");
  }), only),
  claim("Largest drawdown: none, it never fell", (_, of, check) => some(of, check, (name, trial) => trial.that(of.column(name).every((value) => value >= 0), "it fell")), only),
  claim("Together, ⟨daily‖weekly‖monthly⟩:", () => undefined, only),
  claim("From # a year (¤) to # a year (¤); standard deviation # per ⟨day‖week‖month⟩", ([low = "", lowDay = "", high = "", highDay = "", spread = ""], of, check) => some(of, check, (name, trial) => {
    const column = of.column(name);
    const [least, most] = [Math.min(...column), Math.max(...column)];
    const { dates } = of.rows();
    trial.number(low, least * of.perYear, "lowest");
    trial.number(high, most * of.perYear, "highest");
    trial.number(spread, deviation(column), "standard deviation");
    trial.that(column[dates.indexOf(lowDay)] === least && column[dates.indexOf(highDay)] === most, "other days");
  }), only),
  claim("No standard error and no volatility a year: they take rows as independent, and a ⟨day‖week‖month⟩'s value is much like the one before (autocorrelation #).", ([value = ""], of, check) => some(of, check, (name, trial) => {
    trial.number(value, pearson(of.column(name)), "autocorrelation");
    trial.that(lingers(of, name), `${of.column(name).length} rows do not say so`);
  }), only),
  claim("No standard error and no volatility a year: they take rows as independent, and a rate carries over from one ⟨day‖week‖month⟩ to the next.", (_, of, check) => check.that(of.recipe.assets.includes("RF") && !lingers(of, "RF"), "no rate, or its rows show it"), only),
  claim("It is the same on every ⟨day‖week‖month⟩.", (_, of, check) => some(of, check, (name, trial) => trial.that(!moves(of.column(name)), "it moves")), only),
  claim("@ and @: no correlation is defined⟨, as @ is the same on every ⟨day‖week‖month⟩⟩", ([one = "", two = "", constant], of, check) => {
    const still = [one, two].filter((name) => new Set(of.column(name)).size === 1);
    check.that(still.length > 0 && (constant === undefined || still.includes(constant)), `${one} and ${two} both vary`);
  }, only),
  claim("@ and @: correlation #, ≈⟨, or wider: the rows are few⟩ · covariance #, a year #", ([one = "", two = "", value = "", interval = "", cov = "", year = ""], of, check) => together([one, two, value, cov, year], of, check, interval, ""), only),
  claim("@ and @: correlation # (an interval takes # rows) · covariance #, a year #", ([one = "", two = "", value = "", need = "", cov = "", year = ""], of, check) => {
    check.number(need, fewestRows, "rows needed");
    together([one, two, value, cov, year], of, check, "", "few");
  }, only),
  claim("@ and @: correlation # (no interval: one of them stands still for a stretch of the rows) · covariance #, a year #", (words, of, check) => together(words, of, check, "", "still"), only),
  claim("Residuals of @ and @ on @⊃: correlation # (robust ℗), no more than chance gives.", (words, of, check) => pair(words, of, check, false), only),
  claim("Residuals of @ and @ on @⊃: correlation # (robust ℗), more than chance gives: a risk model with this factor alone lacks something they share.", (words, of, check) => pair(words, of, check, true), only),
  claim("Residuals on @⊃: # of # pairs ⟨are‖is⟩ correlated, more than chance gives (robust, Holm at 5%): ….", ([factor = "", rows, first, last, few = "", all = "", list = ""], of, check) => {
    sharedRows([rows, first, last], of, check, factor);
    const pairs = residualPairs(of, factor);
    const joint = holm(pairs.map(({ pValue }) => pValue));
    const correlated = pairs.filter((_, at) => joint[at]! < 0.05);
    check.number(all, pairs.length, "pairs");
    check.number(few, correlated.length, "pairs that are correlated");
    pairsOf(list, check, correlated);
    check.verdict(correlated.length > 0, Math.min(...joint));
  }, only),
  claim("With ⟨those‖that⟩, a risk model with this factor alone lacks something they share.", () => undefined, only),
  claim("Residuals on @⊃: none of the # pairs goes together more than chance gives (robust, Holm at 5%).", ([factor = "", rows, first, last, all = ""], of, check) => {
    sharedRows([rows, first, last], of, check, factor);
    const pairs = residualPairs(of, factor);
    const joint = holm(pairs.map(({ pValue }) => pValue));
    check.number(all, pairs.length, "pairs");
    check.verdict(joint.every((p) => p >= 0.05), Math.min(...joint));
  }, only),
  claim("Residuals on @⊃: ….", ([factor = "", rows, first, last, list = ""], of, check) => {
    sharedRows([rows, first, last], of, check, factor);
    pairsOf(list, check, residualPairs(of, factor));
  }, only),
  claim("Intervals of correlations: Fisher's z with an error from each row left out in turn and 24 cosines of what that changes, t with 24 degrees of freedom, and never narrower than by the usual 1/√(n − 3), which takes rows as independent and normal.", (_, of, check) => check.that(of.frequency === "monthly", "stretches are for shorter rows"), only),
  claim("Intervals of correlations: Fisher's z of # stretches of the rows, t with # degrees of freedom.", ([count = "", degrees = ""], of, check) => {
    check.that(of.frequency !== "monthly", "months are by cosines");
    check.number(count, stretchCount(of.rows().dates.length), "stretches");
    check.number(degrees, stretchCount(of.rows().dates.length) - 1, "degrees");
  }, only),
  teaching("The usual 1/√(n − 3) takes rows as independent; where the volatility of ⟨days‖weeks⟩ clusters, that is too narrow."),
  teaching("Correlation says how tightly two series move together."),
  teaching("What would you need besides, to know how much of the one to sell against the other?"),
  teaching("The mean has a standard error, and the Sharpe ratio with it."),
  teaching("How many years would make it half as large?"),
  claim("The riskless rate is known when a period begins.", (_, of, check) => check.that(of.recipe.assets.join() === "RF", "it is no riskless rate"), only),
  claim("Returns of one period say little of the next one's.", (_, of, check) => check.that(of.recipe.assets.every((name) => isLevel(of, name)) && of.recipe.assets.some((name) => lingers(of, name)), "they are returns"), only),
  teaching("Are these returns, or a level such as a price or a rate?"),
  teaching("Why is it subtracted from a return all the same?"),
  claim("@ · it never moves, so it has no skew and no kurtosis", ([name = ""], of, check) => check.that(!moves(of.column(name)), "it moves"), only),
  claim("@ · skew #, kurtosis # (3 for a normal) · lowest # on ¤, highest # on ¤", ([name = "", skew = "", kurtosis = "", low = "", lowDay = "", high = "", highDay = ""], of, check) => {
    const column = of.column(name);
    const shape = shapeOf(column);
    const { dates } = of.rows();
    const [least, most] = [Math.min(...column), Math.max(...column)];
    check.number(skew, shape.skew, "skew");
    check.number(kurtosis, shape.kurtosis, "kurtosis");
    check.number(low, least, "lowest");
    check.number(high, most, "highest");
    check.that(column[dates.indexOf(lowDay)] === least && column[dates.indexOf(highDay)] === most, "other days");
  }, only),
  claim("On @⊃: β = #, R² = #, σ(ε) # a year, appraisal ratio #", ([factor = "", rows, first, last, beta = "", r = "", sigma = "", ratio = ""], of, check) => some(of, check, (name, trial) => {
    if (name === factor) return trial.that(false, "on itself");
    sharedRows([rows, first, last], of, trial, factor);
    const fit = fitOn(of, name, factor);
    trial.number(beta, fit.coefficients[1]!, "β");
    trial.number(r, fit.rSquared, "R²");
    trial.number(sigma, deviation(fit.residuals) * root(of), "σ(ε)");
    trial.number(ratio, (fit.coefficients[0]! / deviation(fit.residuals)) * root(of), "appraisal ratio");
  }), only),
];

import { testOf, type Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { correlation, covariance, deviation, drawdown, leastSquares, mean, normalBeyond, shapeOf, dot, tBeyond, type Fit } from "../statistics.ts";
import { listed } from "./common.ts";

const only = ["describe"];
const root = (of: Case): number => Math.sqrt(of.perYear);
const fitOn = (of: Case, name: string, factor: string): Fit => {
  const rows = of.rows([...of.recipe.assets, factor]);
  return leastSquares(rows.columns.get(name)!, [rows.columns.get(factor)!]);
};
const some = (of: Case, check: Check, test: (name: string, trial: Check) => void): void => {
  const trials = of.recipe.assets.map((name) => {
    const trial = new (check.constructor as new () => Check)();
    test(name, trial);
    return trial.faults;
  });
  if (trials.every((faults) => faults.length > 0)) trials[0]!.forEach((fault) => check.that(false, fault));
};
const residualFactor = (of: Case): string => /Residuals on (\S+):/u.exec(of.said.description)?.[1] ?? "";

function residuals(words: readonly string[], of: Case, check: Check, more: boolean): void {
  const [who = "", value = ""] = words;
  const [one = "", two = ""] = listed(who);
  const [a, b] = [fitOn(of, one, residualFactor(of)), fitOn(of, two, residualFactor(of))];
  const found = correlation(a.residuals, b.residuals);
  check.number(value, found, "correlation");
  // By an error that lets sizes go together, as all verdicts here: White's.
  const products = a.residuals.map((u, row) => u * b.residuals[row]!);
  const error = Math.sqrt(dot(products, products)) / Math.sqrt(dot(a.residuals, a.residuals) * dot(b.residuals, b.residuals));
  const degrees = a.rows - 2;
  const p = of.fewRows ? tBeyond(found * Math.sqrt(degrees / (1 - found * found)), degrees) : normalBeyond(found / error);
  check.that(more === p < 0.05, `p = ${p}`);
}

export const describeClaims: readonly Claim[] = [
  claim("@ and @: correlation #", ([one = "", two = "", value = ""], of, check) => check.number(value, correlation(of.column(one), of.column(two)), "correlation"), only),
  claim("@: mean #, volatility # a year", ([name = "", value = "", volatility = ""], of, check) => {
    check.number(value, mean(of.column(name)) * of.perYear, "mean");
    check.number(volatility, deviation(of.column(name)) * root(of), "volatility");
  }, only),
  claim("… side by side", () => undefined, only),
  claim("@ · mean # a year (×#), # per ⟨day‖month⟩, ± # (s.e.)", ([name = "", value = "", scale = "", per = "", error = ""], of, check) => {
    const column = of.column(name);
    check.number(value, mean(column) * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    check.number(per, mean(column), "mean");
    check.number(error, deviation(column) / Math.sqrt(column.length), "s.e.");
  }, only),
  claim("Volatility # a year, # per ⟨day‖month⟩", ([year = "", per = ""], of, check) => some(of, check, (name, trial) => {
    trial.number(year, deviation(of.column(name)) * root(of), "volatility");
    trial.number(per, deviation(of.column(name)), "volatility");
  }), only),
  claim("Sharpe ratio # a year · largest drawdown #, … to ¤", ([ratio = "", depth = "", from = "", to = ""], of, check) => some(of, check, (name, trial) => {
    const column = of.column(name);
    const found = drawdown(column);
    const { dates } = of.rows();
    trial.number(ratio, (mean(column) / deviation(column)) * root(of), "Sharpe ratio");
    trial.number(depth, found.depth, "drawdown");
    trial.that((found.peak < 0 ? "the start" : dates[found.peak]) === from && dates[found.trough] === to, "other days");
  }), only),
  claim("Together, ⟨daily‖monthly⟩:", () => undefined, only),
  claim("@ and @: correlation #, ≈ · covariance #, a year #", ([one = "", two = "", value = "", interval = "", cov = "", year = ""], of, check) => {
    const [a, b] = [of.column(one), of.column(two)];
    const found = correlation(a, b);
    check.number(value, found, "correlation");
    const z = Math.atanh(found);
    const reach = 1.959964 / Math.sqrt(a.length - 3);
    check.interval(interval, { ...testOf(found, 1, Infinity), low: Math.tanh(z - reach), high: Math.tanh(z + reach) });
    check.number(cov, covariance(a, b), "covariance");
    check.number(year, covariance(a, b) * of.perYear, "covariance a year");
  }, only),
  claim("Residuals on @:", () => undefined, only),
  claim("…: correlation #, no more than chance gives", (words, of, check) => residuals(words, of, check, false), only),
  claim("…: correlation #, more than chance gives: a risk model with this factor alone lacks something they share", (words, of, check) => residuals(words, of, check, true), only),
  teaching("Correlation says how tightly two series move together."),
  teaching("What would you need besides, to know how much of the one to sell against the other?"),
  teaching("The mean has a standard error, and the Sharpe ratio with it."),
  teaching("How many years would make it half as large?"),
  claim("A rate hardly swings.", (_, of, check) => check.that(of.recipe.assets.join() === "RF", "no rate"), only),
  teaching("Why is it subtracted from a return all the same?"),
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
  claim("On @: β = #, R² = #, σ(ε) # a year, appraisal ratio #", ([factor = "", beta = "", r = "", sigma = "", ratio = ""], of, check) => some(of, check, (name, trial) => {
    if (name === factor) return trial.that(false, "on itself");
    const fit = fitOn(of, name, factor);
    trial.number(beta, fit.coefficients[1]!, "β");
    trial.number(r, fit.rSquared, "R²");
    trial.number(sigma, deviation(fit.residuals) * root(of), "σ(ε)");
    trial.number(ratio, (fit.coefficients[0]! / deviation(fit.residuals)) * root(of), "appraisal ratio");
  }), only),
];

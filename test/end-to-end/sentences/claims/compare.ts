import { holds, type Case, type Test } from "../case.ts";
import type { Check } from "../check.ts";
import { lackingShare } from "./common.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { correlation, leastSquares, within, type Fit } from "../statistics.ts";

const only = ["compare"];
const fitOf = (of: Case, name: string): Fit => of.fit(name, of.recipe.factors, of.rows());
const isMarket = (name: string): boolean => name === "SPY" || name === "Mkt-RF";
const gapFit = (of: Case, high: string, low: string): Fit => {
  const { columns } = of.rows();
  return leastSquares(columns.get(high)!.map((value, row) => value - columns.get(low)![row]!), [columns.get(of.factor)!]);
};
const ranked = (of: Case): readonly string[] => [...of.recipe.assets].sort((a, b) => fitOf(of, b).coefficients[1]! - fitOf(of, a).coefficients[1]!);
const pairs = (of: Case): number => (of.recipe.assets.length * (of.recipe.assets.length - 1)) / 2;
const ends = (of: Case): readonly [string, string] => [ranked(of)[0]!, ranked(of).at(-1)!];
const gap = (of: Case): Test => of.deciding(gapFit(of, ...ends(of)), 1);
const told = (of: Case): boolean => gap(of).pValue * pairs(of) < 0.05;

function line(words: readonly string[], of: Case, check: Check, meant: (test: Test) => boolean): void {
  const [name = "", value = "", interval = ""] = words;
  const fit = fitOf(of, name);
  check.number(value, fit.coefficients[1]!, "β");
  of.coefficient(check, interval, fit, 1, { nulls: isMarket(of.factor) ? [0, 1] : [0] });
  const test = of.deciding(fit, 1);
  check.that(meant(test), `${name}'s deciding interval is ${test.low} to ${test.high}`);
}
const word = (says: string, meant: (test: Test, of: Case) => boolean): Claim =>
  claim(`@: β = # · ≈${says}`, (words, of, check) => line(words, of, check, (test) => meant(test, of)), only);

function difference([low = "", high = "", p = ""]: readonly string[], of: Case, check: Check): void {
  check.interval(`${low} to ${high}`, gap(of));
  check.p(p, gap(of).pValue);
}

export const compareClaims: readonly Claim[] = [
  claim("@ moves more with @ than @", ([high = "", factor = "", low = ""], of, check) => {
    check.that(factor === of.factor && ends(of).join() === `${high},${low}`, `the ends are ${ends(of).join()}`);
    check.that(told(of), `p = ${gap(of).pValue} × ${pairs(of)}`);
  }, only),
  claim("… can't be told apart by their β on @", (_, of, check) => check.that(!told(of), `p = ${gap(of).pValue} × ${pairs(of)}`), only),
  claim("β on @: …", ([factor = "", list = ""], of, check) => {
    check.that(factor === of.factor, "another factor");
    const said = [...list.matchAll(/(\S+) ([−\d.,]*\d)/gu)];
    check.that(said.map(([, name]) => name).join() === ranked(of).join(), "not the order of the βs");
    for (const [, name = "", value = ""] of said) check.number(value, fitOf(of, name).coefficients[1]!, name);
  }, only),
  word(" · aggressive", (test, of) => isMarket(of.factor) && test.low > 1),
  word(" · defensive", (test, of) => isMarket(of.factor) && test.low > 0 && test.high < 1),
  word(" · a hedge", (test, of) => isMarket(of.factor) && test.high < 0),
  word(" · holds 0", (test, of) => holds(test, 0) && !(isMarket(of.factor) && holds(test, 1))),
  word(" · holds 1, the market's own", (test, of) => isMarket(of.factor) && holds(test, 1) && !holds(test, 0)),
  word(" · holds 0 and 1", (test) => holds(test, 0) && holds(test, 1)),
  word("", (test, of) => (!isMarket(of.factor) && !holds(test, 0)) || of.recipe.assets.some((name) => lackingShare(of, name) >= 0.02 || isMarket(name))),
  claim("correlation #, R² #", ([r = "", square = ""], of, check) => {
    const found = of.recipe.assets.some((name) => {
      const trial = new (check.constructor as new () => Check)();
      trial.number(r, correlation(of.column(name), of.column(of.factor)));
      trial.number(square, fitOf(of, name).rSquared);
      return trial.faults.length === 0;
    });
    check.that(found, "no asset has these");
  }, only),
  claim("As the largest of # gaps it is judged by the interval that holds for all of them at once, # to # (Bonferroni, small-sample).", ([count = "", from = "", to = ""], of, check) => {
    const { estimate, error, degrees, pValue } = gap(of);
    const reach = within(1 - 0.05 / pairs(of), degrees) * error;
    check.number(count, pairs(of), "gaps");
    check.interval(`${from} to ${to}`, { low: estimate - reach, high: estimate + reach });
    check.that(pValue < 0.05 && !told(of) && pairs(of) > 1, `p = ${pValue} alone, of ${pairs(of)}`);
  }, only),
  claim("When @ moves 1%, @ moves # more than @ on average (95% interval # to #⊕, from the regression of their difference)⟨…⟩.", (words, of, check) => {
    const [factor = "", high = "", value = "", low = "", from = "", to = "", beside = "", rest = ""] = words;
    check.that(factor === of.factor && ends(of).join() === `${high},${low}`, `the ends are ${ends(of).join()}`);
    const fit = gapFit(of, high, low);
    check.number(value.replace("%", ""), fit.coefficients[1]!, "gap");
    check.interval(`${from} to ${to}${beside}`, of.shown(fit, 1), of.robust(fit, 1), of.deciding(fit, 1));
    const countsAlone = gap(of).pValue < 0.05 && !told(of) && pairs(of) > 1;
    check.that(rest === "" || rest === ": too little to tell them apart", `"${rest}"`);
    check.that(of.said.description.includes("As the largest of ") === countsAlone, `p = ${gap(of).pValue} alone, of ${pairs(of)}`);
    check.that((rest === "") === told(of), `p = ${gap(of).pValue} × ${pairs(of)}`);
  }, only),
  teaching("A high β with a low correlation, or a low β with a high one: which of the two would you rather hedge with the market?"),
  claim("# scatters against @, highest β first: ….", ([count = "", factor = "", list = ""], of, check) => {
    check.number(count, of.recipe.assets.length, "scatters");
    check.that(factor === of.factor, "another factor");
    const said = [...list.matchAll(/(\S+) β = ([−\d.,]+), correlation ([−\d.]+)/gu)];
    check.that(said.map(([, name]) => name).join() === ranked(of).join(), "not the order of the βs");
    for (const [, name = "", value = "", r = ""] of said) {
      check.number(value, fitOf(of, name).coefficients[1]!, name);
      check.number(r.replace(/\.$/u, ""), correlation(of.column(name), of.column(of.factor)), "correlation");
    }
  }, only),
  claim("The same axes in each, the fitted line⟨…⟩ over the points⟨, the lines alone in the last panel⟩, n = #.", ([band = "", n = ""], of, check) => {
    const isExact = of.recipe.assets.every((name) => of.exact(fitOf(of, name)));
    check.that(band === (isExact ? "" : " with its 95% band"), isExact ? "an exact line has no band" : "the band is not named");
    check.number(n, of.rows().dates.length, "n");
    check.that(of.said.alt.includes("last panel") === (of.recipe.assets.length % 2 === 1), `${of.recipe.assets.length} scatters`);
  }, only),
  teaching("Steepness is β; tightness is the correlation, whose square is R²."),
  claim("@: α a year (×#) # (# to #)", ([name = "", scale = "", value = "", low = "", high = ""], of, check) => {
    check.number(scale, of.perYear, "scale");
    check.number(value, fitOf(of, name).coefficients[0]! * of.perYear, "α a year");
    check.interval(`${low} to ${high}`, of.shown(fitOf(of, name), 0, of.perYear));
  }, only),
  claim("Verdicts here rest on HAC errors (Bartlett, # lags), small-sample: difference # to # (℗).", ([lags = "", ...words], of, check) => {
    check.number(lags, of.decidingLags(), "lags");
    check.that(of.decidingLags() > 0, "no lags are counted");
    difference(words, of, check);
  }, only),
  claim("Verdicts here rest on HC3 errors: difference # to # (℗).", (words, of, check) => {
    check.that(of.decidingLags() === 0, `${of.decidingLags()} lags are counted`);
    difference(words, of, check);
  }, only),
  claim("The gap between @ and @ is the largest of # pairs; it is judged as one that was picked (℗ with Bonferroni).", ([high = "", low = "", count = "", p = ""], of, check) => {
    check.that(ends(of).join() === `${high},${low}`, `the ends are ${ends(of).join()}`);
    check.number(count, pairs(of), "pairs");
    check.p(p, Math.min(1, gap(of).pValue * pairs(of)));
  }, only),
];

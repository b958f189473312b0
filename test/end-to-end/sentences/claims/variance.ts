import type { Case, Test } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { centred, dot, variance, type Fit, type Numbers } from "../statistics.ts";

const only = ["variance"];
const fitOf = (of: Case, name: string): Fit => of.fit(name, of.recipe.factors, of.rows());
const share = (of: Case, name: string): number => fitOf(of, name).rSquared;

/** R² is 1 − Σu² ⁄ Σd²: each row's share in its error. */
function shareInfluence(of: Case, name: string): Numbers {
  const fit = fitOf(of, name);
  const d = centred(fit.y);
  const total = dot(d, d);
  return fit.residuals.map((u, row) => ((1 - fit.rSquared) * d[row]! * d[row]! - u * u) / total);
}
const shareTest = (of: Case, name: string): Test => of.byInfluence(share(of, name), shareInfluence(of, name), 1, Infinity);
const ranked = (of: Case): readonly string[] => [...of.recipe.assets].sort((a, b) => share(of, b) - share(of, a));
function gapTest(of: Case, high: string, low: string): Test {
  const other = shareInfluence(of, low);
  return of.byInfluence(share(of, high) - share(of, low), shareInfluence(of, high).map((value, row) => value - other[row]!), 1, Infinity);
}
const pairs = (of: Case): number => (of.recipe.assets.length * (of.recipe.assets.length - 1)) / 2;
const clipped = (test: Test): Test => ({ ...test, low: Math.max(0, test.low), high: Math.min(1, test.high) });
const terms = (of: Case, name: string): readonly number[] => of.recipe.factors.map((factor, k) => fitOf(of, name).coefficients[k + 1]! ** 2 * variance(of.column(factor)));

function title(list: string, of: Case, check: Check): void {
  const said = [...list.matchAll(/(\S+) ((?:[<>] )?[\d.]+%)/gu)];
  check.that(said.length === of.recipe.assets.length, `${said.length} are named`);
  for (const [, name = "", value = ""] of said) check.number(value, share(of, name), name);
}

export const varianceClaims: readonly Claim[] = [
  claim("Factor risk: …", ([list = ""], of, check) => title(list, of, check), only),
  claim("@: # factor risk, # idiosyncratic", ([name = "", one = "", two = ""], of, check) => {
    check.number(one, share(of, name), "share");
    check.number(two, 1 - share(of, name), "rest");
  }, only),
  claim("…: # ⟨days‖months⟩ are too few to split a variance by", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("@: factor risk # (R²)⟨ · ≈⟩ · idiosyncratic #", ([name = "", one = "", interval = "", two = ""], of, check) => {
    check.number(one, share(of, name), "share");
    check.number(two, 1 - share(of, name), "rest");
    if (interval) check.interval(interval, clipped(shareTest(of, name)));
    else check.that(of.exact(fitOf(of, name)), "the interval is missing");
  }, only),
  claim("@: factor risk # = # · R² = #", ([name = "", one = "", value = "", r = ""], of, check) => {
    check.number(one, share(of, name), "share");
    check.number(value, share(of, name) * variance(of.column(name)), "variance");
    check.number(r, share(of, name), "R²");
  }, only),
  claim("Idiosyncratic risk # = #", ([one = "", value = ""], of, check) => {
    const found = of.recipe.assets.some((name) => {
      const trial = new (check.constructor as new () => Check)();
      trial.number(one, 1 - share(of, name));
      trial.number(value, variance(fitOf(of, name).residuals));
      return trial.faults.length === 0;
    });
    check.that(found, "no asset has these");
    check.that(!value.includes("e") || of.recipe.assets.every((name) => !of.exact(fitOf(of, name))), "what rounding left is printed as a number");
  }, only),
  claim("Total variance # per ⟨day‖month⟩", ([value = ""], of, check) => {
    const found = of.recipe.assets.some((name) => {
      const trial = new (check.constructor as new () => Check)();
      trial.number(value, variance(of.column(name)));
      return trial.faults.length === 0;
    });
    check.that(found, "no asset has it");
  }, only),
  claim("of the total variance: …, covariances #", ([list = "", covariances = ""], of, check) => {
    const found = of.recipe.assets.some((name) => {
      const trial = new (check.constructor as new () => Check)();
      const total = variance(of.column(name));
      const own = terms(of, name);
      const said = [...list.matchAll(/(\S+) ((?:[<>] )?[\d.,]+%)/gu)];
      said.forEach(([, factor = "", value = ""]) => trial.number(value, own[of.recipe.factors.indexOf(factor)]! / total));
      trial.number(covariances, share(of, name) - own.reduce((sum, value) => sum + value, 0) / total);
      return trial.faults.length === 0 && said.length === of.recipe.factors.length;
    });
    check.that(found, "no asset has these");
  }, only),
  claim("@ has a larger factor share than @, by # to # of the variance.", ([high = "", low = "", from = "", to = ""], of, check) => {
    check.that(ranked(of)[0] === high && ranked(of).at(-1) === low, `the ends are ${ranked(of)[0]} and ${ranked(of).at(-1)}`);
    const test = gapTest(of, high, low);
    check.interval(`${from} to ${to}`, test);
    check.that(test.pValue * pairs(of) < 0.05, `p = ${test.pValue} × ${pairs(of)}`);
    check.that(!of.fewRows, "the rows are few");
  }, only),
  claim("The rows don't tell the factor shares apart⟨: they are too few⟩.", (_, of, check) => {
    const few = of.said.description.includes("apart: they are too few");
    const test = gapTest(of, ranked(of)[0]!, ranked(of).at(-1)!);
    check.that(few ? of.fewRows : test.pValue * pairs(of) >= 0.05, `p = ${test.pValue} × ${pairs(of)}`);
  }, only),
  claim("Factor risk is what a hedge can remove.", () => undefined, only),
  claim("A hedge can remove the factor risk alone.", () => undefined, only),
  claim("Most of @'s variance is factor risk, which a hedge can remove.", ([name = ""], of, check) => check.that(shareTest(of, name).low > 0.5, `the interval begins at ${shareTest(of, name).low}`), only),
  claim("All of @'s variance is factor risk, which a hedge can remove.", ([name = ""], of, check) => check.that(of.exact(fitOf(of, name)), "the fit is not exact"), only),
  claim("Most of @'s variance is idiosyncratic: a hedge leaves it, and only diversification makes it small.", ([name = ""], of, check) => check.that(shareTest(of, name).high < 0.5, `the interval ends at ${shareTest(of, name).high}`), only),
  claim("The rows don't tell which part of @'s variance is the larger.", ([name = ""], of, check) => {
    const test = shareTest(of, name);
    check.that(of.fewRows || (test.low <= 0.5 && test.high >= 0.5), `the interval is ${test.low} to ${test.high}`);
  }, only),
  teaching("A hedge removes the factor's part of the variance."),
  teaching("By how much does the volatility fall?"),
  teaching("It is not the same share."),
  claim("Stacked bars of variance, factor risk against idiosyncratic risk: ….", ([list = ""], of, check) => {
    const said = [...list.matchAll(/(\S+) ((?:[<>] )?[\d.]+%) and ((?:[<>] )?[\d.]+%)/gu)];
    check.that(said.length === of.recipe.assets.length, `${said.length} are named`);
    for (const [, name = "", one = "", two = ""] of said) {
      check.number(one, share(of, name), name);
      check.number(two, 1 - share(of, name), name);
    }
  }, only),
  claim("Factor risk is that of …⟨, their covariances drawn apart⟩.", ([list = ""], of, check) => check.that(of.recipe.factors.every((name) => list.includes(name)), "a factor is missing"), only),
];

import type { Case, Frequency } from "../case.ts";
import type { Check, Ends } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { bySections, stretchesOf } from "../small-sample.ts";
import { heldAway, some } from "./common.ts";
import { correlation, leastSquares, variance, type Fit, type Numbers } from "../statistics.ts";

const only = ["variance"];
const fitOf = (of: Case, name: string): Fit => of.fit(name, of.recipe.factors, of.rows());
const share = (of: Case, name: string): number => fitOf(of, name).rSquared;

/** A share of the variance is judged by four stretches of the rows, from these many on (docs/accuracy.md). */
const needed: Readonly<Record<Frequency, number>> = { daily: 2016, weekly: 416, monthly: 96, annual: 40 };
const tooFew = (of: Case): boolean => of.rows().dates.length < needed[of.frequency];
const logit = (value: number): number => Math.log(value / (1 - value));

const known = new WeakMap<Case, Map<string, Numbers>>();
/** R² of each of four stretches. */
function stretches(of: Case, name: string): Numbers {
  const made = known.get(of) ?? new Map<string, Numbers>();
  known.set(of, made);
  if (!made.has(name)) {
    const { y, x } = fitOf(of, name);
    made.set(name, stretchesOf(y.length, 4).map(([from, to]) => leastSquares(y.slice(from, to), x.map((factor) => factor.slice(from, to))).rSquared));
  }
  return made.get(name)!;
}
/** By ln(R² ⁄ (1 − R²)), whose interval stays between 0 and 1; p is that of a share of one half. */
function shareTest(of: Case, name: string): Ends & { readonly pValue: number } {
  // Chance alone gives a stretch so much.
  const nearest = 1 / Math.floor(of.rows().dates.length / 4);
  const inside = stretches(of, name).map((value) => logit(Math.min(Math.max(value, nearest), 1 - 1e-12)));
  const { y, x: [factor = [], ...others] } = fitOf(of, name);
  const back = (value: number): number => 1 / (1 + Math.exp(-value));
  const whole = logit(share(of, name));
  if (others.length === 0 && stretches(of, name).some((value) => value <= nearest)) {
    // Of shares that chance gives: by Fisher's z of the correlation, squared.
    const z = Math.atanh(correlation(y, factor));
    const { reach } = bySections(z, stretchesOf(y.length, 4).map(([from, to]) => Math.atanh(correlation(y.slice(from, to), factor.slice(from, to)))));
    const squares = [Math.tanh(z - reach) ** 2, Math.tanh(z + reach) ** 2];
    return { low: Math.abs(z) <= reach ? 0 : Math.min(...squares), high: Math.max(...squares), pValue: bySections(whole, inside).pValue };
  }
  const { reach, pValue } = bySections(whole, inside);
  return { low: back(whole - reach), high: back(whole + reach), pValue };
}
const ranked = (of: Case): readonly string[] => [...of.recipe.assets].sort((a, b) => share(of, b) - share(of, a));
function gapTest(of: Case, high: string, low: string): Ends & { readonly pValue: number } {
  const gap = share(of, high) - share(of, low);
  const others = stretches(of, low);
  const { reach, pValue } = bySections(gap, stretches(of, high).map((value, at) => value - others[at]!));
  return { low: gap - reach, high: gap + reach, pValue };
}
const pairs = (of: Case): number => (of.recipe.assets.length * (of.recipe.assets.length - 1)) / 2;
const terms = (of: Case, name: string): readonly number[] => of.recipe.factors.map((factor, k) => fitOf(of, name).coefficients[k + 1]! ** 2 * variance(of.column(factor)));

function title(list: string, of: Case, check: Check): void {
  const said = [...list.matchAll(/(\S+) ((?:[<>] )?[\d.]+%)/gu)];
  check.that(said.length === of.recipe.assets.length, `${said.length} are named`);
  for (const [, name = "", value = ""] of said) check.number(value, share(of, name), name);
}

function few([need = "", here = ""]: readonly string[], of: Case, check: Check): void {
  check.number(need, needed[of.frequency], "rows needed");
  check.number(here, of.rows().dates.length, "rows");
  check.that(tooFew(of), "they are enough");
}

export const varianceClaims: readonly Claim[] = [
  claim("Factor risk: …", ([list = ""], of, check) => title(list, of, check), only),
  claim("@: # factor risk, # idiosyncratic", ([name = "", one = "", two = ""], of, check) => {
    check.number(one, share(of, name), "share");
    check.number(two, 1 - share(of, name), "rest");
  }, only),
  claim("…: # ⟨days‖weeks‖months⟩ are too few to split a variance by", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("@: factor risk # (R²)⟨ · ≈⟩ · idiosyncratic #", ([name = "", one = "", interval = "", two = ""], of, check) => {
    check.number(one, share(of, name), "share");
    check.number(two, 1 - share(of, name), "rest");
    // A stretch has 8 rows and one more for each factor.
    const short = Math.floor(of.rows().dates.length / 4) < 8 + of.recipe.factors.length;
    if (interval) check.interval(interval, shareTest(of, name));
    if (interval) heldAway(check, shareTest(of, name), share(of, name), stretches(of, name), 4 / of.rows().dates.length);
    check.that((interval === "") === (short || of.exact(fitOf(of, name))), interval ? "no stretch has rows enough" : "the interval is missing");
  }, only),
  claim("@: factor risk # = # · R² = #", ([name = "", one = "", value = "", r = ""], of, check) => {
    check.number(one, share(of, name), "share");
    check.number(value, share(of, name) * variance(of.column(name)), "variance");
    check.number(r, share(of, name), "R²");
  }, only),
  claim("Idiosyncratic risk # = #", ([one = "", value = ""], of, check) => {
    some(of, check, (name, trial) => {
      trial.number(one, 1 - share(of, name));
      trial.number(value, variance(fitOf(of, name).residuals));
      trial.that(!value.includes("e") || !of.exact(fitOf(of, name)), "what rounding left is printed as a number");
    });
  }, only),
  claim("Total variance # per ⟨day‖week‖month⟩", ([value = ""], of, check) => {
    some(of, check, (name, trial) => trial.number(value, variance(of.column(name))));
  }, only),
  claim("of the total variance: …, covariances #", ([list = "", covariances = ""], of, check) => {
    some(of, check, (name, trial) => {
      const total = variance(of.column(name));
      const own = terms(of, name);
      const said = [...list.matchAll(/(\S+) ((?:[<>] )?[\d.,]+%)/gu)];
      said.forEach(([, factor = "", value = ""]) => trial.number(value, own[of.recipe.factors.indexOf(factor)]! / total));
      trial.number(covariances, share(of, name) - own.reduce((sum, value) => sum + value, 0) / total);
      trial.that(said.length === of.recipe.factors.length, "a factor is missing");
    });
  }, only),
  claim("@ has a larger factor share than @, by # to # of the variance.", ([high = "", low = "", from = "", to = ""], of, check) => {
    check.that(ranked(of)[0] === high && ranked(of).at(-1) === low, `the ends are ${ranked(of)[0]} and ${ranked(of).at(-1)}`);
    const test = gapTest(of, high, low);
    // Shares of 0 to 100% differ by 100% at most.
    check.interval(`${from} to ${to}`, { ...test, low: Math.max(-1, test.low), high: Math.min(1, test.high) });
    check.that(test.pValue * pairs(of) < 0.05, `p = ${test.pValue} × ${pairs(of)}`);
    check.that(!tooFew(of), "the rows are few");
  }, only),
  claim("The rows don't tell the factor shares apart⟨: @ less @ is # to # of the variance by four stretches of the rows⟨, too little for the largest of # gaps⟩⟩.", ([high = "", low = "", from = "", to = "", count = ""], of, check) => {
    const test = gapTest(of, ranked(of)[0]!, ranked(of).at(-1)!);
    check.that(high === "" || `${high},${low}` === `${ranked(of)[0]},${ranked(of).at(-1)}`, `the ends are ${ranked(of)[0]} and ${ranked(of).at(-1)}`);
    if (high !== "") check.interval(`${from} to ${to}`, { ...test, low: Math.max(-1, test.low), high: Math.min(1, test.high) });
    check.that((count !== "") === (high !== "" && pairs(of) > 1 && test.pValue < 0.05), `p = ${test.pValue} of ${pairs(of)} gaps`);
    if (count !== "") check.number(count, pairs(of), "gaps");
    check.that(test.pValue * pairs(of) >= 0.05, `p = ${test.pValue} × ${pairs(of)}`);
    check.that(!tooFew(of), "the rows are few");
  }, only),
  claim("Which factor share is the larger in the long run takes # ⟨days‖weeks‖months⟩ to tell, as volatility comes in spells: here are #.", (words, of, check) => few(words, of, check), only),
  claim("Which part of @'s variance is the larger in the long run takes # ⟨days‖weeks‖months⟩ to tell, as volatility comes in spells: here are #.", ([, ...words], of, check) => few(words, of, check), only),
  claim("Factor share in four stretches of the rows, one after the other: ….", ([list = ""], of, check) => {
    const said = list.split(", ");
    check.that(said.length === 4, `${said.length} stretches`);
    some(of, check, (name, trial) => stretches(of, name).forEach((value, at) => trial.number(said[at] ?? "", value, `stretch ${at + 1}`)));
  }, only),
  teaching("The interval rests on how far apart they are."),
  claim("Factor risk is what a hedge can remove.", () => undefined, only),
  claim("A hedge can remove the factor risk alone.", () => undefined, only),
  claim("Most of @'s variance is factor risk, which a hedge can remove.", ([name = ""], of, check) => check.that(shareTest(of, name).low > 0.5 && !tooFew(of), `the interval begins at ${shareTest(of, name).low}`), only),
  claim("All of @'s variance is factor risk, which a hedge can remove.", ([name = ""], of, check) => check.that(of.exact(fitOf(of, name)), "the fit is not exact"), only),
  claim("Most of @'s variance is idiosyncratic: a hedge leaves it, and only diversification makes it small.", ([name = ""], of, check) => check.that(shareTest(of, name).high < 0.5 && !tooFew(of), `the interval ends at ${shareTest(of, name).high}`), only),
  claim("The rows don't tell which part of @'s variance is the larger in the long run.", ([name = ""], of, check) => {
    check.verdict(shareTest(of, name).pValue >= 0.05, shareTest(of, name).pValue);
    check.that(!tooFew(of), "the rows are few");
  }, only),
  teaching("A hedge removes the factor's part of the variance."),
  teaching("By how much does the volatility fall?"),
  teaching("It is not the same share."),
  claim("⟨Stacked bars‖Steps⟩ of variance, factor risk against idiosyncratic risk: ….", ([list = ""], of, check) => {
    const said = [...list.matchAll(/(\S+) ((?:[<>] )?[\d.]+%) and ((?:[<>] )?[\d.]+%)/gu)];
    check.that(said.length === of.recipe.assets.length, `${said.length} are named`);
    for (const [, name = "", one = "", two = ""] of said) {
      check.number(one, share(of, name), name);
      check.number(two, 1 - share(of, name), name);
    }
  }, only),
  claim("Factor risk is made of … and their covariances, #.", ([list = "", covariances = ""], of, check) => {
    const [name = ""] = of.recipe.assets;
    const { y, x, coefficients } = fitOf(of, name);
    const own = x.map((factor, place) => (coefficients[place + 1]! ** 2 * variance(factor)) / variance(y));
    const said = [...list.matchAll(/(\S+) ((?:[<>−] ?)*[\d.]+%)/gu)];
    check.that(said.map(([, factor]) => factor).join() === of.recipe.factors.join(), "a factor is missing");
    for (const [place, [, factor = "", part = ""]] of said.entries()) check.number(part, own[place]!, factor);
    check.number(covariances, share(of, name) - own.reduce((sum, part) => sum + part, 0), "covariances");
  }, only),
  claim("Below, the factor share's ≈.", ([interval = ""], of, check) => {
    const [name = "", ...others] = of.recipe.assets;
    check.that(others.length === 0, "several assets have no panel of their own");
    check.interval(interval, shareTest(of, name));
  }, only),
  claim("Factor risk is that of ….", ([list = ""], of, check) => check.that(of.recipe.factors.every((name) => list.includes(name)), "a factor is missing"), only),
];

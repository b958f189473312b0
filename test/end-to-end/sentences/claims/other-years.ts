import type { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, type Claim } from "../claim.ts";
import { bySections, stretchesOf } from "../small-sample.ts";
import { leastSquares } from "../statistics.ts";
import { listed } from "./common.ts";

const own = ["beta", "regress", "hedge", "track"];
const others = ["compare", "frequency"];
const needed = { daily: 2016, weekly: 416, monthly: 96, annual: 40 } as const;
const plain = (of: Case): readonly string[] => of.recipe.factors.map((name) => name.replace("-orth", ""));
const isOrthogonal = (of: Case): boolean => plain(of).join() !== of.recipe.factors.join();

/** The factors that a slope is measured beside: all, and of orthogonal ones those up to it. */
const beside = (of: Case, k: number): readonly string[] => (isOrthogonal(of) ? plain(of).slice(0, k + 1) : plain(of));
const isAlone = (of: Case, k: number): boolean => !beside(of, k).some((name) => name === "SPY" || name === "Mkt-RF");
/** The slopes without the market beside them. */
const alone = (of: Case): readonly string[] => of.recipe.factors.filter((_, k) => isAlone(of, k));

/** A slope in each of four stretches of the rows, and the interval that they leave. */
function inStretches(of: Case, k: number): { readonly low: number; readonly high: number; readonly each: readonly number[] } {
  const names = beside(of, k);
  const { columns, dates } = of.rows([of.asset, ...plain(of)]);
  const [y, x] = [columns.get(of.asset)!, names.map((name) => columns.get(name)!)];
  const slope = (from: number, to: number): number => leastSquares(y.slice(from, to), x.map((factor) => factor.slice(from, to))).coefficients[k + 1]!;
  const whole = slope(0, dates.length);
  const each = stretchesOf(dates.length, 4).map(([from, to]) => slope(from, to));
  const { reach } = bySections(whole, each);
  return { low: whole - reach, high: whole + reach, each };
}

const hasStretches = (of: Case): boolean => of.rows().dates.length >= needed[of.frequency];

/** Do four stretches leave 0 to a slope that has no market beside it? */
export function mayBeZeroInOtherYears(of: Case, k: number): boolean {
  if (!isAlone(of, k) || !hasStretches(of) || of.exact()) return false;
  const { low, high } = inStretches(of, k);
  return low <= 0 && high >= 0;
}

function intervals(list: string, each: string | undefined, of: Case, check: Check): void {
  const said = [...list.matchAll(/of β(?: (\S+))? (\S+) to ([^\s,;]+)(, which holds 0)?/gu)];
  check.that(hasStretches(of), `${of.rows().dates.length} rows are too few`);
  check.that(said.map(([, name = of.factor]) => name).join() === alone(of).join(), `without the market are ${alone(of).join()}`);
  for (const [, name = of.factor, low = "", high = "", zero] of said) {
    const k = of.recipe.factors.indexOf(name);
    const found = inStretches(of, k);
    check.interval(`${low} to ${high}`, found);
    check.that((zero !== undefined) === (found.low <= 0 && found.high >= 0), `${found.low} to ${found.high}`);
    if (!each) continue;
    const values = each.split(", ");
    check.that(values.length === 4, "four stretches");
    values.forEach((value, at) => check.number(value, found.each[at]!, `stretch ${at + 1}`));
  }
}

const whole = (of: Case, check: Check): void => check.that(alone(of).length === of.recipe.factors.length && !of.exact(), "a market is in the model, or the fit is exact");

export const otherYearsClaims: readonly Claim[] = [
  claim("In other years: 95% interval …, from β in 4 stretches of these rows⟨ (…)⟩.", ([list = "", each], of, check) => intervals(list, each, of, check), own),
  claim("The ones above are of these rows, as neither SPY nor Mkt-RF is in the model.", (_, of, check) => whole(of, check), own),
  claim("The ones above are of these rows, as … stand⟨s⟩ before the market.", ([list = ""], of, check) => check.that(isOrthogonal(of) && listed(list).join() === alone(of).join(), `before the market are ${alone(of).join()}`), ["regress"]),
  claim("The intervals of … are of these rows, not of other years, as … stand⟨s⟩ before the market: one of other years takes # ⟨days‖weeks‖months‖years⟩.", ([slopes = "", list = "", count = ""], of, check) => {
    check.that(isOrthogonal(of) && listed(list).join() === alone(of).join() && (slopes === "β" || listed(slopes).map((name) => name.replace("β ", "")).join() === alone(of).join()), `before the market are ${alone(of).join()}`);
    check.that(!hasStretches(of), "the rows are enough");
    check.number(count, needed[of.frequency], "rows needed");
  }, ["regress"]),
  claim("The intervals of β are of these rows, not of other years, as neither SPY nor Mkt-RF is in the model: one of other years takes # ⟨days‖weeks‖months‖years⟩.", ([count = ""], of, check) => {
    whole(of, check);
    check.that(!hasStretches(of), "the rows are enough");
    check.number(count, needed[of.frequency], "rows needed");
  }, own),
  claim("The intervals of β are of these rows, not of other years, as neither SPY nor Mkt-RF is in the model.", (_, of, check) => {
    check.that(alone(of).length === of.recipe.factors.length, "a market is in the model");
    // Of enough rows a stretch then determines no slope: what the others would say is not for a reader to miss.
    check.that(hasStretches(of) || others.some((name) => of.said.typed.startsWith(`/${name}`)), "what it takes is not said");
  }, [...own, ...others]),
];

import { betaOfStretches, type BetaOfStretches } from "../engine/beta-of-stretches.ts";
import type { FactorFit, Sample } from "../engine/factor-fit.ts";
import { sectioningRowsNeeded, usualSections } from "../engine/sectioning.ts";
import { periodOf } from "./analysis-reply.ts";
import { count, estimate, interval } from "./numbers.ts";
import { isMarket } from "./sensitivity.ts";

/** A β without the market beside it: its intervals are of the sample's rows. */
interface BetaOfTheseRows {
  /** In the order of the betas. */
  readonly place: number;
  readonly term: string;
  /** What stretches say of other years; null where the rows are too few, or one of them determines no β. */
  readonly other: BetaOfStretches | null;
}

/** A fit, and the same on the factors as they are where each stands for what it adds to those before it. */
export interface Regression {
  readonly fit: FactorFit;
  readonly plain?: FactorFit | null;
}

/**
 * The βs whose intervals hold for these rows alone (beta-of-stretches.ts): those of a model without the market, and of
 * orthogonal factors those that come before it, as each has the errors of the regression on the factors up to it.
 */
export function betasOfTheseRows({ fit, plain = null }: Regression): readonly BetaOfTheseRows[] {
  if (fit.exact) return [];
  const names = (plain ?? fit).factors;
  const columns = (plain ?? fit).rows.factors;
  return fit.betas.flatMap((beta, place) => {
    const upTo = plain === null ? names.length : place + 1;
    return names.slice(0, upTo).some(isMarket) ? [] : [{ place, term: beta.term, other: betaOfStretches(fit, beta, columns.slice(0, upTo), place) }];
  });
}

/** Of these βs, those whose interval of other years holds 0. */
export const zeroInOtherYears = (regression: Regression): readonly string[] =>
  betasOfTheseRows(regression).flatMap(({ term, other }) => (other && holdsZero(other) ? [term] : []));

const holdsZero = ({ estimate: { interval: [low, high] } }: BetaOfStretches): boolean => low <= 0 && high >= 0;

/** The interval of other years with what it is from, or what it would take; nothing where the market is in the model. */
export function otherYearsLines(regression: Regression): readonly string[] {
  const { fit, plain = null } = regression;
  const betas = betasOfTheseRows(regression);
  if (betas.length === 0) return [];
  const known = betas.flatMap(({ term, other }) => (other ? [{ term, ...other }] : []));
  const [only] = known;
  const why = plain === null ? withoutMarket : `as ${betas.map(({ term }) => term).join(" and ")} ${betas.length === 1 ? "stands" : "stand"} before the market`;
  if (only === undefined || known.length < betas.length) return [`-# The intervals of ${namesOf(betas, fit)} are of these rows, not of other years, ${why}${takes(fit.sample)}.`];
  const each = fit.betas.length === 1 ? ` (${only.each.map((beta) => estimate(beta, only.estimate.standardError)).join(", ")})` : "";
  const intervals = known.map(({ term, ...other }) => `of ${fit.betas.length === 1 ? "β" : `β ${term}`} ${interval(other.estimate.interval, other.estimate.standardError)}${holdsZero(other) ? ", which holds 0" : ""}`);
  return [`In other years: 95% interval ${intervals.join("; ")}, from β in ${count(usualSections)} stretches of these rows${each}. The ones above are of these rows, ${why}.`];
}

/** Where no interval of other years is printed. */
export const ofTheseRowsLines = (factors: readonly string[]): readonly string[] =>
  factors.some(isMarket) ? [] : [`-# The intervals of β are of these rows, not of other years, ${withoutMarket}.`];

const withoutMarket = "as neither SPY nor Mkt-RF is in the model";

const namesOf = (betas: readonly BetaOfTheseRows[], { betas: all }: FactorFit): string => (betas.length === all.length ? "β" : betas.map(({ term }) => `β ${term}`).join(" and "));

function takes(sample: Sample): string {
  const needed = sectioningRowsNeeded(sample);
  return needed === null ? "" : `: one of other years takes ${count(needed)} ${periodOf(sample)}s`;
}

/** For a reply's result. */
export function otherYearsResult(regression: Regression): { readonly otherYears?: readonly { readonly term: string; readonly estimate: BetaOfStretches["estimate"]; readonly each: readonly number[] }[] } {
  const known = betasOfTheseRows(regression).flatMap(({ term, other }) => (other ? [{ term, ...other }] : []));
  return known.length === 0 ? {} : { otherYears: known };
}

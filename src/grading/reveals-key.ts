import { msPerDay } from "../calendar.ts";
import { isCorrect, type NumberQuantity } from "../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Variant } from "../exercises/variants/variant.ts";
import { taskOf, type CheckContent } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import type { ReportedRegression, ReportedSubjects } from "./reported-regressions.ts";
import { isTypedKey } from "./instructor-check.ts";
import { readStoredQuestion, type HiddenFigure } from "./stored-check.ts";

/** What a reply declares of itself, as far as it could reveal a key. */
export interface DeclaredPrints extends ReportedSubjects {
  readonly regressions: readonly DeclaredRegression[];
  /** Of the portfolios among the swept: their parts. */
  readonly sweptPortfolios: readonly (readonly string[])[];
  /** Every number that it prints, at full precision; asked for only where a check is open that it could be about. */
  readonly numbers: () => readonly number[];
}

/** A regression with what the portfolios in it hold, by ids. */
interface DeclaredRegression extends ReportedRegression {
  readonly holdings?: readonly string[];
  readonly factorHoldings?: readonly (readonly string[])[];
}

type RevealContext = Pick<GradingContext, "exercises" | "variantCache">;

/**
 * Whether a reply reveals a check's key: it rests on the check's own pair of series over nearly the same window, or it
 * prints a number that would be marked as correct and is not about other series or mostly other days.
 */
export function revealsKey(reply: DeclaredPrints, check: CheckContent, context: RevealContext): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const { marked, solvedVariants, numbersBehind } = task.value;
  const quantities = [...marked.quantities.filter((quantity) => quantity.kind === "number"), ...numbersBehind];
  const question = check.question === null ? null : readStoredQuestion(check.question);
  if (question?.ok && isTypedKey(question.value.own)) {
    // Typed choices are no numbers that a reply could be compared with: what they are about is hidden whole.
    const isWhole = quantities.length === 0;
    return (question.value.about ?? []).some((about) => revealsFigure(reply, isWhole ? { ...about, quantity: about.quantity ?? "" } : about, quantities, solvedVariants));
  }
  return solvedVariants.some((solvedVariant) => revealsVariant(reply, solvedVariant, quantities));
}

function revealsVariant(reply: DeclaredPrints, solvedVariant: SolvedVariant, quantities: readonly NumberQuantity[]): boolean {
  const { variant } = solvedVariant;
  if (reply.swept.includes(variant.asset) || reply.sweptPortfolios.some((parts) => holdsAll(parts, variant))) return true;
  const windows = windowsAsked(solvedVariant, quantities);
  const overlap = (regression: DeclaredRegression): number => Math.max(...windows.map((days) => windowOverlap(regression, days)));
  const ofPair = reply.regressions.filter((regression) => isOfPair(regression, variant) || isOfPortfolio(regression, variant));
  const nearest = Math.max(0, ...ofPair.map(overlap));
  if (nearest >= sameWindow) return true;
  const keys = (of: readonly NumberQuantity[]): boolean => of.some((quantity) => printsKey(reply, quantity, solvedVariant));
  // Figures of the days alone are in every reply about these days, whatever its asset.
  const sameDays = reply.regressions.some((regression) => overlap(regression) >= sameWindow);
  if (sameDays && keys(quantities.filter(({ id }) => ofDaysAlone.includes(id)))) return true;
  if (reply.regressions.length === 0 && reply.swept.length === 0) return keys(quantities);
  // On days that are mostly others, a number that happens to be the key's says nothing about it.
  return nearest >= nearWindow && keys(quantities);
}

/** The days that a question is about: all of its window, and each part where it asks for parts. */
function windowsAsked({ variant: { split }, model: { first, last } }: SolvedVariant, quantities: readonly NumberQuantity[]): readonly Days[] {
  const whole: Days = [first, last];
  if (split === undefined || !quantities.some(({ figure }) => figure === "betaBefore" || figure === "betaSince" || figure === "tBetaChange")) return [whole];
  return [whole, [first, split], [split, last]];
}

/** A number that an instructor typed: its series are said with it. With a quantity, every regression of that series. */
function revealsFigure(reply: DeclaredPrints, about: HiddenFigure, quantities: readonly NumberQuantity[], solvedVariants: readonly SolvedVariant[]): boolean {
  if (reply.swept.includes(about.asset)) return true;
  const ofAsset = reply.regressions.filter(({ asset, factors }) => asset === about.asset || factors.includes(about.asset));
  if (ofAsset.length > 0 && about.quantity !== null) return true;
  if (ofAsset.length === 0 && reply.regressions.length + reply.swept.length > 0) return false;
  return solvedVariants.some((solvedVariant) => quantities.some((quantity) => printsKey(reply, quantity, solvedVariant)));
}

/** Quantities whose value depends on the window and not on the asset. */
export const ofDaysAlone: readonly string[] = ["riskFreeAnnual"];

function printsKey(reply: DeclaredPrints, quantity: NumberQuantity, solvedVariant: SolvedVariant): boolean {
  const key = quantity.key(solvedVariant);
  return Math.abs(key) > quantity.tolerance.floor && reply.numbers().some((value) => isCorrect(value, quantity, key));
}

/** Whether a portfolio has all parts of the variant's own: others beside them, or other weights, hardly change its numbers where they are small. */
const holdsAll = (parts: readonly string[] | undefined, { holdings }: Pick<Variant, "holdings">): boolean =>
  parts !== undefined && holdings !== undefined && holdings.every(({ asset }) => parts.includes(asset));

/** A portfolio of the variant's parts, or the pair the other way round. */
const isOfPortfolio = ({ asset, holdings, factorHoldings = [] }: DeclaredRegression, variant: Variant): boolean =>
  holdsAll(holdings, variant) || (asset === variant.factor && factorHoldings.some((parts) => holdsAll(parts, variant)));

/** The same stock, or the pair the other way round. */
export const isOfPair = ({ asset, factors }: Pick<ReportedRegression, "asset" | "factors">, pair: { readonly asset: string; readonly factor: string }): boolean =>
  asset === pair.asset || (asset === pair.factor && factors.includes(pair.asset));

/** Shares of the days of two windows that are in both: from these on they are the same window, or one near it. */
export const sameWindow = 0.8;
const nearWindow = 0.5;

type Days = readonly [first: string, last: string];

/** Days in both windows, over days in either; of many windows, of the one that comes nearest. */
export function windowOverlap({ first, last, windowDays }: Pick<ReportedRegression, "first" | "last" | "windowDays">, days: Days): number {
  const [a, b, c, d] = [first, last, ...days].map((date) => Date.parse(date) / msPerDay) as [number, number, number, number];
  const shared = Math.max(0, Math.min(b, d) - Math.max(a, c));
  if (windowDays === undefined) {
    const either = Math.max(b, d) - Math.min(a, c);
    return either <= 0 ? (a === c ? 1 : 0) : shared / either;
  }
  const both = Math.min(shared, windowDays);
  return both / (windowDays + (d - c) - both);
}

import { ofDividedDays } from "../exercises/quantities/change.ts";
import { isCorrect, type NumberQuantity } from "../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Variant } from "../exercises/variants/variant.ts";
import { taskOf, type CheckContent } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import type { ReportedRegression, ReportedSubjects } from "./reported-regressions.ts";
import { isTypedKey } from "./instructor-check.ts";
import { readStoredQuestion } from "./stored-check.ts";
import { tellsRows, type Rows } from "./telling-rows.ts";

/** What a reply declares of itself, as far as it could reveal a key. */
export interface DeclaredPrints extends ReportedSubjects {
  readonly regressions: readonly DeclaredRegression[];
  /** Of the portfolios among the swept: their parts. */
  readonly sweptPortfolios: readonly (readonly string[])[];
  /** The numbers that its words have whatever data are loaded: those of the chapter. */
  readonly written: readonly number[];
  /** Every number that it prints, at full precision; asked for only of a reply that rests on no series, and where the risk-free rate is asked for. */
  readonly numbers: () => readonly number[];
}

/** A regression with what the portfolios in it hold, by ids. */
interface DeclaredRegression extends ReportedRegression {
  readonly holdings?: readonly string[];
  readonly factorHoldings?: readonly (readonly string[])[];
}

type RevealContext = Pick<GradingContext, "exercises" | "variantCache">;

/** By what a reply tells a key: the rows that it rests on, its stock whatever the rows, or a number in its words. */
export type TellsBy = "rows" | "stock" | "words";

/**
 * By what a reply tells a check's key to somebody whose own variant is `own`; null where it does not. Without an own one
 * the check's one variant is everybody's, and of several each is as a neighbour's. A reply that rests on series tells by
 * its rows (`telling-rows.ts`), by the numbers that its words have on any data, and by a rate that only its days decide;
 * words that rest on no series, by a number in them that would be marked as correct.
 */
export function tellsKey(reply: DeclaredPrints, check: CheckContent, context: RevealContext, own: SolvedVariant | null = null): TellsBy | null {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return null;
  const { marked, solvedVariants, numbersBehind } = task.value;
  const quantities = [...marked.quantities.filter((quantity) => quantity.kind === "number"), ...numbersBehind];
  // What the chapter prints belongs to a question's own data; that it is the number of one of many variants is chance.
  const asked = own === null ? solvedVariants : [own];
  const says = (numbers: readonly number[]): boolean => asked.some((solvedVariant) => quantities.some((quantity) => printsKey(numbers, quantity, solvedVariant)));
  const restsOnNothing = reply.regressions.length + reply.swept.length === 0;
  const inWords = says(reply.written) || (restsOnNothing && says(reply.numbers()));
  const question = check.question === null ? null : readStoredQuestion(check.question);
  if (question?.ok && isTypedKey(question.value.own)) {
    // A typed key is of no known days: every analysis of what it is about is withheld.
    const about = question.value.about ?? [];
    return about.some(({ asset }) => restsOn(reply, asset)) ? "stock" : about.length > 0 && inWords ? "words" : null;
  }
  if (inWords) return "words";
  if (solvedVariants.some(({ variant }) => stocksOf(variant).some((asset) => reply.swept.includes(asset)) || reply.sweptPortfolios.some((parts) => holdsAll(parts, variant)))) return "stock";
  if (own !== null && tellsVariant(reply, own, quantities, true)) return "rows";
  const isShared = own === null && solvedVariants.length === 1;
  if (solvedVariants.some((solvedVariant) => tellsVariant(reply, solvedVariant, quantities, isShared))) return "rows";
  // A filled formula may hold a figure of its days, whatever its asset.
  const ofDays = quantities.filter(({ id }) => ofDaysAlone.includes(id));
  return asked.some((variant) => ofDays.some((quantity) => printsKey(reply.numbers(), quantity, variant)) && reply.regressions.some((rows) => tellsRows(rows, variant.model, true))) ? "rows" : null;
}

const restsOn = ({ regressions, swept }: DeclaredPrints, asset: string): boolean =>
  swept.includes(asset) || regressions.some((regression) => regression.asset === asset || regression.factors.includes(asset));

/** Whether a reply rests on a variant's stock, on rows that tell its key; of the risk-free rate too where that is asked for. */
function tellsVariant({ regressions }: DeclaredPrints, solvedVariant: SolvedVariant, quantities: readonly NumberQuantity[], isOwn: boolean): boolean {
  const { variant } = solvedVariant;
  const windows = windowsAsked(solvedVariant, quantities);
  const series = [...stocksOf(variant), ...(quantities.some(({ id }) => ofDaysAlone.includes(id)) ? [riskFreeId] : [])];
  // As a factor beside others it tells as much: from a regression with it and one without, its own β follows.
  const isOf = (regression: DeclaredRegression): boolean => isOfPortfolio(regression, variant) || series.some((id) => regression.asset === id || regression.factors.includes(id));
  return regressions.some((regression) => isOf(regression) && windows.some((window) => tellsRows(regression, window, isOwn)));
}

/** Of a portfolio its parts too: β and α of the whole are their weighted sums. */
const stocksOf = ({ asset, holdings = [] }: Pick<Variant, "asset" | "holdings">): readonly string[] => [asset, ...holdings.map((part) => part.asset)];

/** The days that a question is about: all of its window, and each part where it asks for parts. */
function windowsAsked({ variant: { split }, model: { first, last } }: SolvedVariant, quantities: readonly NumberQuantity[]): readonly Rows[] {
  const whole: Rows = { first, last };
  if (split === undefined || !quantities.some(({ id }) => ofDividedDays.has(id))) return [whole];
  return [whole, { first, last: split }, { first: split, last }];
}

/** Quantities whose value depends on the window and not on the asset. */
export const ofDaysAlone: readonly string[] = ["riskFreeAnnual"];
/** The series that they are of. */
const riskFreeId = "RF";

function printsKey(numbers: readonly number[], quantity: NumberQuantity, solvedVariant: SolvedVariant): boolean {
  const key = quantity.key(solvedVariant);
  return Math.abs(key) > quantity.tolerance.floor && numbers.some((value) => isCorrect(value, quantity, key));
}

/** Whether a portfolio has all parts of the variant's own: others beside them, or other weights, hardly change its numbers where they are small. */
const holdsAll = (parts: readonly string[] | undefined, { holdings }: Pick<Variant, "holdings">): boolean =>
  parts !== undefined && holdings !== undefined && holdings.every(({ asset }) => parts.includes(asset));

/** A portfolio of the variant's parts, as the asset or as a factor. */
const isOfPortfolio = ({ holdings, factorHoldings = [] }: DeclaredRegression, variant: Variant): boolean =>
  holdsAll(holdings, variant) || factorHoldings.some((parts) => holdsAll(parts, variant));

import { isCorrect, type NumberQuantity } from "../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { Check } from "../store/records.ts";
import { taskOf } from "./check-task.ts";
import type { GradingContext } from "./grading-context.ts";
import type { ReportedRegression } from "./reported-regressions.ts";

/** What a reply says, as far as it could reveal a key. */
export interface ReplyFacts {
  readonly regressions: readonly ReportedRegression[];
  readonly numbers: () => readonly number[];
  /** Whether it names that series. */
  readonly mentions: (asset: string) => boolean;
}

/**
 * Whether a reply reveals a check's key: it rests on the check's own pair of series over nearly the same window, or
 * it names the check's asset, not on days that are mostly others, with a number that would be marked as correct.
 */
export function revealsKey(reply: ReplyFacts, check: Check, context: Pick<GradingContext, "exercises" | "variantCache">): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const { marked, solvedVariants } = task.value;
  const quantities = marked.quantities.filter((quantity) => quantity.kind === "number");
  // A number given by hand belongs to no series that a command could be about.
  if (check.question !== null && solvedVariants.some(({ variant }) => variant.id !== "own")) return false;
  const overlaps = solvedVariants.map((solvedVariant) => {
    const sameAsset = reply.regressions.filter((regression) => isOfPair(regression, solvedVariant));
    const nearest = Math.max(0, ...sameAsset.map(({ first, last }) => windowOverlap([first, last], [solvedVariant.model.first, solvedVariant.model.last])));
    return { solvedVariant, isAbout: sameAsset.length > 0, nearest };
  });
  if (overlaps.some(({ nearest }) => nearest >= sameWindow)) return true;
  // On days that are mostly others, a number that happens to be the key's says nothing about it.
  const candidates = overlaps.filter(({ isAbout, nearest }) => !isAbout || nearest >= nearWindow);
  if (candidates.length === 0) return false;
  const numbers = reply.numbers();
  return candidates.some(
    ({ solvedVariant }) => reply.mentions(solvedVariant.variant.asset) && numbers.some((value) => isKey(value, quantities, solvedVariant)),
  );
}

function isKey(value: number, quantities: readonly NumberQuantity[], solvedVariant: SolvedVariant): boolean {
  return quantities.some((quantity) => {
    const key = quantity.key(solvedVariant);
    return Math.abs(key) > quantity.tolerance.floor && isCorrect(value, quantity, key);
  });
}

/** The same stock, or the pair the other way round. */
const isOfPair = ({ asset, factors }: ReportedRegression, { variant }: SolvedVariant): boolean =>
  asset === variant.asset || (asset === variant.factor && factors.includes(variant.asset));

/** Shares of the days of two windows that are in both: from these on they are the same window, or one near it. */
const sameWindow = 0.8;
const nearWindow = 0.5;

type Days = readonly [first: string, last: string];

/** Days in both windows, over days in either. */
function windowOverlap(first: Days, second: Days): number {
  const [a, b, c, d] = [...first, ...second].map((date) => Date.parse(date)) as [number, number, number, number];
  const both = Math.min(b, d) - Math.max(a, c);
  const either = Math.max(b, d) - Math.min(a, c);
  return either <= 0 ? (a === c ? 1 : 0) : Math.max(0, both) / either;
}

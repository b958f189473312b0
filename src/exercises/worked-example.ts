import { figureValue, type FigureKey } from "../figures/figures.ts";
import { placeholdersIn } from "../figures/template.ts";
import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import type { Outcome } from "../outcome.ts";
import type { Exercise } from "./exercise.ts";
import { keepsKeys, numbersShown } from "./shown-numbers.ts";
import type { SolvedVariant } from "./variants/solved-variant.ts";
import { otherVariants, type Variant } from "./variants/variant.ts";
import { variantResults } from "./variants/variant-results.ts";

/**
 * How much of a worked example is left to its reader, in the order in which they come (Renkl and Atkinson 2003): nothing,
 * the last step, the last two, and at last the reason (Chi 1989).
 */
export const fadings = ["worked", "last-blank", "two-blank", "why"] as const;

export type Fading = (typeof fadings)[number];

/** How many steps are left blank. */
export const blanksOf = (fading: Fading): number => ({ worked: 0, "last-blank": 1, "two-blank": 2, why: 0 })[fading];

export const nextFading = (fading: Fading): Fading | null => fadings[fadings.indexOf(fading) + 1] ?? null;

/** The figures of the steps that are left blank. */
export const blankFigures = ({ text }: Exercise, fading: Fading): readonly FigureKey[] => {
  const blanks = blanksOf(fading);
  return blanks === 0 ? [] : text.example.steps.slice(-blanks).map(({ figure }) => figure);
};

/**
 * Other data for a worked example of somebody's own variant: another ticker and other years, of which no number is a key
 * of the variant. Each fading has data of its own, so that no blank can be copied from the one before. Null where no data
 * are loaded for it.
 */
export function exampleVariant(
  exercise: Exercise,
  own: SolvedVariant,
  fading: Fading,
  solveVariant: (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem>,
): SolvedVariant | null {
  const nearest = otherVariants(exercise.plan, own.variant).toSorted((a, b) => sharedYears(a, own) - sharedYears(b, own));
  const place = fadings.indexOf(fading);
  const safe: SolvedVariant[] = [];
  for (const other of nearest) {
    const solved = solveVariant(other);
    if (solved.ok && isSafe(exercise, solved.value, own)) safe.push(solved.value);
    if (safe.length > place) break;
  }
  return safe[place] ?? safe.at(-1) ?? null;
}

/** Years that a window shares with the rows of a variant. */
function sharedYears({ window: { from = "", to = "" } }: Variant, { model: { first, last } }: SolvedVariant): number {
  const year = (day: string): number => Number(day.slice(0, 4)) + Number(day.slice(5, 7)) / 100;
  return Math.max(0, Math.min(year(to), year(last)) - Math.max(year(from), year(first)));
}

/** Whether every step has its number, and nothing that is printed would be marked as right for a part of `own`. */
function isSafe(exercise: Exercise, example: SolvedVariant, own: SolvedVariant): boolean {
  const printed = exampleNumbers(exercise, example);
  // Steps that go by the root of R² need the two to rise together.
  if (example.model.beta <= 0) return false;
  return printed.every((value) => value !== null) && keepsKeys(exercise, printed, own);
}

/** Every number of the data that an example prints, in its steps or on the way; null for one that the data lack. */
export const exampleNumbers = ({ text }: Pick<Exercise, "text">, example: SolvedVariant): readonly (number | null)[] =>
  numbersShown(text.example.steps.flatMap(({ figure, work }) => [figure, ...placeholdersIn(work)]), example);

/** Near enough to count as worked out from the numbers that are printed, which have four digits. */
const blankTolerance = 0.01;

/** Whether a number fills a blank. */
export function fillsBlank(value: number, figure: FigureKey, example: SolvedVariant): boolean {
  const key = figureValue(figure, variantResults(example));
  return key !== null && Math.abs(value - key) <= blankTolerance * Math.abs(key);
}

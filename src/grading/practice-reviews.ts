import type { Answer, Progress } from "../store/answer-records.ts";

/**
 * What it took to come to the end of a variant. none: right at the first try and without a hint; tries: right after
 * other answers; hints: right with some of the hints; last-hint: right with all of them; solution: given up, or a worked
 * example was looked at.
 */
export type Help = "none" | "tries" | "hints" | "last-hint" | "solution";

/** A variant of an exercise that somebody has come to the end of: one review of what it practises. */
export interface Review {
  readonly exercise: string;
  readonly variant: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly help: Help;
}

/** A person's work on one variant in practice. */
interface PractisedVariant {
  readonly exercise: string;
  readonly variant: string;
  readonly answers: readonly Answer[];
  readonly progress: Progress | null;
}

/** The reviews of a person, oldest first, and the variants that they have begun and not finished. */
interface PracticeHistory {
  readonly reviews: readonly Review[];
  /** By when they were last answered, oldest first. */
  readonly unfinished: readonly { readonly exercise: string; readonly variant: string; readonly at: number }[];
}

/** How many levels of hints an exercise has. */
const lastHint = 3;

/** Worked out from what is stored, whenever it is needed: there is no second record that could differ from it. */
export function practiceHistory(answers: readonly Answer[], progress: readonly Progress[]): PracticeHistory {
  const variants = practisedVariants(answers, progress);
  const reviews = variants.flatMap((variant) => reviewOf(variant) ?? []);
  const unfinished = variants.flatMap((practised) => {
    const last = practised.answers.at(-1);
    return last === undefined || reviewOf(practised) !== null ? [] : [{ exercise: practised.exercise, variant: practised.variant, at: last.at }];
  });
  return { reviews: reviews.toSorted((a, b) => a.at - b.at), unfinished: unfinished.toSorted((a, b) => a.at - b.at) };
}

/** The variants of an exercise of which somebody looked at a worked example. */
export const variantsWithExample = (progress: readonly Progress[], exercise: string): readonly string[] =>
  progress.flatMap(({ item, workedExampleAt, variant }) => (item.kind === "practice" && item.exercise === exercise && workedExampleAt !== null ? [variant] : []));

/** When a worked example or the solution ended a variant; null where neither did. */
export function shownAt({ gaveUpAt, workedExampleAt }: Pick<Progress, "gaveUpAt" | "workedExampleAt">): number | null {
  const times = [gaveUpAt, workedExampleAt].filter((at) => at !== null);
  return times.length === 0 ? null : Math.min(...times);
}

function practisedVariants(answers: readonly Answer[], progress: readonly Progress[]): readonly PractisedVariant[] {
  const found = new Map<string, { exercise: string; variant: string; answers: Answer[]; progress: Progress | null }>();
  const entryOf = ({ item, variant }: Answer | Progress) => {
    if (item.kind !== "practice") return null;
    const key = `${item.exercise} ${variant}`;
    const entry = found.get(key) ?? { exercise: item.exercise, variant, answers: [], progress: null };
    found.set(key, entry);
    return entry;
  };
  for (const answer of answers) entryOf(answer)?.answers.push(answer);
  for (const row of progress) {
    const entry = entryOf(row);
    if (entry !== null) entry.progress = row;
  }
  return [...found.values()];
}

/** The first end that a variant came to: what follows on it proves nothing more. */
function reviewOf({ exercise, variant, answers, progress }: PractisedVariant): Review | null {
  const shown = progress === null ? null : shownAt(progress);
  const correct = answers.find(({ verdict, at }) => verdict === "correct" && (shown === null || at < shown));
  if (correct !== undefined) return { exercise, variant, at: correct.at, help: helpOf(correct, answers) };
  return shown === null ? null : { exercise, variant, at: shown, help: "solution" };
}

function helpOf(correct: Answer, answers: readonly Answer[]): Help {
  if (correct.hints >= lastHint) return "last-hint";
  if (correct.hints > 0) return "hints";
  return answers[0] === correct ? "none" : "tries";
}

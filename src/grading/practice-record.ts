import type { Answer, Progress } from "../store/answer-records.ts";
import { shownAt } from "./practice-reviews.ts";

/** What somebody has answered, from their own answers. */
interface PracticeRecord {
  readonly answers: number;
  readonly correct: number;
  /** Of the variants that were tried: those whose first counted answer was right. */
  readonly correctAtFirst: number;
  readonly tried: number;
  /** Days in a row with a right answer, up to today or yesterday. */
  readonly streak: number;
  /** The last 14 days, oldest first. */
  readonly days: readonly { readonly day: number; readonly correct: number; readonly other: number }[];
}

const shownDays = 14;

/** `dayOf` gives the day number of a moment, by the clocks of the course. */
export function practiceRecord(answers: readonly Answer[], progress: readonly Progress[], { now, dayOf }: { readonly now: number; readonly dayOf: (at: number) => number }): PracticeRecord {
  const isCorrectAnswer = (answer: Answer): boolean => answer.verdict === "correct" && !isAfterSolution(answer, progress);
  const practised = answers.filter(({ item }) => item.kind === "practice");
  const firstAttempts = new Map<string, Answer>();
  for (const answer of practised) {
    const key = JSON.stringify([answer.item, answer.variant]);
    if (answer.attempt !== null && !firstAttempts.has(key)) firstAttempts.set(key, answer);
  }
  const today = dayOf(now);
  return {
    answers: answers.length,
    correct: answers.filter(isCorrectAnswer).length,
    correctAtFirst: [...firstAttempts.values()].filter(isCorrectAnswer).length,
    tried: firstAttempts.size,
    streak: streakLength(new Set(answers.filter(isCorrectAnswer).map(({ at }) => dayOf(at))), today),
    days: Array.from({ length: shownDays }, (_, index) => {
      const day = today - shownDays + 1 + index;
      const ofDay = answers.filter(({ at }) => dayOf(at) === day);
      const correct = ofDay.filter(isCorrectAnswer).length;
      return { day, correct, other: ofDay.length - correct };
    }),
  };
}

/** Whether its author had been shown the solution of the variant, or a worked example in its place. */
function isAfterSolution({ item, variant, at }: Answer, progress: readonly Progress[]): boolean {
  return progress.some((entry) => {
    const shown = shownAt(entry);
    return shown !== null && shown <= at && entry.variant === variant && JSON.stringify(entry.item) === JSON.stringify(item);
  });
}

/** Of days with a right answer. */
function streakLength(days: ReadonlySet<number>, today: number): number {
  const last = days.has(today) ? today : today - 1;
  let length = 0;
  while (days.has(last - length)) length += 1;
  return length;
}

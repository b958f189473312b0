import { msPerDay } from "../calendar.ts";
import type { Exercise } from "../exercises/exercise.ts";
import type { Answer, Progress } from "../store/records.ts";

/** How far somebody has come with the exercises, from their own answers. */
interface PracticeRecord {
  readonly exercises: readonly ExerciseRecord[];
  readonly answers: number;
  readonly correct: number;
  /** Of the variants that were tried: those whose first counted answer was right. */
  readonly correctAtFirst: number;
  readonly tried: number;
  /** Days in a row with a right answer (UTC), up to today or yesterday. */
  readonly streak: number;
  /** The last 14 days, oldest first. */
  readonly days: readonly { readonly day: number; readonly correct: number; readonly other: number }[];
  /** What to try next: the first one without a right answer; where there is none, the least recently practised. */
  readonly next: Exercise;
}

interface ExerciseRecord {
  readonly exercise: Exercise;
  readonly answers: number;
  /** Variants with a right answer. */
  readonly solved: number;
  readonly lastAt: number | null;
}

const shownDays = 14;

export function practiceRecord(exercises: readonly Exercise[], answers: readonly Answer[], progress: readonly Progress[], now: number): PracticeRecord {
  const isCorrectAnswer = (answer: Answer): boolean => answer.verdict === "correct" && !isAfterSolution(answer, progress);
  const practised = answers.filter(({ item }) => item.kind === "practice");
  const records = exercises.map((exercise): ExerciseRecord => {
    const ofExercise = practised.filter(({ item }) => item.kind === "practice" && item.exercise === exercise.id);
    return {
      exercise,
      answers: ofExercise.length,
      solved: new Set(ofExercise.filter(isCorrectAnswer).map(({ variant }) => variant)).size,
      lastAt: ofExercise.at(-1)?.at ?? null,
    };
  });
  const firstAttempts = new Map<string, Answer>();
  for (const answer of practised) {
    const key = JSON.stringify([answer.item, answer.variant]);
    if (answer.attempt !== null && !firstAttempts.has(key)) firstAttempts.set(key, answer);
  }
  const today = Math.floor(now / msPerDay);
  return {
    exercises: records,
    answers: answers.length,
    correct: answers.filter(isCorrectAnswer).length,
    correctAtFirst: [...firstAttempts.values()].filter(isCorrectAnswer).length,
    tried: firstAttempts.size,
    streak: streakLength(answers.filter(isCorrectAnswer), today),
    days: Array.from({ length: shownDays }, (_, index) => {
      const day = today - shownDays + 1 + index;
      const ofDay = answers.filter(({ at }) => Math.floor(at / msPerDay) === day);
      const correct = ofDay.filter(isCorrectAnswer).length;
      return { day, correct, other: ofDay.length - correct };
    }),
    next: nextExercise(records),
  };
}

/** Whether its author had given the variant up: what is typed then is the solution that was shown. */
function isAfterSolution({ item, variant, at }: Answer, progress: readonly Progress[]): boolean {
  return progress.some(({ gaveUpAt, ...entry }) => gaveUpAt !== null && gaveUpAt <= at && entry.variant === variant && JSON.stringify(entry.item) === JSON.stringify(item));
}

/** Of days with a right answer. */
function streakLength(correctAnswers: readonly Answer[], today: number): number {
  const days = new Set(correctAnswers.map(({ at }) => Math.floor(at / msPerDay)));
  const last = days.has(today) ? today : today - 1;
  let length = 0;
  while (days.has(last - length)) length += 1;
  return length;
}

function nextExercise(records: readonly ExerciseRecord[]): Exercise {
  const open = records.find(({ solved }) => solved === 0);
  const [oldest] = records.toSorted((a, b) => (a.lastAt ?? 0) - (b.lastAt ?? 0));
  const chosen = open ?? oldest;
  if (chosen === undefined) throw new Error("there are no exercises");
  return chosen.exercise;
}

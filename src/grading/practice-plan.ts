import type { Exercise } from "../exercises/exercise.ts";
import type { Answer, Progress } from "../store/answer-records.ts";
import { practiceHistory, type Review } from "./practice-reviews.ts";
import { memoryOf, type Memory } from "./practice-schedule.ts";

/** One exercise in a person's practice. */
interface PlannedExercise extends Memory {
  readonly exercise: Exercise;
  /** Whether a variant of it is begun and not finished. */
  readonly isUnfinished: boolean;
  readonly isDue: boolean;
}

/** What somebody knows, and what they should practise. */
export interface PracticePlan {
  /** In the order of the list. */
  readonly exercises: readonly PlannedExercise[];
  /** What to practise today, the most urgent first: what was being worked on, what is due, what is new, and what is to be repeated today. Empty where nothing is due. */
  readonly today: readonly Exercise[];
  /** How many are due today, those that were begun with them and new ones not. */
  readonly due: number;
  /** The one that is due first of those that are not due yet; null where all are due, or new. */
  readonly later: { readonly exercise: Exercise; readonly dueOn: number } | null;
}

/** So many repetitions in a row are followed by something new. */
const repetitionsBeforeNew = 2;

/**
 * Interleaved over the chapter: after an exercise comes one of another section on the same day, as long as there is one
 * (Rohrer and Taylor 2007). What is due comes before what is new, but of three in a row one is new as long as there is
 * one: somebody with less time than is due would never come to the chapter's end. `dayOf` gives the day number of a moment.
 */
export function practicePlan(
  exercises: readonly Exercise[],
  answers: readonly Answer[],
  progress: readonly Progress[],
  { now, dayOf }: { readonly now: number; readonly dayOf: (at: number) => number },
): PracticePlan {
  const { reviews, unfinished } = practiceHistory(answers, progress);
  const today = dayOf(now);
  const planned = exercises.map((exercise): PlannedExercise => {
    const begun = unfinished.findLast(({ exercise: id }) => id === exercise.id);
    const memory = memoryOf(reviews.filter(({ exercise: id }) => id === exercise.id), today, dayOf);
    const isUnfinished = begun !== undefined;
    const isDue = isUnfinished || (memory.dueOn !== null && memory.dueOn <= today);
    return { ...memory, ...(isUnfinished && memory.standing === "new" ? { standing: "learning" as const } : {}), exercise, isUnfinished, isDue };
  });
  // What was done today: the last review, or what is begun and not finished.
  const lastReview = reviews.findLast(({ at }) => dayOf(at) === today);
  const lastBegun = unfinished.findLast(({ at }) => dayOf(at) === today);
  const inHand = lastBegun !== undefined && lastBegun.at > (lastReview?.at ?? 0) ? lastBegun.exercise : null;
  const lastId = inHand ?? lastReview?.exercise;
  const lastSection = exercises.find(({ id }) => id === lastId)?.section ?? null;
  const due = planned.filter(({ isDue }) => isDue).toSorted((a, b) => (a.recall ?? 0) - (b.recall ?? 0));
  const reviewedToday = new Set(reviews.filter(({ at }) => dayOf(at) === today).map(({ exercise }) => exercise));
  const again = (planned: PlannedExercise): boolean => reviewedToday.has(planned.exercise.id);
  const fresh = planned.filter(({ standing }) => standing === "new");
  const next = isTimeForNew(reviews) ? fresh.slice(0, 1) : [];
  // The same once more today is worth least: it is still in mind.
  const ranked = [...next, ...due.filter((one) => !again(one)), ...fresh.slice(next.length), ...due.filter(again)].map(({ exercise }) => exercise);
  const elsewhere = ranked.filter(({ section }) => section !== lastSection);
  const interleaved = [...elsewhere, ...ranked.filter(({ section }) => section === lastSection)];
  const later = planned.flatMap(({ exercise, dueOn, isDue }) => (dueOn === null || isDue ? [] : [{ exercise, dueOn }])).toSorted((a, b) => a.dueOn - b.dueOn);
  return {
    exercises: planned,
    today: [...interleaved.filter(({ id }) => id === inHand), ...interleaved.filter(({ id }) => id !== inHand)],
    due: due.length,
    later: later[0] ?? null,
  };
}

/** Whether the last ones, oldest first, were all of exercises that had been practised before. */
function isTimeForNew(reviews: readonly Review[]): boolean {
  const last = reviews.slice(-repetitionsBeforeNew);
  const before = new Set(reviews.slice(0, -repetitionsBeforeNew).map(({ exercise }) => exercise));
  return last.length === repetitionsBeforeNew && last.every(({ exercise }) => before.has(exercise));
}

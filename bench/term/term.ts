/** One student's term: who chooses what is practised, and what the real schedule makes of the answers. */
import { createHash } from "node:crypto";
import { msPerDay } from "../../src/calendar.ts";
import type { Exercise } from "../../src/exercises/exercise.ts";
import type { Variant } from "../../src/exercises/variants/variant.ts";
import { variantsInOrder } from "../../src/grading/dealt-variant.ts";
import { practicePlan, type PracticePlan } from "../../src/grading/practice-plan.ts";
import type { Answer, Progress } from "../../src/store/answer-records.ts";
import type { Learner } from "./learner.ts";

export const termDays = 98;
/** Three days after the last session. */
export const examDay = 101;
/** Of a week: Monday and Thursday. */
const sessionDays = [0, 3] as const;
/** Exercises in a session; somebody in a hurry has time for one. */
export const perSession = 3;

/** Which exercise comes next: by the schedule, in blocks, in turn, or as the program did it before there was a schedule. */
export const policies = ["scheduled", "massed", "in-turn", "first-unsolved"] as const;

export type Policy = (typeof policies)[number];

export interface Practised {
  readonly day: number;
  readonly exercise: string;
  readonly variant: Variant;
  readonly firstTry: boolean;
  readonly hints: number;
  readonly gaveUp: boolean;
}

interface Term {
  readonly practised: readonly Practised[];
  /** By week, the chance to get a new variant right, averaged over the exercises. */
  readonly known: readonly number[];
  /** The same on the day of the exam. */
  readonly atExam: number;
  /** Exercises whose chance is at least four in five then. */
  readonly securely: number;
  /** As the plan itself says it, at the end. */
  readonly mastered: number;
  /** Sessions in which the schedule had less to give than there was time for. */
  readonly idle: number;
}

const dayOf = (at: number): number => Math.floor(at / msPerDay);
const dayBegins = (day: number): number => (20_000 + day) * msPerDay;

/** A week's lecture, before its first session: everybody is there. */
export interface Lecture {
  readonly week: number;
  readonly day: number;
}

export function playTerm(exercises: readonly Exercise[], person: string, learner: Learner, policy: Policy, inSession = perSession): Term {
  const steps = termByLectures(exercises, person, learner, policy, inSession);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, held at each lecture until all of a class are there. */
export function* termByLectures(exercises: readonly Exercise[], person: string, learner: Learner, policy: Policy, inSession = perSession): Generator<Lecture, Term> {
  const answers: Answer[] = [];
  const progress: Progress[] = [];
  const practised: Practised[] = [];
  const known: number[] = [];
  let idle = 0;
  const sessions = Array.from({ length: termDays / 7 }, (_, week) => sessionDays.map((day) => 7 * week + day)).flat();
  const total = sessions.length * inSession;
  const planAt = (at: number): PracticePlan => practicePlan(exercises, answers, progress, { now: at, dayOf });
  const chosen = (at: number): Exercise | null => {
    const done = practised.length;
    switch (policy) {
      case "scheduled":
        return planAt(at).today[0] ?? null;
      case "massed":
        return exercises[Math.min(exercises.length - 1, Math.floor((done * exercises.length) / total))] ?? null;
      case "in-turn":
        return exercises[done % exercises.length] ?? null;
      case "first-unsolved": {
        const solved = new Set(answers.filter(({ verdict }) => verdict === "correct").map(({ item }) => (item.kind === "practice" ? item.exercise : "")));
        const lastAt = (id: string): number => answers.findLast(({ item }) => item.kind === "practice" && item.exercise === id)?.at ?? 0;
        return exercises.find(({ id }) => !solved.has(id)) ?? exercises.toSorted((a, b) => lastAt(a.id) - lastAt(b.id))[0] ?? null;
      }
    }
  };
  for (const day of sessions) {
    if (day % 7 === sessionDays[0]) yield { week: day / 7, day };
    for (let place = 0; place < inSession; place++) {
      const at = dayBegins(day) + (9 * 60 + 20 * place) * 60_000;
      const exercise = chosen(at);
      if (exercise === null) {
        idle += inSession - place;
        break;
      }
      const variant = dealt(exercise, person, practised);
      const worked = learner.work(exercise.id, day, 1200 * place);
      practised.push({ day, exercise: exercise.id, variant, firstTry: worked.firstTry, hints: worked.hints, gaveUp: worked.gaveUp });
      record(answers, progress, { person, exercise: exercise.id, variant: variant.id, at, worked });
    }
    if (day % 7 === sessionDays[1]) known.push(meanOf(exercises.map(({ id }) => learner.chance(id, day + 3))));
  }
  const chances = exercises.map(({ id }) => learner.chance(id, examDay));
  const mastered = planAt(dayBegins(termDays)).exercises.filter(({ standing }) => standing === "mastered").length;
  return { practised, known, atExam: meanOf(chances), securely: chances.filter((chance) => chance >= 0.8).length, mastered, idle };
}

/** The real sequence of variants; of those that are dealt seven in ten make a good question, by a hash of their names. */
function dealt(exercise: Exercise, person: string, practised: readonly Practised[]): Variant {
  const seen = practised.filter((earlier) => earlier.exercise === exercise.id).map(({ variant }) => variant);
  const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
  for (const variant of variantsInOrder(exercise.plan, seen, (place) => hash(`${person} ${exercise.id} ${String(place)}`))) {
    if (Number.parseInt(hash(variant.id).slice(0, 8), 16) / 2 ** 32 < 0.7) return variant;
  }
  throw new Error(`no variant of ${exercise.id} is left for ${person}`);
}

function record(
  answers: Answer[],
  progress: Progress[],
  { person, exercise, variant, at, worked }: { readonly person: string; readonly exercise: string; readonly variant: string; readonly at: number; readonly worked: { readonly mistakes: readonly string[]; readonly hints: number; readonly gaveUp: boolean } },
): void {
  const item = { kind: "practice", exercise } as const;
  const add = (minute: number, correct: boolean, hints: number): void => {
    const id = `${person}/${String(answers.length)}`;
    answers.push({ id, item, guild: null, person, interaction: id, variant, at: at + minute * 60_000, parts: [], verdict: correct ? "correct" : "incorrect", score: correct ? 1 : 0, fingerprint: id, revision: 0, attempt: minute + 1, hints, original: null });
  };
  worked.mistakes.forEach((_, place) => add(place, false, Math.min(worked.hints, place)));
  if (!worked.gaveUp) add(worked.mistakes.length, true, worked.hints);
  progress.push({ item, person, variant, hints: worked.hints, workedExampleAt: null, gaveUpAt: worked.gaveUp ? at + 15 * 60_000 : null });
}

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

import { practicePlan, type PracticePlan } from "../../grading/practice-plan.ts";
import type { NothingDue } from "../../render/replies/progress.ts";
import type { Answer, Progress } from "../../store/answer-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { momentOf, wallTimeAt } from "../options/local-time.ts";

/** Whole days by the clocks of a course. */
interface CourseDays {
  readonly now: number;
  /** The day number of a moment. */
  readonly dayOf: (at: number) => number;
  /** The midnight that a day begins with. */
  readonly startOf: (day: number) => number;
}

interface OwnPractice {
  readonly answers: readonly Answer[];
  readonly progress: readonly Progress[];
  readonly days: CourseDays;
  readonly plan: PracticePlan;
}

type Practising = Pick<Caller, "place"> & { readonly asker: Pick<Caller["asker"], "id"> } & Pick<AppContext, "exercises" | "now">;

/** What somebody has practised, and what is due: worked out from their answers. */
export async function ownPractice(question: Practising, store: Store): Promise<OwnPractice> {
  const person = question.asker.id;
  const answers = await store.answers.ofPerson(person);
  const progress = await store.answers.progressOfPerson(person);
  const days = await daysOf(question, answers, store);
  return { answers, progress, days, plan: practicePlan(question.exercises.all, answers, progress, days) };
}

/** By the clocks of the course where it is asked; in a direct message, of the course that was answered in last; else by UTC. */
async function daysOf({ place, now }: Practising, answers: readonly Answer[], store: Store): Promise<CourseDays> {
  const guild = place.guildId ?? answers.findLast((answer) => answer.guild !== null)?.guild ?? null;
  const timeZone = (guild === null ? null : (await store.courses.settings(guild)).timeZone) ?? "UTC";
  return {
    now: now(),
    dayOf: (at) => wallTimeAt(at, timeZone).day,
    startOf: (day) => momentOf({ day, minutes: 0 }, timeZone),
  };
}

/** What is said where nothing is due today. */
export const nothingDue = ({ exercises, later }: PracticePlan, { startOf }: CourseDays): NothingDue => ({
  exercises: exercises.length,
  mastered: exercises.filter(({ standing }) => standing === "mastered").length,
  next: later === null ? null : { id: later.exercise.id, title: later.exercise.text.title, dueAt: startOf(later.dueOn) },
});

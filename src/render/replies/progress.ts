import type { PracticePlan } from "../../grading/practice-plan.ts";
import { progressBars, type DayOfAnswers } from "../charts/progress.ts";
import { count, counted, share } from "../numbers.ts";
import { escaped } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { timestamp } from "../timestamp.ts";
import { endedNote, reminderStep } from "./reminder.ts";

/** What there is to say where nothing is due today. */
export interface NothingDue {
  readonly exercises: number;
  readonly mastered: number;
  /** The exercise that is due first; null where nothing was practised yet. */
  readonly next: { readonly id: string; readonly title: string; readonly dueAt: number } | null;
}

export interface ProgressRecord extends NothingDue {
  /** The exercises in the chapter's order. */
  readonly map: readonly { readonly section: string; readonly title: string; readonly standing: keyof typeof marks; readonly isDue: boolean }[];
  /** How many are due today, and what to practise, the most urgent first, new ones last. */
  readonly due: number;
  readonly today: readonly { readonly title: string; readonly isDue: boolean }[];
  /** The weekly reminder; null where there is none. */
  readonly reminder: { readonly id: string } | null;
  /** Whether one has just ended because it could not be delivered. */
  readonly reminderEnded: boolean;
  readonly answers: number;
  readonly correct: number;
  readonly correctAtFirst: number;
  readonly tried: number;
  readonly streak: number;
  readonly days: readonly DayOfAnswers[];
}

const marks = { mastered: "✓", learning: "◐", new: "·" } as const;

/** A student's own record, for that student alone. */
export function progressReply(record: ProgressRecord): Reply {
  const { map, tried, correctAtFirst } = record;
  return reply({
    embed: {
      title: isComplete(record) ? `All ${count(record.exercises)} exercises mastered` : `${count(record.mastered)} of ${count(record.exercises)} exercises mastered`,
      description: [
        ...(record.reminderEnded ? [endedNote, ""] : []),
        dueWords(record),
        ...(tried > 0 ? [`Right at the first try: ${count(correctAtFirst)} of ${count(tried)} (${share(correctAtFirst / tried)})`] : []),
        streakWords(record),
        "",
        ...map.map(({ section, title, standing, isDue }) => `${marks[standing]} ${section} ${escaped(title)}${isDue ? " · **due**" : ""}`),
        "",
        "✓ mastered: right at the first try without a hint, on two variants on two days; ◐ learning; · new",
      ].join("\n"),
      color: 0x009e73,
    },
    ...(record.answers > 0 ? { picture: progressBars(record.days) } : {}),
    nextSteps: [...practiseSteps(record), reminderStep(record.reminder)],
    audience: "asker",
    result: { record },
  });
}

/** In place of a question, where all that was begun comes back later and nothing is new. */
export const nothingDueReply = (record: NothingDue): Reply =>
  reply({
    embed: {
      title: isComplete(record) ? `All ${count(record.exercises)} exercises mastered` : "Nothing is due today",
      description: [laterWords(record), "What comes back just before it is forgotten stays longer than what is repeated at once."].join("\n\n"),
      color: 0x009e73,
    },
    nextSteps: [...practiseSteps({ ...record, today: [] }), { label: "My progress", command: "progress", options: {} }],
    audience: "asker",
    result: {},
  });

/** Below a question that is due: how much more is. */
export function dueNotes({ due, today: [first], exercises }: Pick<PracticePlan, "due" | "today" | "exercises">): readonly string[] {
  const isDue = exercises.some((planned) => planned.isDue && planned.exercise.id === first?.id);
  const more = due - (isDue ? 1 : 0);
  return more === 0 ? [] : [`*After it ${more === 1 ? "1 more is" : `${count(more)} more are`} due today.*`];
}

const isComplete = ({ mastered, exercises }: NothingDue): boolean => mastered === exercises;

function dueWords(record: ProgressRecord): string {
  const { due, today: [first] } = record;
  if (first === undefined) return laterWords(record);
  const next = `**${escaped(first.title)}**`;
  if (due === 0) return `Nothing is due; the next new one is ${next}.`;
  // What is due and was practised just before, or of its section, waits behind something new.
  return `**${counted(due, "exercise")} due today.** ${first.isDue ? `First ${next}.` : `Before, something new: ${next}.`}`;
}

const laterWords = ({ next }: NothingDue): string => (next === null ? "There is nothing to practise." : `Next comes **${escaped(next.title)}**, ${timestamp(next.dueAt)}.`);

function practiseSteps({ today: [first], next }: Pick<ProgressRecord, "today" | "next">): readonly NextStep[] {
  if (first !== undefined) return [{ label: "Practise", command: "practice", options: {}, style: "primary" }];
  return next === null ? [] : [{ label: "Practise it today", command: "practice", options: { exercise: next.id } }];
}

function streakWords({ streak, correct }: ProgressRecord): string {
  if (streak === 0) return correct === 0 ? "A right answer begins a streak of days." : "No right answer today or yesterday: the next one begins a new streak.";
  return `Streak: ${streak === 1 ? "1 day" : `${count(streak)} days`} in a row with a right answer`;
}

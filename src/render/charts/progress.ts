import { dateOf } from "../../calendar.ts";
import type { ChartSpec } from "../chart/chart-spec.ts";
import { count } from "../numbers.ts";
import type { Picture } from "../reply.ts";

/** One day's answers; the day counts from 1970-01-01. */
export interface DayOfAnswers {
  readonly day: number;
  readonly correct: number;
  readonly other: number;
}

/** The answers of two weeks, one bar per day. */
export function progressBars(days: readonly DayOfAnswers[]): Picture {
  return { filename: "progress.png", spec: progressSpec(days), description: progressWords(days) };
}

export function progressSpec(days: readonly DayOfAnswers[]): ChartSpec {
  const maxAnswers = Math.max(4, ...days.map(({ correct, other }) => correct + other));
  return {
    width: 800,
    height: 320,
    title: "Your answers of the last two weeks",
    panels: [
      {
        x: { label: "", format: "category", categories: days.map(({ day }, index) => (index % 3 === (days.length - 1) % 3 ? dayName(day) : "")) },
        y: { label: "Answers", format: "number", min: 0, max: maxAnswers },
        layers: [
          { type: "bars", label: "Right", role: "hedged", stack: "answers", values: days.map(({ correct }) => correct) },
          { type: "bars", label: "Not yet", role: "riskFree", stack: "answers", values: days.map(({ other }) => other) },
        ],
      },
    ],
  };
}

function progressWords(days: readonly DayOfAnswers[]): string {
  const active = days.filter(({ correct, other }) => correct + other > 0);
  if (active.length === 0) return "Bars of your answers a day over two weeks: there are none yet.";
  const descriptions = active.map(({ day, correct, other }) => `${dayName(day)}: ${count(correct)} right of ${count(correct + other)}`);
  return `Bars of your answers a day over two weeks. ${descriptions.join("; ")}.`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function dayName(day: number): string {
  const date = dateOf(day);
  return `${String(date.getUTCDate())} ${months[date.getUTCMonth()] ?? ""}`;
}

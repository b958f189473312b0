import { progressBars, type DayOfAnswers } from "../charts/progress.ts";
import { count, share } from "../numbers.ts";
import { escaped } from "../plain.ts";
import { reply, type Reply } from "../reply.ts";

export interface ProgressRecord {
  readonly exercises: readonly { readonly title: string; readonly skill: string; readonly answers: number; readonly solved: number }[];
  readonly answers: number;
  readonly correct: number;
  readonly correctAtFirst: number;
  readonly tried: number;
  readonly streak: number;
  readonly days: readonly DayOfAnswers[];
  readonly next: { readonly id: string; readonly title: string; readonly skill: string };
}

/** A student's own record, for that student alone. */
export function progressReply(record: ProgressRecord): Reply {
  const { exercises, next, tried, correctAtFirst } = record;
  const solved = exercises.filter(({ solved: times }) => times > 0).length;
  return reply({
    embed: {
      title: `${count(solved)} of ${count(exercises.length)} exercises solved`,
      description: [
        ...(tried > 0 ? [`Right at the first try: ${count(correctAtFirst)} of ${count(tried)} (${share(correctAtFirst / tried)})`] : []),
        streakWords(record),
        "",
        ...exercises.map(({ title, solved: times, answers }) => `${times > 0 ? "✓" : answers > 0 ? "◐" : "·"} ${escaped(title)}${times > 1 ? ` ×${count(times)}` : ""}`),
        "",
        `**Next** ${escaped(next.title)}: ${escaped(next.skill)}`,
      ].join("\n"),
      color: 0x009e73,
    },
    ...(record.answers > 0 ? { picture: progressBars(record.days) } : {}),
    nextSteps: [{ label: "Practise it", command: "practice", options: { exercise: next.id }, style: "primary" }],
    audience: "asker",
    result: { record },
  });
}

function streakWords({ streak, correct }: ProgressRecord): string {
  if (streak === 0) return correct === 0 ? "A right answer begins a streak of days." : "No right answer today or yesterday: the next one begins a new streak.";
  return `Streak: ${streak === 1 ? "1 day" : `${count(streak)} days`} in a row with a right answer`;
}

import type { ItemStatistics } from "../../grading/item-statistics.ts";
import { csv } from "../../csv.ts";
import { count, counted, number, share } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import { noNumbers, reply, type Reply } from "../reply.ts";

const mostListed = 15;

/** How the checks of a course did as questions, newest first; for instructors alone. */
export function statisticsReply(items: readonly ItemStatistics[]): Reply {
  return reply({
    embed: {
      title: `Statistics: ${counted(items.length, "closed check")}`,
      description: [
        ...(items.length === 0 ? ["No check has closed yet."] : items.slice(0, mostListed).flatMap(itemLines)),
        ...(items.length > mostListed ? [`…and ${count(items.length - mostListed)} more, in the file.`] : []),
      ].join("\n"),
      color: 0x0072b2,
      footer: { text: "discrimination: correlation with the mark on the other checks, with its 95% interval; from 10 people on" },
    },
    ...(items.length === 0 ? {} : { files: [{ filename: "statistics.csv", parts: [csv(header, items.map(rowOf))], numbers: noNumbers, description: "Difficulty, discrimination, first tries and times of every closed check" }] }),
    audience: "asker",
    result: { items },
  });
}

function itemLines(item: ItemStatistics): readonly string[] {
  const { title, check, people, difficulty, firstTry, discrimination, firstAnswerAfter } = item;
  const head = `**${plain(title)}** \`${check}\``;
  if (people === 0) return [head, "nobody answered"];
  const parts = [
    counted(people, "person", "people"),
    ...(difficulty === null ? ["in words, not marked"] : [`mean mark ${share(difficulty)}`]),
    ...(firstTry === null ? [] : [`right at the first try ${share(firstTry)}`]),
    ...(discrimination === null ? [] : [`discrimination ${number(discrimination.value, 2)} (${number(discrimination.low, 2)} to ${number(discrimination.high, 2)})`]),
    ...(firstAnswerAfter === null ? [] : [`first answer after ${spanWords(firstAnswerAfter)}`]),
  ];
  return [head, parts.join(" · "), ...adviceOf(item)];
}

/** What to look at, where the whole interval says so. */
function adviceOf({ difficulty, discrimination, people }: ItemStatistics): readonly string[] {
  if (discrimination !== null && discrimination.high < 0) return ["⚠ Who does well elsewhere does worse here: look at its key and its words."];
  if (discrimination !== null && discrimination.high < 0.2) return ["⚠ It tells hardly anybody apart: look at its words, or ask for another number."];
  if (difficulty !== null && people >= 10 && difficulty < 0.2) return ["⚠ Hardly anybody has it right: look at its key, or teach it again."];
  return [];
}

/** The median of a time in words: "40 s", "6 min", "3 h", "2 days". */
function spanWords(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 90) return `${count(Math.round(seconds))} s`;
  if (seconds < 90 * 60) return `${count(Math.round(seconds / 60))} min`;
  if (seconds < 36 * 3600) return `${count(Math.round(seconds / 3600))} h`;
  return counted(Math.round(seconds / 86_400), "day");
}

const header = ["check", "title", "people", "mean_mark", "right_at_first_try", "discrimination", "discrimination_low", "discrimination_high", "discrimination_people", "first_answer_seconds"];

const rowOf = ({ check, title, people, difficulty, firstTry, discrimination, firstAnswerAfter }: ItemStatistics) => [
  check, title, people, difficulty, firstTry, discrimination?.value ?? null, discrimination?.low ?? null, discrimination?.high ?? null, discrimination?.people ?? null,
  firstAnswerAfter === null ? null : Math.round(firstAnswerAfter / 1000),
];

/** A mistake of the course, in words, with the entry that addresses it. */
interface ShownMisconception {
  /** Completes "if …". */
  readonly words: string;
  readonly people: number;
  readonly sections: readonly { readonly section: string; readonly people: number }[];
  readonly lesson: { readonly id: string; readonly name: string } | null;
}

export interface ShownMisconceptions {
  readonly people: number;
  readonly folded: number;
  /** By section of the chapter, in its order. */
  readonly chapters: readonly { readonly heading: string; readonly mistakes: readonly ShownMisconception[] }[];
}

const mostPerChapter = 6;
const mostButtons = 5;

/** What a course gets wrong, by section of the chapter, with the lesson that addresses each; for instructors alone. */
export function misconceptionsReply({ people, folded, chapters }: ShownMisconceptions): Reply {
  const all = chapters.flatMap(({ mistakes }) => mistakes).toSorted((a, b) => b.people - a.people);
  const lessons = [...new Map(all.flatMap(({ lesson }) => (lesson === null ? [] : [[lesson.id, lesson] as const]))).values()];
  return reply({
    embed: {
      title: "Misconceptions",
      description: [
        people === 0 ? "No mistake was recognised yet, in checks or in practice." : `${counted(people, "person has", "people have")} made a mistake that was recognised, in checks or in practice.`,
        ...chapters.flatMap(({ heading, mistakes }) => ["", `__${escaped(heading)}__`, ...mistakes.slice(0, mostPerChapter).map(mistakeLine), ...(mistakes.length > mostPerChapter ? [`…and ${count(mistakes.length - mostPerChapter)} more`] : [])]),
        ...(folded === 0 ? [] : ["", `${counted(folded, "further mistake was", "further mistakes were")} made by fewer than 5 people each.`]),
      ].join("\n"),
      color: 0x0072b2,
      footer: { text: "people who made it at least once · groups of fewer than 5 people are folded" },
    },
    nextSteps: lessons.slice(0, mostButtons).map(({ id, name }) => ({ label: `Explain: ${name}`, command: "explain", options: { topic: id } })),
    audience: "asker",
    result: { people, folded },
  });
}

function mistakeLine({ words, people, sections, lesson }: ShownMisconception): string {
  const bySection = sections.length < 2 ? "" : ` (${sections.map(({ section, people: inSection }) => `${plain(section)} ${count(inSection)}`).join(", ")})`;
  return `- **${count(people)}**${bySection}: ${escaped(words)}${lesson === null ? "" : ` → \`/explain ${lesson.id}\``}`;
}

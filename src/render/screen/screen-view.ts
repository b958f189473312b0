import { count } from "../numbers.ts";
import type { AnswerBar } from "../../grading/answer-histogram.ts";
import { barName, type QuantityBars } from "../charts/answer-bars.ts";
import { escaped, plain } from "../plain.ts";
import type { Reply } from "../reply.ts";
import type { ShownCheck, ShownVote } from "../replies/check.ts";
import { unmarkedText } from "../terminal.ts";
import { wallWords } from "../wall-words.ts";

/** What a projector shows of one check: text without marks, times in epoch milliseconds. */
export type ScreenView =
  | {
      readonly kind: "open";
      readonly title: string;
      readonly question: string;
      readonly choices: readonly { readonly letter: string; readonly text: string }[];
      /** What to do now. */
      readonly stage: string;
      readonly answered: string;
      readonly closesAt: number | null;
    }
  | {
      /** Before it is in its channel: nothing of it but when. */
      readonly kind: "waiting";
      readonly title: string;
      readonly opens: string;
      readonly opensAt: number;
    }
  | {
      readonly kind: "results";
      readonly title: string;
      readonly lines: readonly string[];
      /** The picture's alternative text; null where there is none. */
      readonly picture: string | null;
      /** The class's answers, a group for each number that was asked for, in the place of a picture; empty where there are none. */
      readonly groups: readonly AnswerGroup[];
    };

/** Bars that the page draws itself, as wide as the screen is: what each answer was taken for stands beside its bar. */
export interface AnswerGroup {
  readonly label: string;
  readonly bars: readonly { readonly kind: AnswerBar["kind"]; readonly name: string; /** 0: folded, fewer than five. */ readonly people: number }[];
}

/** While it is open: the question, and how many have answered; nothing of what they answered. */
export function openScreen({ title, question, labels, vote = null, closesAt, answered = 0 }: ShownCheck): ScreenView {
  return {
    kind: "open",
    title: repeats(title, question) ? "The question" : titleText(title),
    question: question === null ? "Everybody has their own ticker and years: My question shows yours." : [unmarkedText(question), ...(vote?.choices ? [] : labels.map((label) => `• ${label}`))].join("\n"),
    choices: vote?.choices ?? [],
    stage: stageOf(vote),
    answered: vote?.stage === "discussion" ? "" : `${count(answered)} ${answered === 1 ? "has" : "have"} ${vote ? "voted" : "answered"}`,
    closesAt,
  };
}

/** Whether a title is the question's own first words, cut or not, as it is where nobody gave one. */
const repeats = (title: string, question: string | null): boolean => question !== null && question.replaceAll(/\s+/gu, " ").startsWith(title.replace(/…$/u, ""));

/** A list's mark as a dot, and no stars around what is set in italics. */
const shownLine = (line: string): string => line.replace(/^- /u, "• ").replaceAll(/(?<![\w*])\*(?=\S)([^*]+)(?<=\S)\*(?![\w*])/gu, "$1");

/** As the message has it, without the marks that keep it from being Markdown. */
const titleText = (title: string): string => unmarkedText(plain(title));

function stageOf(vote: ShownVote | null): string {
  if (vote === null) return "Answer in Discord";
  if (vote.stage === "discussion") return "Discuss: convince somebody who voted otherwise";
  if (vote.rounds === 1) return "Vote in Discord";
  return vote.stage === "first" ? "First vote: decide alone" : "Second vote: vote again";
}

/** A scheduled check's page, which comes alive by itself. */
export const waitingScreen = (opensAt: number, timeZone: string): ScreenView => ({ kind: "waiting", title: "The next check", opens: `Opens ${wallWords(opensAt, timeZone)}`, opensAt });

/** Once it has closed: what its class reads in the channel, times by the course's clocks. */
export function resultsScreen(title: string, { embeds, pictures, result }: Reply, timeZone: string): ScreenView {
  const [embed] = embeds;
  const groups = pictures.length === 0 ? [] : groupsOf(result["quantities"]);
  const text = unmarkedText((embed?.description ?? "").replaceAll(/<t:(-?\d+)(?::[a-zA-Z])?>/gu, (_, seconds: string) => wallWords(Number(seconds) * 1000, timeZone)));
  const lines = text.split("\n").filter((line) => line !== "").map(shownLine);
  return {
    kind: "results",
    title: titleText(title),
    // What stands beside the bars need not be read twice.
    lines: groups.length === 0 ? lines : withoutBars(lines, groups),
    picture: groups.length === 0 ? (pictures[0]?.description ?? null) : null,
    groups,
  };
}

/** Of a check's results; the votes' picture is drawn otherwise. */
function groupsOf(quantities: unknown): readonly AnswerGroup[] {
  if (!Array.isArray(quantities)) return [];
  return (quantities as readonly QuantityBars[]).map(({ label, bars, nameOf }) => ({ label: unmarkedText(escaped(label)), bars: bars.map((bar) => ({ kind: bar.kind, name: barName(bar, nameOf), people: bar.people })) }));
}

/** How many tried and got it right, in one line, and what follows the last group: its lines say what the bars do. */
function withoutBars(lines: readonly string[], groups: readonly AnswerGroup[]): readonly string[] {
  const labels = new Set(groups.map(({ label }) => label));
  const first = lines.findIndex((line) => labels.has(line));
  const rest = lines.slice(Math.max(0, first)).filter((line) => !line.startsWith("• ") && !labels.has(line));
  return [lines.slice(0, Math.max(0, first)).join(" · "), ...rest].filter((line) => line !== "");
}

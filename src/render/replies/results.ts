import type { UnmatchedGroup } from "../../grading/answer-histogram.ts";
import type { ResultsSummary } from "../../grading/results-summary.ts";
import { answerBars, barWords, isWorthDrawing, type QuantityBars } from "../charts/answer-bars.ts";
import { count, number, share } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import { timestamp } from "../timestamp.ts";
import { correctionLines, type ShownCorrection } from "./correction-words.ts";
import { reply, type NextStep, type Reply, type TextFile } from "../reply.ts";

export interface ShownResults {
  readonly check: string;
  readonly title: string;
  readonly summary: ResultsSummary;
  readonly quantities: readonly QuantityBars[];
  /** The solution or the keys; null where each student has their own. */
  readonly solution: string | null;
  /** Which keys the data would give otherwise today; null where none. It names keys. */
  readonly dataChange: string | null;
  /** What was corrected since it was posted; reasons as the class may read them. */
  readonly corrections: readonly ShownCorrection[];
  /** Why the class sees counts only: a student has more time, or another check on the same data is open; null where it sees all. */
  readonly waiting: WaitingResults | null;
}

/** `later`: marks too, and of what they wait for nothing may be said. `titles`: of the open checks that they wait for; none where it is another server's. */
export type WaitingResults = { readonly why: "more-time" } | { readonly why: "later"; readonly countsChoices: boolean } | { readonly why: "same-data"; readonly titles: readonly string[]; readonly until: number | null };

/** The results of a closed check for the class: no names, no group of fewer than five. */
export function classResultsReply(results: ShownResults): Reply {
  const { summary, quantities, solution } = results;
  return reply({
    embed: {
      title: `Results: ${plain(results.title)}`,
      description: [
        ...(results.waiting === null || results.waiting.why === "more-time" ? summaryLines(summary) : [triedLine(summary)]),
        ...(summary.tried === 0 ? [] : barLines(quantities, summary.tried)),
        ...(solution === null ? [] : ["", `**Solution** ${solution}`]),
        ...(results.corrections.length === 0 ? [] : ["", ...correctionLines(results.corrections, results.waiting === null)]),
        ...(results.dataChange === null || results.waiting !== null ? [] : ["", results.dataChange]),
        ...(results.waiting === null ? [] : ["", waitingWords(results.waiting)]),
      ].join("\n"),
      color: 0x0072b2,
      footer: { text: `check ${results.check} · first answers · groups of fewer than 5 people are folded` },
    },
    ...(summary.tried === 0 || !isWorthDrawing(quantities) ? {} : { picture: answerBars(results.title, quantities) }),
    ...(summary.tried === 0 ? {} : { nextSteps: [{ label: "My answer", command: "check mine", options: { check: results.check } }] }),
    result: { summary, quantities },
  });
}

/** In place of results that the class may not have any more: the check is open again, or a student has more time. It stays true when the check closes again, with a message of its own. */
export function takenBackReply({ id, title }: { readonly id: string; readonly title: string }, why: "open" | "waiting"): Reply {
  return reply({
    embed: {
      title: `Taken back: ${plain(title)}`,
      description: why === "open" ? "The check was opened again after this. The results that count are in a newer message, once it has closed." : "The model answer comes later.",
      color: 0xe69f00,
      footer: { text: `check ${id}` },
    },
    result: {},
  });
}

/** The same for the staff, with what is folded for the class, and the unrecognised answers. */
export function staffResultsReply(
  results: ShownResults,
  staff: { readonly folded: readonly QuantityBars[]; readonly unmatched: readonly (UnmatchedGroup & { readonly label: string })[]; readonly files: readonly TextFile[] },
  nextSteps: readonly NextStep[],
): Reply {
  const shared = classResultsReply(results);
  const [embed] = shared.embeds;
  const { folded, unmatched } = staff;
  return {
    ...shared,
    embeds: [
      {
        ...embed,
        description: [
          embed?.description ?? "",
          ...foldedLines(folded, results.summary.tried),
          ...(unmatched.length === 0 ? [] : ["", "**Not recognised**", ...unmatched.slice(0, 8).map(unmatchedLine)]),
        ].join("\n"),
      },
    ],
    files: staff.files,
    nextSteps,
    audience: "asker",
    result: { ...shared.result, folded, unmatched },
  };
}

function summaryLines({ tried, correct, keptMarks, correctAtFirst, firstTryRate, usedHints }: ResultsSummary): readonly string[] {
  if (tried === 0) return ["Nobody answered."];
  return [
    `**${count(tried)}** tried, **${count(correct)}** got it right${keptMarks === 0 ? "" : ` as corrected; **${count(keptMarks)}** more ${keptMarks === 1 ? "was" : "were"} right by an earlier key, and ${keptMarks === 1 ? "keeps" : "keep"} full marks`}`,
    `Right at the first try: ${count(correctAtFirst)}${firstTryRate === null ? "" : ` (${share(firstTryRate)})`}`,
    `Had a hint open when they answered: ${count(usedHints)}`,
  ];
}

const triedLine = ({ tried }: ResultsSummary): string => (tried === 0 ? "Nobody answered." : `**${count(tried)}** tried`);

/** What the class waits for; that somebody has more time is nobody's business. */
export function waitingWords(waiting: WaitingResults, what = "The marks, the picture and the solution"): string {
  if (waiting.why === "more-time") return "The picture and the solution come later.";
  if (waiting.why === "later") return `${what} come later.`;
  const { titles, until } = waiting;
  const names = titles.slice(0, namedChecks).map((title) => `**${plain(title)}**`);
  const further = titles.length - names.length;
  const all = further === 0 ? names : [...names, `${count(further)} more`];
  const others = all.length === 0 ? "a check on the same data that is open elsewhere closes" : all.length === 1 ? `the check ${all[0] ?? ""} on the same data closes` : `the checks ${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""} on the same data have closed`;
  return `${what} come when ${others}${until === null ? "" : `, ${timestamp(until)}`}.`;
}

/** So many of them are named. */
const namedChecks = 3;

function barLines(quantities: readonly QuantityBars[], tried: number): readonly string[] {
  return quantities.flatMap(({ label, bars, nameOf }) => ["", `__${escaped(label)}__`, ...bars.map((bar) => `- ${escaped(barWords(bar, nameOf, tried))}`)]);
}

/** "β: you give R² 3 people (7.5%, 0.358 × the key)". */
function foldedLines(folded: readonly QuantityBars[], tried: number): readonly string[] {
  const lines = folded.flatMap(({ label, bars, nameOf }) => bars.map((bar) => `- ${escaped(label)}: ${escaped(barWords(bar, nameOf, tried))}`));
  return lines.length === 0 ? [] : ["", "**Folded for the class**", ...lines.slice(0, 12), ...(lines.length > 12 ? [`…and ${count(lines.length - 12)} more`] : [])];
}

/** "9 at 1.414 × the key". */
function unmatchedLine({ label, answers, ratio, value }: UnmatchedGroup & { readonly label: string }): string {
  const where = ratio === null ? `${number(value ?? Number.NaN)} where the key is 0` : `${number(ratio)} × the key`;
  return `- ${escaped(label)}: ${count(answers)} at ${where}`;
}

/** How an open question went: how many wrote, and the model answer where it is revealed. */
export function openResultsReply(
  results: { readonly check: string; readonly title: string; readonly answers: number; readonly modelAnswer: string | null },
  extra: { readonly files: readonly TextFile[]; readonly audience: Reply["audience"]; readonly nextSteps: readonly NextStep[] },
): Reply {
  const { answers, modelAnswer } = results;
  return reply({
    embed: {
      title: `${modelAnswer === null ? "Closed" : "Model answer"}: ${plain(results.title)}`,
      description: [
        answers === 1 ? "1 person wrote an answer." : `${count(answers)} people wrote an answer.`,
        ...(modelAnswer === null ? [] : [escaped(modelAnswer)]),
      ].join("\n\n"),
      color: 0x0072b2,
      footer: { text: `check ${results.check}` },
    },
    ...extra,
    result: {},
  });
}

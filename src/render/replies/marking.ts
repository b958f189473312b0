import type { ReadForm } from "../../exercises/answer/read-answer.ts";
import type { MarkedPart } from "../../exercises/marking/marked-part.ts";
import type { Marking } from "../../exercises/marking/mark-submission.ts";
import type { Quantity } from "../../exercises/quantities/quantity.ts";
import { readBackWords, toleranceWords } from "../exercise-words.ts";
import { asTyped, count } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { stateOf, whenOver, type ShownOpenCheck } from "./exercise.ts";
import { unreadableAnswerWords } from "../problems/unreadable-answer.ts";

/** The words of an exercise, its variant's names in them. */
export interface MarkingWords {
  readonly label: (quantity: string) => string;
  readonly mistake: (id: string) => { readonly if: string; readonly next: string };
  readonly convention: (id: string) => string;
  readonly identity: (id: string, holds: boolean) => string;
  /** An instructor's own words to these mistakes; null where there are none. */
  readonly instructorMessage: (diagnoses: readonly string[]) => string | null;
}

export interface MarkedSubmission {
  readonly title: string;
  /** Null where everybody has the same one. */
  readonly variant: string | null;
  readonly quantities: readonly Quantity[];
  readonly marking: Marking;
  readonly attemptsLeft: number | null;
  /** Its author had been shown the solution of this variant. */
  readonly afterSolution: boolean;
  /** The share of a check's points that is stored for this answer; null in practice. */
  readonly counted: { readonly score: number; readonly best: number; readonly points: number } | null;
  /** The hint that this answer opened; null where it opened none. */
  readonly hint: string | null;
  /** What a right answer means for these data; null where nothing is said. */
  readonly meaning: string | null;
  /** What isn't said of it while a check is open, and until when; null where nothing is left out. */
  readonly withheld: string | null;
}

/** A marked form, for its student alone: the numbers read, their marks, and what to look at next. It has no key. */
export function markingReply(marked: MarkedSubmission, words: MarkingWords, nextSteps: readonly NextStep[]): Reply {
  const { marking, quantities, hint, meaning } = marked;
  const blocks = [
    ...marking.parts.map((part) => partBlock(part, marking, quantities, words)),
    ...jointMistakeLine(marking, words),
    ...marking.identities.map(({ id, holds }) => escaped(words.identity(id, holds))),
    ...(marking.repeats && marking.verdict !== "correct" ? ["You gave the same answer before: it cost no attempt."] : []),
    ...(marked.afterSolution ? ["After the solution or a worked example, this counts neither as right nor as wrong. Another variant shows whether it is clear now."] : []),
    ...countedLine(marked),
    ...(meaning === null ? [] : [`**What it means** ${escaped(meaning)}`]),
    ...(hint === null ? [] : [`**Hint** ${hint}`]),
    ...(marked.withheld === null ? [] : [marked.withheld]),
  ];
  return reply({
    embed: {
      title: `${marked.title}: ${headline(marking)}`,
      description: blocks.join("\n\n"),
      color: colours[marking.verdict],
      footer: { text: [...(marked.variant === null ? [] : [`variant ${marked.variant}`]), ...attempts(marked), toleranceWords(quantities)].filter((text) => text !== "").join(" · ") },
    },
    nextSteps,
    audience: "asker",
    result: { marking },
  });
}

const colours = { correct: 0x009e73, partial: 0xe69f00, incorrect: 0xd55e00 } as const;

/** What is stored is what is said: the parts' points. */
function headline({ verdict, parts, score }: Marking): string {
  if (verdict === "correct") return parts.length === 1 ? "right" : "all right";
  return score === 0 && parts.length === 1 ? "not yet" : `score ${asTyped(score * parts.length)} of ${count(parts.length)}`;
}

/**
 * That something is left out while a check is open, and until when: said of every answer that it could be left out of, or
 * the line would say that there was something to be named. Null where nothing is left out of such an answer.
 */
export function withheldWords({ what, ...open }: ShownOpenCheck & { readonly what: "all" | "of-other-series" }, { verdict }: Pick<Marking, "verdict">): string | null {
  if (verdict === "correct") return what === "all" ? `*${stateOf(open)}, and it asks about the same stock: what a right answer means is said here ${whenOver(open)}.*` : null;
  const left = what === "all" ? "and it asks about the same stock: what a wrong answer comes from is named here" : "and it asks about another stock: an answer that is another series' number is named as that";
  return `*${stateOf(open)}, ${left} ${whenOver(open)}.*`;
}

/** In a check's own points, where these are not the parts', a later attempt counts less, or an earlier one counts. */
function countedLine({ counted, marking: { score, parts } }: MarkedSubmission): readonly string[] {
  if (counted === null) return [];
  const inPoints = (share: number): string => asTyped(hundredths(share * counted.points));
  if (counted.best > counted.score + 1e-9) return [`This attempt makes ${inPoints(counted.score)} of ${asTyped(counted.points)} ${counted.points === 1 ? "point" : "points"}; your best, **${inPoints(counted.best)}**, counts.`];
  if (score === 0) return [];
  const isLess = counted.score < score - 1e-9;
  if (!isLess && counted.points === parts.length) return [];
  const points = `**${inPoints(counted.score)} of ${asTyped(counted.points)}** ${counted.points === 1 ? "point" : "points"}`;
  return [isLess ? `It counts ${points}: this attempt counts ${asTyped(hundredths((counted.score / score) * 100))}%.` : `It counts ${points}.`];
}

/** As a gradebook rounds. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

const attempts = ({ attemptsLeft, marking }: MarkedSubmission): readonly string[] =>
  attemptsLeft === null || marking.verdict === "correct" ? [] : [attemptsLeft === 1 ? "1 attempt left" : `${count(attemptsLeft)} attempts left`];

function partBlock(part: MarkedPart, { jointMistakes }: Marking, quantities: readonly Quantity[], words: MarkingWords): string {
  const quantity = quantities.find(({ id }) => id === part.quantity);
  const echo = part.read === null || quantity === undefined ? "left blank" : readBackWords(part.read, quantity, part.value);
  const instructorMessage = words.instructorMessage(part.diagnoses);
  return [
    `${verdictMarks[part.verdict]} **${escaped(words.label(part.quantity))}**`,
    `${echo}${part.read === null ? "." : `: ${verdictWords[part.verdict]}.`}`,
    ...(instructorMessage === null ? [] : [plain(instructorMessage, 300)]),
    ...partComments(part, jointMistakes[0]?.parts.includes(part.quantity) ?? false, words).map(escaped),
    ...(isOneDigit(part) ? ["One digit can't be told from a guess: give three or more."] : []),
  ].join("\n");
}

const verdictMarks: Readonly<Record<MarkedPart["verdict"], string>> = {
  correct: "✓",
  "alternative-convention": "✓",
  "error-carried-forward": "◐",
  "few-digits": "◐",
  slip: "◐",
  mistake: "✗",
  unmatched: "✗",
  "wrong-choice": "✗",
  blank: "–",
};

const verdictWords: Readonly<Record<MarkedPart["verdict"], string>> = {
  correct: "right",
  "alternative-convention": "right",
  "error-carried-forward": "method right, error carried forward",
  "few-digits": "right as far as it goes",
  slip: "nearly",
  mistake: "not yet",
  unmatched: "not yet",
  "wrong-choice": "not yet",
  blank: "",
};

/** Nothing is known of it. */
const isOneDigit = ({ verdict, read }: MarkedPart): boolean =>
  verdict === "unmatched" && read?.kind === "number" && read.digits === 1 && /^\D*0*\d\D*$/u.test(read.text.replace(/(?<=\d)[.,](?=\d)/u, ""));

function partComments({ verdict, diagnoses, alternatives, points }: MarkedPart, isJoint: boolean, words: MarkingWords): readonly string[] {
  switch (verdict) {
    case "alternative-convention":
      return diagnoses.map(words.convention);
    case "error-carried-forward":
      return [`It follows from your own ${diagnoses.map(words.label).join(" and ")}: fix that and this will be right too.`];
    case "few-digits":
      return ["Give three digits or more."];
    case "slip":
    case "mistake":
      return isJoint ? [] : mistakeWords(alternatives, words);
    case "correct":
      return points === 0 ? ["It can be guessed, so it counts once another part is right."] : [];
    case "unmatched":
    case "wrong-choice":
    case "blank":
      return [];
  }
}

/** Tentative: an answer can have a mistake's number for another reason. Mistakes with one number are all named. */
function mistakeWords(alternatives: MarkedPart["alternatives"], words: MarkingWords, subject = "This equals"): readonly string[] {
  const named = alternatives.map((mistakes) => mistakes.filter((id) => !id.startsWith("own-"))).filter((mistakes) => mistakes.length > 0);
  const [first] = named;
  if (first === undefined) return [];
  return [`${subject} what you get if ${named.map((mistakes) => allOf(mistakes, words)).join("; or if ")}. ${first.map((id) => words.mistake(id).next).join(" ")}`];
}

const allOf = (mistakes: readonly string[], words: MarkingWords): string => mistakes.map((id) => words.mistake(id).if).join(", and ");

/** Said once for all parts that it explains. */
function jointMistakeLine({ jointMistakes }: Marking, words: MarkingWords): readonly string[] {
  const [largest] = jointMistakes;
  if (largest === undefined) return [];
  const alternatives = jointMistakes.filter(({ parts: others }) => others.join() === largest.parts.join()).map(({ mistakes }) => mistakes);
  const labels = largest.parts.map((id) => `**${escaped(words.label(id))}**`);
  const listed = `${labels.slice(0, -1).join(", ")} and ${labels.at(-1) ?? ""}`;
  return [`${listed} have one cause. ${escaped(mistakeWords(alternatives, words, "They equal").join(" "))}`];
}

/** Nothing was marked, and nothing spent: what can't be read, and what could. */
export function unreadableReply(
  title: string,
  { answers, unreadable }: ReadForm,
  quantities: readonly Quantity[],
  label: (quantity: string) => string,
  nextSteps: readonly NextStep[],
): Reply {
  const faults = unreadable.map(({ quantity, problem }) => {
    const { cause, next } = unreadableAnswerWords(problem);
    return `**${escaped(label(quantity))}**\n${cause} ${next}`;
  });
  const readable = quantities.flatMap((quantity) => {
    const read = answers[quantity.id];
    return read === undefined ? [] : [`**${escaped(label(quantity.id))}**\n${readBackWords(read, quantity)}.`];
  });
  const isEmpty = faults.length === 0 && readable.length === 0;
  const empty = quantities.length === 1 ? "The field is empty. Write your answer into it; this cost no attempt." : `All ${count(quantities.length)} fields are empty. Fill in one or more; this cost no attempt.`;
  return reply({
    embed: { title: isEmpty ? `${title}: nothing was entered` : `${title}: I can't read that`, description: isEmpty ? empty : [...faults, ...readable].join("\n\n"), color: 0xe69f00 },
    nextSteps,
    audience: "asker",
    result: { unreadable },
  });
}

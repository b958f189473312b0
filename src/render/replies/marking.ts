import type { ReadForm } from "../../exercises/answer/read-answer.ts";
import type { MarkedPart } from "../../exercises/marking/marked-part.ts";
import type { Marking } from "../../exercises/marking/mark-submission.ts";
import type { Quantity } from "../../exercises/quantities/quantity.ts";
import { readBackWords, toleranceWords } from "../exercise-words.ts";
import { count } from "../numbers.ts";
import { escaped, plain } from "../plain.ts";
import { reply, type NextStep, type Reply } from "../reply.ts";
import { unreadableAnswerWords } from "../unreadable-answer.ts";

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
  readonly variant: string;
  readonly quantities: readonly Quantity[];
  readonly marking: Marking;
  readonly attemptsLeft: number | null;
  /** The hint that this answer opened; null where it opened none. */
  readonly hint: string | null;
}

/** A marked form, for its student alone: the numbers read, their marks, and what to look at next. It has no key. */
export function markingReply(marked: MarkedSubmission, words: MarkingWords, nextSteps: readonly NextStep[]): Reply {
  const { marking, quantities, hint } = marked;
  const blocks = [
    ...marking.parts.map((part) => partBlock(part, quantities, words)),
    ...jointMistakeLine(marking, words),
    ...marking.identities.map(({ id, holds }) => escaped(words.identity(id, holds))),
    ...(marking.repeats && marking.verdict !== "right" ? ["You gave the same answer before: it cost no attempt."] : []),
    ...(hint === null ? [] : [`**Hint** ${hint}`]),
  ];
  return reply({
    embed: {
      title: `${marked.title}: ${headline(marking)}`,
      description: blocks.join("\n\n"),
      color: colours[marking.verdict],
      footer: { text: [`variant ${marked.variant}`, ...attempts(marked), toleranceWords(quantities)].filter((text) => text !== "").join(" · ") },
    },
    nextSteps,
    audience: "asker",
    result: { marking },
  });
}

const colours = { right: 0x009e73, partly: 0xe69f00, wrong: 0xd55e00 } as const;

function headline({ verdict, parts }: Marking): string {
  if (verdict === "right") return parts.length === 1 ? "right" : "all right";
  const correctCount = parts.filter((part) => part.verdict === "right" || part.verdict === "convention").length;
  return parts.length === 1 ? "not yet" : `${count(correctCount)} of ${count(parts.length)} right`;
}

const attempts = ({ attemptsLeft, marking }: MarkedSubmission): readonly string[] =>
  attemptsLeft === null || marking.verdict === "right" ? [] : [attemptsLeft === 1 ? "1 attempt left" : `${count(attemptsLeft)} attempts left`];

function partBlock(part: MarkedPart, quantities: readonly Quantity[], words: MarkingWords): string {
  const quantity = quantities.find(({ id }) => id === part.quantity);
  const echo = part.read === null || quantity === undefined ? "left blank" : readBackWords(part.read, quantity);
  const instructorMessage = words.instructorMessage(part.diagnoses);
  return [
    `${verdictMarks[part.verdict]} **${escaped(words.label(part.quantity))}**`,
    `${echo}${part.read === null ? "." : `: ${verdictWords[part.verdict]}.`}`,
    ...(instructorMessage === null ? [] : [plain(instructorMessage, 300)]),
    ...partComments(part, words).map(escaped),
  ].join("\n");
}

const verdictMarks: Readonly<Record<MarkedPart["verdict"], string>> = {
  right: "✓",
  convention: "✓",
  inherited: "◐",
  "few-digits": "◐",
  slip: "◐",
  misconception: "✗",
  unmatched: "✗",
  "wrong-choice": "✗",
  blank: "–",
};

const verdictWords: Readonly<Record<MarkedPart["verdict"], string>> = {
  right: "right",
  convention: "right",
  inherited: "method right, number inherited",
  "few-digits": "right as far as it goes",
  slip: "nearly",
  misconception: "not yet",
  unmatched: "not yet",
  "wrong-choice": "not yet",
  blank: "",
};

function partComments({ verdict, diagnoses }: MarkedPart, words: MarkingWords): readonly string[] {
  switch (verdict) {
    case "convention":
      return diagnoses.map(words.convention);
    case "inherited":
      return [`It follows from your own ${diagnoses.map(words.label).join(" and ")}: fix that and this will be right too.`];
    case "few-digits":
      return ["Give three digits or more."];
    case "slip":
    case "misconception":
      return mistakeWords(diagnoses.filter((id) => !id.startsWith("own-")), words);
    case "right":
    case "unmatched":
    case "wrong-choice":
    case "blank":
      return [];
  }
}

/** Tentative: an answer can have a mistake's number for another reason. Mistakes with one number are all named. */
function mistakeWords(ids: readonly string[], words: MarkingWords): readonly string[] {
  const [first, ...others] = ids.map(words.mistake);
  if (first === undefined) return [];
  if (others.length === 0) return [`This equals what you get if ${first.if}. ${first.next}`];
  return [`This equals what you get if ${[first, ...others].map((mistake) => mistake.if).join("; or if ")}. ${first.next}`];
}

function jointMistakeLine({ jointMistakes: explanations }: Marking, words: MarkingWords): readonly string[] {
  const [largest] = explanations;
  if (largest === undefined) return [];
  const labels = largest.parts.map((id) => `**${escaped(words.label(id))}**`).join(" and ");
  return [`One thing would explain ${labels} together: that ${escaped(words.mistake(largest.mistake).if)}.`];
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
  return reply({
    embed: { title: `${title}: I can't read that`, description: [...faults, ...readable].join("\n\n"), color: 0xe69f00 },
    nextSteps,
    audience: "asker",
    result: { unreadable },
  });
}

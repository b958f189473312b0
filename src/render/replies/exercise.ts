import { escaped } from "../plain.ts";
import { count } from "../numbers.ts";
import { reply, type Form, type FormField, type NextStep, type Reply } from "../reply.ts";
import { placeholderOf, toleranceWords } from "../exercise-words.ts";
import type { ChoiceQuantity, Quantity } from "../../exercises/quantities/quantity.ts";
import { capitalized } from "../capitalized.ts";
import { timestamp } from "../timestamp.ts";

interface QuestionView {
  readonly title: string;
  readonly question: string;
  readonly quantities: readonly Quantity[];
  readonly label: (quantity: string) => string;
  /** Null where everybody has the same one. */
  readonly variant: string | null;
}

/** A question for one student: the text, the quantities, the tolerance. */
export function questionReply(
  view: QuestionView,
  notes: readonly string[],
  nextSteps: readonly NextStep[],
  result: Readonly<Record<string, unknown>> = {},
): Reply {
  const labels = view.quantities.map(({ id }) => `- ${escaped(view.label(id))}`);
  return reply({
    embed: {
      title: view.title,
      description: [view.question, labels.join("\n"), ...notes].filter((text) => text !== "").join("\n\n"),
      color: blue,
      footer: { text: [...(view.variant === null ? [] : [`variant ${view.variant}`]), toleranceWords(view.quantities)].filter((text) => text !== "").join(" · ") },
    },
    nextSteps,
    audience: "asker",
    result,
  });
}

/** The question above one field a quantity, with what was typed before; the options are `answer1`, `answer2`, … of the command that it submits to. */
export function answerForm(
  { title, question, quantities, label, variant }: QuestionView,
  typed: Readonly<Record<string, string>>,
  submit: Form["submit"],
): Form {
  return {
    kind: "form",
    title,
    text: variant === null ? question : `${question}\n-# variant ${variant}`,
    fields: quantities.map((quantity, index) => ({
      option: `answer${String(index + 1)}`,
      label: label(quantity.id),
      placeholder: placeholderOf(quantity),
      ...(quantity.kind === "choice" ? choicesOf(quantity, typed[quantity.id]) : valueOf(typed[quantity.id])),
      required: quantities.length === 1,
      maxLength: fieldLength,
    })),
    submit,
    result: {},
  };
}

/** A question with few answers is tapped, not typed. What was typed in a message, or in an earlier form, is chosen at first. */
function choicesOf({ choices }: ChoiceQuantity, typed = ""): Pick<FormField, "choices" | "value"> {
  const text = typed.trim().toLowerCase();
  const chosen = choices.find(({ id, words }) => id === text || words.includes(text));
  return {
    choices: choices.map(({ id, words }) => ({ value: id, label: capitalized(words[0] ?? id) })),
    ...(chosen === undefined ? {} : { value: chosen.id }),
  };
}

/** A text longer than its field, which an earlier form could hold, is left out. */
const valueOf = (text: string | undefined): { readonly value?: string } => (text === undefined || text.length > fieldLength ? {} : { value: text });

const fieldLength = 120;

/** The hint levels that are open, the newest last. */
export function hintReply(
  { title, part, hints, of: total }: { readonly title: string; readonly part: string | null; readonly hints: readonly string[]; readonly of: number },
  nextSteps: readonly NextStep[],
): Reply {
  return reply({
    embed: {
      title: `${title}: hint ${count(hints.length)} of ${count(total)}`,
      description: [...(part === null ? [] : [`For **${escaped(part)}**:`]), ...hints.map((hint, index) => `**${count(index + 1)}.** ${hint}`)].join("\n\n"),
      color: blue,
    },
    nextSteps,
    audience: "asker",
    result: { hints },
  });
}

/** The solution of one's own variant. */
export function workedReply(
  worked: { readonly title: string; readonly question: string; readonly solution: string; readonly note: string; readonly variant: string },
  nextSteps: readonly NextStep[],
  result: Readonly<Record<string, unknown>>,
): Reply {
  return reply({
    embed: {
      title: worked.title,
      description: [worked.question, `**Solution** ${worked.solution}`, worked.note].filter((text) => text !== "").join("\n\n"),
      color: blue,
      footer: { text: `variant ${worked.variant}` },
    },
    nextSteps,
    audience: "asker",
    result,
  });
}

/** Instead of an answer that would print an open check's key. */
export function hiddenKeyReply(
  { hint, by, ...open }: ShownOpenCheck & { readonly by: "rows" | "stock" | "words"; readonly hint: string | null },
  nextSteps: readonly NextStep[],
): Reply {
  return reply({
    embed: {
      title: "That is being asked just now",
      description: [
        `${stateOf(open)}, and ${tellsWords[by]} ${whenOver(open, "the check")}${by === "rows" ? "; other stocks and short windows are answered meanwhile" : ""}.`,
        ...(hint === null ? [] : [`**Hint** ${hint}`]),
      ].join("\n\n"),
      color: 0xe69f00,
    },
    nextSteps,
    audience: "asker",
    result: {},
  });
}

/** Above an instructor's own reply, while a check is open. */
export const keptPrivateWords = (title: string): string => `For you alone: it would give away the key of “${escaped(title)}”, which is open. Once that has closed, such replies are for everybody again.`;

const tellsWords = {
  rows: "this answer rests on the stock and on a fifth or more of the days that it asks about: its key could be worked out from it. It comes back",
  stock: "this answer is about the stock that it asks about: its key could be worked out from it. It comes back",
  words: "these words hold a number that it asks for. They come back",
} as const;

/** What is left of an answer whose figures would give away an open check's key, and when they come back. */
export function figuresLeftOutReply(withoutFigures: Reply, open: ShownOpenCheck): Reply {
  const [first, ...others] = withoutFigures.embeds;
  const note = open.isLate
    ? `*${stateOf(open)}: the numbers come back ${whenOver(open)}.*`
    : `*The numbers are left out while the check **${escaped(open.title)}** is open; they come back ${whenOver(open)}.*`;
  return { ...withoutFigures, embeds: [{ ...first, description: `${first?.description ?? ""}\n\n${note}` }, ...others] };
}

/** Instead of practice on the data of an open check. */
export function practiceWaitsReply(
  { title, check, ...open }: Omit<ShownOpenCheck, "title"> & { readonly title: string; readonly check: string },
  nextSteps: readonly NextStep[],
): Reply {
  return reply({
    embed: {
      title: `${title}: after it closes`,
      description: open.isLate
        ? `${stateOf({ title: check, ...open })}, and it asks about the same data. You can practise on them ${whenOver(open)}.`
        : `The check **${escaped(check)}** asks about the same data and is open. You can practise on them ${whenOver(open)}.`,
      color: 0xe69f00,
    },
    nextSteps,
    audience: "asker",
    result: {},
  });
}

const blue = 0x0072b2;

/** An open check as those are told of it whom it keeps from a reply. */
export interface ShownOpenCheck {
  readonly title: string;
  /** The class's own time is over, and a student has more. */
  readonly isLate: boolean;
  /** Epoch milliseconds; null: until it is closed by hand. */
  readonly until: number | null;
}

export const stateOf = ({ title, isLate }: ShownOpenCheck): string =>
  isLate ? `The check **${escaped(title)}** has closed, its key stays hidden for some time` : `The check **${escaped(title)}** is open`;

export const whenOver = ({ isLate, until }: Pick<ShownOpenCheck, "isLate" | "until">, check = "it"): string =>
  `${isLate ? "later" : `when ${check} closes`}${until === null ? "" : `, ${timestamp(until)}`}`;

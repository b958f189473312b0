import type { Unit } from "../../figures/figure.ts";
import { figureText } from "../figure-text.ts";
import { count } from "../numbers.ts";
import { escaped } from "../plain.ts";
import { reply, type Form, type NextStep, type Reply } from "../reply.ts";

/** One step as it is shown: what is done, and what it comes to; null where that is left blank. */
export interface ShownStep {
  readonly work: string;
  readonly value: string | null;
}

interface ShownExample {
  readonly title: string;
  readonly question: string;
  readonly steps: readonly ShownStep[];
  readonly variant: string;
}

/** A worked example on other data, or the same with its last steps left to the reader. */
export function exampleReply({ title, question, steps, variant }: ShownExample, nextSteps: readonly NextStep[], result: Readonly<Record<string, unknown>>): Reply {
  const blanks = steps.filter(({ value }) => value === null).length;
  return reply({
    embed: {
      title: `${title}: ${blanks === 0 ? "a worked example" : blanks === 1 ? "the last step is yours" : `the last ${count(blanks)} steps are yours`}`,
      description: [question, stepLines(steps), blanks === 0 ? "" : "Work out what is blank from the numbers above it. Nothing of it counts."].filter((text) => text !== "").join("\n\n"),
      color: blue,
      footer: { text: `other data than yours · ${variant}` },
    },
    nextSteps,
    audience: "asker",
    result,
  });
}

const stepLines = (steps: readonly ShownStep[]): string =>
  steps.map(({ work, value }, index) => `**${count(index + 1)}.** ${work} = ${value === null ? escaped("____") : `**${value}**`}`).join("\n");

/** One field for each blank. */
export function blanksForm({ title, question, steps }: Omit<ShownExample, "variant">, submit: Form["submit"]): Form {
  const open = steps.flatMap(({ value }, index) => (value === null ? [index + 1] : []));
  return {
    kind: "form",
    title,
    text: `${question}\n\n${stepLines(steps)}`,
    fields: open.map((number, place) => ({ option: `answer${String(place + 1)}`, label: `Step ${count(number)}`, required: open.length === 1, maxLength: 120 })),
    submit,
    result: {},
  };
}

/** What became of a blank: how it was read, null where it was not, and the number that belongs there. */
export interface FilledBlank {
  readonly step: number;
  readonly text: string;
  readonly read: number | null;
  readonly fits: boolean;
  readonly value: number;
  readonly unit: Unit;
  readonly work: string;
}

export function filledReply(title: string, blanks: readonly FilledBlank[], nextSteps: readonly NextStep[], result: Readonly<Record<string, unknown>>): Reply {
  const fitting = blanks.filter(({ fits }) => fits).length;
  return reply({
    embed: {
      title: `${title}: ${fitting === blanks.length ? (blanks.length === 1 ? "right" : "all right") : `${count(fitting)} of ${count(blanks.length)} right`}`,
      description: blanks.map(blankLine).join("\n\n"),
      color: fitting === blanks.length ? 0x009e73 : 0xe69f00,
    },
    nextSteps,
    audience: "asker",
    result,
  });
}

function blankLine({ step, text, read, fits, value, unit, work }: FilledBlank): string {
  const known = `${work} = **${figureText(value, unit)}**`;
  if (fits) return `✓ **Step ${count(step)}** ${known}`;
  const typed = text.trim() === "" ? "left blank" : read === null ? `I found no number in “${escaped(text)}”` : `I read ${figureText(read, unit)}`;
  return `✗ **Step ${count(step)}** ${typed}. ${known}`;
}

/** Asks for the reason of a step; each choice is a button. */
export function whyReply(title: string, ask: string, choices: readonly string[], nextSteps: readonly NextStep[]): Reply {
  return reply({
    embed: { title: `${title}: why?`, description: [`**${escaped(ask)}**`, ...choices.map((choice, index) => `**${letterOf(index)}** ${escaped(choice)}`)].join("\n\n"), color: blue },
    nextSteps,
    audience: "asker",
    result: {},
  });
}

export const letterOf = (index: number): string => String.fromCharCode("A".charCodeAt(0) + index);

export const whyAnsweredReply = (title: string, { ask, right, chosen }: { readonly ask: string; readonly right: string; readonly chosen: string }, nextSteps: readonly NextStep[]): Reply =>
  reply({
    embed: {
      title: `${title}: ${chosen === right ? "that is why" : "not quite"}`,
      description: [`**${escaped(ask)}**`, ...(chosen === right ? [] : [`✗ ${escaped(chosen)}`]), `✓ ${escaped(right)}`].join("\n\n"),
      color: chosen === right ? 0x009e73 : 0xe69f00,
    },
    nextSteps,
    audience: "asker",
    result: {},
  });

const blue = 0x0072b2;

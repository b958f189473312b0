import type { NextStep } from "../render/reply.ts";
import type { AppContext } from "./app-context.ts";
import type { Command } from "./command.ts";
import type { RawOption } from "./options/option.ts";
import { placeWords } from "./place-words.ts";
import { textsOf } from "./texts-of.ts";

/**
 * The buttons under a refusal whose calls can be read: each option takes its text, or each word of it has an option that
 * takes it and then stands there, so that a button holds no "on" of `model:on from:"SPY 2008"`. The others would send what
 * was typed to where it can't be: `budget:$2 factor:per` of "$2 million per year". Where a text holds a second misspelt
 * name, that one's nearest stands in its place too.
 */
export const runnableSteps = (steps: readonly NextStep[], commands: readonly Command[], context: AppContext): readonly NextStep[] =>
  steps.flatMap((step) => {
    const options = commands.find(({ name }) => name === step.command)?.options;
    if (options === undefined) return [];
    return readable(step, options, context) ?? readable(respelled(step, options, context), options, context) ?? [];
  });

type Options = Command["options"];

/** The step with each word at the option that takes it; null where some have none. */
function readable(step: NextStep | null, known: Options, context: AppContext): readonly [NextStep] | null {
  if (step === null) return null;
  const readsAll = (raw: Readonly<Record<string, RawOption>>): boolean => Object.entries(raw).every(([name, value]) => known[name]?.read(value, name, context).ok === true);
  if (readsAll(step.options)) return [step];
  const placement = placeWords(known, step.options, context);
  if (!("placed" in placement) || !readsAll(placement.placed)) return null;
  return [{ ...step, options: textsOf(placement.placed) }];
}

const mostNames = 4;

/** With the nearest names in place of unknown ones in its required list of series; null where one has none. */
function respelled(step: NextStep, known: Options, context: AppContext): NextStep | null {
  const name = Object.keys(known).find((option) => known[option]?.required === true && (known[option].series?.max ?? 1) > 1);
  if (name === undefined) return null;
  let text = step.options[name] ?? "";
  for (let count = 0; count < mostNames; count++) {
    const read = known[name]?.read(text, name, context);
    if (read === undefined || read.ok) break;
    const { problem } = read;
    const [nearest] = problem.kind === "unknown-series" ? problem.nearest : [];
    if (nearest === undefined || problem.kind !== "unknown-series" || !text.includes(problem.asked)) return null;
    text = text.replace(problem.asked, nearest);
  }
  return { ...step, label: text, options: { ...step.options, [name]: text } };
}

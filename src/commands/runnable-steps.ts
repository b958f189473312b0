import type { NextStep } from "../render/reply.ts";
import type { AppContext } from "./app-context.ts";
import type { Command } from "./command.ts";
import type { RawOption } from "./options/option.ts";
import { placeWords } from "./place-words.ts";

/**
 * The buttons under a refusal whose calls can be read: each option takes its text, or each word of it has an option that
 * takes it. The others would send what was typed to where it can't be: `budget:$2 factor:per` of "$2 million per year".
 * Where a text holds a second misspelt name, that one's nearest stands in its place too.
 */
export const runnableSteps = (steps: readonly NextStep[], commands: readonly Command[], context: AppContext): readonly NextStep[] =>
  steps.flatMap((step) => {
    const options = commands.find(({ name }) => name === step.command)?.options;
    if (options === undefined) return [];
    if (isReadable(step, options, context)) return [step];
    const spelled = respelled(step, options, context);
    return spelled !== null && isReadable(spelled, options, context) ? [spelled] : [];
  });

type Options = Command["options"];

function isReadable({ options }: NextStep, known: Options, context: AppContext): boolean {
  const readsAll = (raw: Readonly<Record<string, RawOption>>): boolean => Object.entries(raw).every(([name, value]) => known[name]?.read(value, name, context).ok === true);
  const placement = readsAll(options) ? null : placeWords(known, options, context);
  return placement === null || ("placed" in placement && readsAll(placement.placed));
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

import { chosenReadings, type ChosenReadings } from "../asking/chosen-reading.ts";
import type { Understanding } from "../asking/understanding.ts";
import type { Datasets } from "../datasets/datasets.ts";
import type { ReadingMenu } from "../hosted/reading-menu.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { knowledgeOf } from "./read-question.ts";

interface Chooser {
  readonly readings: ChosenReadings;
  readonly menu: ReadingMenu;
}

const choosers = new WeakMap<Datasets, Chooser>();

/** Made at the first question that is sent, for what is loaded. */
function chooserOf(context: AppContext): Chooser {
  const cached = choosers.get(context.datasets);
  if (cached) return cached;
  const readings = chosenReadings(knowledgeOf(context));
  const { commands, entries, assets } = readings.choosable;
  // Whatever questions are read as: only what everybody may use, and what adds to no record.
  const open = context.commandList.filter(({ name, audience, adds }) => commands.includes(name) && audience === "everyone" && !adds);
  const chooser = { readings, menu: { commands: open.map(({ name, description }) => ({ name, about: description })), entries, assets } };
  choosers.set(context.datasets, chooser);
  return chooser;
}

/**
 * An unsure understanding with what the hosted model chose, where the host has one. `askedOf` is the machine that the
 * question was sent to; null where it did not leave this one. A model that fails, refuses or chooses nothing changes nothing.
 */
export async function withModelChoice(understanding: Understanding, question: string, context: AppContext & Caller): Promise<{ readonly understanding: Understanding; readonly askedOf: string | null }> {
  const { hostedModel } = context;
  if (hostedModel === null || understanding.kind !== "unsure") return { understanding, askedOf: null };
  const { readings, menu } = chooserOf(context);
  if (!readings.isAskable(question, understanding)) return { understanding, askedOf: null };
  const result = await hostedModel.choose(question, menu, context.asker.id);
  return {
    understanding: result.kind === "chosen" ? readings.withChoice(question, understanding, result.choice) : understanding,
    askedOf: result.kind === "not-asked" ? null : hostedModel.host,
  };
}

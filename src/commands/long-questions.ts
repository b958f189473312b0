import { boundedCache } from "../bounded-cache.ts";
import { customId } from "../render/custom-id.ts";
import type { NextStep } from "../render/reply.ts";
import type { Caller } from "./app-context.ts";

/** So long a question waits for its button; so many are held per process, and the oldest goes first. */
const minutesKept = 10;
const mostQuestions = 1_000;

const kept = boundedCache<{ readonly text: string; readonly at: number }>(mostQuestions, () => 1);

/**
 * A button of the question to the staff with the text so far. A button holds a hundred characters: a longer text stays in
 * memory, and the button names the interaction that brought it. Losing it costs typing it again.
 */
export function questionStep(step: Pick<NextStep, "label" | "command" | "style">, text: string, { asker, id }: Caller, now: number): NextStep {
  const withText = { ...step, options: { text } };
  if (text === "" || customId(withText) !== null) return withText;
  kept.set(keyOf(asker.id, id), { text, at: now });
  return { ...step, options: { asked: id } };
}

/** The question behind a button, for the person who asked it alone; null where it is no longer known. */
export function keptQuestion(asked: string, { asker }: Pick<Caller, "asker">, now: number): string | null {
  const question = kept.get(keyOf(asker.id, asked));
  return question !== undefined && now - question.at <= minutesKept * 60_000 ? question.text : null;
}

const keyOf = (person: string, interaction: string): string => `${person} ${interaction}`;

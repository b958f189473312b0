import { setImmediate as nextTurn } from "node:timers/promises";
import { answer } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { AppContext } from "../commands/app-context.ts";
import { forgetReplies } from "../commands/cached-command.ts";
import { collectGarbage, letHeapGrow, optimizeForSize } from "../runtime-tuning.ts";

const noCaller = { asker: { id: "", name: "", roleIds: [], managesServer: false }, place: { guildId: null, channelId: null }, id: "" } as const;

/**
 * Answers the commands that the glossary's entries link to, one per turn of the event loop: a first answer takes up to fifty
 * times as long as the next, and no student should have to wait for it.
 */
export async function warmUp(commands: readonly Command[], context: AppContext): Promise<void> {
  const typedCommands = new Set([...commands.flatMap(({ warmUp }) => warmUp ?? []), ...context.lessons.all.flatMap((lesson) => lesson.commands)]);
  for (const typed of typedCommands) {
    const call = context.parse(typed);
    await nextTurn();
    if (call.ok && isWarmedUp(commands.find(({ name }) => name === call.value.command))) await answer({ ...call.value, ...noCaller }, commands, context);
  }
  // Nobody asked for these replies; what they leave is a thread that is quick at them.
  forgetReplies(context.datasets);
  letHeapGrow(25);
  // What all this left behind would otherwise lie there until the first busy minute.
  await nextTurn();
  collectGarbage();
}

/** How long others have the thread after each variant that is worked out ahead: all of them take some four seconds of it. */
const variantPauseMs = 100;

/** Works out the exercises' variants before anybody practises, in small steps beside what is being answered. */
export async function prepareVariants({ exercises, variantCache }: Pick<AppContext, "exercises" | "variantCache">): Promise<void> {
  try {
    for (const exercise of exercises.all) await variantCache.prepare(exercise, variantPauseMs);
  } finally {
    // The first lets go of what nobody holds, the second gives the pages of it back.
    collectGarbage();
    collectGarbage();
    optimizeForSize(false);
    letHeapGrow(100);
  }
}

/** The others would read series from the disk that nobody wants yet, or are quick anyway. */
const isWarmedUp = (command: Command | undefined): boolean => command !== undefined && (command.cached || command.warmUp !== null);

import { setImmediate as nextTurn } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { answer } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { AppContext } from "../commands/app-context.ts";
import { collectGarbage } from "../render/chart/collect-garbage.ts";

const noCaller = { asker: { id: "", name: "", roleIds: [], managesServer: false }, place: { guildId: null, channelId: null }, id: "" } as const;

/**
 * Asks what the glossary's entries lead to, one question per turn of the event loop: a first answer takes up to fifty
 * times as long as the next, and no student should be the first.
 */
export async function warmUp(commands: readonly Command[], context: AppContext): Promise<void> {
  const typedCommands = new Set([...commands.flatMap(({ warmUp }) => warmUp ?? []), ...context.lessons.all.flatMap((lesson) => lesson.commands)]);
  for (const typed of typedCommands) {
    const call = context.parse(typed);
    await nextTurn();
    if (call.ok && isWarmedUp(commands.find(({ name }) => name === call.value.command))) await answer({ ...call.value, ...noCaller }, commands, context);
  }
  // From here on the heap may double before it is marked anew. By itself the collector, having given back memory in a
  // quiet hour, marks twice a second in the rush that follows: up to 45 ms in which nobody is answered.
  setFlagsFromString("--heap-growing-percent=100");
  // What all this left behind would otherwise lie there until the first busy minute.
  await nextTurn();
  collectGarbage();
}

/** The others would read series from the disk that nobody wants yet, or are quick anyway. */
const isWarmedUp = (command: Command | undefined): boolean => command !== undefined && (command.cached || command.warmUp !== null);

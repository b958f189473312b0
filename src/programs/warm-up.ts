import { setImmediate as nextTurn } from "node:timers/promises";
import { answer } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { AppContext } from "../commands/app-context.ts";
import { collectGarbage, letHeapDouble } from "../runtime-tuning.ts";

const noCaller = { asker: { id: "", name: "", roleIds: [], managesServer: false }, place: { guildId: null, channelId: null }, id: "" } as const;

/**
 * Answers the commands that the glossary's entries link to, one per turn of the event loop: a first answer takes up to
 * fifty times as long as the next, and no student should have to wait for it.
 */
export async function warmUp(commands: readonly Command[], context: AppContext): Promise<void> {
  const texts = new Set(["/ask what is beta?", "/explain beta", ...context.lessons.all.flatMap((lesson) => lesson.commands)]);
  // It would read the sample's stocks, whose numbers stay on the disk until a series is needed.
  texts.delete("/data list");
  for (const text of texts) {
    const call = context.parse(text);
    await nextTurn();
    if (call.ok) await answer({ ...call.value, ...noCaller }, commands, context);
  }
  letHeapDouble();
  // What all this left behind would otherwise lie there until the first busy minute.
  await nextTurn();
  collectGarbage();
}

import { setImmediate as nextTurn } from "node:timers/promises";
import { answer } from "./answer.ts";
import type { Command } from "./command.ts";
import type { World } from "./world.ts";

const nobody = { asker: { id: "", name: "", roleIds: [], managesServer: false }, place: { guildId: null, channelId: null }, id: "" } as const;

/**
 * Asks one question of each kind that the glossary's entries lead to, one a turn of the event loop: a first answer
 * takes up to fifty times as long as the next, and no student should be the first.
 */
export async function warmUp(commands: readonly Command[], world: World): Promise<void> {
  const typed = ["/explain beta", ...world.lessons.all.flatMap((lesson) => lesson.commands)];
  const calls = typed.flatMap((one) => {
    const call = world.parse(one);
    return call.ok ? [call.value] : [];
  });
  for (const call of new Map(calls.map((one) => [one.command, one])).values()) {
    await nextTurn();
    await answer({ ...call, ...nobody }, commands, world);
  }
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../../src/commands/index.ts";
import type { Command } from "../../src/commands/command.ts";
import type { World } from "../../src/commands/world.ts";
import { readConfig } from "../../src/config.ts";
import { startBot, type Bot } from "../../src/discord/client.ts";
import { openWorld } from "../../src/open-world.ts";
import { startPlayground, type Playground, type PlaygroundOptions } from "../../src/playground/start-playground.ts";
import { drawChart } from "../../src/render/chart/draw.ts";

export interface OpenCourse {
  readonly playground: Playground;
  readonly bot: Bot;
  readonly world: World;
  /** What the bot logged as errors. */
  readonly errors: readonly object[];
  close(): Promise<void>;
}

/** The real client with the real commands, logged in to a course server of its own. */
export async function openCourse(
  options: Partial<PlaygroundOptions> & { readonly extra?: readonly Command[] } = {},
): Promise<OpenCourse> {
  const folder = mkdtempSync(join(tmpdir(), "factor-ta-course-"));
  const world = openWorld(readConfig({ FACTOR_TA_LOCAL: folder }));
  const playground = await startPlayground({ port: 0, ...options });
  if (!world.ok || !playground.ok) throw new Error("the course server did not open");
  const errors: object[] = [];
  const bot = await startBot(
    { token: playground.value.token, restApi: playground.value.restApi, guildId: null },
    {
      commands: [...commands, ...(options.extra ?? [])],
      world: world.value,
      draw: (spec) => Promise.resolve(drawChart(spec)),
      log: { info: () => undefined, error: (facts) => void errors.push(facts) },
    },
  );
  return {
    playground: playground.value,
    bot,
    world: world.value,
    errors,
    async close() {
      await bot.close();
      await playground.value.close();
      await world.value.close();
      rmSync(folder, { recursive: true });
    },
  };
}

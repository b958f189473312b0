import { commands } from "../../src/commands/index.ts";
import type { Command } from "../../src/commands/command.ts";
import { loadDatasets } from "../../src/datasets/load-datasets.ts";
import { startBot, type Bot } from "../../src/discord/client.ts";
import { startPlayground, type Playground, type PlaygroundOptions } from "../../src/playground/start-playground.ts";
import { drawChart } from "../../src/render/chart/draw.ts";

export interface OpenCourse {
  readonly playground: Playground;
  readonly bot: Bot;
  /** What the bot logged as errors. */
  readonly errors: readonly object[];
  close(): Promise<void>;
}

/** The real client with the real commands, logged in to a course server of its own. */
export async function openCourse(
  options: Partial<PlaygroundOptions> & { readonly extra?: readonly Command[] } = {},
): Promise<OpenCourse> {
  const datasets = loadDatasets({ sampleFolder: "data/sample" });
  const playground = await startPlayground({ port: 0, ...options });
  if (!datasets.ok || !playground.ok) throw new Error("the course server did not open");
  const errors: object[] = [];
  const bot = await startBot(
    { token: playground.value.token, restApi: playground.value.restApi, guildId: null },
    {
      commands: [...commands, ...(options.extra ?? [])],
      world: { datasets: datasets.value },
      draw: (spec) => Promise.resolve(drawChart(spec)),
      log: { info: () => undefined, error: (facts) => void errors.push(facts) },
    },
  );
  return {
    playground: playground.value,
    bot,
    errors,
    async close() {
      await bot.close();
      await playground.value.close();
    },
  };
}

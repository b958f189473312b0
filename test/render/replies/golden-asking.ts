import { answer } from "../../../src/commands/answer.ts";
import { commands } from "../../../src/commands/index.ts";
import { parseCommand } from "../../../src/commands/parse-command.ts";
import type { Asker, AppContext } from "../../../src/commands/app-context.ts";
import type { DataSeries } from "../../../src/datasets/datasets.ts";
import { datasetsOf } from "../../../src/datasets/datasets-of.ts";
import { problemReply } from "../../../src/render/problem.ts";
import type { Answer } from "../../../src/render/reply.ts";
import { madeUpReturns } from "../../engine/made-up.ts";
import { goldenText } from "./golden-text.ts";

/** The real commands, asked by a student whose clock stands still. */
export async function answerTo(typed: string, world: AppContext, asker: Asker = student): Promise<Answer> {
  const parsed = parseCommand(typed, commands);
  if (!parsed.ok) return problemReply(parsed.problem);
  const { command, options } = parsed.value;
  const { answer: given } = await answer({ command, options, asker, place: { guildId: "2", channelId: "3" }, id: "4" }, commands, {
    ...world,
    now: () => Date.UTC(2026, 8, 14, 9),
  });
  return given;
}

/** The golden text of several commands, one after the other; a made-up series is loaded only where one is named. */
export async function goldenTexts(typed: readonly string[], world: AppContext): Promise<string> {
  const texts: string[] = [];
  for (const each of typed) texts.push(goldenText(await answerTo(each, worldFor(each, world)), each));
  return texts.join("\n");
}

/** Where a golden text stands, beside its test. */
export const goldenFile = (name: string): string => `./${name}.md`;

const student: Asker = { id: "1", name: "Ada", roleIds: [], managesServer: false };

const madeUpWorlds = new WeakMap<AppContext, AppContext>();

/** The sample alone, unless the command names one of the series that it lacks. */
export function worldFor(typed: string, world: AppContext): AppContext {
  const madeUp = madeUpWorlds.get(world) ?? withMadeUpSeries(world);
  madeUpWorlds.set(world, madeUp);
  const added = madeUp.datasets.series.slice(world.datasets.series.length);
  return added.some(({ id }) => typed.includes(id)) ? madeUp : world;
}

/** The sample with series that it lacks, on SPY's days. */
function withMadeUpSeries(world: AppContext): AppContext {
  const spy = world.datasets.find("SPY", "daily");
  if (!spy.ok) throw new Error("SPY is not in the sample");
  const noise = madeUpReturns(3, spy.value.values.length);
  const made = (id: string, value: (market: number, noise: number, row: number) => number): DataSeries => ({
    ...spy.value,
    id,
    name: id,
    values: spy.value.values.map((market, row) => value(market, (noise[row] ?? 0) - 0.0004, row)),
    reading: { form: "plain", column: id, dates: "date", rows: null, divisor: 1 },
    provenance: { ...spy.value.provenance, origin: "simulated sample", file: "made-up.csv", sha256: "0123456789abcdef".repeat(4), layout: "returns" },
  });
  return {
    ...world,
    datasets: datasetsOf([
      ...world.datasets.series,
      // Falls when SPY rises.
      made("CONTRA", (market, own) => -0.6 * market + own),
      // Nothing of its own: SPY twice.
      made("TWICE", (market) => 2 * market),
      made("TRIPLE", (market) => 3 * market),
      // Nothing of SPY's, and a mean of nothing.
      made("LONE", (_market, own) => own),
      made("FLAT", () => 0.001),
      // Each day's own return carries over into the next.
      made("SLOW", (market, own, row) => market + own + 0.8 * ((noise[row - 1] ?? 0) - 0.0004)),
      // Falls on average, and is noisier where SPY moves far.
      made("SINKING", (market, own) => -0.002 + market + own * (1 + 60 * Math.abs(market))),
    ]),
  };
}

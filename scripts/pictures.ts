// npm run pictures: one of each chart, as the commands draw it from the sample, into docs/pictures/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "../src/commands/answer.ts";
import { commands } from "../src/commands/index.ts";
import { parseCommand } from "../src/commands/parse-command.ts";
import { readConfig } from "../src/config.ts";
import { openContext } from "../src/programs/open-context.ts";
import { drawChart } from "../src/render/chart/draw.ts";
import { problemWords } from "../src/render/problem.ts";

const asked = {
  beta: "/beta JPM",
  regress: "/regress JPM model:ff5",
  compare: "/compare tickers:\"WMT JPM\"",
  residuals: "/residuals JPM",
  track: "/track MSFT",
  hedge: "/hedge MSFT",
  size: "/size MSFT budget:1m",
  performance: "/performance MSFT",
  variance: "/variance MSFT",
  "variance-several": '/variance "MSFT JPM WMT" factor:ff3',
  expected: "/expected MSFT",
  rolling: "/rolling JPM",
  alphas: "/alphas",
  frequency: "/frequency JPM",
} as const;

const largest = 64 * 1024;
const folder = join(import.meta.dirname, "../docs/pictures");
const empty = mkdtempSync(join(tmpdir(), "factor-ta-pictures-"));
const world = openContext(readConfig({ FACTOR_TA_LOCAL: empty }));
if (!world.ok) throw new Error(problemWords(world.problem).cause);
mkdirSync(folder, { recursive: true });

for (const [name, typed] of Object.entries(asked)) {
  const png = await pictureOf(typed);
  if (png.length > largest) throw new Error(`${name}.png has ${String(png.length)} bytes, more than ${String(largest)}`);
  writeFileSync(join(folder, `${name}.png`), png);
  console.log(`${name}.png  ${String(png.length)} bytes  ${typed}`);
}
await world.value.close();
rmSync(empty, { recursive: true });

async function pictureOf(typed: string): Promise<Buffer> {
  if (!world.ok) throw new Error("the sample can't be read");
  const parsed = parseCommand(typed, commands);
  if (!parsed.ok) throw new Error(`${typed}: ${problemWords(parsed.problem).cause}`);
  const asker = { id: "1", name: "pictures", roleIds: [], managesServer: false };
  const place = { guildId: null, channelId: null };
  const { answer: given, problem } = await answer({ ...parsed.value, asker, place, id: typed }, commands, world.value);
  if (problem) throw new Error(`${typed}: ${problemWords(problem).cause}`);
  const [picture] = given.kind === "reply" ? given.pictures : [];
  if (!picture) throw new Error(`${typed} has no picture`);
  return drawChart(picture.spec);
}

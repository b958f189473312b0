// npm run pictures: one of each chart, as the commands draw it from the sample, into docs/pictures/, and sheets of
// all kinds as phones show them: 400 pixels wide, and 250, which is what Discord leaves of a high picture.
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer } from "../src/commands/answer.ts";
import { commands } from "../src/commands/index.ts";
import { parseCommand } from "../src/commands/parse-command.ts";
import { readConfig } from "../src/config.ts";
import { openContext } from "../src/programs/open-context.ts";
import { drawChart } from "../src/render/chart/draw.ts";
import { indexedPng } from "../src/render/chart/indexed-png.ts";
import { problemWords } from "../src/render/problem.ts";

const asked = {
  beta: "/beta JPM",
  guess: "/beta JPM line:false",
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
  "rolling-several": "/rolling JPM factor:ff3",
  "compare-three": '/compare tickers:"JPM WMT MSFT"',
  alphas: "/alphas",
  frequency: "/frequency JPM",
} as const;

const largest = 64 * 1024;
const folder = join(import.meta.dirname, "../docs/pictures");
const empty = mkdtempSync(join(tmpdir(), "factor-ta-pictures-"));
const world = openContext(readConfig({ FACTOR_TA_LOCAL: empty }));
if (!world.ok) throw new Error(problemWords(world.problem).cause);
mkdirSync(folder, { recursive: true });

const drawn: Buffer[] = [];
for (const [name, typed] of Object.entries(asked)) {
  const png = await pictureOf(typed);
  if (png.length > largest) throw new Error(`${name}.png has ${String(png.length)} bytes, more than ${String(largest)}`);
  writeFileSync(join(folder, `${name}.png`), png);
  drawn.push(png);
  console.log(`${name}.png  ${String(png.length)} bytes  ${typed}`);
}
// No picture of the docs has more than 150 KB.
const half = Math.ceil(drawn.length / 2);
writeFileSync(join(folder, "every-kind-400.png"), await sheet(drawn.slice(0, half), 400));
writeFileSync(join(folder, "further-kinds-400.png"), await sheet(drawn.slice(half), 400));
writeFileSync(join(folder, "every-kind-250.png"), await sheet(drawn, 250));
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

/** The pictures as a screen shows them so wide, in columns of one height as far as that goes. */
async function sheet(pictures: readonly Buffer[], width: number): Promise<Buffer> {
  const gap = 16;
  const columns = Array.from({ length: Math.floor(1280 / (width + gap)) }, () => ({ height: gap, images: [] as { readonly image: Awaited<ReturnType<typeof loadImage>>; readonly top: number }[] }));
  for (const image of await Promise.all(pictures.map((png) => loadImage(png)))) {
    const lowest = columns.reduce((one, other) => (other.height < one.height ? other : one));
    lowest.images.push({ image, top: lowest.height });
    lowest.height += Math.round((image.height * width) / image.width) + gap;
  }
  const [across, down] = [columns.length * (width + gap) + gap, Math.max(...columns.map(({ height }) => height))];
  const canvas = createCanvas(across, down);
  const context = canvas.getContext("2d");
  context.fillStyle = "#36393f";
  context.fillRect(0, 0, across, down);
  context.imageSmoothingQuality = "high";
  columns.forEach(({ images }, column) => {
    for (const { image, top } of images) context.drawImage(image, gap + column * (width + gap), top, width, Math.round((image.height * width) / image.width));
  });
  const pixels = canvas.data();
  return indexedPng(new Uint32Array(pixels.buffer, pixels.byteOffset, across * down), across, down);
}

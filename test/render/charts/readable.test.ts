/** Every picture of the analyses, for the whole sample, few rows, a year and months: its text can be read on a phone. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isPublishedFactor } from "../../../src/datasets/catalogue.ts";
import { drawChart } from "../../../src/render/chart/draw.ts";
import { openAsking, replyOf } from "../../commands/asking.ts";

/** Pixels of a text as it was drawn: its capital letters' box. */
interface DrawnText {
  readonly text: string;
  readonly size: number;
  readonly isLevel: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether it stands inside what was being drawn in: the canvas, and the plot where it was clipped to that. */
  readonly isWhole: boolean;
}

type Rectangle = readonly [left: number, top: number, width: number, height: number];

/** Notes each text that is drawn, by panel, until it is undone. */
function noteTexts(): { readonly panels: readonly (readonly DrawnText[])[]; readonly undo: () => void } {
  const methods = Object.getPrototypeOf(createCanvas(1, 1).getContext("2d")) as Record<"fillText" | "reset" | "rect" | "clip" | "save" | "restore", (...values: never[]) => unknown>;
  const own = { fillText: methods.fillText, reset: methods.reset, rect: methods.rect, clip: methods.clip, save: methods.save, restore: methods.restore };
  const panels: DrawnText[][] = [];
  let clips: (Rectangle | null)[] = [null];
  let path: Rectangle | null = null;
  const patched = {
    reset(this: SKRSContext2D) {
      panels.push([]);
      clips = [null];
      return own.reset.call(this);
    },
    save(this: SKRSContext2D) {
      clips.push(clips.at(-1) ?? null);
      return own.save.call(this);
    },
    restore(this: SKRSContext2D) {
      if (clips.length > 1) clips.pop();
      return own.restore.call(this);
    },
    rect(this: SKRSContext2D, ...values: number[]) {
      path = values as unknown as Rectangle;
      return own.rect.call(this, ...(values as never[]));
    },
    clip(this: SKRSContext2D, ...values: never[]) {
      clips[clips.length - 1] = path;
      return own.clip.call(this, ...values);
    },
    fillText(this: SKRSContext2D, text: string, x: number, y: number, ...values: number[]) {
      panels.at(-1)?.push(drawnText(this, text, [x, y], clips.at(-1) ?? null));
      return own.fillText.call(this, ...([text, x, y, ...values] as never[]));
    },
  };
  Object.assign(methods, patched);
  return { panels, undo: () => void Object.assign(methods, own) };
}

function drawnText(ctx: SKRSContext2D, text: string, [x, y]: readonly [number, number], clip: Rectangle | null): DrawnText {
  const size = Number(/(\d+(?:\.\d+)?)px/u.exec(ctx.font)?.[1]);
  const { a, b, e, f } = ctx.getTransform();
  const { width } = ctx.measureText(text);
  const left = x + e - ({ center: width / 2, right: width, end: width } as Record<string, number>)[ctx.textAlign]!;
  const start = Number.isNaN(left) ? x + e : left;
  const height = 0.73 * size;
  const middle = y + f + ({ top: size / 2, bottom: -size / 2, alphabetic: -height / 2 } as Record<string, number>)[ctx.textBaseline]!;
  const centre = Number.isNaN(middle) ? y + f : middle;
  const [clipLeft, clipTop, clipWidth, clipHeight] = clip ?? [0, 0, ctx.canvas.width, ctx.canvas.height];
  const isLevel = a === 1 && b === 0;
  const box = { left: start, right: start + width, top: centre - height / 2, bottom: centre + height / 2 };
  return {
    text,
    size,
    isLevel,
    ...box,
    isWhole: !isLevel || (box.left >= clipLeft - 1 && box.right <= clipLeft + clipWidth + 1 && box.top >= clipTop - 1 && box.bottom <= clipTop + clipHeight + 1),
  };
}

const meet = (one: DrawnText, other: DrawnText): boolean => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

const asking = openAsking();
let noted: ReturnType<typeof noteTexts>;
beforeAll(() => {
  noted = noteTexts();
});
afterAll(async () => {
  noted.undo();
  await asking.close();
});

const kinds = ["/beta JPM", "/regress MSFT model:ff5", "/residuals JPM", "/compare JPM WMT MSFT", "/expected JPM", "/alphas JPM WMT MSFT", "/track JPM", "/hedge MSFT", "/size JPM", "/size MSFT", "/performance JPM", "/variance JPM WMT MSFT", "/rolling JPM", "/frequency JPM"];
const windows = ["", " from:2024-10-04", " from:2008 to:2008", " frequency:monthly", " from:2022 to:2022"];

test("in every picture all text has 11 pixels where it is shown 400 wide, none is cut, and none stands on another", { timeout: 240_000 }, async () => {
  const faults: string[] = [];
  let drawn = 0;
  for (const line of kinds.flatMap((kind) => windows.map((window) => kind + window))) {
    const { answer } = await asking.ask(line);
    for (const { spec } of answer.kind === "reply" ? answer.pictures : []) {
      const first = noted.panels.length;
      const width = drawChart(spec).readUInt32BE(16);
      for (const texts of noted.panels.slice(first)) {
        drawn += 1;
        faults.push(...texts.filter(({ size }) => (size * 400) / width < 11).map(({ text, size }) => `${line}: "${text}" has ${String(size)} pixels`));
        faults.push(...texts.filter(({ isWhole }) => !isWhole).map(({ text }) => `${line}: "${text}" is cut`));
        const level = texts.filter(({ isLevel, text }) => isLevel && text.trim() !== "");
        faults.push(...level.flatMap((one, place) => level.slice(place + 1).filter((other) => meet(one, other)).map((other) => `${line}: "${one.text}" on "${other.text}"`)));
      }
    }
  }
  expect(faults).toEqual([]);
  expect(drawn).toBeGreaterThan(150);
});

test.each(windows.map((window) => `/expected JPM${window}`))("each number in the picture of %s stands in the reply with the same digits", async (line) => {
  const { pictures, ...said } = replyOf(await asking.ask(line));
  const texts = pictures.flatMap(({ spec }) => spec.panels.flatMap(({ layers }) => layers.flatMap((layer) => (layer.type === "steps" ? layer.steps.map(({ text }) => text) : layer.type === "intervals" ? (layer.texts ?? []) : []))));
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => !JSON.stringify(said).includes(text))).toEqual([]);
});

test.each(["/beta JPM", "/track JPM", "/hedge MSFT", "/residuals JPM", "/compare JPM WMT"])("the fewer points %s has, the larger they are", async (command) => {
  const sizes: number[] = [];
  for (const window of ["", " frequency:monthly", " from:2008 to:2008"]) {
    const layers = replyOf(await asking.ask(command + window)).pictures.flatMap(({ spec }) => spec.panels.flatMap((panel) => panel.layers));
    const ofThis = new Set(layers.flatMap((layer) => (layer.type === "points" ? [layer.size ?? 3] : [])));
    expect(ofThis.size).toBe(1);
    sizes.push(...ofThis);
  }
  expect(sizes).toEqual([3, 5, 7]);
});

test("no number beside an interval or a step stands on the line at 0, which says whether it could be 0", { timeout: 120_000 }, async () => {
  const lines = ["/regress MSFT model:ff5", "/regress JPM model:ff5", "/regress MSFT model:ff5 from:2008 to:2008", "/expected MSFT factor:ff3 from:2000 to:2002 frequency:monthly", "/expected JPM from:2008 to:2008"];
  const faults: string[] = [];
  let beside = 0;
  for (const line of lines) {
    for (const { spec } of replyOf(await asking.ask(line)).pictures) {
      const numbers = new Set(spec.panels.flatMap(({ layers }) => layers.flatMap((layer) => (layer.type === "intervals" ? (layer.texts ?? []) : layer.type === "steps" ? layer.steps.map(({ text }) => text) : []))));
      const first = noted.panels.length;
      drawChart(spec);
      for (const texts of noted.panels.slice(first)) {
        const zero = texts.find(({ text, bottom }) => (text === "0" || text === "0%") && !texts.some((other) => other.text !== text && other.top > bottom + 40));
        if (!zero) continue;
        const at = (zero.left + zero.right) / 2;
        const inside = texts.filter(({ text, top }) => numbers.has(text) && top < zero.top);
        beside += inside.length;
        faults.push(...inside.filter(({ left, right }) => left < at && at < right).map(({ text }) => `${line}: ${text}`));
      }
    }
  }
  expect(faults).toEqual([]);
  expect(beside).toBeGreaterThan(20);
});

test.each(["/rolling JPM factor:ff3", "/rolling JPM factor:ff5 from:2000 to:2012", "/rolling JPM factor:ff3 from:2008 to:2009"])("the panels of %s have one height of plot, and two dates or more that are apart", async (line) => {
  for (const { spec } of replyOf(await asking.ask(line)).pictures) {
    const first = noted.panels.length;
    drawChart(spec);
    const panels = noted.panels.slice(first).map((texts) => texts.filter(({ text, isLevel }) => isLevel && /^(?:[A-Z][a-z]{2} )?\d{4}$/u.test(text))).filter((dates) => dates.length > 0);
    expect(panels.length).toBe(spec.panels.length);
    expect(panels.every((dates) => dates.length >= 2)).toBe(true);
    expect(new Set(panels.map(([date]) => Math.round(date!.top))).size).toBe(1);
  }
});

test("no dated day's name stands on another, whatever stock and window", { timeout: 240_000 }, async () => {
  const stocks = asking.world.datasets.series.filter(({ id, kind }) => kind !== "rate" && !isPublishedFactor(id) && id !== "SPY").map(({ id }) => id);
  const faults: string[] = [];
  let dated = 0;
  for (const line of stocks.flatMap((id) => ["", " from:2021", " from:2008 to:2008", " frequency:monthly"].map((window) => `/beta ${id}${window}`))) {
    const { answer } = await asking.ask(line);
    for (const { spec } of answer.kind === "reply" ? answer.pictures : []) {
      const names = new Set(spec.panels.flatMap(({ layers }) => layers.flatMap((layer) => (layer.type === "names" ? layer.names : []))));
      const first = noted.panels.length;
      drawChart(spec);
      const days = noted.panels.slice(first).flatMap((texts) => texts.filter(({ text }) => names.has(text)));
      dated += days.length;
      faults.push(...days.flatMap((one, place) => days.slice(place + 1).filter((other) => one.text !== other.text && meet(one, other)).map((other) => `${line}: "${one.text}" on "${other.text}"`)));
    }
  }
  expect(stocks.length).toBeGreaterThan(15);
  expect(faults).toEqual([]);
  expect(dated).toBeGreaterThan(100);
});

test("the test sees what is small, cut, or on another", () => {
  const first = noted.panels.length;
  const ctx = createCanvas(200, 100).getContext("2d");
  ctx.reset();
  ctx.font = "12px sans-serif";
  ctx.fillText("small", 20, 50);
  ctx.fillText("on it", 22, 52);
  ctx.fillText("cut off", 190, 20);
  const [texts = []] = noted.panels.slice(first);
  expect(texts.map(({ size, isWhole }) => [size, isWhole])).toEqual([[12, true], [12, true], [12, false]]);
  expect(meet(texts[0]!, texts[1]!)).toBe(true);
});

import { expect, test } from "vitest";
import { growthLines, growthSpec, growthWords } from "../../../src/render/charts/growth-lines.ts";
import { madeUpFit } from "../made-up-fit.ts";

const growth = { days: madeUpFit().rows.days, unhedged: Float64Array.of(1.5, 0.4, 0, 0), hedged: Float64Array.of(1.1, 1.2, 1.3, 25_000) };

const drawdown = { depth: 0.6, peak: "1999-12-27", trough: "2009-03-09", recovered: null };

test("the alt text has the end and the lowest of each line; a line that never fell below its dollar is lowest at 1", () => {
  expect(growthLines(madeUpFit(), growth, drawdown).description).toBe(
    "Lines: $1 in JPM, excess returns compounded (cash would stay at $1), became $0 unhedged and $25.0K hedged, 1993-02-01 to 2024-12-31. Logarithmic axis, daily rows. Shaded: JPM unhedged below its peak; largest drawdown 60.0%, 1999-12-27 to 2009-03-09. Lowest: $0 unhedged, $1.00 hedged.",
  );
});

test("without rows a dollar is still a dollar", () => {
  expect(growthLines(madeUpFit(), { days: new Int32Array(), unhedged: new Float64Array(), hedged: new Float64Array() }, { ...drawdown, depth: 0 }).description).toContain("Lines: $1 in JPM, excess returns compounded (cash would stay at $1), became $1.00 unhedged and $1.00 hedged, ");
});

test("a fall from the first day on is one from the start, and a dollar that never fell has no shade in words", () => {
  const words = (fall: Partial<typeof drawdown> | { readonly peak: null }) => growthLines(madeUpFit(), growth, { ...drawdown, ...fall }).description;
  expect(words({ peak: null })).toContain("largest drawdown 60.0%, the start to 2009-03-09.");
  expect(words({ depth: 0 })).not.toContain("Shaded");
});

const layersOf = (drawn = growth) => growthSpec(madeUpFit(), drawn).panels[0]?.layers ?? [];

test("a lost dollar's line ends where it was lost, and each line starts at the dollar, a period before its first return", () => {
  const lines = layersOf().flatMap((layer) => (layer.type === "line" ? [layer] : []));
  expect(lines.map(({ x }) => x.length)).toEqual([3, 5]);
  expect(lines.map(({ x, y }) => [x[0], y[0]])).toEqual([[19723, 1], [19723, 1]]);
});

test("the shade reaches from the unhedged line up to its highest value so far, the dollar included", () => {
  const [band] = layersOf({ ...growth, unhedged: Float64Array.of(0.9, 1.5, 1.2, 1.6) }).flatMap((layer) => (layer.type === "band" ? [layer] : []));
  expect(band?.low).toEqual([1, 0.9, 1.5, 1.2, 1.6]);
  expect(band?.high).toEqual([1, 1, 1.5, 1.5, 1.6]);
});

/** A fit with one row at the end of each year from 2000 on. */
function yearly(years: number) {
  const days = Int32Array.from({ length: years }, (_, year) => Date.UTC(2000 + year, 11, 31) / 86_400_000);
  const values = Float64Array.from({ length: years }, (_, year) => 1 + year);
  return growthWords(madeUpFit(), { days, unhedged: values, hedged: values.map((value) => value * 100) });
}

test("up to twelve years are read one by one, longer samples every second year and the last", () => {
  const years = (count: number) => [...yearly(count).matchAll(/(\d{4}):/gu)].map(([, year]) => Number(year));
  expect(years(12)).toEqual([2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011]);
  expect(years(14)).toEqual([2000, 2002, 2004, 2006, 2008, 2010, 2012, 2013]);
  expect(years(25)).toEqual([2000, 2005, 2010, 2015, 2020, 2024]);
});

test("each year's last row is read, unhedged and hedged", () => {
  expect(yearly(2)).toBe("$1 in JPM, excess returns compounded, at the end of the year, unhedged and hedged. 2000: $1.00 and $100; 2001: $2.00 and $200.");
});

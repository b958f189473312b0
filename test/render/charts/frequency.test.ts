import { expect, test } from "vitest";
import { frequencyChart, frequencySpec } from "../../../src/render/charts/frequency.ts";
import { madeUpFrequency } from "../made-up-frequencies.ts";

const figures = [madeUpFrequency("daily", 1.395, [1.364, 1.426]), madeUpFrequency("monthly", 1.3, [1.1, 1.5]), madeUpFrequency("annual", 1.2, [0.7, 1.7])];
const betas = figures.map(({ beta }) => beta);

test("the whole alt text", () => {
  expect(frequencyChart(figures.slice(0, 2), betas.slice(0, 2)).description).toBe(
    "Two panels: daily β 1.395 (1.364 to 1.426), σ 2.32% (daily scaled: 2.30%), n = 7,974; monthly β 1.300 (1.100 to 1.500), σ 10.6% (daily scaled: 10.5%), n = 383. Top, β with its interval at each frequency; below, bars of σ per period. JPM on SPY, 1993-02-01 to 2024-12-31.",
  );
});

test("the title and the names of the frequencies", () => {
  const { title, panels } = frequencySpec(figures, betas);
  expect(title).toBe("JPM on SPY at several frequencies");
  expect(panels.map(({ title: name }) => name)).toEqual(["β by frequency", "σ, and what the days foretell"]);
  expect(panels.map(({ x, y }) => (x.format === "category" ? x : y))).toEqual([
    { label: "", format: "category", categories: ["daily", "monthly", "yearly"] },
    { label: "", format: "category", categories: ["daily", "monthly", "yearly"] },
  ]);
});

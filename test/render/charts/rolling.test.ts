import { expect, test } from "vitest";
import { rollingChart, rollingSpec } from "../../../src/render/charts/rolling.ts";
import { madeUpRollingReview, madeUpStability } from "../made-up-rolling.ts";

test("the whole alt text", () => {
  expect(rollingChart(madeUpRollingReview(), madeUpStability(0.05)).description).toBe(
    "Two lines through time with their 95% bands. Top: β of JPM on SPY over 252 rows, lowest 1.000 (to 2024-01-02), highest 1.400 (to 2024-01-03), latest 1.400 (1.302 to 1.498). Dashed: β of all rows, 1.395. Below: α a year, latest 5.00%, dashed at zero. 2 windows; returns: daily excess, 1993-02-01 to 2024-12-31.",
  );
});

test("titles and legends name the window in the sample's own period", () => {
  const words = (frequency: "daily" | "monthly") => {
    const { title, panels } = rollingSpec(madeUpRollingReview({ frequency }), madeUpStability(0.05));
    return [title, ...panels.flatMap(({ x, y, layers }) => [x.label, y.label, ...layers.map(({ label }) => label)])];
  };
  expect(words("daily")).toEqual([
    "JPM on SPY over every 252 days",
    "window's last day", "β", "95% interval", "over 252 days", "β of all rows",
    "window's last day", "α a year (×252)", "95% interval", "over 252 days", "zero",
  ]);
  expect(words("monthly").slice(0, 3)).toEqual(["JPM on SPY over every 252 months", "window's last month", "β"]);
});

test("the change is drawn and said where β changed once, it has a date and a window ends after it, and nowhere else", () => {
  const drawn = (pValue: number, days = Int32Array.of(19724, 19725), change: Parameters<typeof madeUpStability>[1] = {}) => {
    const review = madeUpRollingReview();
    const { spec, description } = rollingChart({ ...review, rolling: { ...review.rolling, days } }, madeUpStability(pValue, change));
    const rules = spec.panels.flatMap(({ layers }) => layers.filter((layer) => layer.type === "rule" && layer.axis === "x"));
    return [rules.map((layer) => (layer.type === "rule" ? layer.at : 0)), description.includes("Upright dashed line: the change of β, if it was one, 2024-01 (95% interval 2023-11 to 2024-03).")];
  };
  expect(drawn(0.0499)).toEqual([[19725], true]);
  expect(drawn(0.05)).toEqual([[], false]);
  expect(drawn(0.0499, undefined, { furtherP: 0.01 })).toEqual([[], false]);
  expect(drawn(0.0499, undefined, { isAtEdge: true })).toEqual([[], false]);
  expect(drawn(0.0499, Int32Array.of(19726, 19727))).toEqual([[], false]);
});

import { expect, test } from "vitest";
import { dayOfIso } from "../../../src/calendar.ts";
import { rollingChart, rollingSpec } from "../../../src/render/charts/rolling.ts";
import { madeUpRollingReview, madeUpStability } from "../made-up-rolling.ts";

test("the whole alt text", () => {
  expect(rollingChart(madeUpRollingReview(), madeUpStability(0.05), "excess").description).toBe(
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
    "", "β", "95% interval", "", "β of all rows",
    "window's last day", "α a year (×252)", "", "", "",
  ]);
  expect(words("monthly").filter((text) => text.includes("month"))).toEqual(["JPM on SPY over every 252 months", "window's last month"]);
});

test("the change is drawn and said where β changed once, it has a date and a window ends after it, and nowhere else", () => {
  const drawn = (pValue: number, days = Int32Array.of(19724, 19725), change: Parameters<typeof madeUpStability>[1] = {}) => {
    const review = madeUpRollingReview();
    const { spec, description } = rollingChart({ ...review, rolling: { ...review.rolling, days } }, madeUpStability(pValue, change), "excess");
    const rules = spec.panels.flatMap(({ layers }) => layers.filter((layer) => layer.type === "rule" && layer.axis === "x"));
    return [rules.map((layer) => (layer.type === "rule" ? layer.at : 0)), description.includes("Upright dashed line: the change of β, if it was one, 2024-01 (95% interval 2023-11 to 2024-03).")];
  };
  expect(drawn(0.0499)).toEqual([[19725], true]);
  expect(drawn(0.05)).toEqual([[], false]);
  expect(drawn(0.0499, undefined, { furtherP: 0.01 })).toEqual([[], false]);
  expect(drawn(0.0499, undefined, { isAtEdge: true })).toEqual([[], false]);
  expect(drawn(0.0499, Int32Array.of(19726, 19727))).toEqual([[], false]);
});

test("the crises between the first window's end and the last are shaded in both panels and named; where there was none, nothing is", () => {
  const drawn = (first: string, last: string) => {
    const review = madeUpRollingReview();
    const { spec, description } = rollingChart({ ...review, rolling: { ...review.rolling, days: Int32Array.of(dayOfIso(first), dayOfIso(last)) } }, madeUpStability(0.05), "excess");
    const shaded = spec.panels.map(({ layers }) => layers.flatMap((layer) => (layer.type === "spans" ? layer.spans.length : [])));
    return [shaded, /Shaded: [^.]*\./u.exec(description)?.[0] ?? ""];
  };
  expect(drawn("2009-06-30", "2020-02-19")).toEqual([[[1], [1]], "Shaded: financial crisis (NBER recession) 2007-12 to 2009-06."]);
  expect(drawn("2009-07-01", "2020-02-20")).toEqual([[[1], [1]], "Shaded: COVID crash and its year 2020-02 to 2020-12."]);
  expect(drawn("2009-07-01", "2020-02-19")).toEqual([[[], []], ""]);
  expect(drawn("1987-01-02", "2008-12-31")).toEqual([[[3], [3]], "Shaded: crash of October 1987 1987-10, dot-com crash 2000-03 to 2002-10, financial crisis (NBER recession) 2007-12 to 2009-06."]);
});

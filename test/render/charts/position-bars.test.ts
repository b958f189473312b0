import { expect, test } from "vitest";
import { positionBars, positionSpec } from "../../../src/render/charts/position-bars.ts";
import { madeUpSize } from "../made-up-size.ts";

test("the alt text has unhedged and hedged dollars in their places", () => {
  expect(positionBars(madeUpSize()).description).toBe(
    "Bars for $1,000,000 of volatility a month: MSFT $10.0M unhedged, $13.6M hedged (1.36 times). Expected P&L a year, total: $1.88M unhedged, $1.22M hedged; risk-adjusted: $900K unhedged, $1.22M hedged.",
  );
});

test("the title and the labels on the bars, unhedged first", () => {
  const { title, panels } = positionSpec(madeUpSize());
  expect(title).toBe("MSFT for a budget of $1,000,000 a month");
  expect(panels.map(({ title: name, layers }) => [name, layers.map((layer) => (layer.type === "bars" ? [layer.label, layer.texts] : []))])).toEqual([
    ["Position", [["Unhedged", ["$10.0M"]], ["Hedged", ["$13.6M"]]]],
    ["Expected P&L a year", [["Unhedged", ["$1.88M", "$900K"]], ["Hedged", ["$1.22M", "$1.22M"]]]],
  ]);
});

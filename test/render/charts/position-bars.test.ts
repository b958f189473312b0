import { expect, test } from "vitest";
import { positionBars, positionSpec } from "../../../src/render/charts/position-bars.ts";
import { classical, madeUpEstimate, madeUpSample } from "../made-up-fit.ts";
import { madeUpSize } from "../made-up-size.ts";

const alphaAnnual = madeUpEstimate("alpha", 0.09, 0.03);

const position = (dollars: number, interval: readonly [number, number]) => ({ dollars, interval, logVolatility: madeUpEstimate("ln σ", -4, 0.1), stretches: [0.01, 0.01, 0.01, 0.01], sample: madeUpSample, inference: classical });

test("the alt text has unhedged and hedged dollars in their places", () => {
  expect(positionBars(madeUpSize(), null, alphaAnnual).description).toBe(
    "Bars for $1,000,000 of volatility a month: MSFT $10.0M unhedged, $13.6M hedged (1.36 times). Expected P&L a year, total: $1.88M unhedged, $1.22M hedged; risk-adjusted: $900K unhedged, $1.22M hedged.",
  );
});

test("the title and the labels on the bars, unhedged first", () => {
  const { title, panels } = positionSpec(madeUpSize(), null, alphaAnnual);
  expect(title).toBe("MSFT for a budget of $1,000,000 a month");
  expect(panels.map(({ title: name, layers }) => [name, layers.map((layer) => (layer.type === "bars" ? [layer.label, layer.texts] : []))])).toEqual([
    ["Position", [["Unhedged", ["$10.0M"]], ["Hedged", ["$13.6M"]]]],
    ["Expected P&L a year; α's with its 95% interval", [["Unhedged", ["$1.88M", "$900K"]], ["Hedged", ["$1.22M", "$1.22M"]]]],
  ]);
});

test("each bar has the interval that the reply has of it: a position where there is one, a P&L where it is α's alone", () => {
  const size = madeUpSize();
  const drawn = (inference: Parameters<typeof positionSpec>[1]) => positionSpec(size, inference, alphaAnnual).panels.map(({ layers }) => layers.map((layer) => (layer.type === "bars" ? layer.intervals : [])));
  const profit = ({ dollars }: { readonly dollars: number }) => alphaAnnual.interval.map((end) => end * dollars);
  const profits = [
    [null, profit(size.unhedged)],
    [profit(size.hedged), profit(size.hedged)],
  ];
  expect(drawn(null)).toEqual([[[null], [null]], profits]);
  expect(drawn({ unhedged: position(1e7, [8e6, 12e6]), hedged: position(1.36e7, [1e7, 2e7]) })).toEqual([[[[8e6, 12e6]], [[1e7, 2e7]]], profits]);
});

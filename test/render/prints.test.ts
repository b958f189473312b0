import { expect, test } from "vitest";
import type { ChartSpec, Layer } from "../../src/render/chart/chart-spec.ts";
import { drawnNumbers } from "../../src/render/prints.ts";

/** A layer of each kind with every field that it may have: a field that is added has to stand here. */
const layers: { readonly [Type in Layer["type"]]: Required<Extract<Layer, { type: Type }>> } = {
  points: { type: "points", label: "", role: "asset", x: [1.01, 1.02], y: Float64Array.of(1.03, 1.04), size: 3 },
  line: { type: "line", label: "", role: "asset", x: Int32Array.of(2, 3), y: [1.05, 1.06], dashed: true },
  band: { type: "band", label: "", role: "asset", x: [4, 5], low: [1.07, 1.08], high: Float64Array.of(1.09, 1.1) },
  bars: { type: "bars", label: "", role: "asset", values: [1.11, 1.12], stack: "one", texts: ["1.9"], intervals: [[1.13, 1.14], null] },
  steps: { type: "steps", label: "", role: "asset", steps: [{ from: 1.15, to: 1.25, role: "asset", text: "0.1" }] },
  intervals: { type: "intervals", label: "", role: "asset", values: [1.17], low: [1.18], high: [1.19], texts: ["1.9"] },
  rule: { type: "rule", label: "", role: "asset", axis: "x", at: 1.2 },
  spans: { type: "spans", label: "", role: "asset", spans: [[6, 7]] },
  names: { type: "names", label: "", role: "asset", x: [1.21], y: [1.22], names: ["JPM"], intervals: [[1.23, 1.24], null] },
};

const drawn = (layer: Layer): readonly number[] => drawnNumbers({ panels: [{ layers: [layer] }] } as unknown as ChartSpec).toSorted((one, other) => one - other);

test.each([
  ["points", [1.01, 1.02, 1.03, 1.04]],
  ["line", [1.05, 1.06, 2, 3]],
  ["band", [1.07, 1.08, 1.09, 1.1, 4, 5]],
  ["bars", [1.11, 1.12, 1.13, 1.14]],
  // A waterfall's bar is as long as what it adds.
  ["steps", [1.25 - 1.15, 1.15, 1.25]],
  ["intervals", [1.17, 1.18, 1.19]],
  ["rule", [1.2]],
  // Days of crises, shaded.
  ["spans", []],
  ["names", [1.21, 1.22, 1.23, 1.24]],
] as const)("a key of an open check is looked for in every number that %s show", (type, numbers) => {
  expect(drawn(layers[type])).toEqual(numbers);
});

test.each(["points", "line", "band"] as const)("%s of more than 40 are looked at, not read", (type) => {
  const of = (count: number): Layer => {
    const many = Array.from({ length: count }, (_, index) => index);
    return { ...layers[type], x: many, ...(type === "band" ? { low: many, high: many } : { y: many }) };
  };
  expect(drawn(of(41))).toEqual([]);
  expect(drawn(of(40)).length).toBeGreaterThanOrEqual(80);
});

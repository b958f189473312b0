import type { Axis, Panel } from "./chart-spec.ts";
import { extentOf } from "./extent.ts";

/** The panels with one x axis and one y axis for all, from round number to round number. */
export function equalAxes(panels: readonly Panel[]): readonly Panel[] {
  const limits = (side: "x" | "y"): Required<Pick<Axis, "min" | "max" | "step">> => {
    const ends = panels.flatMap((panel) => extentOf(panel, side));
    return roundOutward(Math.min(...ends), Math.max(...ends), side === "x" ? 3 : 5);
  };
  const [x, y] = [limits("x"), limits("y")];
  return panels.map((panel) => ({ ...panel, x: { ...panel.x, ...x }, y: { ...panel.y, ...y } }));
}

/** To multiples of the 1, 2 or 5 times a power of ten that gives about so many steps. */
function roundOutward(low: number, high: number, steps: number): Required<Pick<Axis, "min" | "max" | "step">> {
  const rough = (high - low || 1) / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((times) => times * power >= rough) ?? 10) * power;
  return { min: Math.floor(low / step) * step, max: Math.ceil(high / step) * step, step };
}

import { collectGarbage, yieldToMainThread } from "../../runtime-tuning.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { drawChart } from "./draw.ts";

yieldToMainThread();

/**
 * What a thread of the drawing pool does; its file is bundled by itself.
 *
 * A picture leaves 2 MB behind that the collector does not see, and that are given back in a round of the event loop:
 * without both of these, after the picture is sent, a busy thread keeps some hundred pictures' worth.
 */
export default function draw(spec: ChartSpec): Uint8Array {
  const picture = drawChart(spec);
  setImmediate(() => {
    collectGarbage({ type: "minor" });
  });
  return picture;
}

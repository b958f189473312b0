import { constants, setPriority } from "node:os";
import { isMainThread } from "node:worker_threads";
import { collectGarbage } from "./collect-garbage.ts";
import type { ChartSpec } from "./chart-spec.ts";
import { drawChart } from "./draw.ts";

// Where cores are short the thread that answers goes first. On Linux alone a priority is a thread's own, not the process'.
if (process.platform === "linux" && !isMainThread) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

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

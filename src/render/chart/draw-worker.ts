import type { ChartSpec } from "./chart-spec.ts";
import { drawChart } from "./draw.ts";

/** What a thread of the drawing pool does; its file is bundled by itself. */
export default (spec: ChartSpec): Uint8Array => drawChart(spec);

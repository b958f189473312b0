import * as canvas from "./canvas.ts";

/**
 * In the bundle, chartjs-node-canvas's own `freshRequire` (scripts/build.mjs puts this module in its place). It loads
 * `canvas` with it, and plugins that are named instead of passed, which we have none of.
 */
export function freshRequire(name: string): typeof canvas {
  if (name !== "canvas") throw new Error(`The bundle has no package ${name}.`);
  return canvas;
}

import type { SKRSContext2D } from "@napi-rs/canvas";
import { ink } from "./colours.ts";

type Point = readonly [x: number, y: number];

/** Half the length of the bars at its ends, in pixels. */
const halfCap = 9;

/** An interval over a bar: a line with a bar at each end, level or upright. */
export function drawWhisker(ctx: SKRSContext2D, [x0, y0]: Point, [x1, y1]: Point): void {
  const isLevel = y0 === y1;
  const [capX, capY] = isLevel ? [0, halfCap] : [halfCap, 0];
  ctx.strokeStyle = ink;
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.moveTo(x0, y0);
  ctx.lineTo(x1, y1);
  for (const [x, y] of [[x0, y0], [x1, y1]] as const) {
    ctx.moveTo(x - capX, y - capY);
    ctx.lineTo(x + capX, y + capY);
  }
  ctx.stroke();
}

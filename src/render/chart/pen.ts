import type { SKRSContext2D } from "@napi-rs/canvas";
import type { ChartArea, Scale } from "chart.js";
import { ground, ink } from "./colours.ts";

/** Where a layer is drawn: the canvas's context, its two scales, and the area between the axes. */
export interface Pen {
  readonly ctx: SKRSContext2D;
  readonly x: Scale;
  readonly y: Scale;
  readonly area: ChartArea;
}

/** To the right of what is drawn from one pixel to another; to the left where there is no room, or only on the line at `rule`. */
export function writeBeyond(ctx: SKRSContext2D, text: string, [left, right]: readonly [number, number], height: number, area: ChartArea, rule = -Infinity): void {
  const gap = 14;
  const { width } = ctx.measureText(text);
  const [after, before] = [right + gap, left - gap - width];
  const isOnRule = (start: number): boolean => start < rule && rule < start + width;
  const isLeft = after + width > area.right || (isOnRule(after) && !isOnRule(before) && before >= area.left);
  writeOver(ctx, text, isLeft ? Math.max(area.left, before) : after, height);
}

/** Text with a rim of the ground, to be read where a line or a point lies below it. */
export function writeOver(ctx: SKRSContext2D, text: string, x: number, y: number): void {
  ctx.strokeStyle = ground;
  ctx.lineWidth = 6;
  ctx.lineJoin = "round";
  ctx.strokeText(text, x, y);
  ctx.fillStyle = ink;
  ctx.fillText(text, x, y);
}

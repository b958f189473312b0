import type { StepsLayer } from "./chart-spec.ts";
import { colourOf, ink } from "./colours.ts";
import { writeBeyond, type Pen } from "./pen.ts";
import { fontStack, textSize } from "./fonts.ts";

/** The bars of a waterfall, each joined to the next by a thin line, with its text where nothing else is. */
export function drawSteps({ steps }: StepsLayer, { ctx, x, y, area }: Pen): void {
  const height = Math.min(64, (area.height / Math.max(1, steps.length)) * 0.62);
  ctx.font = `600 ${String(textSize)}px ${fontStack}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  steps.forEach(({ from, to, role, text }, row) => {
    const middle = y.getPixelForValue(row);
    const [start, end] = [x.getPixelForValue(from), x.getPixelForValue(to)];
    ctx.fillStyle = colourOf[role];
    ctx.fillRect(Math.min(start, end), middle - height / 2, Math.max(2, Math.abs(end - start)), height);
    if (row < steps.length - 1) {
      ctx.fillStyle = colourOf.zero;
      ctx.fillRect(end - 1, middle + height / 2, 2, y.getPixelForValue(row + 1) - middle - height);
    }
    writeBeyond(ctx, text, [Math.min(start, end), Math.max(start, end)], middle, area, x.getPixelForValue(0));
  });
  ctx.fillStyle = ink;
  ctx.fillRect(x.getPixelForValue(0) - 1, area.top, 2, area.height);
}

import type { BarsLayer, Layer } from "./chart-spec.ts";
import { colourOf, ink, inkOn, type Role } from "./colours.ts";
import type { Pen } from "./pen.ts";
import { drawWhisker } from "./draw-whisker.ts";
import { fontStack, textSize } from "./fonts.ts";

/** All bar layers of a panel: layers of one stack on each other, different stacks side by side in a category. */
export function drawBars(all: readonly Layer[], { ctx, x, y, area }: Pen): void {
  const layers = all.filter((layer): layer is BarsLayer => layer.type === "bars");
  const stackOf = (layer: BarsLayer): string => layer.stack ?? `alone ${String(layers.indexOf(layer))}`;
  const stacks = [...new Set(layers.map(stackOf))];
  const categories = Math.max(0, ...layers.map((layer) => layer.values.length));
  const categoryWidth = area.width / Math.max(1, categories);
  const widthOf = (share: number): number => Math.min(190, (categoryWidth * share) / Math.max(1, stacks.length));
  ctx.font = `600 ${String(textSize)}px ${fontStack}`;
  // Texts beside each other must not meet: where one is wider than its bar's place bars are wider, and then all texts smaller.
  const widest = Math.max(1, ...layers.flatMap(({ texts = [] }) => texts.map((text) => ctx.measureText(text).width)));
  const width = widest > widthOf(0.72) ? widthOf(0.9) : widthOf(0.72);
  const size = Math.max(14, Math.min(textSize, Math.floor((textSize * width * 1.02) / widest)));
  ctx.font = `600 ${String(size)}px ${fontStack}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (let category = 0; category < categories; category++) {
    stacks.forEach((stack, stackIndex) => {
      const centre = x.getPixelForValue(category) + (stackIndex - (stacks.length - 1) / 2) * width * 1.08;
      let above = 0;
      let below = 0;
      for (const layer of layers) {
        if (stackOf(layer) !== stack) continue;
        const value = layer.values[category] ?? 0;
        const start = value < 0 ? below : above;
        if (value < 0) below += value;
        else above += value;
        const [from, to] = [y.getPixelForValue(start), y.getPixelForValue(start + value)];
        ctx.fillStyle = colourOf[layer.role];
        ctx.fillRect(centre - width / 2, Math.min(from, to), width, Math.abs(to - from));
        const interval = layer.intervals?.[category];
        const [low, high] = interval ? interval.map((end) => y.getPixelForValue(end)) : [to, to];
        if (interval) drawWhisker(ctx, [centre, low!], [centre, high!]);
        const end = value < 0 ? Math.max(to, low!) : Math.min(to, high!);
        drawText(layer.texts?.[category] ?? "", { centre, from, to: end, role: layer.role, alone: layer.stack === undefined });
      }
    });
  }
  const { left, right } = area;
  ctx.fillStyle = ink;
  if (layers.length > 0) ctx.fillRect(left, y.getPixelForValue(0) - 1, right - left, 2);

  /** Inside its bar where there is room; else, for a bar that stands alone, beyond its end. */
  function drawText(text: string, bar: { centre: number; from: number; to: number; role: Role; alone: boolean }): void {
    const fits = Math.abs(bar.to - bar.from) >= size + 6;
    if (text === "" || (!fits && !bar.alone)) return;
    const outsideEnd = bar.to <= bar.from ? bar.to - 4 - size / 2 : bar.to + 4 + size / 2;
    ctx.fillStyle = bar.alone ? ink : inkOn(bar.role);
    ctx.fillText(text, bar.centre, bar.alone ? outsideEnd : (bar.from + bar.to) / 2);
  }
}

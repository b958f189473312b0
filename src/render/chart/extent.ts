import type { IntervalsLayer, Layer, Panel } from "./chart-spec.ts";

/** The lowest and highest value that the layers of a panel show on one axis; `textShare` of them is room for texts beyond bars. */
export function extentOf(panel: Panel, side: "x" | "y", textShare: number = textRoom): readonly [number, number] {
  const columns = panel.layers.flatMap((layer) => valuesOf(layer, side));
  const stacks = side === "y" && panel.layers.some((layer) => layer.type === "bars") ? [stackTotals(panel)] : [];
  const ends = [...columns, ...stacks].map(rangeOf);
  const [low, high] = [Math.min(...ends.map((end) => end[0])), Math.max(...ends.map((end) => end[1]))];
  if (low > high) return [0, 1];
  const room = side === "y" ? textShare * (high - low) : 0;
  return [low - (hasTextBelow(panel) ? room : 0), high + (hasTextAbove(panel) ? room : 0)];
}

/** The smallest and the largest value; Infinity and −Infinity of none. */
export function rangeOf(values: ArrayLike<number>): readonly [low: number, high: number] {
  let low = Infinity;
  let high = -Infinity;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

function valuesOf(layer: Layer, side: "x" | "y"): readonly ArrayLike<number>[] {
  switch (layer.type) {
    case "points":
    case "line":
      return [layer[side]];
    case "names":
      return [layer[side], side === "y" ? withMargin([...layer.y, ...(layer.intervals ?? []).flatMap((ends) => ends ?? [])]) : []];
    case "band":
      return side === "x" ? [layer.x] : [layer.low, layer.high];
    case "rule":
      return layer.axis === side ? [[layer.at]] : [];
    case "spans":
      return [];
    case "bars":
      return side === "y" ? (layer.intervals ?? []).flatMap((interval) => (interval ? [interval] : [])) : [];
    case "steps":
      return side === "x" ? [withTextBeside({ low: layer.steps.map(({ from, to }) => Math.min(from, to)), high: layer.steps.map(({ from, to }) => Math.max(from, to)) })] : [];
    case "intervals":
      return side === "x" ? [layer.texts ? withTextBeside(layer) : [...layer.low, ...layer.high, 0]] : [];
  }
}

/** Names need room above and below their dots. */
function withMargin(values: readonly number[]): readonly number[] {
  const [low, high] = rangeOf(values);
  return low <= high ? [low - 0.1 * (high - low), high + 0.1 * (high - low)] : [];
}

/** A bar that stands alone has its text beyond its end, and beyond its whisker: the room for that, as a share of what is shown. */
const textRoom = 0.16;
const barsWithText = ({ layers }: Panel): readonly number[] => layers.flatMap((layer) => (layer.type === "bars" && layer.texts && layer.stack === undefined ? layer.values : []));
const hasTextBelow = (panel: Panel): boolean => barsWithText(panel).some((value) => value < 0);
const hasTextAbove = (panel: Panel): boolean => barsWithText(panel).some((value) => value >= 0);

/** Room for the text to the right of the bar, or whisker, that reaches farthest. */
function withTextAtRight(values: readonly number[]): readonly [number, number] {
  const [low, high] = rangeOf(values);
  return [low, high + textBeside * (high - low)];
}

const textBeside = 0.24;

/** The text of an interval, or of a step, below 0 stands to its left where to its right it would stand on the line at 0. */
function withTextBeside({ low: lows, high: highs }: Pick<IntervalsLayer, "low" | "high">): readonly [number, number] {
  const [low, high] = withTextAtRight([...lows, ...highs, 0]);
  const room = textBeside * (high - low);
  const leftTexts = lows.filter((_, row) => highs[row]! < 0 && highs[row]! + room > 0);
  return [Math.min(low, ...leftTexts.map((end) => end - room)), high];
}

/** What the bars reach, stacked ones on each other: the ends above and below zero of every stack. */
function stackTotals(panel: Panel): readonly number[] {
  const ends: number[] = [0];
  const above = new Map<string, number>();
  const below = new Map<string, number>();
  panel.layers.forEach((layer, index) => {
    if (layer.type !== "bars") return;
    layer.values.forEach((value, category) => {
      const stacks = value < 0 ? below : above;
      const key = `${layer.stack ?? String(index)} ${String(category)}`;
      const end = (stacks.get(key) ?? 0) + value;
      stacks.set(key, end);
      ends.push(end);
    });
  });
  return ends;
}

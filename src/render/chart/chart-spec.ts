import type { Role } from "./colours.ts";

/**
 * A chart as plain data: what is drawn, not how. Made by the pure functions in `charts/`, snapshotted by tests,
 * sent to a worker, and drawn by `draw.ts`. Width and height are units of which `draw.ts` says how many pixels they are;
 * values are in the axis's own unit (decimals).
 */
export interface ChartSpec {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** One panel, or several: below each other, where a phone can read them. */
  readonly panels: readonly Panel[];
  /** Panels in a row, further ones below; 1 by default, and then the picture is as high as they need. */
  readonly columns?: number;
  /** Units of height of each panel in one column; 520 by default. Bars are read at less. */
  readonly panelHeight?: number;
}

export interface Panel {
  readonly title?: string;
  readonly x: Axis;
  readonly y: Axis;
  /** Drawn in order, the last on top. */
  readonly layers: readonly Layer[];
}

export interface Axis {
  readonly label: string;
  readonly format: AxisFormat;
  readonly min?: number;
  readonly max?: number;
  /** Between two ticks, from `min` on. */
  readonly step?: number;
  /** For format "category": the names, at 0, 1, 2, … */
  readonly categories?: readonly string[];
}

/** "date" values are days since 1970-01-01; "growth" is a logarithmic axis of dollars grown from $1. */
type AxisFormat = "percent" | "number" | "dollars" | "date" | "category" | "growth";

export type Layer = PointsLayer | LineLayer | BandLayer | BarsLayer | StepsLayer | IntervalsLayer | RuleLayer | NamesLayer | SpansLayer;

interface LayerName {
  /** In the legend; an empty label stays out of it. */
  readonly label: string;
  readonly role: Role;
}

/** Many small translucent squares, so that density shows. */
export interface PointsLayer extends LayerName {
  readonly type: "points";
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  /** Side of a square, 3 by default. */
  readonly size?: number;
}

export interface LineLayer extends LayerName {
  readonly type: "line";
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly dashed?: boolean;
}

/** The area between two lines: an interval through time. */
export interface BandLayer extends LayerName {
  readonly type: "band";
  readonly x: ArrayLike<number>;
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** One bar a category of the x axis; layers of the same stack stand on each other. */
export interface BarsLayer extends LayerName {
  readonly type: "bars";
  readonly values: readonly number[];
  readonly stack?: string;
  /** Text on each bar. */
  readonly texts?: readonly string[];
  /** The interval of each bar that stands alone, drawn as a whisker; null for one that has none. */
  readonly intervals?: readonly (readonly [low: number, high: number] | null)[];
}

/** A waterfall: one bar a category of the y axis, from where the one before it ends. */
export interface StepsLayer extends LayerName {
  readonly type: "steps";
  readonly steps: readonly Step[];
}

export interface Step {
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  readonly text: string;
}

/** A dot with its interval, one a category of the y axis: coefficients. */
export interface IntervalsLayer extends LayerName {
  readonly type: "intervals";
  readonly values: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Text beyond each interval. */
  readonly texts?: readonly string[];
}

/** A straight line across the panel. */
export interface RuleLayer extends LayerName {
  readonly type: "rule";
  readonly axis: "x" | "y";
  readonly at: number;
}

/** Stretches of the x axis, shaded from top to bottom: crises. */
export interface SpansLayer extends LayerName {
  readonly type: "spans";
  readonly spans: readonly (readonly [from: number, to: number])[];
}

/** Points that carry their names, and their intervals where they have one: of `y`, drawn as upright whiskers. */
export interface NamesLayer extends LayerName {
  readonly type: "names";
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly names: readonly string[];
  readonly intervals?: readonly (readonly [low: number, high: number] | null)[];
}

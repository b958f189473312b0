import { centred, deviation, dot, inverse, longRun, tBeyond, within95, type Fit, type Matrix, type Numbers } from "./statistics.ts";

/** Each row's weight in its own fitted value. */
export function leverages({ x, rows }: Fit): Numbers {
  const z = x.map((factor) => {
    const spread = deviation(factor) || 1;
    return centred(factor).map((value) => value / spread);
  });
  const inner = inverse(z.map((a) => z.map((b) => dot(a, b))));
  return Array.from({ length: rows }, (_, row) => {
    const point = z.map((column) => column[row]!);
    return 1 / rows + dot(point, inner.map((line) => dot(line, point)));
  });
}

const known = new WeakMap<Fit, Matrix>();
/** Each row's influence with its residual over 1 − leverage (MacKinnon and White 1985; Davidson and MacKinnon 1993): HC3. */
export function hc3Influence(fit: Fit): Matrix {
  const made = known.get(fit);
  if (made) return made;
  const weights = leverages(fit).map((leverage) => 1 / (1 - leverage));
  const influence = fit.influence.map((column) => column.map((value, row) => value * weights[row]!));
  known.set(fit, influence);
  return influence;
}
export const hc3Errors = (fit: Fit): Numbers => hc3Influence(fit).map((column) => Math.sqrt(dot(column, column)));

/** Kiefer and Vogelsang (2005), table 1: Bartlett's critical value at 97.5% for b = (lags + 1) ⁄ n, over the normal's. */
export function kieferVogelsang(lags: number, rows: number): number {
  if (lags === 0) return 1;
  const b = (lags + 1) / rows;
  return (1.96 + 2.9694 * b + 0.416 * b ** 2 - 0.5324 * b ** 3) / 1.96;
}

/** Errors for few rows: HC3 at 0 lags, Newey and West of the same residuals with Kiefer and Vogelsang's critical value beyond. */
export function smallSampleErrors(fit: Fit, lags: number): Numbers {
  const wider = kieferVogelsang(lags, fit.rows);
  return hc3Influence(fit).map((column) => wider * Math.sqrt(Math.max(0, longRun(column, column, lags))));
}

/** The rows cut into k stretches of equal length, one after the other. */
export function stretchesOf(rows: number, k: number): readonly (readonly [number, number])[] {
  return Array.from({ length: k }, (_, at) => [Math.floor((at * rows) / k), Math.floor(((at + 1) * rows) / k)] as const);
}

/** Sectioning (Asmussen and Glynn 2007): how far the stretches' values lie from that of all rows, t with k − 1 degrees. */
export function bySections(whole: number, parts: Numbers): { readonly error: number; readonly degrees: number; readonly reach: number; readonly pValue: number } {
  const k = parts.length;
  const error = Math.sqrt(parts.reduce((total, part) => total + (part - whole) ** 2, 0) / (k * (k - 1)));
  return { error, degrees: k - 1, reach: within95(k - 1) * error, pValue: tBeyond(whole / error, k - 1) };
}

/** Holm (1979): the k-th smallest of m times m − k + 1, never below a smaller one's, at most 1. */
export function holm(pValues: Numbers): Numbers {
  const order = pValues.map((_, at) => at).sort((a, b) => pValues[a]! - pValues[b]!);
  const joint: number[] = [];
  let last = 0;
  order.forEach((at, rank) => {
    last = Math.max(last, Math.min(1, pValues[at]! * (pValues.length - rank)));
    joint[at] = last;
  });
  return joint;
}

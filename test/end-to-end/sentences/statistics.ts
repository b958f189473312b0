/**
 * A second, small statistics library, written from textbooks for the predicates alone: it shares no line with what it
 * checks.
 */
export type Numbers = readonly number[];

export function sum(values: Numbers): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
export const mean = (values: Numbers): number => sum(values) / values.length;
export function dot(a: Numbers, b: Numbers): number {
  let total = 0;
  for (let at = 0; at < a.length; at += 1) total += a[at]! * b[at]!;
  return total;
}
export const centred = (values: Numbers): Numbers => {
  const middle = mean(values);
  return values.map((value) => value - middle);
};
export const variance = (values: Numbers): number => {
  const gaps = centred(values);
  return dot(gaps, gaps) / (values.length - 1);
};
export const deviation = (values: Numbers): number => Math.sqrt(variance(values));
export const covariance = (a: Numbers, b: Numbers): number => dot(centred(a), centred(b)) / (a.length - 1);
export const correlation = (a: Numbers, b: Numbers): number => covariance(a, b) / Math.sqrt(variance(a) * variance(b));

function logGamma(x: number): number {
  if (x < 8) return logGamma(x + 1) - Math.log(x);
  const inverse = 1 / (x * x);
  const series = 1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188 - (inverse * 691) / 360360))));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series / x;
}

/** The share of a gamma distribution of shape a above x. */
export function gammaAbove(a: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let total = term;
    for (let k = 1; k < 10_000 && Math.abs(term) > 1e-17 * total; k += 1) total += term *= x / (a + k);
    return 1 - front * total;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 10_000; k += 1) {
    const step = -k * (k - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * h;
}

/** The incomplete beta function's ratio, by its continued fraction. */
function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let h = d;
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / (1 + even * d || tiny);
    c = 1 + even / c || tiny;
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + odd * d || tiny);
    c = 1 + odd / c || tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return front * h;
}

export const chiSquaredAbove = (x: number, degrees: number): number => gammaAbove(degrees / 2, x / 2);
export const fAbove = (x: number, top: number, bottom: number): number => (x <= 0 ? 1 : betaBelow(bottom / (bottom + top * x), bottom / 2, top / 2));
/** Both tails. */
export const tBeyond = (t: number, degrees: number): number => betaBelow(degrees / (degrees + t * t), degrees / 2, 0.5);
export const normalBeyond = (z: number): number => gammaAbove(0.5, (z * z) / 2);

function solve(rising: (x: number) => number, target: number, low: number, high: number): number {
  for (let k = 0; k < 200; k += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

const quantiles = new Map<string, number>();
/** The point that a share of `level` lies within, both tails cut; infinite degrees are the normal. */
export function within(level: number, degrees: number): number {
  const key = `${level} ${degrees}`;
  const known = quantiles.get(key);
  if (known !== undefined) return known;
  const beyond = degrees === Infinity ? normalBeyond : (x: number): number => tBeyond(x, degrees);
  const found = solve((x) => 1 - beyond(x), level, 0, 1000);
  quantiles.set(key, found);
  return found;
}
export const within95 = (degrees: number): number => within(0.95, degrees);

export type Matrix = readonly Numbers[];

/** Gauss and Jordan, the largest pivot first. */
export function inverse(matrix: Matrix): Matrix {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...Array.from({ length: size }, (_, k) => (k === at ? 1 : 0))]);
  for (let k = 0; k < size; k += 1) {
    let best = k;
    for (let i = k + 1; i < size; i += 1) if (Math.abs(rows[i]![k]!) > Math.abs(rows[best]![k]!)) best = i;
    [rows[k], rows[best]] = [rows[best]!, rows[k]!];
    const pivot = rows[k]![k]!;
    rows[k] = rows[k]!.map((value) => value / pivot);
    for (let i = 0; i < size; i += 1) {
      if (i === k) continue;
      const factor = rows[i]![k]!;
      rows[i] = rows[i]!.map((value, j) => value - factor * rows[k]![j]!);
    }
  }
  return rows.map((row) => row.slice(size));
}

export interface Fit {
  readonly rows: number;
  readonly y: Numbers;
  readonly x: Matrix;
  /** α first, then a β for each factor. */
  readonly coefficients: Numbers;
  readonly residuals: Numbers;
  readonly rSquared: number;
  readonly residualVariance: number;
  /** What each row adds to each coefficient: influence[k][row], the sum is the estimate's error. */
  readonly influence: Matrix;
  readonly errors: Numbers;
  readonly degrees: number;
}

/** Least squares with a constant; sums of squares from centred columns scaled to one size. */
export function leastSquares(y: Numbers, factors: Matrix): Fit {
  const n = y.length;
  const k = factors.length;
  const scales = factors.map((factor) => deviation(factor) || 1);
  const z = factors.map((factor, at) => centred(factor).map((value) => value / scales[at]!));
  const centredY = centred(y);
  const inner = inverse(z.map((a) => z.map((b) => dot(a, b))));
  const project = (target: Numbers): Numbers => {
    const right = z.map((column) => dot(column, target));
    return inner.map((row) => dot(row, right));
  };
  let scaled = project(centredY);
  const left = (): Numbers => centredY.map((value, at) => value - z.reduce((total, column, j) => total + column[at]! * scaled[j]!, 0));
  // One step of refinement: exact fits and near collinear factors need it.
  const correction = project(left());
  scaled = scaled.map((value, at) => value + correction[at]!);
  const residuals = centred(left());
  const betas = scaled.map((value, at) => value / scales[at]!);
  const means = factors.map(mean);
  const alpha = mean(y) - dot(betas, means);
  const squares = dot(residuals, residuals);
  const degrees = n - k - 1;
  const residualVariance = squares / degrees;
  const slopes = betas.map((_, j) =>
    residuals.map((u, row) => (u * inner[j]!.reduce((total, value, i) => total + value * z[i]![row]!, 0)) / scales[j]!),
  );
  const first = residuals.map((u, row) => u / n - slopes.reduce((total, slope, j) => total + slope[row]! * means[j]!, 0));
  const covarianceOfBetas = inner.map((row, i) => row.map((value, j) => (residualVariance * value) / (scales[i]! * scales[j]!)));
  const alphaVariance = residualVariance / n + dot(means, covarianceOfBetas.map((row) => dot(row, means)));
  return {
    rows: n,
    y,
    x: factors,
    coefficients: [alpha, ...betas],
    residuals,
    rSquared: 1 - squares / dot(centredY, centredY),
    residualVariance,
    influence: [first, ...slopes],
    errors: [alphaVariance, ...covarianceOfBetas.map((row, at) => row[at]!)].map(Math.sqrt),
    degrees,
  };
}

/** Newey and West (1987): the long-run sum of products, Bartlett weights. */
const runs = new Map<number, Numbers>();
/** The stretch of each of so many rows, of which these begin one that follows missing rows. */
export function stretchOfRows(rows: number, begins: Numbers): Numbers {
  const starts = new Set(begins);
  let stretch = 0;
  return Array.from({ length: rows }, (_, row) => (starts.has(row) ? (stretch += 1) : stretch));
}
/** Columns as long as this are of these rows from now on: no lag reaches from one stretch into another. */
export const useStretches = (stretches: Numbers): void => void runs.set(stretches.length, stretches);
export const rowsInStretches = (rows: number, begins: Numbers): void => useStretches(stretchOfRows(rows, begins));
const together = (rows: number): ((one: number, other: number) => boolean) => {
  const of = runs.get(rows);
  return (one, other) => of === undefined || of[one] === of[other];
};

export function longRun(a: Numbers, b: Numbers, lags: number): number {
  let total = dot(a, b);
  const near = together(a.length);
  for (let lag = 1; lag <= lags; lag += 1) {
    let products = 0;
    for (let row = lag; row < a.length; row += 1) if (near(row, row - lag)) products += a[row]! * b[row - lag]! + b[row]! * a[row - lag]!;
    total += (1 - lag / (lags + 1)) * products;
  }
  return total;
}

/** Newey and West's rule of thumb: 4 (n / 100)^(2/9), rounded down. */
export const automaticLags = (rows: number): number => Math.floor(4 * (rows / 100) ** (2 / 9));
/** Newey and West's plug-in for Bartlett (1994): the scores of the slopes added up, their covariances up to the rule of thumb's lag. */
export function lagsByData({ residuals, x, rows }: Fit): number {
  const scores = residuals.map((u, row) => u * sum(x.map((column) => column[row]!)));
  const near = together(rows);
  const at = (lag: number): number => sum(scores.map((score, row) => (row >= lag && near(row, row - lag) ? score * scores[row - lag]! : 0)));
  const covariances = Array.from({ length: automaticLags(rows) + 1 }, (_, lag) => at(lag));
  const level = sum(covariances) * 2 - covariances[0]!;
  const slope = 2 * sum(covariances.map((value, lag) => lag * value));
  return Math.min(rows - 1, Math.floor(1.1447 * Math.cbrt((slope / level) ** 2 * rows)));
}
export const hacErrors = (fit: Fit, lags = automaticLags(fit.rows)): Numbers => fit.influence.map((column) => Math.sqrt(Math.max(0, longRun(column, column, lags))));
/** White (1980) × n ⁄ (n − k). */
export const hc1Errors = (fit: Fit): Numbers => fit.influence.map((column) => Math.sqrt((dot(column, column) * fit.rows) / fit.degrees));

export interface Shape {
  readonly skew: number;
  readonly kurtosis: number;
  readonly jarqueBera: number;
  readonly pValue: number;
}

export function shapeOf(values: Numbers): Shape {
  const gaps = centred(values);
  const n = values.length;
  const moment = (power: number): number => sum(gaps.map((gap) => gap ** power)) / n;
  const skew = moment(3) / moment(2) ** 1.5;
  const kurtosis = moment(4) / moment(2) ** 2;
  const jarqueBera = (n / 6) * (skew ** 2 + (kurtosis - 3) ** 2 / 4);
  return { skew, kurtosis, jarqueBera, pValue: chiSquaredAbove(jarqueBera, 2) };
}

/** Breusch and Pagan in Koenker's form: n R² of the squared residuals on the factors. */
export function breuschPagan(fit: Fit): { readonly statistic: number; readonly pValue: number } {
  const squares = leastSquares(fit.residuals.map((u) => u * u), fit.x);
  const statistic = fit.rows * squares.rSquared;
  return { statistic, pValue: chiSquaredAbove(statistic, fit.x.length) };
}

export const durbinWatson = ({ residuals }: Fit): number =>
  sum(residuals.slice(1).map((u, at) => (u - residuals[at]!) ** 2)) / dot(residuals, residuals);

/** A residual's correlation with the one before, and its error by White: sizes may go together. */
export function neighbours({ residuals }: Fit): { readonly correlation: number; readonly error: number; readonly pValue: number } {
  const products = residuals.slice(1).map((u, at) => u * residuals[at]!);
  const squares = dot(residuals, residuals);
  const found = sum(products) / squares;
  const error = Math.sqrt(dot(products, products)) / squares;
  return { correlation: found, error, pValue: normalBeyond(found / error) };
}

/** Gibbons, Ross and Shanken (1989). */
export function gibbonsRossShanken(fits: readonly Fit[]): { readonly statistic: number; readonly top: number; readonly bottom: number; readonly pValue: number } {
  const { rows: n, x } = fits[0]!;
  const assets = fits.length;
  const k = x.length;
  const alphas = fits.map(({ coefficients }) => coefficients[0]!);
  const sigma = inverse(fits.map((a) => fits.map((b) => dot(a.residuals, b.residuals) / n)));
  const omega = inverse(x.map((a) => x.map((b) => (covariance(a, b) * (n - 1)) / n)));
  const means = x.map(mean);
  const quadratic = dot(alphas, sigma.map((row) => dot(row, alphas)));
  const ratio = dot(means, omega.map((row) => dot(row, means)));
  const bottom = n - assets - k;
  const statistic = ((bottom / assets) * quadratic) / (1 + ratio);
  return { statistic, top: assets, bottom, pValue: fAbove(statistic, assets, bottom) };
}

/** Largest robust LM statistic of a break in one coefficient, middle 70% (Andrews 1993), p-value by Hansen (1997). */
export function supLM(y: Numbers, factor: Numbers): { readonly statistic: number; readonly pValue: number; readonly before: number; readonly first: number; readonly last: number } {
  const n = y.length;
  const scale = deviation(factor);
  const x = factor.map((value) => value / scale);
  const { residuals: u } = leastSquares(y, [x]);
  const total = { s0: n, s1: sum(x), s2: dot(x, x) };
  const determinant = total.s0 * total.s2 - total.s1 ** 2;
  const inv = [total.s2 / determinant, -total.s1 / determinant, total.s0 / determinant] as const;
  const meat = [0, 1, 2].map((power) => sum(u.map((value, row) => value * value * x[row]! ** power)));
  const first = Math.ceil(0.15 * n);
  const last = Math.floor(0.85 * n);
  let [m1, m2, v1, v2, score] = [0, 0, 0, 0, 0];
  let best = { statistic: -1, before: first };
  for (let row = 0; row < last; row += 1) {
    const [f, e] = [x[row]!, u[row]!];
    m1 += f;
    m2 += f * f;
    v1 += e * e * f;
    v2 += e * e * f * f;
    score += f * e;
    if (row + 1 < first) continue;
    // Second row of P = M(t) M(T)⁻¹, and V = S − P S − (P S)ᵀ + P S(T) Pᵀ.
    const p0 = m1 * inv[0] + m2 * inv[1];
    const p1 = m1 * inv[1] + m2 * inv[2];
    const ps = p0 * v1 + p1 * v2;
    const psp = p0 * p0 * meat[0]! + 2 * p0 * p1 * meat[1]! + p1 * p1 * meat[2]!;
    const statistic = score ** 2 / (v2 - 2 * ps + psp);
    if (statistic > best.statistic) best = { statistic, before: row + 1 };
  }
  const pValue = chiSquaredAbove(Math.max(0, -0.98828874 + 1.01604712 * best.statistic), 2.96752918);
  return { ...best, pValue, first, last };
}

/** Hansen (1997, table 1, 15% trimming): a, b and the degrees of freedom by how many coefficients may break. */
const hansen = [
  [-0.98828874, 1.01604712, 2.96752918],
  [-1.65273586, 1.05932633, 4.69340428],
  [-2.04820499, 1.13491785, 6.75208304],
  [-2.52186324, 1.10727065, 7.95561422],
  [-3.4646422, 1.06781143, 8.27206632],
  [-4.04745714, 1.08339951, 9.51466537],
  [-4.4191379, 1.10217153, 11.01503763],
] as const;

/** The same for the coefficients of several factors together: S'V⁻¹S after each row, from the matrices themselves. */
export function supLMOfAll(y: Numbers, factors: readonly Numbers[]): { readonly statistic: number; readonly pValue: number; readonly first: number; readonly last: number } {
  const n = y.length;
  const columns = [y.map(() => 1), ...factors.map((factor) => factor.map((value) => value / deviation(factor)))];
  const { residuals: u } = leastSquares(y, columns.slice(1));
  const size = columns.length;
  const zero = (): number[][] => columns.map(() => columns.map(() => 0));
  const product = (a: readonly Numbers[], b: readonly Numbers[]): number[][] => a.map((row) => columns.map((_, j) => sum(row.map((value, k) => value * b[k]![j]!))));
  const turned = (a: readonly Numbers[]): number[][] => a.map((_, i) => a.map((row) => row[i]!));
  const add = (to: number[][], row: number, weight: number): void => {
    for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) to[i]![j]! += weight * columns[i]![row]! * columns[j]![row]!;
  };
  const [whole, meat] = [zero(), zero()];
  for (let row = 0; row < n; row += 1) {
    add(whole, row, 1);
    add(meat, row, u[row]! ** 2);
  }
  const inv = inverse(whole);
  const [first, last] = [Math.ceil(0.15 * n), Math.floor(0.85 * n)];
  const [m, s, score] = [zero(), zero(), columns.map(() => 0)];
  let best = -1;
  for (let row = 0; row < last; row += 1) {
    add(m, row, 1);
    add(s, row, u[row]! ** 2);
    columns.forEach((column, i) => (score[i]! += column[row]! * u[row]!));
    if (row + 1 < first) continue;
    const p = product(m, inv);
    const ps = product(p, s);
    const v = s.map((line, i) => line.map((value, j) => value - ps[i]![j]! - ps[j]![i]!));
    const around = product(product(p, meat), turned(p));
    const betas = v.slice(1).map((line, i) => line.slice(1).map((value, j) => value + around[i + 1]![j + 1]!));
    const scores = score.slice(1);
    best = Math.max(best, dot(scores, inverse(betas).map((line) => dot(line, scores))));
  }
  const [a, b, degrees] = hansen[factors.length - 1]!;
  return { statistic: best, pValue: chiSquaredAbove(Math.max(0, a + b * best), degrees), first, last };
}

/**
 * The split of the rows that leaves the smallest sum of squares when β differs before and after it (Bai 1997), and those
 * that leave 7.35 η² more at most, η² = Σf²ε² ⁄ Σf² (Hansen 2000; Eo and Morley 2015). Rows before each.
 */
export function singleSplit(y: Numbers, factor: Numbers): { readonly before: number; readonly earliest: number; readonly latest: number } {
  const n = y.length;
  const { residuals: u } = leastSquares(y, [factor]);
  const inner = inverse([[n, sum(factor)], [sum(factor), dot(factor, factor)]]);
  const [first, last] = [Math.ceil(0.15 * n), Math.floor(0.85 * n)];
  const gains = new Map<number, number>();
  let [f1, f2, fu] = [0, 0, 0];
  for (let row = 0; row < last; row += 1) {
    f1 += factor[row]!;
    f2 += factor[row]! ** 2;
    fu += factor[row]! * u[row]!;
    const left = f2 - dot([f1, f2], inner.map((line) => dot(line, [f1, f2])));
    if (row + 1 >= first) gains.set(row + 1, fu ** 2 / left);
  }
  const before = [...gains].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  const { residuals } = leastSquares(y, [factor, factor.map((value, row) => (row < before ? 0 : value))]);
  const noise = sum(residuals.map((e, row) => (e * factor[row]!) ** 2)) / dot(factor, factor);
  const near = [...gains].filter(([, gain]) => gains.get(before)! - gain <= 7.35 * noise).map(([rows]) => rows);
  return { before, earliest: Math.min(...near), latest: Math.max(...near) };
}

/** The deepest fall of compounded returns below their peak so far, the start being a peak too. */
export function drawdown(returns: Numbers): { readonly depth: number; readonly peak: number; readonly trough: number; readonly recovered: number | null } {
  let wealth = 1;
  let peak = { wealth: 1, row: -1 };
  let worst = { depth: 0, peak: -1, trough: -1, height: 1 };
  returns.forEach((value, row) => {
    wealth *= 1 + value;
    if (wealth > peak.wealth) peak = { wealth, row };
    const depth = 1 - wealth / peak.wealth;
    if (depth > worst.depth) worst = { depth, peak: peak.row, trough: row, height: peak.wealth };
  });
  let level = 1;
  let recovered: number | null = null;
  returns.forEach((value, row) => {
    level *= 1 + value;
    if (recovered === null && row > worst.trough && level >= worst.height) recovered = row;
  });
  return { depth: worst.depth, peak: worst.peak, trough: worst.trough, recovered };
}

/** Every fall below the highest wealth so far until that is reached again; the deepest first. Rows; −1 is the start. */
export function falls(returns: Numbers): readonly { readonly depth: number; readonly peak: number; readonly trough: number; readonly recovered: number | null }[] {
  const wealth = [1];
  for (const value of returns) wealth.push(wealth.at(-1)! * (1 + value));
  let highest = 0;
  const tops = wealth.flatMap((value, at) => {
    if (value < highest) return [];
    highest = value;
    return [at];
  });
  const found = tops.flatMap((top, k) => {
    const end = tops[k + 1] ?? null;
    const between = wealth.slice(top + 1, end ?? undefined);
    if (between.length === 0) return [];
    const low = Math.min(...between);
    return [{ depth: 1 - low / wealth[top]!, peak: top - 1, trough: top + between.indexOf(low), recovered: end === null ? null : end - 1 }];
  });
  return found.sort((one, other) => other.depth - one.depth);
}

/** Eigenvalues of a symmetric matrix, by Jacobi's rotations. */
export function eigenvalues(matrix: Matrix): Numbers {
  const a = matrix.map((row) => [...row]);
  const size = a.length;
  for (let sweep = 0; sweep < 60; sweep += 1) {
    for (let p = 0; p < size; p += 1) {
      for (let q = p + 1; q < size; q += 1) {
        if (Math.abs(a[p]![q]!) < 1e-300) continue;
        const theta = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
        const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        const s = t * c;
        for (let k = 0; k < size; k += 1) {
          const [x, y] = [a[k]![p]!, a[k]![q]!];
          a[k]![p] = c * x - s * y;
          a[k]![q] = s * x + c * y;
        }
        for (let k = 0; k < size; k += 1) {
          const [x, y] = [a[p]![k]!, a[q]![k]!];
          a[p]![k] = c * x - s * y;
          a[q]![k] = s * x + c * y;
        }
      }
    }
  }
  return a.map((row, at) => row[at]!);
}

/** Largest over smallest singular value of the columns with the constant (statsmodels' Cond. No.). */
export function conditionNumber({ x, rows }: Fit): number {
  const columns = [Array.from({ length: rows }, () => 1), ...x];
  const values = eigenvalues(columns.map((a) => columns.map((b) => dot(a, b))));
  return Math.sqrt(Math.max(...values) / Math.min(...values));
}

/** D'Agostino and Pearson's K²: skew and kurtosis, each turned into a standard normal (SciPy's normaltest). */
export function omnibus(values: Numbers): number {
  const n = values.length;
  const { skew, kurtosis } = shapeOf(values);
  const y = skew * Math.sqrt(((n + 1) * (n + 3)) / (6 * (n - 2)));
  const beta2 = (3 * (n * n + 27 * n - 70) * (n + 1) * (n + 3)) / ((n - 2) * (n + 5) * (n + 7) * (n + 9));
  const w2 = -1 + Math.sqrt(2 * (beta2 - 1));
  const scaled = y / Math.sqrt(2 / (w2 - 1));
  const first = Math.asinh(scaled) / Math.sqrt(0.5 * Math.log(w2));
  const expected = (3 * (n - 1)) / (n + 1);
  const spread = (24 * n * (n - 2) * (n - 3)) / ((n + 1) ** 2 * (n + 3) * (n + 5));
  const x = (kurtosis - expected) / Math.sqrt(spread);
  const root = ((6 * (n * n - 5 * n + 2)) / ((n + 7) * (n + 9))) * Math.sqrt((6 * (n + 3) * (n + 5)) / (n * (n - 2) * (n - 3)));
  const a = 6 + (8 / root) * (2 / root + Math.sqrt(1 + 4 / root ** 2));
  const ratio = (1 - 2 / a) / (1 + x * Math.sqrt(2 / (a - 4)));
  const second = (1 - 2 / (9 * a) - Math.cbrt(ratio)) / Math.sqrt(2 / (9 * a));
  return first ** 2 + second ** 2;
}

/** Each row's share in the error of a ratio of a mean to a standard deviation (Mertens 2002, Opdyke 2007). */
export function ratioInfluence(ratio: number, values: Numbers, meanInfluence: Numbers): Numbers {
  const gaps = centred(values);
  const spread = Math.sqrt(dot(gaps, gaps) / values.length);
  return gaps.map((gap, row) => meanInfluence[row]! / spread - (ratio / 2) * ((gap / spread) ** 2 - 1) / values.length);
}

/** Ledoit and Wolf (2008): the difference of two Sharpe ratios of a row, and its prewhitened Parzen error; `besides`: what each row moves it otherwise. */
export function sharpeGap(a: Numbers, b: Numbers, besides: Numbers): { readonly gap: number; readonly error: number } {
  const n = a.length;
  const moments = [a, b, a.map((value) => value * value), b.map((value) => value * value)];
  const [m1 = 0, m2 = 0, g1 = 0, g2 = 0] = moments.map(mean);
  const [s1, s2] = [Math.sqrt(g1 - m1 * m1), Math.sqrt(g2 - m2 * m2)];
  const gradient = [g1 / s1 ** 3, -g2 / s2 ** 3, -m1 / 2 / s1 ** 3, m2 / 2 / s2 ** 3];
  const psi = a.map((_, row) => gradient.reduce((total, slope, k) => total + slope * (moments[k]![row]! - [m1, m2, g1, g2][k]!), besides[row]!));
  const near = together(n);
  const follows = psi.flatMap((_, row) => (row > 0 && near(row, row - 1) ? [row] : []));
  const [late, early] = [follows.map((row) => psi[row]!), follows.map((row) => psi[row - 1]!)];
  const rho = Math.min(0.97, Math.max(-0.97, dot(late, early) / dot(early, early)));
  const u = late.map((value, row) => value - rho * early[row]!);
  const pairs = (lag: number): readonly (readonly [number, number])[] => u.flatMap((value, at) => (at >= lag && near(follows[at]!, follows[at - lag]!) ? [[value, u[at - lag]!] as const] : []));
  const next = pairs(1);
  const [x, y] = [centred(next.map(([value]) => value)), centred(next.map(([, value]) => value))];
  const rest = dot(x, y) / dot(y, y);
  const width = Math.min(n, 2.6614 * (((4 * rest * rest) / (1 - rest) ** 4) * u.length) ** 0.2);
  let total = dot(u, u);
  for (let lag = 1; lag < Math.min(u.length, Math.ceil(width)); lag += 1) {
    const z = lag / width;
    const weight = z <= 0.5 ? 1 - 6 * z * z + 6 * z ** 3 : 2 * (1 - z) ** 3;
    total += 2 * weight * sum(pairs(lag).map(([one, other]) => one * other));
  }
  return { gap: (m1 / s1 - m2 / s2) * Math.sqrt((n - 1) / n), error: Math.sqrt(total / n / (1 - rho) ** 2 / (n - 4)) };
}

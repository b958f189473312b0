/** Least squares by exact rational arithmetic on the very doubles the engine gets: the reference for its digits. */

export interface Ratio {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

export interface ExactFit {
  readonly coefficients: readonly Ratio[];
  /** Squares of the classical standard errors. */
  readonly squaredErrors: readonly Ratio[];
  readonly rSquared: Ratio;
}

/** Values as whole numbers over a common scale. */
export interface WholeColumn {
  readonly values: readonly bigint[];
  readonly scale: bigint;
}

export function exactLeastSquares(
  response: Float64Array,
  regressors: readonly Float64Array[],
  hasConstant = true,
): ExactFit {
  return exactFit(wholeColumn(response), regressors.map(wholeColumn), hasConstant);
}

export function exactFit(response: WholeColumn, regressors: readonly WholeColumn[], hasConstant = true): ExactFit {
  const ones: WholeColumn = { values: response.values.map(() => 1n), scale: 1n };
  const columns = [...(hasConstant ? [ones] : []), ...regressors, response];
  const k = columns.length - 1;
  const gram = columns.map((a, i) => columns.map((b, j) => (j < i ? 0n : dot(a.values, b.values))));
  for (let i = 0; i <= k; i++) for (let j = 0; j < i; j++) gram[i]![j] = gram[j]![i]!;
  const inner = gram.slice(0, k).map((row) => row.slice(0, k));
  const determinant = determinantOf(inner);
  const n = BigInt(response.values.length);
  // Schur complements: det of the whole Gram matrix over det of the regressors' is the sum of squared residuals.
  const residual = ratio(determinantOf(gram), determinant);
  const total = hasConstant
    ? ratio(n * gram[k]![k]! - gram[0]![k]! ** 2n, n)
    : ratio(gram[k]![k]!, 1n);
  return {
    coefficients: inner.map((_, j) => {
      const replaced = inner.map((row, i) => row.map((entry, m) => (m === j ? gram[i]![k]! : entry)));
      return times(ratio(determinantOf(replaced), determinant), ratio(columns[j]!.scale, response.scale));
    }),
    squaredErrors: inner.map((_, j) => {
      const minor = inner.filter((__, i) => i !== j).map((row) => row.filter((__, m) => m !== j));
      const inverse = ratio(k === 1 ? 1n : determinantOf(minor), determinant * (n - BigInt(k)));
      const unit = ratio(columns[j]!.scale ** 2n, response.scale ** 2n);
      return times(times(residual, inverse), unit);
    }),
    rSquared: ratio(
      total.numerator * residual.denominator - residual.numerator * total.denominator,
      total.numerator * residual.denominator,
    ),
  };
}

const times = (a: Ratio, b: Ratio): Ratio => ratio(a.numerator * b.numerator, a.denominator * b.denominator);

/** Significant decimal digits on which a double agrees with an exact value; 17 where it is the nearest double. */
export function digitsAgreed(computed: number, exact: Ratio): number {
  if (!Number.isFinite(computed)) return 0;
  const { numerator, denominator } = ratioOf(computed);
  const difference = magnitude(numerator * exact.denominator - exact.numerator * denominator);
  if (difference === 0n) return 17;
  if (exact.numerator === 0n) return -Math.log10(Math.abs(computed));
  return Math.min(17, -log10(ratio(difference, magnitude(exact.numerator) * denominator)));
}

/** The same against the square root of an exact value, known by its square. */
export function digitsAgreedOnRoot(computed: number, square: Ratio): number {
  const { numerator, denominator } = ratioOf(computed);
  // (c² − s²)/s² is twice the relative error of c.
  const c = ratio(numerator ** 2n, denominator ** 2n);
  const difference = magnitude(c.numerator * square.denominator - square.numerator * c.denominator);
  if (difference === 0n) return 17;
  if (square.numerator === 0n) return -Math.log10(Math.abs(computed));
  return Math.min(17, -log10(ratio(difference, 2n * square.numerator * c.denominator)));
}

/** A double as the fraction that it is. */
export function ratioOf(value: number): Ratio {
  const { values, scale } = wholeColumn(Float64Array.of(value));
  return ratio(values[0]!, scale);
}

const ratio = (numerator: bigint, denominator: bigint): Ratio =>
  denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function log10({ numerator, denominator }: Ratio): number {
  const bits = numerator.toString(2).length - denominator.toString(2).length;
  const shift = BigInt(Math.abs(bits));
  const [top, bottom] = bits > 0 ? [numerator, denominator << shift] : [numerator << shift, denominator];
  return Math.log10(Number((top << 60n) / bottom) / 2 ** 60) + bits * Math.log10(2);
}

function wholeColumn(column: Float64Array): WholeColumn {
  const parts = Array.from(column, mantissaOf);
  const exponent = Math.max(...parts.map(({ power }) => power), 0);
  return { values: parts.map(({ whole, power }) => whole << BigInt(exponent - power)), scale: 1n << BigInt(exponent) };
}

/** value = whole · 2^-power. */
function mantissaOf(value: number): { readonly whole: bigint; readonly power: number } {
  if (Number.isInteger(value)) return { whole: BigInt(value), power: 0 };
  let power = 0;
  let whole = value;
  while (!Number.isInteger(whole)) {
    const step = 26;
    whole *= 2 ** step;
    power += step;
  }
  return { whole: BigInt(whole), power };
}

function dot(a: readonly bigint[], b: readonly bigint[]): bigint {
  let sum = 0n;
  for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
  return sum;
}

/** Fraction-free elimination (Bareiss 1968) with row exchanges. */
function determinantOf(matrix: readonly (readonly bigint[])[]): bigint {
  const table = matrix.map((row) => [...row]);
  let previous = 1n;
  let sign = 1n;
  for (let pivot = 0; pivot + 1 < table.length; pivot++) {
    const found = table.findIndex((row, i) => i >= pivot && row[pivot] !== 0n);
    if (found < 0) return 0n;
    if (found !== pivot) {
      [table[pivot], table[found]] = [table[found]!, table[pivot]!];
      sign = -sign;
    }
    for (let i = pivot + 1; i < table.length; i++) {
      for (let j = pivot + 1; j < table.length; j++) {
        table[i]![j] =
          (table[i]![j]! * table[pivot]![pivot]! - table[i]![pivot]! * table[pivot]![j]!) / previous;
      }
    }
    previous = table[pivot]![pivot]!;
  }
  return sign * table.at(-1)!.at(-1)!;
}

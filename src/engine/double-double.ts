/**
 * Double-double arithmetic: a number as the unevaluated sum of two doubles, about 32 decimal digits.
 *
 * Error-free transformations after Dekker (1971) and Knuth (TAOCP 2, 4.2.2), as in Hida, Li and Bailey
 * (2001), "Library for Double-Double and Quad-Double Arithmetic". JavaScript has no fused multiply-add,
 * so products are split in halves of 26 bits (Veltkamp). Operands above 1e300 would overflow in the
 * splitting; returns are far from there.
 *
 * For the few numbers that come out of a regression; loops over rows have the same steps inlined.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

/** 2²⁷ + 1: multiplying by it and subtracting leaves the upper 26 bits of a double. */
export const splitter = 134_217_729;

export const zero: DoubleDouble = { high: 0, low: 0 };

export const fromNumber = (value: number): DoubleDouble => ({ high: value, low: 0 });

/** a + b with nothing lost. */
export function twoSum(a: number, b: number): DoubleDouble {
  const high = a + b;
  const bVirtual = high - a;
  return { high, low: a - (high - bVirtual) + (b - bVirtual) };
}

/** a · b with nothing lost. */
function twoProduct(a: number, b: number): DoubleDouble {
  const high = a * b;
  const aScaled = splitter * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = splitter * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return { high, low: aLow * bLow - (high - aHigh * bHigh - aLow * bHigh - aHigh * bLow) };
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const high = twoSum(a.high, b.high);
  const low = twoSum(a.low, b.low);
  const middle = twoSum(high.high, high.low + low.high);
  return twoSum(middle.high, middle.low + low.low);
}

const negate = (a: DoubleDouble): DoubleDouble => ({ high: -a.high, low: -a.low });

export const subtract = (a: DoubleDouble, b: DoubleDouble): DoubleDouble => add(a, negate(b));

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const product = twoProduct(a.high, b.high);
  return twoSum(product.high, product.low + (a.high * b.low + a.low * b.high));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const first = a.high / b.high;
  const remainder = subtract(a, multiply(b, fromNumber(first)));
  const second = remainder.high / b.high;
  const tail = subtract(remainder, multiply(b, fromNumber(second))).high / b.high;
  const sum = twoSum(first, second);
  return twoSum(sum.high, sum.low + tail);
}

/** One Newton step from the double root doubles its digits. */
export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a.high <= 0) return zero;
  const root = Math.sqrt(a.high);
  const remainder = subtract(a, twoProduct(root, root)).high;
  return twoSum(root, remainder / (2 * root));
}

/** Rounded once, to the nearest double. */
export const toNumber = (a: DoubleDouble): number => a.high + a.low;

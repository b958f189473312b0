/**
 * Seeded random numbers that are the same to the last bit on every machine: integers, + − × ÷ and square roots
 * only. Logarithms, powers and cosines are left out: their last bit may change with the JavaScript engine.
 */
export interface Random {
  /** Uniform on [0, 1), 32 bits. */
  uniform(): number;
  /** Mean 0, variance 1: the sum of twelve uniforms less six (tails end at ±6, which the fat tails make up for). */
  normal(): number;
  /** Chi-squared over its degrees of freedom: mean 1. Its reciprocal's root turns a normal into a Student t. */
  meanSquare(degreesOfFreedom: number): number;
}

/** The generator sfc32 (Chris Doty-Humphrey, PractRand): a counter and three words of state, period above 2³². */
export function seededRandom(seed: number): Random {
  let first = 0x9e3779b9;
  let second = 0x243f6a88;
  let third = 0xb7e15162;
  let counter = seed | 0;

  const next = (): number => {
    const sum = (first + second + counter) | 0;
    counter = (counter + 1) | 0;
    first = second ^ (second >>> 9);
    second = (third + (third << 3)) | 0;
    third = (((third << 21) | (third >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();

  const uniform = (): number => next() / 4_294_967_296;
  const normal = (): number => {
    let sum = -6;
    for (let term = 0; term < 12; term += 1) sum += uniform();
    return sum;
  };
  const meanSquare = (degreesOfFreedom: number): number => {
    let sum = 0;
    for (let term = 0; term < degreesOfFreedom; term += 1) {
      const draw = normal();
      sum += draw * draw;
    }
    return sum / degreesOfFreedom;
  };
  return { uniform, normal, meanSquare };
}

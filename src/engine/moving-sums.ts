/**
 * Sums over every window of `length` consecutive values, those that stick out at either end included
 * (values.length + length − 1 sums).
 *
 * Each window lies across one boundary between blocks of its own length, so its sum is what is left of
 * the left block plus the beginning of the right one (van Herk 1992): one addition a window whatever its
 * length, and no subtraction, so nothing drifts.
 *
 * @example
 * ```ts
 * [...movingSums(Float64Array.of(1, 2, 3, 4), 2)]; // → [1, 3, 5, 7, 4]
 * ```
 */
export function movingSums(values: Float64Array, length: number): Float64Array {
  const count = values.length + length - 1;
  const padded = new Float64Array(count + length - 1);
  padded.set(values, length - 1);
  const left = new Float64Array(padded.length);
  const right = new Float64Array(padded.length);
  for (let start = 0; start < padded.length; start += length) {
    const end = Math.min(padded.length, start + length);
    let sum = 0;
    for (let i = start; i < end; i++) {
      sum += padded[i]!;
      right[i] = sum;
    }
    sum = 0;
    for (let i = end - 1; i >= start; i--) {
      sum += padded[i]!;
      left[i] = sum;
    }
  }
  const sums = new Float64Array(count);
  for (let i = 0; i < count; i++) sums[i] = i % length === 0 ? left[i]! : left[i]! + right[i + length - 1]!;
  return sums;
}

/**
 * Sums over every window of `length` consecutive values, including partial windows at both ends
 * (values.length + length − 1 sums; entry t is the window that ends at row t).
 *
 * Each window crosses one boundary between blocks of its own length, so its sum is the end of the left
 * block plus the beginning of the right one (van Herk 1992): constant work per window whatever its
 * length, and no subtraction, so rounding errors do not accumulate.
 *
 * @example
 * ```ts
 * [...movingSums(Float64Array.of(1, 2, 3, 4), 2)]; // → [1, 3, 5, 7, 4]
 * ```
 */
export function movingSums(values: Float64Array, length: number): Float64Array {
  const rows = values.length;
  const sums = new Float64Array(rows + length - 1);
  const suffixSums = new Float64Array(length);
  for (let boundary = 0; boundary < sums.length; boundary += length) {
    let sum = 0;
    if (boundary >= length && boundary + length <= rows) {
      // All but the blocks at both ends: the same sums with nothing to ask of each row.
      for (let m = 1; m < length; m++) {
        sum += values[boundary - m]!;
        suffixSums[m] = sum;
      }
      sum = 0;
      for (let m = 0; m < length; m++) {
        sum += values[boundary + m]!;
        sums[boundary + m] = sum + suffixSums[length - 1 - m]!;
      }
      continue;
    }
    for (let m = 1; m < length && m <= boundary; m++) {
      if (boundary - m < rows) sum += values[boundary - m]!;
      suffixSums[m] = sum;
    }
    const end = Math.min(boundary + length, sums.length);
    sum = 0;
    for (let row = boundary; row < end; row++) {
      if (row < rows) sum += values[row]!;
      sums[row] = sum + suffixSums[boundary + length - 1 - row]!;
    }
  }
  return sums;
}

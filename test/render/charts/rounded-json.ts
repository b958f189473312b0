/** A chart as readable text: six significant digits, long columns by their length, ends and extremes. */
export function roundedJson(value: unknown): string {
  return `${JSON.stringify(value, summarised, 2)}\n`;
}

function summarised(_key: string, value: unknown): unknown {
  if (typeof value === "number") return Number(value.toPrecision(6));
  const column = ArrayBuffer.isView(value) ? Array.from(value as Float64Array) : value;
  if (!Array.isArray(column) || column.length <= 12) return column;
  const numbers = column as readonly number[];
  return {
    length: numbers.length,
    first: numbers[0],
    last: numbers.at(-1),
    min: Math.min(...numbers),
    max: Math.max(...numbers),
  };
}

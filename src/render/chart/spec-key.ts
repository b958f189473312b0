import { createHash } from "node:crypto";
import type { ChartSpec } from "./chart-spec.ts";

/** Of specifications met before, as long as they live: a remembered answer is not hashed again. */
const keys = new WeakMap<ChartSpec, string>();

/** The same for equal specifications and no others: SHA-256 of their text, with the rows' numbers as bytes. */
export function specKey(spec: ChartSpec): string {
  const cachedKey = keys.get(spec);
  if (cachedKey !== undefined) return cachedKey;
  const hash = createHash("sha256");
  const text = JSON.stringify(spec, (_name, value: unknown) => {
    const rows = rowsOf(value);
    if (!rows) return value;
    hash.update(rows);
    return `${rows.constructor.name} of ${String(rows.length)}`;
  });
  const key = hash.update(text).digest("base64");
  keys.set(spec, key);
  return key;
}

/** Long lists of numbers; short ones are quicker as text. */
function rowsOf(value: unknown): Float64Array | Float32Array | Int32Array | null {
  if (value instanceof Float64Array || value instanceof Float32Array || value instanceof Int32Array) return value;
  if (!Array.isArray(value) || value.length < 64) return null;
  return value.every((entry) => typeof entry === "number") ? Float64Array.from(value) : null;
}

/** A least-recently-used cache, bounded by the total size of its values. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  /** A value larger than the limit is not stored. */
  set(key: string, value: Value): void;
  /** Total size of the stored values. */
  readonly bytes: number;
}

export function boundedCache<Value>(limitBytes: number, bytesOf: (value: Value) => number): BoundedCache<Value> {
  const kept = new Map<string, { readonly value: Value; readonly bytes: number }>();
  let total = 0;
  const drop = (key: string): void => {
    total -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return {
    get bytes() {
      return total;
    },
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.value;
    },
    set(key, value) {
      drop(key);
      const bytes = bytesOf(value);
      if (bytes > limitBytes) return;
      kept.set(key, { value, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= limitBytes) break;
        drop(oldest);
      }
    },
  };
}

/** What is remembered for a while, in memory alone, by key: losing it costs a person one question or form back. */
export interface Recent<Value> {
  /** In the place of what was there; null: forgets it. */
  remember(key: string, value: Value | null, at: number): void;
  /** What was remembered last, where that is not too long ago; null else. */
  last(key: string, now: number): Value | null;
}

/** @param limits - how long each is kept, and how many at most: the oldest goes first. */
export function recent<Value>({ minutes, most }: { readonly minutes: number; readonly most: number }): Recent<Value> {
  const kept = new Map<string, { readonly value: Value; readonly at: number }>();
  return {
    remember(key, value, at) {
      kept.delete(key);
      if (value !== null) kept.set(key, { value, at });
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
    last(key, now) {
      const found = kept.get(key);
      return found !== undefined && now - found.at <= minutes * 60_000 ? found.value : null;
    },
  };
}

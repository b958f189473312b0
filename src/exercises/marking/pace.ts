/** Attempts at once, and then one each time the span has passed; a right answer never waits. The store counts them. */
export const attemptPace = { burst: 3, refillMs: 3 * 60_000 } as const;

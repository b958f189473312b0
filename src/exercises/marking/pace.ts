/** How attempts refill: several at once, then one per interval; a correct answer never waits. The store counts them. */
export const attemptPace = { burst: 3, refillMs: 3 * 60_000 } as const;

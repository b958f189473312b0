import type { EarlierCall } from "../asking/understanding.ts";
import type { Caller } from "./app-context.ts";

/** So long a question may lean on the one before it. */
const minutesKept = 10;
/** So many are held per process; the oldest goes first. */
const mostCalls = 5_000;

interface RecentCall {
  readonly call: EarlierCall;
  readonly at: number;
}

type Asked = Pick<Caller, "asker" | "place">;

const keyOf = ({ asker, place }: Asked): string => `${place.channelId ?? "direct"} ${asker.id}`;

/**
 * The last call of each person in each channel that a question can go on from, however it was made: typed, by a button or
 * read from a question. The command alone, no word of anybody. Losing it costs one question back.
 */
function recentCalls() {
  const kept = new Map<string, RecentCall>();
  return {
    remember(asked: Asked, call: EarlierCall, at: number): void {
      const key = keyOf(asked);
      kept.delete(key);
      kept.set(key, { call, at });
      for (const oldest of kept.keys()) {
        if (kept.size <= mostCalls) break;
        kept.delete(oldest);
      }
    },
    last(asked: Asked, now: number): EarlierCall | null {
      const found = kept.get(keyOf(asked));
      return found !== undefined && now - found.at <= minutesKept * 60_000 ? found.call : null;
    },
  };
}

/** Those of this process. */
export const lastCalls = recentCalls();

import type { FetchFault } from "../bounded-fetch.ts";

/** Why a service was of no use. `found` is a status or the system's own code, never a text of the service's. */
export interface ModelFault {
  /** refused: an HTTP status; unreadable: not what the interface promises; not-offered: what is not in the menu. */
  readonly fault: "refused" | "too-slow" | "offline" | "cut-short" | "too-large" | "unreadable" | "not-offered";
  readonly found: string;
  readonly retryAfterSeconds?: number;
}

/** Any other status than 2xx is a refusal here. */
export const modelFaultOf = ({ fault, ...facts }: FetchFault): ModelFault => ({ ...facts, fault: fault === "not-found" ? "refused" : fault });

const second = 1_000;

/**
 * Milliseconds for which the service is left alone after its `inARow`-th fault one after another: as long as it says itself,
 * up to an hour; ten minutes after a refusal that a second try would meet again (a wrong key, address or model); and after
 * three other faults a minute, as each keeps somebody waiting.
 */
export function pauseAfter({ fault, found, retryAfterSeconds }: ModelFault, inARow: number): number {
  const status = fault === "refused" ? Number(/\d{3}/u.exec(found)?.[0] ?? NaN) : NaN;
  if (retryAfterSeconds !== undefined && retryAfterSeconds > 0) return Math.min(retryAfterSeconds, 3_600) * second;
  if (status === 429) return 60 * second;
  if (status >= 400 && status < 500) return 600 * second;
  return inARow >= 3 ? 60 * second : 0;
}

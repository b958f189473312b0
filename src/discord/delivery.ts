import { pause, type Clock } from "../clock.ts";
import { deliveryError, type DeliveryError } from "./delivery-error.ts";

/** A message that did not reach Discord, though nothing of ours is broken: the network, or an interaction that is over. */
export class NotDelivered extends Error {
  readonly kind: DeliveryError;

  constructor(kind: DeliveryError, cause: unknown) {
    super(`not delivered: ${kind}`, { cause });
    this.name = "NotDelivered";
    this.kind = kind;
  }
}

export interface FirstResponse {
  readonly receivedAt: number;
  readonly clock: Clock;
  readonly onAnswered?: (() => void) | undefined;
}

/** Discord takes a first response for 3 seconds; the last try must begin a little before. */
const firstResponseMs = 2_700;

/**
 * Tries a first response as long as Discord takes one. "acknowledged": an earlier try took effect and its answer was lost,
 * so there is nothing more to send; where this is the first try, `onAnswered` is told: somebody else may have answered.
 */
export async function firstResponse(work: () => Promise<unknown>, { receivedAt, clock, onAnswered }: FirstResponse): Promise<"sent" | "acknowledged" | "too-large"> {
  for (let isFirst = true; ; isFirst = false) {
    try {
      await work();
      return "sent";
    } catch (error) {
      const kind = deliveryError(error);
      if (kind === "acknowledged" && isFirst) onAnswered?.();
      if (kind === "acknowledged" || kind === "too-large") return kind;
      if (kind === "fault" || kind === "forbidden" || kind === "locked") throw error;
      if (kind !== "unanswered" || clock.now() - receivedAt > firstResponseMs) throw new NotDelivered(kind, error);
      await pause(clock, 150);
    }
  }
}

/** Seconds between tries of a later message: somebody who sees "thinking…" waits for a minute, not for a quarter of an hour. */
const pausesInSeconds = [0.5, 1, 2, 4, 8, 15, 30];

/** Tries an edit, which may be repeated, for about a minute. "gone": its message is not there any more. */
export async function laterMessage(work: () => Promise<unknown>, clock: Clock, pauses: readonly number[] = pausesInSeconds): Promise<"sent" | "gone" | "too-large"> {
  for (let tries = 0; ; tries++) {
    try {
      await work();
      return "sent";
    } catch (error) {
      const kind = deliveryError(error);
      if (kind === "gone" || kind === "too-large") return kind;
      if (kind !== "unanswered") throw error;
      const wait = pauses[tries];
      if (wait === undefined) throw new NotDelivered(kind, error);
      await pause(clock, wait * 1000);
    }
  }
}

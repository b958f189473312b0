import type { Problem } from "../../render/problem.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { optional } from "../options/option.ts";
import { text } from "../options/kinds.ts";
import type { Place } from "../app-context.ts";

export const checkOption = optional(text("The check's six letters; left out: the newest", 20));

/** A check of this server by its id, or its newest. One of another server is unknown here. */
export async function findCheck(id: string | null, { guildId }: Place, store: Store): Promise<Outcome<Check, Problem>> {
  if (guildId === null) return failure({ kind: "needs-server", command: "check" });
  if (id === null) {
    const [newest] = await store.checks.list(guildId, 1);
    return newest ? success(newest) : failure({ kind: "unknown-check", asked: "" });
  }
  const check = await store.checks.find(id.toLowerCase());
  return check?.guild === guildId ? success(check) : failure({ kind: "unknown-check", asked: id });
}

/** Whether the class's time is over; an extension of one student does not count. */
export const isClosed = ({ closedAt, closesAt, voidedAt }: Check, now: number): boolean =>
  closedAt !== null || voidedAt !== null || (closesAt !== null && closesAt <= now);

import { isClosed } from "../../grading/find-check.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";

/** So long after its closing a check's results stay on the screen; then its address leads nowhere. */
export const resultsMs = 3_600_000;

/** Of 256 bits of a keyed hash: nobody comes upon it. */
const keyDigits = 40;

type KeyContext = Pick<AppContext, "keyedHash">;

/** The address of a check's screen; null where the host has set none up. */
export async function screenAddress({ id }: Pick<Check, "id">, store: Store, context: KeyContext & Pick<AppContext, "screenUrl">): Promise<string | null> {
  return context.screenUrl === null ? null : `${context.screenUrl}${await screenName(id, store, context)}`;
}

/** A check's id, and what only the course's secret gives: whoever has the address of one check has no other's. */
export async function screenName(check: string, store: Store, { keyedHash }: KeyContext): Promise<string> {
  return `${check}-${keyedHash(await store.secret(), `screen/${check}`).slice(0, keyDigits)}`;
}

/** When a check closed for its class; null while it has not. */
export const closingOf = (check: Check, now: number): number | null => check.closedAt ?? (isClosed(check, now) ? check.closesAt : null);

/** The same as long as something is there: until an hour after its closing; `until` null while nobody knows when that is. */
export async function livingScreen(check: Check, store: Store, context: KeyContext & Pick<AppContext, "screenUrl" | "now">): Promise<{ readonly address: string; readonly until: number | null } | null> {
  const now = context.now();
  const closedAt = closingOf(check, now);
  if (check.voidedAt !== null || (closedAt !== null && (check.message === null || now >= closedAt + resultsMs))) return null;
  const address = await screenAddress(check, store, context);
  return address === null ? null : { address, until: closedAt === null ? null : closedAt + resultsMs };
}

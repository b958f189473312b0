import { failure, success, type Outcome } from "../outcome.ts";
import type { Check, Extension } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import type { UnknownCheck } from "./problem.ts";

/** So many of the newest checks are looked at for one that is in its channel: others are scheduled. */
const newestChecks = 50;

/** A check of this server by its id, or the newest that is in its channel. One of another server is unknown here. */
export async function findCheck(id: string | null, guild: string, store: Store): Promise<Outcome<Check, UnknownCheck>> {
  if (id === null) {
    const list = await store.checks.list(guild, newestChecks);
    const newest = list.find(({ message }) => message !== null) ?? list[0];
    return newest ? success(newest) : failure({ kind: "unknown-check", asked: "" });
  }
  const check = await store.checks.find(id.toLowerCase());
  return check?.guild === guild ? success(check) : failure({ kind: "unknown-check", asked: id });
}

/** Whether the class's time is over; an extension of one student does not count. */
export const isClosed = ({ closedAt, closesAt, voidedAt }: Check, now: number): boolean =>
  closedAt !== null || voidedAt !== null || (closesAt !== null && closesAt <= now);

/** When a check closes for one person, who may have more time than the class; null where no time is set. */
export async function closesFor(check: Check, person: string, store: Store): Promise<number | null> {
  return closingTime(check, await store.checks.extensions(check.id), person);
}

/** The same for several people. */
export async function closingTimes(check: Check, people: readonly string[], store: Store): Promise<readonly { readonly person: string; readonly closesAt: number | null }[]> {
  const extensions = await store.checks.extensions(check.id);
  return people.map((person) => ({ person, closesAt: closingTime(check, extensions, person) }));
}

function closingTime({ closedAt, closesAt }: Check, extensions: readonly Extension[], person: string): number | null {
  const ofClass = closedAt ?? closesAt;
  if (ofClass === null) return null;
  const own = extensions.find((extension) => extension.person === person)?.closesAt ?? null;
  return own === null ? ofClass : Math.max(ofClass, own);
}

import { isClosed } from "../../grading/find-check.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { isInstructor } from "../instructor.ts";

type Asking = Caller & Pick<AppContext, "now" | "sideEffects">;

/** A check that is open for the class, or for students with more time. */
export interface OpenCheck {
  readonly check: Check;
  /** Whether the class's own time is over. */
  readonly isLate: boolean;
  /** When the last who may still answer has finished; null where it is closed by hand. */
  readonly until: number | null;
}

/**
 * The first open check of a course that somebody belongs to, of those that `concerns` picks: wherever they ask, here, on
 * another server or in a direct message. None for the course's instructors, nor where a course hides nothing.
 */
export async function findOpenCheck(concerns: (check: Check) => boolean | Promise<boolean>, asking: Asking, store: Store): Promise<OpenCheck | null> {
  const now = asking.now();
  const open: Check[] = [];
  for (const check of await store.checks.listOpenAnywhere(now)) if (await concerns(check)) open.push(check);
  for (const guild of new Set(open.map((check) => check.guild))) {
    const check = open.find((candidate) => candidate.guild === guild);
    if (check && (await isHeldTo(guild, asking, store))) return { check, isLate: isClosed(check, now), until: await lastClosing(check, store, now) };
  }
  return null;
}

/** When nobody may answer any more; null where a check is open until it is closed by hand. */
export async function lastClosing(check: Check, store: Store, now: number): Promise<number | null> {
  if (isClosed(check, now)) return lastExtension(check, store, now);
  return check.closesAt === null ? null : Math.max(check.closesAt, (await lastExtension(check, store, now)) ?? 0);
}

/** When the last student's extra time is over; null where nobody has any. */
async function lastExtension({ id }: Check, store: Store, now: number): Promise<number | null> {
  const later = (await store.checks.extensions(id)).flatMap(({ closesAt }) => (closesAt !== null && closesAt > now ? [closesAt] : []));
  return later.length === 0 ? null : Math.max(...later);
}

/** All open checks of the courses that somebody belongs to. */
export async function openChecksOf(asking: Asking, store: Store): Promise<readonly Check[]> {
  const open = await store.checks.listOpenAnywhere(asking.now());
  const held = new Set<string>();
  for (const guild of new Set(open.map((check) => check.guild))) if (await isHeldTo(guild, asking, store)) held.add(guild);
  return open.filter(({ guild }) => held.has(guild));
}

async function isHeldTo(guild: string, { asker, place, sideEffects }: Asking, store: Store): Promise<boolean> {
  const { hideKeys } = await store.courses.settings(guild);
  if (!hideKeys) return false;
  if (place.guildId === guild) return !(await isInstructor(asker, place, store));
  const member = await sideEffects.memberOf(guild, asker.id).catch(() => "unknown" as const);
  // Who has left the server, or can't be looked up, is held to it where the course knows them.
  if (member === "unknown" || member === null) return store.courses.knows(guild, asker.id);
  return !(await isInstructor({ ...asker, ...member }, { guildId: guild, channelId: null }, store));
}

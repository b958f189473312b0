import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { isInstructor } from "../instructor.ts";

type Asking = Caller & Pick<AppContext, "now" | "sideEffects">;

/**
 * The first open check of a course that somebody belongs to, of those that `concerns` picks: wherever they ask, here, on
 * another server or in a direct message. None for the course's instructors, nor where a course hides nothing.
 */
export async function findOpenCheck(concerns: (check: Check) => boolean, asking: Asking, store: Store): Promise<Check | null> {
  const open = (await store.checks.listOpenAnywhere(asking.now())).filter(concerns);
  for (const guild of new Set(open.map((check) => check.guild))) {
    if (await isHeldTo(guild, asking, store)) return open.find((check) => check.guild === guild) ?? null;
  }
  return null;
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

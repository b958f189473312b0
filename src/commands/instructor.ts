import type { Store } from "../store/store.ts";
import type { AppContext, Asker, Caller, Place } from "./app-context.ts";

/** Whether somebody may do what instructors do here: who manages the server, and whoever has the course's role. */
export async function isInstructor({ managesServer, roleIds }: Asker, { guildId }: Place, store: Store): Promise<boolean> {
  if (managesServer) return true;
  if (guildId === null) return false;
  const { instructorRole } = await store.courses.settings(guildId);
  return instructorRole !== null && roleIds.includes(instructorRole);
}

/** What only instructors are offered while they type: names of checks and of students. */
export async function instructorsOnly<T>(
  { asker, place, store }: Pick<AppContext, "store"> & Pick<Caller, "asker" | "place">,
  list: (store: Store, guild: string) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const opened = await store();
  if (!opened.ok || place.guildId === null || !(await isInstructor(asker, place, opened.value))) return [];
  return list(opened.value, place.guildId);
}

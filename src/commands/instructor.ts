import type { Store } from "../store/store.ts";
import type { Asker, Place } from "./app-context.ts";

/** Whether somebody may do what instructors do here: who manages the server, and whoever has the course's role. */
export async function isInstructor({ managesServer, roleIds }: Asker, { guildId }: Place, store: Store): Promise<boolean> {
  if (managesServer) return true;
  if (guildId === null) return false;
  const { instructorRole } = await store.courses.settings(guildId);
  return instructorRole !== null && roleIds.includes(instructorRole);
}

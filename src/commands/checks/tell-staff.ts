import type { Reply } from "../../render/reply.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";

/** Tells the course staff something that nobody asked for: in their channel, or else an instructor in a direct message. */
export async function tellStaff(guild: string, reply: Reply, instructor: string, store: Store, { sideEffects }: AppContext): Promise<void> {
  const { staffChannel } = await store.courses.settings(guild);
  const posted = staffChannel === null ? null : await sideEffects.post(staffChannel, reply);
  if (!posted?.ok) await sideEffects.tell(instructor, reply);
}

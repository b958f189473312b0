import type { Reply } from "../../render/reply.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";

/**
 * Tells the course staff something that nobody asked for: in their channel, or else an instructor in a direct message.
 * Resolves to how they know it: `uncertain` where Discord did not say whether the message is in the channel.
 */
export async function tellStaff(
  guild: string,
  reply: Reply,
  instructor: string | null,
  store: Store,
  { sideEffects }: Pick<AppContext, "sideEffects">,
  nonce?: string,
): Promise<"channel" | "person" | "nobody" | "uncertain"> {
  const { staffChannel } = await store.courses.settings(guild);
  const posted = staffChannel === null ? null : await sideEffects.post(staffChannel, reply, nonce);
  if (posted?.ok) return "channel";
  if (instructor !== null && (await sideEffects.tell(instructor, reply))) return "person";
  return posted?.problem.kind === "post-uncertain" ? "uncertain" : "nobody";
}

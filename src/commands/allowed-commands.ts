import type { Problem } from "../render/problem.ts";
import type { AppContext, Caller } from "./app-context.ts";
import type { Command } from "./command.ts";
import { isInstructor } from "./instructor.ts";

type Calling = Pick<Caller, "asker" | "place">;

/** Why somebody may not use a command where they call it; null where they may. Instructors' commands are for instructors, at each use. */
export async function notAllowed({ name, audience }: Pick<Command, "name" | "audience">, { asker, place }: Calling, context: Pick<AppContext, "store">): Promise<Problem | null> {
  if (audience === "everyone") return null;
  if (place.guildId === null) return { kind: "needs-server", command: name };
  if (asker.managesServer) return null;
  if (audience === "managers") return { kind: "not-allowed", command: name, needs: "manager" };
  const store = await context.store();
  if (!store.ok) return store.problem;
  return (await isInstructor(asker, place, store.value)) ? null : { kind: "not-allowed", command: name, needs: "instructor" };
}

/** Those of some commands that somebody may use where they call: no others are offered for a misspelt name. */
export async function allowedCommands(commands: readonly Command[], calling: Calling, context: Pick<AppContext, "store">): Promise<readonly Command[]> {
  const refused = new Set<Command["audience"]>();
  for (const audience of ["instructors", "managers"] as const) if ((await notAllowed({ name: "", audience }, calling, context)) !== null) refused.add(audience);
  return commands.filter(({ audience }) => !refused.has(audience));
}

import type { AppContext } from "./app-context.ts";

/** The context with the data of a server: its own files before the host's. Whatever is done for a server outside a call of it needs this. */
export async function inServer<Context extends AppContext>(context: Context, guild: string | null): Promise<Context> {
  return { ...context, ...((await context.data.of(guild)) ?? {}) };
}

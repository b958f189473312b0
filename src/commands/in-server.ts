import type { AppContext } from "./app-context.ts";

/** The context with the data of a server: its own files before the host's. Whatever is done for a server outside a call of it needs this. */
export function inServer<Context extends AppContext>(context: Context, guild: string | null): Context {
  return { ...context, ...(context.data.of(guild) ?? {}) };
}

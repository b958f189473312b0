import type { Fields } from "./json.ts";

/** What the gateway offers to the rest of the course server. */
export interface Dispatcher {
  /** Sends an event to the sessions of the guild's shard (direct messages: shard 0) that have its intent. */
  readonly dispatch: (event: string, data: Fields, target: { guildId: string | null; intent?: number }) => void;
  /** How often a bot has identified: Discord allows a thousand a day. */
  readonly identified: number;
  readonly isOnline: () => boolean;
}

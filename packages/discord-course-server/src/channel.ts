/** A channel: a guild's text channel, or one person's direct messages with the bot. */
import type { Guild } from "./guild.ts";
import type { Person } from "./page-protocol.ts";

export type Channel =
  | { readonly id: string; readonly kind: "course"; readonly guild: Guild }
  | { readonly id: string; readonly kind: "direct"; readonly person: Person };

/** One channel per guild and one per person. */
export function openChannels(
  guilds: readonly Guild[],
  people: readonly Person[],
  newId: () => string,
): ReadonlyMap<string, Channel> {
  const channels: Channel[] = [
    ...guilds.map((guild): Channel => ({ id: guild.channelId, kind: "course", guild })),
    ...people.map((person): Channel => ({ id: newId(), kind: "direct", person })),
  ];
  return new Map(channels.map((channel) => [channel.id, channel]));
}

/** The guild of the channel; null for direct messages. */
export const guildIdOf = (channel: Channel): string | null => (channel.kind === "course" ? channel.guild.id : null);

/** What the gateway tells a bot of itself, of members and of messages, as Discord words it. */
import { APIVersion, GatewayIntentBits } from "discord-api-types/v10";
import type { DiscordState } from "./discord-state.ts";
import type { GatewaySession } from "./gateway-session.ts";
import { memberOf } from "./guild.ts";
import { asList, isFields, type Fields } from "./json.ts";

/** READY with these servers, which are not available before their GUILD_CREATE. */
export const readyEvent = (state: DiscordState, { id, shard }: GatewaySession, guilds: readonly { readonly id: string }[]): Fields => ({
  v: Number(APIVersion),
  user: { ...state.bot, mfa_enabled: true, verified: true, flags: 0 },
  guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
  session_id: id,
  session_type: "normal",
  resume_gateway_url: state.gatewayUrl(),
  shard: [shard.index, shard.count],
  application: { id: state.bot.id, flags: 0 },
  private_channels: [],
  relationships: [],
  presences: [],
  user_settings: {},
});

/** GUILD_MEMBERS_CHUNK for a request; null where there is no such server. */
export function membersChunk(state: DiscordState, request: Fields): Fields | null {
  const guild = state.guilds.find(({ id }) => id === request["guild_id"]);
  if (guild === undefined) return null;
  const wanted = Array.isArray(request["user_ids"]) ? asList(request["user_ids"]) : [request["user_ids"]].filter(Boolean);
  const members = state.people.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
  return {
    guild_id: guild.id,
    members: members.map((person) => memberOf(guild, person)),
    chunk_index: 0,
    chunk_count: 1,
    not_found: wanted.filter((id) => !state.people.some((person) => person.id === id)),
    ...(request["nonce"] === undefined ? {} : { nonce: request["nonce"] }),
  };
}

/** Without the privileged intent a bot reads what mentions it, what it wrote itself, and direct messages. */
export function readableMessage(message: Fields, { guildId, intents, bot }: { readonly guildId: string | null; readonly intents: number; readonly bot: string }): Fields {
  if (guildId === null || (intents & GatewayIntentBits.MessageContent) !== 0) return message;
  const author = isFields(message["author"]) ? message["author"]["id"] : undefined;
  const isMentioned = asList(message["mentions"]).some((user) => isFields(user) && user["id"] === bot);
  if (isMentioned || author === bot) return message;
  return { ...message, content: "", embeds: [], attachments: [], components: [] };
}

/** Who the bot is, where it connects, and what it may see of its servers. */
import { discordErrors } from "./discord-error.ts";
import type { DiscordState } from "./discord-state.ts";
import { botMember, channelOf, directChannel, type Guild, guildOf, memberOf, rolesOf } from "./guild.ts";
import { everyonePermissions, userOf } from "./people.ts";
import { fieldsOf, ok, type RestCall, type RestReply } from "./rest-route.ts";

const permissions = everyonePermissions.toString();

/** Identifying may be done a thousand times a day, sixteen shards at a time. */
const startLimit = { total: 1000, reset_after: 86_400_000, max_concurrency: 16 };

export const getGateway = ({ state }: RestCall): RestReply => ok({ url: state.gatewayUrl() });

export const getBotGateway = ({ state }: RestCall): RestReply =>
  ok({
    url: state.gatewayUrl(),
    shards: 1,
    session_start_limit: { ...startLimit, remaining: Math.max(0, startLimit.total - state.gateway.identified) },
  });

export const getCurrentUser = ({ state }: RestCall): RestReply =>
  ok({ ...state.bot, mfa_enabled: true, locale: "en-US", verified: true, flags: 0 });

export const getCurrentUserGuilds = ({ state }: RestCall): RestReply =>
  ok(state.guilds.map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions, features: [] })));

export function openDirectMessages({ state, request }: RestCall): RestReply {
  const person = state.userOfId(String(fieldsOf(request)["recipient_id"]));
  if (person === undefined) throw discordErrors.unknownUser();
  return ok(directChannel(state.directChannel(person).id, person));
}

export function getUser({ state, parameter }: RestCall): RestReply {
  const person = state.userOfId(parameter("user"));
  if (person !== undefined) return ok(userOf(person));
  if (parameter("user") === state.bot.id) return ok(state.bot);
  throw discordErrors.unknownUser();
}

export const getApplication = ({ state }: RestCall): RestReply => ok(applicationOf(state));

export const getGuild = (call: RestCall): RestReply => ok(guildOf(guildIn(call)));
export const getChannels = (call: RestCall): RestReply => ok([channelOf(guildIn(call))]);
export const getRoles = (call: RestCall): RestReply => ok(rolesOf(guildIn(call)));

export function getMember(call: RestCall): RestReply {
  const { state, parameter } = call;
  const guild = guildIn(call);
  if (parameter("user") === state.bot.id) return ok(botMember(guild, state.bot));
  const person = state.userOfId(parameter("user"));
  if (person === undefined) throw discordErrors.unknownMember();
  return ok(memberOf(guild, person));
}

function guildIn({ state, parameter }: RestCall): Guild {
  const guild = state.guilds.find(({ id }) => id === parameter("guild"));
  if (guild === undefined) throw discordErrors.unknownGuild();
  return guild;
}

const applicationOf = (state: DiscordState): unknown => ({
  id: state.bot.id,
  name: state.bot.username,
  icon: null,
  description: "",
  bot_public: true,
  bot_require_code_grant: false,
  summary: "",
  verify_key: "0".repeat(64),
  flags: 0,
  bot: state.bot,
  owner: userOf(state.instructor),
  approximate_guild_count: state.guilds.length,
  integration_types_config: state.isUserInstallable ? { "0": {}, "1": {} } : { "0": {} },
});

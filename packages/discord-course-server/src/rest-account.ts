/** Who the bot is, where it connects, and what it may see of its servers. */
import { botMember, channelOf, type Guild, directChannel, guildOf, memberOf, rolesOf } from "./guild.ts";
import { refusal } from "./discord-error.ts";
import { fieldsOf, ok, openRoute, route, type Route } from "./rest-route.ts";
import { everyonePermissions, userOf } from "./people.ts";
import type { World } from "./world.ts";

const permissions = everyonePermissions.toString();

/** Identifying may be done a thousand times a day, sixteen shards at a time. */
const startLimit = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 };

export function accountRoutes(world: World, gatewayUrl: () => string, identified: () => number): readonly Route[] {
  const server = (id: string): Guild => {
    const found = world.servers.find((each) => each.id === id);
    if (found === undefined) throw refusal.unknownGuild();
    return found;
  };
  const application = (): unknown => ({
    id: world.bot.id,
    name: world.bot.username,
    icon: null,
    description: "",
    bot_public: true,
    bot_require_code_grant: false,
    summary: "",
    verify_key: "0".repeat(64),
    flags: 0,
    bot: world.bot,
    owner: userOf(world.people.at(-1)!),
    approximate_guild_count: world.servers.length,
    integration_types_config: { "0": {} },
  });
  return [
    openRoute("GET", "/gateway", () => ok({ url: gatewayUrl() })),
    route("GET", "/gateway/bot", () =>
      ok({
        url: gatewayUrl(),
        shards: 1,
        session_start_limit: { ...startLimit, remaining: Math.max(0, startLimit.total - identified()) },
      }),
    ),
    route("GET", "/users/@me", () => ok({ ...world.bot, mfa_enabled: true, locale: "en-US", verified: true, flags: 0 })),
    route("GET", "/users/@me/guilds", () =>
      ok(world.servers.map(({ id, name }) => ({ id, name, icon: null, owner: false, permissions, features: [] }))),
    ),
    route("POST", "/users/@me/channels", (request) => {
      const person = world.userOfId(String(fieldsOf(request)["recipient_id"]));
      if (person === undefined) throw refusal.unknownUser();
      return ok(directChannel(world.directChannel(person).id, person));
    }),
    route("GET", "/users/:user", (_, parameter) => {
      const person = world.userOfId(parameter("user"));
      if (person !== undefined) return ok(userOf(person));
      if (parameter("user") === world.bot.id) return ok(world.bot);
      throw refusal.unknownUser();
    }),
    route("GET", "/applications/@me", () => ok(application())),
    route("GET", "/oauth2/applications/@me", () => ok(application())),
    route("GET", "/guilds/:guild", (_, parameter) => ok(guildOf(server(parameter("guild"))))),
    route("GET", "/guilds/:guild/channels", (_, parameter) => ok([channelOf(server(parameter("guild")))])),
    route("GET", "/guilds/:guild/roles", (_, parameter) => ok(rolesOf(server(parameter("guild"))))),
    route("GET", "/guilds/:guild/members/:user", (_, parameter) => {
      const found = server(parameter("guild"));
      if (parameter("user") === world.bot.id) return ok(botMember(found, world.bot));
      const person = world.userOfId(parameter("user"));
      if (person === undefined) throw refusal.unknownMember();
      return ok(memberOf(found, person));
    }),
  ];
}

/** Registering commands: everywhere, or in one server. */
import { refusal } from "./discord-error.ts";
import { fieldsOf, noContent, ok, route, type Route } from "./rest-route.ts";
import type { World } from "./world.ts";

export function commandRoutes(world: World): readonly Route[] {
  return [
    ...routesOf(world, "/applications/:application/commands", false),
    ...routesOf(world, "/applications/:application/guilds/:guild/commands", true),
  ];
}

function routesOf(world: World, base: string, inServer: boolean): readonly Route[] {
  const { commands } = world;
  /** Null for commands that are everywhere. */
  const scope = (parameter: (name: string) => string): string | null => {
    if (parameter("application") !== world.bot.id) throw refusal.unknownApplication();
    if (!inServer) return null;
    if (!world.servers.some(({ id }) => id === parameter("guild"))) throw refusal.unknownGuild();
    return parameter("guild");
  };
  return [
    route("GET", base, (_, parameter) => ok(commands.list(scope(parameter)))),
    route("PUT", base, (request, parameter) => ok(commands.replaceAll(scope(parameter), request.body))),
    route("POST", base, (request, parameter) => {
      const { command, isNew } = commands.add(scope(parameter), fieldsOf(request));
      return { status: isNew ? 201 : 200, body: command };
    }),
    route("GET", `${base}/:command`, (_, parameter) => ok(commands.find(scope(parameter), parameter("command")))),
    route("PATCH", `${base}/:command`, (request, parameter) =>
      ok(commands.edit(scope(parameter), parameter("command"), fieldsOf(request))),
    ),
    route("DELETE", `${base}/:command`, (_, parameter) => {
      commands.remove(scope(parameter), parameter("command"));
      return noContent;
    }),
  ];
}

/** Registering commands: everywhere, or in one server. */
import { discordErrors } from "./discord-error.ts";
import { fieldsOf, noContent, ok, type RestCall, type RestReply } from "./rest-route.ts";

export const getCommands = (call: RestCall): RestReply => ok(call.state.commands.list(scopeOf(call)));

export const replaceCommands = (call: RestCall): RestReply => ok(call.state.commands.replaceAll(scopeOf(call), call.request.body));

export function createCommand(call: RestCall): RestReply {
  const { command, isNew } = call.state.commands.add(scopeOf(call), fieldsOf(call.request));
  return { status: isNew ? 201 : 200, body: command };
}

export const getCommand = (call: RestCall): RestReply => ok(call.state.commands.find(scopeOf(call), call.parameter("command")));

export const editCommand = (call: RestCall): RestReply =>
  ok(call.state.commands.edit(scopeOf(call), call.parameter("command"), fieldsOf(call.request)));

export function deleteCommand(call: RestCall): RestReply {
  call.state.commands.remove(scopeOf(call), call.parameter("command"));
  return noContent;
}

/** The server whose commands the address names; null for commands that are everywhere. */
function scopeOf({ state, parameter }: RestCall): string | null {
  if (parameter("application") !== state.bot.id) throw discordErrors.unknownApplication();
  const guild = parameter("guild");
  if (guild === "") return null;
  if (!state.guilds.some(({ id }) => id === guild)) throw discordErrors.unknownGuild();
  return guild;
}

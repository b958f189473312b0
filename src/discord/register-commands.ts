import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../commands/command.ts";
import type { Option } from "../commands/options/option.ts";

type Payload = RESTPostAPIApplicationCommandsJSONBody;

/** The slash commands in Discord's format: "data list" becomes the subcommand list of data. */
export function commandPayloads(commands: readonly Command[]): readonly Payload[] {
  const listed = commands.filter((command) => command.listed);
  const names = [...new Set(listed.map(({ name }) => firstWord(name)))];
  const slash = names.map((name) => {
    const subcommands = listed.filter((command) => firstWord(command.name) === name);
    const command = subcommands.find((command) => command.name === name);
    const [first] = subcommands;
    return {
      type: ApplicationCommandType.ChatInput,
      name,
      description: command?.description ?? subcommands.map((command) => command.description).join(" · ").slice(0, 100),
      options: command
        ? Object.entries(command.options).map(optionPayload)
        : subcommands.map((command) => ({
            type: ApplicationCommandOptionType.Subcommand as const,
            name: command.name.slice(name.length + 1),
            description: command.description,
            options: Object.entries(command.options).map(optionPayload),
          })),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
      integration_types: [ApplicationIntegrationType.GuildInstall],
      default_member_permissions:
        first?.audience === "managers" ? PermissionFlagsBits.ManageGuild.toString() : null,
    } as Payload;
  });
  return [...slash, ...listed.flatMap(menuPayload)];
}

/** The entry of a command in a message's context menu. */
const menuPayload = ({ menu }: Command): readonly Payload[] =>
  menu === null
    ? []
    : [
        {
          type: ApplicationCommandType.Message,
          name: menu.name,
          contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
          integration_types: [ApplicationIntegrationType.GuildInstall],
          default_member_permissions: null,
        },
      ];

/** Replaces the commands registered on Discord, unless they are the same. Returns whether anything was sent. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  payloads: readonly Payload[],
): Promise<"registered" | "unchanged"> {
  const route = routeOf(applicationId, guildId);
  const registered = (await rest.get(route)) as readonly Payload[];
  if (differingNames(registered, payloads).length === 0) return "unchanged";
  await rest.put(route, { body: payloads });
  return "registered";
}

/** Names of commands that are different, missing or additional on Discord. */
export async function differingCommands(
  rest: REST,
  applicationId: string,
  guildId: string | null,
  commands: readonly Command[],
): Promise<readonly string[]> {
  const registered = (await rest.get(routeOf(applicationId, guildId))) as readonly Payload[];
  return differingNames(registered, commandPayloads(commands));
}

const routeOf = (applicationId: string, guildId: string | null): `/${string}` =>
  guildId ? Routes.applicationGuildCommands(applicationId, guildId) : Routes.applicationCommands(applicationId);

function differingNames(registered: readonly Payload[], wanted: readonly Payload[]): readonly string[] {
  const textOf = (payloads: readonly Payload[]): ReadonlyMap<string, string> =>
    new Map(payloads.map((payload) => [payload.name, JSON.stringify(normalized(payload))]));
  const [remote, local] = [textOf(registered), textOf(wanted)];
  return [...new Set([...remote.keys(), ...local.keys()])].filter((name) => remote.get(name) !== local.get(name));
}

const typeOf = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  number: ApplicationCommandOptionType.Number,
  boolean: ApplicationCommandOptionType.Boolean,
  attachment: ApplicationCommandOptionType.Attachment,
  user: ApplicationCommandOptionType.User,
  role: ApplicationCommandOptionType.Role,
  channel: ApplicationCommandOptionType.Channel,
} as const;

const optionPayload = ([name, option]: readonly [string, Option<unknown>]) => ({
  type: typeOf[option.type],
  name,
  description: option.description,
  required: option.required,
  ...(option.choices ? { choices: option.choices } : {}),
  ...(option.suggest || option.suggestStored ? { autocomplete: true } : {}),
  ...(option.min === undefined ? {} : { min_value: option.min }),
  ...(option.max === undefined ? {} : { max_value: option.max }),
});

/** Normalises a command for comparison: Discord omits defaults and adds ids. */
function normalized(payload: unknown): { readonly name: string } {
  const { name, description, type, options, choices, required, autocomplete, min_value, max_value, value, contexts, default_member_permissions } =
    payload as Record<string, unknown>;
  const nested = (list: unknown): unknown[] | undefined =>
    Array.isArray(list) && list.length > 0 ? list.map(normalized) : undefined;
  return {
    name: String(name),
    ...{ description: description === "" ? undefined : description, type, min_value, max_value, value, contexts },
    ...{ required: required === true, autocomplete: autocomplete === true },
    ...{ permissions: default_member_permissions ?? undefined, options: nested(options), choices: nested(choices) },
  };
}

const firstWord = (name: string): string => name.split(" ")[0] ?? name;

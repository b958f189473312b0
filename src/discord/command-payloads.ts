/** The commands in Discord's format, as they are registered. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command } from "../commands/command.ts";
import type { Option } from "../commands/options/option.ts";

export type CommandPayload = RESTPostAPIApplicationCommandsJSONBody;

/**
 * The slash commands in Discord's format: "data list" becomes the subcommand list of data. Where the application may also
 * be installed by people for themselves, they have the commands for everyone wherever they are; those with a part for the staff
 * belong to servers that the bot is in.
 */
export function commandPayloads(commands: readonly Command[], isUserInstallable: boolean): readonly CommandPayload[] {
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
      ...placesOf(isUserInstallable && subcommands.every(isForEveryone)),
      default_member_permissions:
        first?.audience === "managers" ? PermissionFlagsBits.ManageGuild.toString() : null,
    } as CommandPayload;
  });
  return [...slash, ...listed.flatMap((command) => menuPayload(command, isUserInstallable && isForEveryone(command)))];
}

const isForEveryone = ({ audience }: Command): boolean => audience === "everyone";

/** Where a command may be used, and by which kind of installation. */
const placesOf = (isEverywhere: boolean) => ({
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, ...(isEverywhere ? [InteractionContextType.PrivateChannel] : [])],
  integration_types: [ApplicationIntegrationType.GuildInstall, ...(isEverywhere ? [ApplicationIntegrationType.UserInstall] : [])],
});

/** The entry of a command in a message's context menu. */
const menuPayload = ({ menu }: Command, isEverywhere: boolean): readonly CommandPayload[] =>
  menu === null ? [] : [{ type: ApplicationCommandType.Message, name: menu.name, ...placesOf(isEverywhere), default_member_permissions: null }];

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

const firstWord = (name: string): string => name.split(" ")[0] ?? name;

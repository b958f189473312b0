/** The types of a command's options, in the groups that Discord's rules treat alike. */
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { Fields } from "./json.ts";

export const subcommandTypes = [ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup] as const;

/** Options that hold a value. */
export const valueTypes = [
  ApplicationCommandOptionType.String,
  ApplicationCommandOptionType.Integer,
  ApplicationCommandOptionType.Boolean,
  ApplicationCommandOptionType.User,
  ApplicationCommandOptionType.Channel,
  ApplicationCommandOptionType.Role,
  ApplicationCommandOptionType.Mentionable,
  ApplicationCommandOptionType.Number,
  ApplicationCommandOptionType.Attachment,
] as const;

/** Options that may have choices or autocomplete. */
export const choiceTypes: readonly ApplicationCommandOptionType[] = [
  ApplicationCommandOptionType.String,
  ApplicationCommandOptionType.Integer,
  ApplicationCommandOptionType.Number,
];

const all = [...subcommandTypes, ...valueTypes];

/** An option's type; text where it names none that exists. */
export const optionTypeOf = (option: Fields): ApplicationCommandOptionType =>
  all.find((type) => type === option["type"]) ?? ApplicationCommandOptionType.String;

/** Whether the option is a subcommand or a group of them. */
export const isSubcommand = (option: Fields): boolean => subcommandTypes.some((type) => type === option["type"]);

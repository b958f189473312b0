/** Registered commands as the page lists them: one entry per subcommand. */
import { ApplicationCommandOptionType, ApplicationCommandType, type APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import type { RegisteredCommand } from "./command-registry.ts";
import { asFieldsList, asList, asNumber, asText, type Fields, isFields } from "./json.ts";
import { isSubcommand, optionTypeOf } from "./option-types.ts";
import type { CommandListing, OptionListing, OptionType } from "./page-protocol.ts";

const typeNames: Readonly<Record<number, OptionType>> = {
  [ApplicationCommandOptionType.String]: "text",
  [ApplicationCommandOptionType.Integer]: "integer",
  [ApplicationCommandOptionType.Boolean]: "boolean",
  [ApplicationCommandOptionType.User]: "user",
  [ApplicationCommandOptionType.Channel]: "channel",
  [ApplicationCommandOptionType.Role]: "role",
  [ApplicationCommandOptionType.Mentionable]: "mentionable",
  [ApplicationCommandOptionType.Number]: "number",
  [ApplicationCommandOptionType.Attachment]: "attachment",
};

const kinds: Readonly<Record<number, CommandListing["kind"]>> = {
  [ApplicationCommandType.ChatInput]: "slash",
  [ApplicationCommandType.User]: "user",
  [ApplicationCommandType.Message]: "message",
};

export function listCommands(commands: readonly RegisteredCommand[]): readonly CommandListing[] {
  return commands
    .flatMap((command) => listOne(command, [command.name], command.description, command.options))
    .sort((a, b) => a.path.join(" ").localeCompare(b.path.join(" "), "en"));
}

function listOne(
  command: RegisteredCommand,
  path: readonly string[],
  description: string,
  options: readonly Fields[],
): readonly CommandListing[] {
  if (options.some(isSubcommand)) {
    return options.flatMap((option) =>
      listOne(command, [...path, String(option["name"])], String(option["description"]), asFieldsList(option["options"])),
    );
  }
  return [
    {
      id: command.id,
      path,
      kind: kinds[command.type] ?? "slash",
      description,
      options: options.map(listOption),
      defaultMemberPermissions: command.default_member_permissions,
    },
  ];
}

const listOption = (option: Fields): OptionListing => ({
  name: String(option["name"]),
  description: asText(option["description"]) ?? "",
  type: typeNames[optionTypeOf(option)] ?? "text",
  required: option["required"] === true,
  autocomplete: option["autocomplete"] === true,
  choices: asList(option["choices"]).filter(isChoice),
  min: asNumber(option["min_value"]) ?? null,
  max: asNumber(option["max_value"]) ?? null,
  minLength: asNumber(option["min_length"]) ?? null,
  maxLength: asNumber(option["max_length"]) ?? null,
});

const isChoice = (choice: unknown): choice is APIApplicationCommandOptionChoice =>
  isFields(choice) && asText(choice["name"]) !== undefined && (asText(choice["value"]) ?? asNumber(choice["value"])) !== undefined;

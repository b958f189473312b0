/** Registered commands as the page lists them: each subcommand a line of its own. */
import type { APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import { isNesting, type RegisteredCommand } from "./command-registry.ts";
import { commandType, optionType } from "./discord-numbers.ts";
import { asFieldsList, asNumber, asText, type Fields } from "./json.ts";
import type { CommandListing, OptionListing, OptionType } from "./page-protocol.ts";

const typeNames: Readonly<Record<number, OptionType>> = {
  [optionType.text]: "text",
  [optionType.integer]: "integer",
  [optionType.boolean]: "boolean",
  [optionType.user]: "user",
  [optionType.channel]: "channel",
  [optionType.role]: "role",
  [optionType.mentionable]: "mentionable",
  [optionType.number]: "number",
  [optionType.attachment]: "attachment",
};

const kinds: Readonly<Record<number, CommandListing["kind"]>> = {
  [commandType.slash]: "slash",
  [commandType.user]: "user",
  [commandType.message]: "message",
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
  if (options.some(isNesting)) {
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
  type: typeNames[asNumber(option["type"]) ?? optionType.text] ?? "text",
  required: option["required"] === true,
  autocomplete: option["autocomplete"] === true,
  choices: asFieldsList(option["choices"]) as unknown as readonly APIApplicationCommandOptionChoice[],
  min: asNumber(option["min_value"]) ?? null,
  max: asNumber(option["max_value"]) ?? null,
  minLength: asNumber(option["min_length"]) ?? null,
  maxLength: asNumber(option["max_length"]) ?? null,
});

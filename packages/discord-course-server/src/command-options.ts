/** What a person filled in, checked against the command as registered and put in the shape in which Discord sends it. */
import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/v10";
import type { RegisteredCommand } from "./command-registry.ts";
import { lengthOf } from "./form.ts";
import { asFieldsList, asNumber, asText, type Fields } from "./json.ts";
import { isSubcommand, optionTypeOf } from "./option-types.ts";
import type { OptionValues } from "./page-protocol.ts";
import { ClientRefusal } from "./client-refusal.ts";
import type { ResolvableKind, Resolved } from "./resolved-data.ts";

const references: Readonly<Record<number, readonly ResolvableKind[]>> = {
  [ApplicationCommandOptionType.User]: ["user"],
  [ApplicationCommandOptionType.Channel]: ["channel"],
  [ApplicationCommandOptionType.Role]: ["role"],
  [ApplicationCommandOptionType.Mentionable]: ["user", "role"],
  [ApplicationCommandOptionType.Attachment]: ["attachment"],
};

type Value = string | number | boolean;

/** The filled-in options, nested in the subcommands of the path. */
export function fillOptions(
  command: RegisteredCommand,
  path: readonly string[],
  listed: readonly Fields[],
  values: OptionValues,
  resolved: Resolved,
): readonly Fields[] {
  refuseUnknown(listed, values);
  const filled = listed.flatMap((option): Fields[] => {
    const name = String(option["name"]);
    const value = values[name];
    if (value === undefined) {
      if (option["required"] === true) throw new ClientRefusal("This option is required. Specify a value.", name);
      return [];
    }
    checkValue(option, name, value, resolved);
    return [{ name, type: option["type"], value }];
  });
  return nestIn(command, path, filled);
}

/** The options of an autocomplete interaction: not validated, and the focused one as the text typed. */
export function partialOptions(
  command: RegisteredCommand,
  path: readonly string[],
  listed: readonly Fields[],
  values: OptionValues,
  focused: string,
): readonly Fields[] {
  const filled = listed
    .filter(({ name }) => name === focused || values[String(name)] !== undefined)
    .map(({ name, type }) =>
      name === focused
        ? { name, type, value: String(values[focused] ?? ""), focused: true }
        : { name, type, value: values[String(name)] },
    );
  return nestIn(command, path, filled);
}

/** For a command that nobody registered: the types that the values have. */
export const guessedOptions = (path: readonly string[], values: OptionValues): readonly Fields[] => {
  const filled: readonly Fields[] = Object.entries(values).map(([name, value]) => ({ name, value, type: guessType(value) }));
  return path.slice(1).reduceRight<readonly Fields[]>((inside, name, depth) => {
    const isOuter = depth === 0 && path.length > 2;
    return [{ name, type: isOuter ? ApplicationCommandOptionType.SubcommandGroup : ApplicationCommandOptionType.Subcommand, options: inside }];
  }, filled);
};

function guessType(value: Value): number {
  if (typeof value === "string") return ApplicationCommandOptionType.String;
  if (typeof value === "boolean") return ApplicationCommandOptionType.Boolean;
  return Number.isInteger(value) ? ApplicationCommandOptionType.Integer : ApplicationCommandOptionType.Number;
}

function nestIn(command: RegisteredCommand, path: readonly string[], filled: readonly Fields[]): readonly Fields[] {
  const nest = (options: readonly Fields[], steps: readonly string[]): readonly Fields[] => {
    const [step, ...rest] = steps;
    const option = options.find((each) => each["name"] === step && isSubcommand(each));
    if (step === undefined || option === undefined) return filled;
    return [{ name: step, type: option["type"], options: nest(asFieldsList(option["options"]), rest) }];
  };
  return command.type === ApplicationCommandType.ChatInput ? nest(command.options, path.slice(1)) : [];
}

function refuseUnknown(listed: readonly Fields[], values: OptionValues): void {
  const unknown = Object.keys(values).find((name) => !listed.some((option) => option["name"] === name));
  if (unknown !== undefined) throw new ClientRefusal(`The command has no option called ${unknown}.`, unknown);
}

function checkValue(option: Fields, name: string, value: Value, resolved: Resolved): void {
  const type = optionTypeOf(option);
  const refuse = (message: string): never => {
    throw new ClientRefusal(message, name);
  };
  if (type === ApplicationCommandOptionType.String) checkText(option, value, refuse);
  else if (type === ApplicationCommandOptionType.Boolean) {
    if (typeof value !== "boolean") refuse("Choose True or False.");
  } else if (type === ApplicationCommandOptionType.Integer || type === ApplicationCommandOptionType.Number) checkNumber(option, type, value, refuse);
  else if (!resolved.add(String(value), references[type] ?? [])) refuse("Nothing here has this id.");
  const choices = asFieldsList(option["choices"]);
  const isOffered = choices.length === 0 || choices.some((choice) => choice["value"] === value);
  if (!isOffered) refuse("Choose one of the choices offered.");
}

function checkText(option: Fields, value: Value, refuse: (message: string) => never): void {
  const text = asText(value) ?? refuse("Write text.");
  const least = asNumber(option["min_length"]) ?? 0;
  const most = asNumber(option["max_length"]) ?? 6000;
  if (lengthOf(text) < least || lengthOf(text) > most) refuse(`Between ${least} and ${most} characters are needed.`);
}

function checkNumber(option: Fields, type: ApplicationCommandOptionType, value: Value, refuse: (message: string) => never): void {
  const number = asNumber(value) ?? refuse("Input a valid number.");
  if (type === ApplicationCommandOptionType.Integer && !Number.isInteger(number)) refuse("Input a valid integer.");
  const least = asNumber(option["min_value"]) ?? -(2 ** 53);
  const most = asNumber(option["max_value"]) ?? 2 ** 53;
  if (number < least) refuse(`Must be at least ${least}.`);
  if (number > most) refuse(`Must be at most ${most}.`);
}

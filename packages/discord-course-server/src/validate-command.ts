/** Discord's rules for the commands a bot registers. */
import { ApplicationCommandOptionType, ApplicationCommandType, ApplicationIntegrationType, InteractionContextType } from "discord-api-types/v10";
import { limit } from "./limits.ts";
import { type Form, lengthOf } from "./form.ts";
import { asFieldsList, asNumber, asText, type Fields } from "./json.ts";
import { choiceTypes, subcommandTypes, valueTypes } from "./option-types.ts";

/** Letters and digits of any script, lower case where the script has cases. */
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
export const contextTypes = [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel];
const installTypes = [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall];
export const commandTypes = [ApplicationCommandType.ChatInput, ApplicationCommandType.User, ApplicationCommandType.Message] as const;

export function checkCommand(form: Form): void {
  if (!form.required().object()) return;
  const type = form.field("type").oneOf(commandTypes) ?? ApplicationCommandType.ChatInput;
  checkName(form, type === ApplicationCommandType.ChatInput);
  checkLocalizations(form, "name_localizations", 32);
  checkLocalizations(form, "description_localizations", 100);
  checkPermissions(form.field("default_member_permissions"));
  form.field("dm_permission").boolean();
  form.field("nsfw").boolean();
  for (const context of form.field("contexts").items({ min: 1, max: 3 })) context.oneOf(contextTypes);
  for (const install of form.field("integration_types").items({ min: 1, max: 2 })) install.oneOf(installTypes);
  if (type !== ApplicationCommandType.ChatInput) {
    if ((asText(form.field("description").value) ?? "") !== "") {
      form.field("description").fault("APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID");
    }
    if (form.field("options").items({ max: limit.options }).length > 0) {
      form.field("options").fault("APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID");
    }
    return;
  }
  form.field("description").required().text({ min: 1, max: 100 });
  checkOptions(form.field("options"), [...subcommandTypes, ...valueTypes]);
  if (charactersOf(form.value as Fields) > limit.commandCharacters) {
    form.fault("APPLICATION_COMMAND_TOO_LARGE", `Command exceeds maximum size (${limit.commandCharacters})`);
  }
}

/** No two commands of one type may share a name. */
export function checkDistinctNames(commands: readonly Form[]): void {
  const seen = new Set<string>();
  for (const command of commands) {
    const key = JSON.stringify([command.field("type").value ?? ApplicationCommandType.ChatInput, command.field("name").value]);
    if (seen.has(key)) command.field("name").fault("APPLICATION_COMMANDS_DUPLICATE_NAME");
    seen.add(key);
  }
}

function checkName(form: Form, isSlash: boolean): void {
  const field = form.field("name").required();
  const name = field.text({ min: 1, max: 32 });
  if (isSlash && name !== undefined && (!slashName.test(name) || name !== name.toLowerCase())) {
    field.fault("APPLICATION_COMMAND_INVALID_NAME");
  }
}

function checkLocalizations(form: Form, name: string, max: number): void {
  const texts = form.field(name);
  if (!texts.object()) return;
  for (const locale of Object.keys(texts.value as Fields)) texts.field(locale).text({ min: 1, max });
}

function checkPermissions(permissions: Form): void {
  if (!permissions.given) return;
  if (!/^\d{1,20}$/.test(String(permissions.value))) {
    permissions.fault("BITFIELD_TYPE_CONVERT");
  }
}

function checkOptions(list: Form, allowed: readonly ApplicationCommandOptionType[]): void {
  const options = list.items({ max: limit.options });
  const names = new Set<unknown>();
  let optionalSeen = false;
  for (const option of options) {
    if (!option.object()) continue;
    const type = option.field("type").required().oneOf(allowed);
    checkName(option, true);
    option.field("description").required().text({ min: 1, max: 100 });
    const name = option.field("name").value;
    if (names.has(name)) option.field("name").fault("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS");
    names.add(name);
    const isRequired = option.field("required").boolean() ?? false;
    if (isRequired && optionalSeen) {
      option.field("required").fault("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID");
    }
    optionalSeen ||= !isRequired;
    if (type !== undefined) checkOption(option, type);
  }
  const nested = options.filter((option) => subcommandTypes.some((type) => type === option.field("type").value)).length;
  if (nested > 0 && nested < options.length) {
    list.fault("APPLICATION_COMMAND_OPTIONS_TYPE_INVALID");
  }
}

function checkOption(option: Form, type: ApplicationCommandOptionType): void {
  if (type === ApplicationCommandOptionType.SubcommandGroup) return checkOptions(option.field("options"), [ApplicationCommandOptionType.Subcommand]);
  if (type === ApplicationCommandOptionType.Subcommand) return checkOptions(option.field("options"), valueTypes);
  const autocomplete = option.field("autocomplete").boolean() ?? false;
  const choices = checkChoices(option.field("choices"), type);
  if (autocomplete && choices > 0) {
    option.field("choices").fault("APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE");
  }
  if ((autocomplete || choices > 0) && !choiceTypes.includes(type)) {
    option.field("type").fault("APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID");
  }
  checkOrder(option, "min_length", "max_length", { min: 0, max: 6000, whole: true });
  checkOrder(option, "min_value", "max_value", { min: -(2 ** 53), max: 2 ** 53, whole: type === ApplicationCommandOptionType.Integer });
}

function checkOrder(option: Form, low: string, high: string, bounds: { min: number; max: number; whole: boolean }): void {
  const least = option.field(low).number(bounds);
  const most = option.field(high).number(bounds);
  if (least !== undefined && most !== undefined && least > most) {
    option.field(low).fault("APPLICATION_COMMAND_OPTIONS_BOUNDS_INVALID", `${low} is greater than ${high}`);
  }
}

/** Checks the choices of an option and counts them. */
export function checkChoices(list: Form, type: ApplicationCommandOptionType): number {
  const choices = list.items({ max: limit.choices });
  const names = new Set<unknown>();
  const values = new Set<unknown>();
  for (const choice of choices) {
    choice.field("name").required().text({ min: 1, max: 100 });
    const value = choice.field("value").required();
    if (type === ApplicationCommandOptionType.String) value.text({ min: 1, max: 100 });
    else value.number({ min: -(2 ** 53), max: 2 ** 53, whole: type === ApplicationCommandOptionType.Integer });
    for (const [field, seen] of [[choice.field("name"), names], [value, values]] as const) {
      if (seen.has(field.value)) field.fault("APPLICATION_COMMAND_OPTIONS_CHOICE_ALREADY_EXISTS");
      seen.add(field.value);
    }
  }
  return choices.length;
}

/** Names, descriptions and text values of a command with all that is in it, the longest translation of each. */
function charactersOf(part: Fields): number {
  const longest = (name: string): number => {
    const translations = Object.values((part[`${name}_localizations`] ?? {}) as Fields);
    return Math.max(...[part[name], ...translations].map((text) => lengthOf(asText(text) ?? "")));
  };
  const inside = [...asFieldsList(part["options"]), ...asFieldsList(part["choices"])];
  const own = longest("name") + longest("description") + lengthOf(asText(part["value"]) ?? "");
  return inside.reduce((sum, each) => sum + charactersOf(each), own);
}

/** A bit set arrives as text or as a number, and leaves as text. */
export const permissionsText = (value: unknown): string | null => asText(value) ?? asNumber(value)?.toString() ?? null;

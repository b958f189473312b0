import {
  ApplicationCommandOptionType,
  PermissionFlagsBits,
  type BaseInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Message,
  type MessageContextMenuCommandInteraction,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from "discord.js";
import type { Call } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { RawOption } from "../commands/options/option.ts";
import type { Asker, Place } from "../commands/app-context.ts";
import { readCustomId } from "../render/custom-id.ts";

/** The call of an interaction that needs a reply; null for a custom_id that is not in this version's notation. */
export type AnswerableInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** An interaction as a plain call: code after this point does not depend on Discord. */
export function callOf(interaction: AnswerableInteraction, commands: readonly Command[]): Call | null {
  const caller = { asker: askerOf(interaction), place: placeOf(interaction), id: interaction.id };
  if (interaction.isChatInputCommand()) return { ...caller, ...chatInput(interaction) };
  if (interaction.isMessageContextMenuCommand()) {
    const menuCommand = commands.find(({ menu }) => menu?.name === interaction.commandName);
    return menuCommand?.menu ? { ...caller, command: menuCommand.name, options: { [menuCommand.menu.option]: interaction.targetMessage.content } } : null;
  }
  const call = readCustomId(interaction.customId);
  if (!call) return null;
  return { ...caller, command: call.command, options: { ...call.options, ...enteredOptions(interaction) } };
}

/** The choices of a menu or the fields of a form, as options by field name. */
function enteredOptions(interaction: MessageComponentInteraction | ModalSubmitInteraction): Record<string, string> {
  if (interaction.isModalSubmit()) {
    return Object.fromEntries(
      [...interaction.fields.fields.values()].flatMap((field): [string, string][] =>
        "value" in field && typeof field.value === "string" ? [[field.customId, field.value]] : [],
      ),
    );
  }
  return interaction.isStringSelectMenu() ? { choice: interaction.values.join(" ") } : {};
}

function chatInput(interaction: ChatInputCommandInteraction): Pick<Call, "command" | "options"> {
  const [first] = interaction.options.data;
  const sub = first?.type === ApplicationCommandOptionType.Subcommand ? first : null;
  const options = sub ? (sub.options ?? []) : interaction.options.data;
  return {
    command: sub ? `${interaction.commandName} ${sub.name}` : interaction.commandName,
    options: Object.fromEntries(options.map((option) => [option.name, rawOption(option)])),
  };
}

function rawOption({ attachment, value }: CommandInteractionOption): RawOption {
  return attachment ? { filename: attachment.name, url: attachment.url, size: attachment.size } : (value ?? "");
}

export function askerOf({ user, member, memberPermissions }: BaseInteraction): Asker {
  const roles = member && "roles" in member ? member.roles : [];
  return {
    id: user.id,
    name: user.globalName ?? user.username,
    roleIds: Array.isArray(roles) ? roles : [...roles.cache.keys()],
    managesServer: memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

export const placeOf = ({ guildId, channelId }: BaseInteraction): Place => ({ guildId, channelId });

/** The author of a message as the asker of a call. */
export function askerOfMessage({ author, member }: Message): Asker {
  return {
    id: author.id,
    name: author.globalName ?? author.username,
    roleIds: [...(member?.roles.cache.keys() ?? [])],
    managesServer: member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

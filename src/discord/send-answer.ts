import { setImmediate as nextTurn } from "node:timers/promises";
import {
  AttachmentBuilder,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type MessageComponentInteraction,
} from "discord.js";
import type { ChartSpec } from "../render/chart/chart-spec.ts";
import { customId } from "../render/custom-id.ts";
import { lateFormReply, pinRefusedReply } from "../render/fault.ts";
import { cut, messageOf } from "../render/message.ts";
import type { Answer, Form, Reply } from "../render/reply.ts";
import { isOnEphemeralMessage } from "./ephemeral-message.ts";
import type { AnswerableInteraction } from "./interaction-call.ts";

/** Draws the picture of a specification. */
export type Draw = (spec: ChartSpec) => Promise<Uint8Array>;

/** Sends one message per interaction: a first reply, the edit of a deferred one, or a form. */
export async function sendAnswer(interaction: AnswerableInteraction, answer: Answer, draw: Draw): Promise<void> {
  if (answer.kind === "form") {
    const isLate = interaction.deferred || interaction.replied;
    return isLate ? sendAnswer(interaction, lateFormReply(), draw) : showForm(interaction, answer);
  }
  const message = await messageWithFiles(answer, draw);
  if (answer.pins && interaction.isMessageComponent() && !(await pinMessage(interaction))) {
    return sendAnswer(interaction, pinRefusedReply(), draw);
  }
  const isEphemeral = answer.audience === "asker" || isOnEphemeralMessage(interaction);
  const ephemeralFlags = isEphemeral ? { flags: MessageFlags.Ephemeral as const } : {};
  if (interaction.deferred) {
    // A public deferral cannot become ephemeral, so delete it and follow up.
    if (!isEphemeral || interaction.ephemeral) await interaction.editReply(message);
    else await interaction.deleteReply().then(() => interaction.followUp({ ...message, ...ephemeralFlags }));
  } else if (interaction.replied) {
    await interaction.followUp({ ...message, ...ephemeralFlags });
  } else if (answer.replaces && interaction.isMessageComponent()) {
    await interaction.update({ ...message, attachments: [] });
  } else {
    await interaction.reply({ ...message, ...ephemeralFlags });
  }
}

/** Pins the message whose button was pressed; false where the bot lacks the permission. */
async function pinMessage({ message }: MessageComponentInteraction): Promise<boolean> {
  try {
    await message.pin();
    return true;
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 403) return false;
    throw error;
  }
}

/** The message of a reply, with its pictures drawn. */
export async function messageWithFiles(reply: Reply, draw: Draw) {
  const { content, embeds, components } = messageOf(reply);
  const pictures = await Promise.all(
    reply.pictures.map(async ({ filename, spec, description }) =>
      attachment(Buffer.from(await draw(spec)), filename, description),
    ),
  );
  const files = await Promise.all(
    reply.files.map(async ({ filename, parts, description }) => attachment(await joinParts(parts), filename, description)),
  );
  return {
    ...(content === "" ? {} : { content }),
    embeds: [...embeds],
    components: [...components],
    files: [...pictures, ...files],
    allowedMentions: { parse: [] as const },
  };
}

/** A file's bytes; the event loop is released between its parts. */
async function joinParts(parts: Iterable<string>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (const part of parts) {
    if (chunks.length > 0) await nextTurn();
    chunks.push(Buffer.from(part));
  }
  return Buffer.concat(chunks);
}

const attachment = (bytes: Buffer, name: string, description: string): AttachmentBuilder =>
  new AttachmentBuilder(bytes, { name, description: cut(description, 1024) });

async function showForm(interaction: AnswerableInteraction, form: Form): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error("a form can't be answered with a form");
  await interaction.showModal(modalOf(form));
}

/** The form as a modal; its custom_id is the command that it submits to. */
function modalOf(form: Form): APIModalInteractionResponseCallbackData {
  const id = customId(form.submit);
  if (id === null) throw new Error(`the form of /${form.submit.command} does not fit in a custom_id`);
  return {
    title: cut(form.title, 45),
    custom_id: id,
    components: form.fields.map((field) => ({
      type: ComponentType.Label as const,
      label: cut(field.label, 45),
      component: {
        type: ComponentType.TextInput as const,
        custom_id: field.option,
        style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
        required: field.required,
        max_length: field.maxLength,
        ...(field.placeholder === undefined ? {} : { placeholder: cut(field.placeholder, 100) }),
        ...(field.value === undefined ? {} : { value: field.value }),
      },
    })),
  };
}

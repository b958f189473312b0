import { setImmediate as nextTurn } from "node:timers/promises";
import {
  AttachmentBuilder,
  ComponentType,
  DiscordAPIError,
  MessageFlags,
  RESTJSONErrorCodes,
  TextInputStyle,
  type APIModalInteractionResponseCallbackData,
  type APIRadioGroupComponent,
  type APITextInputComponent,
  type MessageComponentInteraction,
} from "discord.js";
import type { Clock } from "../clock.ts";
import type { ChartSpec } from "../render/chart/chart-spec.ts";
import { withCommandMentions, type CommandIds } from "../render/command-mentions.ts";
import { customId } from "../render/custom-id.ts";
import { lateFormReply, pinRefusedReply, pinsFullReply } from "../render/fault.ts";
import { cut, messageOf } from "../render/message.ts";
import type { Answer, Form, FormField, Reply } from "../render/reply.ts";
import { firstResponse, type FirstResponse, laterMessage, NotDelivered } from "./delivery.ts";
import { isOnEphemeralMessage } from "./ephemeral-message.ts";
import type { AnswerableInteraction } from "./interaction-call.ts";

/** Draws the picture of a specification. */
export type Draw = (spec: ChartSpec) => Promise<Uint8Array>;

/** With what, and since when, an interaction is answered. */
export interface Sending {
  readonly draw: Draw;
  /** Of the commands where it is answered; asked when it is sent, as they may be registered meanwhile. */
  readonly commandIds: () => CommandIds;
  readonly clock: Clock;
  /** When the interaction arrived: Discord waits 3 seconds from then. */
  readonly receivedAt: number;
  /** Told where Discord has an answer already, before this one was tried. */
  readonly onAnswered?: (() => void) | undefined;
}

/**
 * Sends one message per interaction: a first reply, the edit of a deferred one, or a form. A request whose answer was lost
 * is tried again while there is time. Throws NotDelivered where Discord can't be reached or no longer waits.
 */
export async function sendAnswer(interaction: AnswerableInteraction, answer: Answer, sending: Sending): Promise<void> {
  if (answer.kind === "form") {
    const isLate = interaction.deferred || interaction.replied;
    return isLate ? sendAnswer(interaction, lateFormReply(), sending) : showForm(interaction, answer, sending);
  }
  if (answer.pins && interaction.isMessageComponent()) {
    const refusal = await pinMessage(interaction);
    if (refusal) return sendAnswer(interaction, refusal, sending);
  }
  if ((await sendReply(interaction, answer, sending)) === "too-large") await sendReply(interaction, withoutFiles(answer), sending);
}

/** Defers the reply; a deferral whose answer was lost counts as deferred. */
export async function deferAnswer(interaction: AnswerableInteraction, isPrivate: boolean, sending: FirstResponse): Promise<void> {
  const outcome = await firstResponse(() => interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {}), sending);
  if (outcome === "sent") return;
  interaction.deferred = true;
  interaction.ephemeral = isPrivate;
}

async function sendReply(interaction: AnswerableInteraction, reply: Reply, sending: Sending): Promise<"sent" | "too-large"> {
  const { draw, commandIds, clock } = sending;
  const message = await messageWithFiles(reply, draw, commandIds());
  const isEphemeral = reply.audience === "asker" || isOnEphemeralMessage(interaction);
  const flagged = { ...message, ...(isEphemeral ? { flags: MessageFlags.Ephemeral as const } : {}) };
  const followUp = async (): Promise<"sent" | "too-large"> => {
    // Not repeated for a minute: another try after one that took effect is another message.
    const outcome = await laterMessage(() => interaction.followUp(flagged), clock, [1]);
    if (outcome === "gone") throw new NotDelivered("gone", null);
    return outcome;
  };
  if (interaction.replied) return followUp();
  if (interaction.deferred) {
    // A public deferral cannot become ephemeral, so delete it and follow up.
    if (isEphemeral && !interaction.ephemeral) {
      await laterMessage(() => interaction.deleteReply(), clock);
      return followUp();
    }
    const outcome = await laterMessage(() => interaction.editReply(message), clock);
    // Somebody dismissed "thinking…": the answer comes as a message of its own.
    return outcome === "gone" ? followUp() : outcome;
  }
  const replaces = reply.replaces === true && interaction.isMessageComponent();
  const outcome = await firstResponse(() => (replaces ? interaction.update({ ...message, attachments: [] }) : interaction.reply(flagged)), sending);
  if (outcome === "acknowledged") interaction.replied = true;
  return outcome === "too-large" ? outcome : "sent";
}

/** The same in words, where Discord takes no file of that size. */
export function withoutFiles(reply: Reply): Reply {
  const embeds = reply.embeds.map(({ image, thumbnail, ...embed }) => embed);
  const note = "(The picture or file that belongs here is larger than Discord takes in this server.)";
  return { ...reply, content: reply.content === undefined ? note : `${reply.content}\n${note}`, embeds, pictures: [], files: [] };
}

/** Pins the message whose button was pressed; why not, where Discord refuses. */
async function pinMessage({ message }: MessageComponentInteraction): Promise<Reply | null> {
  try {
    await message.pin();
    return null;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    if (error.code === RESTJSONErrorCodes.MaximumNumberOfPinsReachedForTheChannel) return pinsFullReply();
    if (error.status === 403) return pinRefusedReply();
    throw error;
  }
}

/** The message of a reply, with its pictures drawn and the commands that are registered as mentions. */
export async function messageWithFiles(reply: Reply, draw: Draw, commandIds: CommandIds) {
  const { content, embeds, components } = messageOf(withCommandMentions(reply, commandIds));
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

async function showForm(interaction: AnswerableInteraction, form: Form, sending: Sending): Promise<void> {
  if (interaction.isModalSubmit()) throw new Error("a form can't be answered with a form");
  await firstResponse(() => interaction.showModal(modalOf(form)), sending);
}

function textInput(field: FormField): APITextInputComponent {
  return {
    type: ComponentType.TextInput,
    custom_id: field.option,
    style: field.long ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: field.maxLength,
    ...(field.placeholder === undefined ? {} : { placeholder: cut(field.placeholder, 100) }),
    ...(field.value === undefined ? {} : { value: field.value }),
  };
}

function radioGroup({ option, required, value: chosen }: FormField, choices: NonNullable<FormField["choices"]>): APIRadioGroupComponent {
  return {
    type: ComponentType.RadioGroup,
    custom_id: option,
    required,
    options: choices.map(({ value, label }) => ({ value, label: cut(label, 100), ...(value === chosen ? { default: true } : {}) })),
  };
}

/** The form as a modal; its custom_id is the command that it submits to. */
function modalOf(form: Form): APIModalInteractionResponseCallbackData {
  const id = customId(form.submit);
  if (id === null) throw new Error(`the form of /${form.submit.command} does not fit in a custom_id`);
  return {
    title: cut(form.title, 45),
    custom_id: id,
    components: [
      ...(form.text === undefined ? [] : [{ type: ComponentType.TextDisplay as const, content: cut(form.text, 2000) }]),
      ...form.fields.map((field) => ({
        type: ComponentType.Label as const,
        label: cut(field.label, 45),
        component: field.choices === undefined ? textInput(field) : radioGroup(field, field.choices),
      })),
    ],
  };
}

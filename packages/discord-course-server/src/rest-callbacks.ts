/** The bot's first response to an interaction. */
import type { APIApplicationCommandOptionChoice, APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { composeAnswer, editedMessage } from "./bot-message.ts";
import { refusal } from "./discord-error.ts";
import { callback, interactionKind, messageFlag, optionType } from "./discord-numbers.ts";
import { Form } from "./form.ts";
import type { Interaction } from "./interactions.ts";
import { asFieldsList, asNumber, type Fields, isFields } from "./json.ts";
import { readMessageBody } from "./message-body.ts";
import { openRoute, fieldsOf, noContent, ok, type RestRequest, type Route } from "./rest-route.ts";
import { checkChoices } from "./validate-command.ts";
import { checkModal } from "./validate-modal.ts";
import type { World } from "./world.ts";

export function callbackRoutes(world: World): readonly Route[] {
  return [
    openRoute("POST", "/interactions/:id/:token/callback", (request, parameter) => {
      const interaction = world.interactions.waiting(parameter("id"), parameter("token"));
      const type = respond(world, interaction, request);
      return request.query.get("with_response") === "true" ? ok(responseOf(world, interaction, type)) : noContent;
    }),
  ];
}

/** Which responses Discord takes for which interaction; a modal knows no update unless a message's button opened it. */
function legalTypes({ kind, source }: Interaction): readonly number[] {
  const answers = [callback.message, callback.deferredMessage];
  const updates = source === null ? [] : [callback.deferredUpdate, callback.update];
  if (kind === "autocomplete") return [callback.choices];
  if (kind === "modal") return [...answers, ...updates];
  return [...answers, ...updates, callback.modal];
}

function respond(world: World, interaction: Interaction, request: RestRequest): number {
  const body = fieldsOf(request);
  const form = new Form(body);
  const type = form.field("type").required().oneOf(legalTypes(interaction));
  form.refuseFaults();
  const data = isFields(body["data"]) ? body["data"] : {};
  switch (type) {
    case callback.message:
      answer(world, interaction, form, request);
      break;
    case callback.deferredMessage:
      defer(world, interaction, data);
      break;
    case callback.deferredUpdate:
      interaction.original = interaction.source;
      acknowledge(interaction, true);
      break;
    case callback.update:
      update(world, interaction, form, request);
      break;
    case callback.choices:
      suggest(interaction, form);
      break;
    case callback.modal:
      openModal(world, interaction, form);
      break;
    case undefined:
      break;
  }
  return type ?? callback.pong;
}

function answer(world: World, interaction: Interaction, form: Form, request: RestRequest): void {
  const data = form.field("data").required();
  const contents = readMessageBody(world.attachments, {
    fields: isFields(data.value) ? data.value : {},
    files: request.files,
    form: data,
  });
  const stored = composeAnswer(world, interaction, contents, isEphemeral(contents.flags));
  interaction.original = stored.message.id;
  interaction.state = "acknowledged";
  world.messages.add(stored);
  acknowledge(interaction, false);
}

/** Of all flags, a deferral keeps only whether the answer is private. */
function defer(world: World, interaction: Interaction, data: Fields): void {
  const stored = composeAnswer(world, interaction, null, isEphemeral(asNumber(data["flags"]) ?? 0));
  interaction.original = stored.message.id;
  world.messages.add(stored);
  acknowledge(interaction, true);
}

function update(world: World, interaction: Interaction, form: Form, request: RestRequest): void {
  const source = world.messages.find(interaction.source ?? "");
  if (source === undefined) throw refusal.unknownMessage();
  const data = form.field("data");
  const fields = isFields(data.value) ? data.value : {};
  const contents = readMessageBody(world.attachments, { fields, files: request.files, form: data, base: source });
  interaction.original = source.message.id;
  interaction.state = "acknowledged";
  world.messages.replace(editedMessage(world, source, contents));
  acknowledge(interaction, false);
}

function suggest(interaction: Interaction, form: Form): void {
  const choices = form.field("data").field("choices").required();
  checkChoices(choices, focusedType(interaction.data));
  form.refuseFaults();
  interaction.state = "acknowledged";
  interaction.listener({ kind: "choices", choices: choices.value as APIApplicationCommandOptionChoice[] });
}

function openModal(world: World, interaction: Interaction, form: Form): void {
  const modal = form.field("data");
  checkModal(modal);
  form.refuseFaults();
  interaction.state = "acknowledged";
  interaction.listener({
    kind: "modal",
    id: world.newId(),
    modal: modal.value as APIModalInteractionResponseCallbackData,
  });
}

function acknowledge(interaction: Interaction, pending: boolean): void {
  interaction.state = "acknowledged";
  interaction.pending = pending;
  interaction.listener({ kind: "acknowledged", message: interaction.original, pending });
}

const isEphemeral = (flags: number): boolean => (flags & messageFlag.ephemeral) !== 0;

function focusedType(data: Fields): number {
  for (const option of asFieldsList(data["options"])) {
    if (option["focused"] === true) return asNumber(option["type"]) ?? optionType.text;
    if (Array.isArray(option["options"])) return focusedType(option);
  }
  return optionType.text;
}

function responseOf(world: World, interaction: Interaction, type: number): Fields {
  const stored = world.messages.find(interaction.original ?? "");
  const flags = stored?.message.flags ?? 0;
  return {
    interaction: {
      id: interaction.id,
      type: interactionKind[interaction.kind],
      response_message_id: interaction.original,
      response_message_loading: (flags & messageFlag.loading) !== 0,
      response_message_ephemeral: isEphemeral(flags),
    },
    resource: { type, ...(stored === undefined ? {} : { message: stored.message }) },
  };
}

/** The bot's first response to an interaction. */
import { ApplicationCommandOptionType, InteractionResponseType, InteractionType, MessageFlags, type APIApplicationCommandOptionChoice, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { composeAnswer, editedMessage } from "./bot-message.ts";
import { refusal } from "./discord-error.ts";
import { Form } from "./form.ts";
import type { Interaction } from "./interactions.ts";
import { asFieldsList, asNumber, type Fields, isFields } from "./json.ts";
import { optionTypeOf } from "./option-types.ts";
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
function legalTypes({ type, source }: Interaction): readonly InteractionResponseType[] {
  const answers = [InteractionResponseType.ChannelMessageWithSource, InteractionResponseType.DeferredChannelMessageWithSource];
  const updates = source === null ? [] : [InteractionResponseType.DeferredMessageUpdate, InteractionResponseType.UpdateMessage];
  if (type === InteractionType.ApplicationCommandAutocomplete) return [InteractionResponseType.ApplicationCommandAutocompleteResult];
  if (type === InteractionType.ModalSubmit) return [...answers, ...updates];
  return [...answers, ...updates, InteractionResponseType.Modal];
}

type Responder = (world: World, interaction: Interaction, form: Form, request: RestRequest) => void;

const responders: Readonly<Partial<Record<InteractionResponseType, Responder>>> = {
  [InteractionResponseType.ChannelMessageWithSource]: answer,
  [InteractionResponseType.DeferredChannelMessageWithSource]: defer,
  [InteractionResponseType.DeferredMessageUpdate]: deferUpdate,
  [InteractionResponseType.UpdateMessage]: update,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: suggest,
  [InteractionResponseType.Modal]: openModal,
};

function respond(world: World, interaction: Interaction, request: RestRequest): InteractionResponseType {
  const form = new Form(fieldsOf(request));
  const type = form.field("type").required().oneOf(legalTypes(interaction)) ?? InteractionResponseType.Pong;
  form.refuseFaults();
  responders[type]?.(world, interaction, form, request);
  return type;
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
function defer(world: World, interaction: Interaction, form: Form): void {
  const flags = asNumber(form.field("data").field("flags").value) ?? 0;
  const stored = composeAnswer(world, interaction, null, isEphemeral(flags));
  interaction.original = stored.message.id;
  world.messages.add(stored);
  acknowledge(interaction, true);
}

function deferUpdate(_: World, interaction: Interaction): void {
  interaction.original = interaction.source;
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

function suggest(_: World, interaction: Interaction, form: Form): void {
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

const isEphemeral = (flags: number): boolean => (flags & MessageFlags.Ephemeral) !== 0;

function focusedType(data: Fields): ApplicationCommandOptionType {
  for (const option of asFieldsList(data["options"])) {
    if (option["focused"] === true) return optionTypeOf(option);
    if (Array.isArray(option["options"])) return focusedType(option);
  }
  return ApplicationCommandOptionType.String;
}

function responseOf(world: World, interaction: Interaction, type: number): Fields {
  const stored = world.messages.find(interaction.original ?? "");
  const flags = stored?.message.flags ?? 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      response_message_id: interaction.original,
      response_message_loading: (flags & MessageFlags.Loading) !== 0,
      response_message_ephemeral: isEphemeral(flags),
    },
    resource: { type, ...(stored === undefined ? {} : { message: stored.message }) },
  };
}

/** The bot's first response to an interaction. */
import { ApplicationCommandOptionType, InteractionResponseType, InteractionType, MessageFlags, type APIApplicationCommandOptionChoice, type APIModalInteractionResponseCallbackData } from "discord-api-types/v10";
import { composeAnswer, editedMessage } from "./bot-message.ts";
import { discordErrors } from "./discord-error.ts";
import { Form } from "./form.ts";
import type { Interaction } from "./interactions.ts";
import { asFieldsList, asNumber, type Fields, isFields } from "./json.ts";
import { optionTypeOf } from "./option-types.ts";
import { readMessageBody } from "./message-body.ts";
import { fieldsOf, noContent, ok, type RestCall, type RestReply, type RestRequest } from "./rest-route.ts";
import { checkChoices } from "./validate-command.ts";
import { checkModal } from "./validate-modal.ts";
import type { DiscordState } from "./discord-state.ts";

export function respondToInteraction({ state, request, parameter }: RestCall): RestReply {
  const interaction = state.interactions.waiting(parameter("id"), parameter("token"));
  const type = respond(state, interaction, request);
  return request.query.get("with_response") === "true" ? ok(responseOf(state, interaction, type)) : noContent;
}

/** Which responses Discord takes for which interaction; a modal knows no update unless a message's button opened it. */
function legalTypes({ type, source }: Interaction): readonly InteractionResponseType[] {
  const answers = [InteractionResponseType.ChannelMessageWithSource, InteractionResponseType.DeferredChannelMessageWithSource];
  const updates = source === null ? [] : [InteractionResponseType.DeferredMessageUpdate, InteractionResponseType.UpdateMessage];
  if (type === InteractionType.ApplicationCommandAutocomplete) return [InteractionResponseType.ApplicationCommandAutocompleteResult];
  if (type === InteractionType.ModalSubmit) return [...answers, ...updates];
  return [...answers, ...updates, InteractionResponseType.Modal];
}

type Responder = (state: DiscordState, interaction: Interaction, form: Form, request: RestRequest) => void;

const responders: Readonly<Partial<Record<InteractionResponseType, Responder>>> = {
  [InteractionResponseType.ChannelMessageWithSource]: answer,
  [InteractionResponseType.DeferredChannelMessageWithSource]: defer,
  [InteractionResponseType.DeferredMessageUpdate]: deferUpdate,
  [InteractionResponseType.UpdateMessage]: update,
  [InteractionResponseType.ApplicationCommandAutocompleteResult]: suggest,
  [InteractionResponseType.Modal]: openModal,
};

function respond(state: DiscordState, interaction: Interaction, request: RestRequest): InteractionResponseType {
  const form = new Form(fieldsOf(request));
  const type = form.field("type").required().oneOf(legalTypes(interaction)) ?? InteractionResponseType.Pong;
  form.throwFaults();
  responders[type]?.(state, interaction, form, request);
  return type;
}

function answer(state: DiscordState, interaction: Interaction, form: Form, request: RestRequest): void {
  const data = form.field("data").required();
  const contents = readMessageBody(state.attachments, {
    fields: isFields(data.value) ? data.value : {},
    files: request.files,
    form: data,
  });
  const stored = composeAnswer(state, interaction, contents, isEphemeral(contents.flags));
  interaction.original = stored.message.id;
  interaction.state = "acknowledged";
  state.messages.add(stored);
  acknowledge(interaction, false);
}

/** Of all flags, a deferral keeps only whether the answer is private. */
function defer(state: DiscordState, interaction: Interaction, form: Form): void {
  const flags = asNumber(form.field("data").field("flags").value) ?? 0;
  const stored = composeAnswer(state, interaction, null, isEphemeral(flags));
  interaction.original = stored.message.id;
  state.messages.add(stored);
  acknowledge(interaction, true);
}

function deferUpdate(_: DiscordState, interaction: Interaction): void {
  interaction.original = interaction.source;
  acknowledge(interaction, true);
}

function update(state: DiscordState, interaction: Interaction, form: Form, request: RestRequest): void {
  const source = state.messages.find(interaction.source ?? "");
  if (source === undefined) throw discordErrors.unknownMessage();
  const data = form.field("data");
  const fields = isFields(data.value) ? data.value : {};
  const contents = readMessageBody(state.attachments, { fields, files: request.files, form: data, base: source });
  interaction.original = source.message.id;
  interaction.state = "acknowledged";
  state.messages.replace(editedMessage(state, source, contents));
  acknowledge(interaction, false);
}

function suggest(_: DiscordState, interaction: Interaction, form: Form): void {
  const choices = form.field("data").field("choices").required();
  checkChoices(choices, focusedType(interaction.data));
  form.throwFaults();
  interaction.state = "acknowledged";
  interaction.listener({ kind: "choices", choices: choices.value as APIApplicationCommandOptionChoice[] });
}

function openModal(state: DiscordState, interaction: Interaction, form: Form): void {
  const modal = form.field("data");
  checkModal(modal);
  form.throwFaults();
  interaction.state = "acknowledged";
  interaction.listener({
    kind: "modal",
    id: state.newId(),
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

function responseOf(state: DiscordState, interaction: Interaction, type: number): Fields {
  const stored = state.messages.find(interaction.original ?? "");
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

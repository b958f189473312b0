/** What a bot does with an interaction after its first response: change the answer, add to it, take it away. */
import { MessageFlags } from "discord-api-types/v10";
import { composeAnswer, editedMessage, inReplyTo } from "./bot-message.ts";
import { discordErrors } from "./discord-error.ts";
import type { Interaction } from "./interactions.ts";
import { asNumber } from "./json.ts";
import { readMessageBody } from "./message-body.ts";
import type { StoredMessage } from "./message-store.ts";
import { fieldsOf, noContent, ok, type RestCall, type RestReply, type RestRequest } from "./rest-route.ts";
import type { DiscordState } from "./discord-state.ts";

export const createFollowUp = (call: RestCall): RestReply => ok(followUp(call.state, interactionOf(call), call.request).message);

export const getResponse = (call: RestCall): RestReply => ok(messageOf(call, interactionOf(call)).message);

export function editResponse(call: RestCall): RestReply {
  const interaction = interactionOf(call);
  return ok(edit(call.state, interaction, messageOf(call, interaction), call.request).message);
}

export function deleteResponse(call: RestCall): RestReply {
  const interaction = interactionOf(call);
  const { message } = messageOf(call, interaction);
  interaction.pending &&= message.id !== interaction.original;
  call.state.messages.remove(message.id);
  return noContent;
}

function interactionOf({ state, parameter }: RestCall): Interaction {
  if (parameter("application") !== state.bot.id) throw discordErrors.unknownWebhook();
  return state.interactions.acknowledged(parameter("token"));
}

function messageOf({ state, parameter }: RestCall, interaction: Interaction): StoredMessage {
  const id = parameter("message");
  const stored = state.messages.find(id === "@original" ? (interaction.original ?? "") : id);
  if (stored?.message.channel_id !== interaction.channel.id || stored.message.author.id !== state.bot.id) {
    throw discordErrors.unknownMessage();
  }
  return stored;
}

function edit(state: DiscordState, interaction: Interaction, before: StoredMessage, request: RestRequest): StoredMessage {
  const contents = readMessageBody(state.attachments, { fields: fieldsOf(request), files: request.files, base: before });
  const after = editedMessage(state, before, contents);
  if (after.message.id === interaction.original) interaction.pending = false;
  state.messages.replace(after);
  interaction.listener({ kind: "changed", message: after.message.id });
  return after;
}

/** The first follow-up to an open deferral replaces its message and keeps its visibility. */
function followUp(state: DiscordState, interaction: Interaction, request: RestRequest): StoredMessage {
  const waiting = interaction.pending ? state.messages.find(interaction.original ?? "") : undefined;
  if (waiting !== undefined && isLoading(waiting)) return edit(state, interaction, waiting, request);
  const fields = fieldsOf(request);
  const contents = readMessageBody(state.attachments, { fields, files: request.files });
  const isPrivate = ((asNumber(fields["flags"]) ?? 0) & MessageFlags.Ephemeral) !== 0;
  const answer = composeAnswer(state, interaction, contents, isPrivate);
  const stored = interaction.original === null ? answer : inReplyTo(answer, interaction.original);
  state.messages.add(stored);
  interaction.listener({ kind: "changed", message: stored.message.id });
  return stored;
}

const isLoading = ({ message }: StoredMessage): boolean => ((message.flags ?? 0) & MessageFlags.Loading) !== 0;

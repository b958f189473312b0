/** What a bot does with an interaction after its first response: change the answer, add to it, take it away. */
import { MessageFlags } from "discord-api-types/v10";
import { composeAnswer, editedMessage, inReplyTo } from "./bot-message.ts";
import { refusal } from "./discord-error.ts";
import type { Interaction } from "./interactions.ts";
import { asNumber } from "./json.ts";
import { readMessageBody } from "./message-body.ts";
import type { StoredMessage } from "./message-store.ts";
import { fieldsOf, noContent, ok, openRoute, type RestRequest, type Route } from "./rest-route.ts";
import type { World } from "./world.ts";

export function webhookRoutes(world: World): readonly Route[] {
  const find = (parameter: (name: string) => string): Interaction => {
    if (parameter("application") !== world.bot.id) throw refusal.unknownWebhook();
    return world.interactions.acknowledged(parameter("token"));
  };
  const one = "/webhooks/:application/:token/messages/:message";
  return [
    openRoute("POST", "/webhooks/:application/:token", (request, parameter) =>
      ok(followUp(world, find(parameter), request).message),
    ),
    openRoute("GET", one, (_, parameter) => ok(messageOf(world, find(parameter), parameter("message")).message)),
    openRoute("PATCH", one, (request, parameter) => {
      const interaction = find(parameter);
      return ok(edit(world, interaction, messageOf(world, interaction, parameter("message")), request).message);
    }),
    openRoute("DELETE", one, (_, parameter) => {
      const interaction = find(parameter);
      const stored = messageOf(world, interaction, parameter("message"));
      interaction.pending &&= stored.message.id !== interaction.original;
      world.messages.remove(stored.message.id);
      return noContent;
    }),
  ];
}

function messageOf(world: World, interaction: Interaction, id: string): StoredMessage {
  const stored = world.messages.find(id === "@original" ? (interaction.original ?? "") : id);
  if (stored?.message.channel_id !== interaction.channel.id || stored.message.author.id !== world.bot.id) {
    throw refusal.unknownMessage();
  }
  return stored;
}

function edit(world: World, interaction: Interaction, before: StoredMessage, request: RestRequest): StoredMessage {
  const contents = readMessageBody(world.attachments, { fields: fieldsOf(request), files: request.files, base: before });
  const after = editedMessage(world, before, contents);
  if (after.message.id === interaction.original) interaction.pending = false;
  world.messages.replace(after);
  interaction.listener({ kind: "changed", message: after.message.id });
  return after;
}

/** The first follow-up of a deferral that nobody has filled in takes its place, and its privacy with it. */
function followUp(world: World, interaction: Interaction, request: RestRequest): StoredMessage {
  const waiting = interaction.pending ? world.messages.find(interaction.original ?? "") : undefined;
  if (waiting !== undefined && isLoading(waiting)) return edit(world, interaction, waiting, request);
  const fields = fieldsOf(request);
  const contents = readMessageBody(world.attachments, { fields, files: request.files });
  const isPrivate = ((asNumber(fields["flags"]) ?? 0) & MessageFlags.Ephemeral) !== 0;
  const answer = composeAnswer(world, interaction, contents, isPrivate);
  const stored = interaction.original === null ? answer : inReplyTo(answer, interaction.original);
  world.messages.add(stored);
  interaction.listener({ kind: "changed", message: stored.message.id });
  return stored;
}

const isLoading = ({ message }: StoredMessage): boolean => ((message.flags ?? 0) & MessageFlags.Loading) !== 0;

/** Messages that the bot writes in a channel of its own accord. */
import { MessageFlags, MessageReferenceType, MessageType } from "discord-api-types/v10";
import { composeMessage, editedMessage } from "./bot-message.ts";
import type { Channel } from "./channel.ts";
import { channelOf, directChannel } from "./guild.ts";
import { discordErrors } from "./discord-error.ts";
import { Form } from "./form.ts";
import { asText, type Fields, isFields } from "./json.ts";
import { readMessageBody } from "./message-body.ts";
import type { StoredMessage } from "./message-store.ts";
import { fieldsOf, noContent, ok, type RestCall, type RestReply, type RestRequest } from "./rest-route.ts";
import type { DiscordState } from "./discord-state.ts";

export function getChannel(call: RestCall): RestReply {
  const channel = channelIn(call);
  return ok(channel.kind === "course" ? channelOf(channel.guild) : directChannel(channel.id, channel.person));
}

export function showTyping(call: RestCall): RestReply {
  channelIn(call);
  return noContent;
}

export function getMessages(call: RestCall): RestReply {
  const after = BigInt(/^\d+$/.exec(call.request.query.get("after") ?? "")?.[0] ?? 0);
  const messages = call.state.messages.inChannel(channelIn(call).id).filter(({ viewer, message }) => viewer === null && BigInt(message.id) > after);
  const count = Math.min(100, Math.max(1, Number(call.request.query.get("limit") ?? 50) || 50));
  return ok(messages.map(({ message }) => message).reverse().slice(0, count));
}

export const createMessage = (call: RestCall): RestReply => ok(send(call.state, channelIn(call), call.request).message);

export const getMessage = (call: RestCall): RestReply => ok(messageIn(call).message);

export function editMessage(call: RestCall): RestReply {
  const { state, request } = call;
  const before = messageIn(call);
  if (before.message.author.id !== state.bot.id) throw discordErrors.anothersMessage();
  const contents = readMessageBody(state.attachments, { fields: fieldsOf(request), files: request.files, base: before });
  const after = editedMessage(state, before, contents);
  state.messages.replace(after);
  return ok(after.message);
}

export function pinMessage(call: RestCall): RestReply {
  const stored = messageIn(call);
  call.state.messages.replace({ ...stored, message: { ...stored.message, pinned: true } });
  return noContent;
}

export function deleteMessage(call: RestCall): RestReply {
  const { message } = messageIn(call);
  if (message.author.id !== call.state.bot.id) throw discordErrors.missingPermissions();
  call.state.messages.remove(message.id);
  return noContent;
}

function channelIn({ state, parameter }: RestCall): Channel {
  const channel = state.channels.get(parameter("channel"));
  if (channel === undefined) throw discordErrors.unknownChannel();
  return channel;
}

/** An ephemeral message is not found here: only its interaction's token reaches it. */
function messageIn(call: RestCall): StoredMessage {
  const stored = call.state.messages.find(call.parameter("message"));
  if (stored?.message.channel_id !== channelIn(call).id || stored.viewer !== null) throw discordErrors.unknownMessage();
  return stored;
}

function send(state: DiscordState, channel: Channel, request: RestRequest): StoredMessage {
  const fields = fieldsOf(request);
  const form = new Form(fields);
  const nonce = nonceOf(fields, form);
  const sentBefore = nonce === null ? undefined : state.messages.sentWithNonce(channel.id, nonce, state.clock.now() - nonceLife);
  if (sentBefore !== undefined) return sentBefore;
  const contents = readMessageBody(state.attachments, { fields, files: request.files, form });
  if ((contents.flags & MessageFlags.Ephemeral) !== 0) {
    // Discord drops the flag without a word, and what was meant for one person is public.
    form.field("flags").fault("MESSAGE_EPHEMERAL_NEEDS_INTERACTION");
    form.throwFaults();
  }
  const answered = isFields(fields["message_reference"]) ? asText(fields["message_reference"]["message_id"]) : undefined;
  const stored = composeMessage(state, {
    channel,
    author: state.bot,
    contents,
    extra:
      answered === undefined
        ? {}
        : {
            type: MessageType.Reply,
            message_reference: { type: MessageReferenceType.Default, channel_id: channel.id, message_id: answered },
            referenced_message: state.messages.find(answered)?.message ?? null,
          },
  });
  state.messages.add(stored);
  if (nonce !== null) state.messages.rememberNonce(channel.id, nonce, stored.message.id, state.clock.now());
  return stored;
}

/** Discord: unique "in the past few minutes". */
const nonceLife = 3 * 60_000;

/** The nonce of a message that must not be created twice; null where the bot does not ask for it. */
function nonceOf(fields: Fields, form: Form): string | null {
  const { nonce } = fields;
  if ((typeof nonce !== "string" && typeof nonce !== "number") || fields["enforce_nonce"] !== true) return null;
  const text = String(nonce);
  if (text.length > 25) {
    form.field("nonce").fault("BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    form.throwFaults();
  }
  return text;
}

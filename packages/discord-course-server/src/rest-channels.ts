/** Messages that the bot writes in a channel of its own accord. */
import { MessageFlags, MessageReferenceType, MessageType } from "discord-api-types/v10";
import { composeMessage, editedMessage } from "./bot-message.ts";
import type { Channel } from "./channel.ts";
import { channelOf, directChannel } from "./guild.ts";
import { refusal } from "./discord-error.ts";
import { Form } from "./form.ts";
import { asText, isFields } from "./json.ts";
import { readMessageBody } from "./message-body.ts";
import type { StoredMessage } from "./message-store.ts";
import { fieldsOf, noContent, ok, type RestRequest, route, type Route } from "./rest-route.ts";
import type { World } from "./world.ts";

export function channelRoutes(world: World): readonly Route[] {
  const channel = (parameter: (name: string) => string): Channel => {
    const found = world.channels.get(parameter("channel"));
    if (found === undefined) throw refusal.unknownChannel();
    return found;
  };
  /** Ephemeral messages are no channel's: only their interaction's token reaches them. */
  const message = (parameter: (name: string) => string): StoredMessage => {
    const stored = world.messages.find(parameter("message"));
    if (stored?.message.channel_id !== channel(parameter).id || stored.viewer !== null) throw refusal.unknownMessage();
    return stored;
  };
  const own = (stored: StoredMessage): StoredMessage => {
    if (stored.message.author.id !== world.bot.id) throw refusal.anothersMessage();
    return stored;
  };
  const messages = "/channels/:channel/messages";
  return [
    route("GET", "/channels/:channel", (_, parameter) => {
      const found = channel(parameter);
      return ok(found.kind === "course" ? channelOf(found.server) : directChannel(found.id, found.person));
    }),
    route("POST", "/channels/:channel/typing", (_, parameter) => {
      channel(parameter);
      return noContent;
    }),
    route("GET", messages, (request, parameter) => {
      const newest = world.messages.inChannel(channel(parameter).id).filter(({ viewer }) => viewer === null);
      const wanted = Math.min(100, Math.max(1, Number(request.query.get("limit") ?? 50) || 50));
      return ok(newest.map((each) => each.message).reverse().slice(0, wanted));
    }),
    route("POST", messages, (request, parameter) => ok(send(world, channel(parameter), request).message)),
    route("GET", `${messages}/:message`, (_, parameter) => ok(message(parameter).message)),
    route("PATCH", `${messages}/:message`, (request, parameter) => {
      const before = own(message(parameter));
      const contents = readMessageBody(world.attachments, { fields: fieldsOf(request), files: request.files, base: before });
      const after = editedMessage(world, before, contents);
      world.messages.replace(after);
      return ok(after.message);
    }),
    route("PUT", `${messages}/pins/:message`, (_, parameter) => {
      const stored = message(parameter);
      world.messages.replace({ ...stored, message: { ...stored.message, pinned: true } });
      return noContent;
    }),
    route("DELETE", `${messages}/:message`, (_, parameter) => {
      const stored = message(parameter);
      if (stored.message.author.id !== world.bot.id) throw refusal.missingPermissions();
      world.messages.remove(stored.message.id);
      return noContent;
    }),
  ];
}

function send(world: World, channel: Channel, request: RestRequest): StoredMessage {
  const fields = fieldsOf(request);
  const form = new Form(fields);
  const contents = readMessageBody(world.attachments, { fields, files: request.files, form });
  if ((contents.flags & MessageFlags.Ephemeral) !== 0) {
    // Discord drops the flag without a word, and what was meant for one person is public.
    form.field("flags").fault("MESSAGE_EPHEMERAL_NEEDS_INTERACTION");
    form.refuseFaults();
  }
  const answered = isFields(fields["message_reference"]) ? asText(fields["message_reference"]["message_id"]) : undefined;
  const stored = composeMessage(world, {
    channel,
    author: world.bot,
    contents,
    extra:
      answered === undefined
        ? {}
        : {
            type: MessageType.Reply,
            message_reference: { type: MessageReferenceType.Default, channel_id: channel.id, message_id: answered },
            referenced_message: world.messages.find(answered)?.message ?? null,
          },
  });
  world.messages.add(stored);
  return stored;
}

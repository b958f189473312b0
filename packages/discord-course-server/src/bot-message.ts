/** Messages of the bot and of people, put together as Discord describes them. */
import { ApplicationCommandType, ChannelType, InteractionType, MessageFlags, MessageReferenceType, MessageType, type APIMessage } from "discord-api-types/v10";
import { type Channel, guildIdOf } from "./channel.ts";
import type { Interaction } from "./interactions.ts";
import { asText, type Fields, isFields } from "./json.ts";
import type { MessageContents } from "./message-body.ts";
import type { StoredMessage } from "./message-store.ts";
import { type User, userOf } from "./people.ts";
import type { DiscordState } from "./discord-state.ts";

const none: MessageContents = { content: "", embeds: [], components: [], attachments: [], shownFiles: [], flags: 0 };

export interface Sending {
  readonly channel: Channel;
  readonly author: User;
  readonly contents: MessageContents;
  /** The one person who sees it. */
  readonly viewer?: string | null;
  readonly extra?: Fields;
}

export function composeMessage(state: DiscordState, sending: Sending): StoredMessage {
  const { channel, author, contents, viewer = null, extra = {} } = sending;
  const { shownFiles, flags, ...said } = contents;
  const message: Fields = {
    type: MessageType.Default,
    id: state.newId(),
    channel_id: channel.id,
    author,
    ...said,
    mentions: mentioned(state, said.content),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    timestamp: new Date(state.clock.now()).toISOString(),
    edited_timestamp: null,
    flags,
    ...extra,
  };
  if (!isMessage(message)) throw new Error("what was put together is no message");
  return { message, viewer, shownFiles };
}

/** To the compiler its flags and types are plain numbers. */
const isMessage = (fields: Fields): fields is Fields & APIMessage =>
  asText(fields["id"]) !== undefined && asText(fields["channel_id"]) !== undefined && isFields(fields["author"]) && Array.isArray(fields["embeds"]);

/** The flags that a bot may set itself. */
const ownFlags = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** The answer to an interaction; without contents it is the "is thinking…" of a deferral. */
export function composeAnswer(
  state: DiscordState,
  interaction: Interaction,
  contents: MessageContents | null,
  isPrivate: boolean,
): StoredMessage {
  const { person, channel, source } = interaction;
  const own = (contents?.flags ?? 0) & ownFlags;
  const flags = own | (isPrivate ? MessageFlags.Ephemeral : 0) | (contents === null ? MessageFlags.Loading : 0);
  return composeMessage(state, {
    channel,
    author: state.bot,
    contents: { ...(contents ?? none), flags },
    viewer: isPrivate ? person.id : null,
    extra: {
      type: answerType(interaction),
      application_id: state.bot.id,
      webhook_id: state.bot.id,
      ...metadata(interaction),
      ...(source === null ? {} : { message_reference: { type: MessageReferenceType.Default, channel_id: channel.id, message_id: source } }),
    },
  });
}

/** The message with other contents; who sees it and its lasting flags stay. */
export function editedMessage(state: DiscordState, stored: StoredMessage, contents: MessageContents): StoredMessage {
  const { shownFiles, flags, ...said } = contents;
  const before = stored.message.flags ?? 0;
  const wasLoading = (before & MessageFlags.Loading) !== 0;
  const suppressed = flags & MessageFlags.SuppressEmbeds;
  const lasting = (before & ~MessageFlags.Loading & ~MessageFlags.SuppressEmbeds) | (flags & MessageFlags.IsComponentsV2);
  const changes: Fields = {
    ...said,
    mentions: mentioned(state, said.content),
    flags: lasting | suppressed,
    edited_timestamp: wasLoading ? null : new Date(state.clock.now()).toISOString(),
  };
  return withChanges({ ...stored, shownFiles }, changes);
}

/** The message as an answer to another one. */
export const inReplyTo = (stored: StoredMessage, messageId: string): StoredMessage =>
  withChanges(stored, {
    type: MessageType.Reply,
    message_reference: { type: MessageReferenceType.Default, channel_id: stored.message.channel_id, message_id: messageId },
  });

const withChanges = (stored: StoredMessage, changes: Fields): StoredMessage => ({
  ...stored,
  message: { ...stored.message, ...changes },
});

/** A message as the gateway tells of it. */
export const asEvent = ({ message }: StoredMessage, channel: Channel): Fields => {
  const guildId = guildIdOf(channel);
  return { ...message, ...(guildId === null ? { channel_type: ChannelType.DM } : { channel_type: ChannelType.GuildText, guild_id: guildId }) };
};

function answerType({ type, data, source }: Interaction): MessageType {
  if (source !== null) return MessageType.Reply;
  if (type !== InteractionType.ApplicationCommand) return MessageType.Default;
  return data["type"] === ApplicationCommandType.ChatInput ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function metadata({ id, type, person, data, source }: Interaction): Fields {
  const user = userOf(person);
  const owners = { "0": person.id };
  if (type !== InteractionType.ApplicationCommand) {
    const touched = source === null ? {} : { interacted_message_id: source };
    return { interaction_metadata: { id, type, user, authorizing_integration_owners: owners, ...touched } };
  }
  const name = asText(data["name"]) ?? "";
  const commandKind = data["type"];
  return {
    interaction_metadata: { id, type, name, command_type: commandKind, user, authorizing_integration_owners: owners },
    interaction: { id, type, name, user },
  };
}

function mentioned(state: DiscordState, content: string): User[] {
  const ids = new Set([...content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1]));
  return [state.bot, ...state.people.map(userOf)].filter(({ id }) => ids.has(id));
}

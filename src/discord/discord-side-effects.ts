import type { Problem } from "../render/problem.ts";
import { ChannelType, DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes, type Client, type SendableChannels } from "discord.js";
import type { SideEffects } from "../commands/side-effects.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { cut } from "../render/message.ts";
import { readUpload } from "./read-upload.ts";
import { messageWithFiles, type Draw } from "./send-answer.ts";

/** The side effects of commands on Discord: posting to channels, reading members and uploaded files. */
export function discordSideEffects(client: Client, draw: Draw, uploads: readonly string[]): SideEffects {
  const channelOf = async (id: string): Promise<SendableChannels> => {
    const channel = await client.channels.fetch(id);
    if (!channel?.isSendable()) throw new NotSendable(id);
    return channel;
  };
  return {
    post: (channel, reply) =>
      postOrProblem(channel, async () => {
        const target = await channelOf(channel);
        return (await target.send(await messageWithFiles(reply, draw))).id;
      }),
    edit: (channel, message, reply) =>
      postOrProblem(channel, async () => {
        const target = await channelOf(channel);
        return (await target.messages.edit(message, { ...(await messageWithFiles(reply, draw)), attachments: [] })).id;
      }),
    async openThread(channel, title, reply) {
      let opened = { channel, message: "" };
      const done = await postOrProblem(channel, async () => {
        const target = await client.channels.fetch(channel);
        const message = await messageWithFiles(reply, draw);
        const name = cut(title, 100);
        if (target?.type === ChannelType.GuildForum) {
          const post = await target.threads.create({ name, message });
          opened = { channel: post.id, message: post.id };
        } else if (target?.type === ChannelType.GuildText || target?.type === ChannelType.GuildAnnouncement) {
          const sent = await target.send(message);
          await sent.startThread({ name });
          opened = { channel, message: sent.id };
        } else throw new NotSendable(channel);
        return opened.message;
      });
      return done.ok ? success(opened) : done;
    },
    async tell(person, reply) {
      try {
        const user = await client.users.fetch(person);
        await user.send(await messageWithFiles({ ...reply, audience: "everyone" }, draw));
        return true;
      } catch (error) {
        if (error instanceof DiscordAPIError && untoldCodes.includes(error.code)) return false;
        throw error;
      }
    },
    async channelKind(guild, channel) {
      const target = await client.channels.fetch(channel).catch(nullIfUnknown);
      if (target === null || !("guildId" in target) || target.guildId !== guild) return null;
      const me = await target.guild.members.fetchMe();
      if (!target.permissionsFor(me).has(PermissionFlagsBits.SendMessages | PermissionFlagsBits.ViewChannel)) return null;
      if (target.type === ChannelType.GuildForum) return "forum";
      return target.type === ChannelType.GuildText || target.type === ChannelType.GuildAnnouncement ? "text" : null;
    },
    async memberOf(guild, person) {
      const server = await client.guilds.fetch(guild).catch(nullIfUnknown);
      const member = (await server?.members.fetch(person).catch(nullIfUnknown)) ?? null;
      return member && { roleIds: [...member.roles.cache.keys()], managesServer: member.permissions.has(PermissionFlagsBits.ManageGuild) };
    },
    async namesOf(guild, people) {
      const names = new Map<string, readonly string[]>();
      const server = await client.guilds.fetch(guild);
      for (const person of people) {
        const member = await server.members.fetch(person).catch(nullIfUnknown);
        if (member) names.set(person, [member.displayName, member.user.displayName, member.user.username]);
      }
      return names;
    },
    read: (file) => readUpload(file, uploads),
  };
}

class NotSendable extends Error {}

const cannotPostCodes: readonly (string | number)[] = [
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
];

/** A failure caused by the server's settings (permissions, a deleted channel) is a problem; any other error is rethrown. */
async function postOrProblem(channel: string, work: () => Promise<string>): Promise<Outcome<string, Problem>> {
  try {
    return success(await work());
  } catch (error) {
    const refused = error instanceof NotSendable || (error instanceof DiscordAPIError && cannotPostCodes.includes(error.code));
    if (refused) return failure({ kind: "cannot-post", channel });
    throw error;
  }
}

/** A person who is not there, or a server that the bot has left. */
const unknownCodes: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownMember,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.UnknownGuild,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.MissingAccess,
];

/** Somebody who takes no direct messages, or is gone. */
const untoldCodes: readonly (string | number)[] = [RESTJSONErrorCodes.CannotSendMessagesToThisUser, RESTJSONErrorCodes.UnknownUser];

function nullIfUnknown(error: unknown): null {
  if (error instanceof DiscordAPIError && unknownCodes.includes(error.code)) return null;
  throw error;
}

import { ChannelType, DiscordAPIError, PermissionFlagsBits, RESTJSONErrorCodes, SnowflakeUtil, type Client, type ForumChannel, type Message, type SendableChannels } from "discord.js";
import { pause, systemClock } from "../clock.ts";
import type { PostProblem } from "../commands/problem.ts";
import type { SideEffects } from "../commands/side-effects.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { CommandIds } from "../render/command-mentions.ts";
import { cut } from "../render/message.ts";
import type { Reply } from "../render/reply.ts";
import { deliveryError } from "./delivery-error.ts";
import { readUpload, readUploadBytes } from "./read-upload.ts";
import { messageWithFiles, type Draw } from "./send-answer.ts";

/** The side effects of commands on Discord: posting to channels, reading members and uploaded files. */
export function discordSideEffects(
  client: Client,
  { draw, commandIds }: { readonly draw: Draw; readonly commandIds: (guildId: string | null) => CommandIds },
  uploads: readonly string[],
): SideEffects {
  const messageIn = (channel: SendableChannels | ForumChannel, reply: Reply) => messageWithFiles(reply, draw, commandIds("guildId" in channel ? channel.guildId : null));
  const channelOf = async (id: string): Promise<SendableChannels> => {
    const channel = await client.channels.fetch(id);
    if (!channel?.isSendable()) throw new NotSendable(id);
    return channel;
  };
  const forumOf = async (id: string): Promise<ForumChannel | null> => {
    const channel = await client.channels.fetch(id);
    return channel?.type === ChannelType.GuildForum ? channel : null;
  };
  const holds = ({ embeds, components }: Message, text: string): boolean => JSON.stringify([embeds, components]).includes(text);
  const findForumPost = async (forum: ForumChannel, mentions: string, since: number): Promise<string | null> => {
    const { threads } = await forum.threads.fetchActive();
    for (const thread of threads.values()) {
      if (thread.ownerId !== client.user?.id || (thread.createdTimestamp ?? 0) < since) continue;
      const first = await thread.fetchStarterMessage();
      if (first && holds(first, mentions)) return thread.id;
    }
    return null;
  };
  return {
    post: (channel, reply, nonce) =>
      postOrProblem(channel, async () => {
        const forum = await forumOf(channel);
        if (forum) return (await forum.threads.create({ name: postTitle(reply), message: await messageIn(forum, reply) })).id;
        const target = await channelOf(channel);
        const once = nonce === undefined ? {} : { nonce, enforceNonce: true };
        return (await target.send({ ...(await messageIn(target, reply)), ...once })).id;
      }),
    edit: (channel, message, reply) =>
      postOrProblem(channel, () =>
        // The same edit twice is one edit.
        repeated(async () => {
          // A forum's post is a thread with the id of its first message.
          const target = await channelOf((await forumOf(channel)) ? message : channel);
          return (await target.messages.edit(message, { ...(await messageIn(target, reply)), attachments: [] })).id;
        }),
      ),
    findPosted: (channel, { title, mentions, since }) =>
      postOrProblem(channel, async () => {
        const forum = await forumOf(channel);
        if (forum) return await findForumPost(forum, mentions, since);
        const target = await channelOf(channel);
        const after = SnowflakeUtil.generate({ timestamp: since }).toString();
        const messages = await target.messages.fetch({ limit: 100, after, cache: false });
        const own = messages.filter(({ author, embeds }) => author.id === client.user?.id && embeds[0]?.title?.trim() === title.trim());
        return own.find((message) => holds(message, mentions))?.id ?? null;
      }),
    async openThread(channel, message, title) {
      try {
        const target = await client.channels.fetch(channel);
        if (target?.type !== ChannelType.GuildText && target?.type !== ChannelType.GuildAnnouncement) return;
        await (await target.messages.fetch(message)).startThread({ name: cut(title, 100) });
      } catch (error) {
        // The question is there without it: the staff may answer below it all the same.
        if (deliveryError(error) === "fault" && !(error instanceof DiscordAPIError)) throw error;
      }
    },
    async tell(person, reply) {
      try {
        const user = await client.users.fetch(person);
        await user.send(await messageWithFiles(reply, draw, commandIds(null)));
        return true;
      } catch (error) {
        if (deliveryError(error) === "fault" && !(error instanceof DiscordAPIError)) throw error;
        return false;
      }
    },
    directChannel: (person) =>
      postOrProblem(person, async () => {
        const channel = await client.users.createDM(person).catch(nullIfUnknown);
        if (channel === null) throw new NotSendable(person);
        return channel.id;
      }),
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
    readBytes: (file) => readUploadBytes(file, uploads),
  };
}

/** A forum's post is named by what it says. */
const postTitle = ({ embeds: [embed] }: Reply): string => cut((embed?.description ?? embed?.title ?? "").replaceAll(/\s+/gu, " ").trim() || "From the course's bot", 100);

class NotSendable extends Error {}

/** Tries again after a pause where Discord did not answer. */
async function repeated<T>(work: () => Promise<T>): Promise<T> {
  for (const wait of [500, 2_000]) {
    try {
      return await work();
    } catch (error) {
      if (deliveryError(error) !== "unanswered") throw error;
      await pause(systemClock, wait);
    }
  }
  return work();
}

/** What Discord has not confirmed by then is settled later: nobody waits for it, and others' messages least of all. */
const effectMs = 25_000;

/** `late` where the work takes longer; it goes on. */
async function inTime<T>(work: Promise<T>, late: T): Promise<T> {
  let cancel = (): void => undefined;
  const deadline = new Promise<T>((resolve) => {
    cancel = systemClock.after(effectMs, () => resolve(late));
  });
  return Promise.race([work, deadline]).finally(() => cancel());
}

/** A failure of the server's settings (permissions, a deleted channel) or of the network is a problem; any other error is rethrown. */
const postOrProblem = <T>(channel: string, work: () => Promise<T>): Promise<Outcome<T, PostProblem>> => inTime(outcomeOf(channel, work), failure({ kind: "post-uncertain", channel }));

async function outcomeOf<T>(channel: string, work: () => Promise<T>): Promise<Outcome<T, PostProblem>> {
  try {
    return success(await work());
  } catch (error) {
    if (error instanceof NotSendable) return failure({ kind: "cannot-post", channel, why: "gone" });
    const why = deliveryError(error);
    if (why === "unanswered") return failure({ kind: "post-uncertain", channel });
    if (why === "gone" || why === "forbidden" || why === "locked") return failure({ kind: "cannot-post", channel, why });
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

function nullIfUnknown(error: unknown): null {
  if (error instanceof DiscordAPIError && unknownCodes.includes(error.code)) return null;
  throw error;
}

import { DiscordAPIError, RESTJSONErrorCodes, SnowflakeUtil, type Client, type SendableChannels } from "discord.js";
import { pause, systemClock } from "../clock.ts";
import type { PostProblem } from "../commands/problem.ts";
import type { SideEffects } from "../commands/side-effects.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { deliveryError } from "./delivery-error.ts";
import { readUpload, readUploadBytes } from "./read-upload.ts";
import { messageWithFiles, type Draw } from "./send-answer.ts";

/** The side effects of commands on Discord: posting to channels, reading members and uploaded files. */
export function discordSideEffects(client: Client, draw: Draw, uploads: readonly string[]): SideEffects {
  const channelOf = async (id: string): Promise<SendableChannels> => {
    const channel = await client.channels.fetch(id);
    if (!channel?.isSendable()) throw new NotSendable(id);
    return channel;
  };
  return {
    post: (channel, reply, nonce) =>
      postOrProblem(channel, async () => {
        const target = await channelOf(channel);
        const once = nonce === undefined ? {} : { nonce, enforceNonce: true };
        return (await target.send({ ...(await messageWithFiles(reply, draw)), ...once })).id;
      }),
    edit: (channel, message, reply) =>
      postOrProblem(channel, () =>
        // The same edit twice is one edit.
        repeated(async () => {
          const target = await channelOf(channel);
          return (await target.messages.edit(message, { ...(await messageWithFiles(reply, draw)), attachments: [] })).id;
        }),
      ),
    findPosted: (channel, { title, mentions, since }) =>
      postOrProblem(channel, async () => {
        const target = await channelOf(channel);
        const after = SnowflakeUtil.generate({ timestamp: since }).toString();
        const messages = await target.messages.fetch({ limit: 100, after, cache: false });
        const own = messages.filter(({ author, embeds }) => author.id === client.user?.id && embeds[0]?.title?.trim() === title.trim());
        return own.find((message) => JSON.stringify([message.embeds, message.components]).includes(mentions))?.id ?? null;
      }),
    async tell(person, reply) {
      try {
        const user = await client.users.fetch(person);
        await user.send(await messageWithFiles(reply, draw));
        return true;
      } catch (error) {
        if (deliveryError(error) === "fault" && !(error instanceof DiscordAPIError)) throw error;
        return false;
      }
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

/** A failure of the server's settings (permissions, a deleted channel) or of the network is a problem; any other error is rethrown. */
async function postOrProblem<T>(channel: string, work: () => Promise<T>): Promise<Outcome<T, PostProblem>> {
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

const unknownPersonCodes: readonly (string | number)[] = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser];

function nullIfUnknown(error: unknown): null {
  if (error instanceof DiscordAPIError && unknownPersonCodes.includes(error.code)) return null;
  throw error;
}

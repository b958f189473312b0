import type { Problem } from "../render/problem.ts";
import { DiscordAPIError, RESTJSONErrorCodes, type Client, type SendableChannels } from "discord.js";
import type { SideEffects } from "../commands/side-effects.ts";
import { failure, success, type Outcome } from "../outcome.ts";
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

const unknownPersonCodes: readonly (string | number)[] = [RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser];

function nullIfUnknown(error: unknown): null {
  if (error instanceof DiscordAPIError && unknownPersonCodes.includes(error.code)) return null;
  throw error;
}

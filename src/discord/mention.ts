import type { Message } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer, type Call } from "../commands/answer.ts";
import { forYouAloneReply, faultReply } from "../render/fault.ts";
import type { Reply } from "../render/reply.ts";
import type { Desk } from "./dispatch.ts";
import { askerOfMessage } from "./interaction-call.ts";
import { filledMessage } from "./send-answer.ts";

/**
 * A message that mentions the bot is a question to it: Discord gives its text without the message-content intent. Only
 * a mention that was written counts, not the ping of a reply, or the bot would answer every answer to it.
 */
export async function answerMention(message: Message, desk: Desk): Promise<void> {
  const { user } = message.client;
  const written = new RegExp(`<@!?${user.id}>`, "gu");
  if (message.author.bot || !written.test(message.content)) return;
  const call: Call = {
    command: "ask",
    // A mention is public, so is what is said to it.
    options: { question: message.content.replaceAll(written, " ").trim() || "help", private: false },
    asker: askerOfMessage(message),
    place: { guildId: message.guildId, channelId: message.channelId },
    id: message.id,
  };
  try {
    if (message.channel.isSendable()) await message.channel.sendTyping();
    const { answer: found } = await answer(call, desk.commands, desk.world);
    const isPublic = found.kind === "reply" && found.audience === "everyone";
    await send(message, isPublic ? found : forYouAloneReply(readingOf(found.result)), desk);
  } catch (error) {
    const reference = randomBytes(4).toString("hex");
    desk.log.error({ reference, err: error }, "a mention could not be answered");
    await send(message, faultReply(reference), desk).catch((lost: unknown) => {
      desk.log.error({ reference, err: lost }, "and could not be apologised for");
    });
  }
}

async function send(message: Message, reply: Reply, desk: Desk): Promise<void> {
  const payload = await filledMessage(reply, desk.draw);
  await message.reply({ ...payload, allowedMentions: { parse: [], repliedUser: false }, failIfNotExists: false });
}

/** The command that /ask read, where its answer says so. */
function readingOf({ reading }: Reply["result"]): Parameters<typeof forYouAloneReply>[0] {
  return typeof reading === "object" && reading !== null ? (reading as Parameters<typeof forYouAloneReply>[0]) : null;
}

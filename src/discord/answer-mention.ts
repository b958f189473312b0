import type { Message } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer, type Call } from "../commands/answer.ts";
import { forYouAloneReply, faultReply } from "../render/fault.ts";
import type { Reply } from "../render/reply.ts";
import type { DispatchContext } from "./dispatch.ts";
import { askerOfMessage } from "./interaction-call.ts";
import { messageWithFiles } from "./send-answer.ts";

/**
 * A message that mentions the bot is a question to it: Discord sends its text without the message-content intent. Only
 * a typed mention counts, not the ping of a reply, or the bot would answer every reply to its own messages.
 */
export async function answerMention(message: Message, context: DispatchContext): Promise<void> {
  const { user } = message.client;
  const mentionPattern = new RegExp(`<@!?${user.id}>`, "gu");
  if (message.author.bot || !mentionPattern.test(message.content)) return;
  const call: Call = {
    command: "ask",
    // A mention is public, so its answer is public.
    options: { question: message.content.replaceAll(mentionPattern, " ").trim() || "help", private: false },
    asker: askerOfMessage(message),
    place: { guildId: message.guildId, channelId: message.channelId },
    id: message.id,
  };
  try {
    if (message.channel.isSendable()) await message.channel.sendTyping();
    const { answer: reply } = await answer(call, context.commands, context.appContext);
    const isPublic = reply.kind === "reply" && reply.audience === "everyone";
    await send(message, isPublic ? reply : forYouAloneReply(readingOf(reply.result)), context);
  } catch (error) {
    const reference = randomBytes(4).toString("hex");
    context.log.error({ reference, err: error }, "a mention could not be answered");
    await send(message, faultReply(reference), context).catch((sendError: unknown) => {
      context.log.error({ reference, err: sendError }, "and could not be apologised for");
    });
  }
}

async function send(message: Message, reply: Reply, context: DispatchContext): Promise<void> {
  const payload = await messageWithFiles(reply, context.draw);
  await message.reply({ ...payload, allowedMentions: { parse: [], repliedUser: false }, failIfNotExists: false });
}

/** The command that /ask understood, where its answer states it. */
function readingOf({ reading }: Reply["result"]): Parameters<typeof forYouAloneReply>[0] {
  return typeof reading === "object" && reading !== null ? (reading as Parameters<typeof forYouAloneReply>[0]) : null;
}

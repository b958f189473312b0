import type { Message } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer, type Call } from "../commands/answer.ts";
import { busyReply, forYouAloneReply, faultReply } from "../render/fault.ts";
import { noCommandIds } from "../render/command-mentions.ts";
import type { Reply } from "../render/reply.ts";
import { systemClock } from "../clock.ts";
import { laterMessage, NotDelivered } from "./delivery.ts";
import { weightOf, type DispatchContext } from "./dispatch.ts";
import { askerOfMessage } from "./interaction-call.ts";
import { messageWithFiles, withoutFiles } from "./send-answer.ts";

/**
 * A message that mentions the bot, or is written to it directly, is a question to it: Discord sends its text without the
 * message-content intent. Only a typed mention counts, not the ping of a reply, or the bot would answer every reply to its
 * own messages.
 */
export async function answerMention(message: Message, context: DispatchContext): Promise<void> {
  const { user } = message.client;
  const mentionPattern = new RegExp(`<@!?${user.id}>`, "gu");
  const isDirect = message.guildId === null;
  const isQuestion = mentionPattern.test(message.content) || (isDirect && message.content.trim() !== "");
  if (message.author.bot || !isQuestion) return;
  const call: Call = {
    command: "ask",
    // A mention is public, so its answer is public.
    options: { question: message.content.replaceAll(mentionPattern, " ").trim() || "help", private: false },
    asker: askerOfMessage(message),
    place: { guildId: message.guildId, channelId: message.channelId },
    id: message.id,
  };
  const entry = context.admission?.admit(message.author.id, weightOf(context.commands.find(({ name }) => name === call.command)));
  try {
    if (entry?.admitted === false) return await send(message, busyReply(entry.reason, entry.waitSeconds), context);
    if (message.channel.isSendable()) await message.channel.sendTyping().catch(() => undefined);
    if (entry?.admitted) await entry.waitForTurn();
    const { answer: reply } = await answer(call, context.commands, context.appContext);
    if (entry?.admitted) await entry.waitForTurn();
    // Direct messages are read by their two alone.
    const isShown = reply.kind === "reply" && (reply.audience === "everyone" || isDirect);
    await send(message, isShown ? reply : forYouAloneReply(readingOf(reply.result)), context);
  } catch (error) {
    if (error instanceof NotDelivered) return context.log.error({ err: error }, "a reply to a mention did not reach Discord");
    const reference = randomBytes(4).toString("hex");
    context.log.error({ reference, err: error }, "a mention could not be answered");
    await send(message, faultReply(reference), context).catch((sendError: unknown) => {
      context.log.error({ reference, err: sendError }, "and could not be apologised for");
    });
  } finally {
    if (entry?.admitted) entry.release();
  }
}

async function send(message: Message, reply: Reply, context: DispatchContext): Promise<void> {
  const payload = await messageWithFiles(reply, context.draw, context.commandIds?.(message.guildId) ?? noCommandIds);
  // Tried again where Discord does not answer; the message's id keeps it one reply.
  const once = { nonce: message.id.slice(-25), enforceNonce: true };
  const outcome = await laterMessage(() => message.reply({ ...payload, ...once, allowedMentions: { parse: [], repliedUser: false }, failIfNotExists: false }), context.clock ?? systemClock, [0.5, 2, 8]);
  if (outcome === "too-large" && reply.files.length + reply.pictures.length > 0) await send(message, withoutFiles(reply), context);
}

/** The command that /ask understood, where its answer states it. */
function readingOf({ reading }: Reply["result"]): Parameters<typeof forYouAloneReply>[0] {
  return typeof reading === "object" && reading !== null ? (reading as Parameters<typeof forYouAloneReply>[0]) : null;
}

import { MessageFlags } from "discord.js";
import type { AnswerableInteraction } from "./interaction-call.ts";

/** Whether a button or form belongs to an ephemeral message; its reply is then ephemeral too. */
export const isOnEphemeralMessage = (interaction: AnswerableInteraction): boolean =>
  !interaction.isCommand() && (interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false);

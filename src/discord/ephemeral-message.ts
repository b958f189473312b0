import { MessageFlags } from "discord.js";
import type { AnswerableInteraction } from "./interaction-call.ts";

/** Whether a button or form stands on a message that only its asker sees: what is private stays private. */
export const isOnEphemeralMessage = (interaction: AnswerableInteraction): boolean =>
  !interaction.isCommand() && (interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false);

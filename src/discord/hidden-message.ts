import { MessageFlags } from "discord.js";
import type { AskingInteraction } from "./interaction-call.ts";

/** Whether a button or form stands on a message that only its asker sees: what is private stays private. */
export const onHiddenMessage = (interaction: AskingInteraction): boolean =>
  !interaction.isCommand() && (interaction.message?.flags.has(MessageFlags.Ephemeral) ?? false);

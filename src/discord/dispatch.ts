import { MessageFlags, type AutocompleteInteraction, type Interaction } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer, type Answered } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { World } from "../commands/world.ts";
import { cut } from "../render/message.ts";
import { faultReply, staleReply } from "../render/fault.ts";
import type { Answer } from "../render/reply.ts";
import { onHiddenMessage } from "./hidden-message.ts";
import { callOf, type AskingInteraction } from "./interaction-call.ts";
import { sendAnswer, type Draw } from "./send-answer.ts";

export interface Desk {
  readonly commands: readonly Command[];
  readonly world: World;
  readonly draw: Draw;
  readonly log: Log;
}

/** What the edge needs of a logger; ids in it are the logger's to hash. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Discord wants a first word within 3 seconds; a reply that takes longer than this is announced first. */
const patience = 1500;

/** Every interaction comes in here, and every bug of ours ends here. */
export async function dispatch(interaction: Interaction, desk: Desk): Promise<void> {
  if (interaction.isAutocomplete()) return suggest(interaction, desk);
  if (
    !interaction.isChatInputCommand() &&
    !interaction.isMessageContextMenuCommand() &&
    !interaction.isMessageComponent() &&
    !interaction.isModalSubmit()
  ) {
    return;
  }
  try {
    await respond(interaction, desk);
  } catch (error) {
    const reference = randomBytes(4).toString("hex");
    desk.log.error({ reference, asked: askedOf(interaction), err: error }, "a reply failed");
    await sendAnswer(interaction, faultReply(reference), desk.draw).catch((lost: unknown) => {
      desk.log.error({ reference, err: lost }, "and could not be apologised for");
    });
  }
}

async function respond(interaction: AskingInteraction, desk: Desk): Promise<void> {
  const call = callOf(interaction, desk.commands);
  if (!call) return sendAnswer(interaction, staleReply(), desk.draw);
  const answering = answer(call, desk.commands, desk.world).then(({ answer: found }: Answered) => found);
  const late = await isLate(answering);
  if (late) {
    const hidden = call.options["private"] === true || call.options["private"] === "true" || onHiddenMessage(interaction);
    await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
  }
  await sendAnswer(interaction, await answering, desk.draw);
}

async function suggest(interaction: AutocompleteInteraction, { commands, world, log }: Desk): Promise<void> {
  try {
    const subcommand = interaction.options.getSubcommand(false);
    const name = subcommand ? `${interaction.commandName} ${subcommand}` : interaction.commandName;
    const focused = interaction.options.getFocused(true);
    const option = commands.find((command) => command.name === name)?.options[focused.name];
    const choices = option?.suggest?.(focused.value, world) ?? [];
    await interaction.respond(choices.slice(0, 25).map((offered) => ({ name: cut(offered.name, 100), value: offered.value })));
  } catch (error) {
    log.error({ err: error }, "suggestions failed");
  }
}

async function isLate(answering: Promise<Answer>): Promise<boolean> {
  const late = Symbol("late");
  let timer: NodeJS.Timeout | undefined;
  const waiting = new Promise<typeof late>((resolve) => {
    timer = setTimeout(resolve, patience, late);
  });
  const first = await Promise.race([answering.catch(() => null), waiting]);
  clearTimeout(timer);
  return first === late;
}

const askedOf = (interaction: AskingInteraction): string =>
  interaction.isCommand() ? `/${interaction.commandName}` : interaction.customId;

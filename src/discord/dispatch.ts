import { MessageFlags, type AutocompleteInteraction, type Interaction } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { World } from "../commands/world.ts";
import { cut } from "../render/message.ts";
import { faultReply, restartingReply, staleReply } from "../render/fault.ts";
import { onHiddenMessage } from "./hidden-message.ts";
import { callOf, type AskingInteraction } from "./interaction-call.ts";
import { stopwatch, type Meter, type ReplyOutcome, type Stopwatch } from "./meter.ts";
import { sendAnswer, type Draw } from "./send-answer.ts";

export interface Desk {
  readonly commands: readonly Command[];
  readonly world: World;
  readonly draw: Draw;
  readonly log: Log;
  readonly meter?: Meter;
}

/** What the edge needs of a logger; ids in it are the logger's to hash. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Discord wants a first word within 3 seconds; a reply that takes longer than this is announced first. */
const patience = 1500;

/** Every interaction comes in here, and every bug of ours ends here. */
export async function dispatch(arrived: Interaction, desk: Desk): Promise<void> {
  if (arrived.isAutocomplete()) return suggest(arrived, desk);
  const interaction = askingOf(arrived);
  if (!interaction) return;
  const watch = stopwatch(desk.meter ?? null);
  try {
    watch.replied(await respond(interaction, desk, watch));
  } catch (error) {
    const reference = randomBytes(4).toString("hex");
    desk.log.error({ reference, asked: askedOf(interaction), err: error }, "a reply failed");
    await sendAnswer(interaction, faultReply(reference), desk.draw).catch((lost: unknown) => {
      desk.log.error({ reference, err: lost }, "and could not be apologised for");
    });
    watch.replied("fault");
  }
}

/** While the bot leaves, what still comes in is told so: Discord sends nothing of it to anybody else. */
export async function turnAway(arrived: Interaction, desk: Desk): Promise<void> {
  const interaction = askingOf(arrived);
  if (!interaction) return;
  await sendAnswer(interaction, restartingReply(), desk.draw).catch((error: unknown) => {
    desk.log.error({ asked: askedOf(interaction), err: error }, "could not be turned away");
  });
}

async function respond(interaction: AskingInteraction, desk: Desk, watch: Stopwatch): Promise<ReplyOutcome> {
  const call = callOf(interaction, desk.commands);
  if (!call) {
    await sendAnswer(interaction, staleReply(), desk.draw);
    return "problem";
  }
  // Anybody can send any name: only those that exist are counted apart.
  if (desk.commands.some(({ name }) => name === call.command)) watch.asked(call.command);
  const answering = answer(call, desk.commands, desk.world);
  const late = await isLate(answering);
  if (late) {
    const hidden = call.options["private"] === true || call.options["private"] === "true" || onHiddenMessage(interaction);
    await interaction.deferReply(hidden ? { flags: MessageFlags.Ephemeral } : {});
    watch.acknowledged();
  }
  const { answer: found, problem } = await answering;
  await sendAnswer(interaction, found, desk.draw);
  return problem ? "problem" : "answer";
}

/** null for what asks for nothing that we answer. */
const askingOf = (interaction: Interaction): AskingInteraction | null =>
  interaction.isChatInputCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isMessageComponent() ||
  interaction.isModalSubmit()
    ? interaction
    : null;

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

async function isLate(answering: Promise<unknown>): Promise<boolean> {
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

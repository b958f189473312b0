import { MessageFlags, type AutocompleteInteraction, type Interaction } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer, type Call } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { World } from "../commands/world.ts";
import type { ChartSpec } from "../render/chart/chart-spec.ts";
import { cut } from "../render/message.ts";
import { busyReply, faultReply, restartingReply, staleReply } from "../render/fault.ts";
import type { Answer } from "../render/reply.ts";
import type { Admission, Weight } from "./admission.ts";
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
  /** Without it everybody is let in at once. */
  readonly admission?: Admission;
}

/** What the edge needs of a logger; ids in it are the logger's to hash. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What takes a tenth of a second and more of the one thread that everybody shares. */
const heavy: ReadonlySet<string> = new Set(["selftest", "reconcile", "check preview"]);

function weightOf(command: Command | undefined): Weight {
  const isHeavy = command !== undefined && heavy.has(command.name);
  const isShort = command !== undefined && (command.opensForm || command.part === "Exercises" || command.part === "Course");
  return { isHeavy, isShort: isShort && !isHeavy };
}

/**
 * Discord wants a first word within 3 seconds; a reply that takes longer than this is announced first. Where many are
 * under way the announcement itself will take its time, so it is made at once, unless the reply goes before the others'.
 * A form can't follow an announcement at all.
 */
function patienceFor(command: Command | undefined, underway: number): number {
  if (command?.opensForm) return 2500;
  return underway > 50 && !weightOf(command).isShort ? 0 : 1500;
}

/** Whether a reply will be for its asker alone, as far as that is known before there is one; exercises always are. */
const isPrivate = ({ options }: Call, command: Command | undefined, interaction: AskingInteraction): boolean =>
  options["private"] === true || options["private"] === "true" || command?.part === "Exercises" || onHiddenMessage(interaction);

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
  const command = desk.commands.find(({ name }) => name === call.command);
  // Anybody can send any name: only those that exist are counted apart.
  if (command) watch.asked(command.name);
  const entry = desk.admission?.enter(interaction.user.id, weightOf(command));
  if (entry?.admitted === false) {
    watch.shed();
    await sendAnswer(interaction, busyReply(entry.because, entry.waitSeconds), desk.draw);
    return "problem";
  }
  const turn = () => (entry?.admitted ? entry.turn() : Promise.resolve());
  try {
    const answering = turn()
      .then(() => answer(call, desk.commands, desk.world))
      .then(async (answered) => ({ ...answered, pictures: await drawnPictures(answered.answer, desk.draw) }));
    if (await isLate(answering, patienceFor(command, desk.admission?.underway ?? 0))) {
      await interaction.deferReply(isPrivate(call, command, interaction) ? { flags: MessageFlags.Ephemeral } : {});
      watch.acknowledged();
    }
    const { answer: found, problem, pictures } = await answering;
    await turn();
    await sendAnswer(interaction, found, (spec) => pictures.get(spec) ?? desk.draw(spec));
    return problem ? "problem" : "answer";
  } finally {
    if (entry?.admitted) entry.leave();
  }
}

/** The pictures of an answer: drawn before it is known whether it comes late, since drawing is part of its time. */
async function drawnPictures(found: Answer, draw: Draw): Promise<ReadonlyMap<ChartSpec, Promise<Uint8Array>>> {
  const specs = found.kind === "reply" ? found.pictures.map(({ spec }) => spec) : [];
  const drawing = new Map(specs.map((spec) => [spec, draw(spec)]));
  await Promise.all(drawing.values());
  return drawing;
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

async function isLate(answering: Promise<unknown>, patience: number): Promise<boolean> {
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

import type { AutocompleteInteraction, Interaction } from "discord.js";
import { randomBytes } from "node:crypto";
import { answer, type Call } from "../commands/answer.ts";
import type { Command } from "../commands/command.ts";
import type { AppContext } from "../commands/app-context.ts";
import { inServer } from "../commands/in-server.ts";
import { systemClock, type Clock } from "../clock.ts";
import { ProblemError } from "../outcome.ts";
import type { ChartSpec } from "../render/chart/chart-spec.ts";
import { noCommandIds, type CommandIds } from "../render/command-mentions.ts";
import { cut } from "../render/message.ts";
import { busyReply, faultReply, noTextReply, restartingReply, staleReply } from "../render/fault.ts";
import type { Answer } from "../render/reply.ts";
import type { Admission, QuestionWeight } from "./admission.ts";
import { NotDelivered } from "./delivery.ts";
import { isOnEphemeralMessage } from "./ephemeral-message.ts";
import { resolvedCall, withKeptCalls } from "./kept-calls.ts";
import { askerOf, callOf, placeOf, type AnswerableInteraction } from "./interaction-call.ts";
import { stopwatch, type Meter, type ReplyOutcome, type Stopwatch } from "./meter.ts";
import { deferAnswer, sendAnswer, type Draw, type Sending } from "./send-answer.ts";

export interface DispatchContext {
  readonly commands: readonly Command[];
  readonly appContext: AppContext;
  readonly draw: Draw;
  /** Discord's ids of the commands that a server, or a direct message, has; without it they are not mentioned. */
  readonly commandIds?: (guildId: string | null) => CommandIds;
  readonly log: Log;
  readonly meter?: Meter;
  /** Without it every call is admitted at once. */
  readonly admission?: Admission;
  /** The system's by default. */
  readonly clock?: Clock;
  /** Told of an interaction that Discord has an answer to already, before ours was tried. */
  readonly onAnswered?: () => void;
}

/** The parts of a logger used here; the logger hashes ids. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export function weightOf(command: Command | undefined): QuestionWeight {
  const isHeavy = command?.heavy ?? false;
  const isShort = command !== undefined && (command.opensForm || command.part === "Exercises" || command.part === "Course");
  return { isHeavy, isShort: isShort && !isHeavy };
}

/**
 * Discord requires a first response within 3 seconds; a reply that takes longer than this is deferred. With many calls in
 * progress the deferral itself is slow, so it is sent at once, unless the call is short and need not wait.
 * A form cannot follow a deferral.
 */
function deferAfterMs(command: Command | undefined, inProgress: number, isForm: boolean): number {
  if (command?.opensForm) return 2500;
  // A class sends its forms in the same minute, and each answer to one is written to the disk first.
  if (isForm && inProgress > 20) return 0;
  return inProgress > 50 && !weightOf(command).isShort ? 0 : 1500;
}

/** Whether a reply will be ephemeral, as far as that is known before it exists; exercises always are. */
const isPrivate = ({ options }: Call, command: Command | undefined, interaction: AnswerableInteraction): boolean =>
  options["private"] === true || options["private"] === "true" || command?.part === "Exercises" || isOnEphemeralMessage(interaction);

/** Handles every interaction, and catches every bug of ours. */
export async function dispatch(received: Interaction, context: DispatchContext): Promise<void> {
  if (received.isAutocomplete()) return suggest(received, context);
  const interaction = answerableInteraction(received);
  if (!interaction) return;
  const timing = stopwatch(context.meter ?? null);
  const sending = sendingOf(interaction, context);
  try {
    timing.replied(await respond(interaction, context, sending, timing));
  } catch (error) {
    timing.replied("fault");
    if (error instanceof NotDelivered) {
      // Nothing of ours broke, and an apology would meet the same network, or overwrite an answer that did arrive.
      context.log.error({ asked: interactionLabel(interaction), err: error }, "a reply did not reach Discord");
      return;
    }
    const reference = randomBytes(4).toString("hex");
    context.log.error({ reference, asked: interactionLabel(interaction), err: error }, "a reply failed");
    await sendAnswer(interaction, faultReply(reference), sending).catch((sendError: unknown) => {
      context.log.error({ reference, err: sendError }, "and could not be apologised for");
    });
  }
}

const sendingOf = ({ guildId }: AnswerableInteraction, { draw, commandIds, clock = systemClock, onAnswered }: DispatchContext): Sending => ({
  ...{ draw, clock, receivedAt: clock.now(), onAnswered },
  commandIds: () => commandIds?.(guildId) ?? noCommandIds,
});

/** Refuses an interaction that arrives during shutdown: Discord does not send it to another process. */
export async function rejectWhileClosing(received: Interaction, context: DispatchContext): Promise<void> {
  const interaction = answerableInteraction(received);
  if (!interaction) return;
  await sendAnswer(interaction, restartingReply(), sendingOf(interaction, context)).catch((error: unknown) => {
    context.log.error({ asked: interactionLabel(interaction), err: error }, "could not be turned away");
  });
}

async function respond(interaction: AnswerableInteraction, context: DispatchContext, sending: Sending, timing: Stopwatch): Promise<ReplyOutcome> {
  if (interaction.isMessageContextMenuCommand() && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(interaction.targetMessage.content)) {
    await sendAnswer(interaction, noTextReply(), sending);
    return "problem";
  }
  const { now } = context.appContext;
  const pressed = callOf(interaction, context.commands);
  const call = pressed && resolvedCall(pressed, now());
  if (!call) {
    await sendAnswer(interaction, staleReply(), sending);
    return "problem";
  }
  const command = context.commands.find(({ name }) => name === call.command);
  // Anybody can send any name: only existing ones get a metric of their own.
  if (command) timing.setCommand(command.name);
  const entry = context.admission?.admit(interaction.user.id, weightOf(command));
  if (entry?.admitted === false) {
    timing.shed();
    await sendAnswer(interaction, busyReply(entry.reason, entry.waitSeconds), sending);
    return "problem";
  }
  const waitForTurn = () => (entry?.admitted ? entry.waitForTurn() : Promise.resolve());
  try {
    const answering = waitForTurn()
      .then(() => answer(call, context.commands, context.appContext))
      .then((answered) => ({ ...answered, answer: withKeptCalls(answered.answer, call, now()) }))
      .then(async (answered) => ({ ...answered, pictures: await drawPictures(answered.answer, context.draw) }));
    if (await isLate(answering, deferAfterMs(command, context.admission?.inProgress ?? 0, interaction.isModalSubmit()), sending.clock)) {
      await deferAnswer(interaction, isPrivate(call, command, interaction), sending);
      timing.acknowledged();
    }
    const { answer: reply, problem, pictures } = await answering;
    // A file takes longer to upload than Discord waits for a first response.
    const hasFiles = reply.kind === "reply" && reply.files.length > 0 && reply.replaces !== true;
    if (hasFiles && !interaction.deferred) {
      await deferAnswer(interaction, reply.audience === "asker" || isOnEphemeralMessage(interaction), sending);
      timing.acknowledged();
    }
    await waitForTurn();
    await sendAnswer(interaction, reply, { ...sending, draw: (spec) => pictures.get(spec) ?? context.draw(spec) });
    return problem ? "problem" : "answer";
  } finally {
    if (entry?.admitted) entry.release();
  }
}

/** The drawn pictures of an answer. They are drawn before the deferral decision, since drawing takes part of the time. */
async function drawPictures(finished: Answer, draw: Draw): Promise<ReadonlyMap<ChartSpec, Promise<Uint8Array>>> {
  const specs = finished.kind === "reply" ? finished.pictures.map(({ spec }) => spec) : [];
  const drawing = new Map(specs.map((spec) => [spec, draw(spec)]));
  await Promise.all(drawing.values());
  return drawing;
}

/** null for interactions that need no answer. */
const answerableInteraction = (interaction: Interaction): AnswerableInteraction | null =>
  interaction.isChatInputCommand() ||
  interaction.isMessageContextMenuCommand() ||
  interaction.isMessageComponent() ||
  interaction.isModalSubmit()
    ? interaction
    : null;

async function suggest(interaction: AutocompleteInteraction, { commands, appContext: context, log }: DispatchContext): Promise<void> {
  try {
    const subcommand = interaction.options.getSubcommand(false);
    const name = subcommand ? `${interaction.commandName} ${subcommand}` : interaction.commandName;
    const focused = interaction.options.getFocused(true);
    const option = commands.find((command) => command.name === name)?.options[focused.name];
    const caller = { asker: askerOf(interaction), place: placeOf(interaction) };
    const here = await inServer(context, interaction.guildId);
    const stored = await option?.suggestStored?.(focused.value, { ...here, ...caller });
    const choices = stored ?? option?.suggest?.(focused.value, here) ?? [];
    await interaction.respond(choices.slice(0, 25).map((offered) => ({ name: cut(offered.name, 100), value: offered.value })));
  } catch (error) {
    // A store that is lost for a moment is no bug, and the next letter asks again.
    if (error instanceof ProblemError) return;
    log.error({ err: error }, "suggestions failed");
  }
}

async function isLate(answering: Promise<unknown>, timeoutMs: number, clock: Clock): Promise<boolean> {
  const late = Symbol("late");
  let cancel = (): void => undefined;
  const waiting = new Promise<typeof late>((resolve) => {
    cancel = clock.after(timeoutMs, () => resolve(late));
  });
  const first = await Promise.race([answering.catch(() => null), waiting]);
  cancel();
  return first === late;
}

const interactionLabel = (interaction: AnswerableInteraction): string =>
  interaction.isCommand() ? `/${interaction.commandName}` : interaction.customId;

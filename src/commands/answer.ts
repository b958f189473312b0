import type { Problem } from "../render/problem.ts";
import { isoDay } from "../calendar.ts";
import { failure, ProblemError, type Outcome } from "../outcome.ts";
import { problemReply } from "../render/problem.ts";
import { recordingPrints } from "../render/prints.ts";
import { lastCallKey } from "./last-call-key.ts";
import { continuedBy } from "../asking/earlier-call.ts";
import type { Answer, CommandCall } from "../render/reply.ts";
import type { Command } from "./command.ts";
import { allowedCommands, notAllowed } from "./allowed-commands.ts";
import { declaredPrints, hideOpenKeys, keepKeysPrivate } from "./checks/hide-open-keys.ts";
import { noteShown } from "./checks/recently-shown.ts";
import { fetchSteps } from "./fetch-steps.ts";
import { inServer } from "./in-server.ts";
import { namedSeries } from "./options/named-series.ts";
import { runnableSteps } from "./runnable-steps.ts";
import { stepsAfter } from "./steps-after.ts";
import { nearestCommands } from "./nearest-commands.ts";
import { offeredSteps } from "./offered-steps.ts";
import { readingStep } from "./read-in-words.ts";
import { placeWords } from "./place-words.ts";
import { textsOf } from "./texts-of.ts";
import type { RawOption } from "./options/option.ts";
import type { Asker, Place, AppContext } from "./app-context.ts";

export interface Call {
  readonly command: string;
  readonly options: Readonly<Record<string, RawOption>>;
  readonly asker: Asker;
  readonly place: Place;
  readonly id: string;
}

export interface CallResult {
  readonly answer: Answer;
  readonly problem: Problem | null;
}

/**
 * The one way from a question to its reply: find the command, read its options, run it, word its problem, hide keys.
 * A store that is lost, locked or full at any step of it is a problem; any other exception is a bug of ours.
 */
export async function answer(call: Call, commands: readonly Command[], appContext: AppContext): Promise<CallResult> {
  try {
    return await answerOrThrow(call, commands, appContext);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error as ProblemError<Problem>;
    // Of the store, so there is no number of the data in it.
    return { answer: problemReply(problem, stepsAfter(problem, call)), problem };
  }
}

async function answerOrThrow(call: Call, commands: readonly Command[], appContext: AppContext): Promise<CallResult> {
  const context = await inServer(appContext, call.place.guildId);
  const command = commands.find((candidate) => candidate.name === call.command);
  const outcome = command
    ? await answerIfAllowed(command, call, context)
    : failure({ kind: "unknown-command", asked: call.command, nearest: nearestCommands(call.command, await allowedCommands(commands, call, context)) });
  if (outcome.ok && outcome.value.kind === "reply" && outcome.value.call !== undefined) rememberCall(outcome.value.call, call, context);
  if (outcome.ok) return { answer: withOfferedSteps(await withKeysHidden(outcome.value, command, call, context), context), problem: null };
  const { problem } = outcome;
  const placement = placeWords(command?.options ?? noOptions, call.options, context);
  const steps = runnableSteps(stepsAfter(problem, call, { isSeries: (word) => namedSeries(word, context) !== null, rangeOf: (id) => rangeOf(id, context), options: command?.options ?? noOptions, placed: "placed" in placement ? textsOf(placement.placed) : null, isHarmless: command === undefined || (command.listed && command.audience === "everyone" && !command.adds) }), commands, context);
  const fetching = await fetchSteps(problem, { ...context, ...call });
  // A problem can hold a number of the data, like the R² that a target share must be below.
  const meant = readingStep(call, command, problem, context).filter(({ command: name, options }) => !steps.some((step) => step.command === name && JSON.stringify(step.options) === JSON.stringify(options)));
  const { written, numbers } = await recordingPrints(() => problemReply(problem, isTypingError(problem) && steps.length > 0 ? [...steps, ...fetching] : [...meant, ...[...fetching, ...steps].slice(0, mostButtons - meant.length)]));
  return { answer: await withKeysHidden({ ...written, prints: numbers }, command, call, context), problem };
}

/** Of a row. */
const mostButtons = 5;

/** Of a command that there is not. */
const noOptions: Command["options"] = Object.freeze(Object.create(null) as Record<string, never>);

function rangeOf(id: string, { datasets }: AppContext): { readonly first: string; readonly last: string } | null {
  const found = datasets.find(id);
  const [first, last] = found.ok ? [found.value.days[0], found.value.days.at(-1)] : [];
  return first === undefined || last === undefined ? null : { first: isoDay(first), last: isoDay(last) };
}

/** Whatever was answered can be asked on from; what a question was read as, /ask remembers with what was asked for. */
function rememberCall(answered: CommandCall, call: Call, { now, commandList, lastCalls }: AppContext): void {
  const at = now();
  const key = lastCallKey(call);
  lastCalls.remember(key, continuedBy(answered, null, lastCalls.last(key, at), commandList), at);
}

/** With a name beside it that was probably meant. */
const isTypingError = (problem: Problem): boolean => problem.kind === "unknown-series" && problem.nearest.length > 0;

/** Instructors' commands for instructors, at each use. */
async function answerIfAllowed(command: Command, call: Call, context: AppContext): Promise<Outcome<Answer, Problem>> {
  const { asker, place, id } = call;
  const refused = await refusal(command, call, context);
  if (refused) return failure(refused);
  return command.answer(call.options, { ...context, asker, place, id });
}

const withOfferedSteps = (given: Answer, context: AppContext): Answer => (given.kind === "form" ? given : { ...given, nextSteps: offeredSteps(given.nextSteps, context) });

/** No open check's key for a student. What checks and a course say of themselves knows its keys, and keeps them itself. */
async function withKeysHidden(given: Answer, command: Command | undefined, { asker, place, id, command: name }: Call, context: AppContext): Promise<Answer> {
  if (given.kind === "form" || command?.part === "Course" || name.startsWith("check ")) return given;
  const kept = await keepKeysPrivate(given, { ...context, asker, place, id });
  if (kept !== given) return kept;
  const shown = await hideOpenKeys(given, { ...context, asker, place, id });
  if (shown === given && given.audience === "everyone" && place.guildId !== null) {
    noteShown({ guild: place.guildId, at: context.now(), command: name, declared: declaredPrints({ ...given, pictures: [], files: [] }, context) }, context);
  }
  return shown;
}

async function refusal(command: Command, call: Call, context: AppContext): Promise<Problem | null> {
  return (await notAllowed(command, call, context)) ?? (command.adds ? closedCourse(call.place, context) : null);
}

async function closedCourse({ guildId }: Place, context: AppContext): Promise<Problem | null> {
  if (guildId === null) return null;
  const store = await context.store();
  if (!store.ok) return store.problem;
  const closedAt = await store.value.terms.closedAt(guildId);
  return closedAt === null ? null : { kind: "course-closed", closedAt };
}

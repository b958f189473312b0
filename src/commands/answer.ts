import type { Problem } from "../render/problem.ts";
import { failure, ProblemError, success, type Outcome } from "../outcome.ts";
import { problemReply } from "../render/problem.ts";
import type { Answer } from "../render/reply.ts";
import type { Command } from "./command.ts";
import { hideOpenKeys } from "./checks/hide-open-keys.ts";
import { isInstructor } from "./instructor.ts";
import { stepsAfter } from "./steps-after.ts";
import { nearestCommands } from "./nearest-commands.ts";
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

/** The one way from a question to its reply: find the command, read its options, run it, word its problem. */
export async function answer(call: Call, commands: readonly Command[], appContext: AppContext): Promise<CallResult> {
  const context = { ...appContext, ...(appContext.data.of(call.place.guildId) ?? {}) };
  const command = commands.find((candidate) => candidate.name === call.command);
  const outcome = command
    ? await answerIfAllowed(command, call, context).catch(storeProblem)
    : failure({ kind: "unknown-command", asked: call.command, nearest: nearestCommands(call.command, commands) });
  return outcome.ok
    ? { answer: outcome.value, problem: null }
    : { answer: problemReply(outcome.problem, stepsAfter(outcome.problem, call)), problem: outcome.problem };
}

/** A store that is lost, locked or full in the middle of a call is a problem; any other exception is a bug of ours. */
function storeProblem(error: unknown): Outcome<never, Problem> {
  if (error instanceof ProblemError) return failure((error as ProblemError<Problem>).problem);
  throw error;
}

/** Instructors' commands for instructors, at each use; and no open check's key for a student. */
async function answerIfAllowed(command: Command, call: Call, context: AppContext): Promise<Outcome<Answer, Problem>> {
  const { asker, place, id } = call;
  const refused = await refusal(command, call, context);
  if (refused) return failure(refused);
  const outcome = await command.answer(call.options, { ...context, asker, place, id });
  // What belongs to exercises knows its keys, and hides them itself.
  const isExercise = command.part === "Exercises" || command.part === "Course";
  if (!outcome.ok || outcome.value.kind === "form" || isExercise) return outcome;
  return success(await hideOpenKeys(outcome.value, { ...context, asker, place, id }));
}

async function refusal({ name, audience }: Command, { asker, place }: Call, context: AppContext): Promise<Problem | null> {
  if (audience === "everyone") return null;
  if (place.guildId === null) return { kind: "needs-server", command: name };
  if (asker.managesServer) return null;
  if (audience === "managers") return { kind: "not-allowed", command: name, needs: "manager" };
  const store = await context.store();
  if (!store.ok) return store.problem;
  return (await isInstructor(asker, place, store.value)) ? null : { kind: "not-allowed", command: name, needs: "instructor" };
}

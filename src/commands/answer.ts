import { failure, type Problem } from "../outcome.ts";
import { problemReply } from "../render/problem.ts";
import type { Answer } from "../render/reply.ts";
import type { Command } from "./command.ts";
import { nearestCommands } from "./nearest-commands.ts";
import type { RawOption } from "./options/option.ts";
import type { Asker, Place, World } from "./world.ts";

export interface Call {
  readonly command: string;
  readonly options: Readonly<Record<string, RawOption>>;
  readonly asker: Asker;
  readonly place: Place;
  readonly id: string;
}

export interface Answered {
  readonly answer: Answer;
  readonly problem: Problem | null;
}

/** The one way from a question to its reply: find the command, read its options, run it, word its problem. */
export async function answer(call: Call, commands: readonly Command[], world: World): Promise<Answered> {
  const command = commands.find((known) => known.name === call.command);
  const { asker, place, id } = call;
  const outcome = command
    ? await command.answer(call.options, { ...world, asker, place, id })
    : failure({ kind: "unknown-command", asked: call.command, nearest: nearestCommands(call.command, commands) });
  return outcome.ok
    ? { answer: outcome.value, problem: null }
    : { answer: problemReply(outcome.problem), problem: outcome.problem };
}

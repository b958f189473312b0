import type { Problem } from "../render/problem.ts";
import { problemReply } from "../render/problem.ts";
import type { NextStep, Reply } from "../render/reply.ts";
import type { Command } from "./command.ts";
import { nearestCommands } from "./nearest-commands.ts";
import { parseCommand } from "./parse-command.ts";
import { stepsAside } from "./steps-aside.ts";

/**
 * The reply to a typed line that is no call: with the line for the command that was nearly named, or without the word too
 * many. `commands`: those that its author may use; no other is named.
 */
export function unparsedReply(problem: Problem, typed: string, commands: readonly Command[]): Reply {
  if (problem.kind !== "unknown-command") {
    const own = "command" in problem ? commands.find(({ name }) => name === problem.command)?.options : undefined;
    return problemReply(problem, stepsAside(problem, { command: "", options: {} }, own ?? {}));
  }
  const nearest = nearestCommands(problem.asked, commands);
  const meant = nearest.flatMap((name): readonly NextStep[] => {
    const call = parseCommand(typed.replace(/^[\s`/]*\S+/u, `/${name}`), commands);
    return call.ok ? [{ label: `/${name}`, ...call.value }] : [];
  });
  return problemReply({ ...problem, nearest }, meant);
}

import { listItems } from "../series-list.ts";
import { isAbout, subjectOption, type AskableCommand } from "./askable-command.ts";
import { questionOf } from "./command-readings.ts";
import type { CommandCall } from "../render/reply.ts";
import type { EarlierCall, Focus } from "./understanding.ts";

/**
 * What a follow-up goes on from, after a call: the call itself, or, where that only explained the answer before it, that
 * answer still, so that "why?" costs neither its window nor its frequency.
 */
export function continuedBy(call: CommandCall, focus: Focus | null, before: EarlierCall | null, commands: readonly AskableCommand[]): EarlierCall {
  const command = commands.find(({ name }) => name === call.command);
  const isAnswer = (candidate: AskableCommand): boolean => candidate.name === before?.call.command && isAbout("assets")(candidate);
  const { topic, ticker } = call.options;
  if (before !== null && command?.asking?.about === "lesson" && topic !== undefined && ticker !== undefined && commands.some(isAnswer) && subjectsOf(before.call, commands).includes(ticker.toUpperCase())) {
    return { ...before, explained: topic };
  }
  const headline = command?.asking?.about === "assets" ? questionOf(command.asking.headline) : null;
  return { call, focus: focus ?? headline, explained: null };
}

/** The series that a call is about, in capitals as most ids are. */
function subjectsOf({ command, options }: CommandCall, commands: readonly AskableCommand[]): readonly string[] {
  const known = commands.find(({ name }) => name === command);
  const subject = known && subjectOption(known);
  return subject ? listItems((options[subject.name] ?? "").toUpperCase()) : [];
}

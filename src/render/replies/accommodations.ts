import { asTyped } from "../numbers.ts";
import type { Reply } from "../reply.ts";
import { doneReply } from "./check.ts";

/** Who has more time at every check; for instructors alone. */
export function accommodationsReply(list: readonly { readonly person: string; readonly factor: number }[]): Reply {
  return doneReply("More time at every check", list.length === 0 ? ["Nobody. `/roster time student:@Ada times:1.5` gives it, once for all checks."] : list.map(({ person, factor }) => `<@${person}> × ${asTyped(factor)}`));
}

export function accommodatedReply(person: string, factor: number): Reply {
  if (factor === 1) return doneReply("As long as the class", [`<@${person}> has the class's time from now on. What a check gave before stays.`]);
  return doneReply("More time at every check", [
    `<@${person}> has ${asTyped(factor)} times the class's time, counted from each check's opening, at every check that closes from now on. Others see nothing of it.`,
    "They answer behind the check's button **My answer** when it has closed for the class; until they have finished, its key stays hidden and its solution is kept back. Votes, which the class takes together, are the same for everybody.",
  ]);
}

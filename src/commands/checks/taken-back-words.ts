import { problemWords } from "../../render/problem.ts";
import type { UpdatedResults } from "./update-results.ts";

/** What became of the class's message of results. */
export function takenBackWords(updated: UpdatedResults | null, how: string): readonly string[] {
  if (updated === null) return [];
  const { problem } = updated;
  if (problem === null) return [`Their message is ${how}.`];
  if (problem.kind === "post-uncertain") return ["Discord does not answer: I change their message as soon as it does."];
  return [`I can't change their message (${problemWords(problem).cause}) **Delete it.**`];
}

import { instructorsOnly } from "../instructor.ts";
import { matchingChoices, text } from "./kinds.ts";
import type { Option } from "./option.ts";

/** A student of Canvas by their ID there; the list, for instructors, has the names, those without a match first. */
export function rosterStudent(description: string): Option<string> {
  return {
    ...text(description, 40),
    suggestStored: (typed, context) =>
      instructorsOnly(context, async (store, guild) => {
        const entries = await store.roster.entries(guild);
        const unmatchedFirst = entries.toSorted((a, b) => Number(a.person !== null) - Number(b.person !== null));
        return matchingChoices(unmatchedFirst.map(({ student, canvasId }) => ({ name: `${student} (${canvasId})`, value: canvasId })), typed);
      }),
  };
}

import { isClosed } from "../../grading/find-check.ts";
import { instructorsOnly } from "../instructor.ts";
import { matchingChoices, text } from "./kinds.ts";
import type { Option } from "./option.ts";

/** Discord shows 25 choices; older checks are found by typing their letters. */
const listed = 100;

/** A check of this server by its six letters; the list, for instructors, says its title and whether it is open. */
export function checkId(description: string): Option<string> {
  return {
    ...text(description, 20),
    suggestStored: (typed, context) =>
      instructorsOnly(context, async (store, guild) => {
        const checks = await store.checks.list(guild, listed);
        return matchingChoices(
          checks.map((check) => ({ name: `${check.title} · ${check.id} · ${stateOf(check, context.now())}`, value: check.id })),
          typed,
        );
      }),
  };
}

function stateOf(check: Parameters<typeof isClosed>[0], now: number): string {
  if (check.voidedAt !== null) return "withdrawn";
  return isClosed(check, now) ? "closed" : "open";
}

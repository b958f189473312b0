import type { Store } from "../store/store.ts";
import { hintLevelsOf, type Assignment } from "./assignment.ts";

/** Opens a hint level, at most the one after those that are open; resolves to how many are open then. */
export async function openHint(
  assignment: Assignment,
  level: number,
  { person, at }: { readonly person: string; readonly at: number },
  store: Store,
): Promise<number> {
  const { item, solvedVariant } = assignment;
  const { id } = solvedVariant.variant;
  const before = await store.answers.progress(item, person, id);
  const next = Math.min(level, before.hints + 1, hintLevelsOf(assignment));
  const { hints } = await store.answers.openHint(item, person, id, next, at);
  return hints;
}

import { nearestIds } from "../datasets/nearest-ids.ts";

/** The options that a name is the beginning or a slip of, best first. */
export function nearestOptions(typed: string, names: readonly string[]): readonly string[] {
  const begun = names.filter((name) => name.startsWith(typed.toLowerCase()));
  return begun.length > 0 ? begun.slice(0, 3) : nearestIds(typed, names.map((name) => ({ id: name, name })));
}

import { matchRoster } from "../../exercises/instructors/match-roster.ts";
import type { RosterEntry } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { Outside } from "../outside.ts";

/**
 * Ties students of the roster to the people who answered checks here, by their names on the server; only where there
 * is no doubt. Resolves to how many were tied.
 */
export async function matchByName(
  guild: string,
  store: Store,
  outside: Outside,
  done: { readonly by: string; readonly at: number },
): Promise<number> {
  const entries = await store.roster.entries(guild);
  const known = new Set(entries.map(({ person }) => person));
  const scores = await store.results.gradebook(guild);
  const people = [...new Set(scores.map(({ person }) => person))].filter((person) => !known.has(person) && !person.startsWith("gone-"));
  const free = entries.filter(({ person }) => person === null);
  if (people.length === 0 || free.length === 0) return 0;
  const names = await outside.namesOf(guild, people);
  const { matched } = matchRoster(free, people.map((person) => ({ person, names: names.get(person) ?? [] })));
  for (const { canvasId, person } of matched) await store.roster.match(guild, canvasId, person, done);
  return matched.length;
}

export const isUnmatched = ({ person }: RosterEntry): boolean => person === null;

import type { RosterEntry } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { matchRoster } from "./match-roster.ts";

/** All the names that people go by on a server. */
export type FindNames = (guild: string, people: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/**
 * Matches students of the roster to the people who answered checks here, by their names on the server; only where
 * the match is unambiguous. Resolves to how many were matched.
 */
export async function matchByName(
  guild: string,
  store: Store,
  findNames: FindNames,
  stamp: { readonly by: string; readonly at: number },
): Promise<number> {
  const entries = await store.roster.entries(guild);
  const matchedPeople = new Set(entries.map(({ person }) => person));
  const scores = await store.results.gradebook(guild);
  const people = [...new Set(scores.map(({ person }) => person))].filter((person) => !matchedPeople.has(person) && !person.startsWith("gone-"));
  const unmatched = entries.filter(isUnmatched);
  if (people.length === 0 || unmatched.length === 0) return 0;
  const names = await findNames(guild, people);
  const { matched } = matchRoster(unmatched, people.map((person) => ({ person, names: names.get(person) ?? [] })));
  for (const { canvasId, person } of matched) await store.roster.match(guild, canvasId, person, stamp);
  return matched.length;
}

export const isUnmatched = ({ person }: RosterEntry): boolean => person === null;

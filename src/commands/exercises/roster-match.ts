import { matchRoster } from "../../grading/match-roster.ts";
import type { RosterEntry } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { SideEffects } from "../side-effects.ts";

/**
 * Ties students of the roster to the people who answered checks here, by their names on the server; only where there
 * is no doubt. Resolves to how many were tied.
 */
export async function matchByName(
  guild: string,
  store: Store,
  sideEffects: SideEffects,
  stamp: { readonly by: string; readonly at: number },
): Promise<number> {
  const entries = await store.roster.entries(guild);
  const matchedPeople = new Set(entries.map(({ person }) => person));
  const scores = await store.results.gradebook(guild);
  const people = [...new Set(scores.map(({ person }) => person))].filter((person) => !matchedPeople.has(person) && !person.startsWith("gone-"));
  const unmatched = entries.filter(({ person }) => person === null);
  if (people.length === 0 || unmatched.length === 0) return 0;
  const names = await sideEffects.namesOf(guild, people);
  const { matched } = matchRoster(unmatched, people.map((person) => ({ person, names: names.get(person) ?? [] })));
  for (const { canvasId, person } of matched) await store.roster.match(guild, canvasId, person, stamp);
  return matched.length;
}

export const isUnmatched = ({ person }: RosterEntry): boolean => person === null;

import type { RosterEntry } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import { matchRoster, type UnclearMatch } from "./match-roster.ts";

/** All the names that people go by on a server. */
type FindNames = (guild: string, people: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;

/**
 * Who of the people that answered checks here may be which student of the roster, by their names on the server; only
 * where it is unambiguous. A name is chosen by its bearer, so nobody is matched by it: an instructor confirms the list.
 * Returns who is of one name with others: they are in no list until an instructor says which student they are.
 */
export async function proposeByName(guild: string, store: Store, findNames: FindNames): Promise<readonly UnclearMatch[]> {
  const entries = await store.roster.entries(guild);
  const matchedPeople = new Set(entries.map(({ person }) => person));
  const scores = await store.results.gradebook(guild);
  const people = [...new Set(scores.map(({ person }) => person))].filter((person) => !matchedPeople.has(person) && !person.startsWith("gone-"));
  const unmatched = entries.filter(isUnmatched);
  const names = people.length === 0 || unmatched.length === 0 ? new Map<string, readonly string[]>() : await findNames(guild, people);
  const { matched, unclear } = matchRoster(unmatched, people.map((person) => ({ person, names: names.get(person) ?? [] })));
  await store.roster.propose(guild, matched);
  return unclear;
}

export const isUnmatched = ({ person }: RosterEntry): boolean => person === null;

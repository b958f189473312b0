/** Somebody on the server, by all the names they go by there. */
interface ServerMember {
  readonly person: string;
  readonly names: readonly string[];
}

interface RosterStudent {
  readonly canvasId: string;
  /** "Doe, Jane" or "Jane Doe". */
  readonly student: string;
  readonly sisLoginId: string;
}

interface RosterMatch {
  readonly matched: readonly { readonly canvasId: string; readonly person: string }[];
  /** Who may be several students, or one whom others may be too: an instructor says which. */
  readonly unclear: readonly UnclearMatch[];
  /** Canvas' students whom nobody, or more than one, could be. */
  readonly unmatchedStudents: readonly string[];
  readonly unmatchedPeople: readonly string[];
}

/** A person, and the students of whose name or login they are. */
export interface UnclearMatch {
  readonly person: string;
  readonly canvasIds: readonly string[];
}

/**
 * Who on the server is which student: by login (with or without what follows its @) or by full name, whatever its
 * order, case and accents. Only where exactly one person and one student fit each other: a grade must not go astray.
 */
export function matchRoster(students: readonly RosterStudent[], members: readonly ServerMember[]): RosterMatch {
  const peopleOf = new Map<string, Set<string>>();
  for (const { person, names } of members) {
    for (const key of names.flatMap((name) => [nameKey(name), loginKey(name)])) addTo(peopleOf, key, person);
  }
  const claims = new Map<string, number>();
  const fits = students.map(({ canvasId, student, sisLoginId }) => {
    const keys = [nameKey(student), ...loginKeys(sisLoginId)].filter((key) => key !== "");
    const people = new Set(keys.flatMap((key) => [...(peopleOf.get(key) ?? [])]));
    for (const person of people) claims.set(person, (claims.get(person) ?? 0) + 1);
    return { canvasId, people: [...people] };
  });
  const matched = fits.flatMap(({ canvasId, people: [person, second] }) =>
    person !== undefined && second === undefined && claims.get(person) === 1 ? [{ canvasId, person }] : [],
  );
  const [matchedStudents, matchedPeople] = [new Set(matched.map(({ canvasId }) => canvasId)), new Set(matched.map(({ person }) => person))];
  const possible = new Map<string, Set<string>>();
  for (const { canvasId, people } of fits) for (const person of people) addTo(possible, person, canvasId);
  return {
    matched,
    unclear: [...possible].filter(([person]) => !matchedPeople.has(person)).map(([person, ids]) => ({ person, canvasIds: [...ids].filter((id) => !matchedStudents.has(id)) })).filter(({ canvasIds }) => canvasIds.length > 0),
    unmatchedStudents: students.map(({ canvasId }) => canvasId).filter((id) => !matchedStudents.has(id)),
    unmatchedPeople: members.map(({ person }) => person).filter((id) => !matchedPeople.has(id)),
  };
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set.add(value));
}

/** The words of a name in alphabetical order: "Doe, Jane" and "jane doe" are one. A single word is no full name. */
function nameKey(name: string): string {
  const words = name
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "");
  return words.length < 2 ? "" : `name ${words.sort().join(" ")}`;
}

const loginKey = (name: string): string => `login ${name.trim().toLowerCase()}`;

const loginKeys = (login: string): readonly string[] =>
  login.trim() === "" ? [] : [loginKey(login), loginKey(login.split("@")[0] ?? "")];

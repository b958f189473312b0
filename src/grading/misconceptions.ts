import { minimumGroupSize } from "./answer-histogram.ts";

/** One part of an answer that was taken for mistakes. */
interface MadeMistake {
  readonly person: string;
  readonly quantity: string;
  readonly diagnoses: readonly string[];
}

/** A mistake of a course, and how many people made it at least once. */
export interface Misconception {
  readonly mistake: string;
  /** Where most people made it. */
  readonly quantity: string;
  readonly people: number;
  /** By section of the roster, those with at least five. */
  readonly sections: readonly { readonly section: string; readonly people: number }[];
}

interface Misconceptions {
  /** People with a recognised mistake. */
  readonly people: number;
  /** Made by at least five people, most people first. */
  readonly shown: readonly Misconception[];
  /** How many further mistakes fewer than five people made each. */
  readonly folded: number;
}

/** How an answer was taken that is no mistake of understanding. */
const otherwiseTaken: readonly string[] = ["blank", "few-digits", "error-carried-forward", "wrong-choice", "earlier-key"];

/** Whether it says what somebody did, and not only how an answer was taken. */
export const isMistake = (diagnosis: string): boolean => !otherwiseTaken.includes(diagnosis);

/** `sectionOf`: the section of the roster that a person is in; null where nobody knows. */
export function misconceptions(made: readonly MadeMistake[], sectionOf: (person: string) => string | null): Misconceptions {
  const byMistake = new Map<string, { readonly people: Set<string>; readonly quantities: Map<string, Set<string>> }>();
  for (const { person, quantity, diagnoses } of made) {
    for (const mistake of diagnoses.filter(isMistake)) {
      const group = byMistake.get(mistake) ?? { people: new Set<string>(), quantities: new Map<string, Set<string>>() };
      group.people.add(person);
      group.quantities.set(quantity, (group.quantities.get(quantity) ?? new Set<string>()).add(person));
      byMistake.set(mistake, group);
    }
  }
  const all = [...byMistake].map(([mistake, { people, quantities }]): Misconception => {
    const [most] = [...quantities].sort(([, a], [, b]) => b.size - a.size);
    const sections = new Map<string, number>();
    for (const person of people) {
      const section = sectionOf(person);
      if (section !== null) sections.set(section, (sections.get(section) ?? 0) + 1);
    }
    return {
      mistake,
      quantity: most?.[0] ?? "",
      people: people.size,
      sections: [...sections].map(([section, number]) => ({ section, people: number })).filter((one) => one.people >= minimumGroupSize).sort((a, b) => b.people - a.people),
    };
  });
  const shown = all.filter(({ people }) => people >= minimumGroupSize).sort((a, b) => b.people - a.people || (a.mistake < b.mistake ? -1 : 1));
  const everybody = new Set([...byMistake.values()].flatMap(({ people }) => [...people]));
  return { people: everybody.size, shown, folded: all.length - shown.length };
}

import { spellingDistance } from "../spelling-distance.ts";

/** What people type when they look for a series: its id, or its name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The ids most like what was typed, best first, three at most: one mistake in a short id, two in one of
 * four letters or more, or the beginning of an id ("Mkt"), or a word of the name ("Walmart").
 */
export function nearestIds(asked: string, known: readonly Named[]): readonly string[] {
  const typed = asked.trim().toLowerCase();
  const allowed = typed.length >= 4 ? 2 : 1;
  const distances = new Map<string, number>();
  for (const { id, name } of known) {
    const spelled = spellingDistance(typed, id.toLowerCase());
    const begun = typed.length >= 2 && id.toLowerCase().startsWith(typed);
    const called = typed.length >= 3 && name.toLowerCase().includes(typed);
    const distance = begun || called ? Math.min(spelled, 1) : spelled;
    if (distance <= allowed && distance < Math.max(typed.length, 2)) distances.set(id, distance);
  }
  return [...distances.keys()].sort((a, b) => distances.get(a)! - distances.get(b)!).slice(0, 3);
}

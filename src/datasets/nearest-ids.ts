import { spellingDistance } from "../spelling-distance.ts";

/** A series by the names that people type: its id or its name. */
interface NamedId {
  readonly id: string;
  readonly name: string;
}

/**
 * At most three ids similar to a text, best first: with one typing error in a short id, two in one of
 * four letters or more; by the beginning of an id ("Mkt") or a part of a long one; or by a word of the name ("Walmart").
 */
export function nearestIds(query: string, known: readonly NamedId[]): readonly string[] {
  const typed = query.trim().toLowerCase();
  const maxDistance = typed.length >= 4 ? 2 : 1;
  const distances = new Map<string, number>();
  for (const { id, name } of known) {
    const editDistance = spellingDistance(typed, id.toLowerCase());
    const isPrefix = typed.length >= 2 && id.toLowerCase().startsWith(typed);
    // "position" of "monthly-position".
    const isInId = typed.length >= 4 && id.toLowerCase().includes(typed);
    const isInName = typed.length >= 3 && name.toLowerCase().includes(typed);
    const distance = isPrefix || isInId || isInName ? Math.min(editDistance, 1) : editDistance;
    if (distance <= maxDistance && distance < Math.max(typed.length, 2)) distances.set(id, distance);
  }
  return [...distances.keys()].sort((a, b) => distances.get(a)! - distances.get(b)!).slice(0, 3);
}

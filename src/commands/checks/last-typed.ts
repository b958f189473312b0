import { isConcealed } from "../../grading/check-feedback.ts";
import type { Assignment } from "../../grading/assignment.ts";
import type { Item } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";

type Texts = Readonly<Record<string, string>>;

/** So long a form that could not be read is offered again; what was marked stands in the store. */
const minutesKept = 10;
/** So many are held per process; the oldest goes first. */
const mostForms = 1_000;

const unreadable = new Map<string, { readonly texts: Texts; readonly at: number }>();

const keyOf = ({ item, solvedVariant }: Assignment, person: string): string => `${itemName(item)} ${solvedVariant.variant.id} ${person}`;

const itemName = (item: Item): string => (item.kind === "check" ? item.check : item.exercise);

/** Keeps a form of which something could not be read, in memory alone; null once one was marked. */
export function rememberUnreadable(assignment: Assignment, person: string, texts: Texts | null, now: number): void {
  const key = keyOf(assignment, person);
  unreadable.delete(key);
  if (texts !== null) unreadable.set(key, { texts, at: now });
  for (const oldest of unreadable.keys()) {
    if (unreadable.size <= mostForms) break;
    unreadable.delete(oldest);
  }
}

/** What a person typed last for this variant, by quantity, so that the form opens with it; nothing once it was right. */
export async function lastTyped(assignment: Assignment, person: string, store: Store, now: number): Promise<Texts> {
  const unread = unreadable.get(keyOf(assignment, person));
  if (unread !== undefined && now - unread.at <= minutesKept * 60_000) return filled(unread.texts);
  const answers = await store.answers.ofPersonOnItem(assignment.item, person);
  const last = answers.findLast(({ variant }) => variant === assignment.solvedVariant.variant.id);
  // While a check keeps its marks to itself, an empty form would tell that an answer was right.
  const tellsMarks = assignment.check === null || !isConcealed(assignment.check, now);
  if (last === undefined || (last.verdict === "correct" && tellsMarks)) return {};
  return filled(Object.fromEntries(last.parts.map(({ quantity, text }) => [quantity, text])));
}

const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));

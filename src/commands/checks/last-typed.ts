import { isConcealed } from "../../grading/check-feedback.ts";
import type { Assignment } from "../../grading/assignment.ts";
import type { AppContext } from "../app-context.ts";
import type { Item } from "../../store/answer-records.ts";
import type { Store } from "../../store/store.ts";

type Texts = Readonly<Record<string, string>>;

/** Where a form that could not be read is remembered. */
export const formKey = ({ item, solvedVariant }: Assignment, person: string): string => `${itemName(item)} ${solvedVariant.variant.id} ${person}`;

const itemName = (item: Item): string => (item.kind === "check" ? item.check : item.exercise);

/** What a person typed last for this variant, by quantity, so that the form opens with it; nothing once it was right. */
export async function lastTyped(assignment: Assignment, person: string, store: Store, { unreadableForms, now: clock }: Pick<AppContext, "unreadableForms" | "now">): Promise<Texts> {
  const now = clock();
  const unread = unreadableForms.last(formKey(assignment, person), now);
  if (unread !== null) return filled(unread);
  const answers = await store.answers.ofPersonOnItem(assignment.item, person);
  const last = answers.findLast(({ variant }) => variant === assignment.solvedVariant.variant.id);
  // While a check keeps its marks to itself, an empty form would tell that an answer was right.
  const tellsMarks = assignment.check === null || !(await isConcealed(assignment.check, person, store, now));
  if (last === undefined || (last.verdict === "correct" && tellsMarks)) return {};
  return filled(Object.fromEntries(last.parts.map(({ quantity, text }) => [quantity, text])));
}

const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));

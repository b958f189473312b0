import type { Assignment } from "../../grading/assignment.ts";
import type { Store } from "../../store/store.ts";

/** What a person typed last for this variant, by quantity, so that the form opens with it; nothing once it was right. */
export async function lastTyped({ item, solvedVariant }: Assignment, person: string, store: Store): Promise<Readonly<Record<string, string>>> {
  const answers = await store.answers.ofPersonOnItem(item, person);
  const last = answers.findLast(({ variant }) => variant === solvedVariant.variant.id);
  if (last === undefined || last.verdict === "right") return {};
  return Object.fromEntries(last.parts.filter(({ text }) => text !== "").map(({ quantity, text }) => [quantity, text]));
}

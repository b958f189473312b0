import { ownVariantOf } from "../../grading/check-assignment.ts";
import { mistakesWithheld, sharesRows } from "../../grading/shares-data.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { practiceWaitsReply } from "../../render/replies/exercise.ts";
import type { Reply } from "../../render/reply.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { findOpenCheck, openChecksOf, type OpenCheck } from "./open-checks-of.ts";

type Practising = Caller & AppContext;

/** The open check, of a course that this person belongs to, whose key practice on that variant would work out; null where there is none. */
export const checkOnRows = (solvedVariant: SolvedVariant, question: Practising, store: Store): Promise<OpenCheck | null> =>
  findOpenCheck(async (check) => sharesRows(check, solvedVariant, question, await ownVariantOf(check, question.asker.id, store, question)), question, store);

/** Which variants wait, looked up once for as many as are tried. */
export async function waitingVariants(question: Practising, store: Store): Promise<(variant: SolvedVariant) => boolean> {
  const open = await openChecksOf(question, store);
  const asked = await Promise.all(open.map(async (check) => ({ check, own: await ownVariantOf(check, question.asker.id, store, question) })));
  return (variant) => asked.some(({ check, own }) => sharesRows(check, variant, question, own));
}

/** The open check whose numbers the names of mistakes would confirm in practice, and which names; null where there is none. */
export async function withheldNames(solvedVariant: SolvedVariant, question: Practising, store: Store): Promise<{ readonly open: OpenCheck; readonly what: "all" | "of-other-series" } | null> {
  for (const what of ["all", "of-other-series"] as const) {
    const open = await findOpenCheck((check) => mistakesWithheld(check, solvedVariant, question) === what, question, store);
    if (open !== null) return { open, what };
  }
  return null;
}

/** In place of a question, a mark, a hint or a solution on the rows of an open check. */
export const waits = (title: string, exercise: string, { check, isLate, until }: OpenCheck): Reply =>
  practiceWaitsReply({ title, check: check.title, isLate, until }, [{ label: "Another variant", command: "practice", options: { exercise } }]);

/** What the words of a variant are of, for hiding keys; a worked solution may name its comparison's numbers too. */
export function subjectsOf({ variant, model }: SolvedVariant, withComparison: boolean): readonly object[] {
  const sample = { first: model.first, last: model.last };
  const own = { asset: variant.asset, factors: [variant.factor], sample };
  const { comparison } = variant;
  return comparison === null || !withComparison ? [own] : [own, { asset: comparison.asset, factors: [comparison.factor], sample }];
}

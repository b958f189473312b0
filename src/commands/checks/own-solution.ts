import { checkAssignment } from "../../grading/check-assignment.ts";
import type { MarkedTask } from "../../grading/check-task.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { closesFor, isClosed } from "../../grading/find-check.ts";
import { plain } from "../../render/plain.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext, Caller } from "../app-context.ts";
import { subjectsOf } from "./practice-waits.ts";
import { keptBack, solutionShownAt } from "./same-data.ts";
import { solutionOn } from "./solution-of.ts";

/** What was right on somebody's own question of a check. */
interface OwnSolution {
  readonly words: string;
  /** What it is of, for hiding keys of other checks. */
  readonly subjects: readonly object[];
}

/**
 * What was right, with the solution, for one person: once the check has closed for the class and for them, and neither a
 * student with more time nor another open check on the same data keeps it back. `comesAt`: when it does, where that is
 * known; null where nothing is to be told: the check is open to them or withdrawn, its results are not posted, or it can't
 * be worked out any more.
 */
export async function ownSolution(
  check: Check,
  task: MarkedTask,
  store: Store,
  question: Caller & AppContext,
): Promise<OwnSolution | { readonly comesAt: number | null } | null> {
  const now = question.now();
  const until = await closesFor(check, question.asker.id, store);
  if (check.voidedAt !== null || !isClosed(check, now) || until === null || until > now) return null;
  const assignment = await checkAssignment(check, task, question.asker.id, store, question);
  if (!assignment.ok) return null;
  const kept = await keptBack(check, store, question);
  if (kept !== null) return { comesAt: kept.until };
  // What is everybody's is told when the class reads it.
  if (!check.variants && (await solutionShownAt(check, store, question)) === null) return null;
  const { solvedVariant } = assignment.value;
  const right = choicesOf(task)?.filter(({ isRight }) => isRight);
  const words = right === undefined ? solutionOn(solvedVariant, check, task) : right.map(({ letter, text }) => `**${letter}** · ${plain(text, 150)}`).join("; ");
  return { words, subjects: subjectsOf(solvedVariant, true) };
}

import { isCorrect, type NumberQuantity } from "../../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { hiddenKeyReply } from "../../render/replies/exercise.ts";
import type { Reply } from "../../render/reply.ts";
import type { Check } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { Caller, AppContext } from "../app-context.ts";
import { checkAssignment, taskOf } from "./check-task.ts";
import { checkSteps } from "./check-steps.ts";
import { isInstructor } from "./instructor.ts";
import { printedNumbers, regressionsIn, textOfReply } from "./reply-contents.ts";

/**
 * The reply, or in its place the hint of an open check whose key it would print: for students, in the check's own
 * server, unless the course was set up otherwise. Every reply that holds numbers of the data comes through here.
 *
 * It gives the key away where it rests on the check's own pair of series over nearly the same window, or where it
 * speaks of the check's asset, not on days that are mostly others, and prints a number that would be taken as right.
 */
export async function hideOpenKeys(reply: Reply, question: Caller & AppContext): Promise<Reply> {
  const { asker, place } = question;
  if (place.guildId === null) return reply;
  const store = await question.store();
  // Where the store can't be opened, no check is open: the bot does not start without it.
  if (!store.ok) return reply;
  const open = await store.value.checks.listOpen(place.guildId, question.now());
  const revealedCheck = open.find((check) => revealsKey(reply, check, question));
  if (!revealedCheck) return reply;
  const { hideKeys } = await store.value.courses.settings(place.guildId);
  if (!hideKeys || (await isInstructor(asker, place, store.value))) return reply;
  return hintReply(revealedCheck, store.value, question);
}

function revealsKey(reply: Reply, check: Check, context: AppContext): boolean {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return false;
  const { marked, solvedVariants } = task.value;
  const numbers = marked.quantities.filter((quantity) => quantity.kind === "number");
  // A number given by hand belongs to no series that a command could be about.
  if (check.question !== null && solvedVariants.some(({ variant }) => variant.id !== "own")) return false;
  const regressions = regressionsIn(reply.result);
  const overlaps = solvedVariants.map((solvedVariant) => {
    const sameAsset = regressions.filter((regression) => isOfPair(regression, solvedVariant));
    const nearest = Math.max(0, ...sameAsset.map(({ first, last }) => windowOverlap([first, last], [solvedVariant.model.first, solvedVariant.model.last])));
    return { solvedVariant, isAbout: sameAsset.length > 0, nearest };
  });
  if (overlaps.some(({ nearest }) => nearest >= sameWindow)) return true;
  // On days that are mostly others, a number that happens to be the key's says nothing about it.
  const candidates = overlaps.filter(({ isAbout, nearest }) => !isAbout || nearest >= nearWindow);
  if (candidates.length === 0) return false;
  const words = textOfReply(reply);
  const printed = printedNumbers(words);
  return candidates.some(({ solvedVariant }) => mentionsAsset(words, solvedVariant.variant.asset) && printed.some((value) => isKey(value, numbers, solvedVariant)));
}

function isKey(value: number, quantities: readonly NumberQuantity[], solvedVariant: SolvedVariant): boolean {
  return quantities.some((quantity) => {
    const key = quantity.key(solvedVariant);
    return Math.abs(key) > quantity.tolerance.floor && isCorrect(value, quantity, key);
  });
}

type Regression = ReturnType<typeof regressionsIn>[number];

/** The same stock, or the pair the other way round. */
const isOfPair = ({ asset, factors }: Regression, { variant }: SolvedVariant): boolean =>
  asset === variant.asset || (asset === variant.factor && factors.includes(variant.asset));

/** Shares of the days of two windows that are in both: so many are the same window, or one near it. */
const sameWindow = 0.8;
const nearWindow = 0.5;

type Days = readonly [first: string, last: string];

/** Days in both windows, over days in either. */
function windowOverlap(first: Days, second: Days): number {
  const [a, b, c, d] = [...first, ...second].map((date) => Date.parse(date)) as [number, number, number, number];
  const both = Math.min(b, d) - Math.max(a, c);
  const either = Math.max(b, d) - Math.min(a, c);
  return either <= 0 ? (a === c ? 1 : 0) : Math.max(0, both) / either;
}

const mentionsAsset = (words: string, asset: string): boolean =>
  new RegExp(String.raw`(?<![\p{L}\d])${asset.replace(/[^\p{L}\d]/gu, "\\$&")}(?![\p{L}\d])`, "u").test(words);

async function hintReply(check: Check, store: Store, question: Caller & AppContext): Promise<Reply> {
  const task = taskOf(check, question);
  const assignment =
    task.ok && task.value.kind === "marked" ? await checkAssignment(check, task.value, question.asker.id, store, question) : null;
  const hint = assignment?.ok ? (assignment.value.words.hints[0] ?? null) : null;
  return hiddenKeyReply({ title: check.title, hint, closesAt: check.closesAt }, checkSteps(check).slice(0, 1));
}

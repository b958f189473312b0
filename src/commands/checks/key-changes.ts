import type { NumberQuantity } from "../../exercises/quantities/quantity.ts";
import { correctionsOf, taskOf, type MarkedTask } from "../../grading/check-task.ts";
import { choiceQuantityId } from "../../grading/choice-question.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { figureText } from "../../render/figure-text.ts";
import { asTyped, count, dollars } from "../../render/numbers.ts";
import type { Check } from "../../store/check-records.ts";
import type { AppContext } from "../app-context.ts";
import { labelOfQuantity } from "../options/quantity-name.ts";
import { labelsOf } from "./assignment-words.ts";

/** What a correction makes of one part of a check. It names keys: for those who may read them. */
interface KeyChange {
  readonly quantity: string;
  /** The part's name; null where the check has no other part. */
  readonly label: string | null;
  /** Plain text; null where the key stays. */
  readonly key: { readonly from: string; readonly to: string } | null;
  /** Relative; null where it stays. */
  readonly tolerance: { readonly from: number; readonly to: number } | null;
}

/** By part, what differs between a check's keys before a correction and after it; none of a question that is answered in words. */
export function keyChanges(before: Check, after: Check, context: AppContext): readonly KeyChange[] {
  const [old, corrected] = [taskOf(before, context), taskOf(after, context)];
  if (!old.ok || !corrected.ok || old.value.kind === "open" || corrected.value.kind === "open") return [];
  const [from, to] = [rightChoice(old.value), rightChoice(corrected.value)];
  if (from !== null && to !== null) return from === to ? [] : [{ quantity: choiceQuantityId, label: null, key: { from, to }, tolerance: null }];
  const labels = labelsOf(corrected.value.wording);
  const [asPosted, asCorrected] = [old.value, corrected.value];
  return asCorrected.marked.quantities.flatMap((quantity): readonly KeyChange[] => {
    const earlier = asPosted.marked.quantities.find(({ id }) => id === quantity.id);
    if (quantity.kind !== "number" || earlier?.kind !== "number") return [];
    const key = before.variants ? keysOfVariants(before, after, quantity.id, asCorrected, context) : oneKey({ quantity: earlier, check: before, task: asPosted }, { quantity, check: after, task: asCorrected });
    const tolerance = earlier.tolerance.relative === quantity.tolerance.relative ? null : { from: earlier.tolerance.relative, to: quantity.tolerance.relative };
    const label = asCorrected.marked.quantities.length === 1 ? null : (labels[quantity.id] ?? quantity.id);
    return key === null && tolerance === null ? [] : [{ quantity: quantity.id, label, key, tolerance }];
  });
}

/** "B (4%)"; null where nothing is chosen. */
function rightChoice(task: MarkedTask): string | null {
  const right = choicesOf(task)?.find(({ isRight }) => isRight);
  return right === undefined ? null : `${right.letter} (${right.text})`;
}

interface KeyedPart {
  readonly quantity: NumberQuantity;
  readonly check: Check;
  readonly task: MarkedTask;
}

function oneKey(old: KeyedPart, corrected: KeyedPart): KeyChange["key"] {
  const [first] = corrected.task.solvedVariants;
  if (first === undefined) return null;
  const [before, after] = [old.quantity.key(first), corrected.quantity.key(first)];
  if (before === after) return null;
  const [from, to] = [keyText(old, before), keyText(corrected, after)];
  return from === to ? { from: asTyped(Number(before.toPrecision(8))), to: asTyped(Number(after.toPrecision(8))) } : { from, to };
}

/** A number that somebody typed stands as it was typed; one of the data as a figure. */
function keyText({ quantity: { id, unit }, check, task: { wording } }: KeyedPart, key: number): string {
  const corrected = correctionsOf(check.correction).find(({ quantity }) => quantity === id)?.key;
  const isTyped = corrected === undefined ? wording.kind === "instructor" && wording.question.own.key.kind === "number" : typeof corrected === "number";
  if (!isTyped) return figureText(key, unit);
  if (unit === "dollars") return Number.isInteger(key) ? dollars(key) : `$${asTyped(key)}`;
  return unit === "return" || unit === "share" ? `${asTyped(key * 100)}%` : asTyped(key);
}

/** Where each student has a key of their own: which quantity it is worked out as. */
function keysOfVariants(before: Check, after: Check, id: string, { solvedVariants, wording }: MarkedTask, context: AppContext): KeyChange["key"] {
  const nameOf = ({ correction }: Check): string => {
    const key = correctionsOf(correction).find(({ quantity }) => quantity === id)?.key;
    if (typeof key === "number") return `${asTyped(key)} for everybody`;
    return key === undefined ? (labelsOf(wording)[id] ?? id) : labelOfQuantity(key.quantity, context);
  };
  const [from, to] = [nameOf(before), nameOf(after)];
  return from === to ? null : { from, to: `${to}, on each of ${count(solvedVariants.length)} variants` };
}

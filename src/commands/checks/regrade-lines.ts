import { isCorrect, type NumberQuantity } from "../../exercises/quantities/quantity.ts";
import { earlierKey } from "../../exercises/marking/slips.ts";
import { taskOf, type CheckTask } from "../../grading/check-task.ts";
import { choicesOf } from "../../grading/choices-of.ts";
import { findNamedMistake } from "../../grading/named-mistakes.ts";
import { regradeEffects, type RegradeEffects } from "../../grading/regrade-answer.ts";
import { attemptAsync, type Outcome } from "../../outcome.ts";
import { count, counted } from "../../render/numbers.ts";
import { escaped, plain } from "../../render/plain.ts";
import type { Problem } from "../../render/problem.ts";
import { keyChangeWords, toleranceText } from "../../render/replies/correction-words.ts";
import type { Check } from "../../store/check-records.ts";
import type { Store } from "../../store/store.ts";
import type { AppContext } from "../app-context.ts";
import { changedKeysWords } from "./changed-keys-words.ts";
import { labelsOf } from "./assignment-words.ts";
import { isForChannel } from "./corrections-shown.ts";
import { keyChanges } from "./key-changes.ts";
import { keptBack } from "./same-data.ts";
import { mistakeName } from "./mistake-name.ts";

interface PlannedCorrection {
  readonly quantity: string;
  /** Null where none was typed. */
  readonly reason: string | null;
}

/** What an instructor should know before all answers to a check are marked again: what changes, for how many, what then is right, and what the class reads of it. */
export function regradeLines(check: Check, corrected: Check, { quantity, reason }: PlannedCorrection, store: Store, context: AppContext): Promise<Outcome<readonly string[], Problem>> {
  return attemptAsync(async function* () {
    const [before, after] = [yield* taskOf(check, context), yield* taskOf(corrected, context)];
    if (before.kind === "open" || after.kind === "open") return [];
    const effects = yield* await regradeEffects(check, corrected, quantity, store, context);
    const dataChange = changedKeysWords(check, labelsOf(before.wording), context);
    return [
      ...(dataChange === null ? [] : [dataChange]),
      ...changeLines(check, corrected, quantity, before, context),
      ...effectLines(effects),
      ...scaleLines(check, quantity, before, after),
      ...mistakeLines(check, quantity, before, after, effects, context),
      ...(await classLines(check, { quantity, reason }, before, store, context)),
    ];
  });
}

type MarkedTask = Extract<CheckTask, { readonly kind: "marked" }>;

function changeLines(check: Check, corrected: Check, quantity: string, task: MarkedTask, context: AppContext): readonly string[] {
  const [change] = keyChanges(check, corrected, context).filter((one) => one.quantity === quantity);
  // The data under the key were revised, and it with them.
  if (change === undefined) return [];
  const relative = partOf(task, quantity)?.tolerance.relative;
  return [
    change.key === null ? `The ${check.variants ? "keys stay" : "key stays"}.` : `Key: ${keyChangeWords({ ...change, tolerance: null })}.`,
    ...(change.tolerance !== null ? [`Tolerance: ${toleranceText(change.tolerance.from)} → ${toleranceText(change.tolerance.to)} of the key.`] : relative === undefined ? [] : [`The tolerance stays ${toleranceText(relative)}.`]),
  ];
}

function partOf({ marked: { quantities } }: MarkedTask, id: string): NumberQuantity | null {
  const part = quantities.find((quantity) => quantity.id === id);
  return part?.kind === "number" ? part : null;
}

function effectLines({ gained, answered, wrongThen, rightThen }: RegradeEffects): readonly string[] {
  return [
    `${counted(gained, "person", "people")} would gain, nobody would lose: the better mark counts.`,
    ...(wrongThen === 0 ? [] : [`**${wrongThen === 1 ? "1 person who is right now would be wrong by it, and keeps that mark" : `${count(wrongThen)} people who are right now would be wrong by it, and keep that mark`}.**`]),
    ...(answered > 0 && rightThen === 0 ? [`**Nobody's answer would be right by it**, of ${counted(answered, "person", "people")} who answered.`] : []),
  ];
}

/** A slip of the keys, or a percentage for a decimal: the same digits at another power of ten, or with the other sign. */
function scaleLines({ variants }: Check, id: string, before: MarkedTask, after: MarkedTask): readonly string[] {
  const [old, corrected] = [partOf(before, id), partOf(after, id)];
  const [solved] = after.solvedVariants;
  if (variants || old === null || corrected === null || solved === undefined) return [];
  const ratio = corrected.key(solved) / old.key(solved);
  const power = Math.round(Math.log10(Math.abs(ratio)));
  if (!Number.isFinite(power) || (power === 0 && ratio > 0) || Math.abs(Math.abs(ratio) / 10 ** power - 1) > old.tolerance.relative) return [];
  if (power === 0) return ["**That is today's key with the other sign.**"];
  const factor = power > 0 ? `${count(10 ** power)} × today's key` : `today's key ÷ ${count(10 ** -power)}`;
  return [`**That is ${factor}${ratio < 0 ? ", with the other sign" : ""}**${Math.abs(power) === 2 ? ": a percentage for a decimal, or the other way round?" : ": a slip of the decimal point?"}`];
}

/** So many of them are named. */
const namedMistakes = 3;

/** Known mistakes that today are wrong and then would be right: those that students were told, then others. */
function mistakeLines(check: Check, id: string, before: MarkedTask, after: MarkedTask, { mistakes: told }: RegradeEffects, context: AppContext): readonly string[] {
  const others = acceptedMistakes(id, before, after).filter((mistake) => !told.some(({ ids }) => ids.includes(mistake.id)));
  const listed = [
    ...told.map(({ ids, people }) => ({ ids, note: `the answers of ${counted(people, "person", "people")}` })),
    ...others.map((mistake) => ({ ids: [mistake.id], note: check.variants ? `on ${count(mistake.variants)} of ${counted(after.solvedVariants.length, "variant")}` : null })),
  ];
  if (listed.length === 0) return [];
  const words = listed.slice(0, namedMistakes).map(({ ids, note }) => `what you get if ${ids.map((mistake) => escaped(nameOf(mistake, check, after, context))).join(", or if ")}${note === null ? "" : ` (${note})`}`);
  const more = listed.length - words.length;
  return [`**A known mistake would be right**: ${words.join("; ")}${more === 0 ? "" : `; and ${count(more)} more`}.`];
}

function acceptedMistakes(id: string, before: MarkedTask, after: MarkedTask): readonly { readonly id: string; readonly variants: number }[] {
  const [choice] = (choicesOf(after) ?? []).filter(({ isRight }) => isRight);
  if (choice !== undefined) return choice.mistake === null || choicesOf(before)?.some(({ letter, isRight }) => isRight && letter === choice.letter) ? [] : [{ id: choice.mistake, variants: 1 }];
  const [old, corrected] = [partOf(before, id), partOf(after, id)];
  if (old === null || corrected === null) return [];
  return old.mistakes.filter(({ id: mistake }) => mistake !== earlierKey).flatMap((mistake) => {
    const on = after.solvedVariants.filter((solved) => {
      const value = mistake.value(solved);
      return value !== null && isCorrect(value, corrected, corrected.key(solved)) && !isCorrect(value, old, old.key(solved));
    });
    return on.length === 0 ? [] : [{ id: mistake.id, variants: on.length }];
  });
}

function nameOf(id: string, check: Check, task: MarkedTask, context: AppContext): string {
  if (id.startsWith("own-")) return "you give the wrong answer that you named";
  return findNamedMistake(id, check.namedMistakes)?.name ?? mistakeName(id, task, context);
}

/** What becomes of the messages that the class has: keys, and a reason that may hold one, are told with all results. */
async function classLines(check: Check, { reason }: PlannedCorrection, task: MarkedTask, store: Store, context: AppContext): Promise<readonly string[]> {
  const where = `<#${check.channel}>`;
  const published = (await store.posts.published(check.id)).length > 0;
  const showsKeys = published && (await keptBack(check, store, context)) === null;
  const withReason = reason === null ? ". `reason:` tells it why" : showsKeys || isForChannel(reason, task) ? `, and your reason: ${plain(reason, 300)}` : `. Your reason has a number or a choice in it, so the class reads it ${published ? "when all of the results may be read" : "with the results"}`;
  return [`The ${published ? "results" : "check's message"} in ${where} would be rewritten${showsKeys ? "" : ", without the key"}: the class reads that it was corrected${withReason}.`];
}

import type { ReadAnswer } from "../answer/read-answer.ts";
import { isCorrect } from "../quantities/quantity.ts";
import type { ChoiceQuantity, Quantity } from "../quantities/quantity.ts";
import type { SolvedVariant } from "../variants/solved-variant.ts";
import { isNearKey } from "./carried-forward.ts";
import type { Diagnosis } from "./diagnose.ts";
import type { NumberField } from "./explain-field.ts";
import { isKeyWithFewDigits, isShortNumberOf } from "./few-digits.ts";
import type { PartMark, PartVerdict } from "./marked-part.ts";
import { conventionsOf } from "./number-fields.ts";
import { earlierKey, isSlip } from "./slips.ts";

/** The mark of one field, its diagnosis by the whole form. */
export function markPart(
  quantity: Quantity,
  solvedVariant: SolvedVariant,
  answer: ReadAnswer | undefined,
  fields: readonly NumberField[],
  diagnosis: Diagnosis,
): PartMark {
  const field = fields.find((candidate) => candidate.quantity === quantity);
  if (field !== undefined) return markNumber(field, solvedVariant, fields, diagnosis);
  if (quantity.kind === "choice" && answer?.kind === "choice") {
    const key = quantity.key(solvedVariant);
    const choice = choiceOfAsset(quantity, answer, solvedVariant);
    const mistake = choice === key ? undefined : quantity.choices.find(({ id }) => id === choice)?.mistake;
    return {
      quantity: quantity.id,
      text: answer.text,
      value: choiceIndex(quantity, choice),
      expected: choiceIndex(quantity, key),
      verdict: choice === key ? "correct" : "wrong-choice",
      diagnoses: mistake === undefined ? [] : [mistake],
      alternatives: [],
      read: answer,
    };
  }
  const expected = quantity.kind === "number" ? quantity.key(solvedVariant) : choiceIndex(quantity, quantity.key(solvedVariant));
  return { quantity: quantity.id, text: "", value: null, expected, verdict: "blank", diagnoses: [], alternatives: [], read: null };
}

/** "WMT is less sensitive", of two choices that compare, says of JPM that it is more; "less than WMT" speaks of JPM. */
function choiceOfAsset({ choices, comparesStocks = false }: ChoiceQuantity, { text, choice }: Extract<ReadAnswer, { kind: "choice" }>, { variant }: SolvedVariant): string {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const subject = words.find((word, at) => words[at - 1] !== "than" && [variant.asset, variant.comparison?.asset].some((stock) => stock?.toLowerCase() === word));
  const isOther = comparesStocks && subject !== undefined && subject === variant.comparison?.asset.toLowerCase();
  return (isOther ? choices.find(({ id }) => id !== choice)?.id : undefined) ?? choice;
}

const choiceIndex = ({ choices }: ChoiceQuantity, id: string): number => choices.findIndex((choice) => choice.id === id);

function markNumber(field: NumberField, solvedVariant: SolvedVariant, fields: readonly NumberField[], diagnosis: Diagnosis): PartMark {
  const { quantity, answer } = field;
  const key = quantity.key(solvedVariant);
  const mark = (verdict: PartVerdict, diagnoses: readonly string[] = [], alternatives: PartMark["alternatives"] = []): PartMark => ({
    quantity: quantity.id,
    text: answer.text,
    value: answer.value,
    expected: key,
    verdict,
    diagnoses,
    alternatives,
    read: answer,
  });
  if (isCorrect(answer.value, quantity, key)) return mark("correct");
  if (field.correct) return mark("alternative-convention", conventionsOf(quantity, answer, solvedVariant));
  // Whoever has it was told so, or read it: no mistake of method, whatever else gives the number.
  if (quantity.mistakes.some(({ id, value }) => id === earlierKey && isCorrect(answer.value, quantity, value(solvedVariant) ?? Number.NaN))) return mark("mistake", [earlierKey], [[earlierKey]]);

  const carriedFrom = plausiblyCarriedFrom(field, fields, solvedVariant, diagnosis);
  if (carriedFrom !== null) return mark("error-carried-forward", carriedFrom);
  const alternatives = diagnosis.get(quantity.id) ?? [];
  const ids = [...new Set(alternatives.flat())];
  if (isKeyWithFewDigits(answer, key) && !isShortNumberOf(alternatives, field, solvedVariant, key)) return mark("few-digits");
  if (ids.length === 0) return mark("unmatched");
  // A wrong digit may be any: it has a name and no credit.
  return mark(ids.every((id) => isSlip(id) && id !== "digit-mistyped") ? "slip" : "mistake", ids, alternatives);
}

/**
 * The wrong parts that it was carried on from; null where it wasn't, or where one of them is nobody's working: neither a
 * known mistake, nor near the key beside a part that is right. A guess and its formula are no work on the data.
 */
function plausiblyCarriedFrom(field: NumberField, fields: readonly NumberField[], solvedVariant: SolvedVariant, diagnosis: Diagnosis): readonly string[] | null {
  const value = field.carried(solvedVariant);
  if (value === null || !isCorrect(field.answer.value, field.quantity, value)) return null;
  const sources = fields.filter(({ quantity, correct }) => !correct && field.quantity.errorCarriedForward?.from.includes(quantity.id));
  const isWorked = fields.some(({ quantity, correct }) => correct && !quantity.guessable);
  const isRecognised = ({ quantity }: NumberField): boolean => (diagnosis.get(quantity.id) ?? []).length > 0;
  const plausible = sources.every((source) => isRecognised(source) || (isWorked && isNearKey(source.answer, source.quantity, solvedVariant)));
  return plausible ? sources.map(({ quantity }) => quantity.id) : null;
}

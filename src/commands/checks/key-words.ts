import { tradingDaysPerYear } from "../../calendar.ts";
import type { NumberQuantity, Unit } from "../../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import type { CheckTask, MarkedTask } from "../../grading/check-task.ts";
import { choicesOf, whyOf } from "../../grading/choices-of.ts";
import { figureText } from "../../render/figure-text.ts";
import { asTyped, count, dollars } from "../../render/numbers.ts";
import { escaped } from "../../render/plain.ts";
import { choiceAnswers } from "../../render/replies/vote.ts";
import type { NextStep } from "../../render/reply.ts";
import { windowWords } from "../../render/window-words.ts";
import type { Check } from "../../store/records.ts";
import type { AppContext } from "../app-context.ts";
import { labelsOf } from "./assignment-words.ts";
import { mistakeName } from "./mistake-name.ts";

/** Below what was posted: the key, where somebody asks for it. None of a question that is answered in words. */
export const keySteps = ({ id }: Pick<Check, "id">, task: CheckTask): readonly NextStep[] => (task.kind === "open" ? [] : [{ label: "Its key, for you alone", command: "check key", options: { check: id } }]);

/**
 * What answers are marked by, and what it is of: each number with its series and days, a number that was typed with how it was
 * read. None of choices, which have words of their own, nor of a question that is answered in words.
 */
export function keyWords({ variants }: Pick<Check, "variants">, task: CheckTask): readonly string[] {
  if (task.kind === "open" || choicesOf(task) !== null) return [];
  const [solved] = task.solvedVariants;
  if (solved === undefined) return [];
  if (variants) return [`Each student's own, on ${count(task.solvedVariants.length)} variants: no number is everybody's key.`];
  const { quantities } = task.marked;
  const labels = labelsOf(task.wording);
  const { wording } = task;
  const typed = wording.kind === "instructor" && wording.question.own.key.kind === "number" ? wording.question.own.key : null;
  const keys = quantities.map((quantity) => `**${escaped(labels[quantity.id] ?? quantity.id)}**: ${quantity.kind === "choice" ? escaped(wordOf(quantity.key(solved), quantity.choices)) : typed === null ? numberWords(quantity, solved) : typedWords(quantity.key(solved), typed.unit)}`);
  const messages = wording.kind === "instructor" ? wording.question.own.messages.map(({ value, message }) => `Who answers ${typedWords(value, unitOf(quantities[0]))} reads: ${escaped(message)}`) : [];
  return [...keys, ...(typed === null ? [dataWords(task, solved)] : []), ...messages, ...(typed === null ? unnamedFactor(task, solved) : [])];
}

const unitOf = (quantity: MarkedTask["marked"]["quantities"][number] | undefined): Unit => (quantity?.kind === "number" ? quantity.unit : "ratio");

const wordOf = (id: string, choices: readonly { readonly id: string; readonly words: readonly string[] }[]): string => choices.find((choice) => choice.id === id)?.words[0] ?? id;

const numberWords = (quantity: NumberQuantity, solved: SolvedVariant): string => figureText(quantity.key(solved), quantity.unit);

/** A number that somebody typed, unrounded: a percentage as the decimal that it is too. */
function typedWords(value: number, unit: Unit): string {
  if (unit === "dollars") return Number.isInteger(value) ? dollars(value) : `$${asTyped(value)}`;
  return unit === "return" || unit === "share" ? `${asTyped(value * 100)}%, which is ${asTyped(value)}` : asTyped(value);
}

/** Not of excess returns, or not of days. */
const otherReturns: ReadonlySet<string> = new Set(["alphaRaw", "alphaExcess", "betaMonthly", "betaDaily", "riskFreeAnnual"]);

function dataWords({ marked: { quantities } }: MarkedTask, { variant, model }: SolvedVariant): string {
  const days = model.periodsPerYear === tradingDaysPerYear;
  const returns = quantities.some(({ id }) => otherReturns.has(id)) ? "" : days ? ", daily excess returns" : ", excess returns";
  const settings = [...(variant.budget === null ? [] : [`a budget of ${dollars(variant.budget)}`]), ...(variant.share === null ? [] : [`a factor share of ${asTyped(variant.share * 100)}%`])];
  return `Of ${escaped(variant.asset)} on ${escaped(variant.factor)}${returns}, ${windowWords(model)} (${count(model.observations)} rows)${settings.length === 0 ? "" : `, with ${settings.join(" and ")}`}.`;
}

/** Below what was posted: that its words leave out which factor its key is on; nothing of the number. */
export function unnamedFactorWords({ variants }: Pick<Check, "variants">, task: CheckTask): string {
  if (variants || task.kind === "open" || choicesOf(task) !== null || (task.wording.kind === "instructor" && task.wording.question.own.key.kind === "number")) return "";
  const [solved] = task.solvedVariants;
  return solved === undefined || unnamedFactor(task, solved).length === 0 ? "" : ` **The question does not name ${escaped(solved.variant.factor)}**, which its key is on: whoever takes another factor gets another number.`;
}

/** A question of one's own whose words leave out which factor its key is on. */
function unnamedFactor({ wording }: MarkedTask, { variant: { factor } }: SolvedVariant): readonly string[] {
  if (wording.kind !== "instructor" || wording.question.text.toLowerCase().includes(factor.toLowerCase())) return [];
  return [`**The question does not name ${escaped(factor)}**: whoever takes another factor gets another number. Name it in the question, or give another with \`factor\`.`];
}

/** The right choice, and what each other one comes from; null where it has none. */
export function choiceWords(task: CheckTask, context: Pick<AppContext, "exercises">): string | null {
  const choices = choicesOf(task);
  if (choices === null || task.kind !== "marked") return null;
  return choiceAnswers(choices.map((choice) => ({ ...choice, mistake: choice.mistake === null ? null : mistakeName(choice.mistake, task, context) })), whyOf(task));
}

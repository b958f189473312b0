import { tradingDaysPerYear } from "../../calendar.ts";
import type { NumberQuantity, Unit } from "../../exercises/quantities/quantity.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { correctionsOf, type CheckTask, type MarkedTask } from "../../grading/check-task.ts";
import { choicesOf, whyOf } from "../../grading/choices-of.ts";
import type { KeyCorrection } from "../../grading/correct-key.ts";
import { figureText } from "../../render/figure-text.ts";
import { asTyped, count, dollars } from "../../render/numbers.ts";
import { escaped } from "../../render/plain.ts";
import { choiceAnswers } from "../../render/replies/vote.ts";
import type { NextStep } from "../../render/reply.ts";
import { windowWords } from "../../render/window-words.ts";
import type { Check } from "../../store/check-records.ts";
import type { AppContext } from "../app-context.ts";
import { labelsOf } from "./assignment-words.ts";
import { mistakeName } from "./mistake-name.ts";

/** Below what was posted: the key, where somebody asks for it. None of a question that is answered in words. */
export const keySteps = ({ id }: Pick<Check, "id">, task: CheckTask): readonly NextStep[] => (task.kind === "open" ? [] : [{ label: "Its key, for you alone", command: "check key", options: { check: id } }]);

/**
 * What answers are marked by, and what it is of: each number with its series and days, a number that was typed with how it was
 * read. None of choices, which have words of their own, nor of a question that is answered in words.
 */
export function keyWords({ variants, correction = null }: Pick<Check, "variants"> & Partial<Pick<Check, "correction">>, task: CheckTask): readonly string[] {
  if (task.kind === "open" || choicesOf(task) !== null) return [];
  const [solved] = task.solvedVariants;
  if (solved === undefined) return [];
  if (variants) return [`Each student's own, on ${count(task.solvedVariants.length)} variants: no number is everybody's key.`];
  const { quantities } = task.marked;
  const labels = labelsOf(task.wording);
  const { wording } = task;
  const typed = wording.kind === "instructor" && wording.question.own.key.kind === "number" ? wording.question.own.key : null;
  const sources = quantities.map((quantity) => ({ quantity, source: sourceOf(quantity.id, correctionsOf(correction), typed !== null) }));
  const keys = sources.map(({ quantity, source }) => {
    const words = quantity.kind === "choice" ? escaped(wordOf(quantity.key(solved), quantity.choices)) : source.kind === "data" ? numberWords(quantity, solved) : typedWords(quantity.key(solved), typed?.unit ?? quantity.unit);
    return `**${escaped(labels[quantity.id] ?? quantity.id)}**: ${words}${source.kind === "correction" ? ", typed in a correction" : ""}`;
  });
  const ofData = sources.flatMap(({ source }) => (source.kind === "data" ? [source.id] : []));
  const messages = wording.kind === "instructor" ? wording.question.own.messages.map(({ value, message }) => `Who answers ${typedWords(value, unitOf(quantities[0]))} reads: ${escaped(message)}`) : [];
  return [...keys, ...(ofData.length === 0 ? [] : [`${ofData.length < keys.length ? "The others: of" : "Of"} ${dataWords(ofData, solved)}`]), ...messages, ...(ofData.length === 0 ? [] : unnamedFactor(task, solved))];
}

/** Where the key of a part is from: the data, by the quantity that it is worked out as, or a number that somebody typed. */
function sourceOf(id: string, corrections: readonly KeyCorrection[], isTyped: boolean): { readonly kind: "data"; readonly id: string } | { readonly kind: "question" | "correction" } {
  const key = corrections.find(({ quantity }) => quantity === id)?.key;
  if (typeof key === "number") return { kind: "correction" };
  if (key !== undefined) return { kind: "data", id: key.quantity };
  return isTyped ? { kind: "question" } : { kind: "data", id };
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

/** `quantities`: the ids of those that are worked out from the data. */
function dataWords(quantities: readonly string[], { variant, model }: SolvedVariant): string {
  const days = model.periodsPerYear === tradingDaysPerYear;
  const returns = quantities.some((id) => otherReturns.has(id)) ? "" : days ? ", daily excess returns" : ", excess returns";
  const settings = [...(variant.budget === null ? [] : [`a budget of ${dollars(variant.budget)}`]), ...(variant.share === null ? [] : [`a factor share of ${asTyped(variant.share * 100)}%`])];
  return `${escaped(variant.asset)} on ${escaped(variant.factor)}${returns}, ${windowWords(model)} (${count(model.observations)} rows)${settings.length === 0 ? "" : `, with ${settings.join(" and ")}`}.`;
}

/** Below what was posted: that its words leave out which factor its key is on; nothing of the number. */
export function unnamedFactorWords({ variants }: Pick<Check, "variants">, task: CheckTask): string {
  if (variants || task.kind === "open" || choicesOf(task) !== null || (task.wording.kind === "instructor" && task.wording.question.own.key.kind === "number")) return "";
  const [solved] = task.solvedVariants;
  return solved === undefined || unnamedFactor(task, solved).length === 0 ? "" : ` **The question does not name ${escaped(solved.variant.factor)}**, which its key is on: whoever takes another factor gets another number.`;
}

/** What people call a factor beside its id. */
const otherNames: Readonly<Record<string, readonly string[]>> = { SPY: ["S&P 500", "Standard & Poor's 500"], "Mkt-RF": ["market minus rf", "market less the risk-free rate", "market minus the risk-free rate"] };

/** Whether a text has a factor by its id or another name as words of their own, in any case and with any signs or none between its parts: "Mkt−RF", "MKT RF", "S & P500". */
function isNamed(factor: string, text: string): boolean {
  const written = text.normalize("NFKC");
  return [factor, ...(otherNames[factor] ?? [])].some((name) => {
    const parts = name.match(/\p{L}+|\p{N}+/gu) ?? [];
    return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join("[^\\p{L}\\p{N}]*")}(?![\\p{L}\\p{N}])`, "iu").test(written);
  });
}

/** A question of one's own whose words leave out which factor its key is on. */
function unnamedFactor({ wording }: MarkedTask, { variant: { factor } }: SolvedVariant): readonly string[] {
  if (wording.kind !== "instructor" || isNamed(factor, wording.question.text)) return [];
  return [`**The question does not name ${escaped(factor)}**: whoever takes another factor gets another number. Name it in the question, or give another with \`factor\`.`];
}

/** The right choice, and what each other one comes from; null where it has none. */
export function choiceWords(task: CheckTask, context: Pick<AppContext, "exercises">): string | null {
  const choices = choicesOf(task);
  if (choices === null || task.kind !== "marked") return null;
  return choiceAnswers(choices.map((choice) => ({ ...choice, mistake: choice.mistake === null ? null : mistakeName(choice.mistake, task, context) })), whyOf(task));
}

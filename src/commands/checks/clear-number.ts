import { readAnswer } from "../../exercises/answer/read-answer.ts";
import type { Unit } from "../../exercises/quantities/quantity.ts";
import { attempt, failure, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";

/** Words and signs that belong to a number: its unit, its sign, its scale, what works it out. */
const ofNumbers = /(?<!\p{L})(?:zero|nil|minus|negative|plus|usd|dollars?|per ?cent|pct|bps?|basis points?|ppm|k|mn?|bn?|thousand|million|billion|lakhs?|crores?|e|x|sqrt|exp|ln|log|pi|a|per|day|month|year|years|annum)(?!\p{L})/giu;

/** "1,395" of a number that is no sum of money: with a decimal comma or one for thousands. */
const oneComma = /(?<![\d.,])([1-9]\d{0,2}),(\d{3})(?![\d.,])/u;

/**
 * The number of a key, which a whole class is marked by: students' answers are read leniently, and cost an attempt at worst.
 * Errors: those of `readAnswer`, and `unclear-number` where it could be another one or stands among words.
 */
export function clearNumber(option: string, text: string, unit: Unit): Outcome<number, Problem> {
  return attempt(function* () {
    const read = yield* readAnswer(text, { kind: "number", unit });
    const value = read.kind === "number" ? read.value : 0;
    const comma = unit === "dollars" || unit === "years" ? null : oneComma.exec(text);
    if (comma) {
      const [, whole = "", rest = ""] = comma;
      yield* failure({ kind: "unclear-number", option, text, readings: [`${whole}.${rest}`, `${whole}${rest}`].map((one) => text.replace(oneComma, one)) } as const);
    }
    if (/[~≈±<>≤≥]|\p{L}/u.test(text.replaceAll(ofNumbers, " "))) yield* failure({ kind: "unclear-number", option, text, readings: [plainly(value, unit)] } as const);
    return value;
  });
}

/** As it is typed to be read so. */
const plainly = (value: number, unit: Unit): string => (unit === "return" || unit === "share" ? `${String(Number((value * 100).toPrecision(14)))}%` : `${unit === "dollars" ? "$" : ""}${String(value)}`);

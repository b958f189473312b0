import type { Problem } from "../../render/problem.ts";
import type { DataSeries } from "../../datasets/datasets.ts";
import { readAnswer } from "../../exercises/answer/read-answer.ts";
import { askableQuantities, type InstructorKey } from "../../grading/instructor-check.ts";
import { attempt, failure, success, type Outcome } from "../../outcome.ts";
import { marketFactorOf } from "../analysis.ts";
import { closingTime } from "../options/closing-time.ts";
import { fromDate, toDate } from "../options/date.ts";
import { task, type CheckSubject } from "../options/exercise.ts";
import { matchingChoices, text, wholeNumber, yesOrNo } from "../options/kinds.ts";
import { money } from "../options/money.ts";
import { optional, withDefault, type Option } from "../options/option.ts";
import { series } from "../options/series.ts";
import { share } from "../options/share.ts";
import type { AppContext } from "../app-context.ts";
import type { StoredQuestion } from "../../grading/stored-check.ts";
import type { CheckContent } from "../../grading/check-task.ts";

/** What an instructor says of a check: an exercise of the list, or a question of their own with its key. */
export const draftOptions = {
  exercise: optional(task("An exercise or open question; left out: your own question")),
  closes: optional(closingTime("When: 20m, 2h, 3d, or 2026-11-25 14:00 (UTC); left out: by hand")),
  variants: withDefault(yesOrNo("true: each student gets their own ticker and years"), false),
  attempts: optional(wholeNumber("How many each student has; left out: no limit", 1, 20)),
  points: withDefault(wholeNumber("Points in the gradebook; left out: 1", 0, 1000), 1),
  tolerance: optional(share("How near is right, like 1%; left out: the exercise's own", 0.5)),
  question: optional(text("Your own question", 900)),
  key: optional(keyText("Its key: a number, or a quantity of the list, like beta")),
  ticker: optional(series("The asset that a quantity is of")),
  factor: optional(series("Its factor; left out: the market")),
  from: optional(fromDate()),
  to: optional(toDate()),
  budget: optional(money("The volatility budget, for quantities that need one")),
  share: optional(share("The factor share to reach, for quantities that need one", 1)),
  wrong: optional(text("One wrong answer that you expect", 60)),
  message: optional(text("What to say to it", 300)),
  title: optional(text("A short title of your own", 45)),
} as const;

type OptionValues<Options> = { readonly [Name in keyof Options]: Options[Name] extends Option<infer T> ? T : never };
export type DraftOptions = OptionValues<typeof draftOptions>;

/** A check that is not posted yet. */
export interface Draft extends CheckContent {
  readonly title: string;
  readonly closesAt: number | null;
  readonly attempts: number | null;
  readonly points: number;
}

export function draftOf(options: DraftOptions, context: AppContext): Outcome<Draft, Problem> {
  const { closes, variants, attempts, points, tolerance, exercise, title } = options;
  const common = { closesAt: closes, attempts, points, tolerance, correction: null };
  if (exercise) {
    const { id, title: defaultTitle } = idAndTitle(exercise);
    return success({ ...common, exercise: id, question: null, variants: variants && exercise.kind === "exercise", title: title ?? defaultTitle });
  }
  return attempt(function* () {
    const question = yield* instructorQuestion(options, context);
    return { ...common, exercise: null, question, variants: false, title: title ?? shorten(question.text) };
  });
}

const idAndTitle = (task: CheckSubject): { readonly id: string; readonly title: string } =>
  task.kind === "open" ? task.open : { id: task.exercise.id, title: task.exercise.text.title };

function instructorQuestion(options: DraftOptions, context: AppContext): Outcome<StoredQuestion, Problem> {
  const { question, wrong, message, tolerance } = options;
  if (question === null) return missingOption("exercise");
  return attempt(function* () {
    const key = yield* instructorKey(options, context);
    if ((wrong === null) !== (message === null)) yield* missingOption(wrong === null ? "wrong" : "message");
    const messages = wrong === null ? [] : [{ value: yield* numberIn(wrong, key), message: message ?? "" }];
    return { text: question, label: labelOf(key, context), own: { key, tolerance, messages } };
  });
}

const missingOption = (option: string) => failure({ kind: "missing-option", command: "check post", option });

function instructorKey(options: DraftOptions, { datasets }: AppContext): Outcome<InstructorKey, Problem> {
  const { key, ticker, from, to, budget, share: target } = options;
  if (key === null) return missingOption("key");
  const quantity = askableQuantities.find(({ id }) => id.toLowerCase() === key.toLowerCase());
  if (!quantity) {
    const unit = key.includes("$") ? "dollars" : key.includes("%") ? "return" : "ratio";
    const read = readAnswer(key, { kind: "number", unit });
    if (!read.ok) return read;
    return success({ kind: "number", unit, value: read.value.kind === "number" ? read.value.value : 0 });
  }
  if (ticker === null) return missingOption("ticker");
  const factor: Outcome<DataSeries, Problem> = options.factor ? success(options.factor) : marketFactorOf(ticker, datasets);
  if (!factor.ok) return factor;
  return success({
    kind: "quantity",
    quantity: quantity.id,
    asset: ticker.id,
    factor: factor.value.id,
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
    budget,
    share: target,
  });
}

function numberIn(text: string, key: InstructorKey): Outcome<number, Problem> {
  const unit = key.kind === "number" ? key.unit : (askableQuantities.find(({ id }) => id === key.quantity)?.unit ?? "ratio");
  const read = readAnswer(text, { kind: "number", unit });
  return read.ok ? success(read.value.kind === "number" ? read.value.value : 0) : read;
}

function labelOf(key: InstructorKey, { exercises }: AppContext): string {
  if (key.kind === "number") return "Your answer";
  return exercises.all.map(({ text: words }) => words.labels[key.quantity]).find((label) => label !== undefined) ?? key.quantity;
}

function shorten(words: string): string {
  const characters = [...words.replaceAll(/\s+/gu, " ").trim()];
  return characters.length <= 45 ? characters.join("") : `${characters.slice(0, 44).join("")}…`;
}

function keyText(description: string): Option<string> {
  return {
    ...text(description, 60),
    suggest: (typed, { exercises }) =>
      matchingChoices(
        askableQuantities.map(({ id }) => ({
          name: `${id}: ${exercises.all.map(({ text: words }) => words.labels[id]).find((label) => label !== undefined) ?? id}`,
          value: id,
        })),
        typed,
      ),
  };
}

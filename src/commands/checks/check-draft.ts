import { msPerDay } from "../../calendar.ts";
import type { DataSeries } from "../../datasets/datasets.ts";
import { proportionalText } from "../../datasets/portfolio.ts";
import { portfolioText } from "../../datasets/portfolio-expression.ts";
import type { CheckContent } from "../../grading/check-task.ts";
import { askableQuantities, type InstructorKey } from "../../grading/instructor-check.ts";
import type { StoredQuestion } from "../../grading/stored-check.ts";
import { attempt, failure, type Outcome } from "../../outcome.ts";
import type { Problem } from "../../render/problem.ts";
import type { CommandCall } from "../../render/reply.ts";
import type { Check } from "../../store/check-records.ts";
import { clearNumber } from "./clear-number.ts";
import { allUsed } from "./unused-options.ts";
import { marketFactorOf } from "../analysis-inputs.ts";
import type { AppContext } from "../app-context.ts";
import { about } from "../options/about.ts";
import { closingTime, spanOfCheck } from "../options/closing-time.ts";
import { credit } from "../options/credit.ts";
import { fromDate, toDate } from "../options/date.ts";
import { task, type CheckSubject } from "../options/exercise.ts";
import { choice, matchingChoices, text, wholeNumber, yesOrNo } from "../options/kinds.ts";
import { money } from "../options/money.ts";
import { optional, withDefault, type Option, type OptionValues } from "../options/option.ts";
import { findQuantity, labelOfQuantity, quantitiesNear } from "../options/quantity-name.ts";
import { series } from "../options/series.ts";
import { share } from "../options/share.ts";

const noLimit = 0;

/** What a quantity of the list is of. */
export const subjectOptions = {
  ticker: optional(series("The asset that a quantity is of")),
  factor: optional(series("Its factor; left out: the market")),
  from: optional(fromDate()),
  to: optional(toDate()),
  budget: optional(money("The volatility budget, for quantities that need one")),
  share: optional(share("The factor share to reach, for quantities that need one", 1)),
} as const;

/** What an instructor says of a check: an exercise of the list, or a question of their own with its key. */
export const draftOptions = {
  exercise: optional(task("An exercise or open question; left out: your own question")),
  closes: optional(closingTime("When: 20m, 2h, 3d, Friday 5pm, or 2026-11-25 14:00; left out: in 24 hours")),
  opens: optional(closingTime("When, where not now: 2h, Monday 9am, or 2026-11-25 14:00")),
  variants: withDefault(yesOrNo("true: each student gets their own ticker and years"), false),
  attempts: withDefault(wholeNumber("How many each student has; left out: 3; 0: no limit", noLimit, 20), 3),
  points: withDefault(wholeNumber("Points in the gradebook; left out: 1", 0, 1000), 1),
  tolerance: optional(share("How near is right, like 1%; left out: the exercise's own", 0.5)),
  feedback: withDefault(choice("When a student reads what became of an answer; left out: now", ["now", "after-closing"]), "now"),
  hints: withDefault(yesOrNo("false: no hints while it is open; left out: true"), true),
  credit: optional(credit("What each attempt counts, like 100% 80% 60%; left out: all in full")),
  question: optional(text("Your own question", 900)),
  key: optional(keyText("Its key: a number, or a quantity of the list, like beta")),
  about: optional(about("What a typed key is about, to hide it: JPM, or JPM beta; nothing: hides nothing")),
  ...subjectOptions,
  wrong: optional(text("One wrong answer that you expect", 60)),
  message: optional(text("What to say to it", 300)),
  title: optional(text("A short title of your own", 45)),
} as const;

type DraftOptions = OptionValues<typeof draftOptions>;

/** A check that is not posted yet. */
export interface Draft extends CheckContent, Pick<Check, "attempts" | "points" | "feedback" | "hints" | "credit" | "vote"> {
  readonly title: string;
  /** Null: at once. */
  readonly opensAt: number | null;
  readonly closesAt: number;
}

/** `timeZone`: the course's; `command`: as it was typed, to be named where an option is missing or of no use. */
export function draftOf(options: DraftOptions, timeZone: string | null, command: string, { typed, ...context }: AppContext & { readonly typed: CommandCall["options"] }): Outcome<Draft, Problem> {
  return attempt(function* () {
    const { opens, closes, variants, attempts, points, tolerance, feedback, hints, credit: byAttempt, exercise, title } = options;
    yield* allUsed(command, typed, { isOpen: exercise?.kind === "open", attempts: attempts === noLimit ? null : attempts });
    const common = {
      ...(yield* spanOfCheck({ opens, closes }, msPerDay, context.now(), timeZone)),
      attempts: attempts === noLimit ? null : attempts,
      ...{ points, tolerance, feedback, hints, credit: byAttempt, correction: null, namedMistakes: null, vote: null },
    };
    if (exercise) {
      const { id, title: defaultTitle } = idAndTitle(exercise);
      return { ...common, exercise: id, question: null, variants: variants && exercise.kind === "exercise", title: title ?? defaultTitle };
    }
    const question = yield* instructorQuestion(options, command, context);
    return { ...common, exercise: null, question, variants: false, title: title ?? shorten(question.text) };
  });
}

const idAndTitle = (task: CheckSubject): { readonly id: string; readonly title: string } =>
  task.kind === "open" ? task.open : { id: task.exercise.id, title: task.exercise.text.title };

function instructorQuestion(options: DraftOptions, command: string, context: AppContext): Outcome<StoredQuestion, Problem> {
  return attempt(function* () {
    const { wrong, message, tolerance, ticker } = options;
    const missing = (option: string) => missingOption(command, option);
    const question = options.question ?? (yield* failure({ kind: "missing-option", command, option: "exercise", or: "question" }));
    const key = yield* instructorKey(options, command, context);
    if ((wrong === null) !== (message === null)) yield* missing(wrong === null ? "wrong" : "message");
    const messages = wrong === null ? [] : [{ value: yield* numberIn(wrong, key), message: message ?? "" }];
    const subjects = options.about ?? (key.kind === "number" && ticker !== null ? [{ asset: ticker.holdings === undefined ? ticker.id : proportionalText(ticker.holdings), quantity: null }] : []);
    return { text: question, label: labelOf(key, context), own: { key, tolerance, messages }, ...(subjects.length > 0 ? { about: subjects } : {}) };
  });
}

/** Digits that are no part of a word, as "r2" has them; "zero" is a number too. */
const holdsNumber = (text: string): boolean => /\p{N}|√/u.test(text.replaceAll(/\p{L}+\p{Nd}*/gu, " ")) || /^\s*zero\s*$/iu.test(text);

const missingOption = (command: string, option: string) => failure({ kind: "missing-option", command, option });

export function instructorKey(options: Pick<DraftOptions, "key" | "ticker" | "factor" | "from" | "to" | "budget" | "share">, command: string, context: AppContext): Outcome<InstructorKey, Problem> {
  return attempt(function* () {
    const { from, to, budget, share: target } = options;
    const key = options.key ?? (yield* missingOption(command, "key"));
    const quantity = findQuantity(key, askableQuantities, context);
    if (!quantity) {
      // Words that hold no number are a quantity's name, misspelled.
      if (!holdsNumber(key)) yield* failure({ kind: "not-a-choice", option: "key", text: key, choices: quantitiesNear(key, askableQuantities, context).map(({ id }) => id) });
      const unit = key.includes("$") ? "dollars" : key.includes("%") ? "return" : "ratio";
      return { kind: "number", unit, value: yield* clearNumber("key", key, unit) } as const;
    }
    const ticker = options.ticker ?? (yield* missingOption(command, "ticker"));
    const factor = options.factor ?? (yield* marketFactorOf(ticker, context.datasets));
    return {
      kind: "quantity",
      quantity: quantity.id,
      ...subjectOf(ticker),
      factor: factor.id,
      ...(from === null ? {} : { from }),
      ...(to === null ? {} : { to }),
      budget,
      share: target,
    } as const;
  });
}

/** A portfolio by its parts, since its name may become another's. */
function subjectOf({ id, holdings }: DataSeries): Pick<Extract<InstructorKey, { kind: "quantity" }>, "asset" | "holdings"> {
  if (holdings === undefined) return { asset: id };
  const parts = holdings.map(({ series: { id: part }, weight }) => ({ asset: part, weight }));
  return { asset: portfolioText(parts.map(({ asset, weight }) => ({ id: asset, weight }))), holdings: parts };
}

function numberIn(text: string, key: InstructorKey): Outcome<number, Problem> {
  return attempt(function* () {
    const unit = key.kind === "number" ? key.unit : key.kind === "choice" ? "ratio" : (askableQuantities.find(({ id }) => id === key.quantity)?.unit ?? "ratio");
    return yield* clearNumber("wrong", text, unit);
  });
}

export const labelOf = (key: InstructorKey, context: AppContext): string => (key.kind === "quantity" ? labelOfQuantity(key.quantity, context) : "Your answer");

export function shorten(words: string): string {
  const characters = [...words.replaceAll(/\s+/gu, " ").trim()];
  return characters.length <= 45 ? characters.join("") : `${characters.slice(0, 44).join("")}…`;
}

export function keyText(description: string): Option<string> {
  return {
    ...text(description, 60),
    suggest: (typed, context) =>
      matchingChoices(
        askableQuantities.map(({ id }) => ({ name: `${id}: ${labelOfQuantity(id, context)}`, value: id })),
        typed,
      ),
  };
}

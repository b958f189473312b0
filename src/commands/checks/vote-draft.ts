import { choiceLetters, makeChoices, shuffled, type ChoiceKey, type ChoiceSubject, type StoredChoice } from "../../grading/choice-question.ts";
import { askableQuantities } from "../../grading/instructor-check.ts";
import type { StoredQuestion } from "../../grading/stored-check.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import type { NumberQuantity } from "../../exercises/quantities/quantity.ts";
import { chapterVariant, customVariant, type Variant } from "../../exercises/variants/variant.ts";
import type { SolvedVariant } from "../../exercises/variants/solved-variant.ts";
import { attempt, failure, type Outcome } from "../../outcome.ts";
import { fillExercise } from "../../exercises/fill-exercise.ts";
import { figureText, templateText } from "../../render/figure-text.ts";
import { escaped } from "../../render/plain.ts";
import type { Problem } from "../../render/problem.ts";
import type { CommandCall } from "../../render/reply.ts";
import type { AppContext } from "../app-context.ts";
import { allUsed } from "./unused-options.ts";
import { about } from "../options/about.ts";
import { closingTime, spanOfCheck } from "../options/closing-time.ts";
import { task } from "../options/exercise.ts";
import { choice, text, wholeNumber } from "../options/kinds.ts";
import { optional, withDefault, type OptionValues } from "../options/option.ts";
import { findQuantity } from "../options/quantity-name.ts";
import { share } from "../options/share.ts";
import { exerciseWords } from "./assignment-words.ts";
import { instructorKey, keyText, labelOf, shorten, subjectOptions, type Draft } from "./check-draft.ts";

/** What an instructor says of a vote: made of an exercise, of a quantity for a ticker, or a question of their own. */
export const voteOptions = {
  exercise: optional(task("An exercise, of whose key and likeliest mistakes the choices are made; left out: your own question")),
  quantity: optional(text("Which number of the exercise, like beta; left out: the first that makes good choices", 60)),
  as: withDefault(choice("choices: press one; numbers: typed into a form; left out: choices", ["choices", "numbers"]), "choices"),
  question: optional(text("Your own question", 900)),
  choices: optional(text("Your own choices, set off with |; left out with key:true or key:false: true or false", 800)),
  key: optional(keyText("The right choice, like B, or true; or a quantity of the list, of which choices are made")),
  why: optional(text("Why it is right; shown with the results", 900)),
  about: optional(about("What a typed question is about, to hide it: JPM beta; nothing: hides nothing")),
  ...subjectOptions,
  tolerance: optional(share("How near a typed number is right, like 1%; left out: the exercise's own", 0.5)),
  rounds: withDefault(wholeNumber("2: vote, discuss, vote again; 1: one vote; left out: 2", 1, 2), 2),
  counts: optional(choice("What the points are for; left out: voting, with one round the right answer", ["participation", "correct"])),
  opens: optional(closingTime("When, where not now: 2h, Monday 9am, or 2026-11-25 14:00")),
  closes: optional(closingTime("When: 20m, 2h, Friday 5pm, or 2026-11-25 14:00; left out: in 2 hours")),
  points: withDefault(wholeNumber("Points in the gradebook; left out: 1", 0, 1000), 1),
  title: optional(text("A short title of your own", 45)),
} as const;

type VoteOptions = OptionValues<typeof voteOptions>;

const openMs = 2 * 3_600_000;
const longestChoice = 150;

interface VoteContext {
  readonly timeZone: string | null;
  /** Keyed, so that nobody works the order out. */
  readonly hash: (text: string) => string;
  /** How many people made each mistake in this course so far. */
  readonly made: ReadonlyMap<string, number>;
}

export function voteDraftOf(options: VoteOptions, { timeZone, ...making }: VoteContext, { typed, ...context }: AppContext & { readonly typed: CommandCall["options"] }): Outcome<Draft, Problem> {
  return attempt(function* () {
    const { points, title, tolerance } = options;
    const rounds = options.rounds === 1 ? 1 : 2;
    const { exercise } = options;
    yield* allUsed("check vote", typed, { isOpen: false, attempts: null });
    const common = {
      ...(yield* spanOfCheck(options, openMs, context.now(), timeZone)),
      ...{ points, tolerance, attempts: null, credit: null, hints: false, variants: false, correction: null, namedMistakes: null },
      feedback: "after-closing",
      vote: { rounds, counts: options.counts ?? (rounds === 1 ? "correct" : "participation") },
    } as const;
    if (exercise?.kind === "open") return yield* failure({ kind: "no-choices", exercise: exercise.open.title, reason: "open", quantities: [] });
    if (exercise && options.as === "numbers") return { ...common, exercise: exercise.exercise.id, question: null, title: title ?? exercise.exercise.text.title };
    const question = exercise ? yield* exerciseQuestion(exercise.exercise, options, making, context) : yield* ownQuestion(options, making, context);
    return { ...common, exercise: null, question, title: title ?? (exercise ? exercise.exercise.text.title : shorten(question.text)) };
  });
}

type Making = Omit<VoteContext, "timeZone">;

/** One number of an exercise on the chapter's data, which everybody has alike. */
function exerciseQuestion(exercise: Exercise, options: VoteOptions, making: Making, context: AppContext): Outcome<StoredQuestion, Problem> {
  return attempt(function* () {
    const { id, plan, text: words } = exercise;
    const numbers = exercise.quantities.filter((quantity) => quantity.kind === "number");
    const wanted = options.quantity === null ? null : findQuantity(options.quantity, numbers, context);
    const candidates = options.quantity === null ? numbers : numbers.filter((quantity) => quantity === wanted);
    const refused = (reason: "quantity" | "too-few") => failure({ kind: "no-choices", exercise: words.title, reason, quantities: numbers.map((quantity) => quantity.id) } as const);
    if (candidates.length === 0) return yield* refused("quantity");
    const variant = chapterVariant(plan);
    const solved = yield* context.variantCache.solveVariant(variant);
    for (const quantity of candidates) {
      const made = madeChoices(quantity, solved, making);
      if (made === null) continue;
      const filled = exerciseWords(exercise, solved);
      const label = words.labels[quantity.id] ?? quantity.id;
      const solution = templateText(fillExercise(words.solution, exercise.quantities, solved));
      const key = keyOf(made, filled.question + quantity.id, { making, why: options.why ?? solution, of: subjectOf(id, quantity, variant) });
      const asked = exercise.quantities.length === 1 ? "**Which is it?**" : `**Vote on one part of it: ${escaped(label)}.**`;
      return { text: `${filled.question}\n\n${asked}`, label, own: { key, tolerance: null, messages: [] } };
    }
    return yield* refused("too-few");
  });
}

/** Choices that an instructor wrote, or that are made of a quantity for a ticker; else a number that is typed. */
function ownQuestion(options: VoteOptions, making: Making, context: AppContext): Outcome<StoredQuestion, Problem> {
  return attempt(function* () {
    const missing = (option: string) => failure({ kind: "missing-option", command: "check vote", option } as const);
    const asked = options.question ?? (yield* failure({ kind: "missing-option", command: "check vote", option: "exercise", or: "question" } as const));
    const typedKey = options.key ?? (yield* missing("key"));
    const subjects = options.about ?? [];
    const aboutWhat = subjects.length > 0 ? { about: subjects } : {};
    const isTruth = /^(?:true|false)$/iu.test(typedKey.trim());
    if (options.choices !== null || isTruth) {
      const choices = yield* readChoices(options.choices ?? "True | False");
      const right = yield* readKey(typedKey, choices);
      const written = choices.map((words, index) => ({ text: words, mistake: null, isKey: index === right }));
      const key = keyOf(written, asked, { making, why: options.why, of: null });
      return { text: asked, label: "Your vote", own: { key, tolerance: null, messages: [] }, ...aboutWhat };
    }
    const key = yield* instructorKey({ ...options, key: typedKey }, "check vote", context);
    const label = labelOf(key, context);
    if (key.kind !== "quantity" || options.as === "numbers") return { text: asked, label, own: { key, tolerance: options.tolerance, messages: [] }, ...aboutWhat };
    const quantity = askableQuantities.find(({ id }) => id === key.quantity);
    const variant = customVariant(key);
    const made = quantity === undefined ? null : madeChoices(quantity, yield* context.variantCache.solveVariant(variant), making);
    if (made === null || quantity === undefined) return yield* failure({ kind: "no-choices", exercise: key.quantity, reason: "too-few", quantities: [] } as const);
    const { kind, ...subject } = key;
    return { text: asked, label, own: { key: keyOf(made, asked, { making, why: options.why, of: { exercise: null, ...subject } }), tolerance: null, messages: [] } };
  });
}

const madeChoices = (quantity: NumberQuantity, solved: SolvedVariant, { made }: Making) =>
  makeChoices(quantity, solved, made, (value) => figureText(value, quantity.unit));

function keyOf(
  choices: readonly (StoredChoice & { readonly isKey: boolean })[],
  question: string,
  { making, why, of }: { readonly making: Making; readonly why: string | null; readonly of: ChoiceSubject | null },
): ChoiceKey {
  // Choices that somebody wrote may refer to each other, or have an order of their own: they stay as they were typed.
  const ordered = of === null ? choices : shuffled(choices, question, making.hash);
  return { kind: "choice", choices: ordered.map(({ isKey, ...stored }) => stored), right: ordered.findIndex(({ isKey }) => isKey), why, of };
}

const subjectOf = (exercise: string, quantity: NumberQuantity, { asset, factor, budget, share: target }: Variant): ChoiceSubject => ({ exercise, quantity: quantity.id, asset, factor, budget, share: target });

function readChoices(typed: string): Outcome<readonly string[], Problem> {
  return attempt(function* () {
    const choices = typed.split(typed.includes("|") ? "|" : /[;\n]/u).map((words) => words.replaceAll(/\s+/gu, " ").trim()).filter((words) => words !== "");
    const refused = (reason: "count" | "alike" | "long") => failure({ kind: "bad-choices", found: choices.length, reason } as const);
    if (choices.length < 2 || choices.length > choiceLetters.length) yield* refused("count");
    if (new Set(choices.map((words) => words.toLowerCase())).size < choices.length) yield* refused("alike");
    if (choices.some((words) => [...words].length > longestChoice)) yield* refused("long");
    return choices;
  });
}

/** By its words, else by its letter in the order in which the choices were typed. */
function readKey(typed: string, choices: readonly string[]): Outcome<number, Problem> {
  return attempt(function* () {
    const word = typed.trim().toLowerCase();
    const byWords = choices.findIndex((words) => words.toLowerCase() === word);
    const index = byWords >= 0 ? byWords : choiceLetters.findIndex((letter) => letter.toLowerCase() === word);
    if (index < 0 || index >= choices.length) yield* failure({ kind: "not-a-choice", option: "key", text: typed, choices } as const);
    return index;
  });
}

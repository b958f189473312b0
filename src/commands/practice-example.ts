import { readAnswer } from "../exercises/answer/read-answer.ts";
import type { Exercise } from "../exercises/exercise.ts";
import { answerUnit } from "../exercises/quantities/figure-quantity.ts";
import { fillExercise } from "../exercises/fill-exercise.ts";
import { blankFigures, exampleVariant, fadings, fillsBlank, nextFading, type Fading } from "../exercises/worked-example.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { variantResults } from "../exercises/variants/variant-results.ts";
import { figures, figureValue, writtenFigure } from "../figures/figures.ts";
import type { Assignment } from "../grading/assignment.ts";
import { variantsWithExample } from "../grading/practice-reviews.ts";
import { practiceAssignment } from "../grading/practice-assignment.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import { figureText, templateText } from "../render/figure-text.ts";
import { escaped } from "../render/plain.ts";
import type { Problem } from "../render/problem.ts";
import { blanksForm, exampleReply, filledReply, letterOf, whyAnsweredReply, whyReply, type FilledBlank, type ShownStep } from "../render/replies/worked-example.ts";
import type { NextStep, Reply } from "../render/reply.ts";
import type { Store } from "../store/store.ts";
import { answerOptions } from "./checks/answer-options.ts";
import { exerciseWords } from "./checks/assignment-words.ts";
import { hideOpenKeys } from "./checks/hide-open-keys.ts";
import { checkOnRows, subjectsOf, waits } from "./checks/practice-waits.ts";
import { defineCommand, type Question } from "./command.ts";
import { exercise } from "./options/exercise.ts";
import { choice, text, wholeNumber } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

/**
 * Worked examples that fade. Each is on data of its own, of the same exercise and never of the variant that its reader
 * has: first worked out, then with the last step left blank, with the last two, and then the question why. A press leads
 * from one to the next; on a later variant the first press begins where the last visit ended.
 */
const fields = { part: "Exercises", listed: false } as const;

const exampleOptions = {
  exercise: exercise("The exercise"),
  variant: text("Its variant", 60),
} as const;

const fading = choice("How much is left to you", fadings);

type Asking = Omit<Question<unknown>, "options" | "typed">;

interface OpenExample {
  readonly store: Store;
  readonly assignment: Assignment;
  readonly example: SolvedVariant;
}

/** The example of a variant, or what is said in its place while a check asks about the rows of either. */
const openExample = (practised: Exercise, variant: string, level: Fading, question: Asking): Promise<Outcome<OpenExample | Reply, Problem>> =>
  attemptAsync(async function* () {
    const assignment = yield* practiceAssignment(practised, variant, question);
    const store = yield* await question.store();
    const own = await checkOnRows(assignment.solvedVariant, question, store);
    if (own) return waits(assignment.title, practised.id, own);
    const example = exampleVariant(practised, assignment.solvedVariant, level, (other) => question.variantCache.solveVariant(other));
    if (example === null) return yield* failure({ kind: "no-variant", exercise: practised.id } as const);
    const open = await checkOnRows(example, question, store);
    return open ? waits(assignment.title, practised.id, open) : { store, assignment, example };
  });

export const practiceWorkedExample = defineCommand({
  ...fields,
  name: "practice example",
  description: "The same exercise on other data, worked out; less of it from one to the next",
  options: { ...exampleOptions, blanks: optional(fading) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { exercise: practised, variant } = options;
      const store = yield* await question.store();
      const level = options.blanks ?? (await nextOf(practised, variant, question.asker.id, store));
      const opened = yield* await openExample(practised, variant, level, question);
      if ("kind" in opened) return opened;
      const { assignment, example } = opened;
      const same = { exercise: practised.id, variant };
      const { title } = assignment;
      const made =
        level === "why"
          ? whyReply(title, practised.text.example.why.ask, choicesOf(practised, variant), choicesOf(practised, variant).map((_, index) => ({ label: letterOf(index), command: "practice why", options: { ...same, choice: String(index + 1) } })))
          : exampleReply(
              { title, question: exerciseWords(practised, example).question, steps: stepsOf(practised, example, level), variant: example.variant.id },
              level === "worked" ? stepsAfter(practised, variant, level) : [{ label: "Fill in", command: "practice blanks", options: { ...same, blanks: level }, style: "primary" }, ownStep(practised)],
              { regressions: subjectsOf(example, true) },
            );
      const shown = await hideOpenKeys(made, question);
      if (shown === made) await store.answers.showWorkedExample(assignment.item, question.asker.id, assignment.solvedVariant.variant.id, question.now());
      return shown;
    }),
});

export const practiceBlanks = defineCommand({
  ...fields,
  name: "practice blanks",
  adds: true,
  opensForm: true,
  description: "Opens the form for the blanks of an example",
  options: { ...exampleOptions, blanks: fading },
  run: ({ options: { exercise: practised, variant, blanks }, ...question }) =>
    attemptAsync(async function* () {
      const opened = yield* await openExample(practised, variant, blanks, question);
      if ("kind" in opened) return opened;
      const { title } = opened.assignment;
      const submit = { command: "practice filled", options: { exercise: practised.id, variant, blanks } };
      return blanksForm({ title, question: exerciseWords(practised, opened.example).question, steps: stepsOf(practised, opened.example, blanks) }, submit);
    }),
});

export const practiceFilled = defineCommand({
  ...fields,
  name: "practice filled",
  adds: true,
  description: "Compares what was filled in with the example's numbers",
  options: { ...exampleOptions, blanks: fading, ...answerOptions },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { exercise: practised, variant, blanks } = options;
      const opened = yield* await openExample(practised, variant, blanks, question);
      if ("kind" in opened) return opened;
      const texts = [options.answer1, options.answer2].map((typed) => typed ?? "");
      const reply = filledReply(opened.assignment.title, filledBlanks(practised, opened.example, blanks, texts), stepsAfter(practised, variant, blanks), { regressions: subjectsOf(opened.example, true) });
      return await hideOpenKeys(reply, question);
    }),
});

export const practiceWhy = defineCommand({
  ...fields,
  name: "practice why",
  description: "The reason of a step",
  options: { ...exampleOptions, choice: wholeNumber("The choice, 1 for A", 1, 3) },
  run: ({ options: { exercise: practised, variant, choice: pressed } }) => {
    const { ask, right } = practised.text.example.why;
    const chosen = choicesOf(practised, variant)[pressed - 1] ?? "";
    return Promise.resolve(success(whyAnsweredReply(practised.text.title, { ask, right, chosen }, [ownStep(practised)])));
  },
});

/** How far the examples of an exercise have faded for a person: one further with each variant on which they looked at one. */
async function nextOf(practised: Exercise, variant: string, person: string, store: Store): Promise<Fading> {
  const seen = variantsWithExample(await store.answers.progressOfPerson(person), practised.id).filter((other) => other !== variant);
  return fadings[Math.min(seen.length, fadings.length - 1)] ?? "worked";
}

function stepsOf(practised: Exercise, example: SolvedVariant, level: Fading): readonly ShownStep[] {
  const blanks = blankFigures(practised, level);
  return practised.text.example.steps.map(({ figure, work }) => {
    const written = writtenFigure(figure, variantResults(example));
    return { work: escaped(templateText(fillExercise(work, [], example, blanks))), value: blanks.includes(figure) ? null : figureText(written.value, written.unit) };
  });
}

function filledBlanks(practised: Exercise, example: SolvedVariant, level: Fading, texts: readonly string[]): readonly FilledBlank[] {
  const { steps } = practised.text.example;
  return blankFigures(practised, level).map((figure, place, blanks) => {
    const index = steps.length - blanks.length + place;
    const { unit } = figures[figure];
    const typed = texts[place] ?? "";
    const read = readAnswer(typed, { kind: "number", unit: answerUnit(unit) });
    const number = read.ok && read.value.kind === "number" ? read.value.value : null;
    return {
      step: index + 1,
      text: typed,
      read: number,
      fits: number !== null && fillsBlank(number, figure, example),
      value: figureValue(figure, variantResults(example)) ?? Number.NaN,
      unit,
      work: escaped(templateText(fillExercise(steps[index]?.work ?? "", [], example))),
    };
  });
}

/** The reasons to choose from, the right one at a place that the variant's name gives. */
function choicesOf({ text: { example } }: Exercise, variant: string): readonly string[] {
  const { right, wrong } = example.why;
  const place = Array.from(variant, (letter) => letter.charCodeAt(0)).reduce((sum, code) => sum + code, 0) % (wrong.length + 1);
  return [...wrong.slice(0, place), right, ...wrong.slice(place)];
}

const nextLabels = { "last-blank": "The next: last step blank", "two-blank": "The next: two steps blank", why: "Why so?" } as const;

function stepsAfter(practised: Exercise, variant: string, level: Fading): readonly NextStep[] {
  const next = nextFading(level);
  return [
    ...(next === null || next === "worked" ? [] : [{ label: nextLabels[next], command: "practice example", options: { exercise: practised.id, variant, blanks: next }, style: "primary" } as const]),
    ownStep(practised),
  ];
}

/** The variant of which an example was looked at has ended: the next is one of one's own again. */
const ownStep = ({ id }: Exercise): NextStep => ({ label: "On my own data", command: "practice", options: { exercise: id } });

import * as v from "valibot";
import { isFigureKey, type FigureKey } from "../figures/figures.ts";
import { placeholdersIn, unknownPlaceholders } from "../figures/template.ts";
import { writtenObject, writtenTemplate } from "../written-text.ts";
import { variantWords } from "./fill-exercise.ts";
import type { Quantity } from "./quantities/quantity.ts";

/** The words of one exercise, as data/lessons/exercises/<id>.json writes them; templates name numbers between braces. */
export interface ExerciseText {
  readonly title: string;
  /** What it practises, as `/progress` lists it. */
  readonly skill: string;
  /** Template. Names none of the exercise's own quantities. */
  readonly question: string;
  /** One a quantity: what to answer, with its unit and period. */
  readonly labels: Readonly<Record<string, string>>;
  /** Templates, from a nudge to nearly the way; none holds a number of the answer. */
  readonly hints: Hints;
  /** The same for one quantity alone, where there are several: what is opened belongs to the part that is wrong. */
  readonly partHints: Readonly<Record<string, Hints>>;
  /** Template. */
  readonly solution: string;
  /** The way to the numbers in steps, for other data. */
  readonly example: WorkedExample;
}

/** Steps that each come to a figure, and a question about why. */
interface WorkedExample {
  readonly steps: readonly WorkedStep[];
  readonly why: { readonly ask: string; readonly right: string; readonly wrong: readonly [string, string] };
}

interface WorkedStep {
  readonly figure: FigureKey;
  /** Template: what is done, with the numbers that go in. */
  readonly work: string;
}

type Hints = readonly [string, string, string];

/** Most code points a text may have: Discord's limits for a form, and a phone's for reading. */
export const exerciseLimits = { title: 45, skill: 60, question: 900, label: 45, hint: 300, solution: 1500, work: 200, why: 120 } as const;

/** Text in which nothing is filled in: a name in braces would be shown as it stands. */
const plainText = (most: number) => writtenTemplate((text) => placeholdersIn(text), most);

/** data/lessons/exercises/<id>.json of one exercise. */
export function exerciseTextSchema({ id, quantities }: { readonly id: string; readonly quantities: readonly Quantity[] }): v.GenericSchema<unknown, ExerciseText> {
  const choices = quantities.filter(({ kind }) => kind === "choice").map(({ id: choice }) => choice);
  const template = (most: number) => writtenTemplate((text) => unknownPlaceholders(text, [...variantWords, ...choices]), most);
  const answers = quantities.map((quantity) => (quantity.kind === "choice" ? quantity.id : quantity.figure));
  const answersIn = (text: string): readonly string[] => placeholdersIn(text).filter((name) => answers.includes(name));
  const withoutAnswers = (most: number) =>
    v.pipe(
      template(most),
      v.check((text) => answersIn(text).length === 0, ({ input }) => `${answersIn(input).map((name) => `{${name}}`).join(", ")} gives the answer away`),
    );
  const hint = withoutAnswers(exerciseLimits.hint);
  const threeHints = v.strictTuple([hint, hint, hint], "there are three hints, no more, no fewer");
  const step = v.pipe(
    writtenObject({ figure: v.custom<FigureKey>((name) => typeof name === "string" && isFigureKey(name), "is no figure"), work: template(exerciseLimits.work) }),
    v.check(({ figure, work }) => !placeholdersIn(work).includes(figure), "the work gives its own figure away"),
  );
  const several = quantities.length > 1 ? quantities : [];
  const partHints = writtenObject(Object.fromEntries(several.map((quantity) => [quantity.id, threeHints])));
  return v.pipe(
    writtenObject({
      id: v.literal(id, `is not "${id}"`),
      title: plainText(exerciseLimits.title),
      skill: plainText(exerciseLimits.skill),
      question: withoutAnswers(exerciseLimits.question),
      labels: writtenObject(Object.fromEntries(quantities.map((quantity) => [quantity.id, plainText(exerciseLimits.label)]))),
      hints: threeHints,
      partHints: v.optional(partHints, {}),
      solution: template(exerciseLimits.solution),
      example: writtenObject({
        steps: v.pipe(v.array(step), v.minLength(2, "two steps are left blank, so there are two at least"), v.maxLength(5, "a phone shows five steps")),
        why: writtenObject({ ask: plainText(exerciseLimits.why), right: plainText(exerciseLimits.why), wrong: v.strictTuple([plainText(exerciseLimits.why), plainText(exerciseLimits.why)]) }),
      }),
    }),
    v.check((text) => Object.keys(text.partHints).length === several.length, "partHints is missing"),
    v.transform(({ id: _, ...text }) => text),
  );
}

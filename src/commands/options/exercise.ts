import { nearestIds } from "../../datasets/nearest-ids.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import type { OpenQuestion } from "../../exercises/open-question.ts";
import { failure, success } from "../../outcome.ts";
import type { AppContext } from "../app-context.ts";
import { asText, matchingChoices } from "./kinds.ts";
import type { Choice, Option } from "./option.ts";

/** An exercise that can be practised, by its id or its title. */
export function exercise(description: string): Option<Exercise> {
  return {
    type: "string",
    description,
    required: true,
    defaultValue: undefined as never,
    suggest: (typed, { exercises }) => matchingChoices(exercises.all.map(choiceOf), typed),
    read(raw, _option, context) {
      const typedText = asText(raw).trim();
      const found = context.exercises.all.find((candidate) => matchesText(typedText, { id: candidate.id, title: candidate.text.title }));
      return found ? success(found) : unknownExercise(typedText, context.exercises.all.map(choiceOf));
    },
  };
}

/** What a check may ask: an exercise, or one of the chapter's open questions. */
export type CheckSubject =
  | { readonly kind: "exercise"; readonly exercise: Exercise }
  | { readonly kind: "open"; readonly open: OpenQuestion };

export function task(description: string): Option<CheckSubject> {
  const choices = ({ exercises }: AppContext): readonly Choice[] => [
    ...exercises.all.map(choiceOf),
    ...exercises.open.map(({ id, title }) => ({ name: title, value: id })),
  ];
  return {
    type: "string",
    description,
    required: true,
    defaultValue: undefined as never,
    suggest: (typed, context) => matchingChoices(choices(context), typed),
    read(raw, _option, context) {
      const typedText = asText(raw).trim();
      const found = context.exercises.all.find((candidate) => matchesText(typedText, { id: candidate.id, title: candidate.text.title }));
      if (found) return success({ kind: "exercise", exercise: found });
      const open = context.exercises.open.find((candidate) => matchesText(typedText, candidate));
      return open ? success({ kind: "open", open }) : unknownExercise(typedText, choices(context));
    },
  };
}

const choiceOf = ({ id, text }: Exercise): Choice => ({ name: text.title, value: id });

const matchesText = (typedText: string, { id, title }: { readonly id: string; readonly title: string }): boolean =>
  typedText.toLowerCase() === id || typedText.toLowerCase() === title.toLowerCase();

const unknownExercise = (typedText: string, choices: readonly Choice[]) =>
  failure({ kind: "unknown-exercise", asked: typedText, nearest: nearestIds(typedText, choices.map(({ name, value }) => ({ id: value, name }))) });

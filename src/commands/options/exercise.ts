import { nearestIds } from "../../datasets/nearest-ids.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import type { OpenQuestion } from "../../exercises/open-question.ts";
import { failure, success } from "../../outcome.ts";
import type { World } from "../world.ts";
import { asText, matching } from "./kinds.ts";
import type { Choice, Option } from "./option.ts";

/** An exercise that can be practised, by its id or its title. */
export function exercise(description: string): Option<Exercise> {
  return {
    type: "string",
    description,
    required: true,
    absent: undefined as never,
    suggest: (typed, { exercises }) => matching(exercises.all.map(choiceOf), typed),
    read(given, _option, world) {
      const asked = asText(given).trim();
      const found = world.exercises.all.find((one) => fits(asked, { id: one.id, title: one.text.title }));
      return found ? success(found) : unknown(asked, world.exercises.all.map(choiceOf));
    },
  };
}

/** What a check may ask: an exercise, or one of the chapter's open questions. */
export type Task =
  | { readonly kind: "exercise"; readonly exercise: Exercise }
  | { readonly kind: "open"; readonly open: OpenQuestion };

export function task(description: string): Option<Task> {
  const choices = ({ exercises }: World): readonly Choice[] => [
    ...exercises.all.map(choiceOf),
    ...exercises.open.map(({ id, title }) => ({ name: title, value: id })),
  ];
  return {
    type: "string",
    description,
    required: true,
    absent: undefined as never,
    suggest: (typed, world) => matching(choices(world), typed),
    read(given, _option, world) {
      const asked = asText(given).trim();
      const found = world.exercises.all.find((one) => fits(asked, { id: one.id, title: one.text.title }));
      if (found) return success({ kind: "exercise", exercise: found });
      const open = world.exercises.open.find((one) => fits(asked, one));
      return open ? success({ kind: "open", open }) : unknown(asked, choices(world));
    },
  };
}

const choiceOf = ({ id, text }: Exercise): Choice => ({ name: text.title, value: id });

const fits = (asked: string, { id, title }: { readonly id: string; readonly title: string }): boolean =>
  asked.toLowerCase() === id || asked.toLowerCase() === title.toLowerCase();

const unknown = (asked: string, choices: readonly Choice[]) =>
  failure({ kind: "unknown-exercise", asked, nearest: nearestIds(asked, choices.map(({ name, value }) => ({ id: value, name }))) });

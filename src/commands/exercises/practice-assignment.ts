import type { Problem } from "../../render/problem.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import { findVariant } from "../../exercises/variants/sound-variants.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Store } from "../../store/store.ts";
import type { World } from "../world.ts";
import { practiceOf, type Assignment } from "./assignment.ts";
import { ownVariant } from "./own-variant.ts";

/** An exercise on the variant of that id: the one that a button came from. */
export function practiceAssignment(exercise: Exercise, id: string, { workroom }: World): Outcome<Assignment, Problem> {
  const variant = findVariant(exercise, id);
  const workings = variant ? workroom.workOut(variant) : failure({ kind: "no-variant", exercise: exercise.id });
  return workings.ok ? success(practiceOf(exercise, workings.value)) : workings;
}

/** An exercise on the person's own variant; once that is solved or given up, on the next one. */
export async function nextPractice(
  exercise: Exercise,
  person: string,
  store: Store,
  world: World,
): Promise<Outcome<Assignment, Problem>> {
  const item = { kind: "practice", exercise: exercise.id } as const;
  const answers = await store.answers.ofPersonOnItem(item, person);
  const progress = await store.answers.progressOfPerson(person);
  const done = new Set([
    ...answers.filter(({ verdict }) => verdict === "right").map(({ variant }) => variant),
    ...progress
      .filter((one) => one.gaveUpAt !== null && one.item.kind === "practice" && one.item.exercise === exercise.id)
      .map(({ variant }) => variant),
  ]);
  const workings = await ownVariant(exercise, { person, purpose: `practice/${exercise.id}`, done }, store, world);
  return workings.ok ? success(practiceOf(exercise, workings.value)) : workings;
}

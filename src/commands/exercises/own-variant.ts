import type { Problem } from "../../render/problem.ts";
import type { ExerciseDefinition } from "../../exercises/exercise.ts";
import { chooseVariant } from "../../exercises/variants/choose-variant.ts";
import type { Workings } from "../../exercises/variants/workings.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Store } from "../../store/store.ts";
import type { World } from "../world.ts";

/**
 * A person's own variant of an exercise, by keyed hash: the same one each time, and another one once it is in `done`.
 * `purpose` tells practice from each check, so that nobody's practice is their check.
 */
export async function ownVariant(
  exercise: ExerciseDefinition,
  asked: { readonly person: string; readonly purpose: string; readonly done: ReadonlySet<string> },
  store: Store,
  { workroom, keyedHash }: World,
): Promise<Outcome<Workings, Problem>> {
  const sound = workroom.sound(exercise);
  const left = sound.filter(({ variant }) => !asked.done.has(variant.id));
  const offered = (left.length > 0 ? left : sound).map(({ variant }) => variant);
  const secret = await store.secret();
  const chosen = chooseVariant(offered, asked.person, asked.purpose, (text) => keyedHash(secret, text));
  const workings = sound.find(({ variant }) => variant.id === chosen?.id);
  return workings ? success(workings) : failure({ kind: "no-variant", exercise: exercise.id });
}

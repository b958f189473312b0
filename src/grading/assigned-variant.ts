import type { ExerciseDefinition } from "../exercises/exercise.ts";
import { chooseVariant } from "../exercises/variants/choose-variant.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import type { Store } from "../store/store.ts";
import type { GradingContext } from "./grading-context.ts";
import type { NoVariant } from "./problem.ts";

/**
 * A person's own variant of an exercise, by keyed hash: the same one each time, and another one once it is in `done`.
 * `purpose` tells practice from each check, so that nobody's practice is their check.
 */
export async function assignedVariant(
  exercise: ExerciseDefinition,
  request: {
    readonly person: string;
    readonly purpose: string;
    readonly done: ReadonlySet<string>;
    /** Those that can be given out; every sound one where it is left out. */
    readonly among?: readonly SolvedVariant[];
    /** Variants that can't be given out just now. */
    readonly waits?: (solvedVariant: SolvedVariant) => boolean;
  },
  store: Pick<Store, "secret">,
  { variantCache, keyedHash }: Pick<GradingContext, "variantCache" | "keyedHash">,
): Promise<Outcome<SolvedVariant, NoVariant>> {
  if (request.among === undefined) await variantCache.prepare(exercise);
  const sound = request.among ?? variantCache.soundVariants(exercise);
  const ready = sound.filter((solvedVariant) => request.waits?.(solvedVariant) !== true);
  // Where all of them wait, the person is told so of one of them.
  const usable = ready.length > 0 ? ready : sound;
  const remaining = usable.filter(({ variant }) => !request.done.has(variant.id));
  const candidates = (remaining.length > 0 ? remaining : usable).map(({ variant }) => variant);
  const secret = await store.secret();
  const chosen = chooseVariant(candidates, request.person, request.purpose, (text) => keyedHash(secret, text));
  const solvedVariant = usable.find(({ variant }) => variant.id === chosen?.id);
  return solvedVariant ? success(solvedVariant) : failure({ kind: "no-variant", exercise: exercise.id });
}

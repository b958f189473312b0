import type { Problem } from "../../render/problem.ts";
import type { Exercise } from "../../exercises/exercise.ts";
import { correctKeys, type KeyCorrection } from "../../exercises/instructors/correct-key.ts";
import { ownCheck, ownMessage, type OwnQuestion } from "../../exercises/instructors/own-check.ts";
import type { OpenQuestion } from "../../exercises/open-question.ts";
import { findVariant } from "../../exercises/variants/sound-variants.ts";
import { chapterVariant } from "../../exercises/variants/variant.ts";
import type { Workings } from "../../exercises/variants/workings.ts";
import { failure, success, type Outcome } from "../../outcome.ts";
import type { Check, Json } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import type { World } from "../world.ts";
import { exerciseWords, type Assignment, type AssignmentWords, type Marked } from "./assignment.ts";
import { ownVariant } from "./own-variant.ts";

/** An instructor's own question as the store keeps it. */
export interface StoredQuestion {
  readonly text: string;
  readonly label: string;
  readonly own: OwnQuestion;
}

/** What a check asks, its corrections applied. */
export type CheckTask =
  | {
      readonly kind: "marked";
      readonly marked: Marked;
      /** Every variant it is given out with. */
      readonly given: readonly Workings[];
      readonly words: (workings: Workings) => AssignmentWords;
      /** Null for an instructor's own question. */
      readonly exercise: Exercise | null;
    }
  | { readonly kind: "open"; readonly open: OpenQuestion };

/** As much of a check as decides what it asks: one that is only being planned has it too. */
export type AskedCheck = Pick<Check, "exercise" | "question" | "variants" | "tolerance" | "correction">;

export function taskOf(check: AskedCheck, world: World): Outcome<CheckTask, Problem> {
  if (check.question !== null) return ownTask(check, check.question as unknown as StoredQuestion, world);
  const id = check.exercise ?? "";
  const open = world.exercises.findOpen(id);
  if (open) return success({ kind: "open", open });
  const exercise = world.exercises.find(id);
  if (!exercise) return failure({ kind: "unknown-exercise", asked: id, nearest: [] });
  const given = variantsOf(check, exercise, world);
  return given.ok
    ? success({
        kind: "marked",
        marked: corrected(exercise, check),
        given: given.value,
        words: (workings) => exerciseWords(exercise, workings),
        exercise,
      })
    : given;
}

function variantsOf({ variants }: AskedCheck, exercise: Exercise, { workroom }: World): Outcome<readonly Workings[], Problem> {
  if (!variants) {
    const chapter = workroom.workOut(chapterVariant(exercise.plan));
    return chapter.ok ? success([chapter.value]) : chapter;
  }
  const sound = workroom.sound(exercise);
  return sound.length > 0 ? success(sound) : failure({ kind: "no-variant", exercise: exercise.id });
}

function ownTask(check: AskedCheck, { text, label, own }: StoredQuestion, { workroom }: World): Outcome<CheckTask, Problem> {
  const made = ownCheck(own);
  if (!made.ok) return made;
  const workings = workroom.workOut(made.value.variant);
  if (!workings.ok) return workings;
  const [quantity] = made.value.exercise.quantities;
  const words: AssignmentWords = {
    question: text,
    labels: { [quantity?.id ?? ""]: label },
    hints: [],
    solution: null,
    ownMessage: (diagnoses) => ownMessage(own, diagnoses),
  };
  return success({
    kind: "marked",
    marked: corrected(made.value.exercise, check),
    given: [workings.value],
    words: () => words,
    exercise: null,
  });
}

/** The exercise with the check's own tolerance, and with what was put right since it was posted. */
function corrected<E extends Marked>(exercise: E, { tolerance, correction }: AskedCheck): E {
  const looser =
    tolerance === null ? [] : exercise.quantities.map(({ id }): KeyCorrection => ({ quantity: id, tolerance }));
  return correctKeys(correctKeys(exercise, looser), correctionsOf(correction));
}

/** The corrections of a check, all of them so far. */
export function correctionsOf(correction: Json): readonly KeyCorrection[] {
  const list: readonly unknown[] = Array.isArray(correction) ? correction : [];
  return list as readonly KeyCorrection[];
}

/** A check before one person, on the variant that this person has; who answered keeps the one they answered on. */
export async function checkAssignment(
  check: Check,
  task: Extract<CheckTask, { kind: "marked" }>,
  person: string,
  store: Store,
  world: World,
): Promise<Outcome<Assignment, Problem>> {
  const workings = await workingsFor(check, task, person, store, world);
  return workings.ok ? success(assignmentOf(check, task, workings.value)) : workings;
}

export function assignmentOf(check: Check, { marked, words }: Extract<CheckTask, { kind: "marked" }>, workings: Workings): Assignment {
  return {
    item: { kind: "check", check: check.id },
    title: check.title,
    exercise: marked,
    workings,
    words: words(workings),
    check,
  };
}

async function workingsFor(
  check: Check,
  task: Extract<CheckTask, { kind: "marked" }>,
  person: string,
  store: Store,
  world: World,
): Promise<Outcome<Workings, Problem>> {
  const [only] = task.given;
  const { exercise } = task;
  if (!check.variants || exercise === null) {
    return only ? success(only) : failure({ kind: "no-variant", exercise: check.exercise ?? check.title });
  }
  const [answered] = await store.answers.ofPersonOnItem({ kind: "check", check: check.id }, person);
  const before = answered ? workingsOf(answered.variant, task, world) : null;
  if (before?.ok) return before;
  return ownVariant(exercise, { person, purpose: `check/${check.id}`, done: new Set() }, store, world);
}

/** The workings of the variant that an answer was given on. */
export function workingsOf(variant: string, { given, exercise }: Extract<CheckTask, { kind: "marked" }>, world: World): Outcome<Workings, Problem> {
  const known = given.find((workings) => workings.variant.id === variant);
  if (known) return success(known);
  const found = exercise ? findVariant(exercise, variant) : null;
  return found ? world.workroom.workOut(found) : failure({ kind: "no-variant", exercise: exercise?.id ?? variant });
}

import type { EngineProblem, SeriesProblem } from "../engine/problem.ts";
import { success, type Outcome } from "../outcome.ts";
import { readAnswer } from "../exercises/answer/read-answer.ts";
import type { ExerciseDefinition } from "../exercises/exercise.ts";
import { markSubmission } from "../exercises/marking/mark-submission.ts";
import type { MarkedPart } from "../exercises/marking/marked-part.ts";
import { soundVariants } from "../exercises/variants/sound-variants.ts";
import { chapterVariant } from "../exercises/variants/variant.ts";
import type { Variant } from "../exercises/variants/variant.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import { collisionReport } from "../exercises/marking/collision-report.ts";
import type { CollisionReport, MistakeReport } from "../exercises/marking/collision-report.ts";

/** One exercise on all the variants it may be given out with, the chapter's first. */
export interface Audit {
  readonly exercise: string;
  readonly variants: readonly VariantAudit[];
}

export interface VariantAudit {
  readonly report: CollisionReport;
  readonly trials: readonly Trial[];
}

/** A mistake's number, typed with so many digits, and what it was taken for. */
export interface Trial {
  readonly quantity: string;
  readonly mistake: MistakeReport;
  readonly digits: number;
  readonly verdict: MarkedPart["verdict"];
  readonly diagnoses: readonly string[];
  /** itself: named alone; named: with others; missed: not named. */
  readonly result: "itself" | "named" | "missed";
}

/** Of all variants, or of those that `choose` leaves. Errors: those of the chapter's own variant. */
export function auditExercise(
  exercise: ExerciseDefinition,
  solveVariant: (variant: Variant) => Outcome<SolvedVariant, EngineProblem | SeriesProblem>,
  digits: readonly number[] = [15, 4, 3],
  choose: (variants: readonly SolvedVariant[]) => readonly SolvedVariant[] = (variants) => variants,
): Outcome<Audit, EngineProblem | SeriesProblem> {
  const chapter = solveVariant(chapterVariant(exercise.plan));
  if (!chapter.ok) return chapter;
  const chosen = choose([chapter.value, ...soundVariants(exercise, solveVariant)]);
  const variants = chosen.map((solvedVariant) => {
    const report = collisionReport(exercise, solvedVariant);
    return { report, trials: digits.flatMap((digitCount) => trialsOf(exercise, solvedVariant, report, digitCount)) };
  });
  return success({ exercise: exercise.id, variants });
}

function trialsOf(
  exercise: ExerciseDefinition,
  solvedVariant: SolvedVariant,
  report: CollisionReport,
  digits: number,
): readonly Trial[] {
  return report.quantities.flatMap(({ quantity: id, mistakes }) =>
    mistakes
      .filter(({ state }) => state === "separate" || state === "inseparable")
      .map((mistake): Trial => {
        const { verdict, diagnoses } = markSingleAnswer(exercise, solvedVariant, id, mistake.value.toPrecision(digits));
        const named = diagnoses.includes(mistake.mistake);
        const result = !named ? "missed" : diagnoses.length === 1 ? "itself" : "named";
        return { quantity: id, mistake, digits, verdict, diagnoses, result };
      }),
  );
}

/** The answer to one quantity, the others left blank. */
export function markSingleAnswer(exercise: ExerciseDefinition, solvedVariant: SolvedVariant, quantity: string, text: string): MarkedPart {
  const target = exercise.quantities.find(({ id }) => id === quantity);
  if (target === undefined) throw new Error(`${exercise.id} does not ask for ${quantity}`);
  const read = readAnswer(text, target);
  const marking = markSubmission({ ...exercise, quantities: [target] }, solvedVariant, read.ok ? { [quantity]: read.value } : {});
  const [part] = marking.parts;
  if (part === undefined) throw new Error("a form of one field has one part");
  return part;
}

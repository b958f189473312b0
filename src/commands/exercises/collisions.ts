import { collisionReport, type CollisionReport } from "../../exercises/instructors/collision-report.ts";
import type { Collisions } from "../../render/replies/collisions.ts";
import { fillExercise } from "../../exercises/fill-exercise.ts";
import { placeholdersIn } from "../../figures/template.ts";
import { templateText } from "../../render/figure-text.ts";
import type { AppContext } from "../app-context.ts";
import type { CheckTask } from "./check-task.ts";

/** Over all the variants a check is given out with: whether its keys pass, and which mistakes can't be told apart. */
export function collisionsOf(task: Extract<CheckTask, { kind: "marked" }>, { exercises }: AppContext): Collisions {
  const reports = task.solvedVariants.map((solvedVariant) => collisionReport(task.marked, solvedVariant));
  const [first] = task.solvedVariants;
  const labels = first === undefined ? {} : task.words(first).labels;
  const mistakeWords = (id: string): string => {
    const words = exercises.diagnoses.mistakes[id]?.if;
    if (words === undefined || first === undefined) return id.startsWith("own-") ? "the wrong answer you named" : id;
    return placeholdersIn(words).length === 0 ? words : templateText(fillExercise(words, [], first));
  };
  const label = (id: string): string => labels[id] ?? id;
  return {
    variants: reports.length,
    sound: reports.every(({ sound }) => sound),
    failing: reports.filter(({ quantities }) => quantities.some(({ keyPasses }) => !keyPasses)).map(({ variant }) => variant),
    hidden: groupMistakes(reports, "hidden").map(({ quantity, mutations, variants }) => ({ quantity: label(quantity), mistakes: mutations.map(mistakeWords), variants })),
    inseparable: groupMistakes(reports, "inseparable").map(({ quantity, mutations, variants, separatedBy }) => ({
      quantity: label(quantity),
      mistakes: mutations.map(mistakeWords),
      variants,
      separatedBy: separatedBy.map(label),
    })),
    separate: reports.flatMap(mutationsOf).filter(({ state }) => state === "separate").length,
    pairs: reports.flatMap(mutationsOf).length,
  };
}

const mutationsOf = ({ quantities }: CollisionReport) =>
  quantities.flatMap(({ quantity, mutations }) => mutations.map((mutation) => ({ quantity, ...mutation })));

interface Group {
  readonly quantity: string;
  readonly mutations: readonly string[];
  readonly variants: number;
  readonly separatedBy: readonly string[];
}

/** Mistakes that share a number, and on how many variants they do; the most frequent first. */
function groupMistakes(reports: readonly CollisionReport[], state: "hidden" | "inseparable"): readonly Group[] {
  const groups = new Map<string, Group & { readonly on: Set<string> }>();
  for (const report of reports) {
    for (const mutation of mutationsOf(report)) {
      if (mutation.state !== state) continue;
      const mutations = [mutation.mutation, ...mutation.from].toSorted();
      const key = JSON.stringify([mutation.quantity, mutations]);
      const group = groups.get(key) ?? { quantity: mutation.quantity, mutations, variants: 0, separatedBy: mutation.separatedBy, on: new Set<string>() };
      group.on.add(report.variant);
      const separatedBy = [...new Set([...group.separatedBy, ...mutation.separatedBy])];
      groups.set(key, { ...group, variants: group.on.size, separatedBy });
    }
  }
  return [...groups.values()].sort((a, b) => b.variants - a.variants);
}

import { collisionReport, type CollisionReport } from "../exercises/marking/collision-report.ts";
import type { MarkedTask } from "./check-task.ts";

/** Whether a check's keys pass on all its variants, and which mistakes can't be told apart; by ids, without words. */
interface CollisionSummary {
  readonly variants: number;
  /** Every key passes and no mistake is taken for it. */
  readonly sound: boolean;
  /** Variants on which a key does not pass its own marking. */
  readonly failing: readonly string[];
  /** Mistakes that would be taken as right. */
  readonly hidden: readonly CollisionGroup[];
  /** Mistakes that are known to have the key's number on these data: declared, and taken as right all the same. */
  readonly declared: readonly CollisionGroup[];
  readonly inseparable: readonly CollisionGroup[];
  /** Of all (variant, mistake) pairs, those that an answer tells from everything else. */
  readonly separate: number;
  readonly pairs: number;
}

/** Mistakes that share a number, and on how many variants they do. */
interface CollisionGroup {
  readonly quantity: string;
  readonly mistakes: readonly string[];
  readonly variants: number;
  /** Quantities to ask for too, so that the mistakes can be told apart. */
  readonly separatedBy: readonly string[];
}

export function collisionSummary({ marked, solvedVariants }: MarkedTask): CollisionSummary {
  const reports = solvedVariants.map((solvedVariant) => collisionReport(marked, solvedVariant));
  const mistakes = reports.flatMap(mistakesOf);
  return {
    variants: reports.length,
    sound: reports.every(({ sound }) => sound),
    failing: reports.filter(({ quantities }) => quantities.some(({ keyPasses }) => !keyPasses)).map(({ variant }) => variant),
    hidden: groupMistakes(reports, "hidden"),
    declared: groupMistakes(reports, "declared"),
    inseparable: groupMistakes(reports, "inseparable"),
    separate: mistakes.filter(({ state }) => state === "separate").length,
    pairs: mistakes.length,
  };
}

const mistakesOf = ({ quantities }: CollisionReport) =>
  quantities.flatMap(({ quantity, mistakes }) => mistakes.map((mistake) => ({ quantity, ...mistake })));

/** The most frequent group first. */
function groupMistakes(reports: readonly CollisionReport[], state: "hidden" | "declared" | "inseparable"): readonly CollisionGroup[] {
  const groups = new Map<string, CollisionGroup & { readonly on: Set<string> }>();
  for (const report of reports) {
    for (const mistake of mistakesOf(report)) {
      if (mistake.state !== state) continue;
      const mistakes = [mistake.mistake, ...mistake.from].toSorted();
      const key = JSON.stringify([mistake.quantity, mistakes]);
      const group = groups.get(key) ?? { quantity: mistake.quantity, mistakes, variants: 0, separatedBy: mistake.separatedBy, on: new Set<string>() };
      group.on.add(report.variant);
      const separatedBy = [...new Set([...group.separatedBy, ...mistake.separatedBy])];
      groups.set(key, { ...group, variants: group.on.size, separatedBy });
    }
  }
  return [...groups.values()].sort((a, b) => b.variants - a.variants);
}

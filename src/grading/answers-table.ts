import { csv, type CsvCell } from "../csv.ts";
import { standingOf } from "./standing.ts";
import type { RosterEntry } from "../store/records.ts";
import type { Answer } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";

const header = [
  "check", "title", "student", "canvas_id", "person", "at", "attempt", "variant", "hints", "score", "verdict",
  "part", "typed", "value", "key", "part_verdict", "by_present_key", "taken_for",
] as const;

/**
 * Every answer to every check, one row a part, oldest first; an attempt that cost none has an empty cell. `part_verdict` is
 * what the score is of: after a correction that of an earlier key may stand, beside the verdict by the key of now.
 */
export function answersTable(
  answered: readonly { readonly check: Check; readonly answers: readonly Answer[] }[],
  entries: readonly RosterEntry[],
): string {
  const rowOf = new Map(entries.flatMap((entry) => (entry.person === null ? [] : [[entry.person, entry] as const])));
  const rows = answered.flatMap(({ check, answers }) =>
    answers.flatMap((answer) => {
      const student = rowOf.get(answer.person);
      const common: readonly CsvCell[] = [
        check.id, check.title, student?.student ?? "", student?.canvasId ?? "", answer.person, new Date(answer.at).toISOString(),
        answer.attempt, answer.variant, answer.hints, answer.score, answer.verdict,
      ];
      return answer.parts.map((part): readonly CsvCell[] => {
        const { verdict, diagnoses } = standingOf(part);
        return [...common, part.quantity, part.text, part.value, part.expected, verdict, part.verdict, diagnoses.join(" ")];
      });
    }),
  );
  return csv(header, rows);
}

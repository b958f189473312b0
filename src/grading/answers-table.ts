import { csv, type CsvCell } from "../csv.ts";
import type { RosterEntry } from "../store/records.ts";
import type { Answer } from "../store/answer-records.ts";
import type { Check } from "../store/check-records.ts";

const header = [
  "check", "title", "student", "canvas_id", "person", "at", "attempt", "variant", "hints", "score", "verdict",
  "part", "typed", "value", "key", "part_verdict", "taken_for",
] as const;

/** Every answer to every check, one row a part, oldest first; an attempt that cost none has an empty cell. */
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
      return answer.parts.map(({ quantity, text, value, expected, verdict, diagnoses }): readonly CsvCell[] => [
        ...common, quantity, text, value, expected, verdict, diagnoses.join(" "),
      ]);
    }),
  );
  return csv(header, rows);
}

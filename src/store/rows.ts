import type { Insertable, Selectable } from "kysely";

import type { Answer, AnswerPart, Check, Item, Json, Progress, RosterEntry, Verdict } from "./records.ts";
import type { AnswerPartsTable, AnswersTable, ChecksTable, ProgressTable, RosterTable } from "./tables.ts";

/** Conversions between the database's rows and the records of the rest of the program. */

export const jsonOf = (text: string | null): Json => (text === null ? null : (JSON.parse(text) as Json));

export const itemText = (item: Item): string =>
  item.kind === "check" ? `check/${item.check}` : `practice/${item.exercise}`;

export function itemOf(text: string): Item {
  const slash = text.indexOf("/");
  const name = text.slice(slash + 1);
  return text.startsWith("check/") ? { kind: "check", check: name } : { kind: "practice", exercise: name };
}

export function checkOf(row: Selectable<ChecksTable>): Check {
  const { claimedUntil, question, variants, correction, ...same } = row;
  return { ...same, question: jsonOf(question), variants: variants === 1, correction: jsonOf(correction) };
}

export function answerOf(row: Selectable<AnswersTable>, parts: readonly Selectable<AnswerPartsTable>[]): Answer {
  const { item, verdict, originalVerdict, originalScore, ...same } = row;
  return {
    ...same,
    item: itemOf(item),
    verdict: verdict as Verdict,
    parts: parts.map(partOf),
    original:
      originalVerdict === null || originalScore === null
        ? null
        : { verdict: originalVerdict as Verdict, score: originalScore },
  };
}

export function partOf(row: Selectable<AnswerPartsTable>): AnswerPart {
  return {
    quantity: row.quantity,
    text: row.text,
    value: row.value,
    expected: row.expected,
    verdict: row.verdict as Verdict,
    diagnoses: JSON.parse(row.diagnoses) as string[],
  };
}

export function partRow(part: AnswerPart, answerId: string, position: number): Insertable<AnswerPartsTable> {
  return { ...part, diagnoses: JSON.stringify(part.diagnoses), answerId, position };
}

export function progressOf(row: Selectable<ProgressTable>): Progress {
  const { item, touchedAt, ...same } = row;
  return { ...same, item: itemOf(item) };
}

export function rosterEntryOf(row: Selectable<RosterTable>): RosterEntry {
  const { guild, position, ...same } = row;
  return same;
}

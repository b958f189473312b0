import type { Insertable, Selectable } from "kysely";
import * as v from "valibot";
import type { Json, RosterEntry } from "./records.ts";
import { feedbacks, voteCounts, type Check } from "./check-records.ts";
import { type Answer, type AnswerPart, verdicts, type Item, type Progress, type Verdict } from "./answer-records.ts";
import type { RosterTable } from "./tables.ts";
import type { AnswerPartsTable, AnswersTable, ChecksTable, ProgressTable } from "./check-tables.ts";

/** Conversions between the database's rows and the records of the rest of the program. */

const json: v.GenericSchema<unknown, Json> = v.lazy(() =>
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(json), v.record(v.string(), json)]),
);
const jsonText = v.pipe(v.string(), v.parseJson(), json);
/**
 * What the database calls a verdict, by its name: the words of version 0.1.0, so that every version reads what any
 * other has written.
 */
export const verdictTexts = { correct: "right", partial: "partly", incorrect: "wrong", unmarked: "unmarked" } as const satisfies Record<Verdict, string>;
const carriedForward = { name: "error-carried-forward", text: "inherited" } as const;

/** A verdict that no version has written marks nothing; the score beside it counts as it stands. */
const verdictOf = (text: string): Verdict => verdicts.find((verdict) => verdictTexts[verdict] === text) ?? "unmarked";
export const verdictText = (verdict: Verdict): string => verdictTexts[verdict];

const storedDiagnoses = v.fallback(v.pipe(v.string(), v.parseJson(), v.array(v.string())), []);
export const diagnosesOf = (text: string): readonly string[] => v.parse(storedDiagnoses, text).map((id) => (id === carriedForward.text ? carriedForward.name : id));
const diagnosesText = (ids: readonly string[]): string => JSON.stringify(ids.map((id) => (id === carriedForward.name ? carriedForward.text : id)));

const feedbackText = v.fallback(v.picklist(feedbacks), "now");
const creditText = v.fallback(v.nullable(v.pipe(v.string(), v.parseJson(), v.array(v.number()), v.minLength(1))), null);

const voteText = v.fallback(
  v.nullable(v.pipe(v.string(), v.parseJson(), v.object({ rounds: v.picklist([1, 2]), counts: v.picklist(voteCounts) }))),
  null,
);

const dealtText = v.fallback(v.nullable(v.pipe(v.string(), v.parseJson(), v.array(v.string()), v.minLength(1))), null);

/** A text that is no JSON, after a change by hand, stands for itself: whoever reads the record says what is wrong. */
export function jsonOf(text: string | null): Json {
  if (text === null) return null;
  const read = v.safeParse(jsonText, text);
  return read.success ? read.output : text;
}

export const itemText = (item: Item): string =>
  item.kind === "check" ? `check/${item.check}` : `practice/${item.exercise}`;

export function itemOf(text: string): Item {
  const slash = text.indexOf("/");
  const name = text.slice(slash + 1);
  return text.startsWith("check/") ? { kind: "check", check: name } : { kind: "practice", exercise: name };
}

export function checkOf(row: Selectable<ChecksTable>): Check {
  const { claimedUntil, remindedFor, question, variants, correction, feedback, hints, credit, namedMistakes, vote, dealt, postedKeys, ...same } = row;
  return {
    ...same,
    question: jsonOf(question),
    variants: variants === 1,
    correction: jsonOf(correction),
    feedback: v.parse(feedbackText, feedback),
    hints: hints === 1,
    credit: v.parse(creditText, credit),
    namedMistakes: jsonOf(namedMistakes),
    postedKeys: jsonOf(postedKeys),
    vote: v.parse(voteText, vote),
    dealt: v.parse(dealtText, dealt),
  };
}

export function answerOf(row: Selectable<AnswersTable>, parts: readonly Selectable<AnswerPartsTable>[]): Answer {
  const { item, verdict, originalVerdict, originalScore, ...same } = row;
  return {
    ...same,
    item: itemOf(item),
    verdict: verdictOf(verdict),
    parts: parts.map(partOf),
    original:
      originalVerdict === null || originalScore === null
        ? null
        : { verdict: verdictOf(originalVerdict), score: originalScore },
  };
}

export function partOf(row: Selectable<AnswerPartsTable>): AnswerPart {
  return {
    quantity: row.quantity,
    text: row.text,
    value: row.value,
    expected: row.expected,
    verdict: verdictOf(row.verdict),
    diagnoses: diagnosesOf(row.diagnoses),
    ...(row.earlierVerdict === null ? {} : { earlier: verdictOf(row.earlierVerdict) }),
  };
}

export function partRow({ earlier, ...part }: AnswerPart, answerId: string, position: number): Insertable<AnswerPartsTable> {
  const earlierVerdict = earlier === undefined ? null : verdictText(earlier);
  return { ...part, verdict: verdictText(part.verdict), diagnoses: diagnosesText(part.diagnoses), earlierVerdict, answerId, position };
}

export function progressOf(row: Selectable<ProgressTable>): Progress {
  const { item, twinAt, touchedAt, ...same } = row;
  return { ...same, item: itemOf(item), workedExampleAt: twinAt };
}

export function rosterEntryOf(row: Selectable<RosterTable>): RosterEntry {
  const { guild, position, ...same } = row;
  return same;
}

import { sql } from "kysely";

import { groupBy } from "./group-by.ts";
import type { Answer, AnswerPart, Item, Verdict } from "./answer-records.ts";
import { keptGrades } from "./kept-grades.ts";
import { diagnosesOf, itemOf, itemText, verdictText } from "./rows.ts";
import { selectAnswers } from "./select-answers.ts";
import type { Session } from "./session.ts";

/** The results of a check, without names; and the gradebook's scores by person. */
export interface Results {
  ofCheck(check: string): Promise<CheckResults>;
  /** How many people have answered a check, or voted in one of its rounds. */
  answered(check: string, round: number | null): Promise<number>;
  /** Recognised mistakes in all answers of a course, practice included. */
  mistakes(guild: string): Promise<readonly MadeMistake[]>;
  /** Each person's best score at each check of the server, deleted records' too. */
  gradebook(guild: string): Promise<readonly Grade[]>;
}

/** One part of an answer that was taken for mistakes. */
interface MadeMistake {
  readonly item: Item;
  readonly person: string;
  readonly quantity: string;
  readonly diagnoses: readonly string[];
}

interface CheckResults {
  /** Number of people who answered. */
  readonly people: number;
  /** Number of submissions, repeats included. */
  readonly answers: number;
  readonly correct: number;
  readonly correctAtFirst: number;
  /** The number of people by their final hint level; level 0 counts people who answered without a hint. */
  readonly hints: readonly { readonly hintLevel: number; readonly people: number }[];
  /** Incorrect answers per part, grouped by the recognised mistake; most people first. */
  readonly diagnoses: readonly DiagnosisCount[];
  /** Incorrect answers without a recognised mistake, for the staff to look at. */
  readonly unmatched: readonly (AnswerPart & { readonly variant: string })[];
  /** The first and the last counted answer of each person per part: the data of the histogram. */
  readonly first: readonly (AnswerPart & { readonly variant: string })[];
  readonly last: readonly (AnswerPart & { readonly variant: string })[];
}

interface DiagnosisCount {
  readonly quantity: string;
  readonly verdict: Verdict;
  /** All mistakes with this value; empty for unrecognised answers. */
  readonly diagnoses: readonly string[];
  readonly people: number;
  readonly answers: number;
}

interface Grade {
  readonly check: string;
  readonly person: string;
  /** Share of the points, 0 to 1. */
  readonly score: number;
  readonly answers: number;
  /** The row of the roster that it belongs to, where its person's record was deleted; else null. */
  readonly canvasId: string | null;
}

export function results(session: Session): Results {
  const { db } = session;
  return {
    async ofCheck(check) {
      const item = itemText({ kind: "check", check });
      const answers = await selectAnswers(db, { item });
      const opened = await db
        .selectFrom("progress")
        .select(["person", (fields) => fields.fn.max("hints").as("hintLevel")])
        .where("item", "=", item)
        .groupBy("person")
        .execute();
      return summarize(answers, opened);
    },
    async answered(check, round) {
      const answers = db.selectFrom("answers").where("item", "=", itemText({ kind: "check", check }));
      const row = await (round === null ? answers : answers.where("attempt", "=", round)).select((fields) => fields.fn.count("person").distinct().as("people")).executeTakeFirst();
      return Number(row?.people ?? 0);
    },
    async mistakes(guild) {
      const rows = await db
        .selectFrom("answerParts")
        .innerJoin("answers", "answers.id", "answerParts.answerId")
        .select(["answers.item as item", "answers.person as person", "answerParts.quantity as quantity", "answerParts.diagnoses as diagnoses"])
        .where("answers.guild", "=", guild)
        .where("answerParts.verdict", "!=", verdictText("correct"))
        // Right by an earlier key is no mistake.
        .where((fields) => fields.or([fields("answerParts.earlierVerdict", "is", null), fields("answerParts.earlierVerdict", "!=", verdictText("correct"))]))
        .where("answerParts.diagnoses", "!=", "[]")
        .execute();
      return rows.map(({ item, diagnoses, ...same }) => ({ ...same, item: itemOf(item), diagnoses: diagnosesOf(diagnoses) }));
    },
    async gradebook(guild) {
      const rows = await db
        .selectFrom("answers")
        .innerJoin("checks", (join) => join.on("answers.item", "=", sql`'check/' || ${sql.ref("checks.id")}`))
        .select(["checks.id as check", "answers.person"])
        .select((fields) => [fields.fn.max("answers.score").as("score"), fields.fn.countAll<number>().as("answers")])
        .where("checks.guild", "=", guild)
        .groupBy(["checks.id", "answers.person"])
        .orderBy("checks.id")
        .orderBy("answers.person")
        .execute();
      const kept = await keptGrades(db, guild);
      return [
        ...rows.map((row) => ({ ...row, canvasId: null })),
        ...kept.flatMap(({ check, holder, canvasId, score, attempts }) => (canvasId === null ? [] : [{ check, person: `gone-${holder}`, score, answers: attempts, canvasId }])),
      ];
    },
  };
}

interface OpenedHints {
  readonly person: string;
  readonly hintLevel: number;
}

function summarize(answers: readonly Answer[], opened: readonly OpenedHints[]): CheckResults {
  const byPerson = [...groupBy(answers, ({ person }) => person).values()];
  const counted = byPerson.map((personAnswers) => personAnswers.filter(({ attempt }) => attempt !== null)).filter((own) => own.length > 0);
  const isCorrect = ({ verdict }: Answer): boolean => verdict === "correct";
  return {
    people: byPerson.length,
    answers: answers.length,
    correct: byPerson.filter((own) => own.some(isCorrect)).length,
    correctAtFirst: counted.filter(([first]) => first !== undefined && isCorrect(first)).length,
    hints: hintCounts(answers, opened),
    diagnoses: countDiagnoses(answers),
    unmatched: answers
      .flatMap(partsWithVariant)
      .filter(({ verdict, diagnoses }) => verdict === "incorrect" && diagnoses.length === 0),
    first: counted.flatMap(([first]) => (first === undefined ? [] : partsWithVariant(first))),
    last: counted.flatMap((own) => own.slice(-1).flatMap(partsWithVariant)),
  };
}

const partsWithVariant = ({ variant, parts }: Answer): (AnswerPart & { readonly variant: string })[] =>
  parts.map((part) => ({ ...part, variant }));

function hintCounts(answers: readonly Answer[], opened: readonly OpenedHints[]): CheckResults["hints"] {
  const hintLevels = new Map(answers.map(({ person }) => [person, 0]));
  for (const { person, hintLevel } of opened) hintLevels.set(person, hintLevel);
  const people = groupBy(hintLevels.values(), (hintLevel) => hintLevel);
  return [...people].map(([hintLevel, persons]) => ({ hintLevel, people: persons.length })).sort((a, b) => a.hintLevel - b.hintLevel);
}

function countDiagnoses(answers: readonly Answer[]): readonly DiagnosisCount[] {
  const partsOfPeople = answers.flatMap(({ person, parts }) => parts.map((part) => ({ ...part, person })));
  const groups = groupBy(
    partsOfPeople.filter(({ verdict }) => verdict !== "correct"),
    ({ quantity, verdict, diagnoses }) => JSON.stringify([quantity, verdict, diagnoses.toSorted()]),
  );
  return [...groups.values()]
    .flatMap((same) =>
      same.slice(0, 1).map(({ quantity, verdict, diagnoses }) => ({
        quantity,
        verdict,
        diagnoses: diagnoses.toSorted(),
        people: new Set(same.map(({ person }) => person)).size,
        answers: same.length,
      })),
    )
    .sort((a, b) => b.people - a.people || b.answers - a.answers);
}

import { continuedBy } from "../../src/asking/earlier-call.ts";
import type { Evidence } from "../../src/asking/evidence.ts";
import type { ParsedQuestion } from "../../src/asking/parsed-question.ts";
import { questionReader } from "../../src/asking/question-reader.ts";
import type { Knowledge } from "../../src/asking/understanding.ts";
import { authorQuestions, type AuthorFile } from "../../test/asking/authors/frames.ts";
import { scorer, type Score } from "../../test/asking/authors/score.ts";
import { classifierWithout } from "./apart-classifiers.ts";

/** A question of an author: what its reading comes to where it is run and where it is offered, and the evidence that decides; null where nothing is decided. */
export interface Run {
  readonly ran: Score;
  readonly offered: Score;
  readonly evidence: Evidence | null;
}

/** An author's questions, read by a classifier that has learnt nothing of the author. */
export function runsApart(author: AuthorFile, knowledge: Omit<Knowledge, "classifier">, parse: (text: string) => ParsedQuestion): readonly Run[] {
  const score = scorer(knowledge);
  const own: Knowledge = { ...knowledge, classifier: classifierWithout(author, knowledge, parse) };
  const judged: Evidence[] = [];
  const running = questionReader(own, (evidence) => {
    judged.push(evidence);
    return { confidence: 0.9, isRun: true };
  });
  const offering = questionReader(own, () => ({ confidence: 0.5, isRun: false }));
  return authorQuestions(author).map((question) => {
    const before = question.after === undefined || question.after === null ? null : running(question.after);
    const earlier = before?.kind === "confident" ? continuedBy(before.reading.call, before.reading.focus, null, knowledge.commands) : null;
    judged.length = 0;
    const found = running(question.q, earlier);
    const evidence = found.kind === "confident" ? (judged.at(-1) ?? null) : null;
    const ran = score(question, found);
    return { ran, offered: evidence === null ? ran : score(question, offering(question.q, earlier)), evidence };
  });
}

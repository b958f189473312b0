import { expect, test } from "vitest";
import { continuedBy } from "../../../src/asking/earlier-call.ts";
import { questionReader } from "../../../src/asking/question-reader.ts";
import { courseKnowledge } from "../known.ts";
import { authorQuestions, writtenAuthors } from "./frames.ts";
import { scorer, type Score } from "./score.ts";

const knowledge = courseKnowledge();
const read = questionReader(knowledge);
const score = scorer(knowledge);

const counts: Record<Score, number> = { right: 0, half: 0, offered: 0, missed: 0, wrong: 0 };
for (const question of writtenAuthors.flatMap((file) => authorQuestions(file))) {
  const before = question.after === undefined || question.after === null ? null : read(question.after);
  const earlier = before?.kind === "confident" ? continuedBy(before.reading.call, before.reading.focus, null, knowledge.commands) : null;
  counts[score(question, read(question.q, earlier))] += 1;
}
const total = Object.values(counts).reduce((sum, count) => sum + count, 0);

test("of the authors' questions that the reader was built against, most are right and few are wrong", () => {
  expect(counts.right / total).toBeGreaterThanOrEqual(0.82);
  expect(counts.wrong / total).toBeLessThanOrEqual(0.025);
});

import { expect, test } from "vitest";
import type { Lesson } from "../../../src/glossary/lesson.ts";
import { explainReply, versusReply, type ExplainedLesson } from "../../../src/render/replies/explain.ts";
import { madeUpFit } from "../made-up-fit.ts";
import { madeUpSource, replyText } from "../reply-text.ts";

function lessonOf(overrides: Partial<Lesson> = {}): Lesson {
  return {
    id: "beta", name: "market beta", otherNames: [], kind: "term", section: "6.4.4", line: "How an asset moves.", paragraph: "A *paragraph*.", formula: null, filled: null,
    prerequisites: [], commands: [], exercise: null, mistakes: [],
    ...overrides,
  };
}
const bare: ExplainedLesson = { lesson: lessonOf(), filled: null, from: null };
const full: ExplainedLesson = {
  lesson: lessonOf({ formula: "β = Cov/Var", mistakes: ["Correlation is not β.", "Nor is R²."], exercise: "jpm-beta" }),
  filled: ["β = ", { value: 1.3951, unit: "ratio" }],
  from: { fit: madeUpFit(), sources: [madeUpSource] },
};
const command = { typed: "/beta JPM", command: "beta", options: { ticker: "JPM" } };

test("a bare entry has its line, its paragraph and its section", () => {
  expect(replyText(explainReply(bare, { prerequisites: [], commands: [] }))).toMatchInlineSnapshot(`
    "# Market beta (#0072b2)
    **How an asset moves.**

    A \\*paragraph\\*.
    _Chapter 6.4.4_
    for everyone; result: lesson, filled"
  `);
});

test("a full entry has formulas, mistakes, the regression behind its numbers and the ways on", () => {
  expect(replyText(explainReply(full, { prerequisites: [lessonOf({ id: "return", name: "return" })], commands: [command] }))).toMatchInlineSnapshot(`
    "# Market beta (#0072b2)
    **How an asset moves.**

    A \\*paragraph\\*.

    > β = Cov/Var
    > β = 1.395

    Easily mistaken:
    - Correlation is not β.
    - Nor is R².
    _Chapter 6.4.4 · JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    [/beta JPM] /beta ticker:JPM primary
    [Practise it] /practice exercise:jpm-beta
    [First: return] /explain topic:return ticker:JPM
    for everyone; result: lesson, filled"
  `);
});

test("five buttons at the most, commands before the exercise before what to read first", () => {
  const prerequisites = ["a", "b", "c"].map((id) => lessonOf({ id, name: id }));
  const labels = explainReply(full, { prerequisites, commands: [command, { ...command, typed: "/hedge JPM" }] }).nextSteps.map(({ label }) => label);
  expect(labels).toEqual(["/beta JPM", "/hedge JPM", "Practise it", "First: a", "First: b"]);
});

test("what to read first has a ticker only where the entry has its numbers", () => {
  const options = (explained: ExplainedLesson) => explainReply(explained, { prerequisites: [lessonOf({ id: "return" })], commands: [] }).nextSteps.at(-1)?.options;
  expect(options(bare)).toEqual({ topic: "return" });
  expect(options(full)).toEqual({ topic: "return", ticker: "JPM" });
});

test("two entries side by side name each section once", () => {
  expect(replyText(versusReply([full, { ...bare, lesson: lessonOf({ id: "alpha", name: "alpha", section: "6.4.4" }) }]))).toMatchInlineSnapshot(`
    "# Market beta · Alpha (#0072b2)
    __Market beta__
    **How an asset moves.**
    A \\*paragraph\\*.
    > β = Cov/Var
    > β = 1.395

    __Alpha__
    **How an asset moves.**
    A \\*paragraph\\*.
    _Chapter 6.4.4 · JPM ~ SPY · excess, simple, daily · 1993-02-01 to 2024-12-31 · n = 7,974 · OLS · data: simulated sample (sha 1a2b3c4)_
    [More on market beta] /explain topic:beta
    [More on alpha] /explain topic:alpha
    for everyone; result: lessons"
  `);
});

test("entries of two sections name both, and no regression where nothing is filled", () => {
  const reply = versusReply([bare, { ...bare, lesson: lessonOf({ section: "6.9.1" }) }]);
  expect(reply.embeds[0]?.footer?.text).toBe("Chapter 6.4.4 and 6.9.1");
});

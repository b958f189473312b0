import { expect, test } from "vitest";
import type { ResultsSummary } from "../../../src/grading/results-summary.ts";
import { classResultsReply, openResultsReply, staffResultsReply, type ShownResults } from "../../../src/render/replies/results.ts";
import { linesOf, replyText, titleOf } from "../reply-text.ts";

const summary: ResultsSummary = { tried: 30, correct: 20, keptMarks: 0, correctAtFirst: 12, firstTryRate: 0.4, usedHints: 7 };
const quantities = [{ label: "β (JPM)", bars: [{ kind: "correct", diagnoses: [], people: 20, ratio: 1 }, { kind: "others", diagnoses: [], people: 0, ratio: null }] }] as const;

function resultsOf(overrides: Partial<ShownResults> = {}): ShownResults {
  return { check: "k7", title: "Week *1*", summary, quantities, solution: null, corrections: [], dataChange: null, waiting: null, ...overrides };
}

test("the whole reply to the class", () => {
  expect(replyText(classResultsReply(resultsOf({ solution: "β = 1.395" })))).toMatchInlineSnapshot(`
    "# Results: Week \\*1\\* (#0072b2)
    **30** tried, **20** got it right
    Right at the first try: 12 (40.0%)
    Had a hint open when they answered: 7

    __β \\(JPM\\)__
    - right 20 people \\(66.7%\\)
    - others fewer than 5 people

    **Solution** β = 1.395
    _check k7 · first answers · groups of fewer than 5 people are folded_
    shows attachment://answers.png
    picture answers.png: Bars of the first answers to Week *1*, by what they were taken for. β (JPM): right 20 people, others fewer than 5 people.
    [My answer] /check mine check:k7
    for everyone; result: summary, quantities"
  `);
});

test("which key the data have moved away from is told to whoever may read the key", () => {
  const dataChange = "The data have changed since this was posted. The key stays: β 1.395 (the data give 1.402 now).";
  expect(linesOf(classResultsReply(resultsOf({ dataChange })))).toContain(dataChange);
  expect(linesOf(classResultsReply(resultsOf({ dataChange, waiting: { why: "more-time" } })))).not.toContain(dataChange);
});

test("without an answer there are no bars, and no picture", () => {
  const reply = classResultsReply(resultsOf({ summary: { ...summary, tried: 0, firstTryRate: null } }));
  expect(linesOf(reply)).toEqual(["Nobody answered."]);
  expect(reply.pictures).toEqual([]);
  expect(classResultsReply(resultsOf({ quantities: [] })).pictures).toEqual([]);
  expect(classResultsReply(resultsOf({ summary: { ...summary, tried: 1 } })).pictures).toHaveLength(1);
});

test("a share of first tries is said where there is one", () => {
  expect(linesOf(classResultsReply(resultsOf()))[1]).toBe("Right at the first try: 12 (40.0%)");
  expect(linesOf(classResultsReply(resultsOf({ summary: { ...summary, firstTryRate: null } })))[1]).toBe("Right at the first try: 12");
});

test("while somebody has more time, the class waits for the picture and the solution, and is not told why", () => {
  const waits = "The picture and the solution come later.";
  expect(linesOf(classResultsReply(resultsOf({ quantities: [], waiting: { why: "more-time" } }))).slice(-2)).toEqual(["", waits]);
  expect(linesOf(classResultsReply(resultsOf({ quantities: [] })))).toHaveLength(3);
});

test("while another check on the same data is open, the class reads how many answered, and not how many were right", () => {
  const lines = (waiting: ShownResults["waiting"]) => linesOf(classResultsReply(resultsOf({ quantities: [], waiting })));
  expect(lines({ why: "same-data", titles: ["Week *2*"], until: 1_700_000_000_000 })).toEqual([
    "**30** tried",
    "",
    "The marks, the picture and the solution come when the check **Week \\*2\\*** on the same data closes, <t:1700000000:R>.",
  ]);
  expect(lines({ why: "same-data", titles: ["a", "b", "c", "d"], until: null }).at(-1)).toBe("The marks, the picture and the solution come when the checks **a**, **b**, **c** and 1 more on the same data have closed.");
  expect(lines({ why: "same-data", titles: [], until: null }).at(-1)).toBe("The marks, the picture and the solution come when a check on the same data that is open elsewhere closes.");
});

test("the staff see what nobody recognised, eight groups at the most", () => {
  const group = { quantity: "beta", label: "β (a)", answers: 9, ratio: 1.4142, value: null };
  const staff = (unmatched: readonly (Omit<typeof group, "ratio" | "value"> & { readonly ratio: number | null; readonly value: number | null })[]) =>
    staffResultsReply(resultsOf({ quantities: [] }), { folded: [], unmatched, files: [] }, []);
  expect(linesOf(staff([group, { ...group, ratio: null, value: 0.5 }, { ...group, ratio: null }])).slice(3)).toEqual([
    "",
    "**Not recognised**",
    "- β \\(a\\): 9 at 1.414 × the key",
    "- β \\(a\\): 9 at 0.5000 where the key is 0",
    "- β \\(a\\): 9 at not available where the key is 0",
  ]);
  expect(linesOf(staff(Array.from({ length: 9 }, () => group))).slice(5)).toHaveLength(8);
  expect(linesOf(staff([]))).toHaveLength(3);
});

test("the staff see the known mistakes that are folded for the class", () => {
  const bars = [{ kind: "mistakes", diagnoses: ["a-b"], people: 3, ratio: 0.5 }] as const;
  const staff = (count: number) => linesOf(staffResultsReply(resultsOf({ quantities: [] }), { folded: Array.from({ length: count }, () => ({ label: "β", bars, nameOf: () => "you do it" })), unmatched: [], files: [] }, [])).slice(3);
  expect(staff(1)).toEqual(["", "**Folded for the class**", "- β: you do it 3 people \\(10.0%, 0.500 × the key\\)"]);
  expect(staff(14).at(-1)).toBe("…and 2 more");
  expect(staff(0)).toEqual([]);
});

test("the whole reply to the staff", () => {
  const files = [{ filename: "answers.csv", parts: ["a\n"], numbers: () => [], description: "All answers" }];
  expect(replyText(staffResultsReply(resultsOf(), { folded: [], unmatched: [], files }, [{ label: "Regrade", command: "check regrade", options: { check: "k7" } }]))).toMatchInlineSnapshot(`
    "# Results: Week \\*1\\* (#0072b2)
    **30** tried, **20** got it right
    Right at the first try: 12 (40.0%)
    Had a hint open when they answered: 7

    __β \\(JPM\\)__
    - right 20 people \\(66.7%\\)
    - others fewer than 5 people
    _check k7 · first answers · groups of fewer than 5 people are folded_
    shows attachment://answers.png
    picture answers.png: Bars of the first answers to Week *1*, by what they were taken for. β (JPM): right 20 people, others fewer than 5 people.
    file answers.csv: All answers
    a

    [Regrade] /check regrade check:k7
    for asker; result: summary, quantities, folded, unmatched"
  `);
});

test("an open question is closed, and later has a model answer; one person wrote or several did", () => {
  const open = (answers: number, modelAnswer: string | null) =>
    openResultsReply({ check: "k7", title: "Week *1*", answers, modelAnswer }, { files: [], audience: "everyone", nextSteps: [] });
  expect(titleOf(open(1, null))).toBe("Closed: Week \\*1\\*");
  expect(linesOf(open(1, null))).toEqual(["1 person wrote an answer."]);
  expect(replyText(open(2, "Because *so*."))).toMatchInlineSnapshot(`
    "# Model answer: Week \\*1\\* (#0072b2)
    2 people wrote an answer.

    Because \\*so\\*.
    _check k7_
    for everyone; result: "
  `);
});

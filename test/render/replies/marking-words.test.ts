import { expect, test } from "vitest";
import type { ReadNumber } from "../../../src/exercises/answer/read-answer.ts";
import type { MarkedPart } from "../../../src/exercises/marking/marked-part.ts";
import type { Marking } from "../../../src/exercises/marking/mark-submission.ts";
import type { NumberQuantity, Quantity } from "../../../src/exercises/quantities/quantity.ts";
import { markingReply, unreadableReply, withheldWords, type MarkedSubmission, type MarkingWords } from "../../../src/render/replies/marking.ts";
import { linesOf, replyText, titleOf } from "../reply-text.ts";

const quantityOf = (id: string): NumberQuantity => ({
  kind: "number", id, figure: null, unit: "ratio", tolerance: { relative: 0.01, floor: 0 }, key: () => 1, recipe: () => 1, mistakes: [], periodMistakes: [], conventions: [], errorCarriedForward: null, guessable: false,
});
const dollars: Quantity = { ...quantityOf("dollars"), unit: "dollars" };
const quantities = [quantityOf("beta"), quantityOf("alpha"), dollars];
const read: ReadNumber = { kind: "number", text: "1.395", value: 1.395, halfUnit: 0.0005, digits: 4, scale: null, separators: null };
const partOf = (overrides: Partial<MarkedPart> = {}): MarkedPart => ({
  quantity: "beta", text: "1.395", value: 1.395, expected: 1.4, verdict: "correct", diagnoses: [], alternatives: (overrides.diagnoses ?? []).map((id) => [id]), read, points: 1, ...overrides,
});
const words: MarkingWords = {
  label: (id) => `the ${id}`,
  mistake: (id) => ({ if: `you took ${id}`, next: `Look at ${id}.` }),
  convention: (id) => `By convention ${id}.`,
  identity: (id, holds) => `${id} ${holds ? "holds" : "does not hold"} (yet)`,
  instructorMessage: (ids) => (ids.includes("own-1") ? "Own *words*." : null),
};

function answer(marking: Partial<Marking> = {}, overrides: Partial<Omit<MarkedSubmission, "marking">> = {}) {
  const whole: Marking = { parts: [partOf()], verdict: "incorrect", score: 0, fingerprint: "f", repeats: false, jointMistakes: [], identities: [], hint: null, ...marking };
  return markingReply({ title: "Beta", variant: "jpm-1", quantities, marking: whole, attemptsLeft: null, afterSolution: false, counted: null, hint: null, meaning: null, withheld: null, ...overrides }, words, []);
}

test.each([
  ["all", "incorrect", false, "*The check **Beta of JPM** is open, and it asks about the same stock: what a wrong answer comes from is named here when it closes, <t:3600:R>.*"],
  ["all", "partial", true, "*The check **Beta of JPM** has closed, its key stays hidden for some time, and it asks about the same stock: what a wrong answer comes from is named here later, <t:3600:R>.*"],
  ["all", "correct", false, "*The check **Beta of JPM** is open, and it asks about the same stock: what a right answer means is said here when it closes, <t:3600:R>.*"],
  ["of-other-series", "incorrect", false, "*The check **Beta of JPM** is open, and it asks about another stock: an answer that is another series' number is named as that when it closes, <t:3600:R>.*"],
  ["of-other-series", "correct", false, null],
] as const)("what an open check keeps back (%s, of a %s answer, late: %s) is said with its end", (what, verdict, isLate, expected) => {
  expect(withheldWords({ title: "Beta of JPM", isLate, until: 3_600_000, what }, { verdict })).toBe(expected);
});

test("what is kept back stands last, below what is said", () => {
  expect(linesOf(answer({}, { withheld: "*Later.*", hint: "Look again." })).slice(-1)).toEqual(["*Later.*"]);
});

const block = (overrides: Partial<MarkedPart>) => linesOf(answer({ parts: [partOf(overrides)] }));

test.each([
  [{ score: 0.375, best: 0.375, points: 2 }, ["It counts **0.75 of 2** points."]],
  [{ score: 0.3, best: 0.3, points: 1 }, ["It counts **0.3 of 1** point: this attempt counts 80%."]],
  [{ score: 0.375, best: 0.375, points: 4 }, []],
  [{ score: 0.3, best: 0.375, points: 10 }, ["This attempt makes 3 of 10 points; your best, **3.75**, counts."]],
  [{ score: 0, best: 1, points: 1 }, ["This attempt makes 0 of 1 point; your best, **1**, counts."]],
  [null, []],
])("what is stored of a check's points is said where it is another number than the parts': %j", (counted, expected) => {
  const parts = ["a", "b", "c", "d"].map((quantity) => partOf({ quantity }));
  expect(linesOf(answer({ parts, score: 0.375, verdict: "partial" }, { counted })).filter((line) => /^(?:It counts|This attempt)/u.test(line))).toEqual(expected);
});

test.each([
  ["correct", "✓", "right", []],
  ["alternative-convention", "✓", "right", ["By convention a.", "By convention b."]],
  ["error-carried-forward", "◐", "method right, error carried forward", ["It follows from your own the a and the b: fix that and this will be right too."]],
  ["few-digits", "◐", "right as far as it goes", ["Give three digits or more."]],
  ["slip", "◐", "nearly", ["This equals what you get if you took a; or if you took b. Look at a."]],
  ["mistake", "✗", "not yet", ["This equals what you get if you took a; or if you took b. Look at a."]],
  ["unmatched", "✗", "not yet", []],
  ["wrong-choice", "✗", "not yet", []],
] as const)("a part that is %s", (verdict, mark, said, remarks) => {
  expect(block({ verdict, diagnoses: ["a", "b"] })).toEqual([`${mark} **the beta**`, `I read 1.395: ${said}.`, ...remarks]);
});

test("an answer is read back in its own quantity's unit", () => {
  expect(block({ quantity: "dollars", read: { ...read, text: "1.5M", value: 1_500_000 } })[1]).toBe('I read "1.5M" as $1,500,000: right.');
});

test("a form of words alone has no tolerance", () => {
  const bet: Quantity = { kind: "choice", guessable: false, id: "beta", choices: [{ id: "yes", words: ["yes"] }], key: () => "yes" };
  expect(answer({}, { quantities: [bet] }).embeds[0]?.footer?.text).toBe("variant jpm-1");
});

test("a blank part is left blank", () => {
  expect(block({ verdict: "blank", read: null })).toEqual(["– **the beta**", "left blank."]);
});

test("one mistake is named alone; an instructor's own words stand before it and not as a mistake", () => {
  expect(block({ verdict: "slip", diagnoses: ["a"] }).slice(2)).toEqual(["This equals what you get if you took a. Look at a."]);
  expect(block({ verdict: "slip", diagnoses: ["own-1", "a"] }).slice(2)).toEqual(["Own \\*words\\*.", "This equals what you get if you took a. Look at a."]);
  expect(block({ verdict: "mistake", diagnoses: ["own-1"] }).slice(2)).toEqual(["Own \\*words\\*."]);
});

test("the title says the score that is stored", () => {
  const title = (verdict: Marking["verdict"], ...parts: readonly MarkedPart["verdict"][]) => titleOf(answer({ verdict, score: verdict === "partial" ? 0.9 : 0, parts: parts.map((each) => partOf({ verdict: each })) }));
  expect(title("correct", "correct")).toBe("Beta: right");
  expect(title("correct", "correct", "alternative-convention")).toBe("Beta: all right");
  expect(title("incorrect", "slip")).toBe("Beta: not yet");
  expect(title("partial", "correct", "correct", "alternative-convention", "alternative-convention", "slip")).toBe("Beta: score 4.5 of 5");
  expect(titleOf(answer({ verdict: "partial", score: 0.5 }))).toBe("Beta: score 0.5 of 1");
});

test("each verdict has its colour", () => {
  const colour = (verdict: Marking["verdict"]) => answer({ verdict }).embeds[0]?.color;
  expect([colour("correct"), colour("partial"), colour("incorrect")]).toEqual([0x009e73, 0xe69f00, 0xd55e00]);
});

test("attempts that are left are counted unless they are unlimited or the answer is right", () => {
  const footer = (attemptsLeft: number | null, verdict: Marking["verdict"] = "incorrect") => answer({ verdict }, { attemptsLeft }).embeds[0]?.footer?.text;
  const tolerance = "Right is within 1% of the key.";
  expect(footer(1)).toBe(`variant jpm-1 · 1 attempt left · ${tolerance}`);
  expect(footer(0)).toBe(`variant jpm-1 · 0 attempts left · ${tolerance}`);
  expect(footer(2, "partial")).toBe(`variant jpm-1 · 2 attempts left · ${tolerance}`);
  expect(footer(2, "correct")).toBe(`variant jpm-1 · ${tolerance}`);
  expect(footer(null)).toBe(`variant jpm-1 · ${tolerance}`);
});

test("the same answer again cost no attempt, which needs no saying of a right one", () => {
  const again = "You gave the same answer before: it cost no attempt.";
  expect(linesOf(answer({ repeats: true }))).toContain(again);
  expect(linesOf(answer({ repeats: true, verdict: "correct" }))).not.toContain(again);
  expect(linesOf(answer())).toHaveLength(2);
});

test("one mistake behind several parts, an identity and a hint have paragraphs of their own", () => {
  const marking = {
    jointMistakes: [{ mistakes: ["rate", "period"], parts: ["beta", "alpha"] }, { mistakes: ["other"], parts: ["beta"] }],
    identities: [{ id: "sum", parts: ["beta"], holds: true }, { id: "root", parts: ["beta"], holds: false }],
  };
  expect(replyText(answer(marking, { hint: "Think." }))).toMatchInlineSnapshot(`
    "# Beta: not yet (#d55e00)
    ✓ **the beta**
    I read 1.395: right.

    **the beta** and **the alpha** have one cause. They equal what you get if you took rate, and you took period. Look at rate. Look at period.

    sum holds \\(yet\\)

    root does not hold \\(yet\\)

    **Hint** Think.
    _variant jpm-1 · Right is within 1% of the key._
    for asker; result: marking"
  `);
});

test("what can't be read is said with how to write it, and what could be is read back", () => {
  const unreadable = [{ quantity: "beta", problem: { kind: "unreadable-answer", text: "x", reason: "no-number", choices: [] } }] as const;
  expect(replyText(unreadableReply("Beta", { answers: { alpha: read }, unreadable, blank: [] }, quantities, (id) => `the ${id} (*)`, []))).toMatchInlineSnapshot(`
    "# Beta: I can't read that (#e69f00)
    **the beta \\(\\*\\)**
    I read "x" and found no number in it. Write one number, like \`0.0123\`, \`1.23%\` or \`10.4M\`. This cost no attempt.

    **the alpha \\(\\*\\)**
    I read 1.395.
    for asker; result: unreadable"
  `);
});

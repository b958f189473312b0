import { expect, test } from "vitest";
import { checkListReply, type ListedCheck } from "../../../src/render/replies/check-list.ts";
import { previewReply } from "../../../src/render/replies/check-preview.ts";
import { checkMessage, doneReply, type ShownCheck } from "../../../src/render/replies/check.ts";
import { replyText } from "../reply-text.ts";

const at = 1_700_000_000_000;

function checkOf(overrides: Partial<ListedCheck> = {}): ListedCheck {
  return {
    id: "k7", title: "Week *1*", question: "What is β?", labels: ["β of JPM (a year)"], attempts: 2, points: 3, closesAt: at, closedAt: null, voided: false, tolerance: "Within 1%.", open: true, later: null, screen: null, feedback: "now", hints: true, credit: null,
    ...overrides,
  };
}
const step = { label: "Answer", command: "check answer", options: { check: "k7" } };
const stateOf = (overrides: Partial<ShownCheck>) => checkMessage(checkOf(overrides), [step]).embeds[0]?.description?.split("\n\n").at(-1);
const footerOf = (overrides: Partial<ShownCheck>) => checkMessage(checkOf(overrides), [step]).embeds[0]?.footer?.text;

test("a check is open with a time, open without one, closed, or withdrawn", () => {
  const seen = "Your answer is seen by you and the course staff alone; results come when it closes.";
  expect(stateOf({})).toBe(`**Closes <t:1700000000:R>** (<t:1700000000:f>). ${seen}`);
  expect(stateOf({ closesAt: null })).toBe(`Open until it is closed by hand. ${seen}`);
  expect(stateOf({ closedAt: at })).toBe("**Closed** <t:1700000000:f>.");
  expect(stateOf({ voided: true, closedAt: at, answered: 3 })).toBe("**Withdrawn.** Everybody gets full marks.");
  expect(stateOf({ voided: true, closedAt: at })).toBe("**Withdrawn.** Nobody has to answer it, and it counts nothing.");
});

test("an open check has its buttons and its colour, a closed one leads each to their own answer, a withdrawn one nowhere", () => {
  const look = (overrides: Partial<ShownCheck>) => {
    const { nextSteps, embeds } = checkMessage(checkOf(overrides), [step]);
    return [nextSteps.length, embeds[0]?.color];
  };
  expect(look({})).toEqual([1, 0x0072b2]);
  expect(look({ closedAt: at })).toEqual([1, 0x8a8f98]);
  expect(checkMessage(checkOf({ closedAt: at }), [step]).nextSteps).toEqual([{ label: "My answer", command: "check mine", options: { check: "k7" } }]);
  expect(look({ voided: true })).toEqual([0, 0x8a8f98]);
});

test("attempts and points are unlimited, one, or several; a tolerance may be missing", () => {
  expect(footerOf({})).toBe("check k7 · 2 attempts · 3 points · Within 1%.");
  expect(footerOf({ attempts: 1, points: 1 })).toBe("check k7 · 1 attempt · 1 point · Within 1%.");
  expect(footerOf({ attempts: null, tolerance: "" })).toBe("check k7 · as many attempts as you need · 3 points");
});

test("the whole message", () => {
  expect(replyText(checkMessage(checkOf(), [step]))).toMatchInlineSnapshot(`
    "# Check: Week \\*1\\* (#0072b2)
    What is β?

    - β of JPM \\(a year\\)

    **Closes <t:1700000000:R>** (<t:1700000000:f>). Your answer is seen by you and the course staff alone; results come when it closes.
    _check k7 · 2 attempts · 3 points · Within 1%._
    [Answer] /check answer check:k7
    for everyone; result: "
  `);
});

test("what is asked for stands in a list", () => {
  expect(checkMessage(checkOf({ labels: ["α", "β"] }), []).embeds[0]?.description?.split("\n\n")[1]).toBe("- α\n- β");
});

test("where each student has a question of their own, the message says how to see it", () => {
  expect(checkMessage(checkOf({ question: null, labels: [] }), []).embeds[0]?.description?.split("\n\n")[0]).toBe("Everybody has their own ticker and years: **My question** shows yours.");
  expect(checkMessage(checkOf({ question: null, labels: [] }), []).embeds[0]?.description?.split("\n\n")).toHaveLength(2);
});

const found = { variants: 1, sound: true, failing: [], hidden: [], declared: [], inseparable: [], separate: 2, pairs: 2 };

test("a preview has the collision report and the model answer where there are any", () => {
  const more = { heading: "Only you see this.", modelAnswer: "β is *1.4*." };
  expect(replyText(previewReply(checkOf(), found, more, [step]))).toMatchInlineSnapshot(`
    "content: Only you see this.
    # Check: Week \\*1\\* (#0072b2)
    What is β?

    - β of JPM \\(a year\\)

    **Closes <t:1700000000:R>** (<t:1700000000:f>). Your answer is seen by you and the course staff alone; results come when it closes.
    _check k7 · 2 attempts · 3 points · Within 1%._
    # Collision report: sound (#009e73)
    ✓ The key passes on the one variant.
    ✓ No mistake is within tolerance of the key.
    2 of 2 mistakes can be told from everything else.
    # Model answer: for you alone (#0072b2)
    β is \\*1.4\\*.
    [Answer] /check answer check:k7
    for asker; result: collisions"
  `);
  const bare = previewReply(checkOf(), null, { ...more, modelAnswer: null }, [step]);
  expect([bare.embeds.length, bare.files, bare.pictures]).toEqual([1, [], []]);
});

test("a preview of a long collision report has it as a file", () => {
  const collision = { quantity: "β", mistakes: ["you took R"], variants: 1, separatedBy: [] };
  expect(previewReply(checkOf(), { ...found, inseparable: [1, 2, 3, 4, 5].map(() => collision) }, { heading: "", modelAnswer: null }, []).files).toHaveLength(1);
});

test("the list has each check's state, and buttons for the first five", () => {
  expect(
    replyText(
      checkListReply([
        checkOf(),
        checkOf({ id: "k2", closesAt: null }),
        checkOf({ id: "k3", open: false, closedAt: at, later: { people: 1, until: at + 60_000 } }),
        checkOf({ id: "k4", open: false, closedAt: null }),
        checkOf({ id: "k5", open: false, voided: true }),
        checkOf({ id: "k6" }),
      ]),
    ),
  ).toMatchInlineSnapshot(`
    "# Checks (#0072b2)
    \`k7\` **Week \\*1\\*** · open, closes <t:1700000000:R>
    \`k2\` **Week \\*1\\*** · open until closed by hand
    \`k3\` **Week \\*1\\*** · closed <t:1700000000:f>; 1 student has until <t:1700000060:f>
    \`k4\` **Week \\*1\\*** · closed
    \`k5\` **Week \\*1\\*** · withdrawn, counts nothing
    \`k6\` **Week \\*1\\*** · open, closes <t:1700000000:R>
    [Close Week *1* (k7)] /check close check:k7
    [Close Week *1* (k2)] /check close check:k2
    [Results of Week *1* (k3)] /check results check:k3
    [Results of Week *1* (k4)] /check results check:k4
    [Results of Week *1* (k5)] /check results check:k5
    for asker; result: checks"
  `);
});

test("an empty list says how to begin", () => {
  expect(replyText(checkListReply([]))).toMatchInlineSnapshot(`
    "# Checks (#0072b2)
    No check yet. /check preview exercise:jpm-regression shows what one looks like.
    for asker; result: checks"
  `);
});

test("what was done is said to its asker alone", () => {
  expect(replyText(doneReply("Done", ["One.", "Two."], [step]))).toMatchInlineSnapshot(`
    "# Done (#009e73)
    One.
    Two.
    [Answer] /check answer check:k7
    for asker; result: "
  `);
  expect(doneReply("Done", []).nextSteps).toEqual([]);
});

import { expect, test } from "vitest";
import { nothingDueReply, progressReply, type ProgressRecord } from "../../../src/render/replies/progress.ts";
import { linesOf, replyText, titleOf } from "../reply-text.ts";

const record: ProgressRecord = {
  exercises: 4,
  mastered: 1,
  map: [
    { section: "6.4.4", title: "β", standing: "mastered", isDue: false },
    { section: "6.7.2", title: "R*", standing: "learning", isDue: true },
    { section: "6.7.5", title: "α", standing: "learning", isDue: false },
    { section: "6.10.1", title: "σ", standing: "new", isDue: false },
  ],
  due: 1,
  today: [{ title: "R*", isDue: true }, { title: "σ", isDue: false }],
  next: { id: "alpha", title: "α", dueAt: 1_800_000_000_000 },
  reminder: null,
  reminderEnded: false,
  answers: 5,
  correct: 3,
  correctAtFirst: 1,
  tried: 3,
  streak: 2,
  days: [{ day: 19724, correct: 3, other: 2 }],
};
const answer = (overrides: Partial<ProgressRecord> = {}) => progressReply({ ...record, ...overrides });

test("a streak is none, one day, or several", () => {
  const streak = (days: number) => linesOf(answer({ streak: days }))[2];
  expect(streak(0)).toBe("No right answer today or yesterday: the next one begins a new streak.");
  expect(streak(1)).toBe("Streak: 1 day in a row with a right answer");
  expect(streak(2)).toBe("Streak: 2 days in a row with a right answer");
});

test("a share of first tries is said once one exercise was tried", () => {
  expect(linesOf(answer({ tried: 1, correctAtFirst: 1 }))[1]).toBe("Right at the first try: 1 of 1 (100.0%)");
  expect(linesOf(answer({ tried: 0, correctAtFirst: 0 }))[1]).toBe("Streak: 2 days in a row with a right answer");
});

test("a picture is drawn once there is an answer", () => {
  expect(answer({ answers: 1 }).pictures).toHaveLength(1);
  expect(answer({ answers: 0 }).pictures).toEqual([]);
});

test("what is due is said with its first; where nothing is, the next new one, or what comes back and when", () => {
  const due = (overrides: Partial<ProgressRecord>) => linesOf(answer(overrides))[0];
  expect(due({})).toBe("**1 exercise due today.** First **R\\***.");
  expect(due({ due: 2 })).toBe("**2 exercises due today.** First **R\\***.");
  expect(due({ due: 0, today: [{ title: "σ", isDue: false }] })).toBe("Nothing is due; the next new one is **σ**.");
  expect(due({ today: [{ title: "σ", isDue: false }] })).toBe("**1 exercise due today.** Before, something new: **σ**.");
  expect(due({ due: 0, today: [] })).toBe("Next comes **α**, <t:1800000000:R>.");
  expect(due({ due: 0, today: [], next: null })).toBe("There is nothing to practise.");
});

test("the button practises what is due, or ahead of it", () => {
  const first = (overrides: Partial<ProgressRecord>) => answer(overrides).nextSteps[0];
  expect(first({})).toMatchObject({ label: "Practise", command: "practice", options: {} });
  expect(first({ due: 0, today: [] })).toMatchObject({ label: "Practise it today", options: { exercise: "alpha" } });
});

test("that all is mastered is said when all is, and not before", () => {
  expect(titleOf(answer({ mastered: 4 }))).toBe("All 4 exercises mastered");
  expect(titleOf(answer({ mastered: 3 }))).toBe("3 of 4 exercises mastered");
  expect(titleOf(nothingDueReply({ ...record, mastered: 4 }))).toBe("All 4 exercises mastered");
  expect(titleOf(nothingDueReply(record))).toBe("Nothing is due today");
});

test("a reminder is offered to who has none, stopped by who has one, and its end is said once", () => {
  expect(answer().nextSteps[1]).toMatchObject({ label: "Remind me every week", options: { weekly: "true" } });
  expect(answer({ reminder: { id: "abc" } }).nextSteps[1]).toMatchObject({ label: "Stop the reminders", options: { weekly: "false" } });
  expect(linesOf(answer({ reminderEnded: true }))[0]).toContain("Your weekly reminder has stopped");
  expect(linesOf(answer()).join()).not.toContain("has stopped");
});

test("the whole reply: mastered, learning, due and new have their own marks, in the chapter's order", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# 1 of 4 exercises mastered (#009e73)
    **1 exercise due today.** First **R\\***.
    Right at the first try: 1 of 3 (33.3%)
    Streak: 2 days in a row with a right answer

    ✓ 6.4.4 β
    ◐ 6.7.2 R\\* · **due**
    ◐ 6.7.5 α
    · 6.10.1 σ

    ✓ mastered: right at the first try without a hint, on two variants on two days; ◐ learning; · new
    shows attachment://progress.png
    picture progress.png: Bars of your answers a day over two weeks. 2 Jan: 3 right of 5.
    [Practise] /practice primary
    [Remind me every week] /practice remind weekly:true
    for asker; result: record"
  `);
});

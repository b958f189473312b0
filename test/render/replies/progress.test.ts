import { expect, test } from "vitest";
import { progressReply, type ProgressRecord } from "../../../src/render/replies/progress.ts";
import { linesOf, replyText } from "../reply-text.ts";

function answer(overrides: Partial<ProgressRecord> = {}) {
  return progressReply({
    exercises: [
      { title: "β", skill: "s", answers: 3, solved: 2 },
      { title: "α", skill: "s", answers: 1, solved: 1 },
      { title: "R*", skill: "s", answers: 1, solved: 0 },
      { title: "σ", skill: "s", answers: 0, solved: 0 },
    ],
    answers: 5,
    correct: 3,
    correctAtFirst: 1,
    tried: 3,
    streak: 2,
    days: [{ day: 19724, correct: 3, other: 2 }],
    next: { id: "sigma", title: "σ", skill: "volatility" },
    ...overrides,
  });
}

test("a streak is none, one day, or several", () => {
  const streak = (days: number) => linesOf(answer({ streak: days }))[1];
  expect(streak(0)).toBe("No right answer today or yesterday: the next one begins a new streak.");
  expect(streak(1)).toBe("Streak: 1 day in a row with a right answer");
  expect(streak(2)).toBe("Streak: 2 days in a row with a right answer");
});

test("a share of first tries is said once one exercise was tried", () => {
  expect(linesOf(answer({ tried: 1, correctAtFirst: 1 }))[0]).toBe("Right at the first try: 1 of 1 (100.0%)");
  expect(linesOf(answer({ tried: 0, correctAtFirst: 0 }))[0]).toBe("Streak: 2 days in a row with a right answer");
});

test("a picture is drawn once there is an answer", () => {
  expect(answer({ answers: 1 }).pictures).toHaveLength(1);
  expect(answer({ answers: 0 }).pictures).toEqual([]);
});

test("the whole reply: solved, solved more than once, tried, and not begun have their own marks", () => {
  expect(replyText(answer())).toMatchInlineSnapshot(`
    "# 2 of 4 exercises solved (#009e73)
    Right at the first try: 1 of 3 (33.3%)
    Streak: 2 days in a row with a right answer

    ✓ β ×2
    ✓ α
    ◐ R\\*
    · σ

    **Next** σ: volatility
    shows attachment://progress.png
    picture progress.png: Bars of your answers a day over two weeks. 2 Jan: 3 right of 5.
    [Practise it] /practice exercise:sigma primary
    for asker; result: record"
  `);
});

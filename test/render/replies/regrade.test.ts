import { expect, test } from "vitest";
import { regradeReply } from "../../../src/render/replies/regrade.ts";
import { linesOf, replyText } from "../reply-text.ts";

const answer = (changed: number) =>
  regradeReply({
    check: "k7",
    title: "Week *1*",
    changed: Array.from({ length: changed }, (_, place) => ({ person: String(place), before: 0.5, after: 1 })),
    unchanged: 3,
  });

test("up to thirty people are named, and the others counted", () => {
  expect(linesOf(answer(30))).toHaveLength(31);
  expect(linesOf(answer(30)).at(-1)).toBe("- <@29>: 50.0% → 100.0%");
  expect(linesOf(answer(31))).toHaveLength(32);
  expect(linesOf(answer(31)).at(-2)).toBe("- <@29>: 50.0% → 100.0%");
  expect(linesOf(answer(31)).at(-1)).toBe("…and 1 more.");
});

test("the whole reply", () => {
  expect(replyText(answer(1))).toMatchInlineSnapshot(`
    "# Marked again: Week \\*1\\* (#009e73)
    **1** gained, 3 keep the mark they had. Nobody lost: the better of the two counts.
    - <@0>: 50.0% → 100.0%
    _check k7_
    for asker; result: changed, unchanged"
  `);
});

import { expect, test } from "vitest";
import { withoutDigitsReply } from "../../../src/render/replies/reconcile-without-digits.ts";
import { linesOf, titleOf } from "../reply-text.ts";

const reply = (reason: "money" | "zero" | "one", asset: string | null = "WMT") => withoutDigitsReply({ text: "1", reason, asset, audience: "everyone" });

test("0 and 1 are tests, of the asset named or of the chapter's first", () => {
  expect(titleOf(reply("one"))).toBe("1 has no digits to match");
  expect(linesOf(reply("one")).join(" ")).toContain("/beta says whether WMT's can be told apart from 1");
  expect(linesOf(reply("zero")).join(" ")).toContain("differs from 0, that is a test");
  expect(reply("one", null).nextSteps).toEqual([{ label: "/beta JPM", command: "beta", options: { ticker: "JPM" } }]);
});

test("an amount of money leads to what has amounts", () => {
  expect(reply("money").nextSteps.map(({ command }) => command)).toEqual(["hedge", "size"]);
});

import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "./asking.ts";

const asking = openAsking();
afterAll(() => asking.close());
const replyTo = async (typed: string) => {
  const [embed] = replyOf(await asking.ask(typed)).embeds;
  return { title: embed?.title ?? "", description: embed?.description ?? "", recipe: embed?.footer?.text ?? "" };
};

test("a month that the split cuts is in neither part nor in all rows, and is named", async () => {
  const cut = await replyTo("/beta JPM frequency:monthly split:2008-09-15");
  expect(cut.description).toContain("from 2008-10-31 to 2024-12-31");
  expect(cut.description).toContain("from 1993-02-28 to 2008-08-31");
  expect(cut.description).toContain("The month to 2008-09-30 lies on both sides of the split, and belongs to neither: left out.");
  expect(cut.recipe).toContain("without 2008-09-01 to 2008-09-30 · n = 382");
  const whole = await replyTo("/beta JPM frequency:monthly split:2008-09");
  expect(whole.description).toContain("since 2008-09-01 (to 2024-12-31)");
  expect(whole.description).not.toContain("both sides");
  expect(whole.recipe).toContain("n = 383");
});

test("a week goes by its days of trade, not by its Friday", async () => {
  const { description } = await replyTo("/beta JPM frequency:weekly split:2008..2009");
  // The week to 1 January 2010 has no other day of trade than those of 2009; that to 4 January 2008 has 31 December 2007.
  expect(description).toContain("from 2008-01-11 to 2010-01-01");
  expect(description).toContain("in the other weeks");
  expect(description).toContain("The week to 2008-01-04 lies on both sides of the split, and belongs to neither: left out.");
});

test("a span that cuts a period at both ends names both, and days are cut by none", async () => {
  const both = await replyTo("/beta JPM frequency:monthly split:2008-09-15..2010-03-10");
  expect(both.description).toContain("The months to 2008-09-30 and 2010-03-31 lie on both sides of the split, and belong to neither: left out.");
  expect((await replyTo("/beta JPM split:2008-09-15")).description).not.toContain("both sides");
});

test("what days were left out before is no period that the split cuts", async () => {
  const { description } = await replyTo("/beta JPM from:2008 to:2019 split:2008..2008 without:2009-01-01..2018-12-31 frequency:weekly");
  expect(description).not.toContain("both sides");
  expect(description).toContain("from 2008-01-11 to 2008-12-26");
  expect(description).toContain("from 2019-01-11 to 2019-12-27");
  // Not those of the ten years between, which are no rows.
  expect(description).toContain("4 weeks lack days: JPM and SPY have no return on 4 days on which the market traded");
});

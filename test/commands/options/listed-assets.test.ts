import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "../asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

const typedOf = (command: string, options: Readonly<Record<string, string>>): string => `/${command} ${Object.entries(options).map(([name, text]) => `${name}:"${text}"`).join(" ")}`;

test.each([
  ["/beta JPM, WMT", ["JPM", "WMT"]],
  ["/beta JPM,WMT 2008", ["JPM", "WMT"]],
  ["/beta JPM and WMT", ["JPM", "WMT"]],
  ["/beta Walmart & JP Morgan monthly", ["WMT", "JPM"]],
  ["/beta JPM vs WMT from:2000", ["JPM", "WMT"]],
  ['/beta ticker:"JPM WMT"', ["JPM", "WMT"]],
  ["/beta JPM, WMT, MSFT", ["JPM", "WMT", "MSFT"]],
  ["/regress JPM, WMT", ["JPM", "WMT"]],
  ["/hedge JPM, WMT", ["JPM", "WMT"]],
  ["/size JPM, WMT", ["JPM", "WMT"]],
  ["/track JPM/MSFT", ["JPM", "MSFT"]],
  ["/rolling JPM & MSFT", ["JPM", "MSFT"]],
  ["/residuals JPM; WMT", ["JPM", "WMT"]],
  ["/performance JPM, WMT", ["JPM", "WMT"]],
  ["/expected JPM or WMT", ["JPM", "WMT"]],
])("%s is asked about, and each of its buttons answers", async (typed, assets) => {
  const answered = await asking.ask(typed);
  expect(answered.problem).toMatchObject({ kind: "several-assets", assets });
  const { nextSteps } = replyOf(answered);
  expect(nextSteps[0]?.label).toBe(`/compare ${assets.join(" ")}`);
  expect(nextSteps.length).toBeGreaterThan(assets.length);
  for (const { command, options } of nextSteps) expect((await asking.ask(typedOf(command, options))).problem).toBeNull();
});

test("what stood beside the list is kept by its buttons", async () => {
  const { nextSteps } = replyOf(await asking.ask("/beta JPM, WMT 2008"));
  for (const { command, options } of nextSteps) {
    expect(replyOf(await asking.ask(typedOf(command, options))).embeds[0]?.footer?.text).toContain("2008-01-02 to 2008-12-31");
  }
});

test.each(["/beta JPM WMT", "/beta JPM factor:WMT", "/beta JPM on WMT", "/beta JPM, SPY", "/beta JPM against Walmart", "/beta JPM, 2008", "/beta JPM, monthly", "/compare JPM, WMT", "/variance JPM and WMT", "/regress JPM SMB, HML", "/beta 0.6*JPM+0.4*WMT"])(
  "%s says what is regressed on what, and is run",
  async (typed) => expect((await asking.ask(typed)).problem).toBeNull(),
);

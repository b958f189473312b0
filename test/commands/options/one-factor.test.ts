import { afterAll, expect, test } from "vitest";
import { openAsking, replyOf } from "../asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

test.each(["/beta MSFT factor:ff3"])("%s is told that one factor is taken, with a button for each and one for all", async (typed) => {
  const answer = await asking.ask(typed);
  expect(answer.problem).toMatchObject({ kind: "series-count", max: 1, series: ["Mkt-RF", "SMB", "HML"] });
  const { nextSteps } = replyOf(answer);
  expect(nextSteps.map(({ label }) => label)).toEqual(["Mkt-RF", "SMB", "HML", "/regress on all 3"]);
  for (const { command, options } of nextSteps) expect((await asking.ask(`/${command} ${Object.entries(options).map(([name, text]) => `${name}:"${text}"`).join(" ")}`)).problem).toBeNull();
});

test("a factor that there is not stays one that is not known", async () => {
  expect((await asking.ask("/beta JPM factor:XYZ")).problem).toMatchObject({ kind: "unknown-series", asked: "XYZ" });
});

test.each([
  ["/explain r^2", "R-squared"],
  ["/explain what is beta", "Beta"],
  ["/explain what's the beta?", "Beta"],
  ["/explain explain the appraisal ratio", "Appraisal ratio"],
])("%s is the entry %s", async (typed, title) => {
  expect(replyOf(await asking.ask(typed)).embeds[0]?.title).toBe(title);
});

test.each(["`/beta JPM`", "```/beta JPM```", " /beta JPM"])("a command is read as it was copied: %s", async (typed) => {
  expect(replyOf(await asking.ask(typed)).embeds[0]?.title).toBe("JPM on SPY: β = 1.395");
});

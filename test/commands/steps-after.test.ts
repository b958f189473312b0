import { afterAll, beforeAll, expect, test } from "vitest";
import { commandText as textAs } from "../../src/render/command-text.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

async function buttons(typed: string): Promise<readonly string[]> {
  const { answer } = await room.as("ann", typed);
  return answer.kind === "reply" ? answer.nextSteps.map((step) => `${step.label} = ${textAs(step)}`) : [];
}

test.each(["/beta JPM 1987", "/beta WMT 1987-10", "/rolling JPM 1985 1990", "/expected WMT 1982 1992"])("%s: before SPY begins, the market factor is offered, and answers", async (typed) => {
  const { answer, problem } = await room.as("ann", typed);
  expect(problem?.kind).toBe("no-overlap");
  const step = answer.kind === "reply" ? answer.nextSteps.find(({ label }) => label === "On Mkt-RF") : undefined;
  expect(step).toBeDefined();
  const pressed = await room.as("ann", textAs(step!));
  expect(pressed.problem).toBeNull();
});

test("who named the factor is not offered another", async () => {
  expect(await buttons("/beta JPM SPY 1987")).toEqual(["All days = /beta ticker:JPM factor:SPY"]);
});

test.each([
  ["/compare JPM WMT monthly ff3", ["JPM", "WMT"].map((id) => `/regress model:ff3 frequency:monthly ticker:${id}`)],
  ["/alphas JPM WMT MSFT ff3 2000 2002", ["JPM", "WMT", "MSFT"].map((id) => `/regress model:ff3 from:2000-01-01 to:2002-12-31 ticker:${id}`)],
])("%s: where a command takes one factor, its buttons are about assets and keep the days", async (typed, calls) => {
  const { problem } = await room.as("ann", typed);
  expect(problem?.kind).toBe("takes-one-factor");
  const offered = await buttons(typed);
  expect(offered.map((each) => each.split(" = ")[1])).toEqual(calls);
});

test.each([
  ["/beta jpm freq:monthly", "frequency?"],
  ["/beta jpm fctor:SPY", "factor?"],
])("%s: the option that was meant is named", async (typed, meant) => {
  expect(await room.words("ann", typed)).toContain(`Did you mean ${meant}`);
});

test("an option with nothing after its colon is left out", async () => {
  expect((await room.as("ann", "/beta jpm from:")).problem).toBeNull();
});

test("a portfolio's stars are shown as they are: a pair of them would be italics", async () => {
  const { answer } = await room.as("ann", "/beta (JPM+WMT)/2");
  const [embed] = answer.kind === "reply" ? answer.embeds : [];
  expect(embed?.title).toContain(String.raw`0.5\*JPM+0.5\*WMT`);
  expect(embed?.description ?? "").not.toMatch(/(?<!\\)\*JPM/u);
  expect(await room.words("ann", "/beta (JPM+WMT)/2")).toContain("0.5*JPM+0.5*WMT on SPY");
});

test("where no asset was named the chapter's are offered", async () => {
  expect(await buttons("/beta")).toEqual(["/beta JPM = /beta ticker:JPM", "/beta WMT = /beta ticker:WMT", "/beta MSFT = /beta ticker:MSFT"]);
});

test("a year without an asset stays beside the one that is offered, and the button answers", async () => {
  const { answer, problem } = await room.as("ann", "/hedge 2008");
  expect(problem?.kind).toBe("missing-option");
  const step = answer.kind === "reply" ? answer.nextSteps[0] : undefined;
  expect(step?.label).toBe("/hedge JPM");
  const pressed = await room.as("ann", textAs(step!));
  expect(pressed.problem).toBeNull();
  expect(textAs(step!)).toContain("2008");
});

test("a topic without an entry is a question to /ask", async () => {
  expect(await buttons("/explain foo bar")).toEqual(['Ask it in words = /ask question:"foo bar"']);
});

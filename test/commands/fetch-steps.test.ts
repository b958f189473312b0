import { afterAll, beforeAll, expect, it } from "vitest";
import { fetchSteps } from "../../src/commands/fetch-steps.ts";
import type { NextStep } from "../../src/render/reply.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(async () => {
  room = openCourseroom();
  await room.ask("prof", "/course setup role:tutors");
});
afterAll(() => room.close());

async function steps(who: string, typed: string, guild?: string | null): Promise<readonly NextStep[]> {
  const { answer } = await room.as(who, typed, undefined, guild);
  return answer.kind === "reply" ? answer.nextSteps : [];
}
const fetched = async (who: string, typed: string, guild?: string | null): Promise<readonly string[]> =>
  (await steps(who, typed, guild)).filter(({ command }) => command === "data fetch").map(({ options }) => options["tickers"] ?? "");

it.each([
  ["/beta BA", ["BA"]],
  ["/beta ba", ["BA"]],
  ["/beta boeing", ["BA"]],
  ["/beta wells fargo", ["WFC"]],
  ["/compare JPM goldman sachs", ["GS"]],
  ["/beta 0.5*JPM+0.5*BA", ["BA"]],
  ["/beta $ZZZ", ["ZZZ"]],
  ["/beta Morgan", ["MS"]],
  ["/ask what is the beta of boeing?", ["BA"]],
  ["/beta JPM", []],
  ["/beta gibberish", []],
])("%s offers instructors to fetch %j, and students nothing", async (typed, tickers) => {
  expect(await fetched("prof", typed)).toEqual(tickers);
  expect(await fetched("tutor", typed)).toEqual(tickers);
  expect(await fetched("student", typed)).toEqual([]);
});

it("says to a student that it is not loaded, what is, and who can load it", async () => {
  const words = await room.words("student", "/beta boeing");
  expect(words).toContain("Boeing (BA) is not loaded.");
  expect(words).toContain("I have GE, SPY, WMT, JPM and 28 more");
  expect(words).toContain("The course staff can load it.");
});

it("offers nothing outside a server, nor where the host can't fetch", async () => {
  expect(await fetched("prof", "/beta BA", null)).toEqual([]);
  const offline = { ...room.world, data: { ...room.world.data, canFetch: () => false } };
  const caller = { asker: { id: "prof", name: "prof", roleIds: [], managesServer: true }, place: { guildId: "school", channelId: "1" }, id: "x" };
  const problem = { kind: "unknown-series", asked: "BA", nearest: [], available: 1, examples: [] } as const;
  expect(await fetchSteps(problem, { ...room.world, ...caller })).toHaveLength(1);
  expect(await fetchSteps(problem, { ...offline, ...caller })).toEqual([]);
});

it("puts what was probably meant before a ticker that was mistyped", async () => {
  const offered = await steps("prof", "/beta JMP");
  expect(offered.map(({ label }) => label)).toEqual(["JPM", "Fetch JMP"]);
});

it("never offers a pair of a ticker with itself", async () => {
  const offered = await steps("student", "/compare JPM boeing");
  expect(offered.map(({ options }) => options["tickers"])).toEqual(["JPM GE", "JPM SPY", "JPM WMT"]);
});

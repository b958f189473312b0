import { afterAll, beforeAll, expect, it } from "vitest";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(async () => {
  room = openCourseroom();
  await room.ask("prof", "/course setup role:tutors");
});
afterAll(() => room.close());

it("lets instructors name a portfolio, which students type wherever a ticker can be", async () => {
  expect((await room.as("student", "/data portfolio TECH 0.5*AAPL+0.5*MSFT")).problem).toMatchObject({ kind: "not-allowed" });
  const named = await room.words("tutor", "/data portfolio TECH 50% apple 50% MSFT".replace("apple", "AAPL"));
  expect(named).toContain("TECH is 0.5*AAPL+0.5*MSFT.");
  const words = await room.words("student", "/beta tech");
  expect(words).toContain("TECH on Mkt-RF");
  expect(words).toContain("TECH is 0.5*AAPL+0.5*MSFT: rebalanced to these weights every day.");
  const [byName, byParts] = await Promise.all(["/beta TECH", "/beta 0.5*AAPL+0.5*MSFT"].map(async (typed) => (await room.ask("student", typed)).result["fit"] as { readonly rSquared: number }));
  expect(byName!.rSquared).toBe(byParts!.rSquared);
  expect((await room.as("student", "/compare TECH JPM")).problem).toBeNull();
  expect((await room.as("student", "/variance TECH")).problem).toBeNull();
  expect((await room.as("student", "/ask what is the beta of TECH?")).problem).toBeNull();
  expect(await room.words("student", "/data list")).toContain("TECH portfolio");
  expect((await room.as("student", "/beta TECH", undefined, "elsewhere")).problem).toMatchObject({ kind: "unknown-series" });
});

it("takes a naming back, and removes one", async () => {
  await room.ask("prof", "/data portfolio BANKS JPM + BAC");
  room.pass(1000);
  expect(await room.words("prof", "/data portfolio BANKS 2*JPM - 1*BAC")).toContain("Before, it was 1*JPM+1*BAC");
  expect(await room.words("prof", "/data undo")).toContain("BANKS");
  expect(await room.words("student", "/beta BANKS")).toContain("BANKS is 1*JPM+1*BAC");
  expect(await room.words("prof", "/data remove banks")).toContain("BANKS");
  expect((await room.as("student", "/beta BANKS")).problem).toMatchObject({ kind: "unknown-series" });
});

it.each([
  ["/data portfolio JPM 2*WMT", { kind: "unusable-name", reason: "taken" }],
  ["/data portfolio ff3 2*WMT", { kind: "unusable-name", reason: "taken" }],
  ["/data portfolio boeing 2*WMT", { kind: "unusable-name", reason: "taken" }],
  ["/data portfolio A-B 2*WMT", { kind: "unusable-name", reason: "unreadable" }],
  ["/data portfolio 2X 2*WMT", { kind: "unusable-name", reason: "unreadable" }],
  ["/data portfolio ONE JPM", { kind: "unreadable-portfolio", reason: "single" }],
  ["/data portfolio TWO 2*NOSUCH", { kind: "unreadable-portfolio", reason: "unknown-name" }],
])("refuses %s", async (typed, problem) => {
  expect((await room.as("prof", typed)).problem).toMatchObject(problem);
});

it("hides a portfolio that holds an asset of an open check, as its expression is hidden", async () => {
  await room.ask("prof", "/data portfolio MINE 0.7*JPM+0.3*KO");
  await room.ask("prof", "/check post exercise:jpm-regression closes:2h");
  const isHidden = async (typed: string): Promise<boolean> => (await room.words("student", typed)).includes("That is being asked just now");
  expect(await isHidden("/beta 0.7*JPM+0.3*KO factor:SPY")).toBe(true);
  expect(await isHidden("/beta MINE factor:SPY")).toBe(true);
  expect(await isHidden("/beta 3*MINE factor:SPY")).toBe(true);
  expect(await isHidden("/beta MINE-0.7*JPM factor:SPY")).toBe(false);
});

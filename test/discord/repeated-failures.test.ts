import { expect, test } from "vitest";
import { repeatedFailures } from "../../src/discord/repeated-failures.ts";
import { ProblemError } from "../../src/outcome.ts";
import type { StoreProblem } from "../../src/store/problem.ts";

test("the same failure every five seconds for five minutes is six lines, which count what they leave out, without a stack", () => {
  let now = 0;
  const lines: object[] = [];
  const failures = repeatedFailures((facts, message) => void lines.push({ at: now / 1000, ...facts, message }), { now: () => now, after: () => () => undefined });
  for (; now <= 300_000; now += 5_000) failures("reminders could not be sent", new ProblemError<StoreProblem>({ kind: "store-busy", reason: "lost" }, "PostgreSQL does not answer"));
  const line = { problem: "store-busy", reason: "lost", message: "reminders could not be sent" };
  expect(lines).toEqual([{ at: 0, ...line }, ...[60, 120, 180, 240, 300].map((at) => ({ at, ...line, unsaid: 11 }))]);
});

test("another failure, and another reason of the same, are lines of their own; a bug keeps its stack", () => {
  const lines: object[] = [];
  const failures = repeatedFailures((facts, message) => void lines.push({ ...facts, message }), { now: () => 0, after: () => () => undefined });
  const bug = new TypeError("x is not a function");
  failures("one", bug);
  failures("one", bug);
  failures("one", new TypeError("y is not a function"));
  failures("two", bug);
  for (const reason of ["full", "full", "locked"] as const) failures("one", new ProblemError<StoreProblem>({ kind: "store-busy", reason }, "SQLite"));
  expect(lines).toMatchObject([{ err: bug, message: "one" }, { message: "one" }, { err: bug, message: "two" }, { reason: "full" }, { reason: "locked" }]);
  expect(lines).toHaveLength(5);
});

test("of failures that are another each time no more than 500 are remembered", () => {
  const lines: object[] = [];
  const failures = repeatedFailures((facts) => void lines.push(facts), { now: () => 0, after: () => () => undefined });
  const fail = (place: number): void => failures("one", new Error(`no answer to ${String(place)}`));
  for (let place = 0; place < 501; place++) fail(place);
  fail(500);
  expect(lines).toHaveLength(501);
  fail(0);
  expect(lines).toHaveLength(502);
});

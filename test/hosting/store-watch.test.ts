import { expect, test } from "vitest";
import { watchStore } from "../../src/hosting/store-watch.ts";
import { ProblemError } from "../../src/outcome.ts";
import { lossWords } from "../../src/programs/store-words.ts";
import type { StoreProblem } from "../../src/store/problem.ts";

const full = new ProblemError<StoreProblem>({ kind: "store-busy", reason: "full" }, "SQLite can't write");
const locked = new ProblemError<StoreProblem>({ kind: "store-busy", reason: "locked" }, "SQLite's file is locked");

/** Each ping in turn, five seconds apart: null where it is well. */
async function logOf(pings: readonly (Error | null)[]): Promise<{ readonly lines: readonly (readonly [string, object, string])[]; readonly waits: readonly number[] }> {
  const lines: (readonly [string, object, string])[] = [];
  const waits: number[] = [];
  let now = 0;
  let next: (() => void) | null = null;
  const clock = {
    now: () => now,
    after: (milliseconds: number, task: () => void) => {
      waits.push(milliseconds);
      next = () => {
        now += milliseconds;
        task();
      };
      return () => (next = null);
    },
  };
  const left = [...pings];
  const log = { error: (facts: object, words: string) => void lines.push(["error", facts, words]), info: (facts: object, words: string) => void lines.push(["info", facts, words]) };
  const watch = watchStore({
    ping: async () => {
      const error = left.shift() ?? null;
      if (error !== null) throw error;
      await Promise.resolve();
    },
    wordsOf: lossWords,
    log: log as never,
    clock,
  });
  for (let asked = 0; asked < pings.length; asked++) {
    const look = next as (() => void) | null;
    next = null;
    look?.();
    await expect.poll(() => next).not.toBeNull();
  }
  watch.stop();
  expect(next).toBeNull();
  return { lines, waits };
}

test("a store that is lost for a minute costs one line, with the reason, and one when it is back", async () => {
  const { lines } = await logOf([null, ...Array.from({ length: 12 }, () => full), null, null]);
  expect(lines).toEqual([
    ["error", {}, "The store has no space left (the host has to free some). Until it is back nothing is confirmed, and whoever asks is told to try again"],
    ["info", { seconds: 60 }, "The store takes and gives again"],
  ]);
});

test("lost again it is said again; a reason that changes meanwhile is the same loss", async () => {
  const { lines } = await logOf([full, locked, null, locked, null]);
  expect(lines.map(([level, , words]) => `${level}: ${words.slice(0, 30)}`)).toEqual(["error: The store has no space left (t", "info: The store takes and gives agai", "error: The store is in use by somethi", "info: The store takes and gives agai"]);
});

test("a store that is well costs no line; another error has its own words", async () => {
  expect((await logOf([null, null])).lines).toEqual([]);
  expect((await logOf([new Error("without its table answers")])).lines[0]?.[2]).toContain("The store fails (without its table answers).");
});

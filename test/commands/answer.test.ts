import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../../src/commands/answer.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import { ProblemError, success } from "../../src/outcome.ts";
import type { StoreProblem } from "../../src/store/problem.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
let context: AppContext;
beforeAll(async () => {
  room = openCourseroom();
  const lost = (): never => {
    throw new ProblemError<StoreProblem>({ kind: "store-busy", reason: "lost" }, "PostgreSQL does not answer");
  };
  // It was opened, and every call of it fails from here on.
  const calls = new Proxy({}, { get: () => () => Promise.resolve().then(lost) });
  const broken = new Proxy(await room.store(), { get: () => calls });
  context = { ...room.world, store: () => Promise.resolve(success(broken)) };
});
afterAll(() => room.close());

/** What needs the store for itself, what needs it to keep an open check's key hidden alone, and what has a problem of its own. */
const asked = ["/beta JPM", "/beta nosuch", "/describe JPM", "/track MSFT", "/explain beta", "/ask what is beta", "/practice", "/progress", "/privacy export", "/course audit", "/check post"];

test.each(asked)("a store that is lost under %s is a problem that passes, never a bug of ours", async (typed) => {
  const parsed = parseCommand(typed, commands);
  if (!parsed.ok) throw new Error(parsed.problem.kind);
  const asker = { id: "ann", name: "ann", roleIds: [], managesServer: false };
  const { problem, answer: reply } = await answer({ ...parsed.value, asker, place: { guildId: "school", channelId: "class" }, id: "i" }, commands, context);
  expect(problem).toEqual({ kind: "store-busy", reason: "lost" });
  expect(JSON.stringify(reply)).toContain("Try again in a minute");
});

import { afterAll, beforeAll, expect, test } from "vitest";
import { failure, ProblemError, success } from "../../src/outcome.ts";
import { openHostedModel } from "../../src/programs/open-hosted-model.ts";
import type { StoreProblem } from "../../src/store/problem.ts";
import type { Store } from "../../src/store/store.ts";
import { startChatServer, testKey, testModel, type ChatServer } from "../hosted/chat-server.ts";

let server: ChatServer;
beforeAll(async () => {
  server = await startChatServer();
});
afterAll(() => server.close());

const menu = { commands: [{ name: "beta", about: "β" }], entries: [], assets: [] };
const problem: StoreProblem = { kind: "store-unreachable", where: "file", reason: "timed-out", detail: "" };
const storeThat = (take: Store["modelRequests"]["take"]) => () => Promise.resolve(success(Object.assign(Object.create(null) as Store, { modelRequests: { take } })));
const ask = async (store: Parameters<typeof openHostedModel>[1]) =>
  (await openHostedModel({ url: server.url, model: testModel, key: testKey, perDay: 5, perPerson: 5 }, store).choose("what of it?", menu, "ann")).kind;

test("without a store that counts, nothing is sent: where it can't be opened, and where it fails", async () => {
  expect(await ask(() => Promise.resolve(failure(problem)))).toBe("not-asked");
  expect(await ask(storeThat(() => Promise.reject(new ProblemError(problem, "store"))))).toBe("not-asked");
  expect(server.requests).toEqual([]);
  expect(await ask(storeThat(() => Promise.resolve(true)))).toBe("none");
});

test("it is counted by the day of UTC with the limit of the settings; a bug of ours stays one", async () => {
  const taken: unknown[] = [];
  await ask(storeThat((...call) => Promise.resolve(taken.push(call) > 0)));
  expect(taken).toEqual([[new Date().toISOString().slice(0, 10), 5]]);
  await expect(ask(storeThat(() => Promise.reject(new TypeError("ours"))))).rejects.toThrow("ours");
});

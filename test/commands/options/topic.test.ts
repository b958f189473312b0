import { afterAll, expect, test } from "vitest";
import { topic } from "../../../src/commands/options/topic.ts";
import { openAsking } from "../asking.ts";

const asking = openAsking();
afterAll(() => asking.close());

test("an entry is found by its name, in a question too, and with up to 300 characters", () => {
  const read = (typed: string) => topic("A topic").read(typed, "topic", asking.world);
  expect(read("beta")).toMatchObject({ ok: true, value: { id: "beta" } });
  expect(read("what is the beta?")).toMatchObject({ ok: true, value: { id: "beta" } });
  expect(read(` ${"x".repeat(300)} `)).toMatchObject({ ok: false, problem: { kind: "unknown-topic" } });
  expect(read("x".repeat(301))).toEqual({ ok: false, problem: { kind: "text-too-long", option: "topic", length: 301, max: 300 } });
});

test("a page of text is refused before it is compared with every name", async () => {
  const { problem } = await asking.ask(`/explain topic:"${"capm ".repeat(1500)}"`);
  expect(problem).toMatchObject({ kind: "text-too-long", option: "topic", max: 300 });
});

import { afterAll, expect, test } from "vitest";
import { datasetsOf } from "../../src/datasets/datasets-of.ts";
import type { AppContext } from "../../src/commands/app-context.ts";
import { offeredSteps } from "../../src/commands/offered-steps.ts";
import { openAsking, replyOf } from "./asking.ts";
import { openCourseroom } from "./courseroom.ts";

const sample = openAsking();
const room = openCourseroom();
afterAll(() => Promise.all([sample.close(), room.close()]));

/** The sample, as if it came from files of the staff. */
const datasets = datasetsOf(sample.world.datasets.series.map((series) => ({ ...series, provenance: { ...series.provenance, origin: "imported" as const } })));
const imported: AppContext = { ...sample.world, datasets };

async function offersData(typed: string, context: AppContext): Promise<boolean> {
  const call = context.parse(typed);
  if (!call.ok) throw new Error(typed);
  const command = { name: call.value.command } as Parameters<typeof sample.call>[0];
  return replyOf(await sample.call(command, call.value.options, context)).nextSteps.some((step) => step.command === "data get");
}

test.each(["/beta JPM show:more", "/beta JPM show:code", "/beta 0.6*JPM+0.4*WMT show:more", "/describe MSFT show:more", "/practice exercise:jpm-regression"])(
  "%s offers the rows where they are handed out, and nowhere else",
  async (typed) => {
    expect(await offersData(typed, sample.world)).toBe(true);
    expect(await offersData(typed, imported)).toBe(false);
    expect(await offersData(typed, { ...imported, sharesImportedData: true })).toBe(true);
  },
);

test("a check's message in its channel offers them by the same rule", async () => {
  await room.ask("prof", "/check post exercise:jpm-regression closes:2h");
  expect(room.posts.at(-1)?.nextSteps.map(({ label }) => label)).toEqual(["Answer", "Hint", "Get the data"]);
  const message = room.posts.at(-1)?.nextSteps ?? [];
  expect(offeredSteps(message, imported).map(({ label }) => label)).toEqual(["Answer", "Hint"]);
});

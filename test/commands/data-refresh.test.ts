import { afterAll, expect, it } from "vitest";
import { keepDataFresh } from "../../src/commands/data-refresh.ts";
import type { RefreshedData } from "../../src/commands/data-service.ts";
import { dataRefreshedReply } from "../../src/render/replies/data-refresh.ts";
import { openCourseroom } from "./courseroom.ts";

const room = openCourseroom();
afterAll(() => room.close());

const change = (series: string, revision: number) => ({ series, frequency: "daily", file: `yahoo_${series}.csv`, added: 5, kept: 0, revised: revision === 0 ? 0 : 1, largestRevision: revision === 0 ? null : { day: 20_000, from: 0.01, to: 0.01 + revision } });
const round = (parts: Partial<RefreshedData> = {}): RefreshedData => ({ guild: "school", fetched: 2, changes: [change("AMD", 0), change("NVDA", 0.02)], newFailures: [], recovered: [], ...parts });
const failed = { kind: "bad-file", file: "yahoo_AMD.csv", line: null, column: null, fault: "offline", found: "ENOTFOUND" } as const;

async function run(rounds: readonly RefreshedData[], refreshesData = true) {
  const before = room.posts.length;
  async function* refresh() {
    yield* await Promise.resolve(rounds);
  }
  const done = await keepDataFresh({ ...room.world, refreshesData, data: { ...room.world.data, refresh } }, () => false);
  return { done, posts: room.posts.slice(before) };
}

it("tells the staff's channel what changed, the largest revision first, and nothing where it is off or nothing is new", async () => {
  await room.ask("prof", "/course setup staff:backroom");
  const { posts } = await run([round()]);
  expect(posts).toHaveLength(1);
  const [embed] = posts[0]!.embeds;
  expect(embed?.title).toBe("Data fetched again: 2 series changed");
  expect(embed?.description?.split("\n")).toEqual([
    "NVDA daily: adds 5 rows, revises 1 row, the most on 2024-10-04 from 1.000% to 3.000%.",
    "AMD daily: adds 5 rows.",
  ]);
  expect((await run([round()], false)).done).toEqual([]);
  expect((await run([round({ changes: [] })])).posts).toEqual([]);
  expect((await run([round({ changes: [{ ...change("AMD", 0), added: 0 }] })])).posts).toEqual([]);
});

it("tells every course of the host's data, and of another server's none", async () => {
  expect((await run([round({ guild: null })])).posts).toHaveLength(1);
  expect((await run([round({ guild: "elsewhere" })])).posts).toHaveLength(0);
});

it("says what fails and what came again", () => {
  const reply = dataRefreshedReply(round({ changes: [], newFailures: [failed], recovered: ["yahoo_KO.csv"] }));
  expect(reply?.embeds[0]?.title).toBe("Data could not be fetched again");
  expect(reply?.embeds[0]?.description).toContain("It is tried again, later each time");
  expect(reply?.embeds[0]?.description).toContain("Came again: yahoo\\_KO.csv.");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceDue } from "../../src/commands/checks/announce.ts";
import { reconcilePosts } from "../../src/commands/checks/reconcile-posts.ts";
import { failure } from "../../src/outcome.ts";
import { openCourseroom, type Courseroom } from "./courseroom.ts";

let room: Courseroom;
beforeAll(() => {
  room = openCourseroom();
});
afterAll(() => room.close());

const newest = async (): Promise<string> => (await (await room.store()).checks.list("school", 1))[0]?.id ?? "";

describe("a check that opens later", () => {
  test("is not in the channel, hides nothing and takes no answer before that", async () => {
    const words = await room.words("prof", "/check post jpm-regression opens:2h closes:30m");
    expect(words).toContain("Scheduled as");
    expect(room.posts).toHaveLength(0);
    const check = await newest();
    expect(await room.words("prof", "/check list")).toMatch(/A stock's factor model · opens 2026-09-14 11:00.* closes 2026-09-14 11:30/u);
    expect(await room.words("ada", `/check submit ${check} answer2:1.395`)).toContain("is not open yet");
    expect(await room.words("ada", "/beta JPM")).toContain("1.395");
    room.pass(3_600_000);
    expect(await reconcilePosts(room.world)).toEqual([]);
    expect(room.posts).toHaveLength(0);
  });

  test("is posted once when its time comes, after a restart too, and its span counts from then", async () => {
    await room.restart();
    room.pass(3_600_000);
    await Promise.all([reconcilePosts(room.world), reconcilePosts(room.world)]);
    await reconcilePosts(room.world);
    expect(room.posts).toHaveLength(1);
    expect(await room.words("ada", "/beta JPM")).toContain("That is being asked just now");
    expect(await room.words("ada", `/check submit ${await newest()} answer2:1.2`)).not.toContain("not open");
    room.pass(31 * 60_000);
    expect(await announceDue(room.world)).toHaveLength(1);
  });

  test("is cancelled by withdrawing it, and can't be closed before it has opened", async () => {
    const before = room.posts.length;
    await room.words("prof", "/check post annualise-alpha opens:1h");
    const check = await newest();
    expect(await room.words("prof", `/check close ${check} confirm:true`)).toContain("is not open yet");
    await room.words("prof", `/check void ${check} confirm:true`);
    room.pass(2 * 3_600_000);
    await reconcilePosts(room.world);
    room.pass(60_000);
    await reconcilePosts(room.world);
    await announceDue(room.world);
    expect(room.posts).toHaveLength(before);
  });

  test("where Discord refuses it then, it is taken back and the staff are told", async () => {
    await room.words("prof", "/check post factor-share opens:1h");
    const check = await newest();
    const told: string[] = [];
    const sideEffects: typeof room.world.sideEffects = {
      ...room.world.sideEffects,
      post: (channel) => Promise.resolve(failure({ kind: "cannot-post", channel, why: "forbidden" })),
      tell: (person, { embeds }) => {
        told.push(`${person}: ${embeds[0]?.title ?? ""}`);
        return Promise.resolve(true);
      },
    };
    room.pass(3_700_000);
    await reconcilePosts({ ...room.world, sideEffects });
    expect(await (await room.store()).checks.find(check)).toBeNull();
    expect(told).toEqual(["prof: Not posted: Where the risk comes from"]);
  });

  test("the newest check is the newest in its channel", async () => {
    await room.words("prof", "/check post tracking-portfolio");
    await room.words("prof", "/check post monthly-position opens:3d");
    expect(await room.words("prof", "/check close")).toContain("tracking portfolio");
  });
});

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importBytes } from "../../src/datasets/import-file.ts";
import { taskOf } from "../../src/grading/check-task.ts";
import { keysOf, readPostedKeys, type PostedKeys } from "../../src/grading/posted-keys.ts";
import type { Check } from "../../src/store/check-records.ts";
import { terminalText } from "../../src/render/terminal.ts";
import { openCourseroom, type Courseroom } from "../commands/courseroom.ts";
import { bytesOf } from "../datasets/made-up.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-posted-keys-"));
const sample = readFileSync(join(import.meta.dirname, "../../data/sample/FactorModels_data1.csv"), "utf8");
let room: Courseroom;
beforeAll(() => {
  room = openCourseroom({}, { FACTOR_TA_LOCAL: folder });
});
afterAll(async () => {
  await room.close();
  rmSync(folder, { recursive: true, force: true });
});

const idIn = (words: string): string => /check[: ]([2-9a-z]{6})\b/u.exec(words)?.[1] ?? "";
async function post(options: string): Promise<string> {
  expect(await room.words("prof", `/check post ${options} again:true`)).toContain("Posted as");
  return idIn(terminalText(room.posts.at(-1)!, []));
}
const found = async (check: string): Promise<Check> => (await (await room.store()).checks.find(check))!;
/** Its keys as it is marked; with `onData`, as the loaded data would give them. */
async function keys(check: string, onData = false): Promise<PostedKeys> {
  const task = taskOf(onData ? { ...(await found(check)), postedKeys: null } : await found(check), room.world);
  if (!task.ok || task.value.kind === "open") throw new Error("no keys");
  return keysOf(task.value);
}

/** The course's file with JPM's returns a tenth larger from 2000 on, imported by the host while the bot runs. */
async function correctTheData(): Promise<void> {
  const corrected = sample.replaceAll(/^(20.*,)(-?[\d.]+(?:e-?\d+)?)$/gmu, (_line, before: string, jpm: string) => `${before}${String(Number(jpm) * 1.1)}`);
  const imported = importBytes({ name: "FactorModels_data1.csv", bytes: bytesOf(corrected) }, { localFolder: folder, accept: true });
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
  await room.restart();
}

describe("checks whose data are corrected", () => {
  let [open, closed, own, variants] = ["", "", "", ""];
  let before: Readonly<Record<string, PostedKeys>> = {};
  let beta = "";
  let assigned = "";

  test("store their keys when they are posted", async () => {
    open = await post("jpm-regression feedback:now");
    own = await post('question:"β of JPM on SPY in 2000–2009?" key:beta ticker:JPM from:2000 to:2009');
    variants = await post("factor-share variants:true");
    closed = await post("jpm-regression attempts:2");
    before = { open: await keys(open), own: await keys(own), variants: await keys(variants), closed: await keys(closed) };
    expect(readPostedKeys((await found(open)).postedKeys)).toEqual(before["open"]);
    expect(Object.keys(before["variants"]!).length).toBeGreaterThan(5);
    const [first] = Object.values(before["open"]!);
    beta = String(first!["beta"]);
    expect(Number(beta)).toBeGreaterThan(1);
    assigned = await room.words("ada", `/check answer ${variants}`);
    await room.words("ada", `/check submit ${closed} answer2:${beta}`);
    await room.words("prof", `/check close ${closed} confirm:true`);
  });

  test("keep them, and everybody the variant that they were given", async () => {
    await correctTheData();
    for (const [name, check] of Object.entries({ open, own, variants, closed })) {
      expect(await keys(check), name).toEqual(before[name]);
      expect(await keys(check, true), name).not.toEqual(before[name]);
    }
    expect(await room.words("ada", `/check answer ${variants}`)).toBe(assigned);
  });

  test("mark who answers after the change as who answered before it", async () => {
    const [first] = Object.values(before["open"]!);
    const { alpha, beta: slope } = first!;
    const part = async (name: string, number: string) => {
      await room.words(name, `/check submit ${open} answer1:${String(alpha)} answer2:${number}`);
      return (await (await room.store()).answers.ofItem({ kind: "check", check: open })).find(({ person }) => person === name)?.parts.map(({ quantity, verdict }) => `${quantity} ${verdict}`);
    };
    const parts = await part("bob", String(slope));
    const swapped = await part("cyd", String(Number(slope) * 1.1));
    expect([parts, swapped].map((one) => one?.filter((text) => text.startsWith("beta")))).toEqual([["beta correct"], ["beta incorrect"]]);
  });

  test("say in the results and before a regrade which number the data give now", async () => {
    const words = await room.words("prof", `/check regrade ${closed} quantity:beta tolerance:2%`);
    expect(words).toMatch(/The data have changed since this was posted\. The keys? stays?: .*1\.395 \(the data give 1\.5\d+ now\)/u);
    expect(await room.words("prof", `/check results ${closed}`)).toMatch(/The data have changed since this was posted/u);
  });

  test("of which no data changed say nothing, and are posted anew with today's keys", async () => {
    const again = await post("jpm-regression");
    expect(await keys(again)).toEqual(await keys(again, true));
    expect(await keys(again)).not.toEqual(before["open"]);
    expect(await room.words("prof", `/check regrade ${again} quantity:beta tolerance:2%`)).not.toContain("The data have changed");
  });
});

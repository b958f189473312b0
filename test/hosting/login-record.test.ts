import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLoginRecord } from "../../src/hosting/login-record.ts";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-logins-"));
afterAll(() => rmSync(folder, { recursive: true }));
const hour = 3_600_000;

test("a program that crashes at once and is started again at once logs in at most six times an hour", () => {
  const file = join(folder, "loop.json");
  let now = 1e12;
  const logins: number[] = [];
  while (now < 1e12 + 24 * hour) {
    const record = openLoginRecord(file, () => now);
    now += record.waitMs;
    openLoginRecord(file, () => now).begun();
    logins.push(now);
    now += 2_000;
  }
  const inAnHour = logins.map((start) => logins.filter((time) => time >= start && time < start + hour).length);
  expect(Math.max(...inAnHour)).toBeLessThanOrEqual(6);
  expect(logins.length).toBeGreaterThan(24);
});

test("a login that a stop ended is none, and leaves the earlier crashes", () => {
  const file = join(folder, "stopped.json");
  const now = 1e12;
  for (let crash = 0; crash < 2; crash++) openLoginRecord(file, () => now).begun();
  const third = openLoginRecord(file, () => now);
  third.begun();
  third.stopped();
  expect(openLoginRecord(file, () => now)).toMatchObject({ crashes: 2, waitMs: 60_000 });
});

test("a graceful stop, or a long run, clears the record; two crashes cost no wait", () => {
  const file = join(folder, "calm.json");
  const now = 1e12;
  for (const waits of [true, true]) {
    expect(openLoginRecord(file, () => now).waitMs === 0).toBe(waits);
    openLoginRecord(file, () => now).begun();
  }
  const third = openLoginRecord(file, () => now);
  expect(third).toMatchObject({ crashes: 2, waitMs: 60_000 });
  third.begun();
  third.ended();
  expect(openLoginRecord(file, () => now)).toMatchObject({ crashes: 0, waitMs: 0 });
});

test("a clock that was set back, or a broken record, keeps nobody waiting", () => {
  const file = join(folder, "odd.json");
  const ahead = openLoginRecord(file, () => 1e12 + hour);
  for (let n = 0; n < 5; n++) openLoginRecord(file, () => 1e12 + hour).begun();
  expect(ahead.crashes).toBe(0);
  expect(openLoginRecord(file, () => 1e12)).toMatchObject({ crashes: 0, waitMs: 0 });
  writeFileSync(file, '{"not": "a list"');
  expect(openLoginRecord(file, () => 1e12).waitMs).toBe(0);
});

import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The built program, as `npm run ask` starts it. */
const folder = mkdtempSync(join(tmpdir(), "factor-ta-cli-"));
const ask = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...words], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
    env: { ...process.env, FACTOR_TA_LOCAL: join(folder, "local") },
  });
  return { status, stdout, stderr };
};

beforeAll(() => {
  execFileSync(process.execPath, ["scripts/build.mjs", "--if-changed"]);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("an answer is text with the picture's path, and exits with 0", () => {
  const { status, stdout } = ask("/beta JPM", "--out", folder);
  expect(status).toBe(0);
  expect(stdout).toContain("β = 1.395 · 95% interval");
  expect(stdout).toContain("simulated sample");
  expect(stdout).toContain(join(folder, "scatter.png"));
  expect(existsSync(join(folder, "scatter.png"))).toBe(true);
});

test("--json prints the message, its problem and the results at full precision", () => {
  const { status, stdout } = ask("/beta ticker:JPM", "--json", "--out", folder, "--as", "instructor", "--user", "ada");
  expect(status).toBe(0);
  const message = JSON.parse(stdout) as Record<string, never>;
  expect(Object.keys(message)).toEqual(
    expect.arrayContaining(["content", "embeds", "components", "flags", "attachments", "problem", "result"]),
  );
  expect(message["problem"]).toBeNull();
  expect(message["attachments"]).toMatchObject([{ filename: "scatter.png", path: join(folder, "scatter.png") }]);
  expect(message["result"]).toMatchObject({ fit: { asset: "JPM", sample: { observations: 7974 } } });
});

test("a problem has its facts in --json, its words in the text, and exits with 1", () => {
  const { status, stdout } = ask("/beta JMP", "--json");
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ problem: { kind: "unknown-series", asked: "JMP", nearest: ["JPM"] }, flags: 64 });
  expect(ask("/bata JPM").stdout).toContain("Did you mean /beta?");
});

test.each([[[]], [["/beta JPM", "--as", "dean"]], [["/beta JPM", "--colour", "red"]], [["--help"]]])(
  "%j is told how to ask, and exits with 2",
  (words) => {
    const { status, stderr } = ask(...words);
    expect(status).toBe(2);
    expect(stderr).toContain("npm run -s ask");
  },
);

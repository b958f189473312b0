import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The built program, as `npm run ask` starts it. */
const folder = mkdtempSync(join(tmpdir(), "factor-ta-cli-"));
const ask = (...said: (string | Readonly<Record<string, string>>)[]) => {
  const words = said.filter((word) => typeof word === "string");
  const settings = said.find((word) => typeof word === "object");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli.js", ...words], {
    encoding: "utf8",
    maxBuffer: 64 << 20,
    env: { ...process.env, FACTOR_TA_LOCAL: join(folder, "local"), ...settings },
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

test("two lines are two questions", () => {
  const { status, stdout } = ask("/beta JPM\n/beta JMP");
  expect(status).toBe(1);
  expect(stdout).toContain("JPM on SPY: β = 1.395");
  expect(stdout).toContain("Did you mean JPM?");
});

test("a problem has its facts in --json, its words in the text, and exits with 1", () => {
  const { status, stdout } = ask("/beta JMP", "--json");
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ problem: { kind: "unknown-series", asked: "JMP", nearest: ["JPM"] }, flags: 64 });
  expect(ask("/bata JPM").stdout).toContain("Did you mean /beta?");
});

test.each([[[]], [["/beta JPM", "--as", "dean"]], [["/beta JPM", "--colour", "red"]]])(
  "%j is told how to ask, and exits with 2",
  (words) => {
    const { status, stderr } = ask(...words);
    expect(status).toBe(2);
    expect(stderr).toContain("npm run -s ask");
  },
);

test("without --out the pictures are in a new folder of one's own, whatever others put in the shared one", () => {
  const shared = join(folder, "tmp");
  const mine = join(folder, "my-thesis.png");
  writeFileSync(mine, "my thesis");
  mkdirSync(join(shared, "factor-ta"), { recursive: true });
  symlinkSync(mine, join(shared, "factor-ta", "scatter.png"));
  const { status, stdout } = ask("/beta JPM", { TMPDIR: shared });
  expect(status).toBe(0);
  expect(readFileSync(mine, "utf8")).toBe("my thesis");
  const [made] = readdirSync(shared).filter((name) => name !== "factor-ta");
  expect(stdout).toContain(join(shared, made!, "scatter.png"));
  expect(statSync(join(shared, made!)).mode & 0o777).toBe(0o700);
  expect(statSync(join(shared, made!, "scatter.png")).mode & 0o777).toBe(0o600);
});

test("where the pictures can't be written the answer is there all the same, with one sentence", () => {
  const mine = join(folder, "my-notes.png");
  const planted = join(folder, "planted");
  writeFileSync(mine, "my notes");
  mkdirSync(planted);
  symlinkSync(mine, join(planted, "scatter.png"));
  for (const out of [mine, planted]) {
    const { status, stdout, stderr } = ask("/beta JPM", "--out", out);
    expect(status).toBe(1);
    expect(stdout).toContain("β = 1.395");
    expect(stderr).toMatch(/^The pictures and files can't be written \(.+\)\.\nName a folder that you may write to: --out DIR\.\n$/u);
  }
  expect(readFileSync(mine, "utf8")).toBe("my notes");
});

test.each(["factor-ta", "main", "cli", "data", "store", "doctor"])("%s tells --help and --version on standard output, and does nothing else", (program) => {
  const run = (...words: string[]) => spawnSync(process.execPath, [`dist/${program}.js`, ...words], { encoding: "utf8", cwd: process.cwd(), env: { ...process.env, FACTOR_TA_LOCAL: join(folder, "none") } });
  const help = run("--help");
  expect([help.status, help.stderr]).toEqual([0, ""]);
  expect(help.stdout).toMatch(/^(?:Usage|Ask one question)/u);
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
  expect(run("--version")).toMatchObject({ status: 0, stdout: `factor-ta ${version}\n`, stderr: "" });
  expect(existsSync(join(folder, "none"))).toBe(false);
});

test("behind a program's name too", () => {
  const run = (...words: string[]) => spawnSync(process.execPath, ["dist/factor-ta.js", ...words], { encoding: "utf8" });
  expect(run("data", "import", "--help").stdout).toContain("--missing -99");
  expect(run("ask", "--help").stdout).toContain("--out DIR");
  expect(run("bota")).toMatchObject({ status: 2, stdout: "" });
});

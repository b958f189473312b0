// Types, style and tests; then what was skipped and why, how long each step took, and one closing line.
// --all adds browser, PostgreSQL, release, random-input and fault suites; --tests leaves out types and style, and whatever
// needs a browser. Other words go to vitest.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { constants, setPriority, tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-test-"));
const report = join(folder, "report.json");
const given = process.argv.slice(2);
const [all, testsOnly] = [given.includes("--all"), given.includes("--tests")];
const some = given.filter((word) => word !== "--all" && word !== "--tests");
const quick = ["pure", "programs", "deadlines"];
const projects = all ? [] : testsOnly ? [...quick, "random", "faults", "postgres"] : quick;
const postgres = all || testsOnly ? {} : { TEST_POSTGRES: "no" };
const started = Date.now();
const took = [];

const which = all
  ? "types, style and every suite"
  : testsOnly
    ? "every suite but browser and release"
    : "types, style and tests; npm run test:all adds browser, PostgreSQL, release, random input and faults";
console.log(`Node ${process.versions.node}: ${which}`);

// They take what the tests leave, so that they make no test late and no core waits for them.
const beside = testsOnly ? null : step("types and style", "oxlint", [], { quiet: true, background: true });
const checks = [await step("build", "node", ["scripts/build.mjs"], { quiet: true })];
checks.push(
  await step("tests", "vitest", ["run", "--reporter=./scripts/test-report.mjs", ...projects.map((name) => `--project=${name}`), ...some], {
    env: { ...postgres, TEST_REPORT: report },
  }),
);
if (beside !== null) checks.push(await beside);

const { passed, failed, skipped } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { passed: 0, failed: 1, skipped: {} };
rmSync(folder, { recursive: true });
for (const [reason, count] of Object.entries(skipped)) console.log(`skipped ${count}: ${reason}`);
const broken = checks.filter((ok) => !ok).length;
if (broken > 0) console.log(`${broken} of the steps above failed`);
console.log(`${took.join(", ")}; ${seconds(started)} in all`);
const skips = Object.values(skipped).reduce((sum, count) => sum + count, 0);
console.log(`${passed} passed, ${failed} failed, ${skips} skipped`);
process.exitCode = broken > 0 || failed > 0 || passed === 0 ? 1 : 0;

/** Runs a program; a quiet one, which may run beside another, says at its end what it has to say. */
function step(name, command, words, { quiet = false, background = false, env = {} } = {}) {
  const from = Date.now();
  console.log(`${name} …`);
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      env: { ...process.env, ...env, PATH: `node_modules/.bin:${process.env.PATH}` },
      shell: process.platform === "win32",
    });
    if (background && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding("utf8").on("data", (text) => said.push(text));
    const end = (ok, words) => {
      took.push(`${name} ${seconds(from)}`);
      console.log(`${name}: ${ok ? "done" : "failed"} in ${seconds(from)}`);
      if (words !== "") console.log(words);
      resolve(ok);
    };
    child.once("error", ({ message }) => end(false, message));
    child.once("close", (code) => end(code === 0, said.join("").trim()));
  });
}

function seconds(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

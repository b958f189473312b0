// Type check, lint, tests; then what was skipped and why, and one closing line. Arguments go to vitest.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "factor-ta-test-"));
const report = join(folder, "report.json");
const some = process.argv.slice(2);
const pageTypes = "packages/discord-course-server/src/page/tsconfig.json";

const checks = await Promise.all([
  run("tsc", ["-p", "."]),
  ...(existsSync(pageTypes) ? [run("tsc", ["-p", pageTypes])] : []),
  run("eslint", ["."]),
]);
checks.push(await run("node", ["scripts/build.mjs"]));
checks.push(await run("vitest", ["run", "--reporter=dot", "--reporter=json", `--outputFile.json=${report}`, ...some]));

const { passed, failed, skipped } = counted();
for (const { reason, count } of skipped) console.log(`skipped ${count}: ${reason}`);
const broken = checks.filter((ok) => !ok).length;
if (broken > 0) console.log(`${broken} of the steps above failed`);
const skips = skipped.reduce((sum, { count }) => sum + count, 0);
console.log(`${passed} passed, ${failed} failed, ${skips} skipped`);
process.exitCode = broken > 0 || failed > 0 || passed === 0 ? 1 : 0;
rmSync(folder, { recursive: true });

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: "inherit",
      env: { ...process.env, PATH: `node_modules/.bin:${process.env.PATH}` },
      shell: process.platform === "win32",
    });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

/** Skipped tests by the title of their suite, which says why. */
function counted() {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: [] };
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const reasons = new Map();
  for (const { assertionResults } of testResults) {
    for (const { status, ancestorTitles, title } of assertionResults) {
      if (status === "passed" || status === "failed") continue;
      const reason = ancestorTitles[0] ?? title;
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return {
    passed: numPassedTests,
    failed: numFailedTests > 0 ? numFailedTests : Math.sign(numFailedTestSuites),
    skipped: [...reasons].map(([reason, count]) => ({ reason, count })),
  };
}

// A line for each test file as it ends, whether or not there is a terminal, and at the end the counts for scripts/test.mjs.
import { writeFileSync } from "node:fs";
import { DefaultReporter } from "vitest/node";

export default class TestReport extends DefaultReporter {
  constructor() {
    super({ summary: false });
  }

  onTestRunEnd(modules, errors, reason) {
    super.onTestRunEnd(modules, errors, reason);
    const counts = { passed: 0, failed: errors.length, skipped: {} };
    for (const module of modules) {
      if (module.errors().length > 0) counts.failed++;
      for (const test of module.children.allTests()) {
        const { state, note } = test.result();
        if (state === "passed") counts.passed++;
        else if (state === "failed") counts.failed++;
        else {
          const why = note === undefined ? outermost(test) : `${outermost(test)} (${note})`;
          counts.skipped[why] = (counts.skipped[why] ?? 0) + 1;
        }
      }
    }
    writeFileSync(process.env.TEST_REPORT, JSON.stringify(counts));
  }
}

/** The title of the first suite around a test, which says why it was left out where no note does. */
function outermost(test) {
  let one = test;
  while (one.parent.type !== "module") one = one.parent;
  return one.name;
}

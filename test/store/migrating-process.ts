import { writeSync } from "node:fs";

import { openStore } from "../../src/store/open-store.ts";

/**
 * A process of its own for kill.test.ts: opens a store that an earlier version made, which migrates its tables, and
 * prints "begun" before and "done" after. It ends by being killed.
 */
const [address = "{}"] = process.argv.slice(2);
writeSync(1, "begun\n");
const opened = await openStore(JSON.parse(address) as { file: string });
writeSync(1, opened.ok ? "done\n" : `${JSON.stringify(opened.problem)}\n`);
setInterval(() => undefined, 1000);

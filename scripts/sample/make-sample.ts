/** `npm run data:sample`: writes the simulated sample to data/sample, or to the folder named. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleFiles } from "./sample-files.ts";

const folder = process.argv[2] ?? join(import.meta.dirname, "../../data/sample");
mkdirSync(folder, { recursive: true });
for (const [name, text] of sampleFiles()) {
  writeFileSync(join(folder, name), text);
  console.log(`${name}: ${text.length.toLocaleString("en-US")} bytes`);
}

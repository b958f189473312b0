/**
 * Fits how often readings are right, by what speaks for them, to the authors' questions, each author read by a classifier
 * without that author; writes the weights into `src/asking/honest-confidence.ts` and what was read into
 * `test/asking/authors/cross-read.json`: the second part of `npm run ask:fit`. Prints what running from which confidence
 * on comes to, each author by weights of the others. `--read` fits to what the file has.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parserOf } from "../src/asking/question-reader.ts";
import { writtenAuthors } from "../test/asking/authors/frames.ts";
import { judgedApart, readRuns, unseenRuns, writtenRuns } from "../test/asking/authors/runs.ts";
import { unlearntKnowledge } from "../test/asking/known.ts";
import { fittedConfidence, fittedStrangers } from "./asking/fitted-confidence.ts";
import { runsApart } from "./asking/runs-apart.ts";
import { tradeOffLines } from "./asking/trade-off.ts";
import { parsingOnce } from "./asking/training-examples.ts";

const isReadAlready = process.argv.includes("--read");
const knowledge = unlearntKnowledge();
const parse = parsingOnce(parserOf(knowledge));
const read = isReadAlready ? readRuns() : new Map(writtenAuthors.map((author) => [author, runsApart(author, knowledge, parse)] as const));
if (!isReadAlready) writeFileSync(new URL("../test/asking/authors/cross-read.json", import.meta.url), writtenRuns(read));
const judged = judgedApart(read);
console.log(tradeOffLines([...judged.values()].flat()).join("\n"));
for (const [author, runs] of judged) console.log(`author ${author}\n  ${tradeOffLines(runs).filter((_, index) => index % 4 === 0).join("\n  ")}`);

const file = new URL("../src/asking/honest-confidence.ts", import.meta.url);
const weights = fittedConfidence([...read.values()].flat());
const lines = Object.entries(weights).map(([name, weight]) => `  ${name}: ${String(weight)},\n`).join("");
const { slope, intercept } = fittedStrangers([...unseenRuns().values()].flat(), weights);
const source = readFileSync(file, "utf8")
  .replace(/(?<=confidenceWeights: Evidence = \{\n).*?(?=\};\n)/su, lines)
  .replace(/(?<=strangerScale: StrangerScale = )\{.*?\}/u, `{ slope: ${String(slope)}, intercept: ${String(intercept)} }`);
writeFileSync(file, source);
console.log(lines);

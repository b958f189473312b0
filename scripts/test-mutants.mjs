// Mutation score of one folder: `npm run test:mutants -- src/exercises/marking`. Each small change that Stryker makes
// in it should make a test fail. More arguments name the tests to run, in place of those of the folder's module.
// `--lines 200` changes 200 lines alone, drawn evenly from all lines of code of the folder: an estimate, in minutes where
// the whole takes hours; `--seed 2` draws others.
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

const { values: drawn, positionals } = parseArgs({ options: { lines: { type: "string" }, seed: { type: "string", default: "1" } }, allowPositionals: true });
const [folder, ...tests] = positionals.map((path) => path.replace(/\/$/u, ""));
if (folder === undefined || !existsSync(folder) || !folder.startsWith("src/")) {
  console.error("Usage: npm run test:mutants -- FOLDER_OR_FILE [TESTS…], FOLDER_OR_FILE under src/");
  process.exit(2);
}

const record = "out/mutants";
mkdirSync(record, { recursive: true });

const isFile = folder.endsWith(".ts");
const [, module] = folder.split("/");
const results = await new Stryker({
  mutate: drawn.lines === undefined ? [isFile ? folder : `${folder}/**/*.ts`] : drawnLines(Number(drawn.lines), Number(drawn.seed)),
  testFiles: (tests.length > 0 ? tests : [`test/${module}`]).map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
  incremental: drawn.lines === undefined,
  incrementalFile: `${record}/${folder.replaceAll("/", "-")}.json`,
}).runMutationTest();

const sources = new Map();
const lost = results.filter(({ status }) => status === "Survived" || status === "NoCoverage");
for (const { fileName, location, status, replacement } of lost) {
  const place = `${relative(".", fileName)}:${location.start.line}:${location.start.column}`;
  console.log(`${status === "Survived" ? "survived" : "no test"}  ${place}  ${before(fileName, location)}  →  ${oneLine(replacement)}`);
}
for (const [file, own] of grouped(results)) console.log(`${scoreOf(own)}  ${relative(".", file)}`);
console.log(`${scoreOf(results)}  ${folder}`);

/** Lines of code (no comment, import or lone bracket), each as likely as the others, as Stryker names a place. */
function drawnLines(count, seed) {
  const files = isFile ? [folder] : readdirSync(folder, { recursive: true }).flatMap((name) => (name.endsWith(".ts") ? [join(folder, name)] : []));
  const lines = files.toSorted().flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .flatMap((line, index) => (/^\s*(?:\/\/|\/?\*|import |export \{|[\])}]+[,;]?$|$)/u.test(line) ? [] : [`${file}:${index + 1}-${index + 1}`])),
  );
  let state = seed;
  for (let left = lines.length - 1; left > 0; left--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (left + 1));
    [lines[left], lines[other]] = [lines[other], lines[left]];
  }
  console.log(`${Math.min(count, lines.length)} of ${lines.length} lines of ${folder}, seed ${seed}`);
  return lines.slice(0, count);
}

/** Killed of all that a test could have killed; static mutants and those that don't run are left out. */
function scoreOf(mutants) {
  const killed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const alive = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage").length;
  const all = killed + alive;
  return `${all === 0 ? "–" : `${((100 * killed) / all).toFixed(1)}%`} (${killed} of ${all})`.padEnd(20);
}

function grouped(mutants) {
  const files = new Map();
  for (const mutant of mutants) files.set(mutant.fileName, [...(files.get(mutant.fileName) ?? []), mutant]);
  return files;
}

function before(file, { start, end }) {
  if (!sources.has(file)) sources.set(file, readFileSync(file, "utf8").split("\n"));
  const lines = sources.get(file).slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return oneLine(lines.join("\n"));
}

function oneLine(text = "") {
  const flat = text.replaceAll(/\s+/gu, " ");
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat;
}

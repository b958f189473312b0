// Mutation score of one folder: `npm run test:mutants -- src/exercises/marking`. Each small change that Stryker makes
// in it should make a test fail. More arguments name the tests to run, in place of those of the folder's module.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { Stryker } from "@stryker-mutator/core";

const [folder, ...tests] = process.argv.slice(2).map((path) => path.replace(/\/$/u, ""));
if (folder === undefined || !existsSync(folder) || !folder.startsWith("src/")) {
  console.error("Usage: npm run test:mutants -- FOLDER_OR_FILE [TESTS…], FOLDER_OR_FILE under src/");
  process.exit(2);
}

const record = "out/mutants";
mkdirSync(record, { recursive: true });

const isFile = folder.endsWith(".ts");
const [, module] = folder.split("/");
const results = await new Stryker({
  mutate: [isFile ? folder : `${folder}/**/*.ts`],
  testFiles: (tests.length > 0 ? tests : [`test/${module}`]).map((path) => (path.endsWith(".ts") ? path : `${path}/**/*.test.ts`)),
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

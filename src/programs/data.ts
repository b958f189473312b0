import type { Problem } from "../render/problem.ts";
import { stderr, stdout } from "node:process";
import { readConfigOrExit } from "../config.ts";
import { fetchFiles } from "../datasets/fetch-files.ts";
import { fetchTickers } from "../datasets/fetch-tickers.ts";
import { importChoices, quoted } from "../datasets/import-choices.ts";
import { importFile } from "../datasets/import-file.ts";
import type { ImportResult } from "../datasets/import-file.ts";
import { readProvenances } from "../datasets/local-folder.ts";
import type { FileProblem } from "../datasets/problem.ts";
import { chosenProvider } from "../datasets/providers.ts";
import { publishedFiles } from "../datasets/published-files.ts";
import { removeFile, undoImport, type Removed } from "../datasets/remove-file.ts";
import { removedWords, storedFileLines } from "../render/stored-files.ts";
import type { ReadOptions } from "../datasets/read-options.ts";
import type { Outcome } from "../outcome.ts";
import { endOnOutputError } from "./output-errors.ts";
import { wasHelped } from "./help.ts";
import { importUsage, readImportArguments } from "./import-arguments.ts";
import { importWords } from "../render/import-words.ts";
import { fileProblemWords } from "../render/problems/file-problem.ts";
import { problemWords } from "../render/problem.ts";
import { progressWords } from "../render/progress-words.ts";

/** The terminal's data commands: import, fetch, list, remove and undo. */

const usage = `Usage:
${importUsage}
  data fetch                    download the course's files and French's library
  data fetch [--accept] AAPL NVDA …   download tickers by name, adjusted for splits and dividends
  data list                     what is imported, newest first
  data remove FILE|TICKER …     remove imported files
  data undo                     take the last import back
`;

async function run(words: readonly string[]): Promise<number> {
  const command = parse(words);
  if (command === null) {
    stderr.write(usage);
    return 2;
  }
  const { local: localFolder, sample: sampleFolder } = readConfigOrExit().folders;
  switch (command.name) {
    case "import":
      return statusOf(command.files.map((file) => reportImport(importFile(file, { ...command.said, localFolder, sampleFolder }), { words: command.typed, file: quoted(file) })));
    case "fetch":
      return statusOf(command.tickers.length === 0 ? await fetchPublished(localFolder) : await fetchByName(command, localFolder));
    case "list":
      return report(readProvenances(localFolder), storedFileLines);
    case "remove":
      return statusOf(command.files.map((file) => report(removeFile(localFolder, file), (removed) => removed.map(removalLine))));
    case "undo":
      return report(undoImport(localFolder), (file) => [removalLine(file)]);
  }
}

const statusOf = (failures: readonly (0 | 1)[]): 0 | 1 => (failures.includes(1) ? 1 : 0);

const removalLine = (removed: Removed): string => `Removed: ${removedWords(removed)}.`;

async function fetchPublished(localFolder: string): Promise<readonly (0 | 1)[]> {
  const onProgress = (url: string, received: number, total: number | null) => {
    if (stderr.isTTY) stderr.write(`\r${progressWords(url, received, total)}`);
  };
  const failures: (0 | 1)[] = [];
  for await (const outcome of fetchFiles(publishedFiles(), { localFolder, onProgress })) {
    if (stderr.isTTY) stderr.write("\r\u001b[K");
    failures.push(reportImport(outcome));
  }
  return failures;
}

async function fetchByName({ tickers, accept }: Extract<DataCommand, { name: "fetch" }>, localFolder: string): Promise<readonly (0 | 1)[]> {
  const provider = chosenProvider(readConfigOrExit().providers);
  stdout.write(`From ${provider.name}. ${provider.terms}\n`);
  const failures: (0 | 1)[] = [];
  for await (const fetched of fetchTickers(tickers, { localFolder, provider, accept })) {
    failures.push(report(fetched, (value) => (value.kind === "fresh" ? [`${value.file}: fetched ${value.importedAt.slice(0, 16).replace("T", " ")} UTC, and not asked for again so soon.`] : importWords(value.result))));
  }
  return failures;
}

type DataCommand =
  | { readonly name: "import"; readonly files: readonly string[]; readonly said: ReadOptions; readonly typed: readonly string[] }
  | { readonly name: "fetch"; readonly tickers: readonly string[]; readonly accept: boolean }
  | { readonly name: "list" | "undo" }
  | { readonly name: "remove"; readonly files: readonly string[] };

function parse([name, ...words]: readonly string[]): DataCommand | null {
  switch (name) {
    case "import": {
      const read = readImportArguments(words);
      return read === null ? null : { name, ...read, typed: words.filter((word) => !read.files.includes(word)).map(quoted) };
    }
    case "fetch": {
      const tickers = words.filter((word) => word !== "--accept");
      return tickers.every((word) => /^[\w^.=-]+$/u.test(word) && !word.startsWith("-")) ? { name, tickers, accept: tickers.length < words.length } : null;
    }
    case "list":
    case "undo":
      return words.length === 0 ? { name } : null;
    case "remove":
      return words.length > 0 ? { name, files: words } : null;
    case undefined:
    default:
      return null;
  }
}

/** Prints a result in words, or its problem; returns 1 where it failed. */
function report<T>(outcome: Outcome<T, FileProblem>, words: (value: T) => readonly string[]): 0 | 1 {
  if (!outcome.ok) return reportImport(outcome);
  stdout.write(`${words(outcome.value).map(visible).join("\n")}\n`);
  return 0;
}

interface Typed {
  readonly words: readonly string[];
  readonly file: string;
}

/** The same options and file with a choice, in the place of what was said of the same option, or of `others`. */
function typedAgain(choice: string, { words, file }: Typed, others: readonly string[]): string {
  const said = new Set([...choice.split(" ").filter((word) => word.startsWith("--")), ...others]);
  const kept = words.filter((word, at) => !said.has(word.split("=")[0] ?? "") && !(said.has(words[at - 1] ?? "") && !word.startsWith("--")));
  return [choice, ...kept, file].join(" ");
}

/** Prints the result for one file; returns 1 where it failed. `typed`: the options and the file of the import, to be typed again with what it asks. */
function reportImport(outcome: Outcome<ImportResult, Problem>, typed: Typed | null = null): 0 | 1 {
  if (outcome.ok) {
    stdout.write(`${importWords(outcome.value).join("\n")}\n`);
    return 0;
  }
  const { problem } = outcome;
  const words = problem.kind === "bad-file" ? fileProblemWords(problem, visible) : problemWords(problem);
  stderr.write(`${words.cause}\n  ${words.next} Nothing of this file was stored.\n`);
  const choices = typed === null || problem.kind !== "bad-file" ? [] : importChoices(problem);
  // What is percent and what is not is said column by column.
  const others = problem.kind === "bad-file" && problem.fault === "mixed-columns" ? ["--percent"] : [];
  if (typed !== null && choices.length > 0) stderr.write([choices.length === 1 ? "Type" : "Type one of", ...choices.map((choice) => `  npm run data:import -- ${typedAgain(visible(choice), typed, others)}`), ""].join("\n"));
  return 1;
}

/** Text from a file, without the terminal's control characters. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
}

const words = process.argv.slice(2);
endOnOutputError();
process.exitCode = wasHelped(words, usage) ? 0 : await run(words);

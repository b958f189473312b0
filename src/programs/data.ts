import type { Problem } from "../render/problem.ts";
import { stderr, stdout } from "node:process";
import { readConfigOrExit } from "../config.ts";
import { fetchFiles } from "../datasets/fetch-files.ts";
import { importFile } from "../datasets/import-file.ts";
import type { ImportResult } from "../datasets/import-file.ts";
import { publishedFiles } from "../datasets/published-files.ts";
import type { ReadOptions } from "../datasets/read-options.ts";
import type { Outcome } from "../outcome.ts";
import { importUsage, readImportArguments } from "./import-arguments.ts";
import { importWords } from "../render/import-words.ts";
import { fileProblemWords } from "../render/file-problem.ts";
import { problemWords } from "../render/problem.ts";
import { progressWords } from "../render/progress-words.ts";

/** The terminal's data commands: `data import FILE…` and `data fetch`. */

const usage = `Usage:
${importUsage}
  data fetch                    download the course's files and French's library
`;

async function run(words: readonly string[]): Promise<number> {
  const command = parse(words);
  if (command === null) {
    stderr.write(usage);
    return 2;
  }
  const localFolder = readConfigOrExit().folders.local;
  let failed = 0;
  if (command.name === "import") {
    for (const file of command.files) failed += reportImport(importFile(file, { ...command.said, localFolder }));
  } else {
    const onProgress = (url: string, received: number, total: number | null) => {
      if (stderr.isTTY) stderr.write(`\r${progressWords(url, received, total)}`);
    };
    for await (const outcome of fetchFiles(publishedFiles(), { localFolder, onProgress })) {
      if (stderr.isTTY) stderr.write("\r\u001b[K");
      failed += reportImport(outcome);
    }
  }
  return failed === 0 ? 0 : 1;
}

type DataCommand =
  | { readonly name: "import"; readonly files: readonly string[]; readonly said: ReadOptions }
  | { readonly name: "fetch" };

function parse([name, ...words]: readonly string[]): DataCommand | null {
  if (name === "import") {
    const read = readImportArguments(words);
    return read === null ? null : { name, ...read };
  }
  return name === "fetch" && words.length === 0 ? { name } : null;
}

/** Prints the result for one file; returns 1 where it failed. */
function reportImport(outcome: Outcome<ImportResult, Problem>): 0 | 1 {
  if (outcome.ok) {
    stdout.write(`${importWords(outcome.value).join("\n")}\n`);
    return 0;
  }
  const { problem } = outcome;
  const words = problem.kind === "bad-file" ? fileProblemWords(problem, visible) : problemWords(problem);
  stderr.write(`${words.cause}\n  ${words.next} Nothing of this file was stored.\n`);
  return 1;
}

/** Text from a file, without the terminal's control characters. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ");
}

process.exitCode = await run(process.argv.slice(2));

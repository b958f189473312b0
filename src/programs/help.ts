import { stdout } from "node:process";
import { programVersion } from "../config.ts";

/** Prints what `--help` or `--version` asks for; whether one of them was there. */
export function wasHelped(words: readonly string[], usage: string): boolean {
  if (words.includes("--help") || words.includes("-h")) stdout.write(`${usage.trimEnd()}\n`);
  else if (words.includes("--version")) stdout.write(`factor-ta ${programVersion()}\n`);
  else return false;
  return true;
}

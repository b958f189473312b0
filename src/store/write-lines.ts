import { closeSync, openSync, writeSync } from "node:fs";

/** Writes lines into a new file, for its owner alone. Returns the last of them. */
export async function writeLines(lines: AsyncIterable<string>, file: string): Promise<string> {
  const handle = openSync(file, "wx", 0o600);
  let last = "";
  try {
    for await (const line of lines) {
      writeSync(handle, `${line}\n`);
      last = line;
    }
  } finally {
    closeSync(handle);
  }
  return last;
}

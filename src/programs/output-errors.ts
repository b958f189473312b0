import { exit, stderr, stdout } from "node:process";

/**
 * A program of the terminal whose output goes into a full disk or a pipe that was closed ends with one line. Who closed
 * the pipe has read enough, as `head` does.
 */
export function endOnOutputError(): void {
  stderr.on("error", () => undefined);
  stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") stderr.write(`Standard output can't be written: ${error.message}\n`);
    exit(error.code === "EPIPE" ? 0 : 1);
  });
}

/** A bot whose log can't be written goes on answering. */
export function ignoreOutputErrors(): void {
  for (const stream of [stdout, stderr]) stream.on("error", () => undefined);
}

import type { DestinationStream } from "pino";
import type { Problem } from "../render/problem.ts";
import type { Resources } from "./resources.ts";

/** Who is told what happens, and where what is opened is handed over to be closed. */
export interface Host {
  readonly resources: Resources;
  readonly destination: DestinationStream;
  /** Aborted once a stop was asked for: what fails from then on in a start that is under way was closed under it. */
  readonly stopping: AbortSignal;
  /** A line for the person who started the program. */
  say(text: string): void;
  /** Discord ended the connection for good. */
  onEnded(problem: Problem): void;
}

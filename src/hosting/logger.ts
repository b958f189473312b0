import { pino, type DestinationStream, type Logger } from "pino";
import { maskLine, type Masking } from "./mask-line.ts";
import { serializeError } from "./serialize-error.ts";

export interface LogSettings extends Masking {
  readonly level: string;
  /** Standard error, unless a test reads it. */
  readonly destination?: DestinationStream;
}

/**
 * Structured lines: no names, no messages, no tokens; a person, a server or a channel is a keyed hash. Of an error only
 * what is listed in `serializeError` is written; what is left of ids and secrets in any text is masked in the finished line.
 */
export function logger({ level, destination = pino.destination(2), ...masking }: LogSettings): Logger {
  const masked = { write: (line: string) => destination.write(maskLine(line, masking)) };
  return pino({ level, base: null, serializers: { err: serializeError } }, masked);
}

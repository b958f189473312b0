import { pino, type DestinationStream, type Logger } from "pino";
import { maskLine, type Masking } from "./mask-line.ts";
import { serializeError } from "./serialize-error.ts";

interface LogSettings extends Masking {
  readonly level: string;
  /** Where lines are written; by default standard output. */
  readonly destination?: DestinationStream;
}

/**
 * Structured lines without names, messages and tokens; a person, a server or a channel is a keyed hash. Of an error only
 * the fields of `serializeError` are written; remaining ids and secrets in any text are masked in the finished line.
 */
export function logger({ level, destination = pino.destination({ dest: 1, sync: true }), ...masking }: LogSettings): Logger {
  const masked = { write: (line: string) => destination.write(maskLine(line, masking)) };
  return pino({ level, base: null, serializers: { err: serializeError } }, masked);
}

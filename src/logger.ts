import { pino } from "pino";
import type { Log } from "./discord/dispatch.ts";

/** Structured lines on standard error: no names, no tokens. */
export function logger(level: string): Log {
  return pino({ level, base: null, redact: ["token", "*.token"] }, pino.destination(2));
}

import type { CommandCall } from "./reply.ts";

/**
 * A command as text: the one notation of the terminal, the recipe line, buttons and reconciliations.
 * `/beta ticker:JPM from:2000-01-01`; a value with spaces is in double quotes, where "" is a quote.
 */
export function commandText({ command, options }: CommandCall): string {
  const words = Object.entries(options)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}:${quoted(value)}`);
  return [`/${command}`, ...words].join(" ");
}

export interface CommandWord {
  /** The text before an unquoted colon; null without one. */
  readonly name: string | null;
  /** The text after it, without quotes. */
  readonly value: string;
  /** The whole word; a quoted one without its quotes. */
  readonly text: string;
}

/** The words of a typed command, the slash taken off, and backticks that were copied with it. */
export function commandWords(typed: string): readonly CommandWord[] {
  const words = typed.trim().replace(/^(`{1,3})([^`]*)\1$/u, "$2").trim().replace(/^\//u, "").matchAll(/(?:([a-z_-][a-z0-9_-]*):(?=\s|$)|(?:([a-z_-][a-z0-9_-]*):)?(?:"((?:[^"]|"")*)"|(\S+)))/giu);
  return [...words].map(([whole, empty, before, inQuotes, plain]) => {
    const name = empty ?? before;
    const value = inQuotes?.replaceAll('""', '"') ?? plain ?? "";
    return { name: name?.toLowerCase() ?? null, value, text: name === undefined ? value : whole };
  });
}

const quoted = (value: string): string => (/[\s"]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

import type { PrintedFormat } from "../glossary/printed-figures.ts";
import { formatLikePython } from "./numbers.ts";

/** A computed figure as the chapter's own code would print it, to be compared character by character. */
export function asPrinted(value: number | string, format: PrintedFormat): string {
  if (typeof value === "string") return value;
  const digits = Number(/\d+$/u.exec(format)?.[0] ?? 0);
  if (format.startsWith("significant")) return formatLikePython(value, { significant: digits });
  if (format.startsWith("percent")) return `${formatLikePython(value * 100, { decimals: digits })}%`;
  if (format === "dollars") return `$${formatLikePython(value, { decimals: 0, grouped: true })}`;
  return formatLikePython(value, { decimals: format === "count" ? 0 : digits });
}

import { commandText } from "./command-text.ts";
import type { CommandCall } from "./reply.ts";

/** The first option of each command, whose name people omit. */
const bareNames: readonly string[] = ["topic", "value", "tickers", "ticker", "exercise", "question"];

/** A command as people write it: `/performance JPM from:2010-01-01`. It is parsed as the same call. */
export function spokenCommand({ command, options }: CommandCall): string {
  const [first, ...rest] = Object.entries(options).filter(([, value]) => value !== "");
  if (!first || !bareNames.includes(first[0])) return commandText({ command, options });
  const [, value] = first;
  const named = commandText({ command: "", options: Object.fromEntries(rest) }).slice("/".length);
  return `/${command} ${/[\s":]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value}${named}`;
}

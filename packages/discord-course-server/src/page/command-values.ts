/** Whether a typed command can be sent: its values, or the first thing that is wrong and where. */
import type { OptionValues } from "../page-protocol.ts";
import type { CommandLine } from "./command-line.ts";
import { optionValue, type OptionContext } from "./option-value.ts";

export interface Fault {
  readonly words: string;
  /** Where in the text; for something missing, its end. */
  readonly start: number;
  readonly end: number;
  /** The option that is missing. */
  readonly missing: string | null;
}

export interface CommandValues {
  readonly values: OptionValues;
  readonly faults: readonly Fault[];
}

export function commandValues({ command, filled, unmatched, nameEnd }: CommandLine, context: OptionContext): CommandValues {
  const values: Record<string, string | number | boolean> = {};
  const faults: Fault[] = unmatched.map(({ text, start, end, why }) => ({
    words: why === "unknown-option" ? `/${command.path.join(" ")} has no option called ${text}.` : `“${text}” is one word too many.`,
    start,
    end,
    missing: null,
  }));
  for (const { option, text, start, end } of filled) {
    const read = optionValue(option, text, context);
    if (read.ok) values[option.name] = read.value;
    else faults.push({ words: `${option.name} ${read.fault}.`, start, end, missing: null });
  }
  const given = new Set(filled.map(({ option }) => option.name));
  const end = Math.max(nameEnd, ...filled.map((each) => each.end));
  for (const { name, description, required } of command.options) {
    if (required && !given.has(name)) faults.push({ words: `${name} is required: ${description}`, start: end, end, missing: name });
  }
  return { values, faults };
}

import { readFileSync } from "node:fs";
import type { Understanding } from "../../src/asking/understanding.ts";
import { commands } from "../../src/commands/index.ts";
import { parseCommand } from "../../src/commands/parse-command.ts";
import type { CommandCall } from "../../src/render/reply.ts";

export interface Expected {
  readonly question: string;
  readonly reading: string | readonly string[];
}

export const readExpected = (file: string): readonly Expected[] =>
  JSON.parse(readFileSync(new URL(`./sets/${file}`, import.meta.url), "utf8")) as readonly Expected[];

export const readingsOf = ({ reading }: Expected): readonly string[] => (typeof reading === "string" ? [reading] : reading);

/** Whether an understanding is one of those expected, by the rules of test/asking/sets/README.md. */
export function matches(found: Understanding, expected: Expected): boolean {
  return readingsOf(expected).some((reading) => {
    // No reading of the chapter: offered at most, or met as what it is.
    if (reading === "none") return found.kind !== "confident" && found.kind !== "no-advice";
    if (reading === "no-advice") return found.kind === "no-advice";
    return found.kind === "confident" && sameCall(found.reading.call, parsed(reading));
  });
}

/** As expected, or offered so, which costs a click. */
export const isRunOrOffered = (found: Understanding, expected: Expected): boolean =>
  matches(found, expected) || ("alternatives" in found && readingsOf(expected).some((reading) => !/^no/u.test(reading) && found.alternatives.some(({ call }) => sameCall(call, parsed(reading)))));

/** A command or an entry where there should be neither. */
export const isConfidentlyWrong = (found: Understanding, expected: Expected): boolean =>
  found.kind === "confident" && readingsOf(expected).some((reading) => /^no/u.test(reading)) && !matches(found, expected);

/** As the program itself reads a typed command, words without a name in the order of its options. */
function parsed(reading: string): CommandCall {
  const call = parseCommand(reading, commands);
  if (!call.ok) throw new Error(`${reading} is no command: ${JSON.stringify(call.problem)}`);
  return call.value;
}

/** Values that mean the same as leaving the option out. */
const defaults: Readonly<Record<string, string>> = { private: "*", frequency: "daily", errors: "classical", horizon: "month", model: "capm" };

function sameCall(found: CommandCall, expected: CommandCall): boolean {
  // Whether β has changed at a day: the test at that day says it as well as the path with the test of every day does.
  if (found.command === "beta" && found.options["split"] !== undefined && expected.command === "rolling") return found.options["ticker"] === expected.options["ticker"];
  if (found.command !== expected.command) return false;
  if (found.command === "explain") return sameTopics(found, expected);
  const names = new Set([...Object.keys(found.options), ...Object.keys(expected.options)]);
  return [...names].every((name) => {
    const [one, other] = [meaning(name, found.options[name]), meaning(name, expected.options[name])];
    return one === other || name === "private";
  });
}

function sameTopics(found: CommandCall, expected: CommandCall): boolean {
  const topics = ({ options }: CommandCall) => [options["topic"], options["versus"]].filter(Boolean).sort().join(" ");
  const asset = expected.options["ticker"];
  return topics(found) === topics(expected) && (asset === undefined || asset === found.options["ticker"]);
}

/** "2m", "500k" and "$2,000,000" by their dollars. */
function dollarsIn(written: string): number {
  const [, digits = "", unit = ""] = /^\$?([\d.,e]+)([kmb]?)$/iu.exec(written) ?? [];
  return Number(digits.replaceAll(",", "")) * ({ k: 1e3, m: 1e6, b: 1e9 }[unit.toLowerCase()] ?? 1);
}

function meaning(name: string, value: string | undefined): string {
  if (value === undefined || value === "") return defaults[name] ?? "";
  if (name === "ticker" || name === "tickers" || name === "model") return value.toUpperCase().split(/[ ,]+/u).sort().join(" ");
  if (name === "budget") return String(dollarsIn(value));
  if (name === "value") return String(Number(value));
  if (name === "target") return value.replace("%", "");
  if (name === "from" && /^\d{4}$/u.test(value)) return `${value}-01-01`;
  if (name === "to" && /^\d{4}$/u.test(value)) return `${value}-12-31`;
  return value;
}

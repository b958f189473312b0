import { commandText, commandWords } from "./command-text.ts";
import type { CommandCall } from "./reply.ts";

/** Of the notation below: a button made by another version is answered "ask again". */
const version = "1";

/** Long option names have a letter here, so that a full recipe fits in Discord's 100 code points. */
const shortNames: Readonly<Record<string, string>> = {
  ticker: "t",
  factor: "f",
  from: "a",
  to: "z",
  frequency: "q",
  errors: "e",
  lags: "l",
  private: "p",
  model: "m",
  tickers: "s",
  window: "w",
  budget: "b",
  horizon: "h",
  target: "g",
  show: "v",
  without: "x",
  amount: "u",
  move: "d",
};
const longNames = Object.fromEntries(Object.entries(shortNames).map(([long, short]) => [short, long]));

/** A command call as a button's custom_id; null where it passes Discord's 100 code points. */
export function customId({ command, options }: CommandCall): string | null {
  const id = `${version}${commandText({ command, options: renamed(options, shortNames) })}`;
  return [...id].length <= 100 ? id : null;
}

/**
 * The call behind a custom_id; null where it is not of this version's notation. Anyone can send any custom_id, so
 * what it names is checked on the same way as what is typed.
 */
export function readCustomId(id: string): CommandCall | null {
  if (!id.startsWith(`${version}/`)) return null;
  const words = commandWords(id.slice(version.length));
  const command = words.filter(({ name }) => name === null).map(({ text }) => text);
  const named = words.flatMap(({ name, value }) => (name === null ? [] : [[name, value] as const]));
  if (command.length === 0) return null;
  return { command: command.join(" "), options: renamed(Object.fromEntries(named), longNames) };
}

function renamed(
  options: Readonly<Record<string, string>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [Object.hasOwn(names, name) ? (names[name] ?? name) : name, value]));
}

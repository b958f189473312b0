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
};
const longNames = Object.fromEntries(Object.entries(shortNames).map(([long, short]) => [short, long]));

/** A command call as a button's custom_id; null where it passes Discord's 100 code points. */
export function customId({ command, options }: CommandCall): string | null {
  const short = Object.entries(options).map(([name, value]) => [shortNames[name] ?? name, value]);
  const id = `${version}${commandText({ command, options: Object.fromEntries(short) })}`;
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
  const options = words.flatMap(({ name, value }) => (name === null ? [] : [[longNames[name] ?? name, value]]));
  return command.length === 0 ? null : { command: command.join(" "), options: Object.fromEntries(options) };
}

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
  line: "n",
  guess: "y",
  numbers: "k",
};
/** An option and a word of a command as messages already posted name them in their buttons. */
const formerNames: Readonly<Record<string, string>> = { rung: "level", twin: "example" };
const longNames = { ...Object.fromEntries(Object.entries(shortNames).map(([long, short]) => [short, long])), ...formerNames };

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
  const command = words.flatMap(({ name, text }) => (name === null ? [newName(text, formerNames)] : [])).join(" ");
  const named = words.flatMap(({ name, value }) => (name === null ? [] : [[name, value] as const]));
  if (command === "") return null;
  return { command, options: renamed(Object.fromEntries(named), longNames) };
}

const renamed = (options: Readonly<Record<string, string>>, names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(options).map(([name, value]) => [newName(name, names), value]));

const newName = (name: string, names: Readonly<Record<string, string>>): string => (Object.hasOwn(names, name) ? (names[name] ?? name) : name);

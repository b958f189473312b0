/** The suggestions above the composer for the cursor's position. Pure: text in, suggestions out. */
import type { APIApplicationCommandOptionChoice } from "discord-api-types/v10";
import type { CommandListing, OptionListing } from "../page-protocol.ts";
import { type CommandLine, readCommandLine, runsOn } from "./command-line.ts";
import type { Filled } from "./filled-option.ts";
import type { ChannelState } from "./channel-state.ts";

export type Entry =
  | { readonly kind: "command"; readonly label: string; readonly detail: string; readonly listing: CommandListing }
  | { readonly kind: "option"; readonly label: string; readonly detail: string; readonly option: OptionListing }
  | { readonly kind: "value"; readonly label: string; readonly detail: string; readonly option: OptionListing; readonly value: string | number | boolean }
  | { readonly kind: "file"; readonly label: string; readonly detail: string; readonly option: OptionListing }
  | { readonly kind: "mention"; readonly label: string; readonly detail: string };

export interface Offer {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** The part of the text that a chosen entry takes the place of. */
  readonly start: number;
  readonly end: number;
  readonly line: CommandLine | null;
  /** The option that needs autocompletion from the bot. */
  readonly question: { readonly option: OptionListing; readonly typed: string } | null;
}

type Range = Pick<Offer, "start" | "end" | "line">;

/** `fromBot`: what the bot has suggested for a text of an option, as far as it has been asked. */
export type FromBot = (option: OptionListing, typed: string) => readonly APIApplicationCommandOptionChoice[];

export function offerAt(text: string, cursor: number, state: ChannelState, fromBot: FromBot): Offer | null {
  if (!text.startsWith("/")) return mentionOffer(text, cursor, state);
  const line = readCommandLine(text, state.commands);
  if (line === null || cursor <= line.nameEnd) return commandOffer(text, cursor, state, line);
  const at = filledAt(line, cursor);
  if (at !== null) return optionOffer(at, text.slice(at.valueStart, cursor), line, state, fromBot);
  const open = line.command.options.filter((option) => !line.filled.some((each) => each.option === option));
  const [next] = open;
  const spot: Range = { start: cursor, end: cursor, line };
  if (next === undefined) return null;
  if (next.required) return valueOffer(next, "", spot, state, fromBot);
  return { ...spot, title: "Options", entries: open.map(optionEntry), question: null };
}

/** A value that runs on keeps the cursor after its spaces too. */
function filledAt(line: CommandLine, cursor: number): Filled | null {
  const within = line.filled.find(({ start, end }) => start <= cursor && cursor <= end);
  const last = line.filled.at(-1);
  return within ?? (last && last.option === runsOn(line.command) && cursor > last.end ? last : null);
}

function commandOffer(text: string, cursor: number, state: ChannelState, line: CommandLine | null): Offer | null {
  const typed = text.slice(1, cursor).toLowerCase();
  const slash = state.commands.filter(({ kind }) => kind === "slash");
  const name = ({ path }: CommandListing): string => path.join(" ").toLowerCase();
  const tests = [
    (each: CommandListing) => name(each).startsWith(typed.trimEnd()),
    (each: CommandListing) => name(each).includes(typed.trim()),
    (each: CommandListing) => each.description.toLowerCase().includes(typed.trim()),
  ];
  const found = [...new Set(tests.flatMap((test) => slash.filter(test)))];
  const entries = found.map((listing): Entry => ({ kind: "command", label: `/${listing.path.join(" ")}`, detail: listing.description, listing }));
  if (entries.length === 0) return null;
  return { title: "Commands", entries, start: 0, end: line === null ? text.length : line.nameEnd, line, question: null };
}

function optionOffer(at: Filled, typed: string, line: CommandLine, state: ChannelState, fromBot: FromBot): Offer {
  const offer = valueOffer(at.option, typed.replace(/^"/, ""), { start: at.start, end: at.end, line }, state, fromBot);
  const isNamed = at.valueStart > at.start;
  if (isNamed || typed === "") return offer;
  const names = line.command.options
    .filter((option) => option.name.startsWith(typed.toLowerCase()) && !line.filled.some((each) => each.option === option && each !== at))
    .map(optionEntry);
  // What begins with the typed letters stands before what only has them somewhere: "fr" is first of all `from`.
  const begins = ({ label, detail }: Entry): boolean => [label, detail].some((words) => words.toLowerCase().startsWith(typed.toLowerCase()));
  return { ...offer, entries: [...offer.entries.filter(begins), ...names, ...offer.entries.filter((entry) => !begins(entry))] };
}

function valueOffer(option: OptionListing, typed: string, spot: Range, state: ChannelState, fromBot: FromBot): Offer {
  const entries = option.autocomplete
    ? fromBot(option, typed).map((choice) => choiceEntry(option, choice))
    : valueEntries(option, state).filter((entry) => entry.kind === "file" || fits(entry, typed));
  return {
    ...spot,
    title: `${option.name}: ${option.description}`,
    entries: entries.slice(0, 25),
    question: option.autocomplete ? { option, typed } : null,
  };
}

function valueEntries(option: OptionListing, state: ChannelState): readonly Entry[] {
  const value = (label: string, detail: string, of: string | number | boolean): Entry => ({ kind: "value", label, detail, option, value: of });
  if (option.choices.length > 0) return option.choices.map((choice) => choiceEntry(option, choice));
  const people = state.people.map(({ id, displayName, username }) => value(`@${displayName}`, username, id));
  const roles = state.roles.map(({ id, name }) => value(`@${name.replace(/^@/, "")}`, "Role", id));
  switch (option.type) {
    case "boolean":
      return [value("True", "", true), value("False", "", false)];
    case "user":
      return people;
    case "role":
      return roles;
    case "mentionable":
      return [...people, ...roles];
    case "channel":
      return state.channels.filter(({ kind }) => kind === "course").map(({ id, name }) => value(`#${name}`, "", id));
    case "attachment":
      return [{ kind: "file", label: "Choose a file…", detail: "At most 10 MiB; it can be dropped here too", option }];
    case "text":
    case "integer":
    case "number":
      return [];
  }
}

const choiceEntry = (option: OptionListing, { name, value }: APIApplicationCommandOptionChoice): Entry => ({
  kind: "value",
  label: name,
  detail: String(value) === name ? "" : String(value),
  option,
  value,
});

const optionEntry = (option: OptionListing): Entry => ({ kind: "option", label: option.name, detail: option.description, option });

const fits = ({ label, detail }: Entry, typed: string): boolean =>
  [label.replace(/^[@#]/, ""), detail].some((words) => words.toLowerCase().includes(typed.replace(/^[@#]/, "").toLowerCase()));

function mentionOffer(text: string, cursor: number, state: ChannelState): Offer | null {
  const asked = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(text.slice(0, cursor))?.[1];
  if (asked === undefined) return null;
  const names = [
    { label: `@${state.bot.name}`, detail: "App" },
    ...state.people.map(({ displayName, role }) => ({ label: `@${displayName}`, detail: role })),
  ];
  const entries = names
    .filter(({ label }) => label.toLowerCase().includes(asked.toLowerCase()))
    .map((name): Entry => ({ kind: "mention", ...name }));
  return entries.length === 0 ? null : { title: "Members", entries, start: cursor - asked.length - 1, end: cursor, line: null, question: null };
}

/** `@Name` as Discord sends it. */
export function withMentions(text: string, state: ChannelState): string {
  const names = [state.bot, ...state.people.map(({ id, displayName }) => ({ id, name: displayName }))];
  return names
    .toSorted((one, other) => other.name.length - one.name.length)
    .reduce((said, { id, name }) => said.replaceAll(`@${name}`, `<@${id}>`), text);
}

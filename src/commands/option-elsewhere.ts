import { subjectOption } from "../asking/askable-command.ts";
import { companiesNamed } from "../datasets/companies.ts";
import type { Problem } from "../render/problem.ts";
import type { AppContext } from "./app-context.ts";
import { nearestOptions } from "./nearest-options.ts";
import { readDate } from "./options/date.ts";
import { namedSeries } from "./options/named-series.ts";
import type { Option, RawOption } from "./options/option.ts";
import type { OptionProblem } from "./problem.ts";
import { textsOf } from "./texts-of.ts";

/** A call whose words could not all be placed: those that were, at their options, and those that are left. */
interface LeftOver {
  readonly command: string;
  readonly options: Readonly<Record<string, Option<unknown>>>;
  readonly placed: Readonly<Record<string, RawOption>>;
  readonly left: readonly string[];
}

type Taker = Extract<OptionProblem, { kind: "option-elsewhere" }>["takers"][number];

/** So many commands that take a word are offered, and no more than this for one option. */
const mostOffered = 4;
const mostOfOneOption = 2;

/**
 * Words that no option of a command takes, and an option of another one does: "monthly" beside a command that sets the
 * frequencies side by side, "5m" beside one that has no dollars, "window:60". Null where they mean nothing anywhere,
 * or name a company. What a command lacks is read from the commands' own lists of options.
 */
export function optionElsewhere(call: LeftOver, context: AppContext): Problem | null {
  if (Object.values(call.options).every(({ series }) => series === undefined)) return null;
  const runs = [call.left.join(" "), ...call.left];
  for (const words of new Set(runs)) {
    if (words === "" || namedSeries(words, context) !== null || companiesNamed(words, context.companies).length > 0) continue;
    const own = givenTwice(words, call) ?? namedAlone(words, call, context);
    if (own !== null) return own;
    const takers = takersOf(words, call, context);
    const [first] = takers;
    const rest = textsOf(call.placed);
    if (first === undefined) {
      const [, option, value] = /^([a-z][\w-]*):(.*)$/iu.exec(words) ?? [];
      if (option === undefined || value === undefined) continue;
      const known = Object.keys(call.options);
      return { kind: "unknown-option", command: call.command, option, nearest: nearestOptions(option, known), known, value, rest };
    }
    // What this command does instead is about one option, and so are the commands beside it.
    const does = context.commandList.find(({ name }) => name === call.command)?.instead[first.option]?.does ?? null;
    return { kind: "option-elsewhere", command: call.command, word: words, does, takers: does === null ? takers : takers.filter(({ option }) => option === first.option), rest };
  }
  return null;
}

/** The name of an option without its value: "lags". */
function namedAlone(words: string, { command, options, placed }: LeftOver, context: AppContext): Problem | null {
  const { commandList } = context;
  const option = words.toLowerCase();
  const owner = option in options ? command : commandList.find(({ audience, asking, options: others }) => audience === "everyone" && asking?.about === "assets" && option in others)?.name;
  if (owner === undefined) return null;
  return { kind: "option-without-value", command: owner, option, choices: valuesOf(options[option], context), rest: textsOf(placed) };
}

/** The values of an option that can be listed; of series there are too many. */
const valuesOf = (option: Option<unknown> | undefined, context: AppContext): readonly string[] =>
  (option?.series === undefined ? (option?.choices ?? option?.suggest?.("", context) ?? []) : []).map(({ value }) => value);

/** An own option that would take the words, had it not taken others. */
function givenTwice(words: string, { command, options, placed }: LeftOver): Problem | null {
  for (const [option, { claims }] of Object.entries(options)) {
    const [first, second] = [placed[option], claims?.(words, "daily")];
    if (typeof first === "string" && second != null && first !== second) return { kind: "given-twice", command, option, first, second, rest: textsOf(placed) };
  }
  return null;
}

/** The calls in which another command takes the words: those that answer what is asked next first, few for one option. */
function takersOf(words: string, call: LeftOver, context: AppContext): readonly Taker[] {
  const own = context.commandList.find(({ name }) => name === call.command);
  const next: readonly string[] = own?.asking?.about === "assets" ? own.asking.next : [];
  const analyses = context.commandList.filter(({ name, audience, asking }) => name !== call.command && audience === "everyone" && asking?.about === "assets");
  const ranked = [...analyses.filter(({ name }) => next.includes(name)), ...analyses.filter(({ name }) => !next.includes(name))];
  const found = ranked.flatMap((listing) =>
    Object.entries(listing.options).flatMap(([option, taking]) => {
      const value = Object.hasOwn(call.options, option) ? null : valueOf(words, option, taking, context);
      return value === null ? [] : callsOf(listing, option, value, words, call, context);
    }),
  );
  const options = [...new Set(found.map(({ option }) => option))];
  const fewOfEach = options.flatMap((option) => found.filter((taker) => taker.option === option).slice(0, options.length === 1 ? mostOffered - 1 : mostOfOneOption));
  return fewOfEach.slice(0, mostOffered);
}

type Listing = AppContext["commandList"][number];

/** What the option would be given, as it is typed there; null where it does not take the words. */
function valueOf(words: string, name: string, option: Listing["options"][string], context: AppContext): string | null {
  const named = words.toLowerCase().startsWith(`${name}:`) ? words.slice(name.length + 1) : null;
  const day = name === "from" ? readDate(words, "first") : null;
  const value = named ?? day ?? option.claims?.(words, "daily") ?? null;
  return value !== null && option.read(value, name, context).ok ? value : null;
}

/** The same assets, days and settings with the value, as far as the command takes them; an asset each where it takes one. */
function callsOf(listing: Listing, option: string, value: string, words: string, { options, placed, left }: LeftOver, context: AppContext): readonly Taker[] {
  const subject = subjectOption(listing);
  if (subject?.series === undefined) return [];
  const texts = textsOf(placed);
  const assets = Object.entries(texts).flatMap(([name, text]) => (options[name]?.series?.as === "series" && name !== "factor" ? idsOf(text, context) : []));
  const others = left.filter((word) => word !== words && words !== left.join(" "));
  const kept = Object.fromEntries(Object.entries(texts).filter(([name, text]) => options[name]?.series?.as !== "series" && name !== "show" && listing.options[name]?.read(text, name, context).ok === true));
  const last = option === "from" && "to" in listing.options && !words.includes(":") ? readDate(words, "last") : null;
  const named = assets.length > 0 ? assets : idsOf("JPM", context);
  const groups = subject.series.max === 1 ? named.slice(0, 2).map((id) => [id]) : [named.slice(0, subject.series.max)];
  return groups
    .filter((group) => group.length >= (subject.series?.min ?? 1))
    .map((group) => ({ command: listing.name, option, value, assets: group, options: { [subject.name]: [...group, ...others].join(" "), ...kept, [option]: value, ...(last === null ? {} : { to: last }) } }));
}

/** The loaded series of a text, as they are called; a portfolio as it stands. */
function idsOf(text: string, context: AppContext): readonly string[] {
  const whole = namedSeries(text, context);
  if (whole !== null) return [whole];
  const ids = text.split(/[\s,;]+/u).map((word) => namedSeries(word, context));
  return ids.every((id) => id !== null) ? ids : [text];
}

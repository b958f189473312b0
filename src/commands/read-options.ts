import { isSpelledDate } from "./options/date.ts";
import type { Problem } from "../render/problem.ts";
import { failure, success, type Outcome } from "../outcome.ts";
import { findTyped } from "./options/find-typed.ts";
import { listedAssets } from "./options/listed-assets.ts";
import type { Option, RawOption } from "./options/option.ts";
import { nearestOptions } from "./nearest-options.ts";
import { knownWord } from "./known-word.ts";
import { optionElsewhere } from "./option-elsewhere.ts";
import { placeWords } from "./place-words.ts";
import { textsOf } from "./texts-of.ts";
import type { AppContext } from "./app-context.ts";

/** The options whose values, once read, are these. */
export type OptionsOf<Values> = { readonly [Name in keyof Values]: Option<Values[Name]> };

/** The options' values, and what was typed with each word at the option that took it. */
interface LenientlyRead<Values> {
  readonly values: Values;
  readonly placed: Readonly<Record<string, RawOption>>;
}

/**
 * The options as they were given; where one can't be read, what was typed with each word at the option that it can only
 * mean. What can't be placed is the problem, by itself: "AAPL", not "AAPL 2008".
 */
export function readLeniently<Values extends object>(
  command: string,
  options: OptionsOf<Values>,
  raw: Readonly<Record<string, RawOption>>,
  context: AppContext,
): Outcome<LenientlyRead<Values>, Problem> {
  const strict = readOptions(command, options, raw, context);
  const isListed = Object.values(raw).some((text) => typeof text === "string" && /\p{L}[,;&]\s*$/u.test(text));
  if (strict.ok && !isListed) return success({ values: strict.value, placed: raw });
  if (!strict.ok && strict.problem.kind === "unknown-topic") return topicWithRest(command, options, raw, context) ?? strict;
  if (!strict.ok && strict.problem.kind === "unknown-option") return failure(namedElsewhere(command, options, raw, strict.problem, context));
  if (!strict.ok && !misplaced.has(strict.problem.kind)) return strict;
  // A closing time that can't be read is no date of a window: the check would close at another time than was meant.
  if (!strict.ok && strict.problem.kind === "unreadable-option" && strict.problem.expected === "moment") return strict;
  // A date that there is not is no window's length and no year.
  if (!strict.ok && strict.problem.kind === "unreadable-option" && strict.problem.expected === "date" && isSpelledDate(strict.problem.text)) return strict;
  const known = strict.ok ? null : knownWord(command, options, raw, context);
  if (known !== null) return failure(known);
  const list = listedAssets(options, raw, context);
  if (list !== null) return failure({ kind: "several-assets", command, takesFactor: list.assets.length === 2 && "factor" in options, ...list });
  if (strict.ok) return success({ values: strict.value, placed: raw });
  const placement = placeWords(options, raw, context);
  if ("placed" in placement) {
    const { placed } = placement;
    const read = readOptions(command, options, placed, context);
    if (read.ok) return success({ values: read.value, placed });
    return isOfName(strict.problem) ? read : strict;
  }
  const [word, ...others] = placement.left;
  if (word === undefined) return strict;
  const elsewhere = optionElsewhere({ command, options, placed: placement.others, left: placement.left.map((one) => asTyped(one, raw)) }, context);
  if (elsewhere !== null) return failure(elsewhere);
  const own = refusedAlone(options, raw, context);
  if (own !== null) return failure(own);
  // A number is no series' name, and dates that make no window no portfolio.
  if (isOfName(strict.problem) && isBareNumber(word)) return failure({ kind: "too-many-words", command, word, known: Object.keys(options), rest: textsOf(placement.others) });
  if ("from" in options && /\b(?:19|20)\d\d\b/u.test(word) && /\s/u.test(word)) return failure({ kind: "unreadable-option", option: "from", text: word, expected: "date" });
  if (!isOfName(strict.problem) || others.length > 0) return strict;
  const series = findTyped(asTyped(word, raw), context);
  const isTheSame = word.toLowerCase() === strict.problem.asked.toLowerCase();
  return series.ok || isTheSame ? strict : series;
}

/** "beta JPM 2008": the entry that the words begin with, the longest, and the rest at the options that it can only mean. */
function topicWithRest<Values extends object>(command: string, options: OptionsOf<Values>, raw: Readonly<Record<string, RawOption>>, context: AppContext): Outcome<LenientlyRead<Values>, Problem> | null {
  const known: Readonly<Record<string, Option<unknown>>> = options;
  const words = typeof raw["topic"] === "string" ? raw["topic"].trim().split(/\s+/u) : [];
  if (raw["ticker"] !== undefined || known["ticker"] === undefined || words.length > mostTopicWords) return null;
  for (let length = words.length - 1; length > 0; length--) {
    const [topic, rest] = [words.slice(0, length), words.slice(length).filter((word) => !joiningWords.has(word.toLowerCase()))].map((some) => some.join(" "));
    if (topic === undefined || rest === undefined || known["topic"]?.read(topic, "topic", context).ok !== true) continue;
    const read = readLeniently(command, options, { ...raw, topic, ...(rest === "" ? {} : { ticker: rest }) }, context);
    if (read.ok || leftBeside.has(read.problem.kind)) return read;
  }
  return null;
}

/** Problems of words that stand beside a call which is clear without them. */
const leftBeside: ReadonlySet<Problem["kind"]> = new Set<Problem["kind"]>(["option-elsewhere", "option-without-value", "given-twice", "too-many-words", "no-such-frequency", "takes-one-factor"]);

const mostTopicWords = 10;

const joiningWords: ReadonlySet<string> = new Set(["of", "for", "with", "in", "on"]);

/** Of a named setting that can't be read where all else can: "errors:foo" beside "JPM 2008". */
function refusedAlone(options: Readonly<Record<string, Option<unknown>>>, raw: Readonly<Record<string, RawOption>>, context: AppContext): Problem | null {
  for (const [name, value] of Object.entries(raw)) {
    const read = options[name]?.choices === undefined ? undefined : options[name].read(value, name, context);
    if (read === undefined || read.ok) continue;
    const { [name]: _, ...others } = raw;
    if ("placed" in placeWords(options, others, context)) return read.problem;
  }
  return null;
}

/** An option that this command has not: another one's, or none at all. */
function namedElsewhere(command: string, options: Readonly<Record<string, Option<unknown>>>, raw: Readonly<Record<string, RawOption>>, problem: Extract<Problem, { kind: "unknown-option" }>, context: AppContext): Problem {
  const { [problem.option]: value, ...others } = raw;
  if (typeof value === "object") return problem;
  const placement = placeWords(options, others, context);
  return optionElsewhere({ command, options, placed: "placed" in placement ? placement.placed : placement.others, left: [`${problem.option}:${String(value)}`] }, context) ?? problem;
}

/** A word as it was written, in its letter case. */
function asTyped(word: string, raw: Readonly<Record<string, RawOption>>): string {
  const text = Object.values(raw).filter((value) => typeof value === "string").join(" ");
  const at = text.toLowerCase().indexOf(word.toLowerCase());
  return at < 0 ? word : text.slice(at, at + word.length);
}

const isBareNumber = (word: string): boolean => /^[\d.,]+$/u.test(word);

type NameProblem = Extract<Problem, { kind: "unknown-series" | "ambiguous-name" }>;

const isOfName = (problem: Problem): problem is NameProblem => problem.kind === "unknown-series" || problem.kind === "ambiguous-name";

/** Problems of a text that may belong to another option. */
const misplaced: ReadonlySet<Problem["kind"]> = new Set<Problem["kind"]>(["unknown-series", "ambiguous-name", "unreadable-option", "not-a-choice", "unreadable-portfolio"]);

function readOptions<Values extends object>(
  command: string,
  options: OptionsOf<Values>,
  raw: Readonly<Record<string, RawOption>>,
  context: AppContext,
): Outcome<Values, Problem> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(raw)) {
    if (!Object.hasOwn(options, name)) {
      const { [name]: value, ...rest } = raw;
      return failure({ kind: "unknown-option", command, option: name, nearest: nearestOptions(name, Object.keys(options)), known: Object.keys(options), value: typeof value === "object" ? value.filename : String(value), rest: textsOf(rest) });
    }
  }
  for (const [name, option] of Object.entries<Option<unknown>>(options)) {
    const rawValue = Object.hasOwn(raw, name) ? raw[name] : undefined;
    if (rawValue === undefined || rawValue === "") {
      if (option.required) return failure({ kind: "missing-option", command, option: name });
      values[name] = option.defaultValue;
      continue;
    }
    const read = option.read(rawValue, name, context);
    if (!read.ok) return read;
    values[name] = read.value;
  }
  return success(values as Values);
}

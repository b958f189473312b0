import { listItems, listText } from "../series-list.ts";
import { companiesNamed } from "../datasets/companies.ts";
import type { AppContext } from "./app-context.ts";
import { namedSeries } from "./options/named-series.ts";
import type { AnalysisFrequency, Option, RawOption } from "./options/option.ts";
import { portfolioMark } from "./written-portfolio.ts";

/** Which option takes which word, where each word can only mean one thing: the second half of `placeWords`. */

/** A command's options by name. */
export type Options = Readonly<Record<string, Option<unknown>>>;

/** Words that say nothing by themselves beside a name, a date or a setting. A word that turns a meaning is none of them. */
const fillers = new Set(
  "a an the of on to from in for at by with using over during and vs versus against my me please beta returns return stock stocks shares share data year years window frequency model factor factors errors since between".split(" "),
);

/** So many words may name one thing: "JP Morgan Chase", "S&P 500 ETF". */
const longestName = 4;

/** Enters what each word claims; gives back the words that nothing takes. */
export function placeEach(options: Options, text: string, placed: Map<string, RawOption>, context: AppContext, portfolio: string | null): readonly string[] {
  const words = text.split(/[\s+]+/u).filter((word) => word !== "");
  const left: string[] = [];
  // How often returns are measured says how many rows a year has, wherever it stands; "6 months" is a length.
  const frequency = words
    .filter((_, index) => !/^\d+$/u.test(words[index - 1] ?? ""))
    .map((word) => options["frequency"]?.claims?.(word, "daily") ?? null)
    .find((claimed) => claimed !== null);
  if (frequency && !placed.has("frequency") && !("horizon" in options)) placed.set("frequency", frequency);
  for (let at = 0; at < words.length; ) {
    if (portfolio !== null && words[at] === portfolioMark && takeSeries(options, portfolio, placed)) {
      at++;
      continue;
    }
    const pair = words.slice(at, at + 2).join(" ");
    if (/^\d/u.test(pair) && words.length > at + 1 && !claimed(options, pair) && context.commandList.some((listed) => claimed(listed.options, pair))) {
      left.push(pair);
      at += 2;
      continue;
    }
    const taken = [...Array(longestName).keys()]
      .map((less) => longestName - less)
      .find((length) => at + length <= words.length && !words.slice(at, at + length).includes(portfolioMark) && take(options, words.slice(at, at + length).join(" "), placed, context));
    const word = words[at] ?? "";
    const saidFrequency = options["frequency"]?.claims?.(word, "daily") ?? null;
    const company = taken === undefined ? unloadedCompany(words.slice(at), context) : null;
    if (company !== null) {
      left.push(company.join(" "));
      at += company.length;
      continue;
    }
    const isSaid = fillers.has(word.toLowerCase()) || (saidFrequency !== null && saidFrequency === placed.get("frequency"));
    if (taken === undefined && !isSaid) left.push(word);
    at += taken ?? 1;
  }
  return left;
}

/** Whether any option would take the words. */
const claimed = (options: Readonly<Record<string, Pick<Option<unknown>, "claims">>>, words: string): boolean => Object.values(options).some(({ claims }) => claims?.(words, "daily") != null);

/** The words at the beginning that name a company without data, or several: one thing that is left over. */
function unloadedCompany(words: readonly string[], { companies }: AppContext): readonly string[] | null {
  const length = [4, 3, 2].find((count) => count <= words.length && companiesNamed(words.slice(0, count).join(" "), companies).length > 0);
  return length === undefined ? null : words.slice(0, length);
}

function frequencyOf(placed: ReadonlyMap<string, RawOption>): AnalysisFrequency {
  const frequency = placed.get("frequency");
  return frequency === "monthly" || frequency === "weekly" ? frequency : "daily";
}

/** Whether an option that is still free claims the words; they are entered where one does. */
function take(options: Options, words: string, placed: Map<string, RawOption>, context: AppContext): boolean {
  for (const [name, option] of Object.entries(options)) {
    if (placed.has(name)) continue;
    const claimed = option.claims?.(words, frequencyOf(placed));
    if (claimed === undefined || claimed === null) continue;
    placed.set(name, claimed);
    return true;
  }
  const id = namedSeries(words, context);
  return id !== null && takeSeries(options, id, placed);
}

/** The first option of series that is free, or that holds a list with room in it. */
function takeSeries(options: Options, id: string, placed: Map<string, RawOption>): boolean {
  for (const [name, { series }] of Object.entries(options)) {
    if (!series) continue;
    const before = placed.get(name);
    const ids = typeof before === "string" ? listItems(before) : [];
    if (ids.length >= series.max) continue;
    placed.set(name, listText([...ids, id]));
    return true;
  }
  return false;
}

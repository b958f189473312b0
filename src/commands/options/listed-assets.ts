import { factorKind } from "../../datasets/catalogue.ts";
import { marketFactorOf } from "../analysis-inputs.ts";
import type { AppContext } from "../app-context.ts";
import { namedSeries } from "./named-series.ts";
import type { Option, RawOption } from "./option.ts";

interface ListedAssets {
  readonly assets: readonly string[];
  /** What stood beside them: "2008", "monthly". */
  readonly rest: string;
  /** Options that were given beside the list, and read. */
  readonly others: Readonly<Record<string, string>>;
}

/** Marks and words of a list; "on", "to" and "against" set an asset against another and are none. */
const listMark = /\s*(?:[,;&/]|\b(?:and|vs|versus|or)\b\.?)\s*/iu;

/** So many words may name one thing: "JP Morgan Chase". */
const longestName = 4;

/**
 * Several assets written as a list ("JPM, WMT", "JPM and WMT 2008") where a command takes one; null where there are not.
 * By position the second would become the factor of the first. The market's fund beside an asset is what that is regressed on.
 */
export function listedAssets(options: Readonly<Record<string, Option<unknown>>>, raw: Readonly<Record<string, RawOption>>, context: AppContext): ListedAssets | null {
  const [subject] = Object.entries(options).find(([, { series, required }]) => series?.as === "series" && series.max === 1 && required) ?? [];
  if (subject === undefined || typeof raw[subject] !== "string") return null;
  const texts = Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const listed = texts.filter(([name, text]) => name === subject || options[name]?.series !== undefined || options[name]?.read(text, name, context).ok !== true);
  const parts = listed.map(([, text]) => text).join(" ").split(listMark).filter((part) => part !== "");
  const pieces = parts.length > 1 ? parts : raw[subject].split(/\s+/u);
  const found: string[] = [];
  let rest = "";
  for (const piece of pieces) {
    const [id, left] = rest === "" ? assetAtStart(piece, context) : [null, piece];
    if (id === null) rest = `${rest} ${piece}`.trim();
    else {
      found.push(id);
      rest = left;
    }
  }
  const assets = [...new Set(found)];
  if (assets.length < 2 || assets.some((id) => assets.some((other) => isMarketOf(other, id, context)))) return null;
  const alone = listed.length === 1 || parts.length > 1 ? rest : [rest, ...listed.slice(1).map(([, text]) => text)].join(" ").trim();
  return { assets, rest: alone, others: Object.fromEntries(texts.filter((entry) => !listed.includes(entry))) };
}

/** The asset that a text begins with, by its longest name, and what follows; null where it begins with none. */
function assetAtStart(text: string, context: AppContext): readonly [string | null, string] {
  const words = text.split(/\s+/u);
  for (let length = Math.min(longestName, words.length); length > 0; length--) {
    const id = namedSeries(words.slice(0, length).join(" "), context);
    if (id !== null && factorKind(id) === null) return [id, words.slice(length).join(" ")];
  }
  return [null, text];
}

function isMarketOf(other: string, id: string, { datasets }: AppContext): boolean {
  const asset = datasets.find(id);
  const factor = asset.ok && id !== other ? marketFactorOf(asset.value, datasets) : null;
  return factor?.ok === true && factor.value.id === other;
}

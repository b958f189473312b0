/** A mix of assets as one: "60% JPM 40% WMT", "a 70/30 mix of JPM and WMT", "half JPM, half WMT". */
interface FoundPortfolio {
  /** The mix as the data module writes it, "0.6*JPM+0.4*WMT"; null where none is named. */
  readonly expression: string | null;
  readonly rest: string;
}

const share = "(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent|pct)?";
const asset = "thisasset";
const joined = " ?(?:,|and|,? and|\\+|/|&|-|with)? ?";

/** `written` has "thisasset" for each of the assets, in their order. */
export function findPortfolio(written: string, assets: readonly string[]): FoundPortfolio {
  const none = { expression: null, rest: written };
  const text = written.replaceAll(/\s+/gu, " ");
  if (assets.length < 2 || (text.match(/\bthisasset\b/gu) ?? []).length !== assets.length) return none;
  const [weights, match] = weightsIn(text, assets.length) ?? [];
  if (!weights || !match) return none;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 0.005 || weights.some((weight) => weight <= 0)) return none;
  const isEqual = weights.every((weight) => weight === weights[0]) && weights.length > 2;
  const expression = isEqual ? `(${assets.join("+")})/${String(assets.length)}` : assets.map((id, index) => `${String(Math.round((weights[index] ?? 0) * 1e4) / 1e4)}*${id}`).join("+");
  return { expression, rest: text.replace(match, ` ${asset} `).replaceAll(/\s+/gu, " ").trim() };
}

/** The weights in the order of the assets, and the words that say them. */
function weightsIn(text: string, count: number): readonly [weights: readonly number[], match: string] | null {
  const holdings = new RegExp(`(?:an? )?(?:${share} (?:in |of |into )?${asset}${joined}){${String(count)}}`, "iu").exec(text);
  if (holdings && /%|percent|pct/u.test(holdings[0])) return [numbersIn(holdings[0]), holdings[0]];
  const trailing = new RegExp(`(?:an? )?(?:${asset}(?: at|:)? ${share}${joined}){${String(count)}}`, "iu").exec(text);
  if (trailing && /%|percent|pct/u.test(trailing[0])) return [numbersIn(trailing[0]), trailing[0]];
  const list = Array.from({ length: count }, () => asset).join(joined);
  const ratio = Array.from({ length: count }, () => "(\\d{1,3})").join(" ?[/:-] ?");
  const mix = "(?: ?-?(?:mix|portfolio|split|blend|combination|allocation|weights?|weighted|weighting|basket))*";
  const split = new RegExp(`(?:an? |the )?${ratio}(?: ?%)?${mix} ?(?:of|in|between|on|from|for)? ?${list}${mix}|(?:an? |the )?${list}${mix} ?(?:at |with )?${ratio}`, "iu").exec(text);
  if (split) return [numbersIn(split[0]), split[0]];
  const equal = new RegExp(`(?:an? |the )?(?:equal(?:ly)?[- ]?weight(?:ed)?|even)${mix} ?(?:of|in|between|on|from)? ?${list}|half (?:in |of )?${asset},? ?(?:and )?(?:the other )?half (?:in |of )?${asset}`, "iu").exec(text);
  return equal ? [Array.from({ length: count }, () => 1 / count), equal[0]] : null;
}

const numbersIn = (words: string): readonly number[] => [...words.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => Number(digits) / 100);

import { parsePortfolio, portfolioText } from "../datasets/portfolio-expression.ts";
import { moneyIn } from "./find-money.ts";

/** A mix of assets as one: "0.6*JPM+0.4*WMT", "JPM - WMT", "60% JPM 40% WMT", "a 70/30 mix of JPM and WMT", "half JPM, half WMT", "$600k of JPM and $400k of WMT", "30% cash and 70% JPM". */
interface FoundPortfolio {
  /** The mix as the data module writes it, "0.6*JPM+0.4*WMT"; null where none is named. */
  readonly expression: string | null;
  /** The assets that are not in the mix. */
  readonly others: readonly string[];
  /** The text with one asset in the mix's place, and one amount in the place of its amounts. */
  readonly rest: string;
}

const share = "(\\d{1,3}(?:\\.\\d+)?) ?(?:%|percent|pct)?";
const asset = "thisasset";
const joined = " ?(?:,|and|,? and|\\+|/|&|-|with)? ?";

/** `written` has "thisasset" for each of the assets, in their order. */
export function findPortfolio(written: string, assets: readonly string[]): FoundPortfolio {
  const none = { expression: null, others: assets, rest: written };
  const plain = written.replaceAll(/\s+/gu, " ").replaceAll(/(?<=\bthisasset) minus (?=thisasset\b)/giu, " - ");
  const levered = leveredOf(plain, assets) ?? onBorrowedMoney(plain, assets);
  if (levered !== null) return levered;
  const { cash, rest: text } = withoutCash(plain);
  if (cash !== null) return besideCash(text, assets, cash) ?? none;
  if (assets.length < 2 || (text.match(/\bthisasset\b/gu) ?? []).length !== assets.length) return none;
  const formula = formulaOf(text, assets);
  if (formula !== null) return formula;
  const pair = longShortOf(text, assets);
  if (pair !== null) return pair;
  for (let count = assets.length; count > 1; count--) {
    const found = mixOf(text, assets, count);
    if (found !== null) return found;
  }
  return none;
}

const multiple = String.raw`(\d(?:\.\d+)?) ?(?:x|times|×)`;
const leverWord = String.raw`(?:lever(?:s|ed|age|aged|aging|ing)?|gear(?:ed|ing)?)`;
const leverPatterns = [
  new RegExp(String.raw`\b${leverWord} (?:up )?(?:my |a |the )?${asset}(?: position)?(?: up)?(?: by| to)? ?${multiple}`, "iu"),
  new RegExp(String.raw`\b${multiple}[- ]${leverWord} (?:position (?:in |of )?|long )?(?:in |of )?${asset}`, "iu"),
  new RegExp(String.raw`\b${asset} (?:position )?(?:with |at |${leverWord} )${multiple}(?:[- ]${leverWord})?`, "iu"),
];

/** "MSFT levered 2x": so many times the asset, the rest borrowed at the risk-free rate. */
function leveredOf(text: string, assets: readonly string[]): FoundPortfolio | null {
  const [only] = assets;
  if (only === undefined || assets.length > 1 || /[*+]/u.test(only)) return null;
  const match = leverPatterns.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  return match ? timesOne(only, Number(match[1]), text.replace(match[0], ` ${asset} `)) : null;
}

const borrowing = /,? ?(?:(?:and|with|financed (?:by|with)|funded (?:by|with)|using|by) )*(?:(?:the (?:rest|remainder) (?:is )?)?(?:borrow(?:ed|ing)(?: money| cash)?(?: at (?:the )?(?:risk[- ]free rate|rf))?|on margin)|(?:and |a )?[-−] ?\d{1,3} ?(?:%|percent|pct)? (?:in |of )?cash|short \d{1,3} ?(?:%|percent|pct)? cash)/iu;

/** "150% SPY on borrowed money", "150% JPM and -50% cash". */
function onBorrowedMoney(text: string, assets: readonly string[]): FoundPortfolio | null {
  const [only] = assets;
  const match = new RegExp(`${share} (?:in |of |into )*${asset}`, "iu").exec(text);
  const borrowed = borrowing.exec(text);
  if (only === undefined || assets.length > 1 || match?.[1] === undefined || borrowed === null || !/%|percent|pct/iu.test(match[0])) return null;
  const weight = Number(match[1]) / 100;
  const cash = /\d{1,3}/u.exec(borrowed[0])?.[0];
  return cash !== undefined && Math.abs(weight - 1 - Number(cash) / 100) > 0.005 ? null : timesOne(only, weight, text.replace(borrowed[0], " ").replace(match[0], ` ${asset} `));
}

function timesOne(id: string, weight: number, rest: string): FoundPortfolio | null {
  return weight > 1 && weight <= mostLeverage ? { expression: `${String(weight)}*${id}`, others: [], rest: rest.replaceAll(/\s+/gu, " ").trim() } : null;
}
const mostLeverage = 10;

const part = String.raw`(?:\d{1,3}(?:\.\d+)? ?(?:%|percent|pct)|half(?: of (?:it|my money))?|(?:and )?(?:the )?(?:rest|remainder|remaining(?: \d{1,3} ?(?:%|percent|pct))?)(?: (?:is|stays|goes))?)`;
const cashWord = String.raw`(?:cash|(?:t-?|treasury )bills?|(?:the )?risk[- ]free(?: asset)?|(?:a |the )?money market(?: fund)?)`;
const cashPart = new RegExp(String.raw`(?:,? ?(?:and|plus|\+|,) )?\b(${part}) (?:in |is |into |of )*${cashWord}\b(?:,? (?:and|plus|\+)(?= ))?`, "iu");

/** "30% cash": the share that earns the risk-free rate, null for what the assets leave, and the text without it; no share where none is named. */
function withoutCash(text: string): { readonly cash: { readonly share: number | null } | null; readonly rest: string } {
  const match = cashPart.exec(text);
  if (match === null) return { cash: null, rest: text };
  const [whole, written = ""] = match;
  const share = /^half/iu.test(written) ? 0.5 : /^\d/u.test(written) ? Number.parseFloat(written) / 100 : null;
  return { cash: { share }, rest: text.replace(whole, " ").replaceAll(/\s+/gu, " ").trim() };
}

/** Assets beside cash, with weights that leave its share: what they earn above it is theirs alone. */
function besideCash(text: string, assets: readonly string[], { share: cash }: { readonly share: number | null }): FoundPortfolio | null {
  if ((text.match(/\bthisasset\b/gu) ?? []).length !== assets.length) return null;
  const match = new RegExp(`(?:\\b(?:an? |the )?(?:portfolio|mix|position) (?:of|with) )?((?:(?:${share}|half(?: of (?:it|my money))?) (?:in |of |into )*${asset}${joined})+)`, "iu").exec(text);
  if (match?.[1] === undefined || !/%|percent|pct|\bhalf\b/iu.test(match[1])) return null;
  const weights = [...match[1].matchAll(/(?<half>half)|(?<digits>\d+(?:\.\d+)?)/giu)].map(({ groups }) => (groups?.["half"] === undefined ? Number(groups?.["digits"]) / 100 : 0.5));
  const before = text.slice(0, match.index).split(asset).length - 1;
  const mixed = assets.slice(before, before + weights.length);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (mixed.length < weights.length || weights.some((weight) => weight <= 0) || sum >= 1 || (cash !== null && Math.abs(sum + cash - 1) > 0.005)) return null;
  return {
    expression: mixed.map((id, index) => `${String(weights[index])}*${id}`).join("+"),
    others: [...assets.slice(0, before), ...assets.slice(before + weights.length)],
    rest: text.replace(match[0], ` ${asset} `).replaceAll(/\s+/gu, " ").trim(),
  };
}

const number = String.raw`(?:\d+(?:\.\d+)?|\.\d+)`;
const term = `(?:${number} ?[*×·] ?${asset}|${asset} ?[*×·] ?${number}|${asset})(?: ?/ ?\\d+)?`;
const sum = `-?${term}(?: ?[+-] ?${term})+`;
const formula = new RegExp(String.raw`(?:${number} ?[*×·] ?)?\( ?${sum} ?\)(?: ?/ ?\d+)?|${sum}`, "iu");
/** Two names with a minus between them are a difference, as in a typed command, unless the words set them side by side. */
const difference = new RegExp(`^${asset} - ${asset}$`, "iu");
const sideBySide = /\b(?:compar\w+|correl\w*|covar\w*|corr|vs\.?|versus|which|both|each|either|respectively)\b/iu;

/** A mix that is written as a formula: with a weight, or in brackets, or as a difference. */
function formulaOf(text: string, assets: readonly string[]): FoundPortfolio | null {
  const match = formula.exec(text)?.[0];
  if (match === undefined) return null;
  const isFormula = /[*×·]|\) ?\/ ?\d/u.test(match) || (difference.test(match) && !sideBySide.test(text));
  const before = text.slice(0, text.indexOf(match)).split(asset).length - 1;
  const count = match.split(asset).length - 1;
  const mixed = assets.slice(before, before + count);
  if (!isFormula || mixed.length < count) return null;
  let next = 0;
  const parsed = parsePortfolio(match.replaceAll(asset, () => mixed[next++] ?? "").replaceAll(/[×·]/gu, "*"), mixed);
  if (!parsed.ok || parsed.value.length < 2) return null;
  return { expression: portfolioText(parsed.value), others: [...assets.slice(0, before), ...assets.slice(before + count)], rest: text.replace(match, ` ${asset} `).replaceAll(/\s+/gu, " ").trim() };
}

/** "Long JPM and short WMT": a dollar of the one against a dollar of the other; amounts of their own are another portfolio. */
function longShortOf(text: string, assets: readonly string[]): FoundPortfolio | null {
  const one = `(?:(?:\\$ ?)?1 |a dollar of |one )?${asset}`;
  const match = new RegExp(`\\blong ${one},? ?(?:and |\\/ ?)?short ${one}(?:,? (?:with|of|for|in) (?:the )?(?:same|equal)(?: \\w+)?)?`, "iu").exec(text);
  if (match === null) return null;
  const before = text.slice(0, match.index).split(asset).length - 1;
  const [long, short] = assets.slice(before);
  if (long === undefined || short === undefined) return null;
  return {
    expression: portfolioText([{ id: long, weight: 1 }, { id: short, weight: -1 }]),
    others: [...assets.slice(0, before), ...assets.slice(before + 2)],
    rest: text.replace(match[0], ` ${asset} `).replaceAll(/\s+/gu, " ").trim(),
  };
}

/** The mix of so many of the assets; null where there is none. */
function mixOf(text: string, assets: readonly string[], count: number): FoundPortfolio | null {
  const [weights, match] = weightsIn(text, count) ?? holdingsIn(text, count) ?? [];
  if (!weights || !match) return null;
  const start = text.indexOf(match);
  const before = text.slice(0, start).split(asset).length - 1;
  const mixed = assets.slice(before, before + count);
  if (mixed.length < count) return null;
  const sum = weights.reduce((amount, weight) => amount + weight, 0);
  // Amounts are shares of their sum, which is what is held.
  const isAmounts = sum > 1.005;
  return named(isAmounts ? weights.map((weight) => weight / sum) : weights, mixed, {
    others: [...assets.slice(0, before), ...assets.slice(before + count)],
    rest: text.replace(match, ` ${isAmounts ? `$${String(Math.round(sum * 100))} of ` : ""}${asset} `).replaceAll(/\s+/gu, " ").trim(),
  });
}

function named(weights: readonly number[], assets: readonly string[], found: Pick<FoundPortfolio, "others" | "rest">): FoundPortfolio | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (Math.abs(total - 1) > 0.005 || weights.some((weight) => weight <= 0)) return null;
  const isEqual = weights.every((weight) => weight === weights[0]) && weights.length > 2;
  const expression = isEqual ? `(${assets.join("+")})/${String(assets.length)}` : assets.map((id, index) => `${String(Math.round((weights[index] ?? 0) * 1e4) / 1e4)}*${id}`).join("+");
  return { expression, ...found };
}

/** Amounts held of several, in hundreds of dollars as their weights. */
function holdingsIn(text: string, count: number): readonly [weights: readonly number[], match: string] | null {
  const amount = "((?:us)?\\$ ?\\d[\\d.,]* ?(?:k|thousand|m|mm|mio|mln|millions?|bn?|billions?)?|\\d[\\d.,]* ?(?:k|thousand|m|mm|mio|mln|millions?|bn?|billions?|dollars?|usd|bucks)(?: ?(?:dollars?|usd|\\$))?)";
  const one = `${amount} (?:worth )?(?:of |in |into )?${asset}`;
  const match = new RegExp(Array.from({ length: count }, () => one).join(",?(?: and| plus| \\+)? "), "iu").exec(text);
  const dollars = match?.slice(1).map((part) => moneyIn(part.toLowerCase()) ?? 0) ?? [];
  return match === null || dollars.some((value) => value < 100) ? null : [dollars.map((value) => value / 100), match[0]];
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
  const held = new RegExp(`(?:both )?${list} (?:are |is |were )?(?:each )?(?:held|weighted|mixed|combined|split) ${ratio}`, "iu").exec(text);
  if (held) return [numbersIn(held[0]), held[0]];
  const split = new RegExp(`(?:an? |the )?${ratio}(?: ?%)?${mix} ?(?:of|in|between|on|from|for)? ?${list}${mix}|(?:an? |the )?${list}${mix} ?(?:at |with )?${ratio}`, "iu").exec(text);
  if (split) return [numbersIn(split[0]), split[0]];
  const equal = new RegExp(`(?:an? |the )?(?:equal(?:ly)?[- ]?weight(?:ed)?|even)${mix}(?: \\w+:)? ?(?:of|in|between|on|from)? ?${list}|half (?:of )?(?:(?:my|the|your|our) )?(?:(?:money|portfolio|savings|cash|capital) )?(?:(?:is|goes) )?(?:in |into |of )?${asset},? ?(?:and )?(?:the other )?half (?:is |goes )?(?:in |into |of )?${asset}`, "iu").exec(text);
  return equal ? [Array.from({ length: count }, () => 1 / count), equal[0]] : null;
}

const numbersIn = (words: string): readonly number[] => [...words.matchAll(/\d+(?:\.\d+)?/gu)].map(([digits]) => Number(digits) / 100);

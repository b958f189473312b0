import { failure, success, type Outcome } from "../outcome.ts";
import type { PortfolioProblem } from "./problem.ts";

/** A part of a portfolio: dollars of a series per dollar of the portfolio. */
export interface WeightedId {
  readonly id: string;
  readonly weight: number;
}

export const maxHoldings = 10;

/** Whether a text that names no series may be a portfolio: it has a sign, a percent or several words. */
export const mayBePortfolio = (text: string): boolean => text.length <= 200 && /[*+/()%\s-]/u.test(text.trim());

/**
 * A portfolio as people write it: `0.6*JPM+0.4*WMT`, `JPM - WMT`, `JPM minus WMT`, `(AAPL+MSFT+NVDA)/3`, `60% JPM 40% WMT`. Weights of
 * a series that is named twice are added.
 *
 * `ids` are the loaded series' ids, which are the tokens, longest first: Mkt-RF and BRK-B are one token each, and
 * JPM-WMT is two and a minus.
 */
export function parsePortfolio(text: string, ids: readonly string[]): Outcome<readonly WeightedId[], PortfolioProblem> {
  const problem = (reason: PortfolioProblem["reason"], at: string) => failure({ kind: "unreadable-portfolio", text, reason, at } as const);
  const tokens = tokensOf(text, ids);
  if (typeof tokens === "string") return problem("unknown-name", tokens);
  const reader = new TokenReader(tokens);
  const sum = readSum(reader);
  if (sum === null || !reader.isAtEnd) return problem("unreadable", reader.rest);
  if (sum.constant !== 0) return problem("number-alone", String(sum.constant));
  const holdings = [...sum.weights].filter(([, weight]) => weight !== 0).map(([id, weight]) => ({ id, weight }));
  if (holdings.length === 0) return problem("empty", text);
  if (holdings.length > maxHoldings) return problem("too-many", String(holdings.length));
  if (!holdings.every(({ weight }) => Number.isFinite(weight) && Math.abs(weight) <= 1_000)) return problem("unreadable", text);
  return success(holdings);
}

/**
 * The one spelling of a portfolio, which reads as it is written, also in a list of series: "0.6*JPM+0.4*WMT"; with blanks
 * around its signs where one is a minus, and what is held first ("JPM - WMT", "2*JPM - 0.5*WMT"); with a weight where only
 * names and plus signs would be left, which part a list ("1*JPM+1*WMT"); equal parts that no decimal gives are
 * "(AAPL+MSFT+NVDA)/3".
 */
export function portfolioText(holdings: readonly WeightedId[]): string {
  const parts = equalParts(holdings);
  if (parts !== null) return `(${holdings.map(({ id }) => id).join("+")})/${String(parts)}`;
  const [held, short] = [holdings.filter(({ weight }) => weight > 0), holdings.filter(({ weight }) => weight < 0)];
  if (held.length === 0 || short.length === 0) {
    const isBare = held.length === 1 && held[0]?.weight === 1;
    const hasWeight = isBare || holdings.some(({ weight }) => weight !== 1);
    return holdings.map(({ id, weight }, index) => `${weight < 0 ? "-" : index === 0 ? "" : "+"}${weight === 1 && hasWeight ? id : `${weightText(weight)}*${id}`}`).join("");
  }
  const sum = (ones: readonly WeightedId[], sign: string): string => ones.map(({ id, weight }) => (Math.abs(weight) === 1 ? id : `${weightText(weight)}*${id}`)).join(sign);
  return `${sum(held, " + ")} - ${sum(short, " - ")}`;
}

/** A weight without its sign, to twelve digits. */
const weightText = (weight: number): string => String(Number(Math.abs(weight).toPrecision(12)));

/** 3 where each weight is a third; null where the weights differ, or where decimals say them. */
function equalParts(holdings: readonly WeightedId[]): number | null {
  const weight = holdings[0]?.weight ?? 0;
  const parts = Math.round(1 / weight);
  const isEqual = holdings.length > 1 && parts > 2 && holdings.every((one) => one.weight === weight) && Math.abs(weight * parts - 1) < 1e-12;
  return isEqual && Number(weight.toPrecision(6)) !== weight ? parts : null;
}

type Token = { readonly kind: "id"; readonly id: string } | { readonly kind: "number"; readonly value: number } | { readonly kind: "sign"; readonly sign: string };

/** The tokens, or the text where none begins. */
function tokensOf(text: string, ids: readonly string[]): readonly Token[] | string {
  const longestFirst = [...ids].sort((one, other) => other.length - one.length);
  const lower = text.toLowerCase();
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text[at] ?? "";
    if (/\s/u.test(character)) {
      at++;
      continue;
    }
    const id = longestFirst.find((one) => lower.startsWith(one.toLowerCase(), at) && !/[\p{L}\p{N}_@]/u.test(text[at + one.length] ?? ""));
    if (id !== undefined) {
      tokens.push({ kind: "id", id });
      at += id.length;
      continue;
    }
    const written = /^(?:\d+\.?\d*|\.\d+)/u.exec(text.slice(at, at + 20))?.[0];
    const after = at + (written?.length ?? 0);
    const isBeforeId = longestFirst.some((one) => lower.startsWith(one.toLowerCase(), after));
    if (written !== undefined && (isBeforeId || !/[\p{L}_]/u.test(text[after] ?? ""))) {
      tokens.push({ kind: "number", value: Number(written) });
      at += written.length;
    } else if (/[-+*×/()%\u2212,&]/u.test(character)) {
      tokens.push({ kind: "sign", sign: { "×": "*", "\u2212": "-", ",": "+", "&": "+" }[character] ?? character });
      at++;
    } else if (/^(?:and|plus|minus)\b/iu.test(text.slice(at))) {
      tokens.push({ kind: "sign", sign: /^minus/iu.test(text.slice(at)) ? "-" : "+" });
      at += /^[a-z]+/iu.exec(text.slice(at))?.[0].length ?? 0;
    } else if (/^of\b/iu.test(text.slice(at))) at += 2;
    else return text.slice(at).split(/[\s*+/()%]/u)[0] ?? "";
  }
  return tokens;
}

class TokenReader {
  private next = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get current(): Token | undefined {
    return this.tokens[this.next];
  }
  get isAtEnd(): boolean {
    return this.next >= this.tokens.length;
  }
  get rest(): string {
    return this.tokens.slice(this.next).map((token) => (token.kind === "id" ? token.id : token.kind === "number" ? String(token.value) : token.sign)).join(" ");
  }
  isSign(...signs: readonly string[]): boolean {
    return this.current?.kind === "sign" && signs.includes(this.current.sign);
  }
  take(): Token | undefined {
    return this.tokens[this.next++];
  }
}

/** Weights by id, and what stands without one: a number is 1 of nothing. */
interface Sum {
  readonly constant: number;
  readonly weights: ReadonlyMap<string, number>;
}

const scaled = ({ constant, weights }: Sum, by: number): Sum => ({ constant: constant * by, weights: new Map([...weights].map(([id, weight]) => [id, weight * by])) });

function added(one: Sum, other: Sum): Sum {
  const weights = new Map(one.weights);
  for (const [id, weight] of other.weights) weights.set(id, (weights.get(id) ?? 0) + weight);
  return { constant: one.constant + other.constant, weights };
}

/** Terms with signs between them; a percentage that follows a finished term begins the next one. */
function readSum(reader: TokenReader): Sum | null {
  let sum: Sum | null = null;
  while (sum === null || reader.isSign("+", "-") || reader.current?.kind === "number") {
    let sign = 1;
    while (reader.isSign("+", "-")) sign *= reader.isSign("-") && reader.take() ? -1 : reader.take() ? 1 : 1;
    const term = readTerm(reader);
    if (term === null) return null;
    sum = sum === null ? scaled(term, sign) : added(sum, scaled(term, sign));
  }
  return sum;
}

/** Factors with signs between them, of which one at most holds ids; a number before an id multiplies it. */
function readTerm(reader: TokenReader): Sum | null {
  let term = readAtom(reader);
  while (term !== null) {
    const isBesideId = term.weights.size === 0 && (reader.current?.kind === "id" || reader.isSign("("));
    if (!isBesideId && !reader.isSign("*", "/")) return term;
    const isDivision = !isBesideId && reader.isSign("/");
    if (!isBesideId) reader.take();
    const factor = readAtom(reader);
    if (factor === null || (isDivision && (factor.weights.size > 0 || factor.constant === 0))) return null;
    if (isDivision) term = scaled(term, 1 / factor.constant);
    else if (factor.weights.size === 0) term = scaled(term, factor.constant);
    else if (term.weights.size === 0) term = scaled(factor, term.constant);
    else return null;
  }
  return null;
}

function readAtom(reader: TokenReader): Sum | null {
  if (reader.isSign("-") || reader.isSign("+")) {
    const isMinus = reader.isSign("-");
    reader.take();
    const atom = readAtom(reader);
    return atom === null ? null : scaled(atom, isMinus ? -1 : 1);
  }
  if (reader.isSign("(")) {
    reader.take();
    const inner = readSum(reader);
    if (inner === null || !reader.isSign(")")) return null;
    reader.take();
    return inner;
  }
  const token = reader.take();
  if (token?.kind === "id") return { constant: 0, weights: new Map([[token.id, 1]]) };
  if (token?.kind !== "number") return null;
  if (!reader.isSign("%")) return { constant: token.value, weights: new Map() };
  reader.take();
  return { constant: token.value / 100, weights: new Map() };
}

import { cleanId, factorId, fieldOf, isLevelName, ratioName } from "./column-names.ts";

/** Why no series is made of a column that stands beside prices or returns. */
type AsideReason =
  /** A ratio, an indicator, or a number of accounting. */
  | "ratio"
  /** An index or a spread that cannot be held. */
  | "level"
  /** A traded volume, or another count. */
  | "count"
  /** By its name a ratio, and a ticker as well. */
  | "either";

export interface AsideColumn {
  readonly name: string;
  readonly reason: AsideReason;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** As data services call them, without blanks, marks and units. */
const ratios = words(
  "marketcap mktcap mcap marketcapitalization marketcapitalisation marketvalue marketequity enterprisevalue shares sharesout sharesoutstanding shrout freefloat floatshares turnover turnoverratio turnoverrate " +
    "dividend dividends divyield dividendyield divyld dividendyld earningsyield earningsyld fcfyield freecashflowyield payoutratio peratio pegratio pbratio psratio pcfratio pricetoearnings priceearnings priceearningsratio pricetoearningsratio " +
    "pricetobook pricebook pricetobookratio pricetosales pricesales pricetosalesratio evebitda evtoebitda evsales evtosales bookvalue bookvaluepershare bvps booktomarket earningspershare epsbasic epsdiluted basiceps dilutedeps " +
    "returnonequity returnonassets debttoequity debtequity debttoequityratio netincome netprofit netdebt totalassets totaldebt operatingincome operatingmargin grossmargin netmargin profitmargin ebitda revenue revenues freecashflow esgscore shortinterest shortratio " +
    "macd macdsignal macdhist",
);
const indicators = /^(?:[se]ma|rsi|atr|adx|macd|wma)\d+$/u;
/** Letters that are a ratio where something beside them says so: "TTM P/E", "AAPL_PE". */
const short = words("pe eps rsi roe roa");
/** Tickers, too, as those that `ratioName` calls either. */
const tickersToo = words("beta roe roa roic fcf");
const counted = /^(?:(?:share|trading|traded|dollar|quote|adj|adjusted|unadjusted)?(?:volume|volumes|vol|volumen)|numberoftrades|tradecount|numtrades)$/u;
const before = /^(?:ttm|ltm|ntm|trailing|forward|fwd|current|average|avg|mean|total|daily|monthly|annual)[ _.-]+/iu;
const after = /[ _.-]+(?:ttm|ltm|ntm|fwd|forward|trailing|pct|percent|usd|eur|mm|mn|mil|bn|millions?|billions?|thousands?)$|\s*%$/iu;

/**
 * Why a column with such a name is no price and no return, "P/E Ratio", "Mkt Cap (B)", "AAPL_PE", "Volume", "VIX"; null
 * where it may be a series. Whoever types a ticker like PE finds it left out with a reason, never silently as something else.
 */
export function asideReason(name: string): AsideReason | null {
  if (factorId(name) !== null) return null;
  const own = reasonOf(name);
  if (own !== null) return own;
  if (isLevelName(name) || isLevelName(cleanId(name))) return "level";
  // "AAPL_PE", "PE AAPL": a ticker is in capitals, and what stands beside it says more than any ratio's letters alone.
  const beside = [tickerFirst, tickerLast].flatMap((pattern) => pattern.exec(name)?.groups?.["rest"] ?? []);
  return beside.map((rest) => (short.has(compact(rest)) ? "ratio" : reasonOf(rest))).find((reason) => reason !== null && reason !== "either") ?? null;
}

const tickerFirst = /^[\^A-Z][A-Z0-9.^=-]{0,9}[_ ](?<rest>.+)$/u;
const tickerLast = /^(?<rest>.+)[_ ][\^A-Z][A-Z0-9.^=-]{0,9}$/u;

function reasonOf(name: string): AsideReason | null {
  const known = ratioName(name);
  if (known !== null) return known;
  const bare = withoutUnits(name);
  const plain = compact(bare);
  if (counted.test(plain)) return fieldOf(name) === null || fieldOf(name) === "other" ? "count" : null;
  if (ratios.has(plain) || indicators.test(plain)) return "ratio";
  if (bare !== name.trim() && short.has(plain)) return "ratio";
  return tickersToo.has(plain) ? "either" : null;
}

const compact = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]/gu, "");

/** "Avg Volume (M)" without "Avg" and "(M)". */
function withoutUnits(name: string): string {
  let bare = name.trim().replaceAll(/\s*[([][^)\]]*[)\]]/gu, "");
  for (let last = ""; last !== bare;) {
    last = bare;
    bare = bare.replace(before, "").replace(after, "");
  }
  return bare;
}

/** What the columns of data files are called: vendors' fields, published factors, rates and levels. */

const key = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9%]/gu, "");
const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const adjusted = words("totreturnindexgrossdvds totreturnindexnetdvds adjclose adjustedclose adjcloseprice adjustedcloseprice adjclosing adjustedclosingprice adjclosed adjprice adjustedprice adjusted closeadj closeadjusted");
const closes = words("pxlast pxclose lastprice pxofficialclose close closelast last price closingprice closeprice settle settlement prc dlyprc mthprc dlyclose prccd prccm schlusskurs schluss");
const returns = words("ret dlyret mthret return returns totalreturn dailyreturn retadj trt1m");
const others = words(
  "open high low volume vol adjopen adjhigh adjlow adjvolume dividends dividend stocksplits capitalgains dividendamount splitcoefficient divcash " +
    "splitfactor openint per time change change% %change %chg chg% vwap trades tradecount erster hoch tief stuecke stcke volumen ajexdi trfd gvkey iid simfinid sharesoutstanding marketcap turnover unadjustedvolume label changeovertime changepercent " +
    "shares shrout bid ask askhi bidlo permco cusip ncusip siccd exchcd hexcd shrcd retx dlret dlretx dlstcd numtrd cfacpr cfacshr openprc sprtrn vwretd vwretx ewretd ewretx " +
    "pxopen pxhigh pxlow pxvolume pxbid pxask curmktcap eqydvdyld12m " +
    "dlyretx mthretx dlyvol dlycap currency exchange primaryexch nasdaq dollarvolume quotevolume",
);
const tickers = words("ticker symbol tic stock asset instrument security ric name code isin permno");
const dates = words("date timestamp datetime day caldt dlycaldt mthcaldt observationdate datadate period tradingday tradedate time month datum");

export type Field = "adjusted" | "close" | "return" | "other" | "ticker" | "date";

/** The vendor's field that a column's name says, null where it may be the name of a series. */
export function fieldOf(name: string): Field | null {
  const plain = key(name);
  if (adjusted.has(plain) || /^adjclose/u.test(plain)) return "adjusted";
  if (closes.has(plain)) return "close";
  if (returns.has(plain)) return "return";
  if (others.has(plain)) return "other";
  if (tickers.has(plain)) return "ticker";
  if (dates.has(plain)) return "date";
  return null;
}

const factorSpellings: Readonly<Record<string, string>> = {
  mktrf: "Mkt-RF", mktexcess: "Mkt-RF", mktminusrf: "Mkt-RF", rmkt: "Mkt-RF", rmrf: "Mkt-RF", rmktrf: "Mkt-RF", marketexcess: "Mkt-RF", exmkt: "Mkt-RF", rmminusrf: "Mkt-RF",
  smb: "SMB", smb5: "SMB5", hml: "HML", rmw: "RMW", cma: "CMA", mom: "MOM", umd: "MOM", wml: "MOM", momentum: "MOM",
  rf: "RF", riskfree: "RF", riskfreerate: "RF", rfrate: "RF", rfree: "RF",
  strev: "ST_Rev", ltrev: "LT_Rev",
};
/** The q-factors of Hou, Xue and Zhang keep their own ids. */
const qFactors: Readonly<Record<string, string>> = { rme: "R_ME", ria: "R_IA", rroe: "R_ROE", reg: "R_EG" };

/** A published factor's id in whatever spelling: mkt_excess, MKT-RF and Mkt_RF are Mkt-RF; null for any other name. */
export function factorId(name: string): string | null {
  const plain = key(name);
  if (Object.hasOwn(factorSpellings, plain)) return factorSpellings[plain] ?? null;
  return /^r_/iu.test(name) && Object.hasOwn(qFactors, plain) ? (qFactors[plain] ?? null) : null;
}

/** Published in percent per year, by their publishers' own ids (FRED's, Yahoo's, central banks'). */
const rateIds = /^(?:DGS\d+(?:MO)?|DTB(?:3|4WK|6|1YR)|TB(?:3|6)MS|TB1YR|GS\d+M?|DFF|FEDFUNDS|EFFR|SOFR|OBFR|IORB|DPRIME|MORTGAGE\d+US|EURIBOR\w*|LIBOR\w*|SARON|TONAR?|CORRA|CDOR\w*|SHIBOR\w*|TIBOR\w*|STIBOR\w*|NIBOR\w*|ECB(?:DFR|MRRFR|MLFR)|IRLTLT01\w+|INTDSR\w+|DAAA|DBAA|USD\d+MTD156N|SONIA|ESTR|EONIA|IR3TIB\w+|\^?(?:IRX|TNX|FVX|TYX))$/iu;
/** Words for a rate, which say nothing of its unit. */
const rateWords = /^(?:(?:BUND|BOBL|GILT|JGB|OAT|BTP|TBOND|TNOTE)_?\d{1,2}Y?|(?:US|DE|UK|GB|JP|FR|IT|ES|CA|AU|CH|EU)_?\d{1,2}(?:Y[TR]?|YEAR)|\d{1,2}Y(?:R|EAR)?|(?:US|DE|UK|GB|JP|FR|IT|ES|CA|AU|CH|EU|TB|TBILL)_?\d{1,2}M(?:O|TH)?|\d{1,2}M(?:O|TH)|(?:(?:INTEREST|POLICY|REPO|BASE|PRIME|DISCOUNT|SHORT|RISK_?FREE)_?)?RATES?|INTEREST|.*YIELD.*|.*TBILL.*|.*T-BILL.*)$/iu;
const levels = /^(?:\^?VIX(?:\d\w*|CLS|_?CLOSE|_?INDEX)?|\^?(?:VVIX|VXN|VXD|RVX|OVX|GVZ)(?:CLS)?|\^(?:MOVE|SKEW)|DTWEX\w*|DXY|T10Y\w+|(?:BAA|AAA)\d+Y\w*|TEDRATE|BAML\w+|CPI\w*|UNRATE|USREC\w*|GDP\w*|INDPRO|M2\w*|PCE\w*|ICSA|PAYEMS|UMCSENT|MARKET_?CAP\w*|P[_/]?E_?RATIO|P\/E|NFCI|STLFSI\d*|DCOIL\w*|PUTCALL\w*)$/iu;

/** Whether columns are the months of a year, Jan to Dec or January to December, others beside them (a year's sum) or not. */
export function areMonths(names: readonly string[]): boolean {
  const months = names.map((name) => /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/iu.exec(name)?.[0].slice(0, 3).toLowerCase()).filter((month) => month !== undefined);
  return new Set(months).size >= 10;
}

/** Interest rates and yields by their names, FRED's ids among them. */
export const isRateName = (name: string): boolean => rateIds.test(name) || rateWords.test(name);

/** Those whose publisher gives them in percent per year, however small the numbers are. */
export const isPercentRate = (name: string): boolean => rateIds.test(name);

const ratios = /^(?:MKT_?CAP\w*|MARKET_?VALUE|SHARES(?:_?OUT\w*)?|TURNOVER|DIVIDENDS?|(?:DIV(?:IDEND)?|EARNINGS)[_ ]?YIELD|BVPS|BOOK[_ ]?VALUE|P[_/][EBS]|P[_/]?[BS]_?RATIO|PRICE_?TO_?(?:EARNINGS|BOOK|SALES)|[SE]MA_?\d+|RSI_?\d+|MACD\w*)$/iu;
/** Both a ratio's name and a ticker: what is meant must be said. */
const ratiosOrTickers = /^(?:P[EBS]|EPS|RSI)$/iu;

/** Accounting numbers, ratios and indicators that stand beside prices in a data service's table; "either" is a ticker as well. */
export const ratioName = (name: string): "ratio" | "either" | null => (ratios.test(name) ? "ratio" : ratiosOrTickers.test(name) ? "either" : null);

/**
 * A risk-free rate that its own name says is per year: "rf_annual", "RiskFree_pa", "Risk-Free Rate (annual %)"; null for any
 * other name. With a word for percent in it the unit is said too.
 */
export function annualRate(name: string): { readonly isPercent: boolean } | null {
  const plain = name.toLowerCase().replaceAll(/[^a-z%]+/gu, " ").trim();
  if (!/^(?:rf|r f|risk ?free(?: rate)?|rf rate) (?:rate )?(?:annual(?:i[sz]ed)?|yearly|p ?a|per (?:year|annum)|ann)(?: (?:pct|percent|%|rate))*$/u.test(plain)) return null;
  return { isPercent: /pct|percent|%/u.test(plain) };
}

/** Whether a file's name says that it holds an interest rate: "United States 3-Month Bond Yield Historical Data.csv". */
export const isRateFile = (file: string): boolean => /\b(?:yields?|t-?bills?|treasury bills?|euribor|libor|interest rates?)\b/iu.test(file.replaceAll(/[_.]/gu, " "));

/** What is neither a return nor a price of something that can be held: spreads, indexes of prices or of fear. */
export const isLevelName = (name: string): boolean => levels.test(name);

const noise = words(
  "yahoo yahoofinance finance yfinance stooq nasdaq investing alphavantage alpha vantage tiingo crsp wrds daily weekly monthly us uk de d w m q 1d 1mo historical historicaldata history hist data " +
    "prices price quotes stock stocks single ticker adjusted autoadjust adj close csv max all full from to export download table the usd multiindex ohlc ohlcv",
);

/** The one ticker that a file's name holds: "aapl_us_d.csv" is AAPL; null where it holds none or several. */
export function tickerOfFileName(file: string): string | null {
  const stem = file.replace(/\.(?:csv|txt|tsv|xlsx|gz|zip)$/iu, "").replace(/ ?\(\d+\)$/u, "");
  const parts = stem.split(/[_\s]+/u).filter((part) => !noise.has(part.toLowerCase()) && !/^\d[\d-]*$/u.test(part) && part !== "");
  const capitals = parts.filter((part) => /^[\^A-Z][A-Z0-9.^=-]{0,9}$/u.test(part));
  const chosen = parts.length === 1 ? parts[0] : capitals.length === 1 ? capitals[0] : undefined;
  return chosen !== undefined && /^[\^A-Za-z][A-Za-z0-9.^=-]{0,6}$/u.test(chosen) ? chosen.toUpperCase() : null;
}

/** An id from a column's name: "<CLOSE>" without its brackets, "AAPL US Equity" and "AAPL.US" as AAPL, "SMALL LoBM" as SMALL_LoBM. */
export function cleanId(name: string): string {
  if (/[^\w.-]/u.test(name) && annualRate(name) !== null) return "RF";
  return name
    .trim()
    .replace(/^<(.*)>$/u, "$1")
    .replace(/ [A-Z]{2} Equity$/u, "")
    .replace(/^\$(?=[A-Z])/u, "")
    .replace(/\.US$/u, "")
    .replace(/^([A-Z]+)\/([A-Z])$/u, "$1-$2")
    .replaceAll(/\s+/gu, "_");
}

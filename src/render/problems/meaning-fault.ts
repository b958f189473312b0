import type { MeaningFault } from "../../datasets/problem.ts";
import type { FaultWords } from "./fault-words.ts";

/** What the numbers are: prices or returns, in which unit, of which series. */
export const meaningFaultWords: Readonly<Record<MeaningFault, FaultWords>> = {
  "unknown-kind": ({ value }) => ({
    what: `nothing says whether these are excess or total returns: ${value}`,
    next: "Import with --kind excess (the risk-free rate is subtracted already), --kind total or --kind prices.",
  }),
  "not-a-price": ({ quoted }) => ({
    what: `a price is not above 0: ${quoted}`,
    next: "Leave the cell empty where there was no price. If these are returns, import with --kind excess or --kind total.",
  }),
  "not-a-return": ({ quoted }) => ({
    what: `a return below −100%: ${quoted}`,
    next: "Returns are decimals: 0.01 is 1%. Basis points (100 is 1%) are to be divided by 10,000 in the file. If these are prices, import with --kind prices.",
  }),
  "in-percent": ({ quoted }) => ({
    what: `values this large (${quoted}) are percent or prices, not decimal returns`,
    next: "If they are percent, import with --percent. If they are prices, with --kind prices. Basis points (100 is 1%) are to be divided by 10,000 in the file.",
  }),
  "mixed-units": ({ value }) => ({
    what: `the returns from ${value} are about 100 times the others: percent beside decimals`,
    next: "Divide these rows by 100, and import the file again.",
  }),
  "mixed-columns": ({ value }) => {
    const [percent = "", decimal = ""] = value.split(", ");
    return {
      what: `${percent} has the size of percent, and ${decimal} that of decimals`,
      next: "Import such columns one by one with --column, and with --percent where they are percent. Where all of them are, say --accept, too, beside --percent.",
    };
  },
  "gross-returns": ({ quoted }) => ({ what: `values around 1 without a trend (${quoted}) are gross returns`, next: "Subtract 1 from each: 1.0123 is a return of 0.0123." }),
  "not-returns": ({ quoted }) => ({
    what: `all values are above 0 and wander (${quoted} first): prices or rates, not returns`,
    next: "Import with --kind prices, or with --kind rate and --unit.",
  }),
  cumulative: ({ quoted }) => ({
    what: `each value is nearly the one before it (${quoted} last), as of returns that were added up or compounded from the first row on, or of a level`,
    next: "Give the return of each row by itself, or prices.",
  }),
  level: ({ quoted }) => ({
    what: `${quoted} is a rate, a yield, a ratio or another level, no price and no return`,
    next: "An interest rate is imported with --kind rate --unit percent-per-year; --as RF makes it the risk-free rate. Leave other levels out.",
  }),
  counts: ({ quoted }) => ({ what: `${quoted} counts something (a volume, a number of firms) and is no return`, next: "Leave that column out, or name another with --column; of French's file choose another section with --section." }),
  "price-or-rate": ({ quoted }) => ({
    what: `${quoted} may be a rate in percent per year, a price, or the logarithm of one: it is small and moves by hundredths`,
    next: "Say which: import with --kind prices, or with --kind rate --unit percent-per-year. Logarithms of prices are to be made prices in the file, exp(x).",
  }),
  "price-or-ratio": ({ quoted }) => ({ what: `${quoted} may be a ratio of accounting, or a ticker`, next: "If it is a ticker's price, import with --kind prices; if not, leave that column out." }),
  "not-a-rate": ({ quoted }) => ({
    what: `${quoted} per row is too large for a risk-free rate`,
    next: "Say its unit (--unit percent-per-year, decimal-per-year, percent or decimal), or rename the column if it is no rate.",
  }),
  "needs-annual-unit": ({ quoted }) => ({
    what: `this rate is per year, and ${quoted} can be percent or a decimal`,
    next: "Import with --kind rate and --unit percent-per-year (0.05 is a twentieth of a percent) or --unit decimal-per-year (0.05 is 5%).",
  }),
  "needs-unit": ({ quoted }) => ({
    what: `nothing says in which unit this rate is: ${quoted}`,
    next: "Import with --kind rate and --unit percent-per-year, --unit decimal-per-year, --unit percent (per row) or --unit decimal (per row).",
  }),
  "missing-code": ({ quoted, value }) => ({
    what: `${quoted} is a code for a missing value, no price and no return`,
    next: `Import with --missing ${value}, which reads it as blank.`,
  }),
  "unknown-frequency": ({ value }) => ({
    what: `rows usually lie ${value} days apart`,
    next: "Give daily, weekly, monthly or annual data.",
  }),
  "ambiguous-weeks": ({ value }) => ({
    what: `the rows are weeks dated on a ${value}, and nothing says whether that day begins or ends its week`,
    next: "Say which: import with --weeks end (as pandas' resample(\"W\") dates them) or --weeks begin.",
  }),
  "other-weeks": ({ value }) => ({
    what: `the rows are weeks that end on a ${value}, and the other series' weeks end on Friday: a β of the two would be wrong`,
    next: "Give daily data, or weeks that end on Friday: in pandas prices.resample(\"W-FRI\").last().",
  }),
  "needs-name": ({ value }) => ({
    what: `this is one ticker's file (${value}), and neither its content nor its name says which`,
    next: "Name it: import with --as TICKER, like --as AAPL.",
  }),
  "needs-column": ({ value }) => ({ what: `several columns could be the series: ${value}`, next: "Choose one: import with --column NAME and --as TICKER." }),
  "needs-region": () => ({
    what: "these are factors of another region than the US, and the file's name does not say which",
    next: "Import with --region Europe (or Developed, Developed_ex_US, Japan, Asia_Pacific_ex_Japan, North_America, Emerging).",
  }),
  simulated: ({ value }) => ({
    what: `these are the simulated sample's own numbers${value === "" ? "" : ` (${value} there)`}, which are loaded already: imported, they would stand as the market's`,
    next: "Import data of the market: npm run data:fetch brings French's factors, and a vendor's file of prices is taken as it is.",
  }),
  "reserved-name": ({ value }) => ({
    what: `${value} is the name of a published ${value === "RF" ? "rate" : "factor"}, and these are prices`,
    next: value === "RF" ? "An interest rate is imported with --kind rate, --unit and --as RF. A share of that ticker needs another name: --as, or in its column's header." : "A share of that ticker needs another name: --as, or in its column's header.",
  }),
};

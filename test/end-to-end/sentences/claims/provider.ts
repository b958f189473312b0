import type { Case } from "../case.ts";
import { claim, teaching, type Claim } from "../claim.ts";

const only = ["beta"];
const isYahoo = (of: Case): boolean => of.said.typed.includes("as:yahoo");
const rows = (of: Case): number => (isYahoo(of) ? 60 : 104);
const stocksOfCourse = ["SPY", "WMT", "JPM"];
/** The chapter's factor: SPY for the excess returns of its own file, Mkt-RF for others and for SPY. */
const usual = (of: Case): string => (of.said.set === "sample" && stocksOfCourse.includes(of.asset) && of.asset !== "SPY" ? "SPY" : of.said.set === "made-up" && !of.data.total.has(of.asset) && of.asset !== "SPY" ? "SPY" : "Mkt-RF");
/** The first day of the period that ends on the reply's first row. */
function start(of: Case): string {
  const end = of.rows().dates[0]!;
  return isYahoo(of) ? `${end.slice(0, 7)}-01` : new Date(Date.parse(end) - 6 * 86_400_000).toISOString().slice(0, 10);
}

export const providerClaims: readonly Claim[] = [
  claim("@'s β as ⟨Yahoo‖Bloomberg⟩ makes it: #", ([, value = ""], of, check) => {
    check.number(value, of.fit().coefficients[1]!, "β");
    check.that(of.rows().dates.length <= rows(of), "more rows than the provider takes");
  }, only),
  claim("@'s β as ⟨Yahoo‖Bloomberg⟩ makes it: between # and #", ([, low = "", high = ""], of, check) => {
    check.number(low, of.shown(of.fit(), 1).low, "low");
    check.number(high, of.shown(of.fit(), 1).high, "high");
    check.that(of.fewRows, "rows enough to name one number");
  }, only),
  claim("Adjusted β = # · 0.67 × raw + 0.33, ≈", ([value = "", interval = ""], of, check) => {
    const { estimate, low, high } = of.shown(of.fit(), 1);
    check.number(value, 0.67 * estimate + 0.33, "adjusted");
    check.interval(interval, { ...of.shown(of.fit(), 1), low: 0.67 * low + 0.33, high: 0.67 * high + 0.33 });
  }, only),
  teaching("From the course's β to this one:"),
  claim("# · the course's way: daily, excess returns, on @, ¤ to ¤, n = #", ([value = "", factor = "", first = "", last = "", n = ""], of, check) => {
    check.that(factor === usual(of), `the chapter has ${usual(of)}`);
    const { fit, dates } = of.fitOn(of.asset, factor, "daily");
    check.number(value, fit.coefficients[1]!, "β");
    check.number(n, dates.length, "n");
    check.that(dates[0] === first && dates.at(-1) === last, `${dates[0]} to ${dates.at(-1)}`);
  }, only),
  claim("# · on @", ([value = "", factor = ""], of, check) => {
    check.that(factor === of.factor && factor !== usual(of), "another factor");
    check.number(value, of.fitOn(of.asset, factor, "daily").fit.coefficients[1]!, "β");
  }, only),
  claim("# · the last # years alone, from ¤, n = #", ([value = "", years = "", first = "", n = ""], of, check) => {
    const { fit, dates } = of.fitOn(of.asset, of.factor, "daily", start(of), of.recipe.last);
    check.number(value, fit.coefficients[1]!, "β");
    check.number(years, isYahoo(of) ? 5 : 2, "years");
    check.number(n, dates.length, "n");
    check.that(dates[0] === first, `from ${dates[0]}`);
  }, only),
  claim("# · by ⟨week‖month⟩, n = #⟨: fewer than the # of Yahoo‖: fewer than the # of Bloomberg⟩", ([value = "", n = "", yahoo = "", bloomberg = ""], of, check) => {
    const { fit, dates } = of.fitOn(of.asset, of.factor, of.frequency, of.recipe.first, of.recipe.last);
    check.number(value, fit.coefficients[1]!, "β");
    check.number(n, dates.length, "n");
    check.that((yahoo || bloomberg) === "" ? dates.length >= rows(of) : dates.length < rows(of), "the provider takes as many, or not");
  }, only),
  claim("# · the risk-free rate left in", ([value = ""], of, check) => check.number(value, of.fit().coefficients[1]!, "β"), only),
  claim("Each of them is a β of @.", () => undefined, only),
  teaching("Which would you hedge next month with?"),
  claim("R² = #: # factor risk.", ([r = "", share = ""], of, check) => {
    check.number(r, of.fit().rSquared, "R²");
    check.number(share, of.fit().rSquared, "share");
  }, only),
  teaching("⟨Yahoo‖Bloomberg⟩ takes prices without dividends, on the S&P 500 itself."),
  teaching("Here @ stands for it, and dividends are in the returns where the file has them: that moves a β in its third digit."),
  teaching("Adjusted: a third of the way to 1, as βs far from 1 tend to come back (Blume 1971)."),
  teaching("It is a forecast, no estimate of the past."),
  claim("Verdicts here rest on …: β # to #.", ([, low = "", high = ""], of, check) => check.interval(`${low} to ${high}`, of.deciding(of.fit(), 1)), only),
];

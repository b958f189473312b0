import type { Case } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { deviation, mean } from "../statistics.ts";
import { readPrinted } from "../check.ts";

const only = ["track"];
const at = (of: Case, name: string): number => of.recipe.factors.indexOf(name) + 1;
const move = (of: Case): number => readPrinted(/move:(\S+)/u.exec(of.said.typed)?.[1] ?? "0").value;

/** "$1.188 of Mkt-RF, −$0.2 of SMB". */
export function dollars(list: string, of: Case, check: Check): void {
  const said = [...list.matchAll(/([−]?\$[\d.,]+[MK]?) of (\S+?)(?:,|$| and)/gu)];
  check.that(said.length === of.recipe.factors.length, `${said.length} factors of ${of.recipe.factors.length} are named`);
  for (const [, value = "", name = ""] of said) check.number(value, of.fit().coefficients[at(of, name)]!, name);
}
/** The errors that the interval of a move names. */
const named = (of: Case): string => /95% interval of that(?: \(([a-z-]+)\))? /u.exec(of.said.description)?.[1] ?? "";
const slopes = (of: Case): boolean => /one rising/u.test(of.said.alt);

/** Dollars of the asset that the reply was asked about. */
const held = (of: Case): number => readPrinted(/amount:(\S+)/u.exec(of.said.typed)?.[1]?.replace(/(\d)m/u, "$1,000,000") ?? "1").value;

export const trackClaims: readonly Claim[] = [
  claim("@'s tracking portfolio: …", ([, list = ""], of, check) => dollars(list, of, check), only),
  claim("@: # ⟨days‖weeks‖months⟩ are too few to know what tracks it", ([, count = ""], of, check) => {
    check.number(count, of.rows().dates.length, "rows");
    check.that(of.fewRows, "the rows are not few");
  }, only),
  claim("@ #: @ # by its β", ([factor = "", by = "", , value = ""], of, check) => {
    const amount = held(of);
    check.number(by, move(of), "move");
    check.number(value, of.fit().coefficients[at(of, factor)]! * move(of) * amount, "by its β");
  }, only),
  claim("If @ returns #: @ # by its β · 95% interval of that⟨ (robust)‖ (small-sample)⟩ # to #", ([factor = "", by = "", , value = "", low = "", high = ""], of, check) => {
    const fit = of.fit();
    check.number(by, move(of), "move");
    check.number(value, fit.coefficients[at(of, factor)]! * move(of), "by its β");
    const test = of.readLast(check, factor, named(of), at(of, factor), move(of));
    check.interval(`${low} to ${high}`, { ...test, low: Math.min(test.low, test.high), high: Math.max(test.low, test.high) });
  }, only),
  claim("On any one ⟨day‖week‖month⟩ α and ε come on top: # ± # (1σ)⟨; the other factors taken as unmoved⟩", ([alpha = "", value = ""], of, check) => {
    check.number(alpha, of.fit().coefficients[0]!, "α");
    check.number(value, deviation(of.fit().residuals), "σ(ε)");
  }, only),
  claim("On #: # by its β, # to #; one ⟨day‖week‖month⟩'s own swing is ± # (1σ)", ([amount = "", value = "", low = "", high = "", swing = ""], of, check) => {
    const fit = of.fit();
    const money = readPrinted(amount).value;
    const factor = /If (?:\*\*)?(\S+) returns/u.exec(of.said.description)?.[1] ?? of.factor;
    const test = of.readLast(check, factor, named(of), at(of, factor), move(of) * money);
    check.number(value, test.estimate, "by its β");
    check.interval(`${low} to ${high}`, { ...test, low: Math.min(test.low, test.high), high: Math.max(test.low, test.high) });
    check.number(swing, deviation(fit.residuals) * money, "swing");
  }, only),
  claim("# of @ swings by # a year, by # a quarter, by # a month and by # a day (1σ)", ([amount = "", , year = "", quarter = "", month = "", day = ""], of, check) => {
    const swing = readPrinted(amount).value * deviation(of.fit().y) * Math.sqrt(of.perYear);
    check.number(year, swing, "a year");
    check.number(quarter, swing / Math.sqrt(4), "a quarter");
    check.number(month, swing / Math.sqrt(12), "a month");
    check.number(day, swing / Math.sqrt(252), "a day");
  }, only),
  claim("Expected P&L a year (×#): # total, of which # is risk-adjusted (α), 95% interval⟨ (robust)‖ (small-sample)⟩ # to #", ([scale = "", total = "", alpha = "", low = "", high = ""], of, check) => {
    const money = held(of) * of.perYear;
    check.number(scale, of.perYear, "scale");
    check.number(total, mean(of.fit().y) * money, "P&L");
    check.number(alpha, of.fit().coefficients[0]! * money, "α");
    const [, by = ""] = /\(α\), 95% interval \((\S+)\)/u.exec(of.said.description) ?? [];
    const deciding = of.deciding(of.fit(), 0, 0, money);
    const test = by === "robust" ? of.robust(of.fit(), 0, money) : by === "small-sample" ? deciding : of.shown(of.fit(), 0, money);
    check.interval(`${low} to ${high}`, test);
    check.that(test.pValue < 0.05 === deciding.pValue < 0.05, `read by itself the interval is wrong about 0: ${deciding.low} to ${deciding.high} decides`);
  }, only),
  claim("Its twin: …", ([list = ""], of, check) => {
    const parts = list.split(", $").map((part) => /^\$?(\S+) of (\S+?)( sold short)?\.?$/u.exec(part));
    check.that(parts.length === of.recipe.factors.length && parts.every((part) => part !== null), `not a part for every factor: ${list}`);
    for (const [, dollars = "", name = "", sold] of parts.filter((part) => part !== null)) {
      const exposure = of.fit().coefficients[at(of, name)]! * held(of);
      check.number(`$${dollars}`, Math.abs(exposure), name);
      check.that((sold !== undefined) === exposure < 0, `${exposure} of ${name} is ${sold ?? " held"}`);
    }
  }, only),
  claim("# of @ for $1 of @ · 95% interval of β # to #⊕", ([value = "", name = "", , low = "", high = "", beside = ""], of, check) => {
    const k = at(of, name);
    check.number(value, of.fit().coefficients[k]!, name);
    of.coefficient(check, `${low} to ${high}${beside}`, of.fit(), k);
  }, only),
  claim("Tracking return ⟨Σ ⟩β · f: mean # a year (×#) · ≈", ([value = "", scale = "", interval = ""], of, check) => {
    check.that(of.said.description.includes("return Σ β") === of.recipe.factors.length > 1, "a sum of one, or several without their sum");
    check.number(value, mean(of.tracking()) * of.perYear, "mean");
    check.number(scale, of.perYear, "scale");
    check.interval(interval, of.premium(of.perYear));
  }, only),
  claim("It carries R² = #, that is # of @'s variance", ([r = "", share = ""], of, check) => {
    check.number(r, of.fit().rSquared, "R²");
    check.number(share, of.fit().rSquared, "share");
  }, only),
  claim("The tracking portfolio has @'s β and all of its factor risk, and neither α nor ε: anyone can hold it with … alone.", ([, list = ""], of, check) => check.that(of.recipe.factors.every((name) => list.includes(name)), "a factor is missing"), only),
  teaching("Take the tracking return away from @'s, ⟨day by day‖week by week‖month by month⟩."),
  teaching("What are the mean, the volatility and the β of the rest?"),
  claim("Scatter of @ and its tracking portfolio against @: β = #, R² = #.", ([, name = "", value = "", r = ""], of, check) => {
    check.number(value, of.fit().coefficients[at(of, name)]!, "β");
    check.number(r, of.fit().rSquared, "R²");
  }, only),
  claim("The tracking portfolio lies on one ⟨rising‖falling‖flat⟩ straight line through 0; @ scatters around it.", (_, of, check) => check.that(slopes(of) === of.fit().coefficients[1]! > 0 && !of.exact(), "not that slope"), only),
  claim("The tracking portfolio lies on one ⟨rising‖falling⟩ straight line through 0; @ lies on a line beside it, α ⟨above‖below⟩.", (_, of, check) => {
    check.that(of.exact() && slopes(of) === of.fit().coefficients[1]! > 0, "not that line");
    check.that(/α above/u.test(of.said.alt) === of.fit().coefficients[0]! > 0, `α = ${of.fit().coefficients[0]!}`);
  }, only),
  claim("With # factors the tracking portfolio is a narrower cloud inside @'s own.", ([count = ""], of, check) => {
    check.number(count, of.recipe.factors.length, "factors");
    check.that(deviation(of.tracking()) < deviation(of.fit().y), "it is no narrower");
  }, only),
  claim("95% interval of β # to #⊕. n = #, ⟨daily‖weekly‖monthly⟩ excess returns, ¤ to ¤.", ([low = "", high = "", beside = "", n = "", first = "", last = ""], of, check) => {
    of.coefficient(check, `${low} to ${high}${beside}`, of.fit(), 1);
    check.number(n, of.rows().dates.length, "n");
    check.that(of.rows().dates[0] === first && of.rows().dates.at(-1) === last, "other days");
  }, only),
  claim("Tracking return: volatility # a year", ([value = ""], of, check) => check.number(value, deviation(of.tracking()) * Math.sqrt(of.perYear), "volatility"), only),
  claim("Left behind: α = # a year (×#), ≈", ([value = "", scale = "", interval = ""], of, check) => {
    check.number(value, of.fit().coefficients[0]! * of.perYear, "α");
    check.number(scale, of.perYear, "scale");
    of.coefficient(check, interval, of.fit(), 0, { scale: of.perYear });
  }, only),
  claim("σ(ε) = # a year, the course's tracking error", ([value = ""], of, check) => {
    check.that(!value.includes("e"), "what rounding left is printed as a number");
    check.number(value, deviation(of.fit().residuals) * Math.sqrt(of.perYear), "σ(ε)");
  }, only),
];

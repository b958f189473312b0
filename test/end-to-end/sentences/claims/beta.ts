import { holds, type Case, type Test } from "../case.ts";
import type { Check } from "../check.ts";
import { lackingShare } from "./common.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { breuschPagan, correlation, durbinWatson } from "../statistics.ts";

const only = ["beta"];
const beta = (of: Case, null_ = 0): Test => of.deciding(of.fit(), 1, null_);
const isMarket = (name: string): boolean => name === "SPY" || name === "Mkt-RF";
/** What the words on β turn on: 0, and 1 where the factor is the market. */
const nulls = (of: Case): readonly number[] => (isMarket(of.factor) ? [0, 1] : [0]);
/** "moves 1.395%" is β as a percentage. */
const moves = (printed: string): string => printed.replace("%", "");

function verdicts([low = "", high = "", alphaLow = "", alphaHigh = "", p = ""]: readonly string[], of: Case, check: Check): void {
  check.interval(`${low} to ${high}`, beta(of));
  check.interval(`${alphaLow} to ${alphaHigh}`, of.deciding(of.fit(), 0, 0, of.perYear));
  check.p(p, of.deciding(of.fit(), 0).pValue);
}

function alphaVerdict(of: Case, check: Check, none: boolean): void {
  const [, errors = ""] = /The (robust|small-sample) interval of α/u.exec(of.said.description) ?? [];
  const { pValue } = of.deciding(of.fit(), 0);
  check.verdict(none === pValue >= 0.05, pValue);
  // Where the first interval says otherwise, the one that is meant stands on the screen, and is named.
  check.that((errors !== "") === (of.shown(of.fit(), 0).pValue < 0.05 !== pValue < 0.05), `"${errors}" interval, and the deciding p is ${pValue}`);
  const line = of.said.description.split("\n").find((each) => each.includes("α a year (")) ?? "";
  check.that(errors === "" || line.includes(errors), `no ${errors} interval beside α a year: ${line}`);
}

export const betaClaims: readonly Claim[] = [
  claim("@ on @: β = #", ([, , value = ""], of, check) => check.number(value, of.fit().coefficients[1]!, "β"), only),
  claim("@ on @: β between # and #", ([, , low = "", high = ""], of, check) => {
    const fit = of.fit();
    const line = of.said.description.split("\n").find((each) => each.includes("95% interval") && each.startsWith("**β =")) ?? "";
    const read = line.includes("which decides") ? of.deciding(fit, 1) : of.shown(fit, 1);
    if (line !== "") {
      check.number(low, read.low, "low");
      check.number(high, read.high, "high");
    }
    check.that(of.fewRows, "rows enough to name one number");
  }, only),
  claim("β = # · ≈ (s.e. #)⊕", ([value = "", interval = "", error = "", beside = ""], of, check) => {
    const fit = of.fit();
    check.number(value, fit.coefficients[1]!, "β");
    of.coefficient(check, `${interval}${beside}`, fit, 1, { nulls: nulls(of) });
    check.number(error, of.shown(fit, 1).error, "s.e.");
    const name = /robust \((\w+)\)/u.exec(beside)?.[1];
    if (name) check.that(name === "HAC", "HAC errors were expected");
  }, only),
  claim("α = # per ⟨day‖week‖month⟩ · ≈ (℗⟨, robust ℗⟩⟨, small-sample ℗⟩)", ([value = "", interval = "", p = "", robust = "", deciding = ""], of, check) => {
    check.number(value, of.fit().coefficients[0]!, "α");
    check.interval(interval, of.shown(of.fit(), 0), of.robust(of.fit(), 0), of.deciding(of.fit(), 0));
    of.pValues(check, [p, robust, deciding], of.fit(), 0);
  }, only),
  claim("α a year (×#) = # · ≈", ([scale = "", value = "", interval = ""], of, check) => {
    check.number(scale, of.perYear, "scale");
    check.number(value, of.fit().coefficients[0]! * of.perYear, "α a year");
    of.coefficient(check, interval, of.fit(), 0, { scale: of.perYear });
  }, only),
  claim("R² = # · # factor risk, # idiosyncratic risk", ([r = "", share = "", rest = ""], of, check) => {
    const { rSquared } = of.fit();
    check.number(r, rSquared, "R²");
    check.number(share, rSquared, "share");
    check.number(rest, 1 - rSquared, "rest");
  }, ["beta", "regress"]),
  claim("@ is ⟨aggressive‖defensive⟩: when @ moves 1%, @ moves # on average.", ([asset = "", factor = "", , value = ""], of, check) => {
    const text = of.said.description;
    const test = beta(of);
    check.that(isMarket(factor), `${factor} is no market`);
    check.that(/is (?:\*\*)?aggressive/u.test(text) ? test.low > 1 : test.low > 0 && test.high < 1, `${asset}'s deciding interval of β is ${test.low} to ${test.high}`);
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("@ is a hedge: when @ moves 1%, @ moves # on average.", ([, factor = "", , value = ""], of, check) => {
    check.that(isMarket(factor) && beta(of).high < 0, `β's deciding interval ends at ${beta(of).high}`);
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("@'s sensitivity can't be told apart from the market's own (β = 1): when @ moves 1%, @ moves # on average.", ([, factor = "", , value = ""], of, check) => {
    check.that(isMarket(factor) && holds(beta(of), 1) && !holds(beta(of), 0), `interval ${beta(of).low} to ${beta(of).high}`);
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("These rows don't tell @'s sensitivity apart from 0, nor from the market's own (β = 1): when @ moves 1%, @ moves # on average, give or take.", ([, , , value = ""], of, check) => {
    check.that(holds(beta(of), 1) && holds(beta(of), 0), `interval ${beta(of).low} to ${beta(of).high}`);
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("@'s sensitivity to @ can't be told apart from 0: when @ moves 1%, @ moves # on average, give or take.", ([, factor = "", , , value = ""], of, check) => {
    check.that(holds(beta(of), 0) && !(isMarket(factor) && holds(beta(of), 1)), `interval ${beta(of).low} to ${beta(of).high}`);
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("When @ moves 1%, @ moves # on average: both stand for the market, which is neither aggressive nor defensive.", ([factor = "", asset = "", value = ""], of, check) => {
    check.that(isMarket(asset) && isMarket(factor), "one of them is not the market");
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("When @ moves 1%, @ moves # on average in these rows.", ([asset = "", , value = ""], of, check) => {
    check.that(lackingShare(of, of.asset) >= 0.02, `${asset} lacks few days`);
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("When @ moves 1%, @ moves # on average.", ([, , value = ""], of, check) => {
    check.that(!holds(beta(of), 0), "β can't be told apart from 0, and the sentence does not say so");
    check.number(moves(value), of.fit().coefficients[1]!, "β");
  }, only),
  claim("The ⟨robust ‖small-sample ‖⟩interval of α holds 0.", (_, of, check) => alphaVerdict(of, check, true), only),
  teaching("How many years of data would an α of this size need before it leaves 0 out?"),
  claim("The ⟨robust ‖small-sample ‖⟩interval of α leaves out 0.", (_, of, check) => alphaVerdict(of, check, false), only),
  claim("Is an α of # a year a good bet?", ([value = ""], of, check) => check.number(value, of.fit().coefficients[0]! * of.perYear, "α a year"), only),
  teaching("Look at what risk it takes to earn it."),
  claim("@ explains every row of @ exactly.", (_, of, check) => check.that(of.exact(), "the fit is not exact"), only),
  teaching("What does that say about where @ comes from?"),
  claim("t(α) = #, t(β) = #: each is the estimate over its standard error (⟨classical‖HC1‖HAC⟩ errors).", ([a = "", b = ""], of, check) => {
    check.that(of.said.description.toLowerCase().includes(`(${of.recipe.errors.kind} errors)`), `the errors are ${of.recipe.errors.kind}`);
    if (of.exact()) return;
    check.number(a, of.shown(of.fit(), 0).statistic, "t(α)");
    check.number(b, of.shown(of.fit(), 1).statistic, "t(β)");
  }, only),
  claim("Is β = 1⟨ in these rows⟩?", (_, of, check) => check.that(of.said.description.includes("β = 1 in these rows?") === !isMarket(of.factor), "of other rows the market alone tells"), only),
  claim("The rows speak against it (@ = #, …).", ([letter = "", value = ""], of, check) => {
    const test = beta(of, 1);
    check.verdict(test.pValue < 0.05, test.pValue);
    check.that(letter === "t", "the normal is not for few rows");
    check.number(value, test.statistic, letter);
  }, only),
  claim("The rows don't tell β apart from 1 (@ = #, …).", ([letter = "", value = ""], of, check) => {
    const test = beta(of, 1);
    check.verdict(test.pValue >= 0.05, test.pValue);
    check.number(value, test.statistic, letter);
  }, only),
  claim("Correlation #, whose square is R².", ([value = ""], of, check) => check.number(value, correlation(of.column(of.asset), of.column(of.factor)), "correlation"), only),
  claim("Breusch–Pagan ℗, Durbin–Watson #: `/regress` says what they mean.", ([p = "", dw = ""], of, check) => {
    check.p(p, breuschPagan(of.fit()).pValue);
    check.number(dw, durbinWatson(of.fit()), "Durbin–Watson");
  }, only),
  claim("Verdicts here rest on HAC errors (Bartlett, # lags), small-sample: β # to #; α a year # to # (℗).", ([lags = "", ...words], of, check) => {
    check.number(lags, of.decidingLags(), "lags");
    check.that(of.decidingLags() > 0, "no lags are counted");
    verdicts(words, of, check);
  }, only),
  claim("Verdicts here rest on HC3 errors: β # to #; α a year # to # (℗).", (words, of, check) => {
    check.that(of.decidingLags() === 0, `${of.decidingLags()} lags are counted`);
    verdicts(words, of, check);
  }, only),
  claim("Scatter: @ ⟨surely rises‖rises‖falls‖neither surely rises nor falls⟩ with @, β = #, R² = #, n = #.", ([, , value = "", r = "", n = ""], of, check) => {
    const test = beta(of);
    const { alt } = of.said;
    check.that(/neither/u.test(alt) ? holds(test, 0) : / rises with/u.test(alt) ? test.low > 0 : test.high < 0, `interval ${test.low} to ${test.high}`);
    check.number(value, of.fit().coefficients[1]!, "β");
    check.number(r, of.fit().rSquared, "R²");
    check.number(n, of.rows().dates.length, "n");
  }, only),
  claim("95% interval of β # to #⊕.", ([low = "", high = "", beside = ""], of, check) => {
    check.interval(`${low} to ${high}${beside}`, of.shown(of.fit(), 1), of.robust(of.fit(), 1), beta(of));
  }, only),
  claim("The fitted line lies over the points⟨ with its 95% band⟩⟨, a dashed line has β = 1⟩.", (_, of, check) => {
    check.that(of.said.alt.includes("95% band") !== of.exact(), "an exact line has no band, any other has one");
    check.that(of.said.alt.includes("dashed line has β = 1") === isMarket(of.factor), "β = 1 is the market's own");
  }, only),
  claim("Largest moves of @: ….", ([name = "", list = ""], of, check) => {
    const { dates } = of.rows();
    const returns = of.column(name);
    const said = [...list.matchAll(/(\d{4}-\d\d(?:-\d\d)?) ([−\d.e]+%|0%) \((\S+) ([−\d.e]+%|0%)\)/gu)];
    const sizes = [...returns].map(Math.abs).sort((a, b) => b - a);
    check.that(said.length === Math.min(3, returns.length), `${said.length} are named`);
    said.forEach(([, day = "", move = "", factor = "", its = ""], place) => {
      const row = dates.findIndex((date, at) => date.startsWith(day) && Math.abs(returns[at]!) === sizes[place]);
      check.that(row >= 0, `${day} is not the one of place ${place + 1}`);
      check.number(move, returns[row]!, day);
      check.number(its, of.column(factor)[row]!, factor);
    });
  }, only),
  claim("Points more than 4 residual standard deviations from it: #.", ([count = ""], of, check) => {
    const { residuals } = of.fit();
    const limit = 4 * Math.sqrt(of.fit().residualVariance);
    check.number(count, of.exact() ? 0 : residuals.filter((u) => Math.abs(u) > limit).length, "points");
  }, only),
];

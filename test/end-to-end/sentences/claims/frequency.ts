import { gapsBefore, holds, testOf, type Case, type Frequency, type Test } from "../case.ts";
import { readPrinted, type Check } from "../check.ts";
import { lackingShare } from "./common.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { smallSampleErrors } from "../small-sample.ts";
import { automaticLags, lagsByData, deviation, hacErrors, leastSquares, mean, rowsInStretches, within, type Fit } from "../statistics.ts";

const only = ["frequency"];
const few: Readonly<Record<Frequency, number>> = { daily: 60, weekly: 52, monthly: 24, annual: 10 };
const perYear: Readonly<Record<Frequency, number>> = { daily: 252, weekly: 52, monthly: 12, annual: 1 };
/** As the lines of the reply begin. */
const titles: Readonly<Record<string, string>> = { daily: "Daily", weekly: "Weekly", monthly: "Monthly", annual: "Yearly" };
const names: Readonly<Record<string, Frequency>> = { Daily: "daily", Weekly: "weekly", weekly: "weekly", Monthly: "monthly", Yearly: "annual", daily: "daily", monthly: "monthly", yearly: "annual", annual: "annual" };

function fitAt(of: Case, frequency: Frequency): Fit {
  const { columns } = of.rows(undefined, frequency);
  return leastSquares(columns.get(of.asset)!, [columns.get(of.factor)!]);
}
/** Lags that were not asked for follow from the rows of each frequency. */
function lagsAt(of: Case, frequency: Frequency): number {
  const asked = /lags:(\d+)/u.exec(of.said.typed)?.[1];
  if (of.said.typed.includes("lags:auto")) return lagsByData(fitAt(of, frequency));
  return asked ? Number(asked) : automaticLags(of.rows(undefined, frequency).dates.length);
}
function betaAt(of: Case, frequency: Frequency): Test {
  const fit = fitAt(of, frequency);
  return of.recipe.errors.kind === "hac" ? testOf(fit.coefficients[1]!, hacErrors(fit, lagsAt(of, frequency))[1]!, Infinity) : of.shown(fit, 1);
}
function robustAt(of: Case, frequency: Frequency): Test {
  const fit = fitAt(of, frequency);
  return testOf(fit.coefficients[1]!, hacErrors(fit)[1]!, Infinity);
}
/** Made for few rows (docs/accuracy.md), with the lags of this frequency. */
function decidingAt(of: Case, frequency: Frequency, level = 0.95): Test {
  const fit = fitAt(of, frequency);
  const [{ kind }, isExact] = [of.recipe.errors, of.exact(fit)];
  const lags = kind === "hac" ? lagsAt(of, frequency) : kind === "hc1" || fit.rows < few[frequency] ? 0 : automaticLags(fit.rows);
  const error = isExact ? fit.errors[1]! : smallSampleErrors(fit, lags)[1]!;
  const test = testOf(fit.coefficients[1]!, error, fit.degrees);
  const reach = within(level, fit.degrees) * error;
  return { ...test, low: test.estimate - reach, high: test.estimate + reach };
}
const said = (of: Case): readonly Frequency[] => [...of.said.description.matchAll(/^\W*(Daily|Weekly|Monthly|Yearly): β/gmu)].map(([, word]) => names[word!]!);

function line(words: readonly string[], of: Case, check: Check, frequency: Frequency): void {
  const [value = "", interval = "", r = "", n = "", from = ""] = words;
  const fit = fitAt(of, frequency);
  check.number(n, fit.rows, "n");
  check.number(value, fit.coefficients[1]!, "β");
  check.interval(interval, betaAt(of, frequency), robustAt(of, frequency), decidingAt(of, frequency));
  const read = interval.includes("which decides") ? decidingAt(of, frequency) : interval.includes("robust") ? robustAt(of, frequency) : betaAt(of, frequency);
  check.that(of.exact(fit) || holds(read, 0) === holds(decidingAt(of, frequency), 0), "read by itself the interval is wrong about 0");
  check.number(r, fit.rSquared, "R²");
  check.that((from !== "") === fit.rows < few[frequency], `${fit.rows} rows are few, or not`);
  if (from) check.number(from, few[frequency], "rows needed");
}

/** Several intervals part by chance more often than one misses: each at 1 − 0.05 ⁄ k where they are taken as evidence. */
const overlap = (of: Case, level = 0.95): boolean => {
  const tests = said(of).map((frequency) => decidingAt(of, frequency, level));
  return Math.max(...tests.map(({ low }) => low)) <= Math.min(...tests.map(({ high }) => high));
};

function table(text: string, of: Case, check: Check): void {
  const [head = "", ...lines] = text.split("\n");
  const [, name = "", n = ""] = /^(Daily|Weekly|Monthly|Yearly), n = ([\d,]+)$/u.exec(head) ?? [];
  const frequency = names[name];
  if (!frequency) return check.that(false, `no frequency in "${head}"`);
  const fit = fitAt(of, frequency);
  const days = fitAt(of, "daily");
  const periods = perYear[frequency];
  const many = 252 / periods;
  check.number(n, fit.rows, "n");
  let last = "";
  for (const text of lines) {
    const [, left = "", value = ""] = /^(.*?)\s+(\S+)$/u.exec(text) ?? [];
    const label = left.trim();
    const alpha = fit.coefficients[0]!;
    const found =
      label === "R²" ? fit.rSquared
      : label.startsWith("Sharpe") ? (mean(fit.y) / deviation(fit.y)) * Math.sqrt(periods)
      : label === "from the days" ? (last === "α" ? days.coefficients[0]! * many : deviation(days.y) * Math.sqrt(many))
      : /^α a year ×/u.test(label) ? alpha * periods
      : /^α a /u.test(label) ? alpha
      : /^σ a year ×/u.test(label) ? deviation(fit.y) * Math.sqrt(periods)
      : /^σ a /u.test(label) ? deviation(fit.y)
      : null;
    if (/^[ασ]/u.test(label)) last = label[0]!;
    if (found === null) check.that(false, `no value for "${label}"`);
    else check.number(value, found, `${name} ${label}`);
  }
}

/** Of the intervals that stand last in their lines: what is read with the eye. Half a unit of the last digit is rounding. */
function printedOverlap(of: Case): boolean {
  const last = [...of.said.description.matchAll(/^\W*(?:Daily|Weekly|Monthly|Yearly): β.*?([−\d.]+) to ([−\d.]+)(?:, which decides)?, R²/gmu)].map(([, low = "", high = ""]) => [readPrinted(low), readPrinted(high)] as const);
  return Math.max(...last.map(([{ value, half }]) => value - half)) <= Math.min(...last.map(([, { value, half }]) => value + half));
}

/** On the factor of five rows before to five after: the sum of all, or of all but the row's own, tested by the errors that decide. */
function dimson(of: Case, withOwn: boolean): Test {
  const { y, x: [factor = []] } = fitAt(of, "daily");
  const n = y.length - 10;
  const at = (by: number): readonly number[] => factor.slice(5 + by, 5 + by + n);
  const others = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5];
  const base = at(withOwn ? 0 : -1);
  const columns = [at(0), ...(withOwn ? [] : [base]), ...others.filter((by) => withOwn || by !== -1).map((by) => at(by).map((value, row) => value - base[row]!))];
  const fit = leastSquares(y.slice(5, 5 + n), columns);
  const place = withOwn ? 1 : 2;
  const dates = of.rows(undefined, "daily").dates.slice(5, 5 + n);
  rowsInStretches(n, gapsBefore(dates, "daily"));
  const { kind } = of.recipe.errors;
  const lags = kind === "hac" ? lagsAt(of, "daily") : kind === "hc1" ? 0 : automaticLags(n);
  return testOf(fit.coefficients[place]!, smallSampleErrors(fit, lags)[place]!, fit.degrees);
}
function around(words: readonly string[], of: Case, check: Check): Test {
  const [value = "", interval = "", p = ""] = words;
  const test = dimson(of, false);
  check.number(value, test.estimate, "the days around");
  check.interval(interval, test);
  check.p(p, test.pValue);
  return test;
}

export const frequencyClaims: readonly Claim[] = [
  claim("@ on @: β = # daily⟨, …⟩", ([, , value = "", list = ""], of, check) => {
    check.number(value, fitAt(of, "daily").coefficients[1]!, "β daily");
    const headlined = [...of.said.title.matchAll(/(daily|weekly|monthly|yearly)/gu)].map(([word]) => names[word]!);
    const enough = (["daily", "weekly", "monthly", "annual"] as const).filter((frequency) => of.rows(undefined, frequency).dates.length >= few[frequency]);
    check.that(headlined.join() === (enough.length > 0 ? enough : ["daily"]).join(), `${enough.join()} have rows enough`);
    for (const [, more = "", name = ""] of list.matchAll(/([−\d.,]+\d) (weekly|monthly|yearly)/gu)) check.number(more, fitAt(of, names[name]!).coefficients[1]!, `β ${name}`);
  }, only),
  claim("Daily: β = # · ≈, R² #, n = #⟨: too few to say much, from # on they do⟩", (words, of, check) => line(words, of, check, "daily"), only),
  claim("Weekly: β = # · ≈, R² #, n = #⟨: too few to say much, from # on they do⟩", (words, of, check) => line(words, of, check, "weekly"), only),
  claim("Monthly: β = # · ≈, R² #, n = #⟨: too few to say much, from # on they do⟩", (words, of, check) => line(words, of, check, "monthly"), only),
  claim("Yearly: β = # · ≈, R² #, n = #⟨: too few to say much, from # on they do⟩", (words, of, check) => line(words, of, check, "annual"), only),
  claim("The intervals of β overlap, by eye: one β could fit them all.", (_, of, check) => {
    check.that(overlap(of), "they do not");
    check.that(printedOverlap(of), "as they are printed they do not");
  }, only),
  claim("The intervals of β do not all overlap, by eye: returns of neighbouring days may go together, or β changed and each frequency weighs the years differently.", (_, of, check) => check.that(!overlap(of, 1 - 0.05 / said(of).length), "they do, as wide as their number asks"), only),
  claim("The intervals of β do not all overlap, by eye.", (_, of, check) => check.that(!overlap(of, 1 - 0.05 / said(of).length), "they do, as wide as their number asks"), only),
  claim("Which is furthest from that, and how much of it do the missing days explain?", (_, of, check) => check.that((["weekly", "monthly", "annual"] as const).some((frequency) => lackingShare(of, of.asset, frequency) >= 0.02), "few days are missing"), only),
  claim("The days that are missing alone take from β of longer periods.", (_, of, check) => check.that((["weekly", "monthly", "annual"] as const).some((frequency) => lackingShare(of, of.asset, frequency) >= 0.02), "few days are missing"), only),
  claim("The intervals of β do not all overlap, yet they would if each were widened as comparing # of them asks: no evidence that β differs.", ([count = ""], of, check) => {
    check.number(count, said(of).length, "frequencies");
    check.that(!overlap(of), "they do");
    check.that(!printedOverlap(of), "as they are printed they do");
    check.that(overlap(of, 1 - 0.05 / said(of).length), "they do not");
  }, only),
  claim("One frequency alone has nothing to be compared with.", (_, of, check) => check.that(said(of).length === 1, "there are several"), only),
  claim("⟨Yearly‖Monthly‖Weekly⟩ is left out: Only # row⟨s⟩ of … in that window; this needs at least #.", ([count = "", , need = ""], of, check) => {
    const counts = (["annual", "monthly", "weekly"] as const).map((frequency) => of.rows(undefined, frequency).dates.length);
    check.that(counts.includes(Number(count)), `there are ${counts.join(", ")} years, months and weeks`);
    check.that(Number(count) < Number(need), "they are enough");
  }, only),
  claim("⟨Yearly‖Monthly‖Weekly⟩ is left out: The window from ¤ to ¤ has no whole ⟨year‖month‖week⟩.", ([from = "", to = ""], of, check) => {
    check.that(of.asked().join() === `${from},${to}`, `the window is ${of.asked().join(" to ")}`);
    check.that(of.rows(undefined, "annual").dates.length === 0, "there are some");
  }, only),
  teaching("If days had nothing to do with each other, every figure would follow from the daily one."),
  claim("Which is furthest from that, and what could tie the days of one ⟨week‖month‖year⟩ together?", (_, of, check) => check.that(!overlap(of, 1 - 0.05 / said(of).length), "they are not tied: the intervals overlap, as wide as their number asks"), only),
  claim("Which is furthest from that, and could that be chance?", (_, of, check) => check.that(overlap(of, 1 - 0.05 / said(of).length), "the intervals do not overlap, as wide as their number asks"), only),
  claim("Two panels: ….", ([list = ""], of, check) => {
    const parts = list.split("; ");
    check.that(parts.length === said(of).length, "a frequency is missing");
    for (const part of parts) {
      const [, name = "", value = "", interval = "", sigma = "", scaled = "", n = ""] = /^(\w+) β (\S+) \((\S+ to \S+)\), σ (\S+) \(daily scaled: (\S+)\), n = ([\d,]+)$/u.exec(part) ?? [];
      const frequency = names[name];
      if (!frequency) return check.that(false, `"${part}"`);
      const fit = fitAt(of, frequency);
      check.number(value, fit.coefficients[1]!, `β ${name}`);
      const line = new RegExp(`${titles[name]}: β = .*?interval (.*?), R²`, "u").exec(of.said.description)?.[1] ?? "";
      const read = /(\S+ to \S+?)(?:, which decides)?$/u.exec(line)?.[1];
      check.that(of.said.typed.includes("show:more") || read === interval, `${interval} is drawn, and ${read ?? ""} stands last in the line`);
      check.number(sigma, deviation(fit.y), "σ");
      check.number(scaled, deviation(fitAt(of, "daily").y) * Math.sqrt(252 / perYear[frequency]), "σ scaled");
      check.number(n, fit.rows, "n");
    }
  }, only),
  claim("Dimson's β of days = # · ≈: on @'s 5 days before and after too", ([value = "", interval = "", factor = ""], of, check) => {
    const test = dimson(of, true);
    check.number(value, test.estimate, "Σ β");
    check.interval(interval, test);
    check.that(factor === of.factor, "another factor");
  }, only),
  claim("Its part of the days around: # · ≈ (℗).", (words, of, check) => void around(words, of, check), only),
  claim("The days around ⟨add to‖take from⟩ β: @ and @ don't react on the same day, and β of longer periods takes that in.", (_, of, check) => {
    const { estimate, pValue } = dimson(of, false);
    check.verdict(pValue < 0.05, pValue);
    check.that(of.said.description.includes("around add to") === estimate > 0, "the other sign");
  }, only),
  claim("No sign that the two react on different days.", (_, of, check) => {
    const { pValue } = dimson(of, false);
    check.verdict(pValue >= 0.05, pValue);
  }, only),
  teaching("Top, β with its interval at each frequency; below, bars of σ per period."),
  claim("@ on @, ¤ to ¤.", ([, , first = "", last = ""], of, check) => check.that(of.rows().dates[0] === first && of.rows().dates.at(-1) === last, "other days"), only),
  { says: "(the table of one frequency)", pattern: /^((?:Daily|Weekly|Monthly|Yearly), n = [\s\S]+)$/u, commands: only, holds: ([text = ""], of, check) => table(text, of, check) },
  teaching("If periods are independent: what scales is a mean or an α with the number of periods (×252, ×52, ×12), a variance likewise, a volatility or a Sharpe ratio with its root (×√252, ×√52, ×√12); what does not is β, R² and the correlation."),
];

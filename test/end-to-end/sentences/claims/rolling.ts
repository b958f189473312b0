import type { Case, Test } from "../case.ts";
import { testOf } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { inverse, leastSquares, mean, singleSplit, supLM, supLMOfAll, type Fit, type Numbers } from "../statistics.ts";
import { kindOf } from "./common.ts";

const only = ["rolling"];
interface Window {
  readonly last: string;
  readonly beta: Test;
  readonly alpha: Test;
}
const known = new WeakMap<Case, readonly Window[]>();

/** The regression of every window, from running sums; the classical error of each. */
function windows(of: Case): readonly Window[] {
  const made = known.get(of);
  if (made) return made;
  const [y, x] = [of.fit().y, of.fit().x[0]!];
  const size = of.recipe.window!;
  const { dates } = of.rows();
  const found: Window[] = [];
  for (let end = size; end <= y.length; end += 1) {
    const rows = { y: y.slice(end - size, end), x: x.slice(end - size, end) };
    let [sy, sx, sxx, sxy, syy] = [0, 0, 0, 0, 0];
    for (let k = 0; k < size; k += 1) {
      const [a, b] = [rows.x[k]!, rows.y[k]!];
      sx += a;
      sy += b;
      sxx += a * a;
      sxy += a * b;
      syy += b * b;
    }
    const cxx = sxx - (sx * sx) / size;
    const cxy = sxy - (sx * sy) / size;
    const cyy = syy - (sy * sy) / size;
    const beta = cxy / cxx;
    const spread = Math.max(0, cyy - beta * cxy) / (size - 2);
    const alpha = (sy - beta * sx) / size;
    found.push({
      last: dates[end - 1]!,
      beta: testOf(beta, Math.sqrt(spread / cxx), size - 2),
      alpha: testOf(alpha * of.perYear, Math.sqrt(spread * (1 / size + (sx / size) ** 2 / cxx)) * of.perYear, size - 2),
    });
  }
  known.set(of, found);
  return found;
}
interface WindowOfSeveral {
  readonly last: string;
  /** α a year, then the βs. */
  readonly terms: readonly Test[];
}
const knownOfSeveral = new WeakMap<Case, readonly WindowOfSeveral[]>();

/** The same on several factors: normal equations of running sums about the columns' means. */
function windowsOfSeveral(of: Case): readonly WindowOfSeveral[] {
  const made = knownOfSeveral.get(of);
  if (made) return made;
  const { y, x } = of.fit();
  const size = of.recipe.window!;
  const { dates } = of.rows();
  const middles = [y, ...x].map(mean);
  const columns: readonly Numbers[] = [y.map(() => 1), ...[y, ...x].map((column, k) => column.map((value) => value - middles[k]!))];
  const sums = columns.map(() => columns.map(() => 0));
  const add = (row: number, weight: number): void => {
    for (let i = 0; i < columns.length; i += 1) for (let j = 0; j < columns.length; j += 1) sums[i]![j]! += weight * columns[i]![row]! * columns[j]![row]!;
  };
  const used = [0, ...x.map((_, k) => k + 2)];
  const found: WindowOfSeveral[] = [];
  for (let end = 1; end <= y.length; end += 1) {
    add(end - 1, 1);
    if (end > size) add(end - 1 - size, -1);
    if (end < size) continue;
    const inv = inverse(used.map((i) => used.map((j) => sums[i]![j]!)));
    const coefficients = inv.map((line) => line.reduce((total, value, k) => total + value * sums[used[k]!]![1]!, 0));
    const explained = coefficients.reduce((total, value, k) => total + value * sums[used[k]!]![1]!, 0);
    const degrees = size - used.length;
    const spread = Math.max(0, sums[1]![1]! - explained) / degrees;
    // α of the columns as they are: what their means take is put back.
    const point = [1, ...x.map((_, k) => -middles[k + 1]!)];
    const alpha = middles[0]! + coefficients.reduce((total, value, k) => total + value * point[k]!, 0);
    const alphaVariance = point.reduce((total, a, i) => total + point.reduce((inner, b, j) => inner + a * b * inv[i]![j]!, 0), 0);
    found.push({
      last: dates[end - 1]!,
      terms: [testOf(alpha * of.perYear, Math.sqrt(spread * alphaVariance) * of.perYear, degrees), ...x.map((_, k) => testOf(coefficients[k + 1]!, Math.sqrt(spread * inv[k + 1]![k + 1]!), degrees))],
    });
  }
  knownOfSeveral.set(of, found);
  return found;
}
const latestOfSeveral = (of: Case): WindowOfSeveral => windowsOfSeveral(of).at(-1)!;
/** The window with the lowest or the highest value of a term. */
const extreme = (of: Case, term: number, sign: 1 | -1): WindowOfSeveral =>
  windowsOfSeveral(of).reduce((best, window) => (sign * window.terms[term]!.estimate > sign * best.terms[term]!.estimate ? window : best));
const termOf = (of: Case, factor: string): number => of.recipe.factors.indexOf(factor) + 1;
const breaksOfAll = new WeakMap<Case, ReturnType<typeof supLMOfAll>>();
function tested(of: Case): ReturnType<typeof supLMOfAll> {
  if (!breaksOfAll.has(of)) breaksOfAll.set(of, supLMOfAll(of.fit().y, of.fit().x));
  return breaksOfAll.get(of)!;
}
const isSeveral = (of: Case): boolean => of.recipe.factors.length > 1;

function jointly([value = "", count = "", p = ""]: readonly string[], of: Case, check: Check, changed: boolean): void {
  check.number(value, tested(of).statistic, "sup-LM");
  check.number(count, of.recipe.factors.length, "βs");
  check.p(p, tested(of).pValue);
  check.verdict(tested(of).pValue < 0.05 === changed, tested(of).pValue);
}

function extremeOf([factor = "", value = "", low = "", high = "", day = ""]: readonly string[], of: Case, check: Check, sign: 1 | -1): void {
  const term = termOf(of, factor);
  const found = extreme(of, term, sign);
  check.number(value, found.terms[term]!.estimate, "extreme");
  check.interval(`${low} to ${high}`, found.terms[term]!);
  if (!of.exact()) check.that(found.last === day, `it is ${found.last}`);
}

/** Of one factor and of several. */
const alphaWindow = (of: Case, which: 1 | -1 | 0): { readonly last: string; readonly test: Test } => {
  if (!isSeveral(of)) {
    const found = which === 0 ? latest(of) : which > 0 ? most(of, "alpha") : least(of, "alpha");
    return { last: found.last, test: found.alpha };
  }
  const found = which === 0 ? latestOfSeveral(of) : extreme(of, 0, which);
  return { last: found.last, test: found.terms[0]! };
};

type Key = "beta" | "alpha";
const least = (of: Case, key: Key): Window => windows(of).reduce((best, window) => (window[key].estimate < best[key].estimate ? window : best));
const most = (of: Case, key: Key): Window => windows(of).reduce((best, window) => (window[key].estimate > best[key].estimate ? window : best));
const latest = (of: Case): Window => windows(of).at(-1)!;
const breaks = (of: Case): ReturnType<typeof supLM> => supLM(of.fit().y, of.fit().x[0]!);
const all = (of: Case): Fit => leastSquares(of.fit().y, of.fit().x);

const splits = new WeakMap<Case, ReturnType<typeof singleSplit>>();
function split(of: Case): ReturnType<typeof singleSplit> {
  if (!splits.has(of)) splits.set(of, singleSplit(of.fit().y, of.fit().x[0]!));
  return splits.get(of)!;
}
/** Both parts by the same test, where they have 40 rows; the smaller p times their number. */
function further(of: Case): number {
  const [y, x] = [of.fit().y, of.fit().x[0]!];
  const { before } = split(of);
  const parts = [[y.slice(0, before), x.slice(0, before)], [y.slice(before), x.slice(before)]].filter(([part]) => part!.length >= 40);
  return Math.min(1, parts.length * Math.min(...parts.map(([part, factor]) => supLM(part!, factor!).pValue)));
}
const month = (of: Case, row: number): string => of.rows().dates[row]!.slice(0, 7);
function atEnd(of: Case): boolean {
  const { first, last } = breaks(of);
  return split(of).earliest <= first || split(of).latest >= last;
}
function oneChange([when = "", from = "", to = ""]: readonly string[], of: Case, check: Check): void {
  const { before, earliest, latest } = split(of);
  const found = [before, earliest, latest].map((rows) => month(of, rows));
  check.that(found.join() === [when, from, to].join(), `${found.join(", ")} was found`);
  check.verdict(breaks(of).pValue < 0.05, breaks(of).pValue);
  check.verdict(further(of) >= 0.05, further(of));
  check.that(!atEnd(of), "the interval reaches an end of the days searched");
}

/** NBER's recession; the NASDAQ's fall from March 2000 to October 2002; the year from COVID's first falling day; October 1987. */
const crises = [
  ["crash of October 1987", "1987-10-01", "1987-10-31"],
  ["dot-com crash", "2000-03-01", "2002-10-31"],
  ["financial crisis (NBER recession)", "2007-12-01", "2009-06-30"],
  ["COVID crash and its year", "2020-02-20", "2020-12-31"],
] as const;

export const rollingClaims: readonly Claim[] = [
  claim("@ on @: β changed", (_, of, check) => check.verdict(breaks(of).pValue < 0.05, breaks(of).pValue), only),
  claim("@ on @: the data do not show that β changed", (_, of, check) => check.verdict(breaks(of).pValue >= 0.05, breaks(of).pValue), only),
  claim("@ on @: β over # ⟨days‖weeks‖months⟩ at a time", ([, , count = ""], of, check) => check.number(count, of.recipe.window!, "window"), only),
  claim("Latest β = # · ≈, # ⟨days‖weeks‖months⟩ to ¤", ([value = "", interval = "", count = "", last = ""], of, check) => {
    check.number(value, latest(of).beta.estimate, "β");
    check.interval(interval, latest(of).beta);
    check.number(count, of.recipe.window!, "window");
    check.that(latest(of).last === last, "another day");
  }, only),
  claim("All rows at once: β = # · # to #⊕", ([value = "", low = "", high = "", beside = ""], of, check) => {
    check.number(value, all(of).coefficients[1]!, "β");
    of.coefficient(check, `${low} to ${high}${beside}`, all(of), 1);
  }, only),
  claim("β changed (robust sup-LM #, ℗).", ([value = "", p = ""], of, check) => {
    check.number(value, breaks(of).statistic, "sup-LM");
    check.p(p, breaks(of).pValue);
    check.verdict(breaks(of).pValue < 0.05, breaks(of).pValue);
  }, only),
  claim("The data do not show that β changed (robust sup-LM #, ℗).", ([value = "", p = ""], of, check) => {
    check.number(value, breaks(of).statistic, "sup-LM");
    check.p(p, breaks(of).pValue);
    check.verdict(breaks(of).pValue >= 0.05, breaks(of).pValue);
  }, only),
  claim("One date does not tell it: β changed again before or after the best single split, or little by little.", (_, of, check) => {
    check.verdict(breaks(of).pValue < 0.05, breaks(of).pValue);
    check.verdict(further(of) < 0.05, further(of));
  }, only),
  claim("The same test on the rows before and after the best single split: ℗ (Bonferroni).", ([p = ""], of, check) => check.p(p, further(of)), only),
  claim("If it was one change at once, it was in ♦ (95% interval ♦ to ♦); a gradual one has a best date too.", (words, of, check) => oneChange(words, of, check), only),
  claim("Upright dashed line: the change of β, if it was one, ♦ (95% interval ♦ to ♦).", (words, of, check) => oneChange(words, of, check), only),
  claim("When can't be said: the dates that fit reach an end of the days searched, ♦ to ♦.", ([from = "", to = ""], of, check) => {
    const { first, last } = breaks(of);
    check.that(from === month(of, first) && to === month(of, last), `${month(of, first)} to ${month(of, last)} are searched`);
    check.that(atEnd(of), "they do not");
  }, only),
  teaching("The date is that of the split with the smallest sum of squares; the interval holds every split that fits nearly as well (Hansen 2000; Eo and Morley 2015)."),
  claim("That is no proof that it never did.", (_, of, check) => check.verdict(breaks(of).pValue >= 0.05, breaks(of).pValue), only),
  claim("Whether β changed takes a test, and the test # rows: here are #.", ([need = "", here = ""], of, check) => {
    check.number(here, of.rows().dates.length, "rows");
    check.that(Number(here) < Number(need), "they are enough");
  }, only),
  claim("⟨@ explains‖… explain⟩ every row exactly, so there is no noise to test a change of β against.", (_, of, check) => check.that(of.exact(), "the fit is not exact"), only),
  claim("There is one window: nothing to compare it with.", (_, of, check) => check.number("1", of.rows().dates.length - of.recipe.window! + 1, "windows"), only),
  teaching("A window averages over all its rows."),
  teaching("How long after β changes does the line show all of it?"),
  teaching("Two lines through time with their 95% bands."),
  claim("Top: β of @ on @ over # rows, lowest # (to ¤), highest # (to ¤), latest # (# to #).", ([, , count = "", low = "", lowDay = "", high = "", highDay = "", now = "", from = "", to = ""], of, check) => {
    check.number(count, of.recipe.window!, "window");
    check.number(low, least(of, "beta").beta.estimate, "lowest");
    check.number(high, most(of, "beta").beta.estimate, "highest");
    if (!of.exact()) check.that(least(of, "beta").last === lowDay && most(of, "beta").last === highDay, "other days");
    check.number(now, latest(of).beta.estimate, "latest");
    check.interval(`${from} to ${to}`, latest(of).beta);
  }, only),
  claim("Shaded: ….", ([list = ""], of, check) => {
    const [from, to] = [of.rows().dates[of.recipe.window! - 1]!, of.rows().dates.at(-1)!];
    const overlapping = crises.filter(([, first, last]) => first <= to && last >= from).map(([name, first, last]) => `${name} ${first.slice(0, 7)}${first.slice(0, 7) === last.slice(0, 7) ? "" : ` to ${last.slice(0, 7)}`}`);
    check.that(list === overlapping.join(", "), `${overlapping.join(", ")} lie between ${from} and ${to}`);
  }, only),
  claim("Dashed: β of all rows, #.", ([value = ""], of, check) => check.number(value, all(of).coefficients[1]!, "β"), only),
  claim("⟨Below‖Last⟩: α a year, latest #, dashed at zero.", ([value = ""], of, check) => check.number(value, alphaWindow(of, 0).test.estimate, "α"), only),
  claim("# window⟨s⟩; returns: ⟨daily‖weekly‖monthly⟩ …, ¤ to ¤.", ([count = "", kind = ""], of, check) => {
    check.number(count, of.rows().dates.length - of.recipe.window! + 1, "windows");
    check.that(kind === kindOf(of), `they are ${kindOf(of)}`);
  }, only),
  claim("Lowest β = # · # to #, to ¤", ([value = "", low = "", high = "", day = ""], of, check) => {
    check.number(value, least(of, "beta").beta.estimate, "lowest");
    check.interval(`${low} to ${high}`, least(of, "beta").beta);
    if (!of.exact()) check.that(least(of, "beta").last === day, "another day");
  }, only),
  claim("Highest β = # · # to #, to ¤", ([value = "", low = "", high = "", day = ""], of, check) => {
    check.number(value, most(of, "beta").beta.estimate, "highest");
    check.interval(`${low} to ${high}`, most(of, "beta").beta);
    if (!of.exact()) check.that(most(of, "beta").last === day, "another day");
  }, only),
  claim("Lowest and highest are picked from # overlapping windows of # ⟨days‖weeks‖months⟩: they lie apart even where β never changed, so they are no evidence that it did.", ([count = "", size = ""], of, check) => {
    check.number(count, of.rows().dates.length - of.recipe.window! + 1, "windows");
    check.number(size, of.recipe.window!, "window");
  }, only),
  claim("α a year (×#): latest # (# to #, to ¤); lowest # (# to #, to ¤); highest # (# to #, to ¤).", (words, of, check) => {
    check.number(words[0]!, of.perYear, "scale");
    ([0, -1, 1] as const).map((which) => alphaWindow(of, which)).forEach(({ test: alpha, last }, k) => {
      const [value = "", low = "", high = "", day = ""] = words.slice(1 + 4 * k, 5 + 4 * k);
      check.number(value, alpha.estimate, "α");
      check.interval(`${low} to ${high}`, alpha);
      if (!of.exact()) check.that(last === day, "another day");
    });
  }, only),
  claim("The test compares ⟨β‖the βs⟩ before and after each ⟨day‖week‖month⟩ from ¤ to ¤ and takes the largest difference into account (Andrews 1993; Hansen 1997).", ([first = "", last = ""], of, check) => {
    const found = isSeveral(of) ? tested(of) : breaks(of);
    check.that(of.rows().dates[found.first] === first && of.rows().dates[found.last] === last, `${of.rows().dates[found.first]} to ${of.rows().dates[found.last]}`);
  }, only),
  teaching("Classical intervals, each for its own window."),
  claim("@ on …: a β changed", (_, of, check) => check.verdict(tested(of).pValue < 0.05, tested(of).pValue), only),
  claim("@ on …: the data do not show that a β changed", (_, of, check) => check.verdict(tested(of).pValue >= 0.05, tested(of).pValue), only),
  claim("@ on …: βs over # ⟨days‖weeks‖months⟩ at a time", ([, , count = ""], of, check) => check.number(count, of.recipe.window!, "window"), only),
  claim("Latest # ⟨days‖weeks‖months⟩, to ¤:", ([count = "", last = ""], of, check) => {
    check.number(count, of.recipe.window!, "window");
    check.that(latestOfSeveral(of).last === last, "another day");
  }, only),
  claim("@: β = # · ≈; all rows #", ([factor = "", value = "", interval = "", whole = ""], of, check) => {
    const term = termOf(of, factor);
    check.number(value, latestOfSeveral(of).terms[term]!.estimate, "β");
    check.interval(interval, latestOfSeveral(of).terms[term]!);
    check.number(whole, of.fit().coefficients[term]!, "all rows");
  }, only),
  claim("A β changed (robust sup-LM # of # βs, ℗).", (words, of, check) => jointly(words, of, check, true), only),
  claim("The data do not show that a β changed (robust sup-LM # of # βs, ℗).", (words, of, check) => jointly(words, of, check, false), only),
  claim("That is no proof that one never did.", (_, of, check) => check.verdict(tested(of).pValue >= 0.05, tested(of).pValue), only),
  claim("The test is of all βs together: which one, and when, it does not say.", (_, of, check) => check.that(isSeveral(of), "there is one"), only),
  claim("Whether a β changed takes a test, and the test # rows: here are #.", ([need = "", here = ""], of, check) => {
    check.number(here, of.rows().dates.length, "rows");
    check.that(Number(here) < Number(need), "they are enough");
  }, only),
  claim("# lines through time with their 95% bands, over # rows of @.", ([lines = "", count = ""], of, check) => {
    check.number(lines, of.recipe.factors.length + 1, "lines");
    check.number(count, of.recipe.window!, "window");
  }, only),
  claim("β of @: lowest # (to ¤), highest # (to ¤), latest # (# to #); all rows #.", ([factor = "", low = "", lowDay = "", high = "", highDay = "", now = "", from = "", to = "", whole = ""], of, check) => {
    const term = termOf(of, factor);
    const [least, most, latest] = [extreme(of, term, -1), extreme(of, term, 1), latestOfSeveral(of)];
    check.number(low, least.terms[term]!.estimate, "lowest");
    check.number(high, most.terms[term]!.estimate, "highest");
    if (!of.exact()) check.that(least.last === lowDay && most.last === highDay, `${least.last} and ${most.last}`);
    check.number(now, latest.terms[term]!.estimate, "latest");
    check.interval(`${from} to ${to}`, latest.terms[term]!);
    check.number(whole, of.fit().coefficients[term]!, "all rows");
  }, only),
  claim("Lowest β of @ = # · # to #, to ¤", (words, of, check) => extremeOf(words, of, check, -1), only),
  claim("Highest β of @ = # · # to #, to ¤", (words, of, check) => extremeOf(words, of, check, 1), only),
];

import type { Case, Test } from "../case.ts";
import { testOf } from "../case.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { leastSquares, supLM, type Fit } from "../statistics.ts";

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
type Key = "beta" | "alpha";
const least = (of: Case, key: Key): Window => windows(of).reduce((best, window) => (window[key].estimate < best[key].estimate ? window : best));
const most = (of: Case, key: Key): Window => windows(of).reduce((best, window) => (window[key].estimate > best[key].estimate ? window : best));
const latest = (of: Case): Window => windows(of).at(-1)!;
const breaks = (of: Case): ReturnType<typeof supLM> => supLM(of.fit().y, of.fit().x[0]!);
const all = (of: Case): Fit => leastSquares(of.fit().y, of.fit().x);

export const rollingClaims: readonly Claim[] = [
  claim("@ on @: β changed", (_, of, check) => check.verdict(breaks(of).pValue < 0.05, breaks(of).pValue), only),
  claim("@ on @: the data do not show that β changed", (_, of, check) => check.verdict(breaks(of).pValue >= 0.05, breaks(of).pValue), only),
  claim("@ on @: β over # ⟨days‖months⟩ at a time", ([, , count = ""], of, check) => check.number(count, of.recipe.window!, "window"), only),
  claim("Latest β = # · ≈, # ⟨days‖months⟩ to ¤", ([value = "", interval = "", count = "", last = ""], of, check) => {
    check.number(value, latest(of).beta.estimate, "β");
    check.interval(interval, latest(of).beta);
    check.number(count, of.recipe.window!, "window");
    check.that(latest(of).last === last, "another day");
  }, only),
  claim("All rows at once: β = # · # to #⟨, robust (…) # to #⟩", ([value = "", low = "", high = "", name = "", robustLow = "", robustHigh = ""], of, check) => {
    check.number(value, all(of).coefficients[1]!, "β");
    check.interval(`${low} to ${high}${name ? `, robust ${robustLow} to ${robustHigh}` : ""}`, of.shown(all(of), 1), of.robust(all(of), 1));
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
  claim("One date does not tell it: β changed again before or after the best single split, or little by little.", (_, of, check) => check.verdict(breaks(of).pValue < 0.05, breaks(of).pValue), only),
  claim("The same test on the rows before and after the best single split: ℗ (Bonferroni).", ([p = ""], of, check) => {
    const [y, x] = [of.fit().y, of.fit().x[0]!];
    const { before } = breaks(of);
    const parts = [supLM(y.slice(0, before), x.slice(0, before)), supLM(y.slice(before), x.slice(before))];
    check.that(parts.some(({ pValue }) => 2 * pValue < 0.05), `${p}, but the parts have p = ${parts.map(({ pValue }) => pValue).join(" and ")}`);
  }, only),
  claim("That is no proof that it never did.", (_, of, check) => check.verdict(breaks(of).pValue >= 0.05, breaks(of).pValue), only),
  claim("Whether β changed takes a test, and the test # rows: here are #.", ([need = "", here = ""], of, check) => {
    check.number(here, of.rows().dates.length, "rows");
    check.that(Number(here) < Number(need), "they are enough");
  }, only),
  claim("@ explains every row exactly, so there is no noise to test a change of β against.", (_, of, check) => check.that(of.exact(), "the fit is not exact"), only),
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
  claim("Dashed: β of all rows, #.", ([value = ""], of, check) => check.number(value, all(of).coefficients[1]!, "β"), only),
  claim("Below: α a year, latest #, dashed at zero.", ([value = ""], of, check) => check.number(value, latest(of).alpha.estimate, "α"), only),
  claim("# windows; returns: ⟨daily‖monthly⟩ excess, ¤ to ¤.", ([count = ""], of, check) => check.number(count, windows(of).length, "windows"), only),
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
  claim("Lowest and highest are picked from # overlapping windows of # ⟨days‖months⟩: they lie apart even where β never changed, so they are no evidence that it did.", ([count = "", size = ""], of, check) => {
    check.number(count, windows(of).length, "windows");
    check.number(size, of.recipe.window!, "window");
  }, only),
  claim("α a year (×#): latest # (# to #, to ¤); lowest # (# to #, to ¤); highest # (# to #, to ¤).", (words, of, check) => {
    check.number(words[0]!, of.perYear, "scale");
    [latest(of), least(of, "alpha"), most(of, "alpha")].forEach(({ alpha, last }, k) => {
      const [value = "", low = "", high = "", day = ""] = words.slice(1 + 4 * k, 5 + 4 * k);
      check.number(value, alpha.estimate, "α");
      check.interval(`${low} to ${high}`, alpha);
      if (!of.exact()) check.that(last === day, "another day");
    });
  }, only),
  claim("The test compares β before and after each ⟨day‖month⟩ from ¤ to ¤ and takes the largest difference into account (Andrews 1993; Hansen 1997).", ([first = "", last = ""], of, check) => {
    const found = breaks(of);
    check.that(of.rows().dates[found.first] === first && of.rows().dates[found.last] === last, `${of.rows().dates[found.first]} to ${of.rows().dates[found.last]}`);
  }, only),
  teaching("Classical intervals, each for its own window."),
];

import { gapsBefore, marketDays, testOf, type Case, type Test } from "../case.ts";
import type { Check } from "../check.ts";
import { claim, teaching, type Claim } from "../claim.ts";
import { hc3Influence, kieferVogelsang, smallSampleErrors } from "../small-sample.ts";
import { automaticLags, deviation, dot, fAbove, inverse, leastSquares, longRun, rowsInStretches, type Fit, type Numbers } from "../statistics.ts";

/** Replies of /beta with split: the days from one on against those before it, or a span against all others. */
const only = ["beta"];
const fewest = { daily: 60, weekly: 52, monthly: 24, annual: 10 } as const;

interface Part {
  readonly dates: readonly string[];
  readonly fit: Fit;
  readonly returns: Numbers;
}
interface Split {
  readonly from: string;
  readonly inside: Part;
  readonly outside: Part;
  /** α, β, and how much of both is the span's own. */
  readonly joint: Fit;
  readonly whole: Fit;
  readonly isSince: boolean;
}

const first = (day: string): string => `${day}-01-01`.slice(0, day.length === 7 ? 7 : 10).padEnd(10, "-01");
const last = (day: string): string => (day.length === 4 ? `${day}-12-31` : day.length === 7 ? new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5)), 0)).toISOString().slice(0, 10) : day);

function readSplit(of: Case): readonly [string, string] {
  const [, start = "", end] = /split:([\d-]+)(?:\.\.([\d-]+))?/u.exec(of.said.typed)!;
  return [start.length === 10 ? start : first(start), end === undefined ? "9999-12-31" : last(end)];
}

/** Where the days of trade lie of the row that ends on a day: all in the split's days, none of them, or some. */
function sideOf({ frequency, said, data }: Case, end: string, from: string, to: string): "inside" | "outside" | "both" {
  const days = frequency === "daily" ? [end] : (marketDays(said.set, data, frequency).get(end) ?? [end]);
  const within = days.filter((day) => day >= from && day <= to).length;
  return within === 0 ? "outside" : within === days.length ? "inside" : "both";
}

const known = new WeakMap<Case, Split>();
function splitOf(of: Case): Split {
  const made = known.get(of);
  if (made) return made;
  const [from, to] = readSplit(of);
  const { dates } = of.rows();
  const [y, x] = [of.column(of.asset), of.column(of.factor)];
  const isIn = dates.map((day) => sideOf(of, day, from, to) === "inside");
  const part = (wanted: boolean): Part => {
    const rows = dates.flatMap((_, row) => (isIn[row] === wanted ? [row] : []));
    const returns = rows.map((row) => y[row]!);
    return { dates: rows.map((row) => dates[row]!), returns, fit: leastSquares(returns, [rows.map((row) => x[row]!)]) };
  };
  const found: Split = {
    from,
    inside: part(true),
    outside: part(false),
    joint: leastSquares(y, [x, isIn.map(Number), x.map((value, row) => (isIn[row] ? value : 0))]),
    whole: of.fit(),
    isSince: isIn.at(-1)! && !isIn[0] && !isIn.slice(isIn.indexOf(true)).includes(false),
  };
  known.set(of, found);
  return found;
}

/** Lags that count in errors for few rows: those asked for, else the usual ones; none in few rows, or where the noise alone is allowed for. */
function lagsOf(of: Case, { rows }: Fit, dates: readonly string[]): number {
  const { kind, lags } = of.recipe.errors;
  rowsInStretches(dates.length, gapsBefore(dates, of.frequency));
  if (kind === "hc1") return 0;
  if (kind === "hac") return lags ?? automaticLags(rows);
  return rows < fewest[of.frequency] ? 0 : automaticLags(rows);
}
const partTest = (of: Case, { fit, dates }: Part, at: number, scale: number): Test => testOf(fit.coefficients[at]! * scale, smallSampleErrors(fit, lagsOf(of, fit, dates))[at]! * scale, fit.degrees);
const partLags = (of: Case): readonly number[] => [splitOf(of).inside, splitOf(of).outside].map(({ fit, dates }) => lagsOf(of, fit, dates));
const jointLags = (of: Case): number => Math.max(...partLags(of));
/** The parts share no row: what is uncertain of one adds to the other, and the shorter one has the degrees of freedom. */
const freedom = (of: Case): number => Math.min(splitOf(of).inside.fit.degrees, splitOf(of).outside.fit.degrees);
const isShort = (of: Case): boolean => [splitOf(of).inside, splitOf(of).outside].some(({ fit }) => fit.rows < fewest[of.frequency]);
/** The change of α (2) or β (3). */
const changeTest = (of: Case, at: number, scale = 1): Test => {
  const { inside, outside } = splitOf(of);
  const errors = [inside, outside].map((part) => partTest(of, part, at - 2, scale).error);
  return testOf((inside.fit.coefficients[at - 2]! - outside.fit.coefficients[at - 2]!) * scale, Math.hypot(...errors), freedom(of));
};

/** How the parts are named: "since, before", two spans, or a span and all other days. */
type Naming = "since" | "apart" | "span";
const since = "since ¤ (to ¤)";
const span = "from ¤ to ¤";
const inWords: Readonly<Record<Naming, readonly [inside: string, outside: string]>> = { since: [since, "before (from ¤)"], apart: [span, span], span: [span, "⟨on the other days‖in the other weeks‖in the other months⟩"] };
const namings = ["since", "apart", "span"] as const;

/** Rows that follow each other across more than a week, a month or a year: other days lie between them. */
const longestStep = { daily: 7, weekly: 7, monthly: 31, annual: 366 } as const;

function days(check: Check, of: Case, naming: Naming, [one = "", two = "", three = "", four = ""]: readonly string[]): void {
  const { from, inside, outside, isSince } = splitOf(of);
  const step = (Date.parse(inside.dates[0]!) - Date.parse(outside.dates.at(-1)!)) / 86_400_000;
  const isNext = isSince && step <= longestStep[of.frequency];
  const isApart = !isNext && (outside.dates.at(-1)! < inside.dates[0]! || outside.dates[0]! > inside.dates.at(-1)!);
  check.that((naming === "since") === isNext, isNext ? `it is since ${from}` : "other rows lie between, follow the span, or none is before it");
  check.that((naming === "apart") === isApart, isApart ? "both parts are spans" : "other rows lie on both sides of the span");
  if (naming === "span") check.that(of.said.description.includes({ daily: "on the other days", weekly: "in the other weeks", monthly: "in the other months", annual: "in the other years" }[of.frequency]), `the rows are ${of.frequency}`);
  if (naming === "apart") check.that(outside.dates.at(-1) === four, `the other part ends on ${outside.dates.at(-1)}`);
  check.that((isNext ? from : inside.dates[0]) === one && inside.dates.at(-1) === two, `the part is ${inside.dates[0]} to ${inside.dates.at(-1)}`);
  if (three) check.that(outside.dates[0] === three, `the other part begins on ${outside.dates[0]}`);
}

/** Each period between the reply's first and last row of which the split has some days and not all, unless it was left out anyway; no other. */
function cutBySplit(of: Case, check: Check, named: readonly string[]): void {
  const [from, to] = readSplit(of);
  const { dates } = of.rows();
  check.that(dates.every((end) => sideOf(of, end, from, to) !== "both"), "a row lies on both sides");
  const cut = [...marketDays(of.said.set, of.data, of.frequency).keys()].filter((end) => end > dates[0]! && end < dates.at(-1)! && sideOf(of, end, from, to) === "both");
  const [, leftOutFrom = "9999", leftOutTo = ""] = /without:([\d-]+)\.\.([\d-]+)/u.exec(of.said.typed) ?? [];
  const unnamed = cut.filter((end) => !(marketDays(of.said.set, of.data, of.frequency).get(end) ?? []).some((day) => day >= leftOutFrom && day <= leftOutTo));
  check.that(named.join() === unnamed.join(), `the split cuts ${unnamed.join(" and ")}`);
}

function title(of: Case, check: Check, words: readonly string[], rejects: boolean): void {
  const [asset, factor, one = "", two = ""] = words;
  check.that(asset === of.asset && factor === of.factor, "other series");
  const { inside, from, isSince } = splitOf(of);
  check.that([...(isSince ? [from] : []), inside.dates[0]].includes(one) && inside.dates.at(-1) === two, `the part is ${inside.dates[0]} to ${inside.dates.at(-1)}`);
  if (isShort(of)) return check.that(false, "a part is too short for a verdict");
  const { pValue } = changeTest(of, 3);
  check.verdict(rejects === pValue < 0.05, pValue);
}

/** "# (≈) since …, # (≈) before …": β of both parts, or α a year. */
function sides(words: readonly string[], of: Case, check: Check, { at, rejects, naming }: { readonly at: number; readonly rejects: boolean | null; readonly naming: Naming }): void {
  const [asset = "", ...rest] = words;
  const scale = at === 0 ? of.perYear : 1;
  const [insideValue = "", insideEnds = "", one = "", two = "", outsideValue = "", outsideEnds = "", three = "", four = ""] = rest;
  check.that(asset === of.asset, "another asset");
  const { inside, outside } = splitOf(of);
  for (const [part, value, ends] of [[inside, insideValue, insideEnds], [outside, outsideValue, outsideEnds]] as const) {
    const test = partTest(of, part, at, scale);
    check.number(value, test.estimate, at === 0 ? "α a year" : "β");
    check.interval(ends, test);
  }
  days(check, of, naming, [one, two, three, four]);
  if (at === 1 && !of.said.description.includes("both sides of the split")) cutBySplit(of, check, []);
  if (rejects === null) return check.that(isShort(of), "both parts are long enough for a verdict");
  const { pValue } = changeTest(of, at + 2);
  check.that(!isShort(of), "a part is too short for a verdict");
  check.verdict(rejects === pValue < 0.05, pValue);
}

const written = (symbol: string, naming: Naming, verb = "differs"): string => `@'s ${symbol} ${verb}: # (≈) ${inWords[naming][0]}, # (≈) ${inWords[naming][1]}.`;

/** Without the scale of "α a year (×252)", which is checked by itself. */
function sideClaims(symbol: string, at: number): readonly Claim[] {
  return namings.flatMap((naming) =>
    ([[true, "is ⟨higher‖lower⟩"], [false, "differs"], [null, "differs"]] as const).map(([rejects, verb]) =>
      claim(`${rejects === null ? "# ⟨days‖weeks‖months⟩ are too few to say whether " : rejects ? "" : "The data do not show that "}${written(symbol, naming, verb)}`, (words, of, check) => {
        if (rejects === true) check.that(changeTest(of, at + 2).estimate > 0 === (at === 0 ? /'s α a year \(×\d+\) is higher:/u : /'s β is higher:/u).test(of.said.description), `the difference is ${changeTest(of, at + 2).estimate}`);
        const [asset = "", ...rest] = rejects === null ? words.slice(1) : words;
        if (at === 0) check.number(rest.shift() ?? "", of.perYear, "scale");
        sides([asset, ...rest], of, check, { at, rejects, naming });
      }, only),
    ),
  );
}

const squares = (fit: Fit): number => dot(fit.residuals, fit.residuals);

function chow(of: Case): { readonly statistic: number; readonly bottom: number } {
  const { inside, outside, whole, joint } = splitOf(of);
  const left = squares(inside.fit) + squares(outside.fit);
  return { statistic: (squares(whole) - left) / 2 / (left / joint.degrees), bottom: joint.degrees };
}
function wald(of: Case): number {
  const { joint } = splitOf(of);
  const [one, other] = [splitOf(of).inside, splitOf(of).outside].map(({ fit, dates }) => {
    const lags = lagsOf(of, fit, dates);
    const influence = hc3Influence(fit);
    return influence.map((a) => influence.map((b) => kieferVogelsang(lags, fit.rows) ** 2 * longRun(a, b, lags)));
  });
  const V = one!.map((row, i) => row.map((value, k) => value + other![i]![k]!));
  const changes = joint.coefficients.slice(2);
  return dot(changes, inverse(V).map((row) => dot(row, changes))) / 2;
}

function together([top = "", bottom = "", value = "", p = "", , waldBottom = "", waldValue = "", waldP = ""]: readonly string[], of: Case, check: Check, rejects: boolean | null): void {
  const own = chow(of);
  check.that(top === "2", `${top} coefficients`);
  check.number(bottom, own.bottom, "degrees");
  check.number(waldBottom, freedom(of), "degrees");
  check.number(value, own.statistic, "Chow's F");
  check.p(p, fAbove(own.statistic, 2, own.bottom));
  check.number(waldValue, wald(of), "Wald's F");
  const decides = fAbove(wald(of), 2, freedom(of));
  check.p(waldP, decides);
  check.that((rejects === null) === isShort(of), "a verdict where a part is too short, or none where both are long enough");
  if (rejects !== null) check.verdict(rejects === decides < 0.05, decides);
  check.that(of.said.description.includes(`which does not (${jointLags(of) > 0 ? "HAC" : "HC3"} errors)`), `${jointLags(of)} lags are counted`);
}
function difference([value = "", interval = "", t = "", p = ""]: readonly string[], of: Case, check: Check): void {
  const isAlpha = /'s α a year \(×\d+\) (?:differs|is higher|is lower):/u.test(of.said.description);
  const test = isAlpha ? changeTest(of, 2, of.perYear) : changeTest(of, 3);
  check.number(value, test.estimate, "difference");
  check.interval(interval, test);
  check.number(t, test.statistic, "t");
  check.p(p, test.pValue);
  check.that(of.said.description.includes(`(${jointLags(of) > 0 ? "HAC" : "HC3"} errors`), `${jointLags(of)} lags are counted`);
}

const bothTests = "α and β together (Chow 1960): Chow's F(#, #) = #, ℗, which takes both parts to be equally volatile; Wald's F(#, #) = #, ℗, which does not (⟨HAC‖HC3⟩ errors): ";

const volatility = (words: readonly string[], of: Case, check: Check, naming: Naming): void => {
  const [, one = "", from = "", to = "", two = "", ...other] = words;
  check.number(one, deviation(splitOf(of).inside.returns) * Math.sqrt(of.perYear), "volatility");
  check.number(two, deviation(splitOf(of).outside.returns) * Math.sqrt(of.perYear), "volatility");
  days(check, of, naming, [from, to, ...other]);
};

export const splitClaims: readonly Claim[] = [
  ...[[since, since], [span, "of ¤ to ¤"]].flatMap(([when = "", its = ""]) => [
    claim(`@ on @: β is ⟨higher‖lower⟩ ${when}`, (words, of, check) => {
      title(of, check, words, true);
      check.that(changeTest(of, 3).estimate > 0 === of.said.title.includes("is higher"), `the difference is ${changeTest(of, 3).estimate}`);
    }, only),
    claim(`@ on @: # ⟨days‖weeks‖months⟩ are too few to say whether β ${its} differs`, ([, , rows = ""], of, check) => {
      check.number(rows, freedom(of) + 2, "rows");
      check.that(isShort(of), "both parts are long enough");
    }, only),
    claim(`@ on @: the data do not show that β ${its} differs`, (words, of, check) => title(of, check, words, false), only),
  ]),
  ...sideClaims("β", 1),
  ...sideClaims("α a year (×#)", 0),
  claim("Difference #, ≈, t = #, ℗ (⟨HAC‖HC3⟩ errors).", (words, of, check) => {
    check.that(!isShort(of), "a part is too short for a verdict");
    difference(words, of, check);
  }, only),
  claim("Difference #, ≈, t = #, ℗ (⟨HAC‖HC3⟩ errors; with fewer than # ⟨days‖weeks‖months⟩ in a part an interval like this is no verdict).", ([value = "", interval = "", t = "", p = "", least = ""], of, check) => {
    check.that(isShort(of), "both parts are long enough");
    check.number(least, fewest[of.frequency], "rows needed");
    difference([value, interval, t, p], of, check);
  }, only),
  ...namings.map((naming) =>
    claim(`Scatter of @ against @ with two lines: β = # ${inWords[naming][0]}, dashed β = # ${inWords[naming][1]}, n = #.`, ([asset = "", factor = "", one = "", from = "", to = "", two = "", ...rest], of, check) => {
      const { inside, outside } = splitOf(of);
      check.that(asset === of.asset && factor === of.factor, "other series");
      check.number(one, inside.fit.coefficients[1]!, "β");
      check.number(two, outside.fit.coefficients[1]!, "β");
      check.number(rest.at(-1) ?? "", of.rows().dates.length, "n");
      days(check, of, naming, [from, to, ...rest.slice(0, -1)]);
    }, only),
  ),
  teaching("On all of these rows:"),
  claim("The ⟨week‖month⟩ to ¤ lies on both sides of the split, and belongs to neither: left out.", ([end = ""], of, check) => cutBySplit(of, check, [end]), only),
  claim("The ⟨weeks‖months⟩ to ¤ and ¤ lie on both sides of the split, and belong to neither: left out.", (ends, of, check) => cutBySplit(of, check, ends), only),
  claim(`${bothTests}the data do not show that either changed.`, (words, of, check) => together(words, of, check, false), only),
  claim(`${bothTests}the shorter part has too few rows for a verdict.`, (words, of, check) => together(words, of, check, null), only),
  claim(`${bothTests}one of them, or both, changed.`, (words, of, check) => together(words, of, check, true), only),
  ...namings.map((naming) => claim(`@'s volatility is # a year ${inWords[naming][0]}, # a year ${inWords[naming][1]}.`, (words, of, check) => volatility(words, of, check, naming), only)),
  teaching("Whether that is more than chance is not tested here."),
  teaching("The test is right for a day that was fixed before anybody looked at the data; `/rolling` looks for the day."),
];

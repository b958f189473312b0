import { madeUpRows, sampleRows, type Column, type RawData } from "./raw-rows.ts";
import { readFileSync } from "node:fs";
import type { Check, Ends } from "./check.ts";
import { leverages, smallSampleErrors } from "./small-sample.ts";
import { automaticLags, centred, dot, hacErrors, hc1Errors, inverse, leastSquares, longRun, mean, normalBeyond, stretchOfRows, tBeyond, variance, within95, useStretches, type Fit, type Numbers } from "./statistics.ts";

export interface Said {
  readonly set: "sample" | "made-up";
  readonly typed: string;
  readonly title: string;
  readonly description: string;
  readonly recipe: string;
  readonly alt: string;
}

export type Frequency = "daily" | "weekly" | "monthly" | "annual";
const perYear: Readonly<Record<Frequency, number>> = { daily: 252, weekly: 52, monthly: 12, annual: 1 };
/** With fewer rows errors that count lags are too small (docs/style.md). */
const rowsForRobust: Readonly<Record<Frequency, number>> = { daily: 60, weekly: 52, monthly: 24, annual: 10 };

export interface Errors {
  readonly kind: "classical" | "hc1" | "hac";
  readonly lags: number | null;
}

export interface Test {
  readonly estimate: number;
  readonly error: number;
  readonly degrees: number;
  readonly low: number;
  readonly high: number;
  readonly statistic: number;
  readonly pValue: number;
}

export const holds = ({ low, high }: Ends, value: number): boolean => Math.min(low, high) <= value && value <= Math.max(low, high);

export function testOf(estimate: number, error: number, degrees: number, null_ = 0): Test {
  const reach = within95(degrees) * error;
  const statistic = (estimate - null_) / error;
  const pValue = degrees === Infinity ? normalBeyond(statistic) : tBeyond(statistic, degrees);
  return { estimate, error, degrees, low: estimate - reach, high: estimate + reach, statistic, pValue };
}

/** The classical variance of β at a point: what it weighs in the factors. */
function classicalAt(fit: Fit, point: Numbers): number {
  const inner = inverse(fit.x.map((a) => fit.x.map((b) => dot(centred(a), centred(b)))));
  return fit.residualVariance * dot(point, inner.map((row) => dot(row, point)));
}

interface Recipe {
  readonly assets: readonly string[];
  readonly factors: readonly string[];
  readonly frequency: Frequency;
  readonly first: string;
  readonly last: string;
  readonly without: readonly (readonly [string, string])[];
  readonly rows: number;
  readonly errors: Errors;
  readonly window: number | null;
  /** ln(1 + r) − ln(1 + rf) of every return. */
  readonly isLog: boolean;
  /** The risk-free rate left in. */
  readonly isRaw: boolean;
}

const names = (text: string, by: string): readonly string[] => text.split(by).map((name) => name.trim());

/** What the recipe line says was done: the reader has no more than this either. */
export function readRecipe(text: string): Recipe {
  const [who = "", ...parts] = text.split(" · ");
  const [left = "", ...right] = who.includes(" − β · ") || parts[0]?.startsWith("β") ? [] : who.split(" ~ ");
  const residuals = /^(\S+) − β$/u.exec(who);
  const [reduced = "", ...parted] = who.split(/ − β[₀-₉]+·/u);
  const model = parted.length > 0 ? [reduced, parted.join(" + ")] : residuals ? [residuals[1]!, parts.shift()!.replace(/^.*· /u, "").replaceAll(/[()]/gu, "")] : [left, right.join("")];
  const window = /, every ([\d,]+) /u.exec(model[1] ?? "");
  const rest = parts.join(" · ");
  const [, first = "", last = ""] = /(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)/u.exec(rest) ?? [];
  const outside = /without ([^·]+)/u.exec(rest)?.[1] ?? "";
  const hac = /HAC errors \(Bartlett, (\d+) lags?(?: by Newey–West 1994)?(?:, none across gaps)?\)/u.exec(rest);
  const errors: Errors = hac ? { kind: "hac", lags: Number(hac[1]) } : rest.includes("HC1 errors") ? { kind: "hc1", lags: null } : { kind: "classical", lags: null };
  return {
    assets: names(model[0]!, ", "),
    factors: model[1] ? names(model[1].replace(/, every .*$/u, ""), " + ") : [],
    frequency: /(?:simple|log), weekly to Friday/u.test(rest) ? "weekly" : /(?:simple|log), monthly/u.test(rest) ? "monthly" : /(?:simple|log), annual/u.test(rest) ? "annual" : "daily",
    first,
    last,
    without: [...outside.matchAll(/(\d{4}-\d\d-\d\d)(?: to (\d{4}-\d\d-\d\d))?/gu)].map(([, from, to]) => [from!, to ?? from!] as const),
    rows: Number(/ n = ([\d,]+)/u.exec(` ${rest}`)?.[1]?.replaceAll(",", "") ?? 0),
    errors,
    window: window ? Number(window[1]!.replaceAll(",", "")) : null,
    isLog: /, log, /u.test(rest),
    isRaw: /total, simple/u.test(rest),
  };
}

/** Exchanges close for a week at most (September 2001). */
const longestStep: Readonly<Record<Frequency, number>> = { daily: 7, weekly: 7, monthly: 31, annual: 366 };
const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
/** Rows before which others are missing. */
export const gapsBefore = (dates: readonly string[], frequency: Frequency): Numbers =>
  dates.flatMap((day, row) => (row > 0 && dayNumber(day) - dayNumber(dates[row - 1]!) > longestStep[frequency] ? [row] : []));

const monthEnd = (period: string): string => new Date(Date.UTC(Number(period.slice(0, 4)), Number(period.slice(5, 7)), 0)).toISOString().slice(0, 10);
/** The Friday on or after a day: 2 January 1970 was one. */
const fridayOf = (day: string): string => new Date((2 + 7 * Math.ceil((dayNumber(day) - 1) / 7) - 1) * 86_400_000).toISOString().slice(0, 10);
export const periodOf = (day: string, frequency: Frequency): string => (frequency === "weekly" ? fridayOf(day) : frequency === "monthly" ? monthEnd(day) : `${day.slice(0, 4)}-12-31`);

const zeroCostNames: readonly string[] = ["SMB", "SMB5", "HML", "RMW", "CMA", "MOM", "RF"];
const factorNames = ["Mkt-RF", "SMB", "HML", "RMW", "CMA", "MOM", "RF"];
let periodFiles: ReadonlyMap<string, Column> | null = null;
/** The sample's own months and calendar years of the factors, in French's layout. */
function factorPeriods(): ReadonlyMap<string, Column> {
  if (periodFiles) return periodFiles;
  const read = new Map<string, Map<string, number>>();
  for (const [file, wanted] of [["F-F_Research_Data_Factors", "Mkt-RF SMB HML RF"], ["F-F_Research_Data_5_Factors_2x3", "RMW CMA"], ["F-F_Momentum_Factor", "Mom"]] as const) {
    const lines = readFileSync(`data/sample/${file}.CSV`, "utf8").split(/\r?\n/u);
    const heads = lines.find((line) => /^,/u.test(line))!.split(",").slice(1).map((name) => name.trim());
    for (const line of lines) {
      if (!/^ *\d{4}(?:\d\d)? *,/u.test(line)) continue;
      const [written = "", ...cells] = line.split(",");
      const month = written.trim();
      heads.forEach((name, at) => {
        if (!wanted.split(" ").includes(name)) return;
        const id = name === "Mom" ? "MOM" : name;
        if (!read.has(id)) read.set(id, new Map());
        read.get(id)!.set(month.length === 4 ? `year ${month}` : monthEnd(`${month.slice(0, 4)}-${month.slice(4, 6)}`), Number(cells[at]) / 100);
      });
    }
  }
  return (periodFiles = read);
}

interface Period {
  readonly value: number;
  readonly days: number;
  /** The cash of the days that are there; null where the value is a file's own. */
  readonly cash: number | null;
}

const compounded = new Map<string, ReadonlyMap<string, Period>>();
/** Π(1 + r) − Π(1 + rf) over the days of a month or year on which the series has a return. */
function periodsOf(set: Said["set"], data: RawData, name: string, frequency: Frequency): ReadonlyMap<string, Period> {
  const key = `${set} ${name} ${frequency}`;
  const known = compounded.get(key);
  if (known) return known;
  const rate = data.series.get("RF")!;
  const zeroCost = zeroCostNames.includes(name);
  const products = new Map<string, { total: number; cash: number; days: number }>();
  const raw = data.asRead.get(name);
  for (const [day, value] of raw ?? data.series.get(name) ?? []) {
    const period = periodOf(day, frequency);
    const so = products.get(period) ?? { total: 1, cash: 1, days: 0 };
    const cash = zeroCost ? 0 : (rate.get(day) ?? 0);
    products.set(period, { total: so.total * (1 + value + (raw ? 0 : cash)), cash: so.cash * (1 + cash), days: so.days + 1 });
  }
  // French's own files have months and years.
  const file = set === "sample" && frequency !== "weekly" ? factorPeriods() : null;
  const inFile = (period: string): string => (frequency === "annual" ? `year ${period.slice(0, 4)}` : period);
  const made = new Map<string, Period>();
  for (const [period, { total, cash, days }] of products) {
    const own = file && factorNames.includes(name) ? file.get(name)?.get(inFile(period)) : undefined;
    made.set(period, { value: own ?? total - (file && raw ? 1 + (file.get("RF")?.get(inFile(period)) ?? 0) : cash), days, cash: own === undefined && !raw && !zeroCost ? cash - 1 : null });
  }
  compounded.set(key, made);
  return made;
}

/** The market's own first and last week, where it begins after Monday or ends before Friday (no holiday is at either end). */
function cutWeeks(days: readonly string[]): readonly string[] {
  const [first, last] = [days[0]!, days.at(-1)!];
  return [...(dayNumber(fridayOf(first)) - dayNumber(first) < 4 ? [fridayOf(first)] : []), ...(fridayOf(last) > last ? [fridayOf(last)] : [])];
}

const marketDaysOf = new Map<string, ReadonlyMap<string, readonly string[]>>();
export function marketDays(set: Said["set"], data: RawData, frequency: Frequency): ReadonlyMap<string, readonly string[]> {
  const key = `${set} ${frequency}`;
  const known = marketDaysOf.get(key);
  if (known) return known;
  const groups = new Map<string, string[]>();
  for (const day of data.marketDays) {
    const period = periodOf(day, frequency);
    if (!groups.has(period)) groups.set(period, []);
    groups.get(period)!.push(day);
  }
  if (frequency === "weekly") for (const cut of cutWeeks(data.marketDays)) groups.delete(cut);
  marketDaysOf.set(key, groups);
  return groups;
}

function typedWithout(typed: string): readonly (readonly [string, string])[] {
  const [, from, to] = /without:(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)/u.exec(typed) ?? [];
  return from && to ? [[from, to]] : [];
}

const columnEnds = new WeakMap<Column, readonly [string, string]>();
function endsOf(column: Column): readonly [string, string] {
  const known = columnEnds.get(column);
  if (known) return known;
  const days = [...column.keys()];
  const ends = [days[0]!, days.at(-1)!] as const;
  columnEnds.set(column, ends);
  return ends;
}

export interface Rows {
  readonly dates: readonly string[];
  /** Of each row, the stretch of rows that follow each other. */
  readonly stretches: Numbers;
  readonly columns: ReadonlyMap<string, Numbers>;
}

/** A factor less its slopes on those that stand before it; the first column is the asset's. */
function lessEarlier(columns: readonly Numbers[], at: number): Numbers {
  const before = columns.slice(1, at);
  const [, ...slopes] = leastSquares(columns[at]!, before).coefficients;
  return columns[at]!.map((value, row) => before.reduce((left, other, k) => left - slopes[k]! * other[row]!, value));
}

/** Everything that a predicate may ask of one reply: the rows behind it, and regressions on them. */
export class Case {
  readonly said: Said;
  readonly recipe: Recipe;
  readonly data: RawData;
  readonly #rows = new Map<string, Rows>();
  readonly #fits = new Map<string, Fit>();

  constructor(said: Said) {
    this.said = said;
    const read = readRecipe(said.recipe);
    this.recipe = read.without.length > 0 ? read : { ...read, without: typedWithout(said.typed) };
    this.data = said.set === "sample" ? sampleRows() : madeUpRows();
  }

  get frequency(): Frequency {
    return this.recipe.frequency;
  }

  get perYear(): number {
    return perYear[this.frequency];
  }

  get asset(): string {
    return this.recipe.assets[0]!;
  }

  get factor(): string {
    return this.recipe.factors[0]!;
  }

  get fewRows(): boolean {
    return this.recipe.rows < rowsForRobust[this.frequency];
  }

  #excluded(first: string, last: string): boolean {
    return this.recipe.without.some(([from, to]) => first <= to && last >= from);
  }

  rows(series: readonly string[] = [...this.recipe.assets, ...this.recipe.factors], frequency = this.frequency): Rows {
    const key = `${series.join()} ${frequency}`;
    const known = this.#rows.get(key);
    if (known) {
      useStretches(known.stretches);
      return known;
    }
    const { first, last } = this.recipe;
    const columns = series.map((name) => name.replace("-orth", "")).map((name) => {
      const simple = frequency === "daily" ? this.data.series.get(name)! : new Map([...periodsOf(this.said.set, this.data, name, frequency)].map(([day, { value }]) => [day, value]));
      return this.recipe.isLog ? this.#logs(name, simple, frequency) : this.recipe.isRaw ? this.#raw(name, simple, frequency) : simple;
    });
    const whole = frequency === this.frequency ? null : marketDays(this.said.set, this.data, frequency);
    const dates = [...columns[0]!.keys()].filter((day) => {
      if (frequency === this.frequency ? day < first || day > last : !this.isInWindow(day, frequency)) return false;
      if (this.#excluded(frequency === "daily" ? day : frequency === "weekly" ? new Date((dayNumber(day) - 6) * 86_400_000).toISOString().slice(0, 10) : frequency === "monthly" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`, day)) return false;
      if (!columns.every((column) => column.has(day))) return false;
      // At its ends a series must have all of a period: its first and last market day.
      return !whole || (whole.has(day) && series.every((name) => this.#begun(name.replace("-orth", ""), whole.get(day)!)));
    });
    const raw = columns.map((column) => dates.map((day) => column.get(day)!));
    const made = { dates, stretches: stretchOfRows(dates.length, gapsBefore(dates, frequency)), columns: new Map(series.map((name, at) => [name, name.endsWith("-orth") ? lessEarlier(raw, at) : raw[at]!])) };
    this.#rows.set(key, made);
    useStretches(made.stretches);
    return made;
  }

  #logs(name: string, simple: Column, frequency: Frequency): Column {
    if (name === "RF") return new Map([...simple].map(([day, value]) => [day, Math.log1p(value)]));
    const cash = zeroCostNames.includes(name) ? null : this.#cash(frequency);
    const own = frequency === "daily" || cash === null ? null : periodsOf(this.said.set, this.data, name, frequency);
    const cashOf = (day: string): number => own?.get(day)?.cash ?? cash?.get(day) ?? 0;
    return new Map([...simple].map(([day, value]) => [day, Math.log1p(value + cashOf(day)) - Math.log1p(cashOf(day))]));
  }

  #cash(frequency: Frequency): Column {
    return frequency === "daily" ? this.data.series.get("RF")! : new Map([...periodsOf(this.said.set, this.data, "RF", frequency)].map(([day, { value }]) => [day, value]));
  }

  #raw(name: string, excess: Column, frequency: Frequency): Column {
    if (zeroCostNames.includes(name)) return excess;
    const cash = this.#cash(frequency);
    const own = frequency === "daily" ? null : periodsOf(this.said.set, this.data, name, frequency);
    return new Map([...excess].flatMap(([day, value]) => (cash.has(day) ? [[day, value + (own?.get(day)?.cash ?? cash.get(day)!)] as const] : [])));
  }

  /** A regression on other rows than the reply's: excess returns of a frequency, in a window. */
  fitOn(asset: string, factor: string, frequency: Frequency, from = "0000", to = "9999"): { readonly fit: Fit; readonly dates: readonly string[] } {
    const column = (name: string): Column => (frequency === "daily" ? this.data.series.get(name)! : new Map([...periodsOf(this.said.set, this.data, name, frequency)].map(([day, { value }]) => [day, value])));
    const [y, x] = [column(asset), column(factor)];
    const dates = [...y.keys()].filter((day) => day >= from && day <= to && x.has(day));
    return { fit: leastSquares(dates.map((day) => y.get(day)!), [dates.map((day) => x.get(day)!)]), dates };
  }

  #begun(name: string, days: readonly string[]): boolean {
    const [first, last] = endsOf(this.data.asRead.get(name) ?? this.data.series.get(name)!);
    return first <= days[0]! && last >= days.at(-1)!;
  }

  /** The period right before or behind the rows, where the window has it: does a series have days of it, and not all? */
  isCut(name: string, period: string, frequency: Frequency): boolean {
    const dates = this.rows(undefined, frequency).dates;
    const next = (day: string): string => periodOf(new Date((dayNumber(day) + 1) * 86_400_000).toISOString().slice(0, 10), frequency);
    const [first, last] = endsOf(this.data.asRead.get(name) ?? this.data.series.get(name)!);
    const isBeside = next(period) === dates[0] || next(dates.at(-1)!) === period;
    const days = marketDays(this.said.set, this.data, frequency).get(period);
    const holdsAll = days !== undefined && this.#begun(name, days);
    return this.isInWindow(period, frequency) && isBeside && !holdsAll && (periodOf(first, frequency) === period || periodOf(last, frequency) === period);
  }

  /** The market's days of a week, month or year; of a week that its file has in part, Monday and Friday. */
  #marketDaysOf(period: string, frequency: Frequency): readonly string[] {
    const monday = new Date((dayNumber(period) - 4) * 86_400_000).toISOString().slice(0, 10);
    return marketDays(this.said.set, this.data, frequency).get(period) ?? [frequency === "weekly" ? monday : period, period];
  }

  /** Whether the window as typed has all the market's days of a period: a month that it has in part is no month of it. */
  isInWindow(period: string, frequency: Frequency): boolean {
    const [from, to] = this.asked();
    if (frequency === "daily") return period >= from && period <= to;
    const days = this.#marketDaysOf(period, frequency);
    return days[0]! >= from && days.at(-1)! <= to;
  }

  /** The periods right before the rows of a frequency and right behind them of which the window has some of the market's days, and not all. */
  cutByWindow(frequency: Frequency): { readonly start: string | null; readonly end: string | null } {
    const [from, to] = this.asked();
    const { dates } = this.rows(undefined, frequency);
    const at = (day: string, by: number): string => periodOf(new Date((dayNumber(day) + by) * 86_400_000).toISOString().slice(0, 10), frequency);
    const first = dates[0]!;
    const start = frequency === "weekly" ? at(first, -7) : at(`${frequency === "monthly" ? first.slice(0, 7) : first.slice(0, 4)}${frequency === "monthly" ? "" : "-01"}-01`, -1);
    const end = at(dates.at(-1)!, 1);
    const [before, after] = [this.#marketDaysOf(start, frequency), this.#marketDaysOf(end, frequency)];
    return { start: before[0]! < from && before.at(-1)! >= from ? start : null, end: after[0]! <= to && after.at(-1)! > to ? end : null };
  }

  /** Weeks, months or years in the window as typed that a series has whole at its ends. */
  periods(name: string, frequency: Frequency): readonly string[] {
    const whole = marketDays(this.said.set, this.data, frequency);
    return [...periodsOf(this.said.set, this.data, name, frequency).keys()].filter((period) => this.isInWindow(period, frequency) && whole.has(period) && this.#begun(name, whole.get(period)!));
  }

  /** The window as typed; the recipe's days where none was. */
  asked(): readonly [string, string] {
    const from = /from:(\S+)/u.exec(this.said.typed)?.[1] ?? "0000";
    const to = /to:(\S+)/u.exec(this.said.typed)?.[1] ?? "9999-12-31";
    return [from, to.length === 4 ? `${to}-12-31` : to];
  }

  /** Days of the window as typed on which every series that the recipe names has a return: no other series may cost a row. */
  daysOfNamed(): readonly string[] {
    const [from, to] = this.asked();
    const [first, ...others] = [...this.recipe.assets, ...this.recipe.factors].map((name) => this.data.series.get(name.replace("-orth", "")));
    return [...(first ?? new Map<string, number>()).keys()].filter((day) => day >= from && day <= to && !this.#excluded(day, day) && others.every((column) => column?.has(day)));
  }

  column(name: string, series?: readonly string[]): Numbers {
    return this.rows(series).columns.get(name)!;
  }

  fit(asset = this.asset, factors = this.recipe.factors, rows = this.rows()): Fit {
    const key = `${asset}~${factors.join()} ${rows.dates.length} ${rows.dates[0]}`;
    const known = this.#fits.get(key);
    if (known) return known;
    const made = leastSquares(rows.columns.get(asset)!, factors.map((name) => rows.columns.get(name)!));
    this.#fits.set(key, made);
    return made;
  }

  /** Do the residuals' rounding leave nothing of the asset? */
  exact(fit = this.fit()): boolean {
    return 1 - fit.rSquared < 1e-14;
  }

  /** The regression whose last coefficient is that of an orthogonal factor: on the factors up to it, as they are. */
  #upTo(fit: Fit, at: number): Fit {
    const plain = this.recipe.factors.map((name) => name.replace("-orth", ""));
    if (at === 0 || plain.join() === this.recipe.factors.join() || fit !== this.fit()) return fit;
    return this.fit(this.asset, plain.slice(0, at), this.rows([this.asset, ...plain]));
  }

  #errorsOf(fit: Fit, errorsOf: (fit: Fit) => Numbers): Numbers {
    const all = errorsOf(fit);
    return all.map((error, at) => (this.#upTo(fit, at) === fit ? error : errorsOf(this.#upTo(fit, at))[at]!));
  }

  classicalErrors(fit: Fit): Numbers {
    return this.#errorsOf(fit, ({ errors }) => errors);
  }

  /** The errors that stand first: those asked for. */
  shownErrors(fit: Fit, { kind, lags } = this.recipe.errors): Numbers {
    return kind === "classical" ? this.classicalErrors(fit) : this.#errorsOf(fit, kind === "hc1" ? hc1Errors : (one) => hacErrors(one, lags ?? undefined));
  }

  /** Robust errors where the reply has chosen them. */
  robustErrors(fit: Fit): Numbers {
    return this.#errorsOf(fit, (one) => hacErrors(one));
  }

  /** A coefficient's test with the errors that stand first in the reply. */
  shown(fit: Fit, at: number, scale = 1, null_ = 0): Test {
    const robust = this.recipe.errors.kind !== "classical";
    return testOf(fit.coefficients[at]! * scale, this.shownErrors(fit)[at]! * scale, robust ? Infinity : this.#upTo(fit, at).degrees, null_);
  }

  robust(fit: Fit, at: number, scale = 1, null_ = 0): Test {
    return testOf(fit.coefficients[at]! * scale, this.robustErrors(fit)[at]! * scale, Infinity, null_);
  }

  /** The test that decides what is said: made for few rows, with the lags asked for, the usual ones, or none (docs/accuracy.md). */
  deciding(fit: Fit, at: number, null_ = 0, scale = 1): Test {
    if (this.exact(fit) || Math.max(...leverages(fit)) > 1 - 1e-6) return this.shown(fit, at, scale, null_);
    const own = this.#upTo(fit, at);
    return testOf(fit.coefficients[at]! * scale, smallSampleErrors(own, this.decidingLags(fit.rows))[at]! * scale, own.degrees, null_);
  }

  /** An interval of a coefficient with what stands beside it. The one that decides must, where it is read otherwise. */
  coefficient(check: Check, printed: string, fit: Fit, at: number, { scale = 1, nulls = [0] }: { readonly scale?: number; readonly nulls?: Numbers } = {}): void {
    const [shown, robust, deciding] = [this.shown(fit, at, scale), this.robust(fit, at, scale), this.deciding(fit, at, 0, scale)];
    check.interval(printed, shown, robust, deciding);
    if (printed.includes("which decides") || this.exact(fit)) return;
    const last = printed.includes("robust") ? robust : shown;
    for (const null_ of nulls) check.that(holds(last, null_ * scale) === holds(deciding, null_ * scale), `read by itself the interval is wrong about ${null_}: ${deciding.low} to ${deciding.high} decides`);
  }

  /** The one interval of a picture: one of those that the reply may read, and on the same side of 0 as the one that decides. */
  drawn(check: Check, printed: string, fit: Fit, at: number, scale = 1): void {
    const deciding = this.deciding(fit, at, 0, scale);
    const trials = [this.shown(fit, at, scale), this.robust(fit, at, scale), deciding].map((test) => {
      const trial = new (check.constructor as new () => Check)();
      trial.interval(printed, test);
      return { test, faults: trial.faults };
    });
    const fitting = trials.filter(({ faults }) => faults.length === 0);
    if (fitting.length === 0) {
      trials[0]!.faults.forEach((fault) => check.that(false, fault));
      return;
    }
    if (!this.exact(fit)) check.that(fitting.some(({ test }) => holds(test, 0) === holds(deciding, 0)), `${printed} is drawn, and ${deciding.low} to ${deciding.high} decides`);
  }

  /** A slope's test by the errors that a derived interval names ("", "robust", "small-sample"): those that stand last beside the slope itself. */
  readLast(check: Check, name: string, errors: string, at: number, scale = 1): Test {
    const line = this.said.description.split("\n").find((each) => each.includes(` of ${name}`) && each.includes("95% interval of β")) ?? "";
    const last = line.includes("which decides") ? "small-sample" : line.includes(", robust") ? "robust" : "";
    check.that(line !== "" && errors === last, `the interval is by "${errors}" errors, and beside β stand "${last}" ones: ${line}`);
    return errors === "" ? this.shown(this.fit(), at, scale) : errors === "robust" ? this.robust(this.fit(), at, scale) : this.deciding(this.fit(), at, 0, scale);
  }

  /** A p-value with those beside it: the last is read, and says what the one that decides says. */
  pValues(check: Check, [shown = "", robust = "", deciding = ""]: readonly string[], fit: Fit, at: number): void {
    if (this.exact(fit)) return;
    const decides = this.deciding(fit, at).pValue;
    check.p(shown, this.shown(fit, at).pValue);
    if (robust) check.p(robust, this.robust(fit, at).pValue, "robust p");
    if (deciding) check.p(deciding, decides, "deciding p");
    const read = deciding ? decides : (robust ? this.robust(fit, at) : this.shown(fit, at)).pValue;
    check.verdict(read < 0.05 === decides < 0.05, decides);
  }

  decidingLags(rows = this.recipe.rows): number {
    const { kind, lags } = this.recipe.errors;
    if (kind === "hac") return lags ?? automaticLags(rows);
    return kind === "hc1" || this.fewRows ? 0 : automaticLags(rows);
  }

  /** An estimate whose rows' shares in its error are known (the delta method): Newey and West's error, normal. */
  byInfluence(estimate: number, influence: Numbers, scale = 1, degrees = influence.length - 1): Test {
    if (degrees < Infinity && this.fewRows) return testOf(estimate * scale, Math.sqrt((dot(influence, influence) * influence.length) / degrees) * scale, degrees);
    if (this.recipe.errors.kind === "hc1") return testOf(estimate * scale, Math.sqrt(dot(influence, influence)) * scale, Infinity);
    return testOf(estimate * scale, Math.sqrt(Math.max(0, longRun(influence, influence, this.lags))) * scale, Infinity);
  }

  get lags(): number {
    return this.recipe.errors.lags ?? automaticLags(this.recipe.rows);
  }

  /** Share of a row in the error of a mean. */
  static ofMean(values: Numbers): Numbers {
    return centred(values).map((gap) => gap / values.length);
  }

  /** β · f of every row. */
  tracking(fit = this.fit()): Numbers {
    return fit.y.map((_, row) => fit.x.reduce((total, factor, at) => total + fit.coefficients[at + 1]! * factor[row]!, 0));
  }

  /** Mean of β · f, both of which are estimated. */
  premium(scale = 1): Test {
    const fit = this.fit();
    const tracking = this.tracking(fit);
    if (this.fewRows) {
      // The classical error: that of β at the factors' means, and that of the mean of β · f.
      const means = fit.x.map(mean);
      return testOf(mean(tracking) * scale, Math.sqrt(classicalAt(fit, means) + variance(tracking) / fit.rows) * scale, fit.degrees);
    }
    const own = Case.ofMean(tracking);
    const means = fit.x.map(mean);
    const influence = own.map((value, row) => value + means.reduce((total, middle, at) => total + middle * fit.influence[at + 1]![row]!, 0));
    return this.byInfluence(mean(tracking), influence, scale);
  }
}

import { listText } from "../series-list.ts";
import { subjectOption, type AssetCommand } from "./askable-command.ts";
import { comparedAssets, subjectAssets } from "./asked-assets.ts";
import { subjectSeries } from "./asked-command.ts";
import { factorOptions, namesModel } from "./asked-factors.ts";
import type { Quantity } from "./asked-quantity.ts";
import { dayBefore, monthsFrom, nextDay, type Span } from "./calendar-spans.ts";
import type { ParsedQuestion } from "./parsed-question.ts";
import { isBefore } from "./two-windows.ts";
import type { CommandCall } from "../render/reply.ts";
import type { Focus, Knowledge, Reading } from "./understanding.ts";

/** A reading without focus or anything left out: of a command that is about no number. */
export const plainReading = (call: CommandCall, confidence: number): Reading => ({
  call,
  confidence,
  focus: null,
  leftOut: [],
  kept: [],
});

/** The question as a call of a command about assets, with all of it that the call does not hold. */
export function readingsOf(command: AssetCommand, confidence: number, question: ParsedQuestion, knowledge: Knowledge): readonly Reading[] {
  const subject = subjectOption(command);
  if (!subject?.series) return [];
  const { name, required, series: { min, max } } = subject;
  const { options, used } = optionsOf(command, question, knowledge);
  const readingOn = (series: readonly string[], all: readonly string[], ownConfidence: number): Reading => ({
    call: { command: command.name, options: { ...(series.length > 0 ? { [name]: listText(series) } : {}), ...options } },
    confidence: ownConfidence,
    focus: focusOf(question),
    leftOut: [...all.filter((id) => !series.includes(id)), ...leftOutOf(question, used)],
    kept: [],
    ...(question.isAmongUsual && series.length > 1 ? { assumed: amongUsual(series, knowledge) } : {}),
  });
  const subjects = subjectsOf(command, question, knowledge);
  if (command.asking.sideBySide || max > 1) {
    if (subjects.length === 0 && !required) return [readingOn([], [], confidence)];
    return subjects.length < min ? [] : [readingOn(subjects.slice(0, max), subjects, confidence)];
  }
  // One command answers for one asset: which of several is meant is the asker's to say, and the others are said.
  return subjects.map((asset, index) => readingOn([asset], subjects, confidence - index / 100));
}

/** Of which assets the answer holds, where none is named. */
function amongUsual(assets: readonly string[], { series }: Knowledge): string {
  const others = series.filter(({ id, role }) => role === "asset" && !assets.includes(id) && !series.some(({ usualFactor }) => usualFactor === id)).length;
  return `of ${assets.slice(0, -1).join(", ")} and ${assets.at(-1) ?? ""}, the course's own${others === 0 ? "" : `; ${String(others)} more are loaded`}`;
}

/** The assets of a comparison, or the ones that are not meant as the factor; factors where they are asked about themselves. */
function subjectsOf(command: AssetCommand, question: ParsedQuestion, knowledge: Knowledge): readonly string[] {
  const all = subjectSeries(question, knowledge);
  if (question.assets.length === 0) return all;
  // A command that takes no factors takes them as series like any other.
  if (takesAnySeries(command)) {
    const named = /\b(?:market|mkt)\b/u.test(question.text) && question.assets.length === 1 && /corr|cov/u.test(question.quantity ?? "") ? ["Mkt-RF"] : [];
    return [...new Set([...question.assets, ...(/corr|cov|returns-file/u.test(question.quantity ?? "") && question.quantity !== "residual-correlation" ? [...question.factors, ...named] : [])])];
  }
  if (question.hypothesis?.value === null || command.asking.sideBySide === true) {
    const compared = comparedAssets(question, knowledge);
    if (compared.length > 1) return compared;
  }
  return subjectAssets(question, knowledge);
}

const takesAnySeries = ({ options }: AssetCommand): boolean => "series" in options;

/** Which parts of the question the options hold. */
interface UsedParts {
  readonly change: boolean;
  readonly window: boolean;
  readonly firstMonths: boolean;
  readonly without: boolean;
  readonly frequency: boolean;
  readonly errors: boolean;
  readonly returns: boolean;
  readonly dollars: boolean;
  readonly horizon: boolean;
  readonly move: boolean;
  readonly factors: boolean;
}

function optionsOf(command: AssetCommand, question: ParsedQuestion, knowledge: Knowledge): { readonly options: Readonly<Record<string, string>>; readonly used: UsedParts } {
  const { furtherOptions, ignoresFactors, takesFrequency } = command.asking;
  const { settings, without, dollars, move } = question;
  const has = (name: string): boolean => name in command.options;
  const left = [...without, ...(question.asksChange && has("split") ? daysBetween(question) : [])];
  const wanted: Readonly<Record<string, string>> = {
    ...furtherOptions?.(question),
    ...(ignoresFactors || (question.assets.length === 0 && question.factors.length < 2) ? {} : factorOptions(command, question, knowledge)),
    ...(!question.asksChange || (!has("split") && question.quantity !== "rolling") ? windowOptions(question, knowledge) : has("split") ? splitOptions(question) : {}),
    ...(left.length === 0 ? {} : { without: left.map(({ first, last }) => `${first}..${last}`).join(" ") }),
    // "for $1" is what every hedge is per.
    ...(dollars === null || dollars === 1 || has("budget") ? {} : { amount: String(dollars) }),
    ...(move === null ? {} : { move: `${String(Math.round(move * 1e6) / 1e4)}%` }),
    ...(settings.errors === null ? {} : { errors: settings.errors }),
    ...(settings.errors === null || settings.lags === null ? {} : { lags: String(settings.lags) }),
    ...(settings.frequency !== null && settings.frequency !== "daily" && (takesFrequency?.(question) ?? true) ? { frequency: settings.frequency } : {}),
    ...(settings.isLog ? { returns: "log" } : {}),
    ...(settings.wantsCode ? { show: "code" } : {}),
    ...(settings.isPrivate ? { private: "true" } : {}),
  };
  const options = Object.fromEntries(Object.entries(wanted).filter(([name, value]) => has(name) && value !== ""));
  return {
    options,
    used: {
      // A rolling number shows every change.
      change: "split" in options || (question.quantity === "rolling" && !has("split")),
      window: has("from"),
      firstMonths: "from" in options,
      without: has("without"),
      frequency: has("frequency") || !(takesFrequency?.(question) ?? true),
      errors: has("errors"),
      returns: has("returns"),
      dollars: "budget" in options || "amount" in options || (dollars === 1 && has("amount")),
      horizon: has("horizon"),
      move: has("move"),
      // The residuals of several are those of the usual factor, whatever model is named.
      factors: holdsFactors(question, options, has("factor") || has("model")) || (takesAnySeries(command) && question.quantity !== "residual-correlation"),
    },
  };
}

/** Whether the options have all factors that are named: where one fits and several are named, they have not. */
function holdsFactors(question: ParsedQuestion, options: Readonly<Record<string, string>>, takesFactor: boolean): boolean {
  const model = options["model"] ?? options["factor"];
  if (!takesFactor) return false;
  if (model === undefined) return !(namesModel(question) && /\b(?:ff ?-?[3-6]|carhart|fama|(?:three|four|five|six|[3-6])[ -]factors?)\b/u.test(question.text));
  return /^(?:ff|carhart|capm)/u.test(model) || question.factors.length < 2 || model.includes(" ");
}

/** The days that are set against the others; "before 2008" against what came from then on. Of two windows, no other days. */
function splitOptions({ from, to, against }: ParsedQuestion): Readonly<Record<string, string>> {
  if (against === null) return { split: from !== null && to !== null ? `${from}..${to}` : (from ?? (to === null ? "" : nextDay(to))) };
  const [early, late] = isBefore({ from, to }, against) ? [{ from, to }, against] : [against, { from, to }];
  const split = from === null ? (against.from ?? "") : to === null ? from : `${from}..${to}`;
  return { ...(early.from === null ? {} : { from: early.from }), ...(late.to === null ? {} : { to: late.to }), split };
}

/** The days between two windows that are set against each other. */
function daysBetween({ from, to, against }: ParsedQuestion): readonly Span[] {
  if (against === null) return [];
  const [early, late] = isBefore({ from, to }, against) ? [{ from, to }, against] : [against, { from, to }];
  if (early.to === null || late.from === null || nextDay(early.to) >= late.from) return [];
  return [{ first: nextDay(early.to), last: dayBefore(late.from) }];
}

function windowOptions({ from, to, firstMonths, assets, quantity }: ParsedQuestion, { series }: Knowledge): Readonly<Record<string, string>> {
  // A rolling number of one day is the last one of the rows until then.
  if (quantity === "rolling" && from !== null && from === to) return { to };
  if (firstMonths !== null) {
    const subject = series.find(({ id }) => id === assets[0]);
    if (subject === undefined) return {};
    const others = series.filter(({ id }) => id === subject.usualFactor || assets.includes(id));
    const first = [subject, ...others].map(({ firstDay }) => firstDay).sort().at(-1) ?? subject.firstDay;
    return firstMonths < 0 ? { from: monthsFrom(first, -firstMonths) } : { from: first, to: monthsFrom(first, firstMonths) };
  }
  return { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
}

/** Quantities that are estimated with an error, so that a level or a hypothesis means something. */
const estimated: ReadonlySet<Quantity> = new Set<Quantity>(["beta", "alpha", "alpha-annual", "t-alpha", "p-alpha", "se-alpha", "ci-alpha", "t-beta", "p-beta", "se-beta", "ci-beta", "loading", "mean-return", "regression", "expected-return", "hedge-amount", "residual-correlation", "correlation", "sharpe", "hedged-sharpe", "appraisal", "information-ratio", "autocorrelation", "durbin-watson", "normality", "up-down-beta", "timing", "capture", "volatility"]);

/** A quantity asked for without any condition. */
export const questionOf = (quantity: Quantity): Focus => ({ quantity, level: null, hypothesis: null, tTarget: null, extreme: null, supposedAlpha: null, targetVolatility: null });

export const focusOf = ({ quantity, level, hypothesis, tTarget, extreme, supposedAlpha, targetVolatility, changeSupposed, isAmongUsual }: ParsedQuestion): Focus | null =>
  quantity === null ? null : { quantity, level, hypothesis, tTarget: quantity === "years-needed" ? tTarget : null, extreme, supposedAlpha, targetVolatility, ...(changeSupposed === null ? {} : { changeSupposed }), ...(isAmongUsual ? { isAmongUsual: true as const } : {}) };

/** What a call leaves of its question, in the asker's words where there are any. */
function leftOutOf(question: ParsedQuestion, used: UsedParts): readonly string[] {
  const { settings, quantity, level, hypothesis } = question;
  const hasWindow = question.from !== null || question.to !== null || question.firstMonths !== null;
  return [
    ...(question.against !== null && !(question.asksChange && used.change) ? [question.against.text] : []),
    ...(question.asksChange && question.against === null && !used.change ? ["the change: only one side of it is shown"] : []),
    ...(hasWindow && !used.window ? ["the window"] : []),
    ...(question.firstMonths !== null && !used.firstMonths ? ["the first years"] : []),
    ...(question.without.length > 0 && !used.without ? [`what to exclude (${question.without.map(({ first, last }) => `${first} to ${last}`).join(", ")})`] : []),
    ...(settings.frequency !== null && settings.frequency !== "daily" && !used.frequency ? [settings.frequency] : []),
    ...(settings.isLog && !used.returns ? ["log returns"] : []),
    ...(settings.errors !== null && !used.errors ? ["robust errors"] : []),
    // Growth is of a dollar.
    ...(question.dollars !== null && !used.dollars && !(question.dollars === 1 && quantity === "cumulative-return") ? ["the amount"] : []),
    ...(question.move !== null && !used.move ? ["the move of the market"] : []),
    ...((question.factors.length > 0 || namesModel(question)) && !used.factors && question.assets.length > 0 ? ["the factors"] : []),
    ...(level !== null && (quantity === null || !estimated.has(quantity)) ? [`${String(Math.round(level * 1000) / 10)}%`] : []),
    ...(hypothesis?.value !== null && hypothesis !== null && hypothesis.value !== 0 && (quantity === null || !estimated.has(quantity)) ? [`the comparison with ${String(hypothesis.value)}`] : []),
    ...question.unused,
  ];
}

import { shorterWindow } from "../render/problems/shorter-window.ts";
import { nearestIds } from "../datasets/nearest-ids.ts";
import type { Problem } from "../render/problem.ts";
import type { NextStep } from "../render/reply.ts";
import { momentText } from "./options/closing-time.ts";
import { frequencyWord } from "./known-word.ts";
import type { Option, RawOption } from "./options/option.ts";
import { stepsAside } from "./steps-aside.ts";
import { withoutWords } from "./without-words.ts";

interface RefusedCall {
  readonly command: string;
  readonly options: Readonly<Record<string, RawOption>>;
}

/** What the buttons may be made of. */
interface Known {
  /** Whether a word is the name of a loaded series. */
  readonly isSeries: (word: string) => boolean;
  /** The first and the last day of a loaded series, ISO. */
  readonly rangeOf: (id: string) => { readonly first: string; readonly last: string } | null;
  /** The options of the call's command. */
  readonly options: Readonly<Record<string, Option<unknown>>>;
  /** The call with each word at the option that took it; null where some were not placed. */
  readonly placed: Readonly<Record<string, string>> | null;
  /** Whether the call may be made without what was refused: nothing is posted or kept by it. */
  readonly isHarmless: boolean;
}

/** Buttons under a problem: the same call with what was probably meant in place of what was refused. */
export function stepsAfter(problem: Problem, call: RefusedCall, known: Known = { isSeries: () => false, rangeOf: () => null, options: {}, placed: null, isHarmless: false }): readonly NextStep[] {
  const options = typedOptions(call);
  if (options === null) return [];
  const meant = stepsOf(problem, { ...call, options }, known);
  return meant.length > 0 || !known.isHarmless ? meant : stepsAside(problem, { command: call.command, options: known.placed ?? options }, known.options);
}

function stepsOf(problem: Problem, call: { readonly command: string; readonly options: Readonly<Record<string, string>> }, known: Known): readonly NextStep[] {
  const { options } = call;
  const step = (label: string, changed: Readonly<Record<string, string>>): NextStep => ({ label, command: call.command, options: { ...options, ...changed } });
  if (problem.kind === "unknown-series") {
    const name = optionThatHolds(problem.asked, options);
    const taken = Object.values(options).flatMap((value) => value.toUpperCase().split(/[\s,;+]+/u));
    const others = (problem.nearest.length > 0 ? problem.nearest : problem.examples).filter((id) => !taken.includes(id.toUpperCase()));
    return name === null ? [] : [...new Set(others)].map((id) => step(id, { [name]: replaced(options[name] ?? "", problem.asked, id) }));
  }
  if (problem.kind === "ambiguous-name") {
    const name = optionThatHolds(problem.asked, options);
    const loaded = problem.companies.filter(({ isLoaded }) => isLoaded);
    return name === null ? [] : loaded.map(({ ticker }) => step(ticker, { [name]: replaced(options[name] ?? "", problem.asked, ticker) }));
  }
  if (problem.kind === "unknown-command") {
    // Asked about by another command, whose option holds the name.
    if (call.command !== problem.asked) return problem.nearest.map((name) => step(`/${name}`, { choice: name }));
    return problem.nearest.filter((name) => !name.includes(" ")).map((command) => ({ label: `/${command}`, command, options }));
  }
  if (problem.kind === "missing-option" && isRequiredAsset(known.options[problem.option])) {
    const typed = options[problem.option] ?? "";
    return chapterAssets.filter(known.isSeries).map((id) => ({ label: `/${call.command} ${id}`, command: call.command, options: { ...options, [problem.option]: `${id} ${typed}`.trim() } }));
  }
  if (problem.kind === "unknown-topic") {
    const name = optionThatHolds(problem.asked, options);
    return [...(name === null ? [] : problem.nearest.map((entry) => step(entry, { [name]: entry }))), { label: "Ask it in words", command: "ask", options: { question: problem.asked } }];
  }
  if (problem.kind === "not-a-choice" && Object.hasOwn(options, problem.option)) {
    const nearest = nearestIds(problem.text, problem.choices.map((choice) => ({ id: choice, name: choice })));
    return (nearest.length > 0 ? nearest : problem.choices.slice(0, 3)).map((choice) => step(`${problem.option}:${choice}`, { [problem.option]: choice }));
  }
  if (problem.kind === "series-count" && problem.series) {
    const { ticker, from, to } = options;
    const all = ticker === undefined ? [] : [{ label: `/regress on all ${String(problem.found)}`, command: "regress", options: { ticker, model: problem.series.join(" "), ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) } }];
    return [...problem.series.slice(0, 3).map((id) => step(id, { [problem.option]: id })), ...all];
  }
  if (problem.kind === "wrong-frequency") {
    const [has, ...others] = problem.has.split(" or ");
    return has !== undefined && others.length === 0 ? [{ label: `${has} returns`, command: call.command, options: { ...withoutWords(options, knownFrequencyWord), frequency: has } }] : [];
  }
  if (problem.kind === "takes-one-factor") {
    const { topic = "", ticker = "", tickers = "", factor = "", ...others } = options;
    const words = `${topic} ${ticker} ${tickers} ${factor}`.split(/[\s,;]+/u).filter((word) => word !== "" && word.toLowerCase() !== problem.word.toLowerCase());
    const assets = [...new Set(words.filter((word) => known.isSeries(word)))];
    // What stood beside the model is read beside the asset: "ff3 2008", "monthly".
    const settings = words.filter((word) => /\d{4}/u.test(word) || knownFrequencyWord.test(word));
    const kept = Object.fromEntries(Object.entries(others).filter(([name]) => ["from", "to", "without", "frequency", "errors", "lags"].includes(name)));
    const model = problem.word.toLowerCase();
    return assets.slice(0, 4).map((id) => ({ label: `/regress ${id.toUpperCase()} ${problem.word}`, command: "regress", options: { ticker: [id, ...settings].join(" "), model, ...kept } }));
  }
  if (problem.kind === "several-assets") {
    const beside = (text: string): string => [text, problem.rest].join(" ").trim();
    const { show: _show, private: isPrivate, ...others } = problem.others;
    const kept = Object.fromEntries(Object.entries(others).filter(([name]) => ["from", "to", "without", "frequency"].includes(name)));
    const hidden = isPrivate === undefined ? {} : { private: isPrivate };
    const [first = "", second = ""] = problem.assets;
    return [
      { label: `/compare ${problem.assets.slice(0, 4).join(" ")}`, command: "compare", options: { tickers: beside(problem.assets.slice(0, 4).join(" ")), ...kept, ...hidden } },
      ...problem.assets.slice(0, 3).map((id): NextStep => ({ label: `/${call.command} ${id}`, command: call.command, options: { ticker: beside(id), ...others, ...hidden } })),
      ...(problem.takesFactor ? [{ label: `${first} on ${second}`, command: call.command, options: { ticker: beside(first), factor: second, ...others, ...hidden } }] : []),
    ];
  }
  if (problem.kind === "no-such-frequency") {
    const isChosen = known.options["frequency"] !== undefined;
    const less = withoutWords(options, frequencyWord);
    const without = isChosen ? less : withoutWords(less, knownFrequencyWord);
    const own = isChosen ? problem.has.map((frequency): NextStep => ({ label: frequency, command: call.command, options: { ...without, frequency } })) : [{ label: `/${call.command} ${Object.values(without)[0] ?? ""}`.trim(), command: call.command, options: without }];
    const { elsewhere } = problem;
    const asset = optionThatHoldsAsset(without, known);
    return [...own, ...(elsewhere === null || asset === null ? [] : [{ label: `/${elsewhere.command} ${asset}`, command: elsewhere.command, options: { ticker: asset } }])];
  }
  if (problem.kind === "unclear-moment") return problem.readings.slice(0, 4).map(({ at, words }) => step(words, { [problem.option]: momentText(at) }));
  if (problem.kind === "no-time-zone") return offeredZones.map(([label, zone]) => step(label, Object.fromEntries(problem.times.map(({ option, text }) => [option, `${text} ${zone}`]))));
  if (problem.kind === "closes-before-opens") return [step(`Closes ${problem.words}`, { opens: momentText(problem.opensAt), closes: momentText(problem.later) })];
  if (problem.kind === "unclear-number") return problem.readings.map((reading) => step(`${problem.option}:${reading}`, { [problem.option]: reading }));
  if (problem.kind === "option-without-use") {
    const less = (label: string, dropped: readonly string[]): NextStep => ({ label, command: call.command, options: Object.fromEntries(Object.entries(options).filter(([name]) => !dropped.includes(name))) });
    return problem.beside === "exercise" ? [less("Only the exercise", problem.options), less("Only my own question", ["exercise"])] : [less(`Without ${problem.options.join(", ")}`, problem.options)];
  }
  if (problem.kind === "which-check") {
    const { confirm, ...same } = options;
    return problem.checks.slice(0, 5).map(({ id, title }) => ({ label: `${title} (${id})`, command: call.command, options: { ...same, check: id } }));
  }
  if (problem.kind === "unknown-exercise" && Object.hasOwn(options, "exercise")) {
    return problem.nearest.map((id) => step(id, { exercise: id }));
  }
  if (problem.kind === "window-too-long") {
    const shorter = shorterWindow(problem.rows);
    return shorter === null ? [] : [step(`window:${String(shorter)}`, { window: String(shorter) })];
  }
  if (problem.kind === "no-overlap") {
    // The chapter's factor begins later than most stocks: nobody named it.
    const option = Object.keys(known.options).find((name) => known.options[name]?.series?.as === "model" || name === "factor");
    const isTaken = problem.ranges.some(({ series }) => series === "SPY") && !Object.values(options).some((text) => /\bspy\b/iu.test(text));
    const market = known.rangeOf("Mkt-RF");
    const { from = "0000", to = "9999" } = known.placed ?? options;
    // Another factor helps where the assets themselves have a return in the window.
    const isInside = [...problem.ranges.filter(({ series }) => series !== "SPY"), ...(market === null ? [] : [market])].every(({ first, last }) => first.slice(0, to.length) <= to && last >= from);
    return option !== undefined && isTaken && options[option] === undefined && market !== null && isInside ? [step("On Mkt-RF", { [option]: "Mkt-RF" })] : [];
  }
  if (problem.kind === "reversed-window" && options["from"] !== undefined && options["to"] !== undefined) {
    return [step("The other way round", { from: options["to"], to: options["from"] })];
  }
  return [];
}

/** Clocks that a course is likely to go by; any other is typed. */
const offeredZones = [["Eastern (ET)", "ET"], ["Central (CT)", "CT"], ["Mountain (MT)", "MT"], ["Pacific (PT)", "PT"], ["UTC", "UTC"]] as const;

const isRequiredAsset = (option: Option<unknown> | undefined): boolean => option?.required === true && option.series?.as === "series" && option.series.max === 1;

/** The chapter's own, offered where no asset was named. */
const chapterAssets = ["JPM", "WMT", "MSFT"] as const;

const knownFrequencyWord = /^(?:da(?:ys?|ily)|week(?:s|ly)?|month(?:s|ly)?)$/iu;

/** The call's options as text; null where a file is among them, which no button can hold. */
function typedOptions({ options }: RefusedCall): Readonly<Record<string, string>> | null {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === "object") return null;
    texts[name] = String(value);
  }
  return texts;
}

/** The first loaded series of the call. */
const optionThatHoldsAsset = (options: Readonly<Record<string, string>>, { isSeries }: Known): string | null =>
  Object.values(options).flatMap((text) => text.split(/[\s,;]+/u)).find((word) => isSeries(word))?.toUpperCase() ?? null;

const optionThatHolds = (asked: string, options: Readonly<Record<string, string>>): string | null =>
  Object.keys(options).find((name) => options[name]?.toLowerCase().includes(asked.toLowerCase())) ?? null;

function replaced(text: string, asked: string, id: string): string {
  const at = text.toLowerCase().indexOf(asked.toLowerCase());
  return `${text.slice(0, at)}${id}${text.slice(at + asked.length)}`;
}

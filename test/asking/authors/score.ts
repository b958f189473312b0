import { marketEpisodes } from "../../../src/market-episodes.ts";
import { topicSimilarity } from "../../../src/asking/topic-similarity.ts";
import type { Claim } from "../../../src/asking/claims.ts";
import type { Understanding } from "../../../src/asking/understanding.ts";
import type { Lessons } from "../../../src/glossary/lessons.ts";
import type { CommandCall } from "../../../src/render/reply.ts";
import { answeringEntries, type AuthorQuestion } from "./frames.ts";

/** right: answered as asked; half: answered, but not first, or with a condition said to be left out; wrong: run as something else, or with a condition dropped. */
export type Score = "right" | "half" | "offered" | "missed" | "wrong";

/** The commands whose reply has the quantity, the best first. */
const commandsByQuantity: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:hedged-position|hedge$|hedging-gain)/u, ["hedge", "size", "performance"]],
  [/^conditional-move/u, ["track"]],
  [/^(?:beta-up-down|beta-down|hedged-sharpe|information$|growth)/u, ["performance", "hedge"]],
  [/^(?:mean$|minimum|factor-premium)/u, ["describe", "performance", "frequency", "expected"]],
  [/^risk-adjusted-pnl/u, ["size", "track", "hedge"]],
  [/^(?:jarque-bera|skew|condition-number)/u, ["residuals", "regress", "describe"]],
  [/^(?:grs|security-market-line)/u, ["alphas", "compare"]],
  [/^(?:residuals|n)$/u, ["residuals", "beta", "regress", "data list", "describe"]],
  [/^variance-decomposition/u, ["variance"]],
  [/^hedged-beta/u, ["hedge"]],
  [/^data-get/u, ["data get"]],
  [/^data-/u, ["data list"]],
  [/^reconcile/u, ["reconcile"]],
  [/^selftest/u, ["selftest"]],
  [/^(?:rolling)/u, ["rolling"]],
  [/^(?:t-|se-|ci-|p-)?loading|^regression$|^f-test|^f-statistic|^vif|^adj|^t-loadings/u, ["regress", "beta"]],
  [/^(?:durbin|autocorr)/u, ["regress", "residuals"]],
  [/^(?:normality|kurtosis|skewness)/u, ["residuals", "regress", "describe"]],
  [/^residual$|^residual-correlation/u, ["residuals", "describe", "hedge"]],
  [/^(?:residual-vol|tracking-error|residual-var)/u, ["performance", "hedge", "residuals", "variance", "size", "track"]],
  [/^(?:sharpe|appraisal|information|drawdown|years|up-down|treynor|cumulative)/u, ["performance", "describe", "frequency"]],
  [/^(?:idio-share|idiosyncratic-share|factor-share|variance$)/u, ["variance", "describe", "beta"]],
  [/^alpha.*hedged|^hedged-return/u, ["hedge"]],
  [/^mean-residual/u, ["residuals", "regress"]],
  [/^(?:volatility|mean-return|min-return|median|extreme)/u, ["describe", "performance", "frequency", "variance"]],
  [/^(?:correlation|covariance)/u, ["describe", "beta", "compare", "residuals", "hedge", "regress"]],
  [/^expected-return/u, ["expected", "track"]],
  [/^tracking|^expected-move/u, ["track"]],
  [/^hedge-amount/u, ["hedge"]],
  [/^(?:expected-pnl|pnl)/u, ["size", "track", "hedge"]],
  [/^dollar-vol/u, ["track", "hedge"]],
  [/^position-size/u, ["size"]],
  [/^r-squared/u, ["beta", "regress", "variance", "compare"]],
  [/^(?:n-obs|n-observations)/u, ["beta", "regress", "data list", "describe"]],
  [/alpha/u, ["beta", "regress", "alphas", "performance"]],
  [/beta/u, ["beta", "compare", "regress", "hedge", "frequency"]],
];

const multiple = /^(?:ff\d|carhart)$/iu;

/** The commands that answer a question for a number, the best first. */
export function commandsFor({ quantity, assets, factors, conditions }: AuthorQuestion): readonly string[] {
  const listed = commandsByQuantity.find(([pattern]) => pattern.test(quantity ?? ""))?.[1] ?? ["beta"];
  if (conditions["move"] !== undefined || conditions["moves"] !== undefined) return ["track", ...listed];
  if (conditions["hedge-ratio"] !== undefined || conditions["hedge-share"] !== undefined) return ["hedge", ...listed];
  const isMultiple = factors.some((factor) => multiple.test(factor)) || factors.filter((factor) => !isMarket(factor) && factor !== "SPY").length > 1;
  const isDifference = typeof conditions["hypothesis"] === "object" && conditions["hypothesis"] !== null && "asset" in conditions["hypothesis"];
  if (conditions["hedged"] === true && /^alpha/u.test(quantity ?? "")) return ["hedge", ...listed];
  const isSeveral = assets.length > 1 || isDifference;
  const first =
    isSeveral && /^(?:beta|r-squared|t-beta)$/u.test(quantity ?? "") ? ["compare"]
    : isSeveral && /alpha/u.test(quantity ?? "") ? ["alphas", ...(isDifference ? ["compare"] : [])]
    : isSeveral && /^(?:sharpe|drawdown|appraisal|residual-vol)/u.test(quantity ?? "") ? ["describe"]
    : isMultiple && /^(?:beta|alpha|t-|p-|se-|ci-|r-squared|std)/u.test(quantity ?? "") ? ["regress"]
    : [];
  return [...first, ...listed];
}

/** Scores what was made of a question against what its author meant. */
export function scorer({ lessons, claims: allClaims }: { readonly lessons: Lessons; readonly claims: readonly Claim[] }) {
  const claims: Readonly<Record<string, readonly string[]>> = Object.fromEntries(allClaims.map(({ id, lesson }) => [id, [lesson]]));
  const nearest = topicSimilarity(lessons.all, new Map());
  /** The entries that answer: as listed, else those whose own texts are nearest to the author's topic and answer. */
  const entriesFor = (question: AuthorQuestion): readonly string[] =>
    answeringEntries[question.id] ?? nearest(`${question.topic ?? ""} ${question.topic ?? ""} ${question.answer}`).slice(0, 4).map(({ lesson }) => lesson.id);
  const answersEntry = (call: CommandCall, question: AuthorQuestion): Score => {
    const topics = [call.options["topic"], call.options["versus"]].filter((topic) => topic !== undefined);
    const accepted = entriesFor(question);
    if (call.command === "explain") {
      if (accepted.some((entry) => entry.split("+").sort().join() === [...topics].sort().join())) return "right";
      const parts = accepted.flatMap((entry) => entry.split("+"));
      if (topics.every((topic) => parts.includes(topic))) return topics.length > 1 || !accepted.every((entry) => entry.includes("+")) ? "right" : "half";
      return topics.some((topic) => parts.includes(topic)) ? "half" : "wrong";
    }
    if (call.command === "claim") {
      const claim = call.options["claim"] ?? "";
      if (accepted.includes(`claim:${claim}`)) return "right";
      return (claims[claim] ?? []).some((lesson) => accepted.some((entry) => entry.split("+").includes(lesson))) ? (question.kind === "claim" && answeringEntries[question.id] ? "half" : "right") : "wrong";
    }
    if (call.command === "notebook-error") return accepted.includes(`error:${call.options["error"] ?? ""}`) ? "right" : "wrong";
    return "wrong";
  };

  return (question: AuthorQuestion, found: Understanding): Score => {
    const scoreOf = (call: CommandCall, reading: { readonly leftOut?: readonly string[]; readonly focus?: unknown }): Score => {
      const entry = answersEntry(call, question);
      switch (question.kind) {
        case "explain":
        case "compare-concepts":
          if (entry !== "wrong" || question.quantity === null) return entry;
          break;
        case "claim":
          if (entry !== "wrong") return call.command === "explain" && answeringEntries[question.id] ? "half" : entry;
          if (call.command === "explain" && (answeringEntries[question.id] ?? []).some((one) => (claims[one.slice("claim:".length)] ?? []).includes(call.options["topic"] ?? ""))) return "half";
          break;
        case "error":
          return entry;
        case "own-number":
          // What explains the difference is an answer where it is listed as one.
          if (entry === "right" && answeringEntries[question.id] !== undefined) return entry;
          if (call.command === "reconcile") return sameAssets(call, question) ? "right" : "wrong";
          break;
        case "data":
          // A file of returns is what who wants one of named series asks for.
          return call.command === "data list" || (call.command === "data get" && question.assets.length > 0 && sameAssets(call, question)) ? "right" : "wrong";
        case "meta":
          return ["help", "privacy export", "privacy delete", "fact", "practice"].includes(call.command) ? "right" : "wrong";
        default:
      }
      // Where the entries of a follow-up or a supposition are listed, they are what answers it.
      if ((question.kind === "follow-up" || question.kind === "what-if") && answeringEntries[question.id] !== undefined && entry !== "wrong") return entry;
      if (question.quantity === null && question.kind === "follow-up") return ["explain", "claim"].includes(call.command) ? "half" : "wrong";
      return computed(call, reading, question);
    };
    switch (found.kind) {
      case "confident":
        return scoreOf(found.reading.call, found.reading);
      case "unsure": {
        if (question.kind === "off-topic") return "right";
        const offers = found.alternatives.map((reading) => scoreOf(reading.call, reading as never));
        return offers.some((score) => score === "right" || score === "half") ? "offered" : "missed";
      }
      case "no-advice":
        return question.kind === "declined" ? "right" : "wrong";
      case "course-fact":
      case "declined":
      case "distress":
      case "own-data":
      case "smalltalk":
        return refusal(found, question);
    }
  };
}

function refusal(found: { readonly kind: string }, { kind }: AuthorQuestion): Score {
  if (found.kind === kind || (found.kind === "declined" && kind === "off-topic") || (found.kind === "off-topic" && kind === "declined")) return "right";
  return "wrong";
}

/** To a ten-thousandth, which is what a mix is written to. */
const sameWeights = (one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean => Object.keys(one).sort().join() === Object.keys(other).sort().join() && Object.keys(one).every((id) => Math.abs((one[id] ?? 0) - (other[id] ?? 0)) < 1e-3);

const isMarket = (id: string): boolean => /^(?:mkt|mkt-rf|capm|market)$/iu.test(id);

/** The weights of a mix that is written as one asset, "0.6*SPY+0.4*WMT"; null where it is none. */
function weightsOf(written: string | undefined): Readonly<Record<string, number>> | null {
  const equal = /^\(([A-Z+]+)\)\/\d+$/u.exec(written ?? "")?.[1]?.split("+");
  if (equal !== undefined) return Object.fromEntries(equal.map((id) => [id, 1 / equal.length]));
  const [, long = "", short = ""] = /^([A-Z]+)-1\*([A-Z]+)$/u.exec(written ?? "") ?? [];
  if (long !== "") return { [long]: 1, [short]: -1 };
  const parts = (written ?? "").split("+").map((part) => /^(\d*\.?\d+)\*([A-Z]+)$/u.exec(part));
  return parts.length > 1 && parts.every((part) => part !== null) ? Object.fromEntries(parts.map((part) => [part[2] ?? "", Number(part[1])])) : null;
}

/** The weights that a question names, by shares, by amounts or as equal; null where it names none. */
function wantedWeights(conditions: AuthorQuestion["conditions"], assets: readonly string[]): Readonly<Record<string, number>> | null {
  if (conditions["weights"] === "equal" || conditions["portfolio"] === "equal-weight") return Object.fromEntries(assets.map((id) => [id, 1 / assets.length]));
  if (conditions["portfolio"] === "long-short") return { [assets[0] ?? ""]: 1, [assets[1] ?? ""]: -1 };
  const amounts = conditions["amounts"];
  const named = conditions["weights"] ?? (Array.isArray(amounts) ? Object.fromEntries(amounts.map((amount, index) => [assets[index] ?? "", Number(amount)])) : amounts);
  if (typeof named === "string" && /^[\d.,]+$/u.test(named)) return Object.fromEntries(named.split(",").map((share, index) => [assets[index] ?? "", Number(share)]));
  if (typeof named !== "object" || named === null) return null;
  const values = named as Readonly<Record<string, number>>;
  const sum = Object.values(values).reduce((total, value) => total + value, 0);
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, Math.abs(sum) < 1e-9 ? value : value / sum]));
}

function sameAssets({ options }: CommandCall, { assets, factors, conditions }: AuthorQuestion): boolean {
  const mix = weightsOf(options["ticker"]);
  const wanted = mix === null ? null : wantedWeights(conditions, assets);
  if (mix !== null && wanted !== null) return sameWeights(mix, wanted);
  const found = (options["tickers"] ?? options["ticker"] ?? options["series"] ?? "").toUpperCase().split(/[ ,]+/u).filter(Boolean).sort();
  const expected = (assets.length > 0 ? [...assets] : factors.filter((id) => !isMarket(id) || factors.length === 1)).map((id) => id.toUpperCase()).sort();
  return found.join() === expected.join();
}

function computed(call: CommandCall, reading: { readonly leftOut?: readonly string[]; readonly focus?: unknown }, question: AuthorQuestion): Score {
  const { conditions } = question;
  // Both sides of a day: that reply has the volatilities and ratios of each.
  const hasBothSides = call.options["split"] !== undefined && /^(?:volatility|residual-vol|sharpe|mean-return)/u.test(question.quantity ?? "");
  // The days of each series are listed.
  if (/^data-(?:range|list)/u.test(question.quantity ?? "") && call.command === "data list") return "right";
  const commands = [...(/\btrack/iu.test(question.q + (question.after ?? "")) && question.quantity === "hedge-amount" ? ["track"] : []), ...(conditions["hedged"] === true ? ["hedge"] : []), ...(hasBothSides ? [call.command] : []), ...commandsFor(question)];
  if (!commands.includes(call.command)) return "wrong";
  const expectedAssets = question.assets;
  let score: Score = "right";
  if (!sameAssets(call, question)) {
    const found = (call.options["tickers"] ?? call.options["ticker"] ?? call.options["series"] ?? "").toUpperCase().split(/[ ,]+/u);
    const { hypothesis } = conditions;
    const compared = typeof hypothesis === "object" && hypothesis !== null && "asset" in hypothesis ? String(hypothesis.asset) : undefined;
    const withCompared = [...expectedAssets, ...question.factors, ...(compared === undefined ? [] : [compared])].map((id) => id.toUpperCase());
    if (!expectedAssets.every((id) => found.includes(id)) || !found.every((id) => withCompared.includes(id))) {
      if (expectedAssets.length > 1 && found.every((id) => expectedAssets.includes(id)) && saysLeftOut(reading)) score = "half";
      else return "wrong";
    }
  }
  if (!sameFactors(call, question) && !(call.command === "describe" || saysLeftOut(reading))) return "wrong";
  const dropped = droppedConditions(call, question, reading);
  if (dropped.length > 0) return saysLeftOut(reading) ? "half" : "wrong";
  return score;
}

const saysLeftOut = ({ leftOut }: { readonly leftOut?: readonly string[] }): boolean => (leftOut ?? []).length > 0;

const modelFactors: Readonly<Record<string, readonly string[]>> = { FF3: ["SMB", "HML"], FF5: ["SMB", "HML", "RMW", "CMA"], FF6: ["SMB", "HML", "RMW", "CMA", "MOM"], CARHART: ["SMB", "HML", "MOM"] };

function sameFactors({ options }: CommandCall, { factors, assets, alternatives, quantity }: AuthorQuestion): boolean {
  if (assets.length === 0 || factors.length === 0) return true;
  const found = (options["model"] ?? options["factor"] ?? "").toUpperCase();
  const words = found.split(/[ ,]+/u).filter(Boolean);
  // One factor of the CAPM beside others is the market.
  const expected = factors.map((id) => (factors.length > 1 && id.toUpperCase() === "CAPM" && !factors.some((other) => /^ff\d$/iu.test(other)) ? "MKT-RF" : id.toUpperCase()));
  const spyDefault = ["JPM", "WMT"].includes(assets[0] ?? "");
  if (expected.every(isMarket)) return found === "" || isMarket(found) || (spyDefault && alternatives.some((one) => one.includes("SPY")));
  if (expected.join() === "SPY") return found === "SPY" || (found === "" && (spyDefault || !["MSFT", "SPY"].includes(assets[0] ?? "")));
  if (expected.length > 1 && expected.every((id) => /^(?:capm|ff\d|carhart)$/iu.test(id))) return true;
  // A loading on one factor of a model that has it is that model's.
  if (expected.length === 1 && /loading/u.test(quantity ?? "") && (modelFactors[found] ?? []).includes(expected[0] ?? "")) return true;
  return words.sort().join() === [...expected].sort().join() || (expected.length === 1 && words.includes(expected[0] ?? "")) || (expected.includes("CARHART") && (found === "FF6" || found === "MKT-RF SMB HML MOM")) || (expected.join() === "FF3,MOM" && found === "MKT-RF SMB HML MOM") || (found === "CARHART" && ["FF3,MOM", "HML,MKT-RF,MOM,SMB"].includes([...expected].sort().join())) || (found === "FF3" && [...expected].sort().join() === "HML,MKT-RF,SMB");
}

const daysBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000;
const near = (one: string | undefined, other: string | undefined): boolean => (one === undefined || other === undefined ? one === other : daysBetween(one, other) <= 46);
const asDay = (value: string | undefined, isEnd: boolean): string | undefined =>
  value === undefined ? undefined : /^\d{4}$/u.test(value) ? `${value}${isEnd ? "-12-31" : "-01-01"}` : value;
/** The end of the data is no condition. */
const endOf = (value: string | undefined): string | undefined => (value !== undefined && value >= "2024-12-01" ? undefined : value);
const startOf = (value: string | undefined): string | undefined => (value !== undefined && value < "1990-01-05" && value !== "1990-01-01" ? undefined : value);

/** The stated conditions that the call does not have. */
function droppedConditions({ command, options }: CommandCall, question: AuthorQuestion, reading: { readonly focus?: unknown }): readonly string[] {
  const { conditions, alternatives } = question;
  const focus = (reading.focus ?? {}) as { level?: number | null; hypothesis?: unknown; tTarget?: number | null; move?: number | null };
  const text = (name: string): string | undefined => (conditions[name] === undefined ? undefined : typeof conditions[name] === "string" ? conditions[name] : JSON.stringify(conditions[name]));
  const numberIn = (value: string | undefined): number => {
    const [, digits = "", unit = ""] = /^\$?(-?[\d.,e]+)([kmb%]?)$/iu.exec(value ?? "") ?? [];
    return Number(digits.replaceAll(",", "")) * ({ k: 1e3, m: 1e6, b: 1e9, "%": 0.01 }[unit.toLowerCase()] ?? 1);
  };
  const sameNumber = (one: number, other: number): boolean => Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other));
  const dropped: string[] = [];
  const check = (name: string, holds: boolean): void => {
    if (!holds) dropped.push(name);
  };
  // A reply of both sides of a day, or of a span and the other days, has the window as one of them.
  const [splitFrom, splitTo] = (options["split"] ?? "").split("..");
  const [from, to] = [asDay(options["from"] ?? (splitFrom === "" ? undefined : splitFrom), false), endOf(asDay(options["to"] ?? splitTo, true))];
  // The rows that a number is to come from, of no rolling one, are a window that begins so many rows before the end.
  const rows = command === "rolling" || from === undefined ? 0 : Number(conditions["window"] ?? 0);
  const rowsStart = rows > 0 ? [[new Date(Date.parse("2025-01-01") - rows * (conditions["frequency"] === "monthly" ? 30.44 : 1.45) * 86_400_000).toISOString().slice(0, 10), text("to")] as const] : [];
  // A rolling number at a date is the last one of a window that ends there.
  const atDate = command === "rolling" && text("date") !== undefined ? [[text("from"), text("date")] as const] : [];
  // The two sides of a day: what begins there, what ends on its eve, or a break at it.
  const [before, since] = Array.isArray(conditions["periods"]) ? (conditions["periods"] as readonly string[]) : [];
  const isOneBreak = /^(?:start)?\.\./u.test(before ?? "");
  const breakDay = text("break") ?? text("split") ?? (isOneBreak ? since?.split("..")[0] : undefined) ?? text("to");
  const atBreak = splitFrom !== undefined && splitFrom !== "" && splitTo === undefined && breakDay !== undefined && near(asDay(breakDay, false), splitFrom) ? [[splitFrom, undefined] as const] : [];
  // Two spans, with the days between them left out.
  const bothSpans = before !== undefined && since !== undefined && options["split"] === before && options["from"] === before.split("..")[0] && options["to"] === since.split("..")[1] ? [[from, to] as const] : [];
  // The first years are those that the data have.
  const years = Number(conditions["first-years"] ?? 0);
  const firstYears = years > 0 && from !== undefined && to !== undefined && Math.abs(daysBetween(from, to) - 365.25 * years) < 46 && from < "1994-01-01" ? [[from, to] as const] : [];
  // An episode by its name has the days that the reply says.
  const episodes = marketEpisodes.filter(({ written }) => written.test(question.q.toLowerCase())).map(({ first, last }) => [first, last] as const).filter(([first, last]) => first === from && last === to);
  const windows = [...bothSpans, ...episodes, ...rowsStart, ...atDate, ...atBreak, ...firstYears, [text("from"), text("to")], ...alternatives.map((one) => [/from ([\d-]{10})/u.exec(one)?.[1] ?? /^([\d-]{10})/u.exec(one)?.[1], /to ([\d-]{10})/u.exec(one)?.[1] ?? text("to")])].filter(([first], index) => index === 0 || first !== undefined).flatMap(([first, last], index, all) => (index === 0 ? [[first, last], ...alternatives.map((one) => [first, /to ([\d-]{10})/u.exec(one)?.[1]] as const).filter(([, end]) => end !== undefined)] : [[first, last], [first, all[0]?.[1]]]));
  if (!windows.some(([first, last]) => near(startOf(from), startOf(first)) && near(to, endOf(last)))) {
    const isWholeSample = from === undefined && to === undefined;
    if (text("without") === undefined || text("from") !== undefined || !isWholeSample) dropped.push("window");
  }
  for (const name of Object.keys(conditions)) {
    const value = conditions[name];
    switch (name) {
      case "frequency":
        check(name, value === (options["frequency"] ?? "daily") || command === "size" || command === "frequency" || (typeof value !== "string"));
        break;
      case "errors":
        check(name, value === (options["errors"] ?? "classical") || !(typeof value === "string") || alternatives.includes(`errors ${options["errors"] ?? "classical"}`));
        break;
      case "lags":
        check(name, options["lags"] === String(value) || /autocorrelation/u.test(question.quantity ?? ""));
        break;
      case "budget":
        check(name, sameNumber(numberIn(options["budget"]), Number(value)) || (command === "size" && Number(value) === 1e6 && options["budget"] === undefined));
        break;
      case "budget-period":
        check(name, value === (options["horizon"] ?? "month"));
        break;
      case "amount":
        check(name, sameNumber(numberIn(options["amount"]), Math.abs(Number(value))) || (Number(value) === 1 && options["amount"] === undefined));
        break;
      case "move":
        check(name, sameNumber(numberIn(options["move"]), Number(value)));
        break;
      case "without": {
        const spansOf = (written: readonly string[]) => written.map((span) => span.split(".."));
        const found = spansOf((options["without"] ?? "").split(" "));
        const wanted = Array.isArray(value) ? (value as readonly string[]) : String(value).split(",");
        const others = alternatives.map((one) => /([\d-]{10}\.\.[\d-]{10})/u.exec(one)?.[1]).filter((match) => match !== undefined);
        check(name, [wanted, ...others.map((other) => [other])].some((spans) => spansOf(spans).every(([one, other], index) => near(asDay(found[index]?.[0], false), one) && near(asDay(found[index]?.[1], true), other))));
        break;
      }
      case "level":
        check(name, value === 0.95 || focus.level === value);
        break;
      case "hypothesis":
        // Both frequencies side by side, or both sides of a day, are what is compared.
        check(name, (focus.hypothesis !== undefined && focus.hypothesis !== null) || (command === "frequency" && JSON.stringify(value).includes("frequencies")) || options["split"] !== undefined);
        break;
      case "window":
        check(name, (command !== "rolling" && options["from"] !== undefined) || Number(options["window"] ?? (options["frequency"] === "monthly" ? 60 : 252)) === Number(value));
        break;
      case "target":
        check(name, options["target"] !== undefined || focus.tTarget === Number(value));
        break;
      case "t":
        check(name, Number(value) === 2 || focus.tTarget === Number(value));
        break;
      case "returns":
        check(name, value === "excess" || (value === "log" && options["returns"] === "log"));
        break;
      case "intercept":
      case "weights":
        check(name, weightsOf(options["ticker"]) !== null);
        break;
      case "hedge-ratio":
        check(name, options["ratio"] !== undefined);
        break;
      case "market-premium":
        check(name, options["premium"] !== undefined);
        break;
      case "rf":
      case "premium":
      case "budget-multiple":
      case "hedge-beta":
      case "given":
      case "alpha":
      case "moves":
        check(name, options[name] !== undefined);
        break;
      default:
    }
  }
  return dropped;
}

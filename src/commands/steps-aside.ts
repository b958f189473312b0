import type { Problem } from "../render/problem.ts";
import type { NextStep } from "../render/reply.ts";
import type { Option } from "./options/option.ts";

interface TypedCall {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

const longestLabel = 80;

/**
 * Buttons around what can't be done: the command that takes a word which this one has no option for, a bound in place of
 * a number beyond it, all days in place of too few, or the call without what was refused.
 */
export function stepsAside(problem: Problem, { command: asked, options }: TypedCall, own: Readonly<Record<string, Option<unknown>>>): readonly NextStep[] {
  const command = problem.kind === "too-many-words" ? problem.command : asked;
  const to = (label: string, changed: Readonly<Record<string, string>>): NextStep => ({ label: cutLabel(label), command, options: changed });
  const without = (names: readonly string[]) => Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
  if (problem.kind === "option-elsewhere") {
    const elsewhere = problem.takers.map((taker): NextStep => ({ label: cutLabel(`/${taker.command} ${taker.assets.join(" ")} ${taker.option}:${taker.value}`), command: taker.command, options: taker.options }));
    return [...elsewhere, ...(isWhole(problem.rest, own) ? [to(plainCall(command, problem.rest), problem.rest)] : [])];
  }
  if (problem.kind === "option-without-value") {
    const { rest, option } = problem;
    const choices = problem.choices.slice(0, 3).map((value) => to(`${option}:${value}`, { ...rest, [option]: value }));
    return [...choices, ...(isWhole(rest, own) ? [to(plainCall(command, rest), rest)] : [])];
  }
  if (problem.kind === "given-twice") {
    return [problem.first, problem.second].map((value) => to(`${problem.option}:${value}`, { ...problem.rest, [problem.option]: value }));
  }
  if (problem.kind === "unknown-option") {
    const { value, rest } = problem;
    const renamed = problem.nearest.slice(0, 3).map((name) => to(`${name}:${value}`, { ...rest, [name]: value }));
    return [...renamed, ...(isWhole(rest, own) ? [to(plainCall(command, rest), rest)] : [])];
  }
  if (problem.kind === "too-many-words") {
    const { rest } = problem;
    return isWhole(rest, own) ? [to(plainCall(command, rest), rest)] : [];
  }
  if (problem.kind === "too-few-rows" || problem.kind === "no-whole-period" || problem.kind === "no-overlap") {
    const [frequency = "daily"] = [options["frequency"]];
    const more = frequency !== "daily" && problem.kind !== "no-overlap" ? [to("Daily returns", { ...options, frequency: "daily" })] : [];
    return [...more, ...widerWindows(options, problem.kind).map(({ label, window }) => to(label, { ...without(["from", "to"]), ...window }))];
  }
  if (problem.kind === "out-of-range" && options[problem.option] !== undefined) {
    const bound = problem.value < problem.min ? problem.min : problem.max;
    const nearest = problem.unit === "dollars" || !Number.isInteger(bound) || own[problem.option]?.type !== "integer" ? [] : [to(`${problem.option}:${String(bound)}`, { ...options, [problem.option]: String(bound) })];
    return [...nearest, ...leftOut(problem.option)];
  }
  // Without a guess the reply would be its answer.
  if (problem.kind === "unreadable-option") return problem.option === "guess" ? [] : leftOut(problem.option);
  if (problem.kind === "unknown-variant") return leftOut("variant");
  if (problem.kind === "unknown-exercise") return leftOut("exercise");
  if (problem.kind === "unknown-command") return [{ label: "/help", command: "help", options: {} }];
  if (problem.kind === "unreadable-portfolio") {
    const name = Object.keys(options).find((one) => options[one]?.includes(problem.text) && own[one]?.required !== true);
    return name === undefined ? [] : leftOut(name);
  }
  const factors = ["factor", "model"].filter((name) => options[name] !== undefined);
  const [named] = factors;
  if (named === undefined || !aboutFactors.has(problem.kind)) return [];
  const hasMarket = factors.some((name) => /\bmkt-rf\b/iu.test(options[name] ?? ""));
  if (!hasMarket) return [to("On Mkt-RF", { ...without(factors), [named]: "Mkt-RF" })];
  return problem.kind === "exact-fit" ? [] : [to("On the market", without(factors))];

  /** The call without an option that it can do without. */
  function leftOut(name: string): readonly NextStep[] {
    const rest = without([name]);
    return options[name] !== undefined && isWhole(rest, own) ? [to(plainCall(command, rest), rest)] : [];
  }
}

/** A window of few rows, made longer: from its day on, its whole year, all days. */
function widerWindows({ from, to }: Readonly<Record<string, string>>, kind: "too-few-rows" | "no-whole-period" | "no-overlap"): readonly { readonly label: string; readonly window: Readonly<Record<string, string>> }[] {
  if (from === undefined && to === undefined) return [];
  const all = [{ label: "All days", window: {} }];
  const [year, last] = [from?.slice(0, 4), to?.slice(0, 4)];
  if (kind === "no-overlap" || from === undefined || year === undefined || year !== last || (from === `${year}-01-01` && to === `${year}-12-31`)) return all;
  return [{ label: `All of ${year}`, window: { from: `${year}-01-01`, to: `${year}-12-31` } }, { label: `From ${from} on`, window: { from } }, ...all];
}

const aboutFactors: ReadonlySet<Problem["kind"]> = new Set<Problem["kind"]>(["collinear", "ill-conditioned", "factor-is-asset", "exact-fit"]);

/** Whether a call has all that its command needs. */
const isWhole = (options: Readonly<Record<string, string>>, own: Readonly<Record<string, Option<unknown>>>): boolean =>
  Object.entries(own).every(([name, { required }]) => !required || (options[name] ?? "") !== "");

const settings: ReadonlySet<string> = new Set(["from", "to", "frequency", "errors", "lags", "private", "show", "without", "returns"]);

/** A call as a button names it: its command and what was typed without a name. */
function plainCall(command: string, options: Readonly<Record<string, string>>): string {
  const [first, second] = Object.entries(options).filter(([name]) => !settings.has(name)).map(([, value]) => value);
  return [`/${command}`, first, second].filter((part) => part !== undefined).join(" ");
}

const cutLabel = (label: string): string => ([...label].length <= longestLabel ? label : `${[...label].slice(0, longestLabel - 1).join("")}…`);

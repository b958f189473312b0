import { listText } from "../../series-list.ts";
import type { LikelyRecipe } from "../../engine/recipes/likely-recipes.ts";
import type { RecipeFigure, RecipeQuantity } from "../../engine/recipes/recipe.ts";
import { count, number } from "../numbers.ts";
import { plain } from "../plain.ts";
import { reply, type CommandCall, type NextStep, type Reply } from "../reply.ts";
import { quantityNames, recipeValue, recipeWords, subjectWords } from "./recipe-words.ts";

/** Where a number that somebody got most likely comes from, and how much that says. */
export function reconcileReply(result: {
  /** null: none was named. */
  readonly asset: string | null;
  /** As it was typed, as it was read, and with how many digits. */
  readonly input: { readonly text: string; readonly value: number; readonly digits: number };
  readonly quantity: RecipeQuantity | null;
  /** The chapter's own figures of the quantity: per period and per year. */
  readonly chapters: readonly RecipeFigure[];
  readonly likely: readonly LikelyRecipe[];
  /** How many answers round to the number, named or not. */
  readonly fitting: number;
  /** The chapter's own figures of the asset that round to it. */
  readonly own: readonly RecipeFigure[];
  /** The share of numbers like this one for which some recipe would be named. */
  readonly baseRate: number;
  readonly tried: number;
  /** The assets whose figures it was compared with: a reply confirms or rules out a number of each. */
  readonly compared: readonly string[];
  /** Those of them that take no money of one's own. */
  readonly costsNothing: ReadonlySet<string>;
  readonly audience: Reply["audience"];
}): Reply {
  const { asset, input, quantity, chapters, likely } = result;
  const digits = Math.min(8, Math.max(4, Number.isFinite(input.digits) ? input.digits + 1 : 4));
  const own = likely.length > 0 ? [] : result.own.slice(0, 3);
  const lines = [...likely, ...own].map((recipe, index) => `${likely.length > 1 ? `${String(index + 1)}. ` : ""}**${recipeValue(recipe, digits)}**: ${[subjectWords(recipe, { quantity, asset }), ...recipeWords(recipe, result.costsNothing.has(recipe.sample.asset))].join(" · ")}`);
  return reply({
    embed: {
      title: own.length > 0 ? `${plain(input.text)} fits ${own.map((figure) => `${figure.sample.asset}'s ${quantityNames[figure.quantity]}`).join(" and ")}, and much else` : titleOf(plain(input.text), likely, { quantity, asset }),
      description: [
        ...lines,
        likely.length > 1 ? `${likely[0]?.departures === 0 ? "The chapter's way is first, then the likeliest" : "The likeliest is first"}; more digits of yours would tell them apart.` : null,
        own.length > 0 ? `The chapter's way rounds to it, and so ${othersWords(result.fitting - own.length)}: with so few digits nothing tells them apart.` : likely.length === 0 ? noneLine(result.fitting, result.baseRate, input) : null,
        readLine(input, quantity, chapters),
        likely.length === 0 ? "What would tell: the first and the last day of your rows and how many there are, the factor, and how months or years were made." : null,
        baseRateLine(input.digits, result.baseRate),
      ]
        .filter((line) => line !== null)
        .join("\n"),
      color: blue,
      footer: { text: `${count(result.tried)} figures compared: other tickers and factors, days to years, total and log returns, windows, estimators, scales, providers' conventions. Bold: what departs from the chapter's way` },
    },
    nextSteps: distinct([...likely.map((recipe, index) => stepOf(recipe, quantity, likely.length > 1 ? index + 1 : null)), ...own.map((figure) => stepOf(figure, quantity, null)), ...(likely.length === 0 && own.length === 0 && asset !== null ? [{ label: `/beta ${asset}`, command: "beta", options: { ticker: asset } }] : [])]),
    audience: result.audience,
    result: { value: input.value, likely, fitting: result.fitting, baseRate: result.baseRate, tried: result.tried },
  });
}

const blue = 0x0072b2;

interface Asked {
  readonly quantity: RecipeQuantity | null;
  readonly asset: string | null;
}

/** The chapter's own number is said to be that; another is likely at most; none is no answer. */
function titleOf(typed: string, likely: readonly LikelyRecipe[], { quantity, asset }: Asked): string {
  const [first] = likely;
  if (first === undefined) return `Nothing simple gives ${typed}`;
  const { sample, departures } = first;
  const name = `${sample.asset}'s ${quantityNames[first.quantity]}`;
  const isAsked = (quantity === null || quantity === first.quantity) && (asset === null || asset === sample.asset);
  if (departures === 0 && isAsked) return `${typed} is what I get too: ${name}`;
  const instead = quantity !== null && quantity !== first.quantity ? `, not ${quantityNames[quantity]}` : asset !== null && asset !== sample.asset ? `, not ${asset}'s` : "";
  return likely.length === 1 ? `${typed} is most likely ${name}${instead || ", computed another way"}` : `${typed} may be ${name}${instead}, or something else`;
}

const othersWords = (others: number): string => (others === 1 ? "does one other recipe" : `do ${count(others)} other recipes`);

/** Nothing rounds to it; or something does, as to many other numbers with as many digits. */
function noneLine(fitting: number, rate: number, { text, value }: { readonly text: string; readonly value: number }): string {
  if (fitting === 0) return "No recipe that departs from the chapter's way in two respects or fewer rounds to it." + (isBarePercentage(text, value) ? ` I took it as it stands, not as a percentage: if it is one, write ${plain(text)}%.` : "");
  return `${fitting === 1 ? "One unusual recipe rounds" : `${count(fitting)} recipes round`} to it, but none stands out${rate > 0 ? "" : ", and with so few digits none could"}.`;
}

/** "36.4" may be a volatility in percent, which is looked for with its sign alone. */
const isBarePercentage = (text: string, value: number): boolean => !/%|bps?\b|percent/iu.test(text) && Math.abs(value) > 3 && Math.abs(value) <= 100;

function readLine(input: { readonly text: string; readonly value: number; readonly digits: number }, quantity: RecipeQuantity | null, chapters: readonly RecipeFigure[]): string | null {
  const read = number(input.value, Math.min(8, Math.max(1, input.digits)));
  const isAsTyped = input.text.trim().replaceAll(",", "").replace("-", "−") === read;
  const own = quantity === null || chapters.length === 0 ? null : `The chapter's way gives ${chapters.map((figure) => `${recipeValue(figure, 4)}${figure.scale === null ? "" : ` (${figure.scale})`}`).join(", ")}.`;
  const words = [isAsTyped ? null : `I read ${plain(input.text)} as ${read}.`, own].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(" ");
}

/** Measured for each reply on numbers with the same decimals; said in tenths. */
export function baseRateLine(digits: number, rate: number): string | null {
  if (!Number.isFinite(digits)) return null;
  const tenths = Math.round(rate * 10);
  const share = tenths === 0 ? "fewer than 1" : tenths === 10 ? "nearly all" : `about ${String(tenths)}`;
  return `-# Of 10 arbitrary numbers of this size with ${count(digits)} ${digits === 1 ? "digit" : "digits"}, ${share} would be given a recipe here too.`;
}

/** The command that shows the number or what it is taken for, else the entry that explains the departure. */
function stepOf(recipe: RecipeFigure, asked: RecipeQuantity | null, place: number | null): NextStep {
  const { call, says } = callOf(recipe, asked);
  return { label: place === null ? says : `${String(place)}. ${says}`, ...call };
}

/** The quantities that /beta prints; the others are /performance's. */
const inBeta: ReadonlySet<RecipeQuantity> = new Set<RecipeQuantity>(["beta", "alpha", "r-squared", "correlation", "unexplained"]);

function callOf(recipe: RecipeFigure, asked: RecipeQuantity | null): { readonly call: CommandCall; readonly says: string } {
  const { estimator, scale, quantity, sample } = recipe;
  const { asset, factors, frequency, returns, rows, first, last, window } = sample;
  const explain = (topic: string, says: string) => ({ call: { command: "explain", options: { topic, ticker: asset } }, says });
  if (sample.convention === "Yahoo" || sample.convention === "Bloomberg") {
    return { call: { command: "beta", options: { ticker: asset, as: sample.convention.toLowerCase() } }, says: `${sample.convention}'s β of ${asset}` };
  }
  if (asked === "beta" && quantity === "correlation") return explain("correlation-or-beta", "Correlation or β?");
  if (estimator === "reversed" || estimator === "reversed-inverted") return explain("reversed-regression", "Regression the wrong way round");
  if (estimator === "no-intercept") return explain("no-intercept", "Without an intercept");
  if (estimator === "adjusted") return explain("adjusted-beta", "Adjusted β");
  if (estimator === "factor-in-percent") return explain("percent-or-decimal", "Percent or decimal?");
  if (returns === "log") return explain("simple-return", "Simple returns");
  if (returns !== "excess") return explain("excess-or-total", "Excess or total?");
  if (rows === "blank-as-zero") return explain("shared-rows", "Shared rows");
  if (scale?.startsWith("compounded")) return explain("compounding", "Compounding");
  if (frequency === "annual") return explain("beta-and-frequency", "β and frequency");
  const dates = window.kind === "full" ? {} : { from: first, to: last };
  const measured = frequency === "daily" ? {} : { frequency };
  if (factors.length > 1) return { call: { command: "regress", options: { ticker: asset, model: listText(factors), ...dates, ...measured } }, says: `/regress ${asset}` };
  const call = { command: inBeta.has(quantity) ? "beta" : "performance", options: { ticker: asset, factor: listText(factors), ...dates, ...measured } };
  return { call, says: `/${call.command} ${asset}` };
}

const distinct = (steps: readonly NextStep[]): readonly NextStep[] =>
  steps.filter((step, index) => steps.findIndex((other) => other.command === step.command && JSON.stringify(other.options) === JSON.stringify(step.options)) === index);

import type { NearRecipe, SweptQuantity, SweptRecipe, SweptScale } from "../../engine/sweep-recipes.ts";
import { count, number, percent } from "../numbers.ts";
import { plain } from "../plain.ts";
import { reply, type CommandCall, type NextStep, type Reply } from "../reply.ts";

/** Which recipes give the number that somebody got, or come nearest to it. */
export function reconcileReply(result: {
  readonly asset: string;
  /** As it was typed, as it was read, and with how many digits. */
  readonly input: { readonly text: string; readonly value: number; readonly digits: number };
  readonly quantity: SweptQuantity | null;
  /** The chapter's own recipes for the quantity: per period and per year. */
  readonly chapterRecipes: readonly SweptRecipe[];
  readonly nearest: readonly NearRecipe[];
  readonly tried: number;
  readonly audience: Reply["audience"];
}): Reply {
  const { asset, input, quantity, chapterRecipes, nearest } = result;
  const [first] = nearest;
  const fitting = nearest.filter(({ matches: fits }) => fits);
  const isMine = first?.matches === true && first.departures === 0;
  return reply({
    embed: {
      title: isMine
        ? `${plain(input.text)} is what I get too: ${asset}'s ${names[first.quantity]}`
        : fitting.length > 0
          ? `${plain(input.text)} is what you get if …`
          : `Nothing I tried gives ${plain(input.text)}; these come nearest`,
      description: [
        `I read ${plain(input.text)} as ${number(input.value, Math.min(8, Math.max(1, input.digits)))}.${quantity === null ? "" : ` ${chapterLine(quantity, chapterRecipes)}`}`,
        ...nearest.map((recipe, index) => `${String(index + 1)}. ${lineOf(asset, recipe)}`),
        fitting.length > 1 ? "More than one recipe gives your digits: the simplest is first. More digits of yours would tell them apart." : null,
        "-# The recipes differ from the chapter's in the words set in bold.",
      ]
        .filter((line) => line !== null)
        .join("\n"),
      color: blue,
      footer: {
        text: `${count(result.tried)} recipes tried: windows to the end of the data, daily and monthly, SPY and Mkt-RF, excess and total, estimators, annualisation`,
      },
    },
    nextSteps: distinct(nearest.map((recipe, place) => stepOf(asset, recipe, place + 1))),
    audience: result.audience,
    result: { value: input.value, nearest, tried: result.tried, swept: { asset, windows: "any" } },
  });
}

const blue = 0x0072b2;

const names: Readonly<Record<SweptQuantity, string>> = {
  beta: "β",
  alpha: "α",
  "r-squared": "R²",
  correlation: "correlation with the factor",
  volatility: "volatility",
  "hedged-volatility": "hedged volatility σ(ε)",
  sharpe: "Sharpe ratio",
  appraisal: "appraisal ratio",
};

function chapterLine(quantity: SweptQuantity, chapterRecipes: readonly SweptRecipe[]): string {
  if (chapterRecipes.length === 0) return "";
  return `The chapter's recipe gives ${chapterRecipes.map((recipe) => `${valueOf(quantity, recipe.value)}${recipe.scale === "none" ? "" : ` (${recipe.scale})`}`).join(", ")}.`;
}

/** "**1.31**: β on **Mkt-RF** · **monthly** · since 2000 (off by 0.002)". What departs from the chapter is bold. */
function lineOf(asset: string, recipe: NearRecipe): string {
  const parts = [
    recipe.quantity === "volatility" || recipe.quantity === "sharpe" ? `${names[recipe.quantity]} of ${asset}` : `${names[recipe.quantity]} of ${asset} on ${recipe.factor}`,
    estimators[recipe.estimator],
    returnsWords[recipe.returns],
    recipe.frequency === "daily" ? null : `**${recipe.frequency}**`,
    windowWords(recipe),
    recipe.scale === "none" ? null : scaleWords(recipe),
  ].filter((part) => part !== null);
  const distanceWords = recipe.matches ? "fits your digits" : `off by ${valueOf(recipe.quantity, recipe.distance, 2)}`;
  return `**${valueOf(recipe.quantity, recipe.value)}**: ${parts.join(" · ")} · n = ${count(recipe.observations)} (${distanceWords})`;
}

const estimators = {
  ols: null,
  "no-intercept": "**without an intercept**",
  reversed: "**regressed the wrong way round**, the factor on the asset",
  adjusted: "**adjusted**, ⅔·β + ⅓",
} as const;

const returnsWords = {
  excess: null,
  total: "**total returns**, the risk-free rate still in them",
  "rate-twice": "**risk-free rate subtracted twice**",
} as const;

function windowWords({ window, first, last }: SweptRecipe): string {
  switch (window.kind) {
    case "full":
      return `${first} to ${last}`;
    case "last-years":
      return `**last ${window.years === 1 ? "year" : `${String(window.years)} years`}** (from ${first})`;
    case "since":
      return `**since ${String(window.year)}**`;
  }
}

/** "a year (×252)"; bold where it is not how the quantity scales. */
function scaleWords({ scale, quantity, frequency }: SweptRecipe): string {
  const usualScales: readonly SweptScale[] = quantity === "alpha" ? [frequency === "daily" ? "×252" : "×12"] : [frequency === "daily" ? "×√252" : "×√12"];
  return usualScales.includes(scale) ? `a year (${scale})` : `**${scale}**`;
}

/** α, R² and volatility in percent, the rest as plain numbers. */
function valueOf(quantity: SweptQuantity, value: number, significant = 4): string {
  return quantity === "alpha" || quantity === "volatility" || quantity === "hedged-volatility" ? percent(value, significant) : number(value, significant);
}

/** The command that gives the number, else the entry that explains the departure. */
function stepOf(asset: string, recipe: NearRecipe, number: number): NextStep {
  const { call, says: label } = callOf(asset, recipe);
  return { label: `${String(number)}. ${label}`, ...call };
}

function callOf(asset: string, recipe: NearRecipe): { readonly call: CommandCall; readonly says: string } {
  const { estimator, returns, scale, quantity, frequency, factor, first, last } = recipe;
  const explain = (topic: string, says: string) => ({ call: { command: "explain", options: { topic, ticker: asset } }, says });
  if (estimator === "reversed") return explain("reversed-regression", "Regression the wrong way round");
  if (estimator === "no-intercept") return explain("no-intercept", "Without an intercept");
  if (estimator === "adjusted") return explain("adjusted-beta", "Adjusted β");
  if (returns !== "excess") return explain("excess-or-total", "Excess or total?");
  if (scale === "compounded") return explain("compounding", "Compounding");
  const command = quantity === "beta" || quantity === "alpha" || quantity === "r-squared" || quantity === "correlation" ? "beta" : "performance";
  const options = { ticker: asset, factor, from: first, to: last, ...(frequency === "daily" ? {} : { frequency }) };
  return { call: { command, options }, says: `/${command} ${asset}, this recipe` };
}

const distinct = (steps: readonly NextStep[]): readonly NextStep[] =>
  steps.filter((step, index) => steps.findIndex((other) => other.command === step.command && JSON.stringify(other.options) === JSON.stringify(step.options)) === index);

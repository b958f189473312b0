import type { RecipeFigure, RecipeQuantity, RecipeSample, RecipeScale } from "../../engine/recipes/recipe.ts";
import { periodsPerYear } from "../../engine/series.ts";
import { count, number, percent } from "../numbers.ts";

/** The words of a recipe: what it departs in from the chapter's way is bold. */
export const quantityNames: Readonly<Record<RecipeQuantity, string>> = {
  beta: "β",
  alpha: "α",
  "r-squared": "R²",
  unexplained: "1 − R², the idiosyncratic share",
  correlation: "correlation ρ",
  mean: "mean excess return",
  variance: "variance",
  volatility: "volatility",
  "hedged-volatility": "hedged volatility σ(ε)",
  "tracking-error": "tracking error",
  sharpe: "Sharpe ratio",
  appraisal: "appraisal ratio",
  information: "information ratio",
};

const inPercent: ReadonlySet<RecipeQuantity> = new Set(["alpha", "mean", "volatility", "hedged-volatility", "tracking-error"]);
const withoutFactor: ReadonlySet<RecipeQuantity> = new Set(["mean", "variance", "volatility", "sharpe"]);
/** Scaled to a year by the number of periods; the others by its root. */
const scaledByNumber: ReadonlySet<RecipeQuantity> = new Set(["alpha", "mean", "variance"]);
const unscaled: ReadonlySet<RecipeQuantity> = new Set(["beta", "r-squared", "unexplained", "correlation"]);

/** α, means and volatilities in percent, the rest as plain numbers. */
export const recipeValue = ({ quantity, value }: Pick<RecipeFigure, "quantity" | "value">, significant: number): string =>
  inPercent.has(quantity) ? percent(value, significant) : number(value, significant);

/** "β of JPM", "**R²** of **WMT**": bold where it is not what was asked about. */
export function subjectWords({ quantity, sample }: RecipeFigure, asked: { readonly quantity: RecipeQuantity | null; readonly asset: string | null }): string {
  const name = quantityNames[quantity];
  const isOther = asked.quantity !== null && asked.quantity !== quantity;
  return `${isOther ? bold(name) : name} of ${asked.asset !== null && asked.asset !== sample.asset ? bold(sample.asset) : sample.asset}`;
}

/** Everything else of a recipe, in the order in which one would check it. */
export function recipeWords(figure: RecipeFigure, costsNothing: boolean): readonly string[] {
  const { quantity, estimator, sample } = figure;
  const provider = conventionWords(figure);
  const words = provider
    ? [provider]
    : [
        withoutFactor.has(quantity) ? null : factorWords(sample),
        estimatorWords(figure),
        returnsWords(figure, costsNothing),
        periodWords(sample),
        sample.rows === "blank-as-zero" ? bold("blank days filled with 0 in place of left out") : null,
        windowWords(sample),
      ];
  const scale = unscaled.has(quantity) || estimator === "factor-in-percent" ? null : scaleWords(figure);
  return [...words, scale, `n = ${count(sample.observations)}`].filter((word) => word !== null);
}

const bold = (words: string): string => `**${words}**`;

const factorWords = ({ factors, isUsualFactor }: RecipeSample): string => {
  const names = factors.map((factor) => (factor === "SMB5" ? "SMB of the five-factor file" : factor)).join(" + ");
  return isUsualFactor ? `on ${names}` : bold(`on ${names}`);
};

function estimatorWords({ estimator, quantity, sample: { factors } }: RecipeFigure): string | null {
  switch (estimator) {
    case "ols":
      return null;
    case "no-intercept":
      return bold("without an intercept");
    case "adjusted":
      return bold("adjusted, ⅔·β + ⅓");
    case "reversed":
      return bold("regressed the wrong way round, the factor on the asset");
    case "reversed-inverted":
      return bold("1 over the slope of the factor on the asset");
    case "factor-in-percent":
      return bold(`${factors.join(", ")} left in percent, not divided by 100`);
    case "over-total":
      return bold("over the total volatility, σ(r) in place of σ(ε)");
    case "beta-one":
      return quantity === "alpha" ? bold("the mean of the difference, β taken as 1") : "of the difference, β taken as 1";
  }
}

/** A position that costs nothing earns no rate: nothing was subtracted from it that total returns would still have. */
function returnsWords({ quantity, sample: { returns, asset } }: RecipeFigure, costsNothing: boolean): string | null {
  const isAlone = withoutFactor.has(quantity);
  switch (returns) {
    case "excess":
      return null;
    case "total":
      if (costsNothing) return bold(`the risk-free rate added${isAlone ? "" : " to both"}, which ${asset} does not earn as it costs nothing`);
      return bold(`total returns, the risk-free rate still in ${isAlone ? "it" : "both"}`);
    case "raw":
      return bold(costsNothing ? `risk-free rate added to ${asset}, which costs nothing and does not earn it` : `risk-free rate not subtracted from ${asset}`);
    case "rate-twice":
      return bold(costsNothing ? `risk-free rate subtracted from ${asset}, which costs nothing` : `risk-free rate subtracted twice from ${asset}`);
    case "log":
      return bold("log returns, ln(1 + r)");
  }
}

/** Months and years have more than one make, and periods that begin before the data or end after them count in some: a reply's own needs no word. */
function periodWords({ frequency, periods, partialDropped }: RecipeSample): string | null {
  if (frequency === "daily") return null;
  const name = { weekly: "weekly, to Friday", monthly: "monthly", annual: "calendar years" }[frequency];
  const unit = { weekly: "weeks", monthly: "months", annual: "years" }[frequency];
  const ends = partialDropped ? `, part ${unit} left out` : `, part ${unit} counted`;
  switch (periods) {
    case "compounded":
      return bold(`${name}${frequency === "weekly" ? "" : ", compounded from the days in the file"}${ends}`);
    case "summed":
      return bold(`${name}, days summed up${ends}`);
    case "library":
      return bold(`${name}${frequency === "weekly" ? "" : ", on the library's own file of them"}`);
    case "replies":
    case null:
      return bold(name);
  }
}

function windowWords({ window, first, last }: RecipeSample): string {
  switch (window.kind) {
    case "full":
      return `${first} to ${last}`;
    case "year":
      return bold(`${String(window.year)} only`);
    case "since":
      return bold(`since ${String(window.year)}`);
    case "until":
      return bold(`to the end of ${String(window.year)}`);
    case "years":
      return bold(`${String(window.first)} to ${String(window.last)}`);
    case "last":
      return `${bold(`last ${window.count === 1 ? window.unit.slice(0, -1) : `${String(window.count)} ${window.unit}`}`)} (from ${first})`;
  }
}

function conventionWords({ estimator, sample: { convention, factors } }: RecipeFigure): string | null {
  const adjusted = estimator === "adjusted" ? "adjusted β (⅔·β + ⅓)" : "raw β";
  switch (convention) {
    case null:
      return null;
    case "Yahoo":
      return bold(`Yahoo's way${estimator === "adjusted" ? ", adjusted (⅔·β + ⅓)" : ""}: the last 60 months on ${factors.join("")}, no risk-free rate subtracted`);
    case "Bloomberg":
      return bold(`Bloomberg's ${adjusted}: the last 104 weeks on ${factors.join("")}, no risk-free rate subtracted`);
    case "Value Line":
      return bold(`Value Line's way${estimator === "adjusted" ? ", adjusted (⅔·β + ⅓)" : ""}: the last 260 weeks on ${factors.join("")}, no risk-free rate subtracted`);
  }
}

const periodNames = { daily: "per day", weekly: "per week", monthly: "per month", annual: "per year" } as const;

/** "per year (×252)"; bold where it is not how the quantity scales. */
function scaleWords({ quantity, scale, sample: { frequency } }: RecipeFigure): string {
  if (scale === null) return periodNames[frequency];
  const usual: RecipeScale = scaledByNumber.has(quantity) ? `×${periodsPerYear[frequency]}` : `×√${periodsPerYear[frequency]}`;
  return scale === usual ? `per year (${scale})` : bold(scale.startsWith("compounded") ? `${scale} times` : scale);
}

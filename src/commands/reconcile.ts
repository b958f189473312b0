import type { Problem } from "../render/problem.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import { baseRate, hasDigits, likelyRecipes, type SortedFigures } from "../engine/recipes/likely-recipes.ts";
import type { NumberRequest } from "../engine/recipes/recipe-odds.ts";
import { costsNothing } from "../datasets/costs-nothing.ts";
import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import type { RecipeFigure, RecipeQuantity } from "../engine/recipes/recipe.ts";
import { readAnswer, type ReadNumber } from "../exercises/answer/read-answer.ts";
import { reconcileReply } from "../render/replies/reconcile.ts";
import { withoutDigitsReply } from "../render/replies/reconcile-without-digits.ts";
import { assetsToTry, nextRound, recipeFiguresOf } from "./recipe-figures.ts";
import { defineCommand } from "./command.ts";
import { choice, text, yesOrNo } from "./options/kinds.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";

/** What a number can be called; what it is may be something else. */
const quantities = [
  "beta", "alpha", "r-squared", "correlation", "volatility", "hedged-volatility", "tracking-error", "sharpe", "appraisal", "information",
] as const satisfies readonly RecipeQuantity[];

export const reconcile = defineCommand({
  name: "reconcile",
  description: "Why is mine different? The conventions, windows and factors that most likely give your number",
  heavy: true,
  asking: { about: "own-number" },
  part: "Questions",
  cached: true,
  instead: Object.fromEntries(["from", "frequency", "model", "factor"].map((option) => [option, { does: "tries windows, frequencies, factors and models by itself", values: [] }])),
  options: {
    value: text("The number you got, like 1.31, 14.7% or 0.0006", 60),
    ticker: optional(series("The asset it is about, like JPM; left out: any of the chapter's")),
    quantity: optional(choice("What you take it for; left out: what its size suggests", quantities)),
    private: withDefault(yesOrNo("true: only you see the answer"), false),
  },
  run({ options, datasets }) {
    const { ticker, quantity } = options;
    const audience = options.private ? "asker" : "everyone";
    return attemptAsync(async function* () {
      const asset = ticker?.id ?? null;
      const withoutDigits = (reason: "money" | "zero" | "one") => ({ ...withoutDigitsReply({ text: options.value, reason, asset, audience }), subjects: [] });
      if (isMoney(options.value)) return withoutDigits("money");
      const read = yield* readValue(options.value);
      if (isThousands(read) || Math.abs(read.value) >= leastAmount) return withoutDigits("money");
      if (!hasDigits(read.value)) return withoutDigits(read.value === 0 ? "zero" : "one");
      const request: NumberRequest = { value: read.value, halfUnit: read.halfUnit, isPercent: read.scale === "%" || read.scale === "bps", quantity, asset };
      const catalogues = yield* await cataloguesOf(ticker, datasets);
      const found = likelyRecipes(catalogues, request);
      await nextRound();
      const assets = assetsToTry(ticker, datasets);
      const compared = assets.map(({ id }) => id);
      const shown = reconcileReply({
        asset,
        input: { text: options.value, value: read.value, digits: read.digits },
        quantity,
        chapters: quantity === null ? [] : (catalogues[0] ?? []).filter((figure) => isChapters(figure, quantity, asset)),
        ...found,
        baseRate: baseRate(catalogues, request),
        compared,
        costsNothing: new Set(assets.filter(costsNothing).map(({ id }) => id)),
        tried: catalogues.reduce((sum, figures) => sum + figures.length, 0),
        audience,
      });
      return { ...shown, subjects: compared.map((id) => ({ asset: id, windows: "any" as const })) };
    });
  },
});

function readValue(typed: string): Outcome<ReadNumber, Problem> {
  const read = readAnswer(typed, { kind: "number", unit: "ratio" });
  if (!read.ok) return read;
  return read.value.kind === "number" ? success(read.value) : failure({ kind: "unreadable-option", option: "value", text: typed, expected: "number" });
}

/** None of the quantities is measured in dollars, nor in thousands or millions of anything. */
const isMoney = (typed: string): boolean => /\$|\busd\b|\bdollars?\b/iu.test(typed);
const isThousands = ({ scale }: ReadNumber): boolean => scale === "K" || scale === "M" || scale === "B";

/** No β, ratio, t or share is as large: it can only be an amount. */
const leastAmount = 100_000;

/** The figures of the asset, and of those that it may have been mistaken for, as far as they can be computed. */
async function cataloguesOf(ticker: DataSeries | null, datasets: Datasets): Promise<Outcome<readonly SortedFigures[], Problem>> {
  const catalogues: SortedFigures[] = [];
  for (const asset of assetsToTry(ticker, datasets)) {
    const figures = await recipeFiguresOf(asset, datasets);
    if (figures.ok) catalogues.push(figures.value);
    else if (asset.id === ticker?.id) return figures;
  }
  return success(catalogues);
}

/** The chapter's own: per day and, where that is more, per year. */
const isChapters = ({ quantity, departures, sample }: RecipeFigure, asked: RecipeQuantity, asset: string | null): boolean =>
  departures === 0 && quantity === asked && sample.asset === asset && sample.rows === "joined";

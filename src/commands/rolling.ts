import { tradingDaysPerYear, weeksPerYear } from "../calendar.ts";
import { betaStability } from "../engine/beta-stability.ts";
import { errorsBeside } from "../engine/deciding-fit.ts";
import { rollingFit } from "../engine/rolling-fit.ts";
import { rollingReview } from "../engine/rolling-review.ts";
import { singleChange } from "../engine/single-change.ts";
import type { Sample } from "../engine/factor-fit.ts";
import type { Frequency } from "../engine/series.ts";
import { attempt } from "../outcome.ts";
import type { TestedStability } from "../render/charts/rolling.ts";
import { rollingReply } from "../render/replies/rolling.ts";
import { fitOneAsset } from "./analysis-fit.ts";
import { analysisOptions, returnsOption } from "./analysis-options.ts";
import { defineAnalysis } from "./define-analysis.ts";
import { rollingWindow } from "./options/rolling-window.ts";
import { model } from "./options/model.ts";
import { optional } from "./options/option.ts";
import { series } from "./options/series.ts";

const { from, to, frequency, private: isPrivate, show } = analysisOptions;

/** A year of days; the two years of weeks and the five of months that betas are commonly quoted for. */
const defaultWindow = { daily: tradingDaysPerYear, weekly: 2 * weeksPerYear, monthly: 60, annual: 10 } as const;
/** Where the rows are fewer than that: about a quarter's days, a year's weeks, two years' months. */
const shorterWindow = { daily: 60, weekly: weeksPerYear, monthly: 24, annual: 10 } as const;

export const rolling = defineAnalysis({
  name: "rolling",
  part: "Frequency and time",
  description: "β and α through time: the regression over every window of so many rows",
  asking: {
    about: "assets",
    headline: "rolling",
    answers: { one: ["rolling"] },
    furtherOptions: ({ settings }) => (settings.window === null ? {} : { window: String(settings.window) }),
    next: ["beta", "frequency"],
  },
  options: {
    ticker: series("The asset, like JPM"),
    factor: optional(model("Its factor or factors, or ff3, ff5, ff6, carhart; left out: the market")),
    window: optional(rollingWindow("Rows in each window, or a length like 1y; else 252 days, 104 weeks, 60 months, fewer of few rows")),
    from,
    to,
    frequency,
    returns: returnsOption,
    private: isPrivate,
    show,
  },
  fit: fitOneAsset,
  furtherOptions: (options, { sample }) => ({ window: String(windowOf(options, sample)) }),
  compute: ({ fit, inputs: { asset, factors }, request }, options) =>
    attempt(function* () {
      const review = rollingReview(yield* rollingFit(asset, factors, windowOf(options, fit.sample), request), fit);
      const tested = betaStability(fit);
      const stability: TestedStability = tested.ok ? { test: tested.value, change: fit.factors.length === 1 ? singleChange(fit) : null } : { problem: tested.problem };
      return { review, ...errorsBeside(fit), stability };
    }),
  reply: rollingReply,
  figures: ({ review }) => ({ of: "rolling", review }),
});

/** What was asked for, else the usual length that the rows have room for. */
function windowOf({ window, frequency }: { readonly window: number | null; readonly frequency: Frequency }, { observations }: Sample): number {
  const [usual, shorter] = [defaultWindow[frequency], shorterWindow[frequency]];
  return window ?? (observations < usual && observations >= shorter ? shorter : usual);
}

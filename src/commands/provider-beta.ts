import type { DataSeries, Datasets } from "../datasets/datasets.ts";
import { isoDay } from "../calendar.ts";
import { periodStartOf } from "../engine/drop-partial-periods.ts";
import { providerConventions, type Provider } from "../engine/provider-conventions.ts";
import { daysOfSample } from "../engine/whole-periods-window.ts";
import { attempt, success, type Outcome } from "../outcome.ts";
import type { BetaStep } from "../render/results.ts";
import { fitOneAsset, modelOf, type OneAssetFit, type OneAssetOptions } from "./analysis-fit.ts";
import { marketFactorOf, type InputProblem } from "./analysis-inputs.ts";

/** A regression as a provider makes it, and the βs on the way to it from the course's own. */
export interface ProviderFit extends OneAssetFit {
  readonly provider: Provider | null;
  readonly steps: readonly BetaStep[];
}

/** On the S&P 500's fund where it is loaded and the factor is left out; of the last months or weeks of the window. */
export function fitAsProvider(options: OneAssetOptions, provider: Provider, datasets: Datasets): Outcome<ProviderFit, InputProblem> {
  return attempt(function* () {
    const { frequency, rows } = providerConventions[provider];
    const usual = yield* marketFactorOf(options.ticker, datasets);
    const spy = datasets.find("SPY");
    const fund = spy.ok && spy.value.provenance.origin === options.ticker.provenance.origin && options.ticker.id !== "SPY" ? spy.value : usual;
    const factor = yield* modelOf(options, (): Outcome<DataSeries, InputProblem> => success(fund));
    const own = { ...options, factor, frequency, returns: "raw" as const };
    const whole = yield* fitOneAsset(own, datasets);
    const days = whole.fit.rows.days;
    const firstEnd = days[Math.max(0, days.length - rows)] ?? 0;
    const fitted = yield* fitOneAsset({ ...own, from: isoDay(periodStartOf(firstEnd, frequency)) }, datasets);
    const window = daysOfSample(fitted.fit.sample);
    const daily = { ...options, frequency: "daily" as const, returns: "simple" as const };
    const course = { ...daily, from: null, to: null, without: [] };
    const ways = [
      { change: "course", way: { ...course, factor: { name: usual.id, factors: [usual] } } },
      ...(factor.name === usual.id ? [] : [{ change: "factor", way: { ...course, factor } } as const]),
      { change: "window", way: { ...daily, factor, ...window } },
      { change: "period", way: { ...own, returns: "simple" as const, ...window } },
    ] as const;
    const steps = ways.flatMap(({ change, way }): readonly BetaStep[] => {
      const step = fitOneAsset(way, datasets);
      return step.ok ? [{ change, fit: step.value.fit }] : [];
    });
    return { ...fitted, provider, steps: [...steps, { change: "rate" as const, fit: fitted.fit }] };
  });
}

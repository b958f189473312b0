import { betaChange } from "../engine/beta-change.ts";
import { decidingFit } from "../engine/deciding-fit.ts";
import { hedgedPortfolio } from "../engine/hedged-portfolio.ts";
import type { SolvedVariant } from "../exercises/variants/solved-variant.ts";
import type { MeaningAnalyses } from "../render/practice-meaning.ts";
import { sharpeVerdict } from "../render/sharpe-verdict.ts";
import type { AppContext } from "./app-context.ts";
import { agreementOfFrequencies } from "./frequency.ts";
import { comparedRatios } from "./performance.ts";

/** What the analyses say of a variant's pair on the days that its question prints. */
export function practiceAnalyses({ variant, model, fit }: SolvedVariant, { datasets, calculate }: Pick<AppContext, "datasets" | "calculate">): MeaningAnalyses {
  return {
    deciding: decidingFit(fit),
    change() {
      if (variant.split === undefined) return null;
      const change = betaChange(fit, { first: variant.split, last: model.last });
      return change.ok ? change.value : null;
    },
    agreement() {
      const agreement = agreementOfFrequencies({ asset: variant.asset, factor: variant.factor, from: model.first, to: model.last }, datasets);
      return agreement.ok ? agreement.value : null;
    },
    async hedging() {
      const hedged = hedgedPortfolio(fit);
      const comparison = hedged.ok ? await comparedRatios(fit, hedged.value, calculate) : null;
      return comparison?.ok === true && "test" in comparison.value ? sharpeVerdict(comparison.value.test) : null;
    },
  };
}

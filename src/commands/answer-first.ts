import type { Focus } from "../asking/understanding.ts";
import type { AnalysisFigures } from "../render/analysis-figures.ts";
import { fitAnswer } from "./answer-first/one-regression.ts";
import { performanceAnswer } from "./answer-first/performance.ts";
import { expectedAnswer, hedgeAnswer, sizeAnswer, trackAnswer } from "./answer-first/positions.ts";
import { alphasAnswer, compareAnswer, describedAnswer, frequencyAnswer, rollingAnswer, varianceAnswer } from "./answer-first/several.ts";

/**
 * The answer to what was asked, in one sentence with its number and its uncertainty; null where nothing of the analysis
 * is the answer. Verdicts rest on the errors that decide in the analysis's own reply.
 */
export function answerFirst(focus: Focus, figures: AnalysisFigures): string | null {
  switch (figures.of) {
    case "beta":
    case "regress":
    case "residuals":
      return fitAnswer(focus, figures);
    case "performance":
      return performanceAnswer(focus, figures);
    case "hedge":
      return hedgeAnswer(focus, figures);
    case "track":
      return trackAnswer(focus, figures);
    case "size":
      return sizeAnswer(focus, figures);
    case "expected":
      return expectedAnswer(focus, figures);
    case "variance":
      return varianceAnswer(focus, figures);
    case "compare":
      return compareAnswer(focus, figures);
    case "alphas":
      return alphasAnswer(focus, figures);
    case "rolling":
      return rollingAnswer(focus, figures);
    case "frequency":
      return frequencyAnswer(focus, figures);
    case "describe":
      return describedAnswer(focus, figures);
  }
}

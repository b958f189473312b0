import type { Datasets } from "../datasets/datasets.ts";
import { attemptAsync, type Outcome } from "../outcome.ts";
import type { AnalysisFigures } from "../render/analysis-figures.ts";
import type { AnalysisContext } from "../render/analysis-reply.ts";
import type { Problem } from "../render/problem.ts";
import type { Reply } from "../render/reply.ts";
import type { AnalysisFit } from "./analysis-fit.ts";
import { contextOf } from "./analysis-context.ts";
import type { SharedOptions } from "./analysis-options.ts";
import type { AppContext } from "./app-context.ts";
import { commandOf, type Command, type CommandFacts } from "./command.ts";
import type { OptionsOf } from "./read-options.ts";

/** What a computation may use besides the regression. */
type AnalysisTools = Pick<AppContext, "datasets" | "calculate">;

/**
 * A command that fits a regression and says something of it: options → excess returns → fit → result → reply. Adding
 * one is a literal like `track.ts` and its line in `index.ts`. The types flow from the options into `fit` and
 * `compute`, and from `compute`'s result into `reply`.
 */
export function defineAnalysis<Values extends SharedOptions, Fit extends AnalysisFit, Result>(
  definition: CommandFacts & {
    readonly options: OptionsOf<Values>;
    /** The regression: usually `fitOneAsset` or `fitSeveralAssets`. */
    readonly fit: (options: NoInfer<Values>, datasets: Datasets) => Outcome<Fit, Problem>;
    /** Options besides assets, factors and the shared ones, as text: they belong to the call that gives the same reply. */
    readonly furtherOptions?: (options: NoInfer<Values>, fit: NoInfer<Fit>) => Readonly<Record<string, string>>;
    /** A promise where it takes longer than the answering thread can wait, and `calculate` does it elsewhere. */
    readonly compute: (fit: Fit, options: NoInfer<Values>, context: AnalysisTools) => Outcome<Result, Problem> | Promise<Outcome<Result, Problem>>;
    readonly reply: (result: Result, context: AnalysisContext) => Reply;
    /** What a question in free text is answered from. */
    readonly figures?: (result: Result) => AnalysisFigures;
  },
): Command {
  const { fit, furtherOptions, compute, reply, figures, ...facts } = definition;
  return commandOf<Values>({
    ...facts,
    cached: true,
    run: ({ options, datasets, calculate }) =>
      attemptAsync(async function* () {
        const fitted = yield* fit(options, datasets);
        const result = yield* await compute(fitted, options, { datasets, calculate });
        const { names, settings, sample, inputs, series, remarks = [] } = fitted;
        const own = { ...names, ...furtherOptions?.(options, fitted) };
        const context = contextOf({ command: definition.name, own, options: settings, sample, inputs, series, remarks });
        const [asset = "", ...factors] = series;
        const subjects = [{ asset, factors, first: sample.first, last: sample.last }];
        return { ...reply(result, context), subjects, ...(figures ? { figures: figures(result) } : {}) };
      }),
  });
}

import type { Problem } from "../render/problem.ts";
import type { DataSeries } from "../datasets/datasets.ts";
import { assetOfSection } from "../figures/chapter-sections.ts";
import { fillTemplate, isComplete, placeholdersIn, type TemplatePart } from "../figures/template.ts";
import { lessonResults } from "../glossary/lesson-results.ts";
import { stocksDescribed, wordsOfLesson } from "../glossary/named-stocks.ts";
import { writtenNumbers } from "../glossary/written-numbers.ts";
import type { Lesson } from "../glossary/lesson.ts";
import type { Subject } from "../grading/reported-regressions.ts";
import type { Window } from "../engine/align-series.ts";
import { attempt, failure, success, type Outcome } from "../outcome.ts";
import type { Reply } from "../render/reply.ts";
import { spokenCommand } from "../render/spoken-command.ts";
import { explainReply, versusReply, type ExplainedLesson } from "../render/replies/explain.ts";
import { marketFactorOf } from "./analysis-inputs.ts";
import { defineCommand } from "./command.ts";
import { lessonInputs } from "./lesson-inputs.ts";
import { yesOrNo } from "./options/kinds.ts";
import { fromDate, toDate } from "./options/date.ts";
import { oneFactor } from "./options/one-factor.ts";
import { optional, withDefault } from "./options/option.ts";
import { series } from "./options/series.ts";
import { topic } from "./options/topic.ts";
import type { AppContext } from "./app-context.ts";

export const explain = defineCommand({
  name: "explain",
  part: "Questions",
  description: "A term, formula or caution of the chapter, filled with an asset's numbers",
  example: "/explain portable alpha",
  warmUp: "/explain beta",
  asking: { about: "lesson" },
  cached: true,
  options: {
    topic: topic("What to explain, like tracking portfolio"),
    ticker: optional(series("The asset whose numbers fill the formula; left out: the one of its section, JPM or MSFT")),
    versus: optional(topic("A second entry, to see the two side by side")),
    from: optional(fromDate("First day of the numbers: a date or a year; left out: of all days")),
    to: optional(toDate()),
    factor: optional(oneFactor("The factor of those numbers; left out: the market")),
    numbers: withDefault(yesOrNo("false: the entry alone, without an asset's numbers"), true),
  },
  run({ options, ...context }) {
    const { from, to } = options;
    const window = { ...(from === null ? {} : { from }), ...(to === null ? {} : { to }) };
    const ticker = options.ticker ? success(options.ticker) : context.datasets.find(assetOfSection(options.topic.section));
    const explained = ticker.ok ? explainer(ticker.value, { factor: options.factor, window }, context) : ticker;
    // The default asset may not be loaded: then the formula stays as it is. One that was named is a problem.
    if (options.numbers && !explained.ok && (options.ticker || options.factor || from !== null || to !== null)) return explained;
    const links = {
      prerequisites: options.topic.prerequisites.flatMap((id) => context.lessons.find(id) ?? []),
      commands: options.topic.commands.flatMap((typed) => {
        const call = context.parse(typed);
        if (!call.ok) return [];
        // Of the asset and the days that the numbers are of.
        const own = call.value.options["ticker"] !== undefined && options.ticker ? { ticker: options.ticker.id, ...window } : {};
        const step = { ...call.value, options: { ...call.value.options, ...own } };
        return [{ typed: options.ticker && "ticker" in own ? spokenCommand({ ...call.value, options: { ...call.value.options, ticker: options.ticker.id } }) : typed, ...step }];
      }),
    };
    const replyOf = (explain: (lesson: Lesson) => ExplainedLesson): Reply =>
      options.versus ? versusReply([explain(options.topic), explain(options.versus)]) : explainReply(explain(options.topic), links);
    const shown = [options.topic, ...(options.versus ? [options.versus] : [])];
    const words = replyOf(unfilledLesson);
    const described = describedIn(shown.flatMap(wordsOfLesson), context);
    const written = writtenNumbers(shown.flatMap(wordsOfLesson));
    const withoutFigures = { ...words, written, result: { ...words.result, described } };
    const entryOf = options.numbers && explained.ok ? explained.value : unfilledLesson;
    return success({ ...replyOf(entryOf), subjects: shown.map(entryOf).flatMap(subjectOf), written, withoutFigures });
  },
});

/** The stocks whose figures words tell, of whatever window, as what a reply is about. */
export const describedIn = (texts: readonly string[], { companies }: Pick<AppContext, "companies">): readonly { readonly asset: string; readonly windows: "any" }[] =>
  stocksDescribed(texts, companies.map(({ ticker, name, aliases }) => ({ id: ticker, names: [name, ...aliases] }))).map((asset) => ({ asset, windows: "any" }));

const unfilledLesson = (lesson: Lesson): ExplainedLesson => ({ lesson, filled: null, from: null });

/** The regression whose numbers an entry's formula is filled with; none where it has no formula to fill. */
const subjectOf = ({ filled, from }: ExplainedLesson): readonly Subject[] =>
  filled && from ? [{ asset: from.fit.asset, factors: from.fit.factors, first: from.fit.sample.first, last: from.fit.sample.last }] : [];

/** Fills texts with the numbers of an asset by its id; what is not loaded stays a place without a value. */
export function explainerFor(id: string, context: AppContext): { readonly fill: (template: string) => readonly TemplatePart[]; readonly from: ExplainedLesson["from"] } {
  const filler = attempt(function* () {
    const asset = yield* context.datasets.find(id);
    const factor = yield* marketFactorOf(asset, context.datasets);
    const inputs = yield* lessonInputs(asset, factor, context.datasets);
    const results = yield* lessonResults(inputs);
    return { results, names: { asset: asset.id, factor: factor.id }, sources: inputs.sources };
  });
  if (!filler.ok) return { fill: (template) => (placeholdersIn(template).length > 0 ? [{ value: null, unit: "ratio" }] : [template]), from: null };
  const { results, names, sources } = filler.value;
  return { fill: (template) => fillTemplate(template, names, results), from: { fit: results.fit, sources } };
}

/** Fills lessons with the numbers of one asset on one factor, the market where none was chosen, fitted once. */
function explainer(ticker: DataSeries, { factor: chosen, window }: { readonly factor: DataSeries | null; readonly window: Window }, context: AppContext): Outcome<(lesson: Lesson) => ExplainedLesson, Problem> {
  return attempt(function* () {
    const factor = chosen ?? (yield* marketFactorOf(ticker, context.datasets));
    if (window.from !== undefined && window.to !== undefined && window.from > window.to) yield* failure({ kind: "reversed-window", from: window.from, to: window.to });
    const inputs = yield* lessonInputs(ticker, factor, context.datasets, window);
    const filled = yield* lessonResults(inputs);
    const names = { asset: filled.fit.asset, factor: factor.id };
    const fill = (template: string) => {
      const parts = fillTemplate(template, names, filled);
      return isComplete(parts) ? parts : null;
    };
    return (lesson: Lesson): ExplainedLesson => ({
      lesson,
      filled: lesson.filled === null ? null : fill(lesson.filled),
      from: { fit: filled.fit, sources: inputs.sources },
    });
  });
}

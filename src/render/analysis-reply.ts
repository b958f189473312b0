import type { Sample } from "../engine/factor-fit.ts";
import { periodsPerYear } from "../engine/series.ts";
import { commandText } from "./command-text.ts";
import { codeReply } from "./code-reply.ts";
import { explainStep } from "./explain-step.ts";
import { cut } from "./message.ts";
import { count } from "./numbers.ts";
import { provenanceWords, type CompoundedPeriods, type SeriesProvenance } from "./recipe.ts";
import { reply, type CommandCall, type NextStep, type Picture, type Reply, type TextFile } from "./reply.ts";

/** The views of one analysis: the answer, what else there is to say, the pandas lines behind it, its command, or its picture in words. */
export const views = ["answer", "more", "code", "recipe", "words"] as const;
type View = (typeof views)[number];

/** The context of an analysis reply, besides its numbers. */
export interface AnalysisContext {
  /** The command that reproduces this reply exactly: with defaults and the actual window. */
  readonly call: CommandCall;
  readonly show: View;
  readonly sources: readonly SeriesProvenance[];
  /** Ids of the series behind the numbers, which the button Get the data asks for. */
  readonly series: readonly string[];
  /** What the person should know about the rows: RF subtracted, a sample made shorter. */
  readonly notes: readonly string[];
  /** The days that were asked for, where some were: an entry explains the answer with its own numbers. */
  readonly window?: Readonly<Record<string, string>>;
  /** Days that the reply's months, years or growth lack: listed beside the code. */
  readonly compounded?: readonly CompoundedPeriods[];
  /** Said beside the first line where the rows are too few to know much; the title then claims no number. */
  readonly caution: string | null;
  readonly audience: Reply["audience"];
}

interface AnalysisParts {
  /** The result in one line. */
  readonly title: string;
  /** The title where the rows are few: what can't be known is not headlined. */
  readonly titleOfFewRows?: string;
  /** Within the budget of docs/style.md: the result with its interval first, then one sentence in the course's words. */
  readonly lines: readonly string[];
  /** Behind the button More: what a first look does not need. */
  readonly more: readonly string[];
  /** What that button says instead. */
  readonly moreLabel?: string;
  /** Leads on; never gives an exercise's key. */
  readonly hint?: string;
  readonly recipe: string;
  readonly picture?: Picture;
  /** The picture read aloud, where it holds more than the text. */
  readonly words?: string;
  readonly files?: readonly TextFile[];
  /** pandas and statsmodels lines that reproduce the numbers. */
  readonly code: readonly string[];
  /** The lesson behind it, by its id. */
  readonly lesson: string;
  /** Two at the most: More, the code and the lesson take the other three places. */
  readonly nextSteps: readonly NextStep[];
  readonly result: Readonly<Record<string, unknown>>;
}

/** The reply of an analysis, in the requested view. */
export function analysisReply(parts: AnalysisParts, context: AnalysisContext): Reply {
  const headed = context.caution === null ? parts : { ...parts, title: parts.titleOfFewRows ?? parts.title };
  const { result } = headed;
  switch (context.show) {
    case "answer":
      return answerView(headed, context);
    case "more":
      return moreView(headed, context);
    case "code":
      return codeReply({ ...headed, ...context, nextSteps: [dataStep(context)] });
    case "recipe":
      return reply({
        embed: {
          title: "The command behind it",
          description: `\`\`\`\n${commandText(context.call)}\n\`\`\`\nIt gives the same reply as long as the data are the same: ${provenanceWords(context.sources)}.`,
          color: blue,
        },
        audience: "asker",
        result,
      });
    case "words":
      return reply({
        embed: {
          title: headed.title,
          description: cut([headed.picture?.description ?? "", headed.words ?? "", ...cautioned(headed.lines, context)].join("\n\n"), 4096),
          color: blue,
          footer: { text: cut(headed.recipe, 2048) },
        },
        audience: "asker",
        result,
      });
  }
}

function answerView(parts: AnalysisParts, context: AnalysisContext): Reply {
  const { notes, audience } = context;
  return reply({
    embed: {
      title: cut(parts.title, 256),
      description: cut(
        [...cautioned(parts.lines, context), ...notes.map((note) => `-# ${note}`), ...(parts.hint === undefined ? [] : ["", `💡 ${parts.hint}`])].join("\n"),
        4096,
      ),
      color: blue,
      footer: { text: cut(parts.recipe, 2048) },
    },
    ...(parts.picture ? { picture: parts.picture } : {}),
    nextSteps: [
      ...parts.nextSteps.slice(0, 2),
      { label: parts.moreLabel ?? "More", ...viewStep("more", context) },
      { label: "Show the code", ...viewStep("code", context) },
      explainStep(parts.lesson, context),
    ],
    audience,
    result: parts.result,
  });
}

/** The rest, with the files, and what else can be done with the answer. It repeats nothing of the answer but its title. */
function moreView(parts: AnalysisParts, context: AnalysisContext): Reply {
  return reply({
    embed: {
      title: cut(parts.title, 256),
      description: cut(cautioned(parts.more, context).join("\n"), 4096),
      color: blue,
      footer: { text: cut(parts.recipe, 2048) },
    },
    ...(parts.files ? { files: parts.files } : {}),
    nextSteps: [
      ...(parts.words === undefined ? [] : [{ label: "Read it to me", ...viewStep("words", context) }]),
      { label: "Show the code", ...viewStep("code", context) },
      dataStep(context),
      { label: "Copy recipe", ...viewStep("recipe", context) },
    ],
    audience: "asker",
    result: parts.result,
  });
}

/** The lines with the caution, where there is one, after the first: then no number is set off, as none of them is known. */
function cautioned(lines: readonly string[], { caution }: AnalysisContext): readonly string[] {
  if (caution === null) return lines;
  const [first, ...others] = lines.map((line) => line.replaceAll("**", ""));
  return [first ?? [], caution, ...others].flat();
}

const viewStep = (show: View, { call }: AnalysisContext): Pick<NextStep, "command" | "options"> => ({
  command: call.command,
  options: { ...call.options, show },
});

/** The rows behind the reply, as a file. */
const dataStep = (context: AnalysisContext): NextStep => ({
  label: "Get the data",
  command: "data get",
  options: { series: context.series.join(", "), ...sameRows(context) },
});

/** The window and frequency of a reply, for a next step on the same rows. */
export function sameRows({ call: { options } }: AnalysisContext): Readonly<Record<string, string>> {
  return picked(options, ["from", "to", "frequency", "returns", "without"]);
}

/** The rows of a reply and its kind of errors, for a next step that has errors to choose. */
export function sameFit({ call: { options } }: AnalysisContext): Readonly<Record<string, string>> {
  return picked(options, ["from", "to", "frequency", "returns", "without", "errors", "lags"]);
}

/** A portfolio is made of simple returns: a step to one goes back to those. */
export function inSimpleReturns({ returns: _, ...options }: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return options;
}

const picked = (options: Readonly<Record<string, string>>, names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));

const blue = 0x0072b2;

/** "day" of a daily sample: the unit behind "per". */
export const periodOf = ({ frequency }: Sample): "day" | "week" | "month" | "year" =>
  ({ daily: "day", weekly: "week", monthly: "month", annual: "year" } as const)[frequency];

/** The periods in a year: the chapter's 252 days and 12 months, 52 weeks. */
export const periodsPerYearOf = ({ frequency }: Sample): number => periodsPerYear[frequency];

/** The factor from per period to per year: "×252". */
export const annualFactorOf = (sample: Sample): string => `×${count(periodsPerYearOf(sample))}`;

/** "9 days", as a few rows are called in a title. */
export const rowsOf = (sample: Sample): string => `${count(sample.observations)} ${periodOf(sample)}s`;

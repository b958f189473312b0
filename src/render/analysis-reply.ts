import type { Sample } from "../engine/factor-fit.ts";
import { commandText } from "./command-text.ts";
import { cut } from "./message.ts";
import { provenanceWords, type SeriesProvenance } from "./recipe.ts";
import { noNumbers, reply, type CommandCall, type NextStep, type Picture, type Reply, type TextFile } from "./reply.ts";

/** The views of one analysis: the answer, the pandas lines behind it, its command, or its picture in words. */
export const views = ["answer", "code", "recipe", "words"] as const;
export type View = (typeof views)[number];

/** The context of an analysis reply, besides its numbers. */
export interface AnalysisContext {
  /** The command that reproduces this reply exactly: with defaults and the actual window. */
  readonly call: CommandCall;
  readonly show: View;
  readonly sources: readonly SeriesProvenance[];
  /** What the person should know about the rows: RF subtracted, a sample made shorter. */
  readonly notes: readonly string[];
  readonly audience: Reply["audience"];
}

export interface AnalysisParts {
  /** The result in one line. */
  readonly title: string;
  /** Result first, each number with its interval, then the sentence in the course's words. */
  readonly lines: readonly string[];
  /** Leads on; never gives an exercise's key. */
  readonly hint: string;
  readonly recipe: string;
  readonly picture: Picture;
  /** The picture read aloud, where it holds more than the text. */
  readonly words?: string;
  readonly files?: readonly TextFile[];
  /** pandas and statsmodels lines that reproduce the numbers. */
  readonly code: readonly string[];
  /** The lesson behind it, by its id. */
  readonly lesson: string;
  /** Two at the most: the tools of every analysis take the other three places. */
  readonly nextSteps: readonly NextStep[];
  readonly result: Readonly<Record<string, unknown>>;
}

/** The reply of an analysis, in the requested view. */
export function analysisReply(parts: AnalysisParts, context: AnalysisContext): Reply {
  const { result } = parts;
  switch (context.show) {
    case "answer":
      return answerView(parts, context);
    case "code":
      return codeView(parts, context);
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
          title: parts.title,
          description: cut([parts.picture.description, parts.words ?? "", ...parts.lines].join("\n\n"), 4096),
          color: blue,
          footer: { text: cut(parts.recipe, 2048) },
        },
        audience: "asker",
        result,
      });
  }
}

function answerView(parts: AnalysisParts, { call, notes, audience }: AnalysisContext): Reply {
  const viewStep = (show: View): Pick<NextStep, "command" | "options"> => ({
    command: call.command,
    options: { ...call.options, show },
  });
  return reply({
    embed: {
      title: cut(parts.title, 256),
      description: cut(
        [...parts.lines, ...notes.map((note) => `-# ${note}`), "", `💡 ${parts.hint}`].join("\n"),
        4096,
      ),
      color: blue,
      footer: { text: cut(parts.recipe, 2048) },
    },
    picture: parts.picture,
    ...(parts.files ? { files: parts.files } : {}),
    nextSteps: [
      ...parts.nextSteps.slice(0, parts.words === undefined ? 2 : 1),
      ...(parts.words === undefined ? [] : [{ label: "Read it to me", ...viewStep("words") }]),
      { label: "Show the code", ...viewStep("code") },
      { label: "Explain", command: "explain", options: { topic: parts.lesson, ticker: call.options["ticker"]?.split(" ")[0] ?? "" } },
      { label: "Copy recipe", ...viewStep("recipe") },
    ],
    audience,
    result: parts.result,
  });
}

/** As a code block where it fits, always as a file. */
function codeView({ title, code, result }: AnalysisParts, { call, sources }: AnalysisContext): Reply {
  const text = code.join("\n");
  const block = `\`\`\`py\n${text}\n\`\`\``;
  return reply({
    embed: {
      title: cut(`The code: ${title}`, 256),
      description: [...block].length <= 3800 ? block : "The lines are in the file below.",
      color: blue,
      footer: { text: cut(`Run it beside the files it reads: ${provenanceWords(sources)}`, 2048) },
    },
    files: [
      {
        filename: `${call.command}.py`,
        parts: [`${text}\n`],
        numbers: noNumbers,
        description: "Python lines with pandas and statsmodels that reproduce the reply's numbers",
      },
    ],
    audience: "asker",
    result,
  });
}

/** The window and frequency of a reply, for a next step on the same rows. */
export function sameRows({ call: { options } }: AnalysisContext): Readonly<Record<string, string>> {
  return { from: options["from"] ?? "", to: options["to"] ?? "", frequency: options["frequency"] ?? "" };
}

const blue = 0x0072b2;

/** "day" of a daily sample: the unit behind "per". */
export const periodOf = ({ frequency }: Sample): "day" | "month" | "year" =>
  ({ daily: "day", monthly: "month", annual: "year" } as const)[frequency];

/** The factor from per period to per year: "×252". */
export const annualFactorOf = ({ frequency }: Sample): string => ({ daily: "×252", monthly: "×12", annual: "×1" })[frequency];

import type { AnalysisContext } from "../../src/render/analysis-reply.ts";
import { commandText } from "../../src/render/command-text.ts";
import type { SeriesProvenance } from "../../src/render/recipe.ts";
import { textOf, type Reply } from "../../src/render/reply.ts";

/** Everything a person gets of a reply, as one readable text: words, colour, buttons, files, the picture in words. */
export function replyText(reply: Reply): string {
  return [
    ...(reply.content === undefined ? [] : [`content: ${reply.content}`]),
    ...reply.embeds.flatMap(({ title, description, color, footer, image }) => [
      `# ${title ?? ""} (#${(color ?? 0).toString(16).padStart(6, "0")})`,
      description ?? "",
      ...(footer ? [`_${footer.text}_`] : []),
      ...(image ? [`shows ${image.url}`] : []),
    ]),
    ...reply.pictures.map(({ filename, description }) => `picture ${filename}: ${description}`),
    ...reply.files.map((file) => `file ${file.filename}: ${file.description}\n${textOf(file)}`),
    ...reply.nextSteps.map((step) => `[${step.label}] ${commandText(step)}${step.style ? ` ${step.style}` : ""}`),
    `for ${reply.audience}; result: ${Object.keys(reply.result).join(", ")}`,
  ].join("\n");
}

/** The first embed's description, line by line: so that a test compares whole lines. */
export const linesOf = (reply: Reply): readonly string[] => (reply.embeds[0]?.description ?? "").split("\n");

/** The answer with what stands behind its button More, the hint last: what a person reads who presses it. */
export function withMore(view: (context: AnalysisContext) => Reply, context: AnalysisContext): Reply {
  const [first, more] = [view(context), view({ ...context, show: "more" })];
  const lines = linesOf(first);
  const description = [...lines.slice(0, -2), "[More]", ...linesOf(more), ...lines.slice(-2)].join("\n");
  return { ...first, embeds: [{ ...first.embeds[0], description }], files: more.files, nextSteps: [...first.nextSteps, ...more.nextSteps] };
}

export const titleOf = (reply: Reply): string => reply.embeds[0]?.title ?? "";

export const madeUpSource: SeriesProvenance = {
  id: "JPM",
  kind: "excess",
  frequency: "daily",
  layout: "course",
  origin: "simulated sample",
  file: "FactorModels_data1.csv",
  sha256: "1a2b3c4d5e6f",
  reading: { form: "plain", column: "JPM", dates: "date", rows: null, divisor: 1 },
  earlier: [],
};

/** What a reply to `/command ticker:JPM …` is given besides its numbers. */
export function madeUpContext(command: string, overrides: Partial<AnalysisContext> & { readonly options?: Readonly<Record<string, string>> } = {}): AnalysisContext {
  const { options, ...rest } = overrides;
  return {
    call: { command, options: options ?? { ticker: "JPM", factor: "SPY", from: "1993-02-01", to: "2024-12-31", frequency: "daily" } },
    show: "answer",
    series: ["JPM", "SPY"],
    sources: [madeUpSource, { ...madeUpSource, id: "SPY" }],
    notes: [],
    caution: null,
    audience: "everyone",
    ...rest,
  };
}

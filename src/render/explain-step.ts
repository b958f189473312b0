import type { CommandCall, NextStep } from "./reply.ts";

interface ExplainedReply {
  readonly call: CommandCall;
  /** Ids of the series behind the numbers. */
  readonly series: readonly string[];
  /** The days that were asked for. */
  readonly window?: Readonly<Record<string, string>>;
}

/** Options that make a reply's numbers others than an entry's, which are of simple daily returns and classical errors. */
const notInEntries = ["frequency", "returns", "without", "errors", "lags", "orthogonal", "as"] as const;

/**
 * The entry behind a reply, with numbers where they are the reply's own: those of one asset on one factor. Of several, or
 * measured in another way, the entry has none: beside the reply's they would look like a mistake.
 */
export function explainStep(topic: string, { call: { options }, series, window }: ExplainedReply): NextStep {
  const { ticker } = options;
  const one = ticker !== undefined && !ticker.includes(" ") ? ticker : null;
  const factors = series.filter((id) => id !== one && id !== "RF");
  const isOwn = one !== null && factors.length <= 1 && (options["factor"] ?? options["model"]) !== undefined && notInEntries.every((name) => options[name] === undefined);
  return {
    label: "Explain",
    command: "explain",
    options: {
      topic,
      ...(one === null ? {} : { ticker: one, ...window }),
      ...(isOwn ? { factor: factors[0] ?? one } : { numbers: "false" }),
    },
  };
}

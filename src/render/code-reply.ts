import { cut } from "./message.ts";
import { savedFileWords, type CompoundedPeriods, type SeriesProvenance } from "./recipe.ts";
import { missingDaysTable } from "./tables/missing-days.ts";
import { noNumbers, reply, type CommandCall, type NextStep, type Reply } from "./reply.ts";

interface ShownCode {
  /** Of the reply whose numbers the lines reproduce. */
  readonly title: string;
  readonly code: readonly string[];
  readonly call: CommandCall;
  readonly sources: readonly SeriesProvenance[];
  readonly compounded?: readonly CompoundedPeriods[];
  readonly nextSteps: readonly NextStep[];
  readonly result: Reply["result"];
}

/** Python lines as a code block where they fit, always as a file. */
export function codeReply({ title, code, call, sources, compounded = [], nextSteps, result }: ShownCode): Reply {
  const text = code.join("\n");
  const block = `\`\`\`py\n${text}\n\`\`\``;
  return reply({
    embed: {
      title: cut(`The code: ${title}`, 256),
      description: [...block].length <= 3800 ? block : "The lines are in the file below.",
      color: 0x0072b2,
      footer: { text: cut(`Run it beside the files it reads: ${savedFileWords(sources)}`, 2048) },
    },
    files: [
      {
        filename: `${call.command}.py`,
        parts: [`${text}\n`],
        numbers: noNumbers,
        description: "Python lines with pandas and statsmodels that reproduce the reply's numbers",
      },
      ...missingDaysTable(compounded),
    ],
    nextSteps,
    audience: "asker",
    result,
  });
}

import { isoDay } from "../calendar.ts";
import { success } from "../outcome.ts";
import { dataListReply } from "../render/replies/data-list.ts";
import { defineCommand } from "./command.ts";

export const dataList = defineCommand({
  name: "data list",
  part: "Questions",
  description: "The series I have: ranges, counts, and where they come from",
  asking: {
    about: "course",
    words:
      /^(?!.*\b(?:about|on|of) me\b)(?=.*(?:\b(?:what|which)\b.*\b(?:companies|firms|names|funds|returns|files|factors)\b.*\b(?:here|have|can i|can we|loaded|there|available|know|use)\b|\b(?:real|actual|genuine|true)\b.*\b(?:made[ -]up|fake|simulated|invented|synthetic|artificial|pretend)\b|\b(?:made[ -]up|fake|simulated|invented) (?:numbers|prices|returns|data)\b|\b(?:what|which|list|show|all|available)\b.*\b(?:data|datasets?|series|tickers?|stocks|assets|symbols)\b(?!.*\b(?:mean|vintage)\b)|\bdata\b.*\b(?:real|simulated|fake|made up|synthetic|from|source|loaded|cover|start|end|begin|range|go|go back|have)\b|\b(?:real|simulated|fake) data\b|\bhow far back\b|\bis (?:this|that|it) real\b))/u,
  },
  options: {},
  run: ({ datasets }) =>
    success(
      dataListReply(
        datasets.series.map(({ id, name, kind, frequency, days, blanks, provenance, earlier }) => ({
          id,
          name,
          kind,
          frequency,
          first: isoDay(days[0] ?? 0),
          last: isoDay(days.at(-1) ?? 0),
          observations: days.length,
          blanks,
          source: { ...provenance, earlier },
        })),
        datasets.portfolios,
      ),
    ),
});

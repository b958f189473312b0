import { isoDay } from "../calendar.ts";
import { success } from "../outcome.ts";
import { dataListReply } from "../render/replies/data-list.ts";
import { defineCommand } from "./command.ts";

export const dataList = defineCommand({
  name: "data list",
  part: "Questions",
  description: "The series I have: ranges, counts, and where they come from",
  options: {},
  run: ({ datasets }) =>
    success(
      dataListReply(
        datasets.series.map(({ id, name, kind, frequency, days, blanks, provenance: source }) => ({
          id,
          name,
          kind,
          frequency,
          first: isoDay(days[0] ?? 0),
          last: isoDay(days.at(-1) ?? 0),
          observations: days.length,
          blanks,
          source,
        })),
      ),
    ),
});

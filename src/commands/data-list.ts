import { success } from "../outcome.ts";
import { dataListReply } from "../render/replies/data-list.ts";
import { defineCommand } from "./command.ts";

export const dataList = defineCommand({
  name: "data list",
  description: "The series I have: ranges, counts, and where they come from",
  options: {},
  run: ({ datasets }) => success(dataListReply(datasets.series)),
});

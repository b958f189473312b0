import { success } from "../outcome.ts";
import { checkListReply, type ListedCheck } from "../render/replies/check.ts";
import { defineCommand } from "./command.ts";
import { taskOf } from "../grading/check-task.ts";
import { isClosed } from "../grading/find-check.ts";
import { shownCheck } from "./checks/shown-check.ts";

export const checkList = defineCommand({
  name: "check list",
  part: "Course",
  audience: "instructors",
  description: "The checks of this course, newest first",
  options: {},
  async run(question) {
    const store = await question.store();
    if (!store.ok) return store;
    const checks = await store.value.checks.list(question.place.guildId ?? "", 20);
    const listed = checks.flatMap((check): ListedCheck[] => {
      const task = taskOf(check, question);
      return task.ok ? [{ ...shownCheck(check, task.value), open: !isClosed(check, question.now()) }] : [];
    });
    return success(checkListReply(listed));
  },
});

import { attemptAsync } from "../outcome.ts";
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
  run: (question) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const checks = await store.checks.list(question.place.guildId ?? "", 20);
      const listed = checks.flatMap((check): ListedCheck[] => {
        const task = taskOf(check, question);
        return task.ok ? [{ ...shownCheck(check, task.value), open: !isClosed(check, question.now()) }] : [];
      });
      return checkListReply(listed);
    }),
});

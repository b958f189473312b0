import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { attemptAsync } from "../outcome.ts";
import { checkListReply, type ListedCheck } from "../render/replies/check-list.ts";
import { defineCommand } from "./command.ts";
import { taskOf } from "../grading/check-task.ts";
import { isClosed } from "../grading/find-check.ts";
import { livingScreen } from "./checks/screen-address.ts";
import { shownCheck } from "./checks/shown-check.ts";
import { isWaiting } from "./checks/check-state.ts";

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
      const now = question.now();
      const listed: ListedCheck[] = [];
      for (const check of checks) {
        const task = taskOf(check, question);
        if (task.ok) listed.push({ ...shownCheck(check, task.value, await store.results.answered(check.id, null)), opensAt: isWaiting(check, now) ? check.opensAt : null, open: !isClosed(check, now), later: await laterThanClass(check, store, now), screen: (await livingScreen(check, store, question))?.address ?? null });
      }
      return checkListReply(listed);
    }),
});

/** Students who may still answer when the class's time is over, by an extension or with so many times the class's time. */
async function laterThanClass(check: Check, store: Store, now: number): Promise<ListedCheck["later"]> {
  const classEnds = isClosed(check, now) ? now : (check.closesAt ?? Infinity);
  const ends = (await store.checks.lateAnswerers(check, classEnds)).map(({ closesAt }) => closesAt);
  return ends.length === 0 ? null : { people: ends.length, until: Math.max(...ends) };
}

import { attemptAsync } from "../outcome.ts";
import { notRemindedReply, remindedReply } from "../render/replies/reminder.ts";
import { defineCommand } from "./command.ts";
import { text, yesOrNo } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { reminderEveryMs } from "./reminders.ts";

/** Reached from `/progress`, and from the reminder itself. */
export const practiceRemind = defineCommand({
  part: "Exercises",
  listed: false,
  name: "practice remind",
  description: "A weekly direct message when something is due, on or off",
  options: { weekly: yesOrNo("true: once a week; false: never"), reminder: optional(text("The reminder that the button came from", 20)) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const person = question.asker.id;
      if (!options.weekly) return notRemindedReply(await store.reminders.stop(person));
      await store.reminders.takeEnded(person);
      const reminder = await store.reminders.start(person, question.now(), question.now() + reminderEveryMs);
      return remindedReply(reminder.nextAt);
    }),
});

import { attemptAsync } from "../outcome.ts";
import { taskOf } from "../grading/check-task.ts";
import { escaped } from "../render/plain.ts";
import { keyReply } from "../render/replies/check-preview.ts";
import { findCheckHere } from "./checks/find-check-here.ts";
import { choiceWords, keyWords } from "./checks/key-words.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { defineCommand } from "./command.ts";
import { text } from "./options/kinds.ts";

/** Behind a button, since the reply to posting may be on the wall. */
export const checkKey = defineCommand({
  name: "check key",
  part: "Course",
  audience: "instructors",
  description: "The key of a check",
  listed: false,
  options: { check: text("Its six letters", 6) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      yield* await notHeldElsewhere(check, question, store);
      const task = yield* taskOf(check, question);
      const choices = choiceWords(task, question);
      const lines = choices === null ? keyWords(check, task) : [escaped(choices)];
      return keyReply(check.title, task.kind === "open" ? [escaped(task.open.modelAnswer)] : lines);
    }),
});

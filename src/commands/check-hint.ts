import { openHint } from "../grading/open-hint.ts";
import { attemptAsync } from "../outcome.ts";
import { plain } from "../render/plain.ts";
import { hintReply } from "../render/replies/exercise.ts";
import { doneReply } from "../render/replies/check.ts";
import { wordsOf } from "./checks/assignment-words.ts";
import { ownCheckSteps } from "./checks/check-steps.ts";
import { hintsFor } from "./checks/open-hints.ts";
import { defineCommand } from "./command.ts";
import { wholeNumber } from "./options/kinds.ts";
import { assignmentOfCaller, checkButton, checkOption, openCheck } from "./checks/pressed-check.ts";

export const checkHint = defineCommand({
  ...checkButton,
  name: "check hint",
  description: "The next hint of a check",
  options: { ...checkOption, level: wholeNumber("1 is the first", 1, 3) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const opened = yield* await openCheck(options.check, question);
      const assignment = yield* await assignmentOfCaller(opened, question);
      const words = wordsOf(assignment);
      if (!opened.check.hints) return doneReply(`${plain(assignment.title)}: no hints`, ["This check has none."], await ownCheckSteps(opened, { hints: 0, of: 0 }, question));
      const hints = await openHint(assignment, options.level, { person: question.asker.id, at: question.now() }, opened.store);
      const own = await hintsFor(assignment, question.asker.id, opened.store, question.now());
      return hintReply(
        { title: assignment.title, part: own.part, hints: own.hints.slice(0, hints), of: own.hints.length },
        await ownCheckSteps(opened, { hints, of: words.hints.length }, question),
      );
    }),
});

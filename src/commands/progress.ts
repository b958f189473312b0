import { attemptAsync } from "../outcome.ts";
import { progressReply } from "../render/replies/progress.ts";
import { openChecksOf } from "./checks/open-checks-of.ts";
import { defineCommand } from "./command.ts";
import { markedAnswers } from "../grading/visible-answers.ts";
import { practiceRecord } from "../grading/practice-record.ts";

export const progress = defineCommand({
  name: "progress",
  part: "Exercises",
  description: "Your own record: what you solved, your streak, and what to try next; seen by you alone",
  asking: {
    about: "course",
    words:
      /\bhave i (?:\w+ )?(?:done|finished|solved|completed|passed|practi[sc]ed)\b|\b(?:exercises|questions|problems) (?:have i|i have|did i|i)\b|\bmy (?:progress|record|stats|streak|score|scores)\b|\bhow (?:am i|have i been|are my \w+) doing\b|\bhow (?:well |good )?(?:did i do|have i done|am i)\b|\bhow far (?:am i|have i)\b|\bwhat have i (?:done|practi[sc]ed|solved|finished)\b|\bshow (?:me )?(?:my )?progress\b|\bwhere (?:do|am) i (?:stand|at)\b/u,
  },
  options: {},
  run: (question) =>
    attemptAsync(async function* () {
      const { exercises, asker, now } = question;
      const store = yield* await question.store();
      const answers = await markedAnswers(await store.answers.ofPerson(asker.id), await openChecksOf(question, store), store, question);
      const shown = await store.answers.progressOfPerson(asker.id);
      const { next, exercises: exerciseRecords, ...record } = practiceRecord(exercises.all, answers, shown, now());
      return progressReply({
        ...record,
        exercises: exerciseRecords.map(({ exercise, answers: given, solved }) => ({
          title: exercise.text.title,
          skill: exercise.text.skill,
          answers: given,
          solved,
        })),
        next: { id: next.id, title: next.text.title, skill: next.text.skill },
      });
    }),
});

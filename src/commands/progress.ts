import { attemptAsync } from "../outcome.ts";
import { progressReply } from "../render/replies/progress.ts";
import { chapterSections } from "../figures/chapter-sections.ts";
import { openChecksOf } from "./checks/open-checks-of.ts";
import { nothingDue, ownPractice } from "./checks/own-practice.ts";
import { defineCommand } from "./command.ts";
import { markedAnswers } from "../grading/visible-answers.ts";
import { practiceRecord } from "../grading/practice-record.ts";

const sectionsInOrder = Object.keys(chapterSections);

export const progress = defineCommand({
  name: "progress",
  part: "Exercises",
  description: "Your own record: what you have mastered, what is due, your streak; seen by you alone",
  asking: {
    about: "course",
    words:
      /\bhave i (?:\w+ )?(?:done|finished|solved|completed|passed|practi[sc]ed)\b|\b(?:exercises|questions|problems) (?:have i|i have|did i|i)\b|\bmy (?:progress|record|stats|streak|score|scores)\b|\bhow (?:am i|have i been|are my \w+) doing\b|\bhow (?:well |good )?(?:did i do|have i done|am i)\b|\bhow far (?:am i|have i)\b|\bwhat have i (?:done|practi[sc]ed|solved|finished)\b|\bshow (?:me )?(?:my )?progress\b|\bwhere (?:do|am) i (?:stand|at)\b/u,
  },
  options: {},
  run: (question) =>
    attemptAsync(async function* () {
      const { asker } = question;
      const store = yield* await question.store();
      const { answers, progress: shown, days, plan } = await ownPractice(question, store);
      const marked = await markedAnswers(answers, await openChecksOf(question, store), store, question);
      return progressReply({
        ...practiceRecord(marked, shown, days),
        ...nothingDue(plan, days),
        reminder: await store.reminders.of(asker.id),
        reminderEnded: await store.reminders.takeEnded(asker.id),
        due: plan.due,
        today: plan.today.map(({ id, text: { title } }) => ({ title, isDue: plan.exercises.some(({ exercise, isDue }) => isDue && exercise.id === id) })),
        map: plan.exercises
          .toSorted((a, b) => sectionsInOrder.indexOf(a.exercise.section) - sectionsInOrder.indexOf(b.exercise.section))
          .map(({ exercise, standing, isDue }) => ({ section: exercise.section, title: exercise.text.title, standing, isDue })),
      });
    }),
});

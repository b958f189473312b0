import { success } from "../outcome.ts";
import { progressReply } from "../render/replies/progress.ts";
import { defineCommand } from "./command.ts";
import { practiceRecord } from "../grading/practice-record.ts";

export const progress = defineCommand({
  name: "progress",
  part: "Exercises",
  description: "Your own record: what you solved, your streak, and what to try next; seen by you alone",
  asking: {
    about: "course",
    confidence: 0.95,
    besideAsset: "words",
    words:
      /\bhave i (?:\w+ )?(?:done|finished|solved|completed|passed|practi[sc]ed)\b|\b(?:exercises|questions|problems) (?:have i|i have|did i|i)\b|\bmy (?:progress|record|stats|streak|score|scores)\b|\bhow (?:am i|have i been|are my \w+) doing\b|\bhow (?:well |good )?(?:did i do|have i done|am i)\b|\bhow far (?:am i|have i)\b|\bwhat have i (?:done|practi[sc]ed|solved|finished)\b|\bshow (?:me )?(?:my )?progress\b|\bwhere (?:do|am) i (?:stand|at)\b/u,
  },
  options: {},
  async run({ exercises, store, asker, now }) {
    const opened = await store();
    if (!opened.ok) return opened;
    const answers = await opened.value.answers.ofPerson(asker.id);
    const shown = await opened.value.answers.progressOfPerson(asker.id);
    const { next, exercises: exerciseRecords, ...record } = practiceRecord(exercises.all, answers, shown, now());
    return success(
      progressReply({
        ...record,
        exercises: exerciseRecords.map(({ exercise, answers: given, solved }) => ({
          title: exercise.text.title,
          skill: exercise.text.skill,
          answers: given,
          solved,
        })),
        next: { id: next.id, title: next.text.title, skill: next.text.skill },
      }),
    );
  },
});

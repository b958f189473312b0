import { success } from "../outcome.ts";
import { progressReply } from "../render/replies/progress.ts";
import { defineCommand } from "./command.ts";
import { practiceRecord } from "../grading/practice-record.ts";

export const progress = defineCommand({
  name: "progress",
  part: "Exercises",
  description: "Your own record: what you solved, your streak, and what to try next; seen by you alone",
  options: {},
  async run({ exercises, store, asker, now }) {
    const opened = await store();
    if (!opened.ok) return opened;
    const answers = await opened.value.answers.ofPerson(asker.id);
    const { next, exercises: exerciseRecords, ...record } = practiceRecord(exercises.all, answers, now());
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

import { attemptAsync } from "../outcome.ts";
import { questionReply } from "../render/replies/exercise.ts";
import { defineCommand } from "./command.ts";
import { labelOf, wordsOf } from "./checks/assignment-words.ts";
import { practiceSteps } from "./checks/practice-steps.ts";
import { practiceRecord } from "../grading/practice-record.ts";
import { nextPractice, practiceAssignment } from "../grading/practice-assignment.ts";
import { exercise } from "./options/exercise.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

export const practice = defineCommand({
  name: "practice",
  part: "Exercises",
  description: "An exercise on your own variant, marked at once and seen by you alone",
  options: {
    exercise: optional(exercise("What to practise; left out: what comes next for you")),
    variant: optional(text("The variant you had before, like jpm-2000-2009", 60)),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const person = question.asker.id;
      const answers = await store.answers.ofPerson(person);
      const chosen = options.exercise ?? practiceRecord(question.exercises.all, answers, question.now()).next;
      const assignment =
        options.variant === null
          ? yield* await nextPractice(chosen, person, store, question)
          : yield* practiceAssignment(chosen, options.variant, question);
      const { title, exercise: marked, solvedVariant, item } = assignment;
      const words = wordsOf(assignment);
      const { hints } = await store.answers.progress(item, person, solvedVariant.variant.id);
      return questionReply(
        { title, question: words.question, quantities: marked.quantities, label: labelOf(assignment), variant: solvedVariant.variant.id },
        hints === 0 ? [] : [`**Hint** ${words.hints[hints - 1] ?? ""}`],
        practiceSteps(chosen.id, solvedVariant.variant.id, hints),
      );
    }),
});

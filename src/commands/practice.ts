import { success } from "../outcome.ts";
import { questionReply } from "../render/replies/exercise.ts";
import { defineCommand } from "./command.ts";
import { labelOf } from "./exercises/assignment-replies.ts";
import { practiceSteps } from "./exercises/practice-steps.ts";
import { practiceRecord } from "./exercises/practice-record.ts";
import { nextPractice, practiceAssignment } from "./exercises/practice-assignment.ts";
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
  async run({ options, ...question }) {
    const store = await question.store();
    if (!store.ok) return store;
    const answers = await store.value.answers.ofPerson(question.asker.id);
    const chosen = options.exercise ?? practiceRecord(question.exercises.all, answers, question.now()).next;
    const assignment =
      options.variant === null
        ? await nextPractice(chosen, question.asker.id, store.value, question)
        : practiceAssignment(chosen, options.variant, question);
    if (!assignment.ok) return assignment;
    const { title, words, exercise: marked, solvedVariant, item } = assignment.value;
    const { hints } = await store.value.answers.progress(item, question.asker.id, solvedVariant.variant.id);
    return success(
      questionReply(
        { title, question: words.question, quantities: marked.quantities, label: labelOf(assignment.value), variant: solvedVariant.variant.id },
        hints === 0 ? [] : [`**Hint** ${words.hints[hints - 1] ?? ""}`],
        practiceSteps(chosen.id, solvedVariant.variant.id, hints),
      ),
    );
  },
});

import { attemptAsync } from "../outcome.ts";
import { questionReply } from "../render/replies/exercise.ts";
import { dueNotes, nothingDueReply } from "../render/replies/progress.ts";
import { hintsFor } from "./checks/open-hints.ts";
import { defineCommand } from "./command.ts";
import { labelOf, wordsOf } from "./checks/assignment-words.ts";
import { practiceSteps } from "./checks/practice-steps.ts";
import { nothingDue, ownPractice } from "./checks/own-practice.ts";
import { checkOnRows, subjectsOf, waitingVariants, waits } from "./checks/practice-waits.ts";
import { nextPractice, practiceAssignment } from "../grading/practice-assignment.ts";
import { exercise } from "./options/exercise.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";

export const practice = defineCommand({
  name: "practice",
  firstOffered: 3,
  part: "Exercises",
  description: "An exercise on your own variant, marked at once and seen by you alone",
  example: "/practice",
  asking: {
    about: "exercise",
    words:
      /\b(?:throw|give|get|hand|set) (?:me|us) (?:an? |another |some |something )(?:\w+ )?(?:question|problem|task|to (?:solve|work|do))\b|\bchallenge me\b|\b(?:practi[cs]e|practi[cs]ing|quiz|drill|train)\b|\b(?:an?|another|some|new|more|next) (?:\w+ )?(?:exercise|exercises|practice problem|problems? to)\b|^(?:\S+ ){0,5}exercises?\b|\btest (?:me|myself|my)\b|\bask me (?:something|a question|one)\b/u,
  },
  options: {
    exercise: optional(exercise("What to practise; left out: what is due for you")),
    variant: optional(text("The variant you had before, like jpm-2000-2009", 60)),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const person = question.asker.id;
      const { plan, days } = await ownPractice(question, store);
      const chosen = options.exercise ?? plan.today[0] ?? null;
      if (chosen === null) return nothingDueReply(nothingDue(plan, days));
      const assignment =
        options.variant === null
          ? yield* await nextPractice(chosen, person, store, question, await waitingVariants(question, store))
          : yield* practiceAssignment(chosen, options.variant, question);
      const openCheck = await checkOnRows(assignment.solvedVariant, question, store);
      if (openCheck) return waits(assignment.title, chosen.id, openCheck);
      const { title, exercise: marked, solvedVariant, item } = assignment;
      const words = wordsOf(assignment);
      const { hints } = await store.answers.progress(item, person, solvedVariant.variant.id);
      return questionReply(
        { title, question: words.question, quantities: marked.quantities, label: labelOf(assignment), variant: solvedVariant.variant.id },
        [
          ...(hints === 0 ? [] : [`**Hint** ${(await hintsFor(assignment, person, store, question.now())).hints[hints - 1] ?? ""}`]),
          ...(options.exercise === null ? dueNotes(plan) : []),
        ],
        practiceSteps(chosen.id, solvedVariant.variant, hints),
        { regressions: subjectsOf(solvedVariant, false) },
      );
    }),
});

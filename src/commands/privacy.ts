import { readableAnswers } from "../grading/visible-answers.ts";
import { attemptAsync } from "../outcome.ts";
import { deleteQuestionReply, forgottenReply, recordReply } from "../render/replies/privacy.ts";
import { openChecksOf } from "./checks/open-checks-of.ts";
import { defineCommand } from "./command.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";

const sharedFields = { part: "Course" } as const;

export const privacyExport = defineCommand({
  ...sharedFields,
  name: "privacy export",
  description: "Everything that is kept about you, as a file; seen by you alone",
  asking: {
    about: "course",
    words:
      /^(?!.*\b(?:delete|erase|remove|wipe|forget|clear)\b)(?=.*(?:\b(?:stored?|kept|keep|saved?|know|hold|have|data|records?)\b.* (?:about|on) me\b|\bmy (?:personal |own )?data\b))/u,
  },
  options: {},
  run: (question) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      const record = await store.privacy.exportOf(question.asker.id);
      const open = await store.checks.listOpenAnywhere(question.now());
      return recordReply({ ...record, answers: await readableAnswers(record.answers, open, await openChecksOf(question, store), store, question) });
    }),
});

export const privacyDelete = defineCommand({
  ...sharedFields,
  name: "privacy delete",
  description: "Makes what is kept about you nobody's; asks once before",
  asking: {
    about: "course",
    words: /\b(?:delete|erase|remove|wipe|forget|clear)\b.{0,20}\b(?:all |everything )?(?:of )?(?:my (?:\w+ )?(?:data|records?|account|answers|history|info\w*|stuff)|(?:about|on) me|what you (?:know|have|keep|store))\b/u,
  },
  options: { confirm: withDefault(yesOrNo("true: yes, delete it"), false) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const store = yield* await question.store();
      if (!options.confirm) return deleteQuestionReply();
      return forgottenReply(await store.privacy.forget(question.asker.id, question.now()));
    }),
});

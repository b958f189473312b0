import { attemptAsync } from "../outcome.ts";
import { unansweredReply } from "../render/replies/unanswered.ts";
import { checkOption, findCheckHere } from "./checks/find-check-here.ts";
import { defineCommand } from "./command.ts";

export const checkUnanswered = defineCommand({
  part: "Course",
  audience: "instructors",
  name: "check unanswered",
  description: "Who of the roster has not answered a check; seen by you alone",
  options: { check: checkOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      const answered = new Set((await store.answers.ofItem({ kind: "check", check: check.id })).map(({ person }) => person));
      const entries = await store.roster.entries(check.guild);
      const missing = entries.filter(({ person }) => person !== null && !answered.has(person));
      const unmatched = entries.filter(({ person }) => person === null);
      await store.courses.appendAudit({ guild: check.guild, at: question.now(), actor: question.asker.id, action: "check unanswered", person: null, details: { check: check.id, missing: missing.length } });
      return unansweredReply({ check: check.id, title: check.title, answered: answered.size, missing, unmatched });
    }),
});

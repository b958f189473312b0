import { failure, success } from "../outcome.ts";
import { doneReply } from "../render/replies/check.ts";
import { plain } from "../render/plain.ts";
import { defineCommand } from "./command.ts";
import { announceDue } from "./exercises/announce.ts";
import { revealedResults, staffResults } from "./exercises/check-results.ts";
import { findCheck, isClosed, checkOption } from "./exercises/find-check.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkClose = defineCommand({
  ...sharedFields,
  name: "check close",
  description: "Closes a check now and posts its results",
  options: { check: checkOption },
  async run({ options, ...question }) {
    const store = await question.store();
    if (!store.ok) return store;
    const check = await findCheck(options.check, question.place, store.value);
    if (!check.ok) return check;
    const closed = await store.value.checks.close(check.value.id, { by: question.asker.id, at: question.now() });
    if (!closed.ok) return closed;
    await announceDue(question);
    const after = await store.value.checks.find(check.value.id);
    return staffResults(after ?? check.value, store.value, question);
  },
});

export const checkResults = defineCommand({
  ...sharedFields,
  name: "check results",
  description: "How a closed check went: the picture, first tries, hints, and what nobody recognised",
  options: { check: checkOption, post: withDefault(yesOrNo("true: posted to the class, with an open question's model answer"), false) },
  async run({ options, ...question }) {
    const store = await question.store();
    if (!store.ok) return store;
    const found = await findCheck(options.check, question.place, store.value);
    if (!found.ok) return found;
    const check = found.value;
    if (!isClosed(check, question.now())) {
      const { people } = await store.value.results.ofCheck(check.id);
      return failure({ kind: "check-still-open", check: check.id, people, closesAt: check.closesAt });
    }
    if (!options.post) return staffResults(check, store.value, question);
    const results = await revealedResults(check, store.value, question);
    if (!results.ok) return results;
    const posted = await question.sideEffects.post(check.channel, results.value);
    return posted.ok ? success(doneReply(`Posted: ${plain(check.title)}`, [`The results are in <#${check.channel}>.`])) : posted;
  },
});

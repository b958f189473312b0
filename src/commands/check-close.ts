import { isClosed } from "../grading/find-check.ts";
import { attemptAsync, failure } from "../outcome.ts";
import { doneReply } from "../render/replies/check.ts";
import { problemWords } from "../render/problem.ts";
import { plain } from "../render/plain.ts";
import { defineCommand } from "./command.ts";
import { announce, announceDue, announceLeaseMs } from "./checks/announce.ts";
import { staffResults } from "./checks/check-results.ts";
import { askFirst, undoSteps } from "./checks/confirming.ts";
import { publishResults } from "./checks/publish-results.ts";
import { checkOption, confirmOption, findCheckHere, findFitting } from "./checks/find-check-here.ts";
import { notHeldElsewhere } from "./checks/same-data.ts";
import { keptBackWords } from "./checks/same-data-words.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";
import { hasBegun } from "../check-stage.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkClose = defineCommand({
  ...sharedFields,
  name: "check close",
  description: "Closes a check now and posts its results",
  options: { check: checkOption, confirm: confirmOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const now = question.now();
      const { store, check, others } = yield* await findFitting(options.check, { fits: [(candidate) => candidate.message !== null && !isClosed(candidate, now)], asks: !options.confirm }, question);
      yield* await notHeldElsewhere(check, question, store);
      // Nobody has seen it: there are no results to post, and `/check void` cancels it.
      if (!hasBegun(check, question.now())) yield* failure({ kind: "check-not-open", check: check.id, opensAt: check.opensAt });
      if (!options.confirm && !isClosed(check, question.now())) {
        const kept = await keptBackWords(check, store, question);
        const lines = kept.length > 0 ? [`Its results would be posted in <#${check.channel}>.`, ...kept] : [`Its results, with the solution, would be posted in <#${check.channel}>.`];
        return await askFirst(check, { title: "Close it now?", lines, step: { label: `Close ${check.title}`, command: "check close", options: {} } }, store, others);
      }
      // Leased in the same step: the timer would else announce it meanwhile, and this reply could not say what came of it.
      const closedNow = yield* await store.checks.close(check.id, { by: question.asker.id, at: question.now() }, announceLeaseMs);
      if (closedNow) await store.privacy.completeForgetting(question.now());
      const closed = (await store.checks.find(check.id)) ?? check;
      const announced = closedNow ? [await announce(closed, store, question)] : await announceDue(question);
      const after = await store.checks.find(check.id);
      const problem = announced.find((one) => one.check.id === check.id)?.problem ?? null;
      const results = yield* await staffResults(after ?? check, store, question);
      const kept = await keptBackWords(after ?? check, store, question);
      const undoable = closedNow ? { ...results, nextSteps: [...results.nextSteps, ...(await undoSteps(check, store))] } : results;
      if (problem === null) return kept.length === 0 ? undoable : { ...undoable, content: kept.join(" ") };
      return { ...undoable, content: `The class does not see them. ${problemWords(problem).cause} ${problemWords(problem).next}` };
    }),
});

export const checkResults = defineCommand({
  ...sharedFields,
  name: "check results",
  description: "How a closed check went: the picture, first tries, hints, and what nobody recognised",
  options: { check: checkOption, post: withDefault(yesOrNo("true: posted to the class, with an open question's model answer"), false) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      yield* await notHeldElsewhere(check, question, store);
      if (!isClosed(check, question.now())) {
        const { people } = await store.results.ofCheck(check.id);
        return yield* failure({ kind: "check-still-open", check: check.id, people, closesAt: check.closesAt });
      }
      if (!options.post) return yield* await staffResults(check, store, question);
      const { isNew, link } = yield* await publishResults(check, store, question);
      return isNew
        ? doneReply(`Posted: ${plain(check.title)}`, [`The results are in the channel: ${link}`])
        : doneReply(`The class has them already: ${plain(check.title)}`, [`Their message is brought up to date: ${link}`]);
    }),
});

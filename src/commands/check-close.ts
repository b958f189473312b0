import { isClosed } from "../grading/find-check.ts";
import { taskOf } from "../grading/check-task.ts";
import { attemptAsync, failure, success, type Outcome } from "../outcome.ts";
import { doneReply } from "../render/replies/check.ts";
import { problemWords, type Problem } from "../render/problem.ts";
import { plain } from "../render/plain.ts";
import type { Reply } from "../render/reply.ts";
import type { AnswerProblem } from "../store/problem.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import { defineCommand, type Question } from "./command.ts";
import { announce, announceDue, announceLeaseMs } from "./checks/announce.ts";
import { staffResults } from "./checks/check-results.ts";
import { askFirst, undoSteps } from "./checks/confirming.ts";
import { publishResults } from "./checks/publish-results.ts";
import { checkOption, confirmOption, findCheckHere, findFitting } from "./checks/find-check-here.ts";
import { closingPlan } from "./checks/closing-words.ts";
import { isReleasable, keptWords, lateWords, releaseCost, releaseSteps } from "./checks/kept-words.ts";
import { keptBack, keptByMoreTime, notHeldElsewhere } from "./checks/same-data.ts";
import { updateResults } from "./checks/update-results.ts";
import { yesOrNo } from "./options/kinds.ts";
import { withDefault } from "./options/option.ts";
import { hasBegun } from "../check-stage.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkClose = defineCommand({
  ...sharedFields,
  name: "check close",
  description: "Closes a check now and posts its results",
  options: {
    check: checkOption,
    everybody: withDefault(yesOrNo("true: for students with more time too, whose time ends now"), false),
    release: withDefault(yesOrNo("true: the class reads all of it although another check on the same data is open"), false),
    confirm: confirmOption,
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const now = question.now();
      const { store, check, others } = yield* await findFitting(options.check, { fits: [(candidate) => candidate.message !== null && !isClosed(candidate, now)], asks: !options.confirm }, question);
      yield* await notHeldElsewhere(check, question, store);
      // Nobody has seen it: there are no results to post, and `/check void` cancels it.
      if (!hasBegun(check, question.now())) yield* failure({ kind: "check-not-open", check: check.id, opensAt: check.opensAt });
      // Closed for the class already: what is left to end is the time of who has more.
      if (options.everybody && check.closedAt !== null) return yield* await endMoreTime(check, options, store, question);
      if (!options.confirm && !isClosed(check, question.now())) {
        const { lines, further } = await closingPlan(check, yield* taskOf(check, question), store, question);
        const step = { label: `Close ${check.title}`, command: "check close", options: { ...(options.everybody && { everybody: "true" }), ...(options.release && { release: "true" }) } };
        return await askFirst(check, { title: "Close it now?", lines, step, further }, store, others);
      }
      const stamp = { by: question.asker.id, at: question.now() };
      // Leased in the same step: the timer would else announce it meanwhile, and this reply could not say what came of it.
      const closedNow = yield* await store.checks.close(check.id, stamp, announceLeaseMs, options.everybody ? "ends" : "goes-on");
      if (closedNow) await store.privacy.completeForgetting(question.now());
      const closed = yield* await releasedIf(options.release, (await store.checks.find(check.id)) ?? check, store, question);
      const announced = closedNow ? [await announce(closed, store, question)] : await announceDue(question);
      const after = await store.checks.find(check.id);
      const problem = announced.find((one) => one.check.id === check.id)?.problem ?? null;
      const results = yield* await staffResults(after ?? check, store, question);
      const undoable = closedNow ? { ...results, nextSteps: [...results.nextSteps, ...(await undoSteps(check, store))] } : results;
      if (problem === null) return undoable;
      return { ...undoable, content: [`The class does not see them. ${problemWords(problem).cause} ${problemWords(problem).next}`, ...(results.content === undefined ? [] : [results.content])].join("\n") };
    }),
});

function endMoreTime(check: Check, { confirm, release }: { readonly confirm: boolean; readonly release: boolean }, store: Store, question: Omit<Question<unknown>, "options">): Promise<Outcome<Reply, Problem>> {
  return attemptAsync(async function* () {
    const late = await keptByMoreTime(check, store, question.now());
    if (late === null) return doneReply(`Closed for everybody: ${plain(check.title)}`, ["Nobody has more time at it."]);
    if (!confirm) {
      const step = { label: `End it: ${check.title}`, command: "check close", options: { everybody: "true", ...(release && { release: "true" }) } };
      return await askFirst(check, { title: "End their time now?", lines: [`It has closed for the class. **More time**: ${lateWords(late)}.`], step }, store);
    }
    const stamp = { by: question.asker.id, at: question.now() };
    yield* await store.checks.endMoreTime(check.id, stamp);
    yield* await releasedIf(release, check, store, question);
    await store.posts.scheduleUpdate(check.id, stamp.at);
    await updateResults(check.id, store, question);
    const results = yield* await staffResults((await store.checks.find(check.id)) ?? check, store, question);
    return { ...results, nextSteps: [...results.nextSteps, ...(await undoSteps(check, store))] };
  });
}

export const checkResults = defineCommand({
  ...sharedFields,
  name: "check results",
  description: "How a closed check went: the picture, first tries, hints, and what nobody recognised",
  options: {
    check: checkOption,
    post: withDefault(yesOrNo("true: posted to the class, with an open question's model answer"), false),
    release: withDefault(yesOrNo("true: with marks and solution, although another check on the same data is open"), false),
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check } = yield* await findCheckHere(options.check, question);
      yield* await notHeldElsewhere(check, question, store);
      if (!isClosed(check, question.now())) {
        const { people } = await store.results.ofCheck(check.id);
        return yield* failure({ kind: "check-still-open", check: check.id, people, closesAt: check.closesAt });
      }
      if (!options.post) return yield* await staffResults(check, store, question);
      const released = yield* await releasedIf(options.release, check, store, question);
      const { isNew, kept, link } = yield* await publishResults(released, store, question);
      const title = `${isNew ? "Posted" : "Up to date"}: ${plain(check.title)}`;
      if (kept === null) return doneReply(title, [`${isNew ? "The results are in the channel" : "The class's message has all of it"}: ${link}`]);
      return doneReply(title, [`${keptWords(kept, true)} ${link}`, ...(isReleasable(kept) && kept.late === null ? [releaseCost(kept)] : [])], releaseSteps(check, kept));
    }),
});

/** The check, released where that was decided, another of the course's checks alone keeps it back, and nobody has more time. */
async function releasedIf(decided: boolean, check: Check, store: Store, question: Omit<Question<unknown>, "options">): Promise<Outcome<Check, AnswerProblem>> {
  const isHeld = decided && isReleasable(await keptBack(check, store, question)) && (await keptByMoreTime(check, store, question.now())) === null;
  return isHeld ? store.checks.release(check.id, { by: question.asker.id, at: question.now() }) : success(check);
}

import { isClosed } from "../grading/find-check.ts";
import { attemptAsync, type Outcome } from "../outcome.ts";
import { plain } from "../render/plain.ts";
import type { Problem } from "../render/problem.ts";
import { doneReply } from "../render/replies/check.ts";
import type { Reply } from "../render/reply.ts";
import { timestamp } from "../render/timestamp.ts";
import type { Check } from "../store/check-records.ts";
import type { Store } from "../store/store.ts";
import type { AppContext, Caller } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { refreshMessage } from "./checks/announce.ts";
import { updateResults } from "./checks/update-results.ts";
import { regradeAnswers } from "../grading/regrade-answer.ts";
import { askFirst, undoSteps } from "./checks/confirming.ts";
import { checkOption, confirmOption, findCheckHere, findFitting } from "./checks/find-check-here.ts";
import { solutionShownAt } from "./checks/same-data.ts";
import { text } from "./options/kinds.ts";
import { optional } from "./options/option.ts";
import { isOpen, isStanding, isWaiting } from "./checks/check-state.ts";
import { takenBackWords } from "./checks/taken-back-words.ts";
import { changeName, isAboutMarks, undoEffects } from "./checks/undo-words.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkVoid = defineCommand({
  ...sharedFields,
  name: "check void",
  description: "Withdraws a check: no more answers; full marks for everybody where somebody has answered",
  options: { check: checkOption, confirm: confirmOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const now = question.now();
      const { store, check, others } = yield* await findFitting(options.check, { fits: [(one) => isOpen(now)(one) || isWaiting(one, now), isStanding], asks: !options.confirm }, question);
      const isScheduled = check.opensAt > now;
      if (!options.confirm) {
        const lines = [isScheduled ? "It would not be posted." : (await store.results.answered(check.id, null)) === 0 ? `${unansweredVoid.would} Its message in <#${check.channel}> would say that it was withdrawn.` : answeredVoid.would];
        return await askFirst(check, { title: isScheduled ? "Cancel it?" : "Withdraw it?", lines, step: { label: `${isScheduled ? "Cancel" : "Withdraw"} ${check.title}`, command: "check void", options: {} } }, store, others);
      }
      return yield* await withdraw(check, store, question);
    }),
});

function withdraw(check: Check, store: Store, question: AppContext & Caller): Promise<Outcome<Reply, Problem>> {
  return attemptAsync(async function* () {
    const at = question.now();
    const isScheduled = check.opensAt > at;
    const voided = yield* await store.checks.void(check.id, { by: question.asker.id, at });
    await refreshMessage(voided, question);
    // Counted when it is withdrawn: from then on nobody can answer.
    const what = isScheduled ? "It is not posted, and no column of the gradebook." : (await store.results.answered(check.id, null)) === 0 ? unansweredVoid.is : answeredVoid.is;
    return doneReply(`${isScheduled ? "Cancelled" : "Withdrawn"}: ${plain(voided.title)}`, [what], await undoSteps(check, store));
  });
}

const answeredVoid = {
  would: "Everybody would get full marks in the gradebook, whoever answered or not, and no more answers are taken.",
  is: "Everybody gets full marks in the gradebook, whoever answered or not.",
} as const;

/** As if it had not been posted. */
const unansweredVoid = {
  would: "It would be no column of the gradebook, nobody gets points for it, and it takes no answers.",
  is: "Nobody had answered: it is no column of the gradebook, and nobody gets points for it.",
} as const;

export const checkUndo = defineCommand({
  ...sharedFields,
  name: "check undo",
  description: "Takes back the newest close, extension, regrade or withdrawal of a check, within 24 hours",
  options: { check: checkOption, change: optional(text("Which change, from its button; left out: the newest", 40)), confirm: confirmOption },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      // Of all checks of the course the one that was changed last, or posted after that.
      const changed = options.check === null ? await latestTouched(question.place.guildId ?? "", yield* await question.store()) : null;
      const { store, check } = yield* await findCheckHere(options.check ?? changed, question);
      // Posted, and nothing else yet: that is what would be taken back.
      if (options.change === null && (await store.checks.latestChange(check.id)) === null && (await canBeUnposted(check, store))) {
        if (options.confirm) return yield* await withdraw(check, store, question);
        const lines = [`The newest change is that it was posted. ${unansweredVoid.would}`];
        return await askFirst(check, { title: "Take it back?", lines, step: { label: `Take back ${check.title}`, command: "check void", options: {} } }, store);
      }
      const stamp = { by: question.asker.id, at: question.now() };
      const change = yield* await store.checks.findUndoable(check.id, options.change, stamp.at);
      const effects = await undoEffects(change, check, store, question);
      // A button below a change says which; typed, it takes back whatever was last, perhaps of another check than is meant.
      if (!options.confirm && (options.change === null || effects.length > 0)) {
        const name = changeName(change.action);
        const whose = change.person === null ? "" : ` (<@${change.person}>)`;
        const lines = [`Its newest change: **${name}**${whose}, ${timestamp(change.at)}, by <@${change.by}>.`, ...effects, ...(isAboutMarks(change.action) ? ["Every mark would be what it was before; answers given since are marked by both keys, the better mark counting."] : [])];
        return await askFirst(check, { title: "Take it back?", lines, step: { label: `Take back ${name}: ${check.title}`, command: "check undo", options: { change: change.id } }, isFinal: true }, store);
      }
      const shownAt = await solutionShownAt(check, store, question);
      const undone = yield* await store.checks.undo(check.id, change.id, stamp);
      // What was answered after a corrected key is marked by the earlier one too; the better mark counts.
      if (isAboutMarks(undone.action)) yield* await store.answers.regrade(check.id, yield* await regradeAnswers(undone.check, store, question), stamp);
      await refreshMessage(undone.check, question);
      const updated = await updateResults(undone.check.id, store, question);
      const reopened = updated !== null && isClosed(check, stamp.at) && !isClosed(undone.check, stamp.at);
      return doneReply(`Taken back: ${changeName(undone.action)}`, [
        `**${plain(check.title)}** (\`${check.id}\`) is as it was before.`,
        ...(isAboutMarks(undone.action) ? ["Every mark is what it was, and answers given since are marked by both keys, the better mark counting."] : []),
        ...(reopened && shownAt === null ? takenBackWords(updated, "emptied") : []),
        ...(reopened && shownAt !== null ? [`**It is open again, and its results, with the solution, were in the channel** (${timestamp(shownAt)}): whoever answers now can have read it.`, ...takenBackWords(updated, "emptied")] : []),
      ]);
    }),
});

/** The check of a course that was changed last, as far as that can be taken back: by a change, or by being posted. */
async function latestTouched(guild: string, store: Store): Promise<string | null> {
  const changed = await store.checks.latestChanged(guild);
  const at = changed === null ? 0 : ((await store.checks.latestChange(changed))?.at ?? 0);
  const posted = (await store.checks.list(guild, 1))[0];
  return posted !== undefined && posted.createdAt > at && (await canBeUnposted(posted, store)) ? posted.id : changed;
}

/** Whether a check can be taken back whole: nobody has answered it. */
const canBeUnposted = async ({ id, voidedAt, closedAt }: Check, store: Store): Promise<boolean> => voidedAt === null && closedAt === null && (await store.results.answered(id, null)) === 0;

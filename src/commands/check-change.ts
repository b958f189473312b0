import type { Problem } from "../render/problem.ts";
import { readForm } from "../exercises/answer/read-answer.ts";
import { isClosed } from "../grading/find-check.ts";
import { askableQuantities } from "../grading/instructor-check.ts";
import type { KeyCorrection } from "../grading/correct-key.ts";
import { attempt, attemptAsync, failure, type Outcome } from "../outcome.ts";
import { figureText } from "../render/figure-text.ts";
import { count } from "../render/numbers.ts";
import { plain } from "../render/plain.ts";
import { problemWords } from "../render/problem.ts";
import { doneReply } from "../render/replies/check.ts";
import { regradeReply } from "../render/replies/regrade.ts";
import { timestamp } from "../render/timestamp.ts";
import type { Check, Json } from "../store/records.ts";
import type { Store } from "../store/store.ts";
import type { AppContext } from "./app-context.ts";
import { defineCommand } from "./command.ts";
import { refreshMessage } from "./checks/announce.ts";
import { updateResults, type UpdatedResults } from "./checks/update-results.ts";
import { correctionsOf, taskOf, type CheckTask } from "../grading/check-task.ts";
import { gainedBy, regradeAnswers } from "../grading/regrade-answer.ts";
import { choiceQuantityId } from "../grading/choice-question.ts";
import { choicesOf } from "../grading/choices-of.ts";
import { askFirst, undoSteps } from "./checks/confirming.ts";
import { checkOption, confirmOption, findCheckHere, findFitting } from "./checks/find-check-here.ts";
import { notHeldElsewhere, solutionShownAt } from "./checks/same-data.ts";
import { closesAt, closingTime } from "./options/closing-time.ts";
import { text, wholeNumber } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";
import { optional, withDefault } from "./options/option.ts";
import { findQuantity } from "./options/quantity-name.ts";
import { share } from "./options/share.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkExtend = defineCommand({
  ...sharedFields,
  name: "check extend",
  adds: true,
  description: "Another closing time, for the class or for one student",
  options: {
    closes: closingTime("When: 20m, 2h, 3d, Friday 5pm, or 2026-11-25 14:00"),
    check: checkOption,
    student: optional(mention("user", "For this student alone")),
    attempts: withDefault(wholeNumber("Extra attempts for that student", 0, 20), 0),
    confirm: confirmOption,
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { student, attempts } = options;
      const now = question.now();
      const { store, check, others } = yield* await findFitting(options.check, { fits: [isOpen(now), isStanding], asks: !options.confirm }, question);
      const { timeZone } = await store.courses.settings(check.guild);
      const closes = yield* closesAt(options.closes, now, timeZone);
      const stamp = { by: question.asker.id, at: now };
      const until = await endOf(check, options.student, store, now);
      const title = `${until !== null && closes < until ? "Less" : "More"} time: ${plain(check.title)}`;
      const isPublic = (await solutionShownAt(check, store, question)) !== null;
      const warning = "**Its results, with the solution, are in the channel already**: whoever answers now can have read it.";
      const stepOptions = { closes: new Date(closes).toISOString().slice(0, 16).replace("T", " ").concat(" UTC"), ...(student === null ? {} : { student, attempts: String(attempts) }) };
      if (isPublic && !options.confirm) {
        const step = { label: "Give the time all the same", command: "check extend", options: stepOptions };
        return await askFirst(check, { title: "The solution is public", lines: [warning, `It would be open until ${timestamp(closes, "f")}.`], step }, store, others);
      }
      if (until !== null && closes < until && !options.confirm) {
        const step = { label: "Close it sooner", command: "check extend", options: stepOptions };
        const whose = student === null ? "It would close" : `<@${student}>'s time would end`;
        return await askFirst(check, { title: "That is less time", lines: [`${whose} ${timestamp(closes, "f")}, sooner than now (${timestamp(until, "f")}): a span like 10m counts from now. For more time, give a later time.`], step }, store, others);
      }
      if (others.length > 0) {
        const whose = student === null ? "The class would have" : `<@${student}> would have`;
        return await askFirst(check, { title: "More time?", lines: [`${whose} until ${timestamp(closes, "f")}.`], step: { label: `More time for ${check.title}`, command: "check extend", options: stepOptions } }, store, others);
      }
      const lines = isPublic ? [warning] : [];
      if (student !== null) {
        yield* await store.checks.extendPerson(check.id, { person: student, closesAt: closes, attempts, ...stamp });
        const extra = attempts === 0 ? "" : ` and ${count(attempts)} more attempts`;
        // Closed before it had such a button, or never brought up to date: its message leads to the form from now on.
        const isOver = isClosed(check, now);
        if (isOver) await refreshMessage(check, question);
        const how = [isOver ? "The check's message has closed for the class: they answer behind its button **My answer**." : "They answer with the check's own button; once it has closed for the class, behind **My answer**."];
        const updated = await updateResults(check.id, store, question);
        const taken = takenBackWords(isPublic ? updated : null, "for the time being without the solution, which comes back when that time is over");
        return doneReply(title, [`<@${student}> has until ${timestamp(closes, "f")}${extra}. Others see nothing of it.`, ...how, ...lines, ...taken], await undoSteps(check, store));
      }
      await refreshMessage(yield* await store.checks.extend(check.id, closes, stamp), question);
      const updated = await updateResults(check.id, store, question);
      const taken = takenBackWords(isPublic ? updated : null, "emptied");
      return doneReply(title, [`The class has until ${timestamp(closes, "f")} (${timestamp(closes)}).`, ...lines, ...taken], await undoSteps(check, store));
    }),
});

const isStanding = ({ message, voidedAt }: Check): boolean => message !== null && voidedAt === null;
const isOpen = (now: number) => (check: Check): boolean => isStanding(check) && !isClosed(check, now);
const isWaiting = ({ opensAt, voidedAt }: Check, now: number): boolean => opensAt > now && voidedAt === null;

/** When the class, or one student, has to have finished as it is; null where their time is over, or ends by hand. */
async function endOf(check: Check, student: string | null, store: Store, now: number): Promise<number | null> {
  const own = student === null ? undefined : (await store.checks.extensions(check.id)).find(({ person }) => person === student);
  const end = Math.max(isClosed(check, now) ? 0 : (check.closesAt ?? 0), own?.closesAt ?? 0);
  return end > now ? end : null;
}

export const checkVoid = defineCommand({
  ...sharedFields,
  name: "check void",
  description: "Withdraws a check: full marks for everybody, no more answers",
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
      const voided = yield* await store.checks.void(check.id, { by: question.asker.id, at: question.now() });
      await refreshMessage(voided, question);
      // Counted when it is withdrawn: from then on nobody can answer.
      const what = isScheduled ? "It is not posted, and no column of the gradebook." : (await store.results.answered(check.id, null)) === 0 ? unansweredVoid.is : answeredVoid.is;
      return doneReply(`${isScheduled ? "Cancelled" : "Withdrawn"}: ${plain(voided.title)}`, [what], await undoSteps(check, store));
    }),
});

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
  options: { check: checkOption, change: optional(text("Which change, from its button; left out: the newest", 40)) },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      // Of all checks of the course the one that was changed last, or posted after that.
      const changed = options.check === null ? await latestTouched(question.place.guildId ?? "", yield* await question.store()) : null;
      const { store, check } = yield* await findCheckHere(options.check ?? changed, question);
      // Posted, and nothing else yet: that is what would be taken back.
      if (options.change === null && (await store.checks.latestChange(check.id)) === null && (await canBeUnposted(check, store))) {
        const lines = [`The newest change is that it was posted. ${unansweredVoid.would}`];
        return await askFirst(check, { title: "Take it back?", lines, step: { label: `Take back ${check.title}`, command: "check void", options: {} } }, store);
      }
      const stamp = { by: question.asker.id, at: question.now() };
      const shownAt = await solutionShownAt(check, store, question);
      const undone = yield* await store.checks.undo(check.id, options.change, stamp);
      // What was answered after a corrected key is marked by the earlier one too; the better mark counts.
      if (isAboutMarks(undone.action)) yield* await store.answers.regrade(check.id, yield* await regradeAnswers(undone.check, store, question), stamp);
      await refreshMessage(undone.check, question);
      const updated = await updateResults(undone.check.id, store, question);
      const reopened = updated !== null && isClosed(check, stamp.at) && !isClosed(undone.check, stamp.at);
      return doneReply(`Taken back: ${undoneWords[undone.action.replace("check ", "")] ?? undone.action}`, [
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

/** What became of the class's message of results. */
function takenBackWords(updated: UpdatedResults | null, how: string): readonly string[] {
  if (updated === null) return [];
  const { problem } = updated;
  if (problem === null) return [`Their message is ${how}.`];
  if (problem.kind === "post-uncertain") return ["Discord does not answer: I change their message as soon as it does."];
  return [`I can't change their message (${problemWords(problem).cause}) **Delete it.**`];
}

const isAboutMarks = (action: string): boolean => ["regrade", "name"].includes(action.replace("check ", ""));

const undoneWords: Readonly<Record<string, string>> = {
  extend: "more time for the class",
  "extend person": "more time for one student",
  close: "closing",
  void: "withdrawing",
  regrade: "the corrected key",
  name: "the named mistake",
  discuss: "the end of the first vote",
  revote: "the second vote",
};

export const checkRegrade = defineCommand({
  ...sharedFields,
  name: "check regrade",
  description: "Corrects a key or a tolerance and marks all answers again; the better mark is kept",
  options: {
    check: checkOption,
    quantity: optional(text("Which part, where there are several, like beta", 60)),
    key: optional(text("The right key: a number, or another quantity of the list", 60)),
    tolerance: optional(share("How near is right, like 2%", 0.5)),
    reason: withDefault(text("Why, for the record", 300), "corrected"),
    confirm: confirmOption,
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { store, check, others } = yield* await findFitting(options.check, { fits: [isStanding], asks: !options.confirm }, question);
      yield* await notHeldElsewhere(check, question, store);
      const correction = yield* correctionOf(options, check, yield* taskOf(check, question), question);
      const corrections: Json = [...correctionsOf(check.correction).filter(({ quantity }) => quantity !== correction.quantity), correction];
      if (!options.confirm) {
        const gained = yield* await gainedBy({ ...check, correction: corrections }, store, question);
        const { quantity, key, tolerance, reason } = options;
        const step = {
          label: "Mark them again",
          command: "check regrade",
          options: { quantity: quantity ?? "", key: key ?? "", tolerance: tolerance === null ? "" : `${String(tolerance * 100)}%`, reason: reason === "corrected" ? "" : reason },
        };
        return await askFirst(check, { title: "Mark all answers again?", lines: [...keyChange(check, { ...check, correction: corrections }, correction.quantity, question), `${gained === 1 ? "1 person" : `${count(gained)} people`} would gain, nobody would lose.`], step }, store, others);
      }
      const stamp = { by: question.asker.id, at: question.now() };
      const corrected = yield* await store.checks.correct(check.id, corrections, options.reason, stamp);
      const regradedAnswers = yield* await regradeAnswers(corrected, store, question);
      const regraded = yield* await store.answers.regrade(corrected.id, regradedAnswers, stamp);
      // What the class has read of it is put right too.
      await updateResults(corrected.id, store, question);
      return regradeReply({ title: check.title, check: check.id, ...regraded }, await undoSteps(check, store));
    }),
});

/** "Key: 1.395 → 1.4", where everybody has the same; none where only the tolerance changes. */
function keyChange(before: Check, after: Check, quantity: string, context: AppContext): readonly string[] {
  if (before.variants) return [];
  const [old, corrected] = [before, after].map((check) => keyWords(check, quantity, context));
  return old === null || corrected === null || old === undefined || corrected === undefined || old === corrected ? [] : [`Key: ${plain(old)} → ${plain(corrected)}.`];
}

function keyWords(check: Check, id: string, context: AppContext): string | null {
  const task = taskOf(check, context);
  if (!task.ok || task.value.kind === "open") return null;
  const choices = choicesOf(task.value);
  const right = choices?.find(({ isRight }) => isRight);
  if (right) return `${right.letter} (${right.text})`;
  const quantity = task.value.marked.quantities.find((candidate) => candidate.id === id);
  const [first] = task.value.solvedVariants;
  return quantity?.kind === "number" && first !== undefined ? figureText(quantity.key(first), quantity.unit) : null;
}

interface CorrectionOptions {
  readonly quantity: string | null;
  readonly key: string | null;
  readonly tolerance: number | null;
}

/** What is corrected; an earlier correction of the same part that is not mentioned stays. */
function correctionOf({ quantity, key, tolerance }: CorrectionOptions, check: Check, task: CheckTask, context: AppContext): Outcome<KeyCorrection, Problem> {
  return attempt(function* () {
    const missing = (option: string) => failure({ kind: "missing-option", command: "check regrade", option });
    if (task.kind === "open" || (key === null && tolerance === null)) return yield* missing("key");
    const choices = choicesOf(task);
    if (choices !== null) {
      const right = choices.find(({ letter, text: words }) => [letter, words].some((name) => name.toLowerCase() === key?.trim().toLowerCase()));
      if (right === undefined) return yield* failure({ kind: "not-a-choice", option: "key", text: key ?? "", choices: choices.map(({ letter }) => letter) });
      return { quantity: choiceQuantityId, choice: right.letter };
    }
    const numbers = task.marked.quantities.filter((candidate) => candidate.kind === "number");
    const [only, second] = numbers;
    const part = quantity === null ? (second === undefined ? only : undefined) : (findQuantity(quantity, numbers, context) ?? undefined);
    if (part === undefined) {
      if (quantity === null) return yield* missing("quantity");
      return yield* failure({ kind: "not-a-choice", option: "quantity", text: quantity, choices: numbers.map(({ id }) => id) });
    }
    const earlier = correctionsOf(check.correction).find((one) => one.quantity === part.id);
    const unchanged = { ...earlier, quantity: part.id, ...(tolerance === null ? {} : { tolerance }) };
    if (key === null) return unchanged;
    const other = findQuantity(key, askableQuantities, context);
    if (other) return { ...unchanged, key: { quantity: other.id } };
    const { answers, unreadable } = readForm([part], { [part.id]: key });
    const read = answers[part.id];
    if (read?.kind === "number") return { ...unchanged, key: read.value };
    return yield* failure(unreadable[0]?.problem ?? { kind: "unreadable-option", option: "key", text: key, expected: "number" });
  });
}

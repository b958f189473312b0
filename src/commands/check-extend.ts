import { isClosed } from "../grading/find-check.ts";
import { msPerDay } from "../calendar.ts";
import { attemptAsync, failure, type Outcome } from "../outcome.ts";
import { count } from "../render/numbers.ts";
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
import { askFirst, undoSteps } from "./checks/confirming.ts";
import { checkOption, confirmOption, findFitting } from "./checks/find-check-here.ts";
import { ownSolutionsShown, solutionShownAt } from "./checks/same-data.ts";
import { closesAt, closingTime, momentText, spanOfCheck, type ClosingTime } from "./options/closing-time.ts";
import { wholeNumber } from "./options/kinds.ts";
import { mention } from "./options/mention.ts";
import { optional, withDefault } from "./options/option.ts";
import { isOpen, isStanding, isWaiting } from "./checks/check-state.ts";
import { takenBackWords } from "./checks/taken-back-words.ts";

const sharedFields = { part: "Course", audience: "instructors" } as const;

export const checkExtend = defineCommand({
  ...sharedFields,
  name: "check extend",
  adds: true,
  description: "Another closing time, for the class or one student, or other times of a scheduled check",
  options: {
    closes: closingTime("When: 20m, 2h, 3d, Friday 5pm, or 2026-11-25 14:00"),
    check: checkOption,
    student: optional(mention("user", "For this student alone")),
    opens: optional(closingTime("Of a scheduled check: when it opens instead; closes counts from it")),
    attempts: withDefault(wholeNumber("Extra attempts for that student", 0, 20), 0),
    confirm: confirmOption,
  },
  run: ({ options, ...question }) =>
    attemptAsync(async function* () {
      const { student, attempts, opens } = options;
      if (opens !== null) return yield* await moved(opens, options, question);
      const now = question.now();
      const { store, check, others } = yield* await findFitting(options.check, { fits: [isOpen(now), isStanding], asks: !options.confirm }, question);
      const { timeZone } = await store.courses.settings(check.guild);
      const closes = yield* closesAt(options.closes, now, timeZone);
      const stamp = { by: question.asker.id, at: now };
      const until = await endOf(check, options.student, store, now);
      const title = `${until !== null && closes < until ? "Less" : "More"} time: ${plain(check.title)}`;
      const isPublic = (await solutionShownAt(check, store, question)) !== null;
      const isRead = isPublic || (await ownSolutionsShown(check, store, question));
      const warning = isPublic ? "**Its results, with the solution, are in the channel already**: whoever answers now can have read it." : "**Each student can read what was right on their own question, behind My answer**: whoever answers now can have read it.";
      const stepOptions = { closes: momentText(closes), ...(student === null ? {} : { student, attempts: String(attempts) }) };
      if (isRead && !options.confirm) {
        const step = { label: until !== null && closes < until ? "Close it sooner" : "Give the time all the same", command: "check extend", options: stepOptions };
        return await askFirst(check, { title: isPublic ? "The solution is public" : "The solution can be read", lines: [warning, until !== null && closes < until ? `It would be open until ${timestamp(closes, "f")}: **that is less time**, sooner than now (${timestamp(until, "f")}). A span like 10m counts from now.` : `It would be open until ${timestamp(closes, "f")}.`], step }, store, others);
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
      const lines = isRead ? [warning] : [];
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

/** A scheduled check at other times: nobody has seen it, so nothing else is asked. */
function moved(opens: ClosingTime, { closes, check: id, student, attempts, confirm }: MovedOptions, question: AppContext & Caller): Promise<Outcome<Reply, Problem>> {
  return attemptAsync(async function* () {
    const unused = [...(student === null ? [] : ["student"]), ...(attempts === 0 ? [] : ["attempts"])];
    if (unused.length > 0) yield* failure({ kind: "option-without-use", command: "check extend", options: unused, beside: "opens" } as const);
    const now = question.now();
    const { store, check, others } = yield* await findFitting(id, { fits: [(one) => isWaiting(one, now)], asks: !confirm }, question);
    const { timeZone } = await store.courses.settings(check.guild);
    const { opensAt, closesAt: end } = yield* spanOfCheck({ opens, closes }, msPerDay, now, timeZone);
    const times = { opensAt: opensAt ?? now, closesAt: end };
    const when = `${timestamp(times.opensAt, "f")} and close ${timestamp(times.closesAt, "f")}`;
    if (others.length > 0 && !confirm) {
      const step = { label: `Move ${check.title}`, command: "check extend", options: { opens: momentText(times.opensAt), closes: momentText(times.closesAt) } };
      return await askFirst(check, { title: "Move it?", lines: [`It would open ${when}.`], step }, store, others);
    }
    yield* await store.checks.reschedule(check.id, times, { by: question.asker.id, at: now });
    return doneReply(`Moved: ${plain(check.title)}`, [`It will open ${when}. It was planned for ${timestamp(check.opensAt, "f")}.`, "Its message, the reminder before it closes and the projector's page go by these times."], await undoSteps(check, store));
  });
}

interface MovedOptions {
  readonly closes: ClosingTime;
  readonly check: string | null;
  readonly student: string | null;
  readonly attempts: number;
  readonly confirm: boolean;
}

/** When the class, or one student, has to have finished as it is; null where their time is over, or ends by hand. */
async function endOf(check: Check, student: string | null, store: Store, now: number): Promise<number | null> {
  const own = student === null ? undefined : (await store.checks.extensions(check.id)).find(({ person }) => person === student);
  const end = Math.max(isClosed(check, now) ? 0 : (check.closesAt ?? 0), own?.closesAt ?? 0);
  return end > now ? end : null;
}
